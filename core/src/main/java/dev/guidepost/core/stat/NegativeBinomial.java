package dev.guidepost.core.stat;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * The number of events when their rate is uncertain: a negative binomial with a real size.
 *
 * <p>The probability of {@code k} is {@code C(k+r-1, k) p^r (1-p)^k}. It is the Poisson
 * distribution averaged over a gamma distribution of the rate (Greenwood and Yule 1920), as {@link
 * GammaPoisson#predictive} makes it. Tails come from the regularised beta function, so the size
 * need not be whole.
 *
 * <pre>{@code
 * NegativeBinomial left = GammaPoisson.of(43, 51).predictive(24);
 * left.survival(29); // 0.073: the chance of 29 more in 24 weeks
 * }</pre>
 *
 * @param size the size {@code r}, positive
 * @param probability the probability {@code p}, in (0, 1]; at 1 there are surely no events
 */
public record NegativeBinomial(double size, double probability) {

  /**
   * Checks the parts.
   *
   * @param size the size {@code r}, positive
   * @param probability the probability {@code p}, in (0, 1]
   * @throws IllegalArgumentException if a part is out of range
   */
  public NegativeBinomial {
    Checks.positive("size", size);
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must lie in (0, 1], but was " + probability);
    }
  }

  /**
   * Returns a negative binomial distribution.
   *
   * @param size the size {@code r}, positive
   * @param probability the probability {@code p}, in (0, 1]
   * @return the distribution
   * @throws IllegalArgumentException if a part is out of range
   */
  public static NegativeBinomial of(double size, double probability) {
    return new NegativeBinomial(size, probability);
  }

  /**
   * Returns the mean number of events.
   *
   * @return {@code r(1-p)/p}
   */
  public double mean() {
    return size * (1 - probability) / probability;
  }

  /**
   * Returns the variance of the number of events, never below the mean.
   *
   * @return {@code r(1-p)/p²}
   */
  public double variance() {
    return mean() / probability;
  }

  /**
   * Returns the probability of exactly {@code k} events.
   *
   * @param k the number of events; below 0 the result is 0
   * @return a probability
   */
  public double pmf(long k) {
    return k < 0 ? 0 : Math.exp(logPmf(k));
  }

  /** The log of the pmf for a k of zero or more. */
  double logPmf(long k) {
    if (k == 0) {
      return size * Math.log(probability);
    }
    return -Math.log((double) k)
        - LogBeta.value(size, (double) k)
        + size * Math.log(probability)
        + k * Math.log1p(-probability);
  }

  /**
   * Returns the probability of at most {@code k} events.
   *
   * @param k the number of events; any value
   * @return a probability, 0 below 0
   */
  public double cdf(long k) {
    return k < 0 ? 0 : RegularizedBeta.value(probability, size, k + 1.0);
  }

  /**
   * Returns the probability of at least {@code k} events, exact also where it is tiny.
   *
   * @param k the number of events; any value
   * @return a probability, 1 up to 0
   */
  public double survival(long k) {
    return k <= 0 ? 1 : RegularizedBeta.complement(probability, size, (double) k);
  }

  /**
   * Returns the smallest {@code k} with {@code cdf(k) >= p}.
   *
   * @param p a probability in [0, 1)
   * @return a number of events, zero or more
   * @throws IllegalArgumentException if {@code p} is not in [0, 1)
   */
  public long quantile(double p) {
    Checks.probability("p", p);
    if (p == 1) {
      throw new IllegalArgumentException("p must be below 1, but was 1.0");
    }
    return Roots.smallest(0, Long.MAX_VALUE, k -> p <= 0.5 ? cdf(k) >= p : survival(k + 1) <= 1 - p)
        .orElse(Long.MAX_VALUE);
  }
}
