package dev.guidepost.rollup.cube;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.rollup.org.Membership;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Where facts count: nodes as dense codes (the root is 0, then units, unassigned, people), the unit
 * of each participant by day, and the parents of all units by segment.
 */
final class Placement {

  /** No node: above the root, or no person of the organisation. */
  static final int NONE = -1;

  private final Organisation organisation;
  private final Optional<LocalDate> organisedOn;
  private final ImmutableList<PartyId> nodes;
  private final ImmutableMap<PartyId, Integer> codes;
  private final int unassigned;
  private final int[] personNodes;
  private final Stays[] stays;
  private final int[][] parents;

  /** The units of one participant, each from a day on. */
  private static final class Stays {
    private final long[] starts;
    private final int[] units;

    Stays(long[] starts, int[] units) {
      this.starts = starts;
      this.units = units;
    }

    int at(long day) {
      if (starts.length == 1) {
        return units[0];
      }
      int found = Arrays.binarySearch(starts, day);
      return units[found >= 0 ? found : -found - 2];
    }
  }

  Placement(
      Ledger ledger, Organisation organisation, Optional<LocalDate> organisedOn, TimeAxis axis) {
    this.organisation = organisation;
    this.organisedOn = organisedOn;
    unassigned = organisation.units().size();
    nodes =
        ImmutableList.<PartyId>builder()
            .addAll(organisation.units())
            .add(Organisation.UNASSIGNED)
            .addAll(organisation.people())
            .build();
    ImmutableMap.Builder<PartyId, Integer> places = ImmutableMap.builder();
    for (int i = 0; i < nodes.size(); i++) {
      places.put(nodes.get(i), i);
    }
    codes = places.buildOrThrow();
    int parties = ledger.parties().size();
    personNodes = new int[parties];
    stays = new Stays[parties];
    for (int i = 0; i < parties; i++) {
      PartyId party = ledger.parties().get(i);
      personNodes[i] = party instanceof PersonId ? codes.getOrDefault(party, NONE) : NONE;
      stays[i] = stays(party);
    }
    parents = parentsBySegment(axis);
  }

  private Stays stays(PartyId party) {
    if (!organisation.contains(party)) {
      return always(unassigned);
    }
    if (!(party instanceof PersonId person)) {
      return always(code(party));
    }
    if (organisedOn.isPresent()) {
      return always(
          organisation.unitOf(person, organisedOn.get()).map(this::code).orElse(unassigned));
    }
    List<Long> starts = new ArrayList<>(List.of(Long.MIN_VALUE));
    List<Integer> units = new ArrayList<>(List.of(unassigned));
    for (Membership stay : organisation.memberships(person)) {
      starts.add(stay.from().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE));
      units.add(code(stay.unit()));
      if (stay.until().isPresent()) {
        starts.add(stay.until().get().toEpochDay());
        units.add(unassigned);
      }
    }
    return withoutEmpty(starts, units);
  }

  private static Stays always(int unit) {
    return new Stays(new long[] {Long.MIN_VALUE}, new int[] {unit});
  }

  /** Drops steps that the next one replaces on the same day. */
  private static Stays withoutEmpty(List<Long> starts, List<Integer> units) {
    long[] days = new long[starts.size()];
    int[] places = new int[starts.size()];
    int size = 0;
    for (int i = 0; i < starts.size(); i++) {
      if (i + 1 == starts.size() || starts.get(i) < starts.get(i + 1)) {
        days[size] = starts.get(i);
        places[size++] = units.get(i);
      }
    }
    return new Stays(Arrays.copyOf(days, size), Arrays.copyOf(places, size));
  }

  private int[][] parentsBySegment(TimeAxis axis) {
    Set<LocalDate> changes = new HashSet<>(organisation.treeChanges());
    int[][] bySegment = new int[axis.segments()][];
    for (int i = 0; i < bySegment.length; i++) {
      boolean same = i > 0 && (organisedOn.isPresent() || !changes.contains(axis.day(i)));
      bySegment[i] = same ? bySegment[i - 1] : parentsOn(organisedOn.orElse(axis.day(i)));
    }
    return bySegment;
  }

  private int[] parentsOn(LocalDate date) {
    int[] up = new int[unassigned + 1];
    for (int i = 0; i < unassigned; i++) {
      up[i] = organisation.parent(organisation.units().get(i), date).map(this::code).orElse(NONE);
    }
    return up;
  }

  /** Returns all nodes, each at its code. */
  ImmutableList<PartyId> nodes() {
    return nodes;
  }

  /** Returns how many nodes are units, unassigned included; they come first. */
  int units() {
    return unassigned + 1;
  }

  /** Returns the code of a party that is a node. */
  int code(PartyId party) {
    return Objects.requireNonNull(codes.get(party));
  }

  /** Returns the node of the person with a code of the ledger, or {@link #NONE}. */
  int person(int partyCode) {
    return personNodes[partyCode];
  }

  /** Returns the node of the unit in which a fact of a participant counts. */
  int unit(int partyCode, long day) {
    return stays[partyCode].at(day);
  }

  /** Returns the parent of each unit in a segment; the same array as long as the tree is. */
  int[] parents(int segment) {
    return parents[segment];
  }

  /** Tells whether a unit is another one or stands below it in a segment. */
  boolean within(int unit, int above, int segment) {
    int at = unit;
    while (at != NONE && at != above) {
      at = parents[segment][at];
    }
    return at == above;
  }

  /** Returns the unit right below another on the way up from one in a segment, if there is one. */
  int below(int above, int unit, int segment) {
    int found = NONE;
    for (int at = unit; at != NONE && at != above; at = parents[segment][at]) {
      found = at;
    }
    return found;
  }

  /** Returns the units from the root down to a unit in a segment. */
  List<UnitId> path(int unit, int segment) {
    List<UnitId> up = new ArrayList<>();
    for (int at = unit; at != NONE; at = parents[segment][at]) {
      up.add((UnitId) nodes.get(at));
    }
    return ImmutableList.copyOf(up).reverse();
  }
}
