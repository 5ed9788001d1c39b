package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class HazardsTest {

  /** The share that ends well within three days, of which others take a tenth each day. */
  private static double share(double factor) {
    double open = 1;
    double share = 0;
    for (double hazard : new double[] {.02, .05, .001}) {
      double well = Math.min(.9, hazard * factor);
      share += open * well;
      open *= Math.max(0, 1 - well - .1);
    }
    return share;
  }

  @Property
  void theFactorReachesTheShare(@ForAll @DoubleRange(min = 0, max = .89) double share) {
    double factor = Hazards.factorFor(share, HazardsTest::share);
    assertEquals(share, share(factor), 1e-9);
  }

  /** On the first day .9 may end well, which a factor of 45 reaches; no larger one is needed. */
  @Test
  void beyondTheBoundTheBoundIsReached() {
    assertEquals(.9, share(1e6), 1e-12);
    for (double share : new double[] {.9, .95, 1}) {
      double factor = Hazards.factorFor(share, HazardsTest::share);
      assertEquals(45, factor, 1e-6);
      assertTrue(factor <= 45);
    }
    assertEquals(0, Hazards.factorFor(.5, factor -> 0), 1e-12);
    Expect.rejected("share must lie in [0, 1]", () -> Hazards.factorFor(1.5, HazardsTest::share));
  }
}
