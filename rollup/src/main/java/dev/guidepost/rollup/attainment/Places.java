package dev.guidepost.rollup.attainment;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.org.Membership;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where a party stands for a period, so that its target counts once: organised on a date there; as
 * it was on the last day that is known of, and a leaver where he stood last, a joiner to come where
 * she begins.
 */
final class Places {

  private record Stay(PartyId party, Period period) {}

  private final Organisation organisation;
  private final Optional<LocalDate> organisedOn;
  private final LocalDate known;
  private final Optional<Dimension> placedBy;
  private final Map<Stay, List<UnitId>> found = new ConcurrentHashMap<>();

  Places(Cube cube, LocalDate known) {
    organisation = cube.organisation();
    organisedOn = cube.organisedOn();
    placedBy = cube.placedBy();
    this.known = known;
  }

  /** Returns the day that stands for a period. */
  LocalDate day(Period period) {
    LocalDate last = period.lastDay();
    LocalDate latest = known.isBefore(last) ? known : last;
    return organisedOn.orElse(latest.isBefore(period.start()) ? period.start() : latest);
  }

  /**
   * Tells why a party's target does not belong in this tree, if so: that of any unit of it does,
   * and where facts stand with people that of any person, a stranger's on {@link
   * Organisation#UNASSIGNED} as the stranger's facts are.
   */
  Optional<String> lacks(PartyId party) {
    if (party instanceof PersonId) {
      return placedBy.map(
          dimension -> "must be a unit, as facts are placed by " + dimension + ", but is a person");
    }
    return organisation.contains(party)
        ? Optional.empty()
        : Optional.of(
            "must be in this tree, or nobody can tell whether others have it in theirs, but is"
                + " not");
  }

  /** Returns the units above a party, the root first; none above the root. */
  List<UnitId> above(PartyId party, Period period) {
    return found.computeIfAbsent(new Stay(party, period), stay -> find(party, period));
  }

  private List<UnitId> find(PartyId party, Period period) {
    LocalDate day = day(period);
    if (!organisation.contains(party)) {
      return organisation.path(Organisation.UNASSIGNED, day);
    }
    if (party instanceof PersonId person) {
      return organisation.path(person, standing(person, period, day));
    }
    List<UnitId> path = organisation.path(party, day);
    return path.subList(0, path.size() - 1);
  }

  private LocalDate standing(PersonId person, Period period, LocalDate day) {
    if (organisedOn.isPresent() || organisation.unitOf(person, day).isPresent()) {
      return day;
    }
    Optional<LocalDate> before = Optional.empty();
    for (Membership stay : organisation.memberships(person)) {
      if (stay.from().map(day::isBefore).orElse(false)) {
        LocalDate joins = stay.from().orElseThrow();
        return before.orElse(period.contains(joins) ? joins : day);
      }
      before = stay.until().filter(period.start()::isBefore).map(end -> end.minusDays(1));
    }
    return before.orElse(day);
  }

  /** Returns the units in which, or below which, somebody stands. */
  Set<UnitId> staffed(Period period) {
    Set<UnitId> units = new HashSet<>();
    LocalDate day = day(period);
    for (PersonId person : organisation.people()) {
      units.addAll(organisation.path(person, day));
    }
    return units;
  }
}
