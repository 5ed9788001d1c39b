package dev.guidepost.core.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A fiscal calendar of Gregorian months: the year starts on the first of any month.
 *
 * <p>Labels: year {@code "2026"}, half-year {@code "2026-H1"}, quarter {@code "2026-Q4"}, month
 * {@code "2026-11"} (the civil month, whatever the fiscal year), ISO week {@code "2026-W45"}, day
 * {@code "2026-11-02"}. A fiscal year that spans two civil years is named as declared. Labels are
 * read back for the years 0000 to 9999.
 *
 * <pre>{@code
 * FiscalCalendar april = FiscalCalendar.startingIn(Month.APRIL, YearName.OF_START);
 * april.period(Grain.QUARTER, LocalDate.of(2027, 1, 5)).label(); // "2026-Q4"
 * }</pre>
 *
 * @param firstMonth the month in which the fiscal year starts
 * @param yearName which civil year names the fiscal year
 */
public record FiscalCalendar(Month firstMonth, YearName yearName) {

  private static final Pattern LABEL =
      Pattern.compile("(\\d{4})(?:-(?:(H)([12])|(Q)([1-4])|(W)(\\d{2})|(\\d{2})(?:-(\\d{2}))?))?");

  /** Which civil year names a fiscal year. */
  public enum YearName {
    /** The civil year of its first day. */
    OF_START,
    /** The civil year of its last day. */
    OF_END
  }

  /**
   * Creates a calendar.
   *
   * @param firstMonth the month in which the fiscal year starts
   * @param yearName which civil year names the fiscal year
   */
  public FiscalCalendar {
    Objects.requireNonNull(firstMonth, "firstMonth");
    Objects.requireNonNull(yearName, "yearName");
  }

  /**
   * Returns the calendar whose fiscal year is the civil year.
   *
   * @return the calendar
   */
  public static FiscalCalendar calendarYear() {
    return new FiscalCalendar(Month.JANUARY, YearName.OF_START);
  }

  /**
   * Returns a calendar.
   *
   * @param firstMonth the month in which the fiscal year starts
   * @param yearName which civil year names the fiscal year
   * @return the calendar
   */
  public static FiscalCalendar startingIn(Month firstMonth, YearName yearName) {
    return new FiscalCalendar(firstMonth, yearName);
  }

  /**
   * Returns the period of a grain that holds a day.
   *
   * @param grain the size, any but {@link Grain#CUSTOM}
   * @param day the day
   * @return the period
   * @throws IllegalArgumentException if the grain is {@code CUSTOM}
   */
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

  /**
   * Returns the period of a label.
   *
   * @param label such as {@code "2026"}, {@code "2026-H1"}, {@code "2026-Q4"}, {@code "2026-11"},
   *     {@code "2026-W45"} or {@code "2026-11-02"}
   * @return the period
   * @throws IllegalArgumentException if the label has another form or names no period
   */
  public Period period(String label) {
    Matcher matcher = LABEL.matcher(label);
    if (!matcher.matches()) {
      throw unknown(label, null);
    }
    try {
      return parsed(matcher);
    } catch (DateTimeException e) {
      throw unknown(label, e);
    }
  }

  private Period parsed(Matcher matcher) {
    int year = Integer.parseInt(matcher.group(1));
    if (matcher.group(2) != null) {
      int half = Integer.parseInt(matcher.group(3));
      return period(Grain.HALF_YEAR, yearStart(year).plusMonths(6L * (half - 1)));
    }
    if (matcher.group(4) != null) {
      int quarter = Integer.parseInt(matcher.group(5));
      return period(Grain.QUARTER, yearStart(year).plusMonths(3L * (quarter - 1)));
    }
    if (matcher.group(6) != null) {
      LocalDate inYear = LocalDate.of(year, 1, 4);
      int week = Integer.parseInt(matcher.group(7));
      if (week < 1 || week > inYear.range(IsoFields.WEEK_OF_WEEK_BASED_YEAR).getMaximum()) {
        throw new DateTimeException("no such week");
      }
      return week(inYear.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week));
    }
    if (matcher.group(8) != null) {
      int month = Integer.parseInt(matcher.group(8));
      return matcher.group(9) == null
          ? period(Grain.MONTH, LocalDate.of(year, month, 1))
          : period(Grain.DAY, LocalDate.of(year, month, Integer.parseInt(matcher.group(9))));
    }
    return period(Grain.YEAR, yearStart(year));
  }

  private static IllegalArgumentException unknown(String label, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "period label must be like 2026, 2026-H1, 2026-Q4, 2026-11, 2026-W45 or 2026-11-02, but was \""
            + label
            + "\"",
        cause);
  }

  /**
   * Returns the period that follows: the one that starts where this one ends.
   *
   * @param period a period of this calendar, of any grain but {@link Grain#CUSTOM}
   * @return the next of the same grain
   * @throws IllegalArgumentException if the period is none of this calendar's
   */
  public Period next(Period period) {
    requireOwn(period);
    return period(period.grain(), period.end());
  }

  /**
   * Returns the period before: the one that ends where this one starts.
   *
   * @param period a period of this calendar, of any grain but {@link Grain#CUSTOM}
   * @return the previous of the same grain
   * @throws IllegalArgumentException if the period is none of this calendar's
   */
  public Period previous(Period period) {
    requireOwn(period);
    return period(period.grain(), period.start().minusDays(1));
  }

  private void requireOwn(Period period) {
    Period own = period(period.grain(), period.start());
    if (!own.equals(period)) {
      throw new IllegalArgumentException(
          "period must be one of this calendar, such as " + own + ", but was " + period);
    }
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
  public List<Period> periods(Grain grain, LocalDate from, LocalDate to) {
    List<Period> periods = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); ) {
      Period period = period(grain, day);
      periods.add(period);
      day = period.end();
    }
    return Collections.unmodifiableList(periods);
  }

  private static Period week(LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    String label =
        String.format(
            Locale.ROOT,
            "%04d-W%02d",
            monday.get(IsoFields.WEEK_BASED_YEAR),
            monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    return new Period(Grain.WEEK, monday, monday.plusDays(7), label);
  }

  private Period months(Grain grain, LocalDate day, int size) {
    LocalDate year = yearStartOf(day);
    int index = (int) ChronoUnit.MONTHS.between(year, day.withDayOfMonth(1)) / size;
    LocalDate start = year.plusMonths((long) index * size);
    LocalDate end = start.plusMonths(size);
    String name =
        String.format(
            Locale.ROOT,
            "%04d",
            yearName == YearName.OF_START
                ? year.getYear()
                : year.plusYears(1).minusDays(1).getYear());
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

  private LocalDate yearStartOf(LocalDate day) {
    LocalDate start = LocalDate.of(day.getYear(), firstMonth, 1);
    return start.isAfter(day) ? start.minusYears(1) : start;
  }

  private LocalDate yearStart(int label) {
    boolean startsBefore = yearName == YearName.OF_END && firstMonth != Month.JANUARY;
    return LocalDate.of(startsBefore ? label - 1 : label, firstMonth, 1);
  }
}
