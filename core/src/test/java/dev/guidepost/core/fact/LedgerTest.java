package dev.guidepost.core.fact;

import static dev.guidepost.core.fact.Feed.ANA;
import static dev.guidepost.core.fact.Feed.BOB;
import static dev.guidepost.core.fact.Feed.MAY_1;
import static dev.guidepost.core.fact.Feed.MAY_2;
import static dev.guidepost.core.fact.Feed.MAY_3;
import static dev.guidepost.core.fact.Feed.amounts;
import static dev.guidepost.core.fact.Feed.book;
import static dev.guidepost.core.fact.Feed.facts;
import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.CALLS;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** What a ledger shows, of which day, and that it never changes. */
class LedgerTest {

  private final LedgerWriter writer = new LedgerWriter(Feed.CATALOG);

  @Test
  void replacingKeepsTheHistory() {
    book(writer, "one", MAY_1, "k", "10");
    assertEquals(1, book(writer, "two", MAY_3, "k", "12.5").replaced());
    Ledger ledger = writer.snapshot();
    assertEquals(List.of(), amounts(ledger.known(MAY_1.minusDays(1))));
    assertEquals(List.of("10"), amounts(ledger.known(MAY_1)));
    assertEquals(List.of("10"), amounts(ledger.known(MAY_2)));
    assertEquals(List.of("12.5"), amounts(ledger.known(MAY_3)));
    assertEquals(List.of("12.5"), amounts(ledger));
    assertEquals(List.of("10"), amounts(ledger.known(MAY_2).known(MAY_3)));
    assertEquals(List.of("12.5"), amounts(ledger.known(LocalDate.MAX)));
    assertEquals(List.of(), amounts(ledger.known(LocalDate.MIN)));
    assertTrue(ledger.knowsAll(LocalDate.MAX));
    assertTrue(ledger.known(MAY_1).knowsAll(MAY_2)); // nothing came in between
    assertFalse(ledger.known(MAY_1).knowsAll(MAY_3));
    assertEquals(2, ledger.size());
    assertEquals(1, ledger.count());
    assertEquals("1 facts of 1 participants", ledger.toString());
  }

  @Test
  void theLastOfADayIsWhatWasKnownThatDay() {
    book(writer, "one", MAY_1, "k", "10");
    book(writer, "two", MAY_1, "k", "11");
    assertEquals(List.of("11"), amounts(writer.snapshot().known(MAY_1)));
    assertEquals(List.of(), amounts(writer.snapshot().known(MAY_1.minusDays(1))));
  }

  @Test
  void tellsOfWhichDayItIsAndWhetherNothingWasKnown() {
    assertEquals(Optional.empty(), writer.snapshot().knownOn());
    assertTrue(writer.snapshot().knowsNothing());
    assertEquals(Optional.of(MAY_1), writer.snapshot().known(MAY_1).knownOn());
    book(writer, "one", MAY_2, "k", "10");
    book(writer, "two", MAY_2, "l", "11");
    Ledger ledger = writer.snapshot();
    assertEquals(Optional.of(MAY_2), ledger.knownOn());
    assertFalse(ledger.knowsNothing());
    assertEquals(2, ledger.batches());
    assertEquals(Optional.of(MAY_2), ledger.known(MAY_3).knownOn()); // nobody knows May 3 yet
    assertEquals(ledger, ledger.known(MAY_3));
    Ledger before = ledger.known(MAY_3).known(MAY_1).known(MAY_2);
    assertEquals(Optional.of(MAY_1), before.knownOn());
    assertTrue(before.knowsNothing());
    assertEquals(Optional.of(MAY_1), before.of(List.of()).unsliced().knownOn());
    assertTrue(ledger.sharesWriter(before.of(List.of())));
    assertFalse(ledger.sharesWriter(LedgerWriter.of(ledger).snapshot()));
  }

  @Test
  void anOldBatchReplayedBringsItsRowsBack() {
    book(writer, "one", MAY_1, "k", "10");
    book(writer, "two", MAY_2, "k", "11");
    assertEquals(1, book(writer, "one", MAY_3, "k", "10").replaced());
    assertEquals(List.of("11"), amounts(writer.snapshot().known(MAY_2)));
    assertEquals(List.of("10"), amounts(writer.snapshot()));
  }

