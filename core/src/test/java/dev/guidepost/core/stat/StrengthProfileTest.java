package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StrengthProfileTest {

  private static double[] means(int units, double mean) {
    double[] means = new double[units];
    Arrays.fill(means, mean);
    return means;
  }

  private static double total(StrengthProfile profile) {
    double sum = 0;
    for (int i = 0; i < profile.size(); i++) {
      sum += profile.weight(i);
      assertTrue(i == 0 || profile.strength(i) > profile.strength(i - 1));
    }
    return sum;
  }

  @Test
  void spreadsOverPlausibleStrengths() {
    StrengthProfile profile =
        BetaBinomial.strengthProfile(
            BetaBinomialTest.WINS, BetaBinomialTest.DEALS, means(12, 0.2998));
    assertEquals(1, total(profile), 1e-12);
    // Few sellers: neither half nor double the best strength (41.7, METHODS A1.1) can be ruled out.
    double between = 0;
    for (int i = 0; i < profile.size(); i++) {
      between += profile.strength(i) > 15 && profile.strength(i) < 120 ? profile.weight(i) : 0;
    }
    assertTrue(between > 0.4 && between < 0.8, "between: " + between);
    assertTrue(profile.toString().startsWith("StrengthProfile[size="));
  }

  @Test
  void isThePriorOfTheStrengthWithoutData() {
    StrengthProfile profile = BetaBinomial.strengthProfile(new long[3], new long[3], means(3, 0.3));
    assertEquals(1, total(profile), 1e-12);
    // Uniform on 1/(1+sqrt s): half of it lies below a strength of 1.
    double below = 0;
    for (int i = 0; i < profile.size(); i++) {
      below += profile.strength(i) < 1 ? profile.weight(i) : 0;
    }
    assertEquals(0.5, below, 0.05);
  }

  @Test
  void narrowsToTheTruthWithManyUnits() {
    SplittableRandom random = new SplittableRandom(20261121);
    long[] trials = new long[1500];
    long[] wins = new long[1500];
    for (int i = 0; i < trials.length; i++) {
      trials[i] = 60;
      double rate = Beta.of(6, 14).quantile(random.nextDouble());
      wins[i] = Binomials.quantile(random.nextDouble(), 60, rate);
    }
    StrengthProfile profile = BetaBinomial.strengthProfile(wins, trials, means(1500, 0.3));
    double mean = 0;
    for (int i = 0; i < profile.size(); i++) {
      mean += profile.weight(i) * profile.strength(i);
    }
    assertEquals(20, mean, 2);
  }

  @Test
  void givesABeliefBetweenOwnRecordAndMean() {
    StrengthProfile profile =
        BetaBinomial.strengthProfile(BetaBinomialTest.WINS, BetaBinomialTest.DEALS, means(12, 0.3));
    BetaMixture belief = profile.posterior(0.3, 9, 20);
    assertTrue(belief.mean() > 0.3 && belief.mean() < 0.45);
    assertEquals(0.3, profile.posterior(0.3, 0, 0).mean(), 1e-12);
    assertTrue(profile.posterior(0.3, 0, 0).interval(0.8).width() > belief.interval(0.8).width());
  }

  @Test
  void rejectsNonsense() {
    StrengthProfile profile =
        BetaBinomial.strengthProfile(new long[] {1}, new long[] {2}, means(1, 0.3));
    Expect.rejected("mean must lie", () -> profile.posterior(0, 1, 2));
    Expect.rejected("successes must lie", () -> profile.posterior(0.3, 3, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> profile.strength(profile.size()));
    assertThrows(IndexOutOfBoundsException.class, () -> profile.weight(-1));
  }
}
