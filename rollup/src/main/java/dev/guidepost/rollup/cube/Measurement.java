package dev.guidepost.rollup.cube;

import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Histogram;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * What a metric comes to for one party over one period, with what stands behind it.
 *
 * <p>The kind follows from the metric's aggregation: a sum gives an {@link Amount}, a ratio a
 * {@link Share}, a mean an {@link Average}, a distribution a {@link Spread}.
 *
 * <pre>{@code
 * Measurement rate = cube.measurement(east, WIN_RATE, q3);
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
   * Returns the value: the amount of a sum, the quotient of a ratio (0.31, not 31 %) or of a mean,
   * the median of a distribution.
   *
   * @param decimals the number of decimals to round to, half up; 0 or more
   * @return the value, or empty if there is nothing to divide by or to take the middle of
   */
  Optional<BigDecimal> value(int decimals);

  /**
   * Returns what was divided by what.
   *
   * @return both parts of a ratio, or total and count of a mean; empty for a sum and a distribution
   */
  Optional<Ratio> parts();

  /**
   * The measurement of a sum.
   *
   * @param metric the metric
   * @param amount the sum, 0 without facts
   */
  record Amount(Metric metric, Quantity amount) implements Measurement {
    @Override
    public Optional<BigDecimal> value(int decimals) {
      return Optional.of(amount.toBigDecimal().setScale(decimals, RoundingMode.HALF_UP));
    }

    @Override
    public Optional<Ratio> parts() {
      return Optional.empty();
    }

    /** Returns amount and unit, such as {@code "10,005,534 USD"} or {@code "4,238 deals"}. */
    @Override
    public String toString() {
      return Measurement.withUnit(amount.print(), metric);
    }
  }

  /**
   * The measurement of a ratio of two sums.
   *
   * @param metric the metric
   * @param ratio the sum of numerators over the sum of denominators
   */
  record Share(Metric metric, Ratio ratio) implements Measurement {
    @Override
    public Optional<BigDecimal> value(int decimals) {
      return ratio.value(decimals);
    }

    @Override
    public Optional<Ratio> parts() {
      return Optional.of(ratio);
    }

    /**
     * Returns the value and its parts, such as {@code "31.0 % (195 of 630)"} or {@code "- (0 of
     * 0)"}; two decimals and the unit if the metric is not read in percent.
     */
    @Override
    public String toString() {
      String value =
          metric.unit() instanceof UnitOfMeasure.Share
              ? ratio.percent(1)
              : Measurement.rounded(value(2), metric);
      return value + " (" + ratio.numerator().print() + " of " + ratio.denominator().print() + ")";
    }
  }

  /**
   * The measurement of a mean.
   *
   * @param metric the metric
   * @param total the sum of all facts
   * @param count how many facts there are, 0 or more
   */
  record Average(Metric metric, Quantity total, long count) implements Measurement {
    @Override
    public Optional<BigDecimal> value(int decimals) {
      return new Ratio(total, Quantity.of(count)).value(decimals);
    }

    @Override
    public Optional<Ratio> parts() {
      return Optional.of(new Ratio(total, Quantity.of(count)));
    }

    /**
     * Returns the mean and what it is of, such as {@code "2,360.91 USD (10,005,534 over 4,238)"} or
     * {@code "- (0 over 0)"}.
     */
    @Override
    public String toString() {
      return Measurement.rounded(value(2), metric)
          + " ("
          + total.print()
          + " over "
          + Quantity.of(count).print()
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
    public Optional<BigDecimal> value(int decimals) {
      return histogram
          .median()
          .map(median -> median.toBigDecimal().setScale(decimals, RoundingMode.HALF_UP));
    }

    @Override
    public Optional<Ratio> parts() {
      return Optional.empty();
    }

    /** Returns median and size, such as {@code "57 days median (4,238)"} or {@code "- (0)"}. */
    @Override
    public String toString() {
      return histogram
              .median()
              .map(median -> Measurement.withUnit(median.print(), metric) + " median")
              .orElse("-")
          + " ("
          + Quantity.of(histogram.total()).print()
          + ")";
    }
  }

  private static String rounded(Optional<BigDecimal> value, Metric metric) {
    return value
        .map(number -> withUnit(String.format(Locale.ROOT, "%,.2f", number), metric))
        .orElse("-");
  }

  private static String withUnit(String number, Metric metric) {
    UnitOfMeasure unit = metric.unit();
    if (unit instanceof UnitOfMeasure.Count count) {
      return number + " " + count.noun();
    }
    if (unit instanceof UnitOfMeasure.Money money) {
      return number + " " + money.currency();
    }
    return unit instanceof UnitOfMeasure.Days ? number + " days" : number;
  }
}
