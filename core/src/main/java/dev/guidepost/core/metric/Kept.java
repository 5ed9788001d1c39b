package dev.guidepost.core.metric;

/**
 * What is kept of the facts of a metric, so that measurements of two disjoint groups, or of two
 * parts of a period, merge into that of both.
 */
public enum Kept {
  /** One sum; it merges by addition. */
  SUM(true),
  /** A sum and a count; both merge by addition. */
  SUM_AND_COUNT(true),
  /** How often each whole amount occurs; counts merge by addition. */
  HISTOGRAM(true),
  /** A set of values; it merges by union. */
  VALUES(false),
  /** The smallest or the largest amount; it merges by comparing. */
  EXTREME(false),
  /** The sum of each participant's facts by day; days merge by union. */
  SNAPSHOTS(true),
  /** Nothing of its own: it is read from what its inputs keep. */
  NOTHING(true);

  private final boolean inverts;

  Kept(boolean inverts) {
    this.inverts = inverts;
  }

  /**
   * Tells whether a correction can be taken out of what is kept; else the facts have to be gone
   * through again.
   *
   * @return true if merging can be undone
   */
  public boolean inverts() {
    return inverts;
  }
}
