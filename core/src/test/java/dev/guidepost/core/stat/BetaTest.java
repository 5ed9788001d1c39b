package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BetaTest {

  /** METHODS A1.1, fixed prior: no optimiser in between. */
  @Test
  void updatesAFixedPrior() {
    Beta prior = Beta.of(6, 14);
    Beta ana = prior.update(14, 40);
    Expect.close(1.0 / 3, ana.mean(), 1e-12);
    Expect.close(0.237229271458289, 0.435807181236386, ana.interval(0.9), 1e-10);
    Expect.close(0.700178324747707, ana.survival(0.3), 1e-12);
    Beta ben = prior.update(5, 25);
    Expect.close(0.244444444444444, ben.mean(), 1e-12);
    Expect.close(0.146981945508333, 0.354948798042081, ben.interval(0.9), 1e-10);
    assertEquals(prior, prior.update(0, 0));
    assertEquals(Beta.of(6.5, 14.75), prior.update(.5, 1.25));
  }

  @Test
  void knowsItsMoments() {
    Beta beta = Beta.ofMeanAndStrength(0.3, 20);
    Expect.close(6, beta.alpha(), 1e-12);
    Expect.close(0.3, beta.mean(), 1e-12);
    Expect.close(20, beta.strength(), 1e-12);
    Expect.close(0.01, beta.variance(), 1e-12);
    assertEquals(Beta.of(0.5, 0.5), Beta.jeffreys());
  }

  /** The density of Beta(2, 3) is 12 x (1-x)^2, and that of any is the slope of its cdf. */
  @Test
  void knowsItsDensity() {
    Expect.close(Math.log(12 * .2 * .64), Beta.of(2, 3).logDensity(.2), 1e-12);
    Beta beta = Beta.of(160.5, 310);
    double slope = (beta.cdf(.36 + 1e-5) - beta.cdf(.36 - 1e-5)) / 2e-5;
    Expect.close(Math.log(slope), beta.logDensity(.36), 1e-6);
  }

  @Test
  void coversItsEnds() {
    Beta beta = Beta.of(2, 3);
    assertEquals(0, beta.cdf(-1));
    assertEquals(0, beta.cdf(0));
    assertEquals(1, beta.cdf(1));
    assertEquals(1, beta.survival(0));
    assertEquals(0, beta.survival(2));
    assertEquals(0, beta.quantile(0));
    assertEquals(1, beta.quantile(1));
  }

  @Test
  void staysExactInTheTails() {
    // The cdf of Beta(1, 1000) is 1-(1-x)^1000.
    Expect.close(Math.pow(0.5, 1000), Beta.of(1, 1000).survival(0.5), 1e-11);
    assertEquals(1 - Math.pow(0.1, 1e-3), Beta.of(1, 1000).quantile(0.9), 1e-14);
  }

  @Test
  void rejectsNonsense() {
    Expect.rejected("alpha must be positive and finite, but was 0.0", () -> Beta.of(0, 1));
    Expect.rejected("beta must be positive", () -> Beta.of(1, Double.NaN));
    Expect.rejected("beta must be positive", () -> Beta.of(1, Double.POSITIVE_INFINITY));
    Expect.rejected(
        "successes must lie in [0, 3.0], but was 4.0", () -> Beta.jeffreys().update(4, 3));
    Expect.rejected("successes must lie in", () -> Beta.jeffreys().update(-1, 3));
    Expect.rejected("trials must be zero or more", () -> Beta.jeffreys().update(0, -1));
    Expect.rejected("mean must lie in (0, 1)", () -> Beta.ofMeanAndStrength(1, 2));
    Expect.rejected("strength must be positive", () -> Beta.ofMeanAndStrength(0.5, -2));
    Expect.rejected("p must lie in [0, 1]", () -> Beta.jeffreys().quantile(Double.NaN));
    Expect.rejected("x must lie in (0, 1)", () -> Beta.jeffreys().logDensity(0));
    Expect.rejected("x must be a number", () -> Beta.jeffreys().cdf(Double.NaN));
    Expect.rejected("x must be a number", () -> Beta.jeffreys().survival(Double.NaN));
    Expect.rejected("level must lie in (0, 1)", () -> Beta.jeffreys().interval(1));
  }
}
