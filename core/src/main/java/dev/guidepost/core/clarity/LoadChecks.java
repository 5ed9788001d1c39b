package dev.guidepost.core.clarity;

import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Whether what is asked of a person is not too much, and is something the person can do. */
record LoadChecks(Carried carried, Notes notes) {

  private void found(ClarityRule rule, String what, String remedy) {
    notes.found(rule, carried.party(), what, remedy);
  }

  void resultGoals(int most) {
    List<Target> results = withoutPhases(carried.results());
    if (carried.person() && results.size() > most) {
      found(
          ClarityRule.TOO_MANY_RESULT_GOALS,
          results.size() + " result goals: " + results.stream().map(LoadChecks::brief).toList(),
          "keep the " + most + " that matter most");
    }
  }

  /** The quarter and its months are one goal: of what differs in its days alone, the longest. */
  private static List<Target> withoutPhases(List<Target> targets) {
    Map<Object, Target> longest = new LinkedHashMap<>();
    for (Target target : targets) {
      longest.merge(
          List.of(target.metric(), target.scope()),
          target,
          (one, other) -> days(other.period()) > days(one.period()) ? other : one);
    }
    return List.copyOf(longest.values());
  }

  private static long days(Period period) {
    return ChronoUnit.DAYS.between(period.start(), period.end());
  }

  static String brief(Target target) {
    return target.metric()
        + (target.scope().isEmpty() ? "" : " " + target.scope())
        + " "
        + target.period().label();
  }

  void weeklyMetrics(int most) {
    if (carried.person() && carried.weekly().size() > most) {
      found(
          ClarityRule.TOO_MANY_WEEKLY_METRICS,
          carried.weekly().size() + " metrics to look at each week: " + carried.weekly(),
          "keep the " + most + " that the person can act on");
    }
  }

  void capacity() {
    Map<Period, Quantity> needed = new TreeMap<>();
    for (Commitment commitment : carried.commitments()) {
      Optional<Quantity> each =
          Optional.ofNullable(carried.sheet().effort().get(commitment.metric()));
      if (each.isEmpty()) {
        notes.unchecked(
            ClarityRule.OVER_CAPACITY,
            carried.party(),
            "nobody said how many hours " + commitment.metric() + " take");
      }
      Quantity hours = each.orElse(Quantity.ZERO).times(commitment.count());
      needed.merge(commitment.week(), hours, Quantity::plus);
    }
    needed.forEach(this::requireHours);
  }

  private void requireHours(Period week, Quantity needed) {
    PersonId person = (PersonId) carried.party();
    Optional<Quantity> has = carried.sheet().hours().of(person, week);
    if (has.isEmpty()) {
      notes.unchecked(ClarityRule.OVER_CAPACITY, person, "nobody said how many hours there are");
    } else if (needed.compareTo(has.get()) > 0) {
      found(
          ClarityRule.OVER_CAPACITY,
          needed.print()
              + " hours committed in "
              + week.label()
              + ", of "
              + has.get().print()
              + " there are",
          "agree on " + needed.minus(has.get()).print() + " hours less from the next week on");
    }
  }

  void leading() {
    List<Target> results = carried.results();
    boolean can =
        carried
            .defined(carried.seen())
            .anyMatch(metric -> metric.manageable() && metric.timing() instanceof Timing.Leading);
    if (carried.person() && !results.isEmpty() && !can) {
      found(
          ClarityRule.NO_LEADING_METRIC,
          results.stream().map(LoadChecks::brief).toList() + " and nothing to do for it",
          "agree on an activity that leads to it");
    }
  }

  void countable() {
    for (Commitment commitment : carried.commitments()) {
      commitment
          .obstacle(carried.sheet().catalog())
          .filter(why -> carried.sheet().catalog().find(commitment.metric()).isPresent())
          .ifPresent(
              why ->
                  found(
                      ClarityRule.COMMITMENT_NOT_COUNTABLE,
                      commitment.count() + " " + commitment.metric() + " agreed, but " + why,
                      "agree on what the person does for it, in whole numbers"));
    }
  }

  void quality() {
    carried
        .defined(carried.asked())
        .filter(metric -> metric.metricClass() == MetricClass.ACTIVITY)
        .forEach(this::requireQuality);
  }

  private void requireQuality(Metric metric) {
    if (metric.quality().isEmpty()) {
      found(
          ClarityRule.ACTIVITY_WITHOUT_QUALITY,
          metric.id() + " is counted, and no metric shows how well it is done",
          "pair it with one in the catalog");
    } else if (!carried.seen().contains(metric.quality().get())) {
      found(
          ClarityRule.ACTIVITY_WITHOUT_QUALITY,
          metric.id() + " is counted, and " + metric.quality().get() + " not looked at",
          "look at both");
    }
  }
}
