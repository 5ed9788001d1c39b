package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BetaMixtureTest {

  private static final Beta WEAK = Beta.of(6, 14);
  private static final Beta STRONG = Beta.of(20, 80);

  @Test
  void averagesItsParts() {
    BetaMixture both = BetaMixture.of(new double[] {3, 1}, List.of(WEAK, STRONG));
    assertArrayEquals(new double[] {0.75, 0.25}, both.weights());
    Expect.close(0.75 * 0.3 + 0.25 * 0.2, both.mean(), 1e-12);
    // The mean square of the parts less the square of the mean.
    double square =
        0.75 * (WEAK.variance() + 0.09) + 0.25 * (STRONG.variance() + 0.04) - 0.275 * 0.275;
    Expect.close(square, both.variance(), 1e-12);
    Expect.close(0.75 * WEAK.cdf(0.25) + 0.25 * STRONG.cdf(0.25), both.cdf(0.25), 1e-12);
    assertEquals(1, both.cdf(0.25) + both.tail(0.25), 1e-12);
    assertEquals(0.1, both.cdf(both.quantile(0.1)), 1e-12);
    assertTrue(both.interval(0.8).contains(0.25));
  }

  @Test
  void behavesLikeItsOnlyPart() {
    BetaMixture one = BetaMixture.of(WEAK);
    assertEquals(WEAK.interval(0.9), one.interval(0.9));
    assertEquals(one, BetaMixture.of(new double[] {0, 2}, List.of(STRONG, WEAK)));
    assertEquals(one.hashCode(), BetaMixture.of(WEAK).hashCode());
    assertNotEquals(one, BetaMixture.of(STRONG));
    assertNotEquals(one, BetaMixture.of(new double[] {1, 2}, List.of(STRONG, WEAK)));
    assertNotEquals(one, new Object());
    assertEquals(List.of(WEAK), one.components());
    assertTrue(one.toString().startsWith("BetaMixture[weights=[1.0]"));
  }

  @Test
  void rejectsNonsense() {
    List<Beta> parts = List.of(WEAK, STRONG);
    Expect.rejected("weight must be zero", () -> BetaMixture.of(new double[] {-1, 2}, parts));
    Expect.rejected("sum of weights", () -> BetaMixture.of(new double[] {0, 0}, parts));
    Expect.rejected("as many entries", () -> BetaMixture.of(new double[] {1}, parts));
    Expect.rejected("sum of weights", () -> BetaMixture.of(new double[0], List.of()));
    Expect.rejected("p must lie", () -> BetaMixture.of(WEAK).quantile(-0.1));
    Expect.rejected("level must lie", () -> BetaMixture.of(WEAK).interval(0));
    Expect.rejected("x must be", () -> BetaMixture.of(WEAK).cdf(Double.NaN));
  }
}
