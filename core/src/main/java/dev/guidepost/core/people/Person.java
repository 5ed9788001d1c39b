package dev.guidepost.core.people;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.RoleId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A person, with when they were employed and in which roles.
 *
 * <p>Somebody may leave and come back; rows of employment that meet or overlap are one stay. The
 * clock of a ramp starts with the stay or with the role, whichever is later: who comes back or
 * takes another role is new to it, who only changes team or territory is not, nor is who was
 * claimed to be in another role as well for a time.
 *
 * @param id the id
 * @param name what people call them; others may have the same name
 * @param employments when they were employed: the value is always the person
 * @param roles their roles; a role outside of all employments is none
 */
public record Person(
    PersonId id, String name, Timeline<PersonId> employments, Timeline<RoleId> roles) {

  /**
   * Creates a person.
   *
   * @param id the id
   * @param name what people call them
   * @param employments when they were employed
   * @param roles their roles
   * @throws IllegalArgumentException if the name is blank
   */
  public Person {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(employments, "employments");
    Objects.requireNonNull(roles, "roles");
    if (name.isBlank()) {
      throw new IllegalArgumentException("name of " + id + " must not be blank");
    }
  }

  /**
   * Tells whether the person belongs to the company.
   *
   * @param day the day
   * @return true if an employment holds the day
   */
  public boolean employed(LocalDate day) {
    return employments.part(day).isPresent();
  }

  /**
   * Returns the role of the person on a day.
   *
   * @param day the day
   * @return the role, or empty if the person is not employed, or has no role or several at once
   */
  public Optional<RoleId> role(LocalDate day) {
    return employed(day) ? roles.at(day) : Optional.empty();
  }

  /**
   * Returns when the stay of a day began.
   *
   * @param day the day
   * @return the first day of the employment, or empty if the person is not employed or it is not
   *     known when it began
   */
  public Optional<LocalDate> hired(LocalDate day) {
    return employments.part(day).flatMap(Dated::from);
  }

  /**
   * Returns when the person started in the role of a day.
   *
   * @param day the day
   * @return the first day of the employment or of the role, whichever is later; empty if the person
   *     is not employed or it is not known since when
   */
  public Optional<LocalDate> started(LocalDate day) {
    Optional<Dated<PersonId>> stay = employments.part(day);
    if (stay.isEmpty()) {
      return Optional.empty();
    }
    long inRole = roles.at(day).map(role -> roles.since(role, day)).orElse(Long.MIN_VALUE);
    long first = Math.max(stay.get().first(), inRole);
    return first == Long.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(first));
  }

  /**
   * Returns how long the person has been in the company.
   *
   * @param day the day
   * @return calendar days since {@link #hired(LocalDate)}, 0 on the first day; empty if that is not
   *     known
   */
  public OptionalLong tenure(LocalDate day) {
    return hired(day)
        .map(first -> OptionalLong.of(ChronoUnit.DAYS.between(first, day)))
        .orElse(OptionalLong.empty());
  }

  /** Returns name and id, such as {@code "Ana Brandt (ana)"}. */
  @Override
  public String toString() {
    return name + " (" + id + ")";
  }
}
