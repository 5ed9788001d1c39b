package dev.guidepost.rollup.cube;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.measure.Measuring;
import dev.guidepost.core.measure.Partial;
import dev.guidepost.core.measure.PartialSource;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Kept;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.engine.Crew;
import dev.guidepost.rollup.engine.Held;
import dev.guidepost.rollup.engine.Nodes;
import dev.guidepost.rollup.engine.Placement;
import dev.guidepost.rollup.engine.TimeAxis;
import dev.guidepost.rollup.engine.Totals;
import dev.guidepost.rollup.engine.Watch;
import dev.guidepost.rollup.org.Organisation;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

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

  private final Frame frame;
  private final Rollup rollup;
  private final Ledger ledger;
  private final Measuring measuring;
  private final Placement placement;
  private final Standing standing;
  private final Totals totals;

  /** Where there are no facts: what of them is not in cells. */
  private final Optional<CubePart> part;

  /** By metric whether it is known to be a sum that the ledger answers for. */
  private final boolean[] isSum;

  /** Creates the cube of a roll-up. */
  Cube(Frame frame, Rollup rollup, Totals totals) {
    this(frame, rollup, totals, ImmutableMap.of(), Optional.empty());
  }

  /** Creates a cube that has no facts. */
  Cube(Frame frame, Held held, CubePart part) {
    this(
        frame,
        Rollup.of(new LedgerWriter(frame.catalog).snapshot()),
        new Totals(held, frame.counted, Crew.ALONE, new Watch(done -> {}, () -> false)),
        Standing.codes(held.leaves().parties()),
        Optional.of(part));
  }

  private Cube(
      Frame frame,
      Rollup rollup,
      Totals totals,
      ImmutableMap<PartyId, Integer> parties,
      Optional<CubePart> part) {
    this.frame = frame;
    this.rollup = rollup;
    this.totals = totals;
    this.part = part;
    ledger = rollup.ledger();
    measuring = Measuring.of(ledger, frame.calendar);
    placement = new Placement(totals.leaves());
    standing = new Standing(frame, ledger, placement, parties);
    isSum = new boolean[frame.catalog.metrics().size()];
  }

  /**
   * Returns what the same facts would be in another organisation: a re-organisation that is not
   * decided, or the one of before. It equals, cell by cell, the cube that {@link Rollup#over} and
   * {@link Rollup#build()} would make.
   *
   * <p>If the facts were {@linkplain Rollup#grouped() grouped}, only those of participants are gone
   * through who stand elsewhere, themselves or with a unit above them, and all cells that stay as
   * they are are shared by both cubes; a catalog that counts different values has all facts gone
   * through for these alone. If the facts were not grouped, it is a whole roll-up.
   *
   * <pre>{@code
   * Organisation reorganised = cube.organisation().toBuilder().reparent(west, south, june).build();
   * Cube planned = cube.over(reorganised);
   * }</pre>
   *
   * @param other the other organisation; units and people that it adds have cells, those that it
   *     lacks have none, and their facts stand on {@link Organisation#UNASSIGNED}
   * @return the cube of the other organisation, as it was or organised on the same date
   * @throws IllegalStateException if facts are not kept, as {@link #keepsFacts()} tells
   * @throws java.util.concurrent.CancellationException if the roll-up was cancelled
   */
  public Cube over(Organisation other) {
    requireFacts();
    Rollup there = rollup.moved(other);
    if (rollup.facts().isEmpty() || totals.leaves().areWorn()) {
      return there.build();
    }
    Totals shifted =
        totals.over(
            other, ledger, rollup.facts().get(), frame.counted, rollup.crew(), rollup.watch());
    return new Cube(frame.over(other), there, shifted);
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
    return frame.periods.asList();
  }

  /**
   * Returns the ledger, or the view of it, that was rolled up.
   *
   * @return the ledger; one of the same catalog without facts if {@link #keepsFacts()} denies
   */
  public Ledger ledger() {
    return ledger;
  }

  /**
   * Tells whether the cube has the facts from which it was made.
   *
   * @return false if it was made of {@linkplain CubePart parts}
   */
  public boolean keepsFacts() {
    return part.isEmpty();
  }

  /**
   * Returns the organisation over which it was rolled up.
   *
   * @return the organisation
   */
  public Organisation organisation() {
    return frame.organisation;
  }

  /**
   * Returns the date whose tree and memberships count.
   *
   * @return the date, or empty if each fact counts as it was on its day
   */
  public Optional<LocalDate> organisedOn() {
    return frame.organisedOn;
  }

  /**
   * Returns the dimension by whose values facts are placed in the tree.
   *
   * @return the dimension, or empty if each fact counts where its owner stands
   */
  public Optional<Dimension> placedBy() {
    return frame.placedBy;
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
    List<PartyId> found = frame.organisation.find(idOrName);
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "\""
              + idOrName
              + "\" must be the id or name of one party, but is that of "
              + (found.isEmpty() ? "none in " + frame.organisation : both(found)));
    }
    return at(found.get(0));
  }

  /** Returns parties such that those of one id are told apart. */
  private static String both(List<PartyId> found) {
    return found.stream()
        .map(party -> (party instanceof PersonId ? "person " : "unit ") + party)
        .collect(Collectors.joining(", "));
  }

  /**
   * Returns one measurement. Snapshots are chosen among the facts, so that it takes time in
   * proportion to the ledger and to people for them; all else is read from cells.
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
    frame.kept(period);
    return measurement(node, metric, period);
  }

  Measurement measurement(int node, MetricId metric, Period period) {
    requireAnswered(metric, period);
    return measuring.measure(
        metric, period, (kept, days) -> partial(node, kept, days, LocalDate.MAX));
  }

  private void requireAnswered(MetricId metric, Period period) {
    part.flatMap(refusing -> refusing.refusal(metric, period))
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
  }

  /**
   * Returns a metric over a period by party, for those who read it of many: each is what {@link
   * #measurement(PartyId, MetricId, Period)} returns and throws. Of snapshots the facts are gone
   * through once for all, when the first is read; their days are kept as long as this is.
   *
   * @param metric a metric of the ledger's catalog
   * @param period one of {@link #periods()}
   * @return the measurements by party; thread-safe
   * @throws IllegalArgumentException if the metric or the period is unknown
   */
  public Function<PartyId, Measurement> byParty(MetricId metric, Period period) {
    return byParty(metric, period, LocalDate.MAX);
  }

  /**
   * Returns a metric over a period that may not be over, by party: as {@link #byParty(MetricId,
   * Period)}, but of snapshots those are missing who stand there on a day before the end of the
   * period.
   *
   * @param metric a metric of the ledger's catalog
   * @param period one of {@link #periods()}
   * @param latest the day, as long as it is in the period and the cube is as it was; before it the
   *     first day of the period, after it the last
   * @return the measurements by party; thread-safe
   * @throws IllegalArgumentException if the metric or the period is unknown
   */
  public Function<PartyId, Measurement> byParty(MetricId metric, Period period, LocalDate latest) {
    IntFunction<PartialSource> sources = sources(metric, period, latest);
    return party -> {
      int node = code(party);
      requireAnswered(metric, period);
      return measuring.measure(metric, period, sources.apply(node));
    };
  }

  /**
   * Returns who is missing from the snapshots that a metric over a period is read from, by party:
   * who should have reported there by {@link #byParty(MetricId, Period, LocalDate)}, and has
   * reported nothing or last stood elsewhere when reporting.
   *
   * @param metric a metric of the ledger's catalog
   * @param period one of {@link #periods()}
   * @param latest the day, as long as it is in the period and the cube is as it was; before it the
   *     first day of the period, after it the last
   * @return the people or units by party, in the order of ids, unmodifiable, none where a metric is
   *     read from no snapshots; thread-safe
   * @throws IllegalArgumentException if the metric or the period is unknown
   */
  public Function<PartyId, Set<PartyId>> missing(MetricId metric, Period period, LocalDate latest) {
    IntFunction<PartialSource> sources = sources(metric, period, latest);
    return party -> {
      PartialSource source = sources.apply(code(party));
      requireAnswered(metric, period);
      ImmutableSortedSet.Builder<PartyId> missing = ImmutableSortedSet.naturalOrder();
      measuring.measure(
          metric,
          period,
          (kept, days) -> {
            Partial found = source.partial(kept, days);
            if (found instanceof Partial.Snapshots snapshots) {
              missing.addAll(snapshots.missing(kept));
            }
            return found;
          });
      return missing.build();
    };
  }

  /** Returns what is kept by node, of snapshots for all nodes from one pass through the facts. */
  private IntFunction<PartialSource> sources(MetricId metric, Period period, LocalDate latest) {
    frame.catalog.metric(metric);
    frame.kept(period);
    NodeSnapshots snapshots = new NodeSnapshots(this, measuring, latest);
    return node ->
        (kept, days) ->
            part.isEmpty() && kept.aggregation().kept() == Kept.SNAPSHOTS
                ? snapshots.partial(node, kept.id(), days)
                : partial(node, kept, days, latest);
  }

  /** Returns what is kept of a node: from its cells if they hold it, else from the facts. */
  private Partial partial(int node, Metric metric, Period days, LocalDate latest) {
    int code = ledger.catalog().code(metric.id());
    Frame.Span span = frame.span(days);
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
      case SNAPSHOTS, NOTHING ->
          part.isPresent()
              ? part.get()
                  .snapshots(
                      metric,
                      days,
                      (party, day) -> standing.countsAt(node, party, day),
                      standing.scope(node, days, latest).expected())
              : measuring.partial(metric.id(), days, standing.scope(node, days, latest));
    };
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
    Frame.Span span = frame.kept(period);
    return sum(code(party), metric, period, span);
  }

  /** Returns a sum; of a metric that was read before straight from the cells. */
  Quantity sum(int node, MetricId id, Period period, Frame.Span span) {
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
   * @throws IllegalStateException if facts are not kept, as {@link #keepsFacts()} tells
   */
  public List<Fact> facts(PartyId party, MetricId metric, Period period) {
    requireFacts();
    int node = code(party);
    frame.kept(period);
    return measuring.facts(metric, period, standing.scope(node, period));
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
   * @throws IllegalStateException if facts are not kept, as {@link #keepsFacts()} tells
   */
  public Map<String, Measurement> pivot(
      PartyId party, MetricId metric, Period period, Dimension dimension) {
    requireFacts();
    int node = code(party);
    frame.kept(period);
    return measuring.pivot(metric, period, standing.scope(node, period), dimension);
  }

  /**
   * Returns what of a sum stands on {@link Organisation#UNASSIGNED}, by whom and why: of people who
   * had left by the date of organisation, say, or of facts without the value by which they are
   * placed. Takes time in proportion to the ledger.
   *
   * @param metric a metric of the ledger's catalog that is a sum, none to date nor a formula
   * @param period one of {@link #periods()}
   * @return the parts
   * @throws IllegalArgumentException if the metric or the period is unknown, the metric is no sum
   *     of facts of its own, or the ledger does not answer for it
   * @throws ArithmeticException if a sum does not fit 64 bits
   * @throws IllegalStateException if facts are not kept, as {@link #keepsFacts()} tells
   */
  public Unassigned unassigned(MetricId metric, Period period) {
    requireFacts();
    sum(Organisation.UNASSIGNED, metric, period); // refuses what the ledger does not answer for
    Metric definition = ledger.catalog().metric(metric);
    if (!(definition.aggregation() instanceof Aggregation.Sum)) {
      throw new IllegalArgumentException(
          "metric must be a sum of facts of its own to be told by whom, but "
              + metric
              + " is \""
              + definition.aggregation()
              + "\"");
    }
    return Unassigned.of(this, definition, period);
  }

  /**
   * Returns where the fact at a position of the ledger counts.
   *
   * @param position 0 to {@link Ledger#size()} - 1 of {@link #ledger()}
   * @return the units in which it counts, the root first, the unit of its seat last; unmodifiable
   * @throws IndexOutOfBoundsException if there is no such position, as in a cube without facts
   */
  public List<UnitId> path(int position) {
    return placement.path(standing.seat(position));
  }

  /** Explains a measurement by the parties that make it. */
  Explanation explain(PartyId party, MetricId metric, Period period) {
    requireFacts();
    int node = code(party);
    return new Breakdown(this, node)
        .explain(measuring, metric, period, standing.scope(node, period));
  }

  /**
   * Tells why a metric cannot be measured over a period: because the view of the ledger leaves out
   * facts that it is read from, or these are not in the currency of theirs.
   *
   * @param metric a metric of the ledger's catalog
   * @param period one of {@link #periods()}
   * @return what must hold and what does not; empty if it can be measured
   * @throws IllegalArgumentException if the metric or the period is unknown
   */
  public Optional<String> refusal(MetricId metric, Period period) {
    frame.kept(period);
    return part.isPresent()
        ? part.get().refusal(frame.catalog.metric(metric).id(), period)
        : measuring.refusal(metric, period);
  }

  /** Returns the code of a party, refused if it is not in the organisation. */
  private int code(PartyId party) {
    int code = placement.codeOrNone(party);
    if (code == Nodes.NONE) {
      frame.organisation.name(party); // says who there is
    }
    return code;
  }

  /** Returns the segments of a period, refused if it is not kept. */
  Frame.Span kept(Period period) {
    return frame.kept(period);
  }

  private void requireFacts() {
    if (part.isPresent()) {
      throw new IllegalStateException(
          "facts must be kept to be shown or moved, but a cube of parts has none: merge their ledgers"
              + " with Ledger.merge and roll that up, or ask the cube of each");
    }
  }

  FiscalCalendar calendar() {
    return frame.calendar;
  }

  TimeAxis axis() {
    return frame.axis;
  }

  Placement placement() {
    return placement;
  }

  /** Returns who stands where, and where facts count. */
  Standing standing() {
    return standing;
  }

  Totals totals() {
    return totals;
  }

  /**
   * Tells whether nothing had been recorded by the day of which the cube is, so that it reads 0
   * everywhere; {@link Ledger#knownOn()} tells the day.
   *
   * @return true if its ledger, or each of those of its parts, {@linkplain Ledger#knowsNothing()
   *     knows nothing}
   */
  public boolean knowsNothing() {
    return part.map(CubePart::knowsNothing).orElseGet(ledger::knowsNothing);
  }

  /** Returns of which day it is, such as {@code "known on 2026-09-30"}. */
  String known() {
    return part.map(CubePart::known).orElseGet(() -> known(ledger));
  }

  static String known(Ledger ledger) {
    String what = ledger.knowsNothing() ? "nothing known" : "known";
    return what + ledger.knownOn().map(day -> " on " + day).orElse("");
  }

  /** Returns whose tree counts, such as {@code "as it was"}. */
  String view() {
    return frame.view();
  }

  /** Returns whose tree counts and of which day it is. */
  String state() {
    return view() + ", " + known();
  }

  /** Returns what was rolled up on one line, whose tree counts and of which day it is. */
  @Override
  public String toString() {
    return frame + ", " + known();
  }
}
