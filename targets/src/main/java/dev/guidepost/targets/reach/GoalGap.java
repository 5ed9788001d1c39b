package dev.guidepost.targets.reach;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a goal asks beyond the person's best month: it is not asked for, it is talked about.
 *
 * @param confidence the chance asked for, above 0 and below 1
 * @param bestPerWeek opportunities a week in the best month, or at the usual rate if that is higher
 * @param usual whether the usual rate is higher than the best month
 * @param neededPerWeek opportunities a week that the confidence would take; empty if no number up
 *     to {@code mostPerWeek} would do
 * @param mostPerWeek the most opportunities a week that were tried; empty if none can be opened in
 *     time
 * @param chance the chance of the goal at the best month, below the confidence
 * @param options what would close it, each alone, the smallest change first; unmodifiable
 * @param ruledOut what would not, and why; unmodifiable
 */
public record GoalGap(
    double confidence,
    double bestPerWeek,
    boolean usual,
    OptionalDouble neededPerWeek,
    OptionalDouble mostPerWeek,
    double chance,
    List<GapOption> options,
    List<String> ruledOut) {

  /**
   * Creates a gap.
   *
   * @param confidence the chance asked for
   * @param bestPerWeek opportunities a week in the best month, or at the usual rate
   * @param usual whether the usual rate is higher
   * @param neededPerWeek opportunities a week that the confidence would take
   * @param mostPerWeek the most opportunities a week that were tried
   * @param chance the chance of the goal at the best month
   * @param options what would close it, in any order
   * @param ruledOut what would not, and why
   */
  public GoalGap {
    options = ImmutableList.sortedCopyOf(Comparator.comparingDouble(GapOption::change), options);
    ruledOut = ImmutableList.copyOf(ruledOut);
  }

  /**
   * Returns what a goal takes, in words.
   *
   * @param confidence the chance asked for
   * @param neededPerWeek opportunities a week that it would take; empty if no number that was tried
   * @param mostPerWeek the most that were tried; empty if none can be opened in time
   * @return such as {@code "80 % would take 5.4 a week"}
   */
  public static String takes(
      double confidence, OptionalDouble neededPerWeek, OptionalDouble mostPerWeek) {
    if (neededPerWeek.isPresent()) {
      return String.format(
          Locale.ROOT,
          "%.0f %% would take %.1f a week",
          confidence * 100,
          neededPerWeek.getAsDouble());
    }
    return mostPerWeek.isPresent()
        ? String.format(
            Locale.ROOT,
            "%.0f %% would take more than %.1f a week",
            confidence * 100,
            mostPerWeek.getAsDouble())
        : "no new deal can be opened in time";
  }

  /**
   * Returns the smallest change that makes the goal feasible.
   *
   * @return the first option; empty if there is none
   */
  public Optional<GapOption> smallest() {
    return options.stream().findFirst();
  }

  /** Returns what is infeasible and the smallest change on one line. */
  @Override
  public String toString() {
    String takes = takes(confidence, neededPerWeek, mostPerWeek);
    return String.format(
        Locale.ROOT,
        "infeasible: %s, the %s %.1f gives %.0f %%; %s",
        takes,
        usual ? "usual rate" : "best month",
        bestPerWeek,
        chance * 100,
        smallest()
            .map(option -> "smallest change: " + option)
            .orElse("no single change is enough"));
  }

  /**
   * Returns all options and what is ruled out as lines.
   *
   * @return the lines, each ending in {@code \n}
   */
  public String print() {
    StringBuilder text = new StringBuilder().append(this).append('\n');
    for (GapOption option : options) {
      text.append(String.format(Locale.ROOT, "  %s (%+.0f %%)\n", option, signed(option) * 100));
    }
    ruledOut.forEach(reason -> text.append("  not ").append(reason).append('\n'));
    return text.toString();
  }

  private static double signed(GapOption option) {
    return option instanceof GapOption.LowerTarget ? -option.change() : option.change();
  }
}
