package dev.guidepost.core.credit;

import dev.guidepost.core.style.Words;
import java.util.Locale;

/** What a deal does to what the customer has. */
public enum Motion {
  /** A first deal with somebody who is no customer yet. */
  NEW,
  /** More for somebody who is a customer. */
  EXPANSION,
  /** Prolongs what the customer has. */
  RENEWAL;

  /**
   * Returns the motion of a text.
   *
   * @param text {@code "new"}, {@code "expansion"} or {@code "renewal"}, in any case
   * @return the motion
   * @throws IllegalArgumentException if it is another text
   */
  public static Motion parse(String text) {
    return Words.parse("motion", Motion.class, text);
  }

  /** Returns the name in lower case, which {@link #parse(String)} reads back. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
