package dev.guidepost.core.closing;

import static dev.guidepost.core.goal.Sample.ANA;
import static dev.guidepost.core.goal.Sample.DANA;
import static dev.guidepost.core.goal.Sample.day;
import static dev.guidepost.core.goal.Sample.period;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.goal.Sample;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is frozen when a period is closed, and what is not. */
class ClosingTest {
  private static final Period Q3 = period("2026-Q3");
  private static final Closing CLOSED = new Closing(Q3, day("2026-10-05"), DANA);
  private static final Closings CLOSINGS = Closings.NONE.with(CLOSED);

  private static Ledger ledger() {
    LedgerWriter writer = new LedgerWriter(Sample.CATALOG);
    String[][] rows = {
      {"2026-10-01", "a", "2026-09-10", "100"},
      {"2026-10-05", "b", "2026-09-20", "50"},
      {"2026-10-06", "c", "2026-09-30", "30"},
      {"2026-10-07", "a", "2026-09-10", "90"},
      {"2026-10-08", "d", "2026-10-02", "7"}
    };
    for (String[] row : rows) {
      try (Batch batch = writer.batch("batch " + row[0], day(row[0]))) {
        batch
            .row(row[1])
            .by(ANA)
            .on(day(row[2]))
            .put(StandardMetrics.BOOKINGS, Sample.amount(row[3]));
        batch.commit();
      }
    }
    return writer.snapshot();
  }

  private static long sum(Ledger ledger) {
    Ledger within = ledger.in(Q3);
    return IntStream.range(0, within.size())
        .filter(within::includes)
        .mapToObj(within::fact)
        .mapToLong(fact -> fact.amount().unscaledAt(0))
        .sum();
  }

  @Test
  void lateFactsCountAndAreMarked() {
    Ledger ledger = ledger();
    assertEquals(150, sum(ledger.known(CLOSED.on()))); // at closing
    assertEquals(170, sum(ledger)); // today
    assertEquals(List.of("gone a 100", "c 30", "a 90"), lines(CLOSED.late(ledger)));
    assertTrue(CLOSED.late(ledger.known(CLOSED.on())).isEmpty());
    assertEquals(List.of("c 30"), lines(CLOSED.late(ledger.known(day("2026-10-06")))));
    assertTrue(CLOSED.late(ledger).get(0).toString().startsWith("gone: 2026-09-10 ana bookings"));
  }

  private static List<String> lines(List<Closing.Late> late) {
    return late.stream()
        .map(
            line ->
                (line.gone() ? "gone " : "")
                    + line.fact().sourceKey().orElseThrow()
                    + " "
                    + line.fact().amount())
        .toList();
  }

  /** A deal is withdrawn, one moves to the next quarter, one is corrected, one only replaced. */
  @Test
  void whatGoesIsLateToo() {
    LedgerWriter writer = new LedgerWriter(Sample.CATALOG);
    Map<String, Long> first = Map.of("d1", 205_000L, "d2", 100_000L, "d3", 40_000L, "d4", 7_000L);
    try (Batch batch = writer.batch("first", day("2026-10-02"))) {
      first.forEach(
          (key, amount) ->
              batch
                  .row(key)
                  .by(ANA)
                  .on(day("2026-09-18"))
                  .put(StandardMetrics.BOOKINGS, amount)
                  .put(StandardMetrics.WINS, 1));
      batch.commit();
    }
    try (Batch batch = writer.batch("second", day("2026-10-20"))) {
      batch.withdraw("d1");
      batch.row("d2").by(ANA).on(day("2026-10-10")).put(StandardMetrics.BOOKINGS, 100_000);
      batch.row("d3").by(ANA).on(day("2026-09-18")).put(StandardMetrics.BOOKINGS, 30_000);
      batch
          .row("d4")
          .by(ANA)
          .on(day("2026-09-18"))
          .put(StandardMetrics.BOOKINGS, 7_000)
          .put(StandardMetrics.WINS, 2);
      batch.commit();
    }
    Ledger bookings = writer.snapshot().of(List.of(StandardMetrics.BOOKINGS));
    assertEquals(
        List.of("d3 30000", "gone d1 205000", "gone d2 100000", "gone d3 40000"),
        lines(CLOSED.late(bookings)).stream().sorted().toList());
    Quantity change =
        CLOSED.late(bookings).stream()
            .map(Closing.Late::change)
            .reduce(Quantity.ZERO, Quantity::plus);
    assertEquals(
        Quantity.of(sum(bookings)), Quantity.of(sum(bookings.known(CLOSED.on()))).plus(change));
  }

  @Test
  void rulesAreReadAsTheyWereAtClosing() {
    assertEquals(day("2026-10-05"), CLOSINGS.knownFor(day("2026-09-30"), day("2026-12-01")));
    assertEquals(day("2026-10-03"), CLOSINGS.knownFor(day("2026-09-30"), day("2026-10-03")));
    assertEquals(day("2026-12-01"), CLOSINGS.knownFor(day("2026-10-01"), day("2026-12-01")));
    assertEquals(day("2026-12-01"), CLOSINGS.knownFor(LocalDate.MAX, day("2026-12-01")));
    assertEquals(Optional.of(CLOSED), CLOSINGS.of(day("2026-07-01")));
    assertEquals(Optional.of(CLOSED), CLOSINGS.of(period("2026-08")));
    assertEquals(Optional.empty(), CLOSINGS.of(period("2026")));
  }

  @Test
  void aYearIsClosedAfterItsQuarters() {
    Closing year = new Closing(period("2026"), day("2027-01-20"), DANA);
    Closings both = CLOSINGS.with(year);
    assertEquals(Optional.of(CLOSED), both.of(Q3)); // the first closing counts
    assertEquals(Optional.of(year), both.of(period("2026-Q4")));
    assertThrows(IllegalArgumentException.class, () -> CLOSINGS.with(CLOSED));
    Period sameDays = Period.custom(Q3.start(), Q3.end());
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> CLOSINGS.with(new Closing(sameDays, day("2026-10-06"), DANA)))
            .getMessage()
            .startsWith("days must be closed once, but custom 2026-07-01..2026-09-30"));
    assertThrows(
        IllegalArgumentException.class,
        () -> both.with(new Closing(period("2026-Q4"), day("2027-01-21"), DANA)));
    assertEquals(
        2, CLOSINGS.with(new Closing(period("2026-Q4"), day("2027-01-04"), DANA)).all().size());
    assertEquals(
        2, CLOSINGS.with(new Closing(period("2026-Q2"), day("2027-01-04"), DANA)).all().size());
    assertEquals(
        "period must be over to be closed, but quarter 2026-Q3 [2026-07-01, 2026-10-01) was closed"
            + " on 2026-09-30",
        assertThrows(IllegalArgumentException.class, () -> new Closing(Q3, day("2026-09-30"), DANA))
            .getMessage());
  }

  @Test
  void comesBackFromItsState() {
    assertEquals(CLOSINGS, Closings.of(CLOSINGS.state()));
    assertEquals(CLOSINGS.hashCode(), Closings.of(CLOSINGS.state()).hashCode());
    assertNotEquals(Closings.NONE, CLOSINGS);
    assertFalse(CLOSINGS.equals((Object) "closings"));
    assertEquals("[2026-Q3 closed on 2026-10-05 by dana]", CLOSINGS.toString());
  }
}
