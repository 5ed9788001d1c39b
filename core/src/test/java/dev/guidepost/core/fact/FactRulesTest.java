package dev.guidepost.core.fact;

import static dev.guidepost.core.fact.Feed.ANA;
import static dev.guidepost.core.fact.Feed.MAY_1;
import static dev.guidepost.core.fact.Feed.MAY_2;
import static dev.guidepost.core.fact.Feed.MAY_3;
import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static java.math.RoundingMode.DOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a metric's definition asks of its facts. */
class FactRulesTest {

  private static final MetricId RATING = MetricId.of("rating");
  private static final MetricId POINTS = MetricId.of("points");
  private static final MetricId ANSWERS = MetricId.of("answers");
  private static final MetricId SATISFACTION = MetricId.of("satisfaction");
  private static final MetricId PILOT = MetricId.of("pilot");
  private static final MetricId MOST = MetricId.of("most");

  private final LedgerWriter writer =
      new LedgerWriter(
          Feed.CATALOG
              .with(metric(RATING, new Aggregation.Mean(), "score -5..10").scale(1).build())
              .with(metric(MOST, new Aggregation.Max(), "share").scale(2).build())
              .with(metric(POINTS, new Aggregation.Sum(), "points").scale(1).build())
              .with(metric(ANSWERS, new Aggregation.Sum(), "answers").build())
              .with(
                  metric(SATISFACTION, new Aggregation.WeightedMean(POINTS, ANSWERS), "score 0..10")
                      .effectiveFrom(MAY_1)
                      .build())
              .with(
                  metric(PILOT, new Aggregation.Sum(), "meetings")
                      .effectiveFrom(MAY_1)
                      .effectiveUntil(MAY_3)
                      .build()));

  private static Metric.Builder metric(MetricId id, Aggregation aggregation, String unit) {
    return Metric.builder()
        .id(id)
        .name("M")
        .definition("M.")
        .aggregation(aggregation)
        .unit(UnitOfMeasure.parse(unit))
        .metricClass(MetricClass.ACTIVITY)
        .timing(Timing.LAGGING);
  }

  private String rejected(LocalDate day, Consumer<Batch.Row> row) {
    try (Batch batch = writer.batch("b", MAY_3)) {
      row.accept(batch.row("k").by(ANA).on(day));
      List<BatchReport.Reject> rejects = batch.commit().rejects();
      return rejects.isEmpty() ? "taken" : rejects.get(0).reason();
    }
  }

  @Test
  void scoresStayWithinTheirBounds() {
    assertEquals("taken", rejected(MAY_1, row -> row.put(RATING, -5).put(RATING, 10)));
    assertEquals(
        "rating must be -5 to 10, but was 10.1",
        rejected(MAY_1, row -> row.put(RATING, new BigDecimal("10.1"))));
    assertEquals(
        "rating must be -5 to 10, but was -5.1",
        rejected(MAY_1, row -> row.put(RATING, Quantity.parse("-5.1"))));
    assertEquals("taken", rejected(MAY_1, row -> row.put(MOST, BigDecimal.ONE)));
    assertEquals(
        "most must be 0 to 1, but was 1.01",
        rejected(MAY_1, row -> row.put(MOST, new BigDecimal("1.01"))));
  }

  @Test
  void onlyBoundsWithin64BitsAreTold() {
    MetricId index = MetricId.of("index");
    String[][] cases = {
      {"score 5..9000000000000000000", "4", "index must be at least 5, but was 4"},
      {"score -9000000000000000000..10", "11", "index must be at most 10, but was 11"},
      {"score -3..9000000000000000000", "-3.1", "index must be at least -3, but was -3.1"},
      {"score 0..9000000000000000000", "-1", "index must not be negative, but was -1"},
      {"score 1..5", "0.9", "index must be 1 to 5, but was 0.9"}
    };
    for (String[] one : cases) {
      Metric metric = metric(index, new Aggregation.Mean(), one[0]).scale(1).build();
      LedgerWriter wide = new LedgerWriter(Feed.CATALOG.with(metric));
      try (Batch batch = wide.batch("b", MAY_3)) {
        batch.row("k").by(ANA).on(MAY_1).put(index, new BigDecimal(one[1]));
        assertEquals(one[2], batch.commit().rejects().get(0).reason());
      }
    }
  }

