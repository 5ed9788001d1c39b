package dev.guidepost.rollup.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.OverTime;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Views by days, days beyond a ledger's, foreign money, and work that is told to stop late. */
class EdgesTest {

  private static final MetricId HEADS = MetricId.of("heads");
  private static final MetricId SALES = MetricId.of("sales");
  private static final MetricId DEALS = MetricId.of("deals");
  private static final MetricId ACCOUNTS = MetricId.of("accounts");
  private static final Dimension ACCOUNT = Dimension.of("account");
  private static final Catalog CATALOG =
      Catalog.of(
          List.of(
              metric(HEADS, new UnitOfMeasure.Count("people"), 0, snapshot()),
              metric(SALES, new UnitOfMeasure.Money("USD"), 2, new Aggregation.Sum()),
              metric(DEALS, new UnitOfMeasure.Count("deals"), 0, new Aggregation.Sum()),
              metric(
                  ACCOUNTS,
                  new UnitOfMeasure.Count("accounts"),
                  0,
                  new Aggregation.Distinct(DEALS, ACCOUNT))),
          List.of(ACCOUNT, Dimension.CURRENCY));
  private static final Period Q3 = FiscalCalendar.calendarYear().period("2026-Q3");
  private static final UnitId ROOT = UnitId.of("root");
  private static final PersonId ANA = PersonId.of("ana");
  private static final Organisation ORGANISATION =
      Organisation.builder(ROOT, "Root").person(ANA, "Ana").member(ANA, ROOT).build();

  private final LedgerWriter writer = new LedgerWriter(CATALOG);

  private static Aggregation snapshot() {
    return new Aggregation.Snapshot(OverTime.LAST);
  }

  private static Metric metric(MetricId id, UnitOfMeasure unit, int scale, Aggregation how) {
    return Metric.builder()
        .id(id)
        .name(id.value())
        .definition("how many, or how much")
        .metricClass(MetricClass.RESULT)
        .timing(Timing.LAGGING)
        .unit(unit)
        .scale(scale)
        .aggregation(how)
        .build();
  }

  private Rollup rollup(Period... periods) {
    return Rollup.of(writer.snapshot()).over(ORGANISATION).periods(List.of(periods));
  }

  private void put(LocalDate day, MetricId metric, long amount, String account) {
    try (Batch batch = writer.batch("b" + writer.snapshot().size(), LocalDate.of(2026, 10, 1))) {
      batch.row().by(ANA).on(day).dim(ACCOUNT, account).put(metric, amount);
      assertEquals(1, batch.commit().accepted());
    }
  }

  @Test
  void aPartOfAViewByDaysAnswersAsItsCubeDoes() {
    put(LocalDate.of(2026, 6, 30), HEADS, 4, "");
    put(LocalDate.of(2026, 7, 31), HEADS, 5, "");
    put(LocalDate.of(2026, 8, 3), DEALS, 2, "acme");
    Rollup view = rollup(Q3).viewing(facts -> facts.in(Q3));
    assertEquals(
        view.build().at(ROOT).in(Q3).all().toString(),
        view.part().cube().at(ROOT).in(Q3).all().toString());
    assertEquals(view.build().at(ROOT).in(Q3).print(), view.part().cube().at(ROOT).in(Q3).print());
  }

  @Test
  void periodsMayLieBeyondTheDaysOfALedger() {
    put(LocalDate.of(2026, 7, 31), DEALS, 5, "acme");
    Period late = Period.custom(LocalDate.of(4000, 1, 1), LocalDate.of(4000, 2, 1));
    Period early = Period.custom(LocalDate.of(500, 1, 1), LocalDate.of(500, 2, 1));
    Period all = Period.custom(LocalDate.MIN, LocalDate.MAX);
    for (Period period : List.of(late, early)) {
      assertEquals("0 deals", rollup(period).build().measurement(ROOT, DEALS, period).toString());
      Cube ofParts = rollup(period).part().cube();
      assertEquals("0 deals", ofParts.measurement(ROOT, DEALS, period).toString());
    }
    assertEquals(
        "5 deals", rollup(early, all, late).build().measurement(ROOT, DEALS, all).toString());
  }

  @Test
  void foreignMoneyIsToldBesideWhatCanBeMeasured() {
    put(LocalDate.of(2026, 7, 31), DEALS, 5, "acme");
    try (Batch batch = writer.batch("euros", LocalDate.of(2026, 10, 1))) {
      batch.row().by(ANA).on(LocalDate.of(2026, 8, 1)).put(SALES, BigDecimal.TEN, "EUR");
      assertEquals(1, batch.commit().accepted());
    }
    for (Cube cube : List.of(rollup(Q3).build(), rollup(Q3).part().cube())) {
      String why = cube.refusal(SALES, Q3).orElseThrow();
      assertTrue(why.startsWith("facts of sales must be in USD, as the metric is"), why);
      assertEquals(
          why,
          assertThrows(IllegalArgumentException.class, () -> cube.at(ROOT).in(Q3).get(SALES))
              .getMessage());
      assertEquals(3, cube.at(ROOT).in(Q3).all().size());
      String table = cube.at(ROOT).in(Q3).print();
      assertTrue(table.contains("\n1 not measured: " + why + "\n"), table);
    }
  }

  @Test
  void countingDifferentValuesIsWatched() {
    for (int i = 0; i < 10; i++) {
      put(LocalDate.of(2026, 7, 1).plusDays(i), DEALS, 1, "account " + i);
    }
    List<Double> told = new ArrayList<>();
    rollup(Q3).reporting(told::add).build();
    assertEquals(1.0, told.get(told.size() - 1));
    assertEquals(3, told.size(), told.toString()); // added up, values found, values counted
    List<Double> until = new ArrayList<>();
    assertThrows(
        CancellationException.class,
        () -> rollup(Q3).reporting(until::add).cancelledBy(() -> until.size() == 2).build());
    told.clear();
    rollup(Q3).reporting(told::add).part();
    assertEquals(1.0, told.get(told.size() - 1));
  }
}
