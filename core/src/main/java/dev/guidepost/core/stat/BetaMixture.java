package dev.guidepost.core.stat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A weighted mixture of beta distributions: a belief about a rate that is not sure how strong its
 * own prior is.
 *
 * <p>A single prior fitted from few units gives intervals that are too narrow, because the fit
 * itself is uncertain. Mixing over plausible strengths puts that uncertainty back (Gelman et al.,
 * Bayesian Data Analysis, 3rd edition, section 5.3). The weights always add up to 1; parts without
 * weight are dropped.
 *
 * <pre>{@code
 * BetaMixture belief = BetaMixture.of(
 *     new double[] {0.7, 0.3}, List.of(Beta.of(6, 14), Beta.of(60, 140)));
 * belief.interval(0.8); // between the intervals of its parts
 * }</pre>
 */
public final class BetaMixture {

  /** A little beyond the bound, for rounding. */
  private static final double REACH = 1.001;

  private final double[] weights;
  private final List<Beta> components;

  private BetaMixture(double[] weights, List<Beta> components) {
    this.weights = weights;
    this.components = components;
  }

  /**
   * Returns a mixture.
   *
   * @param weights the weight of each part, zero or more and finite, not all zero; scaled to add up
   *     to 1
   * @param components the parts, as many as weights
   * @return the mixture
   * @throws IllegalArgumentException if a weight is negative or not finite, all are zero, or the
   *     sizes differ
   */
  public static BetaMixture of(double[] weights, List<Beta> components) {
    Checks.sameLength("components", components.size(), "weights", weights.length);
    double sum = 0;
    for (double weight : weights) {
      sum += Checks.nonNegative("weight", weight);
    }
    Checks.positive("sum of weights", sum);
    double[] kept = new double[weights.length];
    List<Beta> parts = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        kept[parts.size()] = weights[i] / sum;
        parts.add(components.get(i));
      }
    }
    return new BetaMixture(Arrays.copyOf(kept, parts.size()), List.copyOf(parts));
  }

  /**
   * Returns the mixture of one part.
   *
   * @param beta the part
   * @return a mixture that behaves like {@code beta}
   */
  public static BetaMixture of(Beta beta) {
    return new BetaMixture(new double[] {1}, List.of(beta));
  }

  /**
   * Returns the weights of the parts.
   *
   * @return a new array of positive numbers that add up to 1, in the order of {@link #components}
   */
  public double[] weights() {
    return weights.clone();
  }

  /**
   * Returns the parts.
   *
   * @return the parts with weight, unmodifiable, in the order given
   */
  public List<Beta> components() {
    return components;
  }

  /**
   * Returns the mean rate.
   *
   * @return the weighted mean of the parts' means
   */
  public double mean() {
    return average(Beta::mean);
  }

  /**
   * Returns the variance of the rate: within the parts plus between their means.
   *
   * @return the variance, at least the weighted mean of the parts' variances
   */
  public double variance() {
    double mean = mean();
    return average(b -> b.variance() + (b.mean() - mean) * (b.mean() - mean));
  }

  /**
   * Returns the probability that the rate is at or below {@code x}.
   *
   * @param x a rate; values outside [0, 1] are allowed
   * @return a probability in [0, 1]
   * @throws IllegalArgumentException if {@code x} is NaN
   */
  public double cdf(double x) {
    return Math.min(1, average(b -> b.cdf(x)));
  }

  /**
   * Returns the probability that the rate is above {@code x}: how sure one may be that a benchmark
   * is beaten.
   *
   * @param x a rate; values outside [0, 1] are allowed
   * @return a probability in [0, 1], exact also where it is tiny
   * @throws IllegalArgumentException if {@code x} is NaN
   */
  public double tail(double x) {
    return Math.min(1, average(b -> b.survival(x)));
  }

  /**
   * Returns the rate that is not exceeded with probability {@code p}. It lies between the smallest
   * and the largest quantile of the parts.
   *
   * @param p a probability in [0, 1]
   * @return the quantile in [0, 1], within 1e-12
   * @throws IllegalArgumentException if {@code p} is not in [0, 1]
   */
  public double quantile(double p) {
    Checks.probability("p", p);
    if (components.size() == 1 || p == 0 || p == 1) {
      return components.get(0).quantile(p);
    }
    // Cantelli's inequality: no quantile lies farther from the mean than this.
    double mean = mean();
    double deviation = Math.sqrt(variance());
    double lo = Math.max(0, mean - REACH * deviation * Math.sqrt((1 - p) / p));
    double hi = Math.min(1, mean + REACH * deviation * Math.sqrt(p / (1 - p)));
    return Roots.quantile(this::cdf, this::tail, p, lo, hi);
  }

  /**
   * Returns the equal-tailed credible interval.
   *
   * @param level the probability inside, in (0, 1)
   * @return the quantiles at {@code (1-level)/2} and {@code (1+level)/2}
   * @throws IllegalArgumentException if the level is not inside (0, 1)
   */
  public Interval interval(double level) {
    Checks.inside("level", level);
    return new Interval(quantile((1 - level) / 2), quantile((1 + level) / 2), level);
  }

  /** The weighted mean of a figure of the parts. */
  double average(ToDoubleFunction<Beta> figure) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * figure.applyAsDouble(components.get(i));
    }
    return sum;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BetaMixture that
        && Arrays.equals(weights, that.weights)
        && components.equals(that.components);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(weights) + components.hashCode();
  }

  @Override
  public String toString() {
    return "BetaMixture[weights=" + Arrays.toString(weights) + ", components=" + components + "]";
  }
}
