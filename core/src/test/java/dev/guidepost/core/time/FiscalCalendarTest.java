package dev.guidepost.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.time.FiscalCalendar.YearName;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Named periods of civil and fiscal years. */
class FiscalCalendarTest {

  private static final FiscalCalendar CIVIL = FiscalCalendar.calendarYear();
  private static final FiscalCalendar APRIL =
      FiscalCalendar.startingIn(Month.APRIL, YearName.OF_START);
  private static final FiscalCalendar OCTOBER =
      FiscalCalendar.startingIn(Month.OCTOBER, YearName.OF_END);

  @ParameterizedTest
  @CsvSource({
    "2026, year, 2026-01-01, 2027-01-01",
    "2026-H2, half_year, 2026-07-01, 2027-01-01",
    "2026-Q4, quarter, 2026-10-01, 2027-01-01",
    "2024-02, month, 2024-02-01, 2024-03-01",
    "2026-W45, week, 2026-11-02, 2026-11-09",
    "2026-11-02, day, 2026-11-02, 2026-11-03",
    "0000, year, 0000-01-01, 0001-01-01",
    "9999-W52, week, 9999-12-27, +10000-01-03"
  })
  void readsLabelsOfTheCivilYear(String label, String grain, String start, String end) {
    assertEquals(
        grain + " " + label + " [" + start + ", " + end + ")", CIVIL.period(label).toString());
  }

  @Test
  void namesFiscalYearsAsDeclared() {
    LocalDate january = LocalDate.of(2027, 1, 5);
    assertEquals("2026-Q4", APRIL.period(Grain.QUARTER, january).label());
    assertEquals("2026-H2", APRIL.period(Grain.HALF_YEAR, january).label());
    assertEquals("2027-01", APRIL.period(Grain.MONTH, january).label());
    assertEquals(LocalDate.of(2026, 4, 1), APRIL.period("2026").start());
    assertEquals("2027-Q2", OCTOBER.period(Grain.QUARTER, january).label());
    assertEquals("2027", OCTOBER.period(Grain.YEAR, january).label());
    assertEquals(LocalDate.of(2026, 10, 1), OCTOBER.period("2027").start());
    assertEquals(
        LocalDate.of(2027, 1, 1),
        FiscalCalendar.startingIn(Month.JANUARY, YearName.OF_END).period("2027").start());
  }

  @ParameterizedTest
  @CsvSource({
    "2020-12-31, 2020-W53",
    "2021-01-03, 2020-W53",
    "2021-01-04, 2021-W01",
    "2016-01-03, 2015-W53",
    "2021-12-31, 2021-W52",
    "2022-01-02, 2021-W52",
    "2018-12-31, 2019-W01",
    "2008-12-29, 2009-W01"
  })
  void countsWeeksAsIsoDoes(LocalDate day, String label) {
    Period week = APRIL.period(Grain.WEEK, day);
    assertEquals(label, week.label());
    assertTrue(week.contains(day));
    assertEquals(week, APRIL.period(label));
  }

  @ParameterizedTest
  @CsvSource({
    "2021-W53, week, 52",
    "2020-W54, week, 53",
    "2021-W00, week, 52",
    "2021-13, month, 12",
    "2021-00, month, 12",
    "2021-Q0, quarter, 4",
    "2021-Q5, quarter, 4",
    "2021-H3, half-year, 2"
  })
  void saysHowManyPeriodsThereAre(String label, String what, int most) {
    assertEquals(
        what
            + " of "
            + label.substring(0, 4)
            + " must be 1 to "
            + most
            + ", but was \""
            + label
            + "\"",
        assertThrows(IllegalArgumentException.class, () -> CIVIL.period(label)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021-W1",
        "2021-w01",
        "2021-1",
        "2021-02-29",
        "2021-04-31",
        "2021-Q",
        "21",
        "20210",
        "",
        "2021-",
        " 2021",
        "2021\n",
        "-2021",
        "2021-Q1-01",
        "2021-W01-1",
        "\u0662\u0660\u0662\u0661"
      })
  void refusesLabelsOfNoPeriod(String label) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> CIVIL.period(label));
    assertEquals(
        "period label must be like 2026, 2026-H1, 2026-Q4, 2026-11, 2026-W45 or 2026-11-02, but was"
            + " \""
            + label
            + "\"",
        e.getMessage());
  }

  @Test
  void makesNoCustomPeriods() {
    LocalDate day = LocalDate.of(2026, 11, 2);
    Period window = Period.custom(day, day.plusDays(9));
    assertThrows(IllegalArgumentException.class, () -> CIVIL.period(Grain.CUSTOM, day));
    assertThrows(IllegalArgumentException.class, () -> CIVIL.periods(Grain.CUSTOM, day, day));
    assertThrows(IllegalArgumentException.class, () -> CIVIL.next(window));
    assertThrows(IllegalArgumentException.class, () -> CIVIL.previous(window));
  }

  @Test
  void refusesToStepFromPeriodsOfOthers() {
    Period foreign = FiscalCalendar.startingIn(Month.FEBRUARY, YearName.OF_START).period("2026-Q1");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> CIVIL.next(foreign));
    assertEquals(
        "period must be one of this calendar, such as quarter 2026-Q1 [2026-01-01, 2026-04-01), but"
            + " was quarter 2026-Q1 [2026-02-01, 2026-05-01)",
        e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> CIVIL.previous(foreign));
  }

  @Test
  void listsPeriodsThatTouchARange() {
    List<Period> quarters =
        APRIL.periods(Grain.QUARTER, LocalDate.of(2026, 6, 30), LocalDate.of(2026, 7, 1));
    assertEquals(List.of("2026-Q1", "2026-Q2"), quarters.stream().map(Period::label).toList());
    assertThrows(UnsupportedOperationException.class, () -> quarters.remove(0));
    assertEquals(
        List.of(), CIVIL.periods(Grain.DAY, LocalDate.of(2026, 7, 2), LocalDate.of(2026, 7, 1)));
  }

  @Test
  void refusesNulls() {
    assertThrows(
        NullPointerException.class, () -> FiscalCalendar.startingIn(null, YearName.OF_END));
    assertThrows(NullPointerException.class, () -> FiscalCalendar.startingIn(Month.MAY, null));
  }
}
