package dev.guidepost.core.metric;

import dev.guidepost.core.time.Grain;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How the facts of a metric become one measurement of some participants over a period.
 *
 * <p>Closed, so that a roll-up treats every case: a sum of ratios or a sum of snapshots over months
 * cannot be asked for. What its inputs have to be is checked by the {@link Catalog}, which knows
 * them.
 *
 * <pre>{@code
 * Aggregation winRate = new Aggregation.RatioOf(WINS, CLOSED);
 * winRate.toString();                        // "wins / closed"
 * Aggregation.parse("wins / closed");        // the same again
 * new Aggregation.Snapshot(OverTime.LAST);   // "last snapshot"
 * }</pre>
 */
public sealed interface Aggregation {

  /**
   * Returns the metrics from which this one is read.
   *
   * @return the direct inputs, without repeats; empty for one that has facts of its own;
   *     unmodifiable
   */
  default List<MetricId> inputs() {
    return List.of();
  }

  /**
   * Tells whether facts are recorded for the metric itself; else it is derived from other metrics.
   *
   * @return true if the ledger takes facts of this metric
   */
  default boolean takesFacts() {
    return kept() != Kept.NOTHING && inputs().isEmpty();
  }

  /**
   * Returns what is kept of the facts, so that measurements merge.
   *
   * @return what is kept
   */
  Kept kept();

  /**
   * Returns the aggregation that a text stands for.
   *
   * @param text such as {@code "sum"}, {@code "last snapshot"}, {@code "wins / closed"}, {@code
   *     "mean"}, {@code "mean of rating-points by ratings"}, {@code "distinct account of
   *     meetings"}, {@code "min"}, {@code "max"}, {@code "distribution"}, {@code "= bookings -
   *     costs"} or {@code "year to date of bookings"}
   * @return the aggregation
   * @throws IllegalArgumentException if the text has another form
   */
  static Aggregation parse(String text) {
    return AggregationText.parse(text);
  }

  /** Amounts that add up over people and over time: bookings, wins, meetings. */
  record Sum() implements Aggregation {
    @Override
    public Kept kept() {
      return Kept.SUM;
    }

    /** Returns {@code "sum"}, which {@link #parse(String)} reads back. */
    @Override
    public String toString() {
      return "sum";
    }
  }

  /**
   * Amounts that stand at a day and add up over people but not over time: open pipeline, head
   * count.
   *
   * <p>One snapshot is chosen for each participant and period, over all of the participant's facts;
   * only then it is sliced by dimension and summed over people. A participant without a snapshot is
   * missing, which is not the same as zero.
   *
   * @param over which snapshot stands for a period
   */
  record Snapshot(OverTime over) implements Aggregation {
    /**
     * Creates a snapshot.
     *
     * @param over which snapshot stands for a period
     */
    public Snapshot {
      Objects.requireNonNull(over, "over");
    }

    @Override
    public Kept kept() {
      return Kept.SNAPSHOTS;
    }

    /** Returns such as {@code "last snapshot"}, which {@link #parse(String)} reads back. */
    @Override
    public String toString() {
      return over.name().toLowerCase(Locale.ROOT) + AggregationText.SNAPSHOT;
    }
  }

  /**
   * What one metric comes to over what another comes to: win rate is wins over closed deals. Never
   * an average of ratios. It has no value where the denominator comes to 0 or less.
   *
   * @param numerator a metric that comes to one exact amount
   * @param denominator a metric that comes to one exact amount
   */
  record RatioOf(MetricId numerator, MetricId denominator) implements Aggregation {
    /**
     * Creates a ratio of two metrics.
     *
     * @param numerator a metric that comes to one exact amount
     * @param denominator a metric that comes to one exact amount
     */
    public RatioOf {
      Objects.requireNonNull(numerator, "numerator");
      Objects.requireNonNull(denominator, "denominator");
    }

    @Override
    public List<MetricId> inputs() {
      return AggregationText.distinct(numerator, denominator);
    }

    @Override
    public Kept kept() {
      return Kept.NOTHING;
    }

    /** Returns such as {@code "wins / closed"}, which {@link #parse(String)} reads back. */
    @Override
    public String toString() {
      return numerator + AggregationText.OVER + denominator;
    }
  }

  /** The mean of the facts' amounts; sum and count are kept, so that means merge. */
  record Mean() implements Aggregation {
    @Override
    public Kept kept() {
      return Kept.SUM_AND_COUNT;
    }

    /** Returns {@code "mean"}, which {@link #parse(String)} reads back. */
    @Override
    public String toString() {
      return "mean";
    }
  }

