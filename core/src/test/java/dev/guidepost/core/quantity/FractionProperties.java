package dev.guidepost.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of a field, order and round trips. */
class FractionProperties {

  @Provide
  Arbitrary<Fraction> fractions() {
    return Combinators.combine(
            Arbitraries.longs().between(-1_000_000, 1_000_000),
            Arbitraries.longs().between(1, 1_000_000))
        .as((above, below) -> new Fraction(BigInteger.valueOf(above), BigInteger.valueOf(below)));
  }

  @Property
  void readsBack(@ForAll("fractions") Fraction a) {
    assertEquals(a, Fraction.parse(a.toString()));
  }

  @Property
  void isAField(
      @ForAll("fractions") Fraction a,
      @ForAll("fractions") Fraction b,
      @ForAll("fractions") Fraction c) {
    assertEquals(a.plus(b), b.plus(a));
    assertEquals(a.plus(b).plus(c), a.plus(b.plus(c)));
    assertEquals(a.times(b.plus(c)), a.times(b).plus(a.times(c)));
    assertEquals(a, a.plus(b).minus(b));
    if (b.signum() != 0) {
      assertEquals(a, a.times(b).over(b));
    }
    assertEquals(a.compareTo(b), a.minus(b).signum());
  }

  @Property
  void agreesWithDecimals(@ForAll int above, @ForAll("fractions") Fraction a) {
    Quantity quantity = Quantity.ofUnscaled(above, 3);
    assertEquals(
        0,
        quantity
            .toBigDecimal()
            .compareTo(Fraction.of(quantity).round(9, RoundingMode.UNNECESSARY)));
    BigDecimal low = a.round(5, RoundingMode.FLOOR);
    Fraction below = Fraction.of(Quantity.of(low));
    assertTrue(below.compareTo(a) <= 0);
    assertTrue(a.minus(below).compareTo(Fraction.parse("1/100000")) < 0);
  }
}
