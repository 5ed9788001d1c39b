package dev.guidepost.targets.plan;

import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.List;

/** Weeks, and whole counts spread over them. */
final class Weeks {

  private Weeks() {}

  /** The weeks of a calendar from the first day of one on that start before an end. */
  static List<Period> between(FiscalCalendar calendar, LocalDate first, LocalDate end) {
    return calendar.periods(Grain.WEEK, first, end.minusDays(1));
  }

  /**
   * Spreads a rate over weeks as whole counts: each week's running total is the running rate,
   * rounded up, so that a fraction is carried, never lost and never added twice.
   *
   * @param perWeek the rate in a full week, 0 or more
   * @param available how much of each week can be worked, 0 to 1
   * @return one whole count a week
   */
  static long[] carried(double perWeek, double[] available) {
    long[] counts = new long[available.length];
    double running = 0;
    long before = 0;
    for (int i = 0; i < counts.length; i++) {
      running += perWeek * available[i];
      long total = (long) Math.ceil(running - 1e-9);
      counts[i] = total - before;
      before = total;
    }
    return counts;
  }
}
