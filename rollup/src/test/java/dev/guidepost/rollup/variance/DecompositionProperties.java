package dev.guidepost.rollup.variance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.rollup.factor.Remainders;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DecompositionProperties {

  private static List<Fraction> factors(Random random, int size, boolean anySign) {
    return IntStream.range(0, size)
        .mapToObj(
            i ->
                Fraction.of(random.nextInt(anySign ? 21 : 10) - (anySign ? 10 : 0))
                    .over(Fraction.of(1 + random.nextInt(9))))
        .toList();
  }

  private static Fraction product(List<Fraction> factors) {
    return factors.stream().reduce(Fraction.of(1), Fraction::times);
  }

  private static List<Fraction> negated(List<Fraction> effects) {
    return effects.stream().map(Fraction.ZERO::minus).toList();
  }

  /** The definition: one factor after another, in every order. */
  private static List<Fraction> inEveryOrder(List<Fraction> before, List<Fraction> after) {
    Fraction[] sums = new Fraction[before.size()];
    Arrays.fill(sums, Fraction.ZERO);
    int orders = go(new ArrayList<>(before), after, new ArrayList<>(), sums);
    return Arrays.stream(sums).map(sum -> sum.over(Fraction.of(orders))).toList();
  }

  private static int go(
      List<Fraction> now, List<Fraction> after, List<Integer> done, Fraction[] sums) {
    int orders = done.size() == after.size() ? 1 : 0;
    for (int i = 0; i < after.size(); i++) {
      if (!done.contains(i)) {
        List<Fraction> next = new ArrayList<>(now);
        next.set(i, after.get(i));
        List<Integer> more = new ArrayList<>(done);
        more.add(i);
        int below = go(next, after, more, sums);
        Fraction step = product(next).minus(product(now));
        sums[i] = sums[i].plus(step.times(Fraction.of(below)));
        orders += below;
      }
    }
    return orders;
  }

  @Property(tries = 200)
  void shapleyIsTheMeanOverAllOrders(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int n) {
    Random random = new Random(seed);
    List<Fraction> before = factors(random, n, true);
    List<Fraction> after = factors(random, n, true);
    assertEquals(
        inEveryOrder(before, after), Decomposition.SHAPLEY.effects(before, after).orElseThrow());
  }

  @Property
  void effectsAddUpAndTurnAround(
      @ForAll Decomposition by, @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int n) {
    Random random = new Random(seed);
    boolean anySign = by == Decomposition.SHAPLEY;
    List<Fraction> before = factors(random, n, anySign);
    List<Fraction> after = factors(random, n, anySign);
    List<Fraction> effects = by.effects(before, after).orElseThrow();
    assertEquals(product(after).minus(product(before)), Remainders.sum(effects));
    assertEquals(Optional.of(negated(effects)), by.effects(after, before));
  }

  @Property
  void whatDoesNotChangeDoesNothing(
      @ForAll Decomposition by, @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int n) {
    Random random = new Random(seed);
    List<Fraction> before = factors(random, n, false);
    List<Fraction> after = new ArrayList<>(before);
    int changed = random.nextInt(n);
    after.set(changed, Fraction.of(random.nextInt(9)));
    List<Fraction> effects = by.effects(before, after).orElseThrow();
    for (int i = 0; i < n; i++) {
      Fraction expected = i == changed ? product(after).minus(product(before)) : Fraction.ZERO;
      assertEquals(expected, effects.get(i));
    }
  }

  /** Exact for Shapley; logarithms put what rounding leaves to the first of the largest. */
  @Property
  void theOrderOfFactorsDoesNotMatter(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int n) {
    Random random = new Random(seed);
    List<Fraction> before = factors(random, n, true);
    List<Fraction> after = factors(random, n, true);
    List<Fraction> effects =
        new ArrayList<>(Decomposition.SHAPLEY.effects(before, after).orElseThrow());
    List<Fraction> backward = new ArrayList<>(before);
    List<Fraction> backwardAfter = new ArrayList<>(after);
    Collections.reverse(backward);
    Collections.reverse(backwardAfter);
    Collections.reverse(effects);
    assertEquals(Optional.of(effects), Decomposition.SHAPLEY.effects(backward, backwardAfter));
  }

  @Property
  void factorsThatAreAlikeDoAlike(@ForAll long seed) {
    Random random = new Random(seed);
    List<Fraction> before = new ArrayList<>(factors(random, 3, true));
    List<Fraction> after = new ArrayList<>(factors(random, 3, true));
    before.set(2, before.get(0));
    after.set(2, after.get(0));
    List<Fraction> effects = Decomposition.SHAPLEY.effects(before, after).orElseThrow();
    assertEquals(effects.get(0), effects.get(2));
  }

  @Property
  void roundedPartsAddUp(
      @ForAll @Size(min = 1, max = 9) List<@IntRange(min = -999, max = 999) Integer> numerators,
      @ForAll @IntRange(min = 1, max = 40) int denominator,
      @ForAll @IntRange(min = 0, max = 4) int decimals) {
    List<Fraction> parts =
        numerators.stream().map(each -> Fraction.of(each).over(Fraction.of(denominator))).toList();
    List<BigInteger> rounded = Remainders.round(parts, decimals);
    BigInteger total = Remainders.units(Remainders.sum(parts), decimals, RoundingMode.HALF_EVEN);
    assertEquals(total, rounded.stream().reduce(BigInteger.ZERO, BigInteger::add));
    for (int i = 0; i < parts.size(); i++) {
      Fraction off =
          parts
              .get(i)
              .times(new Fraction(BigInteger.TEN.pow(decimals), BigInteger.ONE))
              .minus(new Fraction(rounded.get(i), BigInteger.ONE));
      assertEquals(true, off.compareTo(Fraction.of(1)) < 0 && off.compareTo(Fraction.of(-1)) > 0);
    }
    assertEquals(
        rounded.stream().map(BigInteger::negate).toList(),
        Remainders.round(negated(parts), decimals));
  }
}
