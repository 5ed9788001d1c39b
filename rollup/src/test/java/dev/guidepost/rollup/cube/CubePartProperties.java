package dev.guidepost.rollup.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A cube of parts is that of all facts, however they were parted and in whatever order merged. */
class CubePartProperties {

  private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();

  /** Ledgers that together have the facts of one, each in one of them. */
  private static List<Ledger> parted(Ledger ledger, int parts, Random random) {
    List<LedgerWriter> writers =
        Stream.generate(() -> new LedgerWriter(ledger.catalog())).limit(parts).toList();
    for (int i = 0; i < ledger.size(); i++) {
      Fact fact = ledger.fact(i);
      LedgerWriter writer = writers.get(random.nextInt(parts));
      try (Batch batch = writer.batch("b" + i, Scenario.FIRST_KNOWN)) {
        Batch.Row row = batch.row().by(fact.party()).on(fact.on());
        fact.dimensions().forEach(row::dim);
        row.put(fact.metric(), fact.amount());
        batch.commit();
      }
    }
    return writers.stream().map(LedgerWriter::snapshot).toList();
  }

  private static Rollup rollup(Scenario scenario, Ledger ledger, boolean restated) {
    Organisation equal = Organisation.of(scenario.organisation.state()); // as in another process
    Rollup all = Rollup.of(ledger).over(equal).periods(scenario.periods).by(CALENDAR);
    return restated ? all.organisedOn(scenario.organisedOn) : all;
  }

  private static CubePart merged(List<CubePart> parts, Random random) {
    List<CubePart> left = new ArrayList<>(parts);
    while (left.size() > 1) {
      Collections.shuffle(left, random);
      left.add(left.remove(0).merge(left.remove(0)));
    }
    return left.get(0);
  }

  private static void assertSame(Cube expected, Cube given) {
    assertEquals(expected.nodes(), given.nodes());
    for (PartyId node : expected.nodes()) {
      for (Period period : expected.periods()) {
        Cells all = expected.at(node).in(period);
        for (Metric metric : expected.ledger().catalog().metrics()) {
          assertEquals(
              all.get(metric.id()),
              given.measurement(node, metric.id(), period),
              () -> metric.id() + " of " + node + ", " + period);
        }
      }
    }
  }

  @Property(tries = 60)
  void mergeToTheCubeOfAllFacts(
      @ForAll long seed, @ForAll boolean restated, @ForAll boolean sliced) {
    Scenario scenario = new Scenario(seed);
    Random random = new Random(seed);
    Ledger whole = EveryAggregationProperties.ledger(scenario, random);
    List<Ledger> parts = parted(whole, 1 + random.nextInt(4), random);
    if (sliced) {
      whole = whole.where(EveryAggregationProperties.ACCOUNT, "account1");
      parts =
          parts.stream()
              .map(part -> part.where(EveryAggregationProperties.ACCOUNT, "account1"))
              .toList();
    }
    Cube expected = rollup(scenario, whole, restated).build();
    List<CubePart> made =
        parts.stream().map(part -> rollup(scenario, part, restated).part()).toList();
    assertSame(expected, merged(made, random).cube());
    assertSame(expected, merged(made, random).cube());
  }

  @Property(tries = 30)
  void participantsMayBeParted(@ForAll long seed) {
    Scenario scenario = new Scenario(seed);
    Random random = new Random(seed);
    Ledger whole = EveryAggregationProperties.ledger(scenario, random);
    List<PartyId> some = new ArrayList<>();
    List<PartyId> others = new ArrayList<>();
    Stream.of(whole.parties(), scenario.organisation.people(), scenario.organisation.units())
        .flatMap(List::stream)
        .distinct()
        .forEach(party -> (random.nextBoolean() ? some : others).add(party));
    CubePart one = rollup(scenario, whole.by(some), false).part();
    CubePart two = rollup(scenario, whole.by(others), false).part();
    assertSame(rollup(scenario, whole, false).build(), one.merge(two).cube());
    assertSame(rollup(scenario, whole.by(some), false).build(), one.cube());
  }

  @Example
  void aCubeOfPartsHasNoFactsAndSaysSo() {
    Scenario scenario = new Scenario(3);
    MetricId sales = MetricId.of("sales");
    Ledger ledger = EveryAggregationProperties.ledger(scenario, new Random(3));
    Cube cube = rollup(scenario, ledger, false).build();
    Cube without = rollup(scenario, ledger, false).part().cube();
    assertTrue(cube.keepsFacts());
    assertFalse(without.keepsFacts());
    assertEquals(cube.toString(), without.toString());
    PartyId root = cube.nodes().get(0);
    Period period = cube.periods().get(0);
    assertEquals(
        "facts must be kept to be shown or moved, but a cube of parts has none: merge their ledgers"
            + " with Ledger.merge and roll that up, or ask the cube of each",
        assertThrows(IllegalStateException.class, () -> without.facts(root, sales, period))
            .getMessage());
    assertThrows(
        IllegalStateException.class,
        () -> without.pivot(root, sales, period, EveryAggregationProperties.ACCOUNT));
    assertThrows(IllegalStateException.class, () -> without.at(root).in(period).explain(sales));
    assertEquals(cube.at(root).in(period).all(), without.at(root).in(period).all());
  }

  @Example
  void partsMustBeOfOneFrame() {
    Scenario scenario = new Scenario(3);
    Ledger ledger = EveryAggregationProperties.ledger(scenario, new Random(3));
    CubePart part = rollup(scenario, ledger, false).part();
    CubePart restated = rollup(scenario, ledger, true).part();
    String message =
        assertThrows(IllegalArgumentException.class, () -> part.merge(restated)).getMessage();
    assertTrue(message.startsWith("parts must be of one "), message);
    assertTrue(part.toString().startsWith("part of Root: "), part.toString());
  }

  /** What one ledger does not answer for, a cube of parts does not either. */
  @Example
  void whatAViewLeavesOutIsRefused() {
    Scenario scenario = new Scenario(3);
    Ledger ledger = EveryAggregationProperties.ledger(scenario, new Random(3));
    Ledger deals = ledger.of(List.of(MetricId.of("deals")));
    Cube cube =
        rollup(scenario, ledger, false).part().merge(rollup(scenario, deals, false).part()).cube();
    Cells cells = cube.at(cube.nodes().get(0)).in(cube.periods().get(0));
    String message =
        assertThrows(IllegalArgumentException.class, () -> cells.sum(MetricId.of("sales")))
            .getMessage();
    assertTrue(message.contains("leaves out [sales]"), message);
    assertEquals(1, cells.all().size());
  }
}
