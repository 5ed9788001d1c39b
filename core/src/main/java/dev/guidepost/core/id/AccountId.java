package dev.guidepost.core.id;

/**
 * Names an account, a customer or one to win, by the key its source system has for it.
 *
 * <p>An account owns deals and receives activities; it owns no numbers of its own, so it is no
 * {@link PartyId}.
 *
 * <pre>{@code
 * AccountId acme = AccountId.of("acme-0042");
 * acme.toString(); // "acme-0042"
 * AccountId.of(acme.toString()).equals(acme); // true
 * }</pre>
 *
 * @param value the key: 1 to 200 characters, no white space at either end, no control characters,
 *     case-sensitive
 */
public record AccountId(String value) implements Comparable<AccountId> {
  /**
   * Creates an id and checks its value.
   *
   * @param value the key
   * @throws NullPointerException if the value is null
   * @throws IllegalArgumentException if the value is blank, longer than 200 characters, starts or
   *     ends with white space, or holds a control character
   */
  public AccountId {
    Ids.check("AccountId", value);
  }

  /**
   * Returns the id with this value.
   *
   * @param value the key, for instance {@code "acme-0042"}
   * @return the id
   * @throws NullPointerException if the value is null
   * @throws IllegalArgumentException if the value is blank, longer than 200 characters, starts or
   *     ends with white space, or holds a control character
   */
  public static AccountId of(String value) {
    return new AccountId(value);
  }

  /**
   * Compares by value, as {@link String#compareTo(String)} does.
   *
   * @param other the id to compare with
   * @return a negative number, zero or a positive number as this id comes before, is equal to or
   *     comes after the other
   * @throws NullPointerException if the other id is null
   */
  @Override
  public int compareTo(AccountId other) {
    return value.compareTo(other.value);
  }

  /**
   * Returns the value alone, which {@link #of(String)} takes back.
   *
   * @return the value
   */
  @Override
  public String toString() {
    return value;
  }
}
