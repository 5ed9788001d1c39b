package dev.guidepost.core.fact;

import com.google.common.math.LongMath;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a fact must be like to come in, by the code of its metric. */
final class FactRules {

  /** The first day that a fact can have, -524,288 from 1970. */
  static final int FIRST_DAY = -(1 << 19);

  /** The last day that a fact can have. */
  static final int LAST_DAY = (1 << 19) - 1;

  private static final int DAY_BITS = 20;
  private static final int DAY_MASK = (1 << DAY_BITS) - 1;
  private static final int MOST_METRICS = 1 << (32 - DAY_BITS);

  private final List<Metric> metrics;
  private final Map<MetricId, Integer> codes = new HashMap<>();
  private final boolean[] takesFacts;
  private final boolean[] narrow;
  private final int[] scales;
  private final long[] lowest;
  private final long[] highest;
  private final long[] firstDay;
  private final long[] endDay;
  private final @Nullable String[] currencies;
  private @Nullable MetricId last;
  private int lastCode;

  FactRules(Catalog catalog) {
    metrics = catalog.metrics();
    int count = metrics.size();
    if (count > MOST_METRICS) {
      throw new IllegalArgumentException(
          "catalog of a ledger must have at most " + MOST_METRICS + " metrics, but has " + count);
    }
    takesFacts = new boolean[count];
    narrow = new boolean[count];
    scales = new int[count];
    lowest = new long[count];
    highest = new long[count];
    firstDay = new long[count];
    endDay = new long[count];
    currencies = new String[count];
    for (int i = 0; i < count; i++) {
      Metric metric = metrics.get(i);
      codes.put(metric.id(), i);
      takesFacts[i] = metric.aggregation().takesFacts();
      narrow[i] = metric.aggregation() instanceof Aggregation.Distribution;
      scales[i] = metric.scale();
      setBounds(i, metric.unit());
      firstDay[i] = metric.effectiveFrom().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
      endDay[i] = metric.effectiveUntil().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
      currencies[i] = Currencies.of(metric.unit());
    }
    metrics.forEach(this::admitNegativeProducts);
  }

  /** Lets value times weight be negative where the value, a score, may be. */
  private void admitNegativeProducts(Metric metric) {
    if (metric.aggregation() instanceof Aggregation.WeightedMean mean
        && metric.unit() instanceof UnitOfMeasure.Score score
        && score.low() < 0) {
      lowest[Objects.requireNonNull(codes.get(mean.products()))] = Long.MIN_VALUE;
    }
  }

  /**
   * Sets what {@link UnitOfMeasure#admits(Quantity)} admits, as digits at the metric's scale; what
   * a weighted mean of scores needs beyond comes later.
   */
  private void setBounds(int metric, UnitOfMeasure unit) {
    if (unit instanceof UnitOfMeasure.Per rate) {
      setBounds(metric, rate.of());
      return;
    }
    long one = LongMath.pow(10, scales[metric]);
    lowest[metric] = unit instanceof UnitOfMeasure.Money ? Long.MIN_VALUE : 0;
    highest[metric] = unit instanceof UnitOfMeasure.Share ? one : Long.MAX_VALUE;
    if (unit instanceof UnitOfMeasure.Score score) {
      lowest[metric] = LongMath.saturatedMultiply(score.low(), one);
      highest[metric] = LongMath.saturatedMultiply(score.high(), one);
    }
  }

  /** Puts metric and day into one. */
  static int pack(int metric, int day) {
    return (metric << DAY_BITS) | (day & DAY_MASK);
  }

  static int metric(int packed) {
    return packed >>> DAY_BITS;
  }

  static int day(int packed) {
    return (packed << (32 - DAY_BITS)) >> (32 - DAY_BITS);
  }

