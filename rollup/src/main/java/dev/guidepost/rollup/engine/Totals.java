package dev.guidepost.rollup.engine;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Histogram;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What cells hold of all nodes, added up once and read many times: a period is a run of cells.
 *
 * <p>Immutable. Totals are exact; one that does not fit 64 bits is refused when it is asked for.
 */
public final class Totals {

  private final TimeAxis axis;
  private final Leaves leaves;
  private final Slots slots;
  private final List<Metric> metrics;
  private final Columns columns;
  private final Rows rows;
  private final Spreads spreads;
  private final @Nullable Different[] different;

  /**
   * Adds up what is held of facts.
   *
   * @param held what is held
   * @param periods the periods kept, for which different values are counted
   * @param crew who does it
   * @param watch told of the steps that {@link Held#steps()} are
   */
  public Totals(Held held, List<Period> periods, Crew crew, Watch watch) {
    axis = held.axis();
    leaves = held.leaves();
    slots = leaves.slots();
    metrics = held.catalog().metrics();
    columns = held.sums().rows().columns();
    rows = Assembly.assemble(held.sums().rows(), slots, crew);
    spreads = Spreads.of(held.sums().samples(), columns.spreads(), axis.segments(), slots);
    watch.check();
    different = different(held.counted(), periods, leaves, crew, watch, held.steps());
  }

  /** Creates totals that differ from others in some facts, or by another organisation. */
  Totals(Totals from, Leaves leaves, Rows rows, Spreads spreads, @Nullable Different[] different) {
    axis = from.axis;
    metrics = from.metrics;
    columns = from.columns;
    this.leaves = leaves;
    slots = leaves.slots();
    this.rows = rows;
    this.spreads = spreads;
    this.different = different;
  }

  private @Nullable Different[] different(
      List<Values.Counted> counted,
      List<Period> periods,
      Leaves seated,
      Crew crew,
      Watch watch,
      int steps) {
    @Nullable Different[] all = new Different[metrics.size()];
    Ranges ranges = new Ranges(periods, axis);
    for (int i = 0; i < counted.size(); i++) {
      Values.Counted values = counted.get(i);
      int share = Crew.share(steps, i + 1, counted.size()) - Crew.share(steps, i, counted.size());
      all[values.metric()] = Different.of(values.triples(), ranges, seated, crew, watch, share);
    }
    return all;
  }

  /**
   * Returns the totals of the same facts in another organisation. Only facts of who stands
   * elsewhere are gone through, but all where different values are counted.
   *
   * @param other the other organisation
   * @param ledger the facts
   * @param facts the same by participant
   * @param periods the periods kept, for which different values are counted
   * @param crew who counts different values
   * @param watch told twice of each fact where different values are counted
   * @return the totals in the other organisation; all that does not differ is shared
   */
  public Totals over(
      Organisation other,
      Ledger ledger,
      PartyFacts facts,
      List<Period> periods,
      Crew crew,
      Watch watch) {
    return moved(other, ledger, facts, periods, false, crew, watch).totals();
  }

  /** Totals in another organisation, and the values from which different ones were counted. */
  record Moved(Totals totals, List<Values.Counted> counted) {}

  /** Moves them; repeated to find each occurrence of a value, so that one can be taken off. */
  Moved moved(
      Organisation other,
      Ledger ledger,
      PartyFacts facts,
      List<Period> periods,
      boolean repeated,
      Crew crew,
      Watch watch) {
    watch.check();
    Leaves.Other there = leaves.over(other);
    Values values = new Values(ledger, facts.owners(), columns.present(), axis, there.leaves());
    int steps = values.any() ? ledger.size() : 0;
    if (steps > 0) {
      watch.expect(2L * steps);
    }
    List<Values.Counted> counted = values.find(repeated, crew, watch);
    @Nullable Different[] found = different(counted, periods, there.leaves(), crew, watch, steps);
    return new Moved(Shift.shift(this, there, facts, found), counted);
  }

