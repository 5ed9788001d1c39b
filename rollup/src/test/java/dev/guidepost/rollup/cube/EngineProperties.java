package dev.guidepost.rollup.cube;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.engine.Crew;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;

/** However the work is done, the cells are those of the caller alone on facts as they are. */
class EngineProperties {

  private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();
  private static final ExecutorService POOL = Executors.newFixedThreadPool(3);
  private static final ExecutorService ONE = Executors.newSingleThreadExecutor();

  @AfterContainer
  static void stop() {
    POOL.shutdown();
    ONE.shutdown();
  }

  private record Cell(PartyId node, Period period, Metric metric) {}

  private static Map<Cell, Measurement> cells(Cube cube) {
    Map<Cell, Measurement> cells = new LinkedHashMap<>();
    for (PartyId node : cube.nodes()) {
      for (Period period : cube.periods()) {
        Cells all = cube.at(node).in(period);
        for (Metric metric : cube.ledger().catalog().metrics()) {
          cells.put(new Cell(node, period, metric), all.get(metric.id()));
        }
      }
    }
    return cells;
  }

  private static Rollup rollup(Scenario scenario, Ledger ledger, boolean restated) {
    Rollup all =
        Rollup.of(ledger).over(scenario.organisation).periods(scenario.periods).by(CALENDAR);
    return restated ? all.organisedOn(scenario.organisedOn) : all;
  }

  /** Executors that do what they should, or nothing of it. */
  private static List<Executor> executors(Queue<Runnable> never) {
    AtomicInteger taken = new AtomicInteger();
    return List.of(
        POOL,
        ONE,
        Runnable::run,
        never::add,
        helper -> {
          throw new RejectedExecutionException("full");
        },
        helper -> {
          if (taken.incrementAndGet() > 1) {
            throw new RejectedExecutionException("full");
          }
          POOL.execute(helper);
        });
  }

  @Property(tries = 60)
  void threadsAndGroupingChangeNothing(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int threads,
      @ForAll @IntRange(min = 1, max = 9) int claim,
      @ForAll boolean restated) {
    Scenario scenario = new Scenario(seed);
    Random random = new Random(seed);
    Ledger ledger = EveryAggregationProperties.ledger(scenario, random);
    if (random.nextBoolean()) {
      ledger = ledger.by(scenario.organisation.people());
    }
    Rollup alone = rollup(scenario, ledger, restated);
    Map<Cell, Measurement> expected = cells(alone.build());
    Queue<Runnable> never = new ArrayDeque<>();
    for (Executor executor : executors(never)) {
      Rollup shared = alone.by(new Crew(executor, threads, claim));
      assertEquals(expected, cells(shared.build()));
      assertEquals(expected, cells(shared.grouped().build()));
      Rollup other = rollup(scenario, ledger, !restated).by(new Crew(executor, threads, claim));
      Rollup grouped = other.grouped(); // for the other view, from which this one is made
      assertEquals(
          expected,
          cells(
              (restated ? grouped.organisedOn(scenario.organisedOn) : grouped.asItWas()).build()));
    }
    never.forEach(Runnable::run); // too late: nothing is left to do
  }

  @Property(tries = 40)
  void theOrderOfFactsChangesNothing(@ForAll long seed) {
    Scenario scenario = new Scenario(seed);
    List<Scenario.Row> shuffled = new ArrayList<>(scenario.rows);
    Collections.shuffle(shuffled, new Random(seed));
    assertEquals(
        cells(scenario.rollup(scenario.rows).build()),
        cells(scenario.rollup(shuffled).by(new Crew(POOL, 3, 2)).grouped().build()));
  }

  @Property(tries = 40)
  void whatWasKnownThenIsWhatWasRecordedThen(@ForAll long seed) {
    Scenario scenario = new Scenario(seed);
    Ledger ledger = scenario.ledger(scenario.rows, scenario.corrections);
    Rollup before = Rollup.of(ledger.known(Scenario.FIRST_KNOWN)).over(scenario.organisation);
    assertEquals(
        cells(scenario.rollup(scenario.rows).build()),
        cells(before.periods(scenario.periods).by(new Crew(POOL, 2, 5)).grouped().build()));
  }

