package dev.guidepost.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of amounts, against {@link BigDecimal}. */
class QuantityProperties {

  @Provide
  Arbitrary<Quantity> quantities() {
    Arbitrary<Long> digits =
        Arbitraries.oneOf(
            Arbitraries.longs(),
            Arbitraries.longs().between(-1000, 1000),
            Arbitraries.longs().between(Long.MAX_VALUE - 100, Long.MAX_VALUE),
            Arbitraries.longs().between(Long.MIN_VALUE, Long.MIN_VALUE + 100),
            Arbitraries.longs().between(-9_000, 9_000).map(n -> n * 1_000_000_000_000_000L));
    return Combinators.combine(digits, Arbitraries.integers().between(0, Quantity.MAX_SCALE))
        .as(Quantity::ofUnscaled);
  }

  @Provide
  Arbitrary<BigDecimal> decimals() {
    return Combinators.combine(
            Arbitraries.bigIntegers()
                .between(BigInteger.TEN.pow(24).negate(), BigInteger.TEN.pow(24)),
            Arbitraries.integers().between(-20, 30))
        .as(BigDecimal::new);
  }

  private static boolean fits(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    plain = plain.scale() < 0 ? plain.setScale(0) : plain;
    return plain.scale() <= Quantity.MAX_SCALE && plain.unscaledValue().bitLength() <= 63;
  }

  @Property
  void isCanonical(@ForAll("quantities") Quantity x) {
    assertTrue(x.scale() == 0 || x.unscaled() % 10 != 0);
    assertEquals(x, Quantity.of(x.toBigDecimal()));
    assertEquals(x, Quantity.of(x.toBigDecimal().setScale(30)));
  }

  @Property
  void readsBackWhatItShows(@ForAll("quantities") Quantity x) {
    assertEquals(x, Quantity.parse(x.toString()));
    assertEquals(x, Quantity.parse(x.print().replace(",", "")));
    assertFalse(x.toString().contains("E"));
  }

  @Property
  void takesExactlyWhatFits(@ForAll("decimals") BigDecimal value) {
    if (fits(value)) {
      assertEquals(0, value.compareTo(Quantity.of(value).toBigDecimal()));
    } else {
      assertThrows(ArithmeticException.class, () -> Quantity.of(value));
    }
  }

  @Property
  void addsExactlyOrThrows(@ForAll("quantities") Quantity x, @ForAll("quantities") Quantity y) {
    BigDecimal sum = x.toBigDecimal().add(y.toBigDecimal());
    BigDecimal difference = x.toBigDecimal().subtract(y.toBigDecimal());
    if (fits(sum)) {
      assertEquals(Quantity.of(sum), x.plus(y));
      assertEquals(x.plus(y), y.plus(x));
    } else {
      assertThrows(ArithmeticException.class, () -> x.plus(y));
    }
    if (fits(difference)) {
      assertEquals(Quantity.of(difference), x.minus(y));
    } else {
      assertThrows(ArithmeticException.class, () -> x.minus(y));
    }
  }

  @Property
  void ordersByValue(@ForAll("quantities") Quantity x, @ForAll("quantities") Quantity y) {
    int order = x.toBigDecimal().compareTo(y.toBigDecimal());
    assertEquals(order, Integer.signum(x.compareTo(y)));
    assertEquals(order == 0, x.equals(y));
    assertEquals(x.toBigDecimal().signum(), x.signum());
    assertEquals(Double.parseDouble(x.toString()), x.toDouble());
  }

  @Property
  void roundsAsBigDecimalDoes(
      @ForAll("quantities") Quantity x,
      @ForAll @IntRange(max = 9) int decimals,
      @ForAll RoundingMode mode) {
    if (mode == RoundingMode.UNNECESSARY && x.scale() > decimals) {
      assertThrows(ArithmeticException.class, () -> x.round(decimals, mode));
    } else {
      BigDecimal expected = x.toBigDecimal().setScale(decimals, mode);
      assertEquals(0, expected.compareTo(x.round(decimals, mode).toBigDecimal()));
    }
  }

  @Property
  void widensWithoutLoss(
      @ForAll("quantities") Quantity x, @ForAll @IntRange(max = 9) int decimals) {
    BigInteger digits = x.toBigDecimal().scaleByPowerOfTen(decimals).toBigInteger();
    if (decimals >= x.scale() && digits.bitLength() <= 63) {
      assertEquals(digits.longValueExact(), x.unscaledAt(decimals));
      assertEquals(x, Quantity.ofUnscaled(x.unscaledAt(decimals), decimals));
    } else {
      assertThrows(ArithmeticException.class, () -> x.unscaledAt(decimals));
    }
  }

  @Property
  void multipliesAndDividesRoundingOnce(
      @ForAll("quantities") Quantity x,
      @ForAll("quantities") Quantity y,
      @ForAll @IntRange(max = 9) int decimals,
      @ForAll("roundings") RoundingMode mode) {
    sameOrTooLarge(
        x.toBigDecimal().multiply(y.toBigDecimal()).setScale(decimals, mode),
        () -> x.times(y, decimals, mode));
    sameOrTooLarge(
        x.toBigDecimal().multiply(BigDecimal.valueOf(y.unscaled())), () -> x.times(y.unscaled()));
    if (y.signum() != 0) {
      sameOrTooLarge(
          x.toBigDecimal().divide(y.toBigDecimal(), decimals, mode),
          () -> x.dividedBy(y, decimals, mode));
    } else {
      assertThrows(IllegalArgumentException.class, () -> x.dividedBy(y, decimals, mode));
    }
  }

  @Provide
  Arbitrary<RoundingMode> roundings() {
    return Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY);
  }

  @Property
  void changesSign(@ForAll("quantities") Quantity x) {
    sameOrTooLarge(x.toBigDecimal().negate(), x::negated);
    sameOrTooLarge(x.toBigDecimal().abs(), x::abs);
  }

  private static void sameOrTooLarge(BigDecimal expected, Supplier<Quantity> actual) {
    if (fits(expected)) {
      assertEquals(Quantity.of(expected), actual.get());
    } else {
      assertThrows(ArithmeticException.class, actual::get);
    }
  }
}
