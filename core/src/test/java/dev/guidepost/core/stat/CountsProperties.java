package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.stat.Credibility.Evidence;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every distribution of counts and totals. */
class CountsProperties {

  @Provide
  Arbitrary<double[]> chances() {
    return Arbitraries.doubles().between(0, 1).array(double[].class).ofMaxSize(12);
  }

  @Provide
  Arbitrary<double[]> sizes() {
    return Arbitraries.doubles().between(0, 30).array(double[].class).ofMinSize(1).ofMaxSize(8);
  }

  @Property(tries = 200)
  void negativeBinomialAddsUpAndInverts(
      @ForAll @DoubleRange(min = 0.2, max = 60) double size,
      @ForAll @DoubleRange(min = 0.05, max = 1) double probability,
      @ForAll @DoubleRange(min = 0, max = 0.99) double p) {
    NegativeBinomial count = NegativeBinomial.of(size, probability);
    double sum = 0;
    for (int k = 0; k < 60; k++) {
      sum += count.pmf(k);
      assertEquals(sum, count.cdf(k), 1e-10);
      assertEquals(1, count.cdf(k) + count.survival(k + 1), 1e-12);
    }
    long quantile = count.quantile(p);
    assertTrue(count.cdf(quantile) >= p - 1e-12);
    assertTrue(quantile == 0 || count.cdf(quantile - 1) < p + 1e-12);
  }

  @Property(tries = 200)
  void gammaQuantileInvertsItsCdf(
      @ForAll @DoubleRange(min = 0.1, max = 500) double shape,
      @ForAll @DoubleRange(min = 0.01, max = 100) double rate,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
    GammaPoisson belief = GammaPoisson.of(shape, rate);
    assertEquals(p, belief.cdf(belief.quantile(p)), 1e-10);
  }

  @Property
  void winsAddUpInAnyGrouping(
      @ForAll("chances") double[] a, @ForAll("chances") double[] b, @ForAll("chances") double[] c) {
    PoissonBinomial one = PoissonBinomial.of(a);
    PoissonBinomial two = PoissonBinomial.of(b);
    PoissonBinomial three = PoissonBinomial.of(c);
    PoissonBinomial left = one.convolve(two).convolve(three);
    PoissonBinomial right = one.convolve(three.convolve(two));
    double sum = 0;
    double mean = 0;
    for (int k = 0; k <= left.size(); k++) {
      assertEquals(left.pmf(k), right.pmf(k), 1e-15);
      sum += left.pmf(k);
      mean += k * left.pmf(k);
      assertEquals(1, left.cdf(k) + left.survival(k + 1), 1e-12);
    }
    assertEquals(1, sum, 1e-12);
    assertEquals(mean, left.mean(), 1e-10);
  }

  @Property
  void winsDoNotDependOnTheOrderOfDeals(@ForAll("chances") double[] chances) {
    double[] reversed =
        IntStream.range(0, chances.length)
            .mapToDouble(i -> chances[chances.length - 1 - i])
            .toArray();
    PoissonBinomial one = PoissonBinomial.of(chances);
    PoissonBinomial two = PoissonBinomial.of(reversed);
    assertArrayEquals(
        IntStream.rangeClosed(0, one.size()).mapToDouble(one::pmf).toArray(),
        IntStream.rangeClosed(0, two.size()).mapToDouble(two::pmf).toArray());
  }

  @Property
  void totalsKeepTheirMassAndOrder(
      @ForAll("sizes") double[] sizes,
      @ForAll @DoubleRange(min = 0, max = 20) double mean,
      @ForAll @DoubleRange(min = 0, max = 200) double amount) {
    Lattice[] totals =
        Arrays.stream(Lattice.Rounding.values())
            .map(rounding -> Lattice.ofSizes(1, sizes, rounding, 40).compoundPoisson(mean, 400))
            .toArray(Lattice[]::new);
    for (Lattice total : totals) {
      double sum = total.tail();
      for (int k = 0; k < total.cells(); k++) {
        sum += total.pmf(k);
      }
      assertEquals(1, sum, 1e-10);
    }
    // Rounding.values() goes from down to up.
    assertTrue(totals[0].survival(amount) <= totals[1].survival(amount) + 1e-10);
    assertTrue(totals[1].survival(amount) <= totals[2].survival(amount) + 1e-10);
    assertTrue(totals[0].survival(amount + 1) <= totals[0].survival(amount) + 1e-15);
  }

  @Property
  void latticesAddUpInAnyGrouping(
      @ForAll("sizes") double[] a,
      @ForAll("sizes") double[] b,
      @ForAll @IntRange(min = 1, max = 90) int cells) {
    Lattice one = Lattice.ofSizes(1, a, Lattice.Rounding.NEAREST, 25);
    Lattice two = Lattice.ofSizes(1, b, Lattice.Rounding.NEAREST, 25);
    Lattice left = one.convolve(two, cells).convolve(one, cells);
    Lattice right = one.convolve(one, cells).convolve(two, cells);
    assertEquals(left.tail(), right.tail(), 1e-12);
    assertEquals(left.cells(), right.cells());
    for (int k = 0; k < left.cells(); k++) {
      assertEquals(left.pmf(k), right.pmf(k), 1e-14);
    }
  }

  @Property
  void creditEvidenceMergesInAnyGrouping(
      @ForAll("sizes") double[] a, @ForAll("sizes") double[] b, @ForAll("sizes") double[] c) {
    Evidence one = Evidence.of(a, a);
    Evidence two = Evidence.of(b, b);
    Evidence three = Evidence.of(c, c);
    Evidence left = one.merge(two).merge(three);
    Evidence right = one.merge(three.merge(two));
    assertEquals(left.observations(), right.observations());
    assertEquals(left.weight(), right.weight(), 1e-9);
    assertEquals(left.mean(), right.mean(), 1e-9);
    assertEquals(left.squares(), right.squares(), 1e-6);
  }
}
