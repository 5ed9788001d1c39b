package dev.guidepost.targets.rates;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * How often a person or unit wins, told both ways: of the deals closed, and of the deals opened.
 *
 * <p>Won of closed moves with timing, as losses close faster than wins, and ties out with other
 * reports. Won of opened is what plans stand on; it is told for deals that are old enough, with the
 * share of those still undecided.
 *
 * <pre>{@code
 * Winning.of(cube, company, year, cohort);
 * // 63.2 % of closed (4,238 of 6,711); 47.3 % of opened 03-01 to 08-15 (2,273 of 4,806; 22.6 %
 * // undecided)
 * }</pre>
 *
 * @param closed won of closed
 * @param cohort won of opened; empty if there is not enough data for it
 */
public record Winning(Ratio closed, Optional<Cohort> cohort) {

  /**
   * What became of the deals opened in a range of days.
   *
   * @param opened the days of opening
   * @param won won of opened
   * @param undecided neither won nor lost of opened
   */
  public record Cohort(Period opened, Ratio won, Ratio undecided) {

    /** Returns the cohort on one line, days without the year if all are of one. */
    @Override
    public String toString() {
      LocalDate first = opened.start();
      LocalDate last = opened.lastDay();
      int from = first.getYear() == last.getYear() ? 5 : 0;
      return won.percent(1)
          + " of opened "
          + first.toString().substring(from)
          + " to "
          + last.toString().substring(from)
          + " ("
          + Winning.print(won)
          + "; "
          + undecided.percent(1)
          + " undecided)";
    }
  }

  /**
   * Reads both ratios from a cube with the standard metrics.
   *
   * @param cube a cube that keeps both periods
   * @param party a person or unit
   * @param closedIn the days of closing
   * @param openedIn the days of opening of complete cohorts; empty if there are none
   * @return both ratios
   * @throws IllegalArgumentException if the cube lacks the party, a period or a metric
   */
  public static Winning of(Cube cube, PartyId party, Period closedIn, Optional<Period> openedIn) {
    return new Winning(
        new Ratio(
            cube.sum(party, StandardMetrics.WINS, closedIn),
            cube.sum(party, StandardMetrics.CLOSED, closedIn)),
        openedIn.map(days -> cohort(cube, party, days)));
  }

  private static Cohort cohort(Cube cube, PartyId party, Period days) {
    long opened = cube.sum(party, StandardMetrics.OPPORTUNITIES, days).unscaledAt(0);
    long won = cube.sum(party, StandardMetrics.COHORT_WINS, days).unscaledAt(0);
    long lost = cube.sum(party, StandardMetrics.COHORT_LOSSES, days).unscaledAt(0);
    return new Cohort(days, Ratio.of(won, opened), Ratio.of(opened - won - lost, opened));
  }

  private static String print(Ratio ratio) {
    return ratio.numerator().print() + " of " + ratio.denominator().print();
  }

  /** Returns both ratios on one line, each with its parts. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s of closed (%s); ", closed.percent(1), print(closed))
        + cohort.map(Cohort::toString).orElse("of opened: not enough data");
  }
}
