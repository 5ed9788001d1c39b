package dev.guidepost.targets.pipeline;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Longs;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.DealSizes;
import dev.guidepost.targets.funnel.NewDeals;
import dev.guidepost.targets.funnel.WinsForecast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;

/**
 * Looks for the smallest creation of opportunities a week that reaches a goal with a confidence.
 *
 * <p>The rate is that of a full week: a week of half the days takes half of it, and one in which a
 * deal can no longer be won in time takes none. Counts are whole and fractions are carried. As more
 * deals never make a goal less likely, the search is an integer bisection.
 *
 * <pre>{@code
 * CreationNeed need = CreationSearch.of(weeks, .80).forWins(open, 15);
 * need.perWeek();   // 8.0
 * need.counts();    // [8, 8, 8, ...]
 * }</pre>
 *
 * @param weeks the weeks in which deals can be created, in order; unmodifiable
 * @param confidence the chance to reach the goal, above 0 and below 1
 * @param parts how finely rates are tried: 1 for whole numbers a week, 10 for tenths
 * @param most how many deals in all are tried at most
 */
public record CreationSearch(List<CreationWeek> weeks, double confidence, int parts, long most) {

  /** How many times as much is tried next while it is not enough. */
  private static final int FASTER = 4;

  private static final int TENTHS = 10;
  private static final long MOST_DEALS = 5_000;

  /** For how many people a search may be at most. */
  private static final long MOST_PEOPLE = 1_000;

