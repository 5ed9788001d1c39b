package dev.guidepost.core.stat;

import java.util.OptionalLong;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * Wins out of tries at a rate that is only known as a {@link Beta}: the honest forecast, wider than
 * the binomial, and the fit of the prior that a group's members share.
 *
 * <p>Given the rate, wins are binomial; averaged over what is believed about the rate they are
 * beta-binomial. Fitting the belief to a group's own record is empirical Bayes: each member's rate
 * is then drawn towards the group's mean as far as its own record is thin (Kleinman, JASA 68, 1973;
 * Gelman et al., Bayesian Data Analysis, 3rd edition, chapter 5).
 *
 * <pre>{@code
 * BetaBinomial.Fit team = BetaBinomial.fit(wins, deals);
 * Beta ana = team.prior().update(14, 40);
 * BetaBinomial.neededTrials(10, ana, 0.9, 1000); // deals for ten wins, 90 % sure
 * }</pre>
 */
public final class BetaBinomial {

  /** The strength at which a fit stops: units that differ this little are pooled fully. */
  public static final double MAX_STRENGTH = 1e4;

  /** The least strength a fit returns, for units that are all won or all lost. */
  public static final double MIN_STRENGTH = 0.01;

  private BetaBinomial() {}

  /**
   * A fitted prior.
   *
   * @param alpha the weight of successes
   * @param beta the weight of failures
   * @param mean the mean rate, {@code alpha/(alpha+beta)}
   * @param strength how many trials the prior is worth, {@code alpha+beta}, at most {@link
   *     #MAX_STRENGTH}
   * @param logLikelihood the log of the probability of the data under the fit
   * @param pooledFully whether no difference between the units could be seen, so that the strength
   *     is the cap and not an estimate
   */
  public record Fit(
      double alpha,
      double beta,
      double mean,
      double strength,
      double logLikelihood,
      boolean pooledFully) {

    /**
     * Checks the parts.
     *
     * @param alpha the weight of successes
     * @param beta the weight of failures
     * @param mean the mean rate
     * @param strength how many trials the prior is worth
     * @param logLikelihood the log of the probability of the data under the fit
     * @param pooledFully whether no difference between the units could be seen
     * @throws IllegalArgumentException if a part is out of range
     */
    public Fit {
      Checks.positive("alpha", alpha);
      Checks.positive("beta", beta);
      Checks.inside("mean", mean);
      Checks.positive("strength", strength);
      Checks.finite("logLikelihood", logLikelihood);
    }

    /**
     * Returns the fitted prior.
     *
     * @return Beta(alpha, beta)
     */
    public Beta prior() {
      return new Beta(alpha, beta);
    }
  }

  /**
   * Returns the log of the probability of exactly {@code k} successes.
   *
   * @param k the number of successes; outside [0, n] the result is minus infinity
   * @param n the number of trials, zero or more
   * @param rate what is believed about the rate
   * @return {@code ln(C(n,k) B(k+a, n-k+b)/B(a,b))}, zero or less
   * @throws IllegalArgumentException if {@code n} is negative
   */
  public static double logPmf(long k, long n, Beta rate) {
    Checks.nonNegative("n", n);
    if (k < 0 || k > n) {
      return Double.NEGATIVE_INFINITY;
    }
    double log =
        -Math.log1p((double) n)
            - LogBeta.value(k + 1.0, n - k + 1.0)
            + LogBeta.value(k + rate.alpha(), n - k + rate.beta())
            - LogBeta.value(rate.alpha(), rate.beta());
    return Math.min(0, log);
  }

  /**
   * Returns how well a belief foretold what was seen of some units, whose rates are independent
   * draws from it: the log of the probability of their successes, without the part that is the same
   * for every belief. It is the beta-binomial, for whole counts and for those of which some count
   * only in part, as older ones may (a weighted likelihood; Hu and Zidek, Canadian Journal of
   * Statistics 30, 2002).
   *
   * @param successes how many succeeded of each unit, from 0 to its trials
   * @param trials how many were tried of each unit, zero or more
   * @param rate what is believed about the rate
   * @return a logarithm, to be compared with that of other beliefs; 0 without trials
   * @throws IllegalArgumentException if the counts are negative, more succeeded than were tried, or
   *     the sizes differ
   */
  public static double logLikelihood(double[] successes, double[] trials, Beta rate) {
    Checks.sameLength("successes", successes.length, "trials", trials.length);
    double before = LogBeta.value(rate.alpha(), rate.beta());
    double sum = 0;
    for (int i = 0; i < trials.length; i++) {
      Checks.successes(successes[i], trials[i]);
      double failures = trials[i] - successes[i];
      sum += LogBeta.value(successes[i] + rate.alpha(), failures + rate.beta()) - before;
    }
    return sum;
  }

  /**
   * Returns the probability of exactly {@code k} successes.
   *
   * @param k the number of successes; outside [0, n] the result is 0
   * @param n the number of trials, zero or more
   * @param rate what is believed about the rate
   * @return a probability
   * @throws IllegalArgumentException if {@code n} is negative
   */
  public static double pmf(long k, long n, Beta rate) {
    return Math.exp(logPmf(k, n, rate));
  }

  /**
   * Returns the probability of exactly {@code k} successes.
   *
   * @param k the number of successes; outside [0, n] the result is 0
   * @param n the number of trials, zero or more
   * @param rate what is believed about the rate
   * @return a probability
   * @throws IllegalArgumentException if {@code n} is negative
   */
  public static double pmf(long k, long n, BetaMixture rate) {
    return rate.average(part -> pmf(k, n, part));
  }

