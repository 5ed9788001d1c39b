package dev.guidepost.core.credit;

import dev.guidepost.core.style.Words;
import java.util.Locale;

/** Where a deal came from, and so who owes the next ones. */
public enum Origin {
  /** The customer came. */
  INBOUND,
  /** Sales development made the first contact. */
  SDR,
  /** A partner brought it. */
  PARTNER,
  /** The seller found it. */
  OWN;

  /**
   * Returns the origin of a text.
   *
   * @param text {@code "inbound"}, {@code "sdr"}, {@code "partner"} or {@code "own"}, in any case
   * @return the origin
   * @throws IllegalArgumentException if it is another text
   */
  public static Origin parse(String text) {
    return Words.parse("origin", Origin.class, text);
  }

  /** Returns the name in lower case, which {@link #parse(String)} reads back. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
