package dev.guidepost.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.time.FiscalCalendar.YearName;
import java.time.DayOfWeek;
import java.time.Month;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars as a host keeps them. */
class CalendarTextTest {

  @Test
  void saysTheRule() {
    assertEquals(
        "months from january, year named by start, weeks from monday",
        FiscalCalendar.calendarYear().toString());
    assertEquals(
        "months from october, year named by end, weeks from sunday",
        FiscalCalendar.startingIn(Month.OCTOBER, YearName.OF_END)
            .weeksFrom(DayOfWeek.SUNDAY)
            .toString());
    assertEquals(
        "weeks 4-5-4 to the saturday nearest the end of january, 53rd week in period 12, year named"
            + " by start",
        FiscalCalendar.retail454().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "months from january, year named by start, weeks from monday",
        "months from july, year named by end, weeks from saturday",
        "weeks 4-4-5 to the last saturday of september, 53rd week in period 3, year named by end",
        "weeks 13x4 to the sunday nearest the end of december, 53rd week in period 13, year named"
            + " by start",
        "weeks 13x4-long-first to the last friday of may, 53rd week in period 1, year named by end"
      })
  void readsBackWhatItSays(String text) {
    assertEquals(text, FiscalCalendar.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "calendar year",
        "months from brumaire, year named by start, weeks from monday",
        "months from january, year named by start, weeks from moonday",
        "Months from january, year named by start, weeks from monday",
        "months from january, year named by middle, weeks from monday",
        "weeks 4-4-4 to the last saturday of september, 53rd week in period 3, year named by end",
        "weeks 4-4-5 to the last saturday of september, 53rd week in period 13, year named by end",
        "weeks 4-4-5 to the first saturday of september, 53rd week in period 3, year named by end",
        "weeks 4-4-5 to the last saturday of september, 53rd week in period 3, year named by end "
      })
  void refusesOtherTexts(String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> FiscalCalendar.parse(text));
    assertEquals(
        "calendar must read like \""
            + FiscalCalendar.calendarYear()
            + "\" or \""
            + FiscalCalendar.retail454()
            + "\", but was \""
            + text
            + "\"",
        e.getMessage());
  }
}
