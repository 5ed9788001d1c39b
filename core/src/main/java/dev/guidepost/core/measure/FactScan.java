package dev.guidepost.core.measure;

import dev.guidepost.core.fact.FactBlock;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Kept;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Reporter;
import dev.guidepost.core.time.Period;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

  private static void visit(Ledger view, MetricId metric, long from, long end, Visitor visitor) {
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
    SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> all = new TreeMap<>();
    SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> here = new TreeMap<>();
    Set<PartyId> everReported = new HashSet<>();
    Ledger whole = unsliced.of(metric.id()); // converted, it has all amounts
    long start = period.start().toEpochDay();
    visit(
        whole,
        metric.id(),
        Long.MIN_VALUE,
        period.end().toEpochDay(),
        (position, amount) -> {
          PartyId party = ledger.parties().get(ledger.partyCode(position));
          everReported.add(party);
          if (ledger.epochDay(position) >= start) {
            LocalDate day = LocalDate.ofEpochDay(ledger.epochDay(position));
            add(all, party, day, amount);
            if (scope.counts().test(position)) {
              boolean counts = ledger.includes(position);
              add(here, party, day, counts ? ledger.unscaledAmount(position) : 0);
            }
          }
        });
    return new Partial.Snapshots(all, here, expected(metric, everReported));
  }

  /** Returns those who stand here that record such a metric. */
  private Set<PartyId> expected(Metric metric, Set<PartyId> everReported) {
    return scope.reporters(metric, everReported).stream()
        .filter(ledger::covers)
        .collect(Collectors.toSet());
  }

  /** Tells whether all people record such a metric, not only those who have at some time. */
  static boolean everyoneReports(Metric metric) {
    return metric.reportedBy() == Reporter.PEOPLE && metric.roles().isEmpty();
  }

  private static void add(
      SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> sums,
      PartyId party,
      LocalDate day,
      long amount) {
    sums.computeIfAbsent(party, any -> new TreeMap<>())
        .merge(day, BigInteger.valueOf(amount), BigInteger::add);
  }
}
