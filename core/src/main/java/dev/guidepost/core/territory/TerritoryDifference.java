package dev.guidepost.core.territory;

import dev.guidepost.core.explain.TextTable;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two people and their territories side by side, and whether their targets go with them.
 *
 * <p>Two figures are like each other when the larger is at most 1.1 times the smaller. Territories
 * are alike when their potential is, and the people's capacity with it.
 *
 * @param one the line of a person
 * @param other the line of another
 */
public record TerritoryDifference(TerritoryComparison.Line one, TerritoryComparison.Line other) {

  private static final BigDecimal NEAR = new BigDecimal("1.1");

  /**
   * Returns how many times the potential of the other the first has.
   *
   * @return one of other; empty if it is not known of one of them, or not above 0 for one
   */
  public Optional<Ratio> potential() {
    return ratio(one.potential(), other.potential());
  }

  /**
   * Returns how many times the capacity of the other the first has.
   *
   * @return one of other; empty if it is not known of one of them, or not above 0 for one
   */
  public Optional<Ratio> capacity() {
    return ratio(one.capacity(), other.capacity());
  }

  /**
   * Returns how many times the target of the other the first has.
   *
   * @return one of other; empty without a target of one of them, or if one is not above 0
   */
  public Optional<Ratio> target() {
    return ratio(one.target(), other.target());
  }

  private static Optional<Ratio> ratio(Optional<Quantity> a, Optional<Quantity> b) {
    return a.isPresent() && b.isPresent() && a.get().signum() > 0 && b.get().signum() > 0
        ? Optional.of(new Ratio(a.get(), b.get()))
        : Optional.empty();
  }

  /**
   * Tells whether the territories are alike.
   *
   * @return whether potential and capacity are each like the other's, whoever is named first; empty
   *     if one of them is not known
   */
  public Optional<Boolean> alike() {
    Optional<Boolean> potential = near(one.potential(), other.potential());
    Optional<Boolean> capacity = near(one.capacity(), other.capacity());
    return potential.isEmpty() || capacity.isEmpty()
        ? Optional.empty()
        : Optional.of(potential.get() && capacity.get());
  }

  private static Optional<Boolean> near(Optional<Quantity> one, Optional<Quantity> other) {
    return one.isEmpty() || other.isEmpty()
        ? Optional.empty()
        : Optional.of(near(one.get().toBigDecimal(), other.get().toBigDecimal()));
  }

  private static boolean near(BigDecimal a, BigDecimal b) {
    return a.compareTo(b) == 0
        || (a.signum() > 0
            && b.signum() > 0
            && a.compareTo(b.multiply(NEAR)) <= 0
            && b.compareTo(a.multiply(NEAR)) <= 0);
  }

  /**
   * Returns whether the targets go with the territories, in words.
   *
   * @return one sentence, which says "not enough data" where that is so, and why
   */
  public String verdict() {
    Optional<Boolean> like = alike();
    Optional<Boolean> likeTargets = near(one.target(), other.target());
    if (like.isEmpty() || likeTargets.isEmpty()) {
      List<String> missing = new ArrayList<>();
      one.missing().forEach(why -> missing.add(one.name() + ": " + why));
      other.missing().forEach(why -> missing.add(other.name() + ": " + why));
      return "not enough data (" + String.join("; ", missing) + ")";
    }
    String targets =
        likeTargets.get()
            ? "like targets"
            : "targets differ, " + inWords(one.target(), other.target());
    String territories =
        like.get()
            ? "like territories"
            : "unlike territories: potential "
                + inWords(one.potential(), other.potential())
                + ", capacity "
                + inWords(one.capacity(), other.capacity());
    return targets + " on " + territories;
  }

  /** How many times the other's, or both figures where nothing is a multiple of the other. */
  private static String inWords(Optional<Quantity> a, Optional<Quantity> b) {
    return ratio(a, b).isPresent()
        ? times(ratio(a, b)) + " times"
        : a.orElseThrow().print() + " to " + b.orElseThrow().print();
  }

  private static String times(Optional<Ratio> ratio) {
    return ratio.flatMap(known -> known.value(2)).map(BigDecimal::toPlainString).orElse("-");
  }

  /**
   * Returns both lines side by side, with how many times the other's each figure is.
   *
   * @return the table and the verdict, lines ending in {@code \n}
   */
  public String print() {
    TextTable.Builder table = TextTable.builder("", ">" + one.name(), ">" + other.name(), ">times");
    row(table, "target", one.target(), other.target());
    row(table, "potential", one.potential(), other.potential());
    row(table, "white space", one.whiteSpace(), other.whiteSpace());
    row(table, "leads a week", one.leadsPerWeek(), other.leadsPerWeek());
    row(table, "days in full", one.capacity(), other.capacity());
    return table.build() + verdict() + "\n";
  }

  private static void row(
      TextTable.Builder table, String what, Optional<Quantity> a, Optional<Quantity> b) {
    table.row(
        what,
        a.map(Quantity::print).orElse("-"),
        b.map(Quantity::print).orElse("-"),
        times(ratio(a, b)));
  }

  /** Returns both names and the verdict on one line. */
  @Override
  public String toString() {
    return one.name() + " and " + other.name() + ": " + verdict();
  }
}
