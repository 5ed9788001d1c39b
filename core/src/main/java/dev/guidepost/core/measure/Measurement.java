package dev.guidepost.core.measure;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.metric.Formula;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Amount;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Histogram;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a metric comes to for some participants over one period, with what stands behind it.
 *
 * <p>The kind follows from the metric's aggregation: a sum gives a {@link Total}, a ratio a {@link
 * Share}, a mean an {@link Average}, a distribution a {@link Spread}, a snapshot a {@link
 * Snapshot}, a distinct count a {@link Distinct}, a smallest or largest amount an {@link Extreme}
 * and a formula a {@link Derived}; a metric to date gives the kind of the metric it accumulates. A
 * ratio without one of its parts is {@link Missing}.
 *
 * <pre>{@code
 * Measurement rate = measuring.measure(WIN_RATE, q3);
 * rate.value(3);     // Optional[0.310]
 * rate.parts();      // Optional[195 of 630]
 * rate.toString();   // "31.0 % (195 of 630)"
 * }</pre>
 */
public sealed interface Measurement {

  /**
   * Returns the metric that was measured.
   *
   * @return the metric
   */
  Metric metric();

  /**
   * Returns the exact value: the amount of a sum, the quotient of a ratio (31/100, not 31 %) or of
   * a mean, the median of a distribution, the result of a formula.
   *
   * @return the value in the metric's unit, of any size, or empty if there is none: nothing to
   *     divide by, to take the middle of or to choose from, or no snapshot
   */
  Optional<Fraction> exact();

  /**
   * Returns the value, rounded half up (away from zero at a tie); {@link #exact()} serves those who
   * round otherwise.
   *
   * @param decimals the number of decimals to round to; 0 or more
   * @return the value in the metric's unit, or empty if there is none
   */
  default Optional<BigDecimal> value(int decimals) {
    return exact().map(value -> value.round(decimals, RoundingMode.HALF_UP));
  }

  /**
   * Returns what was divided by what.
   *
   * @return both parts of a ratio, or total and count (or weight) of a mean; empty for other kinds
   */
  default Optional<Ratio> parts() {
    return Optional.empty();
  }

  /**
   * Returns how many participants of how many that should have reported a snapshot.
   *
   * @return such as 3 of 4; for what is made of several metrics that of the least complete; empty
   *     if no snapshots are involved
   */
  default Optional<Ratio> reported() {
    return Optional.empty();
  }

  /**
   * Explains the value by what it is made of: the terms of a formula, with what the metrics in them
   * come to as notes, else one part.
   *
   * <p>A quotient has no parts that add up, so its explanation is that of what is divided, and its
   * {@link Explanation#value()} is the quotient with both.
   *
   * @return an explanation whose parts add up
   * @throws ArithmeticException if an amount of a formula or of snapshots does not fit 64 bits at
   *     the metric's scale
   */
  default Explanation explain() {
    return Explaining.itself(this);
  }

  /**
   * Explains the value by what the metric comes to for parts, such as the people of a team.
   *
   * <p>The parts add up to the amount of a sum or of snapshots, to what a ratio or a mean divides,
   * to the number of facts of a distribution or of different values. What they do not make, such as
   * an account that two of them met, is a part of its own; a smallest or largest amount is that of
   * the first part that has it.
   *
   * @param subject what is explained
   * @param parts the measurements of this metric that make this one together, by what they are of
   * @return an explanation whose parts add up, in the order of the map
   */
  default Explanation explain(String subject, Map<String, ? extends Measurement> parts) {
    return Explaining.byPart(subject, this, parts);
  }

  /**
   * The measurement of a sum.
   *
   * @param metric the metric
   * @param amount the sum, 0 without facts
   */
  record Total(Metric metric, Quantity amount) implements Measurement {
    @Override
    public Optional<Fraction> exact() {
      return Optional.of(Fraction.of(amount));
    }

    /** Returns amount and unit, such as {@code "10,005,534 USD"} or {@code "4,238 deals"}. */
    @Override
    public String toString() {
      return new Amount(amount, metric.unit()).print();
    }
  }

  /**
   * The measurement of a ratio of two metrics.
   *
   * @param metric the metric
   * @param ratio what the numerator comes to over what the denominator comes to
   * @param reported how complete the parts are, if they are made of snapshots
   */
  record Share(Metric metric, Ratio ratio, Optional<Ratio> reported) implements Measurement {
    /**
     * Creates a measurement.
     *
     * @param metric the metric
     * @param ratio what the numerator comes to over what the denominator comes to
     * @param reported how complete the parts are, if they are made of snapshots
     */
    public Share {
      Objects.requireNonNull(metric, "metric");
      Objects.requireNonNull(ratio, "ratio");
      Objects.requireNonNull(reported, "reported");
    }

