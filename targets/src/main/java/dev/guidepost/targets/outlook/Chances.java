package dev.guidepost.targets.outlook;

import java.util.Locale;

/**
 * How likely a goal is, three times: "as things stand" is not one number.
 *
 * @param nothingNew if no opportunity is created any more, 0 to 1
 * @param recentRate if opportunities are created at the recent rate, 0 to 1
 * @param withPlan if the plan is followed, 0 to 1
 */
public record Chances(double nothingNew, double recentRate, double withPlan) {

  /** Returns the three chances on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.0f %% nothing new, %.0f %% at the recent rate, %.0f %% with plan",
        nothingNew * 100,
        recentRate * 100,
        withPlan * 100);
  }
}
