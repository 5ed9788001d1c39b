package dev.guidepost.core.measure;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Kept;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.time.Period;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/**
 * What a metric keeps of the facts of one place, by the values of a dimension: the facts are gone
 * through once for each metric and period, however many values there are.
 */
final class ValueSplit {

  private final Ledger ledger;
  private final FactScan scan;
  private final IntUnaryOperator codes;
  private final Dimension dimension;
  private final Map<Cell, Split> done = new HashMap<>();

  private record Cell(Metric metric, Period period) {}

  /** What is kept by the code of a value, and of no facts. */
  private record Split(Map<Integer, Partial> parts, Partial none) {}

  ValueSplit(Ledger ledger, FactScan scan, Dimension dimension) {
    this.ledger = ledger;
    this.scan = scan;
    this.dimension = dimension;
    codes = ledger.codes(dimension);
  }

  /** Returns the values of the facts that were gone through so far, in order. */
  SortedSet<String> values() {
    SortedSet<String> values = new TreeSet<>();
    for (Split split : done.values()) {
      split.parts().keySet().forEach(code -> values.add(ledger.values(dimension).get(code)));
    }
    return values;
  }

  /** Returns what is kept of the facts with a value; of a value that none has that of no facts. */
  Partial of(String value, Metric metric, Period period) {
    Cell cell = new Cell(metric, period);
    if (!done.containsKey(cell)) {
      if (metric.aggregation().kept() == Kept.SNAPSHOTS) {
        split(cell, (Partial.Snapshots) scan.partial(metric, period));
      } else {
        split(cell);
      }
    }
    Split split = Objects.requireNonNull(done.get(cell));
    return split.parts().getOrDefault(ledger.values(dimension).indexOf(value), split.none());
  }

  private void split(Cell cell) {
    Map<Integer, Keeper> keepers = new HashMap<>();
    scan.visitHere(
        Keeper.subject(cell.metric()),
        cell.period(),
        (position, amount) ->
            keepers
                .computeIfAbsent(
                    codes.applyAsInt(position), code -> Keeper.of(ledger, cell.metric()))
                .take(position, amount));
    Map<Integer, Partial> parts = new HashMap<>();
    keepers.forEach((code, keeper) -> parts.put(code, keeper.kept()));
    done.put(cell, new Split(parts, Keeper.of(ledger, cell.metric()).kept()));
  }

  /** All facts of a participant choose the snapshot; those with the value count. */
  private void split(Cell cell, Partial.Snapshots whole) {
    Map<Integer, SortedMap<PartyId, SortedMap<LocalDate, BigInteger>>> byValue = new HashMap<>();
    scan.visitHere(
        cell.metric().id(),
        cell.period(),
        (position, amount) ->
            Objects.requireNonNull(
                    byValue
                        .computeIfAbsent(codes.applyAsInt(position), code -> zeros(whole.here()))
                        .get(ledger.parties().get(ledger.partyCode(position))))
                .merge(
                    LocalDate.ofEpochDay(ledger.epochDay(position)),
                    BigInteger.valueOf(amount),
                    BigInteger::add));
    Map<Integer, Partial> parts = new HashMap<>();
    byValue.forEach(
        (code, here) ->
            parts.put(code, new Partial.Snapshots(whole.all(), here, whole.expected())));
    Partial none = new Partial.Snapshots(whole.all(), zeros(whole.here()), whole.expected());
    done.put(cell, new Split(parts, none));
  }

  private static SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> zeros(
      SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> here) {
    SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> zeros = new TreeMap<>();
    here.forEach(
        (party, days) -> {
          SortedMap<LocalDate, BigInteger> zero = new TreeMap<>();
          days.keySet().forEach(day -> zero.put(day, BigInteger.ZERO));
          zeros.put(party, zero);
        });
    return zeros;
  }
}
