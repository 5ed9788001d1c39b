package dev.guidepost.core.control;

/** A rule that tells a signal from noise. */
public enum Rule {
  /** One point beyond the limits, three sigma from the centre (Shewhart; Nelson's rule 1). */
  BEYOND_LIMITS("beyond-limits"),
  /** Two of three points in a row beyond two sigma on the same side (Western Electric rule 2). */
  TWO_OF_THREE("two-of-three"),
  /** All looks together three sigma from the centre: a small shift that lasts. */
  ALL_LOOKS("all-looks"),
  /** A count so low for its trials that chance is no explanation (exact tail). */
  EXACT_TAIL("exact-tail"),
  /** Records stopped coming in while others of the same person go on: data, not performance. */
  NO_DATA("no-data");

  private final String text;

  Rule(String text) {
    this.text = text;
  }

  /** Returns the rule's name as it stands in ids of signals. */
  @Override
  public String toString() {
    return text;
  }
}