  @Test
  void withdrawsARow() {
    book(writer, "one", MAY_1, "k", "10");
    for (int time = 0; time < 2; time++) {
      try (Batch batch = writer.batch("two", MAY_2)) {
        BatchReport report = batch.withdraw("k").commit();
        assertEquals(1 - time, report.replaced());
        assertEquals(time, report.unchanged());
      }
    }
    assertEquals(List.of("10"), amounts(writer.snapshot().known(MAY_1)));
    assertEquals(List.of(), amounts(writer.snapshot()));
    assertEquals(1, book(writer, "three", MAY_3, "k", "10").replaced());
    assertEquals(List.of("10"), amounts(writer.snapshot()));
  }

  /** What is not there need not be taken back; it is not forgotten that it was asked for. */
  @Test
  void withdrawsWhatItHasNeverSeen() {
    for (int time = 0; time < 2; time++) {
      try (Batch batch = writer.batch("one", MAY_1)) {
        BatchReport report = batch.withdraw("k").commit();
        assertEquals(1, report.unchanged());
        assertEquals(0, report.accepted() + report.replaced());
      }
    }
    assertEquals(1, writer.snapshot().reports().size());
    LedgerWriter other = new LedgerWriter(Feed.CATALOG);
    book(other, "other", MAY_1, "k", "10");
    assertThrows(IllegalArgumentException.class, () -> writer.snapshot().merge(other.snapshot()));
    assertEquals(1, book(writer, "two", MAY_2, "k", "10").accepted());
    assertEquals(1, book(writer, "three", MAY_2, "k", "11").replaced());
    assertEquals(List.of("11"), amounts(writer.snapshot()));
  }

  /** A mapping that leaves out amounts which the source has not must not delete anything. */
  @Test
  void aRowWithoutAmountsIsNoWithdrawal() {
    book(writer, "one", MAY_1, "k", "10");
    try (Batch batch = writer.batch("two", MAY_2)) {
      batch.row("k").by(ANA).on(MAY_1).dim(PRODUCT, "chair");
      batch.withdraw(" ").withdraw("l").withdraw("l");
      BatchReport report = batch.commit();
      assertEquals(4, report.offered());
      assertEquals(1, report.unchanged());
      assertEquals(
          List.of(
              new BatchReport.Reject(
                  "k",
                  "a row must put an amount, but did not; withdraw(key) takes back what stands"),
              new BatchReport.Reject("row 2", "key must not be blank"),
              new BatchReport.Reject(
                  "l", "key must occur once in a batch, but \"l\" occurred again")),
          report.rejects());
      assertThrows(IllegalStateException.class, () -> batch.withdraw("m"));
    }
    assertEquals(List.of("10"), amounts(writer.snapshot()));
  }

  @Test
  void everyPartOfARowCounts() {
    String[][] versions = {
      {"ana", "2026-05-01", "calls", "1", "x"},
      {"bob", "2026-05-01", "calls", "1", "x"},
      {"bob", "2026-05-02", "calls", "1", "x"},
      {"bob", "2026-05-02", "wins", "1", "x"},
      {"bob", "2026-05-02", "wins", "2", "x"},
      {"bob", "2026-05-02", "wins", "2", "y"},
      {"bob", "2026-05-02", "wins", "2", ""}
    };
    for (int i = 0; i < versions.length; i++) {
      for (int time = 0; time < 2; time++) {
        try (Batch batch = writer.batch("b" + i, MAY_1)) {
          batch
              .row("k")
              .by(PersonId.of(versions[i][0]))
              .on(LocalDate.parse(versions[i][1]))
              .dim(PRODUCT, versions[i][4])
              .put(MetricId.of(versions[i][2]), Long.parseLong(versions[i][3]));
          BatchReport report = batch.commit();
          assertEquals(time == 0 && i == 0 ? 1 : 0, report.accepted());
          assertEquals(time == 0 && i > 0 ? 1 : 0, report.replaced());
          assertEquals(time, report.unchanged());
        }
      }
    }
    assertEquals(1, writer.snapshot().count());
    assertEquals(versions.length, writer.snapshot().size());
  }

