package dev.guidepost.examples.crm;

import dev.guidepost.core.quantity.Quantity;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.chrono.IsoEra;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How an export writes text, dates and numbers.
 *
 * @param charset the encoding of all files
 * @param delimiter what stands between fields
 * @param quote what stands around a field
 * @param decimal what stands before the decimals
 * @param grouping what stands between groups of three digits, empty for nothing
 * @param datePattern the form of dates, as {@link DateTimeFormatter} has it
 * @param endsIncluded whether the end of a range is its last day, not the day after
 */
record Formats(
    Charset charset,
    char delimiter,
    char quote,
    char decimal,
    String grouping,
    String datePattern,
    boolean endsIncluded) {

  /** The first day that an export may name. */
  static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

  /** More characters than any number in 64 bits has with its grouping. */
  private static final int LONGEST = 60;

  /**
   * Returns the parser of a form of dates. It is strict, so that 30 February is no date; names of
   * months are English, as the root locale has none.
   *
   * @param pattern the form
   * @return the parser
   * @throws IllegalArgumentException if the form is none
   */
  static DateTimeFormatter dates(String pattern) {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
    try {
      builder.appendPattern(pattern);
    } catch (ClassCastException e) { // of the JDK, where padding stands before a week's letters
      throw new IllegalArgumentException("no form of dates: " + pattern, e);
    }
    return builder
        .parseDefaulting(ChronoField.ERA, IsoEra.CE.getValue())
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /**
   * Returns the form of numbers.
   *
   * @return a pattern that takes plain digits, or groups of three where there is a grouping
   */
  Pattern numbers() {
    String decimals = "(?:" + Pattern.quote(String.valueOf(decimal)) + "[0-9]+)?";
    String grouped =
        grouping.isEmpty() ? "" : "|[0-9]{1,3}(?:" + Pattern.quote(grouping) + "[0-9]{3})+";
    return Pattern.compile("-?(?:[0-9]+" + grouped + ")" + decimals);
  }

  /**
   * Reads a date.
   *
   * @param text the text
   * @param parser the parser of {@link #datePattern}
   * @return the day
   * @throws IllegalArgumentException if it is no date of that form from 1900 to 9999
   */
  LocalDate date(String text, DateTimeFormatter parser) {
    try {
      LocalDate date = LocalDate.parse(text, parser);
      if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
        return date;
      }
    } catch (DateTimeException e) {
      throw noDate(e);
    }
    throw noDate(null);
  }

  /**
   * Reads a date with the time of the day, if there is one.
   *
   * @param text the text
   * @param parser the parser of {@link #datePattern}
   * @return the time; midnight where the text has none
   * @throws IllegalArgumentException if it has no date of that form from 1900 to 9999
   */
  LocalDateTime time(String text, DateTimeFormatter parser) {
    LocalDate date = date(text, parser);
    return parser.parseBest(text, LocalDateTime::from, LocalDate::from)
            instanceof LocalDateTime time
        ? time
        : date.atStartOfDay();
  }

  private IllegalArgumentException noDate(
      @org.jspecify.annotations.Nullable DateTimeException cause) {
    return new IllegalArgumentException(
        "must be a date of the form " + datePattern + ", from 1900 on", cause);
  }

  /**
   * Reads a number.
   *
   * @param text the text
   * @param form the pattern of {@link #numbers()}
   * @return the number
   * @throws IllegalArgumentException if it is no number of that form or does not fit 64 bits
   */
  Quantity number(String text, Pattern form) {
    if (text.length() > LONGEST || !form.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "must be a number with decimal mark "
              + decimal
              + (grouping.isEmpty() ? " and no grouping" : " and grouping \"" + grouping + "\""));
    }
    return Quantity.parse(text.replace(grouping, "").replace(decimal, '.'));
  }
}
