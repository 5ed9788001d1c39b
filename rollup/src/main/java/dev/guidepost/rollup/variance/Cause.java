package dev.guidepost.rollup.variance;

/** Why a figure moved: what one line of a variance stands for. */
public enum Cause {
  /** A driver became more or less, for the people who are there in both periods. */
  FACTOR(""),

  /** The shares of segments or people in the volume became others. */
  MIX("mix"),

  /** People who are there in the later period only. */
  ENTERED("entered"),

  /** People who are there in the earlier period only. */
  LEFT("left"),

  /** What counts in another unit than that in which its owner ends; 0 over the whole tree. */
  MOVED("moved"),

  /** Rates of exchange: what money moved by beyond its change at constant rates. */
  EXCHANGE("exchange rates"),

  /** What the factors do not make, as they have no value. */
  UNEXPLAINED("not explained");

  private final String label;

  Cause(String label) {
    this.label = label;
  }

  /**
   * Returns what people call it.
   *
   * @return the words, such as {@code "entered"}; empty for a factor, which has the name of its
   *     metric
   */
  public String label() {
    return label;
  }
}
