package dev.guidepost.core.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What both kinds of calendar do alike. */
final class Calendars {

  private static final long COMPARABLE_YEAR = 52;

  private Calendars() {}

  /** Returns a period that is one of a calendar's; refuses any other. */
  static Period own(FiscalCalendar calendar, Period period) {
    Period own = calendar.period(period.grain(), period.start());
    if (!own.equals(period)) {
      throw new IllegalArgumentException(
          "period must be one of this calendar, such as " + own + ", but was " + period);
    }
    return own;
  }

  /** See {@link FiscalCalendar#fills(Grain, Grain)}, for calendars whose weeks may fill months. */
  static boolean fills(Grain small, Grain large, boolean weeksFillMonths) {
    if (small == Grain.CUSTOM || large == Grain.CUSTOM || small.compareTo(large) > 0) {
      return false;
    }
    return small == Grain.DAY || small.ladder().equals(large.ladder()) || weeksFillMonths;
  }

  /** See {@link FiscalCalendar#within(Period, Grain)}. */
  static List<Period> within(FiscalCalendar calendar, Period period, Grain grain) {
    if (period.grain() != Grain.CUSTOM && !calendar.fills(grain, period.grain())) {
      throw new IllegalArgumentException(
          "grain must fill a "
              + name(period.grain())
              + ", but was "
              + grain
              + reason(grain, period.grain()));
    }
    List<Period> parts = calendar.periods(grain, period.start(), period.lastDay());
    LocalDate start = parts.get(0).start();
    LocalDate end = parts.get(parts.size() - 1).end();
    if (!start.equals(period.start()) || !end.equals(period.end())) {
      throw new IllegalArgumentException(
          "period must start and end where a "
              + name(grain)
              + " of the calendar does, such as ["
              + start
              + ", "
              + end
              + "), but was "
              + period);
    }
    return parts;
  }

  private static String reason(Grain grain, Grain large) {
    if (grain == Grain.CUSTOM) {
      return ", which no calendar makes";
    }
    return grain.compareTo(large) > 0
        ? ", which is larger"
        : ": the weeks of a calendar of civil months run across the ends of its months";
  }

  private static String name(Grain grain) {
    return grain.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** See {@link FiscalCalendar#yearBefore(Period, Comparison)}. */
  static Optional<Period> yearBefore(
      FiscalCalendar calendar, Period period, Comparison comparison) {
    if (period.grain() != Grain.CUSTOM) {
      own(calendar, period);
    }
    return switch (comparison) {
      case RESTATED -> Optional.of(restated(calendar, period));
      case BY_POSITION -> byPosition(calendar, period);
    };
  }

  private static Period restated(FiscalCalendar calendar, Period period) {
    long weeks = Math.max(COMPARABLE_YEAR, (period.days() + 6L) / 7);
    LocalDate start = period.start().minusWeeks(weeks);
    LocalDate end = period.end().minusWeeks(weeks);
    if (period.grain() == Grain.CUSTOM) {
      return Period.custom(start, end);
    }
    Period there = calendar.period(period.grain(), start);
    return there.start().equals(start) && there.end().equals(end)
        ? there
        : new Period(Grain.CUSTOM, start, end, period.label() + " less " + weeks + " weeks");
  }

  private static Optional<Period> byPosition(FiscalCalendar calendar, Period period) {
    if (period.grain() != Grain.CUSTOM && period.grain() != Grain.DAY) {
      return calendar instanceof WeekCalendar weeks
          ? weeks.aYearBefore(period)
          : ((MonthCalendar) calendar).aYearBefore(period);
    }
    LocalDate first = aYearBefore(calendar, period.start(), false);
    LocalDate last = aYearBefore(calendar, period.lastDay(), true);
    if (first.isAfter(last)) {
      return Optional.empty();
    }
    return Optional.of(
        period.grain() == Grain.DAY
            ? calendar.period(Grain.DAY, first)
            : Period.custom(first, last.plusDays(1)));
  }

  /**
   * The day in the same place of the year before; where it has none, the nearest one that it has:
   * the one after as a first day, the one before as a last day.
   */
  private static LocalDate aYearBefore(FiscalCalendar calendar, LocalDate day, boolean last) {
    return calendar instanceof WeekCalendar weeks
        ? weeks.aYearBefore(day, last)
        : ((MonthCalendar) calendar).aYearBefore(day, last);
  }
}
