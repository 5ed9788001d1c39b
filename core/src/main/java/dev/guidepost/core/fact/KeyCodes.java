package dev.guidepost.core.fact;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The codes of some keys: a list while they are few of those up to the largest, else bits, so that
 * it takes 4 bytes for each key at most, and nothing for none.
 */
final class KeyCodes {

  private static final KeyCodes NONE = new KeyCodes(new int[] {}, null);

  private final int[] listed;
  private final @Nullable BitSet bits;

  private KeyCodes(int[] listed, @Nullable BitSet bits) {
    this.listed = listed;
    this.bits = bits;
  }

  /** Returns how many keys there are. */
  int count() {
    return bits == null ? listed.length : bits.cardinality();
  }

  /** Returns the codes, each once, in any order. */
  IntStream stream() {
    return bits == null ? Arrays.stream(listed) : bits.stream();
  }

  /** Returns how many ints hold the codes. */
  int ints() {
    return bits == null ? listed.length : bits.size() / Integer.SIZE;
  }

  /** Takes codes, each at most once. */
  static final class Collector {
    private int[] listed = NONE.listed;
    private int size;
    private int largest;
    private @Nullable BitSet bits;

    void add(int code) {
      if (bits == null && size == listed.length) {
        grow();
      }
      if (bits != null) {
        bits.set(code);
      } else {
        largest = Math.max(largest, code);
        listed[size++] = code;
      }
    }

    private void grow() {
      if (size > largest / Integer.SIZE + 2) {
        bits = new BitSet();
        Arrays.stream(listed, 0, size).forEach(bits::set);
      } else {
        listed = Arrays.copyOf(listed, size + (size >> 1) + 1);
      }
    }

    KeyCodes all() {
      if (bits == null) {
        return size == 0 ? NONE : new KeyCodes(Arrays.copyOf(listed, size), null);
      }
      return bits.cardinality() > bits.length() / Integer.SIZE
          ? new KeyCodes(NONE.listed, (BitSet) bits.clone()) // a clone has no slack
          : new KeyCodes(bits.stream().toArray(), null);
    }
  }
}
