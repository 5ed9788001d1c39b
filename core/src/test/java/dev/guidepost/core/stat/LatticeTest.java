package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.stat.Lattice.Rounding;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.junit.jupiter.api.Test;

class LatticeTest {

  /** METHODS A2.5: deal sizes of the reference case. */
  private static final DoubleUnaryOperator SIZES =
      LogNormalDistribution.of(10, 0.8)::cumulativeProbability;

  private static double total(Lattice lattice) {
    double sum = lattice.tail();
    for (int k = 0; k < lattice.cells(); k++) {
      sum += lattice.pmf(k);
    }
    return sum;
  }

  /** METHODS A2.5: the open pipeline of ten deals. */
  @Test
  void addsUpTheOpenPipeline() {
    double[] amounts = {20, 35, 50, 10, 80, 15, 60, 25, 40, 30};
    double[] chances = {.2, .5, .35, .8, .15, .6, .25, .7, .4, .9};
    Lattice open = Lattice.ofBernoullis(5, amounts, chances, Rounding.NEAREST, 1000);
    Expect.close(143.5, open.mean(), 1e-12);
    Expect.close(0.79139479, open.survival(100), 1e-12);
    Expect.close(0.44745256, open.survival(150), 1e-12);
    Expect.close(0.170397725, open.survival(200), 1e-12);
    assertEquals(75, open.quantile(0.1));
    assertEquals(140, open.quantile(0.5));
    assertEquals(220, open.quantile(0.9));
    double square = 0;
    for (int k = 0; k < open.cells(); k++) {
      square += open.pmf(k) * (5 * k - 143.5) * (5 * k - 143.5);
    }
    Expect.close(55.6439574377333, Math.sqrt(square), 1e-9);
    assertEquals(74, open.cells());
    assertEquals(0, open.tail());
    Lattice cut = Lattice.ofBernoullis(5, amounts, chances, Rounding.NEAREST, 30);
    Expect.close(open.survival(150), cut.tail(), 1e-12);
    Expect.close(open.pmf(29), cut.pmf(29), 1e-12);
    assertEquals(Double.POSITIVE_INFINITY, cut.quantile(0.9));
    assertEquals(140, cut.quantile(0.5));
    assertTrue(cut.mean() < open.mean());
  }

  @Test
  void movesAmountsOntoTheLattice() {
    double[] sizes = {0, 4, 6, 10, 27};
    assertEquals(0.4, Lattice.ofSizes(10, sizes, Rounding.NEAREST, 9).pmf(0), 1e-15);
    assertEquals(0.6, Lattice.ofSizes(10, sizes, Rounding.DOWN, 9).pmf(0), 1e-15);
    assertEquals(0.2, Lattice.ofSizes(10, sizes, Rounding.UP, 9).pmf(0), 1e-15);
    Lattice cut = Lattice.ofSizes(10, sizes, Rounding.UP, 3);
    assertEquals(0.2, cut.tail(), 1e-15);
    assertEquals(3, cut.cells());
    assertEquals(10, cut.step());
    assertEquals(0, cut.pmf(-1));
    assertEquals(0, cut.pmf(3));
    assertTrue(cut.toString().startsWith("Lattice[step=10.0, cells=3"));
  }

  /** METHODS A2.5: Poisson(16.5) deals of log-normal size, by Panjer's recursion. */
  @Test
  void compoundsAPoissonNumber() {
    Lattice sizes = Lattice.discretise(1000, SIZES, Rounding.NEAREST, 1500);
    Lattice total = sizes.compoundPoisson(16.5, 1500);
    assertEquals(0.461735, total.survival(500_000), 5e-6);
    assertEquals(0.704562, total.survival(400_000), 5e-6);
    assertEquals(0.122279, total.survival(700_000), 5e-6);
    assertEquals(1, total(total), 1e-12);
    assertEquals(500_499, total.mean(), 20);
  }

  /** METHODS A2.5: the rigorous bracket at steps of 1000 and 2500. */
  @Test
  void bracketsTheTruth() {
    double[][] expected = {{1000, 0.441783, 0.481625}, {2500, 0.413606, 0.512987}};
    for (double[] row : expected) {
      int cells = (int) (1.5e6 / row[0]);
      double low =
          Lattice.discretise(row[0], SIZES, Rounding.DOWN, cells)
              .compoundPoisson(16.5, cells)
              .survival(500_000);
      double high =
          Lattice.discretise(row[0], SIZES, Rounding.UP, cells)
              .compoundPoisson(16.5, cells)
              .survival(500_000);
      assertEquals(row[1], low, 1e-6);
      assertEquals(row[2], high, 1e-6);
    }
  }

