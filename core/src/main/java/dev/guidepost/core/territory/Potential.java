package dev.guidepost.core.territory;

import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * An estimate of how much an account could buy in 12 months, with its source and day.
 *
 * <p>Estimates for an account alone, for it with all that belong to it, and for one product are
 * about different things: none of them replaces another. Of those about the same thing the latest
 * counts, whoever it is by; of two of one day the one that became known later.
 *
 * @param account the account
 * @param amount how much, 0 or more, in the currency of the territories
 * @param source who or what says so
 * @param on the day of the estimate, from which on it counts until there is a later one
 * @param group whether it is for the account with all that belong to it, instead of it alone
 * @param product the product it is for, as deals name it; empty if it is for all of them
 * @param known the day from whose end on it is on record, not before the day of the estimate
 */
public record Potential(
    AccountId account,
    Quantity amount,
    String source,
    LocalDate on,
    boolean group,
    Optional<String> product,
    LocalDate known) {

  /**
   * Creates an estimate.
   *
   * @param account the account
   * @param amount how much
   * @param source who or what says so
   * @param on the day of the estimate
   * @param group whether it is for the account with all that belong to it
   * @param product the product it is for
   * @param known the day from whose end on it is on record
   * @throws IllegalArgumentException if the amount is negative, the source or product blank, or it
   *     is known before its day
   */
  public Potential {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(on, "on");
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(
          "potential of " + account + " must not be negative, but was " + amount);
    }
    if (source.isBlank()) {
      throw new IllegalArgumentException("source of the potential of " + account + " must be said");
    }
    if (product.isPresent() && product.get().isBlank()) {
      throw new IllegalArgumentException(
          "product of the potential of " + account + " must not be blank");
    }
    if (known.isBefore(on)) {
      throw new IllegalArgumentException(
          "potential of " + account + " must not be known before " + on + ", but was on " + known);
    }
  }

  /**
   * Returns an estimate for an account alone, known on its day.
   *
   * @param account the account
   * @param amount how much
   * @param source who or what says so
   * @param on the day of the estimate
   * @return the estimate
   * @throws IllegalArgumentException if the amount is negative or the source blank
   */
  public static Potential of(AccountId account, Quantity amount, String source, LocalDate on) {
    return new Potential(account, amount, source, on, false, Optional.empty(), on);
  }

  /**
   * Returns an estimate for an account with all that belong to it, known on its day. What those
   * have an estimate of their own for is not counted twice.
   *
   * @param account the account above
   * @param amount how much, for all of them
   * @param source who or what says so
   * @param on the day of the estimate
   * @return the estimate
   * @throws IllegalArgumentException if the amount is negative or the source blank
   */
  public static Potential ofGroup(AccountId account, Quantity amount, String source, LocalDate on) {
    return new Potential(account, amount, source, on, true, Optional.empty(), on);
  }

  /**
   * Returns the estimate as one for a product only. It says nothing of what the account could buy
   * in all: it is held against what was bought of that product.
   *
   * @param only the product, as deals name it
   * @return the estimate
   * @throws IllegalArgumentException if the product is blank
   */
  public Potential forProduct(String only) {
    return new Potential(account, amount, source, on, group, Optional.of(only), known);
  }

  /**
   * Returns the estimate as one that came to be on record on another day.
   *
   * @param day the day from whose end on it is on record
   * @return the estimate
   * @throws IllegalArgumentException if the day is before that of the estimate
   */
  public Potential knownOn(LocalDate day) {
    return new Potential(account, amount, source, on, group, product, day);
  }

  /**
   * Returns such as {@code "acme with those below: 500,000 by survey, 2026-01-15"}, the product in
   * front of the amount and the day it was known behind its own, if that is another.
   */
  @Override
  public String toString() {
    return account
        + (group ? " with those below" : "")
        + product.map(only -> ", " + only).orElse("")
        + ": "
        + amount.print()
        + " by "
        + source
        + ", "
        + on
        + (known.equals(on) ? "" : ", known " + known);
  }
}
