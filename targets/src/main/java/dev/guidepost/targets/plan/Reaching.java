package dev.guidepost.targets.plan;

import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.core.time.UnknownHolidaysException;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.pipeline.WholeCounts;
import dev.guidepost.targets.rates.PersonalRate;
import dev.guidepost.targets.reach.GapOption;
import dev.guidepost.targets.reach.GoalGap;
import dev.guidepost.targets.reach.Reach;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/** What a number of opportunities a week is good for, and what else would reach the goal. */
final class Reaching {

  private static final int MOST_WEEKS = 26;
  private static final double MOST_ODDS = 1024;
  private static final double FINE = 4;
  private static final int BISECTIONS = 8;

  private final Evidence evidence;
  private final PersonForecast forecast;
  private final CreationPlan creation;
  private final double confidence;
  private final Quantity won;
  private final Optional<Quantity> target;

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
  }

  /** What a rate is good for. */
  Reach reach(double perWeek) {
    long[] counts = creation.counts(perWeek);
    Grid grid = grid(counts);
    AmountForecast amounts = forecast.withCreation(grid, counts);
    double supported = supported(counts, amounts);
    boolean goal = target.isPresent();
    OptionalDouble odds = goal ? odds(grid, counts) : OptionalDouble.empty();
    double yield = shareWon(1);
    double size = evidence.sizes().mean(forecast.person());
    return new Reach(
        forecast.person(),
        evidence.period(),
        perWeek,
        Arrays.stream(counts).sum(),
        confidence,
        down(won, supported),
        goal ? OptionalDouble.of(amounts.chanceOfAtLeast(creation.goal())) : OptionalDouble.empty(),
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
    help(alone, counts, options, ruledOut);
    double supported = supported(counts, atBest);
    Quantity lower = down(won, supported);
    if (lower.signum() > 0) {
      options.add(new GapOption.LowerTarget(lower, target.get()));
    } else {
      ruledOut.add("target: nothing is reached with that confidence");
    }
    double size = evidence.sizes().mean(forecast.person());
    OptionalDouble odds = odds(creation.grid(), counts);
    if (odds.isPresent()) {
      options.add(new GapOption.BetterYield(shareWon(1), shareWon(odds.getAsDouble())));
    } else {
      ruledOut.add("yield: not even if every deal were won");
    }
    if (supported > 0) {
      options.add(new GapOption.LargerDeals(size, size * creation.goal() / supported));
    } else {
      ruledOut.add("size: as likely as not to win too few of any size");
    }
    return Optional.of(new GoalGap(confidence, creation.cap(), alone, chance, options, ruledOut));
  }

  /** What is won and what is supported, in whole units, rounded down: not a cent is promised. */
  private static Quantity down(Quantity won, double supported) {
    return won.plus(Quantity.of((long) Math.floor(supported))).round(0, RoundingMode.FLOOR);
  }

  private void help(
      OptionalDouble needed, long[] best, List<GapOption> options, List<String> ruledOut) {
    if (needed.isEmpty()) {
      ruledOut.add("help: no number of opportunities is enough in the weeks that are left");
      return;
    }
    long own = Arrays.stream(best).sum();
    long others = Arrays.stream(creation.counts(needed.getAsDouble())).sum() - own;
    if (others > 0) {
      options.add(new GapOption.Help(others, needed.getAsDouble() - creation.cap(), own));
    }
  }

  /** The smallest number of weeks more with which the best month is enough. */
  private void time(List<GapOption> options, List<String> ruledOut) {
    int most = MOST_WEEKS;
    boolean enough = false;
    while (most > 0 && !enough) {
      try {
        enough = later(most);
        break;
      } catch (UnknownHolidaysException unknown) {
        most /= 2; // no further than the calendar is known
      }
    }
    if (!enough) {
      ruledOut.add(
          most == 0
              ? "time: holidays after the period are not known"
              : String.format(Locale.ROOT, "time: not within %d weeks more", most));
      return;
    }
    int weeks = smallest(most, this::later);
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

  /** Whether the best month, kept up, is enough some weeks later. */
  private boolean later(int more) {
    LocalDate end = evidence.period().end().plusWeeks(more);
    List<Period> weeks = Weeks.between(evidence.calendar(), evidence.review(), end);
    PersonForecast longer =
        new PersonForecast(
            evidence, forecast.person(), Period.custom(evidence.period().start(), end), weeks);
    double[] available = new double[weeks.size()];
    for (int w = 0; w < available.length; w++) {
      available[w] = longer.available(w);
    }
    return longer
            .withCreation(creation.grid(), WholeCounts.carried(creation.cap(), available))
            .chanceOfAtLeast(creation.goal())
        >= confidence;
  }

  /** The smallest factor on the odds of winning with which some counts are enough. */
  private OptionalDouble odds(Grid grid, long[] counts) {
    double low = 1;
    double high = 1;
    if (enough(1, grid, counts)) {
      while (low > 1 / MOST_ODDS && enough(low / 2, grid, counts)) {
        low /= 2;
      }
      high = low;
      low /= 2;
    } else {
      while (!enough(2 * high, grid, counts)) {
        high *= 2;
        if (high >= MOST_ODDS) {
          return OptionalDouble.empty();
        }
      }
      low = high;
      high *= 2;
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = Math.sqrt(low * high);
      if (enough(middle, grid, counts)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return OptionalDouble.of(high);
  }

  private boolean enough(double better, Grid grid, long[] counts) {
    return forecast.creating(grid, better).apply(counts).chanceOfAtLeast(creation.goal())
        >= confidence;
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
            : forecast.withCreation(Planner.grid(0, forecast.expected(counts), size), counts);
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
        : Planner.grid(creation.goal(), expected, size);
  }
}
