package dev.guidepost.rollup.org;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.TerritoryId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.territory.Territories;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** The steps of {@link Organisation.Builder}. */
abstract sealed class OrganisationBuilder permits Organisation.Builder {

  private final OrganisationParts parts;

  OrganisationBuilder(OrganisationParts parts) {
    this.parts = parts;
  }

  private Organisation.Builder builder() {
    return (Organisation.Builder) this;
  }

  /**
   * Declares a unit, there from the beginning of time.
   *
   * @param id its id
   * @param name what people call it
   * @param level what kind of unit it is, such as {@code "region"} or {@code "team"}
   * @param parent the unit right above it, until it is reparented
   * @return this builder
   * @throws IllegalArgumentException if the id is taken or {@link Organisation#UNASSIGNED}, or the
   *     name or level is blank
   */
  public Organisation.Builder unit(UnitId id, String name, String level, UnitId parent) {
    Objects.requireNonNull(parent, "parent");
    parts.unit(id, name, level);
    parts.parent(id, parent, CodesByDay.ALWAYS);
    return builder();
  }

  /**
   * Puts a unit, with all that is below it, under another parent.
   *
   * @param unit the unit, any but the root
   * @param newParent the unit right above it from then on
   * @param from the first day under the new parent
   * @return this builder
   * @throws IllegalArgumentException if the unit gets two parents on one day
   */
  public Organisation.Builder reparent(UnitId unit, UnitId newParent, LocalDate from) {
    Objects.requireNonNull(newParent, "newParent");
    parts.parent(unit, newParent, from.toEpochDay());
    return builder();
  }

  /**
   * Makes a unit a seat that was always there: a position that one person has at a time, and that
   * is listed among {@link Organisation#vacancies(LocalDate)} while nobody has it.
   *
   * @param unit a unit, any but the root
   * @return this builder
   * @throws IllegalArgumentException if the unit is a seat already
   */
  public Organisation.Builder seat(UnitId unit) {
    parts.seat(unit, Optional.empty());
    return builder();
  }

  /**
   * Makes a unit a seat that is opened on a day. The unit stands in the tree before, too, but
   * nobody can have it and it is not vacant.
   *
   * @param unit a unit, any but the root
   * @param from the first day of the seat
   * @return this builder
   * @throws IllegalArgumentException if the unit is a seat already
   */
  public Organisation.Builder seat(UnitId unit, LocalDate from) {
    parts.seat(unit, Optional.of(from));
    return builder();
  }

  /**
   * Closes a seat: from then on nobody can have it and it is not vacant. What counts on it stays
   * where it is.
   *
   * @param seat a seat
   * @param from the first day without the seat
   * @return this builder
   * @throws IllegalArgumentException if the seat is closed already
   */
  public Organisation.Builder close(UnitId seat, LocalDate from) {
    parts.close(seat, Objects.requireNonNull(from, "from"));
    return builder();
  }

  /**
   * Declares territories as seats of the level "territory" that were always there, with those who
   * hold them as members: credit by territory then follows who held what on the day. While nobody
   * holds one, or several claim it, it is vacant. The people have to be declared.
   *
   * @param territories the territories; the id of each is that of its unit
   * @param parent gives the unit right above a territory, until it is reparented
   * @return this builder
   * @throws IllegalArgumentException if the id of a unit is taken, or a person holds two
   *     territories on one day: facts can then be placed by a dimension that names the territory
   */
  public Organisation.Builder territories(
      Territories territories, Function<TerritoryId, UnitId> parent) {
    TerritorySeats.add(territories, parent, this);
    return builder();
  }

  /**
   * Declares a person. One without any membership stands on {@link Organisation#UNASSIGNED}.
   *
   * @param id the id
   * @param name what people call them; others may have the same name
   * @return this builder
   * @throws IllegalArgumentException if the id is taken or the name is blank
   */
  public Organisation.Builder person(PersonId id, String name) {
    parts.person(id, name);
    return builder();
  }

  /**
   * Makes a person a member of a unit, from the beginning of time until a later membership.
   *
   * @param person the person
   * @param unit the unit
   * @return this builder
   */
  public Organisation.Builder member(PersonId person, UnitId unit) {
    return member(person, new Membership(unit, Optional.empty(), Optional.empty()));
  }

  /**
   * Makes a person a member of a unit from a day on, until a later membership; ends an earlier one
   * without an end on that day: the person moves.
   *
   * @param person the person
   * @param unit the unit
   * @param from the first day
   * @return this builder
   */
  public Organisation.Builder member(PersonId person, UnitId unit, LocalDate from) {
    return member(person, new Membership(unit, Optional.of(from), Optional.empty()));
  }

  /**
   * Makes a person a member of a unit for a time; ends an earlier membership without an end on its
   * first day, and does not bring it back afterwards.
   *
   * @param person the person
   * @param unit the unit
   * @param from the first day
   * @param until the day after the last
   * @return this builder
   * @throws IllegalArgumentException if it holds no day
   */
  public Organisation.Builder member(
      PersonId person, UnitId unit, LocalDate from, LocalDate until) {
    Membership.requireDays("of " + person + " in " + unit, Optional.of(from), Optional.of(until));
    return member(person, new Membership(unit, Optional.of(from), Optional.of(until)));
  }

  Organisation.Builder member(PersonId person, Membership stay) {
    parts.member(person, stay);
    return builder();
  }

  /**
   * Ends the membership that a person has on the day before, without another one; one that ends
   * later ends then.
   *
   * @param person the person
   * @param from the first day without the membership
   * @return this builder
   * @see #removeStay(PersonId, LocalDate)
   */
  public Organisation.Builder leave(PersonId person, LocalDate from) {
    parts.leave(person, Objects.requireNonNull(from, "from"));
    return builder();
  }

  /**
   * Takes back what was said of a person's stay, to correct it: the one that holds a day, with the
   * end that a move or leaving gave it. Those before and after keep their days, so that none of the
   * days of the stay has a unit until another membership is given for them.
   *
   * <pre>{@code
   * organisation.toBuilder()
   *     .removeStay(cem, june30).member(cem, west, january, august) // left in August, not in July
   *     .build();
   * }</pre>
   *
   * @param person the person
   * @param day a day of the stay
   * @return this builder
   * @throws IllegalArgumentException if the person is in no unit on the day, or memberships of the
   *     person given so far overlap
   */
  public Organisation.Builder removeStay(PersonId person, LocalDate day) {
    parts.removeStay(person, Objects.requireNonNull(day, "day"));
    return builder();
  }

  /**
   * Returns the organisation.
   *
   * @return the organisation
   * @throws IllegalArgumentException if a unit or person is used but not declared, the root is
   *     given a parent or made a seat, units form a cycle at any date, memberships of a person
   *     overlap or start on one day, somebody leaves who is in no unit, a unit is closed that is no
   *     seat, or a seat has two holders on one day or one on a day on which it is not there
   */
  public Organisation build() {
    parts.check();
    return new Organisation(parts);
  }
}
