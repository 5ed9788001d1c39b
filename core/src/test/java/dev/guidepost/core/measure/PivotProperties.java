package dev.guidepost.core.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A pivot is what the views by each value measure, and loses nothing. */
class PivotProperties {

  @Property(tries = 60)
  void aPivotIsTheMeasurementOfEachValue(@ForAll long seed) {
    Rows rows = new Rows(seed);
    Ledger ledger = rows.ledger();
    Random random = new Random(seed);
    List<PartyId> who = new ArrayList<>(Rows.PARTIES);
    Collections.shuffle(who, random);
    who = who.subList(0, 1 + random.nextInt(who.size()));
    Period period = rows.period();
    Scope scope = Scope.of(ledger, who);
    Measuring measuring = Measuring.of(ledger, Brute.CALENDAR);
    for (Metric metric : Wide.CATALOG.metrics()) {
      Map<String, Measurement> pivot = measuring.pivot(metric.id(), period, scope, Wide.ACCOUNT);
      assertEquals(pivot.keySet().stream().sorted().toList(), List.copyOf(pivot.keySet()));
      for (Map.Entry<String, Measurement> value : pivot.entrySet()) {
        Ledger slice = ledger.where(Wide.ACCOUNT, value.getKey());
        assertEquals(
            Measuring.of(slice, Brute.CALENDAR).measure(metric.id(), who, period),
            value.getValue(),
            () -> metric.id() + " of " + value.getKey());
      }
      if (measuring.measure(metric.id(), who, period) instanceof Measurement.Total total) {
        Quantity sum = Quantity.ZERO;
        for (Measurement part : pivot.values()) {
          sum = sum.plus(((Measurement.Total) part).amount());
        }
        assertEquals(total.amount(), sum);
      }
    }
  }

  @Example
  void aDimensionMustBeOfTheCatalog() {
    Rows rows = new Rows(1);
    Measuring measuring = Measuring.of(rows.ledger(), Brute.CALENDAR);
    Scope scope = Scope.of(rows.ledger(), Rows.PARTIES);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            measuring.pivot(
                Wide.CATALOG.metrics().get(0).id(), rows.period(), scope, Dimension.of("no-such")));
  }

  /** Two counts of different values say nothing of both together. */
  @Example
  void countsOfDifferentValuesDoNotMerge() {
    Partial counted = new Partial.Different(3);
    assertThrows(IllegalArgumentException.class, () -> counted.merge(new Partial.Different(2)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Measurement.Distinct(Wide.CATALOG.metrics().get(0), -1));
  }
}
