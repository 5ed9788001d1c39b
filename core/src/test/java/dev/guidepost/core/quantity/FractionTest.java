package dev.guidepost.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exact fractions. */
class FractionTest {

  @ParameterizedTest
  @CsvSource({"2/4, 1/2", "-6/3, -2", "0/7, 0", "5, 5", "0005/010, 1/2", "7/3, 7/3"})
  void isInLowestTerms(String text, String lowest) {
    assertEquals(lowest, Fraction.parse(text).toString());
    assertEquals(Fraction.parse(text), Fraction.parse(lowest));
    assertEquals(Fraction.parse(text).hashCode(), Fraction.parse(lowest).hashCode());
  }

  @Test
  void keepsTheSignAbove() {
    Fraction negative = new Fraction(BigInteger.ONE, BigInteger.valueOf(-3));
    assertEquals("-1/3", negative.toString());
    assertEquals(-1, negative.signum());
    assertTrue(negative.compareTo(Fraction.ZERO) < 0);
  }

  @Test
  void calculatesExactly() {
    Fraction third = Fraction.of(1).over(Fraction.of(3));
    assertEquals(Fraction.of(1), third.plus(third).plus(third));
    assertEquals(Fraction.ZERO, third.minus(third));
    assertEquals(Fraction.parse("1/9"), third.times(third));
    assertEquals(Fraction.parse("21/20"), Fraction.of(Quantity.parse("1.05")));
    assertEquals(new BigDecimal("0.33"), third.round(2, RoundingMode.HALF_UP));
    assertEquals(new BigDecimal("1"), third.round(0, RoundingMode.CEILING));
    assertThrows(ArithmeticException.class, () -> third.round(9, RoundingMode.UNNECESSARY));
  }

  @Test
  void refusesToDivideByZero() {
    assertEquals(
        "divisor must not be 0, but was, below 5",
        assertThrows(ArithmeticException.class, () -> Fraction.of(5).over(Fraction.ZERO))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> new Fraction(BigInteger.ONE, BigInteger.ZERO));
  }

  @Test
  void hasBounds() {
    Fraction large = new Fraction(BigInteger.TWO.pow(Fraction.MAX_BITS - 1), BigInteger.ONE);
    assertEquals(large, Fraction.parse(large.toString()));
    assertThrows(ArithmeticException.class, () -> large.times(Fraction.of(2)));
    assertThrows(ArithmeticException.class, () -> Fraction.of(1).over(large).over(large));
    assertThrows(IllegalArgumentException.class, () -> Fraction.parse("9".repeat(6100)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1/", "/2", "1/0", "1/-2", "1.5", " 1", "1/2/3", "a"})
  void refusesOtherTexts(String text) {
    assertThrows(IllegalArgumentException.class, () -> Fraction.parse(text));
  }
}
