package dev.guidepost.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of ratios. */
class RatioProperties {

  @Provide
  Arbitrary<Ratio> ratios() {
    Arbitrary<Quantity> parts =
        Combinators.combine(
                Arbitraries.longs().between(0, 1_000_000_000_000L),
                Arbitraries.integers().between(0, 3))
            .as(Quantity::ofUnscaled);
    return Combinators.combine(parts, parts).as(Ratio::new);
  }

  @Property
  void readsBackWhatItShows(@ForAll("ratios") Ratio ratio) {
    assertEquals(ratio, Ratio.parse(ratio.toString()));
  }

  @Property
  void sumsInAnyOrder(
      @ForAll("ratios") Ratio a, @ForAll("ratios") Ratio b, @ForAll("ratios") Ratio c) {
    assertEquals(a.plus(b).plus(c), c.plus(b.plus(a)));
    assertEquals(a, a.plus(Ratio.of(0, 0)));
  }

  @Property
  void liesBetweenItsParts(@ForAll("ratios") Ratio a, @ForAll("ratios") Ratio b) {
    if (a.denominator().signum() > 0 && b.denominator().signum() > 0) {
      BigDecimal both = a.plus(b).value(20).orElseThrow();
      BigDecimal first = a.value(20).orElseThrow();
      BigDecimal second = b.value(20).orElseThrow();
      assertTrue(both.compareTo(first.min(second)) >= 0);
      assertTrue(both.compareTo(first.max(second)) <= 0);
    }
  }
}
