package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Four rows at a time add up to what one row after another does. */
class ConvolutionTest {

  @Test
  void sumsAreThoseOfOneRowAfterAnotherToTheLastBit() {
    SplittableRandom random = new SplittableRandom(1);
    for (int one = 1; one <= 13; one++) {
      for (int other = 1; other <= 13; other++) {
        for (int length = 1; length <= one + other - 1; length++) {
          double[] left = pmf(random, one);
          double[] right = pmf(random, other);
          assertArrayEquals(
              plain(left, right, length),
              Convolution.of(left, right, length),
              one + " with " + other + " to " + length);
        }
      }
    }
  }

  @Test
  void squaresTakeEachPairOnce() {
    SplittableRandom random = new SplittableRandom(2);
    for (int cells = 1; cells <= 40; cells++) {
      for (int length = 1; length <= 2 * cells - 1; length++) {
        double[] one = pmf(random, cells);
        double[] expected = plain(one, one, length);
        double[] squared = Convolution.squared(one, length);
        for (int k = 0; k < length; k++) {
          assertEquals(expected[k], squared[k], 1e-14 * expected[k], cells + " to " + length);
        }
      }
    }
  }

  /** Some probabilities, a third of them 0. */
  private static double[] pmf(SplittableRandom random, int cells) {
    double[] pmf = new double[cells];
    for (int k = 0; k < cells; k++) {
      pmf[k] = random.nextInt(3) == 0 ? 0 : random.nextDouble() / cells;
    }
    return pmf;
  }

  private static double[] plain(double[] one, double[] other, int length) {
    double[] sum = new double[length];
    for (int i = 0; i < Math.min(one.length, length); i++) {
      for (int j = 0; j < other.length && i + j < length; j++) {
        sum[i + j] += one[i] * other[j];
      }
    }
    return sum;
  }
}
