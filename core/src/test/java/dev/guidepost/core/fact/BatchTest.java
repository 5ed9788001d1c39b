package dev.guidepost.core.fact;

import static dev.guidepost.core.fact.Feed.ANA;
import static dev.guidepost.core.fact.Feed.MAY_1;
import static dev.guidepost.core.fact.Feed.MAY_2;
import static dev.guidepost.core.fact.Feed.MAY_3;
import static dev.guidepost.core.fact.Feed.amounts;
import static dev.guidepost.core.fact.Feed.book;
import static dev.guidepost.core.fact.Feed.facts;
import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.CALLS;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static dev.guidepost.core.metric.StandardMetrics.WON_CYCLE_DAYS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Rows that are taken, rows that are not and why, and callers' mistakes. */
class BatchTest {

  private final LedgerWriter writer = new LedgerWriter(Feed.CATALOG);
  private int batches;

  private BatchReport one(Consumer<Batch> rows) {
    try (Batch batch = writer.batch("b" + ++batches, MAY_3)) {
      rows.accept(batch);
      return batch.commit();
    }
  }

  private void assertRejected(String reason, Consumer<Batch.Row> row) {
    BatchReport report = one(batch -> row.accept(batch.row("k")));
    assertEquals(List.of(new BatchReport.Reject("k", reason)), report.rejects());
    assertEquals(0, writer.snapshot().size());
  }

  @Test
  void takesTheFactsOfARow() {
    BatchReport report =
        one(
            batch ->
                batch
                    .row("deal-1")
                    .by(ANA)
                    .on(MAY_1)
                    .put(BOOKINGS, new BigDecimal("1054.50"))
                    .dim(PRODUCT, "chair")
                    .on(MAY_2)
                    .put(WINS, 1));
    assertEquals(1, report.accepted());
    assertEquals(
        "[2026-05-01 ana bookings 1054.5 {product=chair} (deal-1),"
            + " 2026-05-02 ana wins 1 {product=chair} (deal-1)]",
        facts(writer.snapshot()).toString());
  }

  @Test
  void rejectsWhatTheSourceLacks() {
    assertRejected("wins must have a participant, but had none", row -> row.on(MAY_1).put(WINS, 1));
    assertRejected("wins must have a day, but had none", row -> row.by(ANA).put(WINS, 1));
    LocalDate noDay = null;
    BigDecimal noAmount = null;
    assertRejected("wins must have a day, but had none", row -> row.by(ANA).on(noDay).put(WINS, 1));
    assertRejected(
        "wins must have a participant, but had none",
        row -> row.by(ANA).by(null).on(MAY_1).put(WINS, 1));
    assertRejected(
        "bookings must have an amount, but had none",
        row -> row.by(ANA).on(MAY_1).put(BOOKINGS, noAmount));
  }

  @Test
  void rejectsAmountsThatDoNotFit() {
    assertRejected(
        "bookings: amount must have at most 2 decimals, but was 1.005",
        row -> row.by(ANA).on(MAY_1).put(BOOKINGS, new BigDecimal("1.005")));
    assertRejected(
        "bookings: amount must fit 64 bits with 2 decimals, but was 9223372036854775807",
        row -> row.by(ANA).on(MAY_1).put(BOOKINGS, Long.MAX_VALUE));
    assertRejected(
        "bookings: amount must fit 64 bits with at most 9 decimals, but was 1E+20",
        row -> row.by(ANA).on(MAY_1).put(BOOKINGS, new BigDecimal("1e20")));
    assertRejected(
        "wins must not be negative, but was -1", row -> row.by(ANA).on(MAY_1).put(WINS, -1));
    assertRejected(
        "won-cycle-days must fit 32 bits, as it makes a distribution, but was 2147483648",
        row -> row.by(ANA).on(MAY_1).put(WON_CYCLE_DAYS, 1L << 31));
    assertRejected(
        "wins must have a day from 0534-07-20 to 3405-06-14, but had +999999999-12-31",
        row -> row.by(ANA).on(LocalDate.MAX).put(WINS, 1));
  }

