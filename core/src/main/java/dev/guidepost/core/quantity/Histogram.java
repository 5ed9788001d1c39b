package dev.guidepost.core.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Counts of whole numbers, such as cycle times in days: exact quantiles that survive merging.
 *
 * <p>Immutable. Merging is adding, so the histogram of a team is the sum of those of its people, in
 * any order.
 *
 * <pre>{@code
 * Histogram days = Histogram.of(30, 60, 90).plus(Histogram.of(60));
 * days.median(); // Optional[60]
 * }</pre>
 */
public final class Histogram {

  /** The histogram of nothing. */
  public static final Histogram EMPTY = new Histogram(new int[0], new long[0]);

  private static final MathContext DECIMAL_DIGITS = new MathContext(9, RoundingMode.HALF_EVEN);

  private final int[] bins;
  private final long[] counts;
  private final long total;

  private Histogram(int[] bins, long[] counts) {
    this.bins = bins;
    this.counts = counts;
    long sum = 0;
    for (long count : counts) {
      sum = Math.addExact(sum, count);
    }
    this.total = sum;
  }

  /**
   * Returns the histogram of some values.
   *
   * @param values the values, in any order
   * @return their histogram
   */
  public static Histogram of(int... values) {
    TreeMap<Integer, Long> counted = new TreeMap<>();
    for (int value : values) {
      counted.merge(value, 1L, Long::sum);
    }
    return of(counted);
  }

  /**
   * Returns a histogram of counted values.
   *
   * @param counts how often each value occurs; 0 is left out
   * @return the histogram
   * @throws IllegalArgumentException if a count is negative
   * @throws ArithmeticException if the number of values does not fit 64 bits
   */
  public static Histogram of(Map<Integer, Long> counts) {
    int size = 0;
    int[] bins = new int[counts.size()];
    long[] kept = new long[counts.size()];
    for (Map.Entry<Integer, Long> entry : new TreeMap<>(counts).entrySet()) {
      if (entry.getValue() < 0) {
        throw new IllegalArgumentException(
            "count of " + entry.getKey() + " must not be negative, but was " + entry.getValue());
      }
      if (entry.getValue() > 0) {
        bins[size] = entry.getKey();
        kept[size++] = entry.getValue();
      }
    }
    return size == 0 ? EMPTY : new Histogram(Arrays.copyOf(bins, size), Arrays.copyOf(kept, size));
  }

  /**
   * Returns both histograms together.
   *
   * @param other what to add
   * @return the sum, bin by bin
   * @throws ArithmeticException if the number of values does not fit 64 bits
   */
  public Histogram plus(Histogram other) {
    if (total == 0) {
      return other;
    }
    if (other.total == 0) {
      return this;
    }
    int[] both = new int[bins.length + other.bins.length];
    long[] sums = new long[both.length];
    int n = 0;
    for (int i = 0, j = 0; i < bins.length || j < other.bins.length; n++) {
      boolean here = j == other.bins.length || (i < bins.length && bins[i] <= other.bins[j]);
      boolean there = i == bins.length || (j < other.bins.length && other.bins[j] <= bins[i]);
      both[n] = here ? bins[i] : other.bins[j];
      sums[n] = Math.addExact(here ? counts[i++] : 0, there ? other.counts[j++] : 0);
    }
    return new Histogram(Arrays.copyOf(both, n), Arrays.copyOf(sums, n));
  }

  /**
   * Returns what is left of this histogram without another, which is a part of it.
   *
   * @param part what to take off
   * @return the rest, bin by bin
   * @throws IllegalArgumentException if a value occurs in the other more often than in this one
   */
  public Histogram minus(Histogram part) {
    long[] rest = counts.clone();
    int i = 0;
    for (int j = 0; j < part.bins.length; j++) {
      while (i < bins.length && bins[i] < part.bins[j]) {
        i++;
      }
      long here = i < bins.length && bins[i] == part.bins[j] ? rest[i] : 0;
      if (here < part.counts[j]) {
        throw new IllegalArgumentException(
            "histogram to take off must be a part of this one, but "
                + part.bins[j]
                + " occurs "
                + part.counts[j]
                + " times where this has "
                + here);
      }
      rest[i] -= part.counts[j];
    }
    int[] left = new int[bins.length];
    int size = 0;
    for (int at = 0; at < rest.length; at++) {
      if (rest[at] > 0) {
        left[size] = bins[at];
        rest[size++] = rest[at];
      }
    }
    return size == 0 ? EMPTY : new Histogram(Arrays.copyOf(left, size), Arrays.copyOf(rest, size));
  }

  /**
   * Returns how many values there are.
   *
   * @return the number of values
   */
  public long total() {
    return total;
  }

  /**
   * Returns how often a value occurs.
   *
   * @param value the value
   * @return its count, 0 if it does not occur
   */
  public long count(int value) {
    int at = Arrays.binarySearch(bins, value);
    return at < 0 ? 0 : counts[at];
  }

