package dev.guidepost.core.metric;

/**
 * Something by which facts can be sliced, such as product or stage.
 *
 * @param name the dimension's name
 */
public record Dimension(String name) {

  /** What a fact has in a dimension for which nothing was given: {@value}. */
  public static final String NONE = "(none)";

  /**
   * The currency in which money was recorded, where facts may have another than their metric's.
   * Declared in a catalog like any other; its values are codes such as {@code "USD"}. What is no
   * money, such as a count of deals, has the currency of the money in its row, so that a slice by
   * currency has both; none if that is of several.
   */
  public static final Dimension CURRENCY = new Dimension("currency");

  /**
   * Creates a dimension.
   *
   * @param name the dimension's name
   * @throws IllegalArgumentException if it is blank
   */
  public Dimension {
    if (name.isBlank()) {
      throw new IllegalArgumentException("dimension name must not be blank");
    }
  }

  /**
   * Returns a dimension.
   *
   * @param name the dimension's name
   * @return the dimension
   * @throws IllegalArgumentException if it is blank
   */
  public static Dimension of(String name) {
    return new Dimension(name);
  }

  /** Returns the name, which {@link #of(String)} reads back. */
  @Override
  public String toString() {
    return name;
  }
}
