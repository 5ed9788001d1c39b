package dev.guidepost.rollup.org;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.people.Dated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The declared parts of an organisation, their checks, and their dense form. */
final class OrganisationParts {

  private static final Comparator<Membership> BY_START =
      Comparator.comparingLong(OrganisationParts::start);

  final Map<PartyId, String> names = new LinkedHashMap<>();
  final Map<UnitId, String> levels = new LinkedHashMap<>();
  final Set<PersonId> people = new LinkedHashSet<>();
  private final Map<UnitId, SortedMap<Long, UnitId>> parents = new LinkedHashMap<>();
  private final Map<PersonId, List<Membership>> memberships = new LinkedHashMap<>();
  private final Map<PersonId, NavigableSet<LocalDate>> leaves = new LinkedHashMap<>();
  private final Map<UnitId, Optional<LocalDate>> opened = new LinkedHashMap<>();
  private final Map<UnitId, LocalDate> closed = new LinkedHashMap<>();

  void unit(UnitId id, String name, String level) {
    if (id.equals(Organisation.UNASSIGNED)) {
      throw new IllegalArgumentException(
          "unit must not be " + id + ", which is kept for what belongs to nobody");
    }
    if (level.isBlank()) {
      throw new IllegalArgumentException("level of unit " + id + " must not be blank");
    }
    name("unit", id, name);
    levels.put(id, level);
  }

  void person(PersonId id, String name) {
    name("person", id, name);
    people.add(id);
  }

