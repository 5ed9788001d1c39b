package dev.guidepost.core.stat;

import java.util.Optional;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * Whether units differ in their rate at all: Pearson's chi-square test of homogeneity (Pearson
 * 1900). Ask it before comparing people; the approximation is good when most units expect five
 * successes and five failures or more.
 *
 * <pre>{@code
 * ChiSquare.homogeneity(new long[] {30, 50}, new long[] {100, 100}).orElseThrow().pValue(); // 0.004
 * }</pre>
 *
 * @param statistic the statistic, zero or more
 * @param degreesOfFreedom the units compared less one, positive
 * @param pValue the probability of such a statistic or a larger one if all rates were equal
 */
public record ChiSquare(double statistic, int degreesOfFreedom, double pValue) {

  /**
   * Checks the parts.
   *
   * @param statistic the statistic, zero or more
   * @param degreesOfFreedom the units compared less one, positive
   * @param pValue a probability
   * @throws IllegalArgumentException if a part is out of range
   */
  public ChiSquare {
    Checks.nonNegative("statistic", statistic);
    Checks.atLeast("degreesOfFreedom", degreesOfFreedom, 1);
    Checks.probability("pValue", pValue);
  }

  /**
   * Returns the test of equal rates. Units without trials are left out.
   *
   * @param successes the successes of each unit
   * @param trials the trials of each unit
   * @return the test; empty, "not enough data", when fewer than two units have trials or there is
   *     no success or no failure at all
   * @throws IllegalArgumentException if the sizes differ or a count is out of range
   */
  public static Optional<ChiSquare> homogeneity(long[] successes, long[] trials) {
    Checks.successes(successes, trials);
    double won = 0;
    double tried = 0;
    int units = 0;
    for (int i = 0; i < trials.length; i++) {
      won += successes[i];
      tried += trials[i];
      units += trials[i] > 0 ? 1 : 0;
    }
    if (units < 2 || won == 0 || won == tried) {
      return Optional.empty();
    }
    double rate = won / tried;
    double statistic = 0;
    for (int i = 0; i < trials.length; i++) {
      if (trials[i] > 0) {
        double off = successes[i] - trials[i] * rate;
        statistic += off * off / (trials[i] * rate * (1 - rate));
      }
    }
    double p = RegularizedGamma.Q.value((units - 1) / 2.0, statistic / 2);
    return Optional.of(new ChiSquare(statistic, units - 1, p));
  }

  /**
   * Returns the test of counts that should stand to each other as given weights do (goodness of
   * fit, Pearson 1900), such as wins to targets. Units without weight are left out. The
   * approximation is good when most units expect five or more.
   *
   * @param counts how often it happened in each unit, 0 or more
   * @param weights the weight of each unit, 0 or more
   * @return the test; empty, "not enough data", when fewer than two units have weight or nothing
   *     happened in any of them
   * @throws IllegalArgumentException if the sizes differ, or a count or weight is out of range
   */
  public static Optional<ChiSquare> goodnessOfFit(long[] counts, double[] weights) {
    if (counts.length != weights.length) {
      throw new IllegalArgumentException(
          "weights must be as many as counts, " + counts.length + ", but were " + weights.length);
    }
    double happened = 0;
    double all = 0;
    int units = 0;
    for (int i = 0; i < counts.length; i++) {
      Checks.nonNegative("count", counts[i]);
      Checks.nonNegative("weight", weights[i]);
      happened += weights[i] > 0 ? counts[i] : 0;
      all += weights[i];
      units += weights[i] > 0 ? 1 : 0;
    }
    if (units < 2 || happened == 0) {
      return Optional.empty();
    }
    double statistic = 0;
    for (int i = 0; i < counts.length; i++) {
      if (weights[i] > 0) {
        double expected = happened * (weights[i] / all);
        double off = counts[i] - expected;
        statistic += off * off / expected;
      }
    }
    double p = RegularizedGamma.Q.value((units - 1) / 2.0, statistic / 2);
    return Optional.of(new ChiSquare(statistic, units - 1, p));
  }
}
