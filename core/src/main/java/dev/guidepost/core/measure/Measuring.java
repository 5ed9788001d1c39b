package dev.guidepost.core.measure;

import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Kept;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Measures any metric straight from the facts: the exact definition of what a metric comes to.
 *
 * <p>Money is measured in one currency: facts in several, or in another one than their metric is
 * in, are refused with the remedy, a converted view of the ledger. A view by participants, by
 * values of dimensions or by days is measured as what it is, a part; a metric is refused where a
 * view leaves out other metrics that it is read from, or days before the period that it needs, as
 * they would count as 0.
 *
 * <p>Immutable and thread-safe. It keeps no sums between two questions and goes through the whole
 * ledger for each, so it serves to check, to explain and to measure now and then; a roll-up of many
 * measurements keeps sums and hands them in by {@link #measure(MetricId, Period, PartialSource)},
 * so that both answer alike.
 *
 * <pre>{@code
 * Measuring measuring = Measuring.of(ledger, FiscalCalendar.calendarYear());
 * measuring.measure(WIN_RATE, q3);                     // 31.0 % (195 of 630)
 * measuring.measure(WIN_RATE, List.of(ana, ben), q3);  // 30.2 % (26 of 86)
 * measuring.explain(BOOKINGS, List.of(ana, ben), q3);  // 100 = ana 40 + ben 60
 * }</pre>
 */
public final class Measuring {

  private final Ledger ledger;
  private final FiscalCalendar calendar;
  private final Unsliced unsliced;
  private final ForeignMoney foreign;
  private final Refusals refusals;

  private Measuring(Ledger ledger, FiscalCalendar calendar) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.calendar = Objects.requireNonNull(calendar, "calendar");
    this.unsliced = new Unsliced(ledger);
    this.foreign = new ForeignMoney(ledger, unsliced);
    this.refusals = new Refusals(ledger, calendar);
  }

  /**
   * Returns a way to measure a ledger.
   *
   * @param ledger the facts, or a view of them
   * @param calendar tells where the periods of metrics to date start
   * @return the way to measure
   */
  public static Measuring of(Ledger ledger, FiscalCalendar calendar) {
    return new Measuring(ledger, calendar);
  }

  /**
   * Returns what a metric comes to for all participants of the ledger together; those of them who
   * were known, {@link Ledger#knownParties()}, and record such snapshots, as {@link
   * Metric#reportedBy()} says, are expected to have done so.
   *
   * @param metric a metric of the ledger's catalog
   * @param period the days, of any grain
   * @return what it comes to; without facts a sum of 0, or a kind without a value
   * @throws IllegalArgumentException if the catalog lacks the metric, the view of the ledger leaves
   *     out what it needs, or facts needed for it are not in the currency of their metric
   * @throws ArithmeticException if an amount does not fit 64 bits at its metric's scale
   */
  public Measurement measure(MetricId metric, Period period) {
    return measure(metric, ledger.knownParties(), period);
  }

  /**
   * Returns what a metric comes to for some participants together.
   *
   * @param metric a metric of the ledger's catalog
   * @param participants whose facts count, each once; those of them who record such snapshots, as
   *     {@link Metric#reportedBy()} says, are expected to have done so
   * @param period the days, of any grain
   * @return what it comes to; without facts a sum of 0, or a kind without a value
   * @throws IllegalArgumentException if the catalog lacks the metric, the view of the ledger leaves
   *     out what it needs, or facts needed for it are not in the currency of their metric
   * @throws ArithmeticException if an amount does not fit 64 bits at its metric's scale
   */
  public Measurement measure(
      MetricId metric, Collection<? extends PartyId> participants, Period period) {
    FactScan scan = scan(Scope.of(ledger, participants));
    return measure(metric, period, scan::partial);
  }

  /**
   * Returns what a metric comes to where something else keeps what is needed of the facts.
   *
   * @param metric a metric of the ledger's catalog
   * @param period the days, of any grain
   * @param source gives what is kept of the facts of one place
   * @return what it comes to; without facts a sum of 0, or a kind without a value
   * @throws IllegalArgumentException if the catalog lacks the metric, the view of the ledger leaves
   *     out what it needs, or facts needed for it are not in the currency of their metric
   * @throws ArithmeticException if an amount does not fit 64 bits at its metric's scale
   */
  public Measurement measure(MetricId metric, Period period, PartialSource source) {
    refusals.requireNone(metric, period);
    return new Evaluation(ledger.catalog(), calendar, foreign, source).measure(metric, period);
  }

  /**
   * Returns what is kept of the facts of a metric, straight from the facts.
   *
   * @param metric a metric of the ledger's catalog whose aggregation keeps something of its own
   * @param period the days, of any grain
   * @param scope whose facts count
   * @return what is kept
   * @throws IllegalArgumentException if the catalog lacks the metric or it keeps nothing, the view
   *     of the ledger leaves out what it needs, or its facts are not in its currency
   */
  public Partial partial(MetricId metric, Period period, Scope scope) {
    Metric definition = ledger.catalog().metric(metric);
    refusals.requireNone(metric, period);
    foreign.requireNone(definition);
    return scan(scope).partial(definition, period);
  }

  /**
   * Returns the snapshots of many places, going through the facts once for all of them: {@link
   * PlacedSnapshots#at} is what {@link #partial} returns of one.
   *
   * @param metric a metric of the ledger's catalog that is made of snapshots
   * @param period the days, of any grain
   * @param place tells for a position of the ledger the place where its fact counts, any number;
   *     asked as {@link Scope#counts()} is
   * @return the snapshots by place
   * @throws IllegalArgumentException if the catalog lacks the metric or it is not made of
   *     snapshots, the view of the ledger leaves out what it needs, or its facts are not in its
   *     currency
   */
  public PlacedSnapshots snapshots(MetricId metric, Period period, IntUnaryOperator place) {
    Metric definition = ledger.catalog().metric(metric);
    if (definition.aggregation().kept() != Kept.SNAPSHOTS) {
      throw new IllegalArgumentException(
          metric + " must be made of snapshots, but is \"" + definition.aggregation() + "\"");
    }
    refusals.requireNone(metric, period);
    foreign.requireNone(definition);
    return new PlacedSnapshots(ledger, unsliced, definition, period, place);
  }

  /**
   * Returns the facts that make a measurement, no more and no less: for a ratio or a formula those
   * of all its inputs, for snapshots those that were chosen, for a smallest or largest amount those
   * that have it, for different values those that have one.
   *
   * @param metric a metric of the ledger's catalog
   * @param participants whose facts count
   * @param period the days, of any grain
   * @return the facts in the order in which they were recorded; unmodifiable
   * @throws IllegalArgumentException if the catalog lacks the metric, the view of the ledger leaves
   *     out what it needs, or facts to choose from are not in the currency of their metric
   */
  public List<Fact> facts(
      MetricId metric, Collection<? extends PartyId> participants, Period period) {
    return facts(metric, period, Scope.of(ledger, participants));
  }

  /**
   * Returns the facts that make the measurement of one place, no more and no less.
   *
   * @param metric a metric of the ledger's catalog
   * @param period the days, of any grain
   * @param scope whose facts count
   * @return the facts in the order in which they were recorded; unmodifiable
   * @throws IllegalArgumentException if the catalog lacks the metric, the view of the ledger leaves
   *     out what it needs, or facts to choose from are not in the currency of their metric
   */
  public List<Fact> facts(MetricId metric, Period period, Scope scope) {
    refusals.requireNone(metric, period);
    return new FactTrace(ledger, calendar, foreign, scan(scope))
        .positions(metric, period).stream().mapToObj(ledger::fact).toList();
  }

  /**
   * Tells why a metric cannot be measured over a period: because the view of the ledger leaves out
   * metrics that it is read from, or days that a metric to date or snapshots need; or because facts
   * that it is read from are not in the currency of theirs.
   *
   * @param metric a metric of the ledger's catalog
   * @param period the days, of any grain
   * @return what must hold and what does not; empty if it can be measured
   * @throws IllegalArgumentException if the catalog lacks the metric
   */
  public Optional<String> refusal(MetricId metric, Period period) {
    return refusals
        .of(metric, period)
        .or(
            () ->
                ledger.catalog().sources(metric).stream()
                    .flatMap(source -> foreign.of(ledger.catalog().metric(source)).stream())
                    .findFirst());
  }

  /**
   * Explains what a metric comes to by what it comes to for each participant.
   *
   * <p>The parts add up as {@link Measurement#explain(String, java.util.Map)} says.
   *
   * @param metric a metric of the ledger's catalog
   * @param participants whose facts count
   * @param period the days, of any grain
   * @return the explanation, participants in order of their ids
   * @throws IllegalArgumentException if the catalog lacks the metric, the view of the ledger leaves
   *     out what it needs, or facts needed for it are not in the currency of their metric
   * @throws ArithmeticException if an amount does not fit 64 bits at its metric's scale
   */
  public Explanation explain(
      MetricId metric, Collection<? extends PartyId> participants, Period period) {
    FactSplit split = new FactSplit(ledger, unsliced, participants);
    Measurement whole = measure(metric, period, split::whole);
    Map<String, Measurement> each = new LinkedHashMap<>();
    for (PartyId party : split.parties()) {
      String label = each.containsKey(party.value()) ? party + " (person)" : party.value();
      each.put(label, measure(metric, period, (kept, days) -> split.of(party, kept, days)));
    }
    return whole.explain(whole.metric().name() + ", " + period.label(), each);
  }

  /**
   * Returns what a metric comes to for each value of a dimension, of the facts that count at one
   * place: what {@link Ledger#where(Dimension, String)} would leave of them. Each fact has one
   * value, so that what adds up over facts adds up over values.
   *
   * @param metric a metric of the ledger's catalog
   * @param period the days, of any grain
   * @param scope whose facts count
   * @param dimension a dimension of the catalog
   * @return the measurements by the values of the facts that count here and are needed, in order;
   *     those without a value under {@link Dimension#NONE}; unmodifiable
   * @throws IllegalArgumentException if the catalog lacks the metric or the dimension, the view of
   *     the ledger leaves out what is needed, or facts are not in the currency of their metric
   * @throws ArithmeticException if an amount does not fit 64 bits at its metric's scale
   */
  public Map<String, Measurement> pivot(
      MetricId metric, Period period, Scope scope, Dimension dimension) {
    ValueSplit split = new ValueSplit(ledger, scan(scope), dimension);
    measure(metric, period, (kept, days) -> split.of(Dimension.NONE, kept, days));
    Map<String, Measurement> byValue = new LinkedHashMap<>();
    for (String value : split.values()) {
      byValue.put(value, measure(metric, period, (kept, days) -> split.of(value, kept, days)));
    }
    return Collections.unmodifiableMap(byValue);
  }

  private FactScan scan(Scope scope) {
    return new FactScan(ledger, unsliced, scope);
  }

  /** Returns what is measured on one line. */
  @Override
  public String toString() {
    return "measuring " + ledger;
  }
}
