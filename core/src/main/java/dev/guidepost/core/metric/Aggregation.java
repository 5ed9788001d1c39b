package dev.guidepost.core.metric;

import java.util.Objects;

/**
 * How the facts of a metric become one measurement of a unit over a period.
 *
 * <p>Closed, so that a roll-up treats every case: a sum of ratios cannot be asked for.
 */
public sealed interface Aggregation {

  /**
   * Tells whether facts are recorded for the metric itself; else it is derived from other metrics.
   *
   * @return true if the ledger takes facts of this metric
   */
  default boolean takesFacts() {
    return true;
  }

  /** Amounts that add up over people and over time: bookings, wins, meetings. */
  record Sum() implements Aggregation {}

  /**
   * The sum of one metric over the sum of another: win rate is wins over closed deals. Never an
   * average of ratios.
   *
   * @param numerator a metric that is a sum
   * @param denominator a metric that is a sum
   */
  record RatioOf(MetricId numerator, MetricId denominator) implements Aggregation {
    /**
     * Creates a ratio of two metrics.
     *
     * @param numerator a metric that is a sum
     * @param denominator a metric that is a sum
     */
    public RatioOf {
      Objects.requireNonNull(numerator, "numerator");
      Objects.requireNonNull(denominator, "denominator");
    }

    @Override
    public boolean takesFacts() {
      return false;
    }
  }

  /** The mean of the facts' amounts; sum and count are kept, so that means merge. */
  record Mean() implements Aggregation {}

  /**
   * A histogram of whole amounts of up to 32 bits, such as days: exact medians and quantiles, at
   * every level.
   */
  record Distribution() implements Aggregation {}
}
