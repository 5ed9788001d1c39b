package dev.guidepost.core.fact;

import static dev.guidepost.core.fact.Feed.ANA;
import static dev.guidepost.core.fact.Feed.BOB;
import static dev.guidepost.core.fact.Feed.MAY_1;
import static dev.guidepost.core.fact.Feed.facts;
import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.CALLS;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows in columns: what they say, what is rejected, and what a caller must get right. */
class FactColumnsTest {

  private static final int DAY = (int) MAY_1.toEpochDay();

  private final LedgerWriter writer = new LedgerWriter(Feed.CATALOG);

  private static FactColumns.Builder three() {
    return FactColumns.builder(3)
        .parties(List.of(ANA, BOB), new int[] {0, 1, 0, 7})
        .metric(BOOKINGS)
        .days(new int[] {DAY, DAY, DAY + 1})
        .amounts(new long[] {105450, 99900, -1250});
  }

  private BatchReport take(FactColumns columns) {
    try (Batch batch = writer.batch("b", MAY_1)) {
      return batch.columns(columns).commit();
    }
  }

  @Test
  void takesOneFactARow() {
    BatchReport report =
        take(three().dimension(PRODUCT, List.of("chair", " "), new int[] {0, 1, -1}).build());
    assertEquals("b: 3 offered = 3 accepted + 0 replaced + 0 unchanged + 0 rejected", report + "");
    assertEquals(
        "[2026-05-01 ana bookings 1054.5 {product=chair}, 2026-05-01 bob bookings 999"
            + " {product=(none)}, 2026-05-02 ana bookings -12.5 {product=(none)}]",
        facts(writer.snapshot()).toString());
    assertEquals("3 rows", three().build().toString());
    assertEquals(3, three().build().size());
  }

  @Test
  void rejectsByIndex() {
    FactColumns columns =
        FactColumns.builder(10)
            .parties(List.of(ANA), new int[] {0, 1, -1, 0, 0, 0, 0, 0, 0, 0})
            .metrics(List.of(WINS, CALLS), new int[] {0, 0, 0, 2, -1, 1, 0, 0, 0, 0})
            .days(new int[] {DAY, DAY, DAY, DAY, DAY, DAY, Integer.MAX_VALUE, DAY, DAY, DAY})
            .amounts(new long[] {1, 1, 1, 1, 1, -1, 1, 1, 1, 1})
            .keys(new String[] {"a", "b", "c", "d", "e", "f", "g", "a", " ", null})
            .build();
    BatchReport report = take(columns);
    assertEquals(10, report.offered());
    assertEquals(2, report.accepted());
    assertEquals(
        List.of(
            "b (index 1): wins must have a participant, but had none",
            "c (index 2): wins must have a participant, but had none",
            "d (index 3): metric must be one of [wins, calls], but had code 2",
            "e (index 4): metric must be one of [wins, calls], but had code -1",
            "f (index 5): calls must not be negative, but was -1",
            "g (index 6): wins must have a day from 0534-07-20 to 3405-06-14, but had"
                + " +5881580-07-11",
            "a (index 7): key must occur once in a batch, but \"a\" occurred again",
            "index 8: key must not be blank"),
        report.rejects().stream().map(reject -> reject.place() + ": " + reject.reason()).toList());
  }

  @Test
  void mixesWithRows() {
    try (Batch batch = writer.batch("b", MAY_1)) {
      batch.row("x").by(ANA).on(MAY_1).put(WINS, 1).put(CALLS, 2);
      batch.columns(three().keys(new String[] {"x", "y", "z"}).build());
      batch.row("z").by(ANA).on(MAY_1).put(WINS, 3);
      batch.row("u").by(ANA).on(MAY_1).put(WINS, 4);
      BatchReport report = batch.commit();
      assertEquals(6, report.offered());
      assertEquals(
          List.of("x (index 0)", "z"),
          report.rejects().stream().map(BatchReport.Reject::place).toList());
    }
    assertEquals(List.of("1", "2", "999", "-12.5", "4"), Feed.amounts(writer.snapshot()));
  }

