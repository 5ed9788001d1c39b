package dev.guidepost.targets.plan;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.outlook.Chances;
import dev.guidepost.targets.rates.CreationRate;
import dev.guidepost.targets.reach.AccountsNeeded;
import dev.guidepost.targets.reach.GoalGap;
import dev.guidepost.targets.reach.NextPeriod;
import dev.guidepost.targets.reach.ServedGoal;
import dev.guidepost.targets.reach.Sourcing;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

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
 * @param pipeline the open deals that the person owns or shares in, each with the person's part
 * @param creation the person's recent rate of creation
 * @param plannedPerWeek opportunities to create a week for this goal, on average over the weeks in
 *     which that is still useful
 * @param neededPerWeek opportunities a week that the confidence asked for would take; empty if no
 *     number would do
 * @param why won, live, to create and the rest, adding up to the goal; empty without a goal
 * @param reason why there is no plan; empty if there is one
 * @param gap what the goal asks beyond the best month, and what would close it; empty if nothing
 * @param besides the person's other goals, served by the same plan or not; unmodifiable
 * @param sourcing who owes which opportunities of the week of the review; empty if no deal says
 *     where it came from; unmodifiable
 * @param next from when on new opportunities mostly count for the next period; empty if that is
 *     beyond the plan
 * @param accounts the wins by motion that what is left of the goal takes; empty without a goal or
 *     motions
 * @param version what is kept of it
 */
@Value.Builder
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
    String reason,
    Optional<GoalGap> gap,
    List<ServedGoal> besides,
    List<Sourcing> sourcing,
    Optional<NextPeriod> next,
    Optional<AccountsNeeded> accounts,
    PlanVersion version) {

  /**
   * Creates a plan; see {@link dev.guidepost.targets.planning.Planner}.
   *
   * @param person whose plan it is
   * @param name what people call the person
   * @param review the day from which the plan runs, the first of a week
   * @param period the period of the goal
   * @param target the goal
   * @param chances how likely the goal is
   * @param lines what to do
   * @param pipeline the open deals that the person owns or shares in, each with the person's part
   * @param creation the person's recent rate of creation
   * @param plannedPerWeek opportunities to create a week for this goal
   * @param neededPerWeek opportunities a week that the confidence asked for would take
   * @param why what adds up to the goal
   * @param reason why there is no plan
   * @param gap what the goal asks beyond the best month
   * @param besides the person's other goals
   * @param sourcing who owes which opportunities of the week of the review
   * @param next from when on new opportunities mostly count for the next period
   * @param accounts the wins by motion that what is left of the goal takes
   * @param version what is kept of it
   */
  public Plan {
    lines = ImmutableList.copyOf(lines);
    besides = ImmutableList.copyOf(besides);
    sourcing = ImmutableList.copyOf(sourcing);
    Objects.requireNonNull(version, "version");
  }

  /**
   * Starts a plan, such as one for a test: a {@code Planner} makes those that count.
   *
   * @return a builder; lists and what is optional may be left out
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Plan}; see {@link dev.guidepost.targets.planning.Planner}. */
  public static final class Builder extends PlanBuilder {
    Builder() {
      plannedPerWeek(0).reason("");
    }
  }

  /**
   * Returns what is expected of the period if the plan is followed, against the goal.
   *
   * @return won, live, to create, and what is missing or left over, adding up to the goal; without
   *     a goal to what is expected
   */
  public Explanation explain() {
    return why.orElseGet(
        () ->
            Explanation.of(
                period.label(),
                List.of(
                    new Explanation.Part("won", version.won(), "booked in " + period.label()),
                    new Explanation.Part("live", version.live(), "live deals, expected"),
                    new Explanation.Part(
                        "to create", version.toCreate(), "with the plan, expected"))));
  }

  /**
   * Tells what changed since an earlier plan, and why.
   *
   * @param earlier a plan of the same person and period, of the same day or an earlier one
   * @return the differences
   * @throws IllegalArgumentException if it is of another person or period, or of a later day
   */
  public PlanDiff diff(Plan earlier) {
    return version.diff(earlier.version);
  }

  /**
   * Returns the week of the review as people read it.
   *
   * @return at most seven lines
   */
  public PlanPage page() {
    return page(review);
  }

  /**
   * Returns a week as people read it.
   *
   * @param weekStart the first day of the week
   * @return at most seven lines; none if nothing is planned in that week
   */
  public PlanPage page(LocalDate weekStart) {
    return PlanPage.of(this, weekStart);
  }

  /**
   * Returns the whole page: this week in at most seven lines, then why, gap and other goals.
   *
   * @return the lines, each ending in {@code \n}
   */
  public String print() {
    return PlanPage.print(this);
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
    return text + String.format(Locale.ROOT, "; create %d (%s)", create, creation.pace());
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
