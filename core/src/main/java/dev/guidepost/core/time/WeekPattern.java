package dev.guidepost.core.time;

import com.google.common.collect.ImmutableList;

/** How the 52 weeks of a fiscal year make accounting periods, and these make quarters. */
public enum WeekPattern {
  /** Twelve periods; those of a quarter have 4, 4 and 5 weeks. */
  WEEKS_4_4_5("4-4-5", ImmutableList.of(4, 4, 5), ImmutableList.of(3, 3, 3, 3)),
  /** Twelve periods; those of a quarter have 4, 5 and 4 weeks. */
  WEEKS_4_5_4("4-5-4", ImmutableList.of(4, 5, 4), ImmutableList.of(3, 3, 3, 3)),
  /** Twelve periods; those of a quarter have 5, 4 and 4 weeks. */
  WEEKS_5_4_4("5-4-4", ImmutableList.of(5, 4, 4), ImmutableList.of(3, 3, 3, 3)),
  /** Thirteen periods of 4 weeks; the quarters have 3, 3, 3 and 4 of them. */
  PERIODS_13("13x4", ImmutableList.of(4), ImmutableList.of(3, 3, 3, 4)),
  /** Thirteen periods of 4 weeks; the quarters have 4, 3, 3 and 3 of them. */
  PERIODS_13_LONG_FIRST("13x4-long-first", ImmutableList.of(4), ImmutableList.of(4, 3, 3, 3));

  private final String text;
  private final ImmutableList<Integer> weeks;
  private final ImmutableList<Integer> quarters;

  WeekPattern(String text, ImmutableList<Integer> weeks, ImmutableList<Integer> quarters) {
    this.text = text;
    this.weeks = weeks;
    this.quarters = quarters;
  }

  /**
   * Returns the number of accounting periods in a year.
   *
   * @return 12 or 13
   */
  public int periods() {
    return quarters.stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Returns how many weeks a period has in a year of 52.
   *
   * @param period the period, from 1 to {@link #periods()}
   * @return 4 or 5
   * @throws IllegalArgumentException if there is no such period
   */
  public int weeks(int period) {
    if (period < 1 || period > periods()) {
      throw new IllegalArgumentException(
          "period of a " + text + " year must be 1 to " + periods() + ", but was " + period);
    }
    return weeks.get((period - 1) % weeks.size());
  }

  /**
   * Returns how many periods a quarter has.
   *
   * @param quarter the quarter, 1 to 4
   * @return 3 or 4
   * @throws IllegalArgumentException if there is no such quarter
   */
  public int periodsInQuarter(int quarter) {
    if (quarter < 1 || quarter > quarters.size()) {
      throw new IllegalArgumentException("quarter must be 1 to 4, but was " + quarter);
    }
    return quarters.get(quarter - 1);
  }

  /**
   * Returns the usual name, such as {@code "4-5-4"} or {@code "13x4"}.
   *
   * @return the name
   */
  @Override
  public String toString() {
    return text;
  }
}
