package dev.guidepost.targets.reach;

import dev.guidepost.core.goal.Target;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One of a person's goals, as the one plan for all of them serves it.
 *
 * @param target the goal
 * @param neededPerWeek opportunities a week that the confidence asked for would take for this goal
 *     alone; empty if no number that was tried would do, or the plan cannot serve it
 * @param chance the chance of this goal if the plan is followed, 0 to 1; empty if the plan cannot
 *     serve it
 * @param reason why the plan cannot serve it; empty if it does
 */
public record ServedGoal(
    Target target, OptionalDouble neededPerWeek, OptionalDouble chance, String reason) {

  /**
   * Returns a goal that the plan cannot serve.
   *
   * @param target the goal
   * @param reason why not
   * @return the goal
   */
  public static ServedGoal not(Target target, String reason) {
    return new ServedGoal(target, OptionalDouble.empty(), OptionalDouble.empty(), reason);
  }

  /**
   * Tells whether the plan is made for it.
   *
   * @return false if a reason says why not
   */
  public boolean served() {
    return reason.isEmpty();
  }

  /** Returns goal and chance, or the reason, on one line. */
  @Override
  public String toString() {
    String goal =
        target.metric() + " " + target.amount().print() + " in " + target.period().label();
    if (!served()) {
      return goal + ": not planned for, " + reason;
    }
    return goal
        + String.format(Locale.ROOT, ": %.0f %% with plan", chance.orElse(0) * 100)
        + (neededPerWeek.isEmpty()
            ? ", no number of new deals that was tried is enough"
            : String.format(Locale.ROOT, ", takes %.1f a week", neededPerWeek.getAsDouble()));
  }
}
