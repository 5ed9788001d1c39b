package dev.guidepost.core.feed;

import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.UnitOfMeasure;

/**
 * Metrics of how selling is done: how deals go through the stages of a process, and how good
 * activities are.
 *
 * <p>Stages are told by opening cohort, as win yield is: an entry and a pass count on the day on
 * which the deal was opened, so that the conversion of a stage is that of the deals opened in a
 * period, so far. {@link StageFacts} writes them.
 */
public final class PracticeMetrics {

  /** Deals that entered a stage so far, on the day they were opened. */
  public static final MetricId STAGE_ENTRIES = MetricId.of("stage-entries");

  /** Deals that passed a stage so far, on the day they were opened. */
  public static final MetricId STAGE_PASSES = MetricId.of("stage-passes");

  /** Deals that passed a stage of those that entered it. */
  public static final MetricId STAGE_CONVERSION = MetricId.of("stage-conversion");

  /** Mean rating of activities, on their day. */
  public static final MetricId ACTIVITY_QUALITY = MetricId.of("activity-quality");

  /** The stage, by its name in the process. */
  public static final Dimension STAGE = Dimension.of("stage");

  private static final int QUALITY_DECIMALS = 2;

  private PracticeMetrics() {}

  /**
   * Returns a catalog with the metrics and the dimension of this class.
   *
   * @param catalog the catalog
   * @param scale the scale on which activities are rated
   * @return the catalog with these added
   * @throws IllegalArgumentException if it defines one of these metrics otherwise
   */
  public static Catalog addTo(Catalog catalog, UnitOfMeasure.Score scale) {
    return catalog
        .with(STAGE)
        .with(
            deals(STAGE_ENTRIES, "Stage entries")
                .definition(
                    "Deals that entered a stage of open deals so far, once for each stage however"
                        + " often they came back to it, on the day they were opened; a shared one"
                        + " counts for everyone with a share on that day.")
                .build(),
            deals(STAGE_PASSES, "Stage passes")
                .definition(
                    "Deals that entered a stage and after that a later one of open deals, or are"
                        + " won, on the day they were opened.")
                .build(),
            Metric.builder()
                .id(STAGE_CONVERSION)
                .name("Stage conversion")
                .aggregation(new Aggregation.RatioOf(STAGE_PASSES, STAGE_ENTRIES))
                .unit(new UnitOfMeasure.Share())
                .metricClass(MetricClass.OBJECTIVE)
                .timing(Timing.LEADING)
                .definition(
                    "Deals that passed a stage so far of those opened in the period that entered"
                        + " it.")
                .build(),
            Metric.builder()
                .id(ACTIVITY_QUALITY)
                .name("Activity quality")
                .aggregation(new Aggregation.Mean())
                .unit(scale)
                .scale(QUALITY_DECIMALS)
                .metricClass(MetricClass.OBJECTIVE)
                .timing(Timing.LEADING)
                .definition(
                    "Mean rating of activities that took place and were rated, on the day of the"
                        + " activity; each counts once.")
                .build());
  }

  private static Metric.Builder deals(MetricId id, String name) {
    return Metric.builder()
        .id(id)
        .name(name)
        .aggregation(new Aggregation.Sum())
        .unit(new UnitOfMeasure.Count("deals"))
        .metricClass(MetricClass.OBJECTIVE)
        .timing(Timing.LEADING);
  }
}
