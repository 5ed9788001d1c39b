package dev.guidepost.rollup.variance;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.org.Membership;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where participants stand in one period of a cube, by effective date. */
final class Standing {

  private final Organisation organisation;
  private final Optional<LocalDate> organisedOn;
  private final Period period;

  Standing(Cube cube, Period period) {
    this.organisation = cube.organisation();
    this.organisedOn = cube.organisedOn();
    this.period = period;
  }

  /** Returns the units in which something of a participant counts on a day, the root first. */
  List<UnitId> path(PartyId party, LocalDate day) {
    PartyId placed = organisation.contains(party) ? party : Organisation.UNASSIGNED;
    return organisation.path(placed, organisedOn.orElse(day));
  }

  /** Tells whether the organisation says where a participant stands, at whatever date. */
  boolean knows(PartyId party) {
    return !(party instanceof PersonId person)
        || (organisation.contains(person) && !organisation.memberships(person).isEmpty());
  }

  /** Tells whether a person is a member of a unit on any day; a unit always is. */
  boolean isMember(PartyId party) {
    return !(party instanceof PersonId person) || lastStay(person).isPresent();
  }

  /**
   * Returns the units in which a participant ends: the unit of the last stay in the period, also of
   * one who left before its end, as the tree is on its last day.
   */
  List<UnitId> home(PartyId party) {
    if (organisedOn.isEmpty() && party instanceof PersonId person) {
      UnitId unit = lastStay(person).map(Membership::unit).orElse(Organisation.UNASSIGNED);
      return path(unit, period.lastDay());
    }
    return path(party, period.lastDay());
  }

  private Optional<Membership> lastStay(PersonId person) {
    if (!organisation.contains(person)) {
      return Optional.empty();
    }
    return organisation.memberships(person).stream()
        .filter(stay -> stay.from().map(from -> from.isBefore(period.end())).orElse(true))
        .filter(stay -> stay.until().map(until -> until.isAfter(period.start())).orElse(true))
        .reduce((first, second) -> second);
  }
}
