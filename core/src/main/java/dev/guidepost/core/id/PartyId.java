package dev.guidepost.core.id;

/**
 * Names whoever can own a number: one person or a unit of people.
 *
 * <p>A person and a unit are never equal, even with the same value. The order is by value as {@link
 * String#compareTo(String)} has it, and at the same value units come before people; it agrees with
 * {@code equals}.
 *
 * <pre>{@code
 * PartyId owner = PersonId.of("ana");
 * owner.value();                            // "ana"
 * owner.equals(UnitId.of("ana"));           // false
 * owner.compareTo(UnitId.of("ana")) > 0;    // true: the unit first
 * }</pre>
 */
public sealed interface PartyId extends Comparable<PartyId> permits PersonId, UnitId {
  /**
   * Returns the key of the party in its source system.
   *
   * @return the value: 1 to 200 characters, no white space at either end, no control characters
   */
  String value();

  /**
   * Compares by value, then units before people.
   *
   * @param other the party to compare with
   * @return a negative number, zero or a positive number as this party comes before, is equal to or
   *     comes after the other
   * @throws NullPointerException if the other party is null
   */
  @Override
  default int compareTo(PartyId other) {
    int byValue = value().compareTo(other.value());
    return byValue != 0
        ? byValue
        : Boolean.compare(this instanceof PersonId, other instanceof PersonId);
  }
}
