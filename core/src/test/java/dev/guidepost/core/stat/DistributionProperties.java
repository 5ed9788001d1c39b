package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The distributions agree with those of another library, in both tails. */
class DistributionProperties {

  private static void close(double expected, double actual) {
    assertEquals(expected, actual, 1e-300 + 1e-10 * Math.abs(expected));
  }

  @Property
  void normal(@ForAll @DoubleRange(min = -38, max = 38) double z) {
    NormalDistribution other = NormalDistribution.of(0, 1);
    close(other.cumulativeProbability(z), Normal.cdf(z));
    close(other.survivalProbability(z), Normal.survival(z));
  }

  @Property
  void quantilesOfTheNormal(@ForAll @DoubleRange(min = 0, max = 1) double p) {
    double expected = NormalDistribution.of(0, 1).inverseCumulativeProbability(p);
    assertEquals(expected, Normal.quantile(p), 1e-14 * (1 + Math.abs(expected)));
  }

  @Property
  void gamma(
      @ForAll @DoubleRange(min = 0.01, max = 5_000) double shape,
      @ForAll @DoubleRange(min = 0.01, max = 1_000) double rate,
      @ForAll @DoubleRange(min = -0.5, max = 4) double times) {
    GammaPoisson ours = new GammaPoisson(shape, rate);
    GammaDistribution other = GammaDistribution.of(shape, 1 / rate);
    double x = times * shape / rate;
    assertEquals(other.cumulativeProbability(x), ours.cdf(x), 1e-12);
    assertEquals(other.survivalProbability(x), ours.survival(x), 1e-12);
  }

  @Property
  void binomial(
      @ForAll @IntRange(max = 100_000) int n,
      @ForAll @DoubleRange(min = 0, max = 1) double p,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    BinomialDistribution other = BinomialDistribution.of(n, p);
    int spread = (int) Math.round(8 * Math.sqrt(n * p * (1 - p)));
    int k = (int) Math.round(n * p + (2 * share - 1) * spread);
    close(other.probability(k), Binomials.pmf(k, n, p));
    close(other.probability((int) (share * n)), Binomials.pmf((int) (share * n), n, p));
  }
}
