package dev.guidepost.rollup.cube;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.WON_CYCLE_DAYS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Histogram;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CubeProperties {

  /** Calls back with each cell of a cube. */
  private interface CellVisitor {
    void visit(PartyId node, MetricId metric, Period period);
  }

  private static void forEachCell(Cube cube, CellVisitor visitor) {
    for (PartyId node : cube.nodes()) {
      for (MetricId metric : Scenario.METRICS) {
        cube.periods().forEach(period -> visitor.visit(node, metric, period));
      }
    }
  }

  private static void assertCells(Model model, Cube cube) {
    forEachCell(
        cube,
        (node, metric, period) ->
            assertEquals(
                model.measure(node, metric, period), cube.measurement(node, metric, period)));
  }

  @Property(tries = 300)
  void everyCellIsThatOfTheModelInBothViews(@ForAll long seed) {
    Scenario scenario = new Scenario(seed);
    Rollup rollup = scenario.rollup(scenario.rows);
    Organisation organisation = scenario.organisation;
    assertCells(new Model(organisation, Optional.empty(), scenario.rows), rollup.build());
    Optional<LocalDate> date = Optional.of(scenario.organisedOn);
    assertCells(
        new Model(organisation, date, scenario.rows), rollup.organisedOn(date.get()).build());
  }

  @Property(tries = 100)
  void theOrderOfFactsDoesNotMatter(@ForAll long seed) {
    Scenario scenario = new Scenario(seed);
    Cube cube = scenario.rollup(scenario.rows).build();
    List<Scenario.Row> shuffled = new ArrayList<>(scenario.rows);
    Collections.shuffle(shuffled, new Random(seed));
    Cube other = scenario.rollup(shuffled).build();
    forEachCell(
        cube,
        (node, metric, period) ->
            assertEquals(
                cube.measurement(node, metric, period), other.measurement(node, metric, period)));
  }

  @Property(tries = 100)
  void theFactsOfACellMakeTheCell(@ForAll long seed, @ForAll boolean restated) {
    Scenario scenario = new Scenario(seed);
    Rollup rollup = scenario.rollup(scenario.rows);
    Cube cube = (restated ? rollup.organisedOn(scenario.organisedOn) : rollup).build();
    forEachCell(
        cube,
        (node, metric, period) -> {
          List<Fact> facts = cube.facts(node, metric, period);
          Measurement cell = cube.measurement(node, metric, period);
          if (cell instanceof Measurement.Total amount) {
            assertEquals(amount.amount(), sum(facts, metric));
          } else if (cell instanceof Measurement.Average average) {
            assertEquals(average.total(), sum(facts, metric));
            assertEquals(average.weight(), Quantity.of(facts.size()));
          } else if (cell instanceof Measurement.Share share) {
            var ratio = (Aggregation.RatioOf) share.metric().aggregation();
            assertEquals(share.ratio().numerator(), sum(facts, ratio.numerator()));
            assertEquals(share.ratio().denominator(), sum(facts, ratio.denominator()));
          } else if (cell instanceof Measurement.Spread spread) {
            int[] values =
                facts.stream().mapToInt(fact -> (int) fact.amount().unscaled()).toArray();
            assertEquals(spread.histogram(), Histogram.of(values));
          }
        });
  }

  private static Quantity sum(List<Fact> facts, MetricId metric) {
    return Model.sum(
        facts.stream().filter(fact -> fact.metric().equals(metric)).map(Fact::amount).toList());
  }

  @Property(tries = 100)
  void aUnitIsWhatStandsBelowItAndTheRootIsAll(@ForAll long seed) {
    Scenario scenario = new Scenario(seed);
    Organisation organisation = scenario.organisation;
    LocalDate date = scenario.organisedOn;
    Cube cube = scenario.rollup(scenario.rows).organisedOn(date).build();
    for (Period period : cube.periods()) {
      for (UnitId unit : organisation.units()) {
        Quantity sum = Quantity.ZERO;
        Histogram days = Histogram.EMPTY;
        List<PartyId> below = new ArrayList<>(organisation.subunits(unit, date));
        below.addAll(organisation.members(unit, date));
        if (unit.equals(organisation.root())) {
          below.add(Organisation.UNASSIGNED);
        }
        for (PartyId party : below) {
          sum = sum.plus(amount(cube, party, period));
          days = days.plus(days(cube, party, period));
        }
        for (Scenario.Row row : scenario.rows) {
          if (row.party().equals(unit) && period.contains(row.on())) {
            sum = row.metric().equals(BOOKINGS) ? sum.plus(row.amount()) : sum;
            days =
                row.metric().equals(WON_CYCLE_DAYS)
                    ? days.plus(Histogram.of((int) row.amount().unscaled()))
                    : days;
          }
        }
        assertEquals(sum, amount(cube, unit, period));
        assertEquals(days, days(cube, unit, period));
      }
      Quantity all =
          Model.sum(
              scenario.rows.stream()
                  .filter(row -> row.metric().equals(BOOKINGS) && period.contains(row.on()))
                  .map(Scenario.Row::amount)
                  .toList());
      assertEquals(all, amount(cube, organisation.root(), period));
      Cube asItWas = scenario.rollup(scenario.rows).build();
      assertEquals(all, amount(asItWas, organisation.root(), period));
    }
  }

  private static Quantity amount(Cube cube, PartyId party, Period period) {
    return cube.sum(party, BOOKINGS, period);
  }

  private static Histogram days(Cube cube, PartyId party, Period period) {
    return ((Measurement.Spread) cube.measurement(party, WON_CYCLE_DAYS, period)).histogram();
  }

  @Property(tries = 100)
  void correctionsCountFromWhenTheyWereKnown(@ForAll long seed) {
    Scenario scenario = new Scenario(seed);
    Ledger ledger = scenario.ledger(scenario.rows, scenario.corrections);
    List<Scenario.Row> corrected = new ArrayList<>(scenario.rows);
    scenario.corrections.forEach(
        correction -> corrected.removeIf(row -> row.key().equals(correction.key())));
    corrected.addAll(scenario.corrections);
    Organisation organisation = scenario.organisation;
    Rollup now = Rollup.of(ledger).over(organisation).periods(scenario.periods);
    assertCells(new Model(organisation, Optional.empty(), corrected), now.build());
    Rollup before = Rollup.of(ledger.known(Scenario.FIRST_KNOWN)).over(organisation);
    assertCells(
        new Model(organisation, Optional.empty(), scenario.rows),
        before.periods(scenario.periods).build());
  }
}
