package dev.guidepost.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.time.FiscalCalendar.YearName;
import dev.guidepost.core.time.WeekCalendar.YearEnd;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeten.extra.chrono.AccountingChronology;
import org.threeten.extra.chrono.AccountingChronologyBuilder;
import org.threeten.extra.chrono.AccountingYearDivision;

/** Laws of years of weeks, in every pattern, and an independent opinion of them. */
class WeekCalendarProperties {

  private static final LocalDate FROM = LocalDate.of(1990, 1, 1);
  private static final LocalDate TO = LocalDate.of(2090, 12, 31);
  private static final List<Grain> RUNGS =
      List.of(Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.HALF_YEAR, Grain.YEAR);

  @Provide
  Arbitrary<WeekCalendar> calendars() {
    return Combinators.combine(
            Arbitraries.of(WeekPattern.class),
            Arbitraries.of(YearEnd.class),
            Arbitraries.of(DayOfWeek.class),
            Arbitraries.of(Month.class),
            Arbitraries.integers().between(0, 12),
            Arbitraries.of(YearName.class))
        .as(
            (pattern, end, weekday, month, extra, name) ->
                new WeekCalendar(
                    pattern, end, weekday, month, extra % pattern.periods() + 1, name));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(2, 1, 1).toEpochDay(), LocalDate.of(9998, 1, 1).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  /** Every pattern with its extra week in every place. */
  @ParameterizedTest
  @EnumSource(WeekPattern.class)
  void periodsTileACenturyInEveryPattern(WeekPattern pattern) {
    for (int extra = 1; extra <= pattern.periods(); extra++) {
      WeekCalendar calendar =
          new WeekCalendar(
              pattern,
              YearEnd.NEAREST,
              DayOfWeek.SATURDAY,
              Month.JANUARY,
              extra,
              YearName.OF_START);
      for (Grain grain : RUNGS.subList(2, RUNGS.size())) {
        requireTiles(calendar, grain);
      }
    }
  }

  /** Every rule for the end of a year, at every month and weekday. */
  @ParameterizedTest
  @EnumSource(Month.class)
  void weeksAndYearsTileACenturyByEveryRule(Month month) {
    for (YearEnd end : YearEnd.values()) {
      for (DayOfWeek weekday : DayOfWeek.values()) {
        for (YearName name : YearName.values()) {
          WeekCalendar calendar =
              new WeekCalendar(WeekPattern.WEEKS_4_4_5, end, weekday, month, 12, name);
          requireTiles(calendar, Grain.YEAR);
          if (name == YearName.OF_END) {
            requireTiles(calendar, Grain.WEEK);
          }
        }
      }
    }
  }

  private static void requireTiles(FiscalCalendar calendar, Grain grain) {
    List<Period> periods = calendar.periods(grain, FROM, TO);
    Set<String> labels = new HashSet<>();
    assertTrue(periods.get(0).contains(FROM));
    assertTrue(periods.get(periods.size() - 1).contains(TO));
    for (int i = 0; i < periods.size(); i++) {
      Period period = periods.get(i);
      assertEquals(grain, period.grain());
      assertEquals(0, period.days() % 7);
      assertTrue(labels.add(period.label()), () -> period.label() + " of " + calendar);
      Period named = calendar.period(period.label());
      assertEquals(period, named);
      assertEquals(period.label(), named.label());
      if (i > 0) {
        assertEquals(periods.get(i - 1).end(), period.start());
      }
    }
  }

  @Property(tries = 300)
  void aDayIsInOnePeriodOfEachGrainAndTheseNest(
      @ForAll("calendars") WeekCalendar calendar, @ForAll("days") LocalDate day) {
    Period inner = calendar.period(Grain.DAY, day);
    for (Grain grain : RUNGS) {
      Period period = calendar.period(grain, day);
      assertTrue(period.contains(day));
      assertTrue(!period.start().isAfter(inner.start()) && !period.end().isBefore(inner.end()));
      assertEquals(period, calendar.period(grain, period.lastDay()));
      assertEquals(period, calendar.period(period.label()));
      assertEquals(period, calendar.next(calendar.previous(period)));
      assertEquals(period, Period.parse(period.toString()));
      inner = period;
    }
    for (int i = 1; i < RUNGS.size(); i++) {
      List<Period> parts = calendar.within(inner, RUNGS.get(i));
      assertEquals(inner.start(), parts.get(0).start());
      assertEquals(inner.end(), parts.get(parts.size() - 1).end());
    }
  }

  @Property(tries = 300)
  void readsBackWhatItSays(@ForAll("calendars") WeekCalendar calendar) {
    assertEquals(calendar, FiscalCalendar.parse(calendar.toString()));
  }

  @Property(tries = 300)
  void aYearHas52Or53WeeksAndEndsWhereItsRuleSays(
      @ForAll("calendars") WeekCalendar calendar, @ForAll("days") LocalDate day) {
    Period year = calendar.period(Grain.YEAR, day);
    LocalDate last = year.lastDay();
    assertTrue(year.days() == 364 || year.days() == 371);
    assertEquals(calendar.lastWeekday(), last.getDayOfWeek());
    if (calendar.yearEnd() == YearEnd.LAST) {
      assertEquals(calendar.endMonth(), last.getMonth());
      assertEquals(calendar.endMonth().plus(1), last.plusDays(7).getMonth());
    } else {
      assertEquals(calendar.endMonth(), last.minusDays(3).getMonth());
      assertEquals(calendar.endMonth().plus(1), last.plusDays(4).getMonth());
    }
  }

  /** ISO weeks are those of the years that end on the Sunday nearest the end of December. */
  @Property(tries = 300)
  void agreesWithIsoWeeks(@ForAll("days") LocalDate day) {
    FiscalCalendar iso =
        FiscalCalendar.weeks()
            .pattern(WeekPattern.WEEKS_4_4_5)
            .endingNearest(DayOfWeek.SUNDAY, Month.DECEMBER)
            .extraWeekIn(12)
            .yearName(YearName.OF_END)
            .build();
    Period week = FiscalCalendar.calendarYear().period(Grain.WEEK, day);
    assertEquals(week, iso.period(Grain.WEEK, day));
    assertEquals(week.label(), iso.period(Grain.WEEK, day).label());
  }

  @Property(tries = 300)
  void agreesWithThreeTenExtra(
      @ForAll("calendars") WeekCalendar calendar, @ForAll("days") LocalDate day) {
    AccountingChronology theirs = theirs(calendar);
    var date = theirs.date(day);
    Period month = calendar.period(Grain.MONTH, day);
    assertEquals(date.get(ChronoField.MONTH_OF_YEAR), number(month));
    assertEquals(date.lengthOfMonth(), month.days());
    assertEquals(date.lengthOfYear(), calendar.period(Grain.YEAR, day).days());
    assertEquals(
        date.get(ChronoField.DAY_OF_MONTH), ChronoUnit.DAYS.between(month.start(), day) + 1);
  }

  private static int number(Period month) {
    return Integer.parseInt(month.label().substring(month.label().indexOf('P') + 1));
  }

  private static AccountingChronology theirs(WeekCalendar calendar) {
    AccountingChronologyBuilder builder =
        new AccountingChronologyBuilder()
            .endsOn(calendar.lastWeekday())
            .leapWeekInMonth(calendar.extraWeekIn())
            .accountingYearEndsInIsoYear()
            .withDivision(
                switch (calendar.pattern()) {
                  case WEEKS_4_4_5 -> AccountingYearDivision.QUARTERS_OF_PATTERN_4_4_5_WEEKS;
                  case WEEKS_4_5_4 -> AccountingYearDivision.QUARTERS_OF_PATTERN_4_5_4_WEEKS;
                  case WEEKS_5_4_4 -> AccountingYearDivision.QUARTERS_OF_PATTERN_5_4_4_WEEKS;
                  case PERIODS_13, PERIODS_13_LONG_FIRST ->
                      AccountingYearDivision.THIRTEEN_EVEN_MONTHS_OF_4_WEEKS;
                });
    return (calendar.yearEnd() == YearEnd.LAST
            ? builder.inLastWeekOf(calendar.endMonth())
            : builder.nearestEndOf(calendar.endMonth()))
        .toChronology();
  }

  @Property(tries = 300)
  void restatedPeriodsHaveTheSameWeekdays(
      @ForAll("calendars") WeekCalendar calendar, @ForAll("days") LocalDate day) {
    for (Grain grain : RUNGS) {
      Period period = calendar.period(grain, day);
      Period before = calendar.yearBefore(period, Comparison.RESTATED).orElseThrow();
      assertEquals(period.days(), before.days());
      assertEquals(period.start().minusWeeks(Math.max(52, period.days() / 7)), before.start());
      assertFalse(before.end().isAfter(period.start()));
      calendar
          .yearBefore(period, Comparison.BY_POSITION)
          .ifPresent(
              place -> {
                assertEquals(grain, place.grain());
                Period year = calendar.period(Grain.YEAR, place.start());
                assertEquals(calendar.previous(calendar.period(Grain.YEAR, day)), year);
              });
    }
  }
}
