package dev.guidepost.targets.funnel;

import dev.guidepost.core.quantity.Histogram;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How long deals take from opening to winning: the distribution, never only its middle.
 *
 * <p>Wins often come on two paths, quick ones and long ones, with little between. Then a median
 * describes no deal at all, so that {@link #paths()} tells the two apart.
 *
 * <pre>{@code
 * CycleTimes.of(histogram).toString();
 * // "4,238 wins in 57 days in the middle, half of them in 9 to 87; two paths: 37 % within 14 days, 53 % after 49"
 * }</pre>
 *
 * @param days the days from opening to winning of each win
 */
public record CycleTimes(Histogram days) {

  private static final int FEWEST = 20;
  private static final double BETWEEN = 0.10;
  private static final double EITHER_SIDE = 0.25;
  private static final int LEAST_GAP = 14;

  /**
   * Two paths to a win.
   *
   * @param quick the share of wins on the quick one, 0 to 1
   * @param within the days within which they come
   * @param slow the share of wins on the slow one, 0 to 1
   * @param after the days after which they come
   */
  public record Paths(double quick, int within, double slow, int after) {

    /** Returns both shares on one line. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "two paths: %.0f %% within %d days, %.0f %% after %d",
          quick * 100,
          within,
          slow * 100,
          after);
    }
  }

  /**
   * Creates cycle times.
   *
   * @param days the days from opening to winning of each win
   */
  public CycleTimes {
    Objects.requireNonNull(days, "days");
  }

  /**
   * Returns cycle times.
   *
   * @param days the days from opening to winning of each win
   * @return the times
   */
  public static CycleTimes of(Histogram days) {
    return new CycleTimes(days);
  }

  /**
   * Returns the share of wins that came by some day.
   *
   * @param age the days since opening
   * @return 0 to 1; 0 without wins
   */
  public double within(int age) {
    long by = 0;
    long[] counts = days.toArray();
    for (int day = 0; day <= Math.min(age, counts.length - 1); day++) {
      by += counts[day];
    }
    return days.total() == 0 ? 0 : (double) by / days.total();
  }

  /**
   * Tells whether wins come on two paths: the longest stretch of at least two weeks that holds at
   * most a tenth of them, with at least a quarter on either side.
   *
   * @return the paths; empty if there is one only, or there are fewer than 20 wins
   */
  public Optional<Paths> paths() {
    long total = days.total();
    if (total < FEWEST) {
      return Optional.empty();
    }
    long[] counts = days.toArray();
    long[] until = new long[counts.length + 1];
    for (int day = 0; day < counts.length; day++) {
      until[day + 1] = until[day] + counts[day];
    }
    int bestFrom = 0;
    int bestTo = 0;
    int to = 0;
    for (int from = 0; from < counts.length; from++) {
      // The days from .. to - 1 hold at most a tenth; both ends move only forward.
      to = Math.max(to, from);
      while (to < counts.length && until[to + 1] - until[from] <= BETWEEN * total) {
        to++;
      }
      if (to - from > bestTo - bestFrom
          && until[from] >= EITHER_SIDE * total
          && total - until[to] >= EITHER_SIDE * total) {
        bestFrom = from;
        bestTo = to;
      }
    }
    return bestTo - bestFrom < LEAST_GAP
        ? Optional.empty()
        : Optional.of(
            new Paths(
                (double) until[bestFrom] / total,
                bestFrom - 1,
                (double) (total - until[bestTo]) / total,
                bestTo - 1));
  }

  /** Returns the distribution on one line; "not enough data" with fewer than 20 wins. */
  @Override
  public String toString() {
    if (days.total() < FEWEST) {
      return "not enough data: "
          + days.total()
          + " wins with a day of opening, "
          + FEWEST
          + " needed";
    }
    return String.format(
        Locale.ROOT,
        "%,d wins in %d days in the middle, half of them in %d to %d%s",
        days.total(),
        days.quantile(0.5),
        days.quantile(0.25),
        days.quantile(0.75),
        paths().map(two -> "; " + two).orElse(""));
  }
}
