package dev.guidepost.core.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * An exact decimal amount: {@code unscaled} times ten to the power of minus {@code scale}.
 *
 * <p>Always in canonical form (no trailing zeros behind the decimal mark), so that 5, 5.0 and 5.00
 * are equal. Arithmetic is exact; what does not fit 64 bits throws {@link ArithmeticException}.
 *
 * <pre>{@code
 * Quantity.parse("1054.50").plus(Quantity.of(2)).toString(); // "1056.5"
 * }</pre>
 *
 * @param unscaled the digits, with their sign
 * @param scale the number of decimals, 0 to {@value #MAX_SCALE}, lowered where trailing zeros allow
 */
public record Quantity(long unscaled, int scale) implements Comparable<Quantity> {

  /** The largest number of decimals: {@value}. */
  public static final int MAX_SCALE = 9;

  /** Nothing: 0. */
  public static final Quantity ZERO = new Quantity(0, 0);

  private static final int MANY_DIGITS = 300;

  private static final long[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };

  /**
   * Creates an amount in canonical form.
   *
   * @param unscaled the digits, with their sign
   * @param scale the number of decimals, 0 to {@value #MAX_SCALE}
   * @throws IllegalArgumentException if the scale is out of bounds
   */
  public Quantity {
    requireScale("scale", scale);
    while (scale > 0 && unscaled % 10 == 0) {
      unscaled /= 10;
      scale--;
    }
  }

  static void requireScale(String what, int scale) {
    if (scale < 0 || scale > MAX_SCALE) {
      throw new IllegalArgumentException(
          what + " must be 0 to " + MAX_SCALE + ", but was " + scale);
    }
  }

  /**
   * Returns a whole amount.
   *
   * @param whole the amount
   * @return the amount
   */
  public static Quantity of(long whole) {
    return new Quantity(whole, 0);
  }

  /**
   * Returns an amount given as its digits and its number of decimals.
   *
   * @param unscaled the digits, with their sign
   * @param scale the number of decimals, 0 to {@value #MAX_SCALE}
   * @return the amount, in canonical form
   * @throws IllegalArgumentException if the scale is out of bounds
   */
  public static Quantity ofUnscaled(long unscaled, int scale) {
    return new Quantity(unscaled, scale);
  }

  /**
   * Returns a decimal amount, exactly.
   *
   * @param value the amount
   * @return the amount
   * @throws ArithmeticException if it has more than {@value #MAX_SCALE} decimals or does not fit 64
   *     bits
   */
  public static Quantity of(BigDecimal value) {
    if (value.signum() == 0) {
      return ZERO;
    }
    if (value.precision() - (long) value.scale() > 19) {
      throw tooLarge(value); // before zeros are stripped, which needs a larger exponent
    }
    try {
      BigDecimal plain = withoutZeros(value, MAX_SCALE);
      if (plain.scale() < 0) {
        plain = plain.setScale(0);
      }
      if (plain.scale() > MAX_SCALE || plain.precision() > 19) {
        throw tooLarge(value);
      }
      return new Quantity(plain.unscaledValue().longValueExact(), plain.scale());
    } catch (ArithmeticException e) {
      throw tooLarge(value);
    }
  }

  /**
   * Returns the same number, not 0, without trailing zeros; of a great many they are cut at once,
   * down to as many decimals as may be needed, as one after the other takes time with the square of
   * them. A number that has fewer digits than it would have to lose is not divided at all.
   *
   * @throws ArithmeticException if more decimals than those are needed of a great many
   */
  static BigDecimal withoutZeros(BigDecimal value, int decimals) {
    if (value.scale() <= MANY_DIGITS) {
      return value.stripTrailingZeros();
    }
    if (value.scale() - decimals >= value.precision()) {
      throw new ArithmeticException("more than " + decimals + " decimals are needed");
    }
    return value.setScale(decimals, RoundingMode.UNNECESSARY).stripTrailingZeros();
  }

  private static ArithmeticException tooLarge(BigDecimal value) {
    return new ArithmeticException(
        "amount must fit 64 bits with at most " + MAX_SCALE + " decimals, but was " + value);
  }

  /**
   * Returns the amount that a text in plain or scientific notation stands for.
   *
   * @param text such as {@code "1054.5"}, as {@link #toString()} writes it
   * @return the amount
   * @throws IllegalArgumentException if the text is no decimal number or does not fit
   */
  public static Quantity parse(String text) {
    try {
      return of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "amount must be a decimal number such as 1054.5, but was \"" + text + "\"", e);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * Returns the sum, exactly.
   *
   * @param other what to add
   * @return this plus the other
   * @throws ArithmeticException if the sum does not fit 64 bits
   */
  public Quantity plus(Quantity other) {
    int common = Math.max(scale, other.scale);
    try {
      return new Quantity(Math.addExact(unscaledAt(common), other.unscaledAt(common)), common);
    } catch (ArithmeticException e) {
      return of(toBigDecimal().add(other.toBigDecimal())); // may still fit, with fewer decimals
    }
  }

  /**
   * Returns the difference, exactly.
   *
   * @param other what to subtract
   * @return this minus the other
   * @throws ArithmeticException if the difference does not fit 64 bits
   */
  public Quantity minus(Quantity other) {
    int common = Math.max(scale, other.scale);
    try {
      return new Quantity(Math.subtractExact(unscaledAt(common), other.unscaledAt(common)), common);
    } catch (ArithmeticException e) {
      return of(toBigDecimal().subtract(other.toBigDecimal()));
    }
  }

  /**
   * Returns the amount with the other sign.
   *
   * @return minus this
   * @throws ArithmeticException if the result does not fit 64 bits
   */
  public Quantity negated() {
    return new Quantity(Math.negateExact(unscaled), scale);
  }

  /**
   * Returns the amount without its sign.
   *
   * @return this, or minus this if it is negative
   * @throws ArithmeticException if the result does not fit 64 bits
   */
  public Quantity abs() {
    return unscaled < 0 ? negated() : this;
  }

  /**
   * Returns a whole multiple, exactly.
   *
   * @param factor how many times, of any sign
   * @return this times the factor
   * @throws ArithmeticException if the product does not fit 64 bits
   */
  public Quantity times(long factor) {
    return of(toBigDecimal().multiply(BigDecimal.valueOf(factor)));
  }

  /**
   * Returns the product, rounded once.
   *
   * @param factor what to multiply by, of any sign
   * @param decimals the number of decimals of the result, 0 to {@value #MAX_SCALE}
   * @param rounding how to round
   * @return this times the factor
   * @throws IllegalArgumentException if {@code decimals} is out of bounds
   * @throws ArithmeticException if the rounding is {@link RoundingMode#UNNECESSARY} but digits
   *     would be lost, or the product does not fit 64 bits
   */
  public Quantity times(Quantity factor, int decimals, RoundingMode rounding) {
    requireScale("decimals", decimals);
    return of(toBigDecimal().multiply(factor.toBigDecimal()).setScale(decimals, rounding));
  }

  /**
   * Returns the quotient, rounded once. {@link Ratio} keeps both parts instead.
   *
   * @param divisor what to divide by, of any sign, not 0
   * @param decimals the number of decimals of the result, 0 to {@value #MAX_SCALE}
   * @param rounding how to round
   * @return this divided by the divisor
   * @throws IllegalArgumentException if {@code decimals} is out of bounds, or the divisor is 0
   * @throws ArithmeticException if the rounding is {@link RoundingMode#UNNECESSARY} but digits
   *     would be lost, or the quotient does not fit 64 bits
   */
  public Quantity dividedBy(Quantity divisor, int decimals, RoundingMode rounding) {
    requireScale("decimals", decimals);
    if (divisor.signum() == 0) {
      throw new IllegalArgumentException("divisor must not be 0, but " + this + " was divided");
    }
    return of(toBigDecimal().divide(divisor.toBigDecimal(), decimals, rounding));
  }

  /**
   * Returns the digits at a larger or equal number of decimals.
   *
   * @param decimals the number of decimals wanted, 0 to {@value #MAX_SCALE}
   * @return the digits
   * @throws IllegalArgumentException if {@code decimals} is out of bounds
   * @throws ArithmeticException if digits would be lost, or the result does not fit 64 bits
   */
  public long unscaledAt(int decimals) {
    requireScale("decimals", decimals);
    if (decimals < scale) {
      throw new ArithmeticException(
          "amount must have at most " + decimals + " decimals, but was " + this);
    }
    try {
      return Math.multiplyExact(unscaled, POWERS[decimals - scale]);
    } catch (ArithmeticException e) {
      throw new ArithmeticException(
          "amount must fit 64 bits with " + decimals + " decimals, but was " + this);
    }
  }

  /**
   * Returns this amount with at most the given number of decimals.
   *
   * @param decimals the number of decimals to keep, 0 to {@value #MAX_SCALE}
   * @param rounding how to round
   * @return the rounded amount
   * @throws IllegalArgumentException if {@code decimals} is out of bounds
   * @throws ArithmeticException if the rounding is {@link RoundingMode#UNNECESSARY} but digits
   *     would be lost
   */
  public Quantity round(int decimals, RoundingMode rounding) {
    requireScale("decimals", decimals);
    return decimals >= scale ? this : of(toBigDecimal().setScale(decimals, rounding));
  }

  /**
   * Returns the sign.
   *
   * @return -1, 0 or 1
   */
  public int signum() {
    return Long.signum(unscaled);
  }

  /**
   * Returns the same number as a {@link BigDecimal}.
   *
   * @return the number
   */
  public BigDecimal toBigDecimal() {
    return BigDecimal.valueOf(unscaled, scale);
  }

  /**
   * Returns the nearest {@code double}, for statistics only.
   *
   * @return the nearest double
   */
  public double toDouble() {
    return scale == 0 ? (double) unscaled : toBigDecimal().doubleValue();
  }

  /**
   * Returns the amount with digits grouped by thousands and all of its decimals, such as {@code
   * "10,005,534"} or {@code "1,054.5"}.
   *
   * @return the text, for people
   */
  public String print() {
    return print(toBigDecimal());
  }

  /**
   * Returns the amount with digits grouped by thousands and at least so many decimals, such as
   * {@code "5,633.80"}; none is cut off.
   *
   * @param decimals the least number of decimals, 0 to {@value #MAX_SCALE}
   * @return the text, for people
   * @throws IllegalArgumentException if {@code decimals} is out of bounds
   */
  public String print(int decimals) {
    requireScale("decimals", decimals);
    return print(toBigDecimal().setScale(Math.max(decimals, scale)));
  }

  static String print(BigDecimal plain) {
    return String.format(Locale.ROOT, "%,." + plain.scale() + "f", plain);
  }

  /** Compares by size; consistent with {@code equals}, as amounts are canonical. */
  @Override
  public int compareTo(Quantity other) {
    return scale == other.scale
        ? Long.compare(unscaled, other.unscaled)
        : toBigDecimal().compareTo(other.toBigDecimal());
  }

  /**
   * Returns the plain decimal number, such as {@code "1054.5"}.
   *
   * @return the text that {@link #parse(String)} reads back
   */
  @Override
  public String toString() {
    return toBigDecimal().toPlainString();
  }
}
