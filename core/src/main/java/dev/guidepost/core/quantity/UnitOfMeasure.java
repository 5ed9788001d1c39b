package dev.guidepost.core.quantity;

/** What an amount is an amount of. */
public sealed interface UnitOfMeasure {

  /**
   * Things that are counted: opportunities, meetings, wins.
   *
   * @param noun the plural noun that people read, such as {@code "deals"}
   */
  record Count(String noun) implements UnitOfMeasure {
    /**
     * Creates a unit.
     *
     * @param noun the plural noun that people read
     * @throws IllegalArgumentException if it is blank
     */
    public Count {
      requireText(noun, "noun");
    }
  }

  /**
   * Money of one currency.
   *
   * @param currency the currency's code, such as {@code "USD"}
   */
  record Money(String currency) implements UnitOfMeasure {
    /**
     * Creates a unit.
     *
     * @param currency the currency's code
     * @throws IllegalArgumentException if it is blank
     */
    public Money {
      requireText(currency, "currency");
    }
  }

  /** Calendar days. */
  record Days() implements UnitOfMeasure {}

  /** A share of something, between nothing and all; read in percent. */
  record Share() implements UnitOfMeasure {}

  private static void requireText(String text, String what) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
  }
}