  /**
   * Returns the code of a metric that takes facts.
   *
   * @throws IllegalArgumentException if the catalog lacks the metric or derives it
   */
  int code(MetricId metric) {
    if (metric.equals(last)) {
      return lastCode;
    }
    Integer code = codes.get(metric);
    if (code == null) {
      throw new IllegalArgumentException(Reasons.noMetric(metrics, metric));
    }
    if (!takesFacts[code]) {
      throw new IllegalArgumentException(Reasons.derived(metrics.get(code)));
    }
    last = metric;
    lastCode = code;
    return code;
  }

  Metric definition(int metric) {
    return metrics.get(metric);
  }

  /**
   * Returns the digits of an amount at the scale of a metric.
   *
   * @throws ArithmeticException if digits would be lost or the amount does not fit 64 bits
   */
  long unscaled(int metric, BigDecimal amount) {
    int decimals = scales[metric];
    int scale = amount.scale();
    if (scale >= 0 && scale <= decimals && amount.precision() <= 18) {
      // Without a BigInteger: 18 digits fit a long.
      long digits = amount.scaleByPowerOfTen(scale).longValueExact();
      if (scale == decimals) {
        return digits;
      }
      try {
        return Math.multiplyExact(digits, LongMath.pow(10, decimals - scale));
      } catch (ArithmeticException e) {
        return Quantity.of(amount).unscaledAt(decimals); // the same, saying what must hold
      }
    }
    return Quantity.of(amount).unscaledAt(decimals);
  }

  /** Returns the digits of an amount at the scale of a metric. */
  long unscaled(int metric, Quantity amount) {
    return amount.unscaledAt(scales[metric]);
  }

  /** Returns why a fact cannot come in, or null if it can. */
  @Nullable String refusal(int metric, long day, long unscaled) {
    if (unscaled < lowest[metric] || unscaled > highest[metric]) {
      return outOfBounds(metric, unscaled);
    }
    if (day < FIRST_DAY || day > LAST_DAY) {
      return id(metric)
          + " must have a day from "
          + LocalDate.ofEpochDay(FIRST_DAY)
          + " to "
          + LocalDate.ofEpochDay(LAST_DAY)
          + ", but had "
          + LocalDate.ofEpochDay(day);
    }
    if (day < firstDay[metric] || day >= endDay[metric]) {
      return notInEffect(metric, day);
    }
    if (narrow[metric] && unscaled != (int) unscaled) {
      return id(metric)
          + " must fit 32 bits, as it makes a distribution, but was "
          + shown(metric, unscaled);
    }
    return null;
  }

  private String outOfBounds(int metric, long unscaled) {
    return id(metric) + " must " + bounds(metric) + ", but was " + shown(metric, unscaled);
  }

  /** Returns what must hold of an amount; a bound beyond 64 bits bounds nothing. */
  private String bounds(int metric) {
    boolean open = highest[metric] == Long.MAX_VALUE;
    if (open && lowest[metric] == 0) {
      return "not be negative";
    }
    if (open) {
      return "be at least " + shown(metric, lowest[metric]);
    }
    return lowest[metric] == Long.MIN_VALUE
        ? "be at most " + shown(metric, highest[metric])
        : "be " + shown(metric, lowest[metric]) + " to " + shown(metric, highest[metric]);
  }

  private String notInEffect(int metric, long day) {
    Metric definition = metrics.get(metric);
    return id(metric)
        + " must have a day on which it is in effect"
        + definition.effectiveFrom().map(from -> ", from " + from).orElse("")
        + definition.effectiveUntil().map(until -> ", until " + until).orElse("")
        + ", but had "
        + LocalDate.ofEpochDay(day);
  }

  /** Returns the currency of a metric that is money, null of another. */
  @Nullable String currency(int metric) {
    return currencies[metric];
  }

  MetricId id(int metric) {
    return metrics.get(metric).id();
  }

  private Quantity shown(int metric, long unscaled) {
    return Quantity.ofUnscaled(unscaled, scales[metric]);
  }
}
