package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NegativeBinomialTest {

  /** METHODS A3.7, pace: goal 48, done 19, prior Gamma(24, 26), 25 weeks gone and 24 left. */
  @Test
  void forecastsThePace() {
    GammaPoisson rate = GammaPoisson.of(24, 26).update(19, 25);
    Expect.close(0.843137254901961, rate.mean(), 1e-12);
    NegativeBinomial left = rate.predictive(24);
    assertEquals(0.0727083, left.survival(48 - 19), 1e-7);
    assertEquals(39.24, 19 + left.mean(), 0.005);
    assertEquals(32, 19 + left.quantile(0.1));
    assertEquals(46, 19 + left.quantile(0.9));
  }

  @Test
  void givesProbabilities() {
    // Size 1 is geometric.
    NegativeBinomial geometric = NegativeBinomial.of(1, 0.25);
    for (int k = 0; k < 40; k++) {
      Expect.close(0.25 * Math.pow(0.75, k), geometric.pmf(k), 1e-12);
      Expect.close(Math.pow(0.75, k), geometric.survival(k), 1e-12);
      Expect.close(1 - Math.pow(0.75, k + 1), geometric.cdf(k), 1e-12);
    }
    Expect.close(3, geometric.mean(), 1e-12);
    Expect.close(12, geometric.variance(), 1e-12);
    assertEquals(0, geometric.pmf(-1));
    assertEquals(0, geometric.cdf(-1));
    assertEquals(1, geometric.survival(-1));
  }

  @Test
  void givesQuantiles() {
    NegativeBinomial geometric = NegativeBinomial.of(1, 0.5);
    assertEquals(0, geometric.quantile(0));
    assertEquals(0, geometric.quantile(0.5));
    assertEquals(1, geometric.quantile(0.51));
    assertEquals(9, geometric.quantile(0.999));
    assertEquals(0, NegativeBinomial.of(3, 1).quantile(0.99));
    assertEquals(1, NegativeBinomial.of(3, 1).pmf(0));
    assertEquals(0, NegativeBinomial.of(3, 1).pmf(1));
  }

  @Test
  void rejectsNonsense() {
    Expect.rejected("size must be positive", () -> NegativeBinomial.of(0, 0.5));
    Expect.rejected("probability must lie in (0, 1]", () -> NegativeBinomial.of(1, 0));
    Expect.rejected("probability must lie in (0, 1]", () -> NegativeBinomial.of(1, 1.1));
    Expect.rejected("p must be below 1", () -> NegativeBinomial.of(1, 0.5).quantile(1));
    Expect.rejected("p must lie", () -> NegativeBinomial.of(1, 0.5).quantile(-1));
  }
}
