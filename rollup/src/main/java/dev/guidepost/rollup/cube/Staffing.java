package dev.guidepost.rollup.cube;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.rollup.engine.Nodes;
import dev.guidepost.rollup.engine.Placement;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who stands at each node on a day: people, and the units with somebody in or below them. */
final class Staffing {

  private final Map<Integer, Set<PartyId>> byNode = new HashMap<>();

  Staffing(Standing standing, Organisation organisation, Placement placement, LocalDate date) {
    long day = date.toEpochDay();
    Set<Integer> staffed = new HashSet<>();
    for (PersonId person : organisation.people()) {
      Optional<UnitId> unit = standing.unit(person, date);
      if (unit.isPresent()) {
        add(placement.code(person), person);
        int code = placement.code(unit.get());
        for (int at = code; at != Nodes.NONE; at = placement.parent(at, day)) {
          add(at, person);
        }
        for (int at = code; at != Nodes.NONE && staffed.add(at); ) {
          addUpwards(placement, at, day);
          at = placement.parent(at, day);
        }
      }
    }
  }

  private void addUpwards(Placement placement, int unit, long day) {
    for (int at = unit; at != Nodes.NONE; at = placement.parent(at, day)) {
      add(at, placement.nodes().get(unit));
    }
  }

  private void add(int node, PartyId party) {
    byNode.computeIfAbsent(node, any -> new HashSet<>()).add(party);
  }

  /** Returns who stands at a node or below it. */
  Set<PartyId> at(int node) {
    return byNode.getOrDefault(node, Set.of());
  }
}
