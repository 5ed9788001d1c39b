package dev.guidepost.rollup.engine;

import java.util.Arrays;

/** Where somebody or something stands, each from a day on until the next. */
final class Stays {

  /** The first day of what was always there. */
  static final long ALWAYS = Long.MIN_VALUE;

  private final long[] starts;
  private final int[] places;

  private Stays(long[] starts, int[] places) {
    this.starts = starts;
    this.places = places;
  }

  static Stays always(int place) {
    return new Stays(new long[] {ALWAYS}, new int[] {place});
  }

  /** Collects stays in the order of their days; of two from one day on the later one counts. */
  static final class Steps {
    private long[] starts = new long[4];
    private int[] places = new int[4];
    private int size;

    void add(long from, int place) {
      if (size > 0 && starts[size - 1] == from) {
        size--;
      }
      if (size > 0 && places[size - 1] == place) {
        return;
      }
      if (size == starts.length) {
        starts = Arrays.copyOf(starts, 2 * size);
        places = Arrays.copyOf(places, 2 * size);
      }
      starts[size] = from;
      places[size++] = place;
    }

    Stays all() {
      return new Stays(Arrays.copyOf(starts, size), Arrays.copyOf(places, size));
    }
  }

  int size() {
    return starts.length;
  }

  long start(int index) {
    return starts[index];
  }

  /** Returns the day after the last of a stay, the largest number if it has no end. */
  long end(int index) {
    return index + 1 < starts.length ? starts[index + 1] : Long.MAX_VALUE;
  }

  int place(int index) {
    return places[index];
  }

  int at(long day) {
    return places[index(day)];
  }

  /** Returns the number of the stay on a day. */
  int index(long day) {
    int found = Arrays.binarySearch(starts, day);
    return found >= 0 ? found : -found - 2;
  }

  boolean same(Stays other) {
    return Arrays.equals(starts, other.starts) && Arrays.equals(places, other.places);
  }
}
