package dev.guidepost.core.id;

/**
 * Names a deal, one opportunity to sell, by the key its source system has for it.
 *
 * <p>A deal is credited to people but owns no numbers of its own, so it is no {@link PartyId}.
 *
 * <pre>{@code
 * DealId orbit = DealId.of("006-7731");
 * orbit.toString(); // "006-7731"
 * DealId.of(orbit.toString()).equals(orbit); // true
 * }</pre>
 *
 * @param value the key: 1 to 200 characters, no white space at either end, no control characters,
 *     case-sensitive
 */
public record DealId(String value) implements Comparable<DealId> {
  /**
   * Creates an id and checks its value.
   *
   * @param value the key
   * @throws NullPointerException if the value is null
   * @throws IllegalArgumentException if the value is blank, longer than 200 characters, starts or
   *     ends with white space, or holds a control character
   */
  public DealId {
    Ids.check("DealId", value);
  }

  /**
   * Returns the id with this value.
   *
   * @param value the key, for instance {@code "006-7731"}
   * @return the id
   * @throws NullPointerException if the value is null
   * @throws IllegalArgumentException if the value is blank, longer than 200 characters, starts or
   *     ends with white space, or holds a control character
   */
  public static DealId of(String value) {
    return new DealId(value);
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
  public int compareTo(DealId other) {
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
