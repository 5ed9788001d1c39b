package dev.guidepost.core.stat;

import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * What is believed about an unknown rate of events per unit of exposure: a gamma distribution.
 *
 * <p>Read it as {@code shape} events already seen in {@code rate} units of exposure. Exposure is
 * whatever the events are proportional to, such as effective selling weeks. Seeing more adds to
 * both (Gelman et al., Bayesian Data Analysis, 3rd edition, section 2.6).
 *
 * <pre>{@code
 * GammaPoisson ana = GammaPoisson.of(8, 0.8).update(112, 13); // 112 calls in 13 weeks
 * ana.mean();                                                // 8.70 a week
 * ana.predictive(4).survival(40);                            // 0.234 in the next four
 * }</pre>
 *
 * @param shape the number of events it is worth, positive
 * @param rate the exposure it is worth, positive
 */
public record GammaPoisson(double shape, double rate) {

  /** The shape at which a fit stops: units that differ this little are pooled fully. */
  public static final double MAX_SHAPE = 1e4;

  private static final double MIN_SHAPE = 0.01;
  private static final int GRID = 24;

  /**
   * Checks the parts.
   *
   * @param shape the number of events it is worth, positive
   * @param rate the exposure it is worth, positive
   * @throws IllegalArgumentException if a part is not positive and finite
   */
  public GammaPoisson {
    Checks.positive("shape", shape);
    Checks.positive("rate", rate);
  }

  /**
   * A fitted prior.
   *
   * @param shape the fitted shape, at most {@link #MAX_SHAPE}
   * @param rate the fitted rate
   * @param mean the mean events per unit of exposure, {@code shape/rate}
   * @param logLikelihood the log of the probability of the data under the fit
   * @param pooledFully whether no difference between the units could be seen, so that the shape is
   *     the cap and not an estimate
   */
  public record Fit(
      double shape, double rate, double mean, double logLikelihood, boolean pooledFully) {

    /**
     * Checks the parts.
     *
     * @param shape the fitted shape
     * @param rate the fitted rate
     * @param mean the mean events per unit of exposure
     * @param logLikelihood the log of the probability of the data under the fit
     * @param pooledFully whether no difference between the units could be seen
     * @throws IllegalArgumentException if a part is out of range
     */
    public Fit {
      Checks.positive("shape", shape);
      Checks.positive("rate", rate);
      Checks.positive("mean", mean);
      Checks.finite("logLikelihood", logLikelihood);
    }

    /**
     * Returns the fitted prior.
     *
     * @return Gamma(shape, rate)
     */
    public GammaPoisson prior() {
      return new GammaPoisson(shape, rate);
    }
  }

  /**
   * Returns a gamma distribution.
   *
   * @param shape the number of events it is worth, positive
   * @param rate the exposure it is worth, positive
   * @return the distribution
   * @throws IllegalArgumentException if a part is not positive and finite
   */
  public static GammaPoisson of(double shape, double rate) {
    return new GammaPoisson(shape, rate);
  }

  /**
   * Returns the gamma distribution of a mean and a variance.
   *
   * @param mean events per unit of exposure, positive
   * @param variance their variance, positive
   * @return {@code Gamma(mean²/variance, mean/variance)}
   * @throws IllegalArgumentException if a parameter is not positive and finite
   */
  public static GammaPoisson ofMeanAndVariance(double mean, double variance) {
    Checks.positive("mean", mean);
    Checks.positive("variance", variance);
    return new GammaPoisson(mean * mean / variance, mean / variance);
  }

  /**
   * Returns the mean events per unit of exposure.
   *
   * @return {@code shape/rate}
   */
  public double mean() {
    return shape / rate;
  }

  /**
   * Returns the variance of the events per unit of exposure.
   *
   * @return {@code shape/rate²}
   */
  public double variance() {
    return shape / rate / rate;
  }

