package dev.guidepost.rollup.variance;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.factor.Product;
import dev.guidepost.rollup.factor.Reduction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How to explain the change of a ratio at one node: by its people, or by the values of a dimension.
 *
 * <p>Immutable. A ratio does not add up, so neither do its explanations up the tree: each node has
 * its own, and {@link VarianceAnalysis} serves where lines have to add up.
 *
 * <pre>{@code
 * RateAnalysis.of(WIN_RATE).between(east, cube, q2, q3);             // by who sells in the east
 * RateAnalysis.of(WIN_RATE).by(PRODUCT).between(east, cube, q2, q3); // by product
 * }</pre>
 */
public final class RateAnalysis {

  private final MetricId rate;
  private final Optional<Dimension> dimension;

  private RateAnalysis(MetricId rate, Optional<Dimension> dimension) {
    this.rate = Objects.requireNonNull(rate, "rate");
    this.dimension = dimension;
  }

  /**
   * Returns the analysis of a ratio, by people.
   *
   * @param rate a metric that is one sum over another
   * @return the analysis
   */
  public static RateAnalysis of(MetricId rate) {
    return new RateAnalysis(rate, Optional.empty());
  }

  /**
   * Returns this analysis by the values of a dimension, in place of people.
   *
   * @param segments the dimension
   * @return the changed analysis
   */
  public RateAnalysis by(Dimension segments) {
    return new RateAnalysis(rate, Optional.of(segments));
  }

  /**
   * Explains what changed at a node between two periods of a cube.
   *
   * @param party a person or unit of the cube
   * @param cube the cube
   * @param from the earlier period, one that the cube keeps
   * @param to the later period, one that the cube keeps
   * @return the explanation; empty if there is no ratio in one of the periods, as there is nothing
   *     to divide by
   * @throws IllegalArgumentException as {@link #between(PartyId, Cube, Period, Cube, Period)} does
   */
  public Optional<RateVariance> between(PartyId party, Cube cube, Period from, Period to) {
    return between(party, cube, from, cube, to);
  }

  /**
   * Explains what changed at a node between a period of one cube and one of another.
   *
   * @param party a person or unit of both cubes
   * @param before the cube to start from
   * @param from one of its periods
   * @param after the cube to come to
   * @param to one of its periods
   * @return the explanation; empty if there is no ratio on one of the sides, as there is nothing,
   *     or less, to divide by
   * @throws IllegalArgumentException if a cube lacks the party, the period, the metric or the
   *     dimension, its ledger cannot answer, or the metric is not one sum over another, alike on
   *     both sides
   */
  public Optional<RateVariance> between(
      PartyId party, Cube before, Period from, Cube after, Period to) {
    Catalog catalog = after.ledger().catalog();
    Catalog first = before.ledger().catalog();
    Product product = new Reduction(catalog).of(rate);
    if (!first.metric(rate).unit().equals(catalog.metric(rate).unit())
        || !product.equals(new Reduction(first).of(rate))) {
      throw new IllegalArgumentException(rate + " must be defined alike in both cubes, but is not");
    }
    Product above = product.part(true).orElseThrow(() -> refused(product));
    Product below = product.part(false).orElseThrow(() -> refused(product));
    before.at(party);
    after.at(party);
    List<MetricId> sums = List.copyOf(product.sums());
    Sides sides =
        new Sides(
            new Reading(before, from, sums, dimension),
            new Reading(after, to, sums, dimension),
            new Standing(before, from),
            new Standing(after, to),
            Optional.empty(),
            above);
    Map<String, RateShares.Part> parts = new LinkedHashMap<>();
    for (PartyId owner : sides.parties()) {
      Map<String, Amounts> one = sides.before().at(party, owner);
      Map<String, Amounts> other = sides.after().at(party, owner);
      Set<String> segments = new TreeSet<>(one.keySet());
      segments.addAll(other.keySet());
      for (String segment : segments) {
        parts.merge(
            dimension.isPresent() ? segment : label(owner, before, after, parts.keySet()),
            new RateShares.Part(
                one.getOrDefault(segment, Amounts.NONE),
                other.getOrDefault(segment, Amounts.NONE),
                dimension.isPresent() ? Cause.MIX : cause(owner, party, sides)),
            RateShares.Part::plus);
      }
    }
    return new RateShares(above, below, parts)
        .parts()
        .map(found -> new RateVariance(after.at(party), catalog.metric(rate), from, to, found));
  }

  private IllegalArgumentException refused(Product product) {
    return new IllegalArgumentException(
        "rate must be one sum over another, but " + rate + " is " + product);
  }

  /** Returns what it is if a participant is in a ratio on one side only. */
  private static Cause cause(PartyId owner, PartyId node, Sides sides) {
    if (!sides.isThereBefore(owner)) {
      return Cause.ENTERED;
    }
    if (!sides.isThereAfter(owner)) {
      return Cause.LEFT;
    }
    boolean stays =
        owner.equals(node)
            || (node instanceof UnitId
                && sides.standingBefore().home(owner).contains(node)
                && sides.standingAfter().home(owner).contains(node));
    return stays ? Cause.MIX : Cause.MOVED;
  }

  /** Returns name and id, and what it is where another has these too. */
  private static String label(PartyId owner, Cube before, Cube after, Set<String> taken) {
    List<String> found = new ArrayList<>();
    for (Cube cube : List.of(after, before)) {
      if (cube.organisation().contains(owner)) {
        found.add(cube.at(owner).toString());
      }
    }
    found.add(owner.value());
    String label = found.get(0);
    return taken.contains(label)
        ? label + " as " + (owner instanceof UnitId ? "unit" : "person")
        : label;
  }

  /** Returns what is explained and by what, on one line. */
  @Override
  public String toString() {
    return rate + " by " + dimension.map(Dimension::name).orElse("people");
  }
}
