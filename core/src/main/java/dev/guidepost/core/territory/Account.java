package dev.guidepost.core.territory;

import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * An account as it stood on a day.
 *
 * @param id the id
 * @param name what people call it
 * @param on the day
 * @param parent the account it belonged to, such as its group
 * @param segment its segment
 * @param customerSince the day of its first win; empty while it is new
 * @param size its bookings over the 12 months up to and including the day, without those of
 *     accounts below it
 * @param installedBase all its bookings up to and including the day, as far back as the records go,
 *     without those of accounts below it
 */
public record Account(
    AccountId id,
    String name,
    LocalDate on,
    Optional<AccountId> parent,
    Optional<String> segment,
    Optional<LocalDate> customerSince,
    Quantity size,
    Quantity installedBase) {

  /**
   * Creates an account.
   *
   * @param id the id
   * @param name what people call it
   * @param on the day
   * @param parent the account it belonged to
   * @param segment its segment
   * @param customerSince the day of its first win
   * @param size its bookings over 12 months
   * @param installedBase all its bookings
   * @throws IllegalArgumentException if it is a customer since a later day
   */
  public Account {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(segment, "segment");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(installedBase, "installedBase");
    if (customerSince.map(on::isBefore).orElse(false)) {
      throw new IllegalArgumentException(
          "account "
              + id
              + " must not be a customer later than "
              + on
              + ", but was since "
              + customerSince.get());
    }
  }

  /**
   * Tells whether the account is still to be won.
   *
   * @return true until the day before its first win
   */
  public boolean isNew() {
    return customerSince.isEmpty();
  }

  /**
   * Returns such as {@code "Acme UK (acme-uk), mid, in acme, customer since 2026-03-02, 1,200"}.
   */
  @Override
  public String toString() {
    return name
        + " ("
        + id
        + ")"
        + segment.map(text -> ", " + text).orElse("")
        + parent.map(above -> ", in " + above).orElse("")
        + customerSince.map(day -> ", customer since " + day).orElse(", new")
        + ", "
        + size.print();
  }
}
