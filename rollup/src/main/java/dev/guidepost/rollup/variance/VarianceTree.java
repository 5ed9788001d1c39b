package dev.guidepost.rollup.variance;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.guidepost.core.explain.TextTable;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a result moved, for every person and unit.
 *
 * <p>Immutable and thread-safe. At every node the lines add up to the change, and every line of a
 * unit is the sum of that line over what is right below it. An amount that does not fit 64 bits is
 * refused where it is read, and what counts elsewhere can be read.
 *
 * <pre>{@code
 * VarianceTree why = VarianceAnalysis.of(drivers).between(cube, q2, q3);
 * why.at("East").print();   // its teams and people, line by line
 * why.print();              // all units
 * }</pre>
 */
public final class VarianceTree {

  /** What a table shows for an amount that does not fit 64 bits: {@value}. */
  public static final String TOO_LARGE = "too large";

  /** One side of a comparison. */
  record Side(Cube cube, Period period) {}

  /** What a line is for, the same at all nodes. */
  record Heading(Cause cause, Optional<MetricId> factor, String label) {
    static Heading of(Cause cause) {
      return new Heading(cause, Optional.empty(), cause.label());
    }
  }

  /**
   * A change that the drivers do not make, and why.
   *
   * @param party whose it is
   * @param segment the value of the dimension, if there is one
   * @param change by how much the result moved
   * @param reason what is without a value
   */
  public record Unexplained(
      PartyId party, Optional<String> segment, Quantity change, String reason) {

    /**
     * Creates a change that the drivers do not make.
     *
     * @param party whose it is
     * @param segment the value of the dimension, if there is one
     * @param change by how much the result moved
     * @param reason what is without a value
     */
    public Unexplained {
      Objects.requireNonNull(party, "party");
      Objects.requireNonNull(segment, "segment");
      Objects.requireNonNull(change, "change");
      Objects.requireNonNull(reason, "reason");
    }

    /** Returns such as {@code "ana, chair 100: Deal size has no value, ..."}. */
    @Override
    public String toString() {
      return party
          + segment.map(value -> ", " + value).orElse("")
          + " "
          + change.print()
          + ": "
          + reason;
    }
  }

  private final Drivers drivers;
  private final Decomposition decomposition;
  private final Side before;
  private final Side after;
  private final ImmutableMap<PartyId, Variance> byNode;
  private final ImmutableList<Attribution.Rest> unexplained;
  private final Fitting fitting;

  VarianceTree(
      Drivers drivers,
      Decomposition decomposition,
      Side before,
      Side after,
      List<Heading> headings,
      Attribution attribution,
      Fitting fitting) {
    this.drivers = drivers;
    this.decomposition = decomposition;
    this.before = before;
    this.after = after;
    this.unexplained = ImmutableList.copyOf(attribution.unexplained());
    this.fitting = fitting;
    ImmutableList<PartyId> nodes =
        ImmutableSet.<PartyId>builder()
            .addAll(after.cube().nodes())
            .addAll(before.cube().nodes())
            .build()
            .asList();
    ImmutableMap.Builder<PartyId, Integer> order = ImmutableMap.builder();
    for (int i = 0; i < nodes.size(); i++) {
      order.put(nodes.get(i), i);
    }
    Variance.Frame frame =
        new Variance.Frame(
            after.cube().ledger().catalog().metric(drivers.result()),
            before,
            after,
            ImmutableList.copyOf(headings),
            order.buildOrThrow(),
            fitting);
    ImmutableMap.Builder<PartyId, Variance> variances = ImmutableMap.builder();
    for (PartyId node : nodes) {
      variances.put(node, new Variance(frame, node, attribution.tallies()));
    }
    this.byNode = variances.buildOrThrow();
  }

  /**
   * Returns the result and its factors.
   *
   * @return the drivers
   */
  public Drivers drivers() {
    return drivers;
  }

  /**
   * Returns how changes are divided among factors.
   *
   * @return the method
   */
  public Decomposition decomposition() {
    return decomposition;
  }

  /**
   * Returns all parties there is a variance of.
   *
   * @return the nodes of the later cube in its order, then those of the earlier one only;
   *     unmodifiable
   */
  public List<PartyId> nodes() {
    return byNode.keySet().asList();
  }

  /**
   * Returns why the result of a party moved.
   *
   * @param party a person or unit of either organisation, or {@link
   *     dev.guidepost.rollup.org.Organisation#UNASSIGNED}
   * @return its variance
   * @throws IllegalArgumentException if neither organisation has the party
   */
  public Variance at(PartyId party) {
    Variance found = byNode.get(party);
    if (found == null) {
      throw new IllegalArgumentException(
          "party must be one of " + after.cube().organisation() + ", but was " + party);
    }
    return found;
  }

  /**
   * Returns why the result of the party with an id or a name moved.
   *
   * @param idOrName an id or a name of the later cube, as {@link Cube#at(String)} takes it
   * @return its variance
   * @throws IllegalArgumentException if there is no such party, or more than one
   */
  public Variance at(String idOrName) {
    return at(after.cube().at(idOrName).party());
  }

  /**
   * Returns what the drivers do not make, one by one.
   *
   * @return the changes in the order of participants, then of segments; they add up to the line of
   *     {@link Cause#UNEXPLAINED}; unmodifiable
   * @throws ArithmeticException if a change does not fit 64 bits; says whose
   */
  public List<Unexplained> unexplained() {
    return unexplained.stream()
        .map(
            rest ->
                new Unexplained(
                    rest.party(),
                    rest.segment(),
                    fitting.quantity(
                        rest.change(),
                        () -> drivers.result() + " of " + rest.party() + ", not explained,"),
                    rest.reason()))
        .toList();
  }

  /**
   * Returns all units as a table, line by line; without what is 0 for all of them, unless it is a
   * factor or the mix. What does not fit 64 bits is shown as {@value #TOO_LARGE}.
   *
   * @return the table, plain ASCII but for names, lines ending in {@code \n}
   */
  public String print() {
    List<Variance> units =
        byNode.values().stream().filter(variance -> variance.party() instanceof UnitId).toList();
    Variance whole = units.get(0);
    return table(whole.result().name(), whole, units, null).toString();
  }

  /** Returns variances as a table, below them another one as the total, if there is one. */
  static TextTable table(
      String heading, Variance frame, List<Variance> rows, @Nullable Variance total) {
    List<Integer> shown = new ArrayList<>();
    List<String> headings = new ArrayList<>(List.of(heading, ">" + frame.from().label()));
    List<Heading> lines = frame.headings();
    for (int i = 0; i < lines.size(); i++) {
      int line = i;
      Cause cause = lines.get(i).cause();
      boolean some = rows.stream().anyMatch(row -> row.units(line).signum() != 0);
      if (cause == Cause.FACTOR || cause == Cause.MIX || some) {
        shown.add(i);
        headings.add(">" + lines.get(i).label());
      }
    }
    headings.add(">" + frame.to().label());
    TextTable.Builder table = TextTable.builder(headings.toArray(String[]::new));
    rows.forEach(row -> table.row(row.cells(row.label(), shown)));
    if (total != null) {
      table.row(total.cells("total", shown));
    }
    return table.build();
  }

  /** Returns result, periods and method on one line. */
  @Override
  public String toString() {
    Metric result = after.cube().ledger().catalog().metric(drivers.result());
    return result.name()
        + ", "
        + before.period().label()
        + " to "
        + after.period().label()
        + ", "
        + byNode.size()
        + " nodes, by "
        + decomposition;
  }
}
