package dev.guidepost.targets.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ScoreProperties {

  private static final int CELLS = 8;

  @Provide
  Arbitrary<double[]> chances() {
    return Arbitraries.integers()
        .between(0, 100)
        .array(int[].class)
        .ofSize(CELLS)
        .filter(weights -> weights[0] + weights[CELLS - 1] > 0)
        .map(
            weights -> {
              double sum = 0;
              for (int weight : weights) {
                sum += weight;
              }
              double[] chances = new double[CELLS];
              for (int i = 0; i < CELLS; i++) {
                chances[i] = weights[i] / sum;
              }
              return chances;
            });
  }

  private static AmountForecast forecast(double[] chances, double step) {
    return AmountForecast.of(new Grid(step, CELLS), chances);
  }

  @Property
  void crpsIsNeverBelowNothing(
      @ForAll("chances") double[] chances,
      @ForAll @DoubleRange(min = 0.1, max = 50) double step,
      @ForAll @DoubleRange(min = 0, max = 900) double actual) {
    double score = Score.crps(forecast(chances, step), actual);
    assertTrue(score >= 0 && score <= actual + step * CELLS, "" + score);
  }

  /** Proper: on average over what happens by the truth, nothing scores better than the truth. */
  @Property
  void theTruthScoresBest(@ForAll("chances") double[] truth, @ForAll("chances") double[] other) {
    double own = 0;
    double others = 0;
    for (int k = 0; k < CELLS; k++) {
      own += truth[k] * Score.crps(forecast(truth, 3), 3.0 * k);
      others += truth[k] * Score.crps(forecast(other, 3), 3.0 * k);
    }
    assertTrue(own <= others + 1e-9, own + " against " + others);
  }

  @Property
  void theTrueChanceScoresBest(
      @ForAll @DoubleRange(min = 0, max = 1) double truth,
      @ForAll @DoubleRange(min = 0, max = 1) double other) {
    double own = truth * Score.brier(truth, true) + (1 - truth) * Score.brier(truth, false);
    double others = truth * Score.brier(other, true) + (1 - truth) * Score.brier(other, false);
    assertTrue(own <= others + 1e-12);
  }

  /** Over what happens by the forecast, its middle intervals hold exactly what they say. */
  @Property
  void pitIsUniform(
      @ForAll("chances") double[] chances, @ForAll @IntRange(min = 1, max = 9) int tenths) {
    double below = 0;
    int steps = 2_000;
    AmountForecast forecast = forecast(chances, 2);
    for (int k = 0; k < CELLS; k++) {
      for (int i = 0; i < steps; i++) {
        double pit = Score.pit(forecast, 2.0 * k, (i + 0.5) / steps);
        below += pit <= tenths / 10.0 ? chances[k] / steps : 0;
      }
    }
    assertEquals(tenths / 10.0, below, 1e-2);
  }
}
