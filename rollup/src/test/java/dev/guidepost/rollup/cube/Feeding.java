package dev.guidepost.rollup.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A ledger that is written in random batches, and the comparison of cubes cell by cell. */
final class Feeding {

  private final Scenario scenario;
  private final Random random;
  private final LedgerWriter writer;
  private final List<PartyId> parties;
  private final List<Metric> metrics;
  private final boolean large;
  private final Dimension dimension;
  private int number;

  Feeding(Scenario scenario, Random random) {
    this.scenario = scenario;
    this.random = random;
    Catalog catalog = random.nextBoolean() ? EveryAggregationProperties.CATALOG : Scenario.CATALOG;
    writer = new LedgerWriter(catalog);
    dimension = catalog.dimensions().get(0);
    large = random.nextInt(4) == 0;
    parties = new ArrayList<>(scenario.organisation.people());
    parties.addAll(scenario.organisation.units());
    parties.addAll(List.of(PersonId.of("stranger"), UnitId.of("nowhere")));
    metrics = new ArrayList<>();
    for (Metric metric : catalog.metrics()) {
      if (metric.aggregation().takesFacts()
          && (!catalog.equals(Scenario.CATALOG) || Scenario.METRICS.contains(metric.id()))) {
        metrics.add(metric);
      }
    }
  }

  /** Writes a batch: rows that are new, corrected, withdrawn, without a key, or delivered again. */
  Ledger batch() {
    number++;
    String id = "batch " + (random.nextInt(5) == 0 ? number - 1 : number);
    try (Batch batch = writer.batch(id, Scenario.FIRST_KNOWN.plusDays(number))) {
      for (int i = rows(); i > 0; i--) {
        String key = "row " + random.nextInt(120);
        if (random.nextInt(6) == 0) {
          batch.withdraw(key);
        } else {
          write(random.nextInt(4) == 0 ? batch.row() : batch.row(key));
        }
      }
      batch.commit();
    }
    return writer.snapshot();
  }

  /** Returns how many rows a batch has: the first ones many, so that others are few beside them. */
  private int rows() {
    return number < 3 ? random.nextInt(100) : random.nextInt(random.nextInt(6) == 0 ? 60 : 8);
  }

  private void write(Batch.Row row) {
    LocalDate day = Scenario.START.plusDays(random.nextInt(130) - 5);
    row.by(parties.get(random.nextInt(parties.size()))).on(day);
    row.dim(dimension, random.nextInt(3) == 0 ? "" : "value" + random.nextInt(4));
    Metric metric = metrics.get(random.nextInt(metrics.size()));
    boolean sum = metric.aggregation() instanceof Aggregation.Sum;
    row.put(metric.id(), large && sum ? huge() : random.nextInt(metric.scale() == 0 ? 9 : 50));
  }

  private long huge() {
    return (random.nextBoolean() ? 1 : -1) * (Long.MAX_VALUE / 100 - random.nextInt(3));
  }

  /** Returns a view that can be taken of every state of the ledger. */
  UnaryOperator<Ledger> view() {
    return switch (random.nextInt(6)) {
      case 0 -> ledger -> ledger.by(scenario.organisation.people());
      case 1 -> ledger -> ledger.known(Scenario.FIRST_KNOWN.plusDays(3));
      case 2 -> ledger -> ledger.of(List.of(metrics.get(0).id(), metrics.get(1).id()));
      case 3 -> ledger -> ledger.where(dimension, "value1");
      default -> ledger -> ledger;
    };
  }

  private record Cell(PartyId node, Period period, MetricId metric) {}

  /** Returns what each cell of a cube reads, or why it does not. */
  static Map<Object, Object> cells(Cube cube) {
    Map<Object, Object> cells = new LinkedHashMap<>();
    cells.put("ledger", cube.ledger());
    for (PartyId node : cube.nodes()) {
      for (Period period : cube.periods()) {
        for (Metric metric : cube.ledger().catalog().metrics()) {
          Object read;
          try {
            read = cube.measurement(node, metric.id(), period);
          } catch (ArithmeticException | IllegalArgumentException e) {
            read = String.valueOf(e.getMessage());
          }
          cells.put(new Cell(node, period, metric.id()), read);
        }
      }
    }
    return cells;
  }

  /** Fails at the first cell that differs. */
  static void assertSame(Map<Object, Object> expected, Map<Object, Object> cells) {
    assertEquals(expected.keySet(), cells.keySet());
    expected.forEach((cell, read) -> assertEquals(read, cells.get(cell), cell::toString));
  }

  static void assertSame(Cube expected, Cube cube) {
    assertSame(cells(expected), cells(cube));
  }
}
