package dev.guidepost.core.goal;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The way to a target: what is to be there by a day, so that the path is seen before its end.
 *
 * <p>A straight line is one only by that name. Sales seldom run straight: a curve is best taken
 * from the same weeks of the owner's own past quarters.
 *
 * <pre>{@code
 * Course signs = Course.milestones(
 *     new Course.Point(LocalDate.of(2026, 10, 31), Quantity.of(40_000)),
 *     new Course.Point(LocalDate.of(2026, 11, 30), Quantity.of(110_000)));
 * }</pre>
 */
public sealed interface Course {

  /**
   * What is to be there by the end of a day.
   *
   * @param by the day
   * @param amount how much, from the first day of the period on: of the metric for a milestone, as
   *     a share of the target's amount for a curve
   */
  record Point(LocalDate by, Quantity amount) {

    /**
     * Creates a point.
     *
     * @param by the day
     * @param amount how much
     */
    public Point {
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(amount, "amount");
    }
  }

  /**
   * Amounts to be reached by certain days. Between two of them the earlier one holds: what is due
   * is due on its day, not in slices.
   *
   * @param points the milestones, in order of days; unmodifiable
   */
  record Milestones(List<Point> points) implements Course {

    /**
     * Creates milestones.
     *
     * @param points the milestones
     * @throws IllegalArgumentException if there is none, or their days do not rise
     */
    public Milestones {
      points = rising(points);
    }
  }

  /**
   * The usual course: shares of the amount that are to be there by certain days, even steps on each
   * day that counts in between, and all of it on the last day of the period.
   *
   * @param points the shares, in order of days, from 0 to 1, none below the one before;
   *     unmodifiable
   */
  record Curve(List<Point> points) implements Course {

    /**
     * Creates a curve.
     *
     * @param points the shares
     * @throws IllegalArgumentException if there is none, their days do not rise, or a share is
     *     negative, above 1 or below the one before
     */
    public Curve {
      points = rising(points);
      Quantity before = Quantity.ZERO;
      for (Point point : points) {
        if (point.amount().compareTo(before) < 0 || point.amount().compareTo(CourseRules.ALL) > 0) {
          throw new IllegalArgumentException(
              "share of "
                  + point.by()
                  + " must be from "
                  + before
                  + " to 1, as a curve does not fall, but was "
                  + point.amount());
        }
        before = point.amount();
      }
    }
  }

  /** The same on each day that counts. */
  record StraightLine() implements Course {}

  private static List<Point> rising(List<Point> points) {
    if (points.isEmpty()) {
      throw new IllegalArgumentException("course must have a point, but has none");
    }
    for (int i = 1; i < points.size(); i++) {
      if (!points.get(i - 1).by().isBefore(points.get(i).by())) {
        throw new IllegalArgumentException(
            "days of a course must rise, but "
                + points.get(i).by()
                + " came after "
                + points.get(i - 1).by());
      }
    }
    return ImmutableList.copyOf(points);
  }

  /**
   * Returns milestones.
   *
   * @param points amounts by days, in order of days
   * @return the course
   * @throws IllegalArgumentException if there is none, or their days do not rise
   */
  static Course milestones(Point... points) {
    return new Milestones(List.of(points));
  }

  /**
   * Returns a curve.
   *
   * @param points shares of the amount by days, in order of days
   * @return the course
   * @throws IllegalArgumentException if there is none, their days do not rise, or a share is
   *     negative, above 1 or below the one before
   */
  static Course curve(Point... points) {
    return new Curve(List.of(points));
  }

  /**
   * Returns the straight line.
   *
   * @return the course
   */
  static Course straightLine() {
    return new StraightLine();
  }

  /**
   * Returns the points.
   *
   * @return the points in order of days; none for a straight line; unmodifiable
   */
  default List<Point> points() {
    return List.of();
  }

  /**
   * Returns what is to be there by the end of a day.
   *
   * @param period the period of the target
   * @param amount the amount of the target
   * @param day the day; after the period, all of the amount is due
   * @param days how much each day counts
   * @param decimals the number of decimals of the result, 0 to {@value Quantity#MAX_SCALE}
   * @param rounding how a curve or straight line is rounded, once
   * @return the amount; empty before the period, and before the first milestone
   * @throws IllegalArgumentException if no day of the period counts for a straight line, or the
   *     number of decimals is out of bounds
   */
  default Optional<Quantity> expected(
      Period period,
      Quantity amount,
      LocalDate day,
      Exposure days,
      int decimals,
      RoundingMode rounding) {
    if (day.isBefore(period.start())) {
      return Optional.empty();
    }
    if (!day.isBefore(period.lastDay())) {
      return Optional.of(amount);
    }
    if (this instanceof Milestones milestones) {
      return milestones.points().stream()
          .filter(point -> !point.by().isAfter(day))
          .reduce((earlier, later) -> later)
          .map(Point::amount);
    }
    if (this instanceof Curve curve) {
      BigDecimal share = share(curve, period, day, days);
      return Optional.of(
          Quantity.of(amount.toBigDecimal().multiply(share).setScale(decimals, rounding)));
    }
    Period past = Period.custom(period.start(), day.plusDays(1));
    return Optional.of(days.prorate(amount, period, past, decimals, rounding));
  }

  private static BigDecimal share(Curve curve, Period period, LocalDate day, Exposure days) {
    LocalDate from = period.start();
    BigDecimal before = BigDecimal.ZERO;
    LocalDate until = period.end();
    BigDecimal after = BigDecimal.ONE;
    for (Point point : curve.points()) {
      if (!point.by().isAfter(day)) {
        from = point.by().plusDays(1);
        before = point.amount().toBigDecimal();
      } else {
        until = point.by().plusDays(1);
        after = point.amount().toBigDecimal();
        break;
      }
    }
    if (!from.isBefore(day.plusDays(1))) {
      return before;
    }
    BigDecimal whole = days.weight(Period.custom(from, until));
    BigDecimal past = days.weight(Period.custom(from, day.plusDays(1)));
    return whole.signum() == 0
        ? before
        : before.add(after.subtract(before).multiply(past).divide(whole, MathContext.DECIMAL128));
  }
}
