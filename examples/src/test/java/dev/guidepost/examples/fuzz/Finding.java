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

  /** Leaves out ranges of the input as long as the same kind of thing is thrown. */
  Finding shrunk(FuzzTarget target) {
    Finding smallest = this;
    int tries = 0;
    for (int length = Math.max(1, input.length() / 2); length >= 1; length /= 2) {
      for (int from = 0; from + length <= smallest.input.length() && tries < MOST_TRIES; tries++) {
        String text = smallest.input;
        Finding shorter = tried(target, text.substring(0, from) + text.substring(from + length));
        if (shorter.thrown.getClass() == thrown.getClass()) {
          smallest = shorter;
        } else {
          from += length;
        }
      }
    }
    return smallest;
  }

  private Finding tried(FuzzTarget target, String text) {
    try {
      target.subject().takes(text);
      return new Finding(number, text, new Nothing());
    } catch (Throwable e) { // whatever it is
      return new Finding(number, text, e);
    }
  }

  /** Stands where nothing was thrown. */
  private static final class Nothing extends Exception {
    private static final long serialVersionUID = 1L;
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
