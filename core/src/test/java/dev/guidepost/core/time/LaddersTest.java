package dev.guidepost.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.time.FiscalCalendar.YearName;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What fills what. */
class LaddersTest {

  private static final FiscalCalendar CIVIL = FiscalCalendar.calendarYear();
  private static final FiscalCalendar RETAIL = FiscalCalendar.retail454();

  @Test
  void grainsKnowTheirLadder() {
    assertEquals(Optional.empty(), Grain.DAY.ladder());
    assertEquals(Optional.of(Grain.Ladder.WEEKS), Grain.WEEK.ladder());
    assertEquals(Optional.of(Grain.Ladder.MONTHS), Grain.MONTH.ladder());
    assertEquals(Optional.of(Grain.Ladder.MONTHS), Grain.YEAR.ladder());
    assertEquals(Optional.empty(), Grain.CUSTOM.ladder());
  }

  @Test
  void weeksFillMonthsOnlyWhereMonthsAreMadeOfThem() {
    StringBuilder civil = new StringBuilder();
    StringBuilder retail = new StringBuilder();
    for (Grain small : Grain.values()) {
      for (Grain large : Grain.values()) {
        civil.append(CIVIL.fills(small, large) ? 'x' : '.');
        retail.append(RETAIL.fills(small, large) ? 'x' : '.');
      }
      civil.append(' ');
      retail.append(' ');
    }
    assertEquals("xxxxxx. .x..... ..xxxx. ...xxx. ....xx. .....x. ....... ", civil.toString());
    assertEquals("xxxxxx. .xxxxx. ..xxxx. ...xxx. ....xx. .....x. ....... ", retail.toString());
  }

  @Test
  void listsWhatFillsAPeriod() {
    assertEquals(List.of("2026-10", "2026-11", "2026-12"), labels(CIVIL, "2026-Q4", Grain.MONTH));
    assertEquals(List.of("2026-Q4"), labels(CIVIL, "2026-Q4", Grain.QUARTER));
    assertEquals(7, labels(CIVIL, "2026-W45", Grain.DAY).size());
    assertEquals(
        List.of("2023-W49", "2023-W50", "2023-W51", "2023-W52", "2023-W53"),
        labels(RETAIL, "2023-P12", Grain.WEEK));
  }

  private static List<String> labels(FiscalCalendar calendar, String label, Grain grain) {
    return calendar.within(calendar.period(label), grain).stream().map(Period::label).toList();
  }

  @Test
  void saysWhyAGrainDoesNotFill() {
    assertEquals(
        "grain must fill a month, but was WEEK: the weeks of a calendar of civil months run across"
            + " the ends of its months",
        refusal(CIVIL, CIVIL.period("2021-02"), Grain.WEEK));
    assertEquals(
        "grain must fill a half-year, but was YEAR, which is larger",
        refusal(RETAIL, RETAIL.period("2024-H1"), Grain.YEAR));
    assertEquals(
        "grain must fill a week, but was CUSTOM, which no calendar makes",
        refusal(RETAIL, RETAIL.period("2024-W01"), Grain.CUSTOM));
    assertEquals(
        "period must start and end where a half-year of the calendar does, such as [2026-01-01,"
            + " 2027-01-01), but was custom 2026-02-01..2026-10-31 [2026-02-01, 2026-11-01)",
        refusal(
            CIVIL,
            Period.custom(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 11, 1)),
            Grain.HALF_YEAR));
    refusal(
        CIVIL, Period.custom(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 10, 15)), Grain.MONTH);
    refusal(CIVIL, RETAIL.period("2024"), Grain.QUARTER);
    refusal(CIVIL, Period.custom(LocalDate.MIN, LocalDate.MIN.plusDays(1)), Grain.CUSTOM);
  }

  private static String refusal(FiscalCalendar calendar, Period period, Grain grain) {
    return assertThrows(IllegalArgumentException.class, () -> calendar.within(period, grain))
        .getMessage();
  }

  /** Periods are self-contained: where the ends agree, it matters to nobody who made them. */
  @Test
  void fillsCustomRangesAndPeriodsOfOthersThatEndWhereItsOwnDo() {
    Period window = Period.custom(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 11, 1));
    assertEquals(9, CIVIL.within(window, Grain.MONTH).size());
    Period weeks = Period.custom(LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 16));
    assertEquals(2, CIVIL.within(weeks, Grain.WEEK).size());
    Period shifted = FiscalCalendar.startingIn(Month.FEBRUARY, YearName.OF_START).period("2026-Q1");
    assertEquals(3, CIVIL.within(shifted, Grain.MONTH).size());
  }

  @Test
  void numbersWeeksFromAnyWeekdayByMostOfTheirDays() {
    for (DayOfWeek first : DayOfWeek.values()) {
      FiscalCalendar calendar = FiscalCalendar.calendarYear().weeksFrom(first);
      int number = 0;
      int year = 1999;
      for (Period week :
          calendar.periods(Grain.WEEK, LocalDate.of(2000, 1, 5), LocalDate.of(2040, 12, 20))) {
        assertEquals(first, week.start().getDayOfWeek());
        int most = week.start().plusDays(3).getYear(); // the middle day is with most of them
        number = most == year ? number + 1 : Integer.parseInt(week.label().substring(6));
        year = most;
        assertEquals(String.format("%d-W%02d", year, number), week.label());
      }
    }
    FiscalCalendar sunday = FiscalCalendar.calendarYear().weeksFrom(DayOfWeek.SUNDAY);
    assertEquals(LocalDate.of(2026, 1, 4), sunday.period("2026-W01").start());
    assertEquals(LocalDate.of(2024, 12, 29), sunday.period("2025-W01").start());
  }
}
