package dev.guidepost.rollup.org;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;

/** What holds from which day on: a step function over days, as dense codes. */
final class Timeline {

  /** The start of what was always there. */
  static final long ALWAYS = Long.MIN_VALUE;

  /** The value where nothing holds. */
  static final int NONE = -1;

  private final long[] starts;
  private final int[] values;

  /**
   * Creates a timeline.
   *
   * @param steps the values by the epoch day from which they hold
   */
  Timeline(SortedMap<Long, Integer> steps) {
    starts = new long[steps.size()];
    values = new int[steps.size()];
    int size = 0;
    for (Map.Entry<Long, Integer> step : steps.entrySet()) {
      starts[size] = step.getKey();
      values[size++] = step.getValue();
    }
  }

  /** Returns the value that holds on an epoch day, {@link #NONE} before the first start. */
  int at(long day) {
    int found = Arrays.binarySearch(starts, day);
    int step = found >= 0 ? found : -found - 2;
    return step < 0 ? NONE : values[step];
  }
}
