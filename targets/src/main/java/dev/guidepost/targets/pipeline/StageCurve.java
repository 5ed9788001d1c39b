package dev.guidepost.targets.pipeline;

import dev.guidepost.core.quantity.Histogram;
import dev.guidepost.core.stat.CompetingRisks;
import dev.guidepost.core.stat.Hazards;
import java.util.Locale;

/**
 * How likely a deal goes on from a stage, by how long it has been there: a stay ends by going on or
 * by being lost, each with its own times, so that the age of a deal in its stage tells (Howard
 * 1971; Cinlar 1975).
 *
 * <p>Fitted, it is the Aalen-Johansen estimate with deals that are still there censored and with
 * delayed entry. A deal that is there for longer than any that went on is stale: its chance is 0.
 * Some deals pass over a stage without being there; that share is kept apart.
 *
 * <pre>{@code
 * StageCurve proposal = StageCurve.declared("Proposal", .7, 0, .1, .3, .3, .2, .1);
 * proposal.advances();       // .7
 * proposal.stillThere(1);    // .9
 * }</pre>
 */
public final class StageCurve {

  /**
   * What a curve stands on.
   *
   * @param advanced stays that ended by going on
   * @param lost stays that ended in a loss
   * @param open stays that last
   * @param skips how often the stage was skipped
   * @param returns steps back from it
   */
  public record Stays(long advanced, long lost, long open, long skips, long returns) {

    /**
     * Returns how many stays there were.
     *
     * @return those that ended and those that last
     */
    public long all() {
      return advanced + lost + open;
    }

