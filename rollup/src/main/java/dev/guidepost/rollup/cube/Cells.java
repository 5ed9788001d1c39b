package dev.guidepost.rollup.cube;

import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.explain.TextTable;
import dev.guidepost.core.fact.Fact;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.util.List;
import java.util.Optional;

/**
 * The measurements of one party over one period.
 *
 * <pre>{@code
 * Cells east = cube.at("East").in(q3);
 * east.get(WINS);   // 195 deals
 * east.explain(WINS); // 195 = Team A (team-a) 120 + Team B (team-b) 75
 * east.print();     // all metrics, one a line
 * }</pre>
 */
public final class Cells {

  /** Of how many metrics is told what stands on unassigned. */
  private static final int RESTS = 3;

  private final Node node;
  private final Cube cube;
  private final Period period;
  private final Frame.Span span;

  Cells(Node node, Cube cube, Period period) {
    this.node = node;
    this.cube = cube;
    this.period = period;
    this.span = cube.kept(period);
  }

  /**
   * Returns whose measurements these are.
   *
   * @return the node
   */
  public Node node() {
    return node;
  }

  /**
   * Returns the days over which was measured.
   *
   * @return the period
   */
  public Period period() {
    return period;
  }

  /**
   * Returns the measurement of a metric.
   *
   * @param metric a metric of the catalog
   * @return what it comes to
   * @throws IllegalArgumentException if the catalog lacks the metric, or the view of the ledger
   *     leaves out what it needs
   * @throws ArithmeticException if a sum over the period does not fit 64 bits
   */
  public Measurement get(MetricId metric) {
    return cube.measurement(node.code(), metric, period);
  }

  /**
   * Returns the amount of a metric that adds up.
   *
   * @param metric a metric of the catalog that is a sum
   * @return the sum, 0 without facts
   * @throws IllegalArgumentException if the catalog lacks the metric, it is no sum, or the view of
   *     the ledger leaves out what it needs
   * @throws ArithmeticException if the sum does not fit 64 bits
   */
  public Quantity sum(MetricId metric) {
    return cube.sum(node.code(), metric, period, span);
  }

  /**
   * Explains the measurement of a metric by what makes it: of a unit, the units right below it and
   * those who stand in it itself; of a person, the units in which they stood. Each fact counts
   * where its owner stood on its day, or on the date on which all is organised, so that who moved
   * is a part of both; parts that have nothing are those that stand there on the last day.
   *
   * <p>The parts add up as those of {@link dev.guidepost.core.measure.Measuring#explain} do. Takes
   * time in proportion to the ledger, once for each part.
   *
   * <pre>{@code
   * cube.at("East").in(q3).explain(BOOKINGS); // 100 = Team A (team-a) 60 + Ana (ana) 40
   * }</pre>
   *
   * @param metric a metric of the catalog
   * @return the explanation, units and people in the order of the cube's nodes
   * @throws IllegalArgumentException if the catalog lacks the metric, or the view of the ledger
   *     leaves out what it needs
   * @throws ArithmeticException if a sum over the period does not fit 64 bits
   */
  public Explanation explain(MetricId metric) {
    return cube.explain(node.party(), metric, period);
  }

  /**
   * Returns the facts that make the measurement of a metric.
   *
   * @param metric a metric of the catalog
   * @return the facts in the order in which they were recorded; unmodifiable
   * @throws IllegalArgumentException if the catalog lacks the metric, the view of the ledger leaves
   *     out what it needs, or facts to choose from are not in the currency of their metric
   * @throws IllegalStateException if facts are not kept, as {@link Cube#keepsFacts()} tells
   */
  public List<Fact> facts(MetricId metric) {
    return cube.facts(node.party(), metric, period);
  }

  /**
   * Returns the measurements of all metrics that the ledger, or the view of it, can answer for;
   * {@link Cube#refusal} tells why it cannot for others.
   *
   * @return the measurements in the order of the catalog; unmodifiable
   * @throws ArithmeticException if a sum over the period does not fit 64 bits
   */
  public List<Measurement> all() {
    return cube.ledger().catalog().metrics().stream()
        .map(Metric::id)
        .filter(metric -> cube.refusal(metric, period).isEmpty())
        .map(this::get)
        .toList();
  }

  /**
   * Returns all metrics and their measurements as a table; below it stands how many metrics of
   * those in the view cannot be measured, and why the first of them cannot, then, at the root and
   * at {@link Organisation#UNASSIGNED} of a cube that is organised on a date or placed by a
   * dimension, what stands there of the first three sums that are not 0, as {@link Cube#unassigned}
   * tells, and last whose tree counts and of which day the cube is.
   *
   * @return the table, plain ASCII but for names, lines ending in {@code \n}
   */
  public String print() {
    TextTable.Builder table = TextTable.builder(named(), "measured");
    all().forEach(measured -> table.row(measured.metric().name(), measured.toString()));
    List<String> refusals =
        cube.ledger().catalog().metrics().stream()
            .filter(metric -> cube.ledger().refusal(metric.id()).isEmpty())
            .flatMap(metric -> cube.refusal(metric.id(), period).stream())
            .toList();
    return table.build()
        + (refusals.isEmpty() ? "" : refusals.size() + " not measured: " + refusals.get(0) + "\n")
        + rest()
        + cube.state()
        + "\n";
  }

  /** Returns what of sums stands on unassigned, at the root and there, a line each. */
  private String rest() {
    boolean concerned =
        node.party().equals(Organisation.UNASSIGNED)
            || node.party().equals(cube.organisation().root());
    StringBuilder lines = new StringBuilder();
    int shown = 0;
    for (Metric metric : cube.ledger().catalog().metrics()) {
      if (concerned
          && shown < RESTS
          && metric.aggregation() instanceof Aggregation.Sum
          && cube.refusal(metric.id(), period).isEmpty()) {
        Optional<Unassigned> rest = Unassigned.rest(cube, metric.id(), period);
        rest.ifPresent(told -> lines.append(told.line()));
        shown += rest.isPresent() ? 1 : 0;
      }
    }
    return lines.toString();
  }

  private String named() {
    return node + ", " + period.label();
  }

  /**
   * Returns party, period, whose tree counts and of which day it is, such as {@code "East (east),
   * 2026-Q3, as it was, known on 2026-09-30"}.
   */
  @Override
  public String toString() {
    return named() + ", " + cube.state();
  }
}
