package dev.guidepost.core.goal;

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
   * @throws IllegalArgumentException if the target is one of another metric, or does not fit it
   */
  public Progress {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(actual, "actual");
    target.requireFit(metric);
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
   * @throws IllegalArgumentException if the target is one of another metric, does not fit it as
   *     {@link Target#requireFit(Metric)} says, such as by a straight line though the metric does
   *     not add up over time, or no day of its period counts
   */
  public static Progress of(
      Metric metric, Target target, Quantity actual, LocalDate day, Exposure days) {
    target.requireFit(metric);
    Optional<Quantity> expected =
        target.expected(day, days, metric.scale(), RoundingMode.HALF_EVEN);
    return new Progress(metric, target, day, expected, actual);
  }

  /**
   * Returns the share of what is expected on the day: {@code 1 + ahead / |expected|}, as {@link
   * Attainment} defines it for a target.
   *
   * <p>Exactly what is expected is 100 % for every direction. For a target that is good within a
   * band, the band is scaled to what is expected: of 80 to 100 around an aim of 90, 26.7 to 33.3
   * are good on the day on which 30 are expected. A band around an aim of 0 is moved by what is
   * expected instead.
   *
   * @return the share; not applicable if nothing is expected yet, no course is said, or 0 is
   *     expected
   * @throws ArithmeticException if a part of the share does not fit 64 bits
   */
  public Score score() {
    if (expected.isEmpty()) {
      return new Score.NotApplicable(
          target.course().isEmpty() ? "no course" : "nothing is due yet");
    }
    return scoring(expected.get()).score(actual);
  }

  private Scoring scoring(Quantity due) {
    return Scoring.due(target.direction(metric), target.amount(), due);
  }

  /**
   * Tells whether at least what is expected is there, at most where lower is better, or an amount
   * inside the band scaled to what is expected.
   *
   * @return whether it is on course, which exactly what is expected always is; empty if nothing is
   *     expected
   */
  public Optional<Boolean> onCourse() {
    return expected.map(due -> scoring(due).advance(actual).signum() >= 0);
  }

  /**
   * Returns how far it is ahead of its course.
   *
   * @return the distance, negative if it is behind, 0 anywhere inside the band scaled to what is
   *     expected and negative on either side of it, rounded away from 0 to {@value
   *     Quantity#MAX_SCALE} decimals; empty if nothing is expected
   * @throws ArithmeticException if the distance does not fit 64 bits
   */
  public Optional<Quantity> ahead() {
    return expected.map(due -> scoring(due).distance(actual));
  }

  /**
   * Returns such as {@code "behind: 70,000 of 80,000 due by 2026-11-02 (87.5 %)"}, {@code "on
   * course: "} or, for more than the band has room for, {@code "beyond: "}.
   */
  @Override
  public String toString() {
    if (expected.isEmpty()) {
      return score() + " (" + actual.print() + " by " + day + ")";
    }
    Scoring scoring = scoring(expected.get());
    String behind = scoring.above(actual) ? "beyond: " : "behind: ";
    return (onCourse().orElse(false) ? "on course: " : behind)
        + actual.print()
        + " of "
        + expected.get().print()
        + " due by "
        + day
        + (expected.get().signum() == 0 ? "" : " (" + scoring.print(actual) + ")");
  }
}
