package dev.guidepost.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.time.FiscalCalendar.YearName;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published years of 52 and 53 weeks, and what is in them. */
class WeekCalendarTest {

  private static final WeekCalendar RETAIL = FiscalCalendar.retail454();

  private static WeekCalendar.Builder apple() {
    return FiscalCalendar.weeks()
        .pattern(WeekPattern.WEEKS_4_4_5)
        .endingOnLast(DayOfWeek.SATURDAY, Month.SEPTEMBER)
        .extraWeekIn(3)
        .yearName(YearName.OF_END);
  }

  private static WeekCalendar retail(WeekPattern pattern) {
    return new WeekCalendar(
        pattern,
        WeekCalendar.YearEnd.NEAREST,
        DayOfWeek.SATURDAY,
        Month.JANUARY,
        12,
        YearName.OF_START);
  }

  private static List<Integer> longYears(FiscalCalendar calendar) {
    return IntStream.rangeClosed(2004, 2035)
        .filter(year -> calendar.period(String.valueOf(year)).days() == 53 * 7)
        .boxed()
        .toList();
  }

  /** nrf.com names 2012, 2017 and 2023; the rest by an independent program. */
  @Test
  void findsTheLongYearsOfFiveRules() {
    assertEquals(List.of(2006, 2012, 2017, 2023, 2028, 2034), longYears(RETAIL));
    assertEquals(List.of(2006, 2012, 2017, 2023, 2028, 2034), longYears(apple().build()));
    assertEquals(
        List.of(2008, 2014, 2020, 2025, 2031),
        longYears(
            apple()
                .endingOnLast(DayOfWeek.SATURDAY, Month.JANUARY)
                .yearName(YearName.OF_START)
                .build()));
    for (YearName name : YearName.values()) {
      assertEquals(
          List.of(2008, 2014, 2020, 2025, 2031),
          longYears(
              apple().endingNearest(DayOfWeek.SATURDAY, Month.DECEMBER).yearName(name).build()));
    }
    assertEquals(
        List.of(2008, 2013, 2019, 2024, 2030),
        longYears(apple().endingOnLast(DayOfWeek.SUNDAY, Month.JUNE).build()));
  }

  /** Years of the National Retail Federation, as published. */
  @ParameterizedTest
  @CsvSource({
    "2012, 2012-01-29, 2013-02-02",
    "2014, 2014-02-02, 2015-01-31",
    "2017, 2017-01-29, 2018-02-03",
    "2023, 2023-01-29, 2024-02-03",
    "2024, 2024-02-04, 2025-02-01"
  })
  void knowsTheYearsOfRetailers(String year, LocalDate first, LocalDate last) {
    assertEquals(first, RETAIL.period(year).start());
    assertEquals(last, RETAIL.period(year).lastDay());
  }

  /** Of the tests of rocksoftcode/nrf-calendar. */
  @ParameterizedTest
  @CsvSource({
    "2014-W42, 2014-11-16, 2014-11-22",
    "2014-P05, 2014-06-01, 2014-07-05",
    "2014-P09, 2014-10-05, 2014-11-01",
    "2015-P09, 2015-10-04, 2015-10-31"
  })
  void knowsTheWeeksAndMonthsOfRetailers(String label, LocalDate first, LocalDate last) {
    Period period = RETAIL.period(label);
    assertEquals(first, period.start());
    assertEquals(last, period.lastDay());
    assertEquals(label, period.label());
  }

  /** Of the README of Prometheus77/retailcal. */
  @Test
  void placesADayOnEveryRung() {
    LocalDate day = LocalDate.of(2024, 5, 5);
    assertEquals("year 2024 [2024-02-04, 2025-02-02)", RETAIL.period(Grain.YEAR, day).toString());
    assertEquals("2024-H1", RETAIL.period(Grain.HALF_YEAR, day).label());
    assertEquals(
        "quarter 2024-Q2 [2024-05-05, 2024-08-04)", RETAIL.period(Grain.QUARTER, day).toString());
    assertEquals(
        "month 2024-P04 [2024-05-05, 2024-06-02)", RETAIL.period(Grain.MONTH, day).toString());
    assertEquals(
        "week 2024-W14 [2024-05-05, 2024-05-12)", RETAIL.period(Grain.WEEK, day).toString());
    assertEquals(
        "day 2024-05-05 [2024-05-05, 2024-05-06)", RETAIL.period(Grain.DAY, day).toString());
    assertEquals(92, ChronoUnit.DAYS.between(RETAIL.period(Grain.YEAR, day).start(), day) + 1);
  }

  /** Fiscal years as Apple filed them: the last Saturday, where the nearest would be later. */
  @ParameterizedTest
  @CsvSource({
    "2005, 2005-09-24",
    "2006, 2006-09-30",
    "2011, 2011-09-24",
    "2012, 2012-09-29",
    "2016, 2016-09-24",
    "2017, 2017-09-30",
    "2022, 2022-09-24",
    "2023, 2023-09-30",
    "2024, 2024-09-28"
  })
  void endsOnTheLastWeekday(String year, LocalDate last) {
    assertEquals(last, apple().build().period(year).lastDay());
  }

