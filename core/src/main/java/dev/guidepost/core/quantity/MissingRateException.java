package dev.guidepost.core.quantity;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rate of exchange was needed and none was good: none was published by that day, or the last one
 * is too old.
 *
 * <p>{@link #lastPublished()} tells the two apart: empty means that the rate is missing, a day
 * means that the rate of that day is stale.
 */
public final class MissingRateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The currency that was to be converted. */
  private final String from;

  /** The currency that was wanted. */
  private final String to;

  /** The currency whose rate is missing or stale. */
  private final String currency;

  /** The kind of rate that was asked for. */
  private final RateKind kind;

  /** The day whose rate was asked for. */
  private final LocalDate day;

  /** The start of the last rate up to that day; null if there is none. */
  private final @Nullable LocalDate lastPublished;

  /** How many conversions need the rate. */
  private final long conversions;

  MissingRateException(
      String from,
      String to,
      String currency,
      RateKind kind,
      LocalDate day,
      @Nullable LocalDate lastPublished,
      long conversions) {
    super(message(from, to, currency, kind, day, lastPublished, conversions));
    this.from = from;
    this.to = to;
    this.currency = currency;
    this.kind = kind;
    this.day = day;
    this.lastPublished = lastPublished;
    this.conversions = conversions;
  }

  private static String message(
      String from,
      String to,
      String currency,
      RateKind kind,
      LocalDate day,
      @Nullable LocalDate lastPublished,
      long conversions) {
    return kind
        + " rate of "
        + currency
        + " must be known to convert "
        + from
        + " to "
        + to
        + " on "
        + day
        + (lastPublished == null
            ? ", but none was published by then"
            : ", but the last one, of " + lastPublished + ", is stale")
        + (conversions == 1 ? "" : " (" + conversions + " conversions)");
  }

  /**
   * Returns the same finding for a number of conversions, such as the facts of a ledger that need
   * the rate.
   *
   * @param count how many conversions need the rate, at least 1
   * @return an exception that names the count
   * @throws IllegalArgumentException if the count is below 1
   */
  public MissingRateException forConversions(long count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, but was " + count);
    }
    return new MissingRateException(from, to, currency, kind, day, lastPublished, count);
  }

  /**
   * Returns the currency that was to be converted.
   *
   * @return its code
   */
  public String from() {
    return from;
  }

  /**
   * Returns the currency that was wanted.
   *
   * @return its code
   */
  public String to() {
    return to;
  }

  /**
   * Returns the currency whose rate against the base is missing or stale: one of the two.
   *
   * @return its code
   */
  public String currency() {
    return currency;
  }

  /**
   * Returns the kind of rate that was asked for.
   *
   * @return the kind
   */
  public RateKind kind() {
    return kind;
  }

  /**
   * Returns the day whose rate was asked for.
   *
   * @return the day
   */
  public LocalDate day() {
    return day;
  }

  /**
   * Returns the start of the last rate published up to that day.
   *
   * @return the day of the stale rate, empty if there is none at all
   */
  public Optional<LocalDate> lastPublished() {
    return Optional.ofNullable(lastPublished);
  }

  /**
   * Returns how many conversions need the rate.
   *
   * @return the count, 1 unless said otherwise
   */
  public long conversions() {
    return conversions;
  }
}
