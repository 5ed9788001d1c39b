package dev.guidepost.core.time;

import java.util.Optional;

/**
 * The size of a period.
 *
 * <p>Two ladders stand over days: weeks; and accounting months, quarters, half-years and years.
 * Going up a ladder, each grain is filled by whole periods of the grain below. Weeks fill months
 * only in a {@link WeekCalendar}.
 */
public enum Grain {
  /** One day. */
  DAY,
  /** Seven days, from the first weekday of the calendar on. */
  WEEK,
  /** A month, or an accounting period of that size. */
  MONTH,
  /** Three months; in a calendar of thirteen periods, three or four periods. */
  QUARTER,
  /** Two quarters. */
  HALF_YEAR,
  /** A fiscal year. */
  YEAR,
  /** Any other range, such as an irregular quota window. */
  CUSTOM;

  /** A ladder of grains over days. */
  public enum Ladder {
    /** Weeks alone. */
    WEEKS,
    /** Months, quarters, half-years and years. */
    MONTHS
  }

  /**
   * Returns the ladder that the grain stands on.
   *
   * @return the ladder; empty for days, on which both stand, and for custom ranges, which stand on
   *     neither
   */
  public Optional<Ladder> ladder() {
    return switch (this) {
      case WEEK -> Optional.of(Ladder.WEEKS);
      case MONTH, QUARTER, HALF_YEAR, YEAR -> Optional.of(Ladder.MONTHS);
      case DAY, CUSTOM -> Optional.empty();
    };
  }
}
