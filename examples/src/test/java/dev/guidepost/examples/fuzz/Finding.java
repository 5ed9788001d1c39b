package dev.guidepost.examples.fuzz;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;

/**
 * What must not happen.
 *
 * @param number the number of the input in the run, from 1
 * @param input the smallest input found that gives it
 * @param thrown what it threw
 */
record Finding(long number, String input, Throwable thrown) {
  private static final int MOST_TRIES = 3_000;

  /** Leaves out ranges as long as the same kind of thing is thrown. */
  static String shrunk(FuzzTarget target, String input, Throwable thrown) {
    String smallest = input;
    int tries = 0;
    for (int length = Math.max(1, input.length() / 2); length >= 1; length /= 2) {
      for (int from = 0; from + length <= smallest.length() && tries < MOST_TRIES; tries++) {
        String shorter = smallest.substring(0, from) + smallest.substring(from + length);
        if (givesTheSame(target, shorter, thrown)) {
          smallest = shorter;
        } else {
          from += length;
        }
      }
    }
    return smallest;
  }

  private static boolean givesTheSame(FuzzTarget target, String input, Throwable thrown) {
    try {
      target.subject().takes(input);
      return false;
    } catch (Throwable e) { // whatever it is
      return e.getClass() == thrown.getClass();
    }
  }

  /** Returns number, input and stack trace. */
  String print() {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return ", input " + number + ": " + quoted(input) + "\n" + trace;
  }

  /** Returns a text as a Java literal. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') {
        quoted.append('\\').append(letter);
      } else if (letter >= ' ' && letter < 127) {
        quoted.append(letter);
      } else {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
      }
    }
    return quoted.append('"').toString();
  }
}
