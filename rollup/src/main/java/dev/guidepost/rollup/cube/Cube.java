package dev.guidepost.rollup.cube;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.measure.Measuring;
import dev.guidepost.core.measure.Partial;
import dev.guidepost.core.measure.Scope;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.engine.Grouped;
import dev.guidepost.rollup.engine.Held;
import dev.guidepost.rollup.engine.Leaves;
import dev.guidepost.rollup.engine.Nodes;
import dev.guidepost.rollup.engine.Placement;
import dev.guidepost.rollup.engine.TimeAxis;
import dev.guidepost.rollup.engine.Totals;
import dev.guidepost.rollup.engine.Watch;
import dev.guidepost.rollup.org.Organisation;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The measurements of all parties, metrics and periods of a roll-up, down to the facts.
 *
 * <p>Immutable and thread-safe. The root holds everything: it is the sum of its members, the units
 * right below it, and {@link Organisation#UNASSIGNED}.
 *
 * <pre>{@code
 * Cube cube = Rollup.of(ledger).over(organisation).periods(List.of(q3)).build();
 * cube.at("East").in(q3).get(WIN_RATE);            // 31.0 % (195 of 630)
 * cube.measurement(PersonId.of("ana"), WINS, q3);  // 12 deals
 * }</pre>
 */
public final class Cube {

  private final Ledger ledger;
  private final Organisation organisation;
  private final Optional<LocalDate> organisedOn;
  private final ImmutableSet<Period> periods;
  private final FiscalCalendar calendar;
  private final Measuring measuring;
  private final TimeAxis axis;
  private final Placement placement;
  private final ImmutableMap<Period, Span> spans;
  private final Totals totals;

  /** By metric whether it is known to be a sum that the ledger answers for. */
  private final boolean[] isSum;

  /** A period as a run of segments, from one up to, but not including, another. */
  record Span(int from, int to) {}

  Cube(
      Ledger ledger,
      Organisation organisation,
      Optional<LocalDate> organisedOn,
      List<Period> periods,
      FiscalCalendar calendar,
      Leaves leaves,
      Rollup.Running running) {
    this.ledger = ledger;
    this.organisation = organisation;
    this.organisedOn = organisedOn;
    this.periods = ImmutableSet.copyOf(periods);
    this.calendar = calendar;
    measuring = Measuring.of(ledger, calendar);
    List<Period> read = withToDate(metric -> true);
    axis = new TimeAxis(read, organisedOn.isPresent() ? List.of() : organisation.treeChanges());
    placement = new Placement(leaves, axis);
    Watch watch = new Watch(running.listener(), running.cancelled());
    Grouped grouped = running.grouped().orElse(null);
    Held held = Held.of(ledger, grouped, leaves, axis, running.crew(), watch);
    totals = new Totals(held, placement, withToDate(this::countsDifferent), running.crew());
    spans =
        read.stream()
            .collect(
                ImmutableMap.toImmutableMap(
                    period -> period, period -> new Span(axis.first(period), axis.end(period))));
    isSum = new boolean[ledger.catalog().metrics().size()];
  }

  /** Returns the periods kept and, where some metrics to date need more days, those too. */
  private List<Period> withToDate(Predicate<MetricId> some) {
    Set<Period> all = new LinkedHashSet<>(periods);
    for (Metric metric : ledger.catalog().metrics()) {
      if (metric.aggregation() instanceof Aggregation.ToDate toDate && some.test(metric.id())) {
        periods.forEach(period -> all.add(calendar.toDate(toDate.since(), period)));
      }
    }
    return List.copyOf(all);
  }

  /** Tells whether a metric is read from one that counts different values. */
  private boolean countsDifferent(MetricId metric) {
    return ledger.catalog().dependencies(metric).stream()
        .anyMatch(
            input -> ledger.catalog().metric(input).aggregation() instanceof Aggregation.Distinct);
  }

  /**
   * Returns all parties the cube answers for.
   *
   * @return the root, the other units in the order of their declaration, {@link
   *     Organisation#UNASSIGNED}, then people in the order of theirs; unmodifiable
   */
  public List<PartyId> nodes() {
    return placement.nodes();
  }

  /**
   * Returns the periods that were kept.
   *
   * @return the periods in the order given; unmodifiable
   */
  public List<Period> periods() {
    return periods.asList();
  }

  /**
   * Returns the ledger, or the view of it, that was rolled up.
   *
   * @return the ledger
   */
  public Ledger ledger() {
    return ledger;
  }

  /**
   * Returns the organisation over which it was rolled up.
   *
   * @return the organisation
   */
  public Organisation organisation() {
    return organisation;
  }

  /**
   * Returns the date whose tree and memberships count.
   *
   * @return the date, or empty if each fact counts as it was on its day
   */
  public Optional<LocalDate> organisedOn() {
    return organisedOn;
  }

  /**
   * Returns the measurements of a party.
   *
   * @param party a person or unit of the organisation, or {@link Organisation#UNASSIGNED}
   * @return its node
   * @throws IllegalArgumentException if the organisation does not have the party
   */
  public Node at(PartyId party) {
    return new Node(this, party, code(party));
  }

  /**
   * Returns the measurements of the party with an id or a name.
   *
   * @param idOrName an id or a name, as {@link Organisation#find(String)} takes it
   * @return its node
   * @throws IllegalArgumentException if there is no such party, or more than one
   */
  public Node at(String idOrName) {
    List<PartyId> found = organisation.find(idOrName);
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "\""
              + idOrName
              + "\" must be the id or name of one party, but is that of "
              + (found.isEmpty() ? "none in " + organisation : found));
    }
    return at(found.get(0));
  }

  /**
   * Returns one measurement.
   *
   * @param party a person or unit of the organisation, or {@link Organisation#UNASSIGNED}
   * @param metric a metric of the ledger's catalog
   * @param period one of {@link #periods()}
   * @return what the metric comes to; without facts a sum of 0, or another kind without a value. Of
   *     snapshots, those who stand there on the last day of the period, who record such and whose
   *     snapshot does not stand there are missing; who was never placed in a unit stands on {@link
   *     Organisation#UNASSIGNED}, who has left or is still to come stands nowhere, nor does a unit
   *     with nobody in or below it
   * @throws IllegalArgumentException if the party, the metric or the period is unknown, the view of
   *     the ledger leaves out what the metric needs, or facts needed for it are not in the currency
   *     of theirs
   * @throws ArithmeticException if a sum over the period does not fit 64 bits
   */
  public Measurement measurement(PartyId party, MetricId metric, Period period) {
    int node = code(party);
    requirePeriod(period);
    return measurement(node, metric, period);
  }

  Measurement measurement(int node, MetricId metric, Period period) {
    return measuring.measure(metric, period, (kept, days) -> partial(node, kept, days));
  }

  /** Returns what is kept of a node: from its cells if they hold it, else from the facts. */
  private Partial partial(int node, Metric metric, Period days) {
    int code = ledger.catalog().code(metric.id());
    Span span = span(days);
    int from = span.from();
    int to = span.to();
    return switch (metric.aggregation().kept()) {
      case SUM -> new Partial.Sum(BigInteger.valueOf(totals.total(node, code, from, to)));
      case SUM_AND_COUNT ->
          new Partial.SumAndCount(
              BigInteger.valueOf(totals.total(node, code, from, to)),
              totals.count(node, code, from, to));
      case HISTOGRAM -> new Partial.Bins(totals.histogram(node, code, from, to));
      case EXTREME ->
          new Partial.Extreme(
              totals.extreme(node, code, from, to),
              metric.aggregation() instanceof Aggregation.Max);
      case VALUES -> new Partial.Different(totals.different(node, code, from, to));
      case SNAPSHOTS, NOTHING -> measuring.partial(metric.id(), days, scope(node, days));
    };
  }

  /**
   * Returns what counts at a node; the people who stand there on the last day, and the units there
   * with somebody in or below them.
   */
  private Scope scope(int node, Period days) {
    LocalDate day = organisedOn.orElse(days.lastDay());
    int segment = axis.last(days);
    boolean[] staffed = new boolean[placement.units()];
    Set<PartyId> expected = new HashSet<>();
    for (PersonId person : organisation.people()) {
      Optional<UnitId> unit = standing(person, day);
      if (unit.isPresent()) {
        int code = placement.code(unit.get());
        if (placement.code(person) == node || placement.within(code, node, segment)) {
          expected.add(person);
        }
        for (int at = code; at != Nodes.NONE && !staffed[at]; ) {
          staffed[at] = true;
          at = placement.parent(at, segment);
        }
      }
    }
    for (int unit = 0; unit < staffed.length; unit++) {
      if (staffed[unit] && placement.within(unit, node, segment)) {
        expected.add(placement.nodes().get(unit));
      }
    }
    return new Scope(position -> countsAt(node, position), expected);
  }

  /** Returns where a person stands; who has left or is still to come stands nowhere. */
  Optional<UnitId> standing(PersonId person, LocalDate day) {
    return organisation.memberships(person).isEmpty()
        ? Optional.of(Organisation.UNASSIGNED)
        : organisation.unitOf(person, day);
  }

  /**
   * Returns the amount of a metric that adds up.
   *
   * @param party a person or unit of the organisation, or {@link Organisation#UNASSIGNED}
   * @param metric a metric of the ledger's catalog that is a sum
   * @param period one of {@link #periods()}
   * @return the sum, 0 without facts
   * @throws IllegalArgumentException if the party, the metric or the period is unknown, or the
   *     metric is no sum
   * @throws ArithmeticException if the sum does not fit 64 bits
   */
  public Quantity sum(PartyId party, MetricId metric, Period period) {
    requirePeriod(period);
    return sum(code(party), metric, period, span(period));
  }

  /** Returns a sum; of a metric that was read before straight from the cells. */
  Quantity sum(int node, MetricId id, Period period, Span span) {
    int code = ledger.catalog().code(id);
    Metric metric = ledger.catalog().metrics().get(code);
    if (isSum[code]) {
      return Quantity.ofUnscaled(totals.total(node, code, span.from(), span.to()), metric.scale());
    }
    Measurement measured = measurement(node, id, period);
    if (measured instanceof Measurement.Total total) {
      isSum[code] = metric.aggregation() instanceof Aggregation.Sum;
      return total.amount();
    }
    throw new IllegalArgumentException(
        "metric must be a sum, but " + id + " is \"" + metric.aggregation() + "\"");
  }

  /**
   * Returns the facts that make one measurement, no more and no less: for a ratio those of its
   * numerator and of its denominator, for a formula those of all its inputs, for snapshots those
   * that were chosen. Takes time in proportion to the ledger.
   *
   * @param party a person or unit of the organisation, or {@link Organisation#UNASSIGNED}
   * @param metric a metric of the ledger's catalog
   * @param period one of {@link #periods()}
   * @return the facts in the order in which they were recorded; unmodifiable
   * @throws IllegalArgumentException if the party, the metric or the period is unknown, the view of
   *     the ledger leaves out what the metric needs, or facts to choose from are not in the
   *     currency of their metric
   */
  public List<Fact> facts(PartyId party, MetricId metric, Period period) {
    int node = code(party);
    requirePeriod(period);
    return measuring.facts(metric, period, scope(node, period));
  }

  /**
   * Returns a measurement by the values of a dimension: for each what the cube of the ledger's
   * {@link Ledger#where(Dimension, String)} would answer. What adds up over facts adds up over
   * values to the measurement itself. Takes time in proportion to the ledger, once for each metric
   * that it is read from.
   *
   * <pre>{@code
   * cube.pivot(east, BOOKINGS, q3, PRODUCT); // {chair=120 USD, desk=80 USD}
   * }</pre>
   *
   * @param party a person or unit of the organisation, or {@link Organisation#UNASSIGNED}
   * @param metric a metric of the ledger's catalog
   * @param period one of {@link #periods()}
   * @param dimension a dimension of the catalog
   * @return the measurements by the values of the facts that count here, in order; those without a
   *     value under {@link Dimension#NONE}; unmodifiable
   * @throws IllegalArgumentException if the party, the metric, the period or the dimension is
   *     unknown, the view of the ledger leaves out what the metric needs, or facts needed for it
   *     are not in the currency of theirs
   * @throws ArithmeticException if a sum does not fit 64 bits
   */
  public Map<String, Measurement> pivot(
      PartyId party, MetricId metric, Period period, Dimension dimension) {
    int node = code(party);
    requirePeriod(period);
    return measuring.pivot(metric, period, scope(node, period), dimension);
  }

  /** Explains a measurement by the parties that make it. */
  Explanation explain(PartyId party, MetricId metric, Period period) {
    int node = code(party);
    return new Breakdown(this, node).explain(measuring, metric, period, scope(node, period));
  }

  boolean countsAt(int node, int position) {
    int party = ledger.partyCode(position);
    int day = ledger.epochDay(position);
    return placement.counts(party, day, axis.segment(day), node);
  }

  /** Tells whether the view of the ledger has what a metric needs. */
  boolean answers(MetricId metric, Period period) {
    return measuring.refusal(metric, period).isEmpty();
  }

  /** Returns the code of a party, refused if it is not in the organisation. */
  private int code(PartyId party) {
    int code = placement.codeOrNone(party);
    if (code == Nodes.NONE) {
      organisation.name(party); // says who there is
    }
    return code;
  }

  Span span(Period period) {
    return Objects.requireNonNull(spans.get(period));
  }

  void requirePeriod(Period period) {
    if (!periods.contains(period)) {
      List<String> shown = periods.stream().limit(12).map(Period::label).toList();
      throw new IllegalArgumentException(
          "period must be one of "
              + shown
              + (shown.size() < periods.size()
                  ? " and " + (periods.size() - shown.size()) + " more"
                  : "")
              + ", but was "
              + period);
    }
  }

  FiscalCalendar calendar() {
    return calendar;
  }

  TimeAxis axis() {
    return axis;
  }

  Placement placement() {
    return placement;
  }

  /** Returns what was rolled up on one line. */
  @Override
  public String toString() {
    return organisation
        + ", "
        + ledger.catalog().metrics().size()
        + " metrics, "
        + periods.size()
        + " periods, "
        + organisedOn.map(date -> "organised on " + date).orElse("as it was");
  }
}
