package dev.guidepost.core.stat;

import java.util.Arrays;

/**
 * The number of wins among deals that each have their own chance: the exact Poisson-binomial
 * distribution by convolution, where every step adds non-negative terms and so loses no digits.
 *
 * <p>The deals count as independent. People's distributions combine into the team's by {@link
 * #convolve}. Making one from {@code n} deals takes time in proportion to {@code n²}: 25 million
 * steps for 5,000 deals.
 *
 * <pre>{@code
 * PoissonBinomial wins = PoissonBinomial.of(0.2, 0.5, 0.9);
 * wins.mean();      // 1.6
 * wins.survival(2); // 0.55: the chance of two or more
 * }</pre>
 */
public final class PoissonBinomial {

  private final double[] pmf;
  private final double[] below;
  private final double[] above;
  private final double mean;
  private final double variance;

  private PoissonBinomial(double[] pmf, double mean, double variance) {
    this.pmf = pmf;
    this.mean = mean;
    this.variance = variance;
    this.below = pmf.clone();
    this.above = pmf.clone();
    for (int k = 1; k < pmf.length; k++) {
      below[k] += below[k - 1];
      above[pmf.length - 1 - k] += above[pmf.length - k];
    }
  }

  /**
   * Returns the distribution of the number of wins. The order of the chances does not matter, not
   * even in the last digit.
   *
   * @param chances the chance of each deal, in [0, 1]; with none there are surely no wins
   * @return the distribution
   * @throws IllegalArgumentException if a chance is not in [0, 1]
   */
  public static PoissonBinomial of(double... chances) {
    double[] sorted = chances.clone();
    Arrays.sort(sorted);
    double[] pmf = new double[sorted.length + 1];
    pmf[0] = 1;
    double mean = 0;
    double variance = 0;
    for (int i = 0; i < sorted.length; i++) {
      double p = Checks.probability("chance", sorted[i]);
      for (int k = i + 1; k > 0; k--) {
        pmf[k] = pmf[k] * (1 - p) + pmf[k - 1] * p;
      }
      pmf[0] *= 1 - p;
      mean += p;
      variance += p * (1 - p);
    }
    return new PoissonBinomial(pmf, mean, variance);
  }

  /**
   * Returns the number of deals.
   *
   * @return the largest possible number of wins
   */
  public int size() {
    return pmf.length - 1;
  }

  /**
   * Returns the mean number of wins.
   *
   * @return the sum of the chances
   */
  public double mean() {
    return mean;
  }

  /**
   * Returns the variance of the number of wins.
   *
   * @return the sum of {@code p(1-p)}
   */
  public double variance() {
    return variance;
  }

  /**
   * Returns the probability of exactly {@code k} wins.
   *
   * @param k the number of wins; outside [0, size] the result is 0
   * @return a probability
   */
  public double pmf(int k) {
    return k < 0 || k >= pmf.length ? 0 : pmf[k];
  }

  /**
   * Returns the probability of at most {@code k} wins.
   *
   * @param k the number of wins; any value
   * @return a probability, 0 below 0 and 1 from the size on
   */
  public double cdf(int k) {
    return k < 0 ? 0 : k >= size() ? 1 : Math.min(1, below[k]);
  }

  /**
   * Returns the probability of at least {@code k} wins, exact also where it is tiny.
   *
   * @param k the number of wins; any value
   * @return a probability, 1 up to 0 and 0 above the size
   */
  public double survival(int k) {
    return k <= 0 ? 1 : k > size() ? 0 : Math.min(1, above[k]);
  }

  /**
   * Returns the smallest {@code k} with {@code cdf(k) >= p}.
   *
   * @param p a probability in [0, 1]
   * @return a number of wins in [0, size]
   * @throws IllegalArgumentException if {@code p} is not in [0, 1]
   */
  public int quantile(double p) {
    Checks.probability("p", p);
    int k = 0;
    while (k < size() && (p <= 0.5 ? cdf(k) < p : survival(k + 1) > 1 - p)) {
      k++;
    }
    return k;
  }

  /**
   * Returns the distribution of the wins of both groups of deals together.
   *
   * @param other the wins of other, independent deals
   * @return the distribution; the order and grouping do not matter but for rounding
   */
  public PoissonBinomial convolve(PoissonBinomial other) {
    double[] sum = new double[size() + other.size() + 1];
    for (int i = 0; i < pmf.length; i++) {
      for (int j = 0; j < other.pmf.length; j++) {
        sum[i + j] += pmf[i] * other.pmf[j];
      }
    }
    return new PoissonBinomial(sum, mean + other.mean, variance + other.variance);
  }

  @Override
  public String toString() {
    return "PoissonBinomial[size=" + size() + ", mean=" + mean + ", variance=" + variance + "]";
  }
}
