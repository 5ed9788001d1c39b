package dev.guidepost.core.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.stat.FalseAlarms;
import dev.guidepost.core.stat.Laney;
import dev.guidepost.core.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ControlChartTest {

  /** METHODS A3.1, from a3_control.json. */
  private static final double[] POINTS = {
    39, 41, 41, 41, 43, 44, 41, 42, 40, 41, 44, 40, 50, 46, 44, 42, 41, 39, 43, 40, 41, 42, 44, 43
  };

  private static final double[] STEADY = {9, 11, 10, 12, 8, 10};

  private static void rejected(String what, Executable call) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    assertTrue(message.contains(what), message);
  }

  @Test
  void setsTheLimitsOfTheReference() {
    // METHODS A3.1 has 2.66 for 3/d2; the unrounded constant is 2.658681.
    ControlChart chart = Charts.counts(24, POINTS);
    double range = 2.260869565217391;
    for (ControlChart.Point point : chart.points()) {
      assertEquals(42.166666666666664, point.center(), 1e-12);
      assertEquals(42.166666666666664 + 2.658680776358274 * range, point.upper(), 1e-12);
      assertEquals(42.166666666666664 - 2.658680776358274 * range, point.lower(), 1e-12);
      assertEquals(48.180580, point.upper(), 0.004);
      assertEquals(36.152754, point.lower(), 0.004);
      assertEquals(
          point.value() == 50, point.value() > point.upper() || point.value() < point.lower());
      assertEquals(point.value() == 50, Math.abs(point.sigmas()) > 3);
    }
    assertEquals(24, chart.baseline());
    assertTrue(chart.looks().isEmpty());
    assertTrue(chart.violation().isEmpty(), "the baseline itself is not judged");
    assertEquals("24 points, 24 of them baseline: as usual", chart.toString());
  }

  @Test
  void signalsThePointOfTheReferenceAsALook() {
    double[] moved = new double[25];
    System.arraycopy(POINTS, 0, moved, 0, 24);
    moved[24] = 50;
    ControlChart.Violation found = Charts.counts(24, moved).violation().orElseThrow();
    assertEquals(Rule.BEYOND_LIMITS, found.rule());
    assertEquals(50, found.point().value());
    moved[24] = 48;
    assertTrue(Charts.counts(24, moved).violation().isEmpty());
    moved[24] = 36;
    assertEquals(
        Rule.BEYOND_LIMITS, Charts.counts(24, moved).violation().map(v -> v.rule()).orElseThrow());
  }

  @Test
  void neverSetsALowerLimitBelowNothing() {
    ControlChart chart = Charts.counts(18, Charts.after(18, new double[] {0, 5, 1, 3}, 0, 0, 0, 0));
    assertEquals(0, chart.points().get(0).lower());
    assertTrue(chart.violation().isEmpty(), "nothing below 0 can be counted");
  }

  @Test
  void needsSeventeenWeeksThatVary() {
    double[] sixteen = Charts.after(16, STEADY, 30);
    ChartResult result = ControlChart.ofCounts(Charts.weeks(17), sixteen, 16);
    assertEquals(
        "not enough data: 16 of 17 weeks to know what is usual",
        assertInstanceOf(ChartResult.NotEnoughData.class, result).toString());
    assertTrue(Charts.counts(17, Charts.after(17, STEADY, 30)).violation().isPresent());
    assertInstanceOf(
        ChartResult.NotEnoughData.class,
        ControlChart.ofCounts(
            Charts.weeks(21), Charts.after(20, new double[] {7}, 0), /* baseline= */ 20));
    assertInstanceOf(
        ChartResult.NotEnoughData.class,
        ControlChart.ofShare(
            Charts.weeks(17), new long[17], Charts.longs(17, new long[] {5}), new double[17], 16));
    assertInstanceOf(
        ChartResult.NotEnoughData.class,
        ControlChart.ofShare(
            Charts.weeks(18),
            Charts.longs(17, new long[] {0}, 3),
            Charts.longs(18, new long[] {5}),
            Charts.all(18, .2),
            17));
    assertInstanceOf(
        ChartResult.NotEnoughData.class, ControlChart.ofCounts(List.of(), new double[0], 0));
  }

  @Test
  void seesTwoOfThreeOnOneSide() {
    double sigma = sigma();
    ControlChart twice =
        Charts.counts(24, Charts.after(24, STEADY, 10, 10 + 2.2 * sigma, 10, 10 + 2.2 * sigma));
    ControlChart.Violation found = twice.violation().orElseThrow();
    assertEquals(Rule.TWO_OF_THREE, found.rule());
    assertEquals(Charts.weeks(28).get(27), found.point().period());
    assertEquals("28 points, 24 of them baseline: two-of-three in 2026-W29", twice.toString());
    double[] apart = Charts.after(24, STEADY, 10 + 2.2 * sigma, 10, 10, 10 + 2.2 * sigma);
    assertTrue(Charts.counts(24, apart).violation().isEmpty());
    double[] sides = Charts.after(24, STEADY, 10 + 2.2 * sigma, 10 - 2.2 * sigma);
    assertTrue(Charts.counts(24, sides).violation().isEmpty());
    // The last baseline point does not count towards two of three.
    double[] across = Charts.after(24, STEADY, 10 + 2.2 * sigma);
    across[23] = 10 + 2.2 * sigma;
    assertTrue(Charts.counts(24, across).violation().isEmpty());
  }

  private static double sigma() {
    ControlChart chart = Charts.counts(24, Charts.after(24, STEADY));
    return (chart.points().get(0).upper() - chart.points().get(0).center()) / 3;
  }

  @Test
  void reportsTheFirstViolationAndTheLimitsBeforeTwoOfThree() {
    double sigma = sigma();
    double two = 10 + 2.2 * sigma;
    double beyond = 10 + 3.5 * sigma;
    assertEquals(Rule.TWO_OF_THREE, rule(two, two, beyond, 10));
    assertEquals(Rule.BEYOND_LIMITS, rule(two, beyond, 10, 10));
    assertEquals(Rule.BEYOND_LIMITS, rule(beyond, two, two, 10));
    assertEquals(Rule.BEYOND_LIMITS, rule(10, 10, 10, beyond));
  }

  private static Rule rule(double... looks) {
    return Charts.counts(24, Charts.after(24, STEADY, looks)).violation().orElseThrow().rule();
  }

  @Test
  void signalsAPartThatStops() {
    long[] whole = Charts.longs(26, new long[] {40, 36, 44}, 36, 40, 38, 41);
    long[] part = Charts.longs(26, new long[] {10, 9, 11}, 10, 0, 0, 0);
    ControlChart chart = Charts.shares(26, part, whole, Charts.all(30, .25));
    ControlChart.Violation found = chart.violation().orElseThrow();
    assertEquals(Rule.BEYOND_LIMITS, found.rule());
    assertEquals(Charts.weeks(30).get(27), found.point().period());
    assertEquals(10, found.point().center(), 1e-12);
    assertTrue(found.point().lower() > 0);
    assertEquals(30, chart.points().size());
  }

  @Test
  void whatMovesTheWholeMovesNoPart() {
    long[] whole = Charts.longs(26, new long[] {40, 36, 44}, 4, 8, 120, 0);
    long[] part = Charts.longs(26, new long[] {10, 9, 11}, 1, 2, 30, 0);
    assertTrue(Charts.shares(26, part, whole, Charts.all(30, .25)).violation().isEmpty());
  }

  @Test
  void takesNothingExpectedOrCountedAsNoEvidence() {
    // The expected share is far from what the baseline shows, so that only real evidence is near
    // the centre.
    long[] whole = Charts.longs(26, new long[] {40, 36, 44}, 0, 40, 40, 0);
    long[] part = Charts.longs(26, new long[] {30, 27, 33}, 0, 0, 40, 0);
    double[] share = Charts.all(30, .25);
    share[27] = 0;
    share[28] = 1;
    ControlChart chart = Charts.shares(26, part, whole, share);
    for (ControlChart.Point look : chart.looks()) {
      assertEquals(0, look.sigmas());
      assertEquals(0, look.lower());
      assertTrue(look.value() <= look.upper());
    }
    assertTrue(chart.violation().isEmpty());
    // Weeks without evidence in the baseline neither widen nor narrow the limits.
    long[] gaps = whole.clone();
    long[] gapParts = part.clone();
    for (int i = 1; i < 26; i += 5) {
      gaps[i] = 0;
      gapParts[i] = 0;
    }
    ControlChart gapped = Charts.shares(26, gapParts, gaps, share);
    assertTrue(gapped.points().stream().limit(26).allMatch(point -> Math.abs(point.sigmas()) < 1));
  }

  @Test
  void takesCountsBeyondAnyChance() {
    long[] whole = Charts.longs(20, new long[] {9000}, 9000);
    long[] part = Charts.longs(20, new long[] {4500, 4450, 0, 4520}, 0);
    ControlChart chart = Charts.shares(20, part, whole, Charts.all(21, .5));
    assertTrue(chart.points().stream().allMatch(point -> Double.isFinite(point.sigmas())));
  }

  @Test
  void takesABaselineWithoutVariation() {
    long[] whole = Charts.longs(20, new long[] {40}, 40);
    long[] part = Charts.longs(20, new long[] {10}, 10);
    ControlChart chart = Charts.shares(20, part, whole, Charts.all(21, .25));
    assertTrue(chart.violation().isEmpty());
    part[20] = 0;
    assertTrue(
        Charts.shares(20, part, whole, Charts.all(21, .25)).violation().isPresent(),
        "the binomial says what varies by chance");
  }

  @Test
  void refusesNonsense() {
    List<Period> weeks = Charts.weeks(18);
    double[] values = Charts.after(18, STEADY);
    long[] part = Charts.longs(18, new long[] {1, 2});
    long[] whole = Charts.longs(18, new long[] {5, 7});
    double[] share = Charts.all(18, .3);
    rejected("one value a period", () -> ControlChart.ofCounts(weeks, new double[17], 17));
    rejected("one value a period", () -> ControlChart.ofShare(weeks, part, new long[3], share, 17));
    rejected(
        "one value a period", () -> ControlChart.ofShare(weeks, part, whole, new double[3], 17));
    rejected("baseline must be 0 to 18", () -> ControlChart.ofCounts(weeks, values, 19));
    rejected("baseline must be 0 to 18", () -> ControlChart.ofShare(weeks, part, whole, share, 30));
    rejected("baseline must be 0 to 18", () -> ControlChart.ofCounts(weeks, values, -1));
    rejected("baseline must be 0 to 0", () -> new ControlChart(List.of(), 1));
    values[17] = Double.NaN;
    rejected("finite", () -> ControlChart.ofCounts(weeks, values, 17));
    long[] none = new long[18];
    rejected(
        "part must be 0 to the whole", () -> ControlChart.ofShare(weeks, part, none, share, 17));
    long[] negative = part.clone();
    negative[17] = -1;
    rejected("was -1 of", () -> ControlChart.ofShare(weeks, negative, whole, share, 17));
    for (double bad : new double[] {-.1, 1.1, Double.NaN}) {
      double[] wrong = share.clone();
      wrong[17] = bad;
      rejected("share must be 0 to 1", () -> ControlChart.ofShare(weeks, part, whole, wrong, 17));
    }
  }

  /** Laney's u' chart (2002): the same limits as those of {@link Laney}, in counts. */
  @Test
  void setsTheLimitsOfCountsForTheirExposure() {
    double[] exposures = {1, 1, .8, 1, 1, .6, 1, 1, 1, 1, .8, 1, 1, 1, 1, 1, 1, 1, .4, .6};
    double[] counts = {
      52, 47, 38, 55, 49, 31, 44, 50, 57, 46, 41, 51, 48, 53, 45, 50, 56, 43, 19, 30
    };
    ControlChart chart =
        assertInstanceOf(
            ControlChart.class, ControlChart.ofCounts(Charts.weeks(20), counts, exposures, 18));
    long[] baseline = new long[18];
    for (int i = 0; i < 18; i++) {
      baseline[i] = (long) counts[i];
    }
    Laney laney = Laney.counts(baseline, Arrays.copyOf(exposures, 18)).orElseThrow();
    for (int i = 0; i < 18; i++) {
      ControlChart.Point point = chart.points().get(i);
      assertEquals(laney.center() * exposures[i], point.center(), 1e-9);
      // Laney's d2 is 1.128; the unrounded constant is 1.128379.
      assertEquals(laney.upper(i) * exposures[i], point.upper(), 0.01);
      assertEquals(laney.lower(i) * exposures[i], point.lower(), 0.01);
      assertEquals(counts[i], point.value());
    }
    // 856 counted in 17.2 weeks: 49.77 a week, of which .4 and .6 are expected.
    assertEquals(.4 * 856 / 17.2, chart.looks().get(0).center(), 1e-9);
    assertTrue(chart.violation().isEmpty(), "short weeks are no fall");
    assertTrue(
        Charts.counts(18, counts).violation().isPresent(), "as they would be without exposure");
    counts[19] = 49;
    chart =
        assertInstanceOf(
            ControlChart.class, ControlChart.ofCounts(Charts.weeks(20), counts, exposures, 18));
    assertEquals(
        Rule.BEYOND_LIMITS,
        chart.violation().map(ControlChart.Violation::rule).orElseThrow(),
        "as much as usual in a short week is a rise");
  }

  @Test
  void aPeriodWithoutExposureIsNoEvidence() {
    double[] counts = Charts.after(18, STEADY, 0, 7);
    double[] exposures = Charts.all(20, 1);
    exposures[3] = 0;
    exposures[18] = 0;
    exposures[19] = 0;
    ControlChart chart =
        assertInstanceOf(
            ControlChart.class, ControlChart.ofCounts(Charts.weeks(20), counts, exposures, 18));
    assertEquals(0, chart.looks().get(1).sigmas());
    assertEquals(7, chart.looks().get(1).upper());
    assertTrue(chart.violation().isEmpty());
    exposures[4] = 0;
    assertEquals(
        "not enough data: 16 of 17 weeks to know what is usual",
        ControlChart.ofCounts(Charts.weeks(20), counts, exposures, 18).toString());
    rejected(
        "exposure must be 0 or more",
        () -> ControlChart.ofCounts(Charts.weeks(20), counts, Charts.all(20, -1), 18));
    rejected(
        "value must be 0 or more",
        () -> ControlChart.ofCounts(Charts.weeks(20), Charts.all(20, -1), 18));
    rejected(
        "one value a period",
        () -> ControlChart.ofCounts(Charts.weeks(20), counts, Charts.all(19, 1), 18));
  }

  /**
   * Poisson counts at one rate, in weeks of which some are short, signal no more than the rules.
   */
  @Test
  void shortWeeksGiveNoMoreFalseAlarms() {
    double allowed = FalseAlarms.simulate(26, 4, 20_000, new SplittableRandom(1)).runShare();
    SplittableRandom random = new SplittableRandom(20261122);
    int alarms = 0;
    int blind = 0;
    int charts = 3000;
    for (int c = 0; c < charts; c++) {
      double[] counts = new double[30];
      double[] exposures = new double[30];
      for (int i = 0; i < 30; i++) {
        exposures[i] = i == 27 ? .6 : random.nextInt(6) == 0 ? .8 : 1;
        double left = Math.exp(-60 * exposures[i]);
        for (double product = random.nextDouble(); product > left; counts[i]++) {
          product *= random.nextDouble();
        }
      }
      alarms += alarm(ControlChart.ofCounts(Charts.weeks(30), counts, exposures, 26));
      blind += alarm(ControlChart.ofCounts(Charts.weeks(30), counts, 26));
    }
    double margin = 2.5 * Math.sqrt(allowed / charts);
    assertTrue((double) alarms / charts <= 1.5 * allowed + margin, alarms + " of " + charts);
    assertTrue(blind > 3 * alarms, blind + " without, " + alarms + " with exposure");
  }

  private static int alarm(ChartResult result) {
    return result instanceof ControlChart chart
            && chart.violation().filter(found -> found.rule() != Rule.ALL_LOOKS).isPresent()
        ? 1
        : 0;
  }

  /**
   * Charts of parts in perfect control signal at most half as often again as the rules do on normal
   * values with limits from the same baseline (METHODS A3.4), also where a part has a few counts a
   * week.
   */
  @Test
  void givesNoMoreFalseAlarmsThanTheRules() {
    for (int baseline : new int[] {17, 26}) {
      double allowed =
          FalseAlarms.simulate(baseline, 4, 20_000, new SplittableRandom(1)).runShare();
      for (double[] rates :
          new double[][] {
            {1, 1.5, 2, 3}, {2, 2, 2, 2, 2, 2, 2, 2}, {10, 20, 30}, {1, 40}, {15, 15}, {3, 5, 90}
          }) {
        SplittableRandom random = new SplittableRandom(20261121);
        int charts = 0;
        int alarms = 0;
        while (charts < 1500) {
          long[][] parts = multinomial(rates, baseline + 4, random);
          for (long[] part : parts) {
            Optional<Boolean> alarm = alarm(part, parts, baseline);
            charts += alarm.isPresent() ? 1 : 0;
            alarms += alarm.orElse(false) ? 1 : 0;
          }
        }
        double share = (double) alarms / charts;
        String what = baseline + " weeks, " + rates.length + " parts: " + share + " of " + allowed;
        double margin = 2.5 * Math.sqrt(allowed / charts);
        assertTrue(share <= 1.5 * allowed + margin, what);
        assertTrue(share >= 0.05 * allowed, what);
      }
    }
  }

  private static Optional<Boolean> alarm(long[] part, long[][] parts, int baseline) {
    long[] whole = new long[part.length];
    double own = 0;
    double all = 0;
    for (int i = 0; i < whole.length; i++) {
      for (long[] one : parts) {
        whole[i] += one[i];
      }
      own += i < baseline ? part[i] : 0;
      all += i < baseline ? whole[i] : 0;
    }
    ChartResult result =
        ControlChart.ofShare(
            Charts.weeks(part.length), part, whole, Charts.all(part.length, own / all), baseline);
    return result instanceof ControlChart chart
        ? Optional.of(chart.violation().isPresent())
        : Optional.empty();
  }

  /** Poisson counts, which given their sum are multinomial. */
  private static long[][] multinomial(double[] rates, int weeks, SplittableRandom random) {
    long[][] parts = new long[rates.length][weeks];
    for (int k = 0; k < rates.length; k++) {
      for (int i = 0; i < weeks; i++) {
        double left = Math.exp(-rates[k]);
        double product = random.nextDouble();
        while (product > left) {
          parts[k][i]++;
          product *= random.nextDouble();
        }
      }
    }
    return parts;
  }
}
