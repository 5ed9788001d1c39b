package dev.guidepost.rollup.variance;

import dev.guidepost.core.metric.Catalog;
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
 * How to explain the change of a result: by which drivers, by which method, to how many decimals.
 *
 * <p>Immutable: each method returns another analysis, so one can be kept and varied. It goes
 * through the facts of both cubes once, on the caller's thread.
 *
 * <pre>{@code
 * VarianceAnalysis analysis = VarianceAnalysis.of(Drivers.of(BOOKINGS, CLOSED, WIN_RATE, DEAL_SIZE));
 * analysis.between(cube, q2, q3);                                   // this quarter and the last
 * analysis.between(planned, q3, cube, q3);                          // plan and actual
 * analysis.with(Decomposition.LMDI).between(cube, q2, q3);
 * analysis.booked(atRatesOfTheDay).between(atPlanRates, q2, q3);    // exchange rates are a line
 * }</pre>
 */
public final class VarianceAnalysis {

  private static final int FEWEST_DECIMALS = 2;

  private final Drivers drivers;
  private final Decomposition decomposition;
  private final Optional<Integer> decimals;
  private final @Nullable Cube bookedBefore;
  private final @Nullable Cube bookedAfter;

  private VarianceAnalysis(
      Drivers drivers,
      Decomposition decomposition,
      Optional<Integer> decimals,
      @Nullable Cube bookedBefore,
      @Nullable Cube bookedAfter) {
    this.drivers = Objects.requireNonNull(drivers, "drivers");
    this.decomposition = Objects.requireNonNull(decomposition, "decomposition");
    this.decimals = decimals;
    this.bookedBefore = bookedBefore;
    this.bookedAfter = bookedAfter;
  }

  /**
   * Returns the analysis by some drivers, by {@link Decomposition#SHAPLEY}.
   *
   * @param drivers the result and its factors
   * @return the analysis
   */
  public static VarianceAnalysis of(Drivers drivers) {
    return new VarianceAnalysis(drivers, Decomposition.SHAPLEY, Optional.empty(), null, null);
  }

  /**
   * Returns this analysis by another method.
   *
   * @param method how changes are divided among factors
   * @return the changed analysis
   */
  public VarianceAnalysis with(Decomposition method) {
    return new VarianceAnalysis(drivers, method, decimals, bookedBefore, bookedAfter);
  }

  /**
   * Returns this analysis with lines of so many decimals; unless given, those of the result, and 2
   * at least. The effects on each participant are rounded to them, by the largest remainder.
   *
   * @param wanted the number of decimals, 0 to {@value Quantity#MAX_SCALE}; not fewer than the
   *     result has
   * @return the changed analysis
   * @throws IllegalArgumentException if it is out of bounds
   */
  public VarianceAnalysis decimals(int wanted) {
    if (wanted < 0 || wanted > Quantity.MAX_SCALE) {
      throw new IllegalArgumentException(
          "decimals must be 0 to " + Quantity.MAX_SCALE + ", but were " + wanted);
    }
    return new VarianceAnalysis(
        drivers, decomposition, Optional.of(wanted), bookedBefore, bookedAfter);
  }

  /**
   * Returns this analysis with a line for rates of exchange, where both periods are of one cube.
   *
   * @param booked the cube of the same facts at the rates of each day; what is compared is then at
   *     constant rates, such as those of the plan
   * @return the changed analysis
   */
  public VarianceAnalysis booked(Cube booked) {
    return booked(booked, booked);
  }

  /**
   * Returns this analysis with a line for rates of exchange: what the result moved by at the rates
   * of each day, less what it moved by at constant rates, which is what the other lines explain.
   *
   * @param before the cube of the earlier side at the rates of each day
   * @param after the cube of the later side at the rates of each day
   * @return the changed analysis
   */
  public VarianceAnalysis booked(Cube before, Cube after) {
    return new VarianceAnalysis(
        drivers,
        decomposition,
        decimals,
        Objects.requireNonNull(before, "before"),
        Objects.requireNonNull(after, "after"));
  }

  /**
   * Explains what changed between two periods of a cube.
   *
   * @param cube the cube
   * @param from the earlier period, one that the cube keeps
   * @param to the later period, one that the cube keeps
   * @return the explanation of every node
   * @throws IllegalArgumentException as {@link #between(Cube, Period, Cube, Period)} does
   * @throws IllegalStateException if a cube does not keep facts
   */
  public VarianceTree between(Cube cube, Period from, Period to) {
    return between(cube, from, cube, to);
  }

