package dev.guidepost.examples.bench;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * What one candidate needed in one case.
 *
 * @param contest the case
 * @param candidate who
 * @param size how many facts there were
 * @param threads how many threads worked
 * @param rounds what each round came to, in ns a unit, or in bytes
 * @param floor what the floor of the case came to, if it has one
 * @param duck what DuckDB's best came to, if it took part
 * @param goals what it should come to
 * @param verdicts by goal whether it does
 */
record Figure(
    String contest,
    String candidate,
    int size,
    int threads,
    ImmutableList<Double> rounds,
    OptionalDouble floor,
    OptionalDouble duck,
    ImmutableList<Goal> goals,
    ImmutableList<String> verdicts) {

  /** The heading of {@link #values()}. */
  static final String COLUMNS =
      "case,candidate,n,threads,ns_per_unit,ratio_to_floor,ratio_to_duckdb";

  private static final String ROW = "%-24s %-50s %10s %3s %12s %12s %24s %9s %10s  %-26s %s%n";

  double median() {
    return quantile(rounds, 0.5);
  }

  /** Returns a quantile, one between two rounds by their distance. */
  static double quantile(List<Double> rounds, double share) {
    List<Double> sorted = Ordering.natural().sortedCopy(rounds);
    double place = share * (sorted.size() - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }

  boolean missed() {
    return verdicts.stream().anyMatch(verdict -> !verdict.equals("met"));
  }

  /** Returns the figure as comma-separated values, which are none where there is no such peer. */
  String values() {
    return String.format(
        Locale.ROOT,
        "%s,%s,%d,%d,%.4g,%s,%s",
        quoted(contest),
        quoted(candidate),
        size,
        threads,
        median(),
        ratio(floor),
        ratio(duck));
  }

  private static String quoted(String text) {
    return text.contains(",") ? "\"" + text + "\"" : text;
  }

  private String ratio(OptionalDouble to) {
    return to.isPresent() ? String.format(Locale.ROOT, "%.4g", median() / to.getAsDouble()) : "";
  }

  static String heading() {
    return String.format(
        Locale.ROOT,
        ROW,
        "case",
        "candidate",
        "n",
        "thr",
        "ns/unit",
        "least",
        "middle half of rounds",
        "x floor",
        "x DuckDB",
        "goal",
        "reached");
  }

  /** Returns the figure as a line of the table. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        ROW,
        contest,
        candidate,
        String.format(Locale.ROOT, "%,d", size),
        threads,
        digits(median()),
        digits(quantile(rounds, 0)),
        digits(quantile(rounds, 0.25)) + " - " + digits(quantile(rounds, 0.75)),
        times(floor),
        times(duck),
        goals.stream().map(Goal::toString).collect(Collectors.joining(", ")),
        String.join(", ", verdicts));
  }

  private static String digits(double number) {
    return String.format(Locale.ROOT, number < 100 ? "%.2f" : "%,.0f", number);
  }

  /** Returns how many times it is of what another one came to, less than once as a part of it. */
  private String times(OptionalDouble other) {
    if (other.isEmpty()) {
      return "";
    }
    double times = median() / other.getAsDouble();
    return times == 0 || times >= 1 ? digits(times) : "1/" + digits(1 / times);
  }
}
