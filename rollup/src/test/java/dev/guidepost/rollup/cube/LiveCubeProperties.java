package dev.guidepost.rollup.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.engine.Crew;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** What follows its ledger, or moves to another organisation, is what would be built anew. */
class LiveCubeProperties {

  private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();
  private static final ExecutorService POOL = Executors.newFixedThreadPool(2);

  @AfterContainer
  static void stop() {
    POOL.shutdown();
  }

  private static Rollup rollup(Scenario scenario, Ledger ledger, boolean restated) {
    Rollup all =
        Rollup.of(ledger).over(scenario.organisation).periods(scenario.periods).by(CALENDAR);
    return restated ? all.organisedOn(scenario.organisedOn) : all;
  }

  @Property(tries = 80)
  void aLiveCubeIsWhatWouldBeBuiltAnew(
      @ForAll long seed,
      @ForAll boolean restated,
      @ForAll @IntRange(min = 1, max = 3) int threads) {
    Scenario scenario = new Scenario(seed);
    Random random = new Random(seed);
    Feeding feeding = new Feeding(scenario, random);
    UnaryOperator<Ledger> view = feeding.view();
    Ledger ledger = view.apply(feeding.batch());
    Rollup rollup = rollup(scenario, ledger, restated).by(new Crew(POOL, threads, 7));
    LiveCube live = LiveCube.of(random.nextBoolean() ? rollup.grouped() : rollup);
    Feeding.assertSame(rollup.build(), live.snapshot());
    Cube first = live.snapshot();
    Map<Object, Object> cells = Feeding.cells(first);
    for (int batch = 0; batch < 6; batch++) {
      ledger = view.apply(feeding.batch());
      if (random.nextInt(4) > 0) {
        live.apply(ledger);
        Cube fresh = rollup(scenario, ledger, restated).build();
        Feeding.assertSame(fresh, live.snapshot());
        assertFacts(fresh, live.snapshot(), random);
      }
    }
    Feeding.assertSame(cells, Feeding.cells(first));
  }

  /** Said in the shortest way: the rows as they are once corrected. */
  @Property(tries = 60)
  void correctionsTakeTheOldRowOffAndAddTheNewOne(@ForAll long seed, @ForAll boolean restated) {
    Scenario scenario = new Scenario(seed);
    LedgerWriter writer = new LedgerWriter(Scenario.CATALOG);
    Scenario.write(writer.batch("first", Scenario.FIRST_KNOWN), scenario.rows);
    LiveCube live = LiveCube.of(rollup(scenario, writer.snapshot(), restated));
    Scenario.write(writer.batch("then", Scenario.THEN_KNOWN), scenario.corrections);
    live.apply(writer.snapshot());
    List<Scenario.Row> rows = new ArrayList<>(scenario.rows);
    scenario.corrections.forEach(fix -> rows.removeIf(row -> row.key().equals(fix.key())));
    rows.addAll(scenario.corrections);
    Organisation organisation = scenario.organisation;
    for (int i = 0; i < 2; i++) {
      Optional<LocalDate> on = restated ? Optional.of(scenario.organisedOn) : Optional.empty();
      Model model = new Model(organisation, on, rows);
      Cube cube = live.snapshot().over(organisation);
      for (PartyId node : cube.nodes()) {
        for (MetricId metric : Scenario.METRICS) {
          for (Period period : cube.periods()) {
            assertEquals(
                model.measure(node, metric, period), cube.measurement(node, metric, period));
          }
        }
      }
      organisation = Scenario.other(organisation, new Random(seed));
    }
  }

  /** One cell of each cube has the same facts, and is explained alike. */
  private static void assertFacts(Cube expected, Cube cube, Random random) {
    PartyId node = expected.nodes().get(random.nextInt(expected.nodes().size()));
    Period period = expected.periods().get(random.nextInt(expected.periods().size()));
    for (Metric metric : expected.ledger().catalog().metrics()) {
      if (expected.refusal(metric.id(), period).isEmpty()) {
        Cells one = expected.at(node).in(period);
        Cells other = cube.at(node).in(period);
        assertEquals(one.facts(metric.id()), other.facts(metric.id()));
        assertEquals(text(one, metric), text(other, metric));
      }
    }
  }

