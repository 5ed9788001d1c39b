package dev.guidepost.rollup.cube;

import dev.guidepost.core.quantity.Histogram;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whole amounts on their way into histograms: per row, a list of segment and amount in one. */
final class Samples {

  private final long[] @Nullable [] packed;
  private final int[] sizes;

  Samples(int rows) {
    packed = new long[rows][];
    sizes = new int[rows];
  }

  void add(int row, int segment, int amount) {
    long[] list = packed[row];
    int size = sizes[row];
    if (list == null) {
      list = new long[4];
    } else if (size == list.length) {
      list = Arrays.copyOf(list, size + (size >> 1));
    }
    list[size] = ((long) segment << 32) | (amount & 0xffff_ffffL);
    packed[row] = list;
    sizes[row] = size + 1;
  }

  /** Returns the histograms of a row by segment, null where there are no amounts, and lets go. */
  @Nullable Histogram @Nullable [] histograms(int row, int segments) {
    long[] list = packed[row];
    if (list == null) {
      return null;
    }
    packed[row] = null;
    int size = sizes[row];
    Arrays.sort(list, 0, size);
    @Nullable Histogram[] bySegment = new Histogram[segments];
    for (int from = 0, to; from < size; from = to) {
      int segment = (int) (list[from] >>> 32);
      to = from + 1;
      while (to < size && list[to] >>> 32 == segment) {
        to++;
      }
      bySegment[segment] =
          Histogram.of(Arrays.stream(list, from, to).mapToInt(value -> (int) value).toArray());
    }
    return bySegment;
  }
}
