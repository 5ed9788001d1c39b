package dev.guidepost.rollup.engine;

import dev.guidepost.core.quantity.Histogram;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Whole amounts on their way into histograms: per slot, a list of segment and amount in one. */
final class Samples {

  private final long[] @Nullable [] packed;
  private final int[] sizes;

  Samples(int slots) {
    packed = new long[slots][];
    sizes = new int[slots];
  }

  void add(int slot, int segment, int amount) {
    long[] list = room(slot, 1);
    list[sizes[slot]++] = ((long) segment << 32) | (amount & 0xffff_ffffL);
  }

  private long[] room(int slot, int more) {
    long[] list = packed[slot];
    int needed = Math.addExact(sizes[slot], more);
    if (list == null) {
      list = new long[Math.max(4, needed)];
    } else if (needed > list.length) {
      list = Arrays.copyOf(list, Math.max(needed, Math.addExact(list.length, list.length >> 1)));
    }
    packed[slot] = list;
    return list;
  }

  /** Adds what others have at a slot. */
  void merge(int slot, Samples from, int other) {
    long[] more = from.packed[other];
    if (more != null) {
      System.arraycopy(more, 0, room(slot, from.sizes[other]), sizes[slot], from.sizes[other]);
      sizes[slot] += from.sizes[other];
    }
  }

  /** Returns the histograms of a slot by segment, null where there are no amounts. */
  @Nullable Histogram @Nullable [] histograms(int slot, int segments) {
    if (packed[slot] == null) {
      return null;
    }
    int size = sizes[slot];
    long[] list = Arrays.copyOf(packed[slot], size);
    Arrays.sort(list);
    @Nullable Histogram[] bySegment = new Histogram[segments];
    for (int from = 0, to; from < size; from = to) {
      int segment = (int) (list[from] >>> 32);
      to = from;
      Map<Integer, Long> counts = new TreeMap<>();
      while (to < size && list[to] >>> 32 == segment) {
        int start = to;
        while (to < size && list[to] == list[start]) {
          to++;
        }
        counts.put((int) list[start], (long) to - start);
      }
      bySegment[segment] = Histogram.of(counts);
    }
    return bySegment;
  }
}