  /**
   * Creates a search.
   *
   * @param weeks the weeks in which deals can be created
   * @param confidence the chance to reach the goal
   * @param parts how finely rates are tried
   * @param most how many deals in all are tried at most, 1 to 5,000,000
   * @throws IllegalArgumentException if confidence, parts or the most are out of bounds
   */
  public CreationSearch {
    weeks = ImmutableList.copyOf(weeks);
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence must be above 0 and below 1, but was " + confidence);
    }
    if (parts < 1 || parts > 1000) {
      throw new IllegalArgumentException("parts must be 1 to 1000, but was " + parts);
    }
    if (most < 1 || most > MOST_PEOPLE * MOST_DEALS) {
      throw new IllegalArgumentException(
          "most deals must be 1 to " + MOST_PEOPLE * MOST_DEALS + ", but was " + most);
    }
  }

  /**
   * Returns a search by tenths of a deal a week, of up to 5,000 deals.
   *
   * @param weeks the weeks in which deals can be created, in order
   * @param confidence the chance to reach the goal, above 0 and below 1
   * @return the search
   * @throws IllegalArgumentException if the confidence is out of bounds
   */
  public static CreationSearch of(List<CreationWeek> weeks, double confidence) {
    return new CreationSearch(weeks, confidence, TENTHS, MOST_DEALS);
  }

  /**
   * Returns the search among whole numbers of deals a week.
   *
   * @return the changed search
   */
  public CreationSearch wholeRates() {
    return new CreationSearch(weeks, confidence, 1, most);
  }

  /**
   * Returns the search among another number of deals: what would take more is said to be out of
   * reach.
   *
   * @param deals how many deals in all are tried at most, 1 to 5,000,000
   * @return the changed search
   * @throws IllegalArgumentException if the number is out of bounds
   */
  public CreationSearch upTo(long deals) {
    return new CreationSearch(weeks, confidence, parts, deals);
  }

  /**
   * Returns the search among the deals of several people: up to 5,000 of each.
   *
   * @param people how many they are, 1 to 1,000; more are taken as 1,000
   * @return the changed search
   * @throws IllegalArgumentException if there is nobody
   */
  public CreationSearch ofPeople(int people) {
    return upTo(Math.min(MOST_PEOPLE, people) * MOST_DEALS);
  }

  /**
   * Searches for a number of wins.
   *
   * @param open the wins of open deals; what they have in common the new ones share
   * @param wins how many wins are still to come; none or fewer are reached already
   * @return what is needed
   */
  public CreationNeed forWins(WinsForecast open, long wins) {
    double[][] chances = chances(open.shock());
    return search(
        String.format(Locale.ROOT, "%,d wins", wins),
        counts -> open.plus(created(open.shock(), chances, counts)).chanceOfAtLeast(wins));
  }

  /**
   * Returns the chance of a number of wins with given counts, whatever the confidence.
   *
   * @param open the wins of open deals
   * @param wins how many wins are still to come
   * @param counts how many deals are created in each week, 0 or more
   * @return 0 to 1
   * @throws IllegalArgumentException if there is not one count a week, one is negative, or there
   *     are more than 5,000 deals
   */
  public double chance(WinsForecast open, long wins, long... counts) {
    requireCounts(counts);
    double[][] chances = chances(open.shock());
    return open.plus(created(open.shock(), chances, counts)).chanceOfAtLeast(wins);
  }

  /** By quarter, the chances of the weeks in it. */
  private double[][] chances(WinsForecast.Shock shock) {
    double[] means = weeks.stream().mapToDouble(CreationWeek::chance).toArray();
    double[][] moved = new double[shock.bands()][];
    for (int band = 0; band < moved.length; band++) {
      moved[band] = shock.chances(means, band);
    }
    return moved;
  }

  private void requireCounts(long[] counts) {
    long total = 0;
    for (long count : counts) {
      if (count < 0 || count > MOST_DEALS) {
        throw new IllegalArgumentException(
            "counts must be 0 to " + MOST_DEALS + ", but one was " + count);
      }
      total += count;
    }
    if (counts.length != weeks.size() || total > MOST_DEALS) {
      throw new IllegalArgumentException(
          "counts must be one for each of "
              + weeks.size()
              + " weeks, and "
              + MOST_DEALS
              + " deals at most, but were "
              + counts.length
              + ", "
              + total);
    }
  }

  private static WinsForecast created(WinsForecast.Shock shock, double[][] chances, long[] counts) {
    double[][] deals = new double[chances.length][];
    for (int band = 0; band < deals.length; band++) {
      deals[band] = new double[Math.toIntExact(Arrays.stream(counts).sum())];
      int at = 0;
      for (int w = 0; w < counts.length; w++) {
        Arrays.fill(deals[band], at, at + (int) counts[w], chances[band][w]);
        at += (int) counts[w];
      }
    }
    return WinsForecast.ofQuarters(shock, deals);
  }

  /**
   * What is still to be won in money, and from what.
   *
   * @param amount what is still to come; nothing or less is reached already
   * @param grid the grid of amounts
   * @param open the open deals, with their chances; unmodifiable
   * @param sizes what new deals bring
   * @param person who wins them
   * @param besides what comes independently of both, on the same grid, such as nothing
   * @param shock what the deals have in common
   */
  public record Money(
      double amount,
      AmountForecast.Grid grid,
      List<DealOutlook> open,
      DealSizes sizes,
      PersonId person,
      AmountForecast besides,
      WinsForecast.Shock shock) {

    /**
     * Creates a goal in money.
     *
     * @param amount what is still to come
     * @param grid the grid of amounts
     * @param open the open deals
     * @param sizes what new deals bring
     * @param person who wins them
     * @param besides what comes independently of both
     * @param shock what the deals have in common
     */
    public Money {
      open = ImmutableList.copyOf(open);
    }
  }

  /**
   * Searches for an amount.
   *
   * @param goal the amount, and from what
   * @return what is needed
   * @throws IllegalArgumentException if a chance or an amount is out of bounds
   */
  public CreationNeed forAmount(Money goal) {
    return search(String.format(Locale.ROOT, "%,.0f", goal.amount()), towards(goal));
  }

  /**
   * Returns the chance of an amount with given counts, whatever the confidence.
   *
   * @param goal the amount, and from what
   * @param counts how many deals are created in each week, 0 or more
   * @return 0 to 1
   * @throws IllegalArgumentException as {@link #chance(WinsForecast, long, long...)}
   */
  public double chance(Money goal, long... counts) {
    requireCounts(counts);
    return towards(goal).applyAsDouble(counts);
  }

  /** The chance by counts: the mean of those under each value of what deals have in common. */
  private ToDoubleFunction<long[]> towards(Money goal) {
    double[] amounts = goal.open().stream().mapToDouble(deal -> deal.ifWon().toDouble()).toArray();
    double[] open = goal.open().stream().mapToDouble(DealOutlook::chance).toArray();
    double[][] chances = chances(goal.shock());
    NewDeals deals = NewDeals.of(goal.grid().upTo(goal.amount()), goal.sizes(), goal.person());
    List<NewDeals.Towards> bands = new ArrayList<>();
    for (int band = 0; band < chances.length; band++) {
      double[] moved = goal.shock().chances(open, band);
      bands.add(
          deals.towards(
              goal.amount(),
              AmountForecast.ofDeals(goal.grid(), amounts, moved).plus(goal.besides())));
    }
    return counts -> {
      double chance = 0;
      for (int band = 0; band < chances.length; band++) {
        chance += bands.get(band).chance(counts, chances[band]) / chances.length;
      }
      return chance;
    };
  }

  /**
   * Searches for a goal whose chance somebody else computes.
   *
   * @param goal the goal in words
   * @param reached the chance of the goal with given counts, one a week, which no count more makes
   *     smaller
   * @return what is needed
   */
  public CreationNeed search(String goal, ToDoubleFunction<long[]> reached) {
    double asIs = reached.applyAsDouble(counts(0));
    if (asIs >= confidence) {
      return need(goal, OptionalLong.of(0), asIs, asIs);
    }
    double[] useful = useful();
    double full = Arrays.stream(useful).sum();
    long low = 0;
    long high = full == 0 ? 0 : Math.max(1, (long) Math.ceil(parts / full));
    double chance = asIs;
    double below = asIs;
    long last = full > 0 ? last(high) : 0;
    while (low < last) {
      high = Math.min(high, last);
      chance = reached.applyAsDouble(counts(high));
      if (chance >= confidence) {
        return narrow(goal, reached, low, below, high, chance, asIs);
      }
      low = high;
      below = chance;
      high *= FASTER;
    }
    return need(goal, OptionalLong.empty(), asIs, asIs);
  }

  /** The highest rate of which no more deals come than are tried, in parts of a deal. */
  private long last(long one) {
    long low = 0;
    long high = one;
    while (Arrays.stream(counts(high)).sum() <= most) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (Arrays.stream(counts(middle)).sum() <= most) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * Returns the highest rate that is tried.
   *
   * @return opportunities in a full week; empty if no week is of use, so that none is tried
   */
  public OptionalDouble mostPerWeek() {
    double full = Arrays.stream(useful()).sum();
    return full > 0
        ? OptionalDouble.of((double) last(Math.max(1, (long) Math.ceil(parts / full))) / parts)
        : OptionalDouble.empty();
  }

  /** The smallest rate that reaches, guessed from the chances at both ends, else halved. */
  private CreationNeed narrow(
      String goal,
      ToDoubleFunction<long[]> reached,
      long fails,
      double failing,
      long reaches,
      double reaching,
      double asIs) {
    long low = fails;
    long high = reaches;
    double below = failing;
    double above = reaching;
    boolean halve = false;
    while (high - low > 1) {
      long width = high - low;
      double share = halve ? 0.5 : (confidence - below) / (above - below);
      long next = Math.min(high - 1, Math.max(low + 1, low + Math.round(share * width)));
      double chance = reached.applyAsDouble(counts(next));
      if (chance >= confidence) {
        high = next;
        above = chance;
      } else {
        low = next;
        below = chance;
      }
      halve = !halve && high - low > width / 2;
    }
    return need(goal, OptionalLong.of(high), above, asIs);
  }

  private CreationNeed need(String goal, OptionalLong units, double chance, double asIs) {
    return new CreationNeed(this, goal, units, chance, asIs, Longs.asList(counts(units.orElse(0))));
  }

  /** How much of each week counts, as far as deals opened in it can be won in time. */
  private double[] useful() {
    return weeks.stream().mapToDouble(week -> week.chance() > 0 ? week.exposure() : 0).toArray();
  }

  private long[] counts(long units) {
    return WholeCounts.carried((double) units / parts, useful());
  }
}
