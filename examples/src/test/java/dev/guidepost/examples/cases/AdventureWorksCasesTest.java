package dev.guidepost.examples.cases;

import static dev.guidepost.examples.adventureworks.AdventureWorks.ALL;
import static dev.guidepost.examples.adventureworks.AdventureWorks.END;
import static dev.guidepost.examples.adventureworks.AdventureWorks.SALES;
import static dev.guidepost.examples.adventureworks.AdventureWorks.TERRITORY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.goal.Assignment;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.adventureworks.AdventureWorks;
import dev.guidepost.rollup.attainment.AttainmentLine;
import dev.guidepost.rollup.attainment.AttainmentTree;
import dev.guidepost.rollup.attainment.Attainments;
import dev.guidepost.rollup.attainment.Sides;
import dev.guidepost.rollup.cube.Bridge;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * AdventureWorks: quotas of irregular windows, managers who sell, territories that are swapped, and
 * orders that name another territory than the one that was held.
 */
class AdventureWorksCasesTest {

  private static final String FOLDER = "data/adventureworks/";
  private static final LocalDate RESTATED = LocalDate.of(2014, 5, 1);

  private List<NamedCsvRecord> orders;
  private List<NamedCsvRecord> holders;
  private List<Period> windows;
  private Period whole;
  private AdventureWorks works;
  private Ledger ledger;
  private Organisation byTerritory;
  private Organisation byLine;

  @BeforeEach
  void read() throws IOException {
    orders = Shared.rows(FOLDER + "sales_order_header_rep_orders_2011_2014.csv");
    holders = Shared.rows(FOLDER + "territory_history_2011_dates.csv");
    works = AdventureWorks.read(Shared.file(FOLDER + "SalesTerritory.csv").getParent());
    windows = works.windows();
    whole = works.all();
    ledger = works.ledger();
    byTerritory = works.byTerritory();
    byLine = works.byLine();
  }

  private static LocalDate day(NamedCsvRecord row, String field) {
    return LocalDate.parse(row.getField(field));
  }

  private List<String> sellers() {
    return orders.stream().map(order -> order.getField("sales_person_id")).distinct().toList();
  }

  private Rollup over(Organisation organisation) {
    List<Period> periods = new ArrayList<>(windows);
    periods.add(whole);
    return Rollup.of(ledger).over(organisation).periods(periods);
  }

  private AttainmentTree attained(Rollup rollup) {
    return Attainments.of(rollup, works.quotas(), END).of(SALES, whole);
  }

  private Optional<String> held(String seller, LocalDate day) {
    return holders.stream()
        .filter(stay -> stay.getField("business_entity_id").equals(seller))
        .filter(stay -> !day.isBefore(day(stay, "start_date")))
        .filter(stay -> stay.getField("end_date").isEmpty() || !day.isAfter(day(stay, "end_date")))
        .map(stay -> stay.getField("territory_id"))
        .findFirst();
  }

  @Test
  void quotasOfTwelveIrregularWindowsStandBesideWhatWasSold() {
    assertEquals(12, windows.size());
    assertEquals(163, works.quotas().keys().size());
    AttainmentTree tree = attained(over(byLine));
    AttainmentLine all = tree.at(ALL);
    assertEquals(163, all.assignment().orElseThrow().parts().size());
    assertEquals(List.of(), all.leftOut());
    assertEquals(
        "84.1 % (80,487,704.1832 of 95,714,000), short", all.assigned().orElseThrow().toString());
    Quantity quotas = Quantity.ZERO;
    Quantity sold = Quantity.ZERO;
    for (Period window : windows) {
      AttainmentLine one =
          Attainments.of(over(byLine), works.quotas(), END).of(SALES, window).at(ALL);
      quotas = quotas.plus(one.assignment().orElseThrow().assigned());
      sold = sold.plus(one.assigned().orElseThrow().actual().orElseThrow());
    }
    assertEquals(Quantity.of(95_714_000), quotas);
    assertEquals(Quantity.parse("80487704.1832"), sold);
    assertEquals(Sides.NEITHER, tree.at(Organisation.UNASSIGNED).sides());
  }

  /** By both trees, as it was and restated, targets and what was sold add up to the same. */
  @Test
  void byTerritoryQuotasAndSalesAddUpToo() {
    for (Rollup view : List.of(over(byTerritory), over(byTerritory).organisedOn(RESTATED))) {
      AttainmentTree tree = attained(view);
      Quantity quotas = Quantity.ZERO;
      Quantity sold = Quantity.ZERO;
      List<UnitId> leaves = new ArrayList<>(byTerritory.units());
      leaves.removeIf(unit -> !byTerritory.level(unit).equals("territory"));
      leaves.add(Organisation.UNASSIGNED);
      for (UnitId unit : leaves) {
        AttainmentLine line = tree.at(unit);
        quotas = quotas.plus(line.assignment().map(Assignment::assigned).orElse(Quantity.ZERO));
        sold = sold.plus(tree.cube().sum(unit, SALES, whole));
      }
      assertEquals(Quantity.of(95_714_000), quotas);
      assertEquals(Quantity.parse("80487704.1832"), sold);
      assertEquals(
          "84.1 % (80,487,704.1832 of 95,714,000), short",
          tree.at(ALL).assigned().orElseThrow().toString());
    }
  }