  @Test
  void slices() {
    try (Batch batch = writer.batch("b", MAY_1)) {
      batch.row("1").by(ANA).on(MAY_1).dim(PRODUCT, "chair").put(CALLS, 1);
      batch.row("2").by(BOB).on(MAY_1).dim(PRODUCT, "desk").put(CALLS, 2);
      batch.row("3").by(BOB).on(MAY_1).put(CALLS, 3);
      batch.commit();
    }
    try (Batch batch = writer.batch("c", MAY_2)) {
      batch.row("2").by(BOB).on(MAY_1).dim(PRODUCT, "chair").put(CALLS, 2);
      batch.commit();
    }
    Ledger ledger = writer.snapshot();
    assertEquals(List.of("1", "2"), amounts(ledger.where(PRODUCT, "chair")));
    assertEquals(List.of("1"), amounts(ledger.where(PRODUCT, "chair").known(MAY_1)));
    assertEquals(List.of("2"), amounts(ledger.known(MAY_1).where(PRODUCT, "desk")));
    assertEquals(List.of(), amounts(ledger.where(PRODUCT, "desk")));
    assertEquals(List.of("3"), amounts(ledger.where(PRODUCT, Dimension.NONE)));
    assertEquals(List.of(), amounts(ledger.where(PRODUCT, "Chair")));
    assertEquals(List.of(), amounts(ledger.where(PRODUCT, "chair").where(PRODUCT, Dimension.NONE)));
    assertEquals(
        List.of("chair", "desk", Dimension.NONE), ledger.known(LocalDate.MIN).values(PRODUCT));
    assertEquals("2 facts of 2 participants", ledger.where(PRODUCT, "chair").toString());
    assertThrows(IllegalArgumentException.class, () -> ledger.where(Dimension.of("series"), "x"));
    assertThrows(IllegalArgumentException.class, () -> ledger.values(Dimension.of("series")));
  }

  @Test
  void slicesByAValueNeverByNull() {
    Feed.book(writer, "b", MAY_1, "1", "7");
    String none = null;
    for (Ledger view :
        List.of(writer.snapshot(), writer.snapshot().where(PRODUCT, Dimension.NONE))) {
      assertEquals(
          "value",
          assertThrows(NullPointerException.class, () -> view.where(PRODUCT, none)).getMessage());
    }
    assertEquals(List.of("7"), amounts(writer.snapshot().where(PRODUCT, Dimension.NONE)));
  }

  @Test
  void viewsByMetricPersonAndDay() {
    try (Batch batch = writer.batch("b", MAY_1)) {
      batch.row("1").by(ANA).on(MAY_1).dim(PRODUCT, "chair").put(CALLS, 1).put(BOOKINGS, 2);
      batch.row("2").by(BOB).on(MAY_2).dim(PRODUCT, "desk").put(CALLS, 3);
      batch.row("3").by(BOB).on(MAY_3).put(CALLS, 4).put(BOOKINGS, 5);
      batch.commit();
    }
    Ledger ledger = writer.snapshot();
    assertEquals(List.of("2", "5"), amounts(ledger.of(List.of(BOOKINGS))));
    assertEquals(List.of(), amounts(ledger.of(List.of(BOOKINGS)).of(List.of(CALLS))));
    assertEquals(List.of(), amounts(ledger.of(List.of())));
    assertEquals(List.of("3", "4", "5"), amounts(ledger.by(List.of(BOB, PersonId.of("eve")))));
    assertEquals(List.of(), amounts(ledger.by(List.of(BOB)).by(List.of(ANA))));
    Period days = Period.custom(MAY_2, MAY_3);
    assertEquals(List.of("3"), amounts(ledger.in(days)));
    assertEquals(List.of(), amounts(ledger.in(days).in(Period.custom(MAY_3, MAY_3.plusDays(1)))));
    Ledger sliced = ledger.by(List.of(ANA)).where(PRODUCT, "desk");
    assertEquals(List.of(), amounts(sliced));
    assertEquals(List.of("1", "2"), amounts(sliced.unsliced()));
    assertEquals(List.of("1", "2"), amounts(sliced.where(PRODUCT, "chair").unsliced()));
    assertEquals("[chair, desk, (none)]", ledger.values(PRODUCT).toString());
    assertEquals(1, ledger.codes(PRODUCT).applyAsInt(2));
    assertThrows(IndexOutOfBoundsException.class, () -> ledger.codes(PRODUCT).applyAsInt(5));
    assertThrows(IllegalArgumentException.class, () -> ledger.of(List.of(MetricId.of("unknown"))));
    assertThrows(IllegalArgumentException.class, () -> ledger.codes(Dimension.of("series")));
    assertEquals(1, ledger.reports().size());
    assertEquals(List.of(), ledger.known(LocalDate.MIN).reports());
  }

