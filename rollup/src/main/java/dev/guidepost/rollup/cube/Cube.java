package dev.guidepost.rollup.cube;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
  private final ImmutableMap<MetricId, Integer> metricCodes;
  private final TimeAxis axis;
  private final Placement placement;
  private final Sums sums;

  Cube(
      Ledger ledger,
      Organisation organisation,
      Optional<LocalDate> organisedOn,
      List<Period> periods) {
    this.ledger = ledger;
    this.organisation = organisation;
    this.organisedOn = organisedOn;
    this.periods = ImmutableSet.copyOf(periods);
    ImmutableMap.Builder<MetricId, Integer> codes = ImmutableMap.builder();
    for (int i = 0; i < ledger.catalog().metrics().size(); i++) {
      codes.put(ledger.catalog().metrics().get(i).id(), i);
    }
    metricCodes = codes.buildOrThrow();
    axis = new TimeAxis(periods, organisedOn.isPresent() ? List.of() : organisation.treeChanges());
    placement = new Placement(ledger, organisation, organisedOn, axis);
    sums = new Sums(ledger, placement, axis);
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
    return new Node(this, requireNode(party));
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
   * @return what the metric comes to; without facts a sum of 0, or a ratio, mean or distribution
   *     without a value
   * @throws IllegalArgumentException if the party, the metric or the period is unknown
   * @throws ArithmeticException if a sum over the period does not fit 64 bits
   */
  public Measurement measurement(PartyId party, MetricId metric, Period period) {
    int node = placement.code(requireNode(party));
    Metric definition = ledger.catalog().metric(metric);
    requirePeriod(period);
    int from = axis.first(period);
    int to = axis.end(period);
    Aggregation aggregation = definition.aggregation();
    if (aggregation instanceof Aggregation.RatioOf ratio) {
      Quantity numerator = total(node, ratio.numerator(), from, to);
      return new Measurement.Share(
          definition, new Ratio(numerator, total(node, ratio.denominator(), from, to)));
    }
    if (aggregation instanceof Aggregation.Distribution) {
      return new Measurement.Spread(definition, sums.histogram(node, code(metric), from, to));
    }
    Quantity total = total(node, metric, from, to);
    return aggregation instanceof Aggregation.Mean
        ? new Measurement.Average(definition, total, sums.count(node, code(metric), from, to))
        : new Measurement.Amount(definition, total);
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
    if (measurement(party, metric, period) instanceof Measurement.Amount amount) {
      return amount.amount();
    }
    throw new IllegalArgumentException(
        "metric must be a sum, but "
            + metric
            + " is a "
            + ledger.catalog().metric(metric).aggregation());
  }

  private Quantity total(int node, MetricId metric, int from, int to) {
    return Quantity.ofUnscaled(
        sums.total(node, code(metric), from, to), ledger.catalog().metric(metric).scale());
  }

  /**
   * Returns the facts that make one measurement, no more and no less: for a ratio those of its
   * numerator and of its denominator. Takes time in proportion to the ledger.
   *
   * @param party a person or unit of the organisation, or {@link Organisation#UNASSIGNED}
   * @param metric a metric of the ledger's catalog
   * @param period one of {@link #periods()}
   * @return the facts in the order in which they were recorded; unmodifiable
   * @throws IllegalArgumentException if the party, the metric or the period is unknown
   */
  public List<Fact> facts(PartyId party, MetricId metric, Period period) {
    int node = placement.code(requireNode(party));
    Set<Integer> metrics =
        ledger.catalog().metric(metric).aggregation() instanceof Aggregation.RatioOf ratio
            ? ImmutableSet.of(code(ratio.numerator()), code(ratio.denominator()))
            : ImmutableSet.of(code(metric));
    requirePeriod(period);
    ImmutableList.Builder<Fact> facts = ImmutableList.builder();
    for (int i = 0; i < ledger.size(); i++) {
      if (metrics.contains(ledger.metricCode(i))
          && ledger.includes(i)
          && period.contains(LocalDate.ofEpochDay(ledger.epochDay(i)))
          && countsAt(node, i)) {
        facts.add(ledger.fact(i));
      }
    }
    return facts.build();
  }

  private boolean countsAt(int node, int position) {
    int party = ledger.partyCode(position);
    if (placement.nodes().get(node) instanceof PersonId) {
      return placement.person(party) == node;
    }
    int day = ledger.epochDay(position);
    return placement.within(placement.unit(party, day), node, axis.segment(day));
  }

  private PartyId requireNode(PartyId party) {
    organisation.name(party);
    return party;
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

  private int code(MetricId metric) {
    return Objects.requireNonNull(metricCodes.get(metric));
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
        + metricCodes.size()
        + " metrics, "
        + periods.size()
        + " periods, "
        + organisedOn.map(date -> "organised on " + date).orElse("as it was");
  }
}
