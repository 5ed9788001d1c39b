package dev.guidepost.targets.funnel;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.stat.Lattice;
import dev.guidepost.core.stat.NegativeBinomial;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The distribution of an amount still to be won by a date: exact on a lattice of amounts, so that
 * chances need no simulation (compound distributions by Panjer 1981; Klugman, Panjer and Willmot).
 *
 * <p>Forecasts of different people on the same {@link Grid} add up by convolution; they are taken
 * as independent given what the model knows. {@link #mean()} is exact and not cut off at the grid's
 * end; amounts beyond it count as "more".
 *
 * <pre>{@code
 * AmountForecast all = live.plus(created);
 * all.chanceOfAtLeast(154_000); // P(goal)
 * all.quantile(0.10);
 * }</pre>
 */
public final class AmountForecast {

  /**
   * The lattice of amounts: multiples of a step.
   *
   * @param step the step, above 0
   * @param cells how many multiples, from 0 on, at least 2
   */
  public record Grid(double step, int cells) {

    /**
     * Creates a grid.
     *
     * @param step the step
     * @param cells how many multiples
     * @throws IllegalArgumentException if a part is out of bounds
     */
    public Grid {
      if (!(step > 0) || step == Double.POSITIVE_INFINITY || cells < 2) {
        throw new IllegalArgumentException(
            "grid must have a step above 0 and 2 cells or more, but had " + step + ", " + cells);
      }
    }

    /**
     * Returns a grid of 600 cells that reaches an amount.
     *
     * @param amount the largest amount of interest; at least 1 is taken
     * @return the grid
     */
    public static Grid reaching(double amount) {
      return reaching(amount, 600);
    }

    /**
     * Returns a grid that reaches an amount.
     *
     * @param amount the largest amount of interest; at least 1 is taken
     * @param cells how many multiples, from 0 on, at least 2
     * @return the grid
     * @throws IllegalArgumentException if there are fewer than 2 cells
     */
    public static Grid reaching(double amount, int cells) {
      return new Grid(Math.max(1, amount) / Math.max(1, cells - 1), cells);
    }

    /**
     * Returns a grid that reaches an amount and has a usual size among its multiples: rounding each
     * of several deals of one price the same way would otherwise add up to a deal more or less.
     *
     * @param amount the largest amount of interest; at least 1 is taken
     * @param cells about how many multiples, from 0 on, at least 2
     * @param size the usual size of a deal
     * @return the grid; that of {@link #reaching(double, int)} for a size below its step or beyond
     *     its end
     * @throws IllegalArgumentException if there are fewer than 2 cells
     */
    public static Grid holding(double amount, int cells, double size) {
      Grid plain = reaching(amount, cells);
      long multiple = Math.round(size / plain.step);
      if (multiple < 1 || multiple >= cells) {
        return plain;
      }
      double step = size / multiple;
      return new Grid(step, 1 + (int) Math.ceil(Math.max(1, amount) / step));
    }

    /**
     * Returns the same multiples as far as it takes to tell the chance of an amount.
     *
     * @param amount the amount
     * @return the grid, shorter where it reaches further than that
     */
    public Grid upTo(double amount) {
      double enough = Math.ceil(Math.max(0, amount) / step) + 2;
      return enough < cells ? new Grid(step, (int) enough) : this;
    }
  }

  /** How amounts between two multiples of the step are moved onto the grid. */
  public enum Rounding {
    /** To the multiple below: no chance of reaching an amount is above the truth. */
    DOWN,
    /** Over the two multiples around so that the mean is kept: the closest single answer. */
    MEAN,
    /** To the multiple above: no chance of reaching an amount is below the truth. */
    UP;

    Lattice ofDeals(Grid grid, double[] amounts, double[] chances) {
      return switch (this) {
        case DOWN ->
            Lattice.ofBernoullis(
                grid.step(), amounts, chances, Lattice.Rounding.DOWN, grid.cells());
        case MEAN -> Lattice.ofBernoullis(grid.step(), amounts, chances, grid.cells());
        case UP ->
            Lattice.ofBernoullis(grid.step(), amounts, chances, Lattice.Rounding.UP, grid.cells());
      };
    }

    Lattice ofSizes(double step, double[] sizes, int cells) {
      return switch (this) {
        case DOWN -> Lattice.ofSizes(step, sizes, Lattice.Rounding.DOWN, cells);
        case MEAN -> Lattice.ofSizes(step, sizes, cells);
        case UP -> Lattice.ofSizes(step, sizes, Lattice.Rounding.UP, cells);
      };
    }
  }

  private final Grid grid;
  private final Lattice lattice;
  private final double mean;

  private AmountForecast(Grid grid, Lattice lattice, double mean) {
    this.grid = grid;
    this.lattice = lattice;
    this.mean = mean;
  }

  /**
   * Returns the forecast of nothing at all.
   *
   * @param grid the grid
   * @return the amount 0 for certain
   */
  public static AmountForecast nothing(Grid grid) {
    return new AmountForecast(grid, Lattice.of(grid.step(), 1.0), 0);
  }

  /**
   * Returns a forecast whose chances are known.
   *
   * @param grid the grid
   * @param chances the chance of each multiple from 0 on, at most one for each cell; together 1 but
   *     for rounding
   * @return the forecast; what is missing to 1 counts as "more"
   * @throws IllegalArgumentException if there is none, there are more than cells, one is no chance,
   *     or the sum is above 1
   */
  public static AmountForecast of(Grid grid, double... chances) {
    if (chances.length > grid.cells()) {
      throw new IllegalArgumentException(
          "chances must be at most one a cell, but were " + chances.length + " on " + grid);
    }
    Lattice lattice = Lattice.of(grid.step(), chances);
    return new AmountForecast(grid, lattice, lattice.mean());
  }

  /**
   * Returns the forecast of open deals, each won as a whole or not at all.
   *
   * @param grid the grid
   * @param amounts what each brings
   * @param chances the chance of each, 0 to 1
   * @return the forecast
   * @throws IllegalArgumentException if there is not one chance a deal, an amount is negative, or a
   *     chance is not in 0 to 1
   */
  public static AmountForecast ofDeals(Grid grid, double[] amounts, double[] chances) {
    return ofDeals(grid, amounts, chances, Rounding.MEAN);
  }

  /**
   * Returns the forecast of open deals, each won as a whole or not at all.
   *
   * @param grid the grid
   * @param amounts what each brings
   * @param chances the chance of each, 0 to 1
   * @param rounding how amounts are moved onto the grid
   * @return the forecast
   * @throws IllegalArgumentException if there is not one chance a deal, an amount is negative, or a
   *     chance is not in 0 to 1
   */
  public static AmountForecast ofDeals(
      Grid grid, double[] amounts, double[] chances, Rounding rounding) {
    Lattice lattice = rounding.ofDeals(grid, amounts, chances);
    double mean = 0;
    for (int i = 0; i < amounts.length; i++) {
      mean += amounts[i] * chances[i];
    }
    return new AmountForecast(grid, lattice, mean);
  }

  /**
   * Returns the forecast of an unknown number of new deals of one person: the rate a week is known
   * up to a gamma distribution.
   *
   * @param grid the grid
   * @param sizes what won deals bring
   * @param person the person
   * @param shape the shape of the gamma distribution of the rate
   * @param rate its rate, in weeks
   * @param effectiveWeeks the weeks to come, each weighted by the chance of a deal opened in it to
   *     be won in time
   * @return the forecast
   */
  public static AmountForecast ofRecentRate(
      Grid grid,
      DealSizes sizes,
      PersonId person,
      double shape,
      double rate,
      double effectiveWeeks) {
    return ofRecentRate(grid, sizes, person, shape, rate, effectiveWeeks, Rounding.MEAN);
  }

  /**
   * Returns the forecast of an unknown number of new deals of one person: the rate a week is known
   * up to a gamma distribution.
   *
   * @param grid the grid
   * @param sizes what won deals bring
   * @param person the person
   * @param shape the shape of the gamma distribution of the rate
   * @param rate its rate, in weeks
   * @param effectiveWeeks the weeks to come, each weighted by the chance of a deal opened in it to
   *     be won in time
   * @param rounding how sizes are moved onto the grid
   * @return the forecast
   */
  public static AmountForecast ofRecentRate(
      Grid grid,
      DealSizes sizes,
      PersonId person,
      double shape,
      double rate,
      double effectiveWeeks,
      Rounding rounding) {
    if (effectiveWeeks <= 0 || shape <= 0 || !sizes.known()) {
      return nothing(grid);
    }
    Lattice size = sizes.lattice(person, grid.step(), grid.cells(), rounding);
    return new AmountForecast(
        grid,
        size.compoundNegativeBinomial(
            NegativeBinomial.of(shape, rate / (rate + effectiveWeeks)), grid.cells()),
        shape / rate * effectiveWeeks * sizes.mean(person));
  }

  /**
   * Returns the forecast of how many of an unknown number of new deals are won: a count, as if each
   * brought 1.
   *
   * @param grid a grid of step 1
   * @param shape the shape of the gamma distribution of the rate a week
   * @param rate its rate, in weeks
   * @param effectiveWeeks the weeks to come, each weighted by the chance of a deal opened in it to
   *     be won in time
   * @return the forecast
   * @throws IllegalArgumentException if the step is not 1
   */
  public static AmountForecast ofNewWins(
      Grid grid, double shape, double rate, double effectiveWeeks) {
    requireCounts(grid);
    if (effectiveWeeks <= 0 || shape <= 0) {
      return nothing(grid);
    }
    NegativeBinomial wins = NegativeBinomial.of(shape, rate / (rate + effectiveWeeks));
    double[] pmf = new double[grid.cells()];
    double left = 1;
    for (int k = 0; k < pmf.length && left > 0; k++) {
      pmf[k] = Math.min(left, wins.pmf(k));
      left -= pmf[k];
    }
    return new AmountForecast(grid, Lattice.of(1, pmf), shape / rate * effectiveWeeks);
  }

  /**
   * Returns the even mixture of forecasts: one of them is true, each as likely.
   *
   * @param forecasts at least one, on one grid
   * @return the mixture
   * @throws IllegalArgumentException if there is none, or the grids differ
   */
  public static AmountForecast mixture(List<AmountForecast> forecasts) {
    if (forecasts.isEmpty()) {
      throw new IllegalArgumentException("forecasts must be at least one, but were none");
    }
    AmountForecast first = forecasts.get(0);
    forecasts.forEach(other -> other.requireSameGrid(first.grid));
    double[] pmf = new double[first.grid.cells()];
    double mean = 0;
    for (AmountForecast forecast : forecasts) {
      for (int i = 0; i < Math.min(pmf.length, forecast.lattice.cells()); i++) {
        pmf[i] = Math.min(1, pmf[i] + forecast.lattice.pmf(i) / forecasts.size());
      }
      mean += forecast.mean / forecasts.size();
    }
    return new AmountForecast(first.grid, Lattice.of(first.grid.step(), pmf), mean);
  }

  /**
   * Returns the sum of two independent forecasts.
   *
   * @param other a forecast on the same grid
   * @return the convolution
   * @throws IllegalArgumentException if the grids differ
   */
  public AmountForecast plus(AmountForecast other) {
    requireSameGrid(other.grid);
    return new AmountForecast(
        grid, lattice.convolve(other.lattice, grid.cells()), mean + other.mean);
  }

  private void requireSameGrid(Grid other) {
    if (!grid.equals(other)) {
      throw new IllegalArgumentException(
          "forecasts must be on one grid, but were on " + grid + " and " + other);
    }
  }

  static void requireCounts(Grid grid) {
    if (grid.step() != 1) {
      throw new IllegalArgumentException("step must be 1 for counts, but was " + grid.step());
    }
  }

  /** The same chances with a mean that is exact where the grid cuts off. */
  AmountForecast withMean(double exact) {
    return new AmountForecast(grid, lattice, exact);
  }

  Lattice lattice() {
    return lattice;
  }

  /**
   * Returns this forecast on another grid: each amount is split over the two multiples around it so
   * that the mean is kept, which makes a coarse grid of many forecasts far closer than rounding
   * each deal would.
   *
   * @param other the grid; what lies beyond its end, or beyond the end of this one, counts there
   * @return the forecast
   */
  public AmountForecast onto(Grid other) {
    double[] pmf = new double[other.cells()];
    int last = lattice.cells() - 1;
    int used = 1;
    double total = 0;
    for (int i = 0; i <= last; i++) {
      double mass = lattice.pmf(i) + (i == last ? lattice.tail() : 0);
      double at = Math.min(i * grid.step() / other.step(), pmf.length - 1.0);
      int cell = Math.min((int) at, pmf.length - 2);
      if (mass > 0) {
        pmf[cell] += mass * (1 - (at - cell));
        pmf[cell + 1] += mass * (at - cell);
        used = cell + 2;
        total += mass;
      }
    }
    double[] kept = Arrays.copyOf(pmf, used);
    for (int i = 0; i < used; i++) {
      kept[i] /= total;
    }
    return new AmountForecast(other, Lattice.of(other.step(), kept), mean);
  }

  /**
   * Returns the mean amount.
   *
   * @return the mean, exact
   */
  public double mean() {
    return mean;
  }

  /**
   * Returns the grid on which the amounts lie.
   *
   * @return the grid
   */
  public Grid grid() {
    return grid;
  }

  /**
   * Returns the distribution function.
   *
   * @return element {@code n} is the chance of at most {@code n} steps, ascending to 1 less what
   *     lies beyond the grid; a copy
   */
  public double[] cumulative() {
    double[] sums = new double[lattice.cells()];
    double sum = 0;
    for (int i = 0; i < sums.length; i++) {
      sum = Math.min(1, sum + lattice.pmf(i));
      sums[i] = sum;
    }
    return sums;
  }

  /**
   * Returns the chance of an amount or more.
   *
   * @param amount the amount; nothing or less is certain
   * @return 0 to 1, each deal's amount rounded to the grid
   */
  public double chanceOfAtLeast(double amount) {
    return amount <= 0 ? 1 : Math.min(1, lattice.survival(amount));
  }

  /**
   * Returns a quantile.
   *
   * @param p the share, above 0 and below 1
   * @return the smallest amount of the grid that is not exceeded with that chance; the grid's end
   *     if it lies beyond
   */
  public double quantile(double p) {
    return Math.min(lattice.quantile(p), grid.step() * (grid.cells() - 1));
  }

  /** Returns mean and 80 % interval on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%,.0f [%,.0f, %,.0f] 80 %%", mean, quantile(0.1), quantile(0.9));
  }
}
