package dev.guidepost.rollup.cube;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** A cube that follows its ledger, and one that is asked for another organisation. */
class LiveCubeTest {

  private static final Period QUARTER = FiscalCalendar.calendarYear().period("2026-Q3");
  private static final Period JULY = FiscalCalendar.calendarYear().period("2026-07");
  private static final LocalDate TODAY = LocalDate.of(2026, 8, 1);
  private static final UnitId ROOT = UnitId.of("root");
  private static final UnitId EAST = UnitId.of("east");
  private static final UnitId WEST = UnitId.of("west");
  private static final UnitId TEAM = UnitId.of("team");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final Organisation ORGANISATION =
      Organisation.builder(ROOT, "Root")
          .unit(EAST, "East", "region", ROOT)
          .unit(WEST, "West", "region", ROOT)
          .unit(TEAM, "Team", "team", EAST)
          .person(ANA, "Ana")
          .member(ANA, TEAM)
          .person(BEN, "Ben")
          .member(BEN, WEST, LocalDate.of(2026, 7, 15))
          .build();

  private final LedgerWriter writer = new LedgerWriter(Scenario.CATALOG);
  private int number;

  private Ledger write(String key, PartyId owner, LocalDate on, long amount) {
    try (Batch batch = writer.batch("batch " + number++, TODAY)) {
      batch.row(key).by(owner).on(on).put(BOOKINGS, amount);
      batch.commit();
    }
    return writer.snapshot();
  }

  private static Rollup rollup(Ledger ledger) {
    return Rollup.of(ledger).over(ORGANISATION).periods(List.of(QUARTER, JULY));
  }

  private static String sums(Cube cube, Period period) {
    return cube.nodes().stream()
        .map(node -> node + " " + cube.sum(node, BOOKINGS, period))
        .toList()
        .toString();
  }

  @Test
  void followsItsLedger() {
    LiveCube live = LiveCube.of(rollup(write("1", ANA, LocalDate.of(2026, 7, 1), 100)));
    Cube before = live.snapshot();
    assertEquals(
        "[root 100, east 100, west 0, team 100, unassigned 0, ana 100, ben 0]", sums(before, JULY));
    live.apply(write("2", BEN, LocalDate.of(2026, 7, 14), 7));
    assertEquals(
        "[root 107, east 100, west 0, team 100, unassigned 7, ana 100, ben 7]",
        sums(live.snapshot(), JULY));
    live.apply(write("1", BEN, LocalDate.of(2026, 7, 15), 30));
    assertEquals(
        "[root 37, east 0, west 30, team 0, unassigned 7, ana 0, ben 37]",
        sums(live.snapshot(), QUARTER));
    assertEquals(
        "[root 100, east 100, west 0, team 100, unassigned 0, ana 100, ben 0]", sums(before, JULY));
    assertEquals(
        "30 = Ben (ben) 30", live.snapshot().at(WEST).in(JULY).explain(BOOKINGS).toString());
  }

  @Test
  void answersForAReorganisationThatIsNotDecided() {
    write("1", ANA, LocalDate.of(2026, 7, 10), 100);
    write("2", ANA, LocalDate.of(2026, 7, 20), 50);
    Cube cube = rollup(write("3", ANA, LocalDate.of(2026, 8, 20), 20)).grouped().build();
    Organisation planned =
        ORGANISATION.toBuilder().reparent(TEAM, WEST, LocalDate.of(2026, 7, 20)).build();
    assertEquals(List.of(TEAM), List.copyOf(planned.differences(ORGANISATION)));
    Cube there = cube.over(planned);
    assertEquals(
        "[root 150, east 100, west 50, team 150, unassigned 0, ana 150, ben 0]", sums(there, JULY));
    assertEquals(
        "[root 170, east 100, west 70, team 170, unassigned 0, ana 170, ben 0]",
        sums(there, QUARTER));
    assertEquals(sums(cube, QUARTER), sums(there.over(ORGANISATION), QUARTER));
    assertEquals(
        "[root 170, east 170, west 0, team 170, unassigned 0, ana 170, ben 0]",
        sums(cube, QUARTER));
  }

