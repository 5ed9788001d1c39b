package dev.guidepost.core.metric;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;

/**
 * Who records the snapshots of a metric, and is therefore missed without one; others count too
 * where they record any.
 */
public enum Reporter {
  /**
   * Each person for themselves, as open pipeline. Of a metric meant for some roles only, those
   * people who have recorded it at some time, as who has a role is not known.
   */
  PEOPLE,
  /**
   * Units for those who work there, as head count: those units that have recorded it at some time.
   * Where an organisation is known, a unit is missed only while somebody is in it or below it.
   */
  UNITS;

  /**
   * Tells whether a party is of the kind that records.
   *
   * @param party a person or a unit
   * @return true for people of {@link #PEOPLE} and for units of {@link #UNITS}
   */
  public boolean includes(PartyId party) {
    return (this == PEOPLE) == party instanceof PersonId;
  }
}
