package dev.guidepost.core.measure;

import dev.guidepost.core.fact.FactBlock;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.metric.Kept;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Reporter;
import dev.guidepost.core.time.Period;
import java.util.List;

/** Goes through all facts of a ledger for what a metric keeps of those of one scope. */
final class FactScan {

  private final Ledger ledger;
  private final Unsliced unsliced;
  private final Scope scope;

  FactScan(Ledger ledger, Unsliced unsliced, Scope scope) {
    this.ledger = ledger;
    this.unsliced = unsliced;
    this.scope = scope;
  }

  /** What to do with a fact. */
  @FunctionalInterface
  interface Visitor {
    void visit(int position, long amount);
  }

  /** Returns what is kept of the facts of a metric in a period. */
  Partial partial(Metric metric, Period period) {
    if (metric.aggregation().kept() == Kept.SNAPSHOTS) {
      return snapshots(metric, period);
    }
    Keeper keeper = Keeper.of(ledger, metric);
    visitHere(Keeper.subject(metric), period, keeper::take);
    return keeper.kept();
  }

  /** Goes through the facts of a metric in a period that count here. */
  void visitHere(MetricId metric, Period period, Visitor visitor) {
    visit(
        ledger,
        metric,
        period.start().toEpochDay(),
        period.end().toEpochDay(),
        (position, amount) -> {
          if (scope.counts().test(position)) {
            visitor.visit(position, amount);
          }
        });
  }

  /** Goes through the facts of a metric from a day up to, but not including, another. */
  static void visit(Ledger view, MetricId metric, long from, long end, Visitor visitor) {
    int code = view.catalog().code(metric);
    FactBlock block = new FactBlock();
    for (int at = 0; at < view.size(); ) {
      at = view.read(at, view.size(), block);
      for (int i = 0; i < block.size(); i++) {
        if (block.metricCode(i) == code && block.epochDay(i) >= from && block.epochDay(i) < end) {
          visitor.visit(block.position(i), block.unscaledAmount(i));
        }
      }
    }
  }

  private Partial snapshots(Metric metric, Period period) {
    return new PlacedSnapshots(
            ledger, unsliced, metric, period, position -> scope.counts().test(position) ? 1 : 0)
        .at(List.of(1), scope.expected());
  }

  /** Tells whether all people record such a metric, not only those who have at some time. */
  static boolean everyoneReports(Metric metric) {
    return metric.reportedBy() == Reporter.PEOPLE && metric.roles().isEmpty();
  }
}
