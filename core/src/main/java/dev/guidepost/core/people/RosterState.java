package dev.guidepost.core.people;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.time.Holidays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A roster to and from what a host keeps of it. */
final class RosterState {

  private RosterState() {}

  static Roster.State of(Roster roster) {
    List<Roster.RoleState> roles = new ArrayList<>();
    for (Timeline<Role> versions : roster.roles.values()) {
      for (Dated<Role> row : versions.rows()) {
        roles.add(
            new Roster.RoleState(
                row.value().state(), row.from().map(LocalDate::toString).orElse("")));
      }
    }
    List<Roster.PersonState> people = new ArrayList<>();
    List<Dated.State> employments = new ArrayList<>();
    List<Dated.State> inRole = new ArrayList<>();
    for (Person person : roster.people()) {
      people.add(new Roster.PersonState(person.id().value(), person.name()));
      person.employments().rows().forEach(row -> employments.add(row.state(person.id())));
      person.roles().rows().forEach(row -> inRole.add(row.state(person.id())));
    }
    return new Roster.State(roster.availability().state(), roles, people, employments, inRole);
  }

  static Roster roster(Roster.State state, Holidays holidays) {
    Roster.Builder builder =
        Roster.builder().availability(Availability.of(state.availability(), holidays));
    for (Roster.RoleState row : state.roles()) {
      Role role = Role.of(row.role());
      builder.role(Dated.of(new Dated.State(role.id().value(), "", row.from(), ""), text -> role));
    }
    state.people().forEach(person -> builder.person(PersonId.of(person.id()), person.name()));
    for (Dated.State row : state.employments()) {
      builder.employed(PersonId.of(row.subject()), Dated.of(row, PersonId::of));
    }
    for (Dated.State row : state.inRole()) {
      builder.inRole(PersonId.of(row.subject()), Dated.of(row, RoleId::of));
    }
    return builder.build();
  }
}
