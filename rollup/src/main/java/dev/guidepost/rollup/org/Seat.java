package dev.guidepost.rollup.org;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.people.Dated;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A unit that is one position: one person has it at a time, and it stays where it is while nobody
 * has it.
 *
 * <p>What is done for it while it is vacant counts on the unit itself, so it is neither lost nor
 * somebody's; its territory and its target are the unit's, whoever has it.
 *
 * <pre>{@code
 * Seat seat = organisation.seats().get(0);
 * seat.toString();    // "east-2 [2026-04-01, ...): ben [2026-06-01, ...)"
 * seat.holder(may1);  // Optional.empty: to be filled
 * }</pre>
 *
 * @param unit the unit
 * @param from the day on which it was opened, or empty if it was always there
 * @param until the day on which it is closed, or empty if no end is known
 * @param holders who has it and when, by their first day; unmodifiable
 */
public record Seat(
    UnitId unit,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    List<Dated<PersonId>> holders) {

  /**
   * Creates a seat.
   *
   * @param unit the unit
   * @param from the day on which it was opened, or empty if it was always there
   * @param until the day on which it is closed, or empty if no end is known
   * @param holders who has it and when, in any order
   * @throws IllegalArgumentException if it is closed before it is opened, somebody has it while it
   *     is not there, or two have it on one day
   */
  public Seat {
    Objects.requireNonNull(unit, "unit");
    if (first(from) >= end(until)) {
      throw new IllegalArgumentException(
          "seat " + unit + " must be closed after it is opened, but was " + days(from, until));
    }
    holders = ImmutableList.sortedCopyOf(Comparator.comparing(each -> first(each.from())), holders);
    for (int i = 0; i < holders.size(); i++) {
      Dated<PersonId> each = holders.get(i);
      if (first(each.from()) < first(from) || end(each.until()) > end(until)) {
        throw new IllegalArgumentException(
            "seat "
                + unit
                + " must be there while somebody has it, but is "
                + days(from, until)
                + " and had "
                + each);
      }
      if (i > 0 && end(holders.get(i - 1).until()) > first(each.from())) {
        throw new IllegalArgumentException(
            "seat "
                + unit
                + " must have one holder at a time, but "
                + each.from().map(day -> "on " + day).orElse("from the beginning")
                + " had "
                + holders.get(i - 1).value()
                + " and "
                + each.value());
      }
    }
  }

  private static long first(Optional<LocalDate> day) {
    return day.map(LocalDate::toEpochDay).orElse(CodesByDay.ALWAYS);
  }

  private static long end(Optional<LocalDate> day) {
    return day.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
  }

  private static String days(Optional<LocalDate> from, Optional<LocalDate> until) {
    return Membership.range(
        from.map(LocalDate::toString).orElse("..."), until.map(LocalDate::toString).orElse("..."));
  }

  /**
   * Tells whether the seat is there on a day, filled or vacant.
   *
   * @param day the day
   * @return true from the day on which it was opened up to the day before it is closed
   */
  public boolean contains(LocalDate day) {
    return first(from) <= day.toEpochDay() && day.toEpochDay() < end(until);
  }

  /**
   * Returns who has the seat on a day.
   *
   * @param day the day
   * @return the person, or empty if nobody has it or it is not there
   */
  public Optional<PersonId> holder(LocalDate day) {
    return holders.stream().filter(each -> each.contains(day)).map(Dated::value).findFirst();
  }

  /** Returns since when and until when nobody has it, if it is there and vacant on a day. */
  Optional<Vacancy> vacancy(UnitId parent, LocalDate day) {
    if (!contains(day) || holder(day).isPresent()) {
      return Optional.empty();
    }
    Optional<LocalDate> since = from;
    Optional<LocalDate> filled = until;
    for (Dated<PersonId> each : holders) {
      if (first(each.from()) > day.toEpochDay()) {
        filled = each.from();
        break;
      }
      since = each.until();
    }
    return Optional.of(new Vacancy(unit, parent, since, filled));
  }

  /** Returns such as {@code "east-2 [2026-04-01, ...): ben [2026-06-01, ...)"}. */
  @Override
  public String toString() {
    List<String> had = holders.stream().map(Dated::toString).toList();
    return unit
        + " "
        + days(from, until)
        + ": "
        + (had.isEmpty() ? "nobody" : String.join(", ", had));
  }
}
