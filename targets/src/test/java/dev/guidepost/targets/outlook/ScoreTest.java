package dev.guidepost.targets.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.stat.Normal;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScoreTest {

  /** 0, 1, 2, 3 with a quarter each. */
  private static final AmountForecast UNIFORM =
      AmountForecast.of(new Grid(1, 4), 0.25, 0.25, 0.25, 0.25);

  @Test
  void crpsOfACertainForecastIsItsError() {
    AmountForecast three = AmountForecast.of(new Grid(2, 4), 0, 0, 0, 1);
    assertEquals(0, Score.crps(three, 6), 1e-12);
    assertEquals(6, Score.crps(three, 0), 1e-12);
    assertEquals(1.5, Score.crps(three, 4.5), 1e-12);
    assertEquals(14, Score.crps(three, 20), 1e-12, "beyond the grid");
    assertEquals(3, Score.crps(7.0, 4), 1e-12);
  }

  /** E|X - y| - E|X - X'| / 2 (Gneiting and Raftery 2007, 21): 1 - 1.25 / 2 at y = 1. */
  @Test
  void crpsOfAUniformCount() {
    assertEquals(0.375, Score.crps(UNIFORM, 1), 1e-12);
    assertEquals(1.5 - 0.625, Score.crps(UNIFORM, 0), 1e-12);
    assertEquals(8.5 - 0.625, Score.crps(UNIFORM, 10), 1e-12);
    assertEquals((1.4 + 0.4 + 0.6 + 1.6) / 4 - 0.625, Score.crps(UNIFORM, 1.4), 1e-12);
  }

  /** Closed form: s (z (2 Phi(z) - 1) + 2 phi(z) - 1 / sqrt(pi)) (Gneiting and Raftery 2007). */
  @Test
  void crpsOfANormal() {
    double step = 0.01;
    double[] pmf = new double[2_001];
    for (int i = 0; i < pmf.length; i++) {
      double at = i * step;
      pmf[i] = Normal.cdf((at + step / 2 - 10) / 1.5) - Normal.cdf((at - step / 2 - 10) / 1.5);
    }
    AmountForecast normal = AmountForecast.of(new Grid(step, pmf.length), pmf);
    for (double actual : new double[] {7, 9.5, 10, 12}) {
      double z = (actual - 10) / 1.5;
      double phi = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
      double closed = 1.5 * (z * (2 * Normal.cdf(z) - 1) + 2 * phi - 1 / Math.sqrt(Math.PI));
      assertEquals(closed, Score.crps(normal, actual), 1e-4);
    }
  }

  @Test
  void pitOfAUniformCountSpreadsOverTheValue() {
    assertEquals(0.25, Score.pit(UNIFORM, 1, 0), 1e-12);
    assertEquals(0.375, Score.pit(UNIFORM, 1, 0.5), 1e-12);
    assertEquals(0.5, Score.pit(UNIFORM, 1, 1), 1e-12);
    assertEquals(0.125, Score.pit(UNIFORM, 0, 0.5), 1e-12);
    assertEquals(1, Score.pit(UNIFORM, 9, 0.3), 1e-12);
    AmountForecast cut = AmountForecast.of(new Grid(1, 2), 0.5, 0.3);
    assertEquals(0.9, Score.pit(cut, 7, 0.5), 1e-12, "what lies beyond the grid is spread too");
  }

  @Test
  void theMiddleIsCovered() {
    assertTrue(Score.covers(0.1, 0.8));
    assertTrue(Score.covers(0.9, 0.8));
    assertFalse(Score.covers(0.0999, 0.8));
    assertFalse(Score.covers(0.9001, 0.8));
  }

  @Test
  void brierIsTheSquaredDifference() {
    assertEquals(0.09, Score.brier(0.7, true), 1e-12);
    assertEquals(0.49, Score.brier(0.7, false), 1e-12);
    assertEquals(0, Score.brier(1, true), 1e-12);
  }

  @Test
  void wrongArgumentsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Score.crps(UNIFORM, -1));
    assertThrows(IllegalArgumentException.class, () -> Score.crps(UNIFORM, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Score.crps(1.0, -1));
    assertThrows(IllegalArgumentException.class, () -> Score.pit(UNIFORM, 1, 1.1));
    assertThrows(IllegalArgumentException.class, () -> Score.pit(UNIFORM, -1, 0.1));
    assertThrows(IllegalArgumentException.class, () -> Score.brier(-0.1, true));
  }

  @Test
  void aForecastOfKnownChancesIsWhatItSays() {
    assertEquals(1.5, UNIFORM.mean(), 1e-12);
    assertEquals("[0.25, 0.5, 0.75, 1.0]", Arrays.toString(UNIFORM.cumulative()));
    assertEquals(new Grid(1, 4), UNIFORM.grid());
    assertThrows(
        IllegalArgumentException.class, () -> AmountForecast.of(new Grid(1, 2), 0.2, 0.2, 0.2));
    assertThrows(
        IllegalArgumentException.class, () -> AmountForecast.ofNewWins(new Grid(2, 5), 1, 1, 1));
    assertEquals(0, AmountForecast.ofNewWins(new Grid(1, 5), 1, 1, 0).mean());
    AmountForecast wins = AmountForecast.ofNewWins(new Grid(1, 60), 8, 2, 1.5);
    assertEquals(6, wins.mean(), 1e-12);
    assertEquals(1, wins.cumulative()[59], 1e-9);
  }
}
