package dev.guidepost.core.id;

/**
 * Names a place of work, such as a country, a state or an office, by the key its source system has
 * for it.
 *
 * <p>A place decides which weekdays are worked and which holidays are kept; where it lies in, such
 * as California in the United States, is not read out of the key.
 *
 * <pre>{@code
 * PlaceId california = PlaceId.of("US-CA");
 * california.toString(); // "US-CA"
 * PlaceId.of(california.toString()).equals(california); // true
 * }</pre>
 *
 * @param value the key: 1 to 200 characters, no white space at either end, no control characters,
 *     case-sensitive
 */
public record PlaceId(String value) implements Comparable<PlaceId> {
  /**
   * Creates an id and checks its value.
   *
   * @param value the key
   * @throws NullPointerException if the value is null
   * @throws IllegalArgumentException if the value is blank, longer than 200 characters, starts or
   *     ends with white space, or holds a control character
   */
  public PlaceId {
    Ids.check("PlaceId", value);
  }

  /**
   * Returns the id with this value.
   *
   * @param value the key, for instance {@code "US-CA"}
   * @return the id
   * @throws NullPointerException if the value is null
   * @throws IllegalArgumentException if the value is blank, longer than 200 characters, starts or
   *     ends with white space, or holds a control character
   */
  public static PlaceId of(String value) {
    return new PlaceId(value);
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
  public int compareTo(PlaceId other) {
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
