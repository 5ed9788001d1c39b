package dev.guidepost.core.measure;

import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Amount;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the kinds of {@link Measurement} share. */
final class MeasurementText {

  private MeasurementText() {}

  static Optional<Fraction> quotient(Ratio ratio) {
    return ratio.denominator().signum() == 0
        ? Optional.empty()
        : Optional.of(Fraction.of(ratio.numerator()).over(Fraction.of(ratio.denominator())));
  }

  /**
   * Returns a share in percent: with two decimals less than the metric has, one if it declares
   * none.
   */
  static String percent(Measurement measured) {
    int scale = measured.metric().scale();
    int decimals = scale == 0 ? 1 : Math.max(0, scale - 2);
    return measured
        .exact()
        .map(value -> grouped(value.percent(decimals), decimals) + " %")
        .orElse("-");
  }

  /**
   * Returns a quotient of a metric without facts: with as many decimals as it has, two if it
   * declares none, as quotients are seldom whole.
   */
  static String quotient(Measurement measured) {
    int scale = measured.metric().scale();
    boolean facts = measured.metric().aggregation().takesFacts();
    return rounded(measured, facts || scale == 0 ? 2 : scale);
  }

  /**
   * Returns the value with its unit: as it is if the metric's scale holds it, else rounded to that
   * scale, an average of snapshots to two decimals at least; a share in percent.
   */
  static String shown(Measurement measured) {
    UnitOfMeasure unit = measured.metric().unit();
    int scale = measured.metric().scale();
    if (unit instanceof UnitOfMeasure.Share) {
      return percent(measured);
    }
    return measured
        .value(scale)
        .filter(rounded -> measured.exact().equals(Optional.of(fraction(rounded))))
        .map(unit::print)
        .orElseGet(
            () ->
                rounded(
                    measured,
                    measured instanceof Measurement.Snapshot ? Math.max(2, scale) : scale));
  }

  /** Returns an amount of a metric, named where it does not fit 64 bits. */
  static Quantity quantity(MetricId metric, BigDecimal amount) {
    try {
      return Quantity.of(amount);
    } catch (ArithmeticException e) {
      throw new ArithmeticException(metric + ": " + e.getMessage());
    }
  }

  /** Returns a decimal number of any size, of no negative scale. */
  private static Fraction fraction(BigDecimal value) {
    return new Fraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
  }

  /** Returns what is divided to come to something in a unit: money, if that is money. */
  static String number(Quantity divided, UnitOfMeasure unit) {
    return unit instanceof UnitOfMeasure.Share
        ? divided.print()
        : new Amount(divided, unit).printNumber();
  }

  /** Returns the value rounded half up, all decimals shown, with its unit. */
  static String rounded(Measurement measured, int decimals) {
    return measured
        .value(decimals)
        .map(value -> grouped(value, decimals) + " " + measured.metric().unit().print())
        .orElse("-");
  }

  private static String grouped(BigDecimal value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  /** Returns such as {@code "; 3 of 4 reported"}, or nothing if all did. */
  static String incomplete(Optional<Ratio> reported) {
    return reported
        .filter(some -> !some.numerator().equals(some.denominator()))
        .map(some -> "; " + some + " reported")
        .orElse("");
  }

  /** Returns the lowest share of those who reported; the first of those that are alike. */
  static Optional<Ratio> leastComplete(List<Measurement> measured) {
    return measured.stream()
        .flatMap(one -> one.reported().stream())
        .min(Comparator.comparing(some -> quotient(some).orElse(Fraction.ZERO)));
  }
}