  /** What fits 64 bits in the end is read, whatever went beyond on the way; else it is refused. */
  @Property(tries = 60)
  void sumsAreExactBeyond64BitsOnTheWay(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int threads, @ForAll boolean grouped) {
    Scenario scenario = new Scenario(seed);
    Random random = new Random(seed);
    long[] amounts = {Long.MAX_VALUE, -Long.MAX_VALUE, 1L << 62, -(1L << 62), 7, -1};
    List<Scenario.Row> rows = new ArrayList<>();
    for (Scenario.Row row : scenario.rows) {
      Quantity amount = Quantity.ofUnscaled(amounts[random.nextInt(amounts.length)], 2);
      rows.add(new Scenario.Row(row.key(), row.party(), row.on(), BOOKINGS, amount));
    }
    Rollup rollup = scenario.rollup(rows).by(new Crew(POOL, threads, 4));
    Cube cube = (grouped ? rollup.grouped() : rollup).build();
    Model model = new Model(scenario.organisation, Optional.empty(), rows);
    for (PartyId node : cube.nodes()) {
      for (Period period : cube.periods()) {
        BigInteger sum = BigInteger.ZERO;
        for (Quantity amount : model.facts(node, BOOKINGS, period)) {
          sum = sum.add(BigInteger.valueOf(amount.unscaledAt(2)));
        }
        if (sum.bitLength() < Long.SIZE) {
          assertEquals(
              Quantity.ofUnscaled(sum.longValueExact(), 2), cube.sum(node, BOOKINGS, period));
        } else {
          assertThrows(ArithmeticException.class, () -> cube.sum(node, BOOKINGS, period));
        }
      }
    }
  }

  /** A pivot holds what the views by each value do, and loses nothing. */
  @Property(tries = 25)
  void aPivotIsTheCubeOfEachValue(@ForAll long seed, @ForAll boolean restated) {
    Scenario scenario = new Scenario(seed);
    Ledger ledger = EveryAggregationProperties.ledger(scenario, new Random(seed));
    Cube cube = rollup(scenario, ledger, restated).build();
    Map<String, Cube> slices = new LinkedHashMap<>();
    for (String value : ledger.values(EveryAggregationProperties.ACCOUNT)) {
      slices.put(
          value,
          rollup(scenario, ledger.where(EveryAggregationProperties.ACCOUNT, value), restated)
              .build());
    }
    for (PartyId node : cube.nodes()) {
      for (Period period : cube.periods()) {
        for (Metric metric : ledger.catalog().metrics()) {
          Map<String, Measurement> pivot =
              cube.pivot(node, metric.id(), period, EveryAggregationProperties.ACCOUNT);
          pivot.forEach(
              (value, measured) ->
                  assertEquals(slices.get(value).measurement(node, metric.id(), period), measured));
          Quantity sum = Quantity.ZERO;
          for (Measurement part : pivot.values()) {
            sum = part instanceof Measurement.Total total ? sum.plus(total.amount()) : sum;
          }
          if (cube.measurement(node, metric.id(), period) instanceof Measurement.Total total) {
            assertEquals(total.amount(), sum);
          }
        }
      }
    }
  }

  /** The only thread of a pool rolls up with that pool: nobody can help, and nobody waits. */
  @Property(tries = 10)
  void aPoolOfOneThreadMayBeCalledFromInside(@ForAll long seed)
      throws ExecutionException, InterruptedException {
    Scenario scenario = new Scenario(seed);
    Rollup rollup = scenario.rollup(scenario.rows);
    Map<Cell, Measurement> expected = cells(rollup.build());
    assertEquals(expected, ONE.submit(() -> cells(rollup.by(new Crew(ONE, 4, 1)).build())).get());
  }

  @Property(tries = 30)
  void progressGrowsToTheEndAndWorkCanBeCancelled(
      @ForAll long seed, @ForAll @IntRange(max = 12) int checks) {
    Scenario scenario = new Scenario(seed);
    Ledger ledger = EveryAggregationProperties.ledger(scenario, new Random(seed));
    Rollup rollup = rollup(scenario, ledger, false).by(new Crew(POOL, 2, 3));
    List<Double> parts = new ArrayList<>();
    rollup.reporting(parts::add).build();
    for (int i = 1; i < parts.size(); i++) {
      assertTrue(parts.get(i) >= parts.get(i - 1), parts.toString());
    }
    assertEquals(ledger.size() == 0, parts.isEmpty());
    assertTrue(parts.isEmpty() || parts.get(parts.size() - 1) == 1.0, parts.toString());
    AtomicInteger left = new AtomicInteger(checks);
    Rollup cancelled = rollup.cancelledBy(() -> left.getAndDecrement() <= 0);
    if (checks < 2) {
      assertThrows(CancellationException.class, cancelled::build);
      assertThrows(CancellationException.class, cancelled::grouped);
    } else {
      try {
        cancelled.build();
      } catch (CancellationException e) {
        assertEquals("roll-up was cancelled", e.getMessage());
      }
    }
  }

  @Property(tries = 20)
  void whatAListenerThrowsEndsTheWork(@ForAll long seed) {
    Scenario scenario = new Scenario(seed);
    if (!scenario.rows.isEmpty()) {
      Rollup rollup = scenario.rollup(scenario.rows).by(new Crew(POOL, 3, 1));
      Rollup failing =
          rollup.reporting(
              done -> {
                throw new IllegalStateException("no more");
              });
      assertThrows(IllegalStateException.class, failing::build);
    }
  }
}
