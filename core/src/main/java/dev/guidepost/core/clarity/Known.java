package dev.guidepost.core.clarity;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import dev.guidepost.core.agreement.Agreements;
import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Terms;
import dev.guidepost.core.goal.Goal;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.GoalId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.MetricId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a sheet said at the end of a day, by the person or unit it is about: gathered once, however
 * many there are. What was recorded later has no part in it.
 */
final class Known {

  private final ClaritySheet sheet;
  private final LocalDate day;
  private final Agreements agreements;
  private final ImmutableListMultimap<PartyId, Target> targets;
  private final ImmutableListMultimap<PartyId, Commitment> commitments;
  private final ImmutableListMultimap<PartyId, Goal> goals;
  private final ImmutableSetMultimap<PartyId, MetricId> followed;

  Known(ClaritySheet sheet, LocalDate day) {
    this.sheet = sheet;
    this.day = day;
    this.agreements = sheet.agreements().asOf(day);
    this.targets =
        sheet.targets().asOf(day).current(day).stream()
            .collect(
                ImmutableListMultimap.toImmutableListMultimap(Target::owner, target -> target));
    this.commitments =
        sheet.commitments().asOf(day).current(day).stream()
            .collect(ImmutableListMultimap.toImmutableListMultimap(Commitment::person, one -> one));
    this.goals =
        sheet.goals().goals().stream()
            .filter(goal -> goal.pursuedOn(day))
            .collect(ImmutableListMultimap.toImmutableListMultimap(Goal::owner, goal -> goal));
    ImmutableSetMultimap.Builder<PartyId, MetricId> looked = ImmutableSetMultimap.builder();
    sheet.followed().forEach(looked::putAll);
    agreements.all().stream()
        .flatMap(trail -> trail.agreed().stream())
        .forEach(
            terms -> {
              if (terms instanceof Terms.Metrics chosen && chosen.period().contains(day)) {
                looked.putAll(chosen.party(), chosen.metrics());
              }
            });
    this.followed = looked.build();
  }

  ClaritySheet sheet() {
    return sheet;
  }

  LocalDate day() {
    return day;
  }

  Agreements agreements() {
    return agreements;
  }

  /** Everybody of whom something is asked, or who looks at something. */
  Set<PartyId> parties() {
    return ImmutableSet.<PartyId>builder()
        .addAll(targets.keySet())
        .addAll(commitments.keySet())
        .addAll(goals.keySet())
        .addAll(followed.keySet())
        .addAll(sheet.followed().keySet())
        .build();
  }

  Carried of(PartyId party) {
    return new Carried(
        party,
        this,
        targets.get(party),
        commitments.get(party),
        goals.get(party),
        new TreeSet<>(followed.get(party)));
  }

  /** Whether anybody had said by then what the goals are. */
  boolean hasGoals() {
    return !sheet.goals().strategies().isEmpty()
        || sheet.goals().goals().stream().anyMatch(this::begun);
  }

  private boolean begun(Goal goal) {
    return !goal.effectiveFrom().isAfter(day);
  }

  /** A goal that was there by then, retired or not. */
  Optional<Goal> goal(GoalId id) {
    return sheet.goals().find(id).filter(this::begun);
  }

  /** The goals that serve a goal and were there by then. */
  Stream<Goal> serving(Goal goal) {
    return sheet.goals().serving(goal.id()).stream().filter(this::begun);
  }
}
