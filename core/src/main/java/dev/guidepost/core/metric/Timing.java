package dev.guidepost.core.metric;

/** Whether a metric tells of what is to come or of what has been. */
public enum Timing {
  /** Moves before the results it helps to bring about. */
  LEADING,
  /** Moves when all is done. */
  LAGGING
}
