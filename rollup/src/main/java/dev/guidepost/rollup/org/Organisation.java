package dev.guidepost.rollup.org;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.time.DayFunction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tree of units and their members, readable as of any date.
 *
 * <p>Immutable and thread-safe. Units and people are opaque ids; names are labels and need not be
 * unique. Each unit but the root has one parent at every date; a person is a member of at most one
 * unit at a time, and of none before joining, after leaving or when never placed.
 *
 * <pre>{@code
 * UnitId company = UnitId.of("company"), east = UnitId.of("east"), west = UnitId.of("west");
 * PersonId ana = PersonId.of("ana");
 * Organisation organisation = Organisation.builder(company, "Acme")
 *     .unit(east, "East", "region", company)
 *     .unit(west, "West", "region", company)
 *     .person(ana, "Ana Lopez")
 *     .member(ana, east)
 *     .member(ana, west, LocalDate.of(2026, 7, 1)) // a move: ends the stay in the east
 *     .build();
 * organisation.unitOf(ana, LocalDate.of(2026, 6, 30)); // Optional[east]
 * organisation.unitOf(ana, LocalDate.of(2026, 7, 1));  // Optional[west]
 * }</pre>
 *
 * <p>{@link #UNASSIGNED} stands right below the root at every date. It is not among {@link
 * #units()}, but every read takes it: its members are the people who are in no unit.
 */
public final class Organisation {

  /** The line of what belongs to nobody: people without a unit, and participants not known. */
  public static final UnitId UNASSIGNED = UnitId.of("unassigned");

  /** The level of the root: {@value}. */
  public static final String ROOT_LEVEL = "company";

  private final ImmutableList<UnitId> units;
  private final ImmutableList<PersonId> people;
  private final ImmutableMap<PartyId, Integer> codes;
  private final ImmutableMap<PartyId, String> names;
  private final ImmutableMap<UnitId, String> levels;
  private final PartyIndex index;
  private final ImmutableList<CodesByDay> parents;
  private final ImmutableList<ImmutableList<Membership>> memberships;
  private final ImmutableList<CodesByDay> stays;
  private final ImmutableMap<UnitId, Seat> seats;
  private final ImmutableList<LocalDate> treeChanges;
  private final ImmutableList<LocalDate> changes;

  Organisation(OrganisationParts from) {
    units = ImmutableList.copyOf(from.levels.keySet());
    people = ImmutableList.copyOf(from.people);
    codes = ImmutableMap.copyOf(from.codes());
    names = ImmutableMap.copyOf(from.names);
    levels = ImmutableMap.copyOf(from.levels);
    parents = ImmutableList.copyOf(from.parentsByDay());
    memberships = ImmutableList.copyOf(from.resolvedMemberships());
    stays = ImmutableList.copyOf(from.staysByDay(memberships));
    seats = ImmutableMap.copyOf(from.seats(people, memberships));
    NavigableSet<LocalDate> days = OrganisationParts.days(parents);
    treeChanges = ImmutableList.copyOf(days);
    changes = ImmutableList.copyOf(from.changes(memberships, days));
    index = new PartyIndex(names);
  }

  /**
   * Returns a builder of an organisation.
   *
   * @param root the unit above all others
   * @param name what people call it
   * @return the builder
   * @throws IllegalArgumentException if the root is {@link #UNASSIGNED} or the name is blank
   */
  public static Builder builder(UnitId root, String name) {
    OrganisationParts parts = new OrganisationParts();
    parts.unit(root, name, ROOT_LEVEL);
    return new Builder(parts);
  }

  /**
   * Returns the organisation of a state that a host kept.
   *
   * @param state the state
   * @return the organisation
   * @throws IllegalArgumentException if it is none that {@link #state()} could give
   */
  public static Organisation of(OrganisationState state) {
    return new Builder(state.read()).build();
  }

  /**
   * Returns what a host keeps of this organisation.
   *
   * @return the state, which {@link #of(OrganisationState)} reads back
   */
  public OrganisationState state() {
    return OrganisationState.of(this);
  }

  /**
   * Returns a builder that has all of this organisation already: to add to it, or to ask what a
   * re-organisation that is not decided would change.
   *
   * <pre>{@code
   * Organisation planned = organisation.toBuilder().reparent(west, south, january).build();
   * }</pre>
   *
   * @return the builder
   */
  public Builder toBuilder() {
    return new Builder(state().read());
  }

  /**
   * Returns the unit above all others.
   *
   * @return the root
   */
  public UnitId root() {
    return units.get(0);
  }

  /**
   * Returns all units that are there at any date, without {@link #UNASSIGNED}.
   *
   * @return the root, then the others in the order of their declaration; unmodifiable
   */
  public List<UnitId> units() {
    return units;
  }

  /**
   * Returns all people that are known at any date.
   *
   * @return the people in the order of their declaration; unmodifiable
   */
  public List<PersonId> people() {
    return people;
  }

  /**
   * Tells whether a party belongs to the organisation, at whatever date.
   *
   * @param party a person or a unit
   * @return true for a declared person or unit and for {@link #UNASSIGNED}
   */
  public boolean contains(PartyId party) {
    return party.equals(UNASSIGNED) || codes.containsKey(party);
  }

  /**
   * Returns what people call a party.
   *
   * @param party a person or a unit
   * @return its name
   * @throws IllegalArgumentException if the organisation does not have the party
   */
  public String name(PartyId party) {
    if (party.equals(UNASSIGNED)) {
      return UNASSIGNED.value();
    }
    String name = names.get(party);
    if (name == null) {
      throw party instanceof PersonId ? unknown("person", people, party) : unknownUnit(party);
    }
    return name;
  }

  /**
   * Returns the level of a unit, such as {@code "region"}.
   *
   * @param unit a unit
   * @return its level; {@value #ROOT_LEVEL} for the root, {@code "unassigned"} for {@link
   *     #UNASSIGNED}
   * @throws IllegalArgumentException if the organisation does not have the unit
   */
  public String level(UnitId unit) {
    if (unit.equals(UNASSIGNED)) {
      return UNASSIGNED.value();
    }
    String level = levels.get(unit);
    if (level == null) {
      throw unknownUnit(unit);
    }
    return level;
  }

  /**
   * Returns the unit of which a person is a member on a day.
   *
   * @param person a person of the organisation
   * @param date the day
   * @return the unit, or empty on a day without membership
   * @throws IllegalArgumentException if the organisation does not have the person
   */
  public Optional<UnitId> unitOf(PersonId person, LocalDate date) {
    int unit = stays.get(personCode(person)).at(date.toEpochDay());
    return unit == CodesByDay.NONE ? Optional.empty() : Optional.of(units.get(unit));
  }

  /**
   * Returns the days on which a person belongs to the company, as a factor of an exposure.
   *
   * @param person a person of the organisation
   * @return 1 on a day on which the person stands in a unit, 0 on any other
   * @throws IllegalArgumentException if the organisation does not have the person
   */
  public DayFunction presence(PersonId person) {
    CodesByDay stay = stays.get(personCode(person));
    return day -> stay.at(day.toEpochDay()) == CodesByDay.NONE ? 0 : 1;
  }

  /**
   * Returns the unit right above a unit on a day.
   *
   * @param unit a unit
   * @param date the day
   * @return the parent; the root for {@link #UNASSIGNED}; empty for the root
   * @throws IllegalArgumentException if the organisation does not have the unit
   */
  public Optional<UnitId> parent(UnitId unit, LocalDate date) {
    if (unit.equals(UNASSIGNED)) {
      return Optional.of(root());
    }
    int parent = parents.get(unitCode(unit)).at(date.toEpochDay());
    return parent == CodesByDay.NONE ? Optional.empty() : Optional.of(units.get(parent));
  }

  /**
   * Returns the units from the root down to where a party stands on a day.
   *
   * @param party a person or a unit
   * @param date the day
   * @return the root first; last the unit itself, or for a person the unit it is a member of,
   *     {@link #UNASSIGNED} without one; unmodifiable
   * @throws IllegalArgumentException if the organisation does not have the party
   */
  public List<UnitId> path(PartyId party, LocalDate date) {
    UnitId start =
        party instanceof PersonId person ? unitOf(person, date).orElse(UNASSIGNED) : (UnitId) party;
    List<UnitId> up = new ArrayList<>();
    for (Optional<UnitId> at = Optional.of(start); at.isPresent(); at = parent(at.get(), date)) {
      up.add(at.get());
    }
    return ImmutableList.copyOf(up).reverse();
  }

  /**
   * Returns the units right below a unit on a day, without {@link #UNASSIGNED}.
   *
   * @param unit a unit
   * @param date the day
   * @return the units in the order of their declaration; unmodifiable
   * @throws IllegalArgumentException if the organisation does not have the unit
   */
  public List<UnitId> subunits(UnitId unit, LocalDate date) {
    if (unit.equals(UNASSIGNED)) {
      return ImmutableList.of();
    }
    return standing(units, parents, unitCode(unit), date);
  }

  /**
   * Returns the people who are members of a unit itself, not of those below, on a day.
   *
   * @param unit a unit; {@link #UNASSIGNED} has the people who are in no unit on that day
   * @param date the day
   * @return the people in the order of their declaration; unmodifiable
   * @throws IllegalArgumentException if the organisation does not have the unit
   */
  public List<PersonId> members(UnitId unit, LocalDate date) {
    int code = unit.equals(UNASSIGNED) ? CodesByDay.NONE : unitCode(unit);
    return standing(people, stays, code, date);
  }

  private static <T> List<T> standing(
      List<T> parties, List<CodesByDay> places, int unit, LocalDate date) {
    ImmutableList.Builder<T> found = ImmutableList.builder();
    for (int i = 0; i < parties.size(); i++) {
      if (places.get(i).at(date.toEpochDay()) == unit) {
        found.add(parties.get(i));
      }
    }
    return found.build();
  }

  /**
   * Returns all stays of a person, none of which overlap.
   *
   * @param person a person of the organisation
   * @return the memberships by their first day, with the end that a later move gave them;
   *     unmodifiable
   * @throws IllegalArgumentException if the organisation does not have the person
   */
  public List<Membership> memberships(PersonId person) {
    return memberships.get(personCode(person));
  }

  /**
   * Returns the units that are seats, whether anybody has them or not.
   *
   * @return the seats in the order of units; unmodifiable
   */
  public List<Seat> seats() {
    return seats.values().asList();
  }

  /**
   * Returns the seats that are there on a day and that nobody has: to be filled, with what counts
   * on them and all that is theirs, such as a territory or a target.
   *
   * <pre>{@code
   * organisation.vacancies(today); // [east-2 below east since 2026-04-01]
   * }</pre>
   *
   * @param date the day
   * @return the vacancies in the order of units; unmodifiable
   */
  public List<Vacancy> vacancies(LocalDate date) {
    return seats.values().stream()
        .flatMap(seat -> seat.vacancy(parent(seat.unit(), date).orElseThrow(), date).stream())
        .toList();
  }

  /**
   * Returns the days on which anything changes: a unit's parent, or a person's membership begins or
   * ends, or a seat is opened or closed. Between two of them the organisation stays the same.
   *
   * @return the days, ascending, each the first of what is new; unmodifiable
   */
  public List<LocalDate> changes() {
    return changes;
  }

  /**
   * Returns the days on which a unit gets another parent; a part of {@link #changes()}.
   *
   * @return the days, ascending; unmodifiable
   */
  public List<LocalDate> treeChanges() {
    return treeChanges;
  }

  /**
   * Returns the parties that stand elsewhere than in another organisation: units that on some day
   * have another parent, people who are in another unit, and whoever is in one of the two only. Who
   * stands below a unit that moves does not stand elsewhere, as it is in the same unit.
   *
   * <pre>{@code
   * planned.differences(organisation); // [west]: who is concerned by a re-organisation
   * }</pre>
   *
   * @param other the other organisation
   * @return units in the order of their declaration here, then people, then those that only the
   *     other one has; unmodifiable
   */
  public Set<PartyId> differences(Organisation other) {
    ImmutableSet.Builder<PartyId> found = ImmutableSet.builder();
    int[] theirs = other.units.equals(units) ? null : codes(units, other);
    addDifferences(units, parents, other, other.units, other.parents, theirs, found);
    addDifferences(people, stays, other, other.people, other.stays, theirs, found);
    if (theirs != null || !other.people.equals(people)) {
      other.codes.keySet().stream().filter(party -> !codes.containsKey(party)).forEach(found::add);
    }
    return found.build();
  }

  /** Returns the places among those of another organisation, {@link CodesByDay#NONE} without. */
  private static int[] codes(List<? extends PartyId> parties, Organisation other) {
    return parties.stream()
        .mapToInt(party -> other.codes.getOrDefault(party, CodesByDay.NONE))
        .toArray();
  }

  /** Adds the parties whose places differ from those of a list with the same, or another, order. */
  private static void addDifferences(
      List<? extends PartyId> parties,
      List<CodesByDay> places,
      Organisation other,
      List<? extends PartyId> otherParties,
      List<CodesByDay> otherPlaces,
      int @Nullable [] units,
      ImmutableSet.Builder<PartyId> found) {
    int[] order = parties.equals(otherParties) ? null : codes(parties, other);
    for (int i = 0; i < parties.size(); i++) {
      int there = order == null ? i : order[i];
      if (there == CodesByDay.NONE || !places.get(i).same(otherPlaces.get(there), units)) {
        found.add(parties.get(i));
      }
    }
  }

  /**
   * Returns the parties of an id, or else of a name.
   *
   * @param idOrName an id or a name, compared exactly
   * @return those with the id, else those with the name: two people with one name are two; units
   *     first; empty if there are none; unmodifiable
   */
  public List<PartyId> find(String idOrName) {
    return index.find(idOrName);
  }

  /** Returns from when on which unit stands right above one, as places among units. */
  CodesByDay parents(UnitId unit) {
    return parents.get(unitCode(unit));
  }

  private int unitCode(UnitId unit) {
    Integer code = codes.get(unit);
    if (code == null) {
      throw unknownUnit(unit);
    }
    return code;
  }

  private int personCode(PersonId person) {
    Integer code = codes.get(person);
    if (code == null) {
      throw unknown("person", people, person);
    }
    return code;
  }

  private IllegalArgumentException unknownUnit(PartyId unit) {
    return unknown("unit", units, unit);
  }

  private static IllegalArgumentException unknown(String kind, List<?> known, PartyId given) {
    int shown = Math.min(known.size(), 10);
    return new IllegalArgumentException(
        kind
            + " must be one of "
            + known.subList(0, shown)
            + (shown < known.size() ? " and " + (known.size() - shown) + " more" : "")
            + ", but was "
            + given);
  }

  /** Tells whether the other has the same units and people, in the same order and places. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Organisation that && state().equals(that.state());
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  /** Returns the size of the organisation on one line. */
  @Override
  public String toString() {
    return name(root()) + ": " + units.size() + " units, " + people.size() + " people";
  }

  /**
   * Collects an organisation, in any order; what is declared twice is refused at once, the rest is
   * checked by {@link #build()}.
   */
  public static final class Builder extends OrganisationBuilder {
    Builder(OrganisationParts parts) {
      super(parts);
    }
  }
}
