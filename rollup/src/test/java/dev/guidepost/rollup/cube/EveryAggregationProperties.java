package dev.guidepost.rollup.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.measure.Measuring;
import dev.guidepost.core.measure.Scope;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Kept;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Reporter;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every metric of a catalog can be read at every node, and means what it means everywhere. */
class EveryAggregationProperties {

  private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();
  private static final UnitOfMeasure USD = new UnitOfMeasure.Money("USD");
  private static final UnitOfMeasure THINGS = new UnitOfMeasure.Count("things");
  private static final UnitOfMeasure SHARE = new UnitOfMeasure.Share();
  static final Dimension ACCOUNT = Dimension.of("account");

  static final Catalog CATALOG =
      Catalog.of(
          List.of(
              metric("sales", "sum", USD),
              metric("deals", "sum", THINGS),
              metric("open", "last snapshot", USD),
              metric("first", "first snapshot", USD),
              metric("usual", "average snapshot", USD),
              metric("peak", "max snapshot", USD),
              metric("size", "mean", USD),
              metric("largest", "max", USD),
              metric("age", "distribution", new UnitOfMeasure.Days()),
              metric("accounts", "distinct account of sales", THINGS),
              metric("open-accounts", "distinct account of open", THINGS),
              metric("cover", "open / sales", SHARE),
              metric("weighted", "mean of sales by deals", USD),
              metric("profit", "= sales * 0.5 - open", USD),
              metric("this-year", "year to date of sales", USD),
              metric("ages-this-quarter", "quarter to date of age", new UnitOfMeasure.Days()),
              metric("accounts-this-month", "month to date of accounts", THINGS)),
          List.of(ACCOUNT));

  private static Metric metric(String id, String aggregation, UnitOfMeasure unit) {
    return Metric.builder()
        .id(MetricId.of(id))
        .name(id)
        .definition("What is called " + id + ".")
        .aggregation(Aggregation.parse(aggregation))
        .unit(unit)
        .metricClass(MetricClass.RESULT)
        .timing(Timing.LAGGING)
        .build();
  }

  static Ledger ledger(Scenario scenario, Random random) {
    List<PartyId> parties = new ArrayList<>(scenario.organisation.people());
    parties.addAll(scenario.organisation.units());
    parties.addAll(List.of(PersonId.of("stranger"), UnitId.of("nowhere")));
    List<Metric> withFacts =
        CATALOG.metrics().stream().filter(m -> m.aggregation().takesFacts()).toList();
    LedgerWriter writer = new LedgerWriter(CATALOG);
    try (Batch batch = writer.batch("one", Scenario.FIRST_KNOWN)) {
      for (int i = random.nextInt(120); i > 0; i--) {
        batch
            .row("row " + i)
            .by(parties.get(random.nextInt(parties.size())))
            .on(Scenario.START.plusDays(random.nextInt(120)))
            .dim(ACCOUNT, random.nextInt(3) == 0 ? "" : "account" + random.nextInt(4))
            .put(withFacts.get(random.nextInt(withFacts.size())).id(), random.nextInt(50));
      }
      batch.commit();
    }
    return writer.snapshot();
  }

  /** What counts at a node and who should report there, said in the shortest way. */
  private static Scope scope(
      PartyId node, Ledger ledger, Organisation organisation, Optional<LocalDate> on, Period days) {
    Model model = new Model(organisation, on, List.of());
    Set<PartyId> expected = new HashSet<>();
    LocalDate last = on.orElse(days.lastDay());
    for (PersonId person : organisation.people()) {
      Optional<UnitId> unit = organisation.unitOf(person, last);
      if (unit.isPresent()
          && (person.equals(node) || organisation.path(unit.get(), last).contains(node))) {
        expected.add(person);
      }
      if (organisation.memberships(person).isEmpty()
          && List.of(person, Organisation.UNASSIGNED, organisation.root()).contains(node)) {
        expected.add(person);
      }
    }
    return new Scope(
        position -> {
          Fact fact = ledger.fact(position);
          Scenario.Row row =
              new Scenario.Row("", fact.party(), fact.on(), fact.metric(), fact.amount());
          return node.equals(fact.party()) || model.path(row).contains(node);
        },
        expected);
  }

