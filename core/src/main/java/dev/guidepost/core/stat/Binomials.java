package dev.guidepost.core.stat;

import java.util.OptionalLong;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Wins out of tries at a known rate: probabilities, intervals for the rate, funnel limits, and how
 * many tries a number of wins needs.
 *
 * <p>Throughout {@code n} is the number of trials (zero or more, at most 2,147,483,647), {@code p}
 * the rate in [0, 1], and {@code survival} is the probability of <em>at least</em> {@code k}.
 *
 * <pre>{@code
 * Binomials.survival(10, 30, 0.2);        // 0.061: 3x coverage is not enough at 20 %
 * Binomials.neededTrials(10, 0.25, 0.90); // 55
 * }</pre>
 */
public final class Binomials {

  private Binomials() {}

  /**
   * Returns the probability of exactly {@code k} successes.
   *
   * @param k the number of successes; outside [0, n] the result is 0
   * @param n the number of trials
   * @param p the rate
   * @return a probability
   * @throws IllegalArgumentException if {@code n} or {@code p} is out of range
   */
  public static double pmf(long k, long n, double p) {
    check(n, p);
    if (k < 0 || k > n) {
      return 0;
    }
    if (p == 0 || p == 1) {
      return k == (p == 0 ? 0 : n) ? 1 : 0;
    }
    // p^k (1-p)^(n-k) / B(k+1, n-k+1), as B(k+1, n-k+1) is 1 / ((n+1) C(n, k)).
    return RegularizedBeta.derivative(p, k + 1.0, n - k + 1.0) / (n + 1.0);
  }

  /**
   * Returns the probability of at most {@code k} successes.
   *
   * @param k the number of successes; any value
   * @param n the number of trials
   * @param p the rate
   * @return a probability, 0 below 0 and 1 from {@code n} on
   * @throws IllegalArgumentException if {@code n} or {@code p} is out of range
   */
  public static double cdf(long k, long n, double p) {
    check(n, p);
    return k < 0 ? 0 : k >= n ? 1 : RegularizedBeta.complement(p, k + 1.0, (double) (n - k));
  }

  /**
   * Returns the probability of at least {@code k} successes.
   *
   * @param k the number of successes; any value
   * @param n the number of trials
   * @param p the rate
   * @return a probability, 1 up to 0 and 0 above {@code n}
   * @throws IllegalArgumentException if {@code n} or {@code p} is out of range
   */
  public static double survival(long k, long n, double p) {
    check(n, p);
    return k <= 0 ? 1 : k > n ? 0 : RegularizedBeta.value(p, (double) k, n - k + 1.0);
  }

  /**
   * Returns the smallest {@code k} with {@code cdf(k) >= probability}.
   *
   * @param probability the probability to reach, in [0, 1]
   * @param n the number of trials
   * @param p the rate
   * @return a number of successes in [0, n]
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static long quantile(double probability, long n, double p) {
    check(n, p);
    Checks.probability("probability", probability);
    return Roots.smallest(0, n, k -> reaches(k, n, p, probability)).orElse(n);
  }

  /** Compares in the smaller tail, so that high quantiles are not lost to rounding near one. */
  private static boolean reaches(long k, long n, double p, double probability) {
    return probability <= 0.5
        ? cdf(k, n, p) >= probability
        : survival(k + 1, n, p) <= 1 - probability;
  }

