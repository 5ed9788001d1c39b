package dev.guidepost.core.feed;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Derives the snapshots of a day from deals: the live pipeline, what of it is due in the quarter,
 * and how well the open deals are kept.
 *
 * <p>A deal is live while it is open and not older than the oldest age at which any of the deals
 * was won by that day; one whose day of opening is unknown is not live. As long as none was won,
 * every open deal with an age is. Its value is its amount, or its list amount while there is none;
 * one without either counts, with no value. Deals count for their owner; value is divided as credit
 * has it.
 *
 * <p>All is as it was known at the end of the day, and is not rewritten when more is known later.
 *
 * <pre>{@code
 * PipelineFacts friday = PipelineFacts.of(LocalDate.of(2026, 11, 6), FiscalCalendar.calendarYear());
 * try (Batch batch = writer.batch("pipeline 2026-11-06", friday.day())) {
 *   friday.write(deals, organisation.people(), batch);
 *   batch.commit();
 * }
 * }</pre>
 *
 * @param day the day at whose end the snapshot is taken
 * @param quarter the quarter of that day
 * @param rules how deals are credited for which nothing else was agreed
 * @param fields what an open deal should say of itself; unmodifiable
 */
public record PipelineFacts(
    LocalDate day, Period quarter, CreditRules rules, Set<CrmField> fields) {

  private static final Set<CrmField> USUAL =
      Sets.immutableEnumSet(
          CrmField.ACCOUNT, CrmField.AMOUNT, CrmField.EXPECTED_CLOSE, CrmField.NEXT_STEP);

  private static final List<MetricId> SNAPSHOTS =
      List.of(
          StandardMetrics.LIVE_PIPELINE,
          StandardMetrics.LIVE_PIPELINE_VALUE,
          StandardMetrics.DUE_PIPELINE,
          StandardMetrics.DUE_PIPELINE_VALUE,
          StandardMetrics.CRM_FIELDS,
          StandardMetrics.CRM_FIELDS_FILLED);

  /**
   * Creates the derivation.
   *
   * @param day the day at whose end the snapshot is taken
   * @param quarter the quarter of that day
   * @param rules how deals are credited for which nothing else was agreed
   * @param fields what an open deal should say of itself
   * @throws IllegalArgumentException if the day is not in the quarter
   */
  public PipelineFacts {
    Objects.requireNonNull(rules, "rules");
    fields = Sets.immutableEnumSet(fields);
    if (!quarter.contains(day)) {
      throw new IllegalArgumentException(
          "day must be in the quarter " + quarter + ", but was " + day);
    }
  }

  /**
   * Returns the derivation for deals of their owners and the usual fields: account, amount,
   * expected close and next step.
   *
   * @param day the day at whose end the snapshot is taken
   * @param calendar whose quarters they are
   * @return the derivation
   */
  public static PipelineFacts of(LocalDate day, FiscalCalendar calendar) {
    return new PipelineFacts(day, calendar.period(Grain.QUARTER, day), CreditRules.OWNER, USUAL);
  }

  /**
   * Returns the oldest age at which a deal was won, as known at the end of the day.
   *
   * @param deals the deals
   * @return the age in days, or empty if no deal with an age was won
   */
  public OptionalInt oldestWin(Collection<Deal> deals) {
    return deals.stream()
        .flatMap(deal -> deal.asOf(day).stream())
        .filter(deal -> deal.outcome() == Outcome.WON)
        .flatMapToInt(deal -> deal.ageOn(deal.closed().orElseThrow()).stream())
        .max();
  }

  /**
   * Writes the snapshot: a row for each open deal with the key {@code "pipeline "}, the day and the
   * deal's id, and one for each who reports, with 0, so that nothing open is not the same as
   * nothing known.
   *
   * <p>Written again for the same day it takes back the deals that were not open on it after all. A
   * deal that its source has no more is not among those given and so cannot be taken back here: see
   * {@link #withdraw}. One whose credit cannot be told is rejected, with the reason.
   *
   * @param deals all deals, closed ones too
   * @param reporting whose pipeline was looked at
   * @param batch where to write
   */
  public void write(Collection<Deal> deals, Collection<? extends PartyId> reporting, Batch batch) {
    int oldest = oldestWin(deals).orElse(Integer.MAX_VALUE);
    for (PartyId party : ImmutableSet.<PartyId>copyOf(reporting)) {
      FactRow row = new FactRow(batch, "pipeline " + day + " of " + key(party)).by(party).on(day);
      SNAPSHOTS.forEach(metric -> row.put(metric, 0));
      row.end();
    }
    for (Deal deal : deals) {
      Optional<Deal> open = deal.asOf(day).filter(seen -> seen.outcome() == Outcome.OPEN);
      if (open.isPresent()) {
        write(open.get(), oldest, batch);
      } else {
        withdraw(deal.id(), batch);
      }
    }
  }

  /**
   * Takes back what a snapshot of the day said of a deal that its source has no more.
   *
   * @param deal the deal
   * @param batch where to write
   */
  public void withdraw(DealId deal, Batch batch) {
    FactRow.withdraw(batch, key(deal));
  }

  private String key(DealId deal) {
    return "pipeline " + day + " deal " + deal;
  }

  private static String key(PartyId party) {
    return (party instanceof PersonId ? "person " : "unit ") + party;
  }

  private void write(Deal deal, int oldest, Batch batch) {
    Credit credit;
    try {
      credit = deal.creditBy(rules, day);
    } catch (IllegalArgumentException e) {
      batch.refuse(key(deal.id()), String.valueOf(e.getMessage()));
      return;
    }
    FactRow row = new FactRow(batch, key(deal.id()));
    RecordFacts.describe(deal, row);
    row.by(deal.owner())
        .on(day)
        .put(StandardMetrics.CRM_FIELDS, fields.size())
        .put(
            StandardMetrics.CRM_FIELDS_FILLED,
            fields.stream().filter(field -> field.filled(deal, day)).count());
    OptionalInt age = deal.ageOn(day);
    if (age.isPresent() && age.getAsInt() <= oldest) {
      boolean due = deal.expectedClose().filter(quarter::contains).isPresent();
      Optional<Quantity> value = deal.amount().or(deal::listAmount);
      row.put(StandardMetrics.LIVE_PIPELINE, 1);
      if (due) {
        row.put(StandardMetrics.DUE_PIPELINE, 1);
      }
      value.ifPresent(
          amount -> {
            row.divide(StandardMetrics.LIVE_PIPELINE_VALUE, amount, credit);
            if (due) {
              row.divide(StandardMetrics.DUE_PIPELINE_VALUE, amount, credit);
            }
          });
    }
    row.end();
  }
}
