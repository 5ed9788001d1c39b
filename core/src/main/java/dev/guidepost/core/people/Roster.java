package dev.guidepost.core.people;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.style.Words;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Holidays;
import dev.guidepost.core.time.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Who belongs to the company when, in which role, and what they can give.
 *
 * <p>Made of the rows of a personnel or CRM system, in any order: employments with or without an
 * end, roles from a day on. Rows that contradict each other stop nothing; they are {@linkplain
 * #findings() findings}, with their days. A person who is only named by rows is called by the id.
 *
 * <pre>{@code
 * Roster roster = Roster.builder()
 *     .availability(availability)
 *     .role(inside).role(field)
 *     .person(ana, "Ana Brandt").employed(ana, march2).inRole(ana, inside.id())
 *     .inRole(ana, field.id(), october1)
 *     .build();
 * roster.exposure(ana).over(q2); // the days she works, each by how far she has ramped
 * }</pre>
 *
 * <p>Immutable. People are always given in the order of their ids; nothing here ranks them.
 */
public final class Roster {

  private final Availability availability;
  final ImmutableSortedMap<RoleId, Timeline<Role>> roles;
  private final ImmutableSortedMap<PersonId, Person> people;

  private Roster(Builder builder) {
    availability = builder.availability;
    roles = ImmutableSortedMap.copyOf(Maps.transformValues(builder.roles, Timeline::of));
    ImmutableSortedMap.Builder<PersonId, Person> all = ImmutableSortedMap.naturalOrder();
    builder.names.forEach(
        (id, name) ->
            all.put(
                id,
                new Person(
                    id,
                    name.orElse(id.value()),
                    Timeline.of(builder.employments.getOrDefault(id, List.of())),
                    Timeline.of(builder.inRole.getOrDefault(id, List.of())))));
    people = all.build();
  }

  /**
   * Returns a builder of a roster.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns everybody, whenever employed.
   *
   * @return the people, ordered by id; unmodifiable
   */
  public List<Person> people() {
    return people.values().asList();
  }

  /**
   * Returns a person.
   *
   * @param id the id
   * @return the person
   * @throws IllegalArgumentException if nobody has the id
   */
  public Person person(PersonId id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "person must be one of the " + people.size() + " declared, but was " + id));
  }

  /**
   * Returns a person, if there is one.
   *
   * @param id the id
   * @return the person, or empty if nobody has the id
   */
  public Optional<Person> find(PersonId id) {
    return Optional.ofNullable(people.get(id));
  }

  /**
   * Returns the people of a name.
   *
   * @param name the name, exactly
   * @return nobody, one or several, ordered by id; unmodifiable
   */
  public List<Person> named(String name) {
    return people().stream().filter(person -> person.name().equals(name)).toList();
  }

  /**
   * Returns who belongs to the company on a day.
   *
   * @param day the day
   * @return the people employed, ordered by id; unmodifiable
   */
  public List<Person> employed(LocalDate day) {
    return people().stream().filter(person -> person.employed(day)).toList();
  }

  /**
   * Returns who joined in a period, or came back.
   *
   * @param period the period
   * @return the people with an employment that began in it, ordered by id; unmodifiable
   */
  public List<Person> joined(Period period) {
    return with(stay -> stay.from().map(period::contains).orElse(false));
  }

  /**
   * Returns whose last day of an employment lies in a period.
   *
   * @param period the period
   * @return the people who left, ordered by id; unmodifiable
   */
  public List<Person> left(Period period) {
    return with(stay -> stay.until().map(u -> period.contains(u.minusDays(1))).orElse(false));
  }

  private List<Person> with(Predicate<Dated<PersonId>> stay) {
    return people().stream()
        .filter(who -> who.employments().parts().stream().anyMatch(stay))
        .toList();
  }

  /**
   * Returns the role of a person on a day, as it was defined then.
   *
   * @param person the person
   * @param day the day
   * @return the role, or empty if the person is not employed, has no role or several at once, or
   *     the role is not defined
   * @throws IllegalArgumentException if nobody has the id
   */
  public Optional<Role> role(PersonId person, LocalDate day) {
    Optional<RoleId> role = person(person).role(day);
    return role.map(roles::get).flatMap(versions -> versions.at(day));
  }

  /**
   * Returns the availability.
   *
   * @return working days, places and leave
   */
  public Availability availability() {
    return availability;
  }

  /**
   * Returns the days that a person works for the company.
   *
   * @param person the person
   * @return {@code "workday"} and {@code "leave"} of {@link Availability#exposure(PersonId)}, times
   *     {@code "employed"}, 1 or 0
   * @throws IllegalArgumentException if nobody has the id
   */
  public Exposure presence(PersonId person) {
    Person who = person(person);
    return availability.exposure(person).times("employed", day -> who.employed(day) ? 1 : 0);
  }

  /**
   * Returns the days that a person works, each by how far the person has grown into the role.
   *
   * <p>For what a newcomer creates. It is not for wins, which follow by themselves.
   *
   * @param person the person
   * @return {@link #presence(PersonId)} times {@code "ramp"}, the share of full productivity in the
   *     role of the day; 1 where the role or its first day is not known; on days for which several
   *     roles are claimed, the lowest of theirs
   * @throws IllegalArgumentException if nobody has the id
   */
  public Exposure exposure(PersonId person) {
    Person who = person(person);
    Exposure presence = presence(person);
    return presence.times("ramp", day -> new Ramping(roles).share(who, presence, day));
  }

  /**
   * Returns the hours that a person has for the role in a period.
   *
   * @param person the person
   * @param period the period
   * @return the hours a week of the role of each day, over the working weekdays that a week has at
   *     the person's place, summed over the days of {@link #presence(PersonId)}; rounded half even
   *     to 2 decimals; empty if the hours of a day that the person works are not known
   * @throws IllegalArgumentException if nobody has the id
   */
  public Optional<Quantity> hours(PersonId person, Period period) {
    Exposure presence = presence(person);
    BigDecimal hours = BigDecimal.ZERO;
    for (LocalDate day = period.start(); day.isBefore(period.end()); day = day.plusDays(1)) {
      if (presence.on(day) > 0) {
        Optional<Quantity> week = role(person, day).flatMap(Role::hoursPerWeek);
        if (week.isEmpty()) {
          return Optional.empty();
        }
        hours =
            hours.add(
                week.get()
                    .toBigDecimal()
                    .divide(
                        BigDecimal.valueOf(availability.weekdays(person, day)),
                        12,
                        RoundingMode.HALF_EVEN));
      }
    }
    return Optional.of(Quantity.of(hours.setScale(2, RoundingMode.HALF_EVEN)));
  }

  /**
   * Returns what the rows say that cannot be right, or do not say.
   *
   * @return roles defined twice from one day on, then people in two roles at once, also with
   *     different ramps, in none or in one that is not defined, with their days; unmodifiable
   */
  public List<Finding> findings() {
    return new RosterFindings(roles, people()).all();
  }

  /**
   * What a host keeps, beside the holidays.
   *
   * @param availability working days, places and leave
   * @param roles the roles, each with the days on which it is defined so
   * @param people everybody, ordered by id
   * @param employments the rows of employment
   * @param inRole the rows of who is in which role
   */
  public record State(
      Availability.State availability,
      List<RoleState> roles,
      List<PersonState> people,
      List<Dated.State> employments,
      List<Dated.State> inRole) {
    /**
     * Creates a state.
     *
     * @param availability working days, places and leave
     * @param roles the roles
     * @param people everybody
     * @param employments the rows of employment
     * @param inRole the rows of who is in which role
     */
    public State {

      roles = Words.kept("roles", roles);
      people = Words.kept("people", people);
      employments = Words.kept("employments", employments);
      inRole = Words.kept("inRole", inRole);
    }
  }

  /**
   * What a host keeps of one definition of a role.
   *
   * @param role the role
   * @param from the first day on which it is defined so, or empty text
   */
  public record RoleState(Role.State role, String from) {}

  /**
   * What a host keeps of one person.
   *
   * @param id the id
   * @param name what people call them, or empty text if that is not known
   */
  public record PersonState(String id, String name) {}

  /**
   * Returns what a host keeps, beside the holidays.
   *
   * @return the state, which {@link #of(State, Holidays)} reads back
   */
  public State state() {
    return RosterState.of(this);
  }

  /**
   * Returns the roster that a state was taken from.
   *
   * @param state as {@link #state()} gives it
   * @param holidays the holidays, which are not part of the state
   * @return the roster
   * @throws IllegalArgumentException if a part of the state is no text of its kind, or a person is
   *     named twice
   */
  public static Roster of(State state, Holidays holidays) {
    Words.requireWhole(state);
    return RosterState.roster(state, holidays);
  }

  /** Returns whether the other has the same roles, people and availability on all days. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Roster that
        && availability.equals(that.availability)
        && roles.equals(that.roles)
        && people.equals(that.people);
  }

  @Override
  public int hashCode() {
    return Objects.hash(availability, roles, people);
  }

  /** Returns how many people and roles there are, on one line. */
  @Override
  public String toString() {
    return people.size() + " people, " + roles.size() + " roles; " + availability;
  }

  /** Collects the rows of a roster, in any order. */
  public static final class Builder {

    private final Map<RoleId, List<Dated<Role>>> roles = new TreeMap<>();
    private final Map<PersonId, Optional<String>> names = new TreeMap<>();
    private final Map<PersonId, List<Dated<PersonId>>> employments = new TreeMap<>();
    private final Map<PersonId, List<Dated<RoleId>>> inRole = new TreeMap<>();
    private Availability availability = Availability.ALWAYS;

    Builder() {}

    /**
     * Sets working days, places and leave.
     *
     * @param given the availability, {@link Availability#ALWAYS} unless set
     * @return this builder
     */
    public Builder availability(Availability given) {
      availability = Objects.requireNonNull(given, "availability");
      return this;
    }

    /**
     * Defines a role, until a later day from which it is defined anew.
     *
     * @param role the role
     * @return this builder
     */
    public Builder role(Role role) {
      return role(Dated.always(role));
    }

    /**
     * Defines a role anew from a day on. What was measured before keeps the definition it had.
     *
     * @param role the role
     * @param from the first day on which it is defined so
     * @return this builder
     */
    public Builder role(Role role, LocalDate from) {
      return role(Dated.from(role, from));
    }

    Builder role(Dated<Role> row) {
      roles.computeIfAbsent(row.value().id(), id -> new ArrayList<>()).add(row);
      return this;
    }

    /**
     * Names a person.
     *
     * @param id the id
     * @param name what people call them; others may have the same name
     * @return this builder
     * @throws IllegalArgumentException if the name is blank, or the id has another name already
     */
    public Builder person(PersonId id, String name) {
      if (name.isBlank()) {
        throw new IllegalArgumentException("name of " + id + " must not be blank");
      }
      Optional<String> before = names.getOrDefault(id, Optional.empty());
      if (before.isPresent() && !before.get().equals(name)) {
        throw new IllegalArgumentException(
            "person must have one name, but " + id + " has " + before.get() + " and " + name);
      }
      names.put(id, Optional.of(name));
      return this;
    }

    /**
     * Says that a person is employed, as long as is known.
     *
     * @param person the person
     * @return this builder
     */
    public Builder employed(PersonId person) {
      return employed(person, Dated.always(person));
    }

    /**
     * Says that a person is employed from a day on.
     *
     * @param person the person
     * @param from the first day
     * @return this builder
     */
    public Builder employed(PersonId person, LocalDate from) {
      return employed(person, Dated.from(person, from));
    }

    /**
     * Says that a person is employed for a time.
     *
     * @param person the person
     * @param from the first day
     * @param until the day after the last
     * @return this builder
     * @throws IllegalArgumentException if it holds no day
     */
    public Builder employed(PersonId person, LocalDate from, LocalDate until) {
      return employed(person, Dated.between(person, from, until));
    }

    Builder employed(PersonId person, Dated<PersonId> row) {
      if (!row.value().equals(person)) {
        throw new IllegalArgumentException(
            "employment of " + person + " must be their own, but was of " + row.value());
      }
      names.putIfAbsent(person, Optional.empty());
      employments.computeIfAbsent(person, id -> new ArrayList<>()).add(row);
      return this;
    }

    /**
     * Puts a person into a role, until a later day from which the person is in another.
     *
     * @param person the person
     * @param role the role, defined before or after
     * @return this builder
     */
    public Builder inRole(PersonId person, RoleId role) {
      return inRole(person, Dated.always(role));
    }

    /**
     * Puts a person into a role from a day on.
     *
     * @param person the person
     * @param role the role, defined before or after
     * @param from the first day
     * @return this builder
     */
    public Builder inRole(PersonId person, RoleId role, LocalDate from) {
      return inRole(person, Dated.from(role, from));
    }

    /**
     * Puts a person into a role for some days.
     *
     * @param person the person
     * @param role the role and when
     * @return this builder
     */
    public Builder inRole(PersonId person, Dated<RoleId> role) {
      names.putIfAbsent(person, Optional.empty());
      inRole.computeIfAbsent(person, id -> new ArrayList<>()).add(role);
      return this;
    }

    /**
     * Returns the roster.
     *
     * @return the roster
     */
    public Roster build() {
      return new Roster(this);
    }
  }
}
