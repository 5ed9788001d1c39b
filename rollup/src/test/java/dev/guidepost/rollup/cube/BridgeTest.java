package dev.guidepost.rollup.cube;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BridgeTest {

  private static final Period Q3 = FiscalCalendar.calendarYear().period("2026-Q3");
  private static final UnitId COMPANY = UnitId.of("company");
  private static final UnitId EAST = UnitId.of("east");
  private static final UnitId WEST = UnitId.of("west");
  private static final UnitId TEAM = UnitId.of("team");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final LocalDate JULY = LocalDate.of(2026, 7, 10);
  private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);

  private final Organisation organisation =
      Organisation.builder(COMPANY, "Acme")
          .unit(EAST, "East", "region", COMPANY)
          .unit(WEST, "West", "region", COMPANY)
          .unit(TEAM, "Team", "team", EAST)
          .reparent(TEAM, WEST, AUGUST)
          .person(ANA, "Ana Lopez")
          .person(BEN, "Ben Ode")
          .member(ANA, EAST)
          .member(ANA, WEST, AUGUST)
          .member(BEN, TEAM)
          .build();
  private final Ledger ledger = ledger();
  private final Rollup rollup = Rollup.of(ledger).over(organisation).periods(List.of(Q3));
  private final Cube asItWas = rollup.build();
  private final Cube restated = rollup.organisedOn(LocalDate.of(2026, 9, 30)).build();

  private static Ledger ledger() {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 0));
    try (Batch batch = writer.batch("facts", LocalDate.of(2026, 10, 1))) {
      batch.row().by(ANA).on(JULY).put(BOOKINGS, 60);
      batch.row().by(ANA).on(AUGUST).put(BOOKINGS, 40);
      batch.row().by(BEN).on(JULY).put(BOOKINGS, 7);
      batch.row().by(BEN).on(JULY.plusDays(1)).put(BOOKINGS, 3);
      batch.row().by(PersonId.of("stranger")).on(JULY).put(BOOKINGS, 1);
      batch.commit();
    }
    return writer.snapshot();
  }

  @Test
  void eachLineAddsUp() {
    Bridge bridge = Bridge.between(asItWas, restated, BOOKINGS, Q3);
    assertEquals("east: 70 + 0 - 70 = 0", bridge.line(EAST).toString());
    assertEquals("west: 40 + 70 - 0 = 110", bridge.line(WEST).toString());
    assertEquals("team: 10 + 0 - 0 = 10", bridge.line(TEAM).toString());
    assertEquals("company: 111 + 0 - 0 = 111", bridge.line(COMPANY).toString());
    assertEquals(
        List.of(COMPANY, EAST, WEST, TEAM, Organisation.UNASSIGNED),
        bridge.lines().stream().map(Bridge.Line::unit).toList());
    assertEquals(2, bridge.moves().size());
    assertEquals(
        new Bridge.Move(
            BEN, List.of(COMPANY, EAST, TEAM), List.of(COMPANY, WEST, TEAM), Quantity.of(10)),
        bridge.moves().get(1));
    assertEquals(
        "Bookings, 2026-Q3, organised on 2026-09-30: 2 moves between 5 units", bridge.toString());
    assertEquals(BOOKINGS, bridge.metric().id());
    assertEquals(Q3, bridge.period());
    assertEquals(LocalDate.of(2026, 9, 30), bridge.organisedOn());
  }

  @Test
  void explainsByWhoMoved() {
    Bridge bridge = Bridge.between(asItWas, restated, BOOKINGS, Q3);
    assertEquals(
        "110 = as it was 40 + Ana Lopez in 60 + Ben Ode in 10", bridge.explain(WEST).toString());
    assertEquals(
        """
        Bookings of East, 2026-Q3, organised on 2026-09-30  amount  note
        as it was                                               70
        Ana Lopez out                                          -60  to Acme > West
        Ben Ode out                                            -10  to Acme > West > Team
        total                                                    0
        """,
        bridge.explain(EAST).print());
    assertEquals(
        """
        Bookings, 2026-Q3  as it was  moved in  moved out  organised on 2026-09-30
        Acme                     111         0          0                      111
        East                      70         0         70                        0
        West                      40        70          0                      110
        Team                      10         0          0                       10
        unassigned                 1         0          0                        1
        """,
        bridge.print());
  }

  @Test
  void refusesWhatCannotBeBridged() {
    refused("first cube", () -> Bridge.between(restated, restated, BOOKINGS, Q3));
    refused("second cube", () -> Bridge.between(asItWas, asItWas, BOOKINGS, Q3));
    refused("must be a sum", () -> Bridge.between(asItWas, restated, WIN_RATE, Q3));
    Cube other = Rollup.of(ledger()).over(organisation).periods(List.of(Q3)).build();
    refused("one ledger and one organisation", () -> Bridge.between(other, restated, BOOKINGS, Q3));
    Cube elsewhere =
        rollup.over(Organisation.builder(COMPANY, "A").build()).organisedOn(JULY).build();
    refused("one ledger", () -> Bridge.between(asItWas, elsewhere, BOOKINGS, Q3));
    Period q4 = FiscalCalendar.calendarYear().period("2026-Q4");
    refused("period must be one of", () -> Bridge.between(asItWas, restated, BOOKINGS, q4));
    Bridge bridge = Bridge.between(asItWas, restated, BOOKINGS, Q3);
    refused("but was nowhere", () -> bridge.line(UnitId.of("nowhere")));
    Quantity one = Quantity.of(1);
    refused(
        "must add up, but was east: 1 + 1 - 1 = 0",
        () -> new Bridge.Line(EAST, one, one, one, Quantity.ZERO));
  }

  @Test
  void whatAUnitDidItselfMovesWithIt() {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 0));
    try (Batch batch = writer.batch("facts", AUGUST)) {
      batch.row().by(TEAM).on(JULY).put(BOOKINGS, 5);
      batch.commit();
    }
    Rollup own = Rollup.of(writer.snapshot()).over(organisation).periods(List.of(Q3));
    Bridge bridge = Bridge.between(own.build(), own.organisedOn(AUGUST).build(), BOOKINGS, Q3);
    assertEquals("5 = as it was 0 + Team in 5", bridge.explain(WEST).toString());
  }

  private static void refused(String message, Executable call) {
    String given = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(given.contains(message), given);
  }
}
