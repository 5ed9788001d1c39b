package dev.guidepost.examples.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.feed.RecordFeed;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.crm.CrmExport;
import dev.guidepost.examples.source.SalesRecords;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A real history out of order: wins of two days in February, some taken back in March. */
class StageHistoryCasesTest {
  private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();
  private static final LocalDate FEB_23 = LocalDate.of(2026, 2, 23);
  private static final LocalDate FEB_24 = LocalDate.of(2026, 2, 24);
  private static final LocalDate MAR_7 = LocalDate.of(2026, 3, 7);

  private static SalesRecords records() {
    Path export = Shared.file("data/stage-history/OpportunityHistory.csv").getParent();
    return CrmExport.read(
        export, Path.of("src/main/mappings/stage-history.properties"), Optional.empty());
  }

  @Test
  void everyRowIsTaken() {
    SalesRecords records = records();
    assertEquals(List.of(), records.rejects());
    assertEquals(25, records.notes().size(), "close dates that the last change has otherwise");
    assertTrue(records.notes().stream().allMatch(note -> note.column().equals("CloseDate")));
    assertEquals(36 + 48, records.offered());
    assertEquals(36, records.deals().size());
    assertEquals(MAR_7, records.asOf());
    assertEquals(FEB_23, records.observedFrom());
  }

  private static long count(List<Deal> deals, LocalDate known, Predicate<Deal> which) {
    return deals.stream().flatMap(deal -> deal.asOf(known).stream()).filter(which).count();
  }

  @Test
  void sevenWinsAreTakenBack() {
    List<Deal> deals = records().deals();
    Predicate<Deal> won = deal -> deal.outcome() == Outcome.WON;
    assertEquals(19, count(deals, MAR_7.minusDays(1), won));
    assertEquals(12, count(deals, MAR_7, won));
    List<Deal> back =
        deals.stream()
            .filter(deal -> deal.outcome() == Outcome.LOST)
            .filter(deal -> won.test(deal.asOf(MAR_7.minusDays(1)).orElseThrow()))
            .toList();
    assertEquals(7, back.size());
    assertEquals(6, back.stream().filter(deal -> deal.amount().isPresent()).count());
    assertEquals(
        Quantity.of(830_000),
        back.stream().flatMap(d -> d.amount().stream()).reduce(Quantity.ZERO, Quantity::plus));
  }

  @Test
  void theRollUpShowsItDayByDayAsOfEachKnownDate() {
    SalesRecords records = records();
    LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 0));
    RecordFeed feed =
        new RecordFeed(
            records.deals(), records.activities(), CreditRules.OWNER, records.observedFrom());
    assertEquals(List.of(FEB_23, FEB_24, MAR_7), List.copyOf(feed.days()));
    for (LocalDate day : feed.days()) {
      assertEquals(List.of(), feed.write(day, writer).rejects());
    }
    Map<String, String> shown = new TreeMap<>();
    for (LocalDate known : feed.days()) {
      Cube cube = cube(records, writer.snapshot().known(known));
      for (LocalDate day : feed.days()) {
        shown.put(
            "known " + known + ", on " + day,
            value(cube, day, StandardMetrics.WINS)
                + " won, "
                + value(cube, day, StandardMetrics.LOSSES)
                + " lost, "
                + value(cube, day, StandardMetrics.BOOKINGS));
      }
    }
    assertEquals(
        Map.of(
            "known 2026-02-23, on 2026-02-23", "18 won, 0 lost, 3645000",
            "known 2026-02-23, on 2026-02-24", "0 won, 0 lost, 0",
            "known 2026-02-23, on 2026-03-07", "0 won, 0 lost, 0",
            "known 2026-02-24, on 2026-02-23", "18 won, 0 lost, 3645000",
            "known 2026-02-24, on 2026-02-24", "1 won, 1 lost, 0",
            "known 2026-02-24, on 2026-03-07", "0 won, 0 lost, 0",
            "known 2026-03-07, on 2026-02-23", "12 won, 0 lost, 2815000",
            "known 2026-03-07, on 2026-02-24", "0 won, 1 lost, 0",
            "known 2026-03-07, on 2026-03-07", "0 won, 7 lost, 0"),
        shown);
    assertEquals(Quantity.of(830_000), Quantity.of(3_645_000).minus(Quantity.of(2_815_000)));
  }

  private static Cube cube(SalesRecords records, Ledger ledger) {
    return Rollup.of(ledger)
        .over(records.organisation())
        .periods(CALENDAR.periods(Grain.DAY, FEB_23, MAR_7.plusDays(1)))
        .build();
  }

  private static Quantity value(Cube cube, LocalDate day, MetricId metric) {
    Period period = CALENDAR.period(Grain.DAY, day);
    return cube.sum(PersonId.of("seller"), metric, period);
  }
}
