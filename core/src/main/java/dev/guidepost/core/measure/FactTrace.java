package dev.guidepost.core.measure;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Kept;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Finds the facts that make a measurement, no more and no less. */
final class FactTrace {

  private final Ledger ledger;
  private final FiscalCalendar calendar;
  private final ForeignMoney foreign;
  private final FactScan scan;
  private final BitSet positions = new BitSet();
  private final Set<Cell> done = new HashSet<>();

  private record Cell(MetricId metric, Period period) {}

  FactTrace(Ledger ledger, FiscalCalendar calendar, ForeignMoney foreign, FactScan scan) {
    this.ledger = ledger;
    this.calendar = calendar;
    this.foreign = foreign;
    this.scan = scan;
  }

  BitSet positions(MetricId metric, Period period) {
    collect(ledger.catalog().metric(metric), period);
    return positions;
  }

  private void collect(Metric metric, Period period) {
    if (!done.add(new Cell(metric.id(), period))) {
      return;
    }
    Aggregation aggregation = metric.aggregation();
    if (aggregation instanceof Aggregation.Distinct distinct) {
      collectValues(distinct, period);
    } else if (aggregation instanceof Aggregation.Snapshot snapshot) {
      foreign.requireNone(metric);
      collectChosen(metric, snapshot, period);
    } else if (aggregation.kept() == Kept.EXTREME) {
      foreign.requireNone(metric);
      collectExtreme(metric, period);
    } else if (aggregation.takesFacts()) {
      scan.visitHere(metric.id(), period, (position, amount) -> positions.set(position));
    } else {
      Period days =
          aggregation instanceof Aggregation.ToDate toDate
              ? calendar.toDate(toDate.since(), period)
              : period;
      aggregation.inputs().forEach(input -> collect(ledger.catalog().metric(input), days));
    }
  }

  private void collectValues(Aggregation.Distinct distinct, Period period) {
    IntUnaryOperator codes = ledger.codes(distinct.over());
    List<String> values = ledger.values(distinct.over());
    scan.visitHere(
        distinct.of(),
        period,
        (position, amount) -> {
          if (!values.get(codes.applyAsInt(position)).equals(Dimension.NONE)) {
            positions.set(position);
          }
        });
  }

  private void collectExtreme(Metric metric, Period period) {
    Partial.Extreme extreme = (Partial.Extreme) scan.partial(metric, period);
    scan.visitHere(
        metric.id(),
        period,
        (position, amount) -> {
          if (extreme.amount().equals(Optional.of(amount))) {
            positions.set(position);
          }
        });
  }

  private void collectChosen(Metric metric, Aggregation.Snapshot snapshot, Period period) {
    Partial.Snapshots snapshots = (Partial.Snapshots) scan.partial(metric, period);
    scan.visitHere(
        metric.id(),
        period,
        (position, amount) -> {
          PartyId party = ledger.parties().get(ledger.partyCode(position));
          LocalDate day = LocalDate.ofEpochDay(ledger.epochDay(position));
          if (SnapshotChoice.chosen(snapshot.over(), party, snapshots).containsKey(day)) {
            positions.set(position);
          }
        });
  }
}