  @Test
  void takesNegativeMoney() {
    one(batch -> batch.row("k").by(ANA).on(MAY_1).put(BOOKINGS, -5).put(WINS, 0));
    assertEquals(List.of("-5", "0"), amounts(writer.snapshot()));
  }

  @Test
  void rejectsTheWholeRowWithTheFirstReason() {
    assertRejected(
        "wins must not be negative, but was -1",
        row -> row.by(ANA).on(MAY_1).put(CALLS, 1).put(WINS, -1).put(WINS, -2).put(CALLS, 2));
  }

  @Test
  void rejectsKeysThatTellNothingApart() {
    BatchReport report =
        one(
            batch -> {
              batch.row("a").by(ANA).on(MAY_1).put(WINS, 1);
              batch.row("a").by(ANA).on(MAY_1).put(WINS, 2);
              batch.row(" ").by(ANA).on(MAY_1).put(WINS, 3);
              batch.row();
              batch.row("b").put(WINS, 4);
              batch.row("b").by(ANA).on(MAY_1).put(WINS, 5);
            });
    assertEquals(
        List.of(
            new BatchReport.Reject("a", "key must occur once in a batch, but \"a\" occurred again"),
            new BatchReport.Reject("row 3", "key must not be blank"),
            new BatchReport.Reject("row 4", "a row must put an amount, but did not"),
            new BatchReport.Reject("b", "wins must have a participant, but had none")),
        report.rejects());
    assertEquals(6, report.offered());
    assertEquals(2, report.accepted());
    assertEquals(List.of("1", "5"), amounts(writer.snapshot()));
    assertThrows(NullPointerException.class, () -> one(batch -> batch.row(null)));
  }

  @Test
  void rejectsRowsWithoutKeyInABatchReplayed() {
    for (int time = 1; time <= 2; time++) {
      try (Batch batch = writer.batch("nightly", MAY_1)) {
        batch.row().by(ANA).on(MAY_1).put(CALLS, 7);
        batch.row("k").by(ANA).on(MAY_1).put(CALLS, 8);
        BatchReport report = batch.commit();
        assertEquals(
            time == 1
                ? "nightly: 2 offered = 2 accepted + 0 replaced + 0 unchanged + 0 rejected"
                : "nightly: 2 offered = 0 accepted + 0 replaced + 1 unchanged + 1 rejected",
            report.toString());
        if (time == 2) {
          assertEquals(
              new BatchReport.Reject(
                  "row 1",
                  "batch \"nightly\" was committed before: its rows without a key cannot be told"
                      + " apart"),
              report.rejects().get(0));
        }
      }
    }
    assertEquals(List.of("7", "8"), amounts(writer.snapshot()));
  }

  @Test
  void throwsOnWhatTheCallerCanKnow() {
    Batch.Row row = writer.batch("b", MAY_1).row("k").by(ANA).on(MAY_1);
    assertEquals(
        "win-rate must take facts, but is derived: wins / closed",
        assertThrows(IllegalArgumentException.class, () -> row.put(WIN_RATE, 1)).getMessage());
    MetricId unknown = MetricId.of("unknown");
    assertThrows(IllegalArgumentException.class, () -> row.put(unknown, 1));
    assertThrows(IllegalArgumentException.class, () -> row.put(unknown, BigDecimal.TEN.pow(30)));
    assertEquals(
        "dimension must be one of [product], but was series",
        assertThrows(IllegalArgumentException.class, () -> row.dim(Dimension.of("series"), "x"))
            .getMessage());
    Quantity noAmount = null;
    assertThrows(NullPointerException.class, () -> row.put(WINS, noAmount));
  }

