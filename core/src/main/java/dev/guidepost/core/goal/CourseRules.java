package dev.guidepost.core.goal;

import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Formula;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;

/** What a course must not contradict: its period, its amount, its metric. */
final class CourseRules {

  /** All of the amount, as a share. */
  static final Quantity ALL = Quantity.of(1);

  private CourseRules() {}

  /** Refuses points outside the period, and one on its last day that is not the amount. */
  static void requireInside(Target.Key key, Course course, Quantity amount) {
    for (Course.Point point : course.points()) {
      if (!key.period().contains(point.by())) {
        throw new IllegalArgumentException(
            "course of " + key + " must stay in its period, but has a point on " + point.by());
      }
      Quantity end = course instanceof Course.Curve ? ALL : amount;
      if (point.by().equals(key.period().lastDay()) && !point.amount().equals(end)) {
        throw new IllegalArgumentException(
            "course of "
                + key
                + " must be "
                + end
                + " on "
                + point.by()
                + ", its last day, but was "
                + point.amount());
      }
    }
  }

  /** Refuses a course that the metric cannot take. */
  static void requireFit(Target target, Course course, Metric metric, Direction way) {
    if (course instanceof Course.Milestones milestones) {
      if (adds(metric.aggregation(), target.period())) {
        requireOnward(target, milestones, metric);
      }
    } else if (!climbs(metric.aggregation(), target.period(), way)) {
      throw new IllegalArgumentException(
          "course of "
              + target.key()
              + " must be milestones, as "
              + metric.id()
              + " does not add up over time from 0, but was "
              + course);
    }
  }

  /** What adds up never goes back on its way from 0 to the amount. */
  private static void requireOnward(Target target, Course.Milestones course, Metric metric) {
    int way = target.amount().signum() < 0 ? -1 : 1;
    Quantity before = Quantity.ZERO;
    LocalDate since = target.period().start();
    for (Course.Point point : course.points()) {
      requireOnward(target, metric, way, before, since, point.amount(), point.by());
      before = point.amount();
      since = point.by();
    }
    requireOnward(target, metric, way, before, since, target.amount(), target.period().lastDay());
  }

  private static void requireOnward(
      Target target,
      Metric metric,
      int way,
      Quantity before,
      LocalDate since,
      Quantity after,
      LocalDate by) {
    if (after.compareTo(before) * way < 0) {
      throw new IllegalArgumentException(
          "course of "
              + target.key()
              + " must not go back, as "
              + metric.id()
              + " adds up over time, but was "
              + before
              + " on "
              + since
              + " and "
              + after
              + " on "
              + by);
    }
  }

  private static boolean adds(Aggregation aggregation, Period period) {
    return aggregation instanceof Aggregation.Sum
        || aggregation instanceof Aggregation.Distinct
        || (aggregation instanceof Aggregation.ToDate toDate && toDate.since() == period.grain());
  }

  private static boolean climbs(Aggregation aggregation, Period period, Direction way) {
    return aggregation instanceof Aggregation.Derived derived
        ? linear(derived.formula())
            && !(way instanceof Direction.Lower && subtracts(derived.formula()))
        : adds(aggregation, period);
  }

  /** Whether it only adds and subtracts metrics and multiplies or divides them by numbers. */
  static boolean linear(Formula formula) {
    if (!(formula instanceof Formula.Combined both)) {
      return formula instanceof Formula.Of;
    }
    return switch (both.operator()) {
      case PLUS, MINUS -> linear(both.left()) && linear(both.right());
      case TIMES ->
          (linear(both.left()) && number(both.right()))
              || (number(both.left()) && linear(both.right()));
      case OVER -> linear(both.left()) && number(both.right());
    };
  }

  private static boolean number(Formula formula) {
    return formula.metrics().isEmpty();
  }

  private static boolean subtracts(Formula formula) {
    return formula instanceof Formula.Combined both
        && (both.operator() == Formula.Operator.MINUS
            || subtracts(both.left())
            || subtracts(both.right()));
  }
}
