package dev.guidepost.core.stat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A control chart of rates from large, varying samples after Laney (Quality Engineering 14, 2002):
 * p' for proportions, u' for counts per exposure.
 *
 * <p>With many trials the binomial limits shrink to nothing while the weeks still differ for other
 * reasons. Laney measures by how much: each week's rate becomes a z-score by its own binomial or
 * Poisson sigma, and {@code sigmaZ}, the mean moving range of those scores over 1.128, widens all
 * limits. Near 1 it changes nothing; below 1 the weeks vary less than chance and the limits narrow.
 *
 * <pre>{@code
 * Laney chart = Laney.proportions(wins, deals).orElseThrow();
 * chart.upper(0); // center + 3·sigma·sigmaZ
 * }</pre>
 *
 * @param center the rate over all points
 * @param sigmaZ how many times wider than chance the points vary, zero or more
 * @param sigmas the sigma of each point by chance alone
 * @param scores the z-score of each point by chance alone; divide by {@code sigmaZ} for the rules
 *     of {@link Xmr}
 * @param greatest the greatest possible rate: 1 for proportions, infinity for counts
 */
public record Laney(
    double center, double sigmaZ, List<Double> sigmas, List<Double> scores, double greatest) {

  /** The rounded d2 of Laney's paper and of the common software. */
  private static final double PUBLISHED_D2 = 1.128;

  /**
   * Checks the parts and copies the lists.
   *
   * @param center the rate over all points
   * @param sigmaZ how many times wider than chance the points vary
   * @param sigmas the sigma of each point by chance alone
   * @param scores the z-score of each point by chance alone
   * @param greatest the greatest possible rate
   * @throws IllegalArgumentException if a part is out of range or the lists differ in size
   */
  public Laney {
    Checks.nonNegative("center", center);
    Checks.nonNegative("sigmaZ", sigmaZ);
    sigmas = List.copyOf(sigmas);
    scores = List.copyOf(scores);
    Checks.sameLength("sigmas", sigmas.size(), "scores", scores.size());
    sigmas.forEach(sigma -> Checks.positive("sigma", sigma));
    scores.forEach(score -> Checks.finite("score", score));
    Checks.notNaN("greatest", greatest);
    if (greatest < center) {
      throw new IllegalArgumentException(
          "greatest must not be below the center (" + center + "), but was " + greatest);
    }
  }

  /**
   * Returns the p' chart of proportions.
   *
   * @param successes the successes of each point in order of time
   * @param trials the trials of each point, one or more
   * @return the chart; empty, "no limits", for fewer than two points or without any success or any
   *     failure
   * @throws IllegalArgumentException if the sizes differ or a count is out of range
   */
  public static Optional<Laney> proportions(long[] successes, long[] trials) {
    Checks.successes(successes, trials);
    double[] counts = new double[successes.length];
    double[] exposures = new double[successes.length];
    for (int i = 0; i < successes.length; i++) {
      counts[i] = successes[i];
      exposures[i] = Checks.positive("trials", (double) trials[i]);
    }
    return chart(counts, exposures, 1);
  }

  /**
   * Returns the u' chart of counts per unit of exposure.
   *
   * @param counts the count of each point in order of time
   * @param exposures the exposure of each point, positive
   * @return the chart; empty, "no limits", for fewer than two points or without any count
   * @throws IllegalArgumentException if the sizes differ or a number is out of range
   */
  public static Optional<Laney> counts(long[] counts, double[] exposures) {
    Checks.sameLength("counts", counts.length, "exposures", exposures.length);
    double[] values = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      values[i] = Checks.nonNegative("count", counts[i]);
      Checks.positive("exposure", exposures[i]);
    }
    return chart(values, exposures, Double.POSITIVE_INFINITY);
  }

  private static Optional<Laney> chart(double[] counts, double[] exposures, double greatest) {
    double count = 0;
    double exposure = 0;
    for (int i = 0; i < counts.length; i++) {
      count += counts[i];
      exposure += exposures[i];
    }
    double center = count / exposure;
    double variance = center * (1 - center / greatest);
    if (counts.length < 2 || !(variance > 0)) {
      return Optional.empty();
    }
    List<Double> sigmas = new ArrayList<>(counts.length);
    List<Double> scores = new ArrayList<>(counts.length);
    double ranges = 0;
    for (int i = 0; i < counts.length; i++) {
      double sigma = Math.sqrt(variance / exposures[i]);
      sigmas.add(sigma);
      scores.add((counts[i] / exposures[i] - center) / sigma);
      ranges += i == 0 ? 0 : Math.abs(scores.get(i) - scores.get(i - 1));
    }
    double sigmaZ = ranges / (counts.length - 1) / PUBLISHED_D2;
    return Optional.of(new Laney(center, sigmaZ, sigmas, scores, greatest));
  }

  /**
   * Returns the lower limit of a point.
   *
   * @param index the point, from 0
   * @return {@code center - 3·sigma·sigmaZ}, at least 0, where no low signal is possible
   * @throws IndexOutOfBoundsException if there is no such point
   */
  public double lower(int index) {
    return Math.max(0, center - 3 * sigmas.get(index) * sigmaZ);
  }

  /**
   * Returns the upper limit of a point.
   *
   * @param index the point, from 0
   * @return {@code center + 3·sigma·sigmaZ}, at most the greatest possible rate
   * @throws IndexOutOfBoundsException if there is no such point
   */
  public double upper(int index) {
    return Math.min(greatest, center + 3 * sigmas.get(index) * sigmaZ);
  }
}
