package dev.guidepost.core.control;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Period;
import java.util.Objects;

/**
 * Something left its usual range.
 *
 * <p>The id is the same as long as it is the same finding: owner, metric, rule, side and first
 * period. A host that keeps ids knows what is new, what continues and what has cleared.
 *
 * @param id the stable id
 * @param owner who is told first
 * @param metric the metric
 * @param rule the rule that was broken
 * @param period the first period that broke it
 * @param value what was measured in that period
 * @param lower the lower limit of what is usual then
 * @param upper the upper limit of what is usual then
 * @param message what happened, for people
 */
public record Signal(
    String id,
    PartyId owner,
    MetricId metric,
    Rule rule,
    Period period,
    double value,
    double lower,
    double upper,
    String message) {

  /**
   * Creates a signal; see {@link #of}.
   *
   * @param id the stable id
   * @param owner who is told first
   * @param metric the metric
   * @param rule the rule that was broken
   * @param period the first period that broke it
   * @param value what was measured
   * @param lower the lower limit
   * @param upper the upper limit
   * @param message what happened
   */
  public Signal {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(period, "period");
  }

  /**
   * Returns a signal with the id that belongs to it.
   *
   * @param owner who is told first
   * @param metric the metric
   * @param rule the rule that was broken
   * @param period the first period that broke it
   * @param value what was measured
   * @param lower the lower limit
   * @param upper the upper limit
   * @param message what happened
   * @return the signal
   */
  public static Signal of(
      PartyId owner,
      MetricId metric,
      Rule rule,
      Period period,
      double value,
      double lower,
      double upper,
      String message) {
    String side = value < lower ? "low" : value > upper ? "high" : "shift";
    return new Signal(
        owner + "/" + metric + "/" + rule + "/" + side + "/" + period.label(),
        owner,
        metric,
        rule,
        period,
        value,
        lower,
        upper,
        message);
  }

  /** Returns the message. */
  @Override
  public String toString() {
    return message;
  }
}
