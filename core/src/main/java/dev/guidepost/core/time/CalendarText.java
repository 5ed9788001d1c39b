package dev.guidepost.core.time;

import dev.guidepost.core.time.FiscalCalendar.YearName;
import dev.guidepost.core.time.WeekCalendar.YearEnd;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts of calendars. */
final class CalendarText {

  private static final String NAMED = "year named by (start|end)";
  private static final Pattern MONTHS =
      Pattern.compile("months from ([a-z]+), " + NAMED + ", weeks from ([a-z]+)");
  private static final Pattern WEEKS =
      Pattern.compile(
          "weeks (\\S+) to the (?:last ([a-z]+) of ([a-z]+)|([a-z]+) nearest the end of ([a-z]+)),"
              + " 53rd week in period ([0-9]{1,2}), "
              + NAMED);

  private CalendarText() {}

  static String of(MonthCalendar calendar) {
    return "months from "
        + lower(calendar.firstMonth())
        + ", "
        + named(calendar.yearName())
        + ", weeks from "
        + lower(calendar.firstWeekday());
  }

  static String of(WeekCalendar calendar) {
    String day = lower(calendar.lastWeekday());
    String month = lower(calendar.endMonth());
    return "weeks "
        + calendar.pattern()
        + " to the "
        + (calendar.yearEnd() == YearEnd.LAST
            ? "last " + day + " of " + month
            : day + " nearest the end of " + month)
        + ", 53rd week in period "
        + calendar.extraWeekIn()
        + ", "
        + named(calendar.yearName());
  }

  static FiscalCalendar parse(String text) {
    try {
      Matcher months = MONTHS.matcher(text);
      if (months.matches()) {
        return new MonthCalendar(
            month(months.group(1)), yearName(months.group(2)), weekday(months.group(3)));
      }
      Matcher weeks = WEEKS.matcher(text);
      if (weeks.matches()) {
        return weeks(weeks);
      }
    } catch (IllegalArgumentException e) {
      throw unknown(text, e);
    }
    throw unknown(text, null);
  }

  private static WeekCalendar weeks(Matcher text) {
    boolean last = text.group(2) != null;
    return new WeekCalendar(
        pattern(text.group(1)),
        last ? YearEnd.LAST : YearEnd.NEAREST,
        weekday(text.group(last ? 2 : 4)),
        month(text.group(last ? 3 : 5)),
        Integer.parseInt(text.group(6)),
        yearName(text.group(7)));
  }

  private static IllegalArgumentException unknown(String text, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "calendar must read like \""
            + FiscalCalendar.calendarYear()
            + "\" or \""
            + FiscalCalendar.retail454()
            + "\", but was \""
            + text
            + "\"",
        cause);
  }

  private static WeekPattern pattern(String text) {
    for (WeekPattern pattern : WeekPattern.values()) {
      if (pattern.toString().equals(text)) {
        return pattern;
      }
    }
    throw new IllegalArgumentException("no pattern of weeks is called " + text);
  }

  private static String named(YearName name) {
    return "year named by " + (name == YearName.OF_START ? "start" : "end");
  }

  private static YearName yearName(String text) {
    return text.equals("start") ? YearName.OF_START : YearName.OF_END;
  }

  private static Month month(String text) {
    return Month.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static DayOfWeek weekday(String text) {
    return DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