  @Property(tries = 60)
  void isReadAtEveryNodeAsItIsDefined(@ForAll long seed) {
    Scenario scenario = new Scenario(seed);
    Random random = new Random(seed);
    Ledger whole = ledger(scenario, random);
    Ledger ledger =
        random.nextBoolean() || whole.values(ACCOUNT).isEmpty()
            ? whole
            : whole.where(ACCOUNT, whole.values(ACCOUNT).get(0));
    Measuring measuring = Measuring.of(ledger, CALENDAR);
    Rollup rollup =
        Rollup.of(ledger).over(scenario.organisation).periods(scenario.periods).by(CALENDAR);
    for (Optional<LocalDate> on :
        List.of(Optional.<LocalDate>empty(), Optional.of(scenario.organisedOn))) {
      Cube cube = (on.isPresent() ? rollup.organisedOn(on.get()) : rollup).build();
      for (PartyId node : cube.nodes()) {
        for (Period period : cube.periods()) {
          Cells cells = cube.at(node).in(period);
          for (Metric metric : CATALOG.metrics()) {
            Measurement expected =
                measuring.measure(
                    metric.id(),
                    period,
                    (kept, days) ->
                        measuring.partial(
                            kept.id(), days, scope(node, ledger, scenario.organisation, on, days)));
            assertEquals(expected, cells.get(metric.id()), () -> metric.id() + " of " + node);
            assertEquals(
                measuring.facts(
                    metric.id(), period, scope(node, ledger, scenario.organisation, on, period)),
                cells.facts(metric.id()),
                () -> metric.id() + " of " + node);
          }
        }
      }
    }
  }

  /** Also where facts are placed by a dimension, of a slice, and of a cube without facts. */
  @Property(tries = 60)
  void readOfManyItIsTheSame(@ForAll long seed, @ForAll boolean restated) {
    Scenario scenario = new Scenario(seed);
    Random random = new Random(seed);
    Ledger whole = ledger(scenario, random);
    Organisation.Builder accounts = Organisation.builder(UnitId.of("all"), "All");
    for (int i = 0; i < 3; i++) {
      accounts.unit(UnitId.of("account" + i), "Account", "account", UnitId.of("all"));
    }
    Rollup kept = Rollup.of(whole).periods(scenario.periods).by(CALENDAR);
    Rollup all = restated ? kept.organisedOn(scenario.organisedOn) : kept;
    Rollup people = all.over(scenario.organisation);
    for (Cube cube :
        List.of(
            people.build(),
            people.viewing(facts -> facts.where(ACCOUNT, "account1")).build(),
            all.over(accounts.build(), ACCOUNT).build(),
            people.part().cube())) {
      for (Period period : cube.periods()) {
        for (Metric metric : CATALOG.metrics()) {
          Function<PartyId, Measurement> byParty = cube.byParty(metric.id(), period);
          for (PartyId node : cube.nodes()) {
            if (cube.refusal(metric.id(), period).isPresent()) {
              assertThrows(IllegalArgumentException.class, () -> byParty.apply(node));
            } else {
              assertEquals(
                  cube.measurement(node, metric.id(), period),
                  byParty.apply(node),
                  () -> metric.id() + " of " + node);
            }
          }
        }
      }
    }
  }

  @Example
  void whatIsReadOfManyMustBeKnown() {
    Organisation organisation = Organisation.builder(UnitId.of("root"), "Root").build();
    Period quarter = CALENDAR.period("2026-Q3");
    Cube cube =
        Rollup.of(new LedgerWriter(CATALOG).snapshot())
            .over(organisation)
            .periods(List.of(quarter))
            .by(CALENDAR)
            .build();
    MetricId open = MetricId.of("open");
    assertThrows(IllegalArgumentException.class, () -> cube.byParty(MetricId.of("none"), quarter));
    assertThrows(
        IllegalArgumentException.class, () -> cube.byParty(open, CALENDAR.period("2026-Q4")));
    Function<PartyId, Measurement> byParty = cube.byParty(open, quarter);
    assertThrows(IllegalArgumentException.class, () -> byParty.apply(PersonId.of("nobody")));
  }

  /** Every fact is in one part, so that what adds up does so without a rest. */
  @Property(tries = 25)
  void everyCellIsExplainedByItsParts(@ForAll long seed) {
    Scenario scenario = new Scenario(seed);
    Ledger ledger = ledger(scenario, new Random(seed));
    Rollup rollup =
        Rollup.of(ledger).over(scenario.organisation).periods(scenario.periods).by(CALENDAR);
    for (Cube cube : List.of(rollup.build(), rollup.organisedOn(scenario.organisedOn).build())) {
      for (PartyId node : cube.nodes()) {
        Cells cells = cube.at(node).in(cube.periods().get(0));
        for (Metric metric : CATALOG.metrics()) {
          Explanation why = cells.explain(metric.id());
          Aggregation aggregation = metric.aggregation();
          boolean average = aggregation.toString().equals("average snapshot");
          if (aggregation.kept() == Kept.SUM || aggregation instanceof Aggregation.Snapshot) {
            assertEquals(
                cells
                    .get(metric.id())
                    .value(metric.scale())
                    .map(Quantity::of)
                    .orElse(Quantity.ZERO),
                why.total());
          }
          if (aggregation.takesFacts() && aggregation.kept() != Kept.EXTREME && !average) {
            assertTrue(
                why.parts().stream().noneMatch(part -> part.label().equals("taken together")),
                () -> metric.id() + ": " + why);
          }
        }
      }
    }
  }

