package dev.guidepost.core.time;

import dev.guidepost.core.id.PlaceId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Knows which days are holidays, by place; for hosts that have such a source.
 *
 * <p>A holiday is told on the day on which it is observed: where 4 July falls on a Saturday and
 * people stay at home on the Friday, the holiday is the Friday. Whoever does not know a place or a
 * day must say so by throwing, never by answering that it is no holiday. Answers must not change
 * while they are used.
 *
 * <p>{@link HolidayTable} is a ready one over dates that the host loads.
 */
@FunctionalInterface
public interface Holidays {

  /** No day is a holiday, at any place. */
  Holidays NONE = (place, day) -> Optional.empty();

  /**
   * Returns the holiday that is observed on a day.
   *
   * @param place the place
   * @param day the day
   * @return its name, empty if the day is known to be no holiday
   * @throws UnknownHolidaysException if it is not known whether the day is a holiday there
   */
  Optional<String> on(PlaceId place, LocalDate day);
}