  @Test
  void endsOnTheNearestWeekday() {
    FiscalCalendar nearest = apple().endingNearest(DayOfWeek.SATURDAY, Month.SEPTEMBER).build();
    assertEquals(LocalDate.of(2016, 10, 1), nearest.period("2016").lastDay());
  }

  /** The first quarter of 2023 was the one of 14 weeks (10-K of 2023). */
  @Test
  void takesTheExtraWeekWhereDeclared() {
    WeekCalendar apple = apple().build();
    assertEquals(LocalDate.of(2022, 12, 31), apple.period("2023-Q1").lastDay());
    assertEquals(
        List.of(14, 13, 13, 13),
        apple.within(apple.period("2023"), Grain.QUARTER).stream()
            .map(quarter -> quarter.days() / 7)
            .toList());
    assertEquals(6 * 7, apple.period("2023-P03").days());
    assertEquals(5 * 7, apple.period("2022-P03").days());
  }

  /** Weeks of each period of retail 2023, by an independent program. */
  @ParameterizedTest
  @CsvSource({
    "WEEKS_4_4_5, 445 445 445 446, 2023-12-24",
    "WEEKS_4_5_4, 454 454 454 455, 2023-12-31",
    "WEEKS_5_4_4, 544 544 544 545, 2023-12-31"
  })
  void dividesTheLongYear(WeekPattern pattern, String weeks, LocalDate lastPeriod) {
    FiscalCalendar calendar = retail(pattern);
    List<Period> periods = calendar.within(calendar.period("2023"), Grain.MONTH);
    assertEquals(
        weeks.replace(" ", "").chars().map(c -> c - '0').boxed().toList(),
        periods.stream().map(period -> period.days() / 7).toList());
    assertEquals(lastPeriod, periods.get(11).start());
  }

  @Test
  void dividesThirteenPeriods() {
    WeekCalendar last = retail(WeekPattern.PERIODS_13);
    assertEquals(13, last.within(last.period("2024"), Grain.MONTH).size());
    assertEquals(List.of(12, 12, 12, 16), quarters(last, "2024"));
    assertEquals(List.of(12, 12, 12, 17), quarters(last, "2023"));
    assertEquals("2024-Q4", last.period(Grain.QUARTER, last.period("2024-P13").start()).label());
    assertEquals(
        List.of(16, 12, 12, 12), quarters(retail(WeekPattern.PERIODS_13_LONG_FIRST), "2024"));
  }

  private static List<Integer> quarters(FiscalCalendar calendar, String year) {
    return calendar.within(calendar.period(year), Grain.QUARTER).stream()
        .map(quarter -> quarter.days() / 7)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-P00, period, 12",
    "2024-P13, period, 12",
    "2024-W53, week, 52",
    "2023-W54, week, 53",
    "2024-W00, week, 52",
    "2024-Q5, quarter, 4",
    "2024-H0, half-year, 2"
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
        assertThrows(IllegalArgumentException.class, () -> RETAIL.period(label)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-05", "2024-P4", "2024-02-30", "24", "", "2024-P04-01"})
  void refusesLabelsOfNoPeriod(String label) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> RETAIL.period(label));
    assertEquals(
        "period label must be like 2026, 2026-H1, 2026-Q4, 2026-P10, 2026-W45 or 2026-11-02, but"
            + " was \""
            + label
            + "\"",
        e.getMessage());
  }

  @Test
  void stepsOverTheEndsOfYears() {
    assertEquals("2024-W01", RETAIL.next(RETAIL.period("2023-W53")).label());
    assertEquals("2022-P12", RETAIL.previous(RETAIL.period("2023-P01")).label());
    assertThrows(
        IllegalArgumentException.class,
        () -> RETAIL.next(FiscalCalendar.calendarYear().period("2023")));
    assertThrows(
        IllegalArgumentException.class,
        () -> RETAIL.period(Grain.CUSTOM, LocalDate.of(2024, 1, 1)));
  }

  @Test
  void refusesAnExtraWeekInNoPeriod() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> apple().extraWeekIn(13).build());
    assertEquals("period of the extra week must be 1 to 12, but was 13", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> apple().extraWeekIn(0).build());
    assertTrue(
        apple().pattern(WeekPattern.PERIODS_13).extraWeekIn(13).build().period("2024").days() > 0);
  }

  @Test
  void patternsAnswerForTheirPeriodsOnly() {
    assertEquals(5, WeekPattern.WEEKS_4_5_4.weeks(11));
    assertThrows(IllegalArgumentException.class, () -> WeekPattern.WEEKS_4_5_4.weeks(13));
    assertThrows(IllegalArgumentException.class, () -> WeekPattern.PERIODS_13.weeks(0));
    assertThrows(IllegalArgumentException.class, () -> WeekPattern.PERIODS_13.periodsInQuarter(5));
    assertThrows(IllegalArgumentException.class, () -> WeekPattern.PERIODS_13.periodsInQuarter(0));
  }
}