  @Test
  void replacesWhatCameAsRow() {
    try (Batch batch = writer.batch("a", MAY_1)) {
      batch.row("x").by(ANA).on(MAY_1).put(BOOKINGS, 1).put(CALLS, 2);
      batch.row("y").by(BOB).on(MAY_1).put(BOOKINGS, 999);
      batch.commit();
    }
    BatchReport report = take(three().keys(new String[] {"x", "y", null}).build());
    assertEquals("b: 3 offered = 1 accepted + 1 replaced + 1 unchanged + 0 rejected", report + "");
    assertEquals(List.of("999", "1054.5", "-12.5"), Feed.amounts(writer.snapshot()));
  }

  @Test
  void throwsOnWhatTheCallerCanKnow() {
    try (Batch batch = writer.batch("b", MAY_1)) {
      FactColumns derived = three().metric(WIN_RATE).build();
      assertThrows(IllegalArgumentException.class, () -> batch.columns(derived));
      FactColumns unknown = three().metric(MetricId.of("unknown")).build();
      assertThrows(IllegalArgumentException.class, () -> batch.columns(unknown));
      FactColumns series = three().dimension(Dimension.of("series"), List.of(), new int[3]).build();
      assertEquals(
          "dimension must be one of [product], but was series",
          assertThrows(IllegalArgumentException.class, () -> batch.columns(series))
              .getMessage()
              .replace("[product, account]", "[product]"));
      assertEquals(0, batch.commit().offered());
      assertThrows(IllegalStateException.class, () -> batch.columns(three().build()));
    }
  }

  @Test
  void buildsWholeColumnsOnly() {
    FactColumns.Builder builder = FactColumns.builder(2);
    assertEquals(
        "parties must be given, but were not",
        assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    builder.parties(List.of(PersonId.of("a")), new int[2]);
    assertEquals(
        "metric or metrics must be given, but were not",
        assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    builder.metric(WINS);
    assertEquals(
        "days must be given, but were not",
        assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    builder.days(new int[2]);
    assertEquals(
        "amounts must be given, but were not",
        assertThrows(IllegalArgumentException.class, builder::build).getMessage());
    assertEquals(
        "amounts must have a cell for each of 2 rows, but had 1",
        assertThrows(IllegalArgumentException.class, () -> builder.amounts(new long[1]))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> builder.days(new int[1]));
    assertThrows(IllegalArgumentException.class, () -> builder.keys(new String[1]));
    assertThrows(IllegalArgumentException.class, () -> builder.metrics(List.of(WINS), new int[1]));
    assertThrows(
        IllegalArgumentException.class, () -> builder.dimension(PRODUCT, List.of(), new int[1]));
    assertThrows(IllegalArgumentException.class, () -> builder.parties(List.of(), new int[1]));
    assertThrows(IllegalArgumentException.class, () -> FactColumns.builder(-1));
    assertEquals(
        0,
        take(FactColumns.builder(0)
                .parties(List.of(), new int[0])
                .metric(WINS)
                .days(new int[0])
                .amounts(new long[0])
                .build())
            .offered());
  }

  @Test
  void rejectsValuesWithBlanksAround() {
    BatchReport report =
        take(
            three()
                .dimension(PRODUCT, List.of("chair", "chair "), new int[] {0, 1, -1})
                .keys(new String[] {null, "k", "l\n"})
                .build());
    assertEquals(1, report.accepted());
    assertEquals(
        List.of(
            new BatchReport.Reject(
                "k (index 1)",
                "product must not start or end with white space, but was \"chair \""),
            new BatchReport.Reject(
                "l\n (index 2)", "key must not start or end with white space, but was \"l\n\"")),
        report.rejects());
  }
}
