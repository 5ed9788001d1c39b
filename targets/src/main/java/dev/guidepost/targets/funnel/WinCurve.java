package dev.guidepost.targets.funnel;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Histogram;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.stat.CompetingRisks;
import dev.guidepost.core.stat.Hazards;
import dev.guidepost.core.time.DayFunction;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How likely a deal is won, by age: the Aalen-Johansen estimate with losses as competing events,
 * open deals censored and delayed entry (Aalen and Johansen 1978; Kalbfleisch and Prentice).
 *
 * <p>A deal older than the oldest age at which any deal of the company was won is stale: its chance
 * is 0. A person whose deals are won more often than the company's moves the curve by the odds
 * ratio; the timing stays the company's. Ages are in calendar days; on a day that does not count,
 * such as a holiday, no deal grows older ({@link DealAgeing}).
 *
 * <pre>{@code
 * WinCurve curve = WinCurve.fit(cube, root, allDays).orElseThrow();
 * curve.wonBy(curve.staleAge());   // share won in the end, such as .529
 * curve.chance(40, today, end);    // a deal of 40 days is won before the end
 * }</pre>
 */
public final class WinCurve {

  private static final int AGELESS = 3_650;

  private final CompetingRisks risks;
  private final int staleAge;
  private final Histogram won;
  private final Hazard wins;
  private final Hazard losses;
  private final Optional<QuarterSeason> season;
  private final DayFunction ageing;

