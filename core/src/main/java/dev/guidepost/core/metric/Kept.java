package dev.guidepost.core.metric;

/**
 * What is kept of the facts of a metric, so that measurements of two disjoint groups, or of two
 * parts of a period, merge into that of both.
 */
public enum Kept {
  /** One sum; it merges by addition. */
  SUM,
  /** A sum and a count; both merge by addition. */
  SUM_AND_COUNT,
  /** How often each whole amount occurs; counts merge by addition. */
  HISTOGRAM,
  /** A set of values; it merges by union. */
  VALUES,
  /** The smallest or the largest amount; it merges by comparing. */
  EXTREME,
  /** The sum of each participant's facts by day; days merge by union. */
  SNAPSHOTS,
  /** Nothing of its own: it is read from what its inputs keep. */
  NOTHING
}
