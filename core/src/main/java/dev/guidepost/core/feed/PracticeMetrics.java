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
 * period, so far. How long deals are at a stage counts on the day of entry, by how the stay ended
 * ({@link dev.guidepost.core.practice.StageStay}), with stays that last and stays that began before
 * closings were recorded told apart. {@link #ADVANCES} alone counts on the day on which it
 * happened, and so tells what was moved in a week. {@link StageFacts} writes all of them.
 */
public final class PracticeMetrics {

  /** Deals that entered a stage so far, on the day they were opened. */
  public static final MetricId STAGE_ENTRIES = MetricId.of("stage-entries");

  /** Deals that passed a stage so far, on the day they were opened. */
  public static final MetricId STAGE_PASSES = MetricId.of("stage-passes");

  /** Deals that passed a stage of those that entered it. */
  public static final MetricId STAGE_CONVERSION = MetricId.of("stage-conversion");

  /** Days at a stage of deals that went on to a later one or were won, on the day of entry. */
  public static final MetricId STAGE_ADVANCE_DAYS = MetricId.of("stage-advance-days");

  /** Days at a stage of deals that were lost there, on the day of entry. */
  public static final MetricId STAGE_LOSS_DAYS = MetricId.of("stage-loss-days");

  /** Days at a stage of deals that are still there, on the day of entry. */
  public static final MetricId STAGE_OPEN_DAYS = MetricId.of("stage-open-days");

  /** Days that deals had been at a stage when they came under observation, on the day of entry. */
  public static final MetricId STAGE_ENTRY_DAYS = MetricId.of("stage-entry-days");

  /** Deals that went past a stage without being there, on the day on which they did. */
  public static final MetricId STAGE_SKIPS = MetricId.of("stage-skips");

  /** Steps back from a stage that a deal had reached, on the day on which it had reached it. */
  public static final MetricId STAGE_RETURNS = MetricId.of("stage-returns");

  /**
   * Steps forward: deals that went on to a further stage than they had reached, or were won from
   * one, on the day on which they did.
   */
  public static final MetricId ADVANCES = MetricId.of("advances");

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
            days(STAGE_ADVANCE_DAYS, "Days to go on")
                .definition(
                    "Calendar days at a stage, as the furthest one that the deal had reached, of"
                        + " deals that went on to a later stage or were won, on the day of entry.")
                .build(),
            days(STAGE_LOSS_DAYS, "Days to loss at a stage")
                .definition(
                    "Calendar days at a stage, as the furthest one, of deals that were lost there,"
                        + " on the day of entry.")
                .build(),
            days(STAGE_OPEN_DAYS, "Days at a stage so far")
                .definition(
                    "Calendar days at a stage, as the furthest one, of deals that are still there,"
                        + " on the day of entry.")
                .build(),
            days(STAGE_ENTRY_DAYS, "Days at a stage when first observed")
                .definition(
                    "Calendar days that a deal had been at a stage when closings began to be"
                        + " recorded, 0 for later entries, on the day of entry.")
                .build(),
            deals(STAGE_SKIPS, "Stages skipped")
                .definition(
                    "Deals that went from an earlier stage to a later one, or were won, without"
                        + " having been at a stage, on the day on which they did.")
                .build(),
            deals(STAGE_RETURNS, "Steps back")
                .definition(
                    "Steps back to an earlier stage from one that a deal had reached, on the day on"
                        + " which it had reached it.")
                .build(),
            deals(ADVANCES, "Advances")
                .definition(
                    "Deals that went on to a further stage than they had reached, or were won from"
                        + " one, on the day on which they did: once a day, however many stages"
                        + " they passed over; a shared one counts for everyone with a share on"
                        + " that day.")
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

  private static Metric.Builder days(MetricId id, String name) {
    return Metric.builder()
        .id(id)
        .name(name)
        .aggregation(new Aggregation.Distribution())
        .unit(new UnitOfMeasure.Days())
        .metricClass(MetricClass.OBJECTIVE)
        .timing(Timing.LEADING);
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
