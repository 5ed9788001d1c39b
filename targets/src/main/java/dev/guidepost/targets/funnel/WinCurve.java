package dev.guidepost.targets.funnel;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Histogram;
import dev.guidepost.core.stat.CompetingRisks;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Measurement;
import java.util.Locale;
import java.util.Optional;

/**
 * How likely a deal is won, by age: the Aalen-Johansen estimate with losses as competing events,
 * open deals censored and delayed entry (Aalen and Johansen 1978; Kalbfleisch and Prentice).
 *
 * <p>A deal older than the oldest age at which any deal of the company was won is stale: its chance
 * is 0. A person whose deals are won more often than the company's moves the curve by the odds
 * ratio; the timing stays the company's.
 *
 * <pre>{@code
 * WinCurve curve = WinCurve.fit(cube, root, allDays).orElseThrow();
 * curve.wonBy(curve.staleAge());   // share won in the end, such as .529
 * curve.chance(40, 30, 1.0);       // a deal of 40 days is won within the next 30
 * }</pre>
 */
public final class WinCurve {

  private final CompetingRisks risks;
  private final int staleAge;
  private final Histogram won;

  private WinCurve(CompetingRisks risks, Histogram won) {
    this.risks = risks;
    this.staleAge = won.max();
    this.won = won;
  }

  /**
   * Fits the curve of a unit.
   *
   * @param cube a cube that keeps the period
   * @param unit the unit, usually the company
   * @param period a period that holds all days of the records
   * @return the curve; empty if no deal with a day of opening was won
   */
  public static Optional<WinCurve> fit(Cube cube, PartyId unit, Period period) {
    Histogram won = days(cube, unit, StandardMetrics.WON_CYCLE_DAYS, period);
    if (won.total() == 0) {
      return Optional.empty();
    }
    CompetingRisks risks =
        CompetingRisks.of(
            days(cube, unit, StandardMetrics.ENTRY_AGE_DAYS, period).toArray(),
            won.toArray(),
            days(cube, unit, StandardMetrics.LOST_CYCLE_DAYS, period).toArray(),
            days(cube, unit, StandardMetrics.OPEN_AGE_DAYS, period).toArray());
    return Optional.of(new WinCurve(risks, won));
  }

  private static Histogram days(Cube cube, PartyId unit, MetricId metric, Period period) {
    return cube.measurement(unit, metric, period) instanceof Measurement.Spread spread
        ? spread.histogram()
        : Histogram.EMPTY;
  }

  /**
   * Returns the oldest age at which a deal was won.
   *
   * @return the age in days; an older deal is stale
   */
  public int staleAge() {
    return staleAge;
  }

  /**
   * Returns how many wins the curve stands on.
   *
   * @return the number of wins
   */
  public long wins() {
    return won.total();
  }

  /**
   * Returns the median age of deals when they were won: one cycle.
   *
   * @return the age in days
   */
  public int medianWonAge() {
    return won.quantile(0.5);
  }

  /**
   * Returns the age by which nine in ten wins have come.
   *
   * @return the age in days; an open deal older than that needs a decision
   */
  public int lateAge() {
    return won.quantile(0.9);
  }

  /**
   * Returns the share of deals won by an age.
   *
   * @param age the age in days
   * @return 0 to 1, open deals censored and losses competing
   */
  public double wonBy(int age) {
    return age < 0 ? 0 : risks.wonBy(age);
  }

  /**
   * Returns the chance that an open deal is won soon.
   *
   * @param age its age in days at the end of today; -1 for one that will be opened tomorrow
   * @param within the number of days from tomorrow on
   * @param oddsRatio the odds of the owner to win a deal over those of this curve; 1 for no
   *     difference
   * @return 0 to 1; 0 for a stale deal and for {@code within} below 1
   * @throws IllegalArgumentException if the age is below -1, or the odds ratio negative or not
   *     finite
   */
  public double chance(int age, int within, double oddsRatio) {
    if (age < -1) {
      throw new IllegalArgumentException("age must be -1 or more, but was " + age);
    }
    if (!(oddsRatio >= 0 && oddsRatio < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "odds ratio must be 0 or more and finite, but was " + oddsRatio);
    }
    double eventually = risks.wonBy(staleAge);
    if (age >= staleAge || within < 1 || eventually <= 0) {
      return 0;
    }
    double odds = oddsRatio * eventually / Math.max(1e-12, 1 - eventually);
    double tilted = odds / (1 + odds);
    double wonBefore = wonBy(age) / eventually;
    double wonThen = wonBy((int) Math.min(staleAge, (long) age + within)) / eventually;
    double goneBefore = age < 0 ? 0 : risks.lostBy(age) / Math.max(1e-12, 1 - eventually);
    double stillOpen = tilted * (1 - wonBefore) + (1 - tilted) * (1 - Math.min(1, goneBefore));
    return stillOpen <= 0 ? 0 : Math.min(1, tilted * (wonThen - wonBefore) / stillOpen);
  }

  /** Returns the curve on one line, such as {@code "52.9 % won by day 138 (4,238 wins)"}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.1f %% won by day %d (%,d wins)",
        risks.wonBy(staleAge) * 100,
        staleAge,
        won.total());
  }
}
