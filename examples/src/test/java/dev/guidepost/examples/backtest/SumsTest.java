package dev.guidepost.examples.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SumsTest {

  @Test
  void aRatioIsThatOfSums() {
    Sums sums = new Sums();
    sums.add("a", 1, 4);
    sums.add("a", 2, 2);
    sums.add("b", 3, 6);
    Figure ratio = sums.ratio();
    assertEquals(0.5, ratio.value(), 1e-12);
    assertEquals(0, ratio.error(), 1e-12, "both blocks have one half");
    assertEquals(3, ratio.count());
    assertEquals(2, ratio.blocks());
    assertEquals(0.5, sums.below().value(), 1e-12);
  }

  @Test
  void oneBlockHasNoError() {
    Sums sums = new Sums();
    sums.add("a", 1, 4);
    assertEquals(0.25, sums.ratio().value(), 1e-12);
    assertTrue(Double.isNaN(sums.ratio().error()));
    assertTrue(Double.isNaN(new Sums().ratio().value()));
  }

  /** The error of a mean of independent blocks is their deviation over the root of their number. */
  @Test
  void theErrorOfAMeanIsTheUsualOne() {
    SplittableRandom random = new SplittableRandom(5);
    Sums sums = new Sums();
    double squares = 0;
    double mean = 0;
    int blocks = 200;
    double[] values = new double[blocks];
    for (int i = 0; i < blocks; i++) {
      values[i] = random.nextDouble();
      mean += values[i] / blocks;
      for (int copies = 0; copies < 5; copies++) {
        sums.add("block " + i, values[i], 1);
      }
    }
    for (double value : values) {
      squares += (value - mean) * (value - mean) / blocks;
    }
    Figure figure = sums.ratio();
    assertEquals(1, figure.error() / Math.sqrt(squares / blocks), 0.1, "copies are no evidence");
    assertEquals(mean - 1.96 * figure.error(), figure.low(), 0.01);
    assertEquals(mean + 1.96 * figure.error(), figure.high(), 0.01);
  }
}
