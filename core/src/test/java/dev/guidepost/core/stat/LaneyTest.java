package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LaneyTest {

  /** METHODS A3.2. */
  private static final long[] TRIALS = {
    1200, 1350, 1100, 1420, 1300, 1250, 1500, 1380, 1290, 1410, 1330, 1270
  };

  private static final long[] WINS = {262, 310, 205, 340, 255, 300, 290, 345, 240, 318, 250, 301};

  @Test
  void widensTheLimitsOfProportions() {
    Laney chart = Laney.proportions(WINS, TRIALS).orElseThrow();
    Expect.close(0.21620253164556963, chart.center(), 1e-12);
    Expect.close(3.4695315095237587, chart.sigmaZ(), 1e-12);
    Expect.close(0.33989230206581994, chart.upper(0), 1e-12);
    Expect.close(0.09251276122531932, chart.lower(0), 1e-12);
    Expect.close(0.2518528118291407, chart.center() + 3 * chart.sigmas().get(0), 1e-12);
    for (int i = 0; i < WINS.length; i++) {
      assertEquals(i == 7, Math.abs(chart.scores().get(i)) > 3);
      assertTrue(Math.abs(chart.scores().get(i)) < 3 * chart.sigmaZ());
    }
  }

  @Test
  void widensTheLimitsOfCounts() {
    Laney chart =
        Laney.counts(
                new long[] {412, 455, 390, 520, 370, 480, 430, 505, 365, 460},
                new double[] {40, 42, 38, 45, 40, 44, 41, 45, 39, 43})
            .orElseThrow();
    Expect.close(10.520383693045563, chart.center(), 1e-12);
    Expect.close(2.102688209986766, chart.sigmaZ(), 1e-12);
    Expect.close(13.755440627720755, chart.upper(0), 1e-12);
    Expect.close(7.28532675837037, chart.lower(0), 1e-12);
    assertEquals(Double.POSITIVE_INFINITY, chart.greatest());
  }

  @Test
  void staysWithinWhatIsPossible() {
    Laney chart = Laney.proportions(new long[] {1, 9}, new long[] {10, 10}).orElseThrow();
    assertEquals(0, chart.lower(0));
    assertEquals(1, chart.upper(0));
  }

  @Test
  void setsNoLimitsWithoutVariation() {
    assertTrue(Laney.proportions(new long[0], new long[0]).isEmpty());
    assertTrue(Laney.proportions(new long[] {1}, new long[] {2}).isEmpty());
    assertTrue(Laney.proportions(new long[2], new long[] {2, 2}).isEmpty());
    assertTrue(Laney.proportions(new long[] {2, 2}, new long[] {2, 2}).isEmpty());
    assertTrue(Laney.counts(new long[2], new double[] {2, 2}).isEmpty());
  }

  @Test
  void rejectsNonsense() {
    long[] one = {1};
    Expect.rejected("trials must be positive", () -> Laney.proportions(new long[1], new long[1]));
    Expect.rejected("successes must", () -> Laney.proportions(new long[] {2}, one));
    Expect.rejected("exposure must be positive", () -> Laney.counts(one, new double[1]));
    Expect.rejected("count must be zero", () -> Laney.counts(new long[] {-1}, new double[] {1}));
    Expect.rejected("as many", () -> Laney.counts(one, new double[2]));
    Expect.rejected("greatest must not", () -> new Laney(2, 1, List.of(1.0), List.of(1.0), 1));
    Expect.rejected("as many", () -> new Laney(0, 1, List.of(1.0), List.of(), 1));
    Expect.rejected("sigma must be", () -> new Laney(0, 1, List.of(0.0), List.of(0.0), 1));
    Expect.rejected("score must be", () -> new Laney(0, 1, List.of(1.0), List.of(Double.NaN), 1));
  }
}
