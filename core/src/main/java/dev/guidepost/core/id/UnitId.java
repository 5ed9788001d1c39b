package dev.guidepost.core.id;

/**
 * Names a unit of people, such as a team, a region or the whole company, by the key its source
 * system has for it.
 *
 * <p>A unit keeps the id when it is renamed or moves to another parent; what was where, and when,
 * is for the organisation to say.
 *
 * <pre>{@code
 * UnitId east = UnitId.of("east");
 * east.toString(); // "east"
 * UnitId.of(east.toString()).equals(east); // true
 * }</pre>
 *
 * @param value the key: 1 to 200 characters, no white space at either end, no control characters,
 *     case-sensitive
 */
public record UnitId(String value) implements PartyId {
  /**
   * Creates an id and checks its value.
   *
   * @param value the key
   * @throws NullPointerException if the value is null
   * @throws IllegalArgumentException if the value is blank, longer than 200 characters, starts or
   *     ends with white space, or holds a control character
   */
  public UnitId {
    Ids.check("UnitId", value);
  }

  /**
   * Returns the id with this value.
   *
   * @param value the key, for instance {@code "east"}
   * @return the id
   * @throws NullPointerException if the value is null
   * @throws IllegalArgumentException if the value is blank, longer than 200 characters, starts or
   *     ends with white space, or holds a control character
   */
  public static UnitId of(String value) {
    return new UnitId(value);
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
