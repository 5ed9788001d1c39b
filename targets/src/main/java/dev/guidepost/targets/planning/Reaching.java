package dev.guidepost.targets.planning;

import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.UnknownHolidaysException;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.funnel.NewDeals;
import dev.guidepost.targets.rates.PersonalRate;
import dev.guidepost.targets.reach.GapOption;
import dev.guidepost.targets.reach.GoalGap;
import dev.guidepost.targets.reach.Reach;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** What a number of opportunities a week is good for, and what else would reach the goal. */
final class Reaching {

  private static final int MOST_WEEKS = 26;
  private static final int MOST_DOUBLINGS = 10;
  private static final double MOST_ODDS = 1 << MOST_DOUBLINGS;
  private static final double FINE = 4;

  /** Into how many steps a doubling of odds is cut. */
  private static final int STEPS = 512;

  private final Evidence evidence;
  private final PersonForecast forecast;
  private final CreationPlan creation;
  private final double confidence;
  private final Quantity won;
  private final Optional<Quantity> target;
  private final NewDeals deals;

  Reaching(
      Evidence evidence,
      PersonForecast forecast,
      CreationPlan creation,
      double confidence,
      Quantity won,
      Optional<Quantity> target) {
    this.evidence = evidence;
    this.forecast = forecast;
    this.creation = creation;
    this.confidence = confidence;
    this.won = won;
    this.target = target;
    this.deals = forecast.newDeals(creation.grid(), creation.goal());
  }

  /** What a rate is good for, on the grid of the plan, so that both say the same of a rate. */
  Reach reach(double perWeek) {
    long[] counts = creation.counts(perWeek);
    Grid grid = grid(counts);
    AmountForecast amounts = forecast.withCreation(creation.grid(), counts);
    boolean goal = target.isPresent();
    double chance = amounts.chanceOfAtLeast(creation.goal());
    double supported =
        supported(
            counts, grid.equals(creation.grid()) ? amounts : forecast.withCreation(grid, counts));
    if (goal && chance >= confidence) {
      supported = Math.max(supported, creation.goal());
    } else if (goal) {
      supported = Math.min(supported, Math.nextDown(creation.goal()));
    }
    OptionalDouble odds = goal ? odds(counts, chance) : OptionalDouble.empty();
    double yield = shareWon(1);
    double size = evidence.sizes().mean(forecast.person());
    return new Reach(
        forecast.person(),
        evidence.period(),
        perWeek,
        Arrays.stream(counts).sum(),
        confidence,
        down(supported),
        goal ? OptionalDouble.of(chance) : OptionalDouble.empty(),
        yield,
        odds.isPresent() ? OptionalDouble.of(shareWon(odds.getAsDouble())) : OptionalDouble.empty(),
        size,
        goal && supported > 0
            ? OptionalDouble.of(Math.max(0, size * creation.goal() / supported))
            : OptionalDouble.empty());
  }

  /** What the goal asks beyond the best month; empty if it asks no more. */
  Optional<GoalGap> gap() {
    if (target.isEmpty() || creation.goal() <= 0) {
      return Optional.empty();
    }
    long[] counts = creation.counts(creation.cap());
    AmountForecast atBest = forecast.withCreation(creation.grid(), counts);
    double chance = atBest.chanceOfAtLeast(creation.goal());
    if (chance >= confidence) {
      return Optional.empty();
    }
    List<GapOption> options = new ArrayList<>();
    List<String> ruledOut = new ArrayList<>();
    time(options, ruledOut);
    OptionalDouble alone = creation.alone();
    OptionalDouble most = creation.search().mostPerWeek();
    help(alone, most, counts, options, ruledOut);
    Quantity lower = feasible(Math.min(supported(counts, atBest), creation.goal()), counts);
    if (lower.signum() > 0) {
      options.add(new GapOption.LowerTarget(lower, target.get()));
    } else {
      ruledOut.add("target: nothing is reached with that confidence");
    }
    double size = evidence.sizes().mean(forecast.person());
    OptionalDouble odds = odds(counts, chance);
    if (odds.isPresent()) {
      options.add(new GapOption.BetterYield(shareWon(1), shareWon(odds.getAsDouble())));
    } else {
      ruledOut.add(
          String.format(
              Locale.ROOT, "yield: not even if %.0f %% were won", shareWon(MOST_ODDS) * 100));
    }
    double left = lower.minus(won).toDouble();
    if (left > 0) {
      options.add(new GapOption.LargerDeals(size, size * creation.goal() / left));
    } else {
      ruledOut.add(
          String.format(
              Locale.ROOT,
              "size: to win anything at all is less than %.0f %% likely",
              confidence * 100));
    }
    return Optional.of(
        new GoalGap(
            confidence,
            creation.cap(),
            creation.cap() > forecast.creation().bestMonthPerWeek(),
            alone,
            most,
            chance,
            options,
            ruledOut));
  }

  /** What is won and what is supported, in whole units, rounded down: not a cent is promised. */
  private Quantity down(double supported) {
    return Quantity.of((long) Math.floor(won.toDouble() + supported + 1e-6));
  }

