package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class XmrTest {

  /** METHODS A3.1. */
  private static final double[] POINTS = {
    39, 41, 41, 41, 43, 44, 41, 42, 40, 41, 44, 40, 50, 46, 44, 42, 41, 39, 43, 40, 41, 42, 44, 43
  };

  @Test
  void setsLimits() {
    XmrLimits limits = XmrLimits.of(POINTS).orElseThrow();
    double range = 2.260869565217391;
    Expect.close(42.166666666666664, limits.center(), 1e-12);
    Expect.close(range, limits.meanMovingRange(), 1e-12);
    // METHODS A3.1 prints 2.66 and 3.267; the unrounded constants are 2.658681 and 3.266532.
    Expect.close(42.166666666666664 + 2.658680776358274 * range, limits.upper(), 1e-12);
    Expect.close(42.166666666666664 - 2.658680776358274 * range, limits.lower(), 1e-12);
    Expect.close(3.2665319192886013 * range, limits.rangeUpper(), 1e-12);
    Expect.close(range / 1.1283791670955126, limits.sigma(), 1e-12);
    assertArrayEquals(new int[] {12}, Xmr.beyondLimits(limits.scores(POINTS)));
    double[] ranges = Xmr.movingRanges(POINTS);
    assertEquals(23, ranges.length);
    for (int i = 0; i < ranges.length; i++) {
      assertEquals(i == 11, ranges[i] > limits.rangeUpper());
    }
  }

  @Test
  void setsNoLimitsWithoutVariation() {
    assertTrue(XmrLimits.of().isEmpty());
    assertTrue(XmrLimits.of(3).isEmpty());
    assertTrue(XmrLimits.of(3, 3, 3).isEmpty());
    assertEquals(0, Xmr.movingRanges().length);
  }

  @Test
  void detectsTwoOfThreeOnOneSide() {
    assertArrayEquals(new int[] {1}, Xmr.twoOfThree(2.1, 2.1));
    assertArrayEquals(new int[] {2}, Xmr.twoOfThree(-2.1, 0, -2.1));
    assertArrayEquals(new int[0], Xmr.twoOfThree(2.1, -2.1, 0, 2.1));
    assertArrayEquals(new int[] {1, 2}, Xmr.twoOfThree(2.1, 2.1, 2.1, 0));
    assertArrayEquals(new int[0], Xmr.twoOfThree(2, 2, Double.NaN));
    assertArrayEquals(new int[] {0, 2}, Xmr.beyondLimits(3.1, 3, -3.1, Double.NaN));
  }

  @Test
  void rejectsNonsense() {
    Expect.rejected("value must be finite", () -> XmrLimits.of(1, Double.NaN));
    Expect.rejected("meanMovingRange must", () -> new XmrLimits(0, 0, -1, 1, 1));
    Expect.rejected("must enclose", () -> new XmrLimits(5, 1, -1, 1, 1));
    Expect.rejected("must enclose", () -> new XmrLimits(-5, 1, -1, 1, 1));
    XmrLimits limits = XmrLimits.of(POINTS).orElseThrow();
    Expect.rejected("value must be finite", () -> limits.scores(Double.NaN));
  }
}
