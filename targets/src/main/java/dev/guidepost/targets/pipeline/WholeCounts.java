package dev.guidepost.targets.pipeline;

/**
 * Whole counts of a rate: each running total is the running rate, rounded up, so that a fraction is
 * carried, never lost and never added twice.
 */
public final class WholeCounts {

  /** What is taken for a rounding error of the running rate. */
  private static final double HAIR = 1e-9;

  private WholeCounts() {}

  /**
   * Spreads a rate over weeks as whole counts.
   *
   * @param perWeek the rate in a full week, 0 or more
   * @param available how much of each week counts, 0 or more
   * @return one whole count a week, 0 or more
   */
  public static long[] carried(double perWeek, double[] available) {
    double[] rates = new double[available.length];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = perWeek * available[i];
    }
    return carried(rates);
  }

  /**
   * Makes whole counts of what is needed week by week.
   *
   * @param rates what each week takes, 0 or more
   * @return one whole count a week; together less than one more than the rates
   * @throws IllegalArgumentException if a rate is negative, or not a number that counts
   */
  public static long[] carried(double[] rates) {
    long[] counts = new long[rates.length];
    double running = 0;
    long before = 0;
    for (int i = 0; i < counts.length; i++) {
      if (!(rates[i] >= 0 && rates[i] < 1e15)) {
        throw new IllegalArgumentException("rate must be 0 or more, but was " + rates[i]);
      }
      running += rates[i];
      long total = Math.max(before, (long) Math.ceil(running - HAIR));
      counts[i] = total - before;
      before = total;
    }
    return counts;
  }
}
