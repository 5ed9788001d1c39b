package dev.guidepost.targets.rates;

import dev.guidepost.core.stat.Beta;
import dev.guidepost.core.stat.BetaBinomial;
import dev.guidepost.core.stat.BetaMixture;
import dev.guidepost.core.stat.GammaPoisson;
import dev.guidepost.targets.rates.PooledLevel.Group;
import dev.guidepost.targets.rates.PooledLevel.Part;
import dev.guidepost.targets.rates.PooledLevel.Tally;
import java.util.List;

/**
 * A family of distributions of a rate that seeing more does not leave: gamma distributions for
 * counts in a time, beta distributions for shares of trials (Gelman et al., Bayesian Data Analysis,
 * 3rd ed., 2.4 and 2.6).
 *
 * @param <D> the distribution
 */
sealed interface Conjugate<D> {

  /**
   * Where a mean may lie, on the scale on which it is looked at in even steps.
   *
   * @param center the middle
   * @param deviation the standard deviation
   */
  record Place(double center, double deviation) {}

  /** The least that members may differ, as 1 / sqrt(strength). */
  double smallestSpread();

  /** The most that members may differ. */
  double largestSpread();

  /** Where the mean of a group may lie. */
  Place place(Group<D> group);

  /** The mean at a place. */
  double mean(double place);

  /** The distribution of a mean and a strength. */
  D around(double mean, double strength);

  /** The density of a mean on the even scale. */
  double density(D rate, double mean);

  /** How well a distribution foretold some records, as a logarithm. */
  double logLikelihood(D rate, double[] events, double[] exposures);

  /** The distribution after a record was seen. */
  D update(D rate, Tally record);

  /** Counts in a time: the strength is the shape, and means are even in logarithms. */
  record Counts() implements Conjugate<GammaPoisson> {

    /** What half an event in a week is worth, where nothing is known: a guess that data beat. */
    private static final double NOTHING = 0.5;

    /** The gamma distribution with the mean and variance of a mixture. */
    static GammaPoisson matched(List<Part<GammaPoisson>> parts) {
      double mean = mean(parts);
      double squares = 0;
      for (Part<GammaPoisson> part : parts) {
        GammaPoisson rate = part.rate();
        squares += part.weight() * (rate.variance() + rate.mean() * rate.mean());
      }
      return GammaPoisson.ofMeanAndVariance(mean, squares - mean * mean);
    }

    private static double mean(List<Part<GammaPoisson>> parts) {
      double mean = 0;
      for (Part<GammaPoisson> part : parts) {
        mean += part.weight() * part.rate().mean();
      }
      return mean;
    }

    @Override
    public double smallestSpread() {
      return 0.03;
    }

    @Override
    public double largestSpread() {
      return 0.8;
    }

    @Override
    public Place place(Group<GammaPoisson> group) {
      double events = NOTHING + group.events();
      double exposure =
          group.exposure() + (group.prior().isEmpty() ? 0 : NOTHING / mean(group.prior()));
      return new Place(
          Math.log(events / (exposure == 0 ? 1 : exposure)),
          Math.sqrt(1 / events + 0.25 / Math.max(1, group.records().size())));
    }

    @Override
    public double mean(double place) {
      return Math.exp(place);
    }

    @Override
    public GammaPoisson around(double mean, double strength) {
      return GammaPoisson.of(strength, strength / mean);
    }

    @Override
    public double density(GammaPoisson rate, double mean) {
      return Math.exp(rate.logDensity(mean)) * mean;
    }

    @Override
    public double logLikelihood(GammaPoisson rate, double[] events, double[] exposures) {
      return rate.logLikelihood(events, exposures);
    }

    @Override
    public GammaPoisson update(GammaPoisson rate, Tally record) {
      return rate.update(record.events(), record.exposure());
    }
  }

  /** Shares of trials: the strength is how many trials it is worth; means are even in logits. */
  record Shares() implements Conjugate<Beta> {

    /** The mixture of some parts. */
    static BetaMixture mixture(List<Part<Beta>> parts) {
      return BetaMixture.of(
          parts.stream().mapToDouble(Part::weight).toArray(),
          parts.stream().map(Part::rate).toList());
    }

    /** How much of what is believed after a record is that record, 0 to 1. */
    static double ownShare(List<Part<Beta>> before, double trials) {
      double own = 0;
      for (Part<Beta> part : before) {
        own += part.weight() * trials / (trials + part.rate().strength());
      }
      return Math.min(1, own);
    }

    @Override
    public double smallestSpread() {
      return 0.01;
    }

    @Override
    public double largestSpread() {
      return 0.4;
    }

    @Override
    public Place place(Group<Beta> group) {
      double trials = 1 + group.exposure();
      double rate = (0.5 + group.events()) / trials;
      return new Place(
          Math.log(rate / (1 - rate)),
          Math.sqrt(
              1 / (trials * rate * (1 - rate)) + 1.0 / (20 * Math.max(1, group.records().size()))));
    }

    @Override
    public double mean(double place) {
      return 1 / (1 + Math.exp(-place));
    }

    @Override
    public Beta around(double mean, double strength) {
      return Beta.ofMeanAndStrength(mean, strength);
    }

    @Override
    public double density(Beta rate, double mean) {
      return Math.exp(rate.logDensity(mean)) * mean * (1 - mean);
    }

    @Override
    public double logLikelihood(Beta rate, double[] events, double[] exposures) {
      return BetaBinomial.logLikelihood(events, exposures, rate);
    }

    @Override
    public Beta update(Beta rate, Tally record) {
      return rate.update(record.events(), record.exposure());
    }
  }
}
