package dev.guidepost.core.clarity;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Terms;
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
 * @param targets the targets of periods that hold the day
 * @param commitments what was committed to for weeks that hold the day
 * @param goals the goals pursued on the day
 * @param followed the metrics looked at beside those
 */
record Carried(
    PartyId party,
    LocalDate day,
    List<Target> targets,
    List<Commitment> commitments,
    List<Goal> goals,
    Set<MetricId> followed,
    ClaritySheet sheet) {

  static Carried of(PartyId party, ClaritySheet sheet, LocalDate day) {
    return new Carried(
        party,
        day,
        sheet.targets().current(day).stream()
            .filter(target -> target.owner().equals(party))
            .collect(ImmutableList.toImmutableList()),
        sheet.commitments().current(day).stream()
            .filter(commitment -> commitment.person().equals(party))
            .collect(ImmutableList.toImmutableList()),
        sheet.goals().goals().stream()
            .filter(goal -> goal.owner().equals(party) && goal.pursuedOn(day))
            .collect(ImmutableList.toImmutableList()),
        followed(party, sheet, day),
        sheet);
  }

  private static Set<MetricId> followed(PartyId party, ClaritySheet sheet, LocalDate day) {
    Set<MetricId> followed = new TreeSet<>();
    if (party instanceof PersonId person) {
      followed.addAll(sheet.followed().getOrDefault(person, Set.of()));
    }
    sheet.agreements().all().stream()
        .flatMap(trail -> trail.agreed().stream())
        .filter(
            terms ->
                terms instanceof Terms.Metrics chosen
                    && chosen.party().equals(party)
                    && chosen.period().contains(day))
        .forEach(terms -> followed.addAll(((Terms.Metrics) terms).metrics()));
    return followed;
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
    return ids.stream().flatMap(id -> sheet.catalog().find(id).stream());
  }
}
