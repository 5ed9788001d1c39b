package dev.guidepost.targets.pipeline;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Longs;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How many of an activity are needed in which week for what comes of it: earlier by its lag, in
 * whole weeks rounded up, and never in a week in which nobody works.
 *
 * @param name what is counted
 * @param conversion how many of it lead to one of what comes of it, above 0 to 1
 * @param lagDays how many days before it happens on average
 * @param weeks the weeks; unmodifiable
 * @param counts how many in each week, whole, fractions carried; unmodifiable
 * @param due how many would have been needed before the first week: what comes of them stands on
 *     what was done already
 */
public record ActivityNeed(
    String name,
    double conversion,
    int lagDays,
    List<CreationWeek> weeks,
    List<Long> counts,
    long due) {

  private static final int WEEK = 7;
  private static final int MOST_LAG = 3_660;

  /**
   * Creates a need.
   *
   * @param name what is counted
   * @param conversion how many of it lead to one of what comes of it
   * @param lagDays how many days before it happens
   * @param weeks the weeks
   * @param counts how many in each week
   * @param due how many would have been needed before
   * @throws IllegalArgumentException if conversion or lag is out of bounds
   */
  public ActivityNeed {
    if (!(conversion > 0 && conversion <= 1)) {
      throw new IllegalArgumentException(
          "conversion of " + name + " must be above 0 to 1, but was " + conversion);
    }
    if (lagDays < 0 || lagDays > MOST_LAG) {
      throw new IllegalArgumentException(
          "lag of " + name + " must be 0 to " + MOST_LAG + " days, but was " + lagDays);
    }
    weeks = ImmutableList.copyOf(weeks);
    counts = ImmutableList.copyOf(counts);
  }

  static ActivityNeed of(
      String name, double conversion, int lagDays, List<CreationWeek> weeks, double[] wanted) {
    ActivityNeed empty = new ActivityNeed(name, conversion, lagDays, weeks, List.of(), 0);
    int lag = (lagDays + WEEK - 1) / WEEK;
    // The first place is what was due before the first week.
    double[] rates = new double[weeks.size() + 1];
    for (int w = 0; w < wanted.length; w++) {
      int at = w - lag;
      while (at >= 0 && weeks.get(at).exposure() == 0) {
        at--;
      }
      rates[Math.max(0, at + 1)] += wanted[w] / conversion;
    }
    long[] counts = WholeCounts.carried(rates);
    return new ActivityNeed(
        name,
        conversion,
        empty.lagDays(),
        weeks,
        Longs.asList(Arrays.copyOfRange(counts, 1, counts.length)),
        counts[0]);
  }

  /**
   * Returns what has to come before this one: such as the calls of which the meetings come.
   *
   * @param earlier what is counted
   * @param rate how many of it lead to one of these, above 0 to 1
   * @param lag how many days before it happens on average, 0 or more
   * @return what is needed by week
   * @throws IllegalArgumentException if rate or lag is out of bounds
   */
  public ActivityNeed before(String earlier, double rate, int lag) {
    return of(earlier, rate, lag, weeks, counts.stream().mapToDouble(Long::doubleValue).toArray());
  }

  /**
   * Returns how many in all weeks, without those that were due before.
   *
   * @return the sum of the counts
   */
  public long total() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /** Returns total, conversion and lag on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d %s, %.0f %% of which lead on %d days later%s",
        total(),
        name,
        conversion * 100,
        lagDays,
        due == 0
            ? ""
            : String.format(Locale.ROOT, "; %,d more were due before the first week", due));
  }
}
