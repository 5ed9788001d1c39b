package dev.guidepost.core.quantity;

/**
 * Two amounts of different units were to be added, subtracted or compared.
 *
 * <p>The remedy is never to drop the unit: convert money with {@link ExchangeRates}, days and hours
 * with a calendar.
 */
public final class UnitMismatchException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** The unit that was needed, as text. */
  private final String expected;

  /** The unit that was given, as text. */
  private final String actual;

  /**
   * Creates the exception.
   *
   * @param expected the unit that was needed
   * @param actual the unit that was given
   */
  public UnitMismatchException(UnitOfMeasure expected, UnitOfMeasure actual) {
    super("unit must be " + expected + ", but was " + actual);
    this.expected = expected.toString();
    this.actual = actual.toString();
  }

  /**
   * Returns the unit that was needed.
   *
   * @return the unit of the amount that the other was to be added to or compared with
   */
  public UnitOfMeasure expected() {
    return UnitOfMeasure.parse(expected);
  }

  /**
   * Returns the unit that was given.
   *
   * @return the unit of the other amount
   */
  public UnitOfMeasure actual() {
    return UnitOfMeasure.parse(actual);
  }
}
