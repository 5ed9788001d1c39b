package dev.guidepost.targets.planning;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Longs;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.pipeline.CreationNeed;
import dev.guidepost.targets.pipeline.CreationSearch;
import dev.guidepost.targets.pipeline.CreationWeek;
import dev.guidepost.targets.pipeline.WholeCounts;
import dev.guidepost.targets.rates.CreationRate;
import dev.guidepost.targets.reach.ServedGoal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How many opportunities to create in which week: for the person's goals while it is useful, and as
 * seeds for the next period. Without a goal, the person's usual rate in all weeks.
 *
 * @param goal what is still to be won in the period; 0 without a goal
 * @param grid the grid of amounts on which chances were computed
 * @param cap the best month, or the recent rate if that is higher: what is asked at most, a week
 * @param perWeek opportunities a week over the useful weeks, for the goal that takes most, capped
 * @param neededPerWeek what the confidence asked for would take; empty if no number would do
 * @param alone what bookings alone would take
 * @param search the weeks planned for; the chance is 0 in those that are not useful for this goal
 * @param usefulWeeks how many of the first weeks are useful for this goal
 * @param create whole counts a week for this goal
 * @param seed whole counts a week for the next period, on top
 * @param nextPerWeek opportunities a week that the next period needs for its goal
 * @param stays the goal of this period, if it is taken for the next as well
 * @param besides the person's other goals
 */
