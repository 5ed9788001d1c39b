package dev.guidepost.core.time;

import dev.guidepost.core.id.PlaceId;
import java.time.LocalDate;

/** Federal holidays of the United States in 2026, on the days they are observed. */
final class Us2026 {

  static final PlaceId US = PlaceId.of("US");

  static final HolidayTable HOLIDAYS =
      HolidayTable.builder()
          .covering(US, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1))
          .holiday(US, LocalDate.of(2026, 1, 1), "New Year's Day")
          .holiday(US, LocalDate.of(2026, 1, 19), "Martin Luther King Jr. Day")
          .holiday(US, LocalDate.of(2026, 2, 16), "Washington's Birthday")
          .holiday(US, LocalDate.of(2026, 5, 25), "Memorial Day")
          .holiday(US, LocalDate.of(2026, 6, 19), "Juneteenth National Independence Day")
          .holiday(US, LocalDate.of(2026, 7, 3), "Independence Day (observed)")
          .holiday(US, LocalDate.of(2026, 7, 4), "Independence Day")
          .holiday(US, LocalDate.of(2026, 9, 7), "Labor Day")
          .holiday(US, LocalDate.of(2026, 10, 12), "Columbus Day")
          .holiday(US, LocalDate.of(2026, 11, 11), "Veterans Day")
          .holiday(US, LocalDate.of(2026, 11, 26), "Thanksgiving Day")
          .holiday(US, LocalDate.of(2026, 12, 25), "Christmas Day")
          .build();

  static final WorkingDays DAYS = WorkingDays.mondayToFriday().withHolidays(HOLIDAYS);

  private Us2026() {}

  /** A quarter of the calendar year 2026. */
  static Period quarter(int number) {
    return FiscalCalendar.calendarYear().period("2026-Q" + number);
  }
}
