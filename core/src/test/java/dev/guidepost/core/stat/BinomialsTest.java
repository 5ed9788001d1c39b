package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialsTest {

  @Test
  void givesProbabilities() {
    Expect.close(1.0 / 8, Binomials.pmf(0, 3, 0.5), 1e-12);
    Expect.close(0.5, Binomials.cdf(1, 3, 0.5), 1e-12);
    // METHODS A2.6, seed case: three times coverage for ten wins.
    Expect.close(0.0610871482886557, Binomials.survival(10, 30, 0.2), 1e-12);
    Expect.close(0.999992722164625, Binomials.survival(10, 30, 0.7), 1e-12);
    assertEquals(0, Binomials.pmf(-1, 3, 0.5));
    assertEquals(0, Binomials.pmf(4, 3, 0.5));
    assertEquals(0, Binomials.cdf(-1, 3, 0.5));
    assertEquals(1, Binomials.cdf(3, 3, 0.5));
    assertEquals(1, Binomials.survival(0, 3, 0.5));
    assertEquals(0, Binomials.survival(4, 3, 0.5));
    assertEquals(1, Binomials.survival(0, 0, 0));
  }

  @Test
  void givesQuantiles() {
    assertEquals(0, Binomials.quantile(0, 10, 0.3));
    assertEquals(10, Binomials.quantile(1, 10, 0.3));
    assertEquals(1, Binomials.quantile(0.5, 3, 0.5));
    assertEquals(2, Binomials.quantile(0.51, 3, 0.5));
    assertEquals(0, Binomials.quantile(0.9, 10, 0));
  }

  /** METHODS A1.6. */
  @Test
  void givesIntervalsForABareRate() {
    Expect.close(0.196952705132408, 0.53316532123434, Binomials.jeffreys(7, 20, 0.9), 1e-10);
    Expect.close(0.202260040056761, 0.533487311151528, Binomials.wilson(7, 20, 0.9), 1e-12);
    Expect.close(0.177310917574449, 0.558034511315489, Binomials.clopperPearson(7, 20, 0.9), 1e-10);
    Expect.close(0, 0.226724528629093, Binomials.jeffreys(0, 5, 0.9), 1e-10);
    Expect.close(1 - 0.226724528629093, 1, Binomials.jeffreys(5, 5, 0.9), 1e-10);
  }

  @Test
  void givesIntervalsAtTheEnds() {
    Expect.close(0, 1, Binomials.wilson(0, 0, 0.9), 0);
    Expect.close(0, 1, Binomials.clopperPearson(0, 0, 0.9), 0);
    assertEquals(Beta.jeffreys().interval(0.9), Binomials.jeffreys(0, 0, 0.9));
    assertEquals(0, Binomials.wilson(0, 5, 0.9).low());
    assertEquals(1, Binomials.wilson(5, 5, 0.9).high());
    assertEquals(0, Binomials.clopperPearson(0, 5, 0.9).low());
    // One-sided by hand: (1-p)^5 = 0.05.
    assertEquals(1 - Math.pow(0.05, 0.2), Binomials.clopperPearson(0, 5, 0.9).high(), 1e-12);
    assertEquals(1, Binomials.clopperPearson(5, 5, 0.9).high());
  }

  /** METHODS A3.6, with the lower end clamped at 0. */
  @ParameterizedTest
  @CsvSource({
    "8, 0.95, 0, 0.512450396825397",
    "15, 0.95, 0.0116103046269192, 0.453611276257824",
    "40, 0.95, 0.108223638367914, 0.377119525562229",
    "40, 0.998, 0.0495492304562096, 0.465589929470014",
    "200, 0.998, 0.156600693799997, 0.345332780357194",
  })
  void givesFunnelLimits(long n, double level, double low, double high) {
    Expect.close(low, high, Binomials.funnelLimits(0.25, n, level), 1e-10);
  }

  /** METHODS A2.6: n for .5, .8 and .9, from a2_funnel. */
  @ParameterizedTest
  @CsvSource({
    "3, 0.1, 27, 42, 52", "3, 0.25, 11, 16, 20", "3, 0.7, 4, 5, 6",
    "10, 0.1, 97, 124, 140", "10, 0.25, 39, 49, 55", "10, 0.7, 14, 16, 18",
    "100, 0.1, 997, 1079, 1123", "100, 0.25, 399, 429, 445", "100, 0.7, 143, 149, 153",
  })
  void findsTheTrialsNeeded(long k, double p, long half, long eight, long nine) {
    assertEquals(OptionalLong.of(half), Binomials.neededTrials(k, p, 0.5));
    assertEquals(OptionalLong.of(eight), Binomials.neededTrials(k, p, 0.8));
    assertEquals(OptionalLong.of(nine), Binomials.neededTrials(k, p, 0.9));
    assertEquals(OptionalLong.of(nine), Binomials.neededTrials(k, p, 0.9, nine));
    assertEquals(OptionalLong.empty(), Binomials.neededTrials(k, p, 0.9, nine - 1));
  }

  @Test
  void saysWhenNoTrialsWouldDo() {
    assertEquals(OptionalLong.empty(), Binomials.neededTrials(1, 0, 0.5));
    assertEquals(OptionalLong.empty(), Binomials.neededTrials(10, 0.5, 0.5, 5));
    assertEquals(OptionalLong.of(0), Binomials.neededTrials(0, 0, 0.99));
    assertEquals(OptionalLong.of(7), Binomials.neededTrials(7, 1, 0.99));
  }

  @Test
  void scoresACount() {
    assertEquals(0.5, Binomials.midP(0, 0, 0.3));
    assertEquals(0.5, Binomials.midP(5, 10, 0.5), 1e-12);
    assertEquals(0, Binomials.normalScore(5, 10, 0.5), 1e-12);
    assertEquals(0, Binomials.normalScore(0, 10, 0));
    assertTrue(Binomials.normalScore(9, 10, 0.5) > 2);
    assertEquals(-Binomials.normalScore(2, 10, 0.5), Binomials.normalScore(8, 10, 0.5), 1e-12);
    // Half of 0.5^600 is far below what 1 minus a probability could show.
    assertEquals(-28.6, -Binomials.normalScore(600, 600, 0.5), 0.2);
    assertEquals(Double.POSITIVE_INFINITY, Binomials.normalScore(1, 10, 0));
  }

  @Test
  void rejectsNonsense() {
    Expect.rejected("n must lie in", () -> Binomials.pmf(0, -1, 0.5));
    Expect.rejected("n must lie in", () -> Binomials.cdf(0, 1L << 31, 0.5));
    Expect.rejected("p must lie in [0, 1], but was NaN", () -> Binomials.pmf(0, 1, Double.NaN));
    Expect.rejected("probability must lie", () -> Binomials.quantile(2, 1, 0.5));
    Expect.rejected("level must lie", () -> Binomials.jeffreys(1, 2, 1));
    Expect.rejected("successes must lie", () -> Binomials.wilson(3, 2, 0.9));
    Expect.rejected("level must lie", () -> Binomials.clopperPearson(1, 2, -1));
    Expect.rejected("theta must lie", () -> Binomials.funnelLimits(0, 2, 0.9));
    Expect.rejected("n must be 1 or more", () -> Binomials.funnelLimits(0.5, 0, 0.9));
    Expect.rejected("k must be zero or more", () -> Binomials.neededTrials(-1, 0.5, 0.9));
    Expect.rejected("confidence must lie", () -> Binomials.neededTrials(1, 0.5, 1));
    Expect.rejected("successes must lie", () -> Binomials.midP(3, 2, 0.5));
  }
}
