package dev.guidepost.core.record;

import dev.guidepost.core.style.Words;
import java.util.Locale;

/** What came of an activity with a customer. */
public enum ActivityOutcome {
  /** The customer agreed to a next step. */
  ADVANCED,
  /** It took place, and nothing was agreed. */
  HELD,
  /** It did not take place: nobody came or answered. It does not count as held. */
  NOT_HELD;

  /**
   * Returns the outcome of a text.
   *
   * @param text {@code "advanced"}, {@code "held"} or {@code "not_held"}, in any case
   * @return the outcome
   * @throws IllegalArgumentException if it is another text
   */
  public static ActivityOutcome parse(String text) {
    return Words.parse("outcome of an activity", ActivityOutcome.class, text);
  }

  /** Returns the name in lower case, which {@link #parse(String)} reads back. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
