package dev.guidepost.targets.rates;

import com.google.common.base.Suppliers;
import dev.guidepost.core.explain.Estimate;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.stat.BetaBinomial;
import dev.guidepost.core.stat.BetaMixture;
import dev.guidepost.core.stat.Interval;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A rate of one person or unit: a probability distribution, as rates from few data are never just a
 * number.
 *
 * <p>Immutable. The distribution is that of the true rate given the record, so that what it
 * promises (such as {@link #trialsFor(long, double)}) includes its own uncertainty.
 */
public final class PersonalRate {

  private final PartyId party;
  private final String parentName;
  private final long events;
  private final long trials;
  private final double ownShare;
  private final BetaMixture truth;
  private final double mean;

  /** Worked out when first asked for, as the ends of an interval take long to find. */
  private final Supplier<Estimate> estimate;

  /** Bands by their number, worked out when first asked for. */
  private final Map<Integer, double[]> bands = new ConcurrentHashMap<>();

  PersonalRate(
      PartyId party,
      String parentName,
      long events,
      long trials,
      double ownShare,
      BetaMixture truth,
      double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must lie in (0, 1), but was " + level);
    }
    this.party = party;
    this.parentName = parentName;
    this.events = events;
    this.trials = trials;
    this.ownShare = ownShare;
    this.truth = truth;
    this.mean = truth.mean();
    this.estimate = Suppliers.memoize(() -> computeEstimate(level));
  }

  private Estimate computeEstimate(double level) {
    Interval interval = truth.interval(level);
    return new Estimate(mean, interval.low(), interval.high(), level, events, trials, ownShare);
  }

  /**
   * Returns whose rate it is.
   *
   * @return a person or unit
   */
  public PartyId party() {
    return party;
  }

  /**
   * Returns the estimate with its evidence.
   *
   * @return mean, equal-tailed interval, own record and its share
   */
  public Estimate estimate() {
    return estimate.get();
  }

  /**
   * Returns the mean of the rate.
   *
   * @return 0 to 1
   */
  public double mean() {
    return mean;
  }

  /**
   * Returns how many trials it takes for a number of events, the rate's own uncertainty included:
   * the smallest number with which the chance of at least {@code wanted} events reaches {@code
   * confidence}.
   *
   * @param wanted how many events, at least 1
   * @param confidence the chance to reach, above 0 and below 1
   * @return the number of trials; empty if 100,000 do not suffice, as such a plan is not credible
   * @throws IllegalArgumentException if an argument is out of bounds
   */
  public OptionalLong trialsFor(long wanted, double confidence) {
    return BetaBinomial.neededTrials(wanted, truth, confidence, 100_000);
  }

  /**
   * Returns how many trials it takes for a number of events, to compare with a flat rule such as
   * "three times coverage".
   *
   * @param wanted how many events, at least 1
   * @param confidence the chance to reach, above 0 and below 1
   * @return what is needed, with its evidence
   * @throws IllegalArgumentException if an argument is out of bounds
   */
  public Needed needed(long wanted, double confidence) {
    return new Needed(this, wanted, confidence, trialsFor(wanted, confidence));
  }

  /**
   * Returns the chance that a number of trials gives at least a number of events.
   *
   * @param wanted how many events
   * @param count how many trials
   * @return the chance, 0 to 1
   */
  public double chanceOf(long wanted, long count) {
    return wanted <= 0 ? 1 : wanted > count ? 0 : BetaBinomial.survival(wanted, count, truth);
  }

  /**
   * Returns the chance of at most a number of events in a number of trials.
   *
   * @param most how many events at most
   * @param count how many trials
   * @return the chance, 0 to 1
   */
  public double chanceOfAtMost(long most, long count) {
    return most < 0 ? 0 : most >= count ? 1 : BetaBinomial.cdf(most, count, truth);
  }

  /**
   * Returns representative values: {@code count} rates of equal weight, the middles of as many
   * equally likely bands.
   *
   * @param count how many, at least 1
   * @return the values, ascending
   * @throws IllegalArgumentException if the count is below 1
   */
  public double[] bands(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, but was " + count);
    }
    return bands.computeIfAbsent(count, this::computeBands).clone();
  }

  private double[] computeBands(int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = truth.quantile((i + 0.5) / count);
    }
    return values;
  }

  /**
   * Returns the rate with its evidence, such as {@code "35 % [28 %, 41 %] 80 %, 17 of 45 own; 52 %
   * own record, 48 % East"}.
   *
   * @return one line
   */
  @Override
  public String toString() {
    Estimate estimate = estimate();
    return String.format(
        Locale.ROOT,
        "%.0f %% [%.0f %%, %.0f %%] %.0f %%, %,d of %,d own; %.0f %% own record%s",
        estimate.value() * 100,
        estimate.low() * 100,
        estimate.high() * 100,
        estimate.level() * 100,
        events,
        trials,
        ownShare * 100,
        parentName.isEmpty()
            ? ""
            : String.format(Locale.ROOT, ", %.0f %% %s", (1 - ownShare) * 100, parentName));
  }
}
