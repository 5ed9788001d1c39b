package dev.guidepost.core.time;

import dev.guidepost.core.id.PlaceId;
import java.io.Serial;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Thrown when it is asked whether a day is a holiday at a place and the source does not know. */
public final class UnknownHolidaysException extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1;

  /** The key of the place that was asked for. */
  private final String place;

  /** The day that was asked for. */
  private final LocalDate day;

  /** The first day for which the holidays of the place are known, or null if none is. */
  private final @Nullable LocalDate from;

  /** The day after the last one, or null if none is. */
  private final @Nullable LocalDate until;

  private UnknownHolidaysException(
      String message,
      PlaceId place,
      LocalDate day,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {
    super(message);
    this.place = place.value();
    this.day = Objects.requireNonNull(day, "day");
    this.from = from;
    this.until = until;
  }

  /**
   * Returns the exception for a place of which no holidays are known at all.
   *
   * @param place the place
   * @param day the day that was asked for
   * @return the exception
   */
  public static UnknownHolidaysException ofPlace(PlaceId place, LocalDate day) {
    return new UnknownHolidaysException(
        "place must be one whose holidays are known, but was " + place + ", on " + day,
        place,
        day,
        null,
        null);
  }

  /**
   * Returns the exception for a day outside those for which the holidays of a place are known.
   *
   * @param place the place
   * @param day the day that was asked for
   * @param covered the days for which its holidays are known
   * @return the exception
   */
  public static UnknownHolidaysException ofDay(PlaceId place, LocalDate day, Period covered) {
    return new UnknownHolidaysException(
        "day must lie where the holidays of "
            + place
            + " are known, in ["
            + covered.start()
            + ", "
            + covered.end()
            + "), but was "
            + day,
        place,
        day,
        covered.start(),
        covered.end());
  }

  /**
   * Returns the place.
   *
   * @return the place that was asked for
   */
  public PlaceId place() {
    return PlaceId.of(place);
  }

  /**
   * Returns the day.
   *
   * @return the day that was asked for
   */
  public LocalDate day() {
    return day;
  }

  /**
   * Returns the days for which the holidays of the place are known.
   *
   * @return a custom range, empty if none are
   */
  public Optional<Period> covered() {
    return from == null || until == null
        ? Optional.empty()
        : Optional.of(Period.custom(from, until));
  }
}
