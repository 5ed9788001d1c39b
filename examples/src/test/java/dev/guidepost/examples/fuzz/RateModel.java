package dev.guidepost.examples.fuzz;

import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.quantity.MissingRateException;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.RateKind;
import dev.guidepost.core.quantity.RateQuote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Rates of exchange told once more, by going through all quotes for each amount. */
final class RateModel {
  static final String BASE = "USD";

  private final List<RateQuote> quotes = new ArrayList<>();
  private final Map<RateKind, Integer> limits = new EnumMap<>(RateKind.class);

  /** No rate for a fact; for more facts of the first one's currency counted together. */
  static final class Missing extends Exception {
    private static final long serialVersionUID = 1;

    private final String from;
    private final LocalDate day;
    private final long count;

    private Missing(String from, LocalDate day, long count) {
      super("no rate for " + count + " of " + from + ", first on " + day);
      this.from = from;
      this.day = day;
      this.count = count;
    }

    Missing and(Missing other) {
      return from.equals(other.from) ? new Missing(from, day, count + other.count) : this;
    }

    boolean isToldBy(MissingRateException told) {
      return told.from().equals(from) && told.day().equals(day) && told.conversions() == count;
    }
  }

  void quote(RateQuote quote) {
    quotes.add(quote);
  }

  void stale(RateKind kind, int days) {
    limits.put(kind, days);
  }

  /**
   * Returns what the amount of a fact comes to.
   *
   * @throws ArithmeticException if it does not fit, or digits would be lost though none must be
   */
  Quantity amount(Catalog catalog, Fact fact, RateKind kind, String to, RoundingMode rounding)
      throws Missing {
    String from = fact.dimensions().getOrDefault(Dimension.CURRENCY, "missing");
    if (!RowModel.isMoney(catalog, fact.metric()) || from.equals(to)) {
      return fact.amount();
    }
    BigDecimal[] over = {fact.amount().toBigDecimal(), BigDecimal.ONE};
    if (!from.equals(BASE)) {
      RateQuote quote = quote(from, from, kind, fact.on());
      int at = quote.of().equals(from) ? 0 : 1; // 1 from = rate base, or 1 base = rate from
      over[at] = over[at].multiply(quote.rate());
    }
    if (!to.equals(BASE)) {
      RateQuote quote = quote(to, from, kind, fact.on());
      int at = quote.of().equals(to) ? 1 : 0;
      over[at] = over[at].multiply(quote.rate());
    }
    int scale = catalog.metric(fact.metric()).scale();
    BigDecimal converted = over[0].divide(over[1], scale, rounding);
    return Quantity.ofUnscaled(converted.unscaledValue().longValueExact(), scale);
  }

  private RateQuote quote(String currency, String from, RateKind kind, LocalDate on)
      throws Missing {
    RateQuote last = null;
    for (RateQuote quote : quotes) {
      boolean fits = quote.of().equals(currency) || quote.in().equals(currency);
      if (fits
          && quote.kind() == kind
          && !quote.from().isAfter(on)
          && (last == null || quote.from().isAfter(last.from()))) {
        last = quote;
      }
    }
    if (last == null
        || (limits.containsKey(kind)
            && on.toEpochDay() - last.from().toEpochDay() > limits.get(kind))) {
      throw new Missing(from, on, 1);
    }
    return last;
  }
}
