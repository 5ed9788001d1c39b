package dev.guidepost.targets.planning;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.feed.RecordFacts;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.evidence.Windows;
import dev.guidepost.targets.outlook.Forecast;
import dev.guidepost.targets.outlook.OutlookBridge;
import dev.guidepost.targets.outlook.TrackRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the same deals said on days that are past: the same method, knowing only what was known
 * then. So it tells how good outlooks of this unit would have been, and why one is not what it was.
 *
 * <p>What was known then is what {@linkplain Deal#asOf deals} and the organisation say of it; a
 * source that keeps no history of owners and amounts makes the past look a little more like today.
 * Leave and holidays have no day on which they became known: those of the evidence count for all
 * days, so that a sick leave of last week is known the week before. So do the {@linkplain
 * Evidence.Builder#peers peers} of the evidence, which are by today's roles if that is how they
 * were made. Activities are not looked at, as no forecast uses them. What was known and forecast on
 * a day is made once, when it is first asked for. Immutable otherwise, and thread-safe.
 *
 * <pre>{@code
 * Hindsight hindsight = Hindsight.of(evidence);
 * hindsight.record(east);                                  // 5 forecasts of 5 periods: 80 % held 4; ...
 * hindsight.since(evidence.asOf().minusWeeks(1), east);    // -62k: created +23k (4), ...
 * }</pre>
 */
public final class Hindsight {

  /** How many past quarters are forecast again for a record, at most: {@value}. */
  public static final int QUARTERS = 6;

  private final Evidence evidence;
  private final Map<LocalDate, Evidence> known = new ConcurrentHashMap<>();
  private final Map<Asked, Forecasts> forecasts = new ConcurrentHashMap<>();
  private final Map<Asked, Cube> booked = new ConcurrentHashMap<>();

  /** The forecast of a period, made on a day. */
  private record Asked(LocalDate day, Period period) {}

  private Hindsight(Evidence evidence) {
    this.evidence = evidence;
  }

  /**
   * Returns the hindsight of evidence.
   *
   * @param evidence what the records say today
   * @return the hindsight, which has learned nothing yet
   */
  public static Hindsight of(Evidence evidence) {
    return new Hindsight(evidence);
  }

  /**
   * Returns what the records said on a day.
   *
   * @param day the day, included; before the as-of day of the evidence
   * @return evidence that knows only what was known then; without activities
   * @throws IllegalArgumentException if the day is not before the as-of day, or nothing was known
   *     by then
   */
  public Evidence on(LocalDate day) {
    if (!day.isBefore(evidence.asOf())) {
      throw new IllegalArgumentException(
          "day must be before the as-of day " + evidence.asOf() + ", but was " + day);
    }
    return known.computeIfAbsent(day, this::learn);
  }

  /**
   * Tells whether anything was known on a day.
   *
   * @param day the day
   * @return true if it lies before the as-of day, and neither before the first day on which
   *     closings were recorded nor before the first fact
   */
  public boolean reaches(LocalDate day) {
    return day.isBefore(evidence.asOf())
        && !day.isBefore(evidence.facts().observedFrom())
        && !day.isBefore(evidence.windows().allDays().start());
  }

  private Evidence learn(LocalDate day) {
    RecordFacts now = evidence.facts();
    if (now.observedFrom().isAfter(day)) {
      throw new IllegalArgumentException(
          "day must not be before the first observed, " + now.observedFrom() + ", but was " + day);
    }
    RecordFacts then = new RecordFacts(day, now.observedFrom(), now.rules(), now.closings());
    List<Deal> deals = evidence.deals().stream().flatMap(deal -> deal.asOf(day).stream()).toList();
    LedgerWriter writer = new LedgerWriter(evidence.today().ledger().catalog());
    try (Batch batch = writer.batch("known on " + day, day)) {
      then.writeAll(deals, List.of(), batch);
      batch.commit();
    }
    return Evidence.of(writer.snapshot(), deals, then)
        .over(Organisation.of(evidence.organisation().state().knownOn(day)))
        .by(evidence.windows().calendar())
        .availability(evidence.availability())
        .peers(evidence.pooling().peers())
        .halfLife(evidence.pooling().halfLife())
        .fit()
        .considering(evidence.considered());
  }

  /**
   * Returns how good the forecasts of past quarters were, made as far into them as today is into
   * its own.
   *
   * @param party a person or unit; where it stood on the day
   * @return one entry for each of the last {@value #QUARTERS} quarters that are over, with a full
   *     quarter observed before and enough data; the first first
   * @throws IllegalArgumentException if the organisation does not have the party
   */
  public TrackRecord record(PartyId party) {
    evidence.organisation().name(party);
    Windows windows = evidence.windows();
    List<Period> quarters = windows.pastQuarters();
    TrackRecord record = TrackRecord.EMPTY;
    for (int i = Math.max(1, quarters.size() - QUARTERS); i < quarters.size(); i++) {
      Period quarter = quarters.get(i);
      LocalDate day = windows.sameDay(quarter);
      if (quarter.end().isAfter(day.plusDays(1))) {
        Optional<TrackRecord.Entry> entry =
            entry(forecasts(on(day), quarter), quarters.get(i - 1), party);
        record = entry.isPresent() ? record.with(entry.get()) : record;
      }
    }
    return record;
  }

  private Optional<TrackRecord.Entry> entry(Forecasts then, Period before, PartyId party) {
    Evidence seen = then.evidence();
    if (!seen.organisation().contains(party)) {
      return Optional.empty();
    }
    Optional<Forecast> forecast = then.atRecentRate(party);
    if (forecast.isEmpty()) {
      return Optional.empty();
    }
    Period days = forecast.get().days();
    LocalDate same =
        before.start().plusDays(days.start().toEpochDay() - then.period().start().toEpochDay());
    Optional<Period> repeated =
        same.isBefore(before.end())
            ? Optional.of(Period.custom(same, before.end()))
            : Optional.empty();
    Cube cube =
        booked.computeIfAbsent(
            new Asked(seen.asOf(), days),
            key ->
                Rollup.of(evidence.today().ledger())
                    .over(seen.organisation())
                    .organisedOn(seen.review())
                    .periods(repeated.isEmpty() ? List.of(days) : List.of(days, repeated.get()))
                    .build());
    return Optional.of(
        TrackRecord.Entry.of(
            forecast.get(),
            Math.max(0, cube.sum(party, StandardMetrics.BOOKINGS, days).toDouble()),
            repeated.map(last -> cube.sum(party, StandardMetrics.BOOKINGS, last).toDouble()),
            new SplittableRandom(days.start().toEpochDay())));
  }

  /**
   * Returns why the outlook of today's quarter is not what it was on a day.
   *
   * @param asOf the as-of day of the earlier outlook: the last day whose records counted for it,
   *     and not the day of its review, which comes after it
   * @param party a person or unit
   * @return the way from that outlook to today's, in steps that add up
   * @throws IllegalArgumentException as {@link #on}, or if the organisation does not have the party
   */
  public OutlookBridge since(LocalDate asOf, PartyId party) {
    if (!asOf.isBefore(evidence.asOf())) {
      throw new IllegalArgumentException(
          "as-of day must be before "
              + evidence.asOf()
              + ", but was "
              + asOf
              + ": pass the as-of day of the earlier outlook, not the day of its review");
    }
    Period period = evidence.period();
    return new OutlookSteps(forecasts(on(asOf), period), forecasts(evidence, period), party)
        .bridge();
  }

  /**
   * Returns what is looked back from.
   *
   * @return what the records say today
   */
  public Evidence evidence() {
    return evidence;
  }

  /** What was forecast on a day: once, as one unit after another asks for it. */
  private Forecasts forecasts(Evidence seen, Period period) {
    return forecasts.computeIfAbsent(
        new Asked(seen.asOf(), period), key -> Forecasts.of(seen, period));
  }

  /** Returns as of when is looked back. */
  @Override
  public String toString() {
    return "hindsight of " + evidence;
  }
}
