package dev.guidepost.targets.funnel;

import java.util.Locale;
import java.util.function.Function;

/**
 * An amount still to be won by a date, with what computing it on a lattice may cost: the same
 * forecast with all amounts rounded down, to the nearest multiple of the step, and up. The true
 * distribution of the model lies between the first and the last.
 *
 * <pre>{@code
 * MoneyForecast live = MoneyForecast.of(
 *     rounding -> AmountForecast.ofDeals(grid, amounts, chances, rounding));
 * live.chanceOfAtLeast(500_000);  // 46.2 %, surely 44.2 to 48.2 %
 * }</pre>
 *
 * @param low all amounts rounded down
 * @param value all amounts rounded to the nearest: the answer to be used
 * @param high all amounts rounded up
 */
public record MoneyForecast(AmountForecast low, AmountForecast value, AmountForecast high) {

  /**
   * A chance and its bounds.
   *
   * @param value the chance, 0 to 1
   * @param low what it is at least, 0 to 1
   * @param high what it is at most, 0 to 1
   */
  public record Bracket(double value, double low, double high) {

    /**
     * Returns the error bound.
     *
     * @return how far the value may be from the model's true chance at most
     */
    public double error() {
      return Math.max(high - value, value - low);
    }

    /**
     * Returns the chance with its bounds on one line, such as {@code "46.2 %, surely 44.2 to 48.2
     * %"}.
     */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%.1f %%, surely %.1f to %.1f %%", value * 100, low * 100, high * 100);
    }
  }

  /**
   * Computes a forecast three times.
   *
   * @param forecast the forecast by rounding, all on one grid
   * @return the forecast with its bounds
   */
  public static MoneyForecast of(Function<AmountForecast.Rounding, AmountForecast> forecast) {
    return new MoneyForecast(
        forecast.apply(AmountForecast.Rounding.DOWN),
        forecast.apply(AmountForecast.Rounding.MEAN),
        forecast.apply(AmountForecast.Rounding.UP));
  }

  /**
   * Returns the sum of two independent forecasts.
   *
   * @param other a forecast on the same grid
   * @return the convolution
   * @throws IllegalArgumentException if the grids differ
   */
  public MoneyForecast plus(MoneyForecast other) {
    return new MoneyForecast(low.plus(other.low), value.plus(other.value), high.plus(other.high));
  }

  /**
   * Returns the chance of an amount or more.
   *
   * @param amount the amount; nothing or less is certain
   * @return the chance with its bounds
   */
  public Bracket chanceOfAtLeast(double amount) {
    double chance = value.chanceOfAtLeast(amount);
    return new Bracket(
        chance,
        Math.min(chance, low.chanceOfAtLeast(amount)),
        Math.max(chance, high.chanceOfAtLeast(amount)));
  }

  /**
   * Returns the mean amount.
   *
   * @return the mean, exact
   */
  public double mean() {
    return value.mean();
  }

  /** Returns mean and 80 % interval on one line, and the bounds of its ends. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s; ends surely %,.0f to %,.0f and %,.0f to %,.0f",
        value,
        low.quantile(0.1),
        high.quantile(0.1),
        low.quantile(0.9),
        high.quantile(0.9));
  }
}
