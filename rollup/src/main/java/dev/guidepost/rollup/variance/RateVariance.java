package dev.guidepost.rollup.variance;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.explain.TextTable;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Node;
import dev.guidepost.rollup.factor.Remainders;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a ratio moved at one node: what its parts did themselves, and what their shares did.
 *
 * <p>Immutable. Exact: the effects of all parts add up to the change. Where every part gets better
 * and the whole gets worse, the mix says by how much.
 */
public final class RateVariance {

  /**
   * One part of what is divided, a person or a value of a dimension.
   *
   * @param label what people call it
   * @param shareBefore its share in what is divided by, before; between 0 and 1 unless something is
   *     negative
   * @param shareAfter its share after
   * @param rateBefore its own ratio before, empty if it has no share
   * @param rateAfter its own ratio after, empty if it has no share
   * @param own what its own ratio did to the whole; 0 if it has one on one side only
   * @param cause what {@code other} is: {@link Cause#MIX}, or for who has a share on one side only
   *     {@link Cause#ENTERED}, {@link Cause#LEFT} or {@link Cause#MOVED}; {@link Cause#UNEXPLAINED}
   *     if there is something to divide but nothing to divide by
   * @param other what its share did to the whole
   * @param makesBefore how much of the whole ratio it made before: share times ratio
   * @param makesAfter how much of the whole ratio it makes after
   */
  public record Part(
      String label,
      Fraction shareBefore,
      Fraction shareAfter,
      Optional<Fraction> rateBefore,
      Optional<Fraction> rateAfter,
      Fraction own,
      Cause cause,
      Fraction other,
      Fraction makesBefore,
      Fraction makesAfter) {

    /**
     * Creates a part.
     *
     * @param label what people call it
     * @param shareBefore its share in what is divided by, before
     * @param shareAfter its share after
     * @param rateBefore its own ratio before
     * @param rateAfter its own ratio after
     * @param own what its own ratio did to the whole
     * @param cause what {@code other} is
     * @param other what its share did to the whole
     * @param makesBefore how much of the whole ratio it made before
     * @param makesAfter how much of the whole ratio it makes after
     */
    public Part {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(cause, "cause");
    }
  }

  private static final int DECIMALS = 2;

  private final Node node;
  private final Metric rate;
  private final Period from;
  private final Period to;
  private final ImmutableList<Part> parts;

  RateVariance(Node node, Metric rate, Period from, Period to, List<Part> parts) {
    this.node = node;
    this.rate = rate;
    this.from = from;
    this.to = to;
    this.parts = ImmutableList.copyOf(parts);
  }

  /**
   * Returns whose ratio it is.
   *
   * @return the person or unit
   */
  public PartyId party() {
    return node.party();
  }

  /**
   * Returns the metric whose change is explained.
   *
   * @return the ratio
   */
  public Metric rate() {
    return rate;
  }

  /**
   * Returns the ratio before.
   *
   * @return the value, in the metric's unit: 31/100, not 31 %
   */
  public Fraction before() {
    return Remainders.sum(parts.stream().map(Part::makesBefore).toList());
  }

  /**
   * Returns the ratio after.
   *
   * @return the value, in the metric's unit
   */
  public Fraction after() {
    return Remainders.sum(parts.stream().map(Part::makesAfter).toList());
  }

  /**
   * Returns by how much the ratio moved.
   *
   * @return after less before
   */
  public Fraction change() {
    return after().minus(before());
  }

  /**
   * Returns the parts.
   *
   * @return those with a share or an amount, in the order of ids, or of values of the dimension as
   *     participants have them; unmodifiable
   */
  public List<Part> parts() {
    return parts;
  }

  /**
   * Returns what the parts' own ratios did, or what came of another cause.
   *
   * @param cause {@link Cause#FACTOR} for the parts' own ratios, {@link Cause#MIX} for their
   *     shares, or another cause
   * @return the sum over all parts; 0 for what does not occur
   */
  public Fraction of(Cause cause) {
    return Remainders.sum(
        parts.stream()
            .map(
                part ->
                    cause == Cause.FACTOR
                        ? part.own()
                        : part.cause() == cause ? part.other() : Fraction.ZERO)
            .toList());
  }

  /**
   * Explains the change by its causes; those but ratio and mix that do not occur are left out.
   *
   * @return an explanation whose parts add up to the change, rounded to 2 decimals by the largest
   *     remainder; in percentage points if the metric is read in percent
   */
  public Explanation explain() {
    Map<Cause, Fraction> byCause = new EnumMap<>(Cause.class);
    for (Cause cause : Cause.values()) {
      Fraction amount = of(cause);
      if (cause == Cause.FACTOR || cause == Cause.MIX || amount.signum() != 0) {
        byCause.put(cause, amount.times(points()));
      }
    }
    List<BigInteger> rounded = Remainders.round(List.copyOf(byCause.values()), DECIMALS);
    List<Explanation.Part> shown = new ArrayList<>();
    byCause
        .keySet()
        .forEach(
            cause ->
                shown.add(
                    new Explanation.Part(
                        cause == Cause.FACTOR ? rate.name() : cause.label(),
                        Quantity.ofUnscaled(rounded.get(shown.size()).longValueExact(), DECIMALS),
                        "")));
    return Explanation.of(
        subject() + (isShare() ? ", in percentage points" : ""),
        shown,
        print(before()) + " to " + print(after()));
  }

  private boolean isShare() {
    return rate.unit() instanceof UnitOfMeasure.Share;
  }

  private Fraction points() {
    return Fraction.of(isShare() ? 100 : 1);
  }

  private String subject() {
    return rate.name() + " of " + node + ", " + from.label() + " to " + to.label();
  }

  /**
   * Returns the parts as a table: share and ratio on both sides, and what they did.
   *
   * @return the table, plain ASCII but for names, lines ending in {@code \n}; effects on a share in
   *     percentage points, rounded each for itself
   */
  public String print() {
    TextTable.Builder table =
        TextTable.builder(
            rate.name() + " of " + node,
            ">share",
            "",
            ">ratio",
            "",
            ">its own",
            ">by its share",
            "as");
    for (Part part : parts) {
      table.row(
          part.label(),
          percent(part.shareBefore()),
          "to " + percent(part.shareAfter()),
          part.rateBefore().map(this::print).orElse("-"),
          "to " + part.rateAfter().map(this::print).orElse("-"),
          effect(part.own()),
          effect(part.other()),
          part.cause().label());
    }
    Fraction own = of(Cause.FACTOR);
    table.row(
        "total",
        "",
        "",
        print(before()),
        "to " + print(after()),
        effect(own),
        effect(change().minus(own)),
        "");
    return table.build().toString();
  }

  private static String percent(Fraction share) {
    return share.times(Fraction.of(100)).round(1, RoundingMode.HALF_UP).toPlainString() + " %";
  }

  private String print(Fraction value) {
    return isShare()
        ? percent(value)
        : rate.unit().print(value.round(DECIMALS, RoundingMode.HALF_UP));
  }

  private String effect(Fraction amount) {
    return Quantity.of(amount.times(points()).round(DECIMALS, RoundingMode.HALF_UP))
        .print(DECIMALS);
  }

  /**
   * Returns the change and what moved it, such as {@code "42.0 % to 27.0 %: -15 = Win rate 5 + mix
   * -20"}.
   */
  @Override
  public String toString() {
    return explain().toString();
  }
}