  /**
   * Returns the probability that the rate of events is at or below {@code x}.
   *
   * @param x events per unit of exposure; any value
   * @return a probability, 0 for {@code x <= 0}
   * @throws IllegalArgumentException if {@code x} is NaN
   */
  public double cdf(double x) {
    return Checks.notNaN("x", x) <= 0 ? 0 : RegularizedGamma.P.value(shape, x * rate);
  }

  /**
   * Returns the probability that the rate of events is above {@code x}, exact also where it is
   * tiny.
   *
   * @param x events per unit of exposure; any value
   * @return a probability, 1 for {@code x <= 0}
   * @throws IllegalArgumentException if {@code x} is NaN
   */
  public double survival(double x) {
    return Checks.notNaN("x", x) <= 0 ? 1 : RegularizedGamma.Q.value(shape, x * rate);
  }

  /**
   * Returns the rate of events that is not exceeded with probability {@code p}.
   *
   * @param p a probability in [0, 1]
   * @return events per unit of exposure; 0 at 0 and infinity at 1
   * @throws IllegalArgumentException if {@code p} is not in [0, 1]
   */
  public double quantile(double p) {
    Checks.probability("p", p);
    if (p == 1) {
      return Double.POSITIVE_INFINITY;
    }
    double high = mean() + 10 * Math.sqrt(variance());
    while (survival(high) > 1 - p) {
      high *= 2;
    }
    return Roots.quantile(this::cdf, this::survival, p, 0, high);
  }

  /**
   * Returns the equal-tailed credible interval for the events per unit of exposure.
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
   * Returns the log of the density of the events per unit of exposure.
   *
   * @param x events per unit of exposure, positive
   * @return the natural logarithm of the density
   * @throws IllegalArgumentException if {@code x} is not positive and finite
   */
  public double logDensity(double x) {
    Checks.positive("x", x);
    return shape * Math.log(rate) + (shape - 1) * Math.log(x) - rate * x - LogGamma.value(shape);
  }

  /**
   * Returns the belief after more was seen. No exposure and no events change nothing.
   *
   * @param count the events seen, zero or more; not whole where some count only in part, as older
   *     ones may
   * @param exposure the exposure they were seen in, zero or more
   * @return Gamma(shape+count, rate+exposure)
   * @throws IllegalArgumentException if an argument is negative, not finite, or there are events
   *     without exposure
   */
  public GammaPoisson update(double count, double exposure) {
    check(count, exposure);
    return new GammaPoisson(shape + count, rate + exposure);
  }