    /**
     * Creates a measurement that no snapshots are part of.
     *
     * @param metric the metric
     * @param ratio the sum of numerators over the sum of denominators
     */
    public Share(Metric metric, Ratio ratio) {
      this(metric, ratio, Optional.empty());
    }

    /**
     * Returns the quotient.
     *
     * @return the value in the metric's unit; empty if the denominator is 0 or less, as of nothing,
     *     or of less, there is no share: a quota that is exceeded has no coverage
     */
    @Override
    public Optional<Fraction> exact() {
      return ratio.denominator().signum() > 0 ? MeasurementText.quotient(ratio) : Optional.empty();
    }

    @Override
    public Optional<Ratio> parts() {
      return Optional.of(ratio);
    }

    /**
     * Returns the value and its parts, such as {@code "31.0 % (195 of 630)"} or {@code "- (0 of
     * 0)"}; the unit if the metric is not read in percent. How many decimals it has {@link
     * Metric#scale()} tells.
     */
    @Override
    public String toString() {
      String value =
          metric.unit() instanceof UnitOfMeasure.Share
              ? MeasurementText.percent(this)
              : MeasurementText.quotient(this);
      return value
          + " ("
          + MeasurementText.number(ratio.numerator(), metric.unit())
          + " of "
          + ratio.denominator().print()
          + MeasurementText.incomplete(reported)
          + ")";
    }
  }

  /**
   * The measurement of a mean.
   *
   * @param metric the metric
   * @param total the sum of all facts, for a weighted mean of value times weight
   * @param weight how many facts there are, for a weighted mean the sum of weights
   */
  record Average(Metric metric, Quantity total, Quantity weight) implements Measurement {
    @Override
    public Optional<Fraction> exact() {
      return MeasurementText.quotient(new Ratio(total, weight));
    }

    @Override
    public Optional<Ratio> parts() {
      return Optional.of(new Ratio(total, weight));
    }

    /**
     * Returns the mean and what it is of, such as {@code "2,360.91 USD (10,005,534 over 4,238)"} or
     * {@code "- (0 over 0)"}: two decimals for a mean of facts, for one with weights as many as
     * {@link Metric#scale()} tells.
     */
    @Override
    public String toString() {
      return MeasurementText.quotient(this)
          + " ("
          + MeasurementText.number(total, metric.unit())
          + " over "
          + weight.print()
          + ")";
    }
  }

  /**
   * The measurement of a distribution.
   *
   * @param metric the metric
   * @param histogram how often each whole amount occurs
   */
  record Spread(Metric metric, Histogram histogram) implements Measurement {
    @Override
    public Optional<Fraction> exact() {
      return histogram.median().map(Fraction::of);
    }

    /** Returns median and size, such as {@code "57 days median (4,238)"} or {@code "- (0)"}. */
    @Override
    public String toString() {
      return histogram
              .median()
              .map(median -> median.print() + " " + metric.unit().print() + " median")
              .orElse("-")
          + " ("
          + Quantity.of(histogram.total()).print()
          + ")";
    }
  }

  /**
   * The measurement of snapshots: the one chosen of each participant, added up over participants.
   *
   * @param metric the metric
   * @param amount the sum over those who reported, 0 if nobody did; a fraction only for averages
   *     over time
   * @param reporters how many participants reported
   * @param participants how many should have, or did without being asked; who moved is among the
   *     reporters where the chosen snapshot stands, and missing where they stand now
   */
  record Snapshot(Metric metric, Fraction amount, long reporters, long participants)
      implements Measurement {
    /**
     * Creates a measurement.
     *
     * @param metric the metric
     * @param amount the sum over those who reported
     * @param reporters how many participants reported
     * @param participants how many should have, or did without being asked
     * @throws IllegalArgumentException if more participants reported than there are, or fewer than
     *     none
     */
    public Snapshot {
      Objects.requireNonNull(metric, "metric");
      Objects.requireNonNull(amount, "amount");
      if (reporters < 0 || reporters > participants) {
        throw new IllegalArgumentException(
            "those who reported must be 0 to all participants, but were "
                + reporters
                + " of "
                + participants);
      }
    }

    @Override
    public Optional<Fraction> exact() {
      return reporters == 0 ? Optional.empty() : Optional.of(amount);
    }

    @Override
    public Optional<Ratio> reported() {
      return Optional.of(Ratio.of(reporters, participants));
    }

    /** Returns the sum and how complete it is, such as {@code "4,000 USD (3 of 4 reported)"}. */
    @Override
    public String toString() {
      return MeasurementText.shown(this) + " (" + reported().orElseThrow() + " reported)";
    }
  }

