package dev.guidepost.rollup.cube;

import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.measure.Measuring;
import dev.guidepost.core.measure.Scope;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.engine.Nodes;
import dev.guidepost.rollup.engine.Placement;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A cell by what makes it: a unit's by the units right below it and by those who stand in it
 * itself, a person's by the units in which they stood; each fact where it counts on its day.
 */
final class Breakdown {

  private final Cube cube;
  private final int node;
  private final Ledger ledger;
  private final Placement placement;
  private final boolean ofPerson;

  Breakdown(Cube cube, int node) {
    this.cube = cube;
    this.node = node;
    this.ledger = cube.ledger();
    this.placement = cube.placement();
    this.ofPerson = placement.nodes().get(node) instanceof PersonId;
  }

  Explanation explain(Measuring measuring, MetricId metric, Period period, Scope whole) {
    Map<PartyId, Set<PartyId>> expected = expected(whole, period);
    Set<PartyId> parts = new HashSet<>(expected.keySet());
    for (PartyId always : List.of(placement.nodes().get(node), Organisation.UNASSIGNED)) {
      if (Set.of(always).equals(expected.get(always))) {
        parts.remove(always); // where nobody stands there is nothing to tell without facts
      }
    }
    addThoseWithFacts(parts, metric, period);
    Map<String, Measurement> each = new LinkedHashMap<>();
    for (PartyId part : inOrder(parts)) {
      Scope scope =
          new Scope(
              position -> whole.counts().test(position) && part.equals(part(position)),
              expected.getOrDefault(part, Set.of()));
      String label = label(part);
      each.put(
          each.containsKey(label)
              ? label + " as " + (part instanceof PersonId ? "person" : "unit")
              : label,
          measuring.measure(
              metric, period, (kept, days) -> measuring.partial(kept.id(), days, scope)));
    }
    Cells cells = cube.at(placement.nodes().get(node)).in(period);
    Measurement measured = cells.get(metric);
    return measured.explain(measured.metric().name() + " of " + cells, each);
  }

  /** Returns who should report, by the part in which they stand on the last day. */
  private Map<PartyId, Set<PartyId>> expected(Scope whole, Period period) {
    LocalDate day = cube.organisedOn().orElse(period.lastDay());
    Map<PartyId, Set<PartyId>> byPart = new HashMap<>();
    for (PartyId party : whole.expected()) {
      int unit =
          placement.code(
              party instanceof PersonId person
                  ? cube.standing().unit(person, day).orElseThrow()
                  : party);
      byPart
          .computeIfAbsent(part(party, unit, day.toEpochDay()), any -> new HashSet<>())
          .add(party);
    }
    return byPart;
  }

  private void addThoseWithFacts(Set<PartyId> parts, MetricId metric, Period period) {
    Set<Integer> sources =
        ledger.catalog().sources(metric).stream()
            .map(ledger.catalog()::code)
            .collect(Collectors.toSet());
    long from = firstDay(metric, period).toEpochDay();
    for (int i = 0; i < ledger.size(); i++) {
      int day = ledger.epochDay(i);
      if (day >= from
          && day < period.end().toEpochDay()
          && sources.contains(ledger.metricCode(i))
          && ledger.includes(i)
          && cube.axis().segment(day) >= 0
          && cube.standing().countsAt(node, i)) {
        parts.add(part(i));
      }
    }
  }

  /** Returns the first of the days that a metric needs, if it is to date or made of such. */
  private LocalDate firstDay(MetricId metric, Period period) {
    List<MetricId> all = new ArrayList<>(ledger.catalog().dependencies(metric));
    all.add(metric);
    LocalDate first = period.start();
    for (MetricId id : all) {
      if (ledger.catalog().metric(id).aggregation() instanceof Aggregation.ToDate toDate) {
        LocalDate start = cube.calendar().toDate(toDate.since(), period).start();
        first = start.isBefore(first) ? start : first;
      }
    }
    return first;
  }

  /** Returns the part of a fact that counts here. */
  private PartyId part(int position) {
    PartyId party = ledger.parties().get(ledger.partyCode(position));
    return part(party, cube.standing().unit(position), ledger.epochDay(position));
  }

  /** Returns the part of what is of a party that stands in a unit. */
  private PartyId part(PartyId party, int unit, long day) {
    if (ofPerson) {
      return placement.nodes().get(unit);
    }
    int below = placement.below(node, unit, day);
    return below == Nodes.NONE ? party : placement.nodes().get(below);
  }

  /** Returns parts in the order of nodes, then those that are none. */
  private List<PartyId> inOrder(Set<PartyId> parts) {
    Map<Integer, PartyId> nodes = new TreeMap<>();
    Map<PartyId, PartyId> others = new TreeMap<>();
    for (PartyId part : parts) {
      if (isNode(part)) {
        nodes.put(placement.code(part), part);
      } else {
        others.put(part, part);
      }
    }
    List<PartyId> all = new ArrayList<>(nodes.values());
    all.addAll(others.values());
    return all;
  }

  private boolean isNode(PartyId party) {
    return party.equals(Organisation.UNASSIGNED) || cube.organisation().contains(party);
  }

  private String label(PartyId part) {
    return isNode(part) ? cube.at(part).toString() : part.value();
  }
}
