package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IntervalTest {

  @Test
  void holdsItsEnds() {
    Interval interval = new Interval(0.2, 0.5, 0.9);
    assertTrue(interval.contains(0.2));
    assertTrue(interval.contains(0.5));
    assertFalse(interval.contains(0.19));
    assertFalse(interval.contains(0.51));
    assertFalse(interval.contains(Double.NaN));
    assertEquals(0.3, interval.width(), 1e-15);
  }

  @Test
  void rejectsNonsense() {
    Expect.rejected("low must not be above high", () -> new Interval(2, 1, 0.9));
    Expect.rejected("low must be a number", () -> new Interval(Double.NaN, 1, 0.9));
    Expect.rejected("high must be a number", () -> new Interval(0, Double.NaN, 0.9));
    Expect.rejected("level must lie in (0, 1)", () -> new Interval(0, 1, 1));
    Expect.rejected("level must lie in (0, 1)", () -> new Interval(0, 1, 0));
  }
}
