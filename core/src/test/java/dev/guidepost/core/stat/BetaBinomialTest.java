package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaBinomialTest {

  /** METHODS A1.1: twelve sellers, one of them without a deal. */
  static final long[] WINS = {14, 5, 12, 1, 4, 11, 9, 0, 0, 6, 7, 10};

  static final long[] DEALS = {40, 25, 31, 12, 8, 55, 20, 3, 0, 17, 36, 22};

  private static double log(double successes, double trials, Beta rate) {
    return BetaBinomial.logLikelihood(new double[] {successes}, new double[] {trials}, rate);
  }

  /** Two beliefs are told apart as by the beta-binomial, also by a record that counts in part. */
  @Test
  void weighsBeliefsByWhatWasSeen() {
    Beta one = Beta.of(3, 7);
    Beta other = Beta.of(30, 70);
    double odds = BetaBinomial.logPmf(14, 40, one) - BetaBinomial.logPmf(14, 40, other);
    assertEquals(odds, log(14, 40, one) - log(14, 40, other), 1e-10);
    assertEquals(0, log(0, 0, one));
    assertTrue(log(7, 20, one) > log(14, 40, one));
    double[] wins = {14, 0, 2.5};
    double[] deals = {40, 0, 7.25};
    assertEquals(
        log(14, 40, one) + log(2.5, 7.25, one),
        BetaBinomial.logLikelihood(wins, deals, one),
        1e-12);
    Expect.rejected("successes must lie in [0, 1.5], but was 2.0", () -> log(2, 1.5, one));
    Expect.rejected("successes must lie in", () -> log(-1, 2, one));
    Expect.rejected("trials must be zero or more", () -> log(0, Double.NaN, one));
    Expect.rejected("as many entries", () -> BetaBinomial.logLikelihood(wins, new double[2], one));
  }

  @Test
  void fitsThePriorOfAGroup() {
    BetaBinomial.Fit fit = BetaBinomial.fit(WINS, DEALS);
    Expect.close(12.50408, fit.alpha(), 1e-5);
    Expect.close(29.20873, fit.beta(), 1e-5);
    Expect.close(0.299765970619509, fit.mean(), 1e-6);
    Expect.close(41.7128175498086, fit.strength(), 1e-5);
    Expect.close(-25.6553636041239, fit.logLikelihood(), 1e-10);
    assertFalse(fit.pooledFully());
    assertEquals(Beta.of(fit.alpha(), fit.beta()), fit.prior());
    Expect.close(0.324356496750796, fit.prior().update(14, 40).mean(), 1e-6);
  }

  @Test
  void startsFromTheMoments() {
    // METHODS A1.1: moment strength 27.79273.
    Expect.close(Math.log(27.7927253608515), StrengthLikelihood.momentStart(WINS, DEALS), 1e-12);
    assertEquals(
        StrengthLikelihood.HIGH,
        StrengthLikelihood.momentStart(new long[] {3, 3}, new long[] {10, 10}));
    assertEquals(
        StrengthLikelihood.LOW,
        StrengthLikelihood.momentStart(new long[] {0, 10}, new long[] {10, 10}));
  }

  @Test
  void poolsUnitsThatDoNotDiffer() {
    BetaBinomial.Fit fit = BetaBinomial.fit(new long[] {30, 31, 29}, new long[] {100, 100, 100});
    assertTrue(fit.pooledFully());
    assertEquals(BetaBinomial.MAX_STRENGTH, fit.strength());
    assertEquals(0.3, fit.mean(), 1e-4);
    assertTrue(BetaBinomial.fit(new long[] {3, 0}, new long[] {10, 0}).pooledFully());
  }

  @Test
  void addsJeffreysWhenAllOrNothingIsWon() {
    BetaBinomial.Fit none = BetaBinomial.fit(new long[] {0, 0}, new long[] {4, 5});
    assertEquals(0.05, none.mean(), 1e-12);
    assertTrue(none.pooledFully());
    assertEquals(0.95, BetaBinomial.fit(new long[] {4, 5}, new long[] {4, 5}).mean(), 1e-12);
  }

  @Test
  void stopsAtTheLeastStrength() {
    BetaBinomial.Fit split =
        BetaBinomial.fit(new long[] {0, 20, 0, 20}, new long[] {20, 20, 20, 20});
    Expect.close(BetaBinomial.MIN_STRENGTH, split.strength(), 1e-9);
    assertEquals(0.5, split.mean(), 1e-9);
    assertFalse(split.pooledFully());
  }

  @Test
  void fitsTheStrengthAroundGivenMeans() {
    double[] means = new double[WINS.length];
    Arrays.fill(means, 0.299765970619509);
    Expect.close(41.7128175498086, BetaBinomial.fitStrength(WINS, DEALS, means), 1e-5);
    double[] half = {0.3, 0.3};
    assertEquals(
        BetaBinomial.MAX_STRENGTH,
        BetaBinomial.fitStrength(new long[] {30, 30}, new long[] {100, 100}, half));
    assertEquals(
        BetaBinomial.MAX_STRENGTH, BetaBinomial.fitStrength(new long[2], new long[2], half));
  }

  @Test
  void givesProbabilities() {
    // Under a flat belief every number of wins is as likely.
    Beta flat = Beta.of(1, 1);
    for (long k = 0; k <= 10; k++) {
      Expect.close(1.0 / 11, BetaBinomial.pmf(k, 10, flat), 1e-12);
      Expect.close((k + 1) / 11.0, BetaBinomial.cdf(k, 10, flat), 1e-12);
      Expect.close((11 - k) / 11.0, BetaBinomial.survival(k, 10, flat), 1e-12);
    }
    assertEquals(0, BetaBinomial.pmf(-1, 10, flat));
    assertEquals(0, BetaBinomial.pmf(11, 10, flat));
    assertEquals(Double.NEGATIVE_INFINITY, BetaBinomial.logPmf(11, 10, flat));
    assertEquals(0, BetaBinomial.cdf(-1, 10, flat));
    assertEquals(1, BetaBinomial.cdf(10, 10, flat));
    assertEquals(1, BetaBinomial.survival(0, 10, flat));
    assertEquals(0, BetaBinomial.survival(11, 10, flat));
    assertEquals(1, BetaBinomial.pmf(0, 0, flat));
  }

  @Test
  void averagesOverAMixture() {
    Beta one = Beta.of(6, 14);
    Beta two = Beta.of(2, 8);
    BetaMixture both = BetaMixture.of(new double[] {1, 3}, List.of(one, two));
    Expect.close(
        0.25 * BetaBinomial.pmf(3, 12, one) + 0.75 * BetaBinomial.pmf(3, 12, two),
        BetaBinomial.pmf(3, 12, both),
        1e-12);
    assertEquals(1, BetaBinomial.cdf(3, 12, both) + BetaBinomial.survival(4, 12, both), 1e-12);
    long needed = BetaBinomial.neededTrials(10, both, 0.9, 5000).orElseThrow();
    assertTrue(needed > 61 && needed < 168);
  }

  /** METHODS A2.6: n for .5, .8 and .9 for ten wins, from a2_funnel. */
  @ParameterizedTest
  @CsvSource({
    "6, 14, 33, 49, 61",
    "60, 140, 32, 41, 47",
    "600, 1400, 32, 40, 45",
    "14, 6, 14, 17, 19",
    "2, 8, 54, 109, 168",
  })
  void findsTheTrialsNeeded(double a, double b, long half, long eight, long nine) {
    Beta rate = Beta.of(a, b);
    assertEquals(OptionalLong.of(half), BetaBinomial.neededTrials(10, rate, 0.5, 5000));
    assertEquals(OptionalLong.of(eight), BetaBinomial.neededTrials(10, rate, 0.8, 5000));
    assertEquals(OptionalLong.of(nine), BetaBinomial.neededTrials(10, rate, 0.9, 5000));
    assertEquals(OptionalLong.empty(), BetaBinomial.neededTrials(10, rate, 0.9, nine - 1));
  }

  @Test
  void rejectsNonsense() {
    Beta flat = Beta.of(1, 1);
    long[] one = {1};
    long[] two = {2};
    Expect.rejected("n must be zero or more", () -> BetaBinomial.logPmf(0, -1, flat));
    Expect.rejected("n must be zero or more", () -> BetaBinomial.cdf(0, -1, flat));
    Expect.rejected("n must be zero or more", () -> BetaBinomial.survival(0, -1, flat));
    Expect.rejected("k must be", () -> BetaBinomial.neededTrials(-1, flat, 0.5, 10));
    Expect.rejected("cap must be", () -> BetaBinomial.neededTrials(1, flat, 0.5, -1));
    Expect.rejected("confidence must", () -> BetaBinomial.neededTrials(1, flat, 0, 10));
    Expect.rejected("at least one trial", () -> BetaBinomial.fit(new long[2], new long[2]));
    Expect.rejected("as many entries", () -> BetaBinomial.fit(one, new long[2]));
    Expect.rejected("successes must lie", () -> BetaBinomial.fit(two, one));
    Expect.rejected("mean must lie", () -> BetaBinomial.fitStrength(one, two, new double[] {1}));
    Expect.rejected(
        "means must have as many", () -> BetaBinomial.fitStrength(one, two, new double[2]));
  }
}
