package dev.guidepost.core.feed;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.ActivityOutcome;
import dev.guidepost.core.record.Rating;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** The facts of activities, as known at the end of a day. */
final class ActivityFacts {

  private static final Set<MetricId> DERIVED =
      Set.of(
          StandardMetrics.JOINT_CALLS,
          TeamworkMetrics.COACHED_MEETINGS,
          TeamworkMetrics.SUPPORTED_MEETINGS,
          TeamworkMetrics.COACHED_CALLS);

  private ActivityFacts() {}

  static void write(Activity activity, LocalDate asOf, Batch batch) {
    Optional<Activity> seen = activity.asOf(asOf);
    Optional<String> refusal = seen.flatMap(known -> refusal(known, batch));
    if (refusal.isPresent()) {
      batch.refuse(key(activity.id()), refusal.get());
      return;
    }
    FactRow row = new FactRow(batch, key(activity.id()));
    seen.ifPresent(known -> write(known, row));
    row.end();
    writeQuality(activity.id(), seen.filter(Activity::held), batch);
  }

  static void withdraw(String activity, Batch batch) {
    FactRow.withdraw(batch, key(activity));
    FactRow.withdraw(batch, qualityKey(activity));
  }

  private static String key(String activity) {
    return "activity " + activity;
  }

  private static String qualityKey(String activity) {
    return "quality of activity " + activity;
  }

  private static Optional<String> refusal(Activity activity, Batch batch) {
    Optional<Metric> metric = batch.catalog().find(activity.metric());
    if (metric.isEmpty()) {
      return Optional.of("metric must be in the catalog, but was " + activity.metric());
    }
    if (DERIVED.contains(activity.metric())) {
      return Optional.of(
          "metric must not be one that is derived from meetings and calls, but was "
              + activity.metric());
    }
    boolean counts =
        metric.get().aggregation() instanceof Aggregation.Sum
            && metric.get().unit() instanceof UnitOfMeasure.Count
            && metric.get().metricClass() == MetricClass.ACTIVITY;
    return counts
        ? Optional.empty()
        : Optional.of(
            "metric must be a count of activities that adds up, but was " + activity.metric());
  }

  private static void write(Activity activity, FactRow row) {
    boolean meeting = activity.metric().equals(StandardMetrics.MEETINGS);
    row.dim(StandardMetrics.ACCOUNT, activity.account().map(AccountId::value))
        .by(activity.person())
        .on(activity.on());
    if (!activity.held()) {
      if (meeting) {
        row.put(StandardMetrics.MEETINGS_MISSED, activity.count());
      }
      return;
    }
    row.put(activity.metric(), activity.count());
    if (meeting) {
      writeMeeting(activity, row);
    } else if (activity.metric().equals(StandardMetrics.CALLS)) {
      activity
          .coaches()
          .forEach(coach -> row.by(coach).put(TeamworkMetrics.COACHED_CALLS, activity.count()));
    }
  }

  private static void writeMeeting(Activity activity, FactRow row) {
    if (activity.outcome().isPresent()) {
      row.put(StandardMetrics.MEETINGS_TOLD, activity.count());
    }
    if (activity.outcome().equals(Optional.of(ActivityOutcome.ADVANCED))) {
      row.put(StandardMetrics.MEETINGS_ADVANCED, activity.count());
    }
    if (activity.joint()) {
      row.put(StandardMetrics.JOINT_CALLS, activity.count());
    }
    activity
        .coaches()
        .forEach(coach -> row.by(coach).put(TeamworkMetrics.COACHED_MEETINGS, activity.count()));
    activity
        .supporters()
        .forEach(who -> row.by(who).put(TeamworkMetrics.SUPPORTED_MEETINGS, activity.count()));
  }

  /** A rating on another scale than the metric's cannot be in its mean. */
  private static void writeQuality(String id, Optional<Activity> held, Batch batch) {
    FactRow row = new FactRow(batch, qualityKey(id));
    Optional<Rating> rating = held.flatMap(Activity::quality);
    Optional<Metric> metric = batch.catalog().find(PracticeMetrics.ACTIVITY_QUALITY);
    if (rating.isPresent() && metric.isPresent()) {
      if (!metric.get().unit().equals(rating.get().scale())) {
        batch.refuse(
            qualityKey(id),
            "rating must be of " + metric.get().unit() + ", but was " + rating.get());
        return;
      }
      Activity activity = held.orElseThrow();
      row.dim(StandardMetrics.ACCOUNT, activity.account().map(AccountId::value))
          .by(activity.person())
          .on(activity.on())
          .put(PracticeMetrics.ACTIVITY_QUALITY, rating.get().score());
    }
    row.end();
  }
}
