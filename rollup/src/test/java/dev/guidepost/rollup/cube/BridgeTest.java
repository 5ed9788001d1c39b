package dev.guidepost.rollup.cube;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Conversion;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.ExchangeRates;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.RateKind;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.math.RoundingMode;
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
    assertEquals("east: 70 + 0 in - 70 out + 0 changed = 0", bridge.line(EAST).toString());
    assertEquals("west: 40 + 70 in - 0 out + 0 changed = 110", bridge.line(WEST).toString());
    assertEquals("team: 10 + 0 in - 0 out + 0 changed = 10", bridge.line(TEAM).toString());
    assertEquals("company: 111 + 0 in - 0 out + 0 changed = 111", bridge.line(COMPANY).toString());
    assertEquals(
        List.of(COMPANY, EAST, WEST, TEAM, Organisation.UNASSIGNED),
        bridge.lines().stream().map(Bridge.Line::unit).toList());
    assertEquals(2, bridge.moves().size());
    assertEquals(
        new Bridge.Move(
            BEN, BEN, List.of(COMPANY, EAST, TEAM), List.of(COMPANY, WEST, TEAM), Quantity.of(10)),
        bridge.moves().get(1));
    assertEquals(
        "Bookings, 2026-Q3, as it was to organised on 2026-09-30, known on 2026-10-01: 2 moves,"
            + " 0 changes, 5 units",
        bridge.toString());
    assertEquals(BOOKINGS, bridge.metric().id());
    assertEquals(Q3, bridge.period());
    assertEquals(List.of(), bridge.changes());
  }

  @Test
  void explainsByWhoMoved() {
    Bridge bridge = Bridge.between(asItWas, restated, BOOKINGS, Q3);
    assertEquals(
        "110 = as it was 40 + Ana Lopez in 60 + Ben Ode in 10", bridge.explain(WEST).toString());
    assertEquals(
        """
        Bookings of East, 2026-Q3, as it was to organised on 2026-09-30, known on 2026-10-01  amount  note
        as it was                                                                                 70
        Ana Lopez out                                                                            -60  to Acme > West
        Ben Ode out                                                                              -10  to Acme > West > Team
        total                                                                                      0
        """,
        bridge.explain(EAST).print());
    assertEquals(
        """
        Bookings, 2026-Q3  as it was  moved in  moved out  changed  organised on 2026-09-30
        Acme                     111         0          0        0                      111
        East                      70         0         70        0                        0
        West                      40        70          0        0                      110
        Team                      10         0          0        0                       10
        unassigned                 1         0          0        0                        1
        organised on 2026-09-30, Bookings on unassigned: 1 = stranger 1 (not in the organisation, 1 fact)
        known on 2026-10-01
        """,
        bridge.print());
  }

  @Test
  void refusesWhatCannotBeBridged() {
    refused("must be a sum", () -> Bridge.between(asItWas, restated, WIN_RATE, Q3));
    Cube other = Rollup.of(ledger()).over(organisation).periods(List.of(Q3)).build();
    refused(
        "cubes must keep their facts and be of one ledger by one view, but were "
            + other
            + " and "
            + restated,
        () -> Bridge.between(other, restated, BOOKINGS, Q3));
    Cube ofParts = rollup.part().cube();
    refused("must keep their facts", () -> Bridge.between(ofParts, restated, BOOKINGS, Q3));
    refused("must keep their facts", () -> Bridge.between(asItWas, ofParts, BOOKINGS, Q3));
    Period q4 = FiscalCalendar.calendarYear().period("2026-Q4");
    refused("period must be one of", () -> Bridge.between(asItWas, restated, BOOKINGS, q4));
    Cube later = rollup.periods(List.of(q4)).build();
    refused("period must be one of", () -> Bridge.between(asItWas, later, BOOKINGS, Q3));
    Bridge bridge = Bridge.between(asItWas, restated, BOOKINGS, Q3);
    refused("but was nowhere", () -> bridge.line(UnitId.of("nowhere")));
    refused(
        "names of sides must be two, not blank, but were \"a\" and \"a\"",
        () -> bridge.named("a", "a"));
    refused("must be two, not blank", () -> bridge.named(" ", "a"));
    refused("must be two, not blank", () -> bridge.named("a", ""));
    Quantity one = Quantity.of(1);
    refused(
        "must add up, but was east: 1 + 1 in - 1 out + 1 changed = 0",
        () -> new Bridge.Line(EAST, one, one, one, one, Quantity.ZERO));
  }

  @Test
  void leadsToAPlannedOrganisation() {
    UnitId south = UnitId.of("south");
    Organisation planned =
        organisation.toBuilder()
            .unit(south, "South", "region", COMPANY)
            .reparent(TEAM, south, LocalDate.of(2026, 8, 15))
            .member(BEN, WEST, LocalDate.of(2026, 7, 11))
            .build();
    Bridge bridge =
        Bridge.between(asItWas, rollup.over(planned).build(), BOOKINGS, Q3)
            .named("today", "planned");
    assertEquals(
        """
        Bookings, 2026-Q3  today  moved in  moved out  changed  planned
        Acme                 111         0          0        0      111
        East                  70         0          3        0       67
        West                  40         3          0        0       43
        Team                  10         0          3        0        7
        South                  0         0          0        0        0
        unassigned             1         0          0        0        1
        as it was, known on 2026-10-01
        """,
        bridge.print());
    Bridge back = Bridge.between(rollup.over(planned).build(), asItWas, BOOKINGS, Q3);
    assertEquals(
        "Bookings, 2026-Q3, before to after, as it was, known on 2026-10-01: 1 moves, 0 changes,"
            + " 6 units",
        back.toString());
    assertEquals(south, back.lines().get(4).unit());
  }

  /** Amounts that do not fit on the way are refused only where what they come to does not. */
  @Test
  void refusesOnlyWhatDoesNotFitInTheEnd() {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 0));
    try (Batch batch = writer.batch("first", JULY)) {
      batch.row("1").by(ANA).on(JULY).put(BOOKINGS, Long.MAX_VALUE);
      batch.row("2").by(ANA).on(JULY).put(BOOKINGS, Long.MAX_VALUE);
      batch.row("3").by(ANA).on(JULY).put(BOOKINGS, -Long.MAX_VALUE);
      batch.row("4").by(BEN).on(JULY).put(BOOKINGS, -Long.MAX_VALUE);
      batch.commit();
    }
    Ledger then = writer.snapshot();
    try (Batch batch = writer.batch("later", AUGUST)) {
      batch.row("1").by(ANA).on(JULY).put(BOOKINGS, -Long.MAX_VALUE);
      batch.row("3").by(ANA).on(JULY).put(BOOKINGS, Long.MAX_VALUE);
      batch.commit();
    }
    Rollup first = Rollup.of(then).over(organisation).periods(List.of(Q3));
    Rollup last = Rollup.of(writer.snapshot()).over(organisation).periods(List.of(Q3));
    Bridge known = Bridge.between(first.build(), last.build(), BOOKINGS, Q3);
    assertEquals(Quantity.ZERO, known.changes().get(0).amount()); // by far less and far more
    Bridge moved = Bridge.between(first.build(), last.organisedOn(AUGUST).build(), BOOKINGS, Q3);
    assertEquals("west: 0 + 0 in - 0 out + 0 changed = 0", moved.line(WEST).toString());
    assertEquals(Quantity.of(Long.MAX_VALUE), moved.moves().get(0).amount());
    try (Batch batch = writer.batch("last", AUGUST)) {
      batch.withdraw("1").withdraw("4").withdraw("2").withdraw("3");
      batch.row("5").by(BEN).on(JULY).put(BOOKINGS, Long.MIN_VALUE);
      batch.commit();
    }
    Rollup least = Rollup.of(writer.snapshot()).over(organisation).periods(List.of(Q3));
    Bridge came = Bridge.between(first.build(), least.build(), BOOKINGS, Q3);
    assertEquals(
        "company: 0 + 0 in - 0 out - 9,223,372,036,854,775,808 changed = "
            + "-9,223,372,036,854,775,808",
        came.line(COMPANY).toString());
    assertThrows(
        ArithmeticException.class,
        () -> Bridge.between(least.build(), first.build(), BOOKINGS, Q3));
  }

  @Test
  void leadsFromWhatWasKnownToWhatIsKnown() {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 0));
    LocalDate monday = LocalDate.of(2026, 8, 3);
    LocalDate later = LocalDate.of(2026, 8, 10);
    try (Batch batch = writer.batch("first", monday)) {
      batch.row("1").by(ANA).on(JULY).put(BOOKINGS, 60);
      batch.row("2").by(BEN).on(JULY).put(BOOKINGS, 10);
      batch.row("3").by(ANA).on(AUGUST).put(BOOKINGS, 5);
      batch.row("4").by(BEN).on(AUGUST).put(BOOKINGS, 7);
      batch.row("5").by(ANA).on(AUGUST).put(BOOKINGS, 2);
      batch.commit();
    }
    Cube then = Rollup.of(writer.snapshot()).over(organisation).periods(List.of(Q3)).build();
    try (Batch batch = writer.batch("later", later)) {
      batch.row("1").by(ANA).on(JULY).put(BOOKINGS, 66); // worth more
      batch.row("2").by(ANA).on(AUGUST).put(BOOKINGS, 11); // another owner, worth more
      batch.withdraw("3");
      batch.row("4").by(BEN).on(LocalDate.of(2026, 10, 1)).put(BOOKINGS, 7); // another quarter
      batch.row("6").by(BEN).on(AUGUST).put(BOOKINGS, 20);
      batch.row().by(BEN).on(JULY).put(BOOKINGS, 1);
      assertEquals(List.of(), batch.commit().rejects());
    }
    Ledger now = writer.snapshot();
    Rollup today = Rollup.of(now).over(organisation).periods(List.of(Q3));
    Bridge bridge = Bridge.between(then, today.build(), BOOKINGS, Q3).named("08-03", "08-10");
    assertEquals(
        """
        Bookings, 2026-Q3  08-03  moved in  moved out  changed  08-10
        Acme                  84         0          0       16    100
        East                  70         0         11        8     67
        West                  14        11          0        8     33
        Team                  17         0         11       15     21
        unassigned             0         0          0        0      0
        as it was; 08-03 known on 2026-08-03, 08-10 known on 2026-08-10
        """,
        bridge.print());
    assertEquals(
        """
        14
        11 from Ben Ode, Acme > East > Team
        -5 in Acme > West
        20 in Acme > West > Team
        -7 in Acme > West > Team
        """
            .lines()
            .toList(),
        bridge.explain(WEST).parts().stream()
            .map(part -> (part.amount() + " " + part.note()).strip())
            .toList());
    assertEquals(
        "Bookings of West, 2026-Q3, 08-03 (known on 2026-08-03) to 08-10 (known on 2026-08-10), as"
            + " it was",
        bridge.explain(WEST).subject());
    assertEquals(
        "21 = 08-03 17 + Ben Ode out -11 + Ben Ode came 1 + Ben Ode came 20 + Ben Ode corrected 1"
            + " + Ben Ode corrected -7",
        bridge.explain(TEAM).toString());
    Bridge known =
        Bridge.between(
            Rollup.of(now.known(monday)).over(organisation).periods(List.of(Q3)).build(),
            today.build(),
            BOOKINGS,
            Q3);
    assertEquals(bridge.lines(), known.lines());
    assertEquals(bridge.changes(), known.changes());
    assertEquals(
        "Bookings, 2026-Q3, known on 2026-08-03 to known on 2026-08-10, as it was: 1 moves, 6"
            + " changes, 5 units",
        known.toString());
    Bridge back = Bridge.between(today.build(), then, BOOKINGS, Q3);
    assertEquals("west: 33 + 0 in - 10 out - 9 changed = 14", back.line(WEST).toString());
  }

  @Test
  void refusesAnotherCurrency() {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 0));
    Cube dollars = Rollup.of(writer.snapshot()).over(organisation).periods(List.of(Q3)).build();
    Ledger inEuro =
        writer
            .snapshot()
            .in(
                Conversion.to(
                    "EUR",
                    RateKind.PLAN,
                    ExchangeRates.against("USD").build(),
                    RoundingMode.HALF_EVEN));
    Cube euros = Rollup.of(inEuro).over(organisation).periods(List.of(Q3)).build();
    refused(
        "cubes must keep their facts and be of one ledger by one view, but were ",
        () -> Bridge.between(dollars, euros, BOOKINGS, Q3));
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

  @Test
  void theLeastAmountMovesOutInHalves() {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 0));
    try (Batch batch = writer.batch("facts", AUGUST)) {
      batch.row().by(TEAM).on(JULY).put(BOOKINGS, Long.MIN_VALUE);
      batch.commit();
    }
    Rollup own = Rollup.of(writer.snapshot()).over(organisation).periods(List.of(Q3));
    Bridge bridge = Bridge.between(own.build(), own.organisedOn(AUGUST).build(), BOOKINGS, Q3);
    assertEquals(
        "0 = as it was -9,223,372,036,854,775,808 + Team out 4,611,686,018,427,387,904 + Team out"
            + " 4,611,686,018,427,387,904",
        bridge.explain(EAST).toString());
  }

  private static void refused(String message, Executable call) {
    String given = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(given.contains(message), given);
  }
}
