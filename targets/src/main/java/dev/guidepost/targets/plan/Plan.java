package dev.guidepost.targets.plan;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.rates.CreationRate;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one person should do from this week on, over the period plus one cycle, and why.
 *
 * <p>Named deals come before counts. Counts are whole; fractions are carried from week to week.
 * Never more than the person's best month is asked: what the goal would take beyond it is said in
 * {@link #neededPerWeek()}, to talk about.
 *
 * @param person whose plan it is
 * @param name what people call the person
 * @param review the day from which the plan runs, the first of a week
 * @param period the period of the goal
 * @param target the goal; empty if there is none
 * @param chances how likely the goal is; empty without a goal or without enough data
 * @param lines what to do, by week and kind; unmodifiable
 * @param pipeline the person's open deals
 * @param creation the person's recent rate of creation
 * @param plannedPerWeek opportunities to create a week for this goal, on average over the weeks in
 *     which that is still useful
 * @param neededPerWeek opportunities a week that the confidence asked for would take; empty if no
 *     number would do
 * @param why won, live, to create and the rest, adding up to the goal; empty without a goal
 * @param reason why there is no plan; empty if there is one
 */
public record Plan(
    PersonId person,
    String name,
    LocalDate review,
    Period period,
    Optional<Target> target,
    Optional<Chances> chances,
    List<PlanLine> lines,
    LivePipeline pipeline,
    CreationRate creation,
    double plannedPerWeek,
    Optional<Double> neededPerWeek,
    Optional<Explanation> why,
    String reason) {

  /**
   * Creates a plan; see {@link Planner}.
   *
   * @param person whose plan it is
   * @param name what people call the person
   * @param review the day from which the plan runs, the first of a week
   * @param period the period of the goal
   * @param target the goal
   * @param chances how likely the goal is
   * @param lines what to do
   * @param pipeline the person's open deals
   * @param creation the person's recent rate of creation
   * @param plannedPerWeek opportunities to create a week for this goal
   * @param neededPerWeek opportunities a week that the confidence asked for would take
   * @param why what adds up to the goal
   * @param reason why there is no plan
   */
  public Plan {
    lines = ImmutableList.copyOf(lines);
  }

  /**
   * Returns what to do in the week of the review.
   *
   * @return the lines of that week, in the order in which plans are read; unmodifiable
   */
  public List<PlanLine> thisWeek() {
    return lines.stream()
        .filter(line -> line.weekStart().equals(review))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns how many of a kind to do in the week of the review.
   *
   * @param kind the kind
   * @return the sum of the counts
   */
  public long thisWeek(PlanLine.Kind kind) {
    return thisWeek().stream().filter(line -> line.kind() == kind).mapToLong(PlanLine::count).sum();
  }

  /** Returns chances, named deals and counts of this week on one line. */
  @Override
  public String toString() {
    if (!reason.isEmpty()) {
      return reason;
    }
    String likely =
        chances
            .map(
                three ->
                    String.format(
                        Locale.ROOT,
                        "%.0f %% likely, %.0f %% with plan",
                        three.recentRate() * 100,
                        three.withPlan() * 100))
            .orElse("no goal");
    String text =
        likely + named("advance", PlanLine.Kind.ADVANCE) + named("decide", PlanLine.Kind.DECIDE);
    long create = thisWeek(PlanLine.Kind.CREATE) + thisWeek(PlanLine.Kind.SEED);
    return text
        + String.format(
            Locale.ROOT,
            "; create %d (usual %.1f, best %.1f)",
            create,
            creation.perWeek(),
            creation.bestMonthPerWeek());
  }

  private String named(String verb, PlanLine.Kind kind) {
    String subjects =
        thisWeek().stream()
            .filter(line -> line.kind() == kind)
            .map(PlanLine::subject)
            .collect(Collectors.joining(", "));
    return subjects.isEmpty() ? "" : "; " + verb + " " + subjects;
  }
}
