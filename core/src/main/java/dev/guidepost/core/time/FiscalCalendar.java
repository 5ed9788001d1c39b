package dev.guidepost.core.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Makes periods: of civil months ({@link MonthCalendar}) or of whole weeks ({@link WeekCalendar}).
 *
 * <p>For every grain but {@link Grain#CUSTOM}, the periods of a calendar follow each other without
 * gap or overlap, and each has one label: year {@code "2026"}, half-year {@code "2026-H1"}, quarter
 * {@code "2026-Q4"}, week {@code "2026-W45"}, day {@code "2026-11-02"}; months are called {@code
 * "2026-11"} where they are civil months and {@code "2026-P10"} where they are made of weeks.
 * Labels are read back for the years 0000 to 9999.
 *
 * <pre>{@code
 * FiscalCalendar april = FiscalCalendar.startingIn(Month.APRIL, YearName.OF_START);
 * april.period(Grain.QUARTER, LocalDate.of(2027, 1, 5)).label(); // "2026-Q4"
 * FiscalCalendar retail = FiscalCalendar.retail454();
 * retail.period(Grain.WEEK, LocalDate.of(2024, 5, 5)).label();   // "2024-W14"
 * }</pre>
 *
 * <p>A host keeps a calendar as its {@code toString()}, which {@link #parse(String)} reads back.
 */
public sealed interface FiscalCalendar permits MonthCalendar, WeekCalendar {

  /** Which civil year names a fiscal year that spans two. */
  enum YearName {
    /** The civil year of the month it starts in. */
    OF_START,
    /** The civil year of the month it ends in. */
    OF_END
  }

  /**
   * Returns the calendar whose fiscal year is the civil year, with weeks from Monday on.
   *
   * @return the calendar
   */
  static MonthCalendar calendarYear() {
    return startingIn(Month.JANUARY, YearName.OF_START);
  }

  /**
   * Returns a calendar of civil months, with weeks from Monday on.
   *
   * @param firstMonth the month in which the fiscal year starts
   * @param yearName which civil year names the fiscal year
   * @return the calendar
   */
  static MonthCalendar startingIn(Month firstMonth, YearName yearName) {
    return new MonthCalendar(firstMonth, yearName, DayOfWeek.MONDAY);
  }

  /**
   * Returns a builder of a calendar of 52 and 53 weeks; every part must be set.
   *
   * @return the builder
   */
  static WeekCalendar.Builder weeks() {
    return WeekCalendar.builder();
  }

  /**
   * Returns the 4-5-4 calendar of retailers in the United States: years end on the Saturday nearest
   * the end of January, the last month takes a 53rd week, and the year is named by its start.
   *
   * @return the calendar
   */
  static WeekCalendar retail454() {
    return WeekCalendar.RETAIL_454;
  }

  /**
   * Returns the calendar that a text stands for.
   *
   * @param text as {@code toString()} of either kind of calendar writes it
   * @return the calendar
   * @throws IllegalArgumentException if the text has another form
   */
  static FiscalCalendar parse(String text) {
    return CalendarText.parse(text);
  }

  /**
   * Returns the period of a grain that holds a day.
   *
   * @param grain the size, any but {@link Grain#CUSTOM}
   * @param day the day
   * @return the period
   * @throws IllegalArgumentException if the grain is {@code CUSTOM}
   * @throws java.time.DateTimeException if the period reaches beyond the days that a {@link
   *     LocalDate} can tell
   */
  Period period(Grain grain, LocalDate day);

  /**
   * Returns the period of a label.
   *
   * @param label such as {@code "2026"}, {@code "2026-H1"}, {@code "2026-Q4"}, {@code "2026-W45"}
   *     or {@code "2026-11-02"}, and {@code "2026-11"} or {@code "2026-P10"}
   * @return the period
   * @throws IllegalArgumentException if the label has another form, or a number beyond what its
   *     year has; the message says how many that is
   */
  Period period(String label);

  /**
   * Tells whether every period of one grain is filled by whole periods of another.
   *
   * @param small the grain that fills
   * @param large the grain that is filled
   * @return true if {@code small} is {@code large} or below it on a ladder of this calendar; false
   *     if either is {@link Grain#CUSTOM}
   */
  boolean fills(Grain small, Grain large);

  /**
   * Returns the period that follows: the one that starts where this one ends.
   *
   * @param period a period of this calendar, of any grain but {@link Grain#CUSTOM}
   * @return the next of the same grain
   * @throws IllegalArgumentException if the period is none of this calendar's
   */
  default Period next(Period period) {
    return period(Calendars.own(this, period).grain(), period.end());
  }

  /**
   * Returns the period before: the one that ends where this one starts.
   *
   * @param period a period of this calendar, of any grain but {@link Grain#CUSTOM}
   * @return the previous of the same grain
   * @throws IllegalArgumentException if the period is none of this calendar's
   */
  default Period previous(Period period) {
    return period(Calendars.own(this, period).grain(), period.start().minusDays(1));
  }

  /**
   * Returns all periods of a grain that touch a range of days.
   *
   * @param grain the size, any but {@link Grain#CUSTOM}
   * @param from the first day
   * @param to the last day, included
   * @return the periods in order; empty if {@code to} is before {@code from}; unmodifiable
   * @throws IllegalArgumentException if the grain is {@code CUSTOM} and the range holds a day
   */
  default List<Period> periods(Grain grain, LocalDate from, LocalDate to) {
    List<Period> periods = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); ) {
      Period period = period(grain, day);
      periods.add(period);
      day = period.end();
    }
    return Collections.unmodifiableList(periods);
  }

  /**
   * Returns the periods of a grain that fill a period, without gap or overlap.
   *
   * @param period the period to fill; a custom range, or a period of another calendar, must start
   *     and end where periods of the grain do
   * @param grain the size of what fills it, any but {@link Grain#CUSTOM}
   * @return the periods in order, at least one; unmodifiable
   * @throws IllegalArgumentException if periods of that grain do not fill it; the message says why
   */
  default List<Period> within(Period period, Grain grain) {
    return Calendars.within(this, period, grain);
  }

  /**
   * Returns the days to date: from the start of a longer period up to the end of one in it.
   *
   * @param since the grain of the longer period, any but {@link Grain#CUSTOM}
   * @param period the period up to whose end the days go; it may be custom
   * @return a custom range; it starts in the longer period that holds the last day of {@code
   *     period}, so after that one does if {@code period} is the longer
   * @throws IllegalArgumentException if the grain is {@code CUSTOM}
   */
  default Period toDate(Grain since, Period period) {
    return Period.custom(period(since, period.lastDay()).start(), period.end());
  }

  /**
   * Returns the period to compare a period of this year with.
   *
   * <p>By position, a custom range runs from the counterpart of its first day to that of its last
   * day; days that the year before does not have (29 February, the days of a 53rd week) are left
   * out. Restated, the result is a period of this calendar where it coincides with one, and a
   * custom range otherwise; it has as many days as the period and shares none with it.
   *
   * <p>A metric to date counts from where this calendar's longer period starts, also in a period
   * that stands for last year. Days to date are therefore restated as a whole:
   *
   * <pre>{@code
   * Period soFar = retail.toDate(Grain.YEAR, retail.period("2024-W14"));       // from 2024-02-04
   * retail.yearBefore(soFar, Comparison.RESTATED);                            // from 2023-02-05
   * }</pre>
   *
   * @param period a period of this calendar, or a custom range
   * @param comparison what the same period last year is taken to mean
   * @return the period a year before; empty if, by position, that year has no such period
   * @throws IllegalArgumentException if the period is neither custom nor one of this calendar's
   */
  default Optional<Period> yearBefore(Period period, Comparison comparison) {
    return Calendars.yearBefore(this, period, comparison);
  }
}
