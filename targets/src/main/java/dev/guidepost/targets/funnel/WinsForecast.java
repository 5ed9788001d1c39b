package dev.guidepost.targets.funnel;

import dev.guidepost.core.stat.Beta;
import dev.guidepost.core.stat.NegativeBinomial;
import dev.guidepost.core.stat.PoissonBinomial;
import dev.guidepost.targets.rates.PersonalRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The distribution of how many deals are won by a date: exact, as a sum of deals that each have
 * their own chance (the Poisson-binomial distribution by convolution).
 *
 * <p>Deals are independent of each other unless a {@link Shock} is stated. Then a quarter is good
 * or bad for all of them at once: each chance becomes a beta distribution around itself, and all
 * are at the same quantile of theirs. Equal chances make this the beta-binomial distribution. It
 * also says what an uncertain win yield does: a beta distribution of the yield with parameters a
 * and b is a shock of strength a + b. Forecasts of several people add up quarter by quarter, so
 * that what they have in common does not even out.
 *
 * <pre>{@code
 * WinsForecast open = WinsForecast.of(Shock.NONE, .2, .5, .9);
 * open.chanceOfAtLeast(2);                            // .55
 * WinsForecast.of(Shock.ofCorrelation(.05), chances); // wider, with the same mean
 * }</pre>
 */
public final class WinsForecast {

  /**
   * What deals have in common.
   *
   * @param strength how tightly chances stand around their means, as that of a beta distribution:
   *     deals of equal chance are correlated by 1 / (strength + 1); infinite for independent deals
   * @param bands by how many equally likely quarters the distribution is taken, at least 1
   */
  public record Shock(double strength, int bands) {

    /** Nothing in common: deals are independent. */
    public static final Shock NONE = new Shock(Double.POSITIVE_INFINITY, 1);

    private static final int USUAL_BANDS = 25;
    private static final int RATE_BANDS = 199;

    /**
     * Creates a shock.
     *
     * @param strength how tightly chances stand around their means, above 0
     * @param bands by how many equally likely quarters
     * @throws IllegalArgumentException if a part is out of bounds
     */
    public Shock {
      if (!(strength > 0) || bands < 1) {
        throw new IllegalArgumentException(
            "shock must have a strength above 0 and a band, but had " + strength + ", " + bands);
      }
    }

    /**
     * Returns a shock by the correlation of two deals of the same chance.
     *
     * @param correlation 0 or more, below 1
     * @return the shock, by 25 quarters; {@link #NONE} for 0
     * @throws IllegalArgumentException if the correlation is out of bounds
     */
    public static Shock ofCorrelation(double correlation) {
      if (!(correlation >= 0 && correlation < 1)) {
        throw new IllegalArgumentException(
            "correlation must be 0 or more and below 1, but was " + correlation);
      }
      return correlation == 0 ? NONE : new Shock(1 / correlation - 1, USUAL_BANDS);
    }

    /**
     * Returns what an uncertain rate does to deals that share it.
     *
     * @param rate the rate, such as a person's win yield
     * @return the shock whose beta distribution has the rate's mean and spread, by 25 quarters
     */
    public static Shock ofRate(PersonalRate rate) {
      double mean = 0;
      double squares = 0;
      double[] values = rate.bands(RATE_BANDS);
      for (double value : values) {
        mean += value / values.length;
        squares += value * value / values.length;
      }
      double variance = squares - mean * mean;
      return variance <= 0
          ? NONE
          : new Shock(Math.max(1e-3, mean * (1 - mean) / variance - 1), USUAL_BANDS);
    }

    boolean independent() {
      return strength == Double.POSITIVE_INFINITY;
    }

    /**
     * Returns the chances in one of the quarters.
     *
     * @param means the chance of each deal over all quarters, 0 to 1
     * @param band which of them, from 0, the worst, up to {@link #bands()}, exclusive
     * @return the chance of each in that quarter; over all quarters the mean is the chance given
     * @throws IllegalArgumentException if there is no such quarter
     */
    public double[] chances(double[] means, int band) {
      if (band < 0 || band >= bands) {
        throw new IllegalArgumentException(
            "band must be 0 to " + (bands - 1) + ", but was " + band);
      }
      if (independent()) {
        return means;
      }
      double[] moved = new double[means.length];
      for (int i = 0; i < means.length; i++) {
        moved[i] = i > 0 && means[i] == means[i - 1] ? moved[i - 1] : chance(means[i], band);
      }
      return moved;
    }

