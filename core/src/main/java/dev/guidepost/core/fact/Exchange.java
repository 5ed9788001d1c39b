package dev.guidepost.core.fact;

import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.ExchangeRate;
import dev.guidepost.core.quantity.MissingRateException;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives the facts of a view other amounts: those of one conversion, or what one conversion gives
 * more than another.
 */
final class Exchange {

  private final Conversion conversion;
  private final @Nullable Conversion less;

  /**
   * The amounts that a view has, as they are exchanged; whether it was sliced before; and which
   * metrics an effect has, null for a conversion, which has all.
   */
  record Applied(Exchange exchange, boolean sliced, @Nullable Linear linear) {}

  private Exchange(Conversion conversion, @Nullable Conversion less) {
    this.conversion = conversion;
    this.less = less;
  }

  static Exchange to(Conversion conversion) {
    return new Exchange(conversion, null);
  }

  static Exchange effect(Conversion plan, Conversion booking) {
    if (!plan.currency().equals(booking.currency())) {
      throw new IllegalArgumentException(
          "plan and booking must be in one currency, but were " + plan + " and " + booking);
    }
    return new Exchange(booking, plan);
  }

  /** Returns which metrics of a catalog have an effect; null of a conversion, which has all. */
  @Nullable Linear linear(Catalog catalog) {
    return less == null ? null : new Linear(catalog);
  }

  /** Returns the answer to whoever would exchange these amounts again. */
  IllegalArgumentException refusedAgain() {
    return new IllegalArgumentException(
        "ledger to convert must be in the currencies of its facts, but was converted to "
            + conversion);
  }

  /** Tells whether another one gives the same amounts. */
  boolean same(Exchange other) {
    return conversion.equals(other.conversion) && Objects.equals(less, other.less);
  }

  Conversion conversion() {
    return conversion;
  }

  /**
   * Returns the amounts by position.
   *
   * @throws MissingRateException if a fact of the view needs a rate that is missing or stale
   */
  LongColumn amounts(Ledger view, Facts facts) {
    Rates more = new Rates(conversion, facts);
    Rates fewer = less == null ? null : new Rates(less, facts);
    LongColumn amounts = new LongColumn();
    amounts.reserve(facts.size);
    for (int i = 0; i < facts.size; i++) {
      if (view.includes(i)) {
        long amount = more.amount(i);
        amounts.add(fewer == null ? amount : Math.subtractExact(amount, fewer.amount(i)));
      } else {
        amounts.add(0); // never asked for: what this view leaves out need not be convertible
      }
    }
    more.requireAll();
    if (fewer != null) {
      fewer.requireAll();
    }
    return amounts;
  }

  /** One conversion of all facts. */
  private static final class Rates {
    private record Day(String currency, int day) {}

    private final Conversion conversion;
    private final Facts facts;
    private final List<Metric> metrics;
    private final Map<Day, Optional<ExchangeRate>> rates = new HashMap<>();
    private @Nullable MissingRateException missing;
    private long count;

    Rates(Conversion conversion, Facts facts) {
      this.conversion = conversion;
      this.facts = facts;
      this.metrics = facts.catalog.metrics();
    }

    long amount(int position) {
      long amount = facts.amount.get(position);
      String from = facts.currency(position);
      if (from == null || from.equals(conversion.currency())) {
        return amount;
      }
      int what = facts.what.get(position);
      Day day = new Day(from, FactRules.day(what));
      Optional<ExchangeRate> rate = rates.get(day);
      if (rate == null) {
        rate = find(day);
        rates.put(day, rate);
      }
      if (rate.isEmpty()) {
        count(day);
        return 0;
      }
      Metric metric = metrics.get(FactRules.metric(what));
      int scale = metric.scale();
      Quantity before = Quantity.ofUnscaled(amount, scale);
      Quantity after = rate.get().convert(before, scale, conversion.rounding());
      if (metric.aggregation() instanceof Aggregation.Distribution
          && after.unscaled() != (int) after.unscaled()) {
        throw new ArithmeticException(
            metric.id()
                + " must fit 32 bits, as it makes a distribution, but "
                + before
                + " "
                + from
                + " came to "
                + after
                + " "
                + conversion.currency());
      }
      return after.unscaledAt(scale);
    }

    private Optional<ExchangeRate> find(Day day) {
      try {
        return Optional.of(rate(day));
      } catch (MissingRateException e) {
        return Optional.empty();
      }
    }

    private ExchangeRate rate(Day day) {
      LocalDate on = LocalDate.ofEpochDay(day.day());
      return conversion.rates().rate(day.currency(), conversion.currency(), conversion.kind(), on);
    }

    /** Counts a fact without a rate, if its currency was the first. */
    private void count(Day day) {
      if (missing == null) {
        try {
          rate(day);
        } catch (MissingRateException e) {
          missing = e;
        }
      }
      count += missing != null && missing.from().equals(day.currency()) ? 1 : 0;
    }

    void requireAll() {
      if (missing != null) {
        throw missing.forConversions(count);
      }
    }
  }

  /** Returns the catalog of the amounts. */
  Catalog catalog(Catalog catalog) {
    return Currencies.in(conversion.currency(), catalog);
  }
}