  /**
   * Returns the smallest value.
   *
   * @return the smallest value
   * @throws NoSuchElementException if the histogram is empty
   */
  public int min() {
    requireValues();
    return bins[0];
  }

  /**
   * Returns the largest value.
   *
   * @return the largest value
   * @throws NoSuchElementException if the histogram is empty
   */
  public int max() {
    requireValues();
    return bins[bins.length - 1];
  }

  /**
   * Returns the sum of all values.
   *
   * @return the sum
   * @throws ArithmeticException if it, or the sum of its smallest values, does not fit 64 bits
   */
  public long sum() {
    long sum = 0;
    for (int i = 0; i < bins.length; i++) {
      sum = Math.addExact(sum, Math.multiplyExact(counts[i], bins[i]));
    }
    return sum;
  }

  /**
   * Returns the value of a rank: the smallest value that at least {@code rank} values do not
   * exceed.
   *
   * @param rank from 1 to {@link #total()}
   * @return the value at that rank in ascending order
   * @throws IllegalArgumentException if the rank is out of bounds
   */
  public int atRank(long rank) {
    if (rank < 1 || rank > total) {
      throw new IllegalArgumentException("rank must be 1 to " + total + ", but was " + rank);
    }
    long passed = 0;
    int i = -1;
    while (passed < rank) {
      passed += counts[++i];
    }
    return bins[i];
  }

  /**
   * Returns the quantile: the smallest value that at least a share {@code p} of the values do not
   * exceed.
   *
   * @param p the share, above 0 up to 1; if it makes a rank within 1e-15 of a whole one,
   *     relatively, it counts as what makes that, so that 5 of 6 values are 5 / 6.0 of them, and 3
   *     of 10 are .1 + .2; else as the decimal fraction of 9 digits within 1e-12 of it, relatively,
   *     if there is one
   * @return the quantile
   * @throws IllegalArgumentException if {@code p} is out of bounds
   * @throws NoSuchElementException if the histogram is empty
   */
  public int quantile(double p) {
    if (!(p > 0 && p <= 1)) {
      throw new IllegalArgumentException("p must be above 0 up to 1, but was " + p);
    }
    requireValues();
    BigDecimal share = new BigDecimal(p);
    BigDecimal exact = share.multiply(BigDecimal.valueOf(total));
    BigDecimal nearest = exact.setScale(0, RoundingMode.HALF_EVEN);
    if (within(exact, nearest, exact.movePointLeft(15))) {
      return atRank(rank(share, RoundingMode.HALF_EVEN));
    }
    BigDecimal decimal = share.round(DECIMAL_DIGITS);
    boolean isDecimal = within(share, decimal, share.movePointLeft(12));
    return atRank(rank(isDecimal ? decimal : share, RoundingMode.CEILING));
  }

  private static boolean within(BigDecimal one, BigDecimal other, BigDecimal distance) {
    return one.subtract(other).abs().compareTo(distance) <= 0;
  }

  /** Returns the rank up to which a share of the values goes, from 1 to all. */
  private long rank(BigDecimal share, RoundingMode rounding) {
    BigDecimal all = BigDecimal.valueOf(total);
    BigDecimal rank = share.multiply(all).setScale(0, rounding);
    return rank.max(BigDecimal.ONE).min(all).longValueExact();
  }

  /**
   * Returns the median: the middle value, or the mean of the two middle ones.
   *
   * @return the median, exact (a whole number or a half), empty without values
   */
  public Optional<Quantity> median() {
    if (total == 0) {
      return Optional.empty();
    }
    long twice = (long) atRank((total - 1) / 2 + 1) + atRank(total / 2 + 1);
    return Optional.of(Quantity.of(BigDecimal.valueOf(twice * 5, 1)));
  }

  /**
   * Returns the counts by value, from 0 up to the largest value.
   *
   * @return a new array in which position {@code i} holds how often {@code i} occurs
   * @throws ArithmeticException if a value is negative, or too large to be a position
   */
  public long[] toArray() {
    if (total == 0) {
      return new long[0];
    }
    if (bins[0] < 0) {
      throw new ArithmeticException("values must not be negative, but the smallest is " + bins[0]);
    }
    long[] dense = new long[Math.addExact(max(), 1)];
    for (int i = 0; i < bins.length; i++) {
      dense[bins[i]] = counts[i];
    }
    return dense;
  }

  private void requireValues() {
    if (total == 0) {
      throw new NoSuchElementException("histogram must hold a value, but was empty");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Histogram that
        && Arrays.equals(bins, that.bins)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(bins) + Arrays.hashCode(counts);
  }

  /** Returns a one-line summary, such as {@code "4 values, 30 to 90, median 60"}. */
  @Override
  public String toString() {
    return total == 0
        ? "no values"
        : total + " values, " + min() + " to " + max() + ", median " + median().orElseThrow();
  }
}
