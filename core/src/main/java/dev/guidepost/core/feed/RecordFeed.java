package dev.guidepost.core.feed;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.BatchReport;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.Deal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;

/**
 * Writes histories into a ledger day by day, as they would have come had the ledger been fed all
 * along: a batch for each day on which something became known, with what was known at its end.
 *
 * <p>So {@code ledger.known(day)} has the facts that {@link RecordFacts} derives as of that day,
 * for each day that was written. Records may come in any order; rows stand by the day of their
 * record and its id.
 *
 * <pre>{@code
 * LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 2));
 * RecordFeed feed = new RecordFeed(deals, activities, CreditRules.OWNER, observedFrom);
 * feed.days().forEach(day -> feed.write(day, writer));
 * }</pre>
 *
 * @param deals the deals, by the day from which on each is on record and id; unmodifiable
 * @param activities the activities, by the day each is known and id; unmodifiable
 * @param rules how deals are credited for which nothing else was agreed
 * @param observedFrom the first day on which closings were recorded
 */
public record RecordFeed(
    List<Deal> deals, List<Activity> activities, CreditRules rules, LocalDate observedFrom) {

  /**
   * Creates a feed.
   *
   * @param deals the deals in any order
   * @param activities the activities in any order
   * @param rules how deals are credited for which nothing else was agreed
   * @param observedFrom the first day on which closings were recorded
   */
  public RecordFeed {
    deals =
        ImmutableList.sortedCopyOf(
            Comparator.comparing((Deal deal) -> deal.onRecord().orElse(LocalDate.MIN))
                .thenComparing(deal -> deal.id().value()),
            deals);
    activities =
        ImmutableList.sortedCopyOf(
            Comparator.comparing(Activity::known).thenComparing(Activity::id), activities);
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(observedFrom, "observedFrom");
  }

  /**
   * Returns the days on which something became known.
   *
   * @return the days; all before the first day of observation as that day; unmodifiable
   */
  public SortedSet<LocalDate> days() {
    Collection<LocalDate> days = new ArrayList<>();
    deals.forEach(deal -> days.addAll(deal.knownDays()));
    activities.forEach(activity -> days.add(activity.known()));
    return days.stream()
        .map(day -> day.isBefore(observedFrom) ? observedFrom : day)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /**
   * Writes what is known at the end of a day as the batch {@code "records "} and the day.
   *
   * @param day the day, not before the first day of observation nor before a day that was written
   * @param writer the ledger
   * @return what became of the rows
   * @throws IllegalArgumentException if the day is before the first day of observation, or the
   *     ledger's catalog lacks the metric of an activity
   * @throws IllegalStateException if a later day was written
   */
  public BatchReport write(LocalDate day, LedgerWriter writer) {
    RecordFacts facts = new RecordFacts(day, observedFrom, rules);
    try (Batch batch = writer.batch("records " + day, day)) {
      deals.forEach(deal -> facts.write(deal, batch));
      activities.forEach(activity -> facts.write(activity, batch));
      return batch.commit();
    }
  }
}