  private void name(String kind, PartyId id, String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name of " + kind + " " + id + " must not be blank");
    }
    String before = names.putIfAbsent(id, name);
    if (before != null) {
      throw new IllegalArgumentException(
          kind
              + " must be declared once, but "
              + id
              + " was twice: \""
              + before
              + "\" and \""
              + name
              + "\"");
    }
  }

  void parent(UnitId unit, UnitId parent, long day) {
    UnitId before = parents.computeIfAbsent(unit, id -> new TreeMap<>()).putIfAbsent(day, parent);
    if (before != null) {
      throw new IllegalArgumentException(
          "unit "
              + unit
              + " must have one parent on a day, but "
              + (day == CodesByDay.ALWAYS
                  ? "from the beginning"
                  : "on " + LocalDate.ofEpochDay(day))
              + " got "
              + before
              + " and "
              + parent);
    }
  }

  void member(PersonId person, Membership membership) {
    memberships.computeIfAbsent(person, id -> new ArrayList<>()).add(membership);
  }

  void leave(PersonId person, LocalDate day) {
    leaves.computeIfAbsent(person, id -> new TreeSet<>()).add(day);
  }

  void removeStay(PersonId person, LocalDate day) {
    List<Membership> stays = resolved(person);
    List<Membership> others = stays.stream().filter(stay -> !stay.contains(day)).toList();
    if (others.size() == stays.size()) {
      throw new IllegalArgumentException(
          person
              + " must be in a unit on "
              + day
              + " to have that stay removed, but is in "
              + (stays.isEmpty() ? "none" : stays));
    }
    memberships.put(person, new ArrayList<>(others));
    leaves.remove(person); // their days are those of the others
  }

  void seat(UnitId unit, Optional<LocalDate> from) {
    if (opened.putIfAbsent(unit, from) != null) {
      throw new IllegalArgumentException(
          "unit must be made a seat once, but " + unit + " was twice");
    }
  }

  void close(UnitId seat, LocalDate from) {
    LocalDate before = closed.putIfAbsent(seat, from);
    if (before != null) {
      throw new IllegalArgumentException(
          "seat must be closed once, but " + seat + " was on " + before + " and on " + from);
    }
  }

  /** Checks that whatever is used is declared, and that the units form a tree at every date. */
  void check() {
    UnitId root = levels.keySet().iterator().next();
    parents.forEach(
        (unit, steps) -> {
          requireUnit(unit, "reparented");
          steps.values().forEach(parent -> requireUnit(parent, "the parent of " + unit));
        });
    if (parents.containsKey(root)) {
      throw new IllegalArgumentException(
          "root " + root + " must not have a parent, but was given one");
    }
    for (UnitId unit : levels.keySet()) {
      SortedMap<Long, UnitId> steps = parents.getOrDefault(unit, Collections.emptySortedMap());
      if (!unit.equals(root) && !steps.containsKey(CodesByDay.ALWAYS)) {
        throw new IllegalArgumentException(
            "unit " + unit + " must have a parent from the beginning, but has none");
      }
    }
    memberships.forEach(
        (person, stays) -> {
          if (!people.contains(person)) {
            throw new IllegalArgumentException(
                "person must be declared to be a member, but " + person + " was not");
          }
          stays.forEach(stay -> requireUnit(stay.unit(), "the unit of " + person));
        });
    leaves.keySet().forEach(this::requireStays);
    checkSeats(root);
    stepsByDay().forEach(this::checkTree);
  }

  private void requireStays(PersonId person) {
    if (!memberships.containsKey(person)) {
      throw new IllegalArgumentException(
          "person must be a member to leave, but " + person + " never was");
    }
  }

  private void checkSeats(UnitId root) {
    if (opened.containsKey(root)) {
      throw new IllegalArgumentException("root " + root + " must not be a seat, but was made one");
    }
    opened.keySet().forEach(unit -> requireUnit(unit, "a seat"));
    for (UnitId unit : closed.keySet()) {
      if (!opened.containsKey(unit)) {
        throw new IllegalArgumentException(
            "unit must be a seat to be closed, but " + unit + " is none");
      }
    }
  }

  private void requireUnit(UnitId unit, String use) {
    if (!levels.containsKey(unit)) {
      throw new IllegalArgumentException(
          "unit must be declared to be " + use + ", but " + unit + " was not");
    }
  }

  /** Returns by the epoch day the units that get a parent from then on. */
  private SortedMap<Long, List<UnitId>> stepsByDay() {
    SortedMap<Long, List<UnitId>> units = new TreeMap<>();
    parents.forEach(
        (unit, steps) ->
            steps
                .keySet()
                .forEach(day -> units.computeIfAbsent(day, on -> new ArrayList<>()).add(unit)));
    return units;
  }

  /** Walks up from units that get a parent on a day, stopping where an earlier walk has been. */
  private void checkTree(long day, List<UnitId> moved) {
    Set<UnitId> safe = new HashSet<>();
    for (UnitId start : moved) {
      Set<UnitId> walk = new LinkedHashSet<>();
      UnitId at = start;
      while (parents.containsKey(at) && !safe.contains(at)) {
        if (!walk.add(at)) {
          throw cycle(at, walk, day);
        }
        at = parentOn(at, day);
      }
      safe.addAll(walk);
    }
  }

  private UnitId parentOn(UnitId unit, long day) {
    SortedMap<Long, UnitId> steps = Objects.requireNonNull(parents.get(unit)).headMap(day + 1);
    return Objects.requireNonNull(steps.get(steps.lastKey()));
  }

  private static IllegalArgumentException cycle(UnitId at, Set<UnitId> walk, long day) {
    List<UnitId> path = new ArrayList<>(walk);
    return new IllegalArgumentException(
        "units must form a tree, but "
            + (day == CodesByDay.ALWAYS
                ? "from the beginning"
                : "from " + LocalDate.ofEpochDay(day))
            + " there is a cycle: "
            + Joiner.on(" -> ").join(path.subList(path.indexOf(at), path.size()))
            + " -> "
            + at);
  }

  /** The places of units among units and of people among people. */
  Map<PartyId, Integer> codes() {
    Map<PartyId, Integer> codes = new LinkedHashMap<>();
    int unitCode = 0;
    for (UnitId unit : levels.keySet()) {
      codes.put(unit, unitCode++);
    }
    int personCode = 0;
    for (PersonId person : people) {
      codes.put(person, personCode++);
    }
    return codes;
  }

  /** The parents of each unit in the order of units, as codes; those of the root are empty. */
  List<CodesByDay> parentsByDay() {
    Map<PartyId, Integer> codes = codes();
    return levels.keySet().stream()
        .map(unit -> parents.getOrDefault(unit, Collections.emptySortedMap()))
        .map(
            steps ->
                new CodesByDay(
                    Maps.transformValues(steps, unit -> Objects.requireNonNull(codes.get(unit)))))
        .toList();
  }

  /** Returns the days on which some of these step, after the beginning of time. */
  static NavigableSet<LocalDate> days(List<CodesByDay> all) {
    NavigableSet<LocalDate> days = new TreeSet<>();
    for (CodesByDay codes : all) {
      codes.steps(
          (from, value) -> {
            if (from != CodesByDay.ALWAYS) {
              days.add(LocalDate.ofEpochDay(from));
            }
          });
    }
    return days;
  }

  /** All days of change: those of the tree and of seats, and the ends of the given stays. */
  NavigableSet<LocalDate> changes(
      List<ImmutableList<Membership>> stays, NavigableSet<LocalDate> treeChanges) {
    NavigableSet<LocalDate> days = new TreeSet<>(treeChanges);
    opened.values().forEach(from -> from.ifPresent(days::add));
    days.addAll(closed.values());
    for (List<Membership> ofOne : stays) {
      for (Membership stay : ofOne) {
        stay.from().ifPresent(days::add);
        stay.until().ifPresent(days::add);
      }
    }
    return days;
  }

  /** The stays of each person in the order of people, each ended where the next one starts. */
  List<ImmutableList<Membership>> resolvedMemberships() {
    List<ImmutableList<Membership>> resolved = new ArrayList<>();
    people.forEach(person -> resolved.add(ImmutableList.copyOf(resolved(person))));
    return resolved;
  }

  private List<Membership> resolved(PersonId person) {
    List<Membership> stays = new ArrayList<>(memberships.getOrDefault(person, List.of()));
    stays.sort(BY_START);
    for (LocalDate day : leaves.getOrDefault(person, Collections.emptyNavigableSet())) {
      leave(person, stays, day);
    }
    for (int i = 1; i < stays.size(); i++) {
      stays.set(i - 1, ended(person, stays.get(i - 1), stays.get(i)));
    }
    return stays;
  }

  /** Ends the stay that goes on over a day. */
  private static void leave(PersonId person, List<Membership> stays, LocalDate day) {
    int at = stays.size() - 1;
    while (at >= 0 && start(stays.get(at)) >= day.toEpochDay()) {
      at--;
    }
    if (at < 0 || stays.get(at).until().map(until -> !day.isBefore(until)).orElse(false)) {
      throw new IllegalArgumentException(
          person
              + " must be in a unit to leave on "
              + day
              + ", but is in "
              + (stays.isEmpty() ? "none" : stays + "; to correct a stay, removeStay first"));
    }
    Membership stay = stays.get(at);
    stays.set(at, new Membership(stay.unit(), stay.from(), Optional.of(day)));
  }

  private static Membership ended(PersonId person, Membership stay, Membership next) {
    boolean overlap = stay.until().map(until -> until.toEpochDay() > start(next)).orElse(false);
    if (overlap || start(stay) == start(next)) {
      throw new IllegalArgumentException(
          "memberships of "
              + person
              + " must not overlap, but "
              + stay
              + " and "
              + next
              + " do; to correct a stay, removeStay first");
    }
    return stay.until().isPresent() ? stay : new Membership(stay.unit(), stay.from(), next.from());
  }

  /** The seats in the order of units, each with those who have it. */
  Map<UnitId, Seat> seats(List<PersonId> everybody, List<ImmutableList<Membership>> resolved) {
    Map<UnitId, List<Dated<PersonId>>> holders = new HashMap<>();
    for (int i = 0; i < resolved.size(); i++) {
      for (Membership stay : resolved.get(i)) {
        if (opened.containsKey(stay.unit())) {
          holders
              .computeIfAbsent(stay.unit(), unit -> new ArrayList<>())
              .add(new Dated<>(everybody.get(i), stay.from(), stay.until()));
        }
      }
    }
    Map<UnitId, Seat> seats = new LinkedHashMap<>();
    for (UnitId unit : levels.keySet()) {
      Optional<LocalDate> from = opened.get(unit);
      if (from != null) {
        seats.put(
            unit,
            new Seat(
                unit,
                from,
                Optional.ofNullable(closed.get(unit)),
                holders.getOrDefault(unit, List.of())));
      }
    }
    return seats;
  }

  /** The units of each person as codes. */
  List<CodesByDay> staysByDay(List<ImmutableList<Membership>> resolved) {
    Map<PartyId, Integer> codes = codes();
    List<CodesByDay> all = new ArrayList<>();
    for (List<Membership> stays : resolved) {
      SortedMap<Long, Integer> steps = new TreeMap<>();
      for (Membership stay : stays) {
        steps.put(start(stay), Objects.requireNonNull(codes.get(stay.unit())));
        stay.until().ifPresent(until -> steps.put(until.toEpochDay(), CodesByDay.NONE));
      }
      all.add(new CodesByDay(steps));
    }
    return all;
  }

  private static long start(Membership membership) {
    return membership.from().map(LocalDate::toEpochDay).orElse(CodesByDay.ALWAYS);
  }
}