  private WinCurve(
      CompetingRisks risks,
      int staleAge,
      Histogram won,
      Hazard wins,
      Hazard losses,
      Optional<QuarterSeason> season,
      DayFunction ageing) {
    this.risks = risks;
    this.staleAge = staleAge;
    this.won = won;
    this.wins = wins;
    this.losses = losses;
    this.season = season;
    this.ageing = ageing;
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
    return new WinCurve(
        risks,
        won.max(),
        won,
        new Hazard(wins),
        new Hazard(losses),
        Optional.empty(),
        DayFunction.ALWAYS);
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

  /**
   * Fits a curve to closed deals alone, as if open ones were not there: what is left of a curve
   * without censoring, to show what censoring is worth.
   *
   * @param deals deals as known on the as-of day; open ones and those without a day of opening are
   *     passed over
   * @param observedFrom the first day on which closings were recorded; deals closed before it are
   *     passed over
   * @return the curve; empty if no deal with a day of opening was won
   */
  public static Optional<WinCurve> ofClosed(List<Deal> deals, LocalDate observedFrom) {
    CompetingRisks.Builder risks = CompetingRisks.builder();
    Map<Integer, Long> won = new HashMap<>();
    for (Deal deal : deals) {
      if (deal.opened().isEmpty() || deal.closed().isEmpty()) {
        continue;
      }
      LocalDate closed = deal.closed().get();
      if (!closed.isBefore(observedFrom)) {
        int entry = (int) Math.max(0, ChronoUnit.DAYS.between(deal.opened().get(), observedFrom));
        int age = deal.ageOn(closed).orElseThrow();
        if (deal.outcome() == Outcome.WON) {
          risks.won(entry, age);
          won.merge(age, 1L, Long::sum);
        } else {
          risks.lost(entry, age);
        }
      }
    }
    Histogram ages = Histogram.of(won);
    return ages.total() == 0 ? Optional.empty() : Optional.of(of(risks.build(), ages));
  }

  /**
   * Returns the curve of somebody who does not look at ages: as likely won on one day as on
   * another, by wins and losses over the days that deals were open (exponential times), and never
   * stale.
   *
   * @return the curve, cut off at an age of ten years
   */
  public WinCurve ageless() {
    double open = 0;
    for (int age = 0; age <= risks.lastAge(); age++) {
      open += risks.atRisk(age);
    }
    double[] constant = new double[AGELESS];
    Arrays.fill(constant, won.total() / open);
    double[] losing = new double[AGELESS];
    double lost = 0;
    for (int age = 0; age <= risks.lastAge(); age++) {
      double before = age == 0 ? 0 : risks.lostBy(age - 1);
      double survived = age == 0 ? 1 : risks.survival(age - 1);
      lost += survived > 0 ? (risks.lostBy(age) - before) / survived * risks.atRisk(age) : 0;
    }
    Arrays.fill(losing, lost / open);
    return new WinCurve(
        risks, AGELESS - 1, won, new Hazard(constant), new Hazard(losing), season, ageing);
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
   * Returns the age by which one in ten wins have come.
   *
   * @return the age in days; with {@link #lateAge()} the band in which eight in ten wins come
   */
  public int earlyAge() {
    return won.quantile(0.1);
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
    return wins.at(age);
  }

  /**
   * Returns the chance that a deal that is open at an age is won while it grows older by some days,
   * small as a day is, without season.
   *
   * @param age the age in days, 0 or more
   * @param days how much older it grows, 0 or more
   * @return 0 to 1; 0 beyond the stale age
   */
  double hazard(double age, double days) {
    return Math.min(1, wins.over(age, days));
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
    double eventually = eventually();
    if (oddsRatio == 1 || eventually <= 0 || eventually >= 1) {
      return this;
    }
    double odds = oddsRatio * eventually / (1 - eventually);
    return winning(odds / (1 + odds));
  }

  /** The curve with the hazard of winning times the factor that makes a share be won in the end. */
  private WinCurve winning(double share) {
    double factor =
        Hazards.factorFor(share, times -> chanceOf(wins, losses, times, 0, staleAge + 1));
    return new WinCurve(risks, staleAge, won, wins.times(factor, losses), losses, season, ageing);
  }

  private double eventually() {
    return chanceOf(wins, losses, 1, 0, staleAge + 1);
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
    double eventually = eventually();
    if (pace == 1 || eventually <= 0 || eventually >= 1) {
      return this;
    }
    return new WinCurve(
            risks, staleAge, won, wins.stretched(pace), losses.stretched(pace), season, ageing)
        .winning(eventually);
  }

  /**
   * Returns the curve with a season.
   *
   * @param fitted the season
   * @return the curve
   */
  public WinCurve withSeason(QuarterSeason fitted) {
    return new WinCurve(risks, staleAge, won, wins, losses, Optional.of(fitted), ageing);
  }

  /**
   * Returns the curve for deals that do not grow older by one day every day, as holidays lie ahead.
   *
   * @param days by how much a deal grows older on a day, such as {@link
   *     DealAgeing#of(dev.guidepost.core.id.PersonId)}; 0 where nothing can be won
   * @return the curve
   */
  public WinCurve withAgeing(DayFunction days) {
    return new WinCurve(risks, staleAge, won, wins, losses, season, days);
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
    return chanceOf(own.wins, own.losses, 1, age + 1, within);
  }

  /**
   * Returns the chance that an open deal is won before a day, with the season and the ageing.
   *
   * @param age its age in days at the end of today; -1 for one that will be opened tomorrow
   * @param today today
   * @param end the day after the last day that counts
   * @return 0 to 1; 0 for a stale deal
   * @throws IllegalArgumentException if the age is below -1
   */
  public double chance(int age, LocalDate today, LocalDate end) {
    return chance(age, today, today.plusDays(1), daysAhead(today, end));
  }

  /**
   * Returns how the days to come count, to be used for many deals of one owner and any odds of
   * theirs.
   *
   * @param today today
   * @param end the day after the last day that counts
   * @return the days from tomorrow on
   */
  public DaysAhead daysAhead(LocalDate today, LocalDate end) {
    LocalDate first = today.plusDays(1);
    double[] older =
        first.isBefore(end)
            ? first.datesUntil(end).mapToDouble(ageing::on).toArray()
            : new double[0];
    double[] factors = new double[older.length];
    for (int day = 0; day < factors.length; day++) {
      factors[day] = season.isPresent() ? season.get().factor(first.plusDays(day)) : 1;
    }
    return new DaysAhead(first, older, factors);
  }

  /**
   * Returns the chance that an open deal is won on the last of some days, with the season and the
   * ageing.
   *
   * @param age its age in days at the end of a day; -1 for one that is opened on the next
   * @param after that day
   * @param from the first day on which a win counts
   * @param ahead the days to come, of a curve of the same owner; wins count to their end
   * @return 0 to 1; 0 for a stale deal
   * @throws IllegalArgumentException if the age is below -1
   */
  public double chance(int age, LocalDate after, LocalDate from, DaysAhead ahead) {
    return chances(age, after, from, ahead, ahead.size())[0];
  }

  /**
   * Returns the same chance for several ends.
   *
   * @param age its age in days at the end of a day; -1 for one that is opened on the next
   * @param after that day
   * @param from the first day on which a win counts
   * @param ahead the days to come, of a curve of the same owner
   * @param ends how many of the days to come count, see {@link DaysAhead#before}; in ascending
   *     order
   * @return a chance for each end
   * @throws IllegalArgumentException if the age is below -1
   */
  public double[] chances(int age, LocalDate after, LocalDate from, DaysAhead ahead, int... ends) {
    requireAge(age);
    double[] chances = new double[ends.length];
    int counted = ahead.before(from.toEpochDay());
    int day = ahead.before(after.toEpochDay() + 1);
    double open = 1;
    double chance = 0;
    double older = age + 1;
    double won = wins.before(older);
    double lost = losses.before(older);
    for (int i = 0; i < ends.length; i++) {
      for (; day < ends[i] && older < wins.length(); day++) {
        double days = ahead.older(day);
        if (days > 0) {
          older += days;
          double wonThen = wins.before(older);
          double lostThen = losses.before(older);
          double lose = Math.min(1, lostThen - lost);
          double win = Math.min(1 - lose, (wonThen - won) * ahead.factor(day));
          chance += day >= counted ? open * win : 0;
          open *= Math.max(0, 1 - win - lose);
          won = wonThen;
          lost = lostThen;
        }
      }
      chances[i] = Math.min(1, chance);
    }
    return chances;
  }

  private static void requireAge(int age) {
    if (age < -1) {
      throw new IllegalArgumentException("age must be -1 or more, but was " + age);
    }
  }

  /**
   * The chance to be won at the ages from one on, on as many days, if wins are a factor likelier.
   */
  private static double chanceOf(Hazard wins, Hazard losses, double factor, int from, int days) {
    double open = 1;
    double chance = 0;
    for (int age = from; age - from < days && age < wins.length(); age++) {
      double lose = losses.at(age);
      double win = Math.min(1 - lose, wins.at(age) * factor);
      chance += open * win;
      open *= Math.max(0, 1 - win - lose);
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
