package dev.guidepost.targets.plan;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.rates.HalfLife;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The days that evidence looks at, by the weeks and quarters of one calendar.
 *
 * @param calendar whose weeks and quarters
 * @param asOf the last day whose records count
 * @param review the first day of the week after that of the as-of day
 * @param period the quarter that holds the review
 * @param lastFullPeriod the last quarter before it that ends by the as-of day
 * @param allDays from the first fact to the as-of day
 * @param weeks the full weeks, in order
 */
record Windows(
    FiscalCalendar calendar,
    LocalDate asOf,
    LocalDate review,
    Period period,
    Period lastFullPeriod,
    Period allDays,
    ImmutableList<Period> weeks) {

  private static final int CONVERSION_WEEKS = 26;
  private static final int CONVERSION_LAG_WEEKS = 1;
  private static final int LOOK_WEEKS = 7;

  /**
   * Finds the days.
   *
   * @throws IllegalArgumentException if the ledger has no fact up to the as-of day
   */
  static Windows of(
      Ledger ledger, LocalDate asOf, FiscalCalendar calendar, Availability availability) {
    LocalDate first = firstDay(ledger, asOf);
    LocalDate review = calendar.period(Grain.WEEK, asOf).end();
    Period period = calendar.period(Grain.QUARTER, review);
    Period before = calendar.previous(period);
    Period full = before.end().isAfter(asOf.plusDays(1)) ? calendar.previous(before) : before;
    return new Windows(
        calendar,
        asOf,
        review,
        period,
        full,
        Period.custom(first, asOf.plusDays(1)),
        fullWeeks(calendar, availability, first, asOf));
  }

  private static LocalDate firstDay(Ledger ledger, LocalDate asOf) {
    long first = Long.MAX_VALUE;
    for (int i = 0; i < ledger.size(); i++) {
      if (ledger.includes(i)) {
        first = Math.min(first, ledger.epochDay(i));
      }
    }
    if (first > asOf.toEpochDay()) {
      throw new IllegalArgumentException(
          "ledger must have a fact up to the as-of day " + asOf + ", but had none");
    }
    return LocalDate.ofEpochDay(first);
  }

  /** A week is full if no working day of it is still to come. */
  private static ImmutableList<Period> fullWeeks(
      FiscalCalendar calendar, Availability availability, LocalDate first, LocalDate asOf) {
    LocalDate next = asOf.plusDays(1);
    return calendar.periods(Grain.WEEK, first, asOf).stream()
        .filter(week -> !week.start().isBefore(first))
        .filter(
            week -> availability.workingDays().count(availability.place(), next, week.end()) == 0)
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the days of opening of the cohorts that are complete; empty if there is none. */
  Optional<Period> cohort(List<Deal> deals, LocalDate observedFrom, Optional<WinCurve> curve) {
    Optional<LocalDate> firstOpened =
        deals.stream().flatMap(deal -> deal.opened().stream()).min(LocalDate::compareTo);
    if (curve.isEmpty() || firstOpened.isEmpty()) {
      return Optional.empty();
    }
    LocalDate from = firstOpened.get().isAfter(observedFrom) ? firstOpened.get() : observedFrom;
    LocalDate until = asOf.minusDays(curve.get().staleAge()).plusDays(1);
    return from.isBefore(until) ? Optional.of(Period.custom(from, until)) : Optional.empty();
  }

  /** Returns the weeks that tell how often meetings lead to something. */
  Optional<Period> conversion() {
    return window(settled(), CONVERSION_WEEKS);
  }

  /** Returns the last of those weeks. */
  Optional<Period> conversionLook() {
    return window(settled(), LOOK_WEEKS);
  }

  /** Returns the weeks before the last of them. */
  Optional<Period> conversionBaseline() {
    return window(settled().minusWeeks(LOOK_WEEKS), CONVERSION_WEEKS);
  }

  private LocalDate settled() {
    return review.minusWeeks(CONVERSION_LAG_WEEKS);
  }

  private Optional<Period> window(LocalDate until, int weekCount) {
    LocalDate from = until.minusWeeks(weekCount);
    LocalDate start = from.isAfter(allDays.start()) ? from : allDays.start();
    return start.isBefore(until) ? Optional.of(Period.custom(start, until)) : Optional.empty();
  }

  /** Returns the quarters that are over and were observed from their first day on, in order. */
  List<Period> pastQuarters(LocalDate observedFrom) {
    return calendar.periods(Grain.QUARTER, allDays.start(), asOf).stream()
        .filter(quarter -> !quarter.start().isBefore(observedFrom))
        .filter(quarter -> !quarter.start().isBefore(allDays.start()))
        .filter(quarter -> !quarter.end().isAfter(asOf.plusDays(1)))
        .toList();
  }

  /** Returns a day that lies as far into another quarter as the as-of day into its own. */
  LocalDate sameDay(Period quarter) {
    return quarter.start().plusDays(ChronoUnit.DAYS.between(period.start(), asOf));
  }

  /** Returns the days of a past quarter up to that day; empty before the first. */
  Optional<Period> soFar(Period quarter) {
    LocalDate next = sameDay(quarter).plusDays(1);
    LocalDate end = next.isBefore(quarter.end()) ? next : quarter.end();
    return quarter.start().isBefore(end)
        ? Optional.of(Period.custom(quarter.start(), end))
        : Optional.empty();
  }

  /** Returns the days of the last full quarter that are still to come of this one. */
  Optional<Period> repeated(LocalDate observedFrom) {
    LocalDate first = lastFullPeriod.start();
    LocalDate next = sameDay(lastFullPeriod).plusDays(1);
    LocalDate start = next.isAfter(first) ? next : first;
    return start.isBefore(observedFrom)
            || start.isBefore(allDays.start())
            || !start.isBefore(lastFullPeriod.end())
        ? Optional.empty()
        : Optional.of(Period.custom(start, lastFullPeriod.end()));
  }

  /** Returns all that a cube has to keep, each once. */
  List<Period> kept(Optional<Period> cohort, LocalDate observedFrom, HalfLife halfLife) {
    List<Period> periods = new ArrayList<>();
    for (Grain grain : List.of(Grain.YEAR, Grain.QUARTER, Grain.MONTH)) {
      periods.addAll(calendar.periods(grain, allDays.start(), review));
    }
    if (!lastFullPeriod.end().isAfter(allDays.start())) {
      periods.add(lastFullPeriod);
    }
    repeated(observedFrom).ifPresent(periods::add);
    pastQuarters(observedFrom).forEach(quarter -> soFar(quarter).ifPresent(periods::add));
    periods.addAll(weeks);
    periods.add(allDays);
    periods.addAll(halfLife.pieces(allDays));
    for (Optional<Period> window :
        List.of(cohort, conversion(), conversionLook(), conversionBaseline())) {
      window.ifPresent(periods::add);
      window.ifPresent(one -> periods.addAll(halfLife.pieces(one)));
    }
    return periods.stream().distinct().toList();
  }
}
