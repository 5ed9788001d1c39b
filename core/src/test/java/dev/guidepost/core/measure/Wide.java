package dev.guidepost.core.measure;

import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.util.List;

/** A catalog with every kind of aggregation. */
final class Wide {

  static final Dimension ACCOUNT = Dimension.of("account");
  static final UnitOfMeasure USD = new UnitOfMeasure.Money("USD");
  static final UnitOfMeasure DEALS = new UnitOfMeasure.Count("deals");
  static final UnitOfMeasure DAYS = new UnitOfMeasure.Days();
  static final UnitOfMeasure SHARE = new UnitOfMeasure.Share();

  static final Catalog CATALOG =
      Catalog.of(
          List.of(
              metric("sales", "sum", USD, 2),
              metric("costs", "sum", USD, 1),
              metric("deals", "sum", DEALS, 0),
              metric("last", "last snapshot", USD, 2),
              metric("first", "first snapshot", USD, 2),
              metric("average", "average snapshot", USD, 2),
              metric("least", "min snapshot", USD, 2),
              metric("most", "max snapshot", USD, 2),
              metric("mean", "mean", USD, 2),
              metric("smallest", "min", USD, 2),
              metric("largest", "max", USD, 2),
              metric("age", "distribution", DAYS, 0),
              metric("size", "sales / deals", USD, 2),
              metric("cover", "last / sales", SHARE, 0),
              metric("weighted", "mean of sales by deals", USD, 2),
              metric("accounts", "distinct account of sales", DEALS, 0),
              metric("by-account", "deals / accounts", new UnitOfMeasure.Count("times"), 1),
              metric("profit", "= sales - costs * 2", USD, 2),
              metric("margin", "profit / sales", SHARE, 0),
              metric("velocity", "= profit * size / average", USD, 2),
              metric("sales-to-date", "year to date of sales", USD, 2),
              metric("age-to-date", "quarter to date of age", DAYS, 0),
              metric("accounts-to-date", "month to date of accounts", DEALS, 0),
              metric("margin-to-date", "week to date of margin", SHARE, 0),
              metric("pace", "sales-to-date / sales", SHARE, 0)),
          List.of(Dimension.of("city"), ACCOUNT));

  private Wide() {}

  static Metric metric(String id, String aggregation, UnitOfMeasure unit, int scale) {
    return Metric.builder()
        .id(MetricId.of(id))
        .name(id)
        .definition("What is called " + id + ".")
        .aggregation(Aggregation.parse(aggregation))
        .unit(unit)
        .scale(scale)
        .metricClass(MetricClass.RESULT)
        .timing(Timing.LAGGING)
        .build();
  }
}
