package dev.guidepost.core.metric;

import dev.guidepost.core.quantity.UnitOfMeasure;

/** The usual shapes of metrics. */
final class Defining {

  private final UnitOfMeasure money;
  private final int moneyScale;

  Defining(UnitOfMeasure money, int moneyScale) {
    this.money = money;
    this.moneyScale = moneyScale;
  }

  Metric.Builder sum(
      MetricId id, String name, String noun, MetricClass metricClass, Timing timing) {
    return count(id, name, noun, new Aggregation.Sum()).metricClass(metricClass).timing(timing);
  }

  Metric.Builder count(MetricId id, String name, String noun, Aggregation aggregation) {
    return result(id, name, new UnitOfMeasure.Count(noun), aggregation);
  }

  Metric.Builder money(MetricId id, String name, Aggregation aggregation) {
    return result(id, name, money, aggregation).scale(moneyScale);
  }

  Metric.Builder ratio(MetricId id, String name, MetricId numerator, MetricId denominator) {
    return result(
        id, name, new UnitOfMeasure.Share(), new Aggregation.RatioOf(numerator, denominator));
  }

  Metric.Builder times(MetricId id, String name, MetricId numerator, MetricId denominator) {
    return result(
        id,
        name,
        new UnitOfMeasure.Count("times"),
        new Aggregation.RatioOf(numerator, denominator));
  }

  Metric.Builder days(MetricId id, String name) {
    return result(id, name, new UnitOfMeasure.Days(), new Aggregation.Distribution())
        .direction(Direction.LOWER_IS_BETTER);
  }

  Metric.Builder result(MetricId id, String name, UnitOfMeasure unit, Aggregation aggregation) {
    return Metric.builder()
        .id(id)
        .name(name)
        .aggregation(aggregation)
        .unit(unit)
        .metricClass(MetricClass.RESULT)
        .timing(Timing.LAGGING);
  }
}
