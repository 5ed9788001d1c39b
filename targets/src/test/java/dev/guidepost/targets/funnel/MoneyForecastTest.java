package dev.guidepost.targets.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class MoneyForecastTest {

  /** METHODS A2.5, from a2_crosscheck.json: ten open deals. */
  private static final double[] AMOUNTS = {20, 35, 50, 10, 80, 15, 60, 25, 40, 30};

  private static final double[] CHANCES = {.2, .5, .35, .8, .15, .6, .25, .7, .4, .9};

  private static MoneyForecast forecast(double step) {
    AmountForecast.Grid grid = AmountForecast.Grid.reaching(400, (int) (400 / step) + 1);
    return MoneyForecast.of(rounding -> AmountForecast.ofDeals(grid, AMOUNTS, CHANCES, rounding));
  }

  @Test
  void isExactWhereAmountsAreMultiplesOfTheStep() {
    MoneyForecast exact = forecast(5);
    assertEquals(143.5, exact.mean(), 1e-12);
    for (double[] expected :
        new double[][] {{100, .79139479}, {150, .44745256}, {200, .170397725}}) {
      MoneyForecast.Bracket chance = exact.chanceOfAtLeast(expected[0]);
      assertEquals(expected[1], chance.value(), 1e-9);
      assertEquals(0, chance.error(), 1e-12);
    }
    assertEquals("44.7 %, surely 44.7 to 44.7 %", exact.chanceOfAtLeast(150).toString());
    assertEquals("144 [75, 220] 80 %; ends surely 75 to 75 and 220 to 220", exact.toString());
  }

  @Test
  void theBracketHoldsTheTruthAndNarrowsWithTheStep() {
    double before = 1;
    for (double step : new double[] {16, 8, 4, 2}) {
      MoneyForecast.Bracket chance = forecast(step).chanceOfAtLeast(150);
      assertTrue(chance.low() <= .44745257 && .44745255 <= chance.high(), chance.toString());
      assertTrue(chance.high() - chance.low() <= before);
      before = chance.high() - chance.low();
    }
    assertTrue(before < .2);
    MoneyForecast both = forecast(8).plus(forecast(8));
    assertEquals(287, both.mean(), 1e-9);
    assertTrue(both.chanceOfAtLeast(287).error() > 0);
  }

  @Provide
  Arbitrary<double[]> amounts() {
    return Arbitraries.doubles().between(0, 90).array(double[].class).ofMaxSize(8);
  }

  @Property(tries = 200)
  void boundsHoldWhateverTheStep(
      @ForAll("amounts") double[] amounts,
      @ForAll @DoubleRange(max = 1) double chance,
      @ForAll @DoubleRange(max = 500) double wanted) {
    double[] chances = new double[amounts.length];
    java.util.Arrays.fill(chances, chance);
    AmountForecast.Grid coarse = AmountForecast.Grid.reaching(800, 81);
    MoneyForecast.Bracket bracket =
        MoneyForecast.of(rounding -> AmountForecast.ofDeals(coarse, amounts, chances, rounding))
            .chanceOfAtLeast(wanted);
    assertTrue(0 <= bracket.low() && bracket.low() <= bracket.value());
    assertTrue(bracket.value() <= bracket.high() && bracket.high() <= 1);
    double truth = 0;
    for (int set = 0; set < 1 << amounts.length; set++) {
      double sum = 0;
      double weight = 1;
      for (int i = 0; i < amounts.length; i++) {
        boolean won = (set >> i & 1) == 1;
        sum += won ? amounts[i] : 0;
        weight *= won ? chance : 1 - chance;
      }
      truth += sum >= wanted ? weight : 0;
    }
    assertTrue(bracket.low() <= truth + 1e-9 && truth <= bracket.high() + 1e-9);
  }
}
