package dev.guidepost.core.id;

/**
 * Names one person by the key the source system has for that person.
 *
 * <p>A person keeps the id through every change of name, role or team, so that the record of the
 * past stays theirs.
 *
 * <pre>{@code
 * PersonId ana = PersonId.of("ana");
 * ana.toString(); // "ana"
 * PersonId.of(ana.toString()).equals(ana); // true
 * }</pre>
 *
 * @param value the key: 1 to 200 characters, no white space at either end, no control characters,
 *     case-sensitive
 */
public record PersonId(String value) implements PartyId {
  /**
   * Creates an id and checks its value.
   *
   * @param value the key
   * @throws NullPointerException if the value is null
   * @throws IllegalArgumentException if the value is blank, longer than 200 characters, starts or
   *     ends with white space, or holds a control character
   */
  public PersonId {
    Ids.check("PersonId", value);
  }

  /**
   * Returns the id with this value.
   *
   * @param value the key, for instance {@code "ana"}
   * @return the id
   * @throws NullPointerException if the value is null
   * @throws IllegalArgumentException if the value is blank, longer than 200 characters, starts or
   *     ends with white space, or holds a control character
   */
  public static PersonId of(String value) {
    return new PersonId(value);
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
