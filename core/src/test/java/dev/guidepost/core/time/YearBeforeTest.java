package dev.guidepost.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same period last year, in two senses. */
class YearBeforeTest {

  private static final FiscalCalendar CIVIL = FiscalCalendar.calendarYear();
  private static final FiscalCalendar RETAIL = FiscalCalendar.retail454();

  @ParameterizedTest
  @CsvSource({
    "2026, 2025",
    "2026-H2, 2025-H2",
    "2026-Q4, 2025-Q4",
    "2025-02, 2024-02",
    "2026-W45, 2025-W45",
    "2021-W52, 2020-W52",
    "2026-11-02, 2025-11-02",
    "2025-02-28, 2024-02-28"
  })
  void findsThePlaceInTheCivilYearBefore(String label, String before) {
    assertEquals(Optional.of(CIVIL.period(before)), byPosition(CIVIL, label));
    assertEquals(before, byPosition(CIVIL, label).orElseThrow().label());
  }

  @ParameterizedTest
  @CsvSource({
    "2023, 2022",
    "2023-H2, 2022-H2",
    "2023-Q4, 2022-Q4",
    "2023-P12, 2022-P12",
    "2024-P12, 2023-P12",
    "2023-W52, 2022-W52",
    "2024-W01, 2023-W01",
    "2024-05-05, 2023-04-30"
  })
  void findsThePlaceInTheYearOfWeeksBefore(String label, String before) {
    assertEquals(Optional.of(RETAIL.period(before)), byPosition(RETAIL, label));
  }

  /** Not every year has a 53rd week, and few a 29 February. */
  @Test
  void hasNothingToCompareALeapWeekOrDayWith() {
    assertEquals(Optional.empty(), byPosition(RETAIL, "2023-W53"));
    assertEquals(Optional.empty(), byPosition(RETAIL, "2024-01-30"));
    assertEquals(Optional.empty(), byPosition(CIVIL, "2020-W53"));
    assertEquals(Optional.empty(), byPosition(CIVIL, "2024-02-29"));
  }

  private static Optional<Period> byPosition(FiscalCalendar calendar, String label) {
    return calendar.yearBefore(calendar.period(label), Comparison.BY_POSITION);
  }

  /** Retail 2024 follows a year of 53 weeks: its restated 2023 starts a week late. */
  @Test
  void restatesByWholeWeeks() {
    Period restated = restated(RETAIL, "2024");
    assertEquals(LocalDate.of(2023, 2, 5), restated.start());
    assertEquals(LocalDate.of(2024, 2, 3), restated.lastDay());
    assertEquals("2024 less 52 weeks", restated.label());
    assertEquals(Grain.CUSTOM, restated.grain());
    assertEquals(RETAIL.period("2023-W15"), restated(RETAIL, "2024-W14"));
    assertEquals(RETAIL.period("2022-W52"), restated(RETAIL, "2023-W52"));
    assertEquals(RETAIL.period("2023-W01"), restated(RETAIL, "2023-W53"));
    assertEquals(RETAIL.period("2025"), restated(RETAIL, "2026"));
    assertEquals(RETAIL.period("2023-01-31"), restated(RETAIL, "2024-01-30"));
    assertEquals(CIVIL.period("2025-W45"), restated(CIVIL, "2026-W45"));
    assertEquals(LocalDate.of(2025, 10, 2), restated(CIVIL, "2026-Q4").start());
    assertEquals(92, restated(CIVIL, "2026-Q4").days());
  }