  /**
   * Returns the probability of at most {@code k} successes. Takes time in proportion to {@code n}.
   *
   * @param k the number of successes; any value
   * @param n the number of trials, zero or more
   * @param rate what is believed about the rate
   * @return a probability, 0 below 0 and 1 from {@code n} on
   * @throws IllegalArgumentException if {@code n} is negative
   */
  public static double cdf(long k, long n, Beta rate) {
    Checks.nonNegative("n", n);
    if (k < 0 || k >= n) {
      return k < 0 ? 0 : 1;
    }
    return k < n * rate.mean() ? lowerSum(k, n, rate) : 1 - upperSum(k + 1, n, rate);
  }

  /**
   * Returns the probability of at most {@code k} successes.
   *
   * @param k the number of successes; any value
   * @param n the number of trials, zero or more
   * @param rate what is believed about the rate
   * @return a probability, 0 below 0 and 1 from {@code n} on
   * @throws IllegalArgumentException if {@code n} is negative
   */
  public static double cdf(long k, long n, BetaMixture rate) {
    return Math.min(1, rate.average(part -> cdf(k, n, part)));
  }

  /**
   * Returns the probability of at least {@code k} successes. Takes time in proportion to {@code n}.
   *
   * @param k the number of successes; any value
   * @param n the number of trials, zero or more
   * @param rate what is believed about the rate
   * @return a probability, 1 up to 0 and 0 above {@code n}
   * @throws IllegalArgumentException if {@code n} is negative
   */
  public static double survival(long k, long n, Beta rate) {
    Checks.nonNegative("n", n);
    if (k <= 0 || k > n) {
      return k <= 0 ? 1 : 0;
    }
    return k > n * rate.mean() ? upperSum(k, n, rate) : 1 - lowerSum(k - 1, n, rate);
  }

  /**
   * Returns the probability of at least {@code k} successes.
   *
   * @param k the number of successes; any value
   * @param n the number of trials, zero or more
   * @param rate what is believed about the rate
   * @return a probability, 1 up to 0 and 0 above {@code n}
   * @throws IllegalArgumentException if {@code n} is negative
   */
  public static double survival(long k, long n, BetaMixture rate) {
    return Math.min(1, rate.average(part -> survival(k, n, part)));
  }

  /**
   * Returns the fewest trials that give at least {@code k} successes with the probability wanted,
   * the rate being uncertain. More than at the mean rate, and without end as the rate may be near
   * 0.
   *
   * @param k the successes needed, zero or more
   * @param rate what is believed about the rate
   * @param confidence the probability wanted, in (0, 1)
   * @param cap the most trials that are credible, zero or more
   * @return the number of trials; empty, "not credible", when even the cap is not enough
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static OptionalLong neededTrials(long k, Beta rate, double confidence, long cap) {
    return neededTrials(k, BetaMixture.of(rate), confidence, cap);
  }

  /**
   * Returns the fewest trials that give at least {@code k} successes with the probability wanted,
   * the rate and the strength of its prior being uncertain.
   *
   * @param k the successes needed, zero or more
   * @param rate what is believed about the rate
   * @param confidence the probability wanted, in (0, 1)
   * @param cap the most trials that are credible, zero or more
   * @return the number of trials; empty, "not credible", when even the cap is not enough
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static OptionalLong neededTrials(long k, BetaMixture rate, double confidence, long cap) {
    Checks.nonNegative("k", k);
    Checks.inside("confidence", confidence);
    Checks.nonNegative("cap", cap);
    return Roots.smallest(k, cap, n -> survival(k, n, rate) >= confidence);
  }

  /**
   * Returns the prior that makes a group's record most probable: marginal maximum likelihood over
   * the logit of the mean and the log of the strength, the moment estimate among the starting
   * points.
   *
   * <p>Units without trials are left out. When the likelihood still climbs at {@link
   * #MAX_STRENGTH}, or only one unit has trials, no difference can be seen: the strength is the cap
   * and {@code pooledFully} says so. When no trial or every trial succeeded, half a success and
   * half a failure are added to the total (Jeffreys), pooled fully as well. With fewer than three
   * units, or some ten if intervals matter, a declared prior or averaging over strengths (a {@link
   * BetaMixture}) is the better choice.
   *
   * @param successes the successes of each unit
   * @param trials the trials of each unit
   * @return the fit
   * @throws IllegalArgumentException if the counts are out of range or there is no trial at all
   */
  public static Fit fit(long[] successes, long[] trials) {
    return StrengthLikelihood.fit(successes, trials);
  }

  /**
   * Returns the common strength that makes the units' record most probable when the prior mean of
   * each is given, as in a hierarchy where it comes from the level above.
   *
   * @param successes the successes of each unit
   * @param trials the trials of each unit; units without any do not count
   * @param means the prior mean of each unit, in (0, 1)
   * @return the strength, between {@link #MIN_STRENGTH} and {@link #MAX_STRENGTH}; the latter also
   *     without data, and then or when the likelihood still climbs means that the units follow
   *     their means with no difference to be seen
   * @throws IllegalArgumentException if an argument is out of range or the sizes differ
   */
  public static double fitStrength(long[] successes, long[] trials, double[] means) {
    return new StrengthLikelihood(successes, trials, means).best();
  }

  /** P(X at most k), from the term at k downwards. */
  private static double lowerSum(long k, long n, Beta rate) {
    double term = pmf(k, n, rate);
    double sum = term;
    for (long j = k; j > 0 && term > 0; j--) {
      term *= j * (n - j + rate.beta()) / ((n - j + 1.0) * (j - 1 + rate.alpha()));
      sum += term;
    }
    return Math.min(1, sum);
  }

  /** P(X at least k), from the term at k upwards. */
  private static double upperSum(long k, long n, Beta rate) {
    return lowerSum(n - k, n, new Beta(/* alpha= */ rate.beta(), /* beta= */ rate.alpha()));
  }
}
