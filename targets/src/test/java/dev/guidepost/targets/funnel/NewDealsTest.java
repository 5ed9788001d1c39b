package dev.guidepost.targets.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.stat.Lattice;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NewDealsTest {

  private static final PersonId ANA = PersonId.of("ana");
  private static final Grid GRID = new Grid(5, 200);

  private static DealSizes sizes(long... amounts) {
    Firm firm = new Firm();
    for (int i = 0; i < amounts.length; i++) {
      firm.closed("d" + i, ANA, Firm.START, Firm.START.plusDays(9), true, amounts[i]);
    }
    return DealSizes.fit(firm.deals);
  }

  /** Each deal in turn is lost, or won at one of the sizes. */
  private static double byHand(double[] sizes, double[] chances, int deal, double goal) {
    if (goal <= 1e-9) {
      return 1;
    }
    if (deal == chances.length) {
      return 0;
    }
    double chance = (1 - chances[deal]) * byHand(sizes, chances, deal + 1, goal);
    for (double size : sizes) {
      chance += chances[deal] / sizes.length * byHand(sizes, chances, deal + 1, goal - size);
    }
    return chance;
  }

  @Property(tries = 60)
  void isWhatAllOutcomesAddUpTo(
      @ForAll @Size(3) List<@IntRange(max = 2) Integer> weeks,
      @ForAll @Size(3) List<@DoubleRange(min = 0, max = 1) Double> likely,
      @ForAll @IntRange(min = 0, max = 30) int goal) {
    long[] counts = weeks.stream().mapToLong(Integer::longValue).toArray();
    double[] chances = likely.stream().mapToDouble(Double::doubleValue).toArray();
    double[] deals = new double[(int) Arrays.stream(counts).sum()];
    int at = 0;
    for (int w = 0; w < counts.length; w++) {
      Arrays.fill(deals, at, at + (int) counts[w], chances[w]);
      at += (int) counts[w];
    }
    double exact = byHand(new double[] {10, 20, 35}, deals, 0, 5.0 * goal);
    NewDeals made = NewDeals.of(GRID, sizes(10, 20, 35), ANA);
    AmountForecast won = made.won(counts, chances);
    assertEquals(exact, won.chanceOfAtLeast(5.0 * goal), 1e-12);
    AmountForecast none = AmountForecast.nothing(GRID);
    assertEquals(exact, made.towards(5.0 * goal, none).chance(counts, chances), 1e-12);
    assertEquals(Arrays.stream(deals).sum() * 65 / 3, won.mean(), 1e-9);
  }

  @Property(tries = 100)
  void towardsAGoalIsTheConvolution(
      @ForAll @IntRange(min = 0, max = 40) int first,
      @ForAll @IntRange(min = 0, max = 40) int second,
      @ForAll @DoubleRange(min = 0, max = 1) double chance,
      @ForAll @DoubleRange(min = 0, max = 1) double later,
      @ForAll @IntRange(min = -5, max = 995) int goal) {
    DealSizes sizes = sizes(7, 12, 31, 260);
    AmountForecast live =
        AmountForecast.ofDeals(GRID, new double[] {50, 70.5, 400}, new double[] {.3, .6, .1});
    long[] counts = {first, second};
    double[] chances = {chance, later};
    double exact =
        live.plus(NewDeals.of(GRID, sizes, ANA).won(counts, chances)).chanceOfAtLeast(goal);
    NewDeals enough = NewDeals.of(GRID.upTo(goal), sizes, ANA);
    assertEquals(exact, enough.towards(goal, live).chance(counts, chances), 1e-11);
    long[] more = {first, second + 1};
    assertTrue(enough.towards(goal, live).chance(more, chances) >= exact - 1e-11);
  }

  /** Of deals that share one chance, how many are won is binomial; each keeps its own otherwise. */
  @Test
  void keepsTheChanceOfEachWeek() {
    NewDeals counted = NewDeals.counted(new Grid(1, 10));
    AmountForecast sure = counted.won(new long[] {2, 2}, new double[] {1, 0});
    assertEquals(1, sure.chanceOfAtLeast(2), 0);
    assertEquals(0, sure.chanceOfAtLeast(3), 0);
    AmountForecast even = counted.won(new long[] {4}, new double[] {.5});
    assertEquals(11.0 / 16, even.chanceOfAtLeast(2), 1e-15);
    assertEquals(2, even.mean(), 1e-15);
    assertEquals(2, sure.mean(), 1e-15);
  }

  @Test
  void anAmountOfLittleUseTakesLittleGrid() {
    assertEquals(12, GRID.upTo(50).cells());
    assertEquals(2, GRID.upTo(-3).cells());
    assertEquals(GRID, GRID.upTo(1e9));
    NewDeals many = NewDeals.of(GRID.upTo(50), sizes(10), ANA);
    AmountForecast none = AmountForecast.nothing(GRID);
    double[] chances = {.01};
    // 5 or more of 5,000 at .01: only what stays below is worked out.
    assertEquals(1, many.towards(50, none).chance(new long[] {5_000}, chances), 1e-12);
    Lattice ones = Lattice.of(10, 0, 1).compoundBinomial(300, .01, 10);
    assertEquals(
        ones.survival(50), many.towards(50, none).chance(new long[] {300}, chances), 1e-12);
  }

  @Test
  void refusesNonsense() {
    NewDeals deals = NewDeals.of(GRID, sizes(10), ANA);
    Expect.rejected("one a week", () -> deals.won(new long[] {1}, new double[] {.5, .5}));
    Expect.rejected("chances 0 to 1", () -> deals.won(new long[] {1}, new double[] {1.5}));
    Expect.rejected("chances 0 to 1", () -> deals.won(new long[] {1}, new double[] {Double.NaN}));
    Expect.rejected("counts must be 0 or more", () -> deals.won(new long[] {-1}, new double[] {0}));
    Expect.rejected("step must be 1", () -> NewDeals.counted(GRID));
    Expect.rejected(
        "step must be 5.0", () -> deals.towards(10, AmountForecast.nothing(new Grid(1, 10))));
  }
}