  /**
   * The measurement of how many different values there are.
   *
   * @param metric the metric
   * @param count how many, not negative
   */
  record Distinct(Metric metric, long count) implements Measurement {
    /**
     * Creates a measurement.
     *
     * @param metric the metric
     * @param count how many
     * @throws IllegalArgumentException if it is negative
     */
    public Distinct {
      Objects.requireNonNull(metric, "metric");
      if (count < 0) {
        throw new IllegalArgumentException(
            "different values must be counted from 0, but were " + count);
      }
    }

    @Override
    public Optional<Fraction> exact() {
      return Optional.of(Fraction.of(count));
    }

    /** Returns how many there are, such as {@code "12 accounts"}. */
    @Override
    public String toString() {
      return new Amount(Quantity.of(count), metric.unit()).print();
    }
  }

  /**
   * The measurement of a smallest or largest amount.
   *
   * @param metric the metric
   * @param amount the amount, empty without facts
   */
  record Extreme(Metric metric, Optional<Quantity> amount) implements Measurement {
    @Override
    public Optional<Fraction> exact() {
      return amount.map(Fraction::of);
    }

    /** Returns amount and unit, such as {@code "1,500 USD"}, or {@code "-"} without facts. */
    @Override
    public String toString() {
      return amount.map(found -> new Amount(found, metric.unit()).print()).orElse("-");
    }
  }

  /** The measurement of a formula. */
  final class Derived implements Measurement {

    private final Metric metric;
    private final Formula formula;
    private final ImmutableList<Measurement> inputs;
    private final Optional<Fraction> exact;
    private final Optional<Ratio> reported;
    private int hash; // 0 until it is asked for; the same whoever computes it

    /**
     * Creates a measurement.
     *
     * @param metric the metric
     * @param formula the formula
     * @param inputs what the metrics in the formula come to, in its order
     * @throws IllegalArgumentException if the inputs are not those of the formula
     * @throws ArithmeticException if it comes to a fraction of more than {@value Fraction#MAX_BITS}
     *     bits
     */
    public Derived(Metric metric, Formula formula, List<? extends Measurement> inputs) {
      this.metric = Objects.requireNonNull(metric, "metric");
      this.formula = Objects.requireNonNull(formula, "formula");
      this.inputs = ImmutableList.copyOf(inputs);
      List<MetricId> given = this.inputs.stream().map(input -> input.metric().id()).toList();
      if (!given.equals(formula.metrics())) {
        throw new IllegalArgumentException(
            "inputs of " + metric.id() + " must be " + formula.metrics() + ", but were " + given);
      }
      this.exact = FormulaValue.of(formula, this.inputs);
      this.reported = MeasurementText.leastComplete(this.inputs);
    }

    @Override
    public Metric metric() {
      return metric;
    }

    /**
     * Returns the formula.
     *
     * @return the formula
     */
    public Formula formula() {
      return formula;
    }

    /**
     * Returns what the metrics in the formula come to.
     *
     * @return the measurements in the order of the formula; unmodifiable
     */
    public List<Measurement> inputs() {
      return inputs;
    }

    /**
     * Returns what the formula comes to.
     *
     * @return the value; empty if an input has none or the formula divides by 0
     */
    @Override
    public Optional<Fraction> exact() {
      return exact;
    }

    @Override
    public Optional<Ratio> reported() {
      return reported;
    }

    @Override
    public Explanation explain() {
      return Explaining.terms(this);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Derived that && new Sameness().same(this, that);
    }

    @Override
    public int hashCode() {
      if (hash == 0) {
        hash = Objects.hash(metric, formula, inputs);
      }
      return hash;
    }

    /**
     * Returns the value rounded to the metric's scale and its unit, such as {@code "1,500 USD"} or
     * {@code "-"}; a share in percent, with two decimals less; with how many reported where some
     * did not.
     */
    @Override
    public String toString() {
      String incomplete = MeasurementText.incomplete(reported);
      return MeasurementText.shown(this)
          + (incomplete.isEmpty() ? "" : " (" + incomplete.substring(2) + ")");
    }
  }

  /**
   * A ratio of which a part has no value.
   *
   * @param metric the metric
   * @param without the parts without a value; unmodifiable
   */
  record Missing(Metric metric, List<Measurement> without) implements Measurement {
    /**
     * Creates a measurement.
     *
     * @param metric the metric
     * @param without the parts without a value
     */
    public Missing {
      Objects.requireNonNull(metric, "metric");
      without = ImmutableList.copyOf(without);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Missing that && new Sameness().same(this, that);
    }

    @Override
    public int hashCode() {
      return Objects.hash(metric, without);
    }

    @Override
    public Optional<Fraction> exact() {
      return Optional.empty();
    }

    @Override
    public Optional<Ratio> reported() {
      return MeasurementText.leastComplete(without);
    }

    /** Returns what is missing, such as {@code "- (no open-pipeline)"}. */
    @Override
    public String toString() {
      return "- (no "
          + String.join(", ", without.stream().map(part -> part.metric().id().value()).toList())
          + ")";
    }
  }
}
