package dev.guidepost.core.metric;

/**
 * Which of a participant's snapshots stands for a period.
 *
 * <p>The participant's snapshot of a day is the sum of the facts of that day.
 */
public enum OverTime {
  /** The snapshot of the last day that has one. */
  LAST,
  /** The snapshot of the first day that has one. */
  FIRST,
  /**
   * The mean over all days that have one; where the metric's scale does not hold it, it is shown
   * with two decimals at least, as a mean is.
   */
  AVERAGE,
  /** The smallest snapshot; the earliest of those that are alike. */
  MIN,
  /** The largest snapshot; the earliest of those that are alike. */
  MAX
}
