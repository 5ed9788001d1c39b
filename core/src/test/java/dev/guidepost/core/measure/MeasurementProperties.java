package dev.guidepost.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws of measurements, whatever made them. */
class MeasurementProperties {

  private static Metric metric(String aggregation, int scale) {
    return Metric.builder()
        .id(MetricId.of("x"))
        .name("X")
        .definition("what is measured")
        .aggregation(Aggregation.parse(aggregation))
        .unit(UnitOfMeasure.parse("USD"))
        .scale(scale)
        .metricClass(MetricClass.RESULT)
        .timing(Timing.LAGGING)
        .build();
  }

  /** Whole numbers around and far beyond 64 bits. */
  @Provide
  Arbitrary<BigInteger> anySize() {
    return Arbitraries.bigIntegers()
        .between(BigInteger.TEN.pow(30).negate(), BigInteger.TEN.pow(30));
  }

  @Property
  void anAmountOfAnySizeReadsAsItIs(
      @ForAll("anySize") BigInteger unscaled, @ForAll @IntRange(max = 9) int scale) {
    Fraction exact = new Fraction(unscaled, BigInteger.TEN.pow(scale));
    Measurement measured = new Measurement.Snapshot(metric("last snapshot", scale), exact, 1, 1);
    String text = measured.toString().replace(",", "");
    assertEquals(
        new BigDecimal(unscaled, scale).stripTrailingZeros(),
        new BigDecimal(text.substring(0, text.indexOf(' '))).stripTrailingZeros());
    assertEquals(" USD (1 of 1 reported)", text.substring(text.indexOf(' ')));
  }

  @Property
  void aFractionOfAnySizeReadsRounded(
      @ForAll("anySize") BigInteger unscaled, @ForAll @IntRange(max = 9) int scale) {
    Fraction exact = new Fraction(unscaled, BigInteger.valueOf(7));
    Measurement measured = new Measurement.Snapshot(metric("average snapshot", scale), exact, 1, 1);
    String text = measured.toString().replace(",", "");
    assertEquals(
        0,
        new BigDecimal(text.substring(0, text.indexOf(' ')))
            .compareTo(measured.value(Math.max(2, scale)).orElseThrow()));
  }
}
