package dev.guidepost.core.measure;

import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Kept;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.util.Map;
import java.util.Set;

/** Refuses to add up money of several currencies, or to call it by the wrong one. */
final class ForeignMoney {

  private final ImmutableMap<MetricId, Set<String>> currencies;

  ForeignMoney(Ledger ledger) {
    ImmutableMap.Builder<MetricId, Set<String>> found = ImmutableMap.builder();
    if (ledger.catalog().dimensions().contains(Dimension.CURRENCY)) {
      Map<MetricId, Set<String>> sliced = ledger.currencies();
      Map<MetricId, Set<String>> whole = ledger.unsliced().currencies();
      for (Metric metric : ledger.catalog().metrics()) {
        boolean chosen = metric.aggregation().kept() == Kept.SNAPSHOTS;
        Set<String> held = (chosen ? whole : sliced).getOrDefault(metric.id(), Set.of());
        if (!Set.of(currency(metric.unit())).containsAll(held)) {
          found.put(metric.id(), held);
        }
      }
    }
    currencies = found.buildOrThrow();
  }

  private static String currency(UnitOfMeasure unit) {
    if (unit instanceof UnitOfMeasure.Per rate) {
      return currency(rate.of());
    }
    return unit instanceof UnitOfMeasure.Money money ? money.currency() : "";
  }

  /** Refuses a metric whose facts are in another currency than the metric itself. */
  void requireNone(Metric metric) {
    Set<String> held = currencies.get(metric.id());
    if (held != null) {
      throw new IllegalArgumentException(
          "facts of "
              + metric.id()
              + " must be in "
              + metric.unit()
              + ", as the metric is, but are in "
              + held
              + "; convert them first, by Ledger.in(Conversion)");
    }
  }
}
