package dev.guidepost.core.stat;

/**
 * The probabilities of a sum of two independent amounts, by cells. Plans spend most of their time
 * here, so four rows are added at a time: each cell is read and written a quarter as often, and
 * still takes its products one after another in the order of the rows.
 */
final class Convolution {

  private static final int ROWS = 4;

  private Convolution() {}

  /** Returns the first cells of the sum. */
  static double[] of(double[] one, double[] other, int length) {
    double[] sum = new double[length];
    add(sum, one, other, false);
    return sum;
  }

  /** Returns the first cells of the sum of two amounts of one distribution: each pair once. */
  static double[] squared(double[] one, int length) {
    double[] sum = new double[length];
    add(sum, one, one, true);
    for (int k = 0; k < length; k++) {
      double middle = k % 2 == 0 && k / 2 < one.length ? one[k / 2] : 0;
      sum[k] = 2 * sum[k] + middle * middle;
    }
    return sum;
  }

  /** Adds the products of each cell with all of the other, or with those above it alone. */
  private static void add(double[] sum, double[] one, double[] other, boolean above) {
    int rows = Math.min(one.length, sum.length);
    int i = 0;
    for (; i + ROWS <= rows; i += ROWS) {
      int last = i + ROWS - 1;
      int from = last + (above ? last + 1 : 0);
      int to = Math.min(i + other.length, sum.length);
      if (from >= to) {
        break;
      }
      for (int row = i; row <= last; row++) {
        add(sum, one[row], other, row, above ? row + row + 1 : row, from);
      }
      four(sum, one, other, i, from, to);
      for (int row = i + 1; row <= last; row++) {
        add(sum, one[row], other, row, to, Math.min(row + other.length, sum.length));
      }
    }
    for (; i < rows; i++) {
      int from = above ? i + i + 1 : i;
      add(sum, one[i], other, i, from, Math.min(i + other.length, sum.length));
    }
  }

  /** Adds one row to the cells from one on and before another. */
  private static void add(double[] sum, double p, double[] other, int row, int from, int to) {
    if (p != 0) {
      for (int k = from; k < to; k++) {
        sum[k] += p * other[k - row];
      }
    }
  }

  /** Adds four rows to cells that all of them reach. */
  private static void four(double[] sum, double[] one, double[] other, int row, int from, int to) {
    double p = one[row];
    double q = one[row + 1];
    double r = one[row + 2];
    double s = one[row + 3];
    if (p == 0 && q == 0 && r == 0 && s == 0) {
      return;
    }
    for (int k = from; k < to; k++) {
      int j = k - row;
      sum[k] = sum[k] + p * other[j] + q * other[j - 1] + r * other[j - 2] + s * other[j - 3];
    }
  }
}
