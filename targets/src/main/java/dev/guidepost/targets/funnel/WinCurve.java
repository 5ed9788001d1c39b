package dev.guidepost.targets.funnel;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Histogram;
import dev.guidepost.core.stat.CompetingRisks;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

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
 * curve.chance(40, today, end);    // a deal of 40 days is won before the end
 * }</pre>
 */
public final class WinCurve {

  private static final int BISECTIONS = 50;

  private final CompetingRisks risks;
  private final int staleAge;
  private final Histogram won;
  private final double[] wins;
  private final double[] losses;
  private final Optional<QuarterSeason> season;

  private WinCurve(
      CompetingRisks risks,
      Histogram won,
      double[] wins,
      double[] losses,
      Optional<QuarterSeason> season) {
    this.risks = risks;
    this.staleAge = won.max();
    this.won = won;
    this.wins = wins;
    this.losses = losses;
    this.season = season;
  }

  private static WinCurve of(CompetingRisks risks, Histogram won) {
    double[] wins = new double[won.max() + 1];
    double[] losses = new double[wins.length];
    for (int age = 0; age < wins.length; age++) {
      double open = age == 0 ? 1 : risks.survival(age - 1);
      if (open > 0) {
        wins[age] = (risks.wonBy(age) - (age == 0 ? 0 : risks.wonBy(age - 1))) / open;
        losses[age] = (risks.lostBy(age) - (age == 0 ? 0 : risks.lostBy(age - 1))) / open;
      }
    }
    return new WinCurve(risks, won, wins, losses, Optional.empty());
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
    return Optional.of(of(risks, won));
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
   * Returns the chance that a deal that is open at an age is won at that age, on one day, without
   * season.
   *
   * @param age the age in days
   * @return 0 to 1; 0 beyond the stale age
   */
  public double hazard(int age) {
    return age < 0 || age > staleAge ? 0 : wins[age];
  }

  /**
   * Returns the curve of somebody whose deals are won with other odds: the hazard of winning times
   * one factor for all ages.
   *
   * @param oddsRatio the odds of a deal to be won in the end over those of this curve, above 0
   * @return the curve
   * @throws IllegalArgumentException if the ratio is not above 0
   */
  public WinCurve withOdds(double oddsRatio) {
    if (!(oddsRatio > 0 && oddsRatio < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("odds ratio must be above 0, but was " + oddsRatio);
    }
    double eventually = chanceOf(wins, losses, 0, staleAge + 1, day -> 1);
    if (oddsRatio == 1 || eventually <= 0 || eventually >= 1) {
      return this;
    }
    double odds = oddsRatio * eventually / (1 - eventually);
    return winning(odds / (1 + odds));
  }

  /** The curve with the hazard of winning times the factor that makes a share be won in the end. */
  private WinCurve winning(double share) {
    double low = 0;
    double high = 1;
    while (chanceOf(scaled(high), losses, 0, staleAge + 1, day -> 1) < share && high < 1e6) {
      high *= 2;
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (chanceOf(scaled(middle), losses, 0, staleAge + 1, day -> 1) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new WinCurve(risks, won, scaled(high), losses, season);
  }

  /**
   * Returns the curve of somebody whose deals take more or less time: the same share is won in the
   * end, at ages longer by one factor (accelerated failure time).
   *
   * @param pace the mean cycle time over that of this curve, above 0; 1 for no difference
   * @return the curve
   * @throws IllegalArgumentException if the pace is not above 0
   */
  public WinCurve withPace(double pace) {
    if (!(pace > 0 && pace < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("pace must be above 0, but was " + pace);
    }
    double eventually = chanceOf(wins, losses, 0, staleAge + 1, day -> 1);
    if (pace == 1 || eventually <= 0 || eventually >= 1) {
      return this;
    }
    return new WinCurve(risks, won, stretched(wins, pace), stretched(losses, pace), season)
        .winning(eventually);
  }

  /** Daily hazards whose running sums are those of the given ones at ages divided by the pace. */
  private static double[] stretched(double[] hazards, double pace) {
    double[] stretched = new double[hazards.length];
    double before = 0;
    for (int age = 0; age < hazards.length; age++) {
      double sum = sumBefore(hazards, (age + 1) / pace);
      stretched[age] = Math.min(1, sum - before);
      before = sum;
    }
    return stretched;
  }

  private static double sumBefore(double[] hazards, double age) {
    int whole = (int) Math.min(hazards.length, Math.floor(age));
    double sum = 0;
    for (int i = 0; i < whole; i++) {
      sum += hazards[i];
    }
    return whole < hazards.length ? sum + hazards[whole] * (age - whole) : sum;
  }

  private double[] scaled(double factor) {
    double[] hazards = new double[wins.length];
    for (int age = 0; age < hazards.length; age++) {
      hazards[age] = Math.min(1 - losses[age], wins[age] * factor);
    }
    return hazards;
  }

  /**
   * Returns the curve with a season.
   *
   * @param fitted the season
   * @return the curve
   */
  public WinCurve withSeason(QuarterSeason fitted) {
    return new WinCurve(risks, won, wins, losses, Optional.of(fitted));
  }

  /**
   * Returns the season in use.
   *
   * @return the season; empty if none was set
   */
  public Optional<QuarterSeason> season() {
    return season;
  }

  /**
   * Returns the chance that an open deal is won soon, without season.
   *
   * @param age its age in days at the end of today; -1 for one that will be opened tomorrow
   * @param within the number of days from tomorrow on
   * @param oddsRatio the odds of the owner to win a deal over those of this curve; 1 for no
   *     difference
   * @return 0 to 1; 0 for a stale deal and for {@code within} below 1
   * @throws IllegalArgumentException if the age is below -1, or the odds ratio not above 0 and
   *     finite
   */
  public double chance(int age, int within, double oddsRatio) {
    requireAge(age);
    WinCurve own = withOdds(oddsRatio);
    return chanceOf(own.wins, own.losses, age + 1, within, day -> 1);
  }

  /**
   * Returns the chance that an open deal is won before a day, with the season.
   *
   * @param age its age in days at the end of today; -1 for one that will be opened tomorrow
   * @param today today
   * @param end the day after the last day that counts
   * @return 0 to 1; 0 for a stale deal
   * @throws IllegalArgumentException if the age is below -1
   */
  public double chance(int age, LocalDate today, LocalDate end) {
    requireAge(age);
    int within = Math.toIntExact(ChronoUnit.DAYS.between(today, end)) - 1;
    return chanceOf(
        wins,
        losses,
        age + 1,
        within,
        day -> season.map(factors -> factors.factor(today.plusDays(day))).orElse(1.0));
  }

  private static void requireAge(int age) {
    if (age < -1) {
      throw new IllegalArgumentException("age must be -1 or more, but was " + age);
    }
  }

  /** The chance to be won at the ages from one on, on as many days; the first day is day 1. */
  private static double chanceOf(
      double[] wins, double[] losses, int from, int days, IntToDoubleFunction factor) {
    double open = 1;
    double chance = 0;
    for (int day = 1; day <= days && from + day - 1 < wins.length; day++) {
      int age = from + day - 1;
      double win = Math.min(1 - losses[age], wins[age] * factor.applyAsDouble(day));
      chance += open * win;
      open *= Math.max(0, 1 - win - losses[age]);
    }
    return Math.min(1, chance);
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
