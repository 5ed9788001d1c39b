package dev.guidepost.core.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A fiscal calendar of whole weeks: a year of 52 or 53 weeks ends on one weekday at, or near, the
 * end of one month, and its weeks make accounting periods, quarters and half-years.
 *
 * <p>Weeks, periods, quarters and half-years are numbered within the fiscal year: {@code
 * "2024-W14"}, {@code "2024-P04"}, {@code "2024-Q2"}, {@code "2024-H1"}. A year counts as running
 * over the twelve months up to the one it ends at, even where its last days fall in the next: that
 * is how it is named, so that no name is given twice or left out.
 *
 * <pre>{@code
 * FiscalCalendar apple = FiscalCalendar.weeks()
 *     .pattern(WeekPattern.WEEKS_4_4_5)
 *     .endingOnLast(DayOfWeek.SATURDAY, Month.SEPTEMBER)
 *     .extraWeekIn(3)
 *     .yearName(YearName.OF_END)
 *     .build();
 * apple.period("2023"); // year 2023 [2022-09-25, 2023-10-01)
 * }</pre>
 *
 * @param pattern how weeks make periods and quarters
 * @param yearEnd which of its weekdays the year ends on
 * @param lastWeekday the weekday on which every year, period and week ends
 * @param endMonth the month at the end of which the year ends
 * @param extraWeekIn the period that takes the 53rd week, from 1 to the number of periods
 * @param yearName which civil year names a fiscal year that spans two
 */
