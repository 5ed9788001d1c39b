package dev.guidepost.core.stat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Means of units with little data, each drawn towards the collective mean as far as its own record
 * is thin: credibility after Bühlmann and Straub. It needs no distribution, so it serves money:
 * deal sizes, discounts, revenue per account.
 *
 * <p>With {@code w} the weight of a unit, {@code X} its mean, {@code s²} the variance within units
 * and {@code a} that between them, the factor is {@code Z = w/(w+s²/a)} and the premium {@code
 * Z·X+(1-Z)·m}, where {@code m} is the mean of all {@code X} weighted by {@code Z} (Bühlmann and
 * Gisler, A Course in Credibility Theory, 2005, chapter 4). The premium is what to expect of the
 * unit.
 *
 * <pre>{@code
 * Credibility sizes = Credibility.fit(List.of(
 *     Credibility.Evidence.of(new double[] {900, 1100, 1250}, new double[] {1, 1, 1}),
 *     Credibility.Evidence.of(new double[] {2100, 1900}, new double[] {1, 1}))).orElseThrow();
 * sizes.premiums().get(1); // between 2000 and the mean of both
 * }</pre>
 *
 * @param factors the credibility factor {@code Z} of each unit, in [0, 1]; 0 without weight
 * @param collectiveMean the mean {@code m} the units are drawn to
 * @param withinVariance the variance {@code s²} of an observation of weight 1, zero or more
 * @param betweenVariance the variance {@code a} between units, zero or more; 0 means that no
 *     difference could be seen and everything is pooled
 * @param premiums the estimate for each unit
 */
