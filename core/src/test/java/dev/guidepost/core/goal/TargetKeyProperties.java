package dev.guidepost.core.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.StandardMetrics;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The order of keys agrees with when two are one and the same, whatever their scopes are. */
class TargetKeyProperties {

  @Provide
  Arbitrary<Map<Dimension, String>> scopes() {
    Arbitrary<String> texts =
        Arbitraries.strings()
            .withChars('a', 'b', '=', ',', ' ', '{', '}')
            .ofMinLength(1)
            .ofMaxLength(4)
            .filter(text -> !text.isBlank());
    return Arbitraries.maps(texts.map(Dimension::of), texts).ofMaxSize(3);
  }

  private static Target.Key key(Map<Dimension, String> scope) {
    return new Target.Key(Sample.ANA, StandardMetrics.BOOKINGS, Sample.Q4, scope);
  }

  @Property
  void comparesToZeroIfAndOnlyIfEqual(
      @ForAll("scopes") Map<Dimension, String> one,
      @ForAll("scopes") Map<Dimension, String> other,
      @ForAll("scopes") Map<Dimension, String> third) {
    assertEquals(one.equals(other), key(one).compareTo(key(other)) == 0);
    assertEquals(0, key(one).compareTo(key(Map.copyOf(one))));
    assertEquals(
        Integer.signum(key(one).compareTo(key(other))),
        -Integer.signum(key(other).compareTo(key(one))));
    if (key(one).compareTo(key(other)) <= 0 && key(other).compareTo(key(third)) <= 0) {
      assertTrue(key(one).compareTo(key(third)) <= 0);
    }
  }

  /** Both scopes print alike; a book must keep both targets. */
  @Example
  void tellsScopesApartThatPrintAlike() {
    Target one =
        Sample.bookings(Sample.ANA, 100).putScope(Dimension.of("product"), "a, region=b").build();
    Target two =
        Sample.bookings(Sample.ANA, 200)
            .putScope(Dimension.of("product"), "a")
            .putScope(Dimension.of("region"), "b")
            .build();
    assertEquals(one.key().toString(), two.key().toString());
    TargetBook book =
        TargetBook.EMPTY
            .with(TargetVersion.of(one, Sample.Q4.start(), Sample.DANA, ""))
            .with(TargetVersion.of(two, Sample.Q4.start(), Sample.DANA, ""));
    assertEquals(2, book.targets(Sample.Q4.start()).size());
  }
}