  @Test
  void anotherRootTakesAll() {
    Cube cube = rollup(write("1", ANA, LocalDate.of(2026, 7, 10), 100)).grouped().build();
    Organisation other =
        Organisation.builder(UnitId.of("other"), "Other")
            .unit(ROOT, "Root", "region", UnitId.of("other"))
            .person(ANA, "Ana")
            .member(ANA, ROOT)
            .build();
    assertEquals("[other 100, root 100, unassigned 0, ana 100]", sums(cube.over(other), QUARTER));
    assertEquals(sums(cube, JULY), sums(cube.over(other).over(ORGANISATION), JULY));
    Organisation without = Organisation.builder(ROOT, "Root").build();
    assertEquals("[root 100, unassigned 100]", sums(cube.over(without), QUARTER));
  }

  @Test
  void manyOrganisationsInARowStayExact() {
    Cube cube = rollup(write("1", ANA, LocalDate.of(2026, 7, 10), 100)).grouped().build();
    for (int i = 0; i < 100; i++) {
      UnitId unit = UnitId.of("unit " + i);
      Organisation next =
          ORGANISATION.toBuilder()
              .unit(unit, "Unit", "team", WEST)
              .reparent(TEAM, unit, TODAY)
              .member(ANA, unit, LocalDate.of(2026, 7, 5))
              .build();
      cube = cube.over(next);
      assertEquals(Quantity.of(100), cube.sum(unit, BOOKINGS, JULY));
      assertEquals(Quantity.of(100), cube.sum(WEST, BOOKINGS, JULY));
      assertEquals(Quantity.of(0), cube.sum(EAST, BOOKINGS, JULY));
    }
  }

  @Test
  void refusesWhatIsNoLaterLedger() {
    Ledger first = write("1", ANA, TODAY, 1);
    Ledger second = write("2", ANA, TODAY, 1);
    LiveCube live = LiveCube.of(rollup(second));
    Cube before = live.snapshot();
    assertEquals(
        "ledger to apply must not be older than the last one, of 2 batches, known on 2026-08-01,"
            + " but was of 1, known on 2026-08-01: apply the writer's snapshot of now",
        refusal(live, first));
    assertEquals(
        "ledger to apply must be of the writer whose ledger the live cube follows, but was of"
            + " another one, or written anew by a merge or for another catalog: make a live cube of"
            + " it with LiveCube.of",
        refusal(live, LedgerWriter.of(second).snapshot()));
    assertEquals(
        "ledger to apply must be the view that the live cube was made of, but was another one of"
            + " the same ledger: take that view of the writer's snapshot, or make a live cube of"
            + " this one with LiveCube.of",
        refusal(live, second.by(List.of(ANA))));
    assertEquals(
        refusal(live, first),
        assertThrows(IllegalArgumentException.class, () -> live.apply(first, ORGANISATION))
            .getMessage());
    assertEquals(before, live.snapshot());
    assertThrows(IllegalStateException.class, () -> LiveCube.of(Rollup.of(first)));
    CubePart part = rollup(second).part();
    assertEquals(
        "facts must be kept to be shown or moved, but a cube of parts has none: merge their ledgers"
            + " with Ledger.merge and roll that up, or ask the cube of each",
        assertThrows(IllegalStateException.class, () -> part.cube().over(ORGANISATION))
            .getMessage());
  }

