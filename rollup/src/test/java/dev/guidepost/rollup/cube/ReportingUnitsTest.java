package dev.guidepost.rollup.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Reporter;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which units are missed where they report nothing. */
class ReportingUnitsTest {

  private static final UnitId ROOT = UnitId.of("root");
  private static final UnitId NORTH = UnitId.of("north");
  private static final UnitId EAST = UnitId.of("east");
  private static final UnitId WEST = UnitId.of("west");
  private static final PersonId ANA = PersonId.of("ana");
  private static final MetricId HEADS = MetricId.of("heads");
  private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();
  private static final Period Q1 = CALENDAR.period("2026-Q1");
  private static final Period Q2 = CALENDAR.period("2026-Q2");
  private static final Period Q3 = CALENDAR.period("2026-Q3");
  private static final LocalDate MOVED = LocalDate.of(2026, 6, 1);

  private static Rollup rollup() {
    Metric heads =
        Metric.builder()
            .id(HEADS)
            .name("Heads")
            .definition("People, by unit.")
            .aggregation(Aggregation.parse("last snapshot"))
            .unit(UnitOfMeasure.parse("people"))
            .metricClass(MetricClass.RESULT)
            .timing(Timing.LAGGING)
            .reportedBy(Reporter.UNITS)
            .build();
    LedgerWriter writer = new LedgerWriter(Catalog.of(List.of(heads), List.of()));
    try (Batch batch = writer.batch("one", LocalDate.of(2026, 9, 30))) {
      for (UnitId unit : List.of(NORTH, EAST)) {
        batch.row().by(unit).on(LocalDate.of(2026, 3, 31)).put(HEADS, 1);
      }
      batch.row().by(WEST).on(LocalDate.of(2026, 9, 30)).put(HEADS, 1);
      assertEquals(List.of(), batch.commit().rejects());
    }
    Organisation organisation =
        Organisation.builder(ROOT, "Root")
            .unit(NORTH, "North", "region", ROOT)
            .unit(EAST, "East", "team", NORTH)
            .unit(WEST, "West", "team", ROOT)
            .person(ANA, "Ana")
            .member(ANA, EAST, LocalDate.of(2026, 1, 1), MOVED)
            .member(ANA, WEST, MOVED)
            .build();
    return Rollup.of(writer.snapshot())
        .over(organisation)
        .periods(List.of(Q1, Q2, Q3))
        .by(CALENDAR);
  }

  private static List<String> heads(Cube cube, Period period) {
    return List.of(ROOT, NORTH, EAST, WEST, ANA).stream()
        .map(party -> cube.measurement(party, HEADS, period).toString())
        .toList();
  }

  @Test
  void aUnitThatAllHaveLeftIsNoLongerMissed() {
    Cube cube = rollup().build();
    assertEquals(
        List.of(
            "2 people (2 of 2 reported)",
            "2 people (2 of 2 reported)",
            "1 person (1 of 1 reported)",
            "- (0 of 0 reported)",
            "- (0 of 0 reported)"),
        heads(cube, Q1));
    assertEquals("- (0 of 0 reported)", cube.measurement(ROOT, HEADS, Q2).toString());
    assertEquals(
        List.of(
            "1 person (1 of 1 reported)",
            "- (0 of 0 reported)",
            "- (0 of 0 reported)",
            "1 person (1 of 1 reported)",
            "- (0 of 0 reported)"),
        heads(cube, Q3));
  }

  @Test
  void theDayOfTheOrganisationTellsWhoIsWhere() {
    Cube asInMay = rollup().organisedOn(MOVED.minusDays(1)).build();
    assertEquals("1 person (1 of 3 reported)", asInMay.measurement(ROOT, HEADS, Q3).toString());
    assertEquals("- (0 of 2 reported)", asInMay.measurement(NORTH, HEADS, Q3).toString());
  }
}