record CreationPlan(
    double goal,
    Grid grid,
    double cap,
    double perWeek,
    Optional<Double> neededPerWeek,
    OptionalDouble alone,
    CreationSearch search,
    int usefulWeeks,
    List<Long> create,
    List<Long> seed,
    double nextPerWeek,
    Optional<Quantity> stays,
    List<ServedGoal> besides) {

  private static final double QUARTER_WEEKS = 13;
  private static final long FAR_BEYOND = 10;
  private static final long MOST_DEALS = 5_000;

  CreationPlan {
    create = ImmutableList.copyOf(create);
    seed = ImmutableList.copyOf(seed);
    besides = ImmutableList.copyOf(besides);
  }

  static CreationPlan search(
      Evidence evidence,
      PersonForecast forecast,
      Goals goals,
      Quantity won,
      double confidence,
      List<Period> weeks) {
    Optional<Target> target = goals.of(forecast.person());
    double goal = target.map(set -> set.amount().minus(won).toDouble()).orElse(0.0);
    double size = evidence.sizes().mean(forecast.person());
    Grid grid = grid(evidence, forecast, goal);
    CreationRate rate = forecast.creation();
    double cap = rate.mostPerWeek();
    int useful = forecast.usefulWeeks();
    CreationSearch search = search(evidence, forecast, weeks, useful, cap, confidence);
    double[] available = search.weeks().stream().mapToDouble(CreationWeek::exposure).toArray();
    CreationNeed need =
        search.search("the goal", forecast.towards(forecast.newDeals(grid, goal), goal));
    Optional<Double> neededPerWeek = rate(need);
    BesideGoals others = new BesideGoals(evidence, forecast, search);
    List<BesideGoals.Searched> besides = new ArrayList<>();
    for (Target other : goals.besides(forecast.person())) {
      BesideGoals.Searched one = others.search(other);
      besides.add(one);
      if (one.served()) {
        neededPerWeek = higher(neededPerWeek, one.neededPerWeek());
      }
    }
    double perWeek = Math.min(cap, neededPerWeek.orElse(cap));
    boolean none = target.isEmpty() && besides.stream().noneMatch(BesideGoals.Searched::served);
    if (none
        || (goal > 0
            && perWeek < rate.perWeek()
            && forecast.atRecentRate(grid).chanceOfAtLeast(goal) > confidence)) {
      // Without a goal, or where the usual rate reaches it: a plan asks for no less than usual.
      perWeek = Math.min(cap, rate.perWeek());
    }
    long[] create =
        Arrays.copyOf(WholeCounts.carried(perWeek, Arrays.copyOf(available, useful)), weeks.size());
    Optional<Target> nextGoal = goals.next(forecast.person());
    double next =
        nextGoal
            .or(() -> target)
            .map(set -> set.amount().toDouble())
            .filter(amount -> size > 0 && forecast.eventualYield() > 0)
            .map(amount -> amount / (size * forecast.eventualYield()) / QUARTER_WEEKS)
            .orElse(nextGoal.isEmpty() && target.isEmpty() ? rate.perWeek() : 0.0);
    long[] late =
        beside(create, WholeCounts.carried(late(besides, cap), inPeriod(available, forecast)));
    long[] seed =
        sum(late, beside(sum(create, late), WholeCounts.carried(Math.min(cap, next), available)));
    return new CreationPlan(
        goal,
        grid,
        cap,
        perWeek,
        neededPerWeek,
        need.perWeek(),
        search,
        useful,
        Longs.asList(create),
        Longs.asList(seed),
        next,
        nextGoal.isPresent() ? Optional.empty() : target.map(Target::amount),
        besides.stream().map(one -> one.with(sum(create, seed))).toList());
  }

  /** What goals take for which deals of any week count, in weeks that are of no other use. */
  private static double late(List<BesideGoals.Searched> besides, double cap) {
    return besides.stream()
        .filter(one -> one.served() && one.anyWeek())
        .mapToDouble(one -> Math.min(cap, one.neededPerWeek().orElse(cap)))
        .max()
        .orElse(0);
  }

  private static double[] inPeriod(double[] available, PersonForecast forecast) {
    return Arrays.copyOf(Arrays.copyOf(available, forecast.weeksLeft()), available.length);
  }

  private static long[] sum(long[] one, long[] other) {
    long[] sum = new long[one.length];
    Arrays.setAll(sum, i -> one[i] + other[i]);
    return sum;
  }

  /** The grid of amounts on which a plan for a goal stands. */
  static Grid grid(Evidence evidence, PersonForecast forecast, double goal) {
    return Grids.person(
        goal,
        forecast.expectedAtRecentRate(),
        evidence.sizes().mean(forecast.person()),
        forecast::large);
  }

  /** The weeks with what each is worth; what takes more than ten best months is out of reach. */
  private static CreationSearch search(
      Evidence evidence,
      PersonForecast forecast,
      List<Period> weeks,
      int useful,
      double cap,
      double confidence) {
    Exposure days = evidence.exposure(forecast.person());
    List<CreationWeek> worth = new ArrayList<>();
    double workable = 0;
    for (int w = 0; w < weeks.size(); w++) {
      double share = evidence.availability().share(forecast.person(), days, weeks.get(w));
      worth.add(new CreationWeek(weeks.get(w), share, w < useful ? forecast.meanChance(w) : 0));
      workable += w < useful ? share : 0;
    }
    long best = FAR_BEYOND * Math.max(useful, (long) Math.ceil(cap * workable));
    return CreationSearch.of(worth, confidence).upTo(Math.max(1, Math.min(MOST_DEALS, best)));
  }

  static Optional<Double> rate(CreationNeed need) {
    return need.perWeek().isPresent()
        ? Optional.of(need.perWeek().getAsDouble())
        : Optional.empty();
  }

  /** The higher of two rates; none if no number would do for either. */
  private static Optional<Double> higher(Optional<Double> one, Optional<Double> other) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(Math.max(one.get(), other.get()))
        : Optional.empty();
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

  /** Whole counts of another rate in the useful weeks. */
  long[] counts(double rate) {
    return WholeCounts.carried(
        rate,
        search.weeks().stream().limit(usefulWeeks).mapToDouble(CreationWeek::exposure).toArray());
  }

  /** Whether the goals ask for more than the best month. */
  boolean capped() {
    return neededPerWeek.isEmpty() || neededPerWeek.get() > perWeek + 1e-9;
  }

  /** Both together, a week. */
  long[] total() {
    return sum(Longs.toArray(create), Longs.toArray(seed));
  }

  /** The rate, a full week, that both together stand for in each week. */
  double[] totalPerWeek() {
    double[] total = new double[create.size()];
    for (int i = 0; i < total.length; i++) {
      total[i] = Math.max(i < usefulWeeks ? perWeek : 0, Math.min(cap, nextPerWeek));
    }
    return total;
  }
}
