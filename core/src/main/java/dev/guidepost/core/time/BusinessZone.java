package dev.guidepost.core.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * The one time zone in which an organisation counts its days.
 *
 * <p>Whatever carries an instant gets its day here, once, on the way in: a deal closed on 1 April
 * at 03:30 UTC belongs to the first quarter in New York and to the second in London, and to one of
 * them in every report.
 *
 * <pre>{@code
 * BusinessZone zone = BusinessZone.of("America/New_York");
 * zone.dayOf(Instant.parse("2026-04-01T03:30:00Z")); // 2026-03-31
 * zone.startOf(LocalDate.of(2026, 4, 1));            // 2026-04-01T04:00:00Z
 * }</pre>
 *
 * @param zone the time zone, with its rules for summer time as the running Java knows them
 */
public record BusinessZone(ZoneId zone) {

  /**
   * Creates a business zone.
   *
   * @param zone the time zone
   */
  public BusinessZone {
    Objects.requireNonNull(zone, "zone");
  }

  /**
   * Returns the business zone of a time zone's id.
   *
   * @param id such as {@code "America/New_York"}, {@code "UTC"} or {@code "+05:30"}
   * @return the business zone
   * @throws IllegalArgumentException if there is no such time zone
   */
  public static BusinessZone of(String id) {
    try {
      return new BusinessZone(ZoneId.of(id));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "zone must be an id such as America/New_York, but was \"" + id + "\"", e);
    }
  }

  /**
   * Returns the business zone that a text stands for.
   *
   * @param text as {@link #toString()} writes it
   * @return the business zone
   * @throws IllegalArgumentException if there is no such time zone
   */
  public static BusinessZone parse(String text) {
    return of(text);
  }

  /**
   * Returns the day on which an instant falls.
   *
   * @param instant the instant
   * @return its date in this zone
   * @throws DateTimeException if it lies beyond the days that a {@link LocalDate} can tell
   */
  public LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /**
   * Returns the first instant of a day: midnight, or the end of the gap where clocks jump over it.
   *
   * @param day the day
   * @return the first instant that is not before the day
   */
  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /**
   * Returns the first instant after a day, so that the day is [start, end).
   *
   * @param day the day
   * @return the start of the next day; that of the day itself where a zone left the day out, as
   *     Samoa did with 30 December 2011
   * @throws DateTimeException if the day is the last that a {@link LocalDate} can tell
   */
  public Instant endOf(LocalDate day) {
    return startOf(day.plusDays(1));
  }

  /**
   * Returns the first instant of a period.
   *
   * @param period the period
   * @return the start of its first day
   */
  public Instant startOf(Period period) {
    return startOf(period.start());
  }

  /**
   * Returns the first instant after a period, so that the period is [start, end).
   *
   * @param period the period
   * @return the start of the day after its last
   */
  public Instant endOf(Period period) {
    return startOf(period.end());
  }

  /**
   * Returns the id of the time zone.
   *
   * @return the text that {@link #parse(String)} reads back
   */
  @Override
  public String toString() {
    return zone.getId();
  }
}
