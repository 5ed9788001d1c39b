package dev.guidepost.rollup.org;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.style.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An organisation as a host keeps it: records, lists and text only. A day that is absent, as there
 * is no start or no end, is an empty text.
 *
 * @param units the units, the root first
 * @param parents from when on which unit stands right below which
 * @param people the people
 * @param members who is a member of which unit, and when
 * @param seats which units are seats, and when
 */
public record OrganisationState(
    List<UnitState> units,
    List<ParentState> parents,
    List<PersonState> people,
    List<MemberState> members,
    List<SeatState> seats) {

  /**
   * A unit.
   *
   * @param id its id
   * @param name what people call it
   * @param level what kind of unit it is
   */
  public record UnitState(String id, String name, String level) {}

  /**
   * What stands above a unit from a day on.
   *
   * @param unit the id of the unit
   * @param parent the id of the unit right above
   * @param from the first day, such as {@code "2026-11-02"}, empty if it always did
   */
  public record ParentState(String unit, String parent, String from) {}

  /**
   * A person.
   *
   * @param id the id
   * @param name what people call them
   */
  public record PersonState(String id, String name) {}

  /**
   * A stay of a person in a unit.
   *
   * @param person the id of the person
   * @param unit the id of the unit
   * @param from the first day, such as {@code "2026-11-02"}, empty if there is none
   * @param until the day after the last, empty if there is none
   */
  public record MemberState(String person, String unit, String from, String until) {}

  /**
   * A seat.
   *
   * @param unit the id of the unit
   * @param from the day on which it was opened, such as {@code "2026-11-02"}, empty if it was
   *     always there
   * @param until the day on which it is closed, empty if no end is known
   */
  public record SeatState(String unit, String from, String until) {}

  /**
   * Creates a state.
   *
   * @param units the units, the root first
   * @param parents from when on which unit stands right below which
   * @param people the people
   * @param members who is a member of which unit, and when
   * @param seats which units are seats, and when
   */
  public OrganisationState {
    units = Words.kept("units", units);
    parents = Words.kept("parents", parents);
    people = Words.kept("people", people);
    members = Words.kept("members", members);
    seats = Words.kept("seats", seats);
  }

  static OrganisationState of(Organisation organisation) {
    return new OrganisationState(
        organisation.units().stream()
            .map(id -> new UnitState(id.value(), organisation.name(id), organisation.level(id)))
            .toList(),
        parents(organisation),
        organisation.people().stream()
            .map(id -> new PersonState(id.value(), organisation.name(id)))
            .toList(),
        organisation.people().stream()
            .flatMap(
                person ->
                    organisation.memberships(person).stream().map(stay -> member(person, stay)))
            .toList(),
        organisation.seats().stream()
            .map(
                seat ->
                    new SeatState(
                        seat.unit().value(), Words.text(seat.from()), Words.text(seat.until())))
            .toList());
  }

  /**
   * Returns what was known at the end of a day, if every change becomes known on the day from which
   * it holds: who joins later is not there, and an end that lies ahead is none yet.
   *
   * @param day the day, included
   * @return the units as they are, and what else had begun by then
   */
  public OrganisationState knownOn(LocalDate day) {
    List<MemberState> stays =
        members.stream()
            .filter(stay -> begun(stay.from(), day))
            .map(
                stay ->
                    new MemberState(
                        stay.person(), stay.unit(), stay.from(), ended(stay.until(), day)))
            .toList();
    Set<String> there = stays.stream().map(MemberState::person).collect(Collectors.toSet());
    return new OrganisationState(
        units,
        parents.stream().filter(step -> begun(step.from(), day)).toList(),
        people.stream().filter(person -> there.contains(person.id())).toList(),
        stays,
        seats.stream()
            .filter(seat -> begun(seat.from(), day))
            .map(seat -> new SeatState(seat.unit(), seat.from(), ended(seat.until(), day)))
            .toList());
  }

  private static boolean begun(String from, LocalDate day) {
    return from.isEmpty() || !LocalDate.parse(from).isAfter(day);
  }

  private static String ended(String until, LocalDate day) {
    return begun(until, day.plusDays(1)) ? until : "";
  }

  private static List<ParentState> parents(Organisation organisation) {
    List<ParentState> steps = new ArrayList<>();
    for (UnitId unit : organisation.units()) {
      organisation
          .parents(unit)
          .steps(
              (from, parent) ->
                  steps.add(
                      new ParentState(
                          unit.value(),
                          organisation.units().get(parent).value(),
                          from == CodesByDay.ALWAYS ? "" : LocalDate.ofEpochDay(from).toString())));
    }
    return steps;
  }

  private static MemberState member(PersonId person, Membership stay) {
    return new MemberState(
        person.value(), stay.unit().value(), Words.text(stay.from()), Words.text(stay.until()));
  }

  /** Returns the parts, which are not checked against each other yet. */
  OrganisationParts read() {
    Words.requireWhole(this);
    OrganisationParts parts = new OrganisationParts();
    if (units.isEmpty()) {
      throw new IllegalArgumentException("organisation must have a root, but has no unit");
    }
    units.forEach(unit -> parts.unit(UnitId.of(unit.id()), unit.name(), unit.level()));
    for (ParentState step : parents) {
      parts.parent(
          UnitId.of(step.unit()),
          UnitId.of(step.parent()),
          Words.dayIfAny("first day of " + step.unit() + " below " + step.parent(), step.from())
              .map(day -> day.toEpochDay())
              .orElse(CodesByDay.ALWAYS));
    }
    people.forEach(person -> parts.person(PersonId.of(person.id()), person.name()));
    for (MemberState stay : members) {
      String whose = "of " + stay.person() + " in " + stay.unit();
      Optional<LocalDate> from = Words.dayIfAny("first day " + whose, stay.from());
      Optional<LocalDate> until = Words.dayIfAny("end " + whose, stay.until());
      Membership.requireDays(whose, from, until);
      parts.member(PersonId.of(stay.person()), new Membership(UnitId.of(stay.unit()), from, until));
    }
    for (SeatState seat : seats) {
      UnitId unit = UnitId.of(seat.unit());
      parts.seat(unit, Words.dayIfAny("first day of seat " + unit, seat.from()));
      Words.dayIfAny("end of seat " + unit, seat.until())
          .ifPresent(until -> parts.close(unit, until));
    }
    return parts;
  }
}