    private double chance(double mean, int band) {
      if (mean <= 0 || mean >= 1 || bands == 1) {
        return mean;
      }
      // The mean of a band of the beta distribution, from that of one with another a success more.
      Beta beta = Beta.ofMeanAndStrength(mean, strength);
      Beta sized = new Beta(beta.alpha() + 1, beta.beta());
      double low = band == 0 ? 0 : sized.cdf(beta.quantile((double) band / bands));
      double high = band == bands - 1 ? 1 : sized.cdf(beta.quantile((band + 1.0) / bands));
      return Math.min(1, Math.max(0, mean * (high - low) * bands));
    }

    /** Returns the correlation on one line. */
    @Override
    public String toString() {
      return independent()
          ? "independent deals"
          : String.format(Locale.ROOT, "common shock, correlation %.3f", 1 / (strength + 1));
    }
  }

  private final Shock shock;

  /** By quarter, each as likely as another, the distribution of the wins in it. */
  private final double[][] pmfs;

  private final double mean;

  private WinsForecast(Shock shock, double[][] pmfs, double mean) {
    this.shock = shock;
    this.pmfs = pmfs;
    this.mean = mean;
  }

  /**
   * Returns the forecast of no deals.
   *
   * @param shock what deals have in common
   * @return 0 wins for certain
   */
  public static WinsForecast none(Shock shock) {
    return of(shock);
  }

  /**
   * Returns the forecast of deals.
   *
   * @param shock what they have in common
   * @param chances the chance of each, 0 to 1
   * @return the forecast
   * @throws IllegalArgumentException if a chance is not in 0 to 1
   */
  public static WinsForecast of(Shock shock, double... chances) {
    double[] sorted = chances.clone();
    Arrays.sort(sorted);
    double[][] moved = new double[shock.bands()][];
    for (int band = 0; band < moved.length; band++) {
      moved[band] = shock.chances(sorted, band);
    }
    return new WinsForecast(shock, ofQuarters(shock, moved).pmfs, Arrays.stream(sorted).sum());
  }

  /**
   * Returns the forecast of deals of which the chances in each quarter are known, such as from
   * {@link Shock#chances}, which takes time and is the same for deals of one chance.
   *
   * @param shock what they have in common
   * @param chances by quarter of the shock, the chance of each deal, 0 to 1
   * @return the forecast
   * @throws IllegalArgumentException if there is not one array for each quarter, or a chance is not
   *     in 0 to 1
   */
  public static WinsForecast ofQuarters(Shock shock, double[][] chances) {
    if (chances.length != shock.bands()) {
      throw new IllegalArgumentException(
          "chances must be of " + shock.bands() + " quarters, but were of " + chances.length);
    }
    double[][] pmfs = new double[chances.length][];
    double mean = 0;
    for (int band = 0; band < pmfs.length; band++) {
      PoissonBinomial wins = PoissonBinomial.of(chances[band]);
      mean += wins.mean() / pmfs.length;
      pmfs[band] = new double[wins.size() + 1];
      for (int k = 0; k < pmfs[band].length; k++) {
        pmfs[band][k] = wins.pmf(k);
      }
    }
    return new WinsForecast(shock, pmfs, mean);
  }

  /**
   * Returns the forecast of new deals of which neither number nor win is sure: the rate a week is
   * known up to a gamma distribution.
   *
   * @param shock what the wins have in common
   * @param shape the shape of the gamma distribution of the rate, above 0
   * @param rate its rate, in weeks, above 0
   * @param exposures the weeks to come, each as how much of it can be worked
   * @param chances the chance of a deal opened in each week to be won in time
   * @return the forecast
   * @throws IllegalArgumentException if there is not one chance a week, or an argument is out of
   *     bounds
   */
  public static WinsForecast ofRecentRate(
      Shock shock, double shape, double rate, double[] exposures, double[] chances) {
    if (exposures.length != chances.length || !(shape > 0) || !(rate > 0)) {
      throw new IllegalArgumentException(
          "weeks must have one chance each, and shape and rate be above 0, but were "
              + exposures.length
              + ", "
              + chances.length
              + ", "
              + shape
              + ", "
              + rate);
    }
    double[][] pmfs = new double[shock.bands()][];
    double mean = 0;
    for (int band = 0; band < pmfs.length; band++) {
      double[] moved = shock.chances(chances, band);
      double effective = 0;
      for (int w = 0; w < exposures.length; w++) {
        effective += exposures[w] * moved[w];
      }
      mean += shape / rate * effective / pmfs.length;
      NegativeBinomial wins = NegativeBinomial.of(shape, rate / (rate + effective));
      pmfs[band] = new double[(int) Math.min(100_000, wins.quantile(1 - 1e-13) + 1)];
      double sum = 0;
      for (int k = 0; k < pmfs[band].length; k++) {
        pmfs[band][k] = wins.pmf(k);
        sum += pmfs[band][k];
      }
      for (int k = 0; k < pmfs[band].length; k++) {
        pmfs[band][k] /= sum;
      }
    }
    return new WinsForecast(shock, pmfs, mean);
  }

