package dev.guidepost.core.quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One published rate of exchange: one unit of a currency is worth so much of another from a day on.
 *
 * <pre>{@code
 * RateQuote.parse("1 USD = 1.39 AUD from 2026-01-01 booking");
 * new RateQuote(RateKind.PLAN, "EUR", "USD", new BigDecimal("1.08"), LocalDate.of(2026, 1, 1));
 * }</pre>
 *
 * @param kind what the rate is for
 * @param of the currency of which there is one, such as {@code "USD"}
 * @param in the currency it is worth so much of, such as {@code "AUD"}
 * @param rate how much one {@code of} is worth in {@code in}: positive, at most 18 decimals and 18
 *     digits before them; without trailing zeros
 * @param from the first day it holds
 */
public record RateQuote(RateKind kind, String of, String in, BigDecimal rate, LocalDate from) {

  private static final int MAX_DIGITS = 18;
  private static final Pattern TEXT =
      Pattern.compile("1 (\\S+) = (\\S+) (\\S+) from (\\S+) (\\S+)");

  /**
   * Creates a quote.
   *
   * @param kind what the rate is for
   * @param of the currency of which there is one
   * @param in the currency it is worth so much of
   * @param rate how much one {@code of} is worth in {@code in}
   * @param from the first day it holds
   * @throws IllegalArgumentException if a currency is not three upper-case letters, both are the
   *     same, or the rate is not positive or has too many digits
   */
  public RateQuote {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(from, "from");
    UnitTexts.requireCurrency("currency", of);
    UnitTexts.requireCurrency("currency", in);
    if (of.equals(in)) {
      throw new IllegalArgumentException("quote must be of two currencies, but both are " + of);
    }
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException(
          "rate of " + of + " in " + in + " must be positive, but was " + rate);
    }
    boolean large = rate.precision() - (long) rate.scale() > MAX_DIGITS; // before it is stripped
    try {
      rate = large ? rate : Quantity.withoutZeros(rate, MAX_DIGITS);
    } catch (ArithmeticException e) {
      large = true;
    }
    if (large || rate.scale() > MAX_DIGITS) {
      throw new IllegalArgumentException(
          "rate of "
              + of
              + " in "
              + in
              + " must have at most "
              + MAX_DIGITS
              + " digits on either side of the decimal mark, but was "
              + rate);
    }
    rate = rate.setScale(Math.max(0, rate.scale()));
  }

  /**
   * Returns the quote that a text stands for.
   *
   * @param text such as {@code "1 USD = 1.39 AUD from 2026-01-01 booking"}
   * @return the quote
   * @throws IllegalArgumentException if the text has another form or a part is not valid
   */
  public static RateQuote parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw unreadable(text, null);
    }
    try {
      return new RateQuote(
          RateKind.parse(parts.group(5)),
          parts.group(1),
          parts.group(3),
          new BigDecimal(parts.group(2)),
          LocalDate.parse(parts.group(4)));
    } catch (NumberFormatException | DateTimeParseException e) {
      throw unreadable(text, e);
    }
  }

  private static IllegalArgumentException unreadable(String text, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "quote must look like \"1 USD = 1.39 AUD from 2026-01-01 booking\", but was \""
            + text
            + "\"",
        cause);
  }

  /** Returns the text that {@link #parse(String)} reads back. */
  @Override
  public String toString() {
    return "1 " + of + " = " + rate.toPlainString() + " " + in + " from " + from + " " + kind;
  }
}
