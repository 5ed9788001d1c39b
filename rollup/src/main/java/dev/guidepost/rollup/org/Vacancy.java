package dev.guidepost.rollup.org;

import dev.guidepost.core.id.UnitId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A seat that is there and that nobody has.
 *
 * @param seat the seat
 * @param unit the unit right above it on the day that was asked for
 * @param since the first day without anybody, or empty if nobody ever had it and it was always
 *     there
 * @param until the day on which somebody is known to take it, or on which it is closed; empty if
 *     neither is known
 */
public record Vacancy(
    UnitId seat, UnitId unit, Optional<LocalDate> since, Optional<LocalDate> until) {

  /**
   * Creates a vacancy.
   *
   * @param seat the seat
   * @param unit the unit right above it
   * @param since the first day without anybody
   * @param until the day on which somebody takes it or it is closed
   */
  public Vacancy {
    Objects.requireNonNull(seat, "seat");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(until, "until");
  }

  /** Returns such as {@code "east-2 below east since 2026-04-01, until 2026-06-01"}. */
  @Override
  public String toString() {
    return seat
        + " below "
        + unit
        + since.map(day -> " since " + day).orElse(" from the beginning")
        + until.map(day -> ", until " + day).orElse("");
  }
}