  @Test
  void factsLieWhereTheirMetricIsInEffect() {
    assertEquals("taken", rejected(MAY_1, row -> row.put(PILOT, 1)));
    assertEquals("taken", rejected(MAY_2, row -> row.put(PILOT, 1)));
    assertEquals(
        "pilot must have a day on which it is in effect, from 2026-05-01, until 2026-05-03, but had"
            + " 2026-05-03",
        rejected(MAY_3, row -> row.put(PILOT, 1)));
    assertEquals(
        "pilot must have a day on which it is in effect, from 2026-05-01, until 2026-05-03, but had"
            + " 2026-04-30",
        rejected(MAY_1.minusDays(1), row -> row.put(PILOT, 1)));
  }

  @Test
  void valuesWithWeights() {
    assertEquals(
        "taken",
        rejected(
            MAY_1,
            row ->
                row.put(SATISFACTION, new BigDecimal("9"), new BigDecimal("40"))
                    .put(SATISFACTION, new BigDecimal("6.5"), BigDecimal.TEN)));
    assertEquals(List.of("360", "40", "65", "10"), Feed.amounts(writer.snapshot()));
  }

  @Test
  void valuesThatDoNotWeigh() {
    BigDecimal none = null;
    assertEquals(
        "satisfaction must be of score 0..10, but was 10.5",
        rejected(MAY_1, row -> row.put(SATISFACTION, new BigDecimal("10.5"), BigDecimal.ONE)));
    assertEquals(
        "satisfaction must have a value and a weight, but had not both",
        rejected(MAY_1, row -> row.put(SATISFACTION, none, BigDecimal.ONE)));
    assertEquals(
        "satisfaction must have a value and a weight, but had not both",
        rejected(MAY_1, row -> row.put(SATISFACTION, BigDecimal.ONE, none)));
    assertEquals(
        "answers must not be negative, but was -1",
        rejected(MAY_1, row -> row.put(SATISFACTION, BigDecimal.ZERO, BigDecimal.ONE.negate())));
    assertEquals(
        "points: amount must have at most 1 decimals, but was 0.25",
        rejected(MAY_1, row -> row.put(SATISFACTION, new BigDecimal("0.25"), BigDecimal.ONE)));
    assertEquals(
        "satisfaction: amount must fit 64 bits with at most 9 decimals, but was 1E+30",
        rejected(MAY_1, row -> row.put(SATISFACTION, new BigDecimal("1e30"), BigDecimal.ONE)));
    assertEquals(
        "satisfaction must have a day on which it is in effect, but had 2026-04-30",
        rejected(MAY_1.minusDays(1), row -> row.put(SATISFACTION, BigDecimal.ONE, BigDecimal.ONE)));
    assertEquals(
        "points must have a day, but had none",
        rejected(MAY_1, row -> row.on(null).put(SATISFACTION, BigDecimal.ONE, BigDecimal.ONE)));
    try (Batch batch = writer.batch("b", MAY_3)) {
      Batch.Row row = batch.row("k").by(ANA).on(MAY_1);
      assertEquals(
          "wins must be a weighted mean, but is \"sum\"",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> row.put(WINS, BigDecimal.ONE, BigDecimal.ONE))
              .getMessage());
      assertThrows(
          IllegalArgumentException.class,
          () -> row.put(MetricId.of("unknown"), BigDecimal.ONE, BigDecimal.ONE));
      assertEquals(1, batch.commit().rejects().size());
    }
  }

  @Test
  void valueTimesWeightThatDoesNotFit() {
    BigDecimal most = BigDecimal.valueOf(Long.MAX_VALUE);
    BigDecimal tenth = most.movePointLeft(1);
    BigDecimal one = BigDecimal.ONE;
    assertEquals(
        "points: amount must fit 64 bits with at most 9 decimals, but was 92233720368547758070",
        rejected(MAY_1, row -> row.put(SATISFACTION, BigDecimal.TEN, most)));
    assertEquals(
        "points: amount must fit 64 bits with 1 decimals, but was 9223372036854775807",
        rejected(MAY_1, row -> row.put(SATISFACTION, one, most)));
    assertEquals(
        "answers: amount must have at most 0 decimals, but was 922337203685477580.7",
        rejected(MAY_1, row -> row.put(SATISFACTION, one, tenth)));
    assertEquals(
        "points: amount must fit 64 bits with at most 9 decimals, but was 1.1E-17",
        rejected(
            MAY_1, row -> row.put(SATISFACTION, new BigDecimal("1.1e-8"), new BigDecimal("1e-9"))));
    assertEquals(
        "satisfaction: amount must fit 64 bits with at most 9 decimals, but was 1E+30",
        rejected(MAY_1, row -> row.put(SATISFACTION, one, new BigDecimal("1e30"))));
    assertEquals(0, writer.snapshot().size(), "no half of it may stay");
    assertEquals(
        "taken", rejected(MAY_1, row -> row.put(SATISFACTION, one, tenth.setScale(0, DOWN))));
    assertEquals(
        List.of("922337203685477580", "922337203685477580"), Feed.amounts(writer.snapshot()));
    assertEquals( // each fact fits, and so does the row; only their sum would not
        "taken", rejected(MAY_2, row -> row.put(SATISFACTION, one, tenth.setScale(0, DOWN))));
  }

  @Test
  void decimalsComeInHoweverTheyAreWritten() {
    FactRules rules = new FactRules(Feed.CATALOG);
    int bookings = Feed.CATALOG.code(BOOKINGS);
    String[][] cases = {
      {"12", "1200"},
      {"12.3", "1230"},
      {"12.34", "1234"},
      {"12.340", "1234"},
      {"1.2e3", "120000"},
      {"-0.00", "0"},
      {"0.5E+1", "500"},
      {"-92233720368547758.08", "-9223372036854775808"},
      {"123456789012345.67", "12345678901234567"},
      {"92233720368547758070e-3", "9223372036854775807"}
    };
    for (String[] one : cases) {
      assertEquals(Long.parseLong(one[1]), rules.unscaled(bookings, new BigDecimal(one[0])));
    }
    for (String bad : List.of("0.001", "92233720368547758.08", "999999999999999999", "1e17")) {
      assertThrows(
          ArithmeticException.class, () -> rules.unscaled(bookings, new BigDecimal(bad)), bad);
    }
  }

  /** Value times weight is negative where the value may be: 30 promoters less 60 of 100. */
  @Test
  void productsOfANegativeScoreMayBeNegative() {
    LedgerWriter scores =
        new LedgerWriter(
            Feed.CATALOG.with(
                metric(POINTS, new Aggregation.Sum(), "points").build(),
                metric(ANSWERS, new Aggregation.Sum(), "answers").build(),
                metric(
                        SATISFACTION,
                        new Aggregation.WeightedMean(POINTS, ANSWERS),
                        "score -100..100")
                    .build()));
    try (Batch batch = scores.batch("b", MAY_3)) {
      batch
          .row("k")
          .by(ANA)
          .on(MAY_1)
          .put(SATISFACTION, new BigDecimal("-30"), new BigDecimal("100"));
      assertEquals(List.of(), batch.commit().rejects());
    }
    assertEquals(List.of("-3000", "100"), Feed.amounts(scores.snapshot()));
  }
}
