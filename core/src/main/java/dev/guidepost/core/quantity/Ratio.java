package dev.guidepost.core.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * A ratio that keeps both of its parts, so that ratios can be rolled up as sum over sum.
 *
 * <p>Two ratios are equal when both parts are: 1 of 2 is not 2 of 4, as the evidence differs.
 *
 * <pre>{@code
 * new Ratio(Quantity.of(195), Quantity.of(630)).percent(1); // "31.0 %"
 * }</pre>
 *
 * @param numerator what is counted
 * @param denominator out of what; 0 means that there is no value
 */
public record Ratio(Quantity numerator, Quantity denominator) {

  private static final String OF = " of ";

  /**
   * Creates a ratio.
   *
   * @param numerator what is counted
   * @param denominator out of what
   */
  public Ratio {
    Objects.requireNonNull(numerator, "numerator");
    Objects.requireNonNull(denominator, "denominator");
  }

  /**
   * Returns a ratio of two whole numbers.
   *
   * @param numerator what is counted
   * @param denominator out of what
   * @return the ratio
   */
  public static Ratio of(long numerator, long denominator) {
    return new Ratio(Quantity.of(numerator), Quantity.of(denominator));
  }

  /**
   * Returns the ratio that a text such as {@code "195 of 630"} stands for.
   *
   * @param text as {@link #toString()} writes it
   * @return the ratio
   * @throws IllegalArgumentException if the text has another form or a part does not fit
   */
  public static Ratio parse(String text) {
    int at = text.indexOf(OF);
    if (at < 0) {
      throw new IllegalArgumentException(
          "ratio must look like \"195 of 630\", but was \"" + text + "\"");
    }
    return new Ratio(
        Quantity.parse(text.substring(0, at)), Quantity.parse(text.substring(at + OF.length())));
  }

  /**
   * Returns the value, rounded half up (away from zero at a tie).
   *
   * @param decimals the number of decimals of the result
   * @return the value, or empty if the denominator is 0
   */
  public Optional<BigDecimal> value(int decimals) {
    return denominator.signum() == 0
        ? Optional.empty()
        : Optional.of(
            numerator
                .toBigDecimal()
                .divide(denominator.toBigDecimal(), decimals, RoundingMode.HALF_UP));
  }

  /**
   * Returns the value in percent, rounded half up, such as {@code "31.0 %"}; less than all of it
   * never reads {@code "100.0 %"}, as {@link Fraction#percent(int)} says.
   *
   * @param decimals the number of decimals of the percentage
   * @return the text, {@code "-"} if the denominator is 0
   */
  public String percent(int decimals) {
    return denominator.signum() == 0
        ? "-"
        : Fraction.of(numerator).over(Fraction.of(denominator)).percent(decimals).toPlainString()
            + " %";
  }

  /**
   * Returns the sum over sum of two ratios: the ratio of the two groups taken together.
   *
   * @param other another group
   * @return both numerators over both denominators
   * @throws ArithmeticException if a part does not fit 64 bits
   */
  public Ratio plus(Ratio other) {
    return new Ratio(numerator.plus(other.numerator), denominator.plus(other.denominator));
  }

  /**
   * Returns both parts, such as {@code "195 of 630"}.
   *
   * @return the text that {@link #parse(String)} reads back
   */
  @Override
  public String toString() {
    return numerator + OF + denominator;
  }
}
