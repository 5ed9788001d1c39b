package dev.guidepost.core.measure;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.metric.MetricId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The facts of a metric in and outside the slices of a view: those that choose snapshots.
 *
 * <p>Of a view that was sliced before it was converted they are converted once for each metric, as
 * a fact of another metric need not be convertible.
 */
final class Unsliced {

  private final Ledger ledger;
  private final Map<MetricId, Ledger> views = new ConcurrentHashMap<>();

  Unsliced(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Returns the view of the facts of a metric, the same each time. */
  Ledger of(MetricId metric) {
    return views.computeIfAbsent(metric, any -> ledger.of(List.of(any)).unsliced());
  }
}