@Value.Builder
public record WeekCalendar(
    WeekPattern pattern,
    YearEnd yearEnd,
    DayOfWeek lastWeekday,
    Month endMonth,
    int extraWeekIn,
    YearName yearName)
    implements FiscalCalendar {

  private static final int DAYS = 7;
  private static final int WEEKS = 52;

  static final WeekCalendar RETAIL_454 =
      builder()
          .pattern(WeekPattern.WEEKS_4_5_4)
          .endingNearest(DayOfWeek.SATURDAY, Month.JANUARY)
          .extraWeekIn(12)
          .yearName(YearName.OF_START)
          .build();

  /** Which weekday at the end of a month ends a year. */
  public enum YearEnd {
    /** The last one in the month. */
    LAST,
    /** The one nearest the last day of the month, which may fall in the next month. */
    NEAREST
  }

  /**
   * Creates a calendar; see {@link #builder()}.
   *
   * @param pattern how weeks make periods and quarters
   * @param yearEnd which of its weekdays the year ends on
   * @param lastWeekday the weekday on which every year, period and week ends
   * @param endMonth the month at the end of which the year ends
   * @param extraWeekIn the period that takes the 53rd week
   * @param yearName which civil year names a fiscal year that spans two
   * @throws IllegalArgumentException if the pattern has no period {@code extraWeekIn}
   */
  public WeekCalendar {
    Objects.requireNonNull(yearEnd, "yearEnd");
    Objects.requireNonNull(lastWeekday, "lastWeekday");
    Objects.requireNonNull(endMonth, "endMonth");
    Objects.requireNonNull(yearName, "yearName");
    if (extraWeekIn < 1 || extraWeekIn > pattern.periods()) {
      throw new IllegalArgumentException(
          "period of the extra week must be 1 to "
              + pattern.periods()
              + ", but was "
              + extraWeekIn);
    }
  }

  /**
   * Returns a builder; every part must be set.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link WeekCalendar}. */
  public static final class Builder extends WeekCalendarBuilder {
    Builder() {}

    /**
     * Sets that years end on the last of a weekday in a month.
     *
     * @param weekday the weekday
     * @param month the month
     * @return this builder
     */
    public Builder endingOnLast(DayOfWeek weekday, Month month) {
      return yearEnd(YearEnd.LAST).lastWeekday(weekday).endMonth(month);
    }

    /**
     * Sets that years end on the weekday nearest the last day of a month.
     *
     * @param weekday the weekday
     * @param month the month
     * @return this builder
     */
    public Builder endingNearest(DayOfWeek weekday, Month month) {
      return yearEnd(YearEnd.NEAREST).lastWeekday(weekday).endMonth(month);
    }
  }

  @Override
  public Period period(Grain grain, LocalDate day) {
    if (grain == Grain.DAY) {
      return new Period(grain, day, day.plusDays(1), day.toString());
    }
    int year = yearOf(day);
    int week = (int) ChronoUnit.WEEKS.between(start(year), day) + 1;
    return switch (grain) {
      case WEEK -> week(year, week);
      case MONTH -> periods(grain, year, periodOf(year, week));
      case QUARTER -> periods(grain, year, quarterOf(periodOf(year, week)));
      case HALF_YEAR -> periods(grain, year, (quarterOf(periodOf(year, week)) + 1) / 2);
      case YEAR -> periods(grain, year, 1);
      default ->
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

  private int most(PeriodLabel label, int year) {
    return switch (label.kind()) {
      case YEAR, DAY -> 1;
      case HALF_YEAR -> 2;
      case QUARTER -> 4;
      case ACCOUNTING_PERIOD -> pattern.periods();
      case WEEK -> weeks(year);
      case CIVIL_MONTH -> 0;
    };
  }

  private Optional<Period> labelled(PeriodLabel label) {
    int year = label.year() + (namedEarlier() ? 1 : 0);
    label.requireNumber(most(label, year));
    int number = label.number();
    return switch (label.kind()) {
      case YEAR -> Optional.of(periods(Grain.YEAR, year, 1));
      case HALF_YEAR -> Optional.of(periods(Grain.HALF_YEAR, year, number));
      case QUARTER -> Optional.of(periods(Grain.QUARTER, year, number));
      case ACCOUNTING_PERIOD -> Optional.of(periods(Grain.MONTH, year, number));
      case WEEK -> numbered(year, number);
      case DAY -> Optional.of(period(Grain.DAY, label.day()));
      case CIVIL_MONTH -> Optional.empty();
    };
  }

  private static IllegalArgumentException unknown(String label, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "period label must be like 2026, 2026-H1, 2026-Q4, 2026-P10, 2026-W45 or 2026-11-02, but"
            + " was \""
            + label
            + "\"",
        cause);
  }

  @Override
  public boolean fills(Grain small, Grain large) {
    return Calendars.fills(small, large, true);
  }

  /** Returns the period in the same place of the year before, if there is one. */
  Optional<Period> aYearBefore(Period period) {
    int year = yearOf(period.start());
    int week = (int) ChronoUnit.WEEKS.between(start(year), period.start()) + 1;
    return period.grain() == Grain.WEEK
        ? numbered(year - 1, week)
        : Optional.of(
            period(
                period.grain(),
                start(year - 1).plusWeeks(weeksBefore(year - 1, periodOf(year, week)))));
  }

  /** Returns the same day of the year before; in a 53rd week, the day before or after. */
  LocalDate aYearBefore(LocalDate day, boolean last) {
    LocalDate start = start(yearOf(day));
    LocalDate there = start(yearOf(day) - 1).plusDays(ChronoUnit.DAYS.between(start, day));
    if (there.isBefore(start)) {
      return there;
    }
    return last ? start.minusDays(1) : start;
  }

  /** The year, counted by the civil year of the month it ends at, that holds a day. */
  private int yearOf(LocalDate day) {
    int year = day.getYear();
    while (!day.isBefore(start(year + 1))) {
      year++;
    }
    while (day.isBefore(start(year))) {
      year--;
    }
    return year;
  }

  private LocalDate start(int year) {
    LocalDate monthEnd =
        LocalDate.of(year - 1, endMonth, 1).with(TemporalAdjusters.lastDayOfMonth());
    LocalDate latest = yearEnd == YearEnd.LAST ? monthEnd : monthEnd.plusDays(DAYS / 2);
    return latest.with(TemporalAdjusters.previousOrSame(lastWeekday)).plusDays(1);
  }

  private int weeks(int year) {
    return (int) ChronoUnit.WEEKS.between(start(year), start(year + 1));
  }

  /** The number of weeks of a year before one of its periods; all of them after the last. */
  private int weeksBefore(int year, int period) {
    int weeks = period > extraWeekIn ? weeks(year) - WEEKS : 0;
    for (int p = 1; p < period; p++) {
      weeks += pattern.weeks(p);
    }
    return weeks;
  }

  private int periodOf(int year, int week) {
    int period = 1;
    while (weeksBefore(year, period + 1) < week) {
      period++;
    }
    return period;
  }

  private int quarterOf(int period) {
    int quarter = 1;
    while (firstPeriod(quarter + 1) <= period) {
      quarter++;
    }
    return quarter;
  }

  private int firstPeriod(int quarter) {
    int period = 1;
    for (int q = 1; q < quarter; q++) {
      period += pattern.periodsInQuarter(q);
    }
    return period;
  }

  private Optional<Period> numbered(int year, int week) {
    return week >= 1 && week <= weeks(year) ? Optional.of(week(year, week)) : Optional.empty();
  }

  private Period week(int year, int week) {
    LocalDate first = start(year).plusWeeks(week - 1L);
    return new Period(
        Grain.WEEK,
        first,
        first.plusWeeks(1),
        name(year) + String.format(Locale.ROOT, "-W%02d", week));
  }

  private Period periods(Grain grain, int year, int number) {
    int first =
        switch (grain) {
          case MONTH -> number;
          case QUARTER -> firstPeriod(number);
          case HALF_YEAR -> firstPeriod(2 * number - 1);
          default -> 1;
        };
    int after =
        switch (grain) {
          case MONTH -> number + 1;
          case QUARTER -> firstPeriod(number + 1);
          case HALF_YEAR -> firstPeriod(2 * number + 1);
          default -> pattern.periods() + 1;
        };
    String suffix =
        switch (grain) {
          case MONTH -> String.format(Locale.ROOT, "-P%02d", number);
          case QUARTER -> "-Q" + number;
          case HALF_YEAR -> "-H" + number;
          default -> "";
        };
    LocalDate start = start(year);
    return new Period(
        grain,
        start.plusWeeks(weeksBefore(year, first)),
        start.plusWeeks(weeksBefore(year, after)),
        name(year) + suffix);
  }

  private String name(int year) {
    return String.format(Locale.ROOT, "%04d", namedEarlier() ? year - 1 : year);
  }

  private boolean namedEarlier() {
    return yearName == YearName.OF_START && endMonth != Month.DECEMBER;
  }

  /**
   * Returns the rule, such as {@code "weeks 4-5-4 to the saturday nearest the end of january, 53rd
   * week in period 12, year named by start"}.
   *
   * @return the text that {@link FiscalCalendar#parse(String)} reads back
   */
  @Override
  public String toString() {
    return CalendarText.of(this);
  }
}
