package dev.guidepost.core.clarity;

import dev.guidepost.core.agreement.Agreement;
import dev.guidepost.core.agreement.Terms;
import dev.guidepost.core.goal.Goal;
import dev.guidepost.core.goal.GoalTree;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether what is asked has a reason, still has it, and was agreed on. */
record ReasonChecks(Carried carried, List<ClarityFinding> findings, Set<String> unchecked) {

  private void found(ClarityRule rule, String what, String remedy) {
    findings.add(new ClarityFinding(rule, carried.party(), what, remedy));
  }

  void strategy() {
    GoalTree tree = carried.sheet().goals();
    if (tree.goals().isEmpty()) {
      unchecked.add(ClarityRule.GOAL_WITHOUT_STRATEGY + ": nobody said what the goals are");
      return;
    }
    for (Goal goal : carried.goals()) {
      if (tree.priority(goal.id()).isEmpty()) {
        found(
            ClarityRule.GOAL_WITHOUT_STRATEGY,
            "\"" + goal.name() + "\" serves no priority",
            "link it to one, or stop it");
      }
    }
    for (Target target : carried.targets()) {
      if (target.goal().flatMap(tree::find).isEmpty()) {
        found(
            ClarityRule.GOAL_WITHOUT_STRATEGY,
            LoadChecks.brief(target)
                + target
                    .goal()
                    .map(id -> " is of goal " + id + ", which is not there")
                    .orElse(" is of no goal"),
            "link it to one, or withdraw it");
      }
    }
  }

  void retired() {
    GoalTree tree = carried.sheet().goals();
    LocalDate day = carried.day();
    for (Target target : carried.targets()) {
      target
          .goal()
          .flatMap(tree::find)
          .filter(goal -> goal.retiredBy(day))
          .ifPresent(
              goal ->
                  retired(
                      LoadChecks.brief(target),
                      "\"" + goal.name() + "\" was stopped",
                      "withdraw the target"));
    }
    for (Goal goal : carried.goals()) {
      goal.parent()
          .flatMap(tree::find)
          .filter(parent -> parent.retiredBy(day))
          .ifPresent(
              parent ->
                  retired(
                      "\"" + goal.name() + "\"",
                      "\"" + parent.name() + "\", which it serves, was stopped",
                      "stop it, or let it serve another"));
      if (!inEffect(goal.metric())) {
        retired("\"" + goal.name() + "\"", gone(goal.metric()), "stop it, or measure it anew");
      }
    }
    for (MetricId id : carried.asked()) {
      if (!inEffect(id)) {
        retired("a target or commitment of " + id, gone(id), "withdraw it");
      }
    }
  }

  private void retired(String carriedStill, String why, String remedy) {
    found(ClarityRule.RETIRED_CARRIED, carriedStill + " is still carried, but " + why, remedy);
  }

  private boolean inEffect(MetricId id) {
    return carried.sheet().catalog().find(id).filter(m -> m.effectiveOn(carried.day())).isPresent();
  }

  private String gone(MetricId id) {
    Optional<Metric> metric = carried.sheet().catalog().find(id);
    return metric.isEmpty()
        ? id + " is not in the catalog"
        : id + " does not count on " + carried.day();
  }

  void agreement() {
    for (Target target : carried.targets()) {
      Optional<Agreement> trail = carried.sheet().agreements().asOf(carried.day()).of(target);
      Terms holds = new Terms.Amount(target.key(), target.amount());
      if (trail.flatMap(Agreement::agreed).filter(holds::equals).isEmpty()) {
        found(
            ClarityRule.TARGET_WITHOUT_AGREEMENT,
            target.toString() + stand(trail),
            trail
                .flatMap(Agreement::waitingFor)
                .map(person -> person + " answers")
                .orElse("propose it, and say why"));
      }
    }
  }

  private static String stand(Optional<Agreement> trail) {
    if (trail.isEmpty()) {
      return " was never agreed on";
    }
    List<Agreement.Step> steps = trail.get().steps();
    return " holds, but was " + steps.get(steps.size() - 1);
  }
}
