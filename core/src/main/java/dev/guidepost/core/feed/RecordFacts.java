package dev.guidepost.core.feed;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.credit.Motion;
import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * Derives the rows of a ledger from records, for the metrics of {@link StandardMetrics} and {@link
 * TeamworkMetrics}.
 *
 * <p>A pure function of the record, two days and the rules of credit: facts are those known at the
 * end of {@code asOf}, and deals that were open before {@code observedFrom} are under observation
 * only from then on (delayed entry: an export that starts with closings of deals opened earlier
 * says nothing of those that closed before it; a deal that did has facts of its closing, but none
 * of age). Metrics and dimensions that the catalog lacks, or that are not in effect on the day, are
 * left out.
 *
 * <p>A shared deal is one trial for everyone with a share: one opportunity, one win, one cycle
 * time. Its money is divided among them and adds up; overlay goes to {@link
 * TeamworkMetrics#OVERLAY_BOOKINGS}, rounded half to even. Its size counts once, for the owner.
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
 * @param rules how deals are credited for which nothing else was agreed
 */
public record RecordFacts(LocalDate asOf, LocalDate observedFrom, CreditRules rules) {

  /**
   * Creates the derivation.
   *
   * @param asOf the last day whose records count
   * @param observedFrom the first day on which closings were recorded
   * @param rules how deals are credited for which nothing else was agreed
   * @throws IllegalArgumentException if observation starts after {@code asOf}
   */
  public RecordFacts {
    Objects.requireNonNull(rules, "rules");
    if (observedFrom.isAfter(asOf)) {
      throw new IllegalArgumentException(
          "observation must not start after the as-of day "
              + asOf
              + ", but did on "
              + observedFrom);
    }
  }

  /**
   * Creates the derivation in which deals are their owner's, unless something else was agreed for
   * one.
   *
   * @param asOf the last day whose records count
   * @param observedFrom the first day on which closings were recorded
   * @throws IllegalArgumentException if observation starts after {@code asOf}
   */
  public RecordFacts(LocalDate asOf, LocalDate observedFrom) {
    this(asOf, observedFrom, CreditRules.OWNER);
  }

  /**
   * Writes the facts of a deal as one row with the key {@code "deal "} and the deal's id. Nothing
   * is written for a deal that was not on record by the as-of day; a deal without a day of opening
   * has facts of its closing only, and none of age; one without any day withdraws what stands. A
   * deal won without an amount is a win without bookings. A win that was taken back is no win; what
   * was known before it was is in the earlier batches of the ledger.
   *
   * @param deal the deal
   * @param batch where to write
   */
  public void write(Deal deal, Batch batch) {
    Optional<Deal> seen = deal.asOf(asOf);
    if (seen.isPresent()) {
      Credit credit = seen.get().creditBy(rules, asOf);
      FactRow row = new FactRow(batch, "deal " + deal.id());
      describe(seen.get(), row);
      writeClosing(seen.get(), credit, row);
      seen.get().opened().ifPresent(opened -> writeCohort(seen.get(), opened, credit, row));
      row.end();
    }
  }

  static void describe(Deal deal, FactRow row) {
    row.dim(StandardMetrics.PRODUCT, deal.product())
        .dim(StandardMetrics.ACCOUNT, deal.account().map(AccountId::value))
        .dim(TeamworkMetrics.DEAL, Optional.of(deal.id().value()))
        .dim(TeamworkMetrics.MOTION, deal.motion().map(Motion::toString))
        .dim(TeamworkMetrics.ORIGIN, deal.origin().map(Origin::toString));
  }

  private void writeClosing(Deal deal, Credit credit, FactRow row) {
    if (deal.closed().isEmpty()) {
      return;
    }
    LocalDate closed = deal.closed().get();
    boolean won = deal.outcome() == Outcome.WON;
    row.on(closed);
    for (PartyId party : credit.shares().keySet()) {
      row.by(party)
          .put(StandardMetrics.CLOSED, 1)
          .put(won ? StandardMetrics.WINS : StandardMetrics.LOSSES, 1);
      if (deal.opened().isPresent() && observed(deal)) {
        row.put(
            won ? StandardMetrics.WON_CYCLE_DAYS : StandardMetrics.LOST_CYCLE_DAYS,
            ChronoUnit.DAYS.between(deal.opened().get(), closed));
      }
    }
    if (won) {
      deal.amount().ifPresent(amount -> writeBookings(deal, amount, credit, row));
      deal.cost().ifPresent(cost -> row.divide(StandardMetrics.COSTS_OF_GOODS, cost, credit));
    }
  }

  private static void writeBookings(Deal deal, Quantity amount, Credit credit, FactRow row) {
    row.divide(StandardMetrics.BOOKINGS, amount, credit);
    deal.motion().ifPresent(motion -> row.divide(revenue(motion), amount, credit));
    row.overlay(TeamworkMetrics.OVERLAY_BOOKINGS, amount, credit)
        .by(deal.owner())
        .put(StandardMetrics.AVERAGE_DEAL_SIZE, amount);
  }

  private static MetricId revenue(Motion motion) {
    return switch (motion) {
      case NEW -> StandardMetrics.NEW_REVENUE;
      case EXPANSION -> StandardMetrics.EXPANSION_REVENUE;
      case RENEWAL -> StandardMetrics.RENEWAL_REVENUE;
    };
  }

  private void writeCohort(Deal deal, LocalDate opened, Credit credit, FactRow row) {
    row.on(opened);
    for (PartyId party : credit.shares().keySet()) {
      row.by(party).put(StandardMetrics.OPPORTUNITIES, 1);
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
  }

  /** Whether a deal was ever under observation: it was not closed before that began. */
  private boolean observed(Deal deal) {
    return deal.closed().isEmpty() || !deal.closed().get().isBefore(observedFrom);
  }

  /**
   * Writes the facts of an activity as one row with the key {@code "activity "} and its id. Nothing
   * is written for one that was not known by the as-of day; one that did not take place withdraws
   * what was said of it before.
   *
   * <p>It counts for the person who led it. Meetings with a deal count as converted, and joint ones
   * as joint calls; those who coached or supported them have {@link
   * TeamworkMetrics#COACHED_MEETINGS} and {@link TeamworkMetrics#SUPPORTED_MEETINGS}.
   *
   * @param activity the activity
   * @param batch where to write
   * @throws IllegalArgumentException if the catalog lacks its metric
   */
  public void write(Activity activity, Batch batch) {
    if (activity.known().isAfter(asOf)) {
      return;
    }
    batch.catalog().metric(activity.metric());
    FactRow row = new FactRow(batch, "activity " + activity.id());
    if (activity.held()) {
      writeHeld(activity, row);
    }
    row.end();
  }

  private static void writeHeld(Activity activity, FactRow row) {
    row.dim(StandardMetrics.ACCOUNT, activity.account().map(AccountId::value))
        .by(activity.person())
        .on(activity.on())
        .put(activity.metric(), activity.count());
    if (activity.metric().equals(StandardMetrics.MEETINGS)) {
      if (activity.deal().isPresent()) {
        row.put(StandardMetrics.MEETINGS_CONVERTED, activity.count());
      }
      if (activity.joint()) {
        row.put(StandardMetrics.JOINT_CALLS, activity.count());
      }
      activity
          .coaches()
          .forEach(coach -> row.by(coach).put(TeamworkMetrics.COACHED_MEETINGS, activity.count()));
      activity
          .supporters()
          .forEach(who -> row.by(who).put(TeamworkMetrics.SUPPORTED_MEETINGS, activity.count()));
    }
  }
}
