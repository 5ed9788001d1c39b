package dev.guidepost.core.metric;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a metric tells of what is to come or of what has been.
 *
 * <pre>{@code
 * Timing.leading(45).toString();   // "leading by 45 days"
 * Timing.parse("lagging");         // Timing.LAGGING
 * }</pre>
 */
public sealed interface Timing {

  /** The most days that a result may lag: {@value}. */
  int MAX_LAG_DAYS = 36_525;

  /** Moves before the results it helps to bring about, by how long is not said. */
  Timing LEADING = new Leading(OptionalInt.empty());

  /** Moves when all is done. */
  Timing LAGGING = new Lagging();

  /**
   * Moves before the results it helps to bring about.
   *
   * @param lagDays how many calendar days later a result is to be expected, 1 to {@value
   *     Timing#MAX_LAG_DAYS}; empty if not declared
   */
  record Leading(OptionalInt lagDays) implements Timing {
    /**
     * Creates a timing.
     *
     * @param lagDays how many calendar days later a result is to be expected
     * @throws IllegalArgumentException if they are out of bounds
     */
    public Leading {
      if (lagDays.isPresent() && (lagDays.getAsInt() < 1 || lagDays.getAsInt() > MAX_LAG_DAYS)) {
        throw new IllegalArgumentException(
            "lag must be 1 to " + MAX_LAG_DAYS + " days, but was " + lagDays.getAsInt());
      }
    }

    /** Returns such as {@code "leading by 45 days"}, or {@code "leading"} without a lag. */
    @Override
    public String toString() {
      return lagDays.isPresent() ? "leading by " + lagDays.getAsInt() + " days" : "leading";
    }
  }

  /** Moves when all is done. */
  record Lagging() implements Timing {
    /** Returns {@code "lagging"}. */
    @Override
    public String toString() {
      return "lagging";
    }
  }

  /**
   * Returns the timing of a metric that moves before its results.
   *
   * @param lagDays how many calendar days later a result is to be expected, 1 to {@value
   *     #MAX_LAG_DAYS}
   * @return the timing
   * @throws IllegalArgumentException if they are out of bounds
   */
  static Timing leading(int lagDays) {
    return new Leading(OptionalInt.of(lagDays));
  }

  /**
   * Returns the timing that a text stands for.
   *
   * @param text {@code "leading"}, {@code "lagging"} or such as {@code "leading by 45 days"}
   * @return the timing
   * @throws IllegalArgumentException if the text has another form or the days are out of bounds
   */
  static Timing parse(String text) {
    if (text.equals(LAGGING.toString())) {
      return LAGGING;
    }
    if (text.equals(LEADING.toString())) {
      return LEADING;
    }
    Matcher matcher = Pattern.compile("leading by ([0-9]{1,9}) days").matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "timing must be \"leading\", \"lagging\" or like \"leading by 45 days\", but was \""
              + text
              + "\"");
    }
    return leading(Integer.parseInt(matcher.group(1)));
  }
}
