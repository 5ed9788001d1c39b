package dev.guidepost.rollup.attainment;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The join said in the shortest way: day by day, fact by fact, target by target. */
record AttainmentModel(
    Organisation organisation,
    Optional<LocalDate> organisedOn,
    LocalDate known,
    Period period,
    List<Chance.Row> rows,
    List<Target> targets) {

  static Quantity sum(List<Quantity> amounts) {
    return amounts.stream().reduce(Quantity.ZERO, Quantity::plus);
  }

  /** The targets of an owner inside the period that count, the wider before those they hold. */
  List<Target> chosen(PartyId owner) {
    List<Target> chosen = new ArrayList<>();
    if (owner instanceof UnitId && !organisation.contains(owner)) {
      return chosen;
    }
    targets.stream()
        .filter(target -> target.owner().equals(owner))
        .filter(target -> !target.period().start().isBefore(period.start()))
        .filter(target -> !target.period().end().isAfter(period.end()))
        .sorted(
            Comparator.comparing((Target target) -> -target.period().days())
                .thenComparing(Target::key))
        .filter(target -> chosen.stream().noneMatch(other -> overlap(other, target)))
        .forEachOrdered(chosen::add);
    return chosen;
  }

  private static boolean overlap(Target one, Target other) {
    return one.period().start().isBefore(other.period().end())
        && other.period().start().isBefore(one.period().end());
  }

  boolean has(PartyId owner, LocalDate day) {
    return chosen(owner).stream().anyMatch(target -> target.period().contains(day));
  }

  boolean stands(PartyId party) {
    return !chosen(party).isEmpty()
        && (party instanceof PersonId
            || period.start().datesUntil(period.end()).allMatch(day -> has(party, day))
            || counting(target -> above(target).contains(party)).isEmpty());
  }

  List<Target> counting(Predicate<Target> some) {
    return targets.stream()
        .map(Target::owner)
        .distinct()
        .flatMap(owner -> chosen(owner).stream())
        .filter(some)
        .toList();
  }

  /** The units above the owner of a target. */
  List<UnitId> above(Target target) {
    Period of = target.period();
    LocalDate first = of.start();
    LocalDate last = known.isBefore(of.lastDay()) ? known : of.lastDay();
    LocalDate day = organisedOn.orElse(last.isBefore(first) ? first : last);
    PartyId owner = target.owner();
    if (!organisation.contains(owner)) {
      return organisation.path(Organisation.UNASSIGNED, day);
    }
    if (owner instanceof UnitId) {
      List<UnitId> path = organisation.path(owner, day);
      return path.subList(0, path.size() - 1);
    }
    PersonId person = (PersonId) owner;
    if (organisedOn.isEmpty()) {
      LocalDate from = day;
      while (!from.isBefore(first)) { // backwards, and then on
        if (organisation.unitOf(person, from).isPresent()) {
          return organisation.path(person, from);
        }
        from = from.minusDays(1);
      }
      for (LocalDate to = day; of.contains(to); to = to.plusDays(1)) {
        if (organisation.unitOf(person, to).isPresent()) {
          return organisation.path(person, to);
        }
      }
    }
    return organisation.path(person, day);
  }

  /** The targets that are added up at a unit. */
  List<Target> below(UnitId unit) {
    return counting(
        target -> {
          List<UnitId> path = above(target);
          int at = path.indexOf(unit);
          return at >= 0
              && path.subList(at + 1, path.size()).stream().noneMatch(this::stands)
              && stands(target.owner());
        });
  }

  List<UnitId> path(Chance.Row row) {
    LocalDate as = organisedOn.orElse(row.on());
    if (!organisation.contains(row.owner())) {
      return organisation.path(Organisation.UNASSIGNED, as);
    }
    return organisation.path(row.owner(), as);
  }

  List<Chance.Row> at(PartyId party) {
    return rows.stream()
        .filter(row -> period.contains(row.on()))
        .filter(row -> row.owner().equals(party) || path(row).contains(party))
        .toList();
  }

  /** Whether a fact counts at a unit against the targets below. */
  boolean counts(UnitId unit, Chance.Row row) {
    List<UnitId> path = path(row);
    for (UnitId below : path.subList(path.indexOf(unit) + 1, path.size())) {
      if (stands(below)) {
        return has(below, row.on());
      }
    }
    boolean owned = !path.contains(row.owner()) && !chosen(row.owner()).isEmpty();
    return owned
        ? has(row.owner(), row.on())
        : below(unit).stream().anyMatch(target -> target.period().contains(row.on()));
  }

  /** Whether nobody below a unit on the way of a fact has a target for its day. */
  boolean without(UnitId unit, Chance.Row row) {
    List<UnitId> path = path(row);
    List<PartyId> below = new ArrayList<>(path.subList(path.indexOf(unit) + 1, path.size()));
    if (!path.contains(row.owner())) {
      below.add(row.owner());
    }
    return below.stream().noneMatch(party -> stands(party) && has(party, row.on()));
  }
}