  @Test
  void compoundsANegativeBinomialNumber() {
    Lattice sizes = Lattice.discretise(1000, SIZES, Rounding.NEAREST, 1500);
    Lattice total = sizes.compoundNegativeBinomial(NegativeBinomial.of(12, 12 / (12 + 16.5)), 1500);
    // METHODS A2.5; the reference cut the sizes at 1.2 million.
    assertEquals(0.451209, total.survival(500_000), 5e-6);
    assertEquals(0.637766, total.survival(400_000), 5e-6);
    Lattice none = sizes.compoundNegativeBinomial(NegativeBinomial.of(12, 1), 100);
    assertEquals(1, none.pmf(0), 1e-15);
  }

  /** METHODS A2.6: money coverage at p = .25, quota 500,000; n = 68, 87 and 97, from a2_funnel. */
  @Test
  void compoundsABinomialNumber() {
    Lattice sizes = Lattice.discretise(1000, SIZES, Rounding.NEAREST, 1000);
    assertTrue(sizes.compoundBinomial(67, 0.25, 1000).survival(500_000) < 0.5);
    assertTrue(sizes.compoundBinomial(68, 0.25, 1000).survival(500_000) >= 0.5);
    assertTrue(sizes.compoundBinomial(86, 0.25, 1000).survival(500_000) < 0.8);
    assertTrue(sizes.compoundBinomial(87, 0.25, 1000).survival(500_000) >= 0.8);
    assertEquals(1, sizes.compoundBinomial(0, 0.25, 1000).pmf(0));
    Lattice unit = Lattice.of(1, 0, 1);
    Lattice wins = unit.compoundBinomial(30, 0.2, 100);
    assertEquals(31, wins.cells());
    Expect.close(Binomials.survival(10, 30, 0.2), wins.survival(10), 1e-12);
    Lattice cut = unit.compoundBinomial(30, 0.2, 5);
    Expect.close(Binomials.survival(5, 30, 0.2), cut.tail(), 1e-12);
    assertEquals(1, total(unit.compoundBinomial(3, 0.2, 1)), 1e-12);
  }

  @Test
  void survivesALargeMean() {
    Lattice unit = Lattice.of(1, 0, 1);
    double mean = 5000;
    Lattice many = unit.compoundPoisson(mean, 6000);
    assertEquals(mean, many.mean(), 1e-6);
    assertEquals(1, total(many), 1e-10);
    // A Poisson tail is a gamma probability.
    assertEquals(GammaPoisson.of(5100, 1).cdf(mean), many.survival(5100), 1e-10);
    NegativeBinomial count = NegativeBinomial.of(2000, 0.5);
    Lattice counts = unit.compoundNegativeBinomial(count, 3000);
    assertEquals(count.survival(2050), counts.survival(2050), 1e-10);
  }

  @Test
  void keepsATailWhereItIs() {
    Lattice cut = Lattice.of(1, 0.5, 0.3);
    Expect.close(0.2, cut.tail(), 1e-12);
    Lattice sum = cut.convolve(Lattice.of(1, 0.5, 0, 0.5), 100);
    assertEquals(2, sum.cells());
    Expect.close(0.25, sum.pmf(0), 1e-12);
    Expect.close(0.15, sum.pmf(1), 1e-12);
    Expect.close(0.6, sum.tail(), 1e-12);
    Lattice other = Lattice.of(1, 0.5, 0, 0.5).convolve(cut, 100);
    assertEquals(sum.tail(), other.tail(), 1e-15);
    assertEquals(2, cut.compoundPoisson(1, 100).cells());
    assertEquals(0.2, cut.survival(50), 1e-12);
    assertEquals(1, cut.survival(-1));
  }

  @Test
  void compoundsAmountsOfNothing() {
    assertEquals(1, Lattice.of(1, 1).compoundPoisson(3, 10).pmf(0));
    assertEquals(1, Lattice.of(1, 0, 1).compoundPoisson(0, 10).pmf(0));
    Lattice none = Lattice.ofBernoullis(1, new double[1], new double[1], Rounding.UP, 4);
    assertEquals(0, none.mean());
    assertEquals(0, none.quantile(1));
    // Rounding in the sum of the cells does not push the last quantile into the tail.
    assertEquals(2, Lattice.of(1, 0.1, 0.2, 0.7 - 1e-15, 0).quantile(1));
  }

