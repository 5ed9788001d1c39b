package dev.guidepost.core.quantity;

import static dev.guidepost.core.quantity.Apportionment.LARGEST_REMAINDER;
import static dev.guidepost.core.quantity.Apportionment.WEBSTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Laws of exact splits. */
class ApportionmentProperties {

  @Provide
  Arbitrary<Map<Integer, BigDecimal>> weights() {
    Arbitrary<BigDecimal> weight =
        Arbitraries.oneOf(
            Arbitraries.just(BigDecimal.ZERO),
            Arbitraries.integers().between(0, 9).map(BigDecimal::valueOf),
            Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(1e6)).ofScale(6));
    return Arbitraries.maps(Arbitraries.integers().between(0, 99), weight)
        .ofMinSize(1)
        .ofMaxSize(9);
  }

  private static BigDecimal sum(Iterable<BigDecimal> values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal value : values) {
      sum = sum.add(value);
    }
    return sum;
  }

  @Property
  void conserves(
      @ForAll Apportionment way,
      @ForAll long total,
      @ForAll("weights") Map<Integer, BigDecimal> weights) {
    BigInteger sum = BigInteger.ZERO;
    for (long part : way.split(total, weights).values()) {
      assertTrue(part == 0 || Long.signum(part) == Long.signum(total));
      sum = sum.add(BigInteger.valueOf(part));
    }
    assertEquals(BigInteger.valueOf(total), sum);
  }

  @Property
  void conservesMoney(
      @ForAll Apportionment way,
      @ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long cents,
      @ForAll("weights") Map<Integer, BigDecimal> weights) {
    Quantity total = Quantity.ofUnscaled(cents, 2);
    assertEquals(
        total,
        way.split(total, 4, weights).values().stream().reduce(Quantity.ZERO, Quantity::plus));
  }

  @Property
  void mirrors(
      @ForAll Apportionment way,
      @ForAll @LongRange(min = 0) long total,
      @ForAll("weights") Map<Integer, BigDecimal> weights) {
    Map<Integer, Long> negated = new TreeMap<>();
    way.split(-total, weights).forEach((key, part) -> negated.put(key, -part));
    assertEquals(way.split(total, weights), negated);
  }

  @Property
  void doesNotSeeTheOrderOrTheSizeOfWeights(
      @ForAll Apportionment way,
      @ForAll @LongRange(min = -5_000, max = 5_000) long total,
      @ForAll("weights") Map<Integer, BigDecimal> weights,
      @ForAll Random random) {
    List<Integer> keys = new ArrayList<>(weights.keySet());
    Collections.shuffle(keys, random);
    Map<Integer, BigDecimal> shuffled = new LinkedHashMap<>();
    keys.forEach(key -> shuffled.put(key, weights.get(key).multiply(new BigDecimal("0.0070"))));
    assertEquals(way.split(total, weights), way.split(total, shuffled));
  }

  @Property
  void staysInQuota(
      @ForAll @LongRange(min = 0) long total, @ForAll("weights") Map<Integer, BigDecimal> weights) {
    BigDecimal all = sum(weights.values());
    if (all.signum() > 0) {
      LARGEST_REMAINDER
          .split(total, weights)
          .forEach(
              (key, part) -> {
                // |part - total w / all| < 1
                BigDecimal exact = BigDecimal.valueOf(total).multiply(weights.get(key));
                BigDecimal off = BigDecimal.valueOf(part).multiply(all).subtract(exact).abs();
                assertTrue(off.compareTo(all) < 0);
              });
    }
  }

  /** A larger total takes from nobody, which largest remainders do not promise. */
  @Property
  void webstersGrowWithTheTotal(
      @ForAll @IntRange(min = 0, max = 500) int total,
      @ForAll("weights") Map<Integer, BigDecimal> weights,
      @ForAll @IntRange(min = 0, max = 3) int least) {
    long start = total + (long) least * weights.size();
    SortedMap<Integer, Long> before = WEBSTER.split(start, weights, key -> least);
    WEBSTER
        .split(start + 1, weights, key -> least)
        .forEach((key, part) -> assertTrue(part >= before.get(key)));
  }

  /** The definition: unit by unit, to the largest weight for the next half-way point. */
  @Property
  void webstersAreTheUnitsInTheirOrder(
      @ForAll @IntRange(min = 0, max = 300) int more,
      @ForAll("weights") Map<Integer, BigDecimal> weights,
      @ForAll("leasts") List<Integer> leasts) {
    boolean even = sum(weights.values()).signum() == 0;
    Map<Integer, Long> least = new HashMap<>();
    weights.keySet().forEach(key -> least.put(key, (long) leasts.get(key % leasts.size())));
    SortedMap<Integer, Long> expected = new TreeMap<>(least);
    for (int unit = 0; unit < more; unit++) {
      int next = expected.firstKey();
      for (int key : expected.keySet()) {
        BigDecimal here = even ? BigDecimal.ONE : weights.get(key);
        BigDecimal best = even ? BigDecimal.ONE : weights.get(next);
        if (here.multiply(BigDecimal.valueOf(2 * expected.get(next) + 1))
                .compareTo(best.multiply(BigDecimal.valueOf(2 * expected.get(key) + 1)))
            > 0) {
          next = key;
        }
      }
      expected.merge(next, 1L, Long::sum);
    }
    long total = expected.values().stream().mapToLong(Long::longValue).sum();
    assertEquals(expected, WEBSTER.split(total, weights, least::get));
  }

  @Provide
  Arbitrary<List<Integer>> leasts() {
    return Arbitraries.integers().between(0, 60).list().ofMinSize(1).ofMaxSize(5);
  }

  @Property
  void keepsMinimums(
      @ForAll Apportionment way,
      @ForAll @LongRange(min = 0, max = 300) long more,
      @ForAll("weights") Map<Integer, BigDecimal> weights,
      @ForAll("leasts") List<Integer> leasts) {
    Map<Integer, Long> least = new HashMap<>();
    weights.keySet().forEach(key -> least.put(key, (long) leasts.get(key % leasts.size())));
    long total = more + least.values().stream().mapToLong(Long::longValue).sum();
    SortedMap<Integer, Long> parts = way.split(total, weights, least::get);
    parts.forEach((key, part) -> assertTrue(part >= least.get(key)));
    assertEquals(total, parts.values().stream().mapToLong(Long::longValue).sum());
    // minimums that everyone would get anyway change nothing
    SortedMap<Integer, Long> free = way.split(total, weights);
    if (free.entrySet().stream().allMatch(part -> part.getValue() >= least.get(part.getKey()))) {
      assertEquals(free, parts);
    }
  }
}
