package dev.guidepost.core.time;

/** The size of a period. */
public enum Grain {
  /** One day. */
  DAY,
  /** Monday to Sunday. */
  WEEK,
  /** A month, or an accounting period of that size. */
  MONTH,
  /** Three months. */
  QUARTER,
  /** Two quarters. */
  HALF_YEAR,
  /** A fiscal year. */
  YEAR,
  /** Any other range, such as an irregular quota window. */
  CUSTOM
}
