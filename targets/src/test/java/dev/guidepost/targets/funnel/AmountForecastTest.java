package dev.guidepost.targets.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.stat.Binomials;
import dev.guidepost.core.stat.NegativeBinomial;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AmountForecastTest {

  private static final Grid GRID = new Grid(5, 200);

  /** METHODS A2.5, from a2_crosscheck.json. */
  private static final double[] AMOUNTS = {20, 35, 50, 10, 80, 15, 60, 25, 40, 30};

  private static final double[] CHANCES = {.2, .5, .35, .8, .15, .6, .25, .7, .4, .9};

  private static final PersonId ANA = PersonId.of("ana");

  /** Won deals of one size. */
  private static DealSizes sizes(long... amounts) {
    Firm firm = new Firm();
    for (int i = 0; i < amounts.length; i++) {
      firm.closed("d" + i, ANA, Firm.START, Firm.START.plusDays(9), true, amounts[i]);
    }
    return DealSizes.fit(firm.deals);
  }

  @Test
  void addsUpOpenDealsExactly() {
    AmountForecast forecast = AmountForecast.ofDeals(GRID, AMOUNTS, CHANCES);
    assertEquals(143.5, forecast.mean(), 1e-12);
    assertEquals(.79139479, forecast.chanceOfAtLeast(100), 1e-10);
    assertEquals(.44745256, forecast.chanceOfAtLeast(150), 1e-10);
    assertEquals(.170397725, forecast.chanceOfAtLeast(200), 1e-10);
    assertEquals(75, forecast.quantile(.1));
    assertEquals(140, forecast.quantile(.5));
    assertEquals(220, forecast.quantile(.9));
    assertEquals("144 [75, 220] 80 %", forecast.toString());
    assertEquals(1, forecast.chanceOfAtLeast(0));
    assertEquals(1, forecast.chanceOfAtLeast(-5));
    assertEquals(0, forecast.chanceOfAtLeast(366));
  }

  @Test
  void convolutionCommutesAndNothingAddsNothing() {
    AmountForecast one = AmountForecast.ofDeals(GRID, new double[] {20, 35}, new double[] {.2, .5});
    AmountForecast two = AmountForecast.ofDeals(GRID, new double[] {50}, new double[] {.35});
    AmountForecast none = AmountForecast.nothing(GRID);
    for (double amount = 0; amount < 120; amount += 5) {
      double chance = one.plus(two).chanceOfAtLeast(amount);
      assertEquals(chance, two.plus(one).chanceOfAtLeast(amount), 1e-12);
      assertEquals(chance, one.plus(two).plus(none).chanceOfAtLeast(amount), 1e-12);
    }
    assertEquals(one.mean() + two.mean(), one.plus(two).mean(), 1e-12);
    assertEquals(0, none.mean());
    assertEquals(0, none.chanceOfAtLeast(1));
    assertEquals(0, none.quantile(.9));
  }

  @Test
  void mixtureAveragesChances() {
    AmountForecast low = AmountForecast.ofDeals(GRID, new double[] {50}, new double[] {.2});
    AmountForecast high = AmountForecast.ofDeals(GRID, new double[] {50}, new double[] {.8});
    AmountForecast both = AmountForecast.mixture(List.of(low, high));
    assertEquals(.5, both.chanceOfAtLeast(50), 1e-12);
    assertEquals(25, both.mean(), 1e-12);
    // Two such deals under one unknown rate are not two independent deals.
    AmountForecast twice = AmountForecast.mixture(List.of(low.plus(low), high.plus(high)));
    assertEquals(.34, twice.chanceOfAtLeast(100), 1e-12);
    assertEquals(.25, both.plus(both).chanceOfAtLeast(100), 1e-12);
  }

  @Test
  void newDealsOfOneSizeAreBinomial() {
    DealSizes sizes = sizes(700, 700, 700, 700);
    for (int wanted = 1; wanted <= 12; wanted++) {
      Grid grid = Grid.holding(3 * 700.0 * Math.max(2, wanted), 600, 700);
      AmountForecast forecast = newDeals(grid, sizes, 14, .4);
      assertEquals(
          Binomials.survival(wanted, 14, .4),
          forecast.chanceOfAtLeast(700.0 * wanted),
          1e-9,
          "a goal of " + wanted + " deals");
      assertEquals(14 * .4 * 700, forecast.mean(), 1e-9);
    }
    AmountForecast recent = AmountForecast.ofRecentRate(new Grid(700, 60), sizes, ANA, 8, 2, 1.5);
    NegativeBinomial count = NegativeBinomial.of(8, 2 / 3.5);
    assertEquals(6, count.mean(), 1e-9);
    assertEquals(count.survival(5), recent.chanceOfAtLeast(3500), 1e-9);
    assertEquals(6 * 700, recent.mean(), 1e-9);
  }

  /** Weights of many deals of one size come to a hair more than 1. */
  @Test
  void takesManyDealsOfOneSize() {
    for (int count = 1; count < 120; count++) {
      Firm firm = new Firm();
      for (int i = 0; i < count; i++) {
        PersonId owner = PersonId.of("p" + i % 3);
        firm.closed("d" + i, owner, Firm.START, Firm.START.plusDays(9), true, 100 + i % 3);
      }
      AmountForecast one = newDeals(new Grid(100, 40), DealSizes.fit(firm.deals), 1, 1);
      assertEquals(1, one.chanceOfAtLeast(100), 1e-9);
    }
  }

  @Test
  void nothingComesOfNothing() {
    DealSizes sizes = sizes(700);
    DealSizes unknown = sizes();
    for (AmountForecast none :
        List.of(
            newDeals(GRID, sizes, 0, .4),
            newDeals(GRID, sizes, 5, 0),
            newDeals(GRID, unknown, 5, .4),
            AmountForecast.ofRecentRate(GRID, sizes, ANA, 8, 2, 0),
            AmountForecast.ofRecentRate(GRID, sizes, ANA, 0, 2, 3),
            AmountForecast.ofRecentRate(GRID, unknown, ANA, 8, 2, 3),
            AmountForecast.ofDeals(GRID, new double[0], new double[0]))) {
      assertEquals(0, none.mean());
      assertEquals(0, none.chanceOfAtLeast(.01));
    }
  }

  @Test
  void countsAmountsBeyondTheGridAsMore() {
    AmountForecast big =
        AmountForecast.ofDeals(GRID, new double[] {5000, 20}, new double[] {.3, .5});
    assertEquals(.3, big.chanceOfAtLeast(900), 1e-12);
    assertEquals(1510, big.mean(), 1e-12);
    assertEquals(995, big.quantile(.9));
    AmountForecast mixed = AmountForecast.mixture(List.of(big, AmountForecast.nothing(GRID)));
    assertEquals(.15, mixed.chanceOfAtLeast(900), 1e-12);
    AmountForecast whales = newDeals(GRID, sizes(5000), 3, .5);
    assertEquals(.875, whales.chanceOfAtLeast(900), 1e-9);
    assertEquals(7500, whales.mean(), 1e-9);
  }

  @Test
  void aGridHoldsTheUsualSize() {
    Grid grid = Grid.holding(90_000, 600, 7_000);
    assertEquals(0, Math.IEEEremainder(7_000, grid.step()), 1e-6);
    assertTrue(grid.step() * (grid.cells() - 1) >= 90_000);
    assertTrue(grid.cells() > 400 && grid.cells() < 950);
    assertEquals(Grid.reaching(90_000), Grid.holding(90_000, 600, 0));
    assertEquals(Grid.reaching(90_000), Grid.holding(90_000, 600, 5));
    assertEquals(Grid.reaching(10), Grid.holding(10, 600, 1e9));
    assertEquals(600, Grid.reaching(0).cells());
  }

  @Test
  void refusesNonsense() {
    Expect.rejected("grid must have", () -> new Grid(0, 5));
    Expect.rejected("grid must have", () -> new Grid(Double.NaN, 5));
    Expect.rejected("grid must have", () -> new Grid(Double.POSITIVE_INFINITY, 5));
    Expect.rejected("grid must have", () -> new Grid(1, 1));
    Expect.rejected("as many", () -> AmountForecast.ofDeals(GRID, new double[] {1}, new double[0]));
    Expect.rejected(
        "as many", () -> AmountForecast.ofDeals(GRID, new double[0], new double[] {.5}));
    Expect.rejected("at least one", () -> AmountForecast.mixture(List.of()));
    AmountForecast other = AmountForecast.nothing(new Grid(7, 200));
    Expect.rejected("one grid", () -> AmountForecast.nothing(GRID).plus(other));
    Expect.rejected(
        "one grid", () -> AmountForecast.mixture(List.of(AmountForecast.nothing(GRID), other)));
  }

  @Property(tries = 60)
  void moreDealsNeverMakeAnAmountLessLikely(
      @ForAll @IntRange(min = 1, max = 30) int count,
      @ForAll @DoubleRange(min = .05, max = .9) double chance,
      @ForAll @IntRange(min = 1, max = 60) int amount) {
    DealSizes sizes = sizes(10, 20, 30);
    AmountForecast few = newDeals(GRID, sizes, count, chance);
    AmountForecast more = newDeals(GRID, sizes, count + 1L, chance);
    double p = few.chanceOfAtLeast(5.0 * amount);
    assertTrue(p >= 0 && p <= 1);
    assertTrue(more.chanceOfAtLeast(5.0 * amount) >= p - 1e-9);
    assertTrue(few.chanceOfAtLeast(5.0 * amount + 5) <= p + 1e-12);
    assertEquals(count * chance * 20, few.mean(), 1e-9);
  }

  private static AmountForecast newDeals(Grid grid, DealSizes sizes, long count, double chance) {
    return NewDeals.of(grid, sizes, ANA).won(new long[] {count}, new double[] {chance});
  }
}
