package dev.guidepost.targets.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.targets.Expect;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WholeCountsTest {

  @Test
  void carriesFractions() {
    assertArrayEquals(new long[] {2, 1, 2, 1}, WholeCounts.carried(1.5, new double[] {1, 1, 1, 1}));
    assertArrayEquals(new long[] {1, 0, 0, 1}, WholeCounts.carried(.3, new double[] {1, 1, 1, 1}));
    assertArrayEquals(new long[] {3, 0, 3}, WholeCounts.carried(3, new double[] {1, 0, 1}));
    assertArrayEquals(new long[0], WholeCounts.carried(3, new double[0]));
    // Thirds add up to a whole.
    assertEquals(1, Arrays.stream(WholeCounts.carried(1.0 / 3, new double[] {1, 1, 1})).sum());
  }

  @Property(tries = 200)
  void runningTotalsAreTheRunningRateRoundedUp(
      @ForAll @DoubleRange(min = 0, max = 20) double perWeek,
      @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 5) Integer> days) {
    double[] available = days.stream().mapToDouble(day -> day / 5.0).toArray();
    long[] counts = WholeCounts.carried(perWeek, available);
    double rate = 0;
    long total = 0;
    for (int i = 0; i < counts.length; i++) {
      rate += perWeek * available[i];
      total += counts[i];
      assertTrue(counts[i] >= 0);
      assertTrue(total >= rate - 1e-6 && total < rate + 1);
      assertTrue(available[i] > 0 || counts[i] == 0);
    }
  }

  @Provide
  Arbitrary<double[]> rates() {
    return Arbitraries.doubles().between(0, 50).array(double[].class).ofMaxSize(9);
  }

  @Property(tries = 300)
  void wholeCountsAreCarried(@ForAll("rates") double[] rates) {
    long[] counts = WholeCounts.carried(rates);
    double running = 0;
    long total = 0;
    for (int i = 0; i < counts.length; i++) {
      running += rates[i];
      total += counts[i];
      assertTrue(counts[i] >= 0);
      assertTrue(total >= running - 1e-6 && total < running + 1);
    }
    Expect.rejected("rate must be", () -> WholeCounts.carried(new double[] {-1}));
  }
}
