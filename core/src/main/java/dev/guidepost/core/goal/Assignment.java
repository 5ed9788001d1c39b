package dev.guidepost.core.goal;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How much of a target the targets below it come to, and what is over or missing.
 *
 * <pre>{@code
 * Assignment.of(east, List.of(anas, bens)).toString();
 * // "410,000 of 300,000 assigned: 110,000 over"
 * }</pre>
 *
 * @param parent the target that is served
 * @param parts what each of the others comes to, in the order given; unmodifiable
 */
public record Assignment(Target parent, List<Part> parts) {

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
   * @param amount what its amount comes to, in the metric of the parent
   * @param stretch what its stretch comes to, if it has one
   */
  public record Part(Child child, Quantity amount, Optional<Quantity> stretch) {

    /**
     * Creates a part.
     *
     * @param child the target, and how it is converted
     * @param amount what its amount comes to
     * @param stretch what its stretch comes to
     */
    public Part {
      Objects.requireNonNull(child, "child");
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(stretch, "stretch");
    }
  }

  /**
   * Creates an assignment; see {@link #of(Target, List, int, RoundingMode)}.
   *
   * @param parent the target that is served
   * @param parts what each of the others comes to
   */
  public Assignment {
    Objects.requireNonNull(parent, "parent");
    parts = ImmutableList.copyOf(parts);
  }

  /**
   * Returns how much of a target others of the same metric come to.
   *
   * @param parent the target that is served
   * @param children the targets that serve it, for periods inside its own
   * @return the assignment
   * @throws IllegalArgumentException if a target is of another metric, lies outside the period, or
   *     comes twice
   */
  public static Assignment of(Target parent, List<Target> children) {
    return of(
        parent,
        children.stream().map(target -> new Child(target, Link.same(target.metric()))).toList(),
        Quantity.MAX_SCALE,
        RoundingMode.UNNECESSARY);
  }

  /**
   * Returns how much of a target others come to.
   *
   * @param parent the target that is served
   * @param children the targets that serve it, and what they are in its metric; their periods lie
   *     inside its own, unless the link says how many of the one make the other
   * @param decimals the number of decimals of what each comes to, 0 to {@value Quantity#MAX_SCALE}
   * @param rounding how that is rounded, once for each
   * @return the assignment
   * @throws IllegalArgumentException if a link leads to another metric, a target lies outside the
   *     period and its link does not say how many of the one make the other, one target comes
   *     twice, or several of one owner stand for the same period
   * @throws ArithmeticException if digits would be lost though the rounding is {@link
   *     RoundingMode#UNNECESSARY}, or an amount does not fit 64 bits
   */
  public static Assignment of(
      Target parent, List<Child> children, int decimals, RoundingMode rounding) {
    if (decimals < 0 || decimals > Quantity.MAX_SCALE) {
      throw new IllegalArgumentException(
          "decimals must be 0 to " + Quantity.MAX_SCALE + ", but was " + decimals);
    }
    Set<Object> seen = new HashSet<>();
    List<Part> parts = new ArrayList<>();
    for (Child child : children) {
      requireFit(parent, child, seen);
      parts.add(
          new Part(
              child,
              converted(child, child.target().amount(), decimals, rounding),
              child.target().stretch().map(most -> converted(child, most, decimals, rounding))));
    }
    return new Assignment(parent, parts);
  }

  private static Quantity converted(
      Child child, Quantity amount, int decimals, RoundingMode rounding) {
    return Quantity.of(child.link().of(amount).setScale(decimals, rounding));
  }

  private static void requireFit(Target parent, Child child, Set<Object> seen) {
    Target target = child.target();
    if (!child.link().to().equals(parent.metric())) {
      throw new IllegalArgumentException(
          "link of "
              + target.key()
              + " must lead to "
              + parent.metric()
              + ", but was \""
              + child.link()
              + "\"");
    }
    boolean inside =
        !target.period().start().isBefore(parent.period().start())
            && !target.period().end().isAfter(parent.period().end());
    if (child.link().time().isEmpty() && !inside) {
      throw new IllegalArgumentException(
          "period of "
              + target.key()
              + " must lie in "
              + parent.period().label()
              + ", or its link say how many of the one make the other, but was "
              + target.period());
    }
    if (!seen.add(target.key())) {
      throw new IllegalArgumentException(
          "targets must be given once, but " + target.key() + " was twice");
    }
    // One month that stands for the quarter must not be joined by the others of it.
    Target.Key key = target.key();
    Target.Key whole = new Target.Key(key.owner(), key.metric(), parent.period(), key.scope());
    if (child.link().time().isPresent() && !seen.add(List.of(whole))) {
      throw new IllegalArgumentException(
          "one target must stand for all of "
              + parent.period().label()
              + ", but "
              + key.owner()
              + " has several of "
              + key.metric());
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
                part -> {
                  Target target = part.child().target();
                  boolean as = target.metric().equals(parent.metric());
                  return new Explanation.Part(
                      target.owner() + " " + target.period().label(),
                      part.amount(),
                      as && part.child().link().time().isEmpty()
                          ? ""
                          : target.amount().print() + ": " + part.child().link());
                })
            .toList());
  }

  /** Returns such as {@code "410,000 of 300,000 assigned: 110,000 over"}. */
  @Override
  public String toString() {
    Quantity gap = gap();
    return assigned().print()
        + " of "
        + parent.amount().print()
        + " assigned"
        + (gap.signum() == 0
            ? ""
            : ": " + gap.abs().print() + (gap.signum() > 0 ? " over" : " missing"));
  }
}
