package dev.guidepost.targets.plan;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.explain.TextTable;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.targets.outlook.Chances;
import dev.guidepost.targets.outlook.UnitOutlook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The plan of a team. Counts and expected values are the sums of its people's; the chance is not:
 * it is the convolution of what may come of each. As not everybody falls short at once, the team
 * needs less than the sum of what its people need for the same confidence each: that is the
 * cushion. People without a goal add what they won, what is live and what they usually create.
 *
 * @param unit the unit
 * @param outlook won, live and to create at the recent rate, with the chances of the unit's goal
 * @param review the day from which the plan runs
 * @param confidence the chance asked for, above 0 and below 1
 * @param plans the people's plans; unmodifiable
 * @param goals the sum of the people's goals; empty if nobody has one
 * @param chance the chance of that sum if everybody follows a plan for the own confidence, not
 *     bounded by best months, 0 to 1; empty if nobody has a goal
 * @param ownNeeds opportunities a week that people with a goal need, each for the own with the
 *     confidence; the best month where no number would do
 * @param need opportunities a week that the team needs for the sum of the goals with the same
 *     confidence, everybody with one in proportion; empty if the sum of the own needs is not
 *     enough, or nobody has a goal
 */
public record TeamPlan(
    UnitId unit,
    UnitOutlook outlook,
    LocalDate review,
    double confidence,
    List<Plan> plans,
    Optional<Quantity> goals,
    OptionalDouble chance,
    double ownNeeds,
    OptionalDouble need) {

  /**
   * Creates a plan; see {@link dev.guidepost.targets.planning.Planner#plan(UnitId)}.
   *
   * @param unit the unit
   * @param outlook won, live and to create at the recent rate
   * @param review the day from which the plan runs
   * @param confidence the chance asked for
   * @param plans the people's plans
   * @param goals the sum of the people's goals
   * @param chance the chance of that sum
   * @param ownNeeds opportunities a week that the people need
   * @param need opportunities a week that the team needs
   */
  public TeamPlan {
    plans = ImmutableList.copyOf(plans);
  }

  /**
   * Returns how many of a kind the team's people do in the week of the review.
   *
   * @param kind the kind
   * @return the sum of the people's counts
   */
  public long thisWeek(PlanLine.Kind kind) {
    return plans.stream().mapToLong(plan -> plan.thisWeek(kind)).sum();
  }

  /**
   * Returns how much less the team needs than its people for the same confidence each.
   *
   * @return opportunities a week, usually 0 or more; below 0 where less than an even chance is
   *     asked for; empty if the team's own needs are not enough, or nobody has a goal
   */
  public OptionalDouble cushion() {
    return need.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(ownNeeds - need.getAsDouble());
  }

  /**
   * Returns what is expected of the period if all plans are followed, person by person.
   *
   * @return won, live and to create of everybody, adding up
   */
  public Explanation explain() {
    List<Explanation.Part> parts = new ArrayList<>();
    for (Plan plan : plans) {
      PlanVersion own = plan.version();
      parts.add(
          new Explanation.Part(
              plan.name(),
              own.expected(),
              own.won().print()
                  + " won + "
                  + own.live().print()
                  + " live + "
                  + own.toCreate().print()
                  + " to create"));
    }
    return Explanation.of(outlook.name(), parts);
  }

  /** Returns goal, chance, need and cushion on one line. */
  @Override
  public String toString() {
    return outlook.name()
        + ": "
        + explain().total().print()
        + " expected with the plans, "
        + goals
            .map(
                sum ->
                    assumed(plans.stream().map(Plan::target))
                        + "goals of its people "
                        + sum.print())
            .orElse("no goals of its people")
        + own()
        + (chance.isEmpty() ? "" : "; " + needs(chance.getAsDouble()));
  }

  private String own() {
    return outlook
        .target()
        .flatMap(
            target ->
                outlook
                    .chances()
                    .map(
                        three ->
                            String.format(
                                Locale.ROOT,
                                "; own %sgoal %s %.0f %% with plan",
                                assumed(Stream.of(outlook.target())),
                                target.amount().print(),
                                three.withPlan() * 100)))
        .orElse("");
  }

  private String needs(double together) {
    String needed =
        need.isEmpty()
            ? "not enough for the team"
            : String.format(
                Locale.ROOT,
                "the team needs %.1f, cushion %.1f",
                need.getAsDouble(),
                ownNeeds - need.getAsDouble());
    return String.format(
        Locale.ROOT,
        "for %.0f %% each they need %.1f a week, together %.0f %%; %s",
        confidence * 100,
        ownNeeds,
        together * 100,
        needed);
  }

  private static String assumed(Stream<Optional<Target>> targets) {
    return targets
            .flatMap(Optional::stream)
            .anyMatch(target -> target.basis() instanceof Target.Assumed)
        ? "assumed "
        : "";
  }

  /**
   * Returns the team and its people as a table, by name, not ranked.
   *
   * @return the lines, each ending in {@code \n}
   */
  public String print() {
    TextTable.Builder table =
        TextTable.builder(
            outlook.name(),
            ">create+seed",
            ">meet",
            ">advance",
            ">decide",
            ">expected",
            ">goal",
            ">with plan");
    for (Plan plan : plans) {
      table.row(
          plan.name(),
          "" + (plan.thisWeek(PlanLine.Kind.CREATE) + plan.thisWeek(PlanLine.Kind.SEED)),
          "" + plan.thisWeek(PlanLine.Kind.MEET),
          "" + plan.thisWeek(PlanLine.Kind.ADVANCE),
          "" + plan.thisWeek(PlanLine.Kind.DECIDE),
          plan.version().expected().print(),
          plan.version().target().map(Quantity::print).orElse("-"),
          percent(plan.chances()));
    }
    table.row(
        "together",
        "" + (thisWeek(PlanLine.Kind.CREATE) + thisWeek(PlanLine.Kind.SEED)),
        "" + thisWeek(PlanLine.Kind.MEET),
        "" + thisWeek(PlanLine.Kind.ADVANCE),
        "" + thisWeek(PlanLine.Kind.DECIDE),
        explain().total().print(),
        goals.map(Quantity::print).orElse("-"),
        "");
    return table.build() + this.toString() + "\n";
  }

  private static String percent(Optional<Chances> chances) {
    return chances
        .map(three -> String.format(Locale.ROOT, "%.0f %%", three.withPlan() * 100))
        .orElse("-");
  }
}
