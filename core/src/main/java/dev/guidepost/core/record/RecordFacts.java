package dev.guidepost.core.record;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Derives the rows of a ledger from records, for the metrics of {@link StandardMetrics}.
 *
 * <p>A pure function of the record and two days: facts are those known at the end of {@code asOf},
 * and deals that were open before {@code observedFrom} are under observation only from then on
 * (delayed entry: an export that starts with closings of deals opened earlier says nothing of those
 * that closed before it; a deal that did has facts of its closing, but none of age).
 *
 * <pre>{@code
 * RecordFacts facts = new RecordFacts(asOf, observedFrom);
 * try (Batch batch = writer.batch("deals", asOf)) {
 *   deals.forEach(deal -> facts.write(deal, batch));
 *   batch.commit();
 * }
 * }</pre>
 *
 * @param asOf the last day whose records count
 * @param observedFrom the first day on which closings were recorded
 */
public record RecordFacts(LocalDate asOf, LocalDate observedFrom) {

  /**
   * Creates the derivation.
   *
   * @param asOf the last day whose records count
   * @param observedFrom the first day on which closings were recorded
   * @throws IllegalArgumentException if observation starts after {@code asOf}
   */
  public RecordFacts {
    if (observedFrom.isAfter(asOf)) {
      throw new IllegalArgumentException(
          "observation must not start after the as-of day "
              + asOf
              + ", but did on "
              + observedFrom);
    }
  }

  /**
   * Writes the facts of a deal as one row with the key {@code "deal "} and the deal's id. Nothing
   * is written for a deal that was not opened by the as-of day; a deal without a day of opening has
   * facts of its closing only, and none of age; one without any day withdraws what stands. A deal
   * won without an amount is a win without bookings.
   *
   * @param deal the deal
   * @param batch where to write
   * @throws IllegalArgumentException if the catalog lacks a metric written, or the dimension {@link
   *     StandardMetrics#PRODUCT} for a deal with a product
   */
  public void write(Deal deal, Batch batch) {
    Optional<Deal> seen = deal.asOf(asOf);
    if (seen.isPresent() && seen.get().opened().isEmpty() && seen.get().closed().isEmpty()) {
      batch.withdraw("deal " + deal.id());
    } else if (seen.isPresent()) {
      Batch.Row row = batch.row("deal " + deal.id()).by(deal.owner());
      deal.product().ifPresent(product -> row.dim(StandardMetrics.PRODUCT, product));
      writeClosing(seen.get(), row);
      seen.get().opened().ifPresent(opened -> writeCohort(seen.get(), opened, row));
    }
  }

  private void writeClosing(Deal deal, Batch.Row row) {
    if (deal.closed().isEmpty()) {
      return;
    }
    LocalDate closed = deal.closed().get();
    boolean won = deal.outcome() == Outcome.WON;
    row.on(closed)
        .put(StandardMetrics.CLOSED, 1)
        .put(won ? StandardMetrics.WINS : StandardMetrics.LOSSES, 1);
    if (won && deal.amount().isPresent()) {
      Quantity amount = deal.amount().get();
      row.put(StandardMetrics.BOOKINGS, amount).put(StandardMetrics.AVERAGE_DEAL_SIZE, amount);
    }
    if (deal.opened().isPresent() && observed(deal)) {
      row.put(
          won ? StandardMetrics.WON_CYCLE_DAYS : StandardMetrics.LOST_CYCLE_DAYS,
          ChronoUnit.DAYS.between(deal.opened().get(), closed));
    }
  }

  private void writeCohort(Deal deal, LocalDate opened, Batch.Row row) {
    row.on(opened).put(StandardMetrics.OPPORTUNITIES, 1);
    switch (deal.outcome()) {
      case WON -> row.put(StandardMetrics.COHORT_WINS, 1);
      case LOST -> row.put(StandardMetrics.COHORT_LOSSES, 1);
      case OPEN -> row.put(StandardMetrics.OPEN_AGE_DAYS, ChronoUnit.DAYS.between(opened, asOf));
    }
    if (observed(deal)) {
      row.put(
          StandardMetrics.ENTRY_AGE_DAYS,
          Math.max(0, ChronoUnit.DAYS.between(opened, observedFrom)));
    }
  }

  /** Whether a deal was ever under observation: it was not closed before that began. */
  private boolean observed(Deal deal) {
    return deal.closed().isEmpty() || !deal.closed().get().isBefore(observedFrom);
  }

  /**
   * Writes the facts of an activity as one row with the key {@code "activity "} and its id. Nothing
   * is written for one after the as-of day. Meetings with a deal count as converted.
   *
   * @param activity the activity
   * @param batch where to write
   * @throws IllegalArgumentException if the catalog lacks its metric
   */
  public void write(Activity activity, Batch batch) {
    if (!activity.on().isAfter(asOf)) {
      Batch.Row row =
          batch
              .row("activity " + activity.id())
              .by(activity.person())
              .on(activity.on())
              .put(activity.metric(), activity.count());
      if (activity.metric().equals(StandardMetrics.MEETINGS) && activity.deal().isPresent()) {
        row.put(StandardMetrics.MEETINGS_CONVERTED, activity.count());
      }
    }
  }
}