public record Credibility(
    List<Double> factors,
    double collectiveMean,
    double withinVariance,
    double betweenVariance,
    List<Double> premiums) {

  /**
   * Checks the parts and copies the lists.
   *
   * @param factors the credibility factor of each unit, in [0, 1]
   * @param collectiveMean the mean the units are drawn to
   * @param withinVariance the variance of an observation of weight 1
   * @param betweenVariance the variance between units
   * @param premiums the estimate for each unit
   * @throws IllegalArgumentException if a part is out of range or the lists differ in size
   */
  public Credibility {
    factors = List.copyOf(factors);
    premiums = List.copyOf(premiums);
    Checks.sameLength("factors", factors.size(), "premiums", premiums.size());
    factors.forEach(factor -> Checks.probability("factor", factor));
    premiums.forEach(premium -> Checks.finite("premium", premium));
    Checks.finite("collectiveMean", collectiveMean);
    Checks.nonNegative("withinVariance", withinVariance);
    Checks.nonNegative("betweenVariance", betweenVariance);
  }

  /**
   * What is needed of a unit's record: it merges, so units roll up before anything is estimated.
   *
   * @param observations how many observations there are, those without weight left out
   * @param weight their total weight
   * @param mean their weighted mean; 0 without weight
   * @param squares the weighted sum of squared distances from that mean
   */
  public record Evidence(long observations, double weight, double mean, double squares) {

    /**
     * Checks the parts.
     *
     * @param observations how many observations there are
     * @param weight their total weight
     * @param mean their weighted mean
     * @param squares the weighted sum of squared distances from that mean
     * @throws IllegalArgumentException if a part is negative (the mean may be) or not finite
     */
    public Evidence {
      Checks.nonNegative("observations", observations);
      Checks.nonNegative("weight", weight);
      Checks.finite("mean", mean);
      Checks.nonNegative("squares", squares);
    }

    /**
     * Returns the evidence in single observations.
     *
     * @param values the observations
     * @param weights the weight of each, zero or more; those of weight 0 are left out
     * @return the evidence
     * @throws IllegalArgumentException if the sizes differ or a number is out of range
     */
    public static Evidence of(double[] values, double[] weights) {
      Checks.sameLength("values", values.length, "weights", weights.length);
      long count = 0;
      double weight = 0;
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        Checks.finite("value", values[i]);
        if (Checks.nonNegative("weight", weights[i]) > 0) {
          count++;
          weight += weights[i];
          sum += weights[i] * values[i];
        }
      }
      double mean = weight > 0 ? sum / weight : 0;
      double squares = 0;
      for (int i = 0; i < values.length; i++) {
        squares += weights[i] * (values[i] - mean) * (values[i] - mean);
      }
      return new Evidence(count, weight, mean, squares);
    }

    /**
     * Returns the evidence in the sums that are kept as ordinary metrics. Where the values differ
     * little compared with their size, {@link #of} is more exact.
     *
     * @param observations how many observations there are
     * @param weight the sum of the weights
     * @param weighted the sum of weight times value
     * @param weightedSquares the sum of weight times squared value
     * @return the evidence
     * @throws IllegalArgumentException if a sum is out of range
     */
    public static Evidence ofSums(
        long observations, double weight, double weighted, double weightedSquares) {
      Checks.nonNegative("weight", weight);
      Checks.finite("weighted", weighted);
      Checks.nonNegative("weightedSquares", weightedSquares);
      double mean = weight > 0 ? weighted / weight : 0;
      return new Evidence(
          observations, weight, mean, Math.max(0, weightedSquares - weighted * mean));
    }

    /**
     * Returns the evidence of both records together (Chan, Golub and LeVeque 1983).
     *
     * @param other the other record
     * @return the merged evidence; the order does not matter but for rounding
     */
    public Evidence merge(Evidence other) {
      double total = weight + other.weight;
      double step = other.mean - mean;
      double share = total > 0 ? other.weight / total : 0;
      return new Evidence(
          observations + other.observations,
          total,
          mean + step * share,
          squares + other.squares + step * step * weight * share);
    }
  }

  /**
   * Returns the estimates for a group of units by the unbiased estimators of both variances.
   *
   * @param units the evidence of each unit; a unit without weight gets the collective mean
   * @return the estimates in the order of the units; empty, "not enough data", when no unit has two
   *     observations, as the variance within units is then unknown
   */
  public static Optional<Credibility> fit(List<Evidence> units) {
    double weight = 0;
    double sum = 0;
    double squaredWeights = 0;
    double squares = 0;
    long freedom = 0;
    int present = 0;
    for (Evidence unit : units) {
      if (unit.weight() > 0) {
        present++;
        weight += unit.weight();
        sum += unit.weight() * unit.mean();
        squaredWeights += unit.weight() * unit.weight();
        squares += unit.squares();
        freedom += unit.observations() - 1;
      }
    }
    if (freedom <= 0) {
      return Optional.empty();
    }
    double within = squares / freedom;
    double overall = sum / weight;
    double between = 0;
    if (present > 1) {
      for (Evidence unit : units) {
        between += unit.weight() * (unit.mean() - overall) * (unit.mean() - overall);
      }
      between =
          Math.max(0, (between - (present - 1) * within) / (weight - squaredWeights / weight));
    }
    return Optional.of(estimate(units, within, between, overall));
  }

  private static Credibility estimate(
      List<Evidence> units, double within, double between, double overall) {
    List<Double> factors = new ArrayList<>(units.size());
    double factorSum = 0;
    double mean = 0;
    for (Evidence unit : units) {
      double variance = unit.weight() * between;
      double factor = variance > 0 ? variance / (variance + within) : 0;
      factors.add(factor);
      factorSum += factor;
      mean += factor * unit.mean();
    }
    mean = factorSum > 0 ? mean / factorSum : overall;
    List<Double> premiums = new ArrayList<>(units.size());
    for (int i = 0; i < units.size(); i++) {
      double factor = factors.get(i);
      premiums.add(factor * units.get(i).mean() + (1 - factor) * mean);
    }
    return new Credibility(factors, mean, within, between, premiums);
  }
}
