package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GammaPoissonTest {

  /** METHODS A1.3: ten sellers, one of them without a week. */
  private static final long[] COUNTS = {112, 61, 150, 23, 9, 77, 131, 40, 0, 88};

  private static final double[] WEEKS = {13, 10, 13, 4, 1, 12, 13, 6, 0, 11};

  @Test
  void updatesAFixedPrior() {
    GammaPoisson ana = GammaPoisson.of(8, 0.8).update(112, 13);
    Expect.close(8.69565217391304, ana.mean(), 1e-12);
    Expect.close(120 / 13.8 / 13.8, ana.variance(), 1e-12);
    Expect.close(7.43244131366339, 10.0412191863238, ana.interval(0.9), 1e-10);
    assertEquals(26, ana.predictive(4).quantile(0.1));
    Expect.close(0.234330473681363, ana.predictive(4).survival(40), 1e-12);
    assertEquals(ana, ana.update(0, 0));
    assertEquals(1, ana.predictive(0).pmf(0));
  }

  @Test
  void fitsThePriorOfAGroup() {
    GammaPoisson.Fit fit = GammaPoisson.fit(COUNTS, WEEKS);
    Expect.close(24.4751526538909, fit.shape(), 1e-5);
    Expect.close(3.03437101736459, fit.rate(), 1e-5);
    Expect.close(8.06597232633337, fit.mean(), 1e-8);
    Expect.close(-36.5859939359287, fit.logLikelihood(), 1e-10);
    assertFalse(fit.pooledFully());
    Expect.close(8.51141292078708, fit.prior().update(112, 13).mean(), 1e-7);
  }

  @Test
  void poolsUnitsThatDoNotDiffer() {
    GammaPoisson.Fit same = GammaPoisson.fit(new long[] {50, 52}, new double[] {10, 10});
    assertTrue(same.pooledFully());
    assertEquals(GammaPoisson.MAX_SHAPE, same.shape());
    assertEquals(5.1, same.mean(), 1e-9);
    assertTrue(GammaPoisson.fit(new long[] {5, 0}, new double[] {10, 0}).pooledFully());
    GammaPoisson.Fit none = GammaPoisson.fit(new long[] {0, 0}, new double[] {10, 10});
    assertEquals(0.025, none.mean(), 1e-12);
    assertTrue(none.pooledFully());
  }

  private static double log(GammaPoisson rate, double count, double exposure) {
    return rate.logLikelihood(new double[] {count}, new double[] {exposure});
  }

  /** Two beliefs are told apart as by the negative binomial. */
  @Test
  void weighsBeliefsByWhatWasSeen() {
    GammaPoisson one = GammaPoisson.of(8, 0.8);
    GammaPoisson other = GammaPoisson.of(24.5, 3);
    double odds = log(one, 61, 10) - log(other, 61, 10);
    Expect.close(one.predictive(10).logPmf(61) - other.predictive(10).logPmf(61), odds, 1e-10);
    assertEquals(0, log(one, 0, 0));
    // ln Gamma(1.5) = ln(sqrt(pi) / 2)
    Expect.close(
        -0.1207822376352452 - Math.log(2) - .5 * Math.log(16),
        log(GammaPoisson.of(1, 8), .5, 8),
        1e-12);
    Expect.close(
        log(one, 61, 10) + log(one, .5, 2),
        one.logLikelihood(new double[] {61, .5}, new double[] {10, 2}),
        1e-12);
    Expect.close(Math.log(8) - 8 * .5, GammaPoisson.of(1, 8).logDensity(.5), 1e-12);
  }

  @Test
  void isMadeOfMeanAndVariance() {
    GammaPoisson made = GammaPoisson.ofMeanAndVariance(4, 0.5);
    Expect.close(4, made.mean(), 1e-12);
    Expect.close(0.5, made.variance(), 1e-12);
    Expect.rejected("variance must be positive", () -> GammaPoisson.ofMeanAndVariance(4, 0));
    Expect.rejected("mean must be positive", () -> GammaPoisson.ofMeanAndVariance(0, 1));
  }

  @Test
  void coversItsEnds() {
    GammaPoisson rate = GammaPoisson.of(0.1, 2);
    assertEquals(0, rate.cdf(0));
    assertEquals(1, rate.survival(-1));
    assertEquals(0, rate.quantile(0));
    assertEquals(Double.POSITIVE_INFINITY, rate.quantile(1));
    assertEquals(1e-14, rate.survival(rate.quantile(1 - 1e-14)), 1e-15);
  }

  @Test
  void rejectsNonsense() {
    GammaPoisson rate = GammaPoisson.of(1, 1);
    long[] one = {1};
    Expect.rejected("shape must be positive", () -> GammaPoisson.of(0, 1));
    Expect.rejected("rate must be positive", () -> GammaPoisson.of(1, -1));
    Expect.rejected("count must be zero", () -> rate.update(-1, 1));
    Expect.rejected("exposure must be zero", () -> rate.update(1, Double.NaN));
    Expect.rejected("exposure must be positive where", () -> rate.update(1, 0));
    Expect.rejected("exposure must be zero", () -> rate.predictive(-1));
    Expect.rejected("exposure must be positive where", () -> log(rate, .5, 0));
    Expect.rejected("as many entries", () -> rate.logLikelihood(new double[1], new double[2]));
    Expect.rejected("x must be positive", () -> rate.logDensity(0));
    Expect.rejected("p must lie", () -> rate.quantile(1.1));
    Expect.rejected("x must be", () -> rate.cdf(Double.NaN));
    Expect.rejected("x must be", () -> rate.survival(Double.NaN));
    Expect.rejected("level must", () -> rate.interval(2));
    Expect.rejected("as many entries", () -> GammaPoisson.fit(one, new double[2]));
    Expect.rejected("total exposure", () -> GammaPoisson.fit(new long[1], new double[1]));
  }
}
