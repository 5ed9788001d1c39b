package dev.guidepost.core.stat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The distribution of a non-negative amount, such as the value won, on the multiples of a step.
 *
 * <p>Cell {@code j} holds the probability of the amount {@code j·step}. What lies beyond the last
 * cell is kept as {@link #tail}, so nothing is lost unseen: it counts in {@link #survival} and
 * makes high quantiles infinite. Amounts are moved onto the lattice by a {@link Rounding}; doing it
 * both down and up brackets the truth, about one step per deal wide. Without one, each is split
 * over the two multiples around it, which keeps the mean and is far closer than the bracket. The
 * total of a random number of amounts comes from the {@code compound} methods.
 *
 * <pre>{@code
 * Lattice open = Lattice.ofBernoullis(
 *     5, new double[] {20, 35, 50}, new double[] {0.2, 0.5, 0.9}, Lattice.Rounding.NEAREST, 1000);
 * open.mean();       // 66.5
 * open.survival(50); // chance of 50 or more
 * }</pre>
 */
public final class Lattice {

  private static final double NOISE = 1e-13;

  private final double step;
  private final double[] pmf;
  private final double tail;

  /** How an amount between two multiples of the step is moved onto the lattice. */
  public enum Rounding {
    /** To the multiple below: the result is never above the truth. */
    DOWN,
    /** To the nearest multiple, a half upwards: the closest single answer. */
    NEAREST,
    /** To the multiple above: the result is never below the truth. */
    UP
  }

  private Lattice(double step, double[] pmf, double tail) {
    this.step = step;
    this.pmf = pmf;
    this.tail = tail;
  }

  /** Takes ownership of the array; masses of rounding noise do not count as a tail. */
  static Lattice owning(double step, double[] pmf, double tail) {
    return new Lattice(step, pmf, tail < NOISE ? 0 : Math.min(1, tail));
  }

  /**
   * Returns a distribution given cell by cell.
   *
   * @param step the step, positive
   * @param pmf the probability of each multiple of the step from 0 on, at least one; together at
   *     most 1, what is missing is the tail
   * @return the distribution
   * @throws IllegalArgumentException if the step or a probability is out of range, there is no
   *     cell, or the sum is above 1
   */
  public static Lattice of(double step, double... pmf) {
    Checks.positive("step", step);
    Checks.atLeast("number of cells", pmf.length, 1);
    double sum = 0;
    for (double p : pmf) {
      sum += Checks.probability("probability", p);
    }
    if (sum > 1 + 1e-9) {
      throw new IllegalArgumentException("sum of pmf must be at most 1, but was " + sum);
    }
    return owning(step, pmf.clone(), 1 - sum);
  }

  /**
   * Returns the distribution of the value of deals that are each won as a whole or not at all: the
   * generalised Poisson-binomial distribution. Deals count as independent.
   *
   * @param step the step, positive
   * @param amounts the amount of each deal, zero or more
   * @param chances the chance of each deal, in [0, 1]
   * @param rounding how amounts are moved onto the lattice
   * @param cells the most cells to keep, one or more
   * @return the distribution; without deals the amount is surely 0
   * @throws IllegalArgumentException if the sizes differ or an argument is out of range
   */
  public static Lattice ofBernoullis(
      double step, double[] amounts, double[] chances, Rounding rounding, int cells) {
    return ofBernoullis(
        step, amounts, chances, amount -> (double) cell(amount, step, rounding), cells);
  }

  /**
   * Returns the distribution of the value of deals that are each won as a whole or not at all, each
   * amount being split over the two multiples around it so that its mean is kept (local moment
   * matching: Gerber 1982; Klugman, Panjer and Willmot, Loss Models, 9.6.5). It lies between those
   * of rounding down and up, and its mean is exact.
   *
   * @param step the step, positive
   * @param amounts the amount of each deal, zero or more
   * @param chances the chance of each deal, in [0, 1]
   * @param cells the most cells to keep, one or more
   * @return the distribution; without deals the amount is surely 0
   * @throws IllegalArgumentException if the sizes differ or an argument is out of range
   */
  public static Lattice ofBernoullis(double step, double[] amounts, double[] chances, int cells) {
    return ofBernoullis(step, amounts, chances, amount -> place(amount, step), cells);
  }

  /** Adds deals whose amounts come to a number of steps, and a part of a step. */
  private static Lattice ofBernoullis(
      double step, double[] amounts, double[] chances, DoubleUnaryOperator steps, int cells) {
    Checks.positive("step", step);
    Checks.sameLength("amounts", amounts.length, "chances", chances.length);
    Checks.atLeast("cells", cells, 1);
    double[] pmf = new double[cells];
    pmf[0] = 1;
    double tail = 0;
    int used = 1;
    for (int i = 0; i < amounts.length; i++) {
      double p = Checks.probability("chance", chances[i]);
      double at = steps.applyAsDouble(Checks.nonNegative("amount", amounts[i]));
      long shift = (long) at;
      double above = p * (at - (double) shift);
      double below = p - above;
      if (at == 0) {
        continue;
      }
      int length = (int) Math.min(cells, used + shift + (above > 0 ? 1 : 0));
      for (int k = Math.max(0, (int) Math.min(used, cells - shift - 1)); k < used; k++) {
        tail += pmf[k] * (k >= cells - shift ? p : above);
      }
      for (int k = length - 1; k >= 0; k--) {
        double moved = k >= shift ? pmf[(int) (k - shift)] * below : 0;
        if (above > 0 && k > shift) {
          moved += pmf[(int) (k - shift - 1)] * above;
        }
        pmf[k] = pmf[k] * (1 - p) + moved;
      }
      used = length;
    }
    return owning(step, Arrays.copyOf(pmf, used), tail);
  }

  /**
   * Returns the distribution of an amount that is one of the given sizes, each as likely as
   * another.
   *
   * @param step the step, positive
   * @param sizes the sizes seen, each zero or more, at least one
   * @param rounding how sizes are moved onto the lattice
   * @param cells the most cells to keep, one or more; larger sizes are in the tail
   * @return the distribution
   * @throws IllegalArgumentException if there is no size or an argument is out of range
   */
  public static Lattice ofSizes(double step, double[] sizes, Rounding rounding, int cells) {
    return ofSizes(step, sizes, size -> (double) cell(size, step, rounding), cells);
  }

  /**
   * Returns the distribution of an amount that is one of the given sizes, each as likely as
   * another, and split over the two multiples around it so that its mean is kept.
   *
   * @param step the step, positive
   * @param sizes the sizes seen, each zero or more, at least one
   * @param cells the most cells to keep, one or more; larger sizes are in the tail
   * @return the distribution
   * @throws IllegalArgumentException if there is no size or an argument is out of range
   */
  public static Lattice ofSizes(double step, double[] sizes, int cells) {
    return ofSizes(step, sizes, size -> place(size, step), cells);
  }

  private static Lattice ofSizes(
      double step, double[] sizes, DoubleUnaryOperator steps, int cells) {
    Checks.positive("step", step);
    Checks.atLeast("number of sizes", sizes.length, 1);
    Checks.atLeast("cells", cells, 1);
    double[] pmf = new double[cells];
    int used = 1;
    double beyond = 0;
    for (double size : sizes) {
      double at = steps.applyAsDouble(Checks.nonNegative("size", size));
      double above = at - Math.floor(at);
      for (int up = 0; up <= (above > 0 ? 1 : 0); up++) {
        double mass = up == 0 ? 1 - above : above;
        if (at + up < cells) {
          int cell = (int) at + up;
          pmf[cell] += mass;
          used = Math.max(used, cell + 1);
        } else {
          beyond += mass;
          used = cells;
        }
      }
    }
    for (int k = 0; k < used; k++) {
      pmf[k] /= sizes.length;
    }
    return owning(step, Arrays.copyOf(pmf, used), beyond / sizes.length);
  }

  /**
   * Returns the distribution of a continuous amount.
   *
   * @param step the step, positive
   * @param cdf the probability of an amount at or below an argument of zero or more, non-decreasing
   * @param rounding how amounts are moved onto the lattice
   * @param cells the number of cells, one or more; larger amounts are in the tail
   * @return the distribution
   * @throws IllegalArgumentException if an argument is out of range, or the function falls or
   *     leaves [0, 1]
   */
  public static Lattice discretise(
      double step, DoubleUnaryOperator cdf, Rounding rounding, int cells) {
    Checks.positive("step", step);
    Checks.atLeast("cells", cells, 1);
    double shift =
        switch (rounding) {
          case DOWN -> 1;
          case NEAREST -> 0.5;
          case UP -> 0;
        };
    double[] pmf = new double[cells];
    double before = 0;
    for (int k = 0; k < cells; k++) {
      double upTo = Checks.probability("cdf", cdf.applyAsDouble((k + shift) * step));
      if (upTo < before) {
        throw new IllegalArgumentException(
            "cdf must not fall (" + before + " before), but was " + upTo);
      }
      pmf[k] = upTo - before;
      before = upTo;
    }
    return owning(step, pmf, 1 - before);
  }

  /** Where an amount lies between the multiples of a step; on one that it hardly misses. */
  private static double place(double amount, double step) {
    double exact = amount / step;
    double near = Math.rint(exact);
    return Math.abs(exact - near) <= 1e-9 * Math.max(1, near) ? near : exact;
  }

  private static long cell(double amount, double step, Rounding rounding) {
    double exact = place(amount, step);
    return (long)
        switch (rounding) {
          case DOWN -> Math.floor(exact);
          case NEAREST -> Math.floor(exact + 0.5);
          case UP -> Math.ceil(exact);
        };
  }

  /**
   * Returns the step between two cells.
   *
   * @return the step, positive
   */
  public double step() {
    return step;
  }

  /**
   * Returns the number of cells.
   *
   * @return the number, positive; the last cell stands for {@code (cells()-1)·step()}
   */
  public int cells() {
    return pmf.length;
  }

  /**
   * Returns the probability of the amount {@code cell·step()}.
   *
   * @param cell the cell; outside [0, cells) the result is 0
   * @return a probability
   */
  public double pmf(int cell) {
    return cell < 0 || cell >= pmf.length ? 0 : pmf[cell];
  }

  /**
   * Returns the truncated mass: the probability of an amount beyond the last cell.
   *
   * @return a probability; 0 when the lattice holds everything
   */
  public double tail() {
    return tail;
  }

  /**
   * Returns the probability of at least an amount.
   *
   * @param amount the amount; any number
   * @return a probability, 1 up to 0, the tail included; beyond the last cell the tail itself,
   *     which is then an upper bound
   * @throws IllegalArgumentException if the amount is NaN
   */
  public double survival(double amount) {
    Checks.notNaN("amount", amount);
    if (amount <= 0) {
      return 1;
    }
    long first = cell(amount, step, Rounding.UP);
    double sum = tail;
    for (int k = pmf.length - 1; k >= first; k--) {
      sum += pmf[k];
    }
    return Math.min(1, sum);
  }

  /**
   * Returns the smallest amount of the lattice that is not exceeded with a probability of at least
   * {@code p}.
   *
   * @param p a probability in [0, 1]
   * @return the amount; infinity when it lies in the tail
   * @throws IllegalArgumentException if {@code p} is not in [0, 1]
   */
  public double quantile(double p) {
    Checks.probability("p", p);
    double sum = 0;
    for (int k = 0; k < pmf.length; k++) {
      sum += pmf[k];
      if (sum >= p) {
        return k * step;
      }
    }
    if (p <= 1 - tail) {
      int last = pmf.length - 1;
      while (last > 0 && pmf[last] == 0) {
        last--;
      }
      return last * step;
    }
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Returns the mean amount. The tail counts as the first amount beyond the last cell, so with a
   * tail this is a lower bound.
   *
   * @return the mean, zero or more
   */
  public double mean() {
    double sum = tail * pmf.length;
    for (int k = pmf.length - 1; k > 0; k--) {
      sum += k * pmf[k];
    }
    return sum * step;
  }

  /**
   * Returns the distribution of the sum of this and another, independent amount.
   *
   * @param other the other amount, on the same step
   * @param cells the most cells to keep, one or more; a tail of either limits the result to where
   *     it is exact
   * @return the distribution
   * @throws IllegalArgumentException if the steps differ or {@code cells} is not positive
   */
  public Lattice convolve(Lattice other, int cells) {
    Checks.atLeast("cells", cells, 1);
    requireStep(other);
    long full = (long) pmf.length + other.pmf.length - 1;
    int length = (int) Math.min(full, cells);
    length = tail > 0 ? Math.min(length, pmf.length) : length;
    length = other.tail > 0 ? Math.min(length, other.pmf.length) : length;
    double[] otherBeyond = new double[other.pmf.length + 1];
    for (int j = other.pmf.length - 1; j >= 0; j--) {
      otherBeyond[j] = otherBeyond[j + 1] + other.pmf[j];
    }
    double beyond = tail + other.tail - tail * other.tail;
    for (int i = 0; i < pmf.length; i++) {
      beyond += pmf[i] * otherBeyond[Math.max(0, Math.min(other.pmf.length, length - i))];
    }
    double[] sum =
        other == this ? Convolution.squared(pmf, length) : Convolution.of(pmf, other.pmf, length);
    return owning(step, sum, beyond);
  }

  private void requireStep(Lattice other) {
    if (other.step != step) {
      throw new IllegalArgumentException("step must be " + step + ", but was " + other.step);
    }
  }

  /**
   * Returns the probability that the sum of this and another, independent amount stays below an
   * amount: what {@link #convolve} leaves below it, without working out the rest.
   *
   * @param other the other amount, on the same step
   * @param amount the amount; any number
   * @return a probability, 0 up to 0; tails are above any amount, so that it is a lower bound for
   *     one beyond the last cell of either
   * @throws IllegalArgumentException if the steps differ or the amount is NaN
   */
  public double below(Lattice other, double amount) {
    Checks.notNaN("amount", amount);
    requireStep(other);
    long first = amount <= 0 ? 0 : cell(amount, step, Rounding.UP);
    double below = 0;
    double others = 0;
    int j = 0;
    for (int i = (int) Math.min(pmf.length, first) - 1; i >= 0; i--) {
      for (; j < other.pmf.length && j < first - i; j++) {
        others += other.pmf[j];
      }
      below += pmf[i] * others;
    }
    return Math.min(1, below);
  }

  /**
   * Returns the distribution of the total of a Poisson number of amounts like this one: Panjer's
   * recursion (ASTIN Bulletin 12, 1981). A mean too large for it to start from without underflow is
   * halved as often as needed and the result convolved with itself.
   *
   * @param mean the mean number of amounts, zero or more
   * @param cells the most cells to keep, one or more; a tail of this limits the result to where it
   *     is exact
   * @return the distribution of the total, the truncated mass in its tail
   * @throws IllegalArgumentException if an argument is out of range
   */
  public Lattice compoundPoisson(double mean, int cells) {
    return Panjer.poisson(
        this, Checks.nonNegative("mean", mean), Checks.atLeast("cells", cells, 1));
  }

  /**
   * Returns the distribution of the total of a negative binomial number of amounts like this one:
   * Panjer's recursion, split like the Poisson one where it would underflow.
   *
   * @param count the distribution of the number of amounts
   * @param cells the most cells to keep, one or more; a tail of this limits the result to where it
   *     is exact
   * @return the distribution of the total, the truncated mass in its tail
   * @throws IllegalArgumentException if {@code cells} is not positive
   */
  public Lattice compoundNegativeBinomial(NegativeBinomial count, int cells) {
    return Panjer.negativeBinomial(this, count, Checks.atLeast("cells", cells, 1));
  }

  /**
   * Returns the distribution of the total when each of a number of trials brings an amount like
   * this one with a given chance. By repeated squaring instead of Panjer's recursion, whose terms
   * change sign for the binomial and lose digits far out (Panjer and Wang, ASTIN Bulletin 23,
   * 1993).
   *
   * @param trials the number of trials, zero or more
   * @param chance the chance of each, in [0, 1]
   * @param cells the most cells to keep, one or more; a tail of this limits the result to where it
   *     is exact
   * @return the distribution of the total, the truncated mass in its tail
   * @throws IllegalArgumentException if an argument is out of range
   */
  public Lattice compoundBinomial(long trials, double chance, int cells) {
    Checks.nonNegative("trials", trials);
    Checks.probability("chance", chance);
    return Panjer.binomial(this, trials, chance, Checks.atLeast("cells", cells, 1));
  }

  @Override
  public String toString() {
    return "Lattice[step="
        + step
        + ", cells="
        + pmf.length
        + ", mean="
        + mean()
        + ", tail="
        + tail
        + "]";
  }
}
