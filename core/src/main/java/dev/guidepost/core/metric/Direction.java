package dev.guidepost.core.metric;

import dev.guidepost.core.quantity.Quantity;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which way is better.
 *
 * <pre>{@code
 * Direction.within(Quantity.of(3), Quantity.of(5)).toString(); // "within 3 and 5"
 * Direction.parse("higher is better");                         // Direction.HIGHER_IS_BETTER
 * }</pre>
 */
public sealed interface Direction {

  /** More is better: bookings, win rate. */
  Direction HIGHER_IS_BETTER = new Higher();

  /** Less is better: cycle time, losses. */
  Direction LOWER_IS_BETTER = new Lower();

  /** More is better. */
  record Higher() implements Direction {
    /** Returns {@code "higher is better"}. */
    @Override
    public String toString() {
      return "higher is better";
    }
  }

  /** Less is better. */
  record Lower() implements Direction {
    /** Returns {@code "lower is better"}. */
    @Override
    public String toString() {
      return "lower is better";
    }
  }

  /**
   * Neither too little nor too much is good: coverage, discounts, calls a day.
   *
   * @param low the least that is good, in the metric's unit; a share as a number, .3 for 30 %
   * @param high the most that is good, not below {@code low}
   */
  record Within(Quantity low, Quantity high) implements Direction {
    /**
     * Creates a band.
     *
     * @param low the least that is good
     * @param high the most that is good
     * @throws IllegalArgumentException if low is above high
     */
    public Within {
      if (low.compareTo(high) > 0) {
        throw new IllegalArgumentException(
            "band must not start above its end, but was " + low + " to " + high);
      }
    }

    /** Returns such as {@code "within 3 and 5"}. */
    @Override
    public String toString() {
      return "within " + low + " and " + high;
    }
  }

  /**
   * Returns the direction of a metric that is good within a band.
   *
   * @param low the least that is good, in the metric's unit
   * @param high the most that is good, not below {@code low}
   * @return the direction
   * @throws IllegalArgumentException if low is above high
   */
  static Direction within(Quantity low, Quantity high) {
    return new Within(low, high);
  }

  /**
   * Returns the direction that a text stands for.
   *
   * @param text {@code "higher is better"}, {@code "lower is better"} or such as {@code "within 3
   *     and 5"}
   * @return the direction
   * @throws IllegalArgumentException if the text has another form or low is above high
   */
  static Direction parse(String text) {
    if (text.equals(HIGHER_IS_BETTER.toString())) {
      return HIGHER_IS_BETTER;
    }
    if (text.equals(LOWER_IS_BETTER.toString())) {
      return LOWER_IS_BETTER;
    }
    Matcher matcher = Pattern.compile("within (\\S+) and (\\S+)").matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "direction must be \"higher is better\", \"lower is better\" or like \"within 3 and 5\", but"
              + " was \""
              + text
              + "\"");
    }
    return within(Quantity.parse(matcher.group(1)), Quantity.parse(matcher.group(2)));
  }
}
