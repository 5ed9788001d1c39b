package dev.guidepost.core.clarity;

import dev.guidepost.core.agreement.Agreement;
import dev.guidepost.core.agreement.Terms;
import dev.guidepost.core.goal.Goal;
import dev.guidepost.core.goal.GoalTree;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whether what is asked has a reason, still has it, and was agreed on. */
record ReasonChecks(Carried carried, Notes notes) {

  private void found(ClarityRule rule, String what, String remedy) {
    notes.found(rule, carried.party(), what, remedy);
  }

  void strategy() {
    if (!carried.known().hasGoals()) {
      notes.unchecked(ClarityRule.GOAL_WITHOUT_STRATEGY, "nobody said what the goals are");
      return;
    }
    GoalTree tree = carried.sheet().goals();
    for (Goal goal : carried.goals()) {
      if (tree.priority(goal.id()).isEmpty()) {
        found(
            ClarityRule.GOAL_WITHOUT_STRATEGY,
            "\"" + goal.name() + "\" serves no priority",
            "link it to one, or stop it");
      }
    }
    for (Target target : carried.targets()) {
      unlinked(target)
          .ifPresent(
              why ->
                  found(
                      ClarityRule.GOAL_WITHOUT_STRATEGY,
                      LoadChecks.brief(target) + " is of " + why,
                      "link it to one, or withdraw it"));
    }
  }

  /** Why a target has no goal that could be its own; empty if it has one. */
  private Optional<String> unlinked(Target target) {
    if (target.goal().isEmpty()) {
      return Optional.of("no goal");
    }
    Optional<Goal> found = carried.known().goal(target.goal().get());
    if (found.isEmpty()) {
      return Optional.of("goal " + target.goal().get() + ", which is not there");
    }
    Goal goal = found.get();
    if (goal.owner() instanceof PersonId && !goal.owner().equals(target.owner())) {
      return Optional.of("\"" + goal.name() + "\", which is the goal of " + goal.owner());
    }
    return measures(goal, target.metric())
        ? Optional.empty()
        : Optional.of(
            "\"" + goal.name() + "\", which is of " + goal.metric() + ", and no link leads there");
  }

  /** Whether a metric is the goal's own, or linked to it by the goal or by one that serves it. */
  private boolean measures(Goal goal, MetricId metric) {
    return goal.metric().equals(metric)
        || goal.link().filter(link -> link.to().equals(metric)).isPresent()
        || carried.known().serving(goal).anyMatch(below -> below.metric().equals(metric));
  }

  void retired() {
    GoalTree tree = carried.sheet().goals();
    LocalDate day = carried.day();
    for (Target target : carried.targets()) {
      target
          .goal()
          .flatMap(carried.known()::goal)
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
      Optional<Agreement> trail = carried.known().agreements().of(target);
      List<String> open = notAgreed(trail, target);
      if (!open.isEmpty()) {
        found(
            ClarityRule.TARGET_WITHOUT_AGREEMENT,
            target + stand(trail, open),
            trail
                .flatMap(Agreement::waitingFor)
                .map(person -> person + " answers")
                .orElse("propose it, and say why"));
      }
    }
  }

  /** What a target asks for that is not agreed; all of it where nothing is. */
  private static List<String> notAgreed(Optional<Agreement> trail, Target target) {
    return trail
        .flatMap(Agreement::agreed)
        .map(terms -> ((Terms.Amount) terms).beside(target))
        .orElse(List.of(target.amount().print()));
  }

  private static String stand(Optional<Agreement> trail, List<String> open) {
    if (trail.isEmpty()) {
      return " was never agreed on";
    }
    List<Agreement.Step> steps = trail.get().steps();
    return " holds"
        + (trail.get().agreed().isPresent() ? " with " + String.join(", ", open) : "")
        + ", but was "
        + steps.get(steps.size() - 1);
  }
}
