package dev.guidepost.targets.rates;

import com.google.common.collect.ImmutableSortedMap;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.people.Roster;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who does the same job as whom: whose records say something about a colleague's rates.
 *
 * <p>A team often mixes people who sell from the desk and people who sell at the customer's. Pulled
 * towards their common average, the one would be thought to create too much and the other too
 * little. Where roles are known, people are therefore pooled with their peers across the company,
 * else with their team.
 *
 * <pre>{@code
 * Peers.byRole(roster, LocalDate.of(2026, 11, 2)).of(ana); // Optional[Field sales]
 * }</pre>
 *
 * @param groups what the group of each person is called; who is missing is pooled with the team;
 *     unmodifiable, in order of the ids
 */
public record Peers(Map<PersonId, String> groups) {

  /** No groups: everybody is pooled with the team. */
  public static final Peers TEAMS = new Peers(Map.of());

  /**
   * Creates groups.
   *
   * @param groups what the group of each person is called
   * @throws IllegalArgumentException if a name is blank
   */
  public Peers {
    groups.forEach(
        (person, group) -> {
          if (group.isBlank()) {
            throw new IllegalArgumentException(
                "group of " + person + " must not be blank, but was \"" + group + "\"");
          }
        });
    groups = ImmutableSortedMap.copyOf(groups);
  }

  /**
   * Groups people by their role.
   *
   * @param roster who has which role, and when
   * @param day the day
   * @return the groups, called as the roles are; without those who have no role on the day
   */
  public static Peers byRole(Roster roster, LocalDate day) {
    Map<PersonId, String> groups = new TreeMap<>();
    roster
        .people()
        .forEach(
            person ->
                roster
                    .role(person.id(), day)
                    .ifPresent(role -> groups.put(person.id(), role.label())));
    return new Peers(groups);
  }

  /**
   * Returns the group of a person.
   *
   * @param person the person
   * @return what the group is called; empty for one who is pooled with the team
   */
  public Optional<String> of(PersonId person) {
    return Optional.ofNullable(groups.get(person));
  }
}
