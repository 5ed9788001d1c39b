package dev.guidepost.core.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** The arithmetic of {@link Apportionment}, by position: ties go to the lower one. */
final class Split {

  private static final int MAX_DIGITS = 1100;

  private final BigInteger total;
  private final BigInteger[] weights;
  private final BigInteger[] least;

  /** Who is held at the minimum; the others share what is left by their weights. */
  private final boolean[] held;

  private BigInteger left;
  private BigInteger weightLeft;

  /**
   * Prepares a split.
   *
   * @param total what is split, not negative
   * @param weights not negative, at least one, not all 0
   * @param least the minimums, not negative
   * @throws IllegalArgumentException if the minimums add up to more than the total
   */
  Split(BigInteger total, BigInteger[] weights, long[] least) {
    this.total = total;
    this.weights = weights;
    this.least = Arrays.stream(least).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    BigInteger needed = sum(this.least);
    if (needed.compareTo(total) > 0) {
      throw new IllegalArgumentException(
          "minimums must add up to at most the total of " + total + ", but gave " + needed);
    }
    this.held = new boolean[weights.length];
    this.left = total;
    this.weightLeft = sum(weights);
  }

  /** Weights as whole numbers in the same proportions; all 1 if all are 0. */
  static <K> BigInteger[] wholeWeights(Map<K, BigDecimal> weights) {
    int scale = 0;
    boolean some = false;
    for (Map.Entry<K, BigDecimal> entry : weights.entrySet()) {
      BigDecimal weight = entry.getValue();
      if (weight.signum() < 0) {
        throw new IllegalArgumentException(
            "weight of " + entry.getKey() + " must not be negative, but was " + weight);
      }
      if (weight.signum() > 0) {
        if (weight.scale() > MAX_DIGITS
            || weight.precision() - (long) weight.scale() > MAX_DIGITS) {
          throw new IllegalArgumentException(
              "weight of "
                  + entry.getKey()
                  + " must have at most "
                  + MAX_DIGITS
                  + " digits on either side of the decimal mark, but had more");
        }
        some = true;
        scale = Math.max(scale, weight.scale());
      }
    }
    int common = scale;
    boolean even = !some;
    return weights.values().stream()
        .map(weight -> even ? BigInteger.ONE : whole(weight, common))
        .toArray(BigInteger[]::new);
  }

  private static BigInteger whole(BigDecimal weight, int scale) {
    return weight.signum() == 0 ? BigInteger.ZERO : weight.setScale(scale).unscaledValue();
  }

  /** Splits by the largest remainders. */
  BigInteger[] largestRemainder() {
    while (true) {
      BigInteger[] parts = new BigInteger[weights.length];
      BigInteger[] remainders = new BigInteger[weights.length];
      for (int i = 0; i < parts.length; i++) {
        BigInteger[] quota = left.multiply(weights[i]).divideAndRemainder(weightLeft);
        boolean whole = !held[i] && quota[0].compareTo(least[i]) >= 0;
        parts[i] = whole ? quota[0] : least[i];
        remainders[i] = whole ? quota[1] : BigInteger.ZERO;
      }
      BigInteger over = total.subtract(sum(parts));
      if (over.signum() >= 0) {
        IntStream.range(0, parts.length)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
            .limit(over.longValueExact())
            .forEach(i -> parts[i] = parts[i].add(BigInteger.ONE));
        return parts;
      }
      holdThoseBelow();
    }
  }

  /** Splits by Webster's divisors, starting close to the end instead of at the first unit. */
  BigInteger[] webster() {
    while (holdThoseBelow()) {
      // the others have less to share
    }
    // The units come in one order, largest weight / (2 k + 1) first, after all minimums. Taking
    // those above a threshold takes a first stretch of that order; the rest is walked.
    BigInteger[] parts = new BigInteger[weights.length];
    for (int i = 0; i < parts.length; i++) {
      BigInteger rounded =
          left.multiply(weights[i]).shiftLeft(1).add(weightLeft).divide(weightLeft.shiftLeft(1));
      parts[i] = rounded.max(least[i]);
    }
    Comparator<Integer> byNext = (i, j) -> byPriority(i, parts[i], j, parts[j]);
    Comparator<Integer> byLast =
        (i, j) ->
            byPriority(i, parts[i].subtract(BigInteger.ONE), j, parts[j].subtract(BigInteger.ONE));
    int missing = total.subtract(sum(parts)).intValueExact();
    BigInteger step = BigInteger.valueOf(Integer.signum(missing));
    PriorityQueue<Integer> queue = new PriorityQueue<>(missing > 0 ? byNext : byLast.reversed());
    for (int i = 0; i < parts.length; i++) {
      if (missing > 0 ? weights[i].signum() > 0 : parts[i].compareTo(least[i]) > 0) {
        queue.add(i);
      }
    }
    for (; missing != 0; missing -= step.intValueExact()) {
      int next = queue.remove();
      parts[next] = parts[next].add(step);
      if (step.signum() > 0 || parts[next].compareTo(least[next]) > 0) {
        queue.add(next);
      }
    }
    return parts;
  }

  /** Compares the unit after {@code k} of one with the unit after {@code m} of another. */
  private int byPriority(int i, BigInteger k, int j, BigInteger m) {
    BigInteger here = weights[i].multiply(m.shiftLeft(1).add(BigInteger.ONE));
    BigInteger there = weights[j].multiply(k.shiftLeft(1).add(BigInteger.ONE));
    int larger = there.compareTo(here);
    return larger != 0 ? larger : Integer.compare(i, j);
  }

  /** Holds whoever has less than the minimum by weight; tells whether somebody was. */
  private boolean holdThoseBelow() {
    BigInteger share = left;
    BigInteger weight = weightLeft;
    boolean some = false;
    for (int i = 0; i < held.length; i++) {
      if (!held[i] && least[i].multiply(weight).compareTo(share.multiply(weights[i])) > 0) {
        held[i] = true;
        some = true;
        left = left.subtract(least[i]);
        weightLeft = weightLeft.subtract(weights[i]);
      }
    }
    return some;
  }

  private static BigInteger sum(BigInteger[] values) {
    return Arrays.stream(values).reduce(BigInteger.ZERO, BigInteger::add);
  }
}
