package dev.guidepost.core.id;

/**
 * Names a territory, the accounts that one person looks after, by the key its source system has for
 * it.
 *
 * <p>A territory keeps the id when its accounts or the person who holds it change; it owns no
 * numbers of its own, so it is no {@link PartyId}.
 *
 * <pre>{@code
 * TerritoryId emea = TerritoryId.of("emea-03");
 * emea.toString(); // "emea-03"
 * TerritoryId.of(emea.toString()).equals(emea); // true
 * }</pre>
 *
 * @param value the key: 1 to 200 characters, no white space at either end, no control characters,
 *     case-sensitive
 */
public record TerritoryId(String value) implements Comparable<TerritoryId> {
  /**
   * Creates an id and checks its value.
   *
   * @param value the key
   * @throws NullPointerException if the value is null
   * @throws IllegalArgumentException if the value is blank, longer than 200 characters, starts or
   *     ends with white space, or holds a control character
   */
  public TerritoryId {
    Ids.check("TerritoryId", value);
  }

  /**
   * Returns the id with this value.
   *
   * @param value the key, for instance {@code "emea-03"}
   * @return the id
   * @throws NullPointerException if the value is null
   * @throws IllegalArgumentException if the value is blank, longer than 200 characters, starts or
   *     ends with white space, or holds a control character
   */
  public static TerritoryId of(String value) {
    return new TerritoryId(value);
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
  public int compareTo(TerritoryId other) {
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
