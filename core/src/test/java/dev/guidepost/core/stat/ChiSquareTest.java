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

  @Test
  void rejectsNonsense() {
    long[] one = {1};
    Expect.rejected("as many", () -> ChiSquare.homogeneity(one, new long[2]));
    Expect.rejected("successes must", () -> ChiSquare.homogeneity(one, new long[1]));
    Expect.rejected("degreesOfFreedom must be 1", () -> new ChiSquare(1, 0, 0.5));
  }
}
