package dev.guidepost.core.stat;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * The marginal likelihood of beta-binomial units as a function of the log of their common prior
 * strength, each unit's prior mean given; and the fit of mean and strength together on top of it.
 */
final class StrengthLikelihood {

  static final double LOW = Math.log(BetaBinomial.MIN_STRENGTH);
  static final double HIGH = Math.log(BetaBinomial.MAX_STRENGTH);
  private static final int GRID = 24;
  private static final double LOGIT_LIMIT = 35;

  private final long[] successes;
  private final long[] trials;
  private final double[] means;
  private final double constant;

  StrengthLikelihood(long[] successes, long[] trials, double[] means) {
    Checks.successes(successes, trials);
    Checks.sameLength("trials", trials.length, "means", means.length);
    for (double mean : means) {
      Checks.inside("mean", mean);
    }
    this.successes = successes.clone();
    this.trials = trials.clone();
    this.means = means.clone();
    double sum = 0;
    for (int i = 0; i < trials.length; i++) {
      sum -=
          Math.log1p((double) trials[i])
              + LogBeta.value(successes[i] + 1.0, trials[i] - successes[i] + 1.0);
    }
    this.constant = sum;
  }

  /** The log marginal likelihood at a log strength. */
  double value(double logStrength) {
    double s = Math.exp(logStrength);
    double sum = constant;
    for (int i = 0; i < trials.length; i++) {
      if (trials[i] > 0) {
        double a = s * means[i];
        double b = s * (1 - means[i]);
        sum += LogBeta.value(successes[i] + a, trials[i] - successes[i] + b) - LogBeta.value(a, b);
      }
    }
    return sum;
  }

  /** The derivative of {@link #value} with respect to the log strength. */
  double slope(double logStrength) {
    double s = Math.exp(logStrength);
    double sum = 0;
    for (int i = 0; i < trials.length; i++) {
      double m = means[i];
      sum +=
          m * Roots.digammaStep(s * m, successes[i])
              + (1 - m) * Roots.digammaStep(s * (1 - m), trials[i] - successes[i])
              - Roots.digammaStep(s, trials[i]);
    }
    return s * sum;
  }

  /** The strength of highest likelihood between the caps; the upper cap without data. */
  double best() {
    return strength(Roots.maximise(this::value, this::slope, grid(HIGH)));
  }

  static BetaBinomial.Fit fit(long[] successes, long[] trials) {
    Checks.successes(successes, trials);
    long won = 0;
    long tried = 0;
    int units = 0;
    for (int i = 0; i < trials.length; i++) {
      won = Math.addExact(won, successes[i]);
      tried = Math.addExact(tried, trials[i]);
      units += trials[i] > 0 ? 1 : 0;
    }
    if (tried == 0) {
      throw new IllegalArgumentException("trials must hold at least one trial, but was none");
    }
    double best;
    if (won == 0 || won == tried) {
      return result(
          successes, trials, (won + 0.5) / (tried + 1.0), BetaBinomial.MAX_STRENGTH, true);
    } else if (units < 2) {
      best = HIGH;
    } else {
      best =
          Roots.maximise(
              t -> at(successes, trials, t).value(t),
              t -> at(successes, trials, t).slope(t),
              grid(momentStart(successes, trials)));
    }
    double strength = strength(best);
    double mean = bestMean(successes, trials, strength);
    return result(successes, trials, mean, strength, best >= HIGH);
  }

  private static BetaBinomial.Fit result(
      long[] successes, long[] trials, double mean, double strength, boolean pooled) {
    double log = withMean(successes, trials, mean).value(Math.log(strength));
    return new BetaBinomial.Fit(
        mean * strength, (1 - mean) * strength, mean, strength, log, pooled);
  }

  private static StrengthLikelihood at(long[] successes, long[] trials, double logStrength) {
    return withMean(successes, trials, bestMean(successes, trials, strength(logStrength)));
  }

  private static StrengthLikelihood withMean(long[] successes, long[] trials, double mean) {
    double[] means = new double[trials.length];
    Arrays.fill(means, mean);
    return new StrengthLikelihood(successes, trials, means);
  }

  /** The mean of highest likelihood at a strength: the likelihood is concave in the mean. */
  private static double bestMean(long[] successes, long[] trials, double strength) {
    return sigmoid(
        Roots.solve(
            logit -> {
              double a = strength * sigmoid(logit);
              double b = strength * sigmoid(-logit);
              double sum = 0;
              for (int i = 0; i < trials.length; i++) {
                sum +=
                    Roots.digammaStep(a, successes[i])
                        - Roots.digammaStep(b, trials[i] - successes[i]);
              }
              return sum;
            },
            -LOGIT_LIMIT,
            LOGIT_LIMIT));
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** Kleinman's moment estimate with the trials as weights, as a log strength within the caps. */
  static double momentStart(long[] successes, long[] trials) {
    double won = 0;
    double total = 0;
    for (int i = 0; i < trials.length; i++) {
      won += successes[i];
      total += trials[i];
    }
    double p = won / total;
    double spread = 0;
    double a = 0;
    double c = 0;
    for (int i = 0; i < trials.length; i++) {
      if (trials[i] > 0) {
        double n = trials[i];
        spread += n * (successes[i] / n - p) * (successes[i] / n - p);
        a += 1 - n / total;
        c += n * (1 - n / total);
      }
    }
    double rho = (spread - p * (1 - p) * a) / (p * (1 - p) * (c - a));
    if (rho >= 1) {
      return LOW;
    }
    return rho > 0 ? Math.min(HIGH, Math.max(LOW, Math.log((1 - rho) / rho))) : HIGH;
  }

  /** An even grid of log strengths between the caps, with one more point put in order. */
  private static double[] grid(double extra) {
    double[] grid = new double[GRID + 1];
    for (int i = 0; i < GRID; i++) {
      grid[i] = LOW + (HIGH - LOW) * i / (GRID - 1);
    }
    grid[GRID - 1] = HIGH;
    grid[GRID] = extra;
    Arrays.sort(grid);
    return Arrays.stream(grid).distinct().toArray();
  }

  private static double strength(double logStrength) {
    return logStrength >= HIGH ? BetaBinomial.MAX_STRENGTH : Math.exp(logStrength);
  }
}
