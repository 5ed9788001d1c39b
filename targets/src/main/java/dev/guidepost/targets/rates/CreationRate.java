package dev.guidepost.targets.rates;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.stat.GammaPoisson;
import dev.guidepost.core.time.DayFunction;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.rates.PooledLevel.Group;
import dev.guidepost.targets.rates.PooledLevel.Member;
import dev.guidepost.targets.rates.PooledLevel.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many a week a person creates of late, pooled with the team, or with those of the same role: a
 * gamma distribution of the true rate (gamma-Poisson; Casella 1985). How much people of a group
 * differ is learned from all groups together, and what is not known of it widens the distribution.
 *
 * @param person whose rate it is
 * @param count how many in the recent weeks
 * @param weeks how many of these weeks the person belonged to the company and worked, in full
 *     weeks: a holiday is a fifth of a week for whoever works five days
 * @param perWeek the mean of the rate, a full week
 * @param shape the shape of the gamma distribution
 * @param rate the rate of the gamma distribution, in weeks
 * @param bestMonthPerWeek the person's best four weeks in a row, a week; 0 without four weeks
 */
public record CreationRate(
    PersonId person,
    long count,
    double weeks,
    double perWeek,
    double shape,
    double rate,
    double bestMonthPerWeek) {

  private static final int MONTH_WEEKS = 4;
  private static final int QUARTER_WEEKS = 13;
  private static final double HALF = 0.5;

  /**
   * Fits the rates of all who stand in a unit on a day.
   *
   * @param cube a cube that keeps the weeks
   * @param day on which people stand in units
   * @param metric a metric that is a sum of counts, such as {@code opportunities}
   * @param weeks all full weeks of history, in order, without gaps
   * @param recent how many of the last of them make the recent rate, at least 1; with a half-life,
   *     all of them do, and these are those that are counted in {@link #count()}
   * @param availability who works when; its holidays must be known in the weeks
   * @param pooling with whose record a person's is pooled; alone, with half an event of the common
   *     rate
   * @return the rates by person, unit by unit; what is dated to weeks in which a person was not
   *     there, such as inherited deals, is not the person's creation
   * @throws IllegalArgumentException if {@code recent} is below 1
   */
  public static Map<PersonId, CreationRate> fit(
      Cube cube,
      LocalDate day,
      MetricId metric,
      List<Period> weeks,
      int recent,
      Availability availability,
      Pooling pooling) {
    if (recent < 1) {
      throw new IllegalArgumentException("recent must be at least 1, but was " + recent);
    }
    Presence presence = new Presence(cube.organisation(), availability);
    List<Period> window = weeks.subList(Math.max(0, weeks.size() - recent), weeks.size());
    Map<String, List<Seen>> groups = new LinkedHashMap<>();
    for (UnitId unit : cube.organisation().units()) {
      for (PersonId person : cube.organisation().members(unit, day)) {
        Seen seen = Seen.of(cube, person, metric, window, presence, HalfLife.NONE);
        HalfLife fading = pooling.halfLife();
        Seen weighted =
            fading.fades() ? Seen.of(cube, person, metric, weeks, presence, fading) : seen;
        groups
            .computeIfAbsent(
                pooling.peers().of(person).map(peers -> "of " + peers).orElse(unit.value()),
                key -> new ArrayList<>())
            .add(
                new Seen(
                    person, seen.count, seen.weeks, weighted.weightedCount, weighted.exposure));
      }
    }
    Map<PersonId, CreationRate> rates = new LinkedHashMap<>();
    beliefs(List.copyOf(groups.values()), pooling)
        .forEach(
            (seen, belief) ->
                rates.put(
                    seen.person,
                    new CreationRate(
                        seen.person,
                        seen.count,
                        seen.weeks,
                        belief.mean(),
                        belief.shape(),
                        belief.rate(),
                        best(cube, seen.person, metric, weeks, presence))));
    return rates;
  }

  /** Pools groups under the company, and people under their groups. */
  private static Map<Seen, GammaPoisson> beliefs(List<List<Seen>> groups, Pooling pooling) {
    Map<Seen, GammaPoisson> beliefs = new LinkedHashMap<>();
    List<Tally> sums = groups.stream().map(CreationRate::sum).toList();
    if (pooling.alone()) {
      double exposure = sums.stream().mapToDouble(Tally::exposure).sum();
      double count = Math.max(HALF, sums.stream().mapToDouble(Tally::events).sum());
      GammaPoisson half = GammaPoisson.of(HALF, exposure == 0 ? HALF : HALF * exposure / count);
      groups.forEach(
          group ->
              group.forEach(
                  seen -> beliefs.put(seen, half.update(seen.weightedCount, seen.exposure))));
      return beliefs;
    }
    Conjugate.Counts counts = new Conjugate.Counts();
    List<Member<GammaPoisson>> company =
        PooledLevel.pool(counts, List.of(new Group<>(List.of(), sums))).get(0);
    List<Group<GammaPoisson>> below = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      below.add(
          new Group<>(company.get(g).before(), groups.get(g).stream().map(Seen::tally).toList()));
    }
    List<List<Member<GammaPoisson>>> members = PooledLevel.pool(counts, below);
    for (int g = 0; g < groups.size(); g++) {
      for (int i = 0; i < groups.get(g).size(); i++) {
        beliefs.put(groups.get(g).get(i), Conjugate.Counts.matched(members.get(g).get(i).after()));
      }
    }
    return beliefs;
  }

  private static Tally sum(List<Seen> group) {
    return new Tally(
        group.stream().mapToDouble(Seen::weightedCount).sum(),
        group.stream().mapToDouble(Seen::exposure).sum());
  }

  /** What was seen of one person. */
  private record Seen(
      PersonId person, long count, double weeks, double weightedCount, double exposure) {

    Tally tally() {
      return new Tally(weightedCount, exposure);
    }

    static Seen of(
        Cube cube,
        PersonId person,
        MetricId metric,
        List<Period> window,
        Presence presence,
        HalfLife halfLife) {
      long count = 0;
      double weeks = 0;
      double weighted = 0;
      double exposure = 0;
      for (Period week : window) {
        double weight = halfLife.weight(week, window.get(window.size() - 1).end());
        double share = presence.share(person, week);
        long opened = CreationRate.count(cube, person, metric, week, presence);
        count += opened;
        weeks += share;
        weighted += weight * opened;
        exposure += weight * share;
      }
      return new Seen(person, count, weeks, exposure > 0 ? weighted : 0, exposure);
    }
  }

  /** How much of each week a person belonged to the company and worked. */
  private record Presence(Organisation organisation, Availability availability) {

    double share(PersonId person, Period week) {
      return availability.share(person, exposure(person), week);
    }

    Exposure exposure(PersonId person) {
      return availability.exposure(person).times("present", organisation.presence(person));
    }

    /** Whether somebody was there on a weekday, be it a holiday. */
    boolean there(PersonId person, Period week) {
      DayFunction present = organisation.presence(person);
      return week.start()
          .datesUntil(week.end())
          .anyMatch(
              day ->
                  present.on(day) > 0
                      && availability.isWeekday(person, day)
                      && !availability.onLeave(person, day));
    }
  }

  private static long count(
      Cube cube, PersonId person, MetricId metric, Period week, Presence presence) {
    return presence.there(person, week) ? cube.sum(person, metric, week).unscaledAt(0) : 0;
  }

  private static double best(
      Cube cube, PersonId person, MetricId metric, List<Period> weeks, Presence presence) {
    long best = 0;
    long running = 0;
    for (int i = 0; i < weeks.size(); i++) {
      running += count(cube, person, metric, weeks.get(i), presence);
      if (i >= MONTH_WEEKS) {
        running -= count(cube, person, metric, weeks.get(i - MONTH_WEEKS), presence);
      }
      if (i >= MONTH_WEEKS - 1) {
        best = Math.max(best, running);
      }
    }
    return (double) best / MONTH_WEEKS;
  }

  /**
   * Tells whether the person creates at all.
   *
   * @return false for one who never did and of whom less than one in a quarter is expected, such as
   *     a manager
   */
  public boolean creates() {
    return count > 0 || bestMonthPerWeek > 0 || perWeek * QUARTER_WEEKS >= 1;
  }

  /**
   * Returns the most that a plan asks.
   *
   * @return the best month, or the usual rate where that is higher, such as that of the others for
   *     a new hire; 0 for one who does not create
   */
  public double mostPerWeek() {
    return creates() ? Math.max(bestMonthPerWeek, perWeek) : 0;
  }

  /**
   * Returns usual rate and best month in words.
   *
   * @return such as {@code "usual 4.1, best month 6.5"}, or that the usual rate is above it
   */
  public String pace() {
    return String.format(
        Locale.ROOT,
        "usual %.1f, %sbest month %.1f",
        perWeek,
        perWeek > bestMonthPerWeek && creates() ? "above the " : "",
        bestMonthPerWeek);
  }

  /** Returns the rate on one line, such as {@code "4.1 a week (33 in 8 weeks), best month 6.5"}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.1f a week (%d in %.1f weeks), best month %.1f",
        perWeek,
        count,
        weeks,
        bestMonthPerWeek);
  }
}
