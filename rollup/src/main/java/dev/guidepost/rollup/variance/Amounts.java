package dev.guidepost.rollup.variance;

import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Fraction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What some sums come to at one place.
 *
 * @param bySum the amounts; a sum that is not there is 0
 */
record Amounts(Map<MetricId, Fraction> bySum) implements Function<MetricId, Fraction> {

  static final Amounts NONE = new Amounts(Map.of());

  Amounts {
    bySum = ImmutableMap.copyOf(bySum);
  }

  @Override
  public Fraction apply(MetricId sum) {
    return bySum.getOrDefault(sum, Fraction.ZERO);
  }

  Amounts plus(Amounts other) {
    Map<MetricId, Fraction> both = new LinkedHashMap<>(bySum);
    other.bySum.forEach((sum, amount) -> both.merge(sum, amount, Fraction::plus));
    return new Amounts(both);
  }
}
