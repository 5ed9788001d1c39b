package dev.guidepost.rollup.cube;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Histogram;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The roll-up said in the shortest way: for each cell, go through all rows. */
record Model(Organisation organisation, Optional<LocalDate> organisedOn, List<Scenario.Row> rows) {

  Measurement measure(PartyId node, MetricId id, Period period) {
    Metric metric = Scenario.CATALOG.metric(id);
    Aggregation aggregation = metric.aggregation();
    if (aggregation instanceof Aggregation.RatioOf ratio) {
      Quantity numerator = sum(facts(node, ratio.numerator(), period));
      Quantity denominator = sum(facts(node, ratio.denominator(), period));
      return new Measurement.Share(metric, new Ratio(numerator, denominator));
    }
    List<Quantity> amounts = facts(node, id, period);
    if (aggregation instanceof Aggregation.Distribution) {
      int[] values = amounts.stream().mapToInt(amount -> (int) amount.unscaled()).toArray();
      return new Measurement.Spread(metric, Histogram.of(values));
    }
    return aggregation instanceof Aggregation.Mean
        ? new Measurement.Average(metric, sum(amounts), Quantity.of(amounts.size()))
        : new Measurement.Total(metric, sum(amounts));
  }

  List<Quantity> facts(PartyId node, MetricId metric, Period period) {
    return rows.stream()
        .filter(row -> row.metric().equals(metric) && period.contains(row.on()))
        .filter(row -> node.equals(row.party()) || path(row).contains(node))
        .map(Scenario.Row::amount)
        .toList();
  }

  /** The units a row counts in. */
  List<UnitId> path(Scenario.Row row) {
    LocalDate as = organisedOn.orElse(row.on());
    boolean known = organisation.contains(row.party());
    UnitId unit = row.party() instanceof UnitId own && known ? own : Organisation.UNASSIGNED;
    if (row.party() instanceof PersonId person && known) {
      unit = organisation.unitOf(person, as).orElse(Organisation.UNASSIGNED);
    }
    return organisation.path(unit, as);
  }

  static Quantity sum(List<Quantity> amounts) {
    return amounts.stream().reduce(Quantity.ZERO, Quantity::plus);
  }
}
