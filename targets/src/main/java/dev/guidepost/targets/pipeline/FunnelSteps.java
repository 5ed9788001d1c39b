package dev.guidepost.targets.pipeline;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A goal taken back through conversions one after another, on average and without time: how many of
 * each step it takes. What it leaves out, chance and time, {@link CreationNeed} has.
 *
 * <p>Rounding is a policy and is named: rounded up at each step, fractions of one step come again
 * in all before it; carried, only what is shown is rounded.
 *
 * <pre>{@code
 * FunnelSteps.of(14, Rounding.EACH_STEP)
 *     .from("proposals", .40).from("second meetings", .50).from("meetings", .35);
 * // 14 <- 35 proposals (40 %) <- 70 second meetings (50 %) <- 200 meetings (35 %)
 * }</pre>
 *
 * @param goal what is to be reached, 0 or more
 * @param rounding where is rounded
 * @param steps the steps, the one next to the goal first; unmodifiable
 */
public record FunnelSteps(double goal, Rounding rounding, List<Step> steps) {

  private static final double HAIR = 1e-9;

  /** Where is rounded up. */
  public enum Rounding {
    /** At each step: the next one is computed from the whole number. */
    EACH_STEP,
    /** Only what is shown: fractions are carried through all steps. */
    AT_THE_END
  }

  /**
   * One step.
   *
   * @param name what is counted
   * @param conversion how many of it lead to one of the step after it, above 0 to 1
   * @param exact how many it takes, with the fraction that the steps after it leave
   * @param count how many it takes, whole
   */
  public record Step(String name, double conversion, double exact, long count) {}

  /**
   * Creates steps.
   *
   * @param goal what is to be reached
   * @param rounding where is rounded
   * @param steps the steps
   * @throws IllegalArgumentException if the goal is negative or too large
   */
  public FunnelSteps {
    if (!(goal >= 0 && goal <= 1e12)) {
      throw new IllegalArgumentException("goal must be 0 or more, but was " + goal);
    }
    steps = ImmutableList.copyOf(steps);
  }

  /**
   * Starts from a goal.
   *
   * @param goal what is to be reached, such as wins, 0 or more
   * @param rounding where is rounded
   * @return no steps yet
   * @throws IllegalArgumentException if the goal is negative or too large
   */
  public static FunnelSteps of(double goal, Rounding rounding) {
    return new FunnelSteps(goal, rounding, List.of());
  }

  /**
   * Goes back one step.
   *
   * @param name what is counted
   * @param conversion how many of it lead to one of the step after it, above 0 to 1
   * @return the steps with this one as the last
   * @throws IllegalArgumentException if the conversion is out of bounds, or takes more than 1e15
   */
  public FunnelSteps from(String name, double conversion) {
    if (!(conversion > 0 && conversion <= 1)) {
      throw new IllegalArgumentException(
          "conversion of " + name + " must be above 0 to 1, but was " + conversion);
    }
    Step last = steps.isEmpty() ? new Step("", 1, goal, whole(goal)) : steps.get(steps.size() - 1);
    double after = rounding == Rounding.EACH_STEP ? last.count() : last.exact();
    double exact = after / conversion;
    if (!(exact <= 1e15)) {
      throw new IllegalArgumentException(name + " must be at most 1e15, but would be " + exact);
    }
    List<Step> all = new ArrayList<>(steps);
    all.add(new Step(name, conversion, exact, whole(exact)));
    return new FunnelSteps(goal, rounding, all);
  }

  private static long whole(double exact) {
    return (long) Math.ceil(exact - HAIR * Math.max(1, exact));
  }

  /**
   * Returns how many of a step it takes.
   *
   * @param name what is counted
   * @return the whole number
   * @throws IllegalArgumentException if there is no such step
   */
  public long count(String name) {
    return steps.stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "step must be one of "
                        + steps.stream().map(Step::name).toList()
                        + ", but was "
                        + name))
        .count();
  }

  /** Returns goal and steps on one line, the rounding last. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%,d", whole(goal)));
    for (Step step : steps) {
      text.append(
          String.format(
              Locale.ROOT,
              " <- %,d %s (%.0f %%)",
              step.count(),
              step.name(),
              step.conversion() * 100));
    }
    return text.append(
            rounding == Rounding.EACH_STEP ? "; rounded up at each step" : "; fractions carried")
        .toString();
  }
}
