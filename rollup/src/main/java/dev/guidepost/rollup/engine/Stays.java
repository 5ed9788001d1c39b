package dev.guidepost.rollup.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
    private record Step(long from, int place) {}

    private final List<Step> steps = new ArrayList<>();

    void add(long from, int place) {
      if (!steps.isEmpty() && steps.get(steps.size() - 1).from() == from) {
        steps.remove(steps.size() - 1);
      }
      if (steps.isEmpty() || steps.get(steps.size() - 1).place() != place) {
        steps.add(new Step(from, place));
      }
    }

    Stays all() {
      return new Stays(
          steps.stream().mapToLong(Step::from).toArray(),
          steps.stream().mapToInt(Step::place).toArray());
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