  @Example
  void aSnapshotMovesWithItsOwner() {
    UnitId root = UnitId.of("root");
    UnitId east = UnitId.of("east");
    UnitId west = UnitId.of("west");
    PersonId ana = PersonId.of("ana");
    PersonId ben = PersonId.of("ben");
    LocalDate moved = LocalDate.of(2026, 8, 1);
    Organisation organisation =
        Organisation.builder(root, "Root")
            .unit(east, "East", "team", root)
            .unit(west, "West", "team", root)
            .person(ana, "Ana")
            .member(ana, east, LocalDate.of(2026, 1, 1), moved)
            .member(ana, west, moved)
            .person(ben, "Ben")
            .member(ben, east)
            .build();
    LedgerWriter writer = new LedgerWriter(CATALOG);
    try (Batch batch = writer.batch("one", moved)) {
      batch.row("1").by(ana).on(LocalDate.of(2026, 7, 31)).put(MetricId.of("open"), 70);
      batch.row("2").by(ana).on(LocalDate.of(2026, 8, 31)).put(MetricId.of("open"), 90);
      batch.commit();
    }
    Period quarter = CALENDAR.period("2026-Q3");
    Period july = CALENDAR.period("2026-07");
    Cube cube =
        Rollup.of(writer.snapshot())
            .over(organisation)
            .periods(List.of(quarter, july))
            .by(CALENDAR)
            .build();
    MetricId open = MetricId.of("open");
    assertEquals(
        "90 USD (1 of 2 reported): 90 = East (east) 0 + West (west) 90",
        cube.at("Root").in(quarter).explain(open).toString());
    assertEquals(
        "90 USD (1 of 1 reported): 90 = Ana (ana) 90",
        cube.at("West").in(quarter).explain(open).toString());
    assertEquals(
        "70 USD (1 of 2 reported): 70 = Ana (ana) 70 + Ben (ben) 0",
        cube.at("East").in(july).explain(open).toString());
    assertEquals("70 USD (1 of 2 reported)", cube.at("East").in(july).get(open).toString());
    assertEquals("- (0 of 1 reported)", cube.at("East").in(quarter).get(open).toString());
    assertEquals("90 USD (1 of 1 reported)", cube.at("West").in(quarter).get(open).toString());
    assertEquals("90 USD (1 of 2 reported)", cube.at("Root").in(quarter).get(open).toString());
    assertEquals("- (no open)", cube.at("East").in(quarter).get(MetricId.of("cover")).toString());
    assertEquals(List.of(), cube.at("East").in(quarter).facts(open));
    assertEquals(1, cube.at("Root").in(quarter).facts(open).size());
    assertEquals(
        Optional.of(Quantity.of(90).toBigDecimal()), cube.measurement(ana, open, quarter).value(0));
  }

  @Example
  void metricsToDateNeedACalendar() {
    Rollup rollup =
        Rollup.of(new LedgerWriter(CATALOG).snapshot())
            .over(Organisation.builder(UnitId.of("root"), "Root").build())
            .periods(List.of(CALENDAR.period("2026-07")));
    assertEquals(
        "by(...) must be called before build(), as this-year is to date, but was not",
        assertThrows(IllegalStateException.class, rollup::build).getMessage());
    assertEquals(
        17, rollup.by(CALENDAR).build().at("root").in(CALENDAR.period("2026-07")).all().size());
  }

