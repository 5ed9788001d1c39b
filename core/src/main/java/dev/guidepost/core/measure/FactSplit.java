package dev.guidepost.core.measure;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Kept;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Period;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a metric keeps of the facts of some participants, of each and of all together: the facts are
 * gone through once for each metric and period, however many participants there are.
 */
final class FactSplit {

  private final Ledger ledger;
  private final SortedSet<PartyId> parties;
  private final FactScan scan;
  private final Map<Cell, Parts> done = new HashMap<>();

  private record Cell(MetricId metric, Period period) {}

  private record Parts(Partial whole, Map<PartyId, Partial> each) {}

  FactSplit(Ledger ledger, Unsliced unsliced, Collection<? extends PartyId> participants) {
    this.ledger = ledger;
    this.parties = new TreeSet<>(participants);
    this.scan = new FactScan(ledger, unsliced, Scope.of(ledger, parties));
  }

  /** Returns the participants, each once, in order. */
  SortedSet<PartyId> parties() {
    return Collections.unmodifiableSortedSet(parties);
  }

  /** Returns what is kept of the facts of all together. */
  Partial whole(Metric metric, Period period) {
    return parts(metric, period).whole();
  }

  /** Returns what is kept of the facts of one of the participants. */
  Partial of(PartyId party, Metric metric, Period period) {
    return Objects.requireNonNull(parts(metric, period).each().get(party), party::value);
  }

  private Parts parts(Metric metric, Period period) {
    Cell cell = new Cell(metric.id(), period);
    Parts found = done.get(cell);
    if (found == null) {
      found =
          metric.aggregation().kept() == Kept.SNAPSHOTS
              ? split((Partial.Snapshots) scan.partial(metric, period))
              : kept(metric, period);
      done.put(cell, found);
    }
    return found;
  }

  private Parts kept(Metric metric, Period period) {
    Keeper all = Keeper.of(ledger, metric);
    Map<PartyId, Keeper> byParty = new HashMap<>();
    parties.forEach(party -> byParty.put(party, Keeper.of(ledger, metric)));
    Keeper[] byCode = new Keeper[ledger.parties().size()];
    for (int i = 0; i < byCode.length; i++) {
      byCode[i] = byParty.get(ledger.parties().get(i));
    }
    scan.visitHere(
        Keeper.subject(metric),
        period,
        (position, amount) -> {
          all.take(position, amount);
          byCode[ledger.partyCode(position)].take(position, amount);
        });
    Map<PartyId, Partial> each = new HashMap<>();
    byParty.forEach((party, keeper) -> each.put(party, keeper.kept()));
    return new Parts(all.kept(), each);
  }

  /** A participant's own snapshots are chosen by the participant's own facts alone. */
  private Parts split(Partial.Snapshots whole) {
    Map<PartyId, Partial> each = new HashMap<>();
    for (PartyId party : parties) {
      Set<PartyId> expected = whole.expected().contains(party) ? Set.of(party) : Set.of();
      each.put(
          party,
          new Partial.Snapshots(own(whole.all(), party), own(whole.here(), party), expected));
    }
    return new Parts(whole, each);
  }

  private static SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> own(
      SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> all, PartyId party) {
    SortedMap<PartyId, SortedMap<LocalDate, BigInteger>> own = new TreeMap<>();
    SortedMap<LocalDate, BigInteger> days = all.get(party);
    if (days != null) {
      own.put(party, days);
    }
    return own;
  }
}
