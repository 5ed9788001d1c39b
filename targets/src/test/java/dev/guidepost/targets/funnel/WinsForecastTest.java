package dev.guidepost.targets.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.stat.Beta;
import dev.guidepost.core.stat.BetaBinomial;
import dev.guidepost.core.stat.NegativeBinomial;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.funnel.WinsForecast.Shock;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class WinsForecastTest {

  /** METHODS A2.4, from a2_funnel.json. */
  private static final double[] CHANCES = {
    .05, .1, .1, .2, .25, .3, .35, .4, .5, .5, .6, .7, .75, .8, .9, .95
  };

  @Test
  void isThePoissonBinomialOfTheReference() {
    WinsForecast wins = WinsForecast.of(Shock.NONE, CHANCES);
    assertEquals(7.45, wins.mean(), 1e-12);
    assertEquals(.23359785995118754, wins.chanceOf(7), 1e-12);
    assertEquals(.006115149600031249, wins.chanceOfAtLeast(12), 1e-12);
    assertEquals(.7191184952865, wins.chanceOfAtLeast(7), 1e-12);
    assertEquals(1, wins.chanceOfAtLeast(0));
    assertEquals(0, wins.chanceOfAtLeast(17));
    assertEquals("7.5 wins [5, 10] 80 %; independent deals", wins.toString());
  }

  /** Equal chances under a shock are beta-binomial; its mean stays and its tails grow. */
  @Test
  void aCommonShockMakesEqualChancesBetaBinomial() {
    double[] same = new double[40];
    Arrays.fill(same, .3);
    WinsForecast wins = WinsForecast.of(new Shock(20, 800), same);
    Beta beta = Beta.of(6, 14);
    for (int k : new int[] {2, 8, 12, 20, 30}) {
      assertEquals(BetaBinomial.survival(k, 40, beta), wins.chanceOfAtLeast(k), 2e-4, "of " + k);
    }
    assertEquals(12, wins.mean(), 1e-12);
    double mean = 0;
    for (int k = 0; k <= 40; k++) {
      mean += k * wins.chanceOf(k);
    }
    assertEquals(12, mean, 1e-9, "over all quarters, too");
    assertEquals("common shock, correlation 0.048", wins.shock().toString());
    assertEquals(19, Shock.ofCorrelation(.05).strength(), 1e-9);
    assertEquals(Shock.NONE, Shock.ofCorrelation(0));
  }

  /** What people have in common does not even out in a team. */
  @Test
  void aTeamSharesItsQuarters() {
    double[] person = new double[20];
    Arrays.fill(person, .3);
    Shock shock = Shock.ofCorrelation(.1);
    WinsForecast one = WinsForecast.of(shock, person);
    WinsForecast five = WinsForecast.sum(List.of(one, one, one, one, one));
    double[] team = new double[100];
    Arrays.fill(team, .3);
    WinsForecast whole = WinsForecast.of(shock, team);
    for (int k = 0; k <= 100; k += 5) {
      assertEquals(whole.chanceOfAtLeast(k), five.chanceOfAtLeast(k), 1e-12);
    }
    WinsForecast independent = WinsForecast.of(Shock.NONE, team);
    assertTrue(whole.chanceOfAtLeast(40) > 3 * independent.chanceOfAtLeast(40));
    Expect.rejected("one shock", () -> whole.plus(independent));
    Expect.rejected("at least one", () -> WinsForecast.sum(List.of()));
  }

  @Test
  void theRecentRateIsNegativeBinomial() {
    WinsForecast wins =
        WinsForecast.ofRecentRate(
            Shock.NONE, 8, 2, new double[] {1, .5, 1}, new double[] {.2, .2, .1});
    NegativeBinomial expected = NegativeBinomial.of(8, 2 / (2 + .4));
    assertEquals(expected.mean(), wins.mean(), 1e-12);
    assertEquals(expected.survival(3), wins.chanceOfAtLeast(3), 1e-10);
    WinsForecast none =
        WinsForecast.ofRecentRate(Shock.NONE, 8, 2, new double[] {0}, new double[] {.2});
    assertEquals(0, none.mean());
    assertEquals(1, none.chanceOf(0), 1e-12);
    Expect.rejected(
        "one chance each",
        () -> WinsForecast.ofRecentRate(Shock.NONE, 8, 2, new double[1], new double[2]));
    Expect.rejected(
        "one chance each",
        () -> WinsForecast.ofRecentRate(Shock.NONE, 0, 2, new double[1], new double[1]));
  }

  @Test
  void refusesNonsense() {
    Expect.rejected("chance", () -> WinsForecast.of(Shock.NONE, 2));
    Expect.rejected("chance", () -> WinsForecast.of(Shock.NONE, Double.NaN));
    Expect.rejected("shock must", () -> new Shock(0, 1));
    Expect.rejected("shock must", () -> new Shock(1, 0));
    Expect.rejected("correlation must", () -> Shock.ofCorrelation(1));
    Expect.rejected("of 1 quarters", () -> WinsForecast.ofQuarters(Shock.NONE, new double[2][0]));
    Expect.rejected("band must", () -> Shock.NONE.chances(new double[0], 1));
    WinsForecast none = WinsForecast.none(Shock.NONE);
    Expect.rejected("share must", () -> none.quantile(0));
    assertEquals(0, none.quantile(.5));
    assertEquals(0, none.chanceOf(-1));
  }

  @Provide
  Arbitrary<double[]> chances() {
    return Arbitraries.doubles().between(0, 1).array(double[].class).ofMaxSize(12);
  }

  /** Chances fall with the number, add up, and a better deal never makes a goal less likely. */
  @Property(tries = 300)
  void isADistribution(
      @ForAll("chances") double[] chances, @ForAll @DoubleRange(max = .9) double correlation) {
    Shock shock = Shock.ofCorrelation(correlation);
    WinsForecast wins = WinsForecast.of(shock, chances);
    WinsForecast more = wins.plus(WinsForecast.of(shock, .5));
    double sum = 0;
    for (int k = 0; k <= chances.length; k++) {
      double chance = wins.chanceOfAtLeast(k);
      assertTrue(chance >= 0 && chance <= 1);
      assertTrue(wins.chanceOfAtLeast(k + 1) <= chance + 1e-12);
      assertTrue(more.chanceOfAtLeast(k) >= chance - 1e-12);
      sum += wins.chanceOf(k);
    }
    assertEquals(1, sum, 1e-9);
    assertEquals(Arrays.stream(chances).sum(), wins.mean(), 1e-9);
    for (int band = 0; band < shock.bands(); band++) {
      for (double moved : shock.chances(chances, band)) {
        assertTrue(moved >= 0 && moved <= 1);
      }
    }
  }
}
