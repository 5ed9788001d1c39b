package dev.guidepost.rollup.engine;

import java.util.Arrays;

/**
 * Which value occurred when and in which seat: triples of value, segment and seat, each in one
 * number. Sorted, they are all that different values are counted from; one that occurs again may be
 * there again.
 */
final class Triples {

  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private final int segmentBits;
  private final int seatBits;
  private final int bits;
  private long[] all = new long[1 << 10];
  private int size;

  Triples(int values, int segments, int seats) {
    segmentBits = bits(segments);
    seatBits = bits(seats);
    bits = bits(values) + segmentBits + seatBits;
    if (bits >= Long.SIZE) {
      throw new IllegalStateException(
          "values, segments and seats to count different values must fit 63 bits, but were "
              + values
              + ", "
              + segments
              + " and "
              + seats);
    }
  }

  private static int bits(int count) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, count - 1));
  }

  void add(int value, int segment, int seat) {
    if (size == all.length) {
      all = Arrays.copyOf(all, Math.addExact(size, size >> 1));
    }
    all[size++] = (((long) value << segmentBits | segment) << seatBits) | seat;
  }

  int size() {
    return size;
  }

  int value(int at) {
    return (int) (all[at] >>> (segmentBits + seatBits));
  }

  int segment(int at) {
    return (int) (all[at] >>> seatBits) & ((1 << segmentBits) - 1);
  }

  int seat(int at) {
    return (int) all[at] & ((1 << seatBits) - 1);
  }

  /** Sorts the triples, the value first, and drops those that are there already. */
  void sortDifferent() {
    sort();
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[kept++] = all[i];
      }
    }
    size = kept;
  }

  /** Sorts the triples, the value first. */
  void sort() {
    long[] from = all;
    long[] to = new long[size];
    for (int shift = 0; shift < bits; shift += DIGIT_BITS) {
      if (scatter(from, to, shift)) {
        long[] swapped = from;
        from = to;
        to = swapped.length == size ? swapped : new long[size];
      }
    }
    all = from;
  }

  /** Orders by one digit, keeping the order of those alike; false if all have the same digit. */
  private boolean scatter(long[] from, long[] to, int shift) {
    int[] places = new int[DIGITS];
    for (int i = 0; i < size; i++) {
      places[(int) (from[i] >>> shift) & (DIGITS - 1)]++;
    }
    if (size == 0 || places[(int) (from[0] >>> shift) & (DIGITS - 1)] == size) {
      return false;
    }
    int next = 0;
    for (int digit = 0; digit < DIGITS; digit++) {
      int count = places[digit];
      places[digit] = next;
      next += count;
    }
    for (int i = 0; i < size; i++) {
      to[places[(int) (from[i] >>> shift) & (DIGITS - 1)]++] = from[i];
    }
    return true;
  }

  /** Takes over what other sorted triples have; what both have is there twice. */
  void merge(Triples other) {
    long[] both = new long[Math.addExact(size, other.size)];
    for (int i = 0, j = 0, at = 0; at < both.length; at++) {
      boolean mine = j == other.size || (i < size && all[i] <= other.all[j]);
      both[at] = mine ? all[i++] : other.all[j++];
    }
    all = both;
    size = both.length;
  }

  /** Returns the first place from which on a value is, or one after it. */
  int start(int value) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (value(middle) < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
