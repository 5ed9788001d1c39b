package dev.guidepost.core.goal;

import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Exposure;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What was reached by a day, against what was to be there by then.
 *
 * <pre>{@code
 * Progress.of(bookings, target, Quantity.of(95_000), LocalDate.of(2026, 11, 2), workdays).toString();
 * // "on course: 95,000 of 80,000 due by 2026-11-02 (118.8 %)"
 * }</pre>
 *
 * @param metric the definition of the metric
 * @param target what is to be reached
 * @param day by the end of which day
 * @param expected what is to be there by then; empty if nothing is said
 * @param actual what is there
 */
public record Progress(
    Metric metric, Target target, LocalDate day, Optional<Quantity> expected, Quantity actual) {

  /**
   * Creates a progress; see {@link #of(Metric, Target, Quantity, LocalDate, Exposure)}.
   *
   * @param metric the definition of the metric
   * @param target what is to be reached
   * @param day by the end of which day
   * @param expected what is to be there by then
   * @param actual what is there
   * @throws IllegalArgumentException if the target is one of another metric
   */
  public Progress {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(actual, "actual");
    target.direction(metric);
  }

  /**
   * Returns what was reached by a day.
   *
   * @param metric the definition of the metric
   * @param target what is to be reached
   * @param actual what is there by the end of the day, in the metric's unit
   * @param day the day
   * @param days how much each day counts, for a curve and a straight line
   * @return the progress; what is expected has as many decimals as the metric, rounded half even
   * @throws IllegalArgumentException if the target is one of another metric, its course is a curve
   *     or straight line though the metric does not add up over time, or no day of its period
   *     counts
   */
  public static Progress of(
      Metric metric, Target target, Quantity actual, LocalDate day, Exposure days) {
    boolean rises = target.course().filter(way -> !(way instanceof Course.Milestones)).isPresent();
    if (rises && !climbs(metric.aggregation())) {
      throw new IllegalArgumentException(
          "course of "
              + target.key()
              + " must be milestones, as "
              + metric.id()
              + " does not add up over time, but was "
              + target.course().get());
    }
    Optional<Quantity> expected =
        target.expected(day, days, metric.scale(), RoundingMode.HALF_EVEN);
    return new Progress(metric, target, day, expected, actual);
  }

  private static boolean climbs(Aggregation aggregation) {
    return aggregation instanceof Aggregation.Sum
        || aggregation instanceof Aggregation.ToDate
        || aggregation instanceof Aggregation.Distinct
        || aggregation instanceof Aggregation.Derived;
  }

  /**
   * Returns the share of what is expected.
   *
   * @return the share, as {@link Attainment} defines it; not applicable if nothing is expected yet,
   *     no course is said, or 0 is expected
   */
  public Score score() {
    if (expected.isEmpty()) {
      return new Score.NotApplicable(
          target.course().isEmpty() ? "no course" : "nothing is due yet");
    }
    return Scoring.score(target.direction(metric), actual, expected.get());
  }

  /**
   * Tells whether at least what is expected is there, or at most where lower is better.
   *
   * @return whether it is on course; empty if nothing is expected
   */
  public Optional<Boolean> onCourse() {
    return ahead().map(distance -> distance.signum() >= 0);
  }

  /**
   * Returns how far it is ahead of its course.
   *
   * @return the distance, negative if it is behind; empty if nothing is expected
   */
  public Optional<Quantity> ahead() {
    return expected.map(due -> Scoring.advance(target.direction(metric), actual, due));
  }

  /** Returns such as {@code "behind: 70,000 of 80,000 due by 2026-11-02 (87.5 %)"}. */
  @Override
  public String toString() {
    if (expected.isEmpty()) {
      return score() + " (" + actual.print() + " by " + day + ")";
    }
    return (onCourse().orElse(false) ? "on course: " : "behind: ")
        + actual.print()
        + " of "
        + expected.get().print()
        + " due by "
        + day
        + (score() instanceof Score.Known known ? " (" + known + ")" : "");
  }
}
