package dev.guidepost.examples.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Forecasts of many people on a grid that is coarse for each of them. */
class RegridTest {
  private static final Grid FINE = Grid.reaching(6_000);
  private static final Grid COARSE = Grid.reaching(60_000, 121);

  @Test
  void keepsTheMeanWhereRoundingEachDealWouldLoseIt() {
    // Ten deals of 200 a head, all of which a step of 500 would round to nothing.
    double[] amounts = filled(10, 200);
    double[] chances = filled(10, 0.5);
    AmountForecast sum = AmountForecast.nothing(COARSE);
    for (int person = 0; person < 30; person++) {
      sum = sum.plus(AmountForecast.ofDeals(FINE, amounts, chances).onto(COARSE));
    }
    assertEquals(30_000, sum.mean(), 1e-6);
    // Binomial: 300 deals, a standard deviation of 200 x sqrt(75) = 1,732; 80 % is 1.28 of it.
    assertEquals(30_000 - 2_220, sum.quantile(0.1), 500);
    assertEquals(30_000 + 2_220, sum.quantile(0.9), 500);
    assertEquals(0.5, sum.chanceOfAtLeast(30_000), 0.07);
    AmountForecast rounded =
        AmountForecast.ofDeals(COARSE, amounts, chances, AmountForecast.Rounding.DOWN);
    assertEquals(0, rounded.quantile(0.99));
  }

  @Test
  void splitsAnAmountOverItsTwoNeighbours() {
    AmountForecast one =
        AmountForecast.ofDeals(new Grid(100, 20), new double[] {700}, new double[] {1});
    AmountForecast moved = one.onto(new Grid(400, 10));
    assertEquals(1, moved.chanceOfAtLeast(400), 1e-12);
    assertEquals(0.75, moved.chanceOfAtLeast(800), 1e-12);
    assertEquals(0, moved.chanceOfAtLeast(801), 1e-12);
    assertEquals(700, moved.mean());
  }

  @Test
  void countsWhatLiesBeyondAtTheEnd() {
    double[] amounts = {300, 900};
    double[] sure = {1, 1};
    AmountForecast cut = AmountForecast.ofDeals(new Grid(100, 8), amounts, sure);
    AmountForecast moved = cut.onto(new Grid(50, 5));
    assertEquals(1, moved.chanceOfAtLeast(200), 1e-12);
    assertEquals(1_200, moved.mean());
    assertTrue(moved.plus(moved).chanceOfAtLeast(200) > 1 - 1e-12);
  }

  @Test
  void gridsNeedCells() {
    assertEquals(new Grid(0.5, 3), Grid.reaching(0, 3));
    assertThrows(IllegalArgumentException.class, () -> Grid.reaching(10, 1));
  }

  private static double[] filled(int size, double value) {
    double[] values = new double[size];
    Arrays.fill(values, value);
    return values;
  }
}
