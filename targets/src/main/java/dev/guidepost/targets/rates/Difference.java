package dev.guidepost.targets.rates;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.stat.Binomials;
import dev.guidepost.core.stat.ChiSquare;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether people differ in a ratio beyond chance: one test for all of them, and exact limits for
 * each.
 *
 * <p>The test is Pearson's chi-square test of homogeneity over those with at least one trial; the
 * limits are those of the exact binomial funnel around the common rate (Spiegelhalter 2005): one is
 * outside whose count or a further one is less likely than the tail. No interpolation between
 * counts: of three trials it would put all three won outside.
 *
 * <pre>{@code
 * Difference.between(cube, WIN_RATE, year, people).toString();
 * // "30 sellers, 55 % to 70 %: no difference beyond chance (p = .26); do not compare"
 * }</pre>
 *
 * @param people how many have a trial
 * @param common the ratio of all of them together
 * @param lowest the lowest of their ratios, 0 to 1
 * @param highest the highest of their ratios, 0 to 1
 * @param pValue how likely so much difference is by chance; empty if there is not enough data
 * @param outside those outside their own exact 99.8 % limits; unmodifiable
 */
public record Difference(
    int people,
    Ratio common,
    double lowest,
    double highest,
    Optional<Double> pValue,
    List<PersonId> outside) {

  /** Below this p-value people are said to differ: {@value}. */
  public static final double SIGNIFICANT = 0.05;

  private static final double LIMITS = 0.998;

  /**
   * Creates a result; see {@link #between(Cube, MetricId, Period, List)}.
   *
   * @param people how many have a trial
   * @param common the ratio of all of them together
   * @param lowest the lowest of their ratios
   * @param highest the highest of their ratios
   * @param pValue how likely so much difference is by chance
   * @param outside those outside their own exact limits
   */
  public Difference {
    outside = ImmutableList.copyOf(outside);
  }

  /**
   * Tests whether people differ in a ratio metric over a period.
   *
   * @param cube a cube that keeps the period
   * @param metric a ratio metric of whole counts
   * @param period the period
   * @param people the people; those without a trial are left out
   * @return the result
   */
  public static Difference between(
      Cube cube, MetricId metric, Period period, List<PersonId> people) {
    List<PersonId> tested = new ArrayList<>();
    List<Ratio> ratios = new ArrayList<>();
    Ratio common = Ratio.of(0, 0);
    for (PersonId person : people) {
      if (cube.measurement(person, metric, period) instanceof Measurement.Share share
          && share.ratio().denominator().signum() > 0) {
        tested.add(person);
        ratios.add(share.ratio());
        common = common.plus(share.ratio());
      }
    }
    long[] events = ratios.stream().mapToLong(ratio -> ratio.numerator().unscaledAt(0)).toArray();
    long[] trials = ratios.stream().mapToLong(ratio -> ratio.denominator().unscaledAt(0)).toArray();
    double lowest = 1;
    double highest = 0;
    List<PersonId> outside = new ArrayList<>();
    for (int i = 0; i < trials.length; i++) {
      double rate = (double) events[i] / trials[i];
      lowest = Math.min(lowest, rate);
      highest = Math.max(highest, rate);
      double theta = common.numerator().toDouble() / common.denominator().toDouble();
      if (theta > 0 && theta < 1) {
        double low = Binomials.cdf(events[i], trials[i], theta);
        double high = Binomials.survival(events[i], trials[i], theta);
        if (Math.min(low, high) < (1 - LIMITS) / 2) {
          outside.add(tested.get(i));
        }
      }
    }
    return new Difference(
        trials.length,
        common,
        Math.min(lowest, highest),
        highest,
        ChiSquare.homogeneity(events, trials).map(ChiSquare::pValue),
        outside);
  }

  /**
   * Tells whether people differ beyond chance.
   *
   * @return true if the p-value is below {@value #SIGNIFICANT}; false also without enough data
   */
  public boolean beyondChance() {
    return pValue.isPresent() && pValue.get() < SIGNIFICANT;
  }

  /** Returns the verdict on one line. */
  @Override
  public String toString() {
    if (pValue.isEmpty()) {
      return people + " sellers: not enough data to compare";
    }
    String p = String.format(Locale.ROOT, pValue.get() < 0.0995 ? "%.3f" : "%.2f", pValue.get());
    return String.format(
        Locale.ROOT,
        "%d sellers, %.0f %% to %.0f %%: %s",
        people,
        lowest * 100,
        highest * 100,
        (beyondChance() ? "they differ beyond chance (p = " : "no difference beyond chance (p = ")
            + (p.startsWith("0") ? p.substring(1) : p)
            + (beyondChance() ? "); look at what drives it first" : "); do not compare"));
  }
}
