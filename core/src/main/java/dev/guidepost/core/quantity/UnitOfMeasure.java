package dev.guidepost.core.quantity;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What an amount is an amount of.
 *
 * <p>The list is closed. Two units are alike only if they are equal: nothing is converted on the
 * way, days are not turned into hours (that needs a calendar) and one currency is not turned into
 * another (that needs {@link ExchangeRates}).
 *
 * <pre>{@code
 * UnitOfMeasure.parse("USD");                     // new UnitOfMeasure.Money("USD")
 * UnitOfMeasure.parse("deals");                   // new UnitOfMeasure.Count("deals")
 * UnitOfMeasure.parse("USD per days").toString(); // "USD per days"
 * }</pre>
 */
public sealed interface UnitOfMeasure {

  /**
   * Returns the unit that a text stands for: {@code "USD"}, {@code "deals"}, {@code "days"}, {@code
   * "hours"}, {@code "share"}, {@code "score 0..10"} or {@code "USD per days"}.
   *
   * @param text as {@code toString()} writes it
   * @return the unit
   * @throws IllegalArgumentException if the text stands for no unit
   */
  static UnitOfMeasure parse(String text) {
    return UnitTexts.parse(text);
  }

  /**
   * Returns the unit as people read it behind a number other than 1, such as {@code "USD"}, {@code
   * "days"} or {@code "USD per day"}.
   *
   * @return the text, for people
   */
  default String print() {
    return UnitTexts.print(this, false);
  }

  /**
   * Returns so much of the unit, of any size, as {@link Amount#print()} shows an amount, such as
   * {@code "1,054.50 USD"}.
   *
   * @param amount how much; not rounded
   * @return the text, for people
   */
  default String print(BigDecimal amount) {
    return UnitTexts.print(this, amount);
  }

  /**
   * Tells whether one recorded fact of this unit may have this amount.
   *
   * <p>Money may have any sign, a score lies within its bounds, a share lies between 0 and 1, and
   * everything else is not negative. Sums and differences of facts are not bound by this, and
   * neither are the facts that are value times weight of a mean of scores that may be negative.
   *
   * @param amount the amount of one fact
   * @return whether it may be
   */
  default boolean admits(Quantity amount) {
    return amount.signum() >= 0;
  }

  /**
   * Things that are counted: opportunities, meetings, wins.
   *
   * @param noun the plural noun that people read, such as {@code "deals"}; behind 1 they read the
   *     singular, made by the rules of English. It has no blank at either end, no control
   *     characters, not three upper-case letters (those are money), none of {@code days, hours,
   *     share, score} in any case, not starting with {@code score} and a blank, and without the
   *     word {@code per}
   */
  record Count(String noun) implements UnitOfMeasure {
    /**
     * Creates a unit.
     *
     * @param noun the plural noun that people read
     * @throws IllegalArgumentException if it is blank or would be read as another unit
     */
    public Count {
      UnitTexts.requireNoun(noun);
    }

    /** Returns the noun, which {@link UnitOfMeasure#parse(String)} reads back. */
    @Override
    public String toString() {
      return noun;
    }
  }

  /**
   * Money of one currency.
   *
   * @param currency the currency's code: three upper-case letters such as {@code "USD"}; it need
   *     not be in use today, nor known to the Java runtime
   */
  record Money(String currency) implements UnitOfMeasure {
    /**
     * Creates a unit.
     *
     * @param currency the currency's code
     * @throws IllegalArgumentException if it is not three upper-case letters
     */
    public Money {
      UnitTexts.requireCurrency("currency", currency);
    }

    /**
     * Tells whether a text can be the code of a currency.
     *
     * @param text any text
     * @return true if it is three letters from A to Z
     */
    public static boolean isCode(String text) {
      return text.length() == 3
          && isUpper(text.charAt(0))
          && isUpper(text.charAt(1))
          && isUpper(text.charAt(2));
    }

