package dev.guidepost.core.feed;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.BatchReport;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.practice.SalesProcess;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.Deal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.immutables.value.Value;

/**
 * Writes histories into a ledger day by day, as they would have come had the ledger been fed all
 * along: a batch for each day on which something became known, with what was known at its end.
 *
 * <p>So {@code ledger.known(day)} has the facts that {@link RecordFacts} derives as of that day,
 * for each day whatever, once all {@link #days()} up to it were written; only the age of open deals
 * is that of the last day written. Records may come in any order; rows stand by the day of their
 * record and its id.
 *
 * <pre>{@code
 * LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 2));
 * RecordFeed feed = new RecordFeed(deals, activities, CreditRules.OWNER, observedFrom);
 * feed.writeAll(writer);                      // the history, once
 * tonight.writeNews(yesterday, today, writer);   // then what is new, from tonight's records
 * }</pre>
 *
 * <p>{@link #write} offers all records, and so brings the ledger to what they say whatever it had
 * of them before. {@link #writeNews} and {@link #writeAll} offer what became known since the day
 * before, by what the records say of themselves; a source that rewrites them, and does not say
 * since when, is written whole. What a source has deleted is taken back by {@link
 * RecordFacts#withdraw}.
 *
 * @param deals the deals, by the day from which on each is on record and id; unmodifiable
 * @param activities the activities, by the day each is known and id; unmodifiable
 * @param rules how deals are credited for which nothing else was agreed
 * @param closings the periods that were closed
 * @param observedFrom the first day on which closings were recorded
 * @param process the process whose stages are told, if they are to be
 */
@Value.Builder
public record RecordFeed(
    List<Deal> deals,
    List<Activity> activities,
    CreditRules rules,
    Closings closings,
    LocalDate observedFrom,
    Optional<SalesProcess> process) {

  /**
   * Creates a feed; see {@link #builder()}.
   *
   * @param deals the deals in any order
   * @param activities the activities in any order
   * @param rules how deals are credited for which nothing else was agreed
   * @param closings the periods that were closed
   * @param observedFrom the first day on which closings were recorded
   * @param process the process whose stages are told
   * @throws IllegalArgumentException if two deals or two activities have the same id
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
    Objects.requireNonNull(closings, "closings");
    Objects.requireNonNull(observedFrom, "observedFrom");
    requireDifferent("deals", deals, Deal::id);
    requireDifferent("activities", activities, Activity::id);
  }

  private static <R> void requireDifferent(String what, List<R> records, Function<R, ?> id) {
    Set<Object> ids = new HashSet<>();
    for (R found : records) {
      if (!ids.add(id.apply(found))) {
        throw new IllegalArgumentException(
            what + " must have different ids, but two were " + id.apply(found));
      }
    }
  }

  /**
   * Creates a feed while no period is closed, without stages.
   *
   * @param deals the deals in any order
   * @param activities the activities in any order
   * @param rules how deals are credited for which nothing else was agreed
   * @param observedFrom the first day on which closings were recorded
   * @throws IllegalArgumentException if two deals or two activities have the same id
   */
  public RecordFeed(
      List<Deal> deals, List<Activity> activities, CreditRules rules, LocalDate observedFrom) {
    this(deals, activities, rules, Closings.NONE, observedFrom, Optional.empty());
  }

  /**
   * Returns a builder; the first day of observation must be set. Deals are their owner's and no
   * period is closed unless said otherwise.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the days on which something became known: of a record, of the rules of credit, or of
   * the process.
   *
   * @return the days; all before the first day of observation as that day; unmodifiable
   */
  public SortedSet<LocalDate> days() {
    Collection<LocalDate> days = new TreeSet<>(commonDays());
    deals.forEach(deal -> days.addAll(deal.knownDays()));
    activities.forEach(activity -> days.addAll(activity.knownDays()));
    return days.stream()
        .map(day -> day.isBefore(observedFrom) ? observedFrom : day)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }

  /** The days on which something became known that concerns any deal. */
  SortedSet<LocalDate> commonDays() {
    SortedSet<LocalDate> days = new TreeSet<>();
    if (!deals.isEmpty()) {
      rules.rules().forEach(rule -> days.add(rule.known()));
      process.ifPresent(stages -> stages.versions().forEach(version -> days.add(version.from())));
    }
    return days;
  }

  /**
   * Writes what is known at the end of a day as the batch {@code "records "} and the day: all of
   * the records, whatever the ledger has of them.
   *
   * @param day the day, not before the first day of observation nor before a day that was written
   * @param writer the ledger
   * @return what became of the rows
   * @throws IllegalArgumentException if the day is before the first day of observation
   * @throws IllegalStateException if a later day was written
   */
  public BatchReport write(LocalDate day, LedgerWriter writer) {
    try (Batch batch = writer.batch("records " + day, day)) {
      new Feeding(this).writeAll(day, batch);
      return batch.commit();
    }
  }

  /**
   * Writes what became known after one day and by the end of another as the batch {@code "records
   * "} and the latter: the records of which something did, and the ages of open deals.
   *
   * @param since the day up to which these records were written before, exclusive
   * @param day the day, not before the first day of observation
   * @param writer the ledger
   * @return what became of the rows
   * @throws IllegalArgumentException if the day is before the first day of observation or not after
   *     {@code since}
   * @throws IllegalStateException if a later day was written
   */
  public BatchReport writeNews(LocalDate since, LocalDate day, LedgerWriter writer) {
    if (!day.isAfter(since)) {
      throw new IllegalArgumentException(
          "day must be after " + since + ", up to which records were written, but was " + day);
    }
    try (Batch batch = writer.batch("records " + day, day)) {
      new Feeding(this).writeNews(since, day, batch);
      return batch.commit();
    }
  }

  /**
   * Writes all {@link #days()} in turn: the first whole, each other as {@link #writeNews} does.
   *
   * @param writer the ledger
   * @return what became of the rows, by day; unmodifiable
   * @throws IllegalStateException if a later day than the first was written
   */
  public List<BatchReport> writeAll(LedgerWriter writer) {
    return new Feeding(this).writeDays(writer);
  }

  /** Builds a {@link RecordFeed}. */
  public static final class Builder extends RecordFeedBuilder {
    Builder() {
      rules(CreditRules.OWNER);
      closings(Closings.NONE);
    }
  }
}
