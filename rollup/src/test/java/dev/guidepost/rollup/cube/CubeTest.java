package dev.guidepost.rollup.cube;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.CLOSED;
import static dev.guidepost.core.metric.StandardMetrics.LOSSES;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static dev.guidepost.core.metric.StandardMetrics.WON_CYCLE_DAYS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Measuring;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CubeTest {

  private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();
  private static final Period Q3 = CALENDAR.period("2026-Q3");
  private static final UnitId COMPANY = UnitId.of("company");
  private static final UnitId EAST = UnitId.of("east");
  private static final UnitId WEST = UnitId.of("west");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final LocalDate JULY = LocalDate.of(2026, 7, 10);
  private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
  private static final LocalDate KNOWN = LocalDate.of(2026, 10, 1);

  private final LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 2));

  private static Organisation.Builder base() {
    return Organisation.builder(COMPANY, "Acme")
        .unit(EAST, "East", "region", COMPANY)
        .unit(WEST, "West", "region", COMPANY)
        .person(ANA, "Ana Lopez")
        .person(BEN, "Ben Ode");
  }

  private CubeTest put(PartyId party, LocalDate day, MetricId metric, long amount) {
    try (Batch batch = writer.batch("batch " + writer.snapshot().size(), KNOWN)) {
      batch.row().by(party).on(day).put(metric, amount);
      assertEquals(1, batch.commit().accepted());
    }
    return this;
  }

  private CubeTest put(PartyId party, LocalDate day, MetricId metric, Quantity amount) {
    try (Batch batch = writer.batch("batch " + writer.snapshot().size(), KNOWN)) {
      batch.row().by(party).on(day).put(metric, amount.toBigDecimal());
      assertEquals(1, batch.commit().accepted());
    }
    return this;
  }

  private Rollup over(Organisation organisation) {
    return Rollup.of(writer.snapshot()).over(organisation).periods(List.of(Q3));
  }

  private static String text(Cube cube, PartyId party, MetricId metric) {
    return cube.measurement(party, metric, Q3).toString();
  }

  private static void refused(String message, Executable call) {
    String given = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(given.contains(message), given);
  }

  /** METHODS C1: 1 of 1 and 2 of 20 are 3 of 21, not the mean of 100 % and 10 %. */
  @Test
  void aRateOfATeamIsSumOverSum() {
    put(ANA, JULY, WINS, 1).put(ANA, JULY, CLOSED, 1);
    put(BEN, JULY, WINS, 2).put(BEN, JULY, CLOSED, 20);
    Cube cube = over(base().member(ANA, EAST).member(BEN, EAST).build()).build();
    assertEquals("100.0 % (1 of 1)", text(cube, ANA, WIN_RATE));
    assertEquals("14.3 % (3 of 21)", text(cube, EAST, WIN_RATE));
    assertEquals(
        Optional.of(new BigDecimal("0.143")), cube.measurement(EAST, WIN_RATE, Q3).value(3));
  }

  /** METHODS C5: 60 sold in A, moves, 40 in B: A=60, B=40 as it was; A=0, B=100 restated. */
  @Test
  void aMoveKeepsOrRestatesWhatWas() {
    put(ANA, JULY, BOOKINGS, 60).put(ANA, AUGUST, BOOKINGS, 40);
    Rollup rollup = over(base().member(ANA, EAST).member(ANA, WEST, AUGUST).build());
    Cube asItWas = rollup.build();
    assertEquals("60 USD", text(asItWas, EAST, BOOKINGS));
    assertEquals("40 USD", text(asItWas, WEST, BOOKINGS));
    Cube restated = rollup.organisedOn(AUGUST).build();
    assertEquals("0 USD", text(restated, EAST, BOOKINGS));
    assertEquals("100 USD", text(restated, WEST, BOOKINGS));
    for (Cube cube : List.of(asItWas, restated)) {
      assertEquals("100 USD", text(cube, COMPANY, BOOKINGS));
      assertEquals("100 USD", text(cube, ANA, BOOKINGS));
    }
    assertEquals(List.of(COMPANY, EAST), asItWas.path(0));
    assertEquals(List.of(COMPANY, WEST), restated.path(0));
    assertEquals(Optional.of(AUGUST), restated.organisedOn());
    assertEquals(Optional.empty(), rollup.organisedOn(JULY).asItWas().build().organisedOn());
  }

  /** CASES C-R1: two groups, each better at 183/582 and 12/48, come to 195 of 630. */
  @Test
  void simpsonsGroupsAddUpToTheirSum() {
    put(ANA, JULY, WINS, 183).put(ANA, JULY, CLOSED, 582);
    put(BEN, JULY, WINS, 12).put(BEN, JULY, CLOSED, 48);
    Cube inbound = over(base().member(ANA, EAST).member(BEN, WEST).build()).build();
    assertEquals("31.4 % (183 of 582)", text(inbound, EAST, WIN_RATE));
    assertEquals("25.0 % (12 of 48)", text(inbound, WEST, WIN_RATE));
    assertEquals("31.0 % (195 of 630)", text(inbound, COMPANY, WIN_RATE));
    assertEquals(4, inbound.facts(COMPANY, WIN_RATE, Q3).size());
    assertEquals(2, inbound.facts(EAST, WIN_RATE, Q3).size());
    assertEquals(2, inbound.facts(ANA, WIN_RATE, Q3).size());
    assertEquals(1, inbound.facts(EAST, WINS, Q3).size());
  }

  @Test
  void whatBelongsToNobodyIsUnassigned() {
    put(PersonId.of("stranger"), JULY, WINS, 1)
        .put(UnitId.of("nowhere"), JULY, WINS, 2)
        .put(ANA, JULY, WINS, 4) // before joining
        .put(ANA, AUGUST, WINS, 8)
        .put(BEN, JULY, WINS, 16) // never placed
        .put(WEST, JULY, WINS, 32) // the unit's own
        .put(Organisation.UNASSIGNED, JULY, WINS, 64);
    Rollup rollup = over(base().member(ANA, EAST, AUGUST).build());
    Cube cube = rollup.build();
    assertEquals("87 deals", text(cube, Organisation.UNASSIGNED, WINS));
    assertEquals("8 deals", text(cube, EAST, WINS));
    assertEquals("32 deals", text(cube, WEST, WINS));
    assertEquals("127 deals", text(cube, COMPANY, WINS));
    assertEquals("12 deals", text(cube, ANA, WINS));
    assertEquals(5, cube.facts(Organisation.UNASSIGNED, WINS, Q3).size());
    Cube before = rollup.organisedOn(JULY).build();
    assertEquals("95 deals", text(before, Organisation.UNASSIGNED, WINS));
    assertEquals("0 deals", text(before, EAST, WINS));
    assertEquals(Quantity.of(95), before.sum(Organisation.UNASSIGNED, WINS, Q3));
    refused("metric must be a sum, but win-rate", () -> before.sum(EAST, WIN_RATE, Q3));
  }

  @Test
  void aReparentedUnitCountsUnderItsParentOfTheDay() {
    UnitId team = UnitId.of("team");
    put(ANA, JULY, WINS, 1).put(ANA, AUGUST, WINS, 2);
    put(ANA, JULY, WON_CYCLE_DAYS, 30).put(ANA, AUGUST, WON_CYCLE_DAYS, 50);
    Organisation organisation =
        base()
            .unit(team, "Team", "team", EAST)
            .reparent(team, WEST, AUGUST)
            .reparent(team, EAST, LocalDate.of(2027, 1, 1))
            .member(ANA, team)
            .build();
    Cube cube = over(organisation).build();
    assertEquals("1 deal", text(cube, EAST, WINS));
    assertEquals("2 deals", text(cube, WEST, WINS));
    assertEquals("3 deals", text(cube, team, WINS));
    assertEquals("30 days median (1)", text(cube, EAST, WON_CYCLE_DAYS));
    assertEquals("50 days median (1)", text(cube, WEST, WON_CYCLE_DAYS));
    assertEquals("40 days median (2)", text(cube, team, WON_CYCLE_DAYS));
    assertEquals("- (0)", text(cube, BEN, WON_CYCLE_DAYS));
  }

  @Test
  void periodsMayOverlapAndLeaveGaps() {
    put(ANA, LocalDate.of(2026, 6, 30), WINS, 1)
        .put(ANA, LocalDate.of(2026, 7, 1), WINS, 2)
        .put(ANA, LocalDate.of(2026, 9, 30), WINS, 4)
        .put(ANA, LocalDate.of(2026, 11, 15), WINS, 8)
        .put(ANA, LocalDate.of(2026, 12, 31), WINS, 16)
        .put(ANA, LocalDate.of(2027, 1, 1), WINS, 32);
    Period week = CALENDAR.period(Grain.WEEK, LocalDate.of(2026, 7, 1)); // from 29 June
    Period december = CALENDAR.period("2026-12");
    Cube cube =
        Rollup.of(writer.snapshot())
            .over(base().member(ANA, EAST).build())
            .periods(List.of(december, Q3, week, Q3))
            .build();
    assertEquals(List.of(december, Q3, week), cube.periods());
    assertEquals("6 deals", text(cube, COMPANY, WINS));
    assertEquals("3 deals", cube.measurement(COMPANY, WINS, week).toString());
    assertEquals("16 deals", cube.at(EAST).in(december).get(WINS).toString());
    assertEquals(2, cube.facts(ANA, WINS, week).size());
  }

  @Test
  void aCorrectionCountsFromTheDayItWasKnown() {
    LocalDate later = LocalDate.of(2026, 10, 5);
    try (Batch first = writer.batch("first", KNOWN)) {
      first.row("deal-1").by(ANA).on(JULY).put(BOOKINGS, 100);
      first.commit();
    }
    try (Batch second = writer.batch("second", later)) {
      second.row("deal-1").by(ANA).on(JULY).put(BOOKINGS, new BigDecimal("70.25"));
      second.commit();
    }
    Organisation organisation = base().member(ANA, EAST).build();
    assertEquals("70.25 USD", text(over(organisation).build(), EAST, BOOKINGS));
    Ledger asKnown = writer.snapshot().known(KNOWN);
    Cube before = Rollup.of(asKnown).over(organisation).periods(List.of(Q3)).build();
    assertEquals("100 USD", text(before, EAST, BOOKINGS));
    assertEquals(1, before.facts(EAST, BOOKINGS, Q3).size());
    assertEquals(asKnown, before.ledger());
  }

  @Test
  void readsByNodeAndName() {
    put(ANA, JULY, WINS, 3);
    Cube cube =
        over(base().person(PersonId.of("ana-2"), "Ana Lopez").member(ANA, EAST).build()).build();
    assertEquals(
        List.of(COMPANY, EAST, WEST, Organisation.UNASSIGNED, ANA, BEN, PersonId.of("ana-2")),
        cube.nodes());
    Cells cells = cube.at("East").in(Q3);
    assertEquals("3 deals", cells.get(WINS).toString());
    assertEquals("East (east), 2026-Q3, as it was, known on 2026-10-01", cells.toString());
    assertEquals(EAST, cells.node().party());
    assertEquals(Q3, cells.period());
    assertEquals(1, cells.facts(WINS).size());
    assertEquals(writer.snapshot().catalog().metrics().size(), cells.all().size());
    String table = cells.print().replaceAll(" {2,}", "  ");
    assertTrue(table.startsWith("East (east), 2026-Q3  measured\nOpportunities opened"), table);
    assertTrue(table.contains("Wins  3 deals\n"), table);
    assertTrue(table.contains("Win rate  - (3 of 0)\n"), table);
    refused(
        "\"Ana Lopez\" must be the id or name of one party, but is that of person ana, person ana-2",
        () -> cube.at("Ana Lopez"));
    refused("is that of none in Acme", () -> cube.at("nobody"));
    assertTrue(cube.toString().startsWith("Acme: 3 units, 3 people, "), cube.toString());
    assertTrue(cube.toString().endsWith("as it was, known on 2026-10-01"), cube.toString());
  }

  @Test
  void readsASumOfCells() {
    put(ANA, JULY, BOOKINGS, Quantity.parse("3.50")).put(ANA, JULY, WINS, 1);
    Cells cells = over(base().member(ANA, EAST).build()).build().at(EAST).in(Q3);
    for (int again = 0; again < 2; again++) {
      assertEquals(Quantity.parse("3.50"), cells.sum(BOOKINGS));
      assertEquals(Quantity.ZERO, cells.sum(LOSSES));
    }
    refused("metric must be a sum, but win-rate", () -> cells.sum(WIN_RATE));
    refused("but was no-such", () -> cells.sum(MetricId.of("no-such")));
  }

  @Test
  void aRollupIsDoneByAtLeastOneThread() {
    Rollup rollup = over(base().build());
    refused("threads must be at least 1, but were 0", () -> rollup.on(Runnable::run, 0));
    put(ANA, JULY, WINS, 1);
    Cube cube = over(base().build()).on(Runnable::run, 2).grouped().build();
    assertEquals("1 deal", text(cube, Organisation.UNASSIGNED, WINS));
  }

  @Test
  void refusesWhatItDoesNotKeep() {
    Cube cube = over(base().build()).build();
    Period q4 = CALENDAR.period("2026-Q4");
    refused("period must be one of [2026-Q3], but was quarter 2026-Q4", () -> cube.at(EAST).in(q4));
    refused("period must be one of", () -> cube.facts(EAST, WINS, q4));
    refused("but was nowhere", () -> cube.at(UnitId.of("nowhere")));
    refused("but was nobody", () -> cube.measurement(PersonId.of("nobody"), WINS, Q3));
    refused("but was no-such", () -> cube.measurement(EAST, MetricId.of("no-such"), Q3));
    List<Period> days = CALENDAR.periods(Grain.DAY, Q3.start(), Q3.lastDay());
    Cube daily = over(base().build()).periods(days).build();
    refused("2026-07-12] and 80 more, but was", () -> daily.facts(EAST, WINS, q4));
  }

  /** Who moved is a part of both teams, each with what counts there. */
  @Test
  void aCellIsExplainedByWhatMakesIt() {
    UnitId team = UnitId.of("team");
    PersonId twin = PersonId.of("ana-2");
    put(ANA, JULY, WINS, 1).put(ANA, AUGUST, WINS, 2).put(ANA, JULY, CLOSED, 4);
    put(BEN, JULY, WINS, 8).put(twin, AUGUST, WINS, 16).put(WEST, JULY, WINS, 32);
    put(PersonId.of("stranger"), JULY, WINS, 64);
    Organisation organisation =
        base()
            .unit(team, "Team", "team", EAST)
            .reparent(team, WEST, AUGUST)
            .person(twin, "Ana Lopez")
            .member(ANA, EAST)
            .member(ANA, WEST, AUGUST)
            .member(BEN, team)
            .member(twin, team)
            .build();
    Cube cube = over(organisation).build();
    assertEquals(
        "123 = East (east) 9 + West (west) 50 + unassigned (unassigned) 64",
        cube.at(COMPANY).in(Q3).explain(WINS).toString());
    assertEquals(
        "9 = Team (team) 8 + Ana Lopez (ana) 1", cube.at(EAST).in(Q3).explain(WINS).toString());
    assertEquals(
        "50 = West (west) 32 + Team (team) 16 + Ana Lopez (ana) 2",
        cube.at(WEST).in(Q3).explain(WINS).toString());
    assertEquals(
        "24 = Ben Ode (ben) 8 + Ana Lopez (ana-2) 16",
        cube.at(team).in(Q3).explain(WINS).toString());
    assertEquals("3 = East (east) 1 + West (west) 2", cube.at(ANA).in(Q3).explain(WINS).toString());
    assertEquals("64 = stranger 64", cube.at("unassigned").in(Q3).explain(WINS).toString());
    assertEquals(
        "Wins of East (east), 2026-Q3, as it was, known on 2026-10-01",
        cube.at(EAST).in(Q3).explain(WINS).subject());
    assertEquals("25.0 % (1 of 4)", cube.at(EAST).in(Q3).explain(WIN_RATE).parts().get(1).note());
    Cube restated = over(organisation).organisedOn(AUGUST).build();
    assertEquals(
        "59 = West (west) 32 + Team (team) 24 + Ana Lopez (ana) 3",
        restated.at(WEST).in(Q3).explain(WINS).toString());
    assertEquals("0", restated.at(EAST).in(Q3).explain(WINS).toString());
  }

  @Test
  void aViewAnswersForWhatItHas() {
    put(ANA, JULY, WINS, 3).put(ANA, JULY, CLOSED, 5);
    Cube cube =
        Rollup.of(writer.snapshot().of(List.of(WINS)))
            .over(base().member(ANA, EAST).build())
            .periods(List.of(Q3))
            .build();
    assertEquals("3 deals", text(cube, EAST, WINS));
    refused(
        "win-rate must be measured with all that it is read from, but this view of the ledger"
            + " leaves out [closed]",
        () -> text(cube, EAST, WIN_RATE));
    refused("leaves out [bookings]", () -> cube.sum(EAST, BOOKINGS, Q3));
    refused("leaves out [closed]", () -> cube.facts(EAST, WIN_RATE, Q3));
    assertEquals(1, cube.at(EAST).in(Q3).all().size());
    assertEquals(
        """
        East (east), 2026-Q3  measured
        Wins                  3 deals
        as it was, known on 2026-10-01
        """,
        cube.at(EAST).in(Q3).print());
  }

  @Test
  void aRollupMustBeComplete() {
    Rollup rollup = Rollup.of(writer.snapshot());
    assertThrows(IllegalStateException.class, rollup.periods(List.of(Q3))::build);
    assertThrows(IllegalStateException.class, rollup.over(base().build())::build);
    refused("periods must be at least one", () -> rollup.periods(List.of()));
    assertEquals("roll-up of 0 facts of 0 participants, as it was, 0 periods", rollup.toString());
    assertTrue(
        over(base().build()).organisedOn(JULY).toString().contains("organised on 2026-07-10"));
  }

  @Test
  void anOverflowNamesItsCell() {
    put(ANA, JULY, LOSSES, Long.MAX_VALUE).put(BEN, JULY, LOSSES, 1);
    Organisation apart = base().member(ANA, EAST).member(BEN, WEST).build();
    Cube cube = over(apart).build();
    assertEquals("9,223,372,036,854,775,807 deals", text(cube, EAST, LOSSES));
    assertEquals("0 deals", text(cube, COMPANY, WINS));
    String atRoot =
        assertThrows(ArithmeticException.class, () -> text(cube, COMPANY, LOSSES)).getMessage();
    assertEquals(
        "losses of company from 2026-07-01 until 2026-10-01 must fit 64 bits at scale 0, but does"
            + " not",
        atRoot);
    Organisation together = base().member(ANA, EAST).member(BEN, EAST).build();
    Cube one = over(together).build();
    String atLeaf =
        assertThrows(ArithmeticException.class, () -> text(one, EAST, LOSSES)).getMessage();
    assertTrue(atLeaf.startsWith("losses of east from"), atLeaf);
    assertEquals("1 deal", text(one, BEN, LOSSES));
  }

  /** What fits in the end is read, whatever the sums on the way and their order. */
  @Test
  void aSumThatFitsIsReadWhateverTheOrder() {
    MetricId bookings = BOOKINGS;
    Quantity most = Quantity.ofUnscaled(Long.MAX_VALUE, 2);
    put(ANA, JULY, bookings, most).put(ANA, JULY, bookings, Quantity.parse("0.01"));
    put(ANA, JULY, bookings, Quantity.of(-5)).put(BEN, AUGUST, bookings, most);
    put(WEST, AUGUST, bookings, most.negated());
    Ledger ledger = writer.snapshot();
    for (Organisation organisation :
        List.of(
            base().member(ANA, EAST).member(BEN, EAST).build(),
            base().member(ANA, WEST).member(BEN, EAST).build())) {
      Cube cube = over(organisation).build();
      assertEquals(
          Measuring.of(ledger, CALENDAR).measure(bookings, Q3).toString(),
          text(cube, COMPANY, bookings));
      assertEquals("92,233,720,368,547,753.08 USD", text(cube, COMPANY, bookings));
      assertEquals("92,233,720,368,547,753.08 USD", text(cube, ANA, bookings));
    }
    Cube apart = over(base().member(ANA, EAST).member(BEN, EAST).build()).build();
    assertThrows(ArithmeticException.class, () -> text(apart, EAST, bookings));
    assertEquals("-92,233,720,368,547,758.07 USD", text(apart, WEST, bookings));
  }

  @Test
  void anOverflowOverAPeriodShowsWhenRead() {
    Period august = CALENDAR.period("2026-08");
    put(ANA, AUGUST, WINS, Long.MAX_VALUE).put(ANA, JULY, WINS, 1);
    Cube cube = over(base().member(ANA, EAST).build()).periods(List.of(Q3, august)).build();
    assertEquals(
        Optional.of(BigDecimal.valueOf(Long.MAX_VALUE)),
        cube.measurement(EAST, WINS, august).value(0));
    String message =
        assertThrows(ArithmeticException.class, () -> cube.measurement(EAST, WINS, Q3))
            .getMessage();
    assertTrue(message.startsWith("wins of east from 2026-07-01 until 2026-10-01"), message);
  }

  @Test
  void whatLiesBetweenPeriodsIsNotEvenAdded() {
    put(ANA, AUGUST, WINS, Long.MAX_VALUE).put(ANA, AUGUST, WINS, 1).put(ANA, JULY, WINS, 7);
    Period july = CALENDAR.period("2026-07");
    List<Period> apart = List.of(july, CALENDAR.period("2026-09"));
    Cube cube = over(base().member(ANA, EAST).build()).periods(apart).build();
    assertEquals("7 deals", cube.measurement(COMPANY, WINS, july).toString());
  }

  @Test
  void aDistributionTakesOnlyWhatAHistogramCounts() {
    try (Batch batch = writer.batch("days", KNOWN)) {
      batch.row("too-long").by(ANA).on(JULY).put(WON_CYCLE_DAYS, 1L << 31);
      batch.row("longest").by(ANA).on(JULY).put(WON_CYCLE_DAYS, Integer.MAX_VALUE);
      assertEquals(
          "won-cycle-days must fit 32 bits, as it makes a distribution, but was 2147483648",
          batch.commit().rejects().get(0).reason());
    }
    Cube cube = over(base().member(ANA, EAST).build()).build();
    assertEquals("2,147,483,647 days median (1)", text(cube, EAST, WON_CYCLE_DAYS));
  }
}
