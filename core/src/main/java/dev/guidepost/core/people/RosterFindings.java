package dev.guidepost.core.people;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.RoleId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** What the rows of a roster say that cannot be right, or do not say. */
final class RosterFindings {

  private final Map<RoleId, Timeline<Role>> roles;
  private final List<Person> people;

  RosterFindings(Map<RoleId, Timeline<Role>> roles, List<Person> people) {
    this.roles = roles;
    this.people = people;
  }

  List<Finding> all() {
    ImmutableList.Builder<Finding> all = ImmutableList.builder();
    roles.forEach((id, versions) -> all.addAll(Finding.clashes(id, "definition", versions)));
    for (Person person : people) {
      all.addAll(Finding.clashes(person.id(), "role", person.roles()));
      all.addAll(new Ramping(roles).findings(person));
      all.addAll(gaps(person));
    }
    return all.build();
  }

  /** The stretches on which a person is employed without a role that is defined. */
  private List<Finding> gaps(Person person) {
    List<Finding> gaps = new ArrayList<>();
    for (Dated<?> stay : person.employments().parts()) {
      NavigableSet<Long> changes = new TreeSet<>(List.of(stay.first(), stay.end()));
      addChanges(changes, person.roles(), stay);
      for (Dated<RoleId> part : person.roles().parts()) {
        Optional.ofNullable(roles.get(part.value())).ifPresent(h -> addChanges(changes, h, stay));
      }
      for (Long from : changes.headSet(stay.end())) {
        String problem = problem(person, day(from, changes));
        if (!problem.isEmpty()) {
          add(
              gaps,
              new Finding(person.id().value(), problem, day(from), day(changes.higher(from))));
        }
      }
    }
    return gaps;
  }

  private static void addChanges(NavigableSet<Long> changes, Timeline<?> history, Dated<?> within) {
    List<Dated<?>> parts = new ArrayList<>(history.parts());
    parts.addAll(history.clashes());
    for (Dated<?> part : parts) {
      for (long change : new long[] {part.first(), part.end()}) {
        if (change > within.first() && change < within.end()) {
          changes.add(change);
        }
      }
    }
  }

  /** A day of the stretch that begins here. */
  private static LocalDate day(Long from, NavigableSet<Long> changes) {
    if (from != Long.MIN_VALUE) {
      return LocalDate.ofEpochDay(from);
    }
    Long end = changes.higher(from);
    return end == null || end == Long.MAX_VALUE
        ? LocalDate.EPOCH
        : LocalDate.ofEpochDay(end).minusDays(1);
  }

  private static Optional<LocalDate> day(Long change) {
    return change == null || change == Long.MIN_VALUE || change == Long.MAX_VALUE
        ? Optional.empty()
        : Optional.of(LocalDate.ofEpochDay(change));
  }

  private String problem(Person person, LocalDate day) {
    Optional<RoleId> role = person.roles().at(day);
    if (role.isPresent()) {
      Timeline<Role> versions = roles.get(role.get());
      return versions == null || versions.at(day).isEmpty()
          ? "role " + role.get() + " is not defined"
          : "";
    }
    return person.roles().clash(day).isPresent() ? "" : "is employed without a role";
  }

  private static void add(List<Finding> gaps, Finding next) {
    Finding last = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
    if (last != null
        && last.problem().equals(next.problem())
        && last.until().isPresent()
        && last.until().equals(next.from())) {
      gaps.set(
          gaps.size() - 1, new Finding(last.subject(), last.problem(), last.from(), next.until()));
    } else {
      gaps.add(next);
    }
  }
}
