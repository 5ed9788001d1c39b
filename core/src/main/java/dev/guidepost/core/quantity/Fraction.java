package dev.guidepost.core.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact fraction of whole numbers, for results that no decimal holds, such as a third.
 *
 * <p>Always in lowest terms with a denominator above 0, so that 2/4 equals 1/2. To be rounded once,
 * where it is shown.
 *
 * <pre>{@code
 * Fraction third = Fraction.of(1).over(Fraction.of(3));
 * third.times(Fraction.of(3)).toString();   // "1"
 * third.round(4, RoundingMode.HALF_UP);     // 0.3333
 * }</pre>
 *
 * @param numerator what is divided, with the sign
 * @param denominator by what it is divided, above 0
 */
public record Fraction(BigInteger numerator, BigInteger denominator)
    implements Comparable<Fraction> {

  /** The most bits that either part may have: {@value}. */
  public static final int MAX_BITS = 20_000;

  /** Nothing: 0. */
  public static final Fraction ZERO = of(0);

  private static final BigInteger HUNDRED = BigInteger.valueOf(100);
  private static final BigDecimal ALL = BigDecimal.valueOf(100);
  private static final Pattern TEXT = Pattern.compile("(-?[0-9]{1,6100})(?:/([0-9]{1,6100}))?");

  /**
   * Creates a fraction in lowest terms.
   *
   * @param numerator what is divided
   * @param denominator by what it is divided, not 0
   * @throws IllegalArgumentException if the denominator is 0
   * @throws ArithmeticException if a part has more than {@value #MAX_BITS} bits
   */
  public Fraction {
    if (denominator.signum() == 0) {
      throw new IllegalArgumentException("denominator must not be 0, but was");
    }
    BigInteger common = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      common = common.negate();
    }
    if (!common.equals(BigInteger.ONE)) {
      numerator = numerator.divide(common);
      denominator = denominator.divide(common);
    }
    if (Math.max(numerator.bitLength(), denominator.bitLength()) > MAX_BITS) {
      throw new ArithmeticException(
          "fraction must have at most "
              + MAX_BITS
              + " bits in either part, but had "
              + Math.max(numerator.bitLength(), denominator.bitLength()));
    }
  }

  /**
   * Returns a whole number.
   *
   * @param whole the number
   * @return the fraction
   */
  public static Fraction of(long whole) {
    return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  /**
   * Returns a decimal number.
   *
   * @param quantity the number
   * @return the fraction
   */
  public static Fraction of(Quantity quantity) {
    return new Fraction(
        BigInteger.valueOf(quantity.unscaled()), BigInteger.TEN.pow(quantity.scale()));
  }

  /**
   * Returns the fraction that a text such as {@code "13/42"} or {@code "-5"} stands for.
   *
   * @param text as {@link #toString()} writes it
   * @return the fraction
   * @throws IllegalArgumentException if the text has another form, divides by 0 or is too long
   */
  public static Fraction parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "fraction must look like \"13/42\" or \"-5\", but was \"" + text + "\"");
    }
    String below = matcher.group(2);
    try {
      return new Fraction(
          new BigInteger(matcher.group(1)), below == null ? BigInteger.ONE : new BigInteger(below));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * Returns the sum.
   *
   * @param other what to add
   * @return this plus the other
   * @throws ArithmeticException if a part has more than {@value #MAX_BITS} bits
   */
  public Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /**
   * Returns the difference.
   *
   * @param other what to subtract
   * @return this minus the other
   * @throws ArithmeticException if a part has more than {@value #MAX_BITS} bits
   */
  public Fraction minus(Fraction other) {
    return plus(new Fraction(other.numerator.negate(), other.denominator));
  }

  /**
   * Returns the product.
   *
   * @param other the factor
   * @return this times the other
   * @throws ArithmeticException if a part has more than {@value #MAX_BITS} bits
   */
  public Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * Returns the quotient.
   *
   * @param other the divisor, not 0
   * @return this over the other
   * @throws ArithmeticException if the divisor is 0 or a part has more than {@value #MAX_BITS} bits
   */
  public Fraction over(Fraction other) {
    if (other.signum() == 0) {
      throw new ArithmeticException("divisor must not be 0, but was, below " + this);
    }
    return new Fraction(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /**
   * Returns the sign.
   *
   * @return -1, 0 or 1
   */
  public int signum() {
    return numerator.signum();
  }

  /**
   * Returns the number rounded to some decimals.
   *
   * @param decimals how many, 0 or more
   * @param rounding how to round
   * @return the decimal number
   * @throws ArithmeticException if the rounding is {@link RoundingMode#UNNECESSARY} but digits
   *     would be lost
   */
  public BigDecimal round(int decimals, RoundingMode rounding) {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, rounding);
  }

  /**
   * Returns the number in percent, rounded half up (away from zero at a tie), save that what is
   * less than 1 is never rounded up to 100 %: it is cut instead, to 99.9 at one decimal. So a share
   * reads 100 % only where there is all of it, and what was missed by a hair does not read as made.
   *
   * @param decimals how many decimals of the percentage, 0 or more
   * @return the percentage: 31 for 31/100
   */
  public BigDecimal percent(int decimals) {
    Fraction hundredfold = new Fraction(numerator.multiply(HUNDRED), denominator);
    BigDecimal rounded = hundredfold.round(decimals, RoundingMode.HALF_UP);
    return numerator.compareTo(denominator) < 0 && rounded.compareTo(ALL) == 0
        ? hundredfold.round(decimals, RoundingMode.DOWN)
        : rounded;
  }

  /** Compares by size; consistent with {@code equals}, as fractions are in lowest terms. */
  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /**
   * Returns the fraction in lowest terms, such as {@code "13/42"}, or {@code "-5"} if it is whole.
   *
   * @return the text that {@link #parse(String)} reads back
   */
  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }
}