  private static String text(Cells cells, Metric metric) {
    try {
      return cells.explain(metric.id()).toString();
    } catch (ArithmeticException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Property(tries = 80)
  void anotherOrganisationIsWhatWouldBeBuiltAnew(
      @ForAll long seed, @ForAll boolean restated, @ForAll boolean grouped) {
    Scenario scenario = new Scenario(seed);
    Random random = new Random(seed);
    Feeding feeding = new Feeding(scenario, random);
    feeding.batch();
    feeding.batch();
    Ledger ledger = feeding.batch();
    Rollup rollup = rollup(scenario, ledger, restated);
    Cube cube = (grouped ? rollup.grouped() : rollup).build();
    Map<Object, Object> cells = Feeding.cells(cube);
    Cube there = cube;
    Organisation organisation = scenario.organisation;
    for (int i = 0; i < 4; i++) {
      organisation = i == 2 ? scenario.organisation : Scenario.other(organisation, random);
      there = there.over(organisation);
      Cube fresh = rollup.over(organisation).build();
      Feeding.assertSame(fresh, there);
      assertFacts(fresh, there, random);
      Feeding.assertSame(fresh, cube.over(organisation));
    }
    Feeding.assertSame(cells, Feeding.cells(cube));
  }

  @Property(tries = 60)
  void aLiveCubeMayBeAskedForAnotherOrganisation(@ForAll long seed, @ForAll boolean restated) {
    Scenario scenario = new Scenario(seed);
    Random random = new Random(seed);
    Feeding feeding = new Feeding(scenario, random);
    feeding.batch();
    feeding.batch();
    Ledger ledger = feeding.batch();
    LiveCube live = LiveCube.of(rollup(scenario, ledger, restated).grouped());
    for (int batch = 0; batch < 4; batch++) {
      ledger = feeding.batch();
      live.apply(ledger);
      Organisation other = Scenario.other(scenario.organisation, random);
      Cube planned = live.snapshot().over(other);
      Feeding.assertSame(rollup(scenario, ledger, restated).over(other).build(), planned);
    }
  }

  /** Batches and organisations in any order, by participants or by values of a dimension. */
  @Property(tries = 150)
  void aLiveCubeInAnotherOrganisationIsWhatWouldBeBuiltAnew(
      @ForAll long seed,
      @ForAll boolean restated,
      @ForAll boolean grouped,
      @ForAll @IntRange(min = 1, max = 2) int threads) {
    Scenario scenario = new Scenario(seed);
    Random random = new Random(seed);
    Feeding feeding = new Feeding(scenario, random);
    UnaryOperator<Ledger> view = feeding.view();
    feeding.batch();
    Ledger ledger = view.apply(feeding.batch());
    Rollup rollup = rollup(scenario, ledger, restated).by(new Crew(POOL, threads, 7));
    LiveCube live = LiveCube.of(grouped ? rollup.grouped() : rollup);
    Organisation organisation = scenario.organisation;
    for (int step = 0; step < 6; step++) {
      Cube before = live.snapshot();
      Map<Object, Object> cells = Feeding.cells(before);
      ledger = random.nextInt(3) == 0 ? ledger : view.apply(feeding.batch());
      if (random.nextInt(3) > 0) {
        boolean back = random.nextInt(4) == 0;
        organisation = back ? scenario.organisation : Scenario.other(organisation, random);
        live.apply(ledger, organisation);
      } else {
        live.apply(ledger);
      }
      Cube fresh = rollup(scenario, ledger, restated).over(organisation).build();
      assertEquals(fresh.organisation(), live.snapshot().organisation());
      Feeding.assertSame(fresh, live.snapshot());
      assertFacts(fresh, live.snapshot(), random);
      Feeding.assertSame(cells, Feeding.cells(before));
    }
  }

  @Property(tries = 60)
  void aReorganisationThatFailsLeavesTheCubeAndTheNextOneCatchesUp(
      @ForAll long seed, @ForAll @IntRange(max = 12) int checks, @ForAll boolean grouped) {
    Scenario scenario = new Scenario(seed);
    Random random = new Random(seed);
    Feeding feeding = new Feeding(scenario, random);
    feeding.batch();
    Ledger ledger = feeding.batch();
    AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    Rollup rollup = rollup(scenario, ledger, false).cancelledBy(() -> left.getAndDecrement() <= 0);
    LiveCube live = LiveCube.of(grouped ? rollup.grouped() : rollup);
    for (int batch = 0; batch < 4; batch++) {
      ledger = feeding.batch();
      Cube before = live.snapshot();
      left.set(checks);
      try {
        live.apply(ledger, Scenario.other(scenario.organisation, random));
      } catch (CancellationException e) {
        assertSame(before, live.snapshot());
      }
    }
    left.set(Integer.MAX_VALUE);
    live.apply(ledger, scenario.organisation);
    Feeding.assertSame(rollup(scenario, ledger, false).build(), live.snapshot());
  }

  @Property(tries = 60)
  void aBatchThatFailsLeavesTheCubeAndTheNextOneCatchesUp(
      @ForAll long seed, @ForAll @IntRange(max = 6) int checks, @ForAll boolean cancelled) {
    Scenario scenario = new Scenario(seed);
    Feeding feeding = new Feeding(scenario, new Random(seed));
    Ledger ledger = feeding.batch();
    AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    Rollup rollup = rollup(scenario, ledger, false);
    rollup =
        cancelled
            ? rollup.cancelledBy(() -> left.getAndDecrement() <= 0)
            : rollup.reporting(
                done -> {
                  if (left.getAndDecrement() <= 0) {
                    throw new IllegalStateException("no more");
                  }
                });
    LiveCube live = LiveCube.of(rollup);
    for (int batch = 0; batch < 4; batch++) {
      ledger = feeding.batch();
      Cube before = live.snapshot();
      left.set(checks);
      try {
        live.apply(ledger);
      } catch (IllegalStateException e) {
        assertSame(before, live.snapshot());
      }
    }
    left.set(Integer.MAX_VALUE);
    live.apply(ledger);
    Feeding.assertSame(rollup(scenario, ledger, false).build(), live.snapshot());
  }

  @Property(tries = 20)
  void progressOfABatchGrowsToItsEnd(@ForAll long seed) {
    Scenario scenario = new Scenario(seed);
    Feeding feeding = new Feeding(scenario, new Random(seed));
    feeding.batch();
    feeding.batch();
    List<Double> parts = new ArrayList<>();
    Ledger ledger = feeding.batch();
    LiveCube live = LiveCube.of(rollup(scenario, ledger, false).reporting(parts::add));
    parts.clear();
    Ledger later = feeding.batch();
    live.apply(later);
    for (int i = 1; i < parts.size(); i++) {
      assertTrue(parts.get(i) >= parts.get(i - 1) || parts.get(i - 1) == 1, parts.toString());
    }
    assertTrue(parts.isEmpty() || parts.get(parts.size() - 1) == 1, parts.toString());
    assertThrows(IllegalArgumentException.class, () -> live.apply(ledger.known(Scenario.START)));
    assertEquals("live cube of " + live.snapshot(), live.toString());
  }
}
