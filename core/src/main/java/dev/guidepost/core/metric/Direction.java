package dev.guidepost.core.metric;

/** Which way is better. */
public enum Direction {
  /** More is better: bookings, win rate. */
  HIGHER_IS_BETTER,
  /** Less is better: cycle time, losses. */
  LOWER_IS_BETTER
}
