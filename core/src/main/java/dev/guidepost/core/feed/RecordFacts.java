package dev.guidepost.core.feed;

import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.credit.Motion;
import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Derives the rows of a ledger from records, for the metrics of {@link StandardMetrics}, {@link
 * TeamworkMetrics} and those of {@link PracticeMetrics} that need no sales process. Stages are not
 * written by {@link #writeAll}: {@link StageFacts}, which knows the process, writes them.
 *
 * <p>A pure function of the record, two days, the rules of credit and the closed periods: facts are
 * those known at the end of {@code asOf}, and deals that were open before {@code observedFrom} are
 * under observation only from then on (delayed entry: an export that starts with closings of deals
 * opened earlier says nothing of those that closed before it; a deal that did has facts of its
 * closing, but none of age). Metrics and dimensions that the catalog lacks, or that are not in
 * effect on the day, are left out.
 *
 * <p>What counts on a day counts for the owner and team of that day and by the rules of credit for
 * it: closings by those of the day of closing, what is told by opening cohort by those of the day
 * of opening. A deal that is handed over later moves nothing; an owner {@linkplain
 * dev.guidepost.core.record.History#corrected corrected} as of that day does. Once the period of
 * the day is closed, rules that become known later do not count. Credit agreed for the deal itself
 * goes before all of this.
 *
 * <p>A shared deal is one trial for everyone with a share: one opportunity, one win, one cycle
 * time. Its money is divided among them and adds up; overlay goes to {@link
 * TeamworkMetrics#OVERLAY_BOOKINGS}, rounded half to even. Its size counts once, for the owner.
 * Bookings are the deal's amount; the contract value of its {@linkplain
 * dev.guidepost.core.record.Term term} is counted beside them, as which of the two a company books
 * is its own decision. The annual value is rounded half to even.
 *
 * <p>A record that is no more known on the as-of day, as it was corrected to a later one, takes
 * back what was written of it. One that its source has deleted is not given and so cannot be seen:
 * {@link #withdraw} takes back what stands of it.
 *
 * <pre>{@code
 * RecordFacts facts = new RecordFacts(asOf, observedFrom);
 * try (Batch batch = writer.batch("deals", asOf)) {
 *   facts.writeAll(deals, activities, batch);
 *   batch.commit();
 * }
 * }</pre>
 *
 * @param asOf the last day whose records count
 * @param observedFrom the first day on which closings were recorded
 * @param rules how deals are credited for which nothing else was agreed
 * @param closings the periods that were closed
 */
public record RecordFacts(
    LocalDate asOf, LocalDate observedFrom, CreditRules rules, Closings closings) {

  /**
   * Creates the derivation.
   *
   * @param asOf the last day whose records count
   * @param observedFrom the first day on which closings were recorded
   * @param rules how deals are credited for which nothing else was agreed
   * @param closings the periods that were closed
   * @throws IllegalArgumentException if observation starts after {@code asOf}
   */
  public RecordFacts {
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(closings, "closings");
    if (observedFrom.isAfter(asOf)) {
      throw new IllegalArgumentException(
          "observation must not start after the as-of day "
              + asOf
              + ", but did on "
              + observedFrom);
    }
  }

  /**
   * Creates the derivation while no period is closed.
   *
   * @param asOf the last day whose records count
   * @param observedFrom the first day on which closings were recorded
   * @param rules how deals are credited for which nothing else was agreed
   * @throws IllegalArgumentException if observation starts after {@code asOf}
   */
  public RecordFacts(LocalDate asOf, LocalDate observedFrom, CreditRules rules) {
    this(asOf, observedFrom, rules, Closings.NONE);
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
   * Writes the facts of deals, of activities, and of which meetings led to deals, as {@link
   * #write(Deal, Batch)}, {@link #write(Activity, Batch)} and {@link #writeMeeting} do one by one.
   *
   * @param deals the deals, in any order
   * @param activities the activities, in any order
   * @param batch where to write
   */
  public void writeAll(Collection<Deal> deals, Collection<Activity> activities, Batch batch) {
    Map<DealId, List<Activity>> about = byDeal(activities);
    for (Deal deal : deals) {
      write(deal, batch);
      writeMeeting(deal, about.getOrDefault(deal.id(), List.of()), batch);
    }
    activities.forEach(activity -> write(activity, batch));
  }

  /** Returns the activities by the deal that they name, in their order. */
  static Map<DealId, List<Activity>> byDeal(Collection<Activity> activities) {
    Map<DealId, List<Activity>> about = new HashMap<>();
    for (Activity activity : activities) {
      activity
          .deal()
          .ifPresent(deal -> about.computeIfAbsent(deal, id -> new ArrayList<>()).add(activity));
    }
    return about;
  }

  /**
   * Writes the facts of a deal as one row with the key {@code "deal "} and the deal's id, and the
   * age of an open one, which another day changes, as a row with the key {@code "open deal "} and
   * its id. A deal that was not on record by the as-of day takes back what stands; a deal without a
   * day of opening has facts of its closing only, and none of age; one without any day has none. A
   * deal won without an amount is a win without bookings. A win that was taken back is no win; what
   * was known before it was is in the earlier batches of the ledger. A deal whose credit cannot be
   * told is rejected, with the reason.
   *
   * @param deal the deal
   * @param batch where to write
   */
  public void write(Deal deal, Batch batch) {
    Optional<Deal> seen = deal.asOf(asOf);
    Optional<Credit> closing;
    Optional<Credit> cohort;
    try {
      closing = seen.flatMap(known -> known.closed().map(on -> creditOn(known, on)));
      cohort = seen.flatMap(known -> known.opened().map(on -> creditOn(known, on)));
    } catch (IllegalArgumentException e) {
      batch.refuse(key(deal.id()), String.valueOf(e.getMessage()));
      return;
    }
    FactRow row = new FactRow(batch, key(deal.id()));
    seen.ifPresent(
        known -> {
          describe(known, row);
          closing.ifPresent(credit -> writeClosing(known, credit, row));
          cohort.ifPresent(credit -> writeCohort(known, credit, row));
        });
    row.end();
    writeAge(seen, cohort, deal.id(), batch);
  }

  /**
   * Writes the age of a deal alone, if it is open, as {@link #write(Deal, Batch)} does: all that
   * another day changes of a deal of which nothing else became known.
   *
   * @param deal the deal
   * @param batch where to write
   */
  public void writeAge(Deal deal, Batch batch) {
    Optional<Deal> seen = deal.asOf(asOf);
    Optional<Credit> cohort;
    try {
      cohort = seen.flatMap(known -> known.opened().map(on -> creditOn(known, on)));
    } catch (IllegalArgumentException e) {
      batch.refuse(ageKey(deal.id()), String.valueOf(e.getMessage()));
      return;
    }
    writeAge(seen, cohort, deal.id(), batch);
  }

  private void writeAge(Optional<Deal> seen, Optional<Credit> cohort, DealId id, Batch batch) {
    FactRow row = new FactRow(batch, ageKey(id));
    if (cohort.isPresent() && seen.orElseThrow().outcome() == Outcome.OPEN) {
      LocalDate opened = seen.get().opened().orElseThrow();
      describe(seen.get(), row);
      row.on(opened);
      for (PartyId party : cohort.get().shares().keySet()) {
        row.by(party).put(StandardMetrics.OPEN_AGE_DAYS, ChronoUnit.DAYS.between(opened, asOf));
      }
    }
    row.end();
  }

  /**
   * Takes back what stands of a deal that its source has no more.
   *
   * @param deal the deal
   * @param batch where to write
   */
  public void withdraw(DealId deal, Batch batch) {
    FactRow.withdraw(batch, key(deal));
    FactRow.withdraw(batch, ageKey(deal));
    FactRow.withdraw(batch, meetingKey(deal));
  }

  /**
   * Takes back what stands of an activity that its source has no more.
   *
   * @param activity the id of the activity
   * @param batch where to write
   */
  public static void withdraw(String activity, Batch batch) {
    ActivityFacts.withdraw(activity, batch);
  }

  private static String key(DealId deal) {
    return "deal " + deal;
  }

  private static String ageKey(DealId deal) {
    return "open deal " + deal;
  }

  private static String meetingKey(DealId deal) {
    return "meeting of deal " + deal;
  }

  /**
   * Returns who gets which part of what counts on a day, such as that of closing: for a day to
   * come, by what is known on the as-of day.
   *
   * @param deal the deal; it should be {@linkplain Deal#asOf(LocalDate) as of} the as-of day
   * @param on the day on which it counts
   * @return the credit
   * @throws IllegalArgumentException if shares of the rules cannot be divided among the team
   */
  public Credit creditOn(Deal deal, LocalDate on) {
    return deal.creditOn(on, rules, closings, asOf);
  }

  static void describe(Deal deal, FactRow row) {
    row.dim(StandardMetrics.PRODUCT, deal.product())
        .dim(StandardMetrics.ACCOUNT, deal.account().map(AccountId::value))
        .dim(TeamworkMetrics.DEAL, Optional.of(deal.id().value()))
        .dim(TeamworkMetrics.MOTION, deal.motion().map(Motion::toString))
        .dim(TeamworkMetrics.ORIGIN, deal.origin().map(Origin::toString));
  }

  private void writeClosing(Deal deal, Credit credit, FactRow row) {
    LocalDate closed = deal.closed().orElseThrow();
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
      deal.term()
          .ifPresent(
              term -> row.divide(StandardMetrics.TCV_WON, StandardMetrics.ACV_WON, term, credit));
    }
  }

  private static void writeBookings(Deal deal, Quantity amount, Credit credit, FactRow row) {
    row.divide(StandardMetrics.BOOKINGS, amount, credit);
    deal.motion().ifPresent(motion -> row.divide(revenue(motion), amount, credit));
    row.overlay(TeamworkMetrics.OVERLAY_BOOKINGS, amount, credit)
        .by(deal.ownerOn(deal.closed().orElseThrow()))
        .put(StandardMetrics.AVERAGE_DEAL_SIZE, amount);
  }

  private static MetricId revenue(Motion motion) {
    return switch (motion) {
      case NEW -> StandardMetrics.NEW_REVENUE;
      case EXPANSION -> StandardMetrics.EXPANSION_REVENUE;
      case RENEWAL -> StandardMetrics.RENEWAL_REVENUE;
    };
  }

  private void writeCohort(Deal deal, Credit credit, FactRow row) {
    LocalDate opened = deal.opened().orElseThrow();
    row.on(opened);
    for (PartyId party : credit.shares().keySet()) {
      row.by(party).put(StandardMetrics.OPPORTUNITIES, 1);
      if (deal.outcome() != Outcome.OPEN) {
        row.put(
            deal.outcome() == Outcome.WON
                ? StandardMetrics.COHORT_WINS
                : StandardMetrics.COHORT_LOSSES,
            1);
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
   * Writes the facts of an activity as one row with the key {@code "activity "} and its id, and its
   * rating as one with the key {@code "quality of activity "} and its id. One that was not known by
   * the as-of day takes back what stands of it. One whose metric is no count of activities that
   * adds up, or is derived here from meetings, is rejected, with the reason.
   *
   * <p>It counts for the person who led it. One that is known not to have taken place does not
   * count; a meeting then counts as missed. Joint meetings count as joint calls too; those who
   * coached or supported them have {@link TeamworkMetrics#COACHED_MEETINGS} and {@link
   * TeamworkMetrics#SUPPORTED_MEETINGS}, and who coached a call {@link
   * TeamworkMetrics#COACHED_CALLS}.
   *
   * @param activity the activity
   * @param batch where to write
   */
  public void write(Activity activity, Batch batch) {
    ActivityFacts.write(activity, asOf, batch);
  }

  /**
   * Writes which meeting led to a deal as a row with the key {@code "meeting of deal "} and the
   * deal's id: the last meeting that took place by the day on which the deal was opened, of those
   * that name the deal; of two on one day the one whose id comes last. Meetings after the opening
   * are follow-ups and lead to nothing; a deal without a day of opening comes of no meeting. So a
   * deal converts one meeting at most.
   *
   * @param deal the deal
   * @param activities the activities, those that do not name the deal too
   * @param batch where to write
   */
  public void writeMeeting(Deal deal, Collection<Activity> activities, Batch batch) {
    FactRow row = new FactRow(batch, meetingKey(deal.id()));
    deal.asOf(asOf)
        .flatMap(Deal::opened)
        .flatMap(
            opened ->
                activities.stream()
                    .filter(activity -> activity.deal().equals(Optional.of(deal.id())))
                    .filter(activity -> activity.metric().equals(StandardMetrics.MEETINGS))
                    .flatMap(activity -> activity.asOf(asOf).stream())
                    .filter(activity -> activity.held() && !activity.on().isAfter(opened))
                    .max(Comparator.comparing(Activity::on).thenComparing(Activity::id)))
        .ifPresent(
            meeting ->
                row.dim(StandardMetrics.ACCOUNT, meeting.account().map(AccountId::value))
                    .by(meeting.person())
                    .on(meeting.on())
                    .put(StandardMetrics.MEETINGS_CONVERTED, 1));
    row.end();
  }
}
