package dev.guidepost.core.clarity;

import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.goal.Goal;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Grain;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What one person or unit carries on a day.
 *
 * @param known all that was known on the day
 * @param targets the targets of periods that hold the day
 * @param commitments what was committed to for weeks that hold the day
 * @param goals the goals pursued on the day
 * @param followed the metrics looked at beside those
 */
record Carried(
    PartyId party,
    Known known,
    List<Target> targets,
    List<Commitment> commitments,
    List<Goal> goals,
    Set<MetricId> followed) {

  ClaritySheet sheet() {
    return known.sheet();
  }

  LocalDate day() {
    return known.day();
  }

  boolean person() {
    return party instanceof PersonId;
  }

  /** The metrics that something is asked of. */
  Set<MetricId> asked() {
    Set<MetricId> asked = new TreeSet<>();
    targets.forEach(target -> asked.add(target.metric()));
    commitments.forEach(commitment -> asked.add(commitment.metric()));
    return asked;
  }

  /** The metrics that are looked at, for whatever reason. */
  Set<MetricId> seen() {
    Set<MetricId> seen = asked();
    seen.addAll(followed);
    return seen;
  }

  /** The metrics that are looked at each week. */
  Set<MetricId> weekly() {
    Set<MetricId> weekly = new TreeSet<>(followed);
    commitments.forEach(commitment -> weekly.add(commitment.metric()));
    targets.stream()
        .filter(target -> target.period().grain() == Grain.WEEK)
        .forEach(target -> weekly.add(target.metric()));
    return weekly;
  }

  /** The targets of metrics that can only be measured. */
  List<Target> results() {
    return targets.stream()
        .filter(
            target ->
                defined(Set.of(target.metric()))
                    .anyMatch(metric -> metric.metricClass() == MetricClass.RESULT))
        .toList();
  }

  /** The definitions of those metrics that the catalog has. */
  Stream<Metric> defined(Set<MetricId> ids) {
    return ids.stream().flatMap(id -> sheet().catalog().find(id).stream());
  }
}