  /** What is longer than 52 weeks is compared with what comes before it, not with itself. */
  @ParameterizedTest
  @CsvSource({
    "true, 2023, 2022-01-23, 2023-01-29, 53",
    "true, 2022, 2022-01-30, 2023-01-29, 52",
    "false, 2026, 2024-12-26, 2025-12-26, 53",
    "false, 2024, 2022-12-26, 2023-12-27, 53"
  })
  void countsNoDayOnBothSides(
      boolean retail, String label, LocalDate start, LocalDate end, int weeks) {
    FiscalCalendar calendar = retail ? RETAIL : CIVIL;
    Period year = calendar.period(label);
    Period before = restated(calendar, label);
    if (weeks == 53) {
      assertEquals(new Period(Grain.CUSTOM, start, end, label + " less 53 weeks"), before);
      assertEquals(label + " less 53 weeks", before.label());
    }
    assertEquals(year.days(), before.days());
    assertEquals(year.start().minusWeeks(weeks), before.start());
    assertFalse(year.start().isBefore(before.end()));
    Period two = Period.custom(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 1, 1));
    Period former = CIVIL.yearBefore(two, Comparison.RESTATED).orElseThrow();
    assertEquals(two.start().minusWeeks(105), former.start());
    assertEquals(two.days(), former.days());
  }

  /** Week 14 of 2024 is the fifteenth of 2023, of which the first stays out of the comparison. */
  @Test
  void restatesDaysToDateAsAWhole() {
    Period week = RETAIL.period("2024-W14");
    Period soFar = RETAIL.toDate(Grain.YEAR, week);
    assertEquals(Period.custom(LocalDate.of(2024, 2, 4), LocalDate.of(2024, 5, 12)), soFar);
    assertEquals(
        Optional.of(Period.custom(LocalDate.of(2023, 2, 5), LocalDate.of(2023, 5, 14))),
        RETAIL.yearBefore(soFar, Comparison.RESTATED));
    Period year = RETAIL.period("2023");
    assertEquals(
        Period.custom(RETAIL.period("2023-W53").start(), year.end()),
        RETAIL.toDate(Grain.WEEK, year));
    assertThrows(IllegalArgumentException.class, () -> RETAIL.toDate(Grain.CUSTOM, week));
  }

  private static Period restated(FiscalCalendar calendar, String label) {
    return calendar.yearBefore(calendar.period(label), Comparison.RESTATED).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-02-03, 2025-06-30, 2024-02-03, 2024-06-30",
    "2024-02-01, 2024-02-29, 2023-02-01, 2023-02-28",
    "2024-02-01, 2024-02-28, 2023-02-01, 2023-02-28",
    "2024-02-29, 2024-03-05, 2023-03-01, 2023-03-05",
    "2025-02-01, 2025-02-28, 2024-02-01, 2024-02-28",
    "2023-11-15, 2024-02-29, 2022-11-15, 2023-02-28"
  })
  void takesCustomRangesDateByDate(
      LocalDate first, LocalDate last, LocalDate firstBefore, LocalDate lastBefore) {
    assertEquals(
        Optional.of(Period.custom(firstBefore, lastBefore.plusDays(1))),
        CIVIL.yearBefore(Period.custom(first, last.plusDays(1)), Comparison.BY_POSITION));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-04, 2024-02-06, 2023-01-29, 2023-01-31",
    "2024-01-27, 2024-02-03, 2023-01-28, 2023-01-28",
    "2024-01-31, 2024-02-05, 2023-01-29, 2023-01-30"
  })
  void takesCustomRangesDayByDayOfTheYearOfWeeks(
      LocalDate first, LocalDate last, LocalDate firstBefore, LocalDate lastBefore) {
    assertEquals(
        Optional.of(Period.custom(firstBefore, lastBefore.plusDays(1))),
        RETAIL.yearBefore(Period.custom(first, last.plusDays(1)), Comparison.BY_POSITION));
  }

  @Test
  void leavesOutRangesThatTheYearBeforeDoesNotHave() {
    LocalDate leap = LocalDate.of(2024, 2, 29);
    Period day = Period.custom(leap, leap.plusDays(1));
    assertEquals(Optional.empty(), CIVIL.yearBefore(day, Comparison.BY_POSITION));
    Period week53 = RETAIL.period("2023-W53");
    Period days = Period.custom(week53.start(), week53.end());
    assertEquals(Optional.empty(), RETAIL.yearBefore(days, Comparison.BY_POSITION));
    assertEquals(
        Optional.of(Period.custom(LocalDate.of(2023, 1, 29), LocalDate.of(2023, 2, 5))),
        RETAIL.yearBefore(days, Comparison.RESTATED));
  }

  @Test
  void refusesPeriodsOfOthers() {
    for (Comparison comparison : Comparison.values()) {
      assertThrows(
          IllegalArgumentException.class,
          () -> RETAIL.yearBefore(CIVIL.period("2026-Q4"), comparison));
    }
  }
}
