package dev.guidepost.core.fact;

import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Formula;
import dev.guidepost.core.metric.Formula.Combined;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.OverTime;
import java.util.HashMap;
import java.util.Map;

/**
 * Which metrics are money that moves by as much as the amounts of its facts do, so that what rates
 * of exchange did to them can be measured: not the largest or the middle amount, which another may
 * become, and no quotient of two amounts.
 */
final class Linear {

  private final Catalog catalog;
  private final Map<MetricId, Boolean> known = new HashMap<>();

  Linear(Catalog catalog) {
    this.catalog = catalog;
    catalog.metrics().forEach(metric -> is(metric.id()));
  }

  /** Tells whether a metric is one of these. */
  boolean is(MetricId id) {
    Boolean found = known.get(id);
    if (found == null) {
      found = is(catalog.metric(id));
      known.put(id, found);
    }
    return found;
  }

  /** Returns by code which metrics are these and have facts. */
  boolean[] withFacts() {
    boolean[] is = new boolean[catalog.metrics().size()];
    for (int i = 0; i < is.length; i++) {
      Metric metric = catalog.metrics().get(i);
      is[i] = metric.aggregation().takesFacts() && is(metric.id());
    }
    return is;
  }

  private boolean is(Metric metric) {
    if (Currencies.of(metric.unit()) == null) {
      return false;
    }
    Aggregation aggregation = metric.aggregation();
    if (aggregation instanceof Aggregation.Snapshot snapshot) {
      return snapshot.over() != OverTime.MIN && snapshot.over() != OverTime.MAX;
    }
    if (aggregation instanceof Aggregation.Derived derived) {
      return is(derived.formula());
    }
    return aggregation instanceof Aggregation.ToDate toDate
        ? is(toDate.of())
        : aggregation instanceof Aggregation.Sum || aggregation instanceof Aggregation.Mean;
  }

  private boolean is(Formula formula) {
    if (formula instanceof Formula.Of term) {
      return is(term.metric());
    }
    if (!(formula instanceof Combined both)) {
      return false;
    }
    return switch (both.operator()) {
      case PLUS, MINUS -> is(both.left()) && is(both.right());
      case TIMES ->
          (is(both.left()) && isNumber(both.right()))
              || (isNumber(both.left()) && is(both.right()));
      case OVER -> is(both.left()) && isNumber(both.right());
    };
  }

  private static boolean isNumber(Formula formula) {
    return formula.metrics().isEmpty();
  }

  /** Returns why a metric is not one of these. */
  String refusal(MetricId id) {
    Metric metric = catalog.metric(id);
    return id
        + " must be money that moves by as much as its amounts do to be measured as an effect of"
        + " rates, but is \""
        + metric.aggregation()
        + "\" in "
        + metric.unit();
  }
}