  @Test
  void rejectsNonsense() {
    double[] one = {1};
    Lattice unit = Lattice.of(1, 0, 1);
    Expect.rejected("step must be positive", () -> Lattice.of(0, 1));
    Expect.rejected("number of cells must be 1", () -> Lattice.of(1));
    Expect.rejected("probability must lie", () -> Lattice.of(1, -0.5));
    Expect.rejected("sum of pmf must", () -> Lattice.of(1, 0.6, 0.6));
    Expect.rejected("number of sizes", () -> Lattice.ofSizes(1, new double[0], Rounding.UP, 1));
    Expect.rejected(
        "size must be zero", () -> Lattice.ofSizes(1, new double[] {-1}, Rounding.UP, 1));
    Expect.rejected(
        "chance must lie", () -> Lattice.ofBernoullis(1, one, new double[] {2}, Rounding.UP, 1));
    Expect.rejected("as many", () -> Lattice.ofBernoullis(1, one, new double[2], Rounding.UP, 1));
    Expect.rejected("cells must be", () -> Lattice.ofBernoullis(1, one, one, Rounding.UP, 0));
    Expect.rejected("cdf must lie", () -> Lattice.discretise(1, x -> 2, Rounding.UP, 5));
    Expect.rejected(
        "cdf must not fall", () -> Lattice.discretise(1, x -> 0.5 - x / 9, Rounding.UP, 3));
    Expect.rejected("step must be 1.0", () -> unit.convolve(Lattice.of(2, 1), 5));
    Expect.rejected("cells must be", () -> unit.convolve(unit, 0));
    Expect.rejected("mean must be", () -> unit.compoundPoisson(-1, 5));
    Expect.rejected("trials must be", () -> unit.compoundBinomial(-1, 0.5, 5));
    Expect.rejected("chance must", () -> unit.compoundBinomial(1, 1.5, 5));
    Expect.rejected("amount must be", () -> unit.survival(Double.NaN));
    Expect.rejected("p must lie", () -> unit.quantile(-1));
  }

  /** Without a rounding the mean is exact, and all lies between rounding down and up. */
  @Test
  void splitsAmountsSoThatTheMeanIsKept() {
    double[] amounts = {20, 35, 3, 10, 80, 15, 61, 25, 40, 30};
    double[] chances = {.2, .5, .35, .8, .15, .6, .25, .7, .4, .9};
    double mean = 0;
    for (int i = 0; i < amounts.length; i++) {
      mean += amounts[i] * chances[i];
    }
    for (double step : new double[] {1, 7, 13, 50}) {
      Lattice split = Lattice.ofBernoullis(step, amounts, chances, 1000);
      assertEquals(mean, split.mean(), 1e-10);
      Lattice down = Lattice.ofBernoullis(step, amounts, chances, Rounding.DOWN, 1000);
      Lattice up = Lattice.ofBernoullis(step, amounts, chances, Rounding.UP, 1000);
      for (double amount = 1; amount < 320; amount += 13) {
        assertTrue(down.survival(amount) <= split.survival(amount) + 1e-12);
        assertTrue(split.survival(amount) <= up.survival(amount) + 1e-12);
      }
      assertEquals(
          java.util.Arrays.stream(amounts).average().orElseThrow(),
          Lattice.ofSizes(step, amounts, 1000).mean(),
          1e-10);
    }
    Lattice one = Lattice.ofBernoullis(1, new double[] {3}, new double[] {.5}, 10);
    assertEquals(.5, one.pmf(3), 1e-15);
    assertEquals(4, one.cells());
    Lattice part = Lattice.ofBernoullis(4, new double[] {3}, new double[] {.5}, 10);
    assertEquals(.5 * .75, part.pmf(1), 1e-15);
    assertEquals(.5 + .5 * .25, part.pmf(0), 1e-15);
  }

  @Test
  void splitAmountsBeyondTheEndAreTail() {
    double[] amounts = {9, 14};
    double[] chances = {.5, .5};
    Lattice cut = Lattice.ofBernoullis(4, amounts, chances, 4);
    Lattice whole = Lattice.ofBernoullis(4, amounts, chances, 100);
    for (int k = 0; k < 4; k++) {
      assertEquals(whole.pmf(k), cut.pmf(k), 1e-15);
    }
    assertEquals(whole.survival(13), cut.tail(), 1e-15);
    Lattice sizes = Lattice.ofSizes(4, amounts, 4);
    assertEquals(.5 * .5, sizes.tail(), 1e-15);
    assertEquals(.5 * .75, sizes.pmf(2), 1e-15);
  }

  @Test
  void whatASumStaysBelowIsThatOfTheConvolution() {
    Lattice one = Lattice.of(5, .2, .3, 0, .4); // .1 beyond
    Lattice other = Lattice.of(5, .5, .25, .125, .0625, .0625);
    for (double amount : new double[] {-1, 0, 1, 5, 7, 10, 15, 18, 20}) {
      double survival = one.convolve(other, 100).survival(amount);
      assertEquals(1 - survival, one.below(other, amount), 1e-15, amount + "");
      assertEquals(1 - survival, other.below(one, amount), 1e-15, amount + "");
    }
    // Beyond the cells a tail is above any amount.
    assertEquals(.9, one.below(other, 1000), 1e-15);
    assertEquals(1, other.below(Lattice.of(5, 1), 1000));
    Expect.rejected("step must be 5.0", () -> one.below(Lattice.of(4, 1), 10));
    Expect.rejected("amount", () -> one.below(other, Double.NaN));
  }
}
