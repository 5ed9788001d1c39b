package dev.guidepost.core.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of days with a size and a name: from {@code start} up to, but not including, {@code end}.
 *
 * <p>Two periods are equal when grain, start and end are; the label is for people and outside
 * {@code equals}. Ordered by start, then end, then grain.
 *
 * <pre>{@code
 * Period q4 = FiscalCalendar.calendarYear().period("2026-Q4");
 * q4.contains(LocalDate.of(2026, 12, 31)); // true
 * q4.contains(q4.end());                   // false
 * }</pre>
 *
 * @param grain the size
 * @param start the first day
 * @param end the day after the last day
 * @param label what people call it, such as {@code "2026-Q4"}
 */
public record Period(Grain grain, LocalDate start, LocalDate end, String label)
    implements Comparable<Period> {

  private static final Pattern TEXT =
      Pattern.compile("([a-z_]+) (.*) \\[(\\S+), (\\S+)\\)", Pattern.DOTALL);

  /**
   * Creates a period.
   *
   * @param grain the size
   * @param start the first day
   * @param end the day after the last day
   * @param label what people call it
   * @throws IllegalArgumentException if it holds no day or the label is blank
   */
  public Period {
    Objects.requireNonNull(grain, "grain");
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "period must end after it starts, but was [" + start + ", " + end + ")");
    }
    if (label.isBlank()) {
      throw new IllegalArgumentException("period label must not be blank");
    }
  }

  /**
   * Returns a custom range, labelled by its ends.
   *
   * @param start the first day
   * @param end the day after the last day
   * @return the period, labelled such as {@code "2017-03-01..2017-08-15"} with both days included
   * @throws IllegalArgumentException if it holds no day
   */
  public static Period custom(LocalDate start, LocalDate end) {
    return new Period(Grain.CUSTOM, start, end, start + ".." + end.minusDays(1));
  }

  /**
   * Returns the period that a text such as {@code "quarter 2026-Q4 [2026-10-01, 2027-01-01)"}
   * stands for.
   *
   * @param text as {@link #toString()} writes it
   * @return the period
   * @throws IllegalArgumentException if the text has another form or stands for no period
   */
  public static Period parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw malformed(text, null);
    }
    try {
      return new Period(
          Grain.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
          LocalDate.parse(matcher.group(3)),
          LocalDate.parse(matcher.group(4)),
          matcher.group(2));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw malformed(text, e);
    }
  }

  private static IllegalArgumentException malformed(String text, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "period must look like \"quarter 2026-Q4 [2026-10-01, 2027-01-01)\", but was \""
            + text
            + "\"",
        cause);
  }

  /**
   * Tells whether a day belongs to the period.
   *
   * @param day the day
   * @return true from {@code start} up to the day before {@code end}
   */
  public boolean contains(LocalDate day) {
    return !day.isBefore(start) && day.isBefore(end);
  }

  /**
   * Returns the last day.
   *
   * @return the day before {@code end}
   */
  public LocalDate lastDay() {
    return end.minusDays(1);
  }

  /**
   * Returns how many days it holds.
   *
   * @return the number of days, at least 1
   * @throws ArithmeticException if it does not fit 32 bits (over five million years)
   */
  public int days() {
    return Math.toIntExact(ChronoUnit.DAYS.between(start, end));
  }

  @Override
  public int compareTo(Period other) {
    int byStart = start.compareTo(other.start);
    int byEnd = byStart != 0 ? byStart : end.compareTo(other.end);
    return byEnd != 0 ? byEnd : grain.compareTo(other.grain);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Period that
        && grain == that.grain
        && start.equals(that.start)
        && end.equals(that.end);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * grain.hashCode() + start.hashCode()) + end.hashCode();
  }

  /**
   * Returns grain, label and ends, such as {@code "quarter 2026-Q4 [2026-10-01, 2027-01-01)"}.
   *
   * @return the text that {@link #parse(String)} reads back
   */
  @Override
  public String toString() {
    return grain.name().toLowerCase(Locale.ROOT) + " " + label + " [" + start + ", " + end + ")";
  }
}
