package dev.guidepost.core.metric;

import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.util.Map;
import java.util.TreeMap;

/**
 * The small algebra of units: money of a currency, days and hours are told apart, each to a power;
 * counts, shares and scores are plain numbers.
 *
 * @param powers the powers of what is told apart, in order of names, none of them 0
 */
record Units(ImmutableMap<String, Integer> powers) {

  static final Units NUMBER = new Units(ImmutableMap.of());

  static Units of(UnitOfMeasure unit) {
    if (unit instanceof UnitOfMeasure.Money money) {
      return new Units(ImmutableMap.of(money.currency(), 1));
    }
    if (unit instanceof UnitOfMeasure.Days) {
      return new Units(ImmutableMap.of("days", 1));
    }
    if (unit instanceof UnitOfMeasure.Hours) {
      return new Units(ImmutableMap.of("hours", 1));
    }
    if (unit instanceof UnitOfMeasure.Per rate) {
      return of(rate.of()).over(of(rate.per()));
    }
    return NUMBER;
  }

  /** Returns what a unit counts, empty if it is none that counts. */
  static String noun(UnitOfMeasure unit) {
    return unit instanceof UnitOfMeasure.Count count ? count.noun() : "";
  }

  Units times(Units other) {
    return combine(other, 1);
  }

  Units over(Units other) {
    return combine(other, -1);
  }

  private Units combine(Units other, int sign) {
    Map<String, Integer> sum = new TreeMap<>(powers);
    other.powers.forEach((name, power) -> sum.merge(name, sign * power, Integer::sum));
    sum.values().removeIf(power -> power == 0);
    return new Units(ImmutableMap.copyOf(sum));
  }

  /** Refuses an aggregation that makes no sense for a unit or a scale. */
  static void requireFit(MetricId id, Aggregation aggregation, UnitOfMeasure unit, int scale) {
    if (aggregation instanceof Aggregation.Distribution && scale != 0) {
      throw new IllegalArgumentException(
          "scale of "
              + id
              + " must be 0, as a distribution counts whole numbers, but was "
              + scale);
    }
    if (aggregation instanceof Aggregation.Distinct
        && !(unit instanceof UnitOfMeasure.Count && scale == 0)) {
      throw new IllegalArgumentException(
          "unit of "
              + id
              + " must be a count without decimals, as it counts different values, but was "
              + unit);
    }
    boolean sum = aggregation instanceof Aggregation.Sum;
    boolean addsUp = sum || aggregation instanceof Aggregation.Snapshot;
    boolean averages =
        aggregation instanceof Aggregation.Mean || aggregation instanceof Aggregation.Distribution;
    if (unit instanceof UnitOfMeasure.Per && (sum || averages)) {
      throw new IllegalArgumentException(
          id
              + " must be a ratio of two metrics or a snapshot, as rates such as "
              + unit
              + " neither add up nor average, but was \""
              + aggregation
              + "\"");
    }
    if (unit instanceof UnitOfMeasure.Share && (addsUp || averages)) {
      throw new IllegalArgumentException(
          id
              + " must be a ratio of two metrics, as shares neither add up nor average, but was \""
              + aggregation
              + "\"");
    }
    if (unit instanceof UnitOfMeasure.Score && addsUp) {
      throw new IllegalArgumentException(
          id
              + " must be a mean or a distribution, as ratings do not add up, but was \""
              + aggregation
              + "\"");
    }
  }

  /** Returns such as {@code "USD"}, {@code "USD^2 days^-1"} or {@code "a plain number"}. */
  @Override
  public String toString() {
    if (powers.isEmpty()) {
      return "a plain number";
    }
    StringBuilder text = new StringBuilder();
    powers.forEach(
        (name, power) ->
            text.append(text.isEmpty() ? "" : " ")
                .append(name)
                .append(power == 1 ? "" : "^" + power));
    return text.toString();
  }
}