  /** A calendar year cuts windows: three of 2013 lie inside, from February to November. */
  @Test
  void windowsThatCrossTheYearAreNamed() {
    Period year = FiscalCalendar.calendarYear().period("2013");
    AttainmentTree tree =
        Attainments.of(Rollup.of(ledger).over(byLine).periods(List.of(year)), works.quotas(), END)
            .of(SALES, year);
    AttainmentLine all = tree.at(ALL);
    assertEquals(List.of("targets below are for 275 of 365 days"), all.notes());
    Quantity inside = Quantity.ZERO;
    for (Period window : windows) {
      if (!window.start().isBefore(year.start()) && !window.end().isAfter(year.end())) {
        inside = inside.plus(over(byLine).build().sum(ALL, SALES, window));
      }
    }
    assertEquals(inside, all.assigned().orElseThrow().actual().orElseThrow());
    assertTrue(all.leftOut().stream().allMatch(line -> line.reason().startsWith("period of ")));
  }

  @Test
  void aManagerWhoSellsCountsOnce() {
    Cube cube = over(byLine).build();
    PersonId manager = PersonId.of("274");
    Quantity own = cube.sum(manager, SALES, whole);
    Quantity sum = Quantity.ZERO;
    for (String seller : sellers()) {
      if (byLine.unitOf(PersonId.of(seller), END).equals(Optional.of(UnitId.of("team 274")))) {
        sum = sum.plus(cube.sum(PersonId.of(seller), SALES, whole));
      }
    }
    assertTrue(own.signum() > 0);
    assertEquals(sum, cube.sum(UnitId.of("team 274"), SALES, whole));
  }

  @Test
  void creditFollowsWhatWasHeldOnTheDay() {
    Cube cube = over(byTerritory).build();
    Map<String, Quantity> byHand = new HashMap<>();
    int others = 0;
    int without = 0;
    for (NamedCsvRecord order : orders) {
      Optional<String> held = held(order.getField("sales_person_id"), day(order, "order_date"));
      byHand.merge(
          held.map(territory -> "territory " + territory).orElse("unassigned"),
          Quantity.parse(order.getField("sub_total")),
          Quantity::plus);
      others += held.isPresent() && !held.get().equals(order.getField("territory_id")) ? 1 : 0;
      without += held.isEmpty() ? 1 : 0;
    }
    assertEquals(542, others);
    assertEquals(134, without);
    assertEquals(Quantity.parse("3584605.9260"), cube.sum(Organisation.UNASSIGNED, SALES, whole));
    assertEquals(134, cube.facts(Organisation.UNASSIGNED, SALES, whole).size());
    byHand.remove("unassigned");
    assertEquals(10, byHand.size());
    byHand.forEach(
        (territory, sold) -> assertEquals(sold, cube.sum(UnitId.of(territory), SALES, whole)));
    assertEquals(Quantity.parse("80487704.1832"), cube.sum(ALL, SALES, whole));
  }

  @Test
  void restatedItAddsUpToTheSameAndTheBridgeSaysWhatMoved() {
    Cube asItWas = over(byTerritory).build();
    Cube restated = over(byTerritory).organisedOn(RESTATED).build();
    assertEquals(asItWas.sum(ALL, SALES, whole), restated.sum(ALL, SALES, whole));
    Map<String, Quantity> byHand = new HashMap<>();
    for (NamedCsvRecord order : orders) {
      byHand.merge(
          held(order.getField("sales_person_id"), RESTATED)
              .map(territory -> "territory " + territory)
              .orElse("unassigned"),
          Quantity.parse(order.getField("sub_total")),
          Quantity::plus);
    }
    Bridge bridge = Bridge.between(asItWas, restated, SALES, whole);
    Quantity in = Quantity.ZERO;
    Quantity out = Quantity.ZERO;
    for (UnitId unit : byTerritory.units()) {
      if (byTerritory.level(unit).equals("territory")) {
        Bridge.Line line = bridge.line(unit);
        assertEquals(byHand.getOrDefault(unit.value(), Quantity.ZERO), line.right());
        in = in.plus(line.movedIn());
        out = out.plus(line.movedOut());
      }
    }
    Bridge.Line none = bridge.line(Organisation.UNASSIGNED);
    assertEquals(in.plus(none.movedIn()), out.plus(none.movedOut()));
    assertTrue(in.signum() > 0);
    // Two who swapped on 2012-11-30: what was sold before goes with them.
    assertEquals(
        Quantity.ZERO.minus(
            bridge
                .line(UnitId.of("territory 2"))
                .right()
                .minus(bridge.line(UnitId.of("territory 2")).left())),
        bridge
            .line(UnitId.of("territory 3"))
            .right()
            .minus(bridge.line(UnitId.of("territory 3")).left()));
  }

  @Test
  void theOrdersOwnTerritoryIsADimension() {
    Quantity sum = Quantity.ZERO;
    for (String territory : ledger.values(TERRITORY)) {
      Cube cube =
          Rollup.of(ledger.where(TERRITORY, territory))
              .over(byTerritory)
              .periods(List.of(whole))
              .build();
      sum = sum.plus(cube.sum(ALL, SALES, whole));
    }
    assertEquals(Quantity.parse("80487704.1832"), sum);
  }
}
