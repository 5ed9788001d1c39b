package dev.guidepost.rollup.cube;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is to be rolled up: a ledger, an organisation, the periods to keep, and whose tree counts.
 *
 * <p>Immutable: each method returns another roll-up, so one can be kept and varied.
 *
 * <pre>{@code
 * Rollup quarter = Rollup.of(ledger).over(organisation).periods(List.of(q3));
 * Cube asItWas = quarter.build();
 * Cube restated = quarter.organisedOn(LocalDate.of(2026, 9, 30)).build();
 * }</pre>
 */
public final class Rollup {

  private final Ledger ledger;
  private final @Nullable Organisation organisation;
  private final Optional<LocalDate> organisedOn;
  private final ImmutableList<Period> periods;
  private final @Nullable FiscalCalendar calendar;

  private Rollup(
      Ledger ledger,
      @Nullable Organisation organisation,
      Optional<LocalDate> organisedOn,
      ImmutableList<Period> periods,
      @Nullable FiscalCalendar calendar) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.organisation = organisation;
    this.organisedOn = organisedOn;
    this.periods = periods;
    this.calendar = calendar;
  }

  /**
   * Returns the roll-up of a ledger, as it was; organisation and periods are still to be given.
   *
   * @param ledger the facts, or a view of them such as {@link Ledger#known(LocalDate)}
   * @return the roll-up
   */
  public static Rollup of(Ledger ledger) {
    return new Rollup(ledger, null, Optional.empty(), ImmutableList.of(), null);
  }

  /**
   * Returns this roll-up over an organisation.
   *
   * @param tree the organisation
   * @return the changed roll-up
   */
  public Rollup over(Organisation tree) {
    return new Rollup(ledger, Objects.requireNonNull(tree, "tree"), organisedOn, periods, calendar);
  }

  /**
   * Returns this roll-up by a calendar, which tells where the periods of metrics to date start. It
   * has to be given if the ledger's catalog has such metrics.
   *
   * @param years the calendar
   * @return the changed roll-up
   */
  public Rollup by(FiscalCalendar years) {
    return new Rollup(
        ledger, organisation, organisedOn, periods, Objects.requireNonNull(years, "years"));
  }

  /**
   * Returns this roll-up with each fact counted where its owner stood on the fact's day, and units
   * under the parents they had on that day. This is the default.
   *
   * @return the changed roll-up
   */
  public Rollup asItWas() {
    return new Rollup(ledger, organisation, Optional.empty(), periods, calendar);
  }

  /**
   * Returns this roll-up with all facts, whatever their day, counted where their owners stand on
   * one date, under the tree of that date. Who is a member of no unit on it stands on {@link
   * Organisation#UNASSIGNED}.
   *
   * @param date the date
   * @return the changed roll-up
   */
  public Rollup organisedOn(LocalDate date) {
    return new Rollup(ledger, organisation, Optional.of(date), periods, calendar);
  }

  /**
   * Returns this roll-up with the periods to keep, in place of those before.
   *
   * @param kept periods of any grain, also overlapping; one that occurs again counts once
   * @return the changed roll-up
   * @throws IllegalArgumentException if there are none
   */
  public Rollup periods(List<Period> kept) {
    if (kept.isEmpty()) {
      throw new IllegalArgumentException("periods must be at least one, but were none");
    }
    return new Rollup(
        ledger, organisation, organisedOn, ImmutableSet.copyOf(kept).asList(), calendar);
  }

  /**
   * Adds up all facts within the periods; the time it takes grows with facts, and with units times
   * metrics times cuts of the time axis.
   *
   * @return the cube
   * @throws IllegalStateException if organisation or periods were not given, or no calendar though
   *     the catalog has a metric to date
   */
  public Cube build() {
    if (organisation == null || periods.isEmpty()) {
      throw new IllegalStateException(
          "over(...) and periods(...) must be called before build(), but "
              + (organisation == null ? "over" : "periods")
              + " was not");
    }
    return new Cube(ledger, organisation, organisedOn, periods, requireCalendar());
  }

  private FiscalCalendar requireCalendar() {
    for (Metric metric : ledger.catalog().metrics()) {
      if (calendar == null && metric.aggregation() instanceof Aggregation.ToDate) {
        throw new IllegalStateException(
            "by(...) must be called before build(), as "
                + metric.id()
                + " is to date, but was not");
      }
    }
    return calendar == null ? FiscalCalendar.calendarYear() : calendar;
  }

  /** Returns what is rolled up on one line. */
  @Override
  public String toString() {
    return "roll-up of "
        + ledger
        + (organisation == null ? "" : " over " + organisation)
        + organisedOn.map(date -> ", organised on " + date).orElse(", as it was")
        + ", "
        + periods.size()
        + " periods";
  }
}
