package dev.guidepost.examples.backtest;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Two sums by block, from which a ratio and its bootstrap error come.
 *
 * <p>Rows of a block, such as the forecasts of one quarter of one company, may all be off together.
 * So blocks are drawn again with replacement, not rows (Kunsch, Annals of Statistics 17, 1989;
 * Davison and Hinkley, Bootstrap Methods and their Application, 1997, 3.8).
 */
final class Sums {

  private static final int DRAWS = 1_000;
  private static final double TAIL = 0.025;

  private final Map<String, double[]> blocks = new TreeMap<>();
  private long count;

  /** Adds a row. */
  void add(String block, double numerator, double denominator) {
    double[] sums = blocks.computeIfAbsent(block, key -> new double[2]);
    sums[0] += numerator;
    sums[1] += denominator;
    count++;
  }

  /** Returns the first sum over the second. */
  Figure ratio() {
    return figure(0, 1);
  }

  /** Returns by how much the first sum is below the second, as a share of it: a skill. */
  Figure below() {
    return figure(1, -1);
  }

  private Figure figure(double start, double sign) {
    double[][] sums = blocks.values().toArray(new double[0][]);
    double[] all = new double[2];
    for (double[] block : sums) {
      all[0] += block[0];
      all[1] += block[1];
    }
    double value = start + sign * all[0] / all[1];
    if (sums.length < 2) {
      return new Figure(value, Double.NaN, Double.NaN, Double.NaN, count, sums.length);
    }
    SplittableRandom random = new SplittableRandom(sums.length);
    double[] drawn = new double[DRAWS];
    double mean = 0;
    for (int i = 0; i < DRAWS; i++) {
      double numerator = 0;
      double denominator = 0;
      for (int b = 0; b < sums.length; b++) {
        double[] block = sums[random.nextInt(sums.length)];
        numerator += block[0];
        denominator += block[1];
      }
      drawn[i] = start + sign * numerator / denominator;
      mean += drawn[i] / DRAWS;
    }
    double squares = 0;
    for (double one : drawn) {
      squares += (one - mean) * (one - mean);
    }
    Arrays.sort(drawn);
    return new Figure(
        value,
        Math.sqrt(squares / (DRAWS - 1)),
        drawn[(int) (TAIL * DRAWS)],
        drawn[(int) ((1 - TAIL) * DRAWS) - 1],
        count,
        sums.length);
  }
}
