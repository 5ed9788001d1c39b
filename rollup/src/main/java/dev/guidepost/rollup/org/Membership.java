package dev.guidepost.rollup.org;

import dev.guidepost.core.id.UnitId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One stay of a person in a unit: from a day up to, but not including, another.
 *
 * <pre>{@code
 * Membership stay = organisation.memberships(ana).get(0);
 * stay.toString(); // "east [2026-01-01, 2026-07-01)"
 * }</pre>
 *
 * @param unit the unit
 * @param from the first day, or empty if the person was always there
 * @param until the day after the last, or empty if no end is known
 */
public record Membership(UnitId unit, Optional<LocalDate> from, Optional<LocalDate> until) {

  /**
   * Creates a membership.
   *
   * @param unit the unit
   * @param from the first day, or empty if the person was always there
   * @param until the day after the last, or empty if no end is known
   * @throws IllegalArgumentException if it holds no day
   */
  public Membership {
    Objects.requireNonNull(unit, "unit");
    requireDays("in " + unit, from, until);
  }

  static void requireDays(String whose, Optional<LocalDate> from, Optional<LocalDate> until) {
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      throw new IllegalArgumentException(
          "membership "
              + whose
              + " must end after it starts, but was "
              + range(from.get().toString(), until.get().toString()));
    }
  }

  /**
   * Tells whether the person was in the unit on a day.
   *
   * @param day the day
   * @return true from the first day up to the day before {@code until}
   */
  public boolean contains(LocalDate day) {
    return !from.map(day::isBefore).orElse(false) && until.map(day::isBefore).orElse(true);
  }

  static String range(String from, String until) {
    return "[" + from + ", " + until + ")";
  }

  /** Returns the unit and the days, such as {@code "east [2026-01-01, ...)"}. */
  @Override
  public String toString() {
    return unit
        + " "
        + range(
            from.map(LocalDate::toString).orElse("..."),
            until.map(LocalDate::toString).orElse("..."));
  }
}
