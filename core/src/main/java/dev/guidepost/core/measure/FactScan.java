package dev.guidepost.core.measure;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Reporter;
import dev.guidepost.core.quantity.Histogram;
import dev.guidepost.core.time.Period;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/** Goes through all facts of a ledger for what a metric keeps of those of one scope. */
final class FactScan {

  private final Ledger ledger;
  private final Scope scope;

  FactScan(Ledger ledger, Scope scope) {
    this.ledger = ledger;
    this.scope = scope;
  }

  /** What to do with a fact. */
  @FunctionalInterface
  interface Visitor {
    void visit(int position, long amount);
  }

  /** Returns what is kept of the facts of a metric in a period; empty if it keeps nothing. */
  Partial partial(Metric metric, Period period) {
    Aggregation aggregation = metric.aggregation();
    return switch (aggregation.kept()) {
      case SUM -> new Partial.Sum(sum(metric.id(), period).total());
      case SUM_AND_COUNT -> {
        ExactSum sum = sum(metric.id(), period);
        yield new Partial.SumAndCount(sum.total(), sum.count());
      }
      case HISTOGRAM -> bins(metric.id(), period);
      case VALUES -> values((Aggregation.Distinct) aggregation, period);
      case EXTREME -> extreme(metric.id(), period, aggregation instanceof Aggregation.Max);
      case SNAPSHOTS -> snapshots(metric, period);
      case NOTHING ->
          throw new IllegalArgumentException(
              metric.id() + " must keep something of facts, but is " + aggregation);
    };
  }

  /** Goes through the facts of a metric in a period that count here. */
  void visitHere(MetricId metric, Period period, Visitor visitor) {
    visit(metric, period.start().toEpochDay(), period.end().toEpochDay(), this::isHere, visitor);
  }

  private void visit(MetricId metric, long from, long end, IntPredicate included, Visitor visitor) {
    int code = ledger.catalog().code(metric);
    for (int i = 0; i < ledger.size(); i++) {
      if (ledger.metricCode(i) == code) {
        int day = ledger.epochDay(i);
        if (day >= from && day < end && included.test(i)) {
          visitor.visit(i, ledger.unscaledAmount(i));
        }
      }
    }
  }

  private boolean isHere(int position) {
    return ledger.includes(position) && scope.counts().test(position);
  }

  private ExactSum sum(MetricId metric, Period period) {
    ExactSum sum = new ExactSum();
    visitHere(metric, period, (position, amount) -> sum.add(amount));
    return sum;
  }

  private Partial bins(MetricId metric, Period period) {
    Map<Integer, Long> counts = new TreeMap<>();
    visitHere(
        metric, period, (position, amount) -> counts.merge(Math.toIntExact(amount), 1L, Long::sum));
    return new Partial.Bins(Histogram.of(counts));
  }

  private Partial values(Aggregation.Distinct distinct, Period period) {
    IntUnaryOperator codes = ledger.codes(distinct.over());
    List<String> names = ledger.values(distinct.over());
    Set<String> values = new HashSet<>();
    visitHere(
        distinct.of(),
        period,
        (position, amount) -> values.add(names.get(codes.applyAsInt(position))));
    values.remove(Dimension.NONE);
    return new Partial.Values(values);
  }

  private Partial extreme(MetricId metric, Period period, boolean largest) {
    long[] found = new long[2];
    visitHere(
        metric,
        period,
        (position, amount) -> {
          if (found[1]++ == 0 || largest == (amount > found[0])) {
            found[0] = amount;
          }
        });
    return new Partial.Extreme(found[1] == 0 ? Optional.empty() : Optional.of(found[0]), largest);
  }

  private Partial snapshots(Metric metric, Period period) {
    SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> all = new TreeMap<>();
    SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> here = new TreeMap<>();
    Set<PartyId> everReported = new HashSet<>();
    Ledger whole = ledger.of(List.of(metric.id())).unsliced(); // converted, it has all amounts
    long start = period.start().toEpochDay();
    visit(
        metric.id(),
        Long.MIN_VALUE,
        period.end().toEpochDay(),
        whole::includes,
        (position, amount) -> {
          PartyId party = ledger.parties().get(ledger.partyCode(position));
          everReported.add(party);
          if (ledger.epochDay(position) >= start) {
            LocalDate day = LocalDate.ofEpochDay(ledger.epochDay(position));
            add(all, party, day, whole.unscaledAmount(position));
            if (scope.counts().test(position)) {
              add(here, party, day, ledger.includes(position) ? amount : 0);
            }
          }
        });
    return new Partial.Snapshots(all, here, expected(metric, everReported));
  }

  /** Returns those who stand here that record such a metric. */
  private Set<PartyId> expected(Metric metric, Set<PartyId> everReported) {
    boolean everyone = metric.reportedBy() == Reporter.PEOPLE && metric.roles().isEmpty();
    return scope.expected().stream()
        .filter(party -> metric.reportedBy().includes(party))
        .filter(party -> everyone || everReported.contains(party))
        .collect(Collectors.toSet());
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
