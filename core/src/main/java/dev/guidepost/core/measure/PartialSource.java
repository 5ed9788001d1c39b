package dev.guidepost.core.measure;

import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.time.Period;

/**
 * Where what is kept of facts comes from: the facts themselves, or sums made of them before.
 *
 * <p>It answers for one place, such as one person or one unit of a tree.
 */
@FunctionalInterface
public interface PartialSource {

  /**
   * Returns what is kept of the facts of a metric in a period.
   *
   * @param metric a metric whose aggregation keeps something of its own
   * @param period the days; for a metric to date more than those that are measured
   * @return what is kept, of the kind that its {@link dev.guidepost.core.metric.Aggregation#kept()}
   *     tells
   */
  Partial partial(Metric metric, Period period);
}
