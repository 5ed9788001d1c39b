package dev.guidepost.examples.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A goal of the backtest, set before it was run, from an independent study of the same data.
 *
 * @param group the kind of company
 * @param what what is measured, in words
 * @param figure the name of the figure
 * @param low the least that meets it
 * @param high the most that meets it
 * @param percent whether the figure is told in percent
 */
record Aim(Group group, String what, String figure, double low, double high, boolean percent) {

  private static final double MORE = Double.POSITIVE_INFINITY;

  /** Returns all goals. */
  static List<Aim> all() {
    List<Aim> aims = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      aims.add(person(Group.OBEYING, measure, "80 % interval covers", "covers 80", 0.77, 0.83));
      aims.add(person(Group.OBEYING, measure, "bias", "bias", -0.03, 0.03));
    }
    aims.add(skill("stage-weighted", "skill over stage-weighted", 0.45));
    aims.add(skill("open/3", "skill over open/3", 0.14));
    aims.add(skill("company rate", "skill over company rate", 0.15));
    aims.add(skill("constant", "skill over constant", 0.08));
    aims.add(skill("constant, up to 120 days", "young, skill over constant", 0.03));
    aims.add(
        new Aim(
            Group.REAL,
            "deals: mean chance less share won",
            Group.REAL + "|deals|mean chance less share won",
            -0.05,
            0.05,
            false));
    for (Measure measure : Measure.values()) {
      for (Forecaster peer : List.of(Forecaster.STAGE_WEIGHTED, Forecaster.OPEN_THIRD)) {
        aims.add(
            person(Group.REAL, measure, "CRPS below " + peer, "crps below " + peer, 0.35, MORE));
      }
      aims.add(person(Group.REAL, measure, "80 % interval covers", "covers 80", 0.58, MORE));
    }
    return aims;
  }

  private static Aim person(
      Group group, Measure measure, String what, String name, double low, double high) {
    return new Aim(
        group,
        "person, " + measure + ": " + what,
        group + "|person|" + measure + "|" + name,
        low,
        high,
        true);
  }

  private static Aim skill(String over, String name, double low) {
    return new Aim(
        Group.REAL,
        "deals: Brier skill over " + over,
        Group.REAL + "|deals|" + name,
        low,
        MORE,
        false);
  }

  /** Returns the goal in words. */
  String goal() {
    return high == MORE
        ? ">= " + text(low)
        : low == -high ? "within " + text(high) : text(low) + " to " + text(high);
  }

  /** Returns a value as it is told. */
  String text(double value) {
    return Double.isNaN(value)
        ? "-"
        : percent
            ? String.format(Locale.ROOT, "%.1f %%", value * 100)
            : String.format(Locale.ROOT, "%.3f", value);
  }

  /** Returns the 95 % interval of a figure. */
  String range(Figure figure) {
    if (Double.isNaN(figure.low())) {
      return "-";
    }
    return percent
        ? String.format(Locale.ROOT, "[%.0f, %.0f]", figure.low() * 100, figure.high() * 100)
        : String.format(Locale.ROOT, "[%.2f, %.2f]", figure.low(), figure.high());
  }

  /** Returns whether a figure meets the goal. */
  String verdict(Figure given) {
    return Double.isNaN(given.value())
        ? "not measured"
        : given.value() >= low && given.value() <= high ? "met" : "missed";
  }
}
