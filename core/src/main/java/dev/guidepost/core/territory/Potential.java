package dev.guidepost.core.territory;

import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.Objects;

/**
 * An estimate of how much an account could buy in 12 months, with its source and day.
 *
 * @param account the account
 * @param amount how much, 0 or more, in the currency of the territories
 * @param source who or what says so
 * @param on the day of the estimate, from which on it counts until there is a later one
 * @param group whether it is for the account with all that belong to it, instead of it alone
 */
public record Potential(
    AccountId account, Quantity amount, String source, LocalDate on, boolean group) {

  /**
   * Creates an estimate.
   *
   * @param account the account
   * @param amount how much
   * @param source who or what says so
   * @param on the day of the estimate
   * @param group whether it is for the account with all that belong to it
   * @throws IllegalArgumentException if the amount is negative or the source blank
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
  }

  /**
   * Returns an estimate for an account alone.
   *
   * @param account the account
   * @param amount how much
   * @param source who or what says so
   * @param on the day of the estimate
   * @return the estimate
   * @throws IllegalArgumentException if the amount is negative or the source blank
   */
  public static Potential of(AccountId account, Quantity amount, String source, LocalDate on) {
    return new Potential(account, amount, source, on, false);
  }

  /**
   * Returns an estimate for an account with all that belong to it. What those have an estimate of
   * their own for is not counted twice.
   *
   * @param account the account above
   * @param amount how much, for all of them
   * @param source who or what says so
   * @param on the day of the estimate
   * @return the estimate
   * @throws IllegalArgumentException if the amount is negative or the source blank
   */
  public static Potential ofGroup(AccountId account, Quantity amount, String source, LocalDate on) {
    return new Potential(account, amount, source, on, true);
  }

  /** Returns such as {@code "acme with those below: 500,000 by survey, 2026-01-15"}. */
  @Override
  public String toString() {
    return account
        + (group ? " with those below: " : ": ")
        + amount.print()
        + " by "
        + source
        + ", "
        + on;
  }
}
