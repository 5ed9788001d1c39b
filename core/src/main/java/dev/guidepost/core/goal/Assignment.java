package dev.guidepost.core.goal;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How much of a target the targets below it come to, what is over or missing, and which targets do
 * not count.
 *
 * <p>Only what adds up is added up: sums over people and over time, what stands at a day over
 * people of the same period; rates and counts of different values not at all. No fact and no day
 * counts twice: of targets of one owner and metric that share days and facts, such as a quarter and
 * its month, or all products and one of them, the wider one counts. Shorter periods inside the
 * target's add up as they are; one of them stands for all of it if it is the only one of its owner
 * and the link says how many of its kind make the whole ({@link Link#overTime}).
 *
 * <pre>{@code
 * Assignment.of(catalog, east, List.of(anas, bens)).toString();
 * // "410,000 of 300,000 assigned: 110,000 over"
 * }</pre>
 *
 * @param parent the target that is served
 * @param parts what each of the others comes to, in the order given; unmodifiable
 * @param leftOut those that do not count, in the order given; unmodifiable
 */
public record Assignment(Target parent, List<Part> parts, List<LeftOut> leftOut) {

  /**
   * A target that serves another, and what it comes to in its metric.
   *
   * @param target the target
   * @param link from its metric to the other's
   */
  public record Child(Target target, Link link) {

    /**
     * Creates a child.
     *
     * @param target the target
     * @param link from its metric to the other's
     * @throws IllegalArgumentException if the link starts from another metric
     */
    public Child {
      if (!link.from().equals(target.metric())) {
        throw new IllegalArgumentException(
            "link must start from " + target.metric() + ", but was \"" + link + "\"");
      }
    }
  }

  /**
   * What one target comes to.
   *
   * @param child the target, and how it is converted
   * @param repeated whether it stands for all of the parent's period, as often as its link says
   * @param amount what its amount comes to, in the metric of the parent
   * @param stretch what its stretch comes to, if it has one
   */
  public record Part(Child child, boolean repeated, Quantity amount, Optional<Quantity> stretch) {

    /**
     * Creates a part.
     *
     * @param child the target, and how it is converted
     * @param repeated whether it stands for all of the parent's period
     * @param amount what its amount comes to
     * @param stretch what its stretch comes to
     */
    public Part {
      Objects.requireNonNull(child, "child");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(stretch, "stretch");
    }

    private String note(MetricId parent) {
      Link link = child.link();
      return child.target().metric().equals(parent) && link.factors().isEmpty() && !repeated
          ? ""
          : child.target().amount().print() + ": " + link.print(repeated);
    }
  }

  /**
   * A target that does not count.
   *
   * @param target the target
   * @param reason what must hold of it, and what does
   */
  public record LeftOut(Target target, String reason) {

    /**
     * Creates a line.
     *
     * @param target the target
     * @param reason what must hold of it, and what does
     * @throws IllegalArgumentException if the reason is blank
     */
    public LeftOut {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("reason to leave out " + target + " must not be blank");
      }
    }

    /** Returns the reason, which names the target. */
    @Override
    public String toString() {
      return reason;
    }
  }

  /**
   * Creates an assignment; see {@link #of(Catalog, Target, List, int, RoundingMode)}.
   *
   * @param parent the target that is served
   * @param parts what each of the others comes to
   * @param leftOut those that do not count
   */
  public Assignment {
    Objects.requireNonNull(parent, "parent");
    parts = ImmutableList.copyOf(parts);
    leftOut = ImmutableList.copyOf(leftOut);
  }

  /**
   * Returns how much of a target others of the same metric come to.
   *
   * @param catalog the definitions of the metrics
   * @param parent the target that is served
   * @param children the targets that serve it, for periods inside its own
   * @return the assignment; nothing is left out
   * @throws IllegalArgumentException if a target is of another metric, or as {@link #of(Catalog,
   *     Target, List, int, RoundingMode)} does
   */
  public static Assignment of(Catalog catalog, Target parent, List<Target> children) {
    return of(
        catalog,
        parent,
        children.stream().map(target -> new Child(target, Link.same(target.metric()))).toList(),
        Quantity.MAX_SCALE,
        RoundingMode.UNNECESSARY);
  }

  /**
   * Returns how much of a target others come to. All of them must count; {@link
   * GoalTree#assignment} says of many which do.
   *
   * @param catalog the definitions of the metrics
   * @param parent the target that is served
   * @param children the targets that serve it, and what they are in its metric
   * @param decimals the number of decimals of what each comes to, 0 to {@value Quantity#MAX_SCALE}
   * @param rounding how that is rounded, once for each
   * @return the assignment; nothing is left out
   * @throws IllegalArgumentException if a metric is not in the catalog or does not add up over
   *     people, or, where periods differ, over time; if a link leads to another metric, a target
   *     lies outside the parent's period or counts facts outside its scope, is the parent itself,
   *     comes twice, or shares days and facts with another of its owner
   * @throws ArithmeticException if digits would be lost though the rounding is {@link
   *     RoundingMode#UNNECESSARY}, or an amount does not fit 64 bits
   */
  public static Assignment of(
      Catalog catalog, Target parent, List<Child> children, int decimals, RoundingMode rounding) {
    requireDecimals(decimals);
    Assigning assigning = new Assigning(catalog, parent);
    children.forEach(child -> assigning.take(child.target(), child.link()));
    Assignment all = assigning.result(decimals, rounding);
    if (!all.leftOut().isEmpty()) {
      throw new IllegalArgumentException(all.leftOut().get(0).reason());
    }
    return all;
  }

  /**
   * Returns how much of a target those come to that can be added up, of many of the same metric.
   * What cannot is left out with the reason: another period or scope, a phase of another one, a
   * repetition.
   *
   * @param catalog the definitions of the metrics
   * @param parent the target that is served
   * @param targets targets to choose from
   * @return what they come to, the gap, and what was left out
   * @throws IllegalArgumentException if the parent's metric is not in the catalog or does not add
   *     up over people, as {@link #addsUp} tells
   * @throws ArithmeticException if an amount does not fit 64 bits
   */
  public static Assignment among(Catalog catalog, Target parent, Collection<Target> targets) {
    Assigning assigning = new Assigning(catalog, parent);
    targets.forEach(target -> assigning.take(target, Link.same(target.metric())));
    return assigning.result(Quantity.MAX_SCALE, RoundingMode.UNNECESSARY);
  }

  /**
   * Tells whether targets of a metric may be added up over people: sums, what stands at a day, and
   * what is computed from such by adding, subtracting and multiplying by numbers.
   *
   * @param catalog the definitions of the metrics
   * @param metric the metric
   * @return false for a rate, a mean, a count of different values and the like
   * @throws IllegalArgumentException if the metric is not in the catalog
   */
  public static boolean addsUp(Catalog catalog, MetricId metric) {
    return Additivity.of(catalog, metric) != Additivity.NONE;
  }

  static void requireDecimals(int decimals) {
    if (decimals < 0 || decimals > Quantity.MAX_SCALE) {
      throw new IllegalArgumentException(
          "decimals must be 0 to " + Quantity.MAX_SCALE + ", but was " + decimals);
    }
  }

  /**
   * Returns what the targets come to.
   *
   * @return the sum of the parts
   * @throws ArithmeticException if it does not fit 64 bits
   */
  public Quantity assigned() {
    return explain().total();
  }

  /**
   * Returns what is assigned over or under the target.
   *
   * @return assigned less the target's amount: above 0 if more is assigned than asked for, below 0
   *     if something is missing
   */
  public Quantity gap() {
    return assigned().minus(parent.amount());
  }

  /**
   * Returns how much of the target is assigned.
   *
   * @return assigned over the target's amount; of 0 if that is 0
   */
  public Ratio share() {
    return new Ratio(assigned(), parent.amount());
  }

  /**
   * Returns what the stretches come to, held against the target's own.
   *
   * @return the sum less the target's stretch; empty unless it and all parts have one
   */
  public Optional<Quantity> stretchGap() {
    if (parent.stretch().isEmpty() || parts.stream().anyMatch(part -> part.stretch().isEmpty())) {
      return Optional.empty();
    }
    BigDecimal sum = parent.stretch().get().toBigDecimal().negate();
    for (Part part : parts) {
      sum = sum.add(part.stretch().orElseThrow().toBigDecimal());
    }
    return Optional.of(Quantity.of(sum));
  }

  /**
   * Returns what each target comes to.
   *
   * @return the parts, which add up to {@link #assigned()}
   */
  public Explanation explain() {
    return Explanation.of(
        parent.key().toString(),
        parts.stream()
            .map(
                part ->
                    new Explanation.Part(
                        label(part.child().target()), part.amount(), part.note(parent.metric())))
            .toList());
  }

  private static String label(Target target) {
    return target.owner()
        + " "
        + target.period().label()
        + (target.scope().isEmpty() ? "" : " " + target.scope());
  }

  /**
   * Returns such as {@code "410,000 of 300,000 assigned: 110,000 over"}, and how many targets are
   * left out if any is.
   */
  @Override
  public String toString() {
    Quantity gap = gap();
    return assigned().print()
        + " of "
        + parent.amount().print()
        + " assigned"
        + (gap.signum() == 0
            ? ""
            : ": " + gap.abs().print() + (gap.signum() > 0 ? " over" : " missing"))
        + (leftOut.isEmpty() ? "" : "; " + leftOut.size() + " left out");
  }
}
