package dev.guidepost.core.time;

/** What "the same period last year" is taken to mean. */
public enum Comparison {
  /**
   * The period in the same place of the year before: its second quarter, its fourteenth week, the
   * same date. The two may differ in days, and the 53rd week of a year may have none to compare
   * with.
   */
  BY_POSITION,
  /**
   * As many days, 52 weeks earlier, whatever year they fall in: the weekdays are the same, and the
   * year after one of 53 weeks is compared with what retailers call the restated year, one week
   * later than by position. What is longer than 52 weeks goes back by as many whole weeks as it
   * takes not to count a day on both sides: a year of 53 weeks is compared with the 53 weeks before
   * it, a civil year with as many days that end up to a week before it.
   */
  RESTATED
}
