package dev.guidepost.targets.planning;

import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.outlook.UnitOutlook;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.TeamPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** What a team needs for the sum of its people's goals, against what its people need each. */
final class TeamSearch {

  private static final int BISECTIONS = 7;

  private final List<Member> members;
  private final AmountForecast others;

  /** What each member brings by how many deals are opened each week. */
  private final List<Function<long[], AmountForecast>> creating;

  private final double confidence;
  private final Grid grid;
  private final double goal;

  /**
   * A person of the team.
   *
   * @param forecast what may come, as far as it counts for the team
   * @param grid the grid of amounts for it
   * @param creation what is planned
   * @param goal whether the person has one
   * @param won what is won already
   */
  record Member(
      PersonForecast forecast, Grid grid, CreationPlan creation, boolean goal, double won) {

    /** What the confidence takes of the person; the best month where no number would do. */
    double needed() {
      return goal ? creation.neededPerWeek().orElse(creation.cap()) : creation.perWeek();
    }

    /** What the sum of the goals still takes of the person; without a goal, what is won helps. */
    double left() {
      return goal ? creation.goal() : -won;
    }

    /** Whole counts at a share of the own need; without a goal, the person goes on as planned. */
    long[] counts(double share) {
      return creation.counts(goal ? share * needed() : needed());
    }
  }

  /**
   * Creates the search.
   *
   * @param others what the team has of live deals whose owners are no members
   * @param large what the team's live deals above an amount bring together
   */
  TeamSearch(
      List<Member> members,
      List<AmountForecast> others,
      double confidence,
      double size,
      DoubleUnaryOperator large) {
    this.members = members;
    this.creating =
        members.stream().map(member -> member.forecast().creating(member.grid())).toList();
    this.confidence = confidence;
    double sum = 0;
    double most = 0;
    for (Member member : members) {
      sum += member.left();
      most += member.forecast().expected(member.counts(1));
    }
    for (AmountForecast other : others) {
      most += other.mean();
    }
    this.goal = sum;
    this.grid = Grids.unit(Math.max(sum, most), size, large);
    AmountForecast all = AmountForecast.nothing(grid);
    for (AmountForecast other : others) {
      all = all.plus(other.onto(grid));
    }
    this.others = all;
  }

  /** The sum of what the own confidence takes of each person with a goal, a week. */
  double ownNeeds() {
    return members.stream().filter(Member::goal).mapToDouble(Member::needed).sum();
  }

  /** The chance of the sum of the goals if everybody creates a share of the own need. */
  double chance(double share) {
    AmountForecast all = others;
    for (int i = 0; i < members.size(); i++) {
      all = all.plus(creating.get(i).apply(members.get(i).counts(share)).onto(grid));
    }
    return all.chanceOfAtLeast(goal);
  }

  /**
   * What the team needs a week for the same confidence, everybody in proportion to the own need;
   * empty if the sum of the own needs is not enough.
   */
  OptionalDouble need() {
    if (goal <= 0 || chance(0) >= confidence) {
      return OptionalDouble.of(0);
    }
    double low = 0;
    double high = 1;
    if (chance(high) < confidence) {
      return OptionalDouble.empty();
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (chance(middle) >= confidence) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalDouble.of(high * ownNeeds());
  }

  /** The team's plan. */
  TeamPlan plan(UnitOutlook outlook, LocalDate review, List<Plan> plans) {
    Optional<Quantity> goals =
        plans.stream().flatMap(plan -> plan.version().target().stream()).reduce(Quantity::plus);
    return new TeamPlan(
        outlook.unit(),
        outlook,
        review,
        confidence,
        plans,
        goals,
        goals.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(chance(1)),
        ownNeeds(),
        goals.isEmpty() ? OptionalDouble.empty() : need());
  }
}
