package dev.guidepost.core.fact;

import dev.guidepost.core.quantity.ExchangeRates;
import dev.guidepost.core.quantity.RateKind;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * How the money of a ledger is brought into one currency: each fact at the rate of its own day,
 * rounded once at the scale of its metric.
 *
 * <pre>{@code
 * Conversion plan = Conversion.to("USD", RateKind.PLAN, rates, RoundingMode.HALF_EVEN);
 * Conversion booking = Conversion.to("USD", RateKind.BOOKING, rates, RoundingMode.HALF_EVEN);
 * Ledger performance = ledger.in(plan);              // at the rates the goals were set with
 * Ledger finance = ledger.in(booking);               // at the rates of each day
 * Ledger effect = ledger.fxEffect(plan, booking);    // finance less performance, fact by fact
 * }</pre>
 *
 * @param currency the currency wanted
 * @param kind which kind of rates
 * @param rates the rates
 * @param rounding how each amount is rounded
 */
public record Conversion(
    String currency, RateKind kind, ExchangeRates rates, RoundingMode rounding) {

  /**
   * Creates a conversion.
   *
   * @param currency the currency wanted
   * @param kind which kind of rates
   * @param rates the rates
   * @param rounding how each amount is rounded
   * @throws IllegalArgumentException if the currency is not three upper-case letters
   */
  public Conversion {
    currency = new UnitOfMeasure.Money(currency).currency();
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(rates, "rates");
    Objects.requireNonNull(rounding, "rounding");
  }

  /**
   * Returns a conversion.
   *
   * @param currency the currency wanted
   * @param kind which kind of rates
   * @param rates the rates
   * @param rounding how each amount is rounded
   * @return the conversion
   * @throws IllegalArgumentException if the currency is not three upper-case letters
   */
  public static Conversion to(
      String currency, RateKind kind, ExchangeRates rates, RoundingMode rounding) {
    return new Conversion(currency, kind, rates, rounding);
  }

  /** Returns such as {@code "USD at plan rates"}. */
  @Override
  public String toString() {
    return currency + " at " + kind + " rates";
  }
}
