package dev.guidepost.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Formula;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.Histogram;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeasurementTest {

  private static final Catalog CATALOG = StandardMetrics.catalog("USD", 2);
  private static final Metric BOOKINGS = CATALOG.metric(StandardMetrics.BOOKINGS);
  private static final Metric WINS = CATALOG.metric(StandardMetrics.WINS);
  private static final Metric WIN_RATE = CATALOG.metric(StandardMetrics.WIN_RATE);
  private static final Metric SIZE = CATALOG.metric(StandardMetrics.AVERAGE_DEAL_SIZE);
  private static final Metric DAYS = CATALOG.metric(StandardMetrics.WON_CYCLE_DAYS);

  @Test
  void anAmountReadsWithItsUnit() {
    Measurement money = new Measurement.Total(BOOKINGS, Quantity.of(10_005_534));
    assertEquals("10,005,534 USD", money.toString());
    assertEquals("500 %", new Measurement.Total(WIN_RATE, Quantity.of(5)).toString());
    assertEquals("4,238 deals", new Measurement.Total(WINS, Quantity.of(4238)).toString());
    assertEquals(Optional.of(new BigDecimal("10005534.0")), money.value(1));
    assertEquals(Optional.empty(), money.parts());
    assertEquals(
        Optional.of(new BigDecimal("1.3")),
        new Measurement.Total(BOOKINGS, Quantity.parse("1.25")).value(1));
  }

  @Test
  void aShareReadsInPercentWithItsParts() {
    Measurement share = new Measurement.Share(WIN_RATE, Ratio.of(195, 630));
    assertEquals("31.0 % (195 of 630)", share.toString());
    assertEquals(Optional.of(new BigDecimal("0.310")), share.value(3));
    assertEquals(Optional.of(Ratio.of(195, 630)), share.parts());
    Measurement none = new Measurement.Share(WIN_RATE, Ratio.of(0, 0));
    assertEquals("- (0 of 0)", none.toString());
    assertEquals(Optional.empty(), none.value(3));
  }

  @Test
  void aRatioThatIsNoShareReadsWithItsUnit() {
    Measurement perDeal = new Measurement.Share(SIZE, Ratio.of(1000, 3));
    assertEquals("333.33 USD (1,000 of 3)", perDeal.toString());
  }

  @Test
  void anAverageReadsWithTotalAndCount() {
    Measurement average = new Measurement.Average(SIZE, Quantity.of(10_005_534), Quantity.of(4238));
    assertEquals("2,360.91 USD (10,005,534 over 4,238)", average.toString());
    assertEquals(Optional.of(new BigDecimal("2361")), average.value(0));
    assertEquals(Optional.of(Ratio.of(10_005_534, 4238)), average.parts());
    Measurement none = new Measurement.Average(SIZE, Quantity.ZERO, Quantity.ZERO);
    assertEquals("- (0 over 0)", none.toString());
    assertEquals(Optional.empty(), none.value(0));
  }

  @Test
  void moneyReadsWholeOrWithAllOfItsMinorDigits() {
    Measurement total = new Measurement.Total(BOOKINGS, Quantity.parse("1329.5"));
    assertEquals("1,329.50 USD", total.toString());
    assertEquals(
        "0.1832 USD", new Measurement.Total(BOOKINGS, Quantity.parse("0.1832")).toString());
    assertEquals(
        "664.75 USD (1,329.50 over 2)",
        new Measurement.Average(SIZE, Quantity.parse("1329.5"), Quantity.of(2)).toString());
    assertEquals(
        "664.75 USD (1,329.50 of 2)",
        new Measurement.Share(SIZE, new Ratio(Quantity.parse("1329.5"), Quantity.of(2)))
            .toString());
    assertEquals(
        "7.50 USD",
        new Measurement.Extreme(BOOKINGS, Optional.of(Quantity.parse("7.5"))).toString());
  }

  @Test
  void aSpreadReadsByItsMedian() {
    Measurement spread = new Measurement.Spread(DAYS, Histogram.of(10, 57, 90));
    assertEquals("57 days median (3)", spread.toString());
    assertEquals(Optional.of(new BigDecimal("57")), spread.value(0));
    assertEquals(Optional.empty(), spread.parts());
    Measurement none = new Measurement.Spread(DAYS, Histogram.EMPTY);
    assertEquals("- (0)", none.toString());
    assertEquals(Optional.empty(), none.value(2));
    Measurement half = new Measurement.Spread(DAYS, Histogram.of(1, 2));
    assertEquals("1.5 days median (2)", half.toString());
    assertEquals(Optional.of(new BigDecimal("2")), half.value(0));
  }

  /** The scale of a metric without facts is the number of decimals it is shown with. */
  @Test
  void whatHasNoFactsReadsWithTheDecimalsItDeclares() {
    Ratio third = Ratio.of(100, 3);
    String[] perDeal = {"33.33", "33.3", "33.33", "33.333", "33.3333"};
    String[] share = {"42.9", "43", "43", "42.9", "42.86"};
    Metric ratio =
        Metric.builder()
            .from(WIN_RATE)
            .unit(UnitOfMeasure.parse("USD per deals"))
            .aggregation(Aggregation.parse("bookings / wins"))
            .build();
    Metric mean =
        Metric.builder()
            .from(WIN_RATE)
            .unit(UnitOfMeasure.parse("score 0..100"))
            .aggregation(Aggregation.parse("mean of bookings by wins"))
            .build();
    for (int scale = 0; scale < perDeal.length; scale++) {
      assertEquals(
          perDeal[scale] + " USD per deal (100 of 3)",
          new Measurement.Share(scaled(ratio, scale), third).toString());
      assertEquals(
          perDeal[scale] + " (0..100) (100 over 3)",
          new Measurement.Average(scaled(mean, scale), Quantity.of(100), Quantity.of(3))
              .toString());
      assertEquals(
          share[scale] + " % (3 of 7)",
          new Measurement.Share(scaled(WIN_RATE, scale), Ratio.of(3, 7)).toString());
    }
    assertEquals(
        "2,360.91 USD (10,005,534 over 4,238)",
        new Measurement.Average(scaled(SIZE, 4), Quantity.of(10_005_534), Quantity.of(4238))
            .toString());
  }

  private static Metric scaled(Metric metric, int scale) {
    return Metric.builder().from(metric).scale(scale).build();
  }

  private static Measurement sum(String id, Measurement... inputs) {
    String formula =
        String.join(" + ", Stream.of(inputs).map(in -> in.metric().id() + "").toList());
    Metric metric =
        Metric.builder()
            .id(MetricId.of(id))
            .name(id)
            .definition("a sum")
            .aggregation(Aggregation.parse("= " + formula))
            .unit(WINS.unit())
            .metricClass(MetricClass.RESULT)
            .timing(Timing.LAGGING)
            .build();
    return new Measurement.Derived(metric, Formula.parse(formula), List.of(inputs));
  }

  /** Each step is the sum of both before it, so that there are 2^60 ways down. */
  private static Measurement deep(int wins, boolean missing) {
    Measurement one = new Measurement.Total(WINS, Quantity.of(wins));
    Measurement other =
        missing
            ? new Measurement.Missing(WIN_RATE, List.of(sum("none", one)))
            : new Measurement.Share(WIN_RATE, Ratio.of(1, 2));
    for (int i = 1; i <= 60; i++) {
      Measurement before = one;
      one = sum("a-" + i, before, other);
      other = sum("b-" + i, before, other);
    }
    return one;
  }

  @Test
  void isAValueHoweverDeep() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          for (boolean missing : List.of(false, true)) {
            Measurement deep = deep(1, missing);
            assertEquals(deep, deep);
            assertEquals(deep, deep(1, missing));
            assertEquals(deep.hashCode(), deep(1, missing).hashCode());
            assertNotEquals(deep, deep(2, missing));
            assertNotEquals(deep, deep(1, !missing));
          }
        });
    Measurement one = new Measurement.Total(WINS, Quantity.of(1));
    assertNotEquals(one, sum("one", one));
    assertNotEquals(sum("one", one), one);
    assertNotEquals(sum("one", one), sum("two", one));
    Measurement missing = new Measurement.Missing(WIN_RATE, List.of(one));
    assertEquals(missing, new Measurement.Missing(WIN_RATE, List.of(one)));
    assertEquals(missing.hashCode(), new Measurement.Missing(WIN_RATE, List.of(one)).hashCode());
    assertNotEquals(missing, new Measurement.Missing(SIZE, List.of(one)));
    assertNotEquals(missing, new Measurement.Missing(WIN_RATE, List.of(one, one)));
    assertNotEquals(missing, one);
  }
}