  /**
   * Explains what changed between a period of one cube and one of another: of another ledger, such
   * as that of a plan, of another view of the same, or over another organisation.
   *
   * @param before the cube to start from
   * @param from one of its periods
   * @param after the cube to come to; people count where they end in it
   * @param to one of its periods
   * @return the explanation of every node of either cube
   * @throws IllegalArgumentException if a catalog lacks a metric or the dimension; the factors do
   *     not multiply to the result; a metric is not defined alike on both sides; a cube lacks its
   *     period, or its ledger cannot answer for a metric; the result has more decimals than are
   *     wanted; or what is booked is not over the same organisation and in the same unit
   * @throws IllegalStateException if a cube, one of what is booked too, does not keep facts, as
   *     {@link Cube#keepsFacts()} tells: cells have neither segments nor strangers
   */
  public VarianceTree between(Cube before, Period from, Cube after, Period to) {
    Catalog catalog = after.ledger().catalog();
    DriverTree tree = DriverTree.of(drivers, catalog);
    requireAlike(before, catalog, tree);
    int digits = decimals.orElse(Math.max(FEWEST_DECIMALS, tree.decimals()));
    if (digits < tree.decimals()) {
      throw new IllegalArgumentException(
          "decimals must be at least the "
              + tree.decimals()
              + " of "
              + drivers.result()
              + ", but were "
              + digits);
    }
    Sides sides =
        new Sides(
            new Reading(before, from, tree.sums(), drivers.segments()),
            new Reading(after, to, tree.sums(), drivers.segments()),
            new Standing(before, from),
            new Standing(after, to),
            bookedSides(before, from, after, to, tree),
            tree.result());
    List<VarianceTree.Heading> headings = headings(catalog);
    Attribution attribution =
        new Attribution(sides, tree, drivers.mix(), decomposition, headings, digits);
    return new VarianceTree(
        drivers,
        decomposition,
        new VarianceTree.Side(before, from),
        new VarianceTree.Side(after, to),
        headings,
        attribution,
        new Fitting(digits, tree.decimals()));
  }

  private Optional<Sides.Booked> bookedSides(
      Cube before, Period from, Cube after, Period to, DriverTree tree) {
    if (bookedBefore == null || bookedAfter == null) {
      return Optional.empty();
    }
    requireSame(before, bookedBefore, tree);
    requireSame(after, bookedAfter, tree);
    List<MetricId> sums = List.copyOf(tree.result().sums());
    return Optional.of(
        new Sides.Booked(
            new Reading(bookedBefore, from, sums, Optional.empty()),
            new Reading(bookedAfter, to, sums, Optional.empty())));
  }

  @SuppressWarnings("ReferenceEquality") // one organisation, as for a bridge
  private void requireSame(Cube constant, Cube booked, DriverTree tree) {
    if (constant.organisation() != booked.organisation()
        || !constant.organisedOn().equals(booked.organisedOn())) {
      throw new IllegalArgumentException(
          "booked cube must be over the organisation of that at constant rates, but was "
              + booked
              + " beside "
              + constant);
    }
    requireAlike(booked, constant.ledger().catalog(), tree);
  }

  private void requireAlike(Cube cube, Catalog catalog, DriverTree tree) {
    Catalog other = cube.ledger().catalog();
    List<MetricId> all = new ArrayList<>(tree.sums());
    all.add(drivers.result());
    for (MetricId id : all) {
      if (!other.metric(id).equals(catalog.metric(id))) {
        throw new IllegalArgumentException(
            id + " must be defined alike, in one unit, in both cubes, but is not");
      }
    }
    if (!DriverTree.of(drivers, other).equals(tree)) {
      throw new IllegalArgumentException(
          "factors of " + drivers + " must be defined alike in both cubes, but are not");
    }
  }

  private List<VarianceTree.Heading> headings(Catalog catalog) {
    List<VarianceTree.Heading> headings = new ArrayList<>();
    for (MetricId factor : drivers.factors()) {
      headings.add(
          new VarianceTree.Heading(
              Cause.FACTOR, Optional.of(factor), catalog.metric(factor).name()));
    }
    if (drivers.mix() != Mix.NONE) {
      headings.add(1, VarianceTree.Heading.of(Cause.MIX));
    }
    headings.add(VarianceTree.Heading.of(Cause.ENTERED));
    headings.add(VarianceTree.Heading.of(Cause.LEFT));
    headings.add(VarianceTree.Heading.of(Cause.MOVED));
    if (bookedBefore != null) {
      headings.add(VarianceTree.Heading.of(Cause.EXCHANGE));
    }
    headings.add(VarianceTree.Heading.of(Cause.UNEXPLAINED));
    return List.copyOf(headings);
  }

  /** Returns drivers and method on one line. */
  @Override
  public String toString() {
    return drivers + ", by " + decomposition;
  }
}
