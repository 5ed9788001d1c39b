package dev.guidepost.core.measure;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Refuses what a view of a ledger cannot tell, as it leaves out facts that are needed for it: they
 * would count as 0.
 */
final class Refusals {

  private final Ledger ledger;
  private final FiscalCalendar calendar;
  private final boolean hasAllDays;

  Refusals(Ledger ledger, FiscalCalendar calendar) {
    this.ledger = ledger;
    this.calendar = calendar;
    this.hasAllDays = ledger.covers(Period.custom(LocalDate.MIN, LocalDate.MAX));
  }

  void requireNone(MetricId metric, Period period) {
    Optional<String> why = of(metric, period);
    if (why.isPresent()) {
      throw new IllegalArgumentException(why.get());
    }
  }

  /** Returns why a metric cannot be measured over a period, empty if it can. */
  Optional<String> of(MetricId metric, Period period) {
    Optional<String> why = ledger.refusal(metric);
    if (why.isPresent() || hasAllDays) {
      return why;
    }
    for (MetricId input : ledger.catalog().dependencies(metric)) {
      why = ofDays(metric, ledger.catalog().metric(input), period);
      if (why.isPresent()) {
        return why;
      }
    }
    return ofDays(metric, ledger.catalog().metric(metric), period);
  }

  /** What is to date or made of snapshots is no input of a metric to date: one period serves. */
  private Optional<String> ofDays(MetricId metric, Metric input, Period period) {
    return needed(input, period)
        .filter(days -> !ledger.covers(days))
        .map(
            days ->
                metric
                    + " must be measured with all days "
                    + (days.start().equals(LocalDate.MIN) ? "" : "from " + days.start() + " ")
                    + "until "
                    + days.end()
                    + ", but this view of the ledger leaves out some");
  }

  /** Returns the days of which none may be left out, if there are such. */
  private Optional<Period> needed(Metric input, Period period) {
    if (input.aggregation() instanceof Aggregation.ToDate toDate) {
      return Optional.of(calendar.toDate(toDate.since(), period));
    }
    if (input.aggregation() instanceof Aggregation.Snapshot) {
      return Optional.of(
          FactScan.everyoneReports(input) ? period : Period.custom(LocalDate.MIN, period.end()));
    }
    return Optional.empty();
  }
}
