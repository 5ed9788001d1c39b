package dev.guidepost.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Instants and the days they fall on. */
class BusinessZoneTest {

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2026-03-31, 2026-Q1",
    "UTC, 2026-04-01, 2026-Q2",
    "Asia/Tokyo, 2026-04-01, 2026-Q2",
    "-04:00, 2026-03-31, 2026-Q1"
  })
  void oneZoneDecidesTheQuarter(String id, LocalDate day, String quarter) {
    BusinessZone zone = BusinessZone.of(id);
    Instant closed = Instant.parse("2026-04-01T03:30:00Z");
    assertEquals(day, zone.dayOf(closed));
    Period period = FiscalCalendar.calendarYear().period(Grain.QUARTER, day);
    assertEquals(quarter, period.label());
    assertEquals(
        true, !closed.isBefore(zone.startOf(period)) && closed.isBefore(zone.endOf(period)));
    assertEquals(zone, BusinessZone.parse(zone.toString()));
  }

  @Test
  void daysAreHalfOpen() {
    BusinessZone zone = BusinessZone.of("America/New_York");
    LocalDate day = LocalDate.of(2026, 4, 1);
    assertEquals(Instant.parse("2026-04-01T04:00:00Z"), zone.startOf(day));
    assertEquals(Instant.parse("2026-04-02T04:00:00Z"), zone.endOf(day));
    assertEquals(day, zone.dayOf(zone.startOf(day)));
    assertEquals(day, zone.dayOf(zone.endOf(day).minusNanos(1)));
    assertEquals(day.plusDays(1), zone.dayOf(zone.endOf(day)));
  }

  @Test
  void knowsDaysOfOtherLengths() {
    BusinessZone york = BusinessZone.of("America/New_York");
    assertEquals(23, hours(york, LocalDate.of(2026, 3, 8)));
    assertEquals(25, hours(york, LocalDate.of(2026, 11, 1)));
    BusinessZone apia = BusinessZone.of("Pacific/Apia");
    assertEquals(0, hours(apia, LocalDate.of(2011, 12, 30))); // Samoa left it out
    BusinessZone paulo = BusinessZone.of("America/Sao_Paulo");
    assertEquals(
        Instant.parse("2018-11-04T03:00:00Z"), paulo.startOf(LocalDate.of(2018, 11, 4))); // 01:00
  }

  private static long hours(BusinessZone zone, LocalDate day) {
    return Duration.between(zone.startOf(day), zone.endOf(day)).toHours();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EST5", "Mars/Olympus", "america/new_york ", "+25:00"})
  void refusesZonesThatAreNone(String id) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> BusinessZone.of(id));
    assertEquals(
        "zone must be an id such as America/New_York, but was \"" + id + "\"", e.getMessage());
  }

  @Test
  void refusesNull() {
    assertThrows(NullPointerException.class, () -> new BusinessZone(null));
  }
}
