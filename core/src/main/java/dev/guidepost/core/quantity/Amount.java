package dev.guidepost.core.quantity;

import java.math.RoundingMode;
import java.util.Objects;

/**
 * A quantity of something: 1054.5 USD, 12 deals, 30 days.
 *
 * <p>Arithmetic is exact and keeps units apart: adding or comparing amounts of two units throws
 * {@link UnitMismatchException}. Durations are amounts in days or in hours.
 *
 * <pre>{@code
 * Amount fee = Amount.parse("1054.50 USD");
 * fee.plus(Amount.parse("2 USD")).toString(); // "1056.5 USD"
 * fee.print();                                // "1,054.50 USD"
 * fee.plus(Amount.parse("2 EUR"));            // UnitMismatchException
 * }</pre>
 *
 * @param quantity how much
 * @param unit of what
 */
public record Amount(Quantity quantity, UnitOfMeasure unit) implements Comparable<Amount> {

  /**
   * Creates an amount.
   *
   * @param quantity how much
   * @param unit of what
   */
  public Amount {
    Objects.requireNonNull(quantity, "quantity");
    Objects.requireNonNull(unit, "unit");
  }

  /**
   * Returns a whole amount.
   *
   * @param whole how much
   * @param unit of what
   * @return the amount
   */
  public static Amount of(long whole, UnitOfMeasure unit) {
    return new Amount(Quantity.of(whole), unit);
  }

  /**
   * Returns an amount.
   *
   * @param quantity how much
   * @param unit of what
   * @return the amount
   */
  public static Amount of(Quantity quantity, UnitOfMeasure unit) {
    return new Amount(quantity, unit);
  }

  /**
   * Returns the amount that a text stands for.
   *
   * @param text a decimal number, one blank and a unit, such as {@code "1054.5 USD"} or {@code "7
   *     score 0..10"}
   * @return the amount
   * @throws IllegalArgumentException if the text has another form or the number does not fit
   */
  public static Amount parse(String text) {
    int blank = text.indexOf(' ');
    if (blank < 0) {
      throw new IllegalArgumentException(
          "amount must look like \"1054.5 USD\", but was \"" + text + "\"");
    }
    return new Amount(
        Quantity.parse(text.substring(0, blank)), UnitOfMeasure.parse(text.substring(blank + 1)));
  }

  /**
   * Returns the sum, exactly.
   *
   * @param other what to add
   * @return this plus the other
   * @throws UnitMismatchException if the other has another unit
   * @throws ArithmeticException if the sum does not fit 64 bits
   */
  public Amount plus(Amount other) {
    return new Amount(quantity.plus(likeThis(other)), unit);
  }

  /**
   * Returns the difference, exactly.
   *
   * @param other what to subtract
   * @return this minus the other
   * @throws UnitMismatchException if the other has another unit
   * @throws ArithmeticException if the difference does not fit 64 bits
   */
  public Amount minus(Amount other) {
    return new Amount(quantity.minus(likeThis(other)), unit);
  }

  /**
   * Returns the amount with the other sign.
   *
   * @return minus this
   * @throws ArithmeticException if the result does not fit 64 bits
   */
  public Amount negated() {
    return new Amount(quantity.negated(), unit);
  }

  /**
   * Returns this amount with at most the given number of decimals.
   *
   * @param decimals the number of decimals to keep, 0 to {@value Quantity#MAX_SCALE}
   * @param rounding how to round
   * @return the rounded amount
   * @throws IllegalArgumentException if {@code decimals} is out of bounds
   * @throws ArithmeticException if the rounding is {@link RoundingMode#UNNECESSARY} but digits
   *     would be lost, or the result does not fit 64 bits
   */
  public Amount round(int decimals, RoundingMode rounding) {
    return new Amount(quantity.round(decimals, rounding), unit);
  }

  /**
   * Returns the amount as people read it: thousands grouped, shares in percent, one of what is
   * counted in the singular, such as {@code "1,054.50 USD"}, {@code "31 %"}, {@code "1 day"} or
   * {@code "250 USD per day"}.
   *
   * <p>Money that is whole has no decimals, and other money has all {@linkplain
   * UnitOfMeasure.Money#minorDigits() minor digits} of its currency. No digit is ever cut off:
   * {@code "0.1832 USD"}.
   *
   * @return the text, for people
   */
  public String print() {
    return unit.print(quantity.toBigDecimal());
  }

  /**
   * Returns the number alone, as {@link #print()} shows it, for where the unit stands elsewhere,
   * such as in the head of a table: {@code "1,054.50"}, {@code "31"}.
   *
   * @return the text, for people
   */
  public String printNumber() {
    return UnitTexts.printNumber(unit, quantity.toBigDecimal());
  }

  /**
   * Compares by size; consistent with {@code equals}.
   *
   * @param other an amount of the same unit
   * @return a negative number, zero or a positive number as this amount is smaller than, equal to
   *     or larger than the other
   * @throws UnitMismatchException if the other has another unit
   */
  @Override
  public int compareTo(Amount other) {
    return quantity.compareTo(likeThis(other));
  }

  /**
   * Returns the plain number and the unit, such as {@code "1054.5 USD"}.
   *
   * @return the text that {@link #parse(String)} reads back
   */
  @Override
  public String toString() {
    return quantity + " " + unit;
  }

  private Quantity likeThis(Amount other) {
    if (!unit.equals(other.unit)) {
      throw new UnitMismatchException(unit, other.unit);
    }
    return other.quantity;
  }
}
