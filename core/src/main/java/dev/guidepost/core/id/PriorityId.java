package dev.guidepost.core.id;

/**
 * Names a priority of a strategy by the key its source system has for it.
 *
 * <pre>{@code
 * PriorityId priority = PriorityId.of("new-accounts");
 * PriorityId.of(priority.toString()).equals(priority); // true
 * }</pre>
 *
 * @param value the key: 1 to 200 characters, no white space at either end, no control characters,
 *     case-sensitive
 */
public record PriorityId(String value) implements Comparable<PriorityId> {
  /**
   * Creates an id and checks its value.
   *
   * @param value the key
   * @throws NullPointerException if the value is null
   * @throws IllegalArgumentException if the value is blank, longer than 200 characters, starts or
   *     ends with white space, or holds a control character
   */
  public PriorityId {
    Ids.check("PriorityId", value);
  }

  /**
   * Returns the id with this value.
   *
   * @param value the key, for instance {@code "new-accounts"}
   * @return the id
   * @throws NullPointerException if the value is null
   * @throws IllegalArgumentException if the value is blank, longer than 200 characters, starts or
   *     ends with white space, or holds a control character
   */
  public static PriorityId of(String value) {
    return new PriorityId(value);
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
  public int compareTo(PriorityId other) {
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
