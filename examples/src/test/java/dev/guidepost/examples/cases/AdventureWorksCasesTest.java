package dev.guidepost.examples.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Splitter;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Bridge;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
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
  private static final MetricId SALES = MetricId.of("sales");
  private static final MetricId QUOTA = MetricId.of("quota");
  private static final Dimension TERRITORY = Dimension.of("territory");
  private static final UnitId ALL = UnitId.of("all");
  private static final LocalDate END = LocalDate.of(2014, 6, 1); // of the last quota
  private static final LocalDate RESTATED = LocalDate.of(2014, 5, 1);

  private List<NamedCsvRecord> orders;
  private List<NamedCsvRecord> quotas;
  private List<NamedCsvRecord> holders;
  private List<Period> windows;
  private Period whole;
  private Ledger ledger;
  private Organisation byTerritory;
  private Organisation byLine;

  @BeforeEach
  void read() throws IOException {
    orders = Shared.rows(FOLDER + "sales_order_header_rep_orders_2011_2014.csv");
    quotas = Shared.rows(FOLDER + "quota_history_2011_dates.csv");
    holders = Shared.rows(FOLDER + "territory_history_2011_dates.csv");
    List<LocalDate> starts =
        quotas.stream().map(quota -> day(quota, "quota_date")).distinct().sorted().toList();
    windows = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      windows.add(Period.custom(starts.get(i), i + 1 == starts.size() ? END : starts.get(i + 1)));
    }
    whole = Period.custom(starts.get(0), END);
    ledger = ledger();
    byTerritory = byTerritory();
    byLine = byLine();
  }

  private static LocalDate day(NamedCsvRecord row, String field) {
    return LocalDate.parse(row.getField(field));
  }

  private static PersonId person(NamedCsvRecord row, String field) {
    return PersonId.of(row.getField(field));
  }

  private static Metric money(MetricId id, String definition) {
    return Metric.builder()
        .id(id)
        .name(id.value())
        .definition(definition)
        .aggregation(new Aggregation.Sum())
        .unit(new UnitOfMeasure.Money("USD"))
        .scale(4)
        .metricClass(MetricClass.RESULT)
        .timing(Timing.LAGGING)
        .build();
  }

  private Ledger ledger() {
    Catalog catalog =
        Catalog.of(
            List.of(
                money(SALES, "Subtotals of orders, on the day of the order."),
                money(QUOTA, "Quota of a window, on its first day.")),
            List.of(TERRITORY));
    LedgerWriter writer = new LedgerWriter(catalog);
    try (Batch batch = writer.batch("orders and quotas", END)) {
      for (NamedCsvRecord order : orders) {
        batch
            .row(order.getField("sales_order_id"))
            .by(person(order, "sales_person_id"))
            .on(day(order, "order_date"))
            .dim(TERRITORY, order.getField("territory_id"))
            .put(SALES, new BigDecimal(order.getField("sub_total")));
      }
      for (NamedCsvRecord quota : quotas) {
        batch
            .row("quota of " + quota.getField("business_entity_id") + quota.getField("quota_date"))
            .by(person(quota, "business_entity_id"))
            .on(day(quota, "quota_date"))
            .put(QUOTA, new BigDecimal(quota.getField("sales_quota")));
      }
      assertEquals(List.of(), batch.commit().rejects());
    }
    return writer.snapshot();
  }

  /** Three groups of ten territories; who holds one is its member, to the last day inclusive. */
  private Organisation byTerritory() throws IOException {
    Organisation.Builder builder = Organisation.builder(ALL, "All territories");
    Map<String, UnitId> groups = new HashMap<>();
    for (String line : Files.readAllLines(Shared.file(FOLDER + "SalesTerritory.csv"))) {
      List<String> fields = Splitter.on('\t').splitToList(line);
      if (!groups.containsKey(fields.get(3))) {
        UnitId group = UnitId.of(fields.get(3));
        groups.put(fields.get(3), group);
        builder.unit(group, fields.get(3), "group", ALL);
      }
      UnitId territory = UnitId.of("territory " + fields.get(0));
      builder.unit(territory, fields.get(1), "territory", groups.get(fields.get(3)));
    }
    for (String seller : sellers()) {
      builder.person(PersonId.of(seller), seller);
    }
    for (NamedCsvRecord stay : holders) {
      UnitId territory = UnitId.of("territory " + stay.getField("territory_id"));
      PersonId holder = person(stay, "business_entity_id");
      LocalDate from = day(stay, "start_date");
      if (stay.getField("end_date").isEmpty()) {
        builder.member(holder, territory, from);
      } else {
        builder.member(holder, territory, from, day(stay, "end_date").plusDays(1));
      }
    }
    return builder.build();
  }

  private List<String> sellers() {
    return orders.stream().map(order -> order.getField("sales_person_id")).distinct().toList();
  }

  /** A unit for each manager, of which the manager, who sells too, is a member. */
  private Organisation byLine() throws IOException {
    Organisation.Builder builder = Organisation.builder(ALL, "Sales");
    Map<String, String> managers = new HashMap<>();
    for (NamedCsvRecord employee : Shared.rows(FOLDER + "employee_tree.csv")) {
      managers.put(employee.getField("business_entity_id"), employee.getField("manager_id"));
      if (employee.getField("job_title").endsWith("Sales Manager")) {
        String manager = employee.getField("business_entity_id");
        builder.unit(UnitId.of("team " + manager), employee.getField("job_title"), "team", ALL);
      }
    }
    for (String seller : sellers()) {
      boolean manages = managers.containsValue(seller);
      PersonId person = PersonId.of(seller);
      builder.person(person, seller);
      builder.member(person, UnitId.of("team " + (manages ? seller : managers.get(seller))));
    }
    return builder.build();
  }

  private Rollup over(Organisation organisation) {
    List<Period> periods = new ArrayList<>(windows);
    periods.add(whole);
    return Rollup.of(ledger).over(organisation).periods(periods);
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
    assertEquals(163, quotas.size());
    assertEquals(12, windows.size());
    Cube cube = over(byLine).build();
    assertEquals(Quantity.of(95_714_000), cube.sum(ALL, QUOTA, whole));
    assertEquals(Quantity.parse("80487704.1832"), cube.sum(ALL, SALES, whole));
    for (MetricId metric : List.of(QUOTA, SALES)) {
      Quantity windowsTogether =
          windows.stream()
              .map(window -> cube.sum(ALL, metric, window))
              .reduce(Quantity.ZERO, Quantity::plus);
      assertEquals(cube.sum(ALL, metric, whole), windowsTogether);
    }
    assertEquals(Quantity.ZERO, cube.sum(Organisation.UNASSIGNED, SALES, whole));
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
