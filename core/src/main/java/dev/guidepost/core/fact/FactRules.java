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
  private final boolean[] negative;
  private final boolean[] narrow;
  private final int[] scales;
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
    negative = new boolean[count];
    narrow = new boolean[count];
    scales = new int[count];
    for (int i = 0; i < count; i++) {
      Metric metric = metrics.get(i);
      codes.put(metric.id(), i);
      takesFacts[i] = metric.aggregation().takesFacts();
      negative[i] = metric.unit() instanceof UnitOfMeasure.Money;
      narrow[i] = metric.aggregation() instanceof Aggregation.Distribution;
      scales[i] = metric.scale();
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
      throw new IllegalArgumentException(
          "metric must be one of " + codes.keySet() + ", but was " + metric);
    }
    if (!takesFacts[code]) {
      throw new IllegalArgumentException(
          metric + " must take facts, but is derived: " + metrics.get(code).aggregation());
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
    if (unscaled < 0 && !negative[metric]) {
      return id(metric) + " must not be negative, but was " + shown(metric, unscaled);
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
    if (narrow[metric] && unscaled != (int) unscaled) {
      return id(metric)
          + " must fit 32 bits, as it makes a distribution, but was "
          + shown(metric, unscaled);
    }
    return null;
  }

  MetricId id(int metric) {
    return metrics.get(metric).id();
  }

  private Quantity shown(int metric, long unscaled) {
    return Quantity.ofUnscaled(unscaled, scales[metric]);
  }
}