  /**
   * The mean of values that weigh differently: the sum of value times weight over the sum of
   * weights. A rating of 9 by 40 people and one of 6 by 10 make 8.4.
   *
   * @param products a metric that is the sum of value times weight
   * @param weights a metric that is the sum of weights
   */
  record WeightedMean(MetricId products, MetricId weights) implements Aggregation {
    /**
     * Creates a weighted mean.
     *
     * @param products a metric that is the sum of value times weight
     * @param weights a metric that is the sum of weights
     * @throws IllegalArgumentException if both are the same metric
     */
    public WeightedMean {
      Objects.requireNonNull(weights, "weights");
      if (products.equals(weights)) {
        throw new IllegalArgumentException(
            "products and weights must be two metrics, but were both " + products);
      }
    }

    @Override
    public List<MetricId> inputs() {
      return List.of(products, weights);
    }

    @Override
    public Kept kept() {
      return Kept.NOTHING;
    }

    /**
     * Returns such as {@code "mean of rating-points by ratings"}, which {@link #parse(String)}
     * reads back.
     */
    @Override
    public String toString() {
      return AggregationText.MEAN_OF + products + AggregationText.BY + weights;
    }
  }

  /**
   * How many different values the facts of another metric have in a dimension: the accounts that
   * were met. Facts without a value ({@link Dimension#NONE}) do not count.
   *
   * @param of a metric that takes facts
   * @param over a dimension of the catalog
   */
  record Distinct(MetricId of, Dimension over) implements Aggregation {
    /**
     * Creates a count of different values.
     *
     * @param of a metric that takes facts
     * @param over a dimension of the catalog
     */
    public Distinct {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(over, "over");
    }

    @Override
    public List<MetricId> inputs() {
      return List.of(of);
    }

    @Override
    public Kept kept() {
      return Kept.VALUES;
    }

    /**
     * Returns such as {@code "distinct account of meetings"}, which {@link #parse(String)} reads
     * back.
     */
    @Override
    public String toString() {
      return AggregationText.DISTINCT + over + AggregationText.OF + of;
    }
  }

  /** The smallest of the metric's own facts. */
  record Min() implements Aggregation {
    @Override
    public Kept kept() {
      return Kept.EXTREME;
    }

    /** Returns {@code "min"}, which {@link #parse(String)} reads back. */
    @Override
    public String toString() {
      return "min";
    }
  }

  /** The largest of the metric's own facts. */
  record Max() implements Aggregation {
    @Override
    public Kept kept() {
      return Kept.EXTREME;
    }

    /** Returns {@code "max"}, which {@link #parse(String)} reads back. */
    @Override
    public String toString() {
      return "max";
    }
  }

  /**
   * A histogram of whole amounts of up to 32 bits, such as days: exact medians and quantiles, at
   * every level.
   */
  record Distribution() implements Aggregation {
    @Override
    public Kept kept() {
      return Kept.HISTOGRAM;
    }

    /** Returns {@code "distribution"}, which {@link #parse(String)} reads back. */
    @Override
    public String toString() {
      return "distribution";
    }
  }

  /**
   * Computed from what other metrics come to, for the same participants and period.
   *
   * @param formula how
   */
  record Derived(Formula formula) implements Aggregation {
    /**
     * Creates a derived metric.
     *
     * @param formula how it is computed
     * @throws IllegalArgumentException if the formula names no metric
     */
    public Derived {
      if (formula.metrics().isEmpty()) {
        throw new IllegalArgumentException("formula must name a metric, but was " + formula);
      }
    }

    @Override
    public List<MetricId> inputs() {
      return formula.metrics();
    }

    @Override
    public Kept kept() {
      return Kept.NOTHING;
    }

    /** Returns such as {@code "= bookings - costs"}, which {@link #parse(String)} reads back. */
    @Override
    public String toString() {
      return AggregationText.FORMULA + formula;
    }
  }

  /**
   * What another metric comes to from the start of a longer period up to the end of the one
   * measured: bookings of the year to date. The longer period is the calendar's one of that grain
   * that holds the last day measured, also where the period measured stands for last year: days to
   * date are compared by {@link dev.guidepost.core.time.FiscalCalendar#toDate}.
   *
   * @param of a metric that is no snapshot and not to date itself
   * @param since the grain of the longer period: week, month, quarter, half-year or year
   */
  record ToDate(MetricId of, Grain since) implements Aggregation {
    /**
     * Creates a cumulative metric.
     *
     * @param of a metric that is no snapshot and not to date itself
     * @param since the grain of the longer period
     * @throws IllegalArgumentException if the grain is a day or custom
     */
    public ToDate {
      Objects.requireNonNull(of, "of");
      if (since == Grain.DAY || since == Grain.CUSTOM) {
        throw new IllegalArgumentException(
            "to date must be since the start of a week, month, quarter, half-year or year, but was"
                + " since that of a "
                + since);
      }
    }

    @Override
    public List<MetricId> inputs() {
      return List.of(of);
    }

    @Override
    public Kept kept() {
      return Kept.NOTHING;
    }

    /**
     * Returns such as {@code "year to date of bookings"}, which {@link #parse(String)} reads back.
     */
    @Override
    public String toString() {
      return AggregationText.word(since) + AggregationText.TO_DATE + of;
    }
  }
}
