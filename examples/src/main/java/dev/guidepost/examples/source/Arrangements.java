package dev.guidepost.examples.source;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.agreement.Agreements;
import dev.guidepost.core.agreement.Miss;
import dev.guidepost.core.agreement.Overrides;
import dev.guidepost.core.goal.GoalTree;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.people.Roster;
import dev.guidepost.core.practice.SalesProcess;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.territory.Survey;
import dev.guidepost.core.territory.Territories;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What people of a company are there for and said to each other, where a source knows it.
 *
 * @param roster who is there in which role, and when
 * @param goals strategies and the goals that serve them
 * @param targets the targets of people for periods that are not over
 * @param agreements what was proposed, countered and agreed
 * @param overrides forecasts that managers put in the place of computed ones
 * @param misses why commitments were missed, in the words of those who missed them; those of the
 *     last week on the morning of the review; unmodifiable
 * @param effort the hours that one of an activity takes, by activity; unmodifiable
 * @param territories who looks after which accounts, with segments and estimates of what there is
 *     to win
 * @param surveys how satisfied accounts are, asked and answered; unmodifiable
 * @param process whose stages the deals go through
 */
public record Arrangements(
    Roster roster,
    GoalTree goals,
    TargetBook targets,
    Agreements agreements,
    Overrides overrides,
    List<Miss> misses,
    Map<MetricId, Quantity> effort,
    Territories territories,
    List<Survey> surveys,
    SalesProcess process) {

  /** Copies lists and map. */
  public Arrangements {
    Objects.requireNonNull(roster, "roster");
    Objects.requireNonNull(goals, "goals");
    Objects.requireNonNull(targets, "targets");
    Objects.requireNonNull(agreements, "agreements");
    Objects.requireNonNull(overrides, "overrides");
    misses = ImmutableList.copyOf(misses);
    effort = ImmutableMap.copyOf(effort);
    Objects.requireNonNull(territories, "territories");
    surveys = ImmutableList.copyOf(surveys);
    Objects.requireNonNull(process, "process");
  }
}
