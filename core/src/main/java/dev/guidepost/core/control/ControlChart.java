package dev.guidepost.core.control;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.stat.Binomials;
import dev.guidepost.core.stat.Xmr;
import dev.guidepost.core.stat.XmrLimits;
import dev.guidepost.core.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A process behaviour chart (XmR): limits from the moving ranges of a baseline, and the points
 * after it judged by three rules: one point beyond three sigma, two of three in a row beyond two
 * sigma on the same side (Wheeler 2000; Western Electric 1956), or all of them together three sigma
 * away, so that a smaller shift that lasts is found too.
 *
 * <p>A baseline of 17 to 26 points gives more false alarms than known limits would: the rate is to
 * be simulated for the baseline in use.
 *
 * <pre>{@code
 * ControlChart.ofCounts(weeks, counts, 22) instanceof ControlChart chart && chart.violation().isPresent();
 * }</pre>
 *
 * @param points all points in order, those of the baseline first; unmodifiable
 * @param baseline how many of the points are the baseline
 */
public record ControlChart(List<Point> points, int baseline) implements ChartResult {

  /** The least number of baseline points for limits: {@value}. */
  public static final int LEAST_BASELINE = 17;

  private static final double LIMIT = 3;

  /** Where probabilities become too small for a double, and scores infinite. */
  private static final double FURTHEST = 37;

  /**
   * One point and what is usual at it.
   *
   * @param period the period
   * @param value what was measured
   * @param center what is expected
   * @param lower the lower limit
   * @param upper the upper limit
   * @param sigmas how far the value is from what is expected, in sigma
   */
  public record Point(
      Period period, double value, double center, double lower, double upper, double sigmas) {}

  /**
   * A rule that a point after the baseline broke.
   *
   * @param rule the rule
   * @param point the first point that broke it
   */
  public record Violation(Rule rule, Point point) {}

  /**
   * Creates a chart.
   *
   * @param points all points in order
   * @param baseline how many of the points are the baseline
   * @throws IllegalArgumentException if there are fewer points than the baseline holds
   */
  public ControlChart {
    points = ImmutableList.copyOf(points);
    requireBaseline(baseline, points.size());
  }

  /**
   * Charts counts, or other amounts that are never negative, of periods that are alike.
   *
   * @param periods the periods in order
   * @param values a value each
   * @param baseline how many of the first periods make the baseline
   * @return the chart, the lower limit not below 0; or the reason why there is none
   * @throws IllegalArgumentException if there is not one value a period, a value is negative or not
   *     finite, or there are fewer values than the baseline holds
   */
  public static ChartResult ofCounts(List<Period> periods, double[] values, int baseline) {
    double[] alike = new double[values.length];
    Arrays.fill(alike, 1);
    return ofCounts(periods, values, alike, baseline);
  }

