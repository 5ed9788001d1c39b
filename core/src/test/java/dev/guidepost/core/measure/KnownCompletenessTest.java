package dev.guidepost.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.FiscalCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How complete snapshots were is what it was, whoever came later. */
class KnownCompletenessTest {

  private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final MetricId LAST = MetricId.of("last");
  private static final MetricId DEALS = MetricId.of("deals");

  private static String last(Ledger ledger) {
    return Measuring.of(ledger, CALENDAR).measure(LAST, CALENDAR.period("2026-01")).toString();
  }

  @Test
  void whoCameLaterIsNotMissedBefore() {
    LedgerWriter writer = new LedgerWriter(Wide.CATALOG);
    List<Ledger> then = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      try (Batch batch = writer.batch("b" + i, DAY.plusDays(i))) {
        MetricId metric = i % 2 == 0 ? LAST : DEALS;
        batch.row("k" + i % 3).by(PersonId.of("p" + i)).on(DAY).put(metric, 10);
        assertEquals(List.of(), batch.commit().rejects());
      }
      then.add(writer.snapshot());
    }
    for (int i = 0; i < 4; i++) {
      Ledger known = writer.snapshot().known(DAY.plusDays(i));
      assertEquals(then.get(i), known);
      assertEquals(last(then.get(i)), last(known));
      assertEquals(i + 1, known.knownParties().size());
    }
    assertEquals("10 USD (1 of 1 reported)", last(then.get(0)));
    assertEquals("20 USD (2 of 3 reported)", last(then.get(2)));
    assertEquals("10 USD (1 of 4 reported)", last(writer.snapshot()));
    assertEquals(List.of(), writer.snapshot().known(DAY.minusDays(1)).knownParties());
  }

  @Test
  void participantsLeftOutAreNotMissed() {
    LedgerWriter writer = new LedgerWriter(Wide.CATALOG);
    PersonId ana = PersonId.of("ana");
    PersonId ben = PersonId.of("ben");
    try (Batch batch = writer.batch("one", DAY)) {
      batch.row().by(ana).on(DAY).dim(Wide.ACCOUNT, "a").put(LAST, 10);
      batch.row().by(ben).on(DAY).dim(Wide.ACCOUNT, "b").put(DEALS, 10);
      assertEquals(List.of(), batch.commit().rejects());
    }
    Ledger ledger = writer.snapshot();
    assertEquals("10 USD (1 of 2 reported)", last(ledger));
    assertEquals("10 USD (1 of 1 reported)", last(ledger.by(List.of(ana))));
    assertEquals("10 USD (1 of 2 reported)", last(ledger.where(Wide.ACCOUNT, "a")));
    assertEquals(List.of(ben), ledger.by(List.of(ben)).knownParties());
  }
}
