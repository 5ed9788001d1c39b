package dev.guidepost.rollup.variance;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.rollup.factor.LeafFactors;
import dev.guidepost.rollup.factor.Remainders;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the change of every leaf on lines, and adds these up the tree. */
final class Attribution {

  private static final BigInteger NOTHING = BigInteger.ZERO;

  private final Sides sides;
  private final DriverTree drivers;
  private final Mix mix;
  private final Decomposition decomposition;
  private final List<VarianceTree.Heading> headings;
  private final int decimals;
  private final Tallies tallies;
  private final List<VarianceTree.Unexplained> unexplained = new ArrayList<>();

  Attribution(
      Sides sides,
      DriverTree drivers,
      Mix mix,
      Decomposition decomposition,
      List<VarianceTree.Heading> headings,
      int decimals) {
    this.sides = sides;
    this.drivers = drivers;
    this.mix = mix;
    this.decomposition = decomposition;
    this.headings = headings;
    this.decimals = decimals;
    this.tallies = new Tallies(Tallies.LINES + headings.size());
    addAll();
  }

  Tallies tallies() {
    return tallies;
  }

  List<VarianceTree.Unexplained> unexplained() {
    return ImmutableList.copyOf(unexplained);
  }

  private void addAll() {
    List<PartyId> compared = new ArrayList<>();
    for (PartyId party : sides.parties()) {
      boolean before = sides.isThereBefore(party);
      boolean after = sides.isThereAfter(party);
      if (before && after) {
        compared.add(party);
      }
      Cause cause = before ? after ? Cause.MOVED : Cause.LEFT : Cause.ENTERED;
      sides.before().byPath(party).forEach((path, sums) -> add(path, party, sums, cause, false));
      sides.after().byPath(party).forEach((path, sums) -> add(path, party, sums, cause, true));
      sides
          .exchange(party)
          .forEach((path, more) -> addExchange(path, party, more.get(0), more.get(1)));
    }
    Volumes all = new Volumes();
    compared.forEach(party -> all.add(leaves(party)));
    compared.forEach(party -> compare(party, all));
  }

  /** Adds what counts somewhere on one side, as it was. */
  private void add(List<UnitId> path, PartyId party, Amounts sums, Cause cause, boolean isAfter) {
    BigInteger amount = units(result(sums));
    tallies.add(path, party, isAfter ? Tallies.AFTER : Tallies.BEFORE, amount);
    tallies.add(path, party, column(cause), isAfter ? amount : amount.negate());
  }

  private void addExchange(List<UnitId> path, PartyId party, Fraction before, Fraction after) {
    tallies.add(path, party, Tallies.BEFORE, units(before));
    tallies.add(path, party, Tallies.AFTER, units(after));
    tallies.add(path, party, column(Cause.EXCHANGE), units(after.minus(before)));
  }

  /** Both sides of a participant, by segment. */
  private record Leaf(Amounts before, Amounts after) {}

  private Map<String, Leaf> leaves(PartyId party) {
    Map<String, Amounts> before = sides.before().bySegment(party);
    Map<String, Amounts> after = sides.after().bySegment(party);
    Set<String> segments =
        ImmutableSortedSet.copyOf(
            ImmutableSet.<String>builder().addAll(before.keySet()).addAll(after.keySet()).build());
    Map<String, Leaf> leaves = new LinkedHashMap<>();
    for (String segment : segments) {
      Amounts from = before.getOrDefault(segment, Amounts.NONE);
      leaves.put(segment, new Leaf(from, after.getOrDefault(segment, Amounts.NONE)));
    }
    return leaves;
  }

  /** The volume of some leaves together. */
  private final class Volumes {
    private Fraction before = Fraction.ZERO;
    private Fraction after = Fraction.ZERO;

    void add(Map<String, Leaf> leaves) {
      for (Leaf leaf : mix == Mix.NONE ? List.<Leaf>of() : leaves.values()) {
        before = before.plus(volume(leaf.before()));
        after = after.plus(volume(leaf.after()));
      }
    }
  }

  private Fraction volume(Amounts sums) {
    return drivers.factors().get(0).value(sums).orElseThrow();
  }

  private Fraction result(Amounts sums) {
    return drivers.result().value(sums).orElseThrow();
  }

  /**
   * Puts what the factors did where the participant ends, and takes it from what moved: what is
   * left of that is what counts elsewhere.
   */
  private void compare(PartyId party, Volumes all) {
    Map<String, Leaf> leaves = leaves(party);
    Volumes own = new Volumes();
    own.add(leaves);
    List<UnitId> home = sides.home(party);
    leaves.forEach(
        (segment, leaf) -> {
          List<BigInteger> effects =
              effects(party, segment, leaf, mix == Mix.ACROSS_ALL ? all : own);
          for (int i = 0; i < effects.size(); i++) {
            tallies.add(home, party, Tallies.LINES + i, effects.get(i));
          }
          BigInteger change = units(result(leaf.after()).minus(result(leaf.before())));
          tallies.add(home, party, column(Cause.MOVED), change.negate());
        });
  }

  /** Returns the effects of factors and mix, or nothing if the change is not explained. */
  private List<BigInteger> effects(PartyId party, String segment, Leaf leaf, Volumes volumes) {
    Fraction before = result(leaf.before());
    Fraction after = result(leaf.after());
    LeafFactors factors =
        LeafFactors.of(
            factors(leaf.before(), volumes.before), factors(leaf.after(), volumes.after));
    Optional<List<Fraction>> effects =
        factors.make(before, after)
            ? decomposition.effects(factors.before(), factors.after())
            : Optional.empty();
    if (effects.isPresent()) {
      return Remainders.round(effects.get(), decimals);
    }
    BigInteger change = units(after.minus(before));
    tallies.add(sides.home(party), party, column(Cause.UNEXPLAINED), change);
    unexplained.add(
        new VarianceTree.Unexplained(
            party,
            segment.equals(Reading.WHOLE) ? Optional.empty() : Optional.of(segment),
            Quantity.ofUnscaled(change.longValueExact(), decimals),
            reason(factors, factors.make(before, after))));
    return List.of();
  }

  private String reason(LeafFactors factors, boolean make) {
    return make
        ? headings.get(factors.firstChangeOfSign()).label()
            + " changes its sign, which has no logarithm"
        : headings.get(factors.firstGap()).label()
            + " has no value, and without it the factors do not come to the result";
  }

  /** Returns the factors of a leaf on one side, the mix behind the volume. */
  private List<Optional<Fraction>> factors(Amounts sums, Fraction volume) {
    List<Optional<Fraction>> values = new ArrayList<>();
    drivers.factors().forEach(factor -> values.add(factor.value(sums)));
    if (mix != Mix.NONE) {
      Optional<Fraction> share =
          volume.signum() == 0 ? Optional.empty() : Optional.of(volume(sums).over(volume));
      values.set(0, Optional.of(volume));
      values.add(1, share);
    }
    return values;
  }

  private BigInteger units(Fraction amount) {
    return amount.signum() == 0
        ? NOTHING
        : Remainders.units(amount, decimals, RoundingMode.UNNECESSARY);
  }

  private int column(Cause cause) {
    int at = 0;
    while (headings.get(at).cause() != cause) {
      at++;
    }
    return Tallies.LINES + at;
  }
}
