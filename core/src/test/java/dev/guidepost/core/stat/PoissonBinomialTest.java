package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PoissonBinomialTest {

  /** METHODS A2.4. */
  private static final double[] CHANCES = {
    .05, .1, .1, .2, .25, .3, .35, .4, .5, .5, .6, .7, .75, .8, .9, .95
  };

  @Test
  void convolvesExactly() {
    PoissonBinomial wins = PoissonBinomial.of(CHANCES);
    assertEquals(16, wins.size());
    Expect.close(7.45, wins.mean(), 1e-12);
    Expect.close(2.6875, wins.variance(), 1e-12);
    Expect.close(9.453307500000006e-07, wins.pmf(0), 1e-12);
    Expect.close(0.23359785995118754, wins.pmf(7), 1e-12);
    Expect.close(5.6558250000000016e-08, wins.pmf(16), 1e-12);
    Expect.close(0.5144793646646875, wins.cdf(7), 1e-12);
    Expect.close(0.006115149600031249, wins.survival(12), 1e-12);
    Expect.close(0.7191184952865, wins.survival(7), 1e-12);
    assertEquals(7, wins.quantile(0.5));
    assertEquals(8, wins.quantile(0.6));
    assertEquals(0, wins.quantile(0));
    assertEquals(16, wins.quantile(1));
  }

  @Test
  void coversItsEnds() {
    PoissonBinomial wins = PoissonBinomial.of(0.5);
    assertEquals(0, wins.pmf(-1));
    assertEquals(0, wins.pmf(2));
    assertEquals(0, wins.cdf(-1));
    assertEquals(1, wins.cdf(1));
    assertEquals(1, wins.survival(0));
    assertEquals(0, wins.survival(2));
    PoissonBinomial none = PoissonBinomial.of();
    assertEquals(1, none.pmf(0));
    assertEquals(0, none.quantile(0.5));
    assertEquals("PoissonBinomial[size=1, mean=0.5, variance=0.25]", wins.toString());
  }

  @Test
  void joinsPeopleToATeam() {
    PoissonBinomial team =
        PoissonBinomial.of(.05, .1, .1, .2, .25, .3, .35)
            .convolve(PoissonBinomial.of(.4, .5, .5, .6, .7, .75, .8, .9, .95));
    PoissonBinomial direct = PoissonBinomial.of(CHANCES);
    for (int k = 0; k <= 16; k++) {
      assertEquals(direct.pmf(k), team.pmf(k), 1e-15);
    }
    Expect.close(direct.mean(), team.mean(), 1e-12);
    Expect.close(direct.variance(), team.variance(), 1e-12);
  }

  @Test
  void rejectsNonsense() {
    Expect.rejected("chance must lie", () -> PoissonBinomial.of(0.5, 1.5));
    Expect.rejected("chance must lie", () -> PoissonBinomial.of(Double.NaN));
    Expect.rejected("p must lie", () -> PoissonBinomial.of(0.5).quantile(2));
  }
}