  /**
   * Returns the wins of both together, such as of two people or of open and new deals.
   *
   * @param other a forecast with the same shock
   * @return the convolution, quarter by quarter
   * @throws IllegalArgumentException if the shocks differ
   */
  public WinsForecast plus(WinsForecast other) {
    if (!shock.equals(other.shock)) {
      throw new IllegalArgumentException(
          "forecasts must have one shock, but had " + shock + " and " + other.shock);
    }
    double[][] sums = new double[pmfs.length][];
    for (int band = 0; band < sums.length; band++) {
      sums[band] = convolve(pmfs[band], other.pmfs[band]);
    }
    return new WinsForecast(shock, sums, mean + other.mean);
  }

  private static double[] convolve(double[] one, double[] other) {
    double[] sum = new double[one.length + other.length - 1];
    for (int i = 0; i < one.length; i++) {
      if (one[i] > 0) {
        for (int j = 0; j < other.length; j++) {
          sum[i + j] += one[i] * other[j];
        }
      }
    }
    return sum;
  }

  /**
   * Returns the wins of all together.
   *
   * @param forecasts forecasts with one shock, at least one
   * @return the convolution; joined in pairs, which takes the least time
   * @throws IllegalArgumentException if there is none, or the shocks differ
   */
  public static WinsForecast sum(List<WinsForecast> forecasts) {
    if (forecasts.isEmpty()) {
      throw new IllegalArgumentException("forecasts must be at least one, but were none");
    }
    List<WinsForecast> left = forecasts;
    while (left.size() > 1) {
      List<WinsForecast> pairs = new ArrayList<>();
      for (int i = 0; i < left.size(); i += 2) {
        pairs.add(i + 1 < left.size() ? left.get(i).plus(left.get(i + 1)) : left.get(i));
      }
      left = pairs;
    }
    return left.get(0);
  }

  /**
   * Returns what the deals have in common.
   *
   * @return the shock
   */
  public Shock shock() {
    return shock;
  }

  /**
   * Returns the mean number of wins.
   *
   * @return the mean, 0 or more; a shock does not move it
   */
  public double mean() {
    return mean;
  }

  /**
   * Returns the chance of a number of wins or more.
   *
   * @param wins the number; none or fewer are certain
   * @return 0 to 1
   */
  public double chanceOfAtLeast(long wins) {
    if (wins <= 0) {
      return 1;
    }
    double sum = 0;
    for (double[] pmf : pmfs) {
      double tail = 0;
      for (int k = pmf.length - 1; k >= wins; k--) {
        tail += pmf[k];
      }
      sum += tail;
    }
    return Math.min(1, sum / pmfs.length);
  }

  /**
   * Returns the chance of exactly a number of wins.
   *
   * @param wins the number
   * @return 0 to 1
   */
  public double chanceOf(int wins) {
    double sum = 0;
    for (double[] pmf : pmfs) {
      sum += wins < 0 || wins >= pmf.length ? 0 : pmf[wins];
    }
    return sum / pmfs.length;
  }

  /**
   * Returns a quantile.
   *
   * @param p the share, above 0 and below 1
   * @return the smallest number of wins that is not exceeded with that chance
   * @throws IllegalArgumentException if the share is out of bounds
   */
  public int quantile(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("share must be above 0 and below 1, but was " + p);
    }
    int most = 0;
    for (double[] pmf : pmfs) {
      most = Math.max(most, pmf.length - 1);
    }
    double sum = 0;
    for (int k = 0; k < most; k++) {
      sum += chanceOf(k);
      if (sum >= p) {
        return k;
      }
    }
    return most;
  }

  /** Returns mean, 80 % interval and what deals have in common on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%.1f wins [%d, %d] 80 %%; %s", mean, quantile(0.1), quantile(0.9), shock);
  }
}
