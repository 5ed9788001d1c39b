package dev.guidepost.core.record;

import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.style.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For how long a customer is bound, and what that comes to.
 *
 * <p>Two figures, which are often mixed up, follow from it. The <em>total contract value</em> is
 * all that is due over the term: what recurs and what is paid once. The <em>annual contract
 * value</em> is what recurs in twelve months, without what is paid once; of a term shorter than
 * twelve months it is what recurs in the term, as no more is agreed.
 *
 * <pre>{@code
 * Term term = new Term(LocalDate.of(2026, 7, 1), 36, Quantity.of(90_000), Quantity.of(5_000));
 * term.tcv();                              // 95000
 * term.acv(2, RoundingMode.HALF_EVEN);     // 30000
 * term.ends();                             // 2029-07-01
 * }</pre>
 *
 * @param starts the first day
 * @param months how many months, at least 1
 * @param recurring what recurs, over the whole term; not negative
 * @param once what is paid once; not negative
 */
public record Term(LocalDate starts, int months, Quantity recurring, Quantity once) {

  private static final int YEAR = 12;

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,10}) months from (\\S+), (\\S+) recurring, (\\S+) once");

  /**
   * Creates a term.
   *
   * @param starts the first day
   * @param months how many months
   * @param recurring what recurs, over the whole term
   * @param once what is paid once
   * @throws IllegalArgumentException if it has no month or a negative amount
   */
  public Term {
    Objects.requireNonNull(starts, "starts");
    if (months < 1) {
      throw new IllegalArgumentException("months must be at least 1, but were " + months);
    }
    if (recurring.signum() < 0 || once.signum() < 0) {
      throw new IllegalArgumentException(
          "amounts of a term must not be negative, but were " + recurring + ", " + once);
    }
  }

  /**
   * Returns the day from which on the customer is no longer bound.
   *
   * @return the day after the last one; the first of these months' days, or the last day of a
   *     shorter month, as {@link LocalDate#plusMonths(long)} has it
   */
  public LocalDate ends() {
    return starts.plusMonths(months);
  }

  /**
   * Returns the total contract value.
   *
   * @return what recurs over the whole term and what is paid once, exactly
   * @throws ArithmeticException if it does not fit 64 bits
   */
  public Quantity tcv() {
    return recurring.plus(once);
  }

  /**
   * Returns the annual contract value.
   *
   * @param decimals the number of decimals of the result, 0 to {@value Quantity#MAX_SCALE}
   * @param rounding how to round
   * @return what recurs, times 12 over the months of the term, or over 12 if it has fewer; without
   *     what is paid once
   * @throws IllegalArgumentException if {@code decimals} is out of bounds
   * @throws ArithmeticException if the rounding is {@link RoundingMode#UNNECESSARY} but digits
   *     would be lost
   */
  public Quantity acv(int decimals, RoundingMode rounding) {
    BigDecimal yearly = recurring.toBigDecimal().multiply(BigDecimal.valueOf(YEAR));
    if (decimals < 0 || decimals > Quantity.MAX_SCALE) {
      throw new IllegalArgumentException(
          "decimals must be 0 to " + Quantity.MAX_SCALE + ", but was " + decimals);
    }
    return Quantity.of(
        yearly.divide(BigDecimal.valueOf(Math.max(YEAR, months)), decimals, rounding));
  }

  /**
   * Returns the term of a text.
   *
   * @param text such as {@code "36 months from 2026-07-01, 90000 recurring, 5000 once"}
   * @return the term
   * @throws IllegalArgumentException if it has another form, or what it says cannot be
   */
  public static Term parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "term must look like \"36 months from 2026-07-01, 90000 recurring, 5000 once\", but was"
              + " \""
              + text
              + "\"");
    }
    long months = Long.parseLong(matcher.group(1));
    if (months > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "months must be at most " + Integer.MAX_VALUE + ", but were " + months);
    }
    return new Term(
        Words.day("first day of the term", matcher.group(2)),
        (int) months,
        Quantity.parse(matcher.group(3)),
        Quantity.parse(matcher.group(4)));
  }

  /**
   * Returns such as {@code "36 months from 2026-07-01, 90000 recurring, 5000 once"}, which {@link
   * #parse(String)} reads back.
   */
  @Override
  public String toString() {
    return months + " months from " + starts + ", " + recurring + " recurring, " + once + " once";
  }
}
