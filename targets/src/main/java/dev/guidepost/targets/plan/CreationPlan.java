package dev.guidepost.targets.plan;

import com.google.common.primitives.Longs;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.pipeline.WholeCounts;
import dev.guidepost.targets.rates.CreationRate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How many opportunities to create in which week: for this goal while it is useful, and as seeds
 * for the next period. Without a goal, the person's usual rate in all weeks.
 *
 * @param goal what is still to be won in the period; 0 without a goal
 * @param grid the grid of amounts on which chances were computed
 * @param perWeek opportunities a week for this goal over the useful weeks, capped at the best month
 * @param neededPerWeek what the confidence asked for would take; empty if no number would do
 * @param usefulWeeks how many of the first weeks are useful for this goal
 * @param create whole counts a week for this goal
 * @param seed whole counts a week for the next period, on top
 */
record CreationPlan(
    double goal,
    Grid grid,
    double perWeek,
    Optional<Double> neededPerWeek,
    int usefulWeeks,
    List<Long> create,
    List<Long> seed) {

  private static final double QUARTER_WEEKS = 13;
  private static final int FAR_BEYOND = 10;

  static CreationPlan search(
      Evidence evidence,
      PersonForecast forecast,
      Optional<Target> target,
      Quantity won,
      double confidence,
      List<Period> weeks) {
    double goal = target.map(set -> set.amount().minus(won).toDouble()).orElse(0.0);
    double size = evidence.sizes().mean(forecast.person());
    Grid grid = Planner.grid(goal, forecast.expectedAtRecentRate(), size);
    CreationRate rate = forecast.creation();
    double cap = Math.max(rate.bestMonthPerWeek(), rate.perWeek());
    int useful = forecast.usefulWeeks();
    Exposure days = evidence.exposure(forecast.person());
    double[] available =
        weeks.stream()
            .mapToDouble(week -> evidence.availability().share(forecast.person(), days, week))
            .toArray();
    double[] usefully = Arrays.copyOf(available, useful);
    double workable = workable(usefully);
    Optional<Long> needed =
        smallest(forecast, grid, goal, confidence, usefully, (long) Math.ceil(cap * workable));
    double neededPerWeek = needed.map(total -> workable == 0 ? 0 : total / workable).orElse(cap);
    double perWeek = Math.min(cap, neededPerWeek);
    if (target.isEmpty()
        || (goal > 0
            && perWeek < rate.perWeek()
            && forecast.atRecentRate(grid).chanceOfAtLeast(goal) > confidence)) {
      // Without a goal, or where the usual rate reaches it: a plan asks for no less than usual.
      perWeek = Math.min(cap, rate.perWeek());
    }
    long[] create = Arrays.copyOf(WholeCounts.carried(perWeek, usefully), weeks.size());
    double next =
        target
            .map(set -> set.amount().toDouble())
            .filter(amount -> size > 0 && forecast.eventualYield() > 0)
            .map(amount -> amount / (size * forecast.eventualYield()) / QUARTER_WEEKS)
            .orElse(target.isEmpty() ? rate.perWeek() : 0.0);
    long[] seed = beside(create, WholeCounts.carried(Math.min(cap, next), available));
    return new CreationPlan(
        goal,
        grid,
        perWeek,
        needed.map(total -> neededPerWeek),
        useful,
        Longs.asList(create),
        Longs.asList(seed));
  }

  /**
   * What is missing from some counts to others; one that came a week early counts, as the larger of
   * two carried counts week by week would drift above both rates.
   */
  private static long[] beside(long[] create, long[] wanted) {
    long[] seed = new long[wanted.length];
    long ahead = 0;
    for (int i = 0; i < seed.length; i++) {
      ahead += create[i] - wanted[i];
      seed[i] = Math.max(0, -ahead);
      ahead = Math.max(0, Math.min(1, ahead));
    }
    return seed;
  }

  private static Optional<Long> smallest(
      PersonForecast forecast,
      Grid grid,
      double goal,
      double confidence,
      double[] usefully,
      long cap) {
    long low = 0;
    long high = Math.max(1, cap);
    if (goal <= 0 || reaches(forecast, grid, goal, confidence, usefully, 0)) {
      return Optional.of(0L);
    }
    if (workable(usefully) == 0) {
      return Optional.empty();
    }
    long limit = FAR_BEYOND * Math.max(usefully.length, cap);
    while (!reaches(forecast, grid, goal, confidence, usefully, high)) {
      low = high;
      high *= 2;
      if (high > limit) {
        return Optional.empty();
      }
    }
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (reaches(forecast, grid, goal, confidence, usefully, middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Optional.of(high);
  }

  private static double workable(double[] available) {
    return Arrays.stream(available).sum();
  }

  private static boolean reaches(
      PersonForecast forecast,
      Grid grid,
      double goal,
      double confidence,
      double[] usefully,
      long total) {
    double workable = workable(usefully);
    long[] counts = workable == 0 ? new long[0] : WholeCounts.carried(total / workable, usefully);
    return forecast.withCreation(grid, counts).chanceOfAtLeast(goal) >= confidence;
  }

  /** Both together, a week. */
  long[] total() {
    long[] total = new long[create.size()];
    for (int i = 0; i < total.length; i++) {
      total[i] = create.get(i) + seed.get(i);
    }
    return total;
  }
}