  @Test
  void columnsTellWhatFactsDo() {
    book(writer, "one", MAY_2, "k", "10.25");
    Ledger ledger = writer.snapshot();
    Fact fact = ledger.fact(0);
    assertEquals(ANA, ledger.parties().get(ledger.partyCode(0)));
    assertEquals(BOOKINGS, ledger.catalog().metrics().get(ledger.metricCode(0)).id());
    assertEquals(MAY_1.toEpochDay(), ledger.epochDay(0));
    assertEquals(1025, ledger.unscaledAmount(0));
    assertEquals(Optional.of("k"), fact.sourceKey());
    assertEquals(MAY_2, fact.known());
    assertEquals(Map.of(PRODUCT, Dimension.NONE), fact.dimensions());
    assertThrows(UnsupportedOperationException.class, () -> fact.dimensions().clear());
    assertThrows(UnsupportedOperationException.class, () -> ledger.parties().clear());
    assertEquals(
        "2026-05-01 ana bookings 10.25",
        new Fact(ANA, BOOKINGS, MAY_1, fact.amount(), Map.of(), Optional.empty(), MAY_2)
            .toString());
  }

  @Test
  void hasNothingBeyondItsEnd() {
    book(writer, "one", MAY_1, "k", "1");
    Ledger ledger = writer.snapshot();
    book(writer, "two", MAY_1, "l", "2");
    List<IntConsumer> readers =
        List.of(
            ledger::fact,
            ledger::includes,
            ledger::partyCode,
            ledger::metricCode,
            ledger::epochDay,
            ledger::unscaledAmount);
    for (IntConsumer reader : readers) {
      assertThrows(IndexOutOfBoundsException.class, () -> reader.accept(1));
      assertThrows(IndexOutOfBoundsException.class, () -> reader.accept(-1));
    }
  }

  @Test
  void neverChangesWhileTheWriterGoesOn() throws InterruptedException, ExecutionException {
    for (int i = 0; i < 10; i++) {
      book(writer, "one " + i, MAY_1, "k" + i, Integer.toString(i));
    }
    Ledger before = writer.snapshot();
    List<Fact> expected = facts(before);
    List<Fact> expectedEarly = facts(before.known(MAY_1));
    CountDownLatch started = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> reader =
          other.submit(
              () -> {
                int reads = 0;
                while (reads < 300) {
                  assertEquals(expected, facts(before));
                  reads++;
                  started.countDown();
                }
                return reads;
              });
      started.await();
      for (int i = 0; i < 2000; i++) {
        book(writer, "two " + i, i < 1000 ? MAY_1 : MAY_2, "k" + i % 700, "9" + i);
      }
      assertEquals(300, reader.get());
    } finally {
      other.shutdown();
    }
    assertEquals(expected, facts(before));
    assertEquals(expectedEarly, facts(before.known(MAY_1)));
    assertEquals(700, writer.snapshot().count());
    assertTrue(writer.snapshot().size() > 1000);
    assertFalse(facts(writer.snapshot()).containsAll(expected));
  }

  @Test
  void worksWithoutDimensions() {
    LedgerWriter plain =
        new LedgerWriter(Catalog.of(List.of(Feed.CATALOG.metric(BOOKINGS)), List.of()));
    book(plain, "one", MAY_1, "k", "1");
    book(plain, "two", MAY_1, "k", "2");
    assertEquals("[2026-05-01 ana bookings 2 (k)]", facts(plain.snapshot()).toString());
  }
}
