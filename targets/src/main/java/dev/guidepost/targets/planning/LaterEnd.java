package dev.guidepost.targets.planning;

import dev.guidepost.core.time.Period;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.DaysAhead;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.NewDeals;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.pipeline.WholeCounts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * The chance of a goal if its period ended some weeks later: each deal is followed once, up to the
 * latest end.
 */
final class LaterEnd {

  private final NewDeals deals;
  private final double goal;
  private final double[] amounts;
  private final double[] available;

  /** By end, how many weeks start before it. */
  private final int[] weeks;

  /** By band, live deal and end. */
  private final double[][][] live;

  /** By band, week and end. */
  private final double[][][] opened;

  /**
   * Follows all deals to the latest end.
   *
   * @param most how many weeks later that is
   * @param deals what new deals bring
   * @throws dev.guidepost.core.time.UnknownHolidaysException if the calendar is not known so far
   */
  LaterEnd(Evidence evidence, PersonForecast forecast, int most, NewDeals deals, double goal) {
    this.deals = deals;
    this.goal = goal;
    Period period = forecast.period();
    LocalDate latest = period.end().plusWeeks(most);
    List<Period> all = evidence.windows().weeksUntil(latest);
    Openings openings = new Openings(evidence, forecast.person(), latest, all);
    this.available = openings.available();
    DaysAhead ahead = forecast.curves().get(0).daysAhead(evidence.asOf(), latest);
    int[] ends = new int[most + 1];
    this.weeks = new int[most + 1];
    for (int more = 0; more <= most; more++) {
      LocalDate end = period.end().plusWeeks(more);
      ends[more] = ahead.before(end);
      weeks[more] = (int) all.stream().filter(week -> week.start().isBefore(end)).count();
    }
    List<DealOutlook> open = forecast.pipeline().in(DealOutlook.State.LIVE);
    this.amounts = open.stream().mapToDouble(deal -> deal.ifWon().toDouble()).toArray();
    int bands = forecast.curves().size();
    this.live = new double[bands][open.size()][];
    this.opened = new double[bands][][];
    for (int band = 0; band < bands; band++) {
      WinCurve curve = forecast.curves().get(band);
      for (int i = 0; i < amounts.length; i++) {
        int age = open.get(i).age().orElseThrow();
        live[band][i] = curve.chances(age, evidence.asOf(), period.start(), ahead, ends);
      }
      opened[band] = openings.chances(curve, period.start(), ahead, ends);
    }
  }

  /** The chance with some weeks more and a number of opportunities in each. */
  double chance(int more, double perWeek) {
    long[] counts = WholeCounts.carried(perWeek, Arrays.copyOf(available, weeks[more]));
    double chance = 0;
    for (int band = 0; band < live.length; band++) {
      AmountForecast won = AmountForecast.ofDeals(deals.grid(), amounts, at(live[band], more));
      double[] chances = Arrays.copyOf(at(opened[band], more), counts.length);
      chance += deals.towards(goal, won).chance(counts, chances) / live.length;
    }
    return chance;
  }

  private static double[] at(double[][] chances, int end) {
    return Arrays.stream(chances).mapToDouble(ends -> ends[end]).toArray();
  }
}
