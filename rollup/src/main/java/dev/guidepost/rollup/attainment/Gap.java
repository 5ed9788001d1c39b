package dev.guidepost.rollup.attainment;

import dev.guidepost.core.goal.Attainment;
import dev.guidepost.core.goal.Course;
import dev.guidepost.core.goal.Progress;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * What is missing of one target that runs, what it would take on each day that is left, and what
 * came on each so far.
 *
 * <pre>{@code
 * attainments.gaps(ana, workdays).get(0).toString();
 * // "bookings of ana in 2026-Q4: 140,000 missing, 3,414.64 a day for 41 days; behind: ..."
 * }</pre>
 *
 * @param attainment what was reached of the target
 * @param progress what was reached against what was to be there by the day: on the target's course,
 *     or without one on a straight line of the days that count, for a metric that adds up; empty
 *     for others
 * @param missing how far the amount is on the wrong side of the target, 0 if it is reached; empty
 *     if nothing is known
 * @param daysGone how much the days of the period count up to the day, included
 * @param daysLeft how much the days after the day count, up to the end of the period
 * @param perDay what is missing for each of them, rounded up to two decimals more than the metric
 *     has; empty unless it is a sum of which more is better, something is missing and a day is left
 */
public record Gap(
    Attainment attainment,
    Optional<Progress> progress,
    Optional<Quantity> missing,
    BigDecimal daysGone,
    BigDecimal daysLeft,
    Optional<Quantity> perDay) {

  /**
   * What is furthest behind its course first, as a share of the target; then what is unknown. Where
   * nothing is due by a day, all of the target is.
   */
  public static final Comparator<Gap> FURTHEST_BEHIND_FIRST =
      Comparator.comparing((Gap gap) -> gap.behind().isEmpty())
          .thenComparing(gap -> gap.behind().orElse(Fraction.ZERO), Comparator.reverseOrder())
          .thenComparing(gap -> gap.target().key());

  /**
   * Creates a gap.
   *
   * @param attainment what was reached of a target
   * @param progress what was reached against what was to be there by the day
   * @param missing how far it is on the wrong side of the target
   * @param daysGone how much the days count that are over
   * @param daysLeft how much the days count that are left
   * @param perDay what is missing for each of them
   * @throws IllegalArgumentException if the attainment has no target
   */
  public Gap {
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(missing, "missing");
    Objects.requireNonNull(daysGone, "daysGone");
    Objects.requireNonNull(daysLeft, "daysLeft");
    Objects.requireNonNull(perDay, "perDay");
    if (attainment.target().isEmpty()) {
      throw new IllegalArgumentException("gap must be of a target, but was of " + attainment);
    }
  }

  /** What is missing by the end of a day. */
  static Gap of(Attainment attainment, LocalDate day, Exposure days) {
    Metric metric = attainment.metric();
    Target target = attainment.target().orElseThrow();
    Optional<Quantity> missing =
        attainment
            .advance()
            .map(advance -> advance.signum() < 0 ? advance.negated() : Quantity.ZERO);
    LocalDate next = day.plusDays(1);
    BigDecimal gone = weight(days, target.period().start(), next);
    BigDecimal left = weight(days, next, target.period().end());
    boolean sum = metric.aggregation() instanceof Aggregation.Sum;
    boolean more = target.direction(metric) instanceof Direction.Higher;
    Optional<Quantity> perDay =
        missing
            .filter(amount -> sum && more && amount.signum() > 0 && left.signum() > 0)
            .map(amount -> perDay(amount, left, metric.scale()));
    return new Gap(
        attainment, progress(attainment, target, day, days), missing, gone, left, perDay);
  }

  private static BigDecimal weight(Exposure days, LocalDate from, LocalDate until) {
    return from.isBefore(until) ? days.weight(Period.custom(from, until)) : BigDecimal.ZERO;
  }

  private static Quantity perDay(Quantity amount, BigDecimal left, int scale) {
    int decimals = Math.min(Quantity.MAX_SCALE, scale + 2);
    return Quantity.of(amount.toBigDecimal().divide(left, decimals, RoundingMode.CEILING));
  }

  private static Optional<Progress> progress(
      Attainment attainment, Target target, LocalDate day, Exposure days) {
    Metric metric = attainment.metric();
    boolean line = target.course().isEmpty() && metric.aggregation() instanceof Aggregation.Sum;
    boolean counts = days.weight(target.period()).signum() > 0;
    Target way =
        line && counts
            ? Target.builder().from(target).course(new Course.StraightLine()).build()
            : target;
    return attainment
        .actual()
        .filter(actual -> way.course().isPresent() && counts)
        .map(actual -> Progress.of(metric, way, actual, day, days));
  }

  /**
   * Returns the target.
   *
   * @return the target
   */
  public Target target() {
    return attainment.target().orElseThrow();
  }

  /**
   * Returns what came on each day that is over: the pace so far.
   *
   * @return the amount a day that counts, rounded half even to two decimals more than the metric
   *     has; empty unless it is a sum, the amount is known and a day is over
   */
  public Optional<Quantity> pace() {
    return steady(BigDecimal.ONE, attainment.metric().scale() + 2);
  }

  /**
   * Returns what the period would end with if each day that is left brought as much as each so far:
   * a straight line, for comparison. It knows neither season nor pipeline and is no forecast.
   *
   * @return the amount, rounded half even to the decimals of the metric; empty unless it is a sum,
   *     the amount is known and a day is over
   */
  public Optional<Quantity> projected() {
    return steady(daysGone.add(daysLeft), attainment.metric().scale());
  }

  /** What so many days bring at the pace so far. */
  private Optional<Quantity> steady(BigDecimal days, int scale) {
    int decimals = Math.min(Quantity.MAX_SCALE, scale);
    boolean sum = attainment.metric().aggregation() instanceof Aggregation.Sum;
    return attainment
        .actual()
        .filter(actual -> sum && daysGone.signum() > 0)
        .map(Quantity::toBigDecimal)
        .map(amount -> amount.multiply(days).divide(daysGone, decimals, RoundingMode.HALF_EVEN))
        .map(Quantity::of);
  }

  /**
   * Returns how far it is behind, as a share of the target: behind what is due by the day, or where
   * nothing says what is, behind the target itself.
   *
   * @return above 0 if it is behind, 0 or less if not; plainly the amount for a target of 0; empty
   *     if nothing is known
   */
  public Optional<Fraction> behind() {
    Fraction size = Fraction.of(target().amount().abs());
    return progress
        .flatMap(Progress::ahead)
        .or(attainment::advance)
        .map(Quantity::negated)
        .map(Fraction::of)
        .map(behind -> size.signum() == 0 ? behind : behind.over(size));
  }

  /**
   * Returns such as {@code "bookings of ana in 2026-Q4: 140,000 missing, 3,414.64 a day for 41
   * days; behind: 100,000 of 120,000 due by 2026-11-02 (83.3 %)"}.
   */
  @Override
  public String toString() {
    String what =
        missing
            .map(amount -> amount.signum() == 0 ? "nothing missing" : amount.print() + " missing")
            .orElseGet(() -> attainment.score().toString());
    return target().key()
        + ": "
        + what
        + perDay
            .map(
                amount ->
                    ", "
                        + amount.print()
                        + " a day for "
                        + daysLeft.stripTrailingZeros().toPlainString()
                        + " days")
            .orElse("")
        + progress.map(way -> "; " + way).orElse("");
  }
}