  @Test
  void aRowEndsWithTheNext() {
    try (Batch batch = writer.batch("b", MAY_1)) {
      Batch.Row first = batch.row("first").by(ANA).on(MAY_1).put(WINS, 1);
      Batch.Row second = batch.row("second");
      assertEquals(
          "first of batch \"b\" must be its current row, but was finished",
          assertThrows(IllegalStateException.class, () -> first.put(WINS, 2)).getMessage());
      assertThrows(IllegalStateException.class, () -> first.put(BOOKINGS, BigDecimal.ONE));
      assertThrows(IllegalStateException.class, () -> first.by(ANA));
      assertThrows(IllegalStateException.class, () -> first.on(MAY_2));
      assertThrows(IllegalStateException.class, () -> first.dim(PRODUCT, "x"));
      second.by(ANA).on(MAY_1).put(WINS, 3);
      batch.commit();
      assertThrows(IllegalStateException.class, () -> second.put(WINS, 4));
    }
    assertEquals(List.of("1", "3"), amounts(writer.snapshot()));
  }

  @Test
  void aBatchEndsWithItsCommit() {
    Batch batch = writer.batch("b", MAY_1);
    batch.commit();
    assertEquals(
        "batch \"b\" must be open, but was committed or closed",
        assertThrows(IllegalStateException.class, batch::commit).getMessage());
    assertThrows(IllegalStateException.class, batch::row);
    assertThrows(IllegalStateException.class, () -> batch.row("k"));
    batch.close();
    batch.close();
  }

  @Test
  void closingWithoutCommitDropsIt() {
    Batch.Row row;
    try (Batch batch = writer.batch("b", MAY_3)) {
      row = batch.row().by(ANA).on(MAY_1).put(CALLS, 7);
    }
    assertThrows(IllegalStateException.class, () -> row.put(CALLS, 8));
    assertEquals(0, writer.snapshot().size());
    assertEquals(List.of(), writer.snapshot().parties());
    // Neither its id nor its day counts.
    try (Batch batch = writer.batch("b", MAY_1)) {
      batch.row().by(ANA).on(MAY_1).put(CALLS, 7);
      assertEquals(1, batch.commit().accepted());
    }
  }

  @Test
  void refusesBatchesOutOfOrder() {
    book(writer, "second", MAY_2, "k", "2");
    assertEquals(
        "known day of batch \"first\" must not be before that of the former batch, 2026-05-02, but"
            + " was 2026-05-01",
        assertThrows(IllegalArgumentException.class, () -> writer.batch("first", MAY_1))
            .getMessage());
    assertEquals(1, book(writer, "other", MAY_2, "l", "3").accepted());
    assertThrows(IllegalArgumentException.class, () -> writer.batch(" ", MAY_2));
    assertThrows(IllegalArgumentException.class, () -> writer.batch("x", LocalDate.MAX));
    assertThrows(IllegalArgumentException.class, () -> writer.batch("x", LocalDate.MIN));
  }

  @Test
  void refusesABatchThatWasOvertaken() {
    Batch early = writer.batch("early", MAY_1);
    early.row("k").by(ANA).on(MAY_1).put(BOOKINGS, 1);
    Batch twin = writer.batch("twin", MAY_2);
    twin.row().by(ANA).on(MAY_1).put(CALLS, 1);
    Batch other = writer.batch("other", MAY_2);
    other.row("o").by(ANA).on(MAY_1).put(CALLS, 2);
    book(writer, "late", MAY_2, "k", "2");
    try (Batch again = writer.batch("twin", MAY_2)) {
      again.row().by(ANA).on(MAY_1).put(CALLS, 1);
      again.commit();
    }
    assertEquals(
        "batch \"early\" known on 2026-05-01 must be committed before one known on 2026-05-02",
        assertThrows(IllegalStateException.class, early::commit).getMessage());
    assertEquals(
        "batch \"twin\" must be committed once, but was meanwhile",
        assertThrows(IllegalStateException.class, twin::commit).getMessage());
    assertEquals(1, other.commit().accepted());
    assertEquals(List.of("2", "1", "2"), amounts(writer.snapshot()));
  }

  @Test
  void blankDimensionsCountAsNone() {
    one(
        batch -> {
          batch.row("a").by(ANA).on(MAY_1).put(WINS, 1);
          batch.row("b").by(ANA).on(MAY_1).dim(PRODUCT, " ").put(WINS, 2);
          batch.row("c").by(ANA).on(MAY_1).dim(PRODUCT, "x").dim(PRODUCT, null).put(WINS, 3);
          batch.row("d").by(ANA).on(MAY_1).dim(PRODUCT, "x").put(WINS, 4);
        });
    Ledger ledger = writer.snapshot();
    assertEquals(List.of("1", "2", "3"), amounts(ledger.where(PRODUCT, Dimension.NONE)));
    assertEquals(List.of("4"), amounts(ledger.where(PRODUCT, "x")));
  }

