package dev.guidepost.rollup.org;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What holds from which day on: a step function over days, as dense codes. */
final class CodesByDay {

  /** The start of what was always there. */
  static final long ALWAYS = Long.MIN_VALUE;

  /** The value where nothing holds. */
  static final int NONE = -1;

  /** A value that the other one does not have. */
  private static final int MISSING = -2;

  private final long[] starts;
  private final int[] values;

  /**
   * Creates codes by day; a step to the value that holds already is none.
   *
   * @param steps the values by the epoch day from which they hold
   */
  CodesByDay(SortedMap<Long, Integer> steps) {
    long[] days = new long[steps.size()];
    int[] held = new int[steps.size()];
    int size = 0;
    for (Map.Entry<Long, Integer> step : steps.entrySet()) {
      if (size == 0 || held[size - 1] != step.getValue()) {
        days[size] = step.getKey();
        held[size++] = step.getValue();
      }
    }
    starts = Arrays.copyOf(days, size);
    values = Arrays.copyOf(held, size);
  }

  /** Takes a value and the epoch day from which it holds. */
  interface Step {
    void take(long from, int value);
  }

  /** Gives all steps, the first one first. */
  void steps(Step taker) {
    for (int i = 0; i < starts.length; i++) {
      taker.take(starts[i], values[i]);
    }
  }

  /**
   * Tells whether another one holds the same on every day.
   *
   * @param other the other one
   * @param codes by value the one that means the same in the other, null if it is the same
   */
  boolean same(CodesByDay other, int @Nullable [] codes) {
    if (codes == null && Arrays.equals(starts, other.starts)) {
      return Arrays.equals(values, other.values) || sameFrom(other, codes, starts);
    }
    return sameFrom(other, codes, starts) && sameFrom(other, codes, other.starts);
  }

  private boolean sameFrom(CodesByDay other, int @Nullable [] codes, long[] days) {
    boolean same = at(ALWAYS, codes) == other.at(ALWAYS);
    for (long day : days) {
      same &= at(day, codes) == other.at(day);
    }
    return same;
  }

  private int at(long day, int @Nullable [] codes) {
    int value = at(day);
    if (codes == null || value == NONE) {
      return value;
    }
    return codes[value] == NONE ? MISSING : codes[value];
  }

  /** Returns the value that holds on an epoch day, {@link #NONE} before the first start. */
  int at(long day) {
    int found = Arrays.binarySearch(starts, day);
    int step = found >= 0 ? found : -found - 2;
    return step < 0 ? NONE : values[step];
  }
}