  /**
   * Returns how well this belief foretold what was seen of some units, whose rates are independent
   * draws from it: the log of the probability of their events, without the part that is the same
   * for every belief. It is the negative binomial, for whole counts and for those of which some
   * count only in part (a weighted likelihood; Hu and Zidek, Canadian Journal of Statistics 30,
   * 2002).
   *
   * @param counts the events of each unit, zero or more
   * @param exposures the exposure of each unit, zero or more
   * @return a logarithm, to be compared with that of other beliefs; 0 without exposure
   * @throws IllegalArgumentException if a part is negative, not finite, there are events without
   *     exposure, or the sizes differ
   */
  public double logLikelihood(double[] counts, double[] exposures) {
    Checks.sameLength("counts", counts.length, "exposures", exposures.length);
    double before = LogGamma.value(shape);
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      check(counts[i], exposures[i]);
      sum +=
          LogGamma.value(shape + counts[i])
              - before
              - shape * Math.log1p(exposures[i] / rate)
              - (counts[i] == 0 ? 0 : counts[i] * Math.log(rate + exposures[i]));
    }
    return sum;
  }

  /**
   * Returns the distribution of the events in a coming exposure.
   *
   * @param exposure the coming exposure, zero or more; with none there are surely no events
   * @return the negative binomial with size {@code shape} and probability {@code
   *     rate/(rate+exposure)}
   * @throws IllegalArgumentException if the exposure is negative or not finite
   */
  public NegativeBinomial predictive(double exposure) {
    Checks.nonNegative("exposure", exposure);
    return new NegativeBinomial(shape, rate / (rate + exposure));
  }

  /**
   * Returns the prior that makes a group's record most probable: negative binomial marginal maximum
   * likelihood with exposures.
   *
   * <p>Units without exposure are left out. When the likelihood still climbs at {@link #MAX_SHAPE},
   * or only one unit has exposure, no difference can be seen: the shape is the cap and {@code
   * pooledFully} says so. Without any event half of one is assumed, pooled fully as well.
   *
   * @param counts the events of each unit
   * @param exposures the exposure of each unit
   * @return the fit
   * @throws IllegalArgumentException if the data are out of range, the sizes differ, there are
   *     events without exposure, or there is no exposure at all
   */
  public static Fit fit(long[] counts, double[] exposures) {
    Checks.sameLength("counts", counts.length, "exposures", exposures.length);
    double total = 0;
    double exposure = 0;
    int units = 0;
    for (int i = 0; i < counts.length; i++) {
      check((double) counts[i], exposures[i]);
      total += counts[i];
      exposure += exposures[i];
      units += exposures[i] > 0 ? 1 : 0;
    }
    Checks.positive("total exposure", exposure);
    double top = Math.log(MAX_SHAPE);
    double best = top;
    if (total > 0 && units > 1) {
      double[] grid = new double[GRID];
      for (int i = 0; i < GRID; i++) {
        grid[i] = Math.log(MIN_SHAPE) + (top - Math.log(MIN_SHAPE)) * i / (GRID - 1);
      }
      grid[GRID - 1] = top;
      best =
          Roots.maximise(
              t -> logLikelihood(counts, exposures, Math.exp(t)),
              t -> slope(counts, exposures, Math.exp(t)),
              grid);
    }
    boolean pooled = best >= top;
    double shape = pooled ? MAX_SHAPE : Math.exp(best);
    double mean = total > 0 ? bestMean(counts, exposures, shape) : 0.5 / exposure;
    double log = logLikelihood(counts, exposures, shape, mean);
    return new Fit(shape, shape / mean, mean, log, pooled);
  }

  private static void check(double count, double exposure) {
    Checks.nonNegative("count", count);
    Checks.nonNegative("exposure", exposure);
    if (count > 0 && exposure == 0) {
      throw new IllegalArgumentException(
          "exposure must be positive where there are events (" + count + "), but was 0.0");
    }
  }

  private static double logLikelihood(long[] counts, double[] exposures, double shape) {
    return logLikelihood(counts, exposures, shape, bestMean(counts, exposures, shape));
  }

  private static double logLikelihood(
      long[] counts, double[] exposures, double shape, double mean) {
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      if (exposures[i] > 0) {
        double p = shape / (shape + exposures[i] * mean);
        sum += new NegativeBinomial(shape, p).logPmf(counts[i]);
      }
    }
    return sum;
  }

  /** The derivative of the likelihood in the log shape; that in the mean is zero at its best. */
  private static double slope(long[] counts, double[] exposures, double shape) {
    double mean = bestMean(counts, exposures, shape);
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double expected = exposures[i] * mean;
      sum +=
          Roots.digammaStep(shape, counts[i])
              - Math.log1p(expected / shape)
              + (expected - counts[i]) / (shape + expected);
    }
    return shape * sum;
  }

  /** The mean of highest likelihood at a shape: the root of a falling function. */
  private static double bestMean(long[] counts, double[] exposures, double shape) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (int i = 0; i < counts.length; i++) {
      if (exposures[i] > 0) {
        low = Math.min(low, counts[i] / exposures[i]);
        high = Math.max(high, counts[i] / exposures[i]);
      }
    }
    return Roots.solve(
        mean -> {
          double sum = 0;
          for (int i = 0; i < counts.length; i++) {
            double expected = exposures[i] * mean;
            sum += (counts[i] - expected) / (shape + expected);
          }
          return sum;
        },
        low,
        high);
  }
}
