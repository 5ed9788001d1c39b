package dev.guidepost.targets.coverage;

import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.NewDeals;
import dev.guidepost.targets.pipeline.CreationSearch;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How likely people reach a target together with some live deals each: the convolution of what each
 * of them brings, as their own rates say. People are independent given their rates.
 */
final class TeamChance {

  private final double amount;
  private final AmountForecast created;

  /** By person, the share of live deals that is won in time at each of the rates it may have. */
  private final List<double[]> chances;

  /** By person, what won deals bring. */
  private final List<NewDeals> deals;

  TeamChance(List<CoverageShare> people) {
    this.amount = people.get(0).goal().amount();
    AmountForecast all = people.get(0).goal().besides();
    for (CoverageShare person : people.subList(1, people.size())) {
      all = all.plus(person.goal().besides());
    }
    this.created = all;
    this.chances = people.stream().map(TeamChance::chances).toList();
    this.deals = people.stream().map(CoverageShare::goal).map(TeamChance::deals).toList();
  }

  /** What is still created and won in time, on average. */
  double expectedNew() {
    return created.mean();
  }

  /** The chance with a number of live deals of each. */
  double with(long[] counts) {
    AmountForecast all = created;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        all = all.plus(live(deals.get(i), chances.get(i), counts[i]));
      }
    }
    return all.chanceOfAtLeast(amount);
  }

  private static double[] chances(CoverageShare person) {
    double[] mean = {person.conversion()};
    return IntStream.range(0, person.goal().shock().bands())
        .mapToDouble(band -> person.goal().shock().chances(mean, band)[0])
        .toArray();
  }

  private static NewDeals deals(CreationSearch.Money goal) {
    return NewDeals.of(goal.grid(), goal.sizes(), goal.person());
  }

  /** What live deals of one person bring, whatever the true rate may be. */
  private static AmountForecast live(NewDeals deals, double[] chances, long count) {
    long[] counts = {count};
    return AmountForecast.mixture(
        Arrays.stream(chances)
            .mapToObj(chance -> deals.won(counts, new double[] {chance}))
            .toList());
  }
}