  private static String refusal(LiveCube live, Ledger ledger) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> live.apply(ledger)).getMessage());
  }

  @Test
  void takesWhoWasHired() {
    LiveCube live = LiveCube.of(rollup(write("1", ANA, TODAY, 100)).grouped());
    PersonId eve = PersonId.of("eve");
    live.apply(write("2", eve, TODAY, 7));
    Cube before = live.snapshot();
    assertEquals(
        "[root 107, east 100, west 0, team 100, unassigned 7, ana 100, ben 0]",
        sums(before, QUARTER));
    Organisation hired =
        ORGANISATION.toBuilder().person(eve, "Eve").member(eve, WEST, TODAY).build();
    live.apply(write("3", eve, TODAY, 3), hired);
    assertEquals(
        "[root 110, east 100, west 10, team 100, unassigned 0, ana 100, ben 0, eve 10]",
        sums(live.snapshot(), QUARTER));
    live.apply(write("3", eve, TODAY, 2));
    assertEquals(Quantity.of(9), live.snapshot().sum(WEST, BOOKINGS, QUARTER));
    live.apply(live.snapshot().ledger(), ORGANISATION); // taken back, without a batch
    assertEquals(
        "[root 109, east 100, west 0, team 100, unassigned 9, ana 100, ben 0]",
        sums(live.snapshot(), QUARTER));
    assertEquals(ORGANISATION, live.snapshot().organisation());
    assertEquals(Quantity.of(107), before.sum(ROOT, BOOKINGS, QUARTER));
  }

  /** A value that two facts of one place have is there until both went, in another tree as well. */
  @Test
  void countsAValueInAnotherOrganisationUntilItsLastFactWent() {
    MetricId sales = MetricId.of("sales");
    MetricId accounts = MetricId.of("accounts");
    LedgerWriter feed = new LedgerWriter(EveryAggregationProperties.CATALOG);
    try (Batch batch = feed.batch("first", TODAY)) {
      for (int i = 0; i < 20; i++) {
        batch
            .row("row " + i)
            .by(i < 10 ? ANA : BEN)
            .on(TODAY)
            .dim(EveryAggregationProperties.ACCOUNT, "account " + i / 2)
            .put(sales, 1);
      }
      batch.commit();
    }
    Rollup rollup =
        Rollup.of(feed.snapshot())
            .over(ORGANISATION)
            .by(FiscalCalendar.calendarYear())
            .periods(List.of(QUARTER));
    LiveCube live = LiveCube.of(rollup.grouped());
    Organisation moved = ORGANISATION.toBuilder().reparent(TEAM, WEST, TODAY).build();
    live.apply(feed.snapshot(), moved);
    for (String key : List.of("row 0", "row 1")) {
      try (Batch batch = feed.batch("without " + key, TODAY)) {
        batch.withdraw(key);
        batch.commit();
      }
      live.apply(feed.snapshot());
      Cube fresh = rollup.viewing(all -> feed.snapshot()).over(moved).build();
      assertEquals(
          fresh.measurement(WEST, accounts, QUARTER),
          live.snapshot().measurement(WEST, accounts, QUARTER));
    }
    assertEquals("9 things", live.snapshot().measurement(WEST, accounts, QUARTER).toString());
  }

  @Test
  void saysWhoseTreeCountsAndWhatWasKnown() {
    Ledger ledger = write("1", ANA, TODAY, 100);
    LiveCube live = LiveCube.of(rollup(ledger));
    assertTrue(live.toString().endsWith(", as it was, known on 2026-08-01"), live.toString());
    Cube restated = rollup(ledger).organisedOn(TODAY).build();
    assertTrue(restated.toString().endsWith(", organised on 2026-08-01, known on 2026-08-01"));
    assertEquals(
        "East (east), 2026-Q3, organised on 2026-08-01, known on 2026-08-01",
        restated.at(EAST).in(QUARTER).toString());
    LocalDate early = LocalDate.of(2026, 1, 1);
    Cube nothing = rollup(ledger.known(early)).build();
    assertTrue(nothing.toString().endsWith("as it was, nothing known on 2026-01-01"));
    assertTrue(nothing.at(EAST).in(QUARTER).print().contains("nothing known on 2026-01-01"));
    assertTrue(nothing.knowsNothing());
    assertFalse(restated.knowsNothing());
    CubePart part = rollup(ledger.known(early)).part();
    assertTrue(part.cube().knowsNothing());
    Cube both = part.merge(rollup(ledger).part()).cube();
    assertFalse(both.knowsNothing());
    assertTrue(both.toString().endsWith("known on 2026-08-01 and nothing known on 2026-01-01"));
    Ledger blank = new LedgerWriter(Scenario.CATALOG).snapshot();
    assertTrue(rollup(blank).build().toString().endsWith(", as it was, nothing known"));
  }

  /** Whatever the executor does, and from wherever it is called. */
  @Test
  void isKeptByAnyExecutor() throws ExecutionException, InterruptedException {
    ExecutorService one = Executors.newSingleThreadExecutor();
    List<Executor> executors =
        List.of(
            Runnable::run,
            one,
            helper -> {
              throw new RejectedExecutionException("full");
            },
            helper -> {});
    for (Executor executor : executors) {
      LiveCube live = LiveCube.of(rollup(write("1", ANA, TODAY, 1)).on(executor, 3).grouped());
      Ledger later = write("2", BEN, TODAY, 5);
      one.submit(() -> live.apply(later)).get();
      assertEquals(Quantity.of(6), live.snapshot().sum(ROOT, BOOKINGS, QUARTER));
      for (int i = 0; i < 20; i++) {
        live.apply(write("more " + i, BEN, TODAY, 1));
      }
      Feeding.assertSame(rollup(writer.snapshot()).build(), live.snapshot());
      try (Batch batch = writer.batch("back " + number++, TODAY)) {
        for (int i = 0; i < 20; i++) {
          batch.withdraw("more " + i);
        }
        batch.withdraw("2");
        batch.commit();
      }
      live.apply(writer.snapshot());
      Feeding.assertSame(rollup(writer.snapshot()).build(), live.snapshot());
    }
    one.shutdown();
  }

  /** Eight readers beside the writer see each unit as the sum of what stands right below it. */
  @Test
  void noReaderSeesAMixture() throws ExecutionException, InterruptedException {
    Random random = new Random(7);
    Scenario scenario = new Scenario(11);
    Organisation organisation = scenario.organisation;
    List<PersonId> people = new ArrayList<>(organisation.people());
    people.add(PersonId.of("stranger"));
    LedgerWriter feed = new LedgerWriter(Scenario.CATALOG);
    LiveCube live =
        LiveCube.of(
            Rollup.of(feed.snapshot())
                .over(organisation)
                .periods(scenario.periods)
                .organisedOn(scenario.organisedOn));
    ExecutorService readers = Executors.newFixedThreadPool(8);
    List<Future<Integer>> reading = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      reading.add(readers.submit(() -> read(live, scenario)));
    }
    for (int batch = 0; batch < 300; batch++) {
      try (Batch rows = feed.batch("batch " + batch, TODAY)) {
        for (int i = 0; i < 5; i++) {
          rows.row("row " + random.nextInt(40))
              .by(people.get(random.nextInt(people.size())))
              .on(Scenario.START.plusDays(random.nextInt(120)))
              .put(BOOKINGS, 1 + random.nextInt(1_000));
        }
        rows.commit();
      }
      live.apply(feed.snapshot());
    }
    try (Batch end = feed.batch("end", TODAY)) {
      end.row("end").by(people.get(0)).on(Scenario.START).put(BOOKINGS, -1_000_000);
      end.commit();
    }
    live.apply(feed.snapshot());
    for (Future<Integer> reader : reading) {
      assertTrue(reader.get() > 0);
    }
    readers.shutdown();
    assertNotSame(live.snapshot(), live.snapshot().over(organisation));
  }

  /** Reads until the last batch is there, and returns how many cubes were seen. */
  private static int read(LiveCube live, Scenario scenario) {
    int seen = 0;
    Cube cube;
    do {
      cube = live.snapshot();
      seen++;
      for (Period period : cube.periods()) {
        for (UnitId unit : scenario.organisation.units()) {
          Quantity sum = Quantity.ZERO;
          List<PartyId> below =
              new ArrayList<>(scenario.organisation.subunits(unit, scenario.organisedOn));
          below.addAll(scenario.organisation.members(unit, scenario.organisedOn));
          if (unit.equals(scenario.organisation.root())) {
            below.add(Organisation.UNASSIGNED);
          }
          for (PartyId party : below) {
            sum = sum.plus(cube.sum(party, BOOKINGS, period));
          }
          assertEquals(sum, cube.sum(unit, BOOKINGS, period));
        }
      }
    } while (cube.ledger().reports().isEmpty()
        || !cube.ledger().reports().get(cube.ledger().reports().size() - 1).batch().equals("end"));
    return seen;
  }
}
