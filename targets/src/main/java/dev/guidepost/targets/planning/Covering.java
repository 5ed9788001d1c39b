package dev.guidepost.targets.planning;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.targets.coverage.Cover;
import dev.guidepost.targets.coverage.Coverage;
import dev.guidepost.targets.coverage.CoverageNeed;
import dev.guidepost.targets.coverage.CoverageShare;
import dev.guidepost.targets.coverage.CoverageVariant;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.funnel.WinsForecast.Shock;
import dev.guidepost.targets.pipeline.CreationSearch;
import dev.guidepost.targets.rates.PersonalRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Holds live pipeline against what is left of a goal. */
final class Covering {

  private static final double LEAST = 0.001;
  private static final double BEYOND = 1.02;
  private static final int CELLS = 600;

  /** How many values of a rate are told apart where those of several people come together. */
  private static final int BANDS = 5;

  private Covering() {}

  /**
   * The cover of some people together, of a goal of theirs or of the unit that they are; deals of
   * owners who stand elsewhere are there, but nobody of these needs them.
   */
  static Cover of(
      Evidence evidence,
      String who,
      Forecasts.Counted counted,
      Target target,
      Quantity won,
      double confidence) {
    CoverageVariant variant = CoverageVariant.on(evidence.review(), evidence.period()).ofAllLive();
    List<PersonForecast> people = counted.people();
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
              money(
                  evidence,
                  people.get(i),
                  rest,
                  grid,
                  shock(evidence, people, i, conversion(people.get(i), open.get(i)))),
              conversion(people.get(i), open.get(i)),
              shares[i]));
    }
    List<LivePipeline> there = new ArrayList<>(open);
    counted
        .others()
        .forEach(other -> there.add(new LivePipeline(List.copyOf(other.open().values()))));
    return new Cover(
        Coverage.of(variant, LivePipeline.join(there), goal, won.toDouble()),
        CoverageNeed.forTeam(who, variant, goal, all, confidence));
  }

  /** Of several people only as far as the goal: what is beyond reaches it, however far. */
  private static Grid grid(Evidence evidence, List<PersonForecast> people, double rest) {
    return people.size() == 1
        ? Grids.person(
            rest, people.get(0).expectedNew(), people.get(0).size(), people.get(0)::large)
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

  /**
   * What the uncertain yield of a person does to the live deals, of which only a share is won in
   * time: the logarithm of their odds is as uncertain as that of the yield (delta method; Agresti,
   * Categorical Data Analysis, 14.1), so a small share varies by the same factor, not by as much.
   */
  private static Shock shock(
      Evidence evidence, List<PersonForecast> people, int which, double conversion) {
    Optional<PersonalRate> yield =
        evidence.yields().flatMap(rates -> rates.of(people.get(which).person()));
    if (yield.isEmpty() || conversion >= 1) {
      return Shock.NONE;
    }
    Shock own = Shock.ofRate(yield.get());
    double mean = yield.get().mean();
    double strength =
        (own.strength() + 1) * mean * (1 - mean) / (conversion * (1 - conversion)) - 1;
    return new Shock(
        Math.max(LEAST, strength), people.size() == 1 ? own.bands() : Math.min(BANDS, own.bands()));
  }
}