  /**
   * The target that a plan for it supports at the best month: at most an amount and what is won.
   */
  private Quantity feasible(double supported, long[] counts) {
    double cells = 1;
    for (double left = supported; left > 0; cells *= 2) {
      Quantity target = down(left);
      double goal = target.minus(won).toDouble();
      Grid grid = CreationPlan.grid(evidence, forecast, goal);
      if (goal <= 0
          || forecast.towards(forecast.newDeals(grid, goal), goal).applyAsDouble(counts)
              >= confidence) {
        return target;
      }
      left -= cells * grid.step();
    }
    return down(0);
  }

  private void help(
      OptionalDouble needed,
      OptionalDouble most,
      long[] best,
      List<GapOption> options,
      List<String> ruledOut) {
    if (needed.isEmpty()) {
      ruledOut.add("help: " + GoalGap.takes(confidence, needed, most));
      return;
    }
    long own = Arrays.stream(best).sum();
    long others = Arrays.stream(creation.counts(needed.getAsDouble())).sum() - own;
    if (others > 0) {
      options.add(new GapOption.Help(others, needed.getAsDouble() - creation.cap(), own));
    }
  }

  /** The smallest number of weeks more with which the best month, kept up, is enough. */
  private void time(List<GapOption> options, List<String> ruledOut) {
    int most = MOST_WEEKS;
    Optional<LaterEnd> later = Optional.empty();
    while (most > 0 && later.isEmpty()) {
      try {
        later = Optional.of(new LaterEnd(evidence, forecast, most, deals, creation.goal()));
      } catch (UnknownHolidaysException unknown) {
        most /= 2; // no further than the calendar is known
      }
    }
    IntPredicate enough =
        later
            .<IntPredicate>map(end -> more -> end.chance(more, creation.cap()) >= confidence)
            .orElse(more -> false);
    if (!enough.test(most)) {
      ruledOut.add(
          most == 0
              ? "time: holidays after the period are not known"
              : String.format(Locale.ROOT, "time: not within %d weeks more", most));
      return;
    }
    int weeks = smallest(most, enough);
    LocalDate until = evidence.period().lastDay().plusWeeks(weeks);
    options.add(new GapOption.MoreTime(until, weeks, forecast.weeksLeft()));
  }

  private static int smallest(int enough, IntPredicate reaches) {
    int low = 0;
    int high = enough;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (reaches.test(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /**
   * The smallest factor on the odds of winning in the end with which some counts are enough, in
   * small steps.
   *
   * @param asIs the chance of the goal as it is
   */
  private OptionalDouble odds(long[] counts, double asIs) {
    DoubleUnaryOperator byOdds = forecast.towardsByOdds(deals, creation.goal(), counts);
    IntToDoubleFunction better = steps -> byOdds.applyAsDouble(factor(steps));
    int low = 0;
    int high = 0;
    double below = asIs;
    double above = asIs;
    if (asIs >= confidence) {
      do {
        high = low;
        above = below;
        low -= STEPS;
        below = better.applyAsDouble(low);
      } while (low > -MOST_DOUBLINGS * STEPS && below >= confidence);
    } else {
      do {
        low = high;
        below = above;
        high += STEPS;
        above = better.applyAsDouble(high);
      } while (high < MOST_DOUBLINGS * STEPS && above < confidence);
      if (above < confidence) {
        return OptionalDouble.empty();
      }
    }
    boolean halve = false;
    while (high - low > 1) {
      int width = high - low;
      double share = halve ? 0.5 : (confidence - below) / (above - below);
      int next = Math.min(high - 1, Math.max(low + 1, low + (int) Math.round(share * width)));
      double chance = better.applyAsDouble(next);
      if (chance >= confidence) {
        high = next;
        above = chance;
      } else {
        low = next;
        below = chance;
      }
      halve = !halve && high - low > width / 2;
    }
    return OptionalDouble.of(factor(high));
  }

  private static double factor(int steps) {
    return Math.pow(2, (double) steps / STEPS);
  }

  /** The person's win yield, or the share won in the end, with other odds. */
  private double shareWon(double better) {
    double now =
        evidence
            .yields()
            .flatMap(rates -> rates.of(forecast.person()))
            .map(PersonalRate::mean)
            .orElseGet(forecast::eventualYield);
    return PersonForecast.moved(now, better);
  }

  /** The largest amount that is reached with the confidence, on a grid that tells deals apart. */
  private double supported(long[] counts, AmountForecast known) {
    double size = evidence.sizes().mean(forecast.person());
    AmountForecast amounts =
        known.grid().step() <= size / FINE
            ? known
            : forecast.withCreation(
                Grids.person(0, forecast.expected(counts), size, forecast::large), counts);
    double step = amounts.grid().step();
    int low = 0;
    int high = amounts.grid().cells();
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (amounts.chanceOfAtLeast(middle * step) >= confidence) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low * step;
  }

  /** The plan's own grid, unless more is expected than it was made for. */
  private Grid grid(long[] counts) {
    double size = evidence.sizes().mean(forecast.person());
    double expected = forecast.expected(counts);
    Grid own = creation.grid();
    return 2 * expected <= own.step() * own.cells()
        ? own
        : Grids.person(creation.goal(), expected, size, forecast::large);
  }
}
