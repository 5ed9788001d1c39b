package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChiSquareTest {

  @Test
  void testsEqualRates() {
    // By hand: 30 and 50 of 100 each; expected 40, so 4 * 100/40 + ... = 25/3.
    ChiSquare test =
        ChiSquare.homogeneity(new long[] {30, 50, 0}, new long[] {100, 100, 0}).orElseThrow();
    Expect.close(25.0 / 3, test.statistic(), 1e-12);
    assertEquals(1, test.degreesOfFreedom());
    // One degree of freedom is the square of a normal score.
    Expect.close(2 * Normal.survival(Math.sqrt(25.0 / 3)), test.pValue(), 1e-12);
  }

  @Test
  void saysWhenThereIsNotEnough() {
    assertTrue(ChiSquare.homogeneity(new long[0], new long[0]).isEmpty());
    assertTrue(ChiSquare.homogeneity(new long[] {3, 0}, new long[] {9, 0}).isEmpty());
    assertTrue(ChiSquare.homogeneity(new long[] {0, 0}, new long[] {9, 9}).isEmpty());
    assertTrue(ChiSquare.homogeneity(new long[] {9, 9}, new long[] {9, 9}).isEmpty());
  }

  /** Mendel's peas (1866), 9 : 3 : 3 : 1: 0.470 on 3 degrees of freedom, as textbooks have it. */
  @Test
  void testsCountsAgainstWeights() {
    ChiSquare peas =
        ChiSquare.goodnessOfFit(new long[] {315, 108, 101, 32, 7}, new double[] {9, 3, 3, 1, 0})
            .orElseThrow();
    Expect.close(0.470024, peas.statistic(), 1e-6);
    assertEquals(3, peas.degreesOfFreedom());
    Expect.close(0.9254, peas.pValue(), 1e-4);
    assertTrue(ChiSquare.goodnessOfFit(new long[] {3, 0}, new double[] {1, 0}).isEmpty());
    assertTrue(ChiSquare.goodnessOfFit(new long[] {0, 0, 5}, new double[] {1, 1, 0}).isEmpty());
    Expect.rejected("as many as counts", () -> ChiSquare.goodnessOfFit(new long[1], new double[2]));
    Expect.rejected("weight", () -> ChiSquare.goodnessOfFit(new long[1], new double[] {-1}));
    Expect.rejected("count", () -> ChiSquare.goodnessOfFit(new long[] {-1}, new double[] {1}));
  }

  @Test
  void rejectsNonsense() {
    long[] one = {1};
    Expect.rejected("as many", () -> ChiSquare.homogeneity(one, new long[2]));
    Expect.rejected("successes must", () -> ChiSquare.homogeneity(one, new long[1]));
    Expect.rejected("degreesOfFreedom must be 1", () -> new ChiSquare(1, 0, 0.5));
  }
}
