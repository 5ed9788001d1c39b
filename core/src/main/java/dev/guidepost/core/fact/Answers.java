package dev.guidepost.core.fact;

import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.MetricId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells which metrics a view can answer for: what it leaves out would count as 0. */
final class Answers {

  private Answers() {}

  /**
   * Returns why a metric cannot be measured on a view, empty if it can.
   *
   * @param own the catalog before it was converted
   */
  static Optional<String> refusal(
      MetricId metric,
      Catalog own,
      Catalog catalog,
      Sieve sieve,
      Exchange.@Nullable Applied exchange) {
    if (exchange != null) {
      Linear linear = exchange.linear();
      if (linear != null && !linear.is(metric)) {
        return Optional.of(linear.refusal(metric));
      }
      Optional<String> band = Currencies.refusal(own.metric(metric), catalog.metric(metric));
      if (band.isPresent()) {
        return band;
      }
    }
    if (sieve.takesAllMetrics()) {
      return Optional.empty();
    }
    List<MetricId> leftOut =
        catalog.sources(metric).stream()
            .filter(source -> !sieve.takesMetric(catalog.code(source)))
            .toList();
    return leftOut.isEmpty()
        ? Optional.empty()
        : Optional.of(
            metric
                + " must be measured with all that it is read from, but this view of the ledger"
                + " leaves out "
                + leftOut);
  }
}
