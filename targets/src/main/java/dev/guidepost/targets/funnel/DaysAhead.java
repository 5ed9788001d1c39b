package dev.guidepost.targets.funnel;

import java.time.LocalDate;

/**
 * How the days to come count for the deals of an owner: by how much these grow older on each, and
 * how much more often than usual deals are won. Worked out once for many deals and odds.
 *
 * <pre>{@code
 * DaysAhead ahead = curve.daysAhead(today, quarter.end());
 * curve.chance(40, today, quarter.start(), ahead);
 * }</pre>
 */
public final class DaysAhead {

  private final LocalDate first;
  private final long firstDay;
  private final double[] older;
  private final double[] factors;

  /** Takes ownership of the arrays: one element for each day from the first on. */
  DaysAhead(LocalDate first, double[] older, double[] factors) {
    this.first = first;
    this.firstDay = first.toEpochDay();
    this.older = older;
    this.factors = factors;
  }

  /**
   * Returns how many days lie before a day.
   *
   * @param day the day
   * @return none for one before the first, all for one beyond the last
   */
  public int before(LocalDate day) {
    return before(day.toEpochDay());
  }

  int before(long epochDay) {
    return (int) Math.max(0, Math.min(older.length, epochDay - firstDay));
  }

  /**
   * Returns the number of days.
   *
   * @return how many there are, 0 or more
   */
  public int size() {
    return older.length;
  }

  /** Returns by how much deals grow older on a day. */
  double older(int day) {
    return older[day];
  }

  /** Returns the factor on the chance to be won on a day. */
  double factor(int day) {
    return factors[day];
  }

  /** Returns the days on one line. */
  @Override
  public String toString() {
    return older.length + " days from " + first + " on";
  }
}
