package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every rate and every count of wins. */
class RatesProperties {

  @Property
  void betaQuantileInvertsItsCdf(
      @ForAll @DoubleRange(min = 0.5, max = 500) double alpha,
      @ForAll @DoubleRange(min = 0.5, max = 500) double beta,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
    Beta rate = Beta.of(alpha, beta);
    // Right within 1e-12, which is a visible chance where the density is steep: at 1, for one.
    double quantile = rate.quantile(p);
    double above = rate.cdf(Math.min(1, quantile + 1e-12));
    double below = rate.cdf(Math.max(0, quantile - 1e-12));
    assertTrue(p >= below - 1e-10 && p <= above + 1e-10, below + " to " + above);
    assertEquals(1, rate.cdf(0.4) + rate.survival(0.4), 1e-12);
  }

  @Property
  void betaUpdatesInAnyGrouping(
      @ForAll @IntRange(max = 50) int won,
      @ForAll @IntRange(max = 50) int lost,
      @ForAll @IntRange(max = 50) int later) {
    Beta prior = Beta.of(6, 14);
    assertEquals(
        prior.update(won + later, won + lost + later),
        prior.update(later, later).update(won, won + lost));
  }

  @Property(tries = 200)
  void mixtureLiesBetweenItsParts(
      @ForAll @DoubleRange(min = 0.5, max = 80) double a,
      @ForAll @DoubleRange(min = 0.5, max = 80) double b,
      @ForAll @DoubleRange(min = 0, max = 1) double weight,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
    Beta one = Beta.of(a, b);
    Beta two = Beta.of(b, 10);
    BetaMixture both = BetaMixture.of(new double[] {weight, 1.5 - weight}, List.of(one, two));
    double low = Math.min(one.quantile(p), two.quantile(p));
    double high = Math.max(one.quantile(p), two.quantile(p));
    assertTrue(both.quantile(p) >= low && both.quantile(p) <= high);
    assertEquals(p, both.cdf(both.quantile(p)), 1e-10);
    assertTrue(both.mean() >= Math.min(one.mean(), two.mean()) - 1e-15);
    assertTrue(both.mean() <= Math.max(one.mean(), two.mean()) + 1e-15);
  }

  @Property(tries = 200)
  void binomialAddsUpAndInverts(
      @ForAll @IntRange(max = 300) int n,
      @ForAll @DoubleRange(min = 0, max = 1) double p,
      @ForAll @DoubleRange(min = 0, max = 1) double probability) {
    double sum = 0;
    for (int k = 0; k <= n; k++) {
      sum += Binomials.pmf(k, n, p);
      assertEquals(sum, Binomials.cdf(k, n, p), 1e-10);
      assertEquals(1, Binomials.cdf(k, n, p) + Binomials.survival(k + 1, n, p), 1e-12);
    }
    assertEquals(1, sum, 1e-10);
    long quantile = Binomials.quantile(probability, n, p);
    assertTrue(Binomials.cdf(quantile, n, p) >= probability - 1e-12);
    assertTrue(quantile == 0 || Binomials.cdf(quantile - 1, n, p) < probability + 1e-12);
  }

  @Property
  void neededTrialsAreOrdered(
      @ForAll @IntRange(max = 60) int k,
      @ForAll @DoubleRange(min = 0.02, max = 0.98) double p,
      @ForAll @DoubleRange(min = 0.02, max = 0.98) double confidence) {
    long needed = Binomials.neededTrials(k, p, confidence).orElseThrow();
    assertTrue(Binomials.neededTrials(k + 1, p, confidence).orElseThrow() >= needed);
    assertTrue(Binomials.neededTrials(k, p, confidence + 0.01).orElseThrow() >= needed);
    assertTrue(Binomials.neededTrials(k, p + 0.01, confidence).orElseThrow() <= needed);
    assertTrue(Binomials.survival(k, needed, p) >= confidence);
    assertTrue(needed == k || Binomials.survival(k, needed - 1, p) < confidence);
  }

  @Property(tries = 100)
  void neededTrialsAreOrderedUnderUncertainty(
      @ForAll @IntRange(max = 20) int k,
      @ForAll @DoubleRange(min = 2, max = 30) double alpha,
      @ForAll @DoubleRange(min = 2, max = 30) double beta,
      @ForAll @DoubleRange(min = 0.1, max = 0.9) double confidence) {
    long cap = 20_000;
    Beta rate = Beta.of(alpha, beta);
    long needed = BetaBinomial.neededTrials(k, rate, confidence, cap).orElse(cap);
    assertTrue(BetaBinomial.neededTrials(k + 1, rate, confidence, cap).orElse(cap) >= needed);
    assertTrue(BetaBinomial.neededTrials(k, rate, confidence + 0.05, cap).orElse(cap) >= needed);
    Beta better = Beta.of(alpha + 1, beta);
    assertTrue(BetaBinomial.neededTrials(k, better, confidence, cap).orElse(cap) <= needed);
  }

  @Property(tries = 200)
  void betaBinomialAddsUp(
      @ForAll @IntRange(max = 200) int n,
      @ForAll @DoubleRange(min = 0.2, max = 100) double alpha,
      @ForAll @DoubleRange(min = 0.2, max = 100) double beta) {
    Beta rate = Beta.of(alpha, beta);
    double sum = 0;
    for (int k = 0; k <= n; k++) {
      sum += BetaBinomial.pmf(k, n, rate);
      assertEquals(sum, BetaBinomial.cdf(k, n, rate), 1e-9);
      assertEquals(1, BetaBinomial.cdf(k, n, rate) + BetaBinomial.survival(k + 1, n, rate), 1e-9);
    }
    assertEquals(1, sum, 1e-9);
  }

  @Property
  void intervalsForARateHoldTheRate(
      @ForAll @IntRange(max = 40) int won, @ForAll @IntRange(max = 40) int lost) {
    int trials = won + lost;
    double rate = trials == 0 ? 0.5 : (double) won / trials;
    for (double level : new double[] {0.5, 0.8, 0.95}) {
      assertTrue(Binomials.clopperPearson(won, trials, level).contains(rate));
      assertTrue(Binomials.wilson(won, trials, level).contains(rate));
      assertTrue(Binomials.jeffreys(won, trials, level).width() <= 1);
    }
    Interval narrow = Binomials.jeffreys(won, trials, 0.8);
    Interval wide = Binomials.jeffreys(won, trials, 0.95);
    assertTrue(wide.low() <= narrow.low() && narrow.high() <= wide.high());
  }

  @Property
  void scoresRiseWithTheCount(
      @ForAll @IntRange(min = 1, max = 100) int n,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double p) {
    double before = Double.NEGATIVE_INFINITY;
    for (int k = 0; k <= n; k++) {
      double score = Binomials.normalScore(k, n, p);
      assertTrue(score > before);
      before = score;
    }
  }

  @Property
  void moreStrengthNeverMovesTheFitAwayFromTheMean(
      @ForAll @IntRange(min = 0, max = 20) int won,
      @ForAll @DoubleRange(min = 1, max = 500) double strength) {
    Beta weak = Beta.ofMeanAndStrength(0.3, strength).update(won, 20);
    Beta strong = Beta.ofMeanAndStrength(0.3, strength * 2).update(won, 20);
    assertTrue(Math.abs(strong.mean() - 0.3) <= Math.abs(weak.mean() - 0.3) + 1e-15);
  }
}
