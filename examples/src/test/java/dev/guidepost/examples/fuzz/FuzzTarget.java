package dev.guidepost.examples.fuzz;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Something that reads text.
 *
 * @param name what it is called in the table and in {@code -Dfuzz.only}
 * @param valid inputs that it takes, to start from
 * @param subject what is tried
 */
record FuzzTarget(String name, List<String> valid, Subject subject) {

  /** Tries one input. */
  interface Subject {
    /**
     * Returns true if the input is taken and its laws hold, false if it is refused as documented;
     * throws anything else.
     */
    boolean takes(String input) throws Exception;
  }

  /**
   * A scalar: it refuses by IllegalArgumentException, and what it takes it writes and reads back.
   */
  static <T> FuzzTarget scalar(String name, Function<String, T> parse, String... valid) {
    return new FuzzTarget(
        name,
        List.of(valid),
        input -> {
          T value;
          try {
            value = parse.apply(input);
          } catch (IllegalArgumentException refused) {
            requireMessage(refused);
            return false;
          }
          T again = parse.apply(value.toString());
          require(value.equals(again), "must read back equal", value, again);
          require(value.hashCode() == again.hashCode(), "must hash alike", value, again);
          require(value.toString().equals(again.toString()), "must print alike", value, again);
          return true;
        });
  }

  static void requireMessage(Exception refused) {
    String message = Objects.requireNonNullElse(refused.getMessage(), "");
    if (!message.contains(" ") || message.contains("No enum constant")) {
      throw new AssertionError("must be refused with a message for people, but was", refused);
    }
  }

  static void require(boolean law, String what, Object... given) {
    if (!law) {
      throw new AssertionError(what + ", but was " + List.of(given));
    }
  }
}
