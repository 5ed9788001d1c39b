package dev.guidepost.core.clarity;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Period;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** How many hours a person has for selling in a week. */
@FunctionalInterface
public interface WeeklyHours {

  /** Nobody knows. */
  WeeklyHours UNKNOWN = (person, week) -> Optional.empty();

  /**
   * Returns the hours of a person in a week.
   *
   * @param person the person
   * @param week the week
   * @return the hours, 0 or more; empty if they are not known
   */
  Optional<Quantity> of(PersonId person, Period week);

  /**
   * Returns the hours that days of work make.
   *
   * @param days how much each day of a person counts: working days, leave, ramp
   * @param hoursADay the hours of a day that counts in full
   * @return the hours, rounded down to tenths
   * @throws IllegalArgumentException if a day has less than no hours
   */
  static WeeklyHours of(Function<PersonId, Exposure> days, Quantity hoursADay) {
    Objects.requireNonNull(days, "days");
    if (hoursADay.signum() < 0) {
      throw new IllegalArgumentException("hours a day must be 0 or more, but were " + hoursADay);
    }
    return (person, week) ->
        Optional.of(
            Quantity.of(
                days.apply(person)
                    .weight(week)
                    .multiply(hoursADay.toBigDecimal())
                    .setScale(1, RoundingMode.DOWN)));
  }
}
