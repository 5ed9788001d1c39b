package dev.guidepost.examples.source;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.agreement.Agreements;
import dev.guidepost.core.agreement.Miss;
import dev.guidepost.core.goal.GoalTree;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.people.Roster;
import dev.guidepost.core.quantity.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What people of a company are there for and said to each other, where a source knows it.
 *
 * @param roster who sells in which role, and when
 * @param goals strategies and the goals that serve them
 * @param targets the targets of people for periods that are not over
 * @param agreements what was proposed, countered and agreed
 * @param misses why commitments were missed, in the words of those who missed them; those of the
 *     last week on the morning of the review; unmodifiable
 * @param effort the hours that one of an activity takes, by activity; unmodifiable
 */
public record Arrangements(
    Roster roster,
    GoalTree goals,
    TargetBook targets,
    Agreements agreements,
    List<Miss> misses,
    Map<MetricId, Quantity> effort) {

  /** Copies list and map. */
  public Arrangements {
    Objects.requireNonNull(roster, "roster");
    Objects.requireNonNull(goals, "goals");
    Objects.requireNonNull(targets, "targets");
    Objects.requireNonNull(agreements, "agreements");
    misses = ImmutableList.copyOf(misses);
    effort = ImmutableMap.copyOf(effort);
  }
}