  /**
   * Charts counts for their exposure, such as the days worked by those who were there: expected is
   * the baseline's rate times the exposure, and limits are wider, for the rate, where the exposure
   * is small (Laney's u' chart, 2002; with equal exposures the XmR chart of the counts). A period
   * without exposure is no evidence either way.
   *
   * @param periods the periods in order
   * @param values a count each, or another amount
   * @param exposures how much each period counts, in any unit
   * @param baseline how many of the first periods make the baseline
   * @return the chart, its values, centers and limits in counts, so that they move with the
   *     exposure, the lower limits not below 0; or the reason why there is none
   * @throws IllegalArgumentException if there is not one value and one exposure a period, one is
   *     negative or not finite, or there are fewer values than the baseline holds
   */
  public static ChartResult ofCounts(
      List<Period> periods, double[] values, double[] exposures, int baseline) {
    requireSameSize(periods, values.length);
    requireSameSize(periods, exposures.length);
    requireBaseline(baseline, values.length);
    for (int i = 0; i < values.length; i++) {
      requireAmount("value", periods.get(i), values[i]);
      requireAmount("exposure", periods.get(i), exposures[i]);
    }
    Optional<ChartResult.NotEnoughData> missing =
        tooFew((int) Arrays.stream(exposures, 0, baseline).filter(some -> some > 0).count());
    if (missing.isPresent()) {
      return missing.get();
    }
    double count = 0;
    double exposed = 0;
    for (int i = 0; i < baseline; i++) {
      count += exposures[i] > 0 ? values[i] : 0;
      exposed += exposures[i];
    }
    double rate = count / exposed;
    double[] chance = new double[values.length];
    double[] scores = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      chance[i] = Math.sqrt(rate * exposures[i]);
      scores[i] = chance[i] > 0 ? (values[i] - rate * exposures[i]) / chance[i] : 0;
    }
    Optional<XmrLimits> limits =
        XmrLimits.of(
            IntStream.range(0, baseline)
                .filter(i -> exposures[i] > 0)
                .mapToDouble(i -> scores[i])
                .toArray());
    if (limits.isEmpty()) {
      return new NotEnoughData("the baseline never varies");
    }
    double sigma = limits.get().sigma();
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      double center = rate * exposures[i];
      double reach = LIMIT * sigma * chance[i];
      boolean evidence = chance[i] > 0;
      points.add(
          new Point(
              periods.get(i),
              values[i],
              center,
              evidence ? Math.max(0, center - reach) : 0,
              evidence ? center + reach : values[i],
              scores[i] / sigma));
    }
    return new ControlChart(points, baseline);
  }

  /**
   * Charts a part against the whole it belongs to, so that what moves the whole moves no part:
   * given the whole's count, the part's is binomial with the share expected. Each count becomes a
   * normal score (its mid-p quantile), and the scores are charted, with a sigma of at least that of
   * the binomial: Laney's p' chart (Laney 2002) for small counts. A period in which nothing is
   * expected of the part, or everything, or nothing was counted at all, is no evidence either way.
   *
   * @param periods the periods in order
   * @param part the part's count in each
   * @param whole the whole's count in each, at least the part's
   * @param share the share expected of the part in each, 0 to 1: its share in the baseline, given
   *     who was there
   * @param baseline how many of the first periods make the baseline
   * @return the chart, its values and limits in counts of the part; or the reason why there is none
   * @throws IllegalArgumentException if there is not one count a period or fewer than the baseline
   *     holds, a part is negative or exceeds its whole, or a share is not in 0 to 1
   */
  public static ChartResult ofShare(
      List<Period> periods, long[] part, long[] whole, double[] share, int baseline) {
    requireSameSize(periods, part.length);
    requireSameSize(periods, whole.length);
    requireSameSize(periods, share.length);
    requireBaseline(baseline, share.length);
    for (int i = 0; i < share.length; i++) {
      requirePart(periods.get(i), part[i], whole[i], share[i]);
    }
    Optional<ChartResult.NotEnoughData> missing = tooFew(baseline);
    if (missing.isPresent()) {
      return missing.get();
    }
    if (Arrays.stream(part, 0, baseline).allMatch(count -> count == 0)) {
      return new NotEnoughData("nothing counted in the baseline");
    }
    double[] scores = new double[part.length];
    for (int i = 0; i < part.length; i++) {
      scores[i] = score(part[i], whole[i], share[i]);
    }
    Optional<XmrLimits> limits =
        XmrLimits.of(
            IntStream.range(0, baseline)
                .filter(i -> isEvidence(whole[i], share[i]))
                .mapToDouble(i -> scores[i])
                .toArray());
    double center = limits.map(XmrLimits::center).orElse(0.0);
    double sigma = Math.max(1, limits.map(XmrLimits::sigma).orElse(1.0));
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < part.length; i++) {
      boolean evidence = isEvidence(whole[i], share[i]);
      points.add(
          new Point(
              periods.get(i),
              part[i],
              whole[i] * share[i],
              evidence ? lowest(whole[i], share[i], center - LIMIT * sigma) : 0,
              evidence ? highest(whole[i], share[i], center + LIMIT * sigma) : whole[i],
              evidence ? (scores[i] - center) / sigma : 0));
    }
    return new ControlChart(points, baseline);
  }

  private static boolean isEvidence(long of, double share) {
    return of > 0 && share > 0 && share < 1;
  }

  private static double score(long count, long of, double share) {
    double score = isEvidence(of, share) ? Binomials.normalScore(count, of, share) : 0;
    return Math.max(-FURTHEST, Math.min(FURTHEST, score));
  }

  /** The smallest count whose score is not below a limit. */
  private static long lowest(long of, double share, double limit) {
    long count = 0;
    while (count < of && score(count, of, share) < limit) {
      count++;
    }
    return count;
  }

  /** The largest count whose score is not above a limit. */
  private static long highest(long of, double share, double limit) {
    long count = of;
    while (count > 0 && score(count, of, share) > limit) {
      count--;
    }
    return count;
  }

  private static Optional<ChartResult.NotEnoughData> tooFew(int baseline) {
    return baseline >= LEAST_BASELINE
        ? Optional.empty()
        : Optional.of(
            new NotEnoughData(baseline + " of " + LEAST_BASELINE + " weeks to know what is usual"));
  }

  private static void requireSameSize(List<Period> periods, int values) {
    if (periods.size() != values) {
      throw new IllegalArgumentException(
          "there must be one value a period, but were " + values + " for " + periods.size());
    }
  }

  private static void requireBaseline(int baseline, int points) {
    if (baseline < 0 || baseline > points) {
      throw new IllegalArgumentException(
          "baseline must be 0 to " + points + " points, but was " + baseline);
    }
  }

  private static void requireAmount(String what, Period period, double amount) {
    if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          what + " must be 0 or more and finite, but in " + period.label() + " was " + amount);
    }
  }

  private static void requirePart(Period period, long part, long whole, double share) {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException(
          "part must be 0 to the whole, but in "
              + period.label()
              + " was "
              + part
              + " of "
              + whole);
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "share must be 0 to 1, but in " + period.label() + " was " + share);
    }
  }

  /**
   * Returns the points after the baseline.
   *
   * @return the points that are judged; unmodifiable
   */
  public List<Point> looks() {
    return points.subList(baseline, points.size());
  }

  /**
   * Returns the first violation after the baseline.
   *
   * @return the violation, that of the limits where a point breaks both rules; empty if all is as
   *     usual
   */
  public Optional<Violation> violation() {
    List<Point> looks = looks();
    double[] scores = looks.stream().mapToDouble(Point::sigmas).toArray();
    int[] beyond = Xmr.beyondLimits(scores);
    int[] twice = Xmr.twoOfThree(scores);
    if (beyond.length > 0 && (twice.length == 0 || beyond[0] <= twice[0])) {
      return Optional.of(new Violation(Rule.BEYOND_LIMITS, looks.get(beyond[0])));
    }
    if (twice.length > 0) {
      return Optional.of(new Violation(Rule.TWO_OF_THREE, looks.get(twice[0])));
    }
    double together = Arrays.stream(scores).sum() / Math.sqrt(Math.max(1, scores.length));
    return Math.abs(together) > LIMIT
        ? Optional.of(new Violation(Rule.ALL_LOOKS, looks.get(0)))
        : Optional.empty();
  }

  /** Returns the number of points and the first violation on one line. */
  @Override
  public String toString() {
    return points.size()
        + " points, "
        + baseline
        + " of them baseline: "
        + violation()
            .map(found -> found.rule() + " in " + found.point().period().label())
            .orElse("as usual");
  }
}
