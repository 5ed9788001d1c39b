package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Data made from known parameters: the estimates must find them again. Seeds are fixed. */
class RecoveryTest {

  private static final long SEED = 20261121;

  @Test
  void findsThePriorOfRates() {
    SplittableRandom random = new SplittableRandom(SEED);
    long[] trials = new long[400];
    long[] wins = new long[400];
    for (int i = 0; i < trials.length; i++) {
      trials[i] = random.nextInt(20, 80);
      double rate = Beta.of(6, 14).quantile(random.nextDouble());
      wins[i] = Binomials.quantile(random.nextDouble(), trials[i], rate);
    }
    BetaBinomial.Fit fit = BetaBinomial.fit(wins, trials);
    assertEquals(0.3, fit.mean(), 0.02);
    assertEquals(20, fit.strength(), 5);
  }

  @Test
  void findsThePriorOfCounts() {
    SplittableRandom random = new SplittableRandom(SEED);
    long[] counts = new long[400];
    double[] weeks = new double[400];
    for (int i = 0; i < weeks.length; i++) {
      weeks[i] = 2 + 10 * random.nextDouble();
      counts[i] = GammaPoisson.of(8, 0.8).predictive(weeks[i]).quantile(random.nextDouble());
    }
    GammaPoisson.Fit fit = GammaPoisson.fit(counts, weeks);
    assertEquals(10, fit.mean(), 0.6);
    assertEquals(8, fit.shape(), 1.8);
  }

  @Test
  void findsTheVariancesOfSizes() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Credibility.Evidence> units = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      double mean = 1000 + 100 * random.nextGaussian();
      double[] values = new double[5 + random.nextInt(10)];
      double[] weights = new double[values.length];
      for (int t = 0; t < values.length; t++) {
        weights[t] = 1 + random.nextInt(4);
        values[t] = mean + 300 / Math.sqrt(weights[t]) * random.nextGaussian();
      }
      units.add(Credibility.Evidence.of(values, weights));
    }
    Credibility fit = Credibility.fit(units).orElseThrow();
    assertEquals(1000, fit.collectiveMean(), 15);
    assertEquals(300, Math.sqrt(fit.withinVariance()), 10);
    assertEquals(100, Math.sqrt(fit.betweenVariance()), 12);
  }

  /** Weekly chances of 6 % won and 4 % lost; watched from a random age to a random later one. */
  @Test
  void findsTheShareWonInSpiteOfLateEntryAndOpenDeals() {
    SplittableRandom random = new SplittableRandom(SEED);
    CompetingRisks.Builder deals = CompetingRisks.builder();
    for (int i = 0; i < 20_000; i++) {
      int entry = random.nextInt(3) == 0 ? random.nextInt(12) : 0;
      int end = entry + random.nextInt(30);
      int age = 0;
      double draw = random.nextDouble();
      while (draw >= 0.1 && age < 60) {
        age++;
        draw = random.nextDouble();
      }
      if (age < entry) {
        continue;
      }
      if (age > end) {
        deals.open(entry, end);
      } else if (draw < 0.06) {
        deals.won(entry, age);
      } else {
        deals.lost(entry, age);
      }
    }
    CompetingRisks curve = deals.build();
    for (int age : new int[] {0, 5, 11, 20}) {
      double closed = 1 - Math.pow(0.9, age + 1);
      assertEquals(0.6 * closed, curve.wonBy(age), 0.015);
      assertEquals(0.4 * closed, curve.lostBy(age), 0.015);
    }
  }
}
