package dev.guidepost.core.quantity;

import java.util.Locale;

/** What a rate of exchange is for; rates of different kinds never stand in for each other. */
public enum RateKind {
  /** The rate of the day, as finance books it. */
  BOOKING,

  /** The rate that a plan or a quota year was made with; performance is read at it. */
  PLAN,

  /** The mean rate of the month or quarter that starts on the quote's day. */
  AVERAGE;

  /**
   * Returns the kind of this name.
   *
   * @param text {@code "booking"}, {@code "plan"} or {@code "average"}
   * @return the kind
   * @throws IllegalArgumentException if the text is none of them
   */
  public static RateKind parse(String text) {
    for (RateKind kind : values()) {
      if (kind.toString().equals(text)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "kind of rate must be booking, plan or average, but was \"" + text + "\"");
  }

  /**
   * Returns the name as it stands in a sentence, such as {@code "booking"}; {@link #parse(String)}
   * reads it back.
   */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