  /**
   * Returns the Jeffreys interval for a rate, from Beta(x+1/2, n-x+1/2): the one to use for a bare
   * rate (Brown, Cai and DasGupta, Statistical Science 16, 2001).
   *
   * <p>With no success the lower end is 0, and with only successes the upper end is 1; all the
   * probability left out then lies at the other end, so that the level holds. With no trials it is
   * the equal-tailed interval of the prior.
   *
   * @param successes the successes {@code x}, from 0 to {@code trials}
   * @param trials the trials {@code n}, zero or more
   * @param level the credible level, in (0, 1)
   * @return the interval within [0, 1]
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static Interval jeffreys(long successes, long trials, double level) {
    Checks.inside("level", level);
    Beta posterior = Beta.jeffreys().update((double) successes, (double) trials);
    if (trials == 0) {
      return posterior.interval(level);
    }
    if (successes == 0) {
      return new Interval(0, posterior.quantile(level), level);
    }
    return successes == trials
        ? new Interval(posterior.quantile(1 - level), 1, level)
        : posterior.interval(level);
  }

  /**
   * Returns Wilson's score interval for a rate (Wilson 1927), without continuity correction.
   *
   * @param successes the successes, from 0 to {@code trials}
   * @param trials the trials, zero or more; with none the interval is [0, 1]
   * @param level the confidence level, in (0, 1)
   * @return the interval within [0, 1]
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static Interval wilson(long successes, long trials, double level) {
    Checks.successes(successes, trials);
    Checks.inside("level", level);
    if (trials == 0) {
      return new Interval(0, 1, level);
    }
    double z = -Normal.quantile((1 - level) / 2);
    double n = trials;
    double rate = successes / n;
    double middle = rate + z * z / (2 * n);
    double half = z * Math.sqrt(rate * (1 - rate) / n + z * z / (4 * n * n));
    double scale = 1 + z * z / n;
    double low = successes == 0 ? 0 : Math.max(0, (middle - half) / scale);
    double high = successes == trials ? 1 : Math.min(1, (middle + half) / scale);
    return new Interval(low, high, level);
  }

  /**
   * Returns the interval of Clopper and Pearson (1934), which holds at least its level and is wider
   * than needed.
   *
   * @param successes the successes, from 0 to {@code trials}
   * @param trials the trials, zero or more; with none the interval is [0, 1]
   * @param level the confidence level, in (0, 1)
   * @return the interval within [0, 1]
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static Interval clopperPearson(long successes, long trials, double level) {
    Checks.successes(successes, trials);
    Checks.inside("level", level);
    long failures = trials - successes;
    double low =
        successes == 0 ? 0 : new Beta((double) successes, failures + 1.0).quantile((1 - level) / 2);
    double high =
        failures == 0 ? 1 : new Beta(successes + 1.0, (double) failures).quantile((1 + level) / 2);
    return new Interval(low, high, level);
  }

  /**
   * Returns the limits of a funnel plot: where the rate of a unit with {@code n} trials may lie if
   * its true rate is {@code theta}. Exact binomial limits with interpolation: {@code r} the
   * binomial quantile at P, {@code (r - (F(r)-P)/f(r))/n} (Spiegelhalter, Statistics in Medicine
   * 24, 2005).
   *
   * <p>A lower end of 0 means the unit cannot be low: even no success is unremarkable. The
   * interpolation serves a smooth plot; as the upper limit can fall just short of the last
   * unremarkable count, decide about a unit with few trials by {@link #midP}.
   *
   * @param theta the rate to compare with, in (0, 1)
   * @param n the trials of the unit, one or more
   * @param level the probability between the limits, such as 0.95 or 0.998
   * @return the limits for the unit's rate, clamped to [0, 1]
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static Interval funnelLimits(double theta, long n, double level) {
    Checks.inside("theta", theta);
    check(n, theta);
    if (n == 0) {
      throw new IllegalArgumentException("n must be 1 or more, but was 0");
    }
    Checks.inside("level", level);
    double tail = (1 - level) / 2;
    long low = quantile(tail, n, theta);
    double lower = low - (cdf(low, n, theta) - tail) / pmf(low, n, theta);
    long high = quantile(1 - tail, n, theta);
    double upper = high - (tail - survival(high + 1, n, theta)) / pmf(high, n, theta);
    return new Interval(Math.max(0, lower / n), Math.min(1, upper / n), level);
  }

  /**
   * Returns the fewest trials that give at least {@code k} successes with the probability wanted,
   * looking up to 2,147,483,647 trials.
   *
   * @param k the successes needed; none need no trials
   * @param p the rate
   * @param confidence the probability wanted, in (0, 1)
   * @return the number of trials; empty when there is no such number, as at a rate of 0
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static OptionalLong neededTrials(long k, double p, double confidence) {
    return neededTrials(k, p, confidence, Integer.MAX_VALUE);
  }

  /**
   * Returns the fewest trials that give at least {@code k} successes with the probability wanted.
   * The number never falls when {@code k} or the confidence rises and never rises with the rate;
   * the coverage {@code trials/k} is 1/p only for large {@code k} or a confidence near a half.
   *
   * @param k the successes needed, zero or more
   * @param p the rate
   * @param confidence the probability wanted, in (0, 1)
   * @param cap the most trials that are credible, from 0 to 2,147,483,647
   * @return the number of trials; empty, "not credible", when even the cap is not enough
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static OptionalLong neededTrials(long k, double p, double confidence, long cap) {
    Checks.nonNegative("k", k);
    check(cap, p);
    Checks.inside("confidence", confidence);
    return Roots.smallest(k, cap, n -> survival(k, n, p) >= confidence);
  }

  /**
   * Returns the mid-p value of a count: the probability of fewer successes plus half that of as
   * many. About uniform when the rate is right, near 0 for a low and near 1 for a high count
   * (Lancaster 1961).
   *
   * @param successes the successes, from 0 to {@code trials}
   * @param trials the trials, zero or more; with none the result is a half
   * @param p the rate to compare with
   * @return a probability in [0, 1]
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double midP(long successes, long trials, double p) {
    Checks.successes(successes, trials);
    return Math.min(1, cdf(successes - 1, trials, p) + 0.5 * pmf(successes, trials, p));
  }

  /**
   * Returns the count as a z-score: the normal quantile of its {@link #midP mid-p} value. Works at
   * any number of trials, where the usual normal approximation needs many.
   *
   * @param successes the successes, from 0 to {@code trials}
   * @param trials the trials, zero or more; with none the score is 0
   * @param p the rate to compare with
   * @return the score, positive for a high count; infinite for a count that the rate rules out
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static double normalScore(long successes, long trials, double p) {
    double lower = midP(successes, trials, p);
    if (lower <= 0.5) {
      return Normal.quantile(lower);
    }
    double upper = survival(successes + 1, trials, p) + 0.5 * pmf(successes, trials, p);
    return -Normal.quantile(upper);
  }

  private static void check(long n, double p) {
    if (n < 0 || n > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "n must lie in [0, " + Integer.MAX_VALUE + "], but was " + n);
    }
    Checks.probability("p", p);
  }
}
