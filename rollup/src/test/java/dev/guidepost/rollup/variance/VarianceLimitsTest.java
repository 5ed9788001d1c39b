package dev.guidepost.rollup.variance;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static dev.guidepost.rollup.variance.DriversTest.DEAL_SIZE;
import static dev.guidepost.rollup.variance.Sales.Q2;
import static dev.guidepost.rollup.variance.Sales.Q3;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What cannot be told or does not fit is refused with what to do; what can be is answered. */
class VarianceLimitsTest {

  private static final UnitId ROOT = UnitId.of("root");
  private static final UnitId EAST = UnitId.of("east");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final Organisation ORGANISATION =
      Organisation.builder(ROOT, "Root")
          .unit(EAST, "East", "region", ROOT)
          .person(ANA, "Ana")
          .person(BEN, "Ben")
          .member(ANA, EAST)
          .member(BEN, ROOT)
          .build();
  private static final Catalog WHOLE =
      StandardMetrics.fullCatalog("USD", 0).with(DriversTest.money(DEAL_SIZE, "bookings / wins"));
  private static final VarianceAnalysis ANALYSIS =
      VarianceAnalysis.of(Drivers.of(BOOKINGS, WINS, DEAL_SIZE));
  private static final String HUGE = "9000000000000000000";

  private static void refused(
      Class<? extends RuntimeException> type, String message, Executable call) {
    assertEquals(message, assertThrows(type, call).getMessage());
  }

  @Test
  void aCubeWithoutFactsIsRefusedOnEverySide() {
    Ledger ledger =
        new Sales()
            .row(ANA, Q2, "chair", 10, 5, "100")
            .row(ANA, Q3, "chair", 20, 5, "300")
            .ledger();
    Rollup rollup = Rollup.of(ledger).over(ORGANISATION).periods(List.of(Q2, Q3));
    Cube plain = rollup.build();
    Cube parts = rollup.part().cube();
    assertEquals(Quantity.of(300), parts.sum(ROOT, BOOKINGS, Q3));
    RateAnalysis rate = RateAnalysis.of(WIN_RATE);
    List<Executable> calls =
        List.of(
            () -> ANALYSIS.between(parts, Q2, Q3),
            () -> ANALYSIS.between(parts, Q2, plain, Q3),
            () -> ANALYSIS.between(plain, Q2, parts, Q3),
            () -> ANALYSIS.booked(parts).between(plain, Q2, Q3),
            () -> ANALYSIS.booked(plain, parts).between(plain, Q2, Q3),
            () -> rate.between(ROOT, parts, Q2, Q3),
            () -> rate.between(ROOT, plain, Q2, parts, Q3),
            () -> rate.by(PRODUCT).between(ROOT, parts, Q2, plain, Q3));
    for (Executable call : calls) {
      refused(
          IllegalStateException.class,
          "facts must be kept to tell why a result moved, but a cube of parts has none:"
              + " ask their ledgers",
          call);
    }
  }

  @Test
  void whatFitsWithoutDecimalsIsRead() {
    Cube cube = new Sales(WHOLE).row(ANA, Q3, "chair", 2, 2, HUGE).over(ORGANISATION);
    Variance same = ANALYSIS.between(cube, Q3, Q3).at(EAST);
    assertEquals(Quantity.of(9_000_000_000_000_000_000L), same.after());
    assertEquals("0 = Wins 0 + Deal size 0", same.toString());
    assertEquals(
        """
        Bookings of East (east)                    2026-Q3  Wins  Deal size                    2026-Q3
        Ana (ana)                9,000,000,000,000,000,000     0          0  9,000,000,000,000,000,000
        total                    9,000,000,000,000,000,000     0          0  9,000,000,000,000,000,000
        """,
        same.print());
  }

  @Test
  void theNodeThatDoesNotFitIsNamedAndOthersAreRead() {
    Cube cube =
        new Sales(WHOLE)
            .row(ANA, Q2, "chair", 9, 9, HUGE)
            .row(ANA, Q3, "chair", 9, 9, "-" + HUGE)
            .row(BEN, Q2, "chair", 9, 9, "90")
            .row(BEN, Q3, "chair", 9, 9, "180")
            .over(ORGANISATION);
    VarianceTree tree = ANALYSIS.between(cube, Q2, Q3);
    assertEquals("90 = Wins 0 + Deal size 90", tree.at(BEN).toString());
    Variance ana = tree.at(ANA);
    assertEquals(Quantity.of(-9_000_000_000_000_000_000L), ana.after());
    assertEquals("too large = Wins 0 + Deal size too large", ana.toString());
    refused(
        ArithmeticException.class,
        "change in Bookings of Ana (ana), 2026-Q2 to 2026-Q3 must fit 64 bits with 2 decimals,"
            + " but was -18000000000000000000.00",
        ana::change);
    refused(
        ArithmeticException.class,
        "Deal size in Bookings of East (east), 2026-Q2 to 2026-Q3 must fit 64 bits with 2"
            + " decimals, but was -18000000000000000000.00",
        () -> tree.at(EAST).line(DEAL_SIZE));
    assertEquals(Quantity.ZERO, ana.line(WINS).amount());
    assertEquals(
        """
        Bookings                       2026-Q2  Wins  Deal size                     2026-Q3
        Root (root)  9,000,000,000,000,000,090     0  too large  -8,999,999,999,999,999,820
        East (east)  9,000,000,000,000,000,000     0  too large  -9,000,000,000,000,000,000
        unassigned                           0     0          0                           0
        """,
        tree.print());
  }

