package dev.guidepost.targets.rates;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.stat.GammaPoisson;
import dev.guidepost.core.time.DayFunction;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.org.Organisation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many a week a person creates of late, pooled with the team: a gamma distribution of the true
 * rate (gamma-Poisson; Casella 1985).
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

  /**
   * Fits the rates of the people of a unit, at any depth.
   *
   * @param cube a cube that keeps the weeks
   * @param people the people, pooled among each other
   * @param metric a metric that is a sum of counts, such as {@code opportunities}
   * @param weeks all full weeks of history, in order, without gaps
   * @param recent how many of the last of them make the recent rate, at least 1
   * @param availability who works when; its holidays must be known in the recent weeks
   * @return the rates by person, in the order given; what is dated to weeks in which a person was
   *     not there, such as inherited deals, is not the person's creation
   * @throws IllegalArgumentException if {@code recent} is below 1
   */
  public static Map<PersonId, CreationRate> fit(
      Cube cube,
      List<PersonId> people,
      MetricId metric,
      List<Period> weeks,
      int recent,
      Availability availability) {
    return fit(cube, people, metric, weeks, recent, availability, true);
  }

  /**
   * Fits the rates of the people of a unit, at any depth, pooled or not.
   *
   * @param cube a cube that keeps the weeks
   * @param people the people
   * @param metric a metric that is a sum of counts, such as {@code opportunities}
   * @param weeks all full weeks of history, in order, without gaps
   * @param recent how many of the last of them make the recent rate, at least 1
   * @param availability who works when; its holidays must be known in the recent weeks
   * @param pooled false for everybody's own record alone, but for half an event of the common rate
   * @return the rates by person, in the order given
   * @throws IllegalArgumentException if {@code recent} is below 1
   */
  public static Map<PersonId, CreationRate> fit(
      Cube cube,
      List<PersonId> people,
      MetricId metric,
      List<Period> weeks,
      int recent,
      Availability availability,
      boolean pooled) {
    if (recent < 1) {
      throw new IllegalArgumentException("recent must be at least 1, but was " + recent);
    }
    Presence presence = new Presence(cube.organisation(), availability);
    List<Period> window = weeks.subList(Math.max(0, weeks.size() - recent), weeks.size());
    long[] counts = new long[people.size()];
    double[] exposures = new double[people.size()];
    List<Integer> present = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      for (Period week : window) {
        exposures[i] += presence.share(people.get(i), week);
        counts[i] += count(cube, people.get(i), metric, week, presence);
      }
      if (exposures[i] > 0) {
        present.add(i);
      }
    }
    GammaPoisson prior =
        prior(
            present.stream().mapToLong(i -> counts[i]).toArray(),
            present.stream().mapToDouble(i -> exposures[i]).toArray(),
            pooled);
    Map<PersonId, CreationRate> rates = new LinkedHashMap<>();
    for (int i = 0; i < people.size(); i++) {
      PersonId person = people.get(i);
      GammaPoisson posterior = prior.update(counts[i], exposures[i]);
      rates.put(
          person,
          new CreationRate(
              person,
              counts[i],
              exposures[i],
              posterior.mean(),
              posterior.shape(),
              posterior.rate(),
              best(cube, person, metric, weeks, presence)));
    }
    return rates;
  }

  private static GammaPoisson prior(long[] counts, double[] exposures, boolean pooled) {
    long total = 0;
    double exposure = 0;
    for (int i = 0; i < counts.length; i++) {
      total += counts[i];
      exposure += exposures[i];
    }
    if (!pooled && total > 0) {
      return GammaPoisson.of(0.5, 0.5 * exposure / total);
    }
    if (counts.length < 3 || total == 0) {
      // Too few to learn how much people differ: one week's worth of the common rate.
      return GammaPoisson.of(exposure == 0 ? 0.5 : (total + 0.5) / exposure, 1);
    }
    GammaPoisson.Fit fit = GammaPoisson.fit(counts, exposures);
    return GammaPoisson.of(fit.shape(), fit.rate());
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
