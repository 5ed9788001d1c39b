package dev.guidepost.examples.company;

import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.source.SalesRecords;

/** What the records of a company say was done of what people agree on by week. */
record Done(SalesRecords records) {

  long of(Commitment commitment) {
    return of(commitment.person(), commitment.metric(), commitment.week());
  }

  long of(PersonId person, MetricId metric, Period week) {
    if (metric.equals(StandardMetrics.MEETINGS)) {
      return records.activities().stream()
          .filter(activity -> activity.person().equals(person) && activity.metric().equals(metric))
          .filter(activity -> week.contains(activity.on()))
          .mapToLong(Activity::count)
          .sum();
    }
    boolean opened = metric.equals(StandardMetrics.OPPORTUNITIES);
    return records.deals().stream()
        .filter(deal -> deal.owner().equals(person))
        .mapToLong(
            deal ->
                opened
                    ? deal.opened().filter(week::contains).stream().count()
                    : advances(deal, week))
        .sum();
  }

  private static long advances(Deal deal, Period week) {
    long stages =
        deal.visits().stream()
            .filter(visit -> visit.outcome() == Outcome.OPEN)
            .skip(1)
            .filter(visit -> week.contains(visit.entered()))
            .count();
    boolean won = deal.outcome() == Outcome.WON && week.contains(deal.closed().orElseThrow());
    return stages + (won ? 1 : 0);
  }
}
