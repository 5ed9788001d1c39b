package dev.guidepost.targets.funnel;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.stat.Lattice;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What deals bring that one person will open in some weeks: how many are won is Poisson-binomial,
 * each deal with the chance of its week, and what so many bring is the sum of as many sizes. Exact
 * on the grid (Klugman, Panjer and Willmot, Loss Models, 9.3): each sum of sizes is worked out once
 * for any number of counts that are tried. Thread-safe.
 *
 * <pre>{@code
 * NewDeals deals = NewDeals.of(grid, sizes, ana);
 * AmountForecast won = deals.won(new long[] {4, 5}, new double[] {.3, .2});
 * NewDeals.Towards goal = deals.towards(154_000, live);
 * goal.chance(new long[] {6, 6}, new double[] {.3, .2});
 * }</pre>
 */
public final class NewDeals {

  /** Chances below it do not count: a millionth of what doubles hold beside 1. */
  private static final double NOTHING = 1e-22;

  private final Grid grid;
  private final Lattice size;
  private final double mean;

  /** Element {@code n} is what {@code n} won deals bring; grows as it is asked for. */
  private final List<Lattice> sums = new ArrayList<>();

  private NewDeals(Grid grid, Lattice size, double mean) {
    this.grid = grid;
    this.size = size;
    this.mean = mean;
    sums.add(Lattice.of(grid.step(), 1.0));
  }

  /**
   * Returns the deals of a person.
   *
   * @param grid the grid of amounts
   * @param sizes what won deals bring
   * @param person the person
   * @return deals of these sizes; such as bring nothing if sizes are unknown
   */
  public static NewDeals of(Grid grid, DealSizes sizes, PersonId person) {
    return of(grid, sizes, person, AmountForecast.Rounding.MEAN);
  }

  /**
   * Returns the deals of a person.
   *
   * @param grid the grid of amounts
   * @param sizes what won deals bring
   * @param person the person
   * @param rounding how sizes are moved onto the grid
   * @return deals of these sizes; such as bring nothing if sizes are unknown
   */
  public static NewDeals of(
      Grid grid, DealSizes sizes, PersonId person, AmountForecast.Rounding rounding) {
    return sizes.known()
        ? new NewDeals(
            grid, sizes.lattice(person, grid.step(), grid.cells(), rounding), sizes.mean(person))
        : new NewDeals(grid, Lattice.of(grid.step(), 1.0), 0);
  }

  /**
   * Returns deals that are only counted: each won one brings 1.
   *
   * @param grid a grid of step 1
   * @return the deals
   * @throws IllegalArgumentException if the step is not 1
   */
  public static NewDeals counted(Grid grid) {
    AmountForecast.requireCounts(grid);
    return new NewDeals(grid, Lattice.of(1, 0, 1), 1);
  }

  /**
   * Returns the grid of amounts.
   *
   * @return the grid
   */
  public Grid grid() {
    return grid;
  }

  /**
   * Returns what is won of some deals.
   *
   * @param counts how many are opened in each week, 0 or more
   * @param chances the chance of a deal of each week to be won in time, 0 to 1
   * @return the forecast
   * @throws IllegalArgumentException if there is not one chance a week, a count is negative, or a
   *     chance is not in 0 to 1
   */
  public AmountForecast won(long[] counts, double[] chances) {
    double expected = 0;
    for (int w = 0; w < counts.length; w++) {
      expected += counts[w] * chances[w];
    }
    return won(wins(counts, chances), expected);
  }

  private AmountForecast won(double[] wins, double expected) {
    double[] pmf = new double[grid.cells()];
    int used = 1;
    for (int n = 0; n < wins.length; n++) {
      Lattice sum = sum(n);
      used = Math.max(used, sum.cells());
      for (int i = 0; i < sum.cells(); i++) {
        pmf[i] += wins[n] * sum.pmf(i);
      }
    }
    for (int i = 0; i < used; i++) {
      pmf[i] = Math.min(1, pmf[i]);
    }
    return AmountForecast.of(grid, Arrays.copyOf(pmf, used)).withMean(expected * mean);
  }

  /**
   * Returns the chance of an amount, to be asked for many counts.
   *
   * @param amount what is to be reached
   * @param besides what comes independently of these deals, on a grid of the same step; either may
   *     end beyond the amount
   * @return the chance by counts
   * @throws IllegalArgumentException if the steps differ
   */
  public Towards towards(double amount, AmountForecast besides) {
    if (besides.grid().step() != grid.step()) {
      throw new IllegalArgumentException(
          "step must be " + grid.step() + ", but was " + besides.grid().step());
    }
    return new Towards(this, amount, besides);
  }

  /** The chance that new deals and something besides come to an amount. Thread-safe. */
  public static final class Towards {

    private final NewDeals deals;
    private final double amount;
    private final AmountForecast besides;

    /** Element {@code n} is the chance to stay below if {@code n} deals are won. */
    private final List<Double> below = new ArrayList<>();

    private Towards(NewDeals deals, double amount, AmountForecast besides) {
      this.deals = deals;
      this.amount = amount;
      this.besides = besides;
    }

    /**
     * Returns the chance of the amount or more.
     *
     * @param counts how many deals are opened in each week, 0 or more
     * @param chances the chance of a deal of each week to be won in time, 0 to 1
     * @return 0 to 1, exact on the grid
     * @throws IllegalArgumentException as {@link NewDeals#won}
     */
    public double chance(long[] counts, double[] chances) {
      double[] wins = wins(counts, chances);
      double missed = 0;
      for (int n = 0; n < wins.length; n++) {
        double below = below(n);
        if (below <= NOTHING) {
          break;
        }
        missed += wins[n] * below;
      }
      return Math.max(0, Math.min(1, 1 - missed));
    }

    private synchronized double below(int n) {
      while (below.size() <= n) {
        below.add(deals.sum(below.size()).below(besides.lattice(), amount));
      }
      return below.get(n);
    }
  }

  private synchronized Lattice sum(int n) {
    while (sums.size() <= n) {
      sums.add(size.convolve(sums.get(sums.size() - 1), grid.cells()));
    }
    return sums.get(n);
  }

  /** The chance of each number of wins, up to the last that counts. */
  private static double[] wins(long[] counts, double[] chances) {
    if (counts.length != chances.length) {
      throw new IllegalArgumentException(
          "chances must be one a week, but were " + chances.length + " for " + counts.length);
    }
    double[] wins = {1};
    int most = 0;
    for (int w = 0; w < counts.length; w++) {
      double chance = chances[w];
      if (!(chance >= 0 && chance <= 1) || counts[w] < 0) {
        throw new IllegalArgumentException(
            "counts must be 0 or more and chances 0 to 1, but were " + counts[w] + ", " + chance);
      }
      for (long deal = 0; deal < counts[w] && chance > 0; deal++) {
        if (most + 1 >= wins.length) {
          wins = Arrays.copyOf(wins, 2 * wins.length + 16);
        }
        for (int k = ++most; k > 0; k--) {
          wins[k] = wins[k] * (1 - chance) + wins[k - 1] * chance;
        }
        wins[0] *= 1 - chance;
        while (most > 0 && wins[most] < NOTHING) {
          wins[most--] = 0;
        }
      }
    }
    return Arrays.copyOf(wins, most + 1);
  }

  /** Returns the grid on one line. */
  @Override
  public String toString() {
    return "new deals on " + grid;
  }
}
