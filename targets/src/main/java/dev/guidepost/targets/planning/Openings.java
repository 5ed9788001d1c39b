package dev.guidepost.targets.planning;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.time.DayFunction;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.DaysAhead;
import dev.guidepost.targets.funnel.WinCurve;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** When a person opens deals: how much of each week is worked, and on which of its days. */
final class Openings {

  private final List<Period> weeks;
  private final double[] available;
  private final double[][] opening;

  /** The days after the as-of day and before the first week; not planned for, but worked. */
  private final Optional<Period> lead;

  private final double leadWeeks;
  private final double[] leadOpening;

  /**
   * Looks at the days of a person.
   *
   * @param end the day after the last that counts
   * @param weeks the weeks from the review on that start before it
   */
  Openings(Evidence evidence, PersonId person, LocalDate end, List<Period> weeks) {
    this.weeks = weeks;
    Exposure days = evidence.exposure(person);
    this.available =
        weeks.stream()
            .mapToDouble(week -> evidence.availability().share(person, days, week))
            .toArray();
    List<DayFunction> counts =
        List.of(days, evidence.availability().workdays(person), DayFunction.ALWAYS);
    this.opening = weeks.stream().map(week -> opening(counts, week)).toArray(double[][]::new);
    LocalDate next = evidence.asOf().plusDays(1);
    LocalDate until = evidence.review().isBefore(end) ? evidence.review() : end;
    this.lead = next.isBefore(until) ? Optional.of(Period.custom(next, until)) : Optional.empty();
    this.leadWeeks = lead.map(first -> leadWeeks(evidence, person, days, first)).orElse(0.0);
    this.leadOpening = lead.map(first -> opening(counts, first)).orElse(new double[0]);
  }

  /** How much of a full week the person can work on the days before the first. */
  private static double leadWeeks(Evidence evidence, PersonId person, Exposure days, Period lead) {
    LocalDate start = lead.start();
    long usual =
        start
            .datesUntil(start.plusWeeks(1))
            .filter(day -> evidence.availability().isWeekday(person, day))
            .count();
    return usual == 0 ? 0 : days.over(lead) / usual;
  }

  /**
   * How likely a deal of a week is opened on each of its days: on one that the person works; where
   * there is none, on one that the place works; else on any.
   */
  private static double[] opening(List<DayFunction> counting, Period week) {
    for (DayFunction counts : counting) {
      double[] weights = week.start().datesUntil(week.end()).mapToDouble(counts::on).toArray();
      double sum = Arrays.stream(weights).sum();
      if (sum > 0) {
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
      }
    }
    throw new IllegalStateException("week must have a day, but was " + week);
  }

  /** The weeks, in order. */
  List<Period> weeks() {
    return weeks;
  }

  /** How much of each week the person can work. */
  double[] available() {
    return available;
  }

  /**
   * The chance of a deal of each week to be won from a day on until some ends.
   *
   * @param ends how many of the days ahead count, in ascending order
   * @return by week and end
   */
  double[][] chances(WinCurve curve, LocalDate from, DaysAhead ahead, int... ends) {
    double[][] chances = new double[weeks.size()][];
    for (int w = 0; w < chances.length; w++) {
      chances[w] = chances(curve, weeks.get(w), opening[w], from, ahead, ends);
    }
    return chances;
  }

  /** The chance of a deal opened before the first week to be won from a day on; 0 without one. */
  double leadChance(WinCurve curve, LocalDate from, DaysAhead ahead) {
    return lead.map(days -> chances(curve, days, leadOpening, from, ahead, ahead.size())[0])
        .orElse(0.0);
  }

  private static double[] chances(
      WinCurve curve, Period days, double[] opened, LocalDate from, DaysAhead ahead, int... ends) {
    LocalDate before = days.start().minusDays(1);
    double[] chances = new double[ends.length];
    for (int d = 0; d < opened.length; d++) {
      if (opened[d] > 0) {
        double[] won = curve.chances(-1, before.plusDays(d), from, ahead, ends);
        for (int i = 0; i < chances.length; i++) {
          chances[i] += won[i] * opened[d];
        }
      }
    }
    return chances;
  }

  /**
   * The weeks to come, each as far as it is worked, lies before a day, and its deals are won.
   *
   * @param lead the chance of a deal opened before the first week
   * @param chances the chance of a deal of each week
   */
  double effectiveWeeks(double lead, double[] chances, LocalDate until) {
    double effective =
        leadWeeks * lead * this.lead.map(days -> opened(days, leadOpening, until)).orElse(0.0);
    for (int w = 0; w < chances.length; w++) {
      effective += chances[w] * available[w] * opened(weeks.get(w), opening[w], until);
    }
    return effective;
  }

  /** The share of the deals of some days that is opened before a day. */
  private static double opened(Period days, double[] weights, LocalDate until) {
    return days.end().isAfter(until)
        ? Arrays.stream(weights)
            .limit(Math.max(0, ChronoUnit.DAYS.between(days.start(), until)))
            .sum()
        : 1;
  }
}