    /**
     * Returns how many decimals amounts of this money have where they are not whole, for people:
     * those of ISO 4217, the same on every Java runtime. It bounds nothing, as a metric may be kept
     * with fewer decimals or with more.
     *
     * @return 2, but 0, 3 or 4 for some, such as 0 for {@code JPY}; 2 for codes that are not listed
     */
    public int minorDigits() {
      return UnitTexts.minorDigits(currency);
    }

    private static boolean isUpper(char letter) {
      return letter >= 'A' && letter <= 'Z';
    }

    /** Tells that money may have any sign: refunds and credit notes are money too. */
    @Override
    public boolean admits(Quantity amount) {
      return true;
    }

    /** Returns the code, which {@link UnitOfMeasure#parse(String)} reads back. */
    @Override
    public String toString() {
      return currency;
    }
  }

  /** Calendar days. */
  record Days() implements UnitOfMeasure {
    /** Returns {@code "days"}. */
    @Override
    public String toString() {
      return "days";
    }
  }

  /** Hours. */
  record Hours() implements UnitOfMeasure {
    /** Returns {@code "hours"}. */
    @Override
    public String toString() {
      return "hours";
    }
  }

  /** A share of something, between nothing (0) and all (1); read in percent. */
  record Share() implements UnitOfMeasure {
    /** Tells whether the amount lies between 0 and 1, both included. */
    @Override
    public boolean admits(Quantity amount) {
      return amount.signum() >= 0 && amount.compareTo(Quantity.of(1)) <= 0;
    }

    /** Returns {@code "share"}. */
    @Override
    public String toString() {
      return "share";
    }
  }

  /**
   * A rating between two bounds, such as an answer from 0 to 10; the bounds may be negative.
   *
   * @param low the lowest rating, included
   * @param high the highest rating, included; above the lowest
   */
  record Score(long low, long high) implements UnitOfMeasure {
    /**
     * Creates a unit.
     *
     * @param low the lowest rating, included
     * @param high the highest rating, included
     * @throws IllegalArgumentException if the highest is not above the lowest
     */
    public Score {
      if (low >= high) {
        throw new IllegalArgumentException(
            "highest score must be above the lowest, but was " + low + ".." + high);
      }
    }

    /** Tells whether the amount lies between the bounds, both included. */
    @Override
    public boolean admits(Quantity amount) {
      return amount.compareTo(Quantity.of(low)) >= 0 && amount.compareTo(Quantity.of(high)) <= 0;
    }

    /** Returns such as {@code "score 0..10"}. */
    @Override
    public String toString() {
      return "score " + low + ".." + high;
    }
  }

  /**
   * So much of one thing for each one of another: money per day, meetings per hour.
   *
   * @param of what there is so much of; neither a rate nor a score
   * @param per what it is for each of; neither a rate, a share nor a score
   */
  record Per(UnitOfMeasure of, UnitOfMeasure per) implements UnitOfMeasure {
    /**
     * Creates a unit.
     *
     * @param of what there is so much of
     * @param per what it is for each of
     * @throws IllegalArgumentException if either cannot stand where it is
     */
    public Per {
      Objects.requireNonNull(of, "of");
      Objects.requireNonNull(per, "per");
      if (of instanceof Per || of instanceof Score) {
        throw new IllegalArgumentException(
            "what there is so much of must be neither a rate nor a score, but was " + of);
      }
      if (per instanceof Per || per instanceof Share || per instanceof Score) {
        throw new IllegalArgumentException(
            "what it is for each of must be a count, money, days or hours, but was " + per);
      }
    }

    /** Tells whether a fact of what is counted may have this amount. */
    @Override
    public boolean admits(Quantity amount) {
      return of.admits(amount);
    }

    /** Returns such as {@code "USD per days"}. */
    @Override
    public String toString() {
      return of + UnitTexts.PER + per;
    }
  }
}
