package dev.guidepost.core.quantity;

import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Splits a total into whole units by weight so that the parts add up to it, exactly.
 *
 * <p>A share that falls between two whole units has to go one way or the other; the constants are
 * two named answers to which. Nothing else decides: ties go to the key that comes first in its
 * natural order, so the order of the map does not matter, and the arithmetic is exact. If all
 * weights are 0, the split is even. A negative total is split as the positive one, with the sign
 * put back.
 *
 * <pre>{@code
 * Map<String, BigDecimal> thirds = Map.of(
 *     "ana", BigDecimal.ONE, "ben", BigDecimal.ONE, "cleo", BigDecimal.ONE);
 * Apportionment.LARGEST_REMAINDER.split(Quantity.of(100), 2, thirds);
 * // {ana=33.34, ben=33.33, cleo=33.33}
 * }</pre>
 */
public enum Apportionment {
  /**
   * Everyone gets the whole part of the exact share, and the units left over go to the largest
   * remainders (Hamilton's method).
   *
   * <p>No part is further than one unit from its exact share: the method for money that is split
   * once. It is not for counts that are split again and again: when the total grows by one, a part
   * may lose a unit.
   */
  LARGEST_REMAINDER,

  /**
   * Units go one by one to whoever has the largest weight for the half-way point to the next unit
   * (Webster's method, also Sainte-Lague's).
   *
   * <p>A larger total never takes a unit from anybody, and it favours neither large nor small: the
   * method for head counts and other whole things that are planned again often. A part may, rarely,
   * be more than one unit from its exact share.
   */
  WEBSTER;

  /**
   * Splits a whole number.
   *
   * @param <K> the type of the keys
   * @param total what is split, of any sign
   * @param weights the weight of each key: 0 or more, with at most 1100 digits on either side of
   *     the decimal mark; only their proportions count
   * @return the part of each key in the order of the keys, adding up to the total; unmodifiable
   * @throws IllegalArgumentException if a weight is out of bounds, or nobody is there to split a
   *     total other than 0
   */
  public <K extends Comparable<? super K>> SortedMap<K, Long> split(
      long total, Map<K, BigDecimal> weights) {
    return split(total, weights, key -> 0);
  }

  /**
   * Splits a whole number so that each key gets at least a minimum.
   *
   * <p>With {@link #WEBSTER}, everyone first gets the minimum and further units go as ever. With
   * {@link #LARGEST_REMAINDER}, whoever would get less than the minimum gets the minimum, and the
   * units left over go to the largest remainders of the others; if the minimums take so much that
   * less than the whole parts of the others is left, the others share what is left by their
   * weights.
   *
   * @param <K> the type of the keys
   * @param total what is split, of any sign
   * @param weights the weight of each key: 0 or more, with at most 1100 digits on either side of
   *     the decimal mark; only their proportions count
   * @param minimum the least part of each key, 0 or more; of a negative total, the least part
   *     without its sign
   * @return the part of each key in the order of the keys, adding up to the total; unmodifiable
   * @throws IllegalArgumentException if a weight is out of bounds, a minimum is negative, the
   *     minimums add up to more than the total, or nobody is there to split a total other than 0
   */
  public <K extends Comparable<? super K>> SortedMap<K, Long> split(
      long total, Map<K, BigDecimal> weights, ToLongFunction<? super K> minimum) {
    ImmutableSortedMap<K, BigDecimal> ordered = ImmutableSortedMap.copyOf(weights);
    List<K> keys = ordered.keySet().asList();
    if (keys.isEmpty()) {
      if (total != 0) {
        throw new IllegalArgumentException("weights must not be empty to split " + total);
      }
      return ImmutableSortedMap.of();
    }
    long[] least = new long[keys.size()];
    for (int i = 0; i < least.length; i++) {
      least[i] = minimum.applyAsLong(keys.get(i));
      if (least[i] < 0) {
        throw new IllegalArgumentException(
            "minimum of " + keys.get(i) + " must not be negative, but was " + least[i]);
      }
    }
    BigInteger size = BigInteger.valueOf(total).abs();
    Split split = new Split(size, Split.wholeWeights(ordered), least);
    BigInteger[] parts = this == WEBSTER ? split.webster() : split.largestRemainder();
    ImmutableSortedMap.Builder<K, Long> result = ImmutableSortedMap.naturalOrder();
    for (int i = 0; i < parts.length; i++) {
      result.put(keys.get(i), (total < 0 ? parts[i].negate() : parts[i]).longValueExact());
    }
    return result.buildOrThrow();
  }

  /**
   * Splits an amount into amounts of so many decimals.
   *
   * @param <K> the type of the keys
   * @param total what is split, of any sign
   * @param scale the number of decimals of the parts, 0 to {@value Quantity#MAX_SCALE}
   * @param weights the weight of each key: 0 or more, with at most 1100 digits on either side of
   *     the decimal mark; only their proportions count
   * @return the part of each key in the order of the keys, adding up to the total; unmodifiable
   * @throws IllegalArgumentException if the scale or a weight is out of bounds, or nobody is there
   *     to split a total other than 0
   * @throws ArithmeticException if the total has more decimals, or does not fit 64 bits with so
   *     many
   */
  public <K extends Comparable<? super K>> SortedMap<K, Quantity> split(
      Quantity total, int scale, Map<K, BigDecimal> weights) {
    return split(total, scale, weights, key -> Quantity.ZERO);
  }

  /**
   * Splits an amount into amounts of so many decimals so that each key gets at least a minimum.
   *
   * @param <K> the type of the keys
   * @param total what is split, of any sign
   * @param scale the number of decimals of the parts, 0 to {@value Quantity#MAX_SCALE}
   * @param weights the weight of each key: 0 or more, with at most 1100 digits on either side of
   *     the decimal mark; only their proportions count
   * @param minimum the least part of each key, 0 or more, as {@link #split(long, Map,
   *     ToLongFunction)} has it
   * @return the part of each key in the order of the keys, adding up to the total; unmodifiable
   * @throws IllegalArgumentException if the scale or a weight is out of bounds, a minimum is
   *     negative, the minimums add up to more than the total, or nobody is there to split a total
   *     other than 0
   * @throws ArithmeticException if the total or a minimum has more decimals, or does not fit 64
   *     bits with so many
   */
  public <K extends Comparable<? super K>> SortedMap<K, Quantity> split(
      Quantity total,
      int scale,
      Map<K, BigDecimal> weights,
      Function<? super K, Quantity> minimum) {
    ImmutableSortedMap.Builder<K, Quantity> result = ImmutableSortedMap.naturalOrder();
    split(total.unscaledAt(scale), weights, key -> minimum.apply(key).unscaledAt(scale))
        .forEach((key, part) -> result.put(key, Quantity.ofUnscaled(part, scale)));
    return result.buildOrThrow();
  }
}
