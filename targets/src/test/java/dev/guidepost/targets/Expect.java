package dev.guidepost.targets;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

/** Assertions shared by the tests of this module. */
public final class Expect {

  private Expect() {}

  /** Rejected with a message that says what must hold and what was given. */
  public static void rejected(String what, Executable call) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
    assertTrue(message.contains(what), message);
  }
}
