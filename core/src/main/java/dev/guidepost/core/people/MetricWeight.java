package dev.guidepost.core.people;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/**
 * A metric by which a role is measured, and how much it weighs.
 *
 * <p>The weight is a fraction, so that thirds add up to exactly 1.
 *
 * <pre>{@code
 * MetricWeight.parse("meetings 40 %");
 * MetricWeight.equally(List.of(MEETINGS, WIN_YIELD, BOOKINGS)); // 1/3 each
 * }</pre>
 *
 * @param metric the metric
 * @param weight how much of the whole it is, above 0 and at most 1; its denominator is at most
 *     10<sup>12</sup>
 */
public record MetricWeight(MetricId metric, Fraction weight) {

  private static final BigInteger MOST_PARTS = BigInteger.TEN.pow(12);
  private static final Fraction HUNDRED = Fraction.of(100);
  private static final String PERCENT = " %";

  /**
   * Creates a weight.
   *
   * @param metric the metric
   * @param weight how much of the whole it is
   * @throws IllegalArgumentException if the weight is not above 0 and at most 1, or its denominator
   *     is larger than 10<sup>12</sup>
   */
  public MetricWeight {
    Objects.requireNonNull(metric, "metric");
    if (weight.signum() <= 0 || weight.compareTo(Fraction.of(1)) > 0) {
      throw new IllegalArgumentException(
          "weight of " + metric + " must be above 0 and at most 1, but was " + weight);
    }
    if (weight.denominator().compareTo(MOST_PARTS) > 0) {
      throw new IllegalArgumentException(
          "weight of "
              + metric
              + " must have a denominator of 12 digits at most, but was "
              + weight);
    }
  }

  /**
   * Returns a weight in percent.
   *
   * @param metric the metric
   * @param percent how many hundredths of the whole it is, above 0 and at most 100
   * @return the weight
   * @throws IllegalArgumentException if the percentage is out of its bounds
   */
  public static MetricWeight percent(MetricId metric, long percent) {
    return new MetricWeight(metric, Fraction.of(percent).over(HUNDRED));
  }

  /**
   * Returns metrics that all weigh the same.
   *
   * @param metrics the metrics
   * @return a weight of 1 over their number for each, in the order given; unmodifiable
   */
  public static List<MetricWeight> equally(List<MetricId> metrics) {
    return metrics.stream()
        .map(id -> new MetricWeight(id, Fraction.of(1).over(Fraction.of(metrics.size()))))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the weight that a text stands for.
   *
   * @param text such as {@code "meetings 40 %"} or {@code "meetings 1/3"}
   * @return the weight
   * @throws IllegalArgumentException if the text has another form, or the weight is not above 0 and
   *     at most 1
   */
  public static MetricWeight parse(String text) {
    int blank = text.indexOf(' ');
    if (blank < 0) {
      throw new IllegalArgumentException(
          "weight must look like \"meetings 40 %\" or \"meetings 1/3\", but was \"" + text + "\"");
    }
    MetricId metric = MetricId.of(text.substring(0, blank));
    String weight = text.substring(blank + 1);
    return new MetricWeight(
        metric,
        weight.endsWith(PERCENT)
            ? Fraction.of(Quantity.parse(weight.substring(0, weight.length() - PERCENT.length())))
                .over(HUNDRED)
            : Fraction.parse(weight));
  }

  /** Returns metric and weight, as {@link #parse(String)} takes them. */
  @Override
  public String toString() {
    return metric + " " + text(weight);
  }

  /** A weight in percent where that is exact, else as a fraction. */
  static String text(Fraction weight) {
    Fraction percent = weight.times(HUNDRED);
    BigDecimal decimal = percent.round(Quantity.MAX_SCALE, RoundingMode.HALF_EVEN);
    Quantity rounded = Quantity.of(decimal);
    return Fraction.of(rounded).equals(percent) ? rounded + PERCENT : weight.toString();
  }
}