  /**
   * Returns by which seats these totals are made.
   *
   * @return the leaves
   */
  public Leaves leaves() {
    return leaves;
  }

  TimeAxis axis() {
    return axis;
  }

  Columns columns() {
    return columns;
  }

  Rows rows() {
    return rows;
  }

  Spreads spreads() {
    return spreads;
  }

  @Nullable Different[] different() {
    return different;
  }

  /**
   * Returns the sum of a metric of a node over a run of segments.
   *
   * @param node the node
   * @param metric the code of a metric that keeps a sum
   * @param from the first segment
   * @param to the segment after the last
   * @return the sum at the metric's scale, 0 without facts
   * @throws ArithmeticException if it does not fit 64 bits
   */
  public long total(int node, int metric, int from, int to) {
    return sum(node, metric, columns.sum(metric), from, to);
  }

  /**
   * Returns the number of facts of a metric of a node over a run of segments.
   *
   * @param node the node
   * @param metric the code of a metric that counts its facts
   * @param from the first segment
   * @param to the segment after the last
   * @return how many there are
   */
  public long count(int node, int metric, int from, int to) {
    return sum(node, metric, columns.count(metric), from, to);
  }

  private long sum(int node, int metric, int column, int from, int to) {
    int slot = slots.of(node);
    long[] row = slot == Nodes.NONE ? null : rows.get(slot);
    if (row == null || column == Columns.NONE) {
      return 0;
    }
    long total = 0;
    long times = 0;
    for (int i = column + from; i < column + to; i++) {
      long sum = total + row[i];
      times += Rows.wrapped(total, row[i], sum) + rows.beyond(slot, i);
      total = sum;
    }
    if (times != 0) {
      throw overflow(node, metric, from, to);
    }
    return total;
  }

  /**
   * Returns the smallest or largest amount of a node over a run of segments.
   *
   * @param node the node
   * @param metric the code of a metric that keeps an extreme
   * @param from the first segment
   * @param to the segment after the last
   * @return the amount at the metric's scale, empty without facts
   */
  public Optional<Long> extreme(int node, int metric, int from, int to) {
    if (count(node, metric, from, to) == 0) {
      return Optional.empty();
    }
    int column = columns.extreme(metric);
    boolean largest = columns.isLargest(metric);
    long found = largest ? Long.MIN_VALUE : Long.MAX_VALUE;
    long[] row = rows.row(slots.of(node));
    for (int i = column + from; i < column + to; i++) {
      found = largest ? Math.max(found, row[i]) : Math.min(found, row[i]);
    }
    return Optional.of(found);
  }

  /**
   * Returns the histogram of a metric of a node over a run of segments.
   *
   * @param node the node
   * @param metric the code of a distribution
   * @param from the first segment
   * @param to the segment after the last
   * @return the histogram, empty without facts
   */
  public Histogram histogram(int node, int metric, int from, int to) {
    int spread = columns.spread(metric);
    int slot = slots.of(node);
    return spread == Columns.NONE || slot == Nodes.NONE
        ? Histogram.EMPTY
        : spreads.histogram(slot, spread, from, to);
  }

  /**
   * Returns how many different values a metric has at a node over a kept period.
   *
   * @param node the node
   * @param metric the code of a metric that counts different values
   * @param from the first segment of the period
   * @param to the segment after its last
   * @return how many there are
   */
  public long different(int node, int metric, int from, int to) {
    return Objects.requireNonNull(different[metric]).count(node, from, to);
  }

  private ArithmeticException overflow(int node, int metric, int from, int to) {
    return new ArithmeticException(
        metrics.get(metric).id()
            + " of "
            + leaves.nodes().all().get(node)
            + " from "
            + axis.day(from)
            + " until "
            + axis.day(to)
            + " must fit 64 bits at scale "
            + metrics.get(metric).scale()
            + ", but does not");
  }
}
