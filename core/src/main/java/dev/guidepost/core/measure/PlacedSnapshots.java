package dev.guidepost.core.measure;

import com.google.common.collect.ImmutableSortedMap;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.time.Period;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/**
 * The snapshots of a metric and a period by where they count, the facts gone through once: for
 * those who ask for many nodes of a tree, each of which is made of some places.
 *
 * <p>Immutable and thread-safe; see {@link Measuring#snapshots}.
 */
public final class PlacedSnapshots {

  private final Ledger ledger;
  private final Metric metric;
  private final Set<PartyId> everReported = new HashSet<>();
  private final SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> all;
  private final Map<Integer, Map<PartyId, SortedMap<LocalDate, BigInteger>>> byPlace =
      new HashMap<>();

  PlacedSnapshots(
      Ledger ledger, Unsliced unsliced, Metric metric, Period period, IntUnaryOperator place) {
    this.ledger = ledger;
    this.metric = metric;
    Map<PartyId, SortedMap<LocalDate, BigInteger>> sums = new HashMap<>();
    long start = period.start().toEpochDay();
    FactScan.visit(
        unsliced.of(metric.id()), // converted, it has all amounts
        metric.id(),
        Long.MIN_VALUE,
        period.end().toEpochDay(),
        (position, amount) -> {
          PartyId party = ledger.parties().get(ledger.partyCode(position));
          everReported.add(party);
          if (ledger.epochDay(position) >= start) {
            LocalDate day = LocalDate.ofEpochDay(ledger.epochDay(position));
            add(sums, party, day, BigInteger.valueOf(amount));
            long counted = ledger.includes(position) ? ledger.unscaledAmount(position) : 0;
            add(
                byPlace.computeIfAbsent(place.applyAsInt(position), any -> new HashMap<>()),
                party,
                day,
                BigInteger.valueOf(counted));
          }
        });
    all = Partials.copy(ImmutableSortedMap.copyOf(sums));
  }

  private static void add(
      Map<PartyId, SortedMap<LocalDate, BigInteger>> sums,
      PartyId party,
      LocalDate day,
      BigInteger amount) {
    sums.computeIfAbsent(party, any -> new TreeMap<>()).merge(day, amount, BigInteger::add);
  }

  /**
   * Returns the places at which facts count.
   *
   * @return the places in no order; unmodifiable
   */
  public Set<Integer> places() {
    return Collections.unmodifiableSet(byPlace.keySet());
  }

  /**
   * Returns the snapshots of some places together.
   *
   * @param places the places, each once
   * @param standing who stands there, and so should have reported if of the kind that does
   * @return what is kept of the facts that count at one of them
   */
  public Partial at(Collection<Integer> places, Set<PartyId> standing) {
    SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> here = new TreeMap<>();
    for (int place : places) {
      byPlace
          .getOrDefault(place, Map.of())
          .forEach((party, days) -> days.forEach((day, sum) -> add(here, party, day, sum)));
    }
    Set<PartyId> expected =
        new Scope(position -> false, standing)
            .reporters(metric, everReported).stream()
                .filter(ledger::covers)
                .collect(Collectors.toSet());
    return new Partial.Snapshots(all, here, expected);
  }
}