    /** Returns the counts on one line. */
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%,d stays: %,d went on, %,d lost, %,d still there%s%s",
          all(),
          advanced,
          lost,
          open,
          skips == 0 ? "" : String.format(Locale.ROOT, "; %,d skipped it", skips),
          returns == 0 ? "" : String.format(Locale.ROOT, "; %,d steps back", returns));
    }
  }

  private final String stage;
  private final Stays stays;
  private final double[] going;
  private final double[] losing;
  private final int staleAge;
  private final double skipped;
  private final double[] there;
  private final double[] gone;

  private StageCurve(
      String stage, Stays stays, double[] going, double[] losing, int staleAge, double skipped) {
    this.stage = stage;
    this.stays = stays;
    this.going = going;
    this.losing = losing;
    this.staleAge = staleAge;
    this.skipped = skipped;
    this.there = new double[going.length];
    this.gone = new double[going.length];
    double open = 1;
    double advanced = 0;
    for (int age = 0; age < there.length; age++) {
      advanced += open * going[age];
      open *= Math.max(0, 1 - going[age] - losing[age]);
      gone[age] = Math.min(1, advanced);
      there[age] = open;
    }
  }

  /** Fits a curve to days at a stage; there must be a stay that went on. */
  static StageCurve fit(
      String stage,
      Histogram entries,
      Histogram advanced,
      Histogram lost,
      Histogram open,
      long skips,
      long returns) {
    CompetingRisks risks =
        CompetingRisks.of(entries.toArray(), advanced.toArray(), lost.toArray(), open.toArray());
    double[] going = new double[advanced.max() + 1];
    double[] losing = new double[going.length];
    for (int age = 0; age < going.length; age++) {
      double before = age == 0 ? 1 : risks.survival(age - 1);
      if (before > 0) {
        going[age] = (risks.wonBy(age) - (age == 0 ? 0 : risks.wonBy(age - 1))) / before;
        losing[age] = (risks.lostBy(age) - (age == 0 ? 0 : risks.lostBy(age - 1))) / before;
      }
    }
    long watched = entries.count(0) + skips;
    return new StageCurve(
        stage,
        new Stays(advanced.total(), lost.total(), open.total(), skips, returns),
        going,
        losing,
        advanced.max(),
        watched == 0 ? 0 : (double) skips / watched);
  }

  /**
   * Returns a curve that was declared and not learned, with the same times for deals that go on and
   * for those that are lost.
   *
   * @param stage the stage's name
   * @param advances the share of deals that go on, above 0 to 1
   * @param times the share of stays that end after as many steps as its position says, 0 or more;
   *     they add up to 1
   * @return the curve; a step is whatever the times are in, such as a day or a week
   * @throws IllegalArgumentException if a share is out of bounds or the times do not add up to 1
   */
  public static StageCurve declared(String stage, double advances, double... times) {
    return declared(stage, advances, times, times);
  }

  /**
   * Returns a curve that was declared and not learned.
   *
   * @param stage the stage's name
   * @param advances the share of deals that go on, above 0 to 1
   * @param toAdvance the times of deals that go on, as shares by step that add up to 1
   * @param toLoss the times of deals that are lost, likewise
   * @return the curve
   * @throws IllegalArgumentException if a share is out of bounds or times do not add up to 1
   */
  public static StageCurve declared(
      String stage, double advances, double[] toAdvance, double[] toLoss) {
    if (!(advances > 0 && advances <= 1)) {
      throw new IllegalArgumentException(
          "share that goes on must be above 0 to 1, but was " + advances);
    }
    requireTimes(toAdvance);
    requireTimes(toLoss);
    int last = toAdvance.length - 1;
    while (toAdvance[last] == 0) {
      last--;
    }
    double[] going = new double[last + 1];
    double[] losing = new double[last + 1];
    double advancing = tail(toAdvance, 0);
    double losers = tail(toLoss, 0);
    for (int age = 0; age <= last; age++) {
      double open = advances * advancing + (1 - advances) * losers;
      double loss = age < toLoss.length ? toLoss[age] : 0;
      if (open > 0) {
        going[age] = Math.min(1, advances * toAdvance[age] / open);
        losing[age] = Math.min(1 - going[age], (1 - advances) * loss / open);
      }
      advancing = tail(toAdvance, age + 1);
      losers = tail(toLoss, age + 1);
    }
    return new StageCurve(stage, new Stays(0, 0, 0, 0, 0), going, losing, last, 0);
  }

  private static double tail(double[] times, int from) {
    double sum = 0;
    for (int i = times.length - 1; i >= from; i--) {
      sum += times[i];
    }
    return sum;
  }

  private static void requireTimes(double[] times) {
    double sum = 0;
    for (double time : times) {
      if (!(time >= 0)) {
        throw new IllegalArgumentException("share of times must be 0 or more, but was " + time);
      }
      sum += time;
    }
    if (!(Math.abs(sum - 1) <= 1e-9)) {
      throw new IllegalArgumentException("times must add up to 1, but did to " + sum);
    }
  }

  /** The same curve of a stage with another name. */
  StageCurve named(String name) {
    return new StageCurve(name, stays, going, losing, staleAge, skipped);
  }

  /**
   * Returns the stage.
   *
   * @return its name
   */
  public String stage() {
    return stage;
  }

  /**
   * Returns what the curve stands on.
   *
   * @return the counts; all 0 for a declared curve
   */
  public Stays stays() {
    return stays;
  }

  /**
   * Returns the share of deals at the stage that go on in the end.
   *
   * @return 0 to 1; what is undecided at the stale age counts as not going on
   */
  public double advances() {
    return gone[gone.length - 1];
  }

  /**
   * Returns the share of deals that have gone on by an age at the stage.
   *
   * @param age the steps since entry, that step included
   * @return 0 to 1
   */
  public double advancedBy(int age) {
    return age < 0 ? 0 : gone[Math.min(age, gone.length - 1)];
  }

  /**
   * Returns the share of deals that are there for longer than an age, and not stale.
   *
   * @param age the steps since entry
   * @return 0 to 1; 0 from the stale age on
   */
  public double stillThere(int age) {
    return age < 0 ? 1 : age >= staleAge ? 0 : there[age];
  }

  /**
   * Returns the longest stay after which a deal went on.
   *
   * @return the age at the stage, in steps; a deal that is there for longer is stale
   */
  public int staleAge() {
    return staleAge;
  }

  /**
   * Returns the share of deals that pass over the stage without being there.
   *
   * @return 0 to 1
   */
  public double skipped() {
    return skipped;
  }

  /**
   * Returns how long deals are there on average, counting each until it is stale at the longest.
   *
   * @return the mean number of steps
   */
  public double meanStay() {
    double sum = 0;
    for (int age = 0; age < staleAge; age++) {
      sum += there[age];
    }
    return sum;
  }

  /** How likely it goes on at an age, of deals that are there before it. */
  double going(int age) {
    return age < going.length ? going[age] : 0;
  }

  /** How likely it is lost at an age, of deals that are there before it. */
  double losing(int age) {
    return age < losing.length ? losing[age] : 0;
  }

  /**
   * Returns the curve of somebody whose deals go on with other odds: the chance of going on times
   * one factor at all ages.
   *
   * @param oddsRatio the odds of going on in the end over those of this curve, above 0
   * @return the curve
   * @throws IllegalArgumentException if the ratio is not above 0 and finite
   */
  public StageCurve withOdds(double oddsRatio) {
    if (!(oddsRatio > 0 && oddsRatio < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("odds ratio must be above 0, but was " + oddsRatio);
    }
    double share = advances();
    if (oddsRatio == 1 || share <= 0 || share >= 1) {
      return this;
    }
    double odds = oddsRatio * share / (1 - share);
    return times(Hazards.factorFor(odds / (1 + odds), factor -> times(factor).advances()));
  }

  private StageCurve times(double factor) {
    double[] scaled = new double[going.length];
    for (int age = 0; age < scaled.length; age++) {
      scaled[age] = Math.min(1 - losing[age], going[age] * factor);
    }
    return new StageCurve(stage, stays, scaled, losing, staleAge, skipped);
  }

  /**
   * Returns share, times and evidence on one line, such as {@code "Proposal: 62 % go on, half of
   * them within 14, stale after 88; 412 stays: 240 went on, 142 lost, 30 still there"}.
   */
  @Override
  public String toString() {
    int median = 0;
    while (median < staleAge && gone[median] < advances() / 2) {
      median++;
    }
    return String.format(
        Locale.ROOT,
        "%s: %.0f %% go on, half of them within %d, stale after %d; %s",
        stage,
        advances() * 100,
        median,
        staleAge,
        stays.all() == 0 ? "declared" : stays);
  }
}
