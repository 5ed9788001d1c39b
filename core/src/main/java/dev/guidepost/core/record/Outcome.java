package dev.guidepost.core.record;

import dev.guidepost.core.style.Words;

/** What became of a deal. */
public enum Outcome {
  /** Neither won nor lost. */
  OPEN,
  /** The customer bought. */
  WON,
  /** The customer did not buy. */
  LOST;

  /**
   * Returns the outcome of a text.
   *
   * @param text {@code "open"}, {@code "won"} or {@code "lost"}, in any case
   * @return the outcome
   * @throws IllegalArgumentException if it is another text
   */
  public static Outcome parse(String text) {
    return Words.parse("outcome", Outcome.class, text);
  }
}
