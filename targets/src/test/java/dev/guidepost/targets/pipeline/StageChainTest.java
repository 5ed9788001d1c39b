package dev.guidepost.targets.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.targets.Expect;
import org.junit.jupiter.api.Test;

class StageChainTest {

  /** METHODS A2.1, from a2_funnel.json: qualify, demo, proposal, negotiation. */
  private static final StageChain CHAIN =
      StageChain.of(
          new double[][] {
            {.60, .25, 0, 0}, {0, .55, .25, .05}, {0, .05, .50, .30}, {0, 0, .05, .45}
          },
          new double[][] {{0, .15}, {.02, .13}, {.03, .12}, {.35, .15}});

  @Test
  void isTheAbsorbingChainOfTheReference() {
    double[] won = {.2522727272727273, .4036363636363636, .51, .6827272727272727};
    double[] steps = {5.340909090909091, 4.545454545454545, 3.75, 2.159090909090909};
    double[] within = {.1569395, .3426578, .4769530, .6743909};
    double[] toWin = {8.00941850941851, 5.509418509418509, 4.121212121212122, 2.0980510834039463};
    for (int stage = 0; stage < 4; stage++) {
      assertEquals(won[stage], CHAIN.won(stage), 1e-12);
      assertEquals(steps[stage], CHAIN.meanSteps(stage), 1e-12);
      assertEquals(within[stage], CHAIN.wonWithin(stage, 8), 1e-7);
      assertEquals(toWin[stage], CHAIN.meanStepsToWin(stage), 1e-12);
      assertEquals(CHAIN.won(stage), CHAIN.wonWithin(stage, 500), 1e-12);
    }
    assertEquals(14.6875, CHAIN.varianceOfSteps(0), 1e-4);
    assertEquals(0, CHAIN.wonWithin(0, 0));
    assertEquals(
        "4 stages: from the first 25.2 % won, closed after 5.3 steps on average", CHAIN.toString());
  }

  @Test
  void takesStagesInAnyOrderAndWithoutWins() {
    StageChain turned =
        StageChain.of(new double[][] {{0, 1}, {.5, 0}}, new double[][] {{0, 0}, {0, .5}});
    assertEquals(0, turned.won(0));
    assertEquals(0, turned.meanStepsToWin(0));
    assertEquals(4, turned.meanSteps(0), 1e-12);
  }

  @Test
  void refusesWhatIsNoChain() {
    double[][] ends = {{.5, .5}};
    Expect.rejected("moves and ends each", () -> StageChain.of(new double[0][], new double[0][]));
    Expect.rejected(
        "moves and ends each", () -> StageChain.of(new double[][] {{0}}, new double[2][]));
    Expect.rejected("add up to 1", () -> StageChain.of(new double[][] {{.1}}, ends));
    Expect.rejected("0 to 1", () -> StageChain.of(new double[][] {{Double.NaN}}, ends));
    Expect.rejected(
        "some never do", () -> StageChain.of(new double[][] {{1}}, new double[][] {{0, 0}}));
  }
}
