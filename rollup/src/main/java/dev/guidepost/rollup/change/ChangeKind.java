package dev.guidepost.rollup.change;

/**
 * What can happen to a deal between two days, in the order in which reports list it.
 *
 * <p>What changed the outlook is on one line, or on two where people stand elsewhere as well. That
 * a deal was won stands on a line of its own, whatever else happened to it.
 */
public enum ChangeKind {
  /** It was opened, or put on record, since. */
  CREATED("created"),
  /** It was put on record since, though it had been opened before. */
  LATE("late"),
  /** It had been lost and is open or won. */
  REOPENED("reopened"),
  /**
   * It is won and was not: every win of those who have it, and nothing but these. The effect is
   * always 0, as what it was worth in the outlook before is not counted again, and what brought it
   * into the outlook has its own line.
   */
  WON("won"),
  /**
   * It was won and is not: every win that was taken back from those who had it. The effect is what
   * it is worth if it is open and that alone brings it into the outlook or takes it out; else 0.
   */
  TAKEN_BACK("win taken back"),
  /** It is lost. */
  LOST("lost"),
  /** The deal is worth more, though by rounding somebody's part may be less. */
  MORE("amount up"),
  /** The deal is worth less, though by rounding somebody's part may be more. */
  LESS("amount down"),
  /** It is to close, or closed, earlier. */
  PULLED_IN("pulled in"),
  /** It is to close, or closed, later. */
  PUSHED("pushed"),
  /** It was given a day on which it is to close, or closed; it had none. */
  DATED("dated"),
  /** It has no day any more on which it is to close. */
  UNDATED("undated"),
  /** It counts for others, or those for whom it counts stand elsewhere. */
  MOVED("moved");

  private final String text;

  ChangeKind(String text) {
    this.text = text;
  }

  /** Returns how people call it, such as {@code "pulled in"}. */
  @Override
  public String toString() {
    return text;
  }
}
