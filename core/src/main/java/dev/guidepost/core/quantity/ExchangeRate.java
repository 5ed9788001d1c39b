package dev.guidepost.core.quantity;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The rate of one day from one currency to another, as an exact fraction, with the quotes it comes
 * from.
 *
 * <p>Whoever converts many amounts of one day asks {@link ExchangeRates#rate} once and converts
 * with the answer.
 *
 * <pre>{@code
 * ExchangeRate rate = rates.rate("AUD", "USD", RateKind.BOOKING, day);
 * rate.toString();                                                // "1 AUD = 1/1.39 USD"
 * rate.convert(Quantity.of(100), 2, RoundingMode.HALF_EVEN);      // 71.94
 * }</pre>
 *
 * @param from the currency of the amounts to convert
 * @param to the currency of the result
 * @param kind which kind of rate
 * @param day the day it was asked for
 * @param numerator with the denominator: how many {@code to} one {@code from} is worth; positive
 * @param denominator positive
 * @param quotes the published quotes it is made of: none for one currency, one against the base,
 *     two across it; unmodifiable
 */
public record ExchangeRate(
    String from,
    String to,
    RateKind kind,
    LocalDate day,
    BigDecimal numerator,
    BigDecimal denominator,
    List<RateQuote> quotes) {

  /**
   * Creates a rate; {@link ExchangeRates#rate} is the usual way.
   *
   * @param from the currency of the amounts to convert
   * @param to the currency of the result
   * @param kind which kind of rate
   * @param day the day it was asked for
   * @param numerator with the denominator: how many {@code to} one {@code from} is worth
   * @param denominator positive
   * @param quotes the published quotes it is made of
   * @throws IllegalArgumentException if numerator or denominator is not positive
   */
  public ExchangeRate {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(day, "day");
    quotes = ImmutableList.copyOf(quotes);
    if (numerator.signum() <= 0 || denominator.signum() <= 0) {
      throw new IllegalArgumentException(
          "rate must be positive, but was " + numerator + " / " + denominator);
    }
  }

  /**
   * Returns an amount in the other currency, rounded once.
   *
   * @param amount an amount of {@link #from()}, of any sign
   * @param scale the number of decimals of the result, 0 to {@value Quantity#MAX_SCALE}
   * @param rounding how to round
   * @return the amount in {@link #to()}; the same amount, unrounded, if both are one currency
   * @throws IllegalArgumentException if the scale is out of bounds
   * @throws ArithmeticException if the rounding is {@link RoundingMode#UNNECESSARY} but digits
   *     would be lost, or the result does not fit 64 bits
   */
  public Quantity convert(Quantity amount, int scale, RoundingMode rounding) {
    Quantity.requireScale("scale", scale);
    if (from.equals(to)) {
      return amount;
    }
    return Quantity.of(
        amount.toBigDecimal().multiply(numerator).divide(denominator, scale, rounding));
  }

  /** Returns the exact rate, such as {@code "1 AUD = 1/1.39 USD"}. */
  @Override
  public String toString() {
    return "1 "
        + from
        + " = "
        + numerator.toPlainString()
        + (denominator.compareTo(BigDecimal.ONE) == 0 ? "" : "/" + denominator.toPlainString())
        + " "
        + to;
  }
}