  @Test
  void aSumThatDoesNotFitLeavesItsPartsReadable() {
    Cube cube =
        new Sales(WHOLE)
            .row(ANA, Q2, "chair", 9, 9, HUGE)
            .row(ANA, Q3, "chair", 9, 9, HUGE)
            .row(BEN, Q2, "chair", 9, 9, HUGE)
            .row(BEN, Q3, "chair", 9, 9, "18")
            .over(ORGANISATION);
    VarianceTree tree = ANALYSIS.between(cube, Q2, Q3);
    assertEquals("0 = Wins 0 + Deal size 0", tree.at(ANA).toString());
    assertEquals("-8,999,999,999,999,999,982", tree.at(ROOT).change().print());
    refused(
        ArithmeticException.class,
        "earlier Bookings of Root (root), 2026-Q2 to 2026-Q3 must fit 64 bits with 2 decimals,"
            + " but was 18000000000000000000.00",
        () -> tree.at(ROOT).before());
    assertEquals(
        "too large to 9,000,000,000,000,000,018 USD", tree.at(ROOT).explainByPart().value());
  }

  @Test
  void fewerDecimalsAreTheRemedyWhereTheyAre() {
    Cube cube =
        new Sales()
            .row(ANA, Q2, "chair", 10, 10, "200000000000")
            .row(ANA, Q3, "chair", 9, 9, "190000000000")
            .row(BEN, Q3, "chair", 1, 0, "7")
            .over(ORGANISATION);
    VarianceTree tree = ANALYSIS.decimals(9).between(cube, Q2, Q3);
    refused(
        ArithmeticException.class,
        "Wins in Bookings of Ana (ana), 2026-Q2 to 2026-Q3 must fit 64 bits with 9 decimals,"
            + " but was -20555555555.555555556; take fewer decimals, such as 2",
        () -> tree.at(ANA).lines());
    assertEquals(
        "-10,000,000,000 = Wins -20,555,555,555.56 + Deal size 10,555,555,555.56",
        ANALYSIS.between(cube, Q2, Q3).at(ANA).toString());
    assertEquals("ben", tree.unexplained().get(0).party().value());
  }

  @Test
  void whatIsNotExplainedAndDoesNotFitIsNamed() {
    Cube cube =
        new Sales(WHOLE)
            .row(ANA, Q2, "chair", 1, 0, HUGE)
            .row(ANA, Q3, "chair", 1, 0, "-" + HUGE)
            .over(ORGANISATION);
    VarianceTree tree = ANALYSIS.between(cube, Q2, Q3);
    refused(
        ArithmeticException.class,
        "bookings of ana, not explained, must fit 64 bits with 2 decimals,"
            + " but was -18000000000000000000.00",
        tree::unexplained);
    assertEquals(Quantity.ZERO, tree.at(BEN).change());
  }

  @Test
  void anEffectOnARatioThatDoesNotFitIsNamed() {
    Cube cube =
        new Sales(WHOLE)
            .row(ANA, Q2, "chair", 1, 1, HUGE)
            .row(ANA, Q3, "chair", 1, 1, "-" + HUGE)
            .over(ORGANISATION);
    RateVariance why = RateAnalysis.of(DEAL_SIZE).between(EAST, cube, Q2, Q3).orElseThrow();
    refused(
        ArithmeticException.class,
        "Deal size of East (east), 2026-Q2 to 2026-Q3 must fit 64 bits with 2 decimals,"
            + " but was -18000000000000000000.00",
        why::explain);
    assertEquals(2, why.print().split("too large", -1).length - 1);
  }

  /** Was quadratic in the units, as each looked for its parts among all nodes. */
  @Test
  void partsStandInTheOrderOfNodesAlsoWhereThereAreMany() {
    Organisation.Builder builder = Organisation.builder(ROOT, "Root");
    Sales sales = new Sales();
    for (int i = 2_999; i >= 0; i--) {
      UnitId team = UnitId.of("team" + i);
      PersonId person = PersonId.of("person" + i);
      builder.unit(team, "Team", "team", ROOT).person(person, "Ana").member(person, team);
      sales.row(person, Q2, "chair", 2, 1, "10").row(person, Q3, "chair", 2, 1, "11");
    }
    Cube cube = sales.over(builder.build());
    Variance root = ANALYSIS.between(cube, Q2, Q3).at(ROOT);
    assertEquals(
        cube.nodes().stream()
            .filter(node -> node instanceof UnitId && node.value().startsWith("team"))
            .map(node -> "Team (" + node + ")")
            .toList(),
        root.explainByPart().parts().stream().map(part -> part.label()).toList());
    assertEquals(Quantity.of(3_000), root.change());
    assertEquals(Quantity.ZERO, root.line(Cause.MOVED).amount());
  }
}
