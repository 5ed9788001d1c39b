package dev.guidepost.targets.planning;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.pipeline.CreationNeed;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * What comes of one plan, played out by chance: the same live deals, chances, weeks and sizes from
 * which the library computes it. It is in this package as it reads what a plan stands on.
 */
public final class PlanPaths {

  /**
   * Of the own deals and those of each other owner, by the true yield of the owner: chance and
   * amount of each in turn.
   */
  private final List<List<double[]>> deals = new ArrayList<>();

  private final PersonForecast forecast;
  private final CreationPlan creation;
  private final double[][] weekChances;
  private final long[] created;
  private final double[] own;
  private final double[] all;
  private final double ownShare;
  private final double goal;

  /**
   * Reads what a plan stands on.
   *
   * @param evidence what the records say
   * @param planner who planned
   * @param plan the plan
   * @param confidence the chance planned for
   */
  public PlanPaths(Evidence evidence, Planner planner, Plan plan, double confidence) {
    forecast = planner.forecasts(evidence.period()).person(plan.person());
    creation =
        CreationPlan.search(
            evidence,
            forecast,
            planner.goals(),
            plan.version().won(),
            confidence,
            evidence.windows().weeksUntil(planner.horizon()));
    deals.add(pairs(forecast.own()));
    forecast.others().forEach(other -> deals.add(pairs(other)));
    weekChances = new double[forecast.bands()][];
    for (int band = 0; band < weekChances.length; band++) {
      weekChances[band] = forecast.weekChances(band);
    }
    created = plan.version().created().stream().mapToLong(PlanVersion.CreatedWeek::count).toArray();
    own = sizes(evidence, owner -> owner.equals(plan.person()));
    all = sizes(evidence, owner -> true);
    ownShare = own.length == 0 ? 0 : evidence.sizes().mix(plan.person()).ownShare();
    goal = plan.target().orElseThrow().amount().minus(plan.version().won()).toDouble();
  }

  private static List<double[]> pairs(LiveDeals live) {
    return live.bands().stream()
        .map(
            band ->
                band.in(DealOutlook.State.LIVE).stream()
                    .flatMapToDouble(
                        deal -> DoubleStream.of(deal.chance(), deal.ifWon().toDouble()))
                    .toArray())
        .toList();
  }

  /** What people who count are credited with of won deals. */
  private static double[] sizes(Evidence evidence, Predicate<PartyId> counts) {
    List<Double> sizes = new ArrayList<>();
    for (Deal deal : evidence.deals()) {
      if (deal.outcome() == Outcome.WON && deal.amount().isPresent()) {
        evidence
            .crediting()
            .parts(deal, deal.amount().get())
            .forEach(
                (party, part) -> {
                  if (party instanceof PersonId && counts.test(party)) {
                    sizes.add(part.toDouble());
                  }
                });
      }
    }
    return sizes.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Plays a number of quarters with the plan.
   *
   * @param paths how many
   * @param random where chance comes from
   * @return the share of them that reach the goal
   */
  public double chance(int paths, SplittableRandom random) {
    return chance(created, paths, random);
  }

  /**
   * Computes the chance with the plan.
   *
   * @return the chance, from nothing but the live deals, the weeks and the sizes
   */
  public double chance() {
    return forecast
        .towards(forecast.newDeals(creation.grid(), creation.goal()), creation.goal())
        .applyAsDouble(created);
  }

  /**
   * Searches for the smallest creation as the library does.
   *
   * @return what the confidence takes
   */
  public CreationNeed need() {
    return creation
        .search()
        .search(
            "the goal",
            forecast.towards(forecast.newDeals(creation.grid(), creation.goal()), creation.goal()));
  }

  /**
   * Searches for the smallest creation with quarters played out, the same numbers being drawn for
   * all counts that are tried.
   *
   * @param paths how many quarters for each of them
   * @param seed where chance begins
   * @return what the confidence takes
   */
  public CreationNeed need(int paths, long seed) {
    return creation
        .search()
        .search("the goal", counts -> chance(counts, paths, new SplittableRandom(seed)));
  }

  private double chance(long[] counts, int paths, SplittableRandom random) {
    int reached = 0;
    for (int path = 0; path < paths; path++) {
      int band = random.nextInt(weekChances.length);
      double won = 0;
      for (int owner = 0; owner < deals.size(); owner++) {
        List<double[]> bands = deals.get(owner);
        double[] drawn = bands.get(owner == 0 ? band : random.nextInt(bands.size()));
        for (int deal = 0; deal < drawn.length; deal += 2) {
          won += random.nextDouble() < drawn[deal] ? drawn[deal + 1] : 0;
        }
      }
      for (int week = 0; week < Math.min(counts.length, weekChances[band].length); week++) {
        for (long deal = 0; deal < counts[week]; deal++) {
          if (random.nextDouble() < weekChances[band][week]) {
            double[] from = random.nextDouble() < ownShare ? own : all;
            won += from[random.nextInt(from.length)];
          }
        }
      }
      reached += won >= goal ? 1 : 0;
    }
    return (double) reached / paths;
  }
}
