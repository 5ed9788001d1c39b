package dev.guidepost.targets.evidence;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.feed.RecordFacts;
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
 * <pre>{@code
 * Windows windows = evidence.windows();
 * windows.lastFullPeriod();   // Q3 2026
 * windows.repeated();         // its days that are still to come of this quarter
 * }</pre>
 *
 * @param calendar whose weeks and quarters
 * @param observedFrom the first day on which closings were recorded
 * @param asOf the last day whose records count
 * @param review the first day of the week after that of the as-of day
 * @param period the quarter that holds the review
 * @param lastFullPeriod the last quarter before it that ends by the as-of day
 * @param allDays from the first fact to the as-of day
 * @param weeks the full weeks, in order: those whose first day has records before or on it and
 *     which have no working day after the as-of day, at the place of most; unmodifiable
 */
public record Windows(
    FiscalCalendar calendar,
    LocalDate observedFrom,
    LocalDate asOf,
    LocalDate review,
    Period period,
    Period lastFullPeriod,
    Period allDays,
    List<Period> weeks) {

  private static final int CONVERSION_WEEKS = 26;
  private static final int CONVERSION_LAG_WEEKS = 1;
  private static final int LOOK_WEEKS = 7;

  /**
   * Creates windows; see {@link Evidence#windows}.
   *
   * @param calendar whose weeks and quarters
   * @param observedFrom the first day on which closings were recorded
   * @param asOf the last day whose records count
   * @param review the first day of the week after that of the as-of day
   * @param period the quarter that holds the review
   * @param lastFullPeriod the last quarter before it that ends by the as-of day
   * @param allDays from the first fact to the as-of day
   * @param weeks the full weeks, in order
   */
  public Windows {
    weeks = ImmutableList.copyOf(weeks);
  }

  /**
   * Finds the days.
   *
   * @throws IllegalArgumentException if the ledger has no fact up to the as-of day, or is written
   *     as of another
   */
  static Windows of(
      Ledger ledger, RecordFacts facts, FiscalCalendar calendar, Availability availability) {
    LocalDate asOf = facts.asOf();
    LocalDate first = firstDay(ledger, asOf);
    AsWritten.require(ledger, asOf);
    LocalDate review = calendar.period(Grain.WEEK, asOf).end();
    Period period = calendar.period(Grain.QUARTER, review);
    Period before = calendar.previous(period);
    Period full = before.end().isAfter(asOf.plusDays(1)) ? calendar.previous(before) : before;
    return new Windows(
        calendar,
        facts.observedFrom(),
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
  Optional<Period> cohort(List<Deal> deals, Optional<WinCurve> curve) {
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

  /**
   * Returns the recent weeks in which conversions are looked at: those that ended one week before
   * the review, as a meeting needs time to lead to an opportunity.
   *
   * @return seven weeks; empty if history does not reach back
   */
  public Optional<Period> conversionLook() {
    return window(settled(), LOOK_WEEKS);
  }

  /**
   * Returns the weeks before {@link #conversionLook()} that tell which conversion is usual.
   *
   * @return up to 26 weeks; empty if history does not reach back
   */
  public Optional<Period> conversionBaseline() {
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

  /**
   * Returns the quarters that are over by the as-of day and were observed from their first day on.
   *
   * @return the quarters in order; unmodifiable
   */
  public List<Period> pastQuarters() {
    return calendar.periods(Grain.QUARTER, allDays.start(), asOf).stream()
        .filter(quarter -> !quarter.start().isBefore(observedFrom))
        .filter(quarter -> !quarter.start().isBefore(allDays.start()))
        .filter(quarter -> !quarter.end().isAfter(asOf.plusDays(1)))
        .toList();
  }

  /**
   * Returns the day that lies as far into another quarter as the as-of day into the one planned
   * for.
   *
   * @param quarter another quarter
   * @return the day; before the quarter's first if this quarter has not begun, and after its last
   *     if it is shorter
   */
  public LocalDate sameDay(Period quarter) {
    return quarter.start().plusDays(ChronoUnit.DAYS.between(period.start(), asOf));
  }

  /**
   * Returns the days of a past quarter up to {@link #sameDay}.
   *
   * @param quarter the quarter
   * @return its first days, that day included; empty if this quarter has not begun
   */
  public Optional<Period> soFar(Period quarter) {
    LocalDate next = sameDay(quarter).plusDays(1);
    LocalDate end = next.isBefore(quarter.end()) ? next : quarter.end();
    return quarter.start().isBefore(end)
        ? Optional.of(Period.custom(quarter.start(), end))
        : Optional.empty();
  }

  /**
   * Returns the days of the last full quarter that are still to come of this one.
   *
   * @return the days; empty if there is none, or closings were not observed on all of them
   */
  public Optional<Period> repeated() {
    LocalDate first = lastFullPeriod.start();
    LocalDate next = sameDay(lastFullPeriod).plusDays(1);
    LocalDate start = next.isAfter(first) ? next : first;
    return start.isBefore(observedFrom)
            || start.isBefore(allDays.start())
            || !start.isBefore(lastFullPeriod.end())
        ? Optional.empty()
        : Optional.of(Period.custom(start, lastFullPeriod.end()));
  }

  /**
   * Tells whether closings were observed during all of {@link #lastFullPeriod()}.
   *
   * @return false if observation began after its first day, so that it cannot be repeated
   */
  public boolean lastFullPeriodObserved() {
    return !lastFullPeriod.start().isBefore(observedFrom);
  }

  /**
   * Returns the weeks of a plan.
   *
   * @param end the day after the last day planned for, after the review
   * @return the calendar's weeks from the review on that start before that day, in order;
   *     unmodifiable
   */
  public List<Period> weeksUntil(LocalDate end) {
    return calendar.periods(Grain.WEEK, review, end.minusDays(1));
  }

  /** Returns all that a cube has to keep, each once. */
  List<Period> kept(Optional<Period> cohort, HalfLife halfLife) {
    List<Period> periods = new ArrayList<>();
    for (Grain grain : List.of(Grain.YEAR, Grain.QUARTER, Grain.MONTH)) {
      periods.addAll(calendar.periods(grain, allDays.start(), review));
    }
    if (!lastFullPeriod.end().isAfter(allDays.start())) {
      periods.add(lastFullPeriod);
    }
    repeated().ifPresent(periods::add);
    pastQuarters().forEach(quarter -> soFar(quarter).ifPresent(periods::add));
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
