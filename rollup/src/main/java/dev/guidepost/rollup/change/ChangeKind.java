package dev.guidepost.rollup.change;

/** What can happen to a deal between two days, in the order in which reports list it. */
public enum ChangeKind {
  /** It was opened, or put on record, since. */
  CREATED("created"),
  /** It was put on record since, though it had been opened before. */
  LATE("late"),
  /** It had been lost and is open or won. */
  REOPENED("reopened"),
  /** It is won. What it was worth in the outlook before is not counted again. */
  WON("won"),
  /** It is lost. */
  LOST("lost"),
  /** It is worth more. */
  MORE("amount up"),
  /** It is worth less. */
  LESS("amount down"),
  /** It is to close, or closed, earlier. */
  PULLED_IN("pulled in"),
  /** It is to close, or closed, later. */
  PUSHED("pushed"),
  /** It was given a day on which it is to close; it had none. */
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
