package dev.guidepost.targets.planning;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The bookings goals of one period: its own targets, or those of parts that fill it exactly. */
final class GoalPeriod {

  private final Period period;
  private final Map<PartyId, Target> goals = new HashMap<>();
  private final Set<Target> summed = new HashSet<>();
  private final ImmutableList<Target> apart;

  /**
   * Picks them out of all targets.
   *
   * @throws IllegalArgumentException if an owner has two for the period
   */
  GoalPeriod(Period period, List<Target> targets) {
    this.period = period;
    List<Target> others =
        targets.stream().filter(target -> isBookings(target) && !isOf(target)).toList();
    for (Target target : targets) {
      if (isOf(target)) {
        Target before = goals.put(target.owner(), target);
        if (before != null) {
          throw new IllegalArgumentException(
              "owner must have one target for "
                  + period.label()
                  + ", but "
                  + target.owner()
                  + " has "
                  + before.amount()
                  + " and "
                  + target.amount());
        }
      }
    }
    ImmutableListMultimap<PartyId, Target> parts =
        Multimaps.index(
            others.stream()
                .filter(target -> Goals.within(target.period(), period))
                .sorted(Comparator.comparing(target -> target.period().start()))
                .toList(),
            Target::owner);
    for (PartyId owner : parts.keySet()) {
      if (!goals.containsKey(owner) && fill(parts.get(owner))) {
        goals.put(owner, sum(parts.get(owner)));
        summed.addAll(parts.get(owner));
      }
    }
    apart =
        others.stream()
            .filter(target -> !goals.containsKey(target.owner()))
            .filter(target -> target.period().start().isBefore(period.end()))
            .filter(target -> target.period().end().isAfter(period.start()))
            .collect(ImmutableList.toImmutableList());
  }

  private static boolean isBookings(Target target) {
    return target.metric().equals(StandardMetrics.BOOKINGS) && target.scope().isEmpty();
  }

  /** Whether one follows the other from the first day to the last. */
  private boolean fill(List<Target> parts) {
    LocalDate until = period.start();
    for (Target part : parts) {
      if (!part.period().start().equals(until)) {
        return false;
      }
      until = part.period().end();
    }
    return until.equals(period.end());
  }

  private Target sum(List<Target> parts) {
    Optional<Target.Basis> assumed =
        parts.stream().map(Target::basis).filter(Target.Assumed.class::isInstance).findFirst();
    return Target.builder()
        .owner(parts.get(0).owner())
        .metric(StandardMetrics.BOOKINGS)
        .period(period)
        .amount(parts.stream().map(Target::amount).reduce(Quantity.ZERO, Quantity::plus))
        .basis(
            assumed.orElseGet(
                () -> new Target.Derived("the sum of " + parts.size() + " targets of its parts")))
        .build();
  }

  /** Whether a target is one for bookings in all of the period. */
  boolean isOf(Target target) {
    return isBookings(target)
        && target.period().start().equals(period.start())
        && target.period().end().equals(period.end());
  }

  /** Whether a goal is a target, or its amount is part of one. */
  boolean uses(Target target) {
    return isOf(target) || summed.contains(target);
  }

  /** The goals by owner. */
  ImmutableMap<PartyId, Target> goals() {
    return ImmutableMap.copyOf(goals);
  }

  /** Targets for bookings that overlap the period, of owners who have no goal. */
  ImmutableList<Target> apart() {
    return apart;
  }
}
