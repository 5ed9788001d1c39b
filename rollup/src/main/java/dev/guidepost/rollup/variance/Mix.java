package dev.guidepost.rollup.variance;

/**
 * Whether the first of some drivers, the volume, is taken apart into how much there was in all and
 * who or what had which share of it.
 */
public enum Mix {
  /** No mix: what a volume did, large or small, dear or cheap, is one line. */
  NONE,

  /**
   * Each participant's volume in all, and the shares that the segments have of it: more deals, or
   * deals of more of what pays. Needs segments.
   */
  WITHIN_EACH,

  /**
   * The volume of all participants who are compared, and the share that each has of it, with each
   * segment: more deals, or deals with those, and of that, which pay more. Where everybody gets
   * better and the total falls, this line says why.
   */
  ACROSS_ALL
}
