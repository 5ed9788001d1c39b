package dev.guidepost.core.stat;

import java.util.Optional;

/**
 * The limits of a chart of individual values and moving ranges (XmR), from a baseline.
 *
 * <p>The centre is the mean, the limits lie three sigma from it, where sigma is the mean moving
 * range divided by {@code d2 = 2/sqrt(pi)}: so {@code mean ± 2.658681·mR}, and {@code 3.266532·mR}
 * for the ranges (Wheeler, Understanding Variation, 2000; the constants unrounded). Call limits
 * firm from some 17 values on, and keep them until a rule says to start anew.
 *
 * <pre>{@code
 * XmrLimits limits = XmrLimits.of(lastQuarter).orElseThrow();
 * int[] signals = Xmr.beyondLimits(limits.scores(thisQuarter));
 * }</pre>
 *
 * @param center the mean of the baseline
 * @param meanMovingRange the mean distance between successive values, positive
 * @param lower the lower limit; may be negative, where a count then cannot signal low
 * @param upper the upper limit
 * @param rangeUpper the upper limit of the moving ranges
 */
public record XmrLimits(
    double center, double meanMovingRange, double lower, double upper, double rangeUpper) {

  /**
   * Checks the parts.
   *
   * @param center the mean of the baseline
   * @param meanMovingRange the mean distance between successive values, positive
   * @param lower the lower limit
   * @param upper the upper limit
   * @param rangeUpper the upper limit of the moving ranges
   * @throws IllegalArgumentException if a part is not finite, the range not positive, or the limits
   *     do not enclose the centre
   */
  public XmrLimits {
    Checks.finite("center", center);
    Checks.positive("meanMovingRange", meanMovingRange);
    Checks.finite("lower", lower);
    Checks.finite("upper", upper);
    Checks.positive("rangeUpper", rangeUpper);
    if (lower > center || upper < center) {
      throw new IllegalArgumentException(
          "limits must enclose the center (" + center + "), but were " + lower + " and " + upper);
    }
  }

  /**
   * Returns the limits of a baseline.
   *
   * @param baseline the values in order of time, each finite
   * @return the limits; empty, "no limits", for fewer than two values or when all are equal
   * @throws IllegalArgumentException if a value is not finite
   */
  public static Optional<XmrLimits> of(double... baseline) {
    double sum = 0;
    double ranges = 0;
    for (int i = 0; i < baseline.length; i++) {
      sum += Checks.finite("value", baseline[i]);
      ranges += i == 0 ? 0 : Math.abs(baseline[i] - baseline[i - 1]);
    }
    if (ranges == 0) {
      return Optional.empty();
    }
    double center = sum / baseline.length;
    double range = ranges / (baseline.length - 1);
    return Optional.of(
        new XmrLimits(
            center,
            range,
            center - Xmr.LIMIT_FACTOR * range,
            center + Xmr.LIMIT_FACTOR * range,
            Xmr.RANGE_FACTOR * range));
  }

  /**
   * Returns the standard deviation that the limits stand on.
   *
   * @return the mean moving range divided by d2, positive
   */
  public double sigma() {
    return meanMovingRange / Xmr.D2;
  }

  /**
   * Returns values as distances from the centre in units of sigma, for the rules of {@link Xmr}.
   *
   * @param values the values, each finite
   * @return a new array of as many scores
   * @throws IllegalArgumentException if a value is not finite
   */
  public double[] scores(double... values) {
    double[] scores = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scores[i] = (Checks.finite("value", values[i]) - center) / sigma();
    }
    return scores;
  }
}
