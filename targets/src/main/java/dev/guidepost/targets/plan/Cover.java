package dev.guidepost.targets.plan;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.targets.coverage.Coverage;
import dev.guidepost.targets.coverage.CoverageNeed;
import dev.guidepost.targets.coverage.CoverageShare;
import dev.guidepost.targets.coverage.CoverageVariant;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.funnel.WinsForecast.Shock;
import dev.guidepost.targets.pipeline.CreationSearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How much live pipeline a person or unit has against what is left of the goal, and how much it
 * takes at the person's own rates.
 *
 * <p>A unit's is of the people who stand in it, as its outlook is: what it takes is shared among
 * them as the live pipeline is today, and reaches the goal with the confidence by the convolution
 * of what each of them wins of it. So it is not the sum of what each of them needs.
 *
 * @param now what there is: all live deals by value, as the days on which deals are to close are
 *     wishes as often as not
 * @param need what it takes: with the share of the person's live deals that is won in time, and
 *     what is still created and won at the recent rate taken off
 */
public record Cover(Coverage now, CoverageNeed need) {

  private static final double LEAST = 0.001;
  private static final double BEYOND = 1.02;
  private static final int CELLS = 600;

  /** How many values of a rate are told apart where those of several people come together. */
  private static final int BANDS = 5;

  /**
   * Creates a cover; see {@link Planner#cover}.
   *
   * @param now what there is
   * @param need what it takes
   */
  public Cover {
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(need, "need");
  }

  /** The cover of some people together, of a goal of theirs or of the unit that they are. */
  static Cover of(
      Evidence evidence,
      String who,
      List<PersonForecast> people,
      Target target,
      Quantity won,
      double confidence) {
    CoverageVariant variant = CoverageVariant.on(evidence.review(), evidence.period()).ofAllLive();
    List<LivePipeline> open =
        people.stream().map(one -> new LivePipeline(List.copyOf(one.open().values()))).toList();
    double goal = target.amount().toDouble();
    double rest = goal - won.toDouble();
    Grid grid = grid(evidence, people, rest);
    double[] shares = shares(people, open);
    List<CoverageShare> all = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      all.add(
          new CoverageShare(
              money(evidence, people.get(i), rest, grid, shock(evidence, people, i)),
              conversion(people.get(i), open.get(i)),
              shares[i]));
    }
    return new Cover(
        Coverage.of(variant, LivePipeline.join(open), goal, won.toDouble()),
        CoverageNeed.forTeam(who, variant, goal, all, confidence));
  }

  /** Of several people only as far as the goal: what is beyond reaches it, however far. */
  private static Grid grid(Evidence evidence, List<PersonForecast> people, double rest) {
    return people.size() == 1
        ? Planner.grid(rest, people.get(0).expectedNew(), people.get(0).size())
        : Grid.holding(BEYOND * rest, CELLS, evidence.sizes().mean());
  }

  /** Who has how many of the live deals, each of the usual size of its owner; else of new ones. */
  private static double[] shares(List<PersonForecast> people, List<LivePipeline> open) {
    double[] deals = new double[people.size()];
    for (int i = 0; i < deals.length; i++) {
      deals[i] = live(open.get(i)) / people.get(i).size();
    }
    if (Arrays.stream(deals).sum() <= 0) {
      Arrays.setAll(deals, i -> people.get(i).creation().perWeek());
    }
    double sum = Arrays.stream(deals).sum();
    return Arrays.stream(deals).map(one -> sum > 0 ? one / sum : 1.0 / deals.length).toArray();
  }

  private static double live(LivePipeline open) {
    return open.value(DealOutlook.State.LIVE).toDouble();
  }

  private static double conversion(PersonForecast forecast, LivePipeline open) {
    double all = live(open);
    double expected =
        open.in(DealOutlook.State.LIVE).stream().mapToDouble(DealOutlook::expected).sum();
    return Math.min(1, Math.max(LEAST, all > 0 ? expected / all : forecast.eventualYield()));
  }

  private static CreationSearch.Money money(
      Evidence evidence, PersonForecast forecast, double rest, Grid grid, Shock shock) {
    return new CreationSearch.Money(
        rest, grid, List.of(), evidence.sizes(), forecast.person(), forecast.created(grid), shock);
  }

  private static Shock shock(Evidence evidence, List<PersonForecast> people, int which) {
    Shock shock =
        evidence
            .yields()
            .flatMap(rates -> rates.of(people.get(which).person()))
            .map(Shock::ofRate)
            .orElse(Shock.NONE);
    return people.size() == 1 ? shock : new Shock(shock.strength(), Math.min(BANDS, shock.bands()));
  }

  /** Returns what there is and what it takes on two lines. */
  @Override
  public String toString() {
    return now + "\n" + need;
  }
}
