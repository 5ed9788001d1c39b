package dev.guidepost.core.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of control charts. */
class ControlChartProperties {

  @Property(tries = 200)
  void whatMovesTheWholeAloneSignalsNothing(
      @ForAll @Size(30) List<@IntRange(min = 0, max = 12) Integer> factors,
      @ForAll @IntRange(min = 1, max = 9) int part,
      @ForAll @IntRange(min = 1, max = 9) int rest) {
    long[] parts = new long[30];
    long[] whole = new long[30];
    boolean any = false;
    for (int i = 0; i < 30; i++) {
      parts[i] = (long) factors.get(i) * part;
      whole[i] = (long) factors.get(i) * (part + rest);
      any |= i < 26 && parts[i] > 0;
    }
    double share = (double) part / (part + rest);
    ChartResult result =
        ControlChart.ofShare(Charts.weeks(30), parts, whole, Charts.all(30, share), 26);
    assertEquals(any, result instanceof ControlChart);
    if (result instanceof ControlChart chart) {
      assertTrue(chart.violation().isEmpty());
    }
  }

  @Property(tries = 200)
  void sigmasFollowTheCountAndTheLimits(
      @ForAll @Size(30) List<@IntRange(min = 0, max = 15) Integer> own,
      @ForAll @Size(30) List<@IntRange(min = 0, max = 40) Integer> others,
      @ForAll @IntRange(min = 1, max = 9) int tenths) {
    long[] part = new long[30];
    long[] whole = new long[30];
    for (int i = 0; i < 30; i++) {
      part[i] = own.get(i);
      whole[i] = part[i] + others.get(i);
    }
    part[0] = Math.max(1, part[0]);
    whole[0] = Math.max(part[0], whole[0]);
    ControlChart chart = Charts.shares(26, part, whole, Charts.all(30, tenths / 10.0));
    for (ControlChart.Point point : chart.points()) {
      assertTrue(Double.isFinite(point.sigmas()));
      assertTrue(point.lower() >= 0);
      assertTrue(point.lower() <= point.upper() || Math.abs(point.sigmas()) > 0);
      if (point.sigmas() < -3) {
        assertTrue(point.value() <= point.lower(), point.toString());
      }
      if (Math.abs(point.sigmas()) < 3) {
        assertTrue(point.lower() <= point.value() && point.value() <= point.upper());
      }
    }
  }

  @Property(tries = 200)
  void countsScaleAndShift(
      @ForAll @Size(28) List<@IntRange(min = 0, max = 50) Integer> values,
      @ForAll @IntRange(min = 2, max = 9) int factor,
      @ForAll @IntRange(min = 0, max = 1000) int shift) {
    double[] plain = new double[28];
    double[] moved = new double[28];
    for (int i = 0; i < 28; i++) {
      plain[i] = values.get(i) + (i == 0 ? 0.5 : 0); // so that the baseline varies
      moved[i] = factor * plain[i] + shift;
    }
    ControlChart one = Charts.counts(24, plain);
    ControlChart two = Charts.counts(24, moved);
    for (int i = 0; i < 28; i++) {
      double sigmas = one.points().get(i).sigmas();
      assertEquals(sigmas, two.points().get(i).sigmas(), 1e-5 * Math.max(1, Math.abs(sigmas)));
    }
    assertEquals(rule(one), rule(two));
    assertEquals(
        one.violation().isPresent(),
        one.looks().stream().anyMatch(look -> Math.abs(look.sigmas()) > 3)
            || one.violation().map(v -> v.rule() != Rule.BEYOND_LIMITS).orElse(false));
  }

  @Property(tries = 200)
  void theUnitOfExposureMakesNoDifference(
      @ForAll @Size(28) List<@IntRange(min = 0, max = 50) Integer> values,
      @ForAll @Size(28) List<@IntRange(min = 1, max = 5) Integer> days,
      @ForAll @IntRange(min = 2, max = 100) int factor) {
    double[] counts = new double[28];
    double[] some = new double[28];
    double[] scaled = new double[28];
    for (int i = 0; i < 28; i++) {
      counts[i] = values.get(i) + (i == 0 ? 0.5 : 0);
      some[i] = days.get(i);
      scaled[i] = (double) factor * days.get(i);
    }
    ChartResult one = ControlChart.ofCounts(Charts.weeks(28), counts, some, 24);
    ChartResult two = ControlChart.ofCounts(Charts.weeks(28), counts, scaled, 24);
    if (one instanceof ControlChart chart && two instanceof ControlChart other) {
      for (int i = 0; i < 28; i++) {
        ControlChart.Point point = chart.points().get(i);
        assertEquals(point.center(), other.points().get(i).center(), 1e-9 * point.center());
        assertEquals(point.upper(), other.points().get(i).upper(), 1e-9 * point.upper());
        assertTrue(point.lower() >= 0 && point.lower() <= point.center());
        if (point.sigmas() < -3) {
          assertTrue(point.value() < point.lower());
        }
      }
    }
  }

  private static Optional<Rule> rule(ControlChart chart) {
    return chart.violation().map(ControlChart.Violation::rule);
  }
}
