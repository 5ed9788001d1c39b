package dev.guidepost.core.stat;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * What is believed about an unknown rate: a beta distribution.
 *
 * <p>Read it as {@code alpha} successes and {@code beta} failures already seen. Seeing more is
 * {@link #update}, which adds them; the mean is {@code alpha/(alpha+beta)} and the strength {@code
 * alpha+beta} is how many trials the belief is worth (Gelman et al., Bayesian Data Analysis, 3rd
 * edition, section 2.4).
 *
 * <pre>{@code
 * Beta team = Beta.of(6, 14);          // about 30 %, worth 20 deals
 * Beta ana = team.update(14, 40);      // 14 wins of 40 deals: mean 1/3
 * Interval likely = ana.interval(0.9); // 0.237 to 0.436
 * }</pre>
 *
 * @param alpha the weight of successes, positive
 * @param beta the weight of failures, positive
 */
public record Beta(double alpha, double beta) {

  /**
   * Checks the parts.
   *
   * @param alpha the weight of successes, positive
   * @param beta the weight of failures, positive
   * @throws IllegalArgumentException if either is not positive and finite
   */
  public Beta {
    Checks.positive("alpha", alpha);
    Checks.positive("beta", beta);
  }

  /**
   * Returns a beta distribution.
   *
   * @param alpha the weight of successes, positive
   * @param beta the weight of failures, positive
   * @return the distribution
   * @throws IllegalArgumentException if either is not positive and finite
   */
  public static Beta of(double alpha, double beta) {
    return new Beta(alpha, beta);
  }

  /**
   * Returns the Jeffreys prior Beta(1/2, 1/2), the belief of one who knows nothing (Jeffreys 1946).
   *
   * @return Beta(0.5, 0.5)
   */
  public static Beta jeffreys() {
    return new Beta(0.5, 0.5);
  }

  /**
   * Returns the distribution with a given mean that is worth a given number of trials.
   *
   * @param mean the mean rate, in (0, 1)
   * @param strength the number of trials it is worth, positive
   * @return Beta(mean·strength, (1-mean)·strength)
   * @throws IllegalArgumentException if the mean is not inside (0, 1) or the strength not positive
   */
  public static Beta ofMeanAndStrength(double mean, double strength) {
    Checks.inside("mean", mean);
    Checks.positive("strength", strength);
    return new Beta(mean * strength, (1 - mean) * strength);
  }

  /**
   * Returns the mean rate.
   *
   * @return {@code alpha/(alpha+beta)}
   */
  public double mean() {
    return alpha / (alpha + beta);
  }

  /**
   * Returns the number of trials this belief is worth.
   *
   * @return {@code alpha+beta}
   */
  public double strength() {
    return alpha + beta;
  }

  /**
   * Returns the variance of the rate.
   *
   * @return {@code mean·(1-mean)/(strength+1)}
   */
  public double variance() {
    double strength = alpha + beta;
    return (alpha / strength) * (beta / strength) / (strength + 1);
  }

  /**
   * Returns the probability that the rate is at or below {@code x}.
   *
   * @param x a rate; values outside [0, 1] are allowed
   * @return a probability, 0 for {@code x <= 0} and 1 for {@code x >= 1}
   * @throws IllegalArgumentException if {@code x} is NaN
   */
  public double cdf(double x) {
    Checks.notNaN("x", x);
    return x <= 0 ? 0 : x >= 1 ? 1 : RegularizedBeta.value(x, alpha, beta);
  }

  /**
   * Returns the probability that the rate is above {@code x}, exact also where it is tiny.
   *
   * @param x a rate; values outside [0, 1] are allowed
   * @return a probability, 1 for {@code x <= 0} and 0 for {@code x >= 1}
   * @throws IllegalArgumentException if {@code x} is NaN
   */
  public double survival(double x) {
    Checks.notNaN("x", x);
    return x <= 0 ? 1 : x >= 1 ? 0 : RegularizedBeta.complement(x, alpha, beta);
  }

  /**
   * Returns the log of the density of the rate.
   *
   * @param x a rate, in (0, 1)
   * @return the natural logarithm of the density
   * @throws IllegalArgumentException if {@code x} is not inside (0, 1)
   */
  public double logDensity(double x) {
    Checks.inside("x", x);
    return (alpha - 1) * Math.log(x) + (beta - 1) * Math.log1p(-x) - LogBeta.value(alpha, beta);
  }

  /**
   * Returns the rate that is not exceeded with probability {@code p}.
   *
   * @param p a probability in [0, 1]
   * @return the quantile in [0, 1], within 1e-12
   * @throws IllegalArgumentException if {@code p} is not in [0, 1]
   */
  public double quantile(double p) {
    Checks.probability("p", p);
    return Roots.quantile(this::cdf, this::survival, p, 0, 1);
  }

  /**
   * Returns the equal-tailed credible interval: as much probability lies below it as above.
   *
   * @param level the probability inside, in (0, 1)
   * @return the quantiles at {@code (1-level)/2} and {@code (1+level)/2}
   * @throws IllegalArgumentException if the level is not inside (0, 1)
   */
  public Interval interval(double level) {
    Checks.inside("level", level);
    return new Interval(quantile((1 - level) / 2), quantile((1 + level) / 2), level);
  }

  /**
   * Returns the belief after more trials (Bayes' rule, conjugate). The order of updates does not
   * matter; no trials change nothing.
   *
   * @param successes how many of them succeeded, from 0 to {@code trials}; not whole where some
   *     count only in part, as older ones may
   * @param trials how many more were tried, zero or more
   * @return Beta(alpha+successes, beta+trials-successes)
   * @throws IllegalArgumentException if the counts are negative, not finite, or {@code successes >
   *     trials}
   */
  public Beta update(double successes, double trials) {
    Checks.successes(successes, trials);
    return new Beta(alpha + successes, beta + (trials - successes));
  }
}
