package dev.guidepost.core.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fiscal calendar of civil months: the year starts on the first of any month.
 *
 * <p>Months are called by their civil name, such as {@code "2026-11"}, whatever the fiscal year.
 * Weeks are numbered as ISO 8601 does, also where they start on another day than Monday: a week
 * belongs to the civil year that holds most of its days, whatever the fiscal year; so weeks do not
 * fill months or years here.
 *
 * <pre>{@code
 * FiscalCalendar october = FiscalCalendar.startingIn(Month.OCTOBER, YearName.OF_END);
 * october.period("2027-Q2").start();          // 2027-01-01
 * FiscalCalendar sunday = FiscalCalendar.calendarYear().weeksFrom(DayOfWeek.SUNDAY);
 * sunday.period("2026-W45").start();          // 2026-11-08
 * }</pre>
 *
 * @param firstMonth the month in which the fiscal year starts
 * @param yearName which civil year names a fiscal year that spans two
 * @param firstWeekday the weekday on which weeks start
 */
public record MonthCalendar(Month firstMonth, YearName yearName, DayOfWeek firstWeekday)
    implements FiscalCalendar {

  private static final int MOST_OF_A_WEEK = 4;

  /**
   * Creates a calendar; see {@link FiscalCalendar#startingIn}.
   *
   * @param firstMonth the month in which the fiscal year starts
   * @param yearName which civil year names a fiscal year that spans two
   * @param firstWeekday the weekday on which weeks start
   */
  public MonthCalendar {
    Objects.requireNonNull(firstMonth, "firstMonth");
    Objects.requireNonNull(yearName, "yearName");
    Objects.requireNonNull(firstWeekday, "firstWeekday");
  }

  /**
   * Returns this calendar with weeks that start on another weekday.
   *
   * @param weekday the weekday on which weeks start
   * @return the calendar
   */
  public MonthCalendar weeksFrom(DayOfWeek weekday) {
    return new MonthCalendar(firstMonth, yearName, weekday);
  }

  @Override
  public Period period(Grain grain, LocalDate day) {
    return switch (grain) {
      case DAY -> new Period(grain, day, day.plusDays(1), day.toString());
      case WEEK -> week(day);
      case MONTH -> months(grain, day, 1);
      case QUARTER -> months(grain, day, 3);
      case HALF_YEAR -> months(grain, day, 6);
      case YEAR -> months(grain, day, 12);
      case CUSTOM ->
          throw new IllegalArgumentException(
              "grain must be one of the calendar's, but was CUSTOM; use Period.custom");
    };
  }

  @Override
  public Period period(String label) {
    try {
      return PeriodLabel.of(label).flatMap(this::labelled).orElseThrow(() -> unknown(label, null));
    } catch (DateTimeException e) {
      throw unknown(label, e);
    }
  }

  private int most(PeriodLabel label) {
    return switch (label.kind()) {
      case YEAR, DAY -> 1;
      case HALF_YEAR -> 2;
      case QUARTER -> 4;
      case CIVIL_MONTH -> 12;
      case WEEK -> weeks(label.year());
      case ACCOUNTING_PERIOD -> 0;
    };
  }

  private Optional<Period> labelled(PeriodLabel label) {
    label.requireNumber(most(label));
    int year = label.year();
    int before = label.number() - 1;
    return switch (label.kind()) {
      case YEAR -> Optional.of(period(Grain.YEAR, yearStart(year)));
      case HALF_YEAR ->
          Optional.of(period(Grain.HALF_YEAR, yearStart(year).plusMonths(6L * before)));
      case QUARTER -> Optional.of(period(Grain.QUARTER, yearStart(year).plusMonths(3L * before)));
      case CIVIL_MONTH -> Optional.of(period(Grain.MONTH, LocalDate.of(year, label.number(), 1)));
      case WEEK -> numbered(year, label.number());
      case DAY -> Optional.of(period(Grain.DAY, label.day()));
      case ACCOUNTING_PERIOD -> Optional.empty();
    };
  }

  private static IllegalArgumentException unknown(String label, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "period label must be like 2026, 2026-H1, 2026-Q4, 2026-11, 2026-W45 or 2026-11-02, but was"
            + " \""
            + label
            + "\"",
        cause);
  }

  @Override
  public boolean fills(Grain small, Grain large) {
    return Calendars.fills(small, large, false);
  }

  /** Returns the period in the same place of the year before, if there is one. */
  Optional<Period> aYearBefore(Period period) {
    if (period.grain() != Grain.WEEK) {
      return Optional.of(period(period.grain(), period.start().minusYears(1)));
    }
    WeekFields fields = fields();
    return numbered(
        period.start().get(fields.weekBasedYear()) - 1,
        period.start().get(fields.weekOfWeekBasedYear()));
  }

  /** Returns the same date of the year before; for 29 February, the day before or after. */
  LocalDate aYearBefore(LocalDate day, boolean last) {
    LocalDate there = day.minusYears(1);
    return last || there.getDayOfMonth() == day.getDayOfMonth() ? there : there.plusDays(1);
  }

  private Optional<Period> numbered(int year, int number) {
    return number >= 1 && number <= weeks(year)
        ? Optional.of(week(inFirstWeek(year).plusWeeks(number - 1L)))
        : Optional.empty();
  }

  private int weeks(int year) {
    return (int) inFirstWeek(year).range(fields().weekOfWeekBasedYear()).getMaximum();
  }

  private static LocalDate inFirstWeek(int year) {
    return LocalDate.of(year, Month.JANUARY, MOST_OF_A_WEEK);
  }

  private WeekFields fields() {
    return WeekFields.of(firstWeekday, MOST_OF_A_WEEK);
  }

  private Period week(LocalDate day) {
    LocalDate first = day.with(TemporalAdjusters.previousOrSame(firstWeekday));
    WeekFields fields = fields();
    String label =
        String.format(
            Locale.ROOT,
            "%04d-W%02d",
            first.get(fields.weekBasedYear()),
            first.get(fields.weekOfWeekBasedYear()));
    return new Period(Grain.WEEK, first, first.plusDays(7), label);
  }

  private Period months(Grain grain, LocalDate day, int size) {
    LocalDate year = yearStartOf(day);
    int index = (int) ChronoUnit.MONTHS.between(year, day.withDayOfMonth(1)) / size;
    LocalDate start = year.plusMonths((long) index * size);
    LocalDate end = start.plusMonths(size);
    String name = String.format(Locale.ROOT, "%04d", year.getYear() + (namedLater() ? 1 : 0));
    String label =
        switch (grain) {
          case MONTH ->
              String.format(Locale.ROOT, "%04d-%02d", start.getYear(), start.getMonthValue());
          case QUARTER -> name + "-Q" + (index + 1);
          case HALF_YEAR -> name + "-H" + (index + 1);
          default -> name;
        };
    return new Period(grain, start, end, label);
  }

  private boolean namedLater() {
    return yearName == YearName.OF_END && firstMonth != Month.JANUARY;
  }

  private LocalDate yearStartOf(LocalDate day) {
    LocalDate start = LocalDate.of(day.getYear(), firstMonth, 1);
    return start.isAfter(day) ? start.minusYears(1) : start;
  }

  private LocalDate yearStart(int label) {
    return LocalDate.of(namedLater() ? label - 1 : label, firstMonth, 1);
  }

  /**
   * Returns the rule, such as {@code "months from january, year named by start, weeks from
   * monday"}.
   *
   * @return the text that {@link FiscalCalendar#parse(String)} reads back
   */
  @Override
  public String toString() {
    return CalendarText.of(this);
  }
}