  @Test
  void reportAddsUp() {
    assertEquals(
        "offered must be accepted + replaced + unchanged + rejected, but was 2 against 1 + 0 + 0 +"
            + " 0",
        assertThrows(
                IllegalArgumentException.class,
                () -> new BatchReport("b", MAY_1, 2, 1, 0, 0, List.of()))
            .getMessage());
    for (long[] x : new long[][] {{-1, 1, 0}, {1, -1, 0}, {0, 1, -1}}) {
      assertTrue(
          assertThrows(
                  IllegalArgumentException.class,
                  () -> new BatchReport("b", MAY_1, 0, x[0], x[1], x[2], List.of()))
              .getMessage()
              .startsWith("counts of rows must not be negative, but were "));
    }
  }

  @Test
  void refusesAStateWithoutADay() {
    BatchReport.State state = one(batch -> batch.row("k")).state();
    assertEquals("2026-05-03", state.known());
    BatchReport.State noDay = new BatchReport.State("b", "May", 0, 0, 0, 0, List.of());
    assertEquals(
        "known day of batch \"b\" must look like \"2026-11-02\", but was \"May\"",
        assertThrows(IllegalArgumentException.class, () -> BatchReport.of(noDay)).getMessage());
  }

  /** As an id is refused that has blanks around it: " X " would be another slice than "X". */
  @Test
  void rejectsBlanksAroundKeysAndValues() {
    BatchReport report =
        one(
            batch -> {
              for (String key : List.of(" a", "a\t", "a\u00a0", "a b", "\u00e9")) {
                batch.row(key).by(ANA).on(MAY_1).put(WINS, 1);
              }
              batch.row("x").by(ANA).on(MAY_1).dim(PRODUCT, "chair ").put(WINS, 1);
              batch.row("y").by(ANA).on(MAY_1).dim(PRODUCT, "\u2003chair").put(WINS, 1);
              batch.withdraw("z ");
            });
    assertEquals(2, report.accepted());
    assertEquals(
        List.of(
            new BatchReport.Reject(
                " a", "key must not start or end with white space, but was \" a\""),
            new BatchReport.Reject(
                "a\t", "key must not start or end with white space, but was \"a\t\""),
            new BatchReport.Reject(
                "a\u00a0", "key must not start or end with white space, but was \"a\u00a0\""),
            new BatchReport.Reject(
                "x", "product must not start or end with white space, but was \"chair \""),
            new BatchReport.Reject(
                "y", "product must not start or end with white space, but was \"\u2003chair\""),
            new BatchReport.Reject(
                "z ", "key must not start or end with white space, but was \"z \"")),
        report.rejects());
  }

  @Test
  void saysHowToPutAWeightedMean() {
    assertEquals(
        "satisfaction must have a value and a weight, as it is a weighted mean: put(metric, value,"
            + " weight)",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    new LedgerWriter(StandardMetrics.fullCatalog("USD", 2))
                        .batch("b", MAY_1)
                        .row("k")
                        .put(StandardMetrics.SATISFACTION, 9))
            .getMessage());
  }

  @Test
  void namesTheMetricsInTheOrderOfTheCatalog() {
    LedgerWriter of =
        new LedgerWriter(
            Catalog.of(
                List.of(
                    Feed.CATALOG.metric(WINS),
                    Feed.CATALOG.metric(BOOKINGS),
                    Feed.CATALOG.metric(CALLS)),
                List.of()));
    try (Batch batch = of.batch("b", MAY_1)) {
      assertEquals(
          "metric must be one of "
              + of.snapshot().catalog().metrics().stream().map(Metric::id).toList()
              + ", but was lost",
          assertThrows(
                  IllegalArgumentException.class, () -> batch.row("k").put(MetricId.of("lost"), 1))
              .getMessage());
    }
  }
}
