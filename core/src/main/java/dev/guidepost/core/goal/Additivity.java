package dev.guidepost.core.goal;

import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.MetricId;

/** Over what the amounts of a metric may be added up. */
enum Additivity {
  /** Over nothing: a rate, a mean, a count of different values. */
  NONE,
  /** Over people of the same period, as what stands at a day. */
  PEOPLE,
  /** Over people and over time. */
  ALL;

  /** Returns that of a metric of the catalog: of one that is computed, the least of its terms'. */
  static Additivity of(Catalog catalog, MetricId id) {
    Aggregation aggregation = catalog.metric(id).aggregation();
    if (aggregation instanceof Aggregation.Sum) {
      return ALL;
    }
    if (aggregation instanceof Aggregation.Snapshot) {
      return PEOPLE;
    }
    if (aggregation instanceof Aggregation.ToDate toDate) {
      return least(of(catalog, toDate.of()), PEOPLE);
    }
    if (!(aggregation instanceof Aggregation.Derived derived)
        || !CourseRules.linear(derived.formula())) {
      return NONE;
    }
    Additivity least = ALL;
    for (MetricId input : derived.inputs()) {
      least = least(least, of(catalog, input));
    }
    return least;
  }

  private static Additivity least(Additivity one, Additivity other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
