package dev.guidepost.core.people;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.time.DayFunction;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How far people have grown into their roles. Where rows contradict each other, each day goes by
 * the most cautious of them: a contradiction must not make anybody a full hand.
 */
record Ramping(Map<RoleId, Timeline<Role>> roles) {

  /** The share of full productivity; 1 where the role or its first day is not known. */
  double share(Person person, DayFunction works, LocalDate day) {
    Optional<Dated<PersonId>> stay = person.employments().part(day);
    double share = 1;
    for (RoleId id : stay.isEmpty() ? List.<RoleId>of() : person.roles().claimed(day)) {
      long first = Math.max(stay.get().first(), person.roles().since(id, day));
      if (first != Long.MIN_VALUE) {
        for (Ramp ramp : ramps(id, day)) {
          share = Math.min(share, ramp.from(LocalDate.ofEpochDay(first), works).on(day));
        }
      }
    }
    return share;
  }

  private List<Ramp> ramps(RoleId role, LocalDate day) {
    Timeline<Role> versions = roles.get(role);
    return versions == null
        ? List.of()
        : versions.claimed(day).stream().map(Role::ramp).distinct().toList();
  }

  /** Where the roles that are claimed at once have different ramps. */
  List<Finding> findings(Person person) {
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    for (Dated<List<RoleId>> clash : person.roles().clashes()) {
      LocalDate day =
          clash.from().or(() -> clash.until().map(end -> end.minusDays(1))).orElse(LocalDate.EPOCH);
      if (clash.value().stream().flatMap(id -> ramps(id, day).stream()).distinct().count() > 1) {
        String claimed =
            clash.value().stream().map(RoleId::value).collect(Collectors.joining(" and "));
        findings.add(
            new Finding(
                person.id().value(),
                "ramp is the slowest of " + claimed + " on each day",
                clash.from(),
                clash.until()));
      }
    }
    return findings.build();
  }
}
