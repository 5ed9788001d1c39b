package dev.guidepost.rollup.cube;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.rollup.org.OrganisationState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Facts placed by their values in a dimension are rolled up as if each had the unit of its value
 * for a participant.
 */
class PlacedByProperties {

  private static final UnitId NOWHERE = UnitId.of("nowhere");

  /** A product tree that changes, facts of people with products, and the same facts by product. */
  private static final class Products {
    final Scenario scenario;
    final Organisation tree;
    final List<Scenario.Row> byProduct = new ArrayList<>();
    final List<Ledger> parts;
    final Ledger ledger;

    Products(long seed) {
      scenario = new Scenario(seed);
      Random random = new Random(seed);
      OrganisationState state = scenario.organisation.state();
      tree =
          Organisation.of(
              new OrganisationState(
                  state.units(), state.parents(), List.of(), List.of(), List.of()));
      LedgerWriter all = new LedgerWriter(Scenario.CATALOG);
      List<LedgerWriter> writers =
          List.of(new LedgerWriter(Scenario.CATALOG), new LedgerWriter(Scenario.CATALOG));
      List<String> values = new ArrayList<>(List.of("nowhere", "x".repeat(250), "y".repeat(250)));
      tree.units().forEach(unit -> values.add(unit.value()));
      Batch whole = all.batch("one", Scenario.FIRST_KNOWN);
      List<Batch> halves =
          writers.stream().map(writer -> writer.batch("one", Scenario.FIRST_KNOWN)).toList();
      for (Scenario.Row row : scenario.rows) {
        int chosen = random.nextInt(values.size() + 1);
        Batch half = halves.get(random.nextInt(2));
        for (Batch batch : List.of(whole, half)) {
          Batch.Row open = batch.row(row.key()).by(row.party()).on(row.on());
          if (chosen < values.size()) {
            open.dim(PRODUCT, values.get(chosen));
          }
          open.put(row.metric(), row.amount());
        }
        UnitId unit =
            chosen < values.size() && values.get(chosen).length() <= 200
                ? UnitId.of(values.get(chosen))
                : NOWHERE;
        byProduct.add(new Scenario.Row(row.key(), unit, row.on(), row.metric(), row.amount()));
      }
      assertEquals(List.of(), whole.commit().rejects());
      halves.forEach(Batch::commit);
      ledger = all.snapshot();
      parts = writers.stream().map(LedgerWriter::snapshot).toList();
    }

    Rollup rollup(Ledger facts) {
      return Rollup.of(facts).over(tree, PRODUCT).periods(scenario.periods);
    }
  }

  private static void assertCells(Model model, Cube cube) {
    for (PartyId node : cube.nodes()) {
      for (MetricId metric : Scenario.METRICS) {
        for (Period period : cube.periods()) {
          assertEquals(model.measure(node, metric, period), cube.measurement(node, metric, period));
        }
      }
    }
  }

  @Property(tries = 150)
  void everyCellIsThatOfTheModel(@ForAll long seed, @ForAll boolean restated) {
    Products products = new Products(seed);
    Optional<LocalDate> date =
        restated ? Optional.of(products.scenario.organisedOn) : Optional.empty();
    Model model = new Model(products.tree, date, products.byProduct);
    Rollup asItWas = products.rollup(products.ledger);
    Rollup rollup = date.map(asItWas::organisedOn).orElse(asItWas);
    assertCells(model, rollup.build());
    assertCells(model, rollup.on(ForkJoinPool.commonPool(), 3).build());
    assertCells(model, rollup.grouped().build());
    Rollup reporting = Rollup.of(products.ledger).over(products.scenario.organisation).grouped();
    Rollup again = reporting.over(products.tree, PRODUCT).periods(products.scenario.periods);
    assertCells(model, date.map(again::organisedOn).orElse(again).build());
    CubePart part = null;
    for (Ledger half : products.parts) {
      Rollup one = products.rollup(half);
      CubePart next = date.map(one::organisedOn).orElse(one).part();
      part = part == null ? next : part.merge(next);
    }
    assertCells(model, part.cube());
  }

  @Property(tries = 150)
  void aLiveCubeAndAnotherTreeFollow(@ForAll long seed, @ForAll boolean grouped) {
    Products products = new Products(seed);
    Random random = new Random(seed);
    LedgerWriter writer = new LedgerWriter(Scenario.CATALOG);
    Rollup empty = products.rollup(writer.snapshot());
    LiveCube live = LiveCube.of(grouped ? empty.grouped() : empty);
    List<Scenario.Row> byProduct = new ArrayList<>();
    for (int i = 0; i < products.byProduct.size(); i++) {
      Scenario.Row fact = products.scenario.rows.get(i);
      Scenario.Row placed = products.byProduct.get(i);
      try (Batch batch = writer.batch("batch " + i, Scenario.FIRST_KNOWN)) {
        batch
            .row("row " + random.nextInt(20))
            .by(fact.party())
            .on(fact.on())
            .dim(PRODUCT, placed.party().value())
            .put(fact.metric(), fact.amount());
        batch.commit();
      }
      if (random.nextInt(3) == 0) {
        live.apply(writer.snapshot());
      }
    }
    live.apply(writer.snapshot());
    Ledger ledger = writer.snapshot();
    for (int i = 0; i < ledger.size(); i++) {
      if (ledger.includes(i)) {
        Fact fact = ledger.fact(i);
        UnitId unit = UnitId.of(fact.dimensions().getOrDefault(PRODUCT, "nowhere"));
        byProduct.add(
            new Scenario.Row(
                fact.sourceKey().orElseThrow(), unit, fact.on(), fact.metric(), fact.amount()));
      }
    }
    assertCells(new Model(products.tree, Optional.empty(), byProduct), live.snapshot());
    Organisation other = new Products(seed + 1).tree;
    assertCells(new Model(other, Optional.empty(), byProduct), live.snapshot().over(other));
    assertEquals(Optional.of(PRODUCT), live.snapshot().over(other).placedBy());
  }

  @Property(tries = 100)
  void allTreesHaveOneTotal(@ForAll long seed) {
    Products products = new Products(seed);
    Cube byProduct = products.rollup(products.ledger).build();
    Cube reporting =
        Rollup.of(products.ledger)
            .over(products.scenario.organisation)
            .periods(products.scenario.periods)
            .build();
    UnitId root = UnitId.of("root");
    for (Period period : byProduct.periods()) {
      for (MetricId metric : Scenario.METRICS) {
        assertEquals(
            reporting.measurement(root, metric, period),
            byProduct.measurement(root, metric, period));
      }
    }
  }

  @Property(tries = 100)
  void aCellIsItsFactsAndItsParts(@ForAll long seed) {
    Products products = new Products(seed);
    Cube cube = products.rollup(products.ledger).build();
    for (PartyId node : cube.nodes()) {
      for (Period period : cube.periods()) {
        Quantity sum = cube.sum(node, BOOKINGS, period);
        assertEquals(
            sum, Model.sum(cube.facts(node, BOOKINGS, period).stream().map(Fact::amount).toList()));
        assertEquals(sum, cube.at(node).in(period).explain(BOOKINGS).total());
      }
    }
    assertEquals(
        List.of(), cube.nodes().stream().filter(node -> node instanceof PersonId).toList());
  }
}
