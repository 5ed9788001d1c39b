package dev.guidepost.core.time;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the label of a period says, whatever the calendar.
 *
 * @param kind what is named
 * @param year the year in the label
 * @param number which of the year, from 1 on; 1 for the year itself; unchecked but for its digits
 * @param text the label
 */
record PeriodLabel(Kind kind, int year, int number, String text) {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{4})(?:-(?:(H[0-9])|(Q[0-9])|(P[0-9]{2})|(W[0-9]{2})|([0-9]{2})))?");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /** What a label names, in the order of the groups of its form. */
  enum Kind {
    YEAR("year"),
    HALF_YEAR("half-year"),
    QUARTER("quarter"),
    ACCOUNTING_PERIOD("period"),
    WEEK("week"),
    CIVIL_MONTH("month"),
    DAY("day");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /** Returns what a label says, empty if it has no form that a calendar gives. */
  static Optional<PeriodLabel> of(String text) {
    if (DAY.matcher(text).matches()) {
      return Optional.of(
          new PeriodLabel(Kind.DAY, Integer.parseInt(text.substring(0, 4)), 1, text));
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(matcher.group(1));
    for (int group = 2; group <= matcher.groupCount(); group++) {
      String part = matcher.group(group);
      if (part != null) {
        int number = Integer.parseInt(Character.isDigit(part.charAt(0)) ? part : part.substring(1));
        return Optional.of(new PeriodLabel(Kind.values()[group - 1], year, number, text));
      }
    }
    return Optional.of(new PeriodLabel(Kind.YEAR, year, 1, text));
  }

  /**
   * Refuses a number that no period of its kind has.
   *
   * @param most how many of them the year has; 0 if the calendar has none of the kind
   */
  void requireNumber(int most) {
    if (most > 0 && (number < 1 || number > most)) {
      throw new IllegalArgumentException(
          kind.word + " of " + year + " must be 1 to " + most + ", but was \"" + text + "\"");
    }
  }

  /** Returns the day that a label of a day names; refuses one that is none. */
  LocalDate day() {
    return LocalDate.parse(text);
  }
}
