package dev.guidepost.targets.planning;

import dev.guidepost.core.time.Period;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.funnel.DaysAhead;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.NewDeals;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.pipeline.WholeCounts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The chance of a goal if its period ended some weeks later: each deal is followed once, up to the
 * latest end.
 */
final class LaterEnd {

  private final NewDeals deals;
  private final double goal;
  private final double[] available;

  /** By end, how many weeks start before it. */
  private final int[] weeks;

  private final Followed own;
  private final List<Followed> others;

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
    LiveDeals live = forecast.own();
    DaysAhead ahead = live.curve().daysAhead(evidence.asOf(), latest);
    LocalDate[] ends = new LocalDate[most + 1];
    this.weeks = new int[most + 1];
    for (int more = 0; more <= most; more++) {
      LocalDate end = period.end().plusWeeks(more);
      ends[more] = end;
      weeks[more] = (int) all.stream().filter(week -> week.start().isBefore(end)).count();
    }
    this.own = new Followed(evidence, live, period, ends);
    this.others =
        forecast.others().stream()
            .map(other -> new Followed(evidence, other, period, ends))
            .toList();
    int[] days = Arrays.stream(ends).mapToInt(ahead::before).toArray();
    this.opened =
        live.curves().stream()
            .map(curve -> openings.chances(curve, period.start(), ahead, days))
            .toArray(double[][][]::new);
  }

  /** The live deals of one owner, each followed to the latest of some ends. */
  private static final class Followed {

    private final double[] amounts;

    /** By band, live deal and end. */
    private final double[][][] chances;

    Followed(Evidence evidence, LiveDeals deals, Period period, LocalDate[] ends) {
      DaysAhead ahead = deals.curve().daysAhead(evidence.asOf(), ends[ends.length - 1]);
      int[] days = Arrays.stream(ends).mapToInt(ahead::before).toArray();
      List<DealOutlook> live = deals.pipeline().in(DealOutlook.State.LIVE);
      this.amounts = live.stream().mapToDouble(deal -> deal.ifWon().toDouble()).toArray();
      this.chances = new double[deals.curves().size()][live.size()][];
      for (int band = 0; band < chances.length; band++) {
        WinCurve curve = deals.curves().get(band);
        for (int i = 0; i < amounts.length; i++) {
          int age = live.get(i).age().orElseThrow();
          chances[band][i] = curve.chances(age, evidence.asOf(), period.start(), ahead, days);
        }
      }
    }

    AmountForecast won(Grid grid, int band, int end) {
      return AmountForecast.ofDeals(grid, amounts, at(chances[band], end));
    }

    AmountForecast won(Grid grid, int end) {
      return AmountForecast.mixture(
          IntStream.range(0, chances.length).mapToObj(band -> won(grid, band, end)).toList());
    }
  }

  /** The chance with some weeks more and a number of opportunities in each. */
  double chance(int more, double perWeek) {
    long[] counts = WholeCounts.carried(perWeek, Arrays.copyOf(available, weeks[more]));
    Grid grid = deals.grid();
    double chance = 0;
    for (int band = 0; band < opened.length; band++) {
      AmountForecast won = own.won(grid, band, more);
      for (Followed other : others) {
        won = won.plus(other.won(grid, more));
      }
      double[] chances = Arrays.copyOf(at(opened[band], more), counts.length);
      chance += deals.towards(goal, won).chance(counts, chances) / opened.length;
    }
    return chance;
  }

  private static double[] at(double[][] chances, int end) {
    return Arrays.stream(chances).mapToDouble(ends -> ends[end]).toArray();
  }
}
