package dev.guidepost.targets.rates;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.stat.Binomials;
import dev.guidepost.core.stat.ChiSquare;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
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
 * <p>A difference is not a finding before it is known what drives it. Win yield counts undecided
 * deals against a person, so that people who close every deal, as won or lost, look better than
 * those who leave theirs open: where the others do not differ, the result says so.
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
 * @param driver who a difference in win yield comes from; empty if there is no difference or it
 *     does not come wholly from people without an undecided deal
 */
public record Difference(
    int people,
    Ratio common,
    double lowest,
    double highest,
    Optional<Double> pValue,
    List<PersonId> outside,
    Optional<Driver> driver) {

  /**
   * People who make a difference that is none among the others.
   *
   * @param decided those without a single undecided deal in the period; unmodifiable
   * @param others how many others have a trial, at least 2
   * @param othersPValue how likely so much difference among the others is by chance, at least
   *     {@value #SIGNIFICANT}
   */
  public record Driver(List<PersonId> decided, int others, double othersPValue) {

    /**
     * Creates a driver.
     *
     * @param decided those without a single undecided deal in the period
     * @param others how many others have a trial
     * @param othersPValue how likely so much difference among the others is by chance
     */
    public Driver {
      decided = ImmutableList.copyOf(decided);
    }
  }

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
   * @param driver who a difference in win yield comes from
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
    Optional<Double> pValue = ChiSquare.homogeneity(events, trials).map(ChiSquare::pValue);
    return new Difference(
        trials.length,
        common,
        Math.min(lowest, highest),
        highest,
        pValue,
        outside,
        pValue.isPresent() && pValue.get() < SIGNIFICANT && isWinYield(cube, metric)
            ? driver(cube, period, tested, events, trials)
            : Optional.empty());
  }

  /** Tells whether undecided deals count in a ratio's denominator, and can be told apart. */
  private static boolean isWinYield(Cube cube, MetricId metric) {
    Catalog catalog = cube.ledger().catalog();
    return catalog.find(StandardMetrics.COHORT_LOSSES).isPresent()
        && catalog.metric(metric).aggregation() instanceof Aggregation.RatioOf ratio
        && ratio.numerator().equals(StandardMetrics.COHORT_WINS)
        && ratio.denominator().equals(StandardMetrics.OPPORTUNITIES);
  }

  private static Optional<Driver> driver(
      Cube cube, Period period, List<PersonId> people, long[] won, long[] opened) {
    List<PersonId> decided = new ArrayList<>();
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < opened.length; i++) {
      long lost = cube.sum(people.get(i), StandardMetrics.COHORT_LOSSES, period).unscaledAt(0);
      if (won[i] + lost == opened[i]) {
        decided.add(people.get(i));
      } else {
        others.add(i);
      }
    }
    if (decided.isEmpty()) {
      return Optional.empty();
    }
    return ChiSquare.homogeneity(
            others.stream().mapToLong(i -> won[i]).toArray(),
            others.stream().mapToLong(i -> opened[i]).toArray())
        .map(ChiSquare::pValue)
        .filter(p -> p >= SIGNIFICANT)
        .map(p -> new Driver(decided, others.size(), p));
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
      return people + (people == 1 ? " seller" : " sellers") + ": not enough data to compare";
    }
    return String.format(
        Locale.ROOT,
        "%d %s, %.0f %% to %.0f %%: %s",
        people,
        people == 1 ? "seller" : "sellers",
        lowest * 100,
        highest * 100,
        driver.map(this::drivenBy).orElseGet(() -> verdict(pValue.get())));
  }

  private String verdict(double p) {
    return beyondChance()
        ? "they differ beyond chance (" + print(p) + "); look at what drives it first"
        : "no difference beyond chance (" + print(p) + "); do not compare";
  }

  private String drivenBy(Driver by) {
    return String.format(
        Locale.ROOT,
        "%s, wholly from %d without a single undecided deal (the other %d: %s): open deals, not"
            + " skill; do not compare",
        print(pValue.orElse(1.0)),
        by.decided().size(),
        by.others(),
        print(by.othersPValue()));
  }

  static String print(double p) {
    return p < 0.0005
        ? "p < .001"
        : p >= 0.995
            ? "p > .99"
            : "p = " + String.format(Locale.ROOT, p < 0.0995 ? "%.3f" : "%.2f", p).substring(1);
  }
}