  /** Who was never placed is missing like others; a leaver and a joiner are not. */
  @Example
  void whoStandsNowhereIsNotExpectedToReport() {
    UnitId root = UnitId.of("root");
    List<PersonId> people =
        List.of(
            PersonId.of("ana"), PersonId.of("unplaced"), PersonId.of("left"), PersonId.of("comes"));
    Organisation organisation =
        Organisation.builder(root, "Root")
            .person(people.get(0), "Ana")
            .member(people.get(0), root)
            .person(people.get(1), "Unplaced")
            .person(people.get(2), "Left")
            .member(people.get(2), root, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1))
            .person(people.get(3), "Comes")
            .member(people.get(3), root, LocalDate.of(2026, 8, 1))
            .build();
    MetricId open = MetricId.of("open");
    LedgerWriter writer = new LedgerWriter(CATALOG);
    try (Batch batch = writer.batch("one", LocalDate.of(2026, 8, 1))) {
      batch.row("1").by(people.get(0)).on(LocalDate.of(2026, 7, 31)).put(open, 60);
      batch.commit();
    }
    Period july = CALENDAR.period("2026-07");
    Cube cube =
        Rollup.of(writer.snapshot()).over(organisation).periods(List.of(july)).by(CALENDAR).build();
    assertEquals("60 USD (1 of 2 reported)", cube.measurement(root, open, july).toString());
    assertEquals(
        "- (0 of 1 reported)", cube.measurement(Organisation.UNASSIGNED, open, july).toString());
    assertEquals("- (0 of 1 reported)", cube.measurement(people.get(1), open, july).toString());
    assertEquals("- (0 of 0 reported)", cube.measurement(people.get(2), open, july).toString());
    assertEquals("- (0 of 0 reported)", cube.measurement(people.get(3), open, july).toString());
    assertEquals(
        cube.measurement(root, open, july),
        Measuring.of(writer.snapshot(), CALENDAR).measure(open, people.subList(0, 2), july));
  }

  /** Who moved after the last snapshot reported where it stands, and is missed where they stand. */
  @Example
  void aSnapshotOfBeforeAMoveIsNotThatOfAfter() {
    UnitId root = UnitId.of("root");
    UnitId east = UnitId.of("east");
    UnitId west = UnitId.of("west");
    PersonId ana = PersonId.of("ana");
    LocalDate moved = LocalDate.of(2026, 8, 1);
    Organisation organisation =
        Organisation.builder(root, "Root")
            .unit(east, "East", "team", root)
            .unit(west, "West", "team", root)
            .person(ana, "Ana")
            .member(ana, east, LocalDate.of(2026, 1, 1), moved)
            .member(ana, west, moved)
            .build();
    MetricId open = MetricId.of("open");
    Metric heads =
        Metric.builder()
            .id(MetricId.of("heads"))
            .name("Heads")
            .definition("People, by unit.")
            .aggregation(Aggregation.parse("last snapshot"))
            .unit(THINGS)
            .metricClass(MetricClass.RESULT)
            .timing(Timing.LAGGING)
            .reportedBy(Reporter.UNITS)
            .build();
    LedgerWriter writer = new LedgerWriter(CATALOG.with(heads));
    try (Batch batch = writer.batch("one", moved)) {
      batch.row("1").by(ana).on(LocalDate.of(2026, 7, 31)).dim(ACCOUNT, "a").put(open, 60);
      batch.row("2").by(ana).on(LocalDate.of(2026, 6, 30)).dim(ACCOUNT, "b").put(open, 1);
      batch.row("3").by(east).on(LocalDate.of(2026, 7, 31)).put(heads.id(), 1);
      batch.row("4").by(west).on(LocalDate.of(2026, 6, 30)).put(heads.id(), 2);
      batch.commit();
    }
    Period quarter = CALENDAR.period("2026-Q3");
    Rollup rollup =
        Rollup.of(writer.snapshot()).over(organisation).periods(List.of(quarter)).by(CALENDAR);
    Cube cube = rollup.build();
    assertEquals("60 USD (1 of 1 reported)", cube.at(east).in(quarter).get(open).toString());
    assertEquals("- (0 of 1 reported)", cube.at(west).in(quarter).get(open).toString());
    assertEquals("60 USD (1 of 1 reported)", cube.at(root).in(quarter).get(open).toString());
    assertEquals("1 thing (1 of 1 reported)", cube.at(east).in(quarter).get(heads.id()).toString());
    assertEquals("- (0 of 1 reported)", cube.at(west).in(quarter).get(heads.id()).toString());
    assertEquals("1 thing (1 of 2 reported)", cube.at(root).in(quarter).get(heads.id()).toString());
    Cube sliced =
        Rollup.of(writer.snapshot().where(ACCOUNT, "b"))
            .over(organisation)
            .periods(List.of(quarter))
            .by(CALENDAR)
            .build();
    assertEquals("0 USD (1 of 1 reported)", sliced.at(east).in(quarter).get(open).toString());
    assertEquals("- (0 of 1 reported)", sliced.at(west).in(quarter).get(open).toString());
  }
}
