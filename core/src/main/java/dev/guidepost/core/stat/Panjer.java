package dev.guidepost.core.stat;

/**
 * Totals of a random number of amounts on a lattice; see the {@code compound} methods of Lattice.
 */
final class Panjer {

  /** The largest -ln of the first probability that a recursion starts from; e^-745 underflows. */
  private static final double START = 200;

  private Panjer() {}

  static Lattice poisson(Lattice sizes, double mean, int cells) {
    double weight = mean * (1 - sizes.pmf(0));
    int halvings = halvings(weight);
    double part = Math.scalb(mean, -halvings);
    double start = Math.exp(-Math.scalb(weight, -halvings));
    return doubled(recursion(sizes, 0, part, start, cells), halvings, cells);
  }

  static Lattice negativeBinomial(Lattice sizes, NegativeBinomial count, int cells) {
    double a = 1 - count.probability();
    double log = count.size() * (Math.log(count.probability()) - Math.log1p(-a * sizes.pmf(0)));
    int halvings = halvings(-log);
    double size = Math.scalb(count.size(), -halvings);
    double start = Math.exp(Math.scalb(log, -halvings));
    return doubled(recursion(sizes, a, (size - 1) * a, start, cells), halvings, cells);
  }

  static Lattice binomial(Lattice sizes, long trials, double chance, int cells) {
    double[] one = new double[Math.min(cells, sizes.cells())];
    for (int k = 0; k < one.length; k++) {
      one[k] = chance * sizes.pmf(k);
    }
    one[0] += 1 - chance;
    double beyond = chance * sizes.tail();
    for (int k = one.length; k < sizes.cells(); k++) {
      beyond += chance * sizes.pmf(k);
    }
    Lattice power = Lattice.owning(sizes.step(), one, beyond);
    Lattice total = Lattice.owning(sizes.step(), new double[] {1}, 0);
    for (long left = trials; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        total = total.convolve(power, cells);
      }
      if (left > 1) {
        power = power.convolve(power, cells);
      }
    }
    return total;
  }

  private static int halvings(double minusLogStart) {
    return minusLogStart <= START ? 0 : Math.getExponent(minusLogStart / START) + 1;
  }

  private static Lattice doubled(Lattice lattice, int times, int cells) {
    Lattice sum = lattice;
    for (int i = 0; i < times; i++) {
      sum = sum.convolve(sum, cells);
    }
    return sum;
  }

  /**
   * Panjer's recursion for counts with p(n)/p(n-1) = a + b/n. What is known of a total is passed on
   * to the larger ones at once, which runs through memory in order.
   */
  private static Lattice recursion(Lattice sizes, double a, double b, double start, int cells) {
    int length = sizes.tail() > 0 ? Math.min(cells, sizes.cells()) : cells;
    int most = sizes.cells() - 1;
    while (most > 0 && sizes.pmf(most) == 0) {
      most--;
    }
    if (most == 0 && sizes.tail() == 0) {
      return Lattice.owning(sizes.step(), new double[] {1}, 0);
    }
    double[] chance = new double[most];
    double[] weighted = new double[most];
    for (int j = 0; j < most; j++) {
      chance[j] = a * sizes.pmf(j + 1);
      weighted[j] = b * (j + 1) * sizes.pmf(j + 1);
    }
    double[] total = new double[length];
    double[] byChance = new double[length];
    double[] byWeight = new double[length];
    total[0] = start;
    double known = start;
    double scale = 1 / (1 - a * sizes.pmf(0));
    for (int k = 0; k < length; k++) {
      if (k > 0) {
        total[k] = scale * (byChance[k] + byWeight[k] / k);
        known += total[k];
      }
      add(total[k], chance, byChance, k + 1);
      add(total[k], weighted, byWeight, k + 1);
    }
    return Lattice.owning(sizes.step(), total, 1 - known);
  }

  /** Adds some values times a factor to those from an index on. */
  private static void add(double factor, double[] values, double[] to, int from) {
    int count = Math.min(values.length, to.length - from);
    for (int j = 0; j < count; j++) {
      to[from + j] += factor * values[j];
    }
  }
}
