package dev.guidepost.rollup.variance;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.CLOSED;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static dev.guidepost.rollup.variance.DriversTest.DEAL_SIZE;
import static dev.guidepost.rollup.variance.Sales.Q2;
import static dev.guidepost.rollup.variance.Sales.Q3;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class VarianceTest {

  private static final UnitId COMPANY = UnitId.of("company");
  private static final UnitId EAST = UnitId.of("east");
  private static final UnitId WEST = UnitId.of("west");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PersonId CEM = PersonId.of("cem");
  private static final PersonId DOT = PersonId.of("dot");
  private static final PersonId EVE = PersonId.of("eve");
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
  private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);

  /** Dot moves on 1 August, Cem leaves at the end of June, Eve joins in July. */
  private static final Organisation ORGANISATION =
      Organisation.builder(COMPANY, "Acme")
          .unit(EAST, "East", "region", COMPANY)
          .unit(WEST, "West", "region", COMPANY)
          .person(ANA, "Ana Lopez")
          .person(BEN, "Ben Ode")
          .person(CEM, "Cem Kaya")
          .person(DOT, "Dot Hill")
          .person(EVE, "Eve Moss")
          .member(ANA, EAST)
          .member(BEN, EAST)
          .member(CEM, EAST, LocalDate.of(2020, 1, 1), JULY)
          .member(DOT, EAST)
          .member(DOT, WEST, AUGUST)
          .member(EVE, WEST, JULY)
          .build();

  static final Drivers DRIVERS = Drivers.of(BOOKINGS, CLOSED, WIN_RATE, DEAL_SIZE);

  private static Sales sales() {
    return new Sales()
        .row(ANA, Q2, "chair", 10, 4, "400")
        .row(ANA, Q3, "chair", 10, 5, "500")
        .row(BEN, Q2, "chair", 20, 4, "800")
        .row(BEN, Q3, "chair", 10, 2, "400")
        .row(CEM, Q2, "chair", 5, 1, "90")
        .row(DOT, Q2, "chair", 10, 3, "300")
        .row(DOT, JULY, "chair", 5, 1, "100")
        .row(DOT, AUGUST, "chair", 10, 5, "600")
        .row(EVE, Q3, "chair", 4, 1, "70");
  }

  private final Cube cube = sales().over(ORGANISATION);
  private final VarianceTree tree = VarianceAnalysis.of(DRIVERS).between(cube, Q2, Q3);

  @Test
  void linesAddUpAtEveryNode() {
    assertEquals(
        """
        Bookings        2026-Q2  Closed deals  Win rate  Deal size  entered  left  moved  2026-Q3
        Acme (company)    1,590       -209.72    236.11      73.61       70   -90      0    1,670
        East (east)       1,590          -400       100          0        0   -90   -200    1,000
        West (west)           0        190.28    136.11      73.61       70     0    200      670
        unassigned            0             0         0          0        0     0      0        0
        """,
        tree.print());
    assertEquals(
        """
        Bookings of East (east)  2026-Q2  Closed deals  Win rate  Deal size  left  moved  2026-Q3
        Ana Lopez (ana)              400             0       100          0     0      0      500
        Ben Ode (ben)                800          -400         0          0     0      0      400
        Cem Kaya (cem)                90             0         0          0   -90      0        0
        Dot Hill (dot)               300             0         0          0     0   -200      100
        total                      1,590          -400       100          0   -90   -200    1,000
        """,
        tree.at("East").print());
    assertEquals("Bookings, 2026-Q2 to 2026-Q3, 9 nodes, by SHAPLEY", tree.toString());
    assertEquals(cube.nodes(), tree.nodes());
    assertEquals(DRIVERS, tree.drivers());
    assertEquals(Decomposition.SHAPLEY, tree.decomposition());
    assertEquals(List.of(), tree.unexplained());
  }

  @Test
  void explainsByReasonAndByPart() {
    Variance company = tree.at(COMPANY);
    assertEquals(
        """
        Bookings of Acme (company), 2026-Q2 to 2026-Q3   amount  note
        Closed deals                                    -209.72  45 deals to 39 deals
        Win rate                                         236.11  26.7 % (12 of 45) to 35.9 % (14 of 39)
        Deal size                                         73.61  132.50 USD (1,590 of 12) to 119.29 USD (1,670 of 14)
        entered                                              70
        left                                                -90
        total                                                80  1,590 to 1,670 USD
        """,
        company.explain().print());
    assertEquals(
        "1,590 to 1,670 USD: 80 = East (east) -590 + West (west) 670",
        company.explainByPart().toString());
    assertEquals("100 = Ana Lopez (ana) 100", tree.at(EAST).explain(WIN_RATE).toString());
    assertEquals(
        "Win rate in Bookings of East (east), 2026-Q2 to 2026-Q3",
        tree.at(EAST).explain(WIN_RATE).subject());
    assertEquals("70 = Eve Moss (eve) 70", tree.at(WEST).explain(Cause.ENTERED).toString());
    assertEquals("100 = Ana Lopez (ana) 100", tree.at(ANA).explain(WIN_RATE).toString());
    assertEquals(Quantity.of(80), company.change());
    assertEquals(BOOKINGS, company.result().id());
    assertEquals(Q2, company.from());
    assertEquals(Q3, company.to());
    assertEquals("left -90", company.line(Cause.LEFT).toString());
    assertEquals(7, company.lines().size());
  }

  /** (10, 3 of 10, 100) becomes (15, 6 of 15, 116.67): by hand 5 * ((30+46.67)/3 + (35+40)/6). */
  @Test
  void whoMovedIsOnePerson() {
    assertEquals(
        "400 = Closed deals 190.28 + Win rate 136.11 + Deal size 73.61",
        tree.at("Dot Hill").toString());
    assertEquals(Quantity.ZERO, tree.at(DOT).line(Cause.MOVED).amount());
    assertEquals("-200 = Dot Hill (dot) -200", tree.at(EAST).explain(Cause.MOVED).toString());
    assertEquals("200 = Dot Hill (dot) 200", tree.at(WEST).explain(Cause.MOVED).toString());
    assertEquals(
        "0 = East (east) -200 + West (west) 200", tree.at(COMPANY).explain(Cause.MOVED).toString());
    Cube restated =
        Rollup.of(cube.ledger())
            .over(ORGANISATION)
            .periods(List.of(Q2, Q3))
            .organisedOn(AUGUST)
            .build();
    VarianceTree organised = VarianceAnalysis.of(DRIVERS).between(restated, Q2, Q3);
    assertEquals(Quantity.ZERO, organised.at(EAST).line(Cause.MOVED).amount());
    assertEquals(
        Quantity.of(700),
        organised
            .at(WEST)
            .line(CLOSED)
            .amount()
            .plus(organised.at(WEST).line(WIN_RATE).amount())
            .plus(organised.at(WEST).line(DEAL_SIZE).amount())
            .plus(Quantity.of(300)));
  }

  @Test
  void aReorganisationNotYetDecidedOnlyMoves() {
    Organisation planned =
        Organisation.builder(COMPANY, "Acme")
            .unit(EAST, "East", "region", COMPANY)
            .unit(UnitId.of("south"), "South", "region", COMPANY)
            .person(ANA, "Ana Lopez")
            .person(BEN, "Ben Ode")
            .person(DOT, "Dot Hill")
            .member(ANA, EAST)
            .member(BEN, UnitId.of("south"))
            .member(DOT, UnitId.of("south"))
            .build();
    VarianceTree what =
        VarianceAnalysis.of(DRIVERS).between(cube, Q3, Sales.cube(cube.ledger(), planned), Q3);
    assertEquals(
        """
        Bookings        2026-Q3  Closed deals  Win rate  Deal size  moved  2026-Q3
        Acme (company)    1,670             0         0          0      0    1,670
        East (east)       1,000             0         0          0   -500      500
        South (south)         0             0         0          0  1,100    1,100
        unassigned            0             0         0          0     70       70
        West (west)         670             0         0          0   -670        0
        """,
        what.print());
  }

  @Test
  void planAgainstActual() {
    Cube planned =
        new Sales()
            .row(ANA, Q3, "chair", 12, 6, "600")
            .row(BEN, Q3, "chair", 10, 2, "400")
            .over(ORGANISATION);
    Variance why = VarianceAnalysis.of(DRIVERS).between(planned, Q3, cube, Q3).at(EAST);
    assertEquals("0 = Closed deals -100 + Win rate 0 + Deal size 0 + moved 100", why.toString());
  }

  @Test
  void strangersAndUnitsHaveFactsToo() {
    PersonId stranger = PersonId.of("stranger");
    PersonId gone = PersonId.of("gone");
    Cube odd =
        new Sales()
            .row(EAST, Q2, "chair", 2, 1, "50")
            .row(EAST, Q3, "chair", 2, 2, "100")
            .row(stranger, Q2, "chair", 1, 1, "7")
            .row(stranger, Q3, "chair", 2, 2, "14")
            .row(gone, Q2, "chair", 1, 1, "5")
            .row(CEM, Q3, "chair", 1, 1, "30")
            .over(ORGANISATION);
    VarianceTree why = VarianceAnalysis.of(DRIVERS).between(odd, Q2, Q3);
    assertEquals(
        """
        Bookings of unassigned  2026-Q2  Closed deals  Win rate  Deal size  left  2026-Q3
        Cem Kaya (cem)                0             0         0          0    30       30
        gone                          5             0         0          0    -5        0
        stranger                      7             7         0          0     0       14
        total                        12             7         0          0    25       44
        """,
        why.at(Organisation.UNASSIGNED).print());
    assertEquals("50 = East (east) 50", why.at(EAST).explain(WIN_RATE).toString());
  }

  @Test
  void whatHasNoValueIsNamed() {
    Cube odd =
        new Sales()
            .row(ANA, Q2, "chair", 0, 0, "0")
            .row(ANA, Q3, "chair", 4, 2, "100")
            .row(BEN, Q2, "chair", 4, 0, "0")
            .row(BEN, Q3, "chair", 5, 1, "60")
            .row(DOT, Q2, "chair", 3, 0, "25")
            .row(DOT, Q3, "chair", 3, 1, "40")
            .over(ORGANISATION);
    VarianceTree why = VarianceAnalysis.of(DRIVERS).between(odd, Q2, Q3);
    assertEquals("100 = Closed deals 100 + Win rate 0 + Deal size 0", why.at(ANA).toString());
    assertEquals("60 = Closed deals 6 + Win rate 54 + Deal size 0", why.at(BEN).toString());
    assertEquals(
        "15 = Closed deals 0 + Win rate 0 + Deal size 0 + not explained 15",
        why.at(DOT).toString());
    assertEquals(
        "[dot 15: Deal size has no value, and without it the factors do not come to the result]",
        why.unexplained().toString());
    VarianceTree byProduct = VarianceAnalysis.of(DRIVERS.by(PRODUCT)).between(odd, Q2, Q3);
    assertEquals("dot, chair 15", byProduct.unexplained().get(0).toString().split(":", 2)[0]);
  }

  @Test
  void logarithmsWantOneSign() {
    Cube odd =
        new Sales()
            .row(ANA, Q2, "chair", 4, 2, "100")
            .row(ANA, Q3, "chair", 4, 2, "-50")
            .row(BEN, Q2, "chair", 4, 2, "100")
            .row(BEN, Q3, "chair", 4, 0, "0")
            .over(ORGANISATION);
    VarianceAnalysis analysis = VarianceAnalysis.of(DRIVERS);
    assertEquals(
        "-150 = Closed deals 0 + Win rate 0 + Deal size -150",
        analysis.between(odd, Q2, Q3).at(ANA).toString());
    VarianceTree logarithmic = analysis.with(Decomposition.LMDI).between(odd, Q2, Q3);
    assertEquals(
        "[ana -150: Deal size changes its sign, which has no logarithm]",
        logarithmic.unexplained().toString());
    assertEquals(
        "-100 = Closed deals 0 + Win rate -100 + Deal size 0", logarithmic.at(BEN).toString());
    assertEquals("bookings = closed * win-rate * deal-size, by SHAPLEY", analysis.toString());
  }

  @Test
  void decimalsAreThoseWanted() {
    Cube thirds =
        new Sales()
            .row(ANA, Q2, "chair", 1, 1, "1")
            .row(ANA, Q3, "chair", 2, 1, "1.5")
            .over(ORGANISATION);
    VarianceAnalysis analysis = VarianceAnalysis.of(DRIVERS);
    assertEquals(
        "0.5 = Closed deals 0.9167 + Win rate -0.9583 + Deal size 0.5416",
        analysis.decimals(4).between(thirds, Q2, Q3).at(ANA).toString());
    refused("decimals must be 0 to 9", () -> analysis.decimals(10));
    refused(
        "decimals must be at least the 2 of bookings, but were 1",
        () -> analysis.decimals(1).between(thirds, Q2, Q3));
    VarianceAnalysis wins = VarianceAnalysis.of(Drivers.of(WINS, CLOSED, WIN_RATE));
    assertEquals(
        "0 = Closed deals 0.75 + Win rate -0.75", wins.between(thirds, Q2, Q3).at(ANA).toString());
    assertEquals(
        "0 = Closed deals 1 + Win rate -1",
        wins.decimals(0).between(thirds, Q2, Q3).at(ANA).toString());
  }

  @Test
  void refusesWhatCannotBeCompared() {
    refused("party must be one of", () -> tree.at(PersonId.of("stranger")));
    refused("must be the id or name", () -> tree.at("nobody"));
    refused("line must be one of", () -> tree.at(EAST).line(Cause.MIX));
    refused("line must be one of", () -> tree.at(EAST).line(Cause.FACTOR));
    refused("line must be one of", () -> tree.at(EAST).explain(BOOKINGS));
    VarianceAnalysis analysis = VarianceAnalysis.of(DRIVERS);
    refused(
        "period must be one of",
        () -> analysis.between(cube, Q2, FiscalCalendar.calendarYear().period("2026-Q4")));
    Cube other = new Sales(DriversTest.catalog("EUR")).over(ORGANISATION);
    refused("must be defined alike, in one unit", () -> analysis.between(other, Q2, cube, Q3));
    Cube otherSize =
        new Sales(
                StandardMetrics.fullCatalog("USD", 2)
                    .with(DriversTest.money(DEAL_SIZE, "bookings / closed")))
            .over(ORGANISATION);
    refused("must multiply to", () -> analysis.between(otherSize, Q2, cube, Q3));
    Cube plain =
        Rollup.of(cube.ledger())
            .over(ORGANISATION)
            .periods(List.of(Q2, Q3))
            .organisedOn(JULY)
            .build();
    refused("booked cube must be over", () -> analysis.booked(plain).between(cube, Q2, Q3));
    assertThrows(
        IllegalArgumentException.class,
        () -> new VarianceLine(Cause.MIX, Optional.of(CLOSED), "mix", Quantity.ZERO));
  }

  private static void refused(String message, Executable call) {
    String given = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(given.contains(message), given);
  }
}
