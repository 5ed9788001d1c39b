package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** Assertions shared by the tests of this package. */
final class Expect {

  private Expect() {}

  /** Equal to within a part of the expected value. */
  static void close(double expected, double actual, double relative) {
    assertEquals(expected, actual, relative * Math.max(Math.abs(expected), 1e-300));
  }

  static void close(double low, double high, Interval actual, double absolute) {
    assertEquals(low, actual.low(), absolute);
    assertEquals(high, actual.high(), absolute);
  }

  /** Rejected with a message that says what must hold and what was given. */
  static void rejected(String what, Executable call) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    assertTrue(message.contains(what), message);
  }
}
