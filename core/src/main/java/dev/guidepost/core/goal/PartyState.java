package dev.guidepost.core.goal;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import java.util.List;
import java.util.Optional;

/**
 * What a host keeps of a person or unit.
 *
 * @param kind {@code "person"} or {@code "unit"}
 * @param id its id
 */
public record PartyState(String kind, String id) {

  private static final String PERSON = "person";
  private static final String UNIT = "unit";

  /**
   * Returns the state of a person or unit.
   *
   * @param party the person or unit
   * @return the state
   */
  public static PartyState of(PartyId party) {
    return new PartyState(party instanceof PersonId ? PERSON : UNIT, party.value());
  }

  /**
   * Returns the person or unit.
   *
   * @return the person or unit
   * @throws IllegalArgumentException if the id is none, or nobody said whether it is a person or a
   *     unit
   */
  public PartyId read() {
    if (PERSON.equals(kind)) {
      return PersonId.of(id);
    }
    if (!UNIT.equals(kind)) {
      throw new IllegalArgumentException(
          "kind of " + id + " must be \"person\" or \"unit\", but was \"" + kind + "\"");
    }
    return UnitId.of(id);
  }

  /** Returns what a list of at most one holds. */
  static <T> Optional<T> one(String what, List<T> kept) {
    if (kept.size() > 1) {
      throw new IllegalArgumentException(
          what + " must be kept at most once, but was " + kept.size() + " times");
    }
    return kept.stream().findFirst();
  }
}
