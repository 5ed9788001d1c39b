package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.apache.commons.numbers.gamma.Digamma;
import org.junit.jupiter.api.Test;

class RootsTest {

  @Test
  void findsRoots() {
    assertEquals(Math.sqrt(2), Roots.solve(x -> x * x - 2, 0, 2), 1e-15);
    assertEquals(Math.sqrt(2), Roots.solve(x -> 2 - x * x, 0, 2), 1e-15);
    assertEquals(1e-9, Roots.solve(x -> Math.log(x) - Math.log(1e-9), 1e-300, 1), 1e-17);
    assertEquals(0.3, Roots.solve(x -> Math.signum(x - 0.3), 0, 1), 1e-15);
    assertEquals(2, Roots.solve(x -> x + 1, 2, 3));
    assertEquals(3, Roots.solve(x -> x - 5, 2, 3));
  }

  @Test
  void findsTheSmallestNumber() {
    assertEquals(OptionalLong.of(77), Roots.smallest(0, 1000, n -> n >= 77));
    assertEquals(OptionalLong.of(1000), Roots.smallest(0, 1000, n -> n >= 1000));
    assertEquals(OptionalLong.empty(), Roots.smallest(0, 1000, n -> false));
    assertEquals(OptionalLong.empty(), Roots.smallest(5, 4, n -> true));
    assertEquals(
        OptionalLong.of(Long.MAX_VALUE),
        Roots.smallest(0, Long.MAX_VALUE, n -> n == Long.MAX_VALUE));
  }

  @Test
  void findsTheHighestPoint() {
    double[] grid = {0, 1, 2, 3, 4};
    assertEquals(1.7, Roots.maximise(x -> -(x - 1.7) * (x - 1.7), x -> 1.7 - x, grid), 1e-15);
    assertEquals(4, Roots.maximise(x -> x, x -> 1, grid));
    assertEquals(0, Roots.maximise(x -> -x, x -> -1, grid));
    assertEquals(2, Roots.maximise(x -> -Math.abs(x - 2), x -> 0, grid));
    assertEquals(3.9, Roots.maximise(x -> -(x - 3.9) * (x - 3.9), x -> 3.9 - x, grid), 1e-14);
    assertEquals(0.1, Roots.maximise(x -> -(x - 0.1) * (x - 0.1), x -> 0.1 - x, grid), 1e-14);
  }

  @Test
  void stepsTheDigamma() {
    assertEquals(0, Roots.digammaStep(3, 0));
    Expect.close(1 / 3.0 + 1 / 4.0, Roots.digammaStep(3, 2), 1e-15);
    for (double a : new double[] {0.2, 5, 37.5, 4000}) {
      double expected = Digamma.value(a + 900) - Digamma.value(a);
      Expect.close(expected, Roots.digammaStep(a, 900), 1e-9);
    }
    double harmonic = 0;
    for (int i = 1; i <= 500; i++) {
      harmonic += 1.0 / i;
    }
    Expect.close(harmonic, Roots.digammaStep(1, 500), 1e-14);
  }
}
