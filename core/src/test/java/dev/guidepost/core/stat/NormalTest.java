package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NormalTest {

  @Test
  void givesProbabilities() {
    assertEquals(0.5, Normal.cdf(0));
    // METHODS A3.6: 0.27 % outside three sigma.
    Expect.close(0.0013498980316301, Normal.survival(3), 1e-12);
    assertEquals(1, Normal.cdf(Double.POSITIVE_INFINITY));
  }

  @Test
  void givesQuantiles() {
    Expect.close(1.2815515655446, Normal.quantile(0.9), 1e-12);
    assertEquals(Double.NEGATIVE_INFINITY, Normal.quantile(0));
    assertEquals(Double.POSITIVE_INFINITY, Normal.quantile(1));
  }

  @Test
  void rejectsNonsense() {
    Expect.rejected("z must be a number", () -> Normal.cdf(Double.NaN));
    Expect.rejected("z must be a number", () -> Normal.survival(Double.NaN));
    Expect.rejected("p must lie in [0, 1], but was 1.5", () -> Normal.quantile(1.5));
  }
}
