package dev.guidepost.targets.pipeline;

import java.util.Arrays;
import java.util.Locale;

/**
 * A chain of stages without memory, in which deals may also step back: what share is won and lost
 * from each stage, how long that takes, and what is won within some steps (Kemeny and Snell 1960,
 * chapter 3).
 *
 * <p>For benchmarks of a whole process only: as it forgets how long a deal has been at its stage, a
 * deal that is stuck looks as good to it as a new one. {@link StageModel} does not forget.
 *
 * <pre>{@code
 * StageChain chain = StageChain.of(new double[][] {{.6, .25}, {.05, .5}}, new double[][] {{0, .15}, {.3, .15}});
 * chain.won(0);         // share won in the end of deals at the first stage
 * chain.meanSteps(0);
 * }</pre>
 */
public final class StageChain {

  private final double[][] moves;
  private final double[][] ends;
  private final double[][] visits;

  private StageChain(double[][] moves, double[][] ends) {
    this.moves = moves;
    this.ends = ends;
    this.visits = inverse(moves);
  }

  /**
   * Returns a chain.
   *
   * @param moves by stage and stage, the chance to be at the other one a step later, the same one
   *     included
   * @param ends by stage, the chances to be won and to be lost a step later
   * @return the chain
   * @throws IllegalArgumentException if the sizes differ, a chance is not in 0 to 1, those of a
   *     stage do not add up to 1, or deals may never end
   */
  public static StageChain of(double[][] moves, double[][] ends) {
    int count = moves.length;
    if (count == 0 || ends.length != count) {
      throw new IllegalArgumentException(
          "stages must have moves and ends each, but had " + count + " and " + ends.length);
    }
    double[][] copiedMoves = new double[count][];
    double[][] copiedEnds = new double[count][];
    for (int i = 0; i < count; i++) {
      copiedMoves[i] = moves[i].clone();
      copiedEnds[i] = ends[i].clone();
      double sum = 0;
      for (double[] row : new double[][] {copiedMoves[i], copiedEnds[i]}) {
        for (double chance : row) {
          if (!(chance >= 0 && chance <= 1)) {
            throw new IllegalArgumentException("chance must be 0 to 1, but was " + chance);
          }
          sum += chance;
        }
      }
      if (copiedMoves[i].length != count || copiedEnds[i].length != 2 || Math.abs(sum - 1) > 1e-9) {
        throw new IllegalArgumentException(
            "chances of stage "
                + i
                + " must be one for each stage, of winning and of losing, and add up to 1, but were"
                + " "
                + Arrays.toString(moves[i])
                + " and "
                + Arrays.toString(ends[i]));
      }
    }
    return new StageChain(copiedMoves, copiedEnds);
  }

  /** Gauss-Jordan elimination with pivoting of the identity less the moves. */
  private static double[][] inverse(double[][] moves) {
    int n = moves.length;
    double[][] work = new double[n][2 * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        work[i][j] = (i == j ? 1 : 0) - moves[i][j];
      }
      work[i][n + i] = 1;
    }
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        if (Math.abs(work[row][column]) > Math.abs(work[pivot][column])) {
          pivot = row;
        }
      }
      double[] moved = work[column];
      work[column] = work[pivot];
      work[pivot] = moved;
      if (Math.abs(work[column][column]) < 1e-12) {
        throw new IllegalArgumentException("deals must end for certain, but some never do");
      }
      double scale = work[column][column];
      for (int j = 0; j < 2 * n; j++) {
        work[column][j] /= scale;
      }
      for (int row = 0; row < n; row++) {
        double factor = work[row][column];
        for (int j = 0; row != column && factor != 0 && j < 2 * n; j++) {
          work[row][j] -= factor * work[column][j];
        }
      }
    }
    double[][] result = new double[n][];
    for (int i = 0; i < n; i++) {
      result[i] = Arrays.copyOfRange(work[i], n, 2 * n);
    }
    return result;
  }

  /**
   * Returns how many stages there are.
   *
   * @return the number, at least 1
   */
  public int size() {
    return moves.length;
  }

  /**
   * Returns the share of deals at a stage that are won in the end.
   *
   * @param stage the stage's place, from 0 on
   * @return 0 to 1
   * @throws IndexOutOfBoundsException if there is no such stage
   */
  public double won(int stage) {
    double sum = 0;
    for (int k = 0; k < size(); k++) {
      sum += visits[stage][k] * ends[k][0];
    }
    return Math.min(1, sum);
  }

  /**
   * Returns how many steps it takes on average until a deal is won or lost.
   *
   * @param stage the stage's place
   * @return the mean, above 0
   * @throws IndexOutOfBoundsException if there is no such stage
   */
  public double meanSteps(int stage) {
    return Arrays.stream(visits[stage]).sum();
  }

  /**
   * Returns the variance of the number of steps until a deal is won or lost.
   *
   * @param stage the stage's place
   * @return the variance, 0 or more
   * @throws IndexOutOfBoundsException if there is no such stage
   */
  public double varianceOfSteps(int stage) {
    double mean = meanSteps(stage);
    double sum = -mean - mean * mean;
    for (int k = 0; k < size(); k++) {
      sum += 2 * visits[stage][k] * meanSteps(k);
    }
    return Math.max(0, sum);
  }

  /**
   * Returns how many steps it takes on average until a deal is won, of those that are.
   *
   * @param stage the stage's place
   * @return the mean; 0 if no deal is won from there
   * @throws IndexOutOfBoundsException if there is no such stage
   */
  public double meanStepsToWin(int stage) {
    double won = won(stage);
    double sum = 0;
    for (int k = 0; k < size(); k++) {
      sum += visits[stage][k] * won(k);
    }
    return won == 0 ? 0 : sum / won;
  }

  /**
   * Returns the share of deals at a stage that are won within some steps.
   *
   * @param stage the stage's place
   * @param steps how many steps; none or fewer give 0
   * @return 0 to 1
   * @throws IndexOutOfBoundsException if there is no such stage
   */
  public double wonWithin(int stage, int steps) {
    double[] at = new double[size()];
    at[stage] = 1;
    double won = 0;
    for (int step = 0; step < steps; step++) {
      double[] next = new double[size()];
      for (int i = 0; i < size(); i++) {
        won += at[i] * ends[i][0];
        for (int j = 0; j < size(); j++) {
          next[j] += at[i] * moves[i][j];
        }
      }
      at = next;
    }
    return Math.min(1, won);
  }

  /** Returns the first stage's share won and mean steps on one line. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d stages: from the first %.1f %% won, closed after %.1f steps on average",
        size(),
        won(0) * 100,
        meanSteps(0));
  }
}
