package dev.guidepost.core.stat;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The constants and rules of control charts, on z-scores: distances from the centre in units of
 * sigma.
 *
 * <p>The rules are two of those of the Western Electric handbook (1956): a point beyond three
 * sigma, and two of three successive points beyond two sigma on one side. With limits known
 * exactly, the first alone gives a false alarm every 370 points, both together every 226; with
 * limits from a short baseline it is more, see {@link FalseAlarms}.
 *
 * <pre>{@code
 * Xmr.beyondLimits(new double[] {0.5, -3.2, 1}); // {1}
 * Xmr.twoOfThree(new double[] {2.1, 0.3, 2.4});  // {2}
 * }</pre>
 */
public final class Xmr {

  /** The mean distance of two values of a standard normal variable, {@code 2/sqrt(pi)}. */
  public static final double D2 = 2 / Math.sqrt(Math.PI);

  /** Three sigma in mean moving ranges, {@code 3/d2 = 2.658681}. */
  public static final double LIMIT_FACTOR = 3 / D2;

  /**
   * The upper limit of moving ranges in mean moving ranges, {@code 1+3·sqrt(pi/2-1) = 3.266532}.
   */
  public static final double RANGE_FACTOR = 1 + 3 * Math.sqrt(Math.PI / 2 - 1);

  private Xmr() {}

  /**
   * Returns the moving ranges: the distance of each value from the one before.
   *
   * @param values the values in order of time
   * @return a new array, one shorter than the values; empty for none
   */
  public static double[] movingRanges(double... values) {
    double[] ranges = new double[Math.max(0, values.length - 1)];
    for (int i = 0; i < ranges.length; i++) {
      ranges[i] = Math.abs(values[i + 1] - values[i]);
    }
    return ranges;
  }

  /**
   * Returns the points beyond three sigma on either side (rule 1).
   *
   * @param scores the z-scores in order of time; NaN never signals
   * @return the indexes of the points, ascending
   */
  public static int[] beyondLimits(double... scores) {
    return where(scores, i -> beyondLimits(scores, i));
  }

  /**
   * Returns the points that are beyond two sigma and make two of the last three beyond it on the
   * same side. At the start two of two count.
   *
   * @param scores the z-scores in order of time; NaN never signals
   * @return the indexes of the points that complete the pattern, ascending
   */
  public static int[] twoOfThree(double... scores) {
    return where(scores, i -> twoOfThree(scores, i));
  }

  static boolean beyondLimits(double[] scores, int i) {
    return Math.abs(scores[i]) > 3;
  }

  static boolean twoOfThree(double[] scores, int i) {
    double side = Math.signum(scores[i]);
    return side * scores[i] > 2
        && ((i > 0 && side * scores[i - 1] > 2) || (i > 1 && side * scores[i - 2] > 2));
  }

  private static int[] where(double[] scores, IntPredicate rule) {
    return IntStream.range(0, scores.length).filter(rule).toArray();
  }
}
