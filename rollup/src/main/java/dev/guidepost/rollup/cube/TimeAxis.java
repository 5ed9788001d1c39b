package dev.guidepost.rollup.cube;

import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The time axis, cut wherever a period starts or ends or the tree changes, so that each period is a
 * range of whole segments and each segment has one tree.
 */
final class TimeAxis {

  private static final int OUTSIDE = -1;

  private final long[] cuts;
  private final boolean[] kept;

  /**
   * Creates an axis.
   *
   * @param periods the periods to keep, at least one
   * @param treeChanges the days on which the tree changes
   */
  TimeAxis(List<Period> periods, List<LocalDate> treeChanges) {
    NavigableSet<Long> days = new TreeSet<>();
    for (Period period : periods) {
      days.add(period.start().toEpochDay());
      days.add(period.end().toEpochDay());
    }
    long first = days.first();
    long end = days.last();
    for (LocalDate change : treeChanges) {
      long day = change.toEpochDay();
      if (day > first && day < end) {
        days.add(day);
      }
    }
    cuts = days.stream().mapToLong(Long::longValue).toArray();
    kept = new boolean[cuts.length - 1];
    for (Period period : periods) {
      Arrays.fill(kept, first(period), end(period), true);
    }
  }

  /** Returns the number of segments. */
  int segments() {
    return kept.length;
  }

  /** Returns the first day of a segment; that of the segment after the last is the axis' end. */
  LocalDate day(int segment) {
    return LocalDate.ofEpochDay(cuts[segment]);
  }

  /** Returns the segment of an epoch day, or a negative number outside all periods. */
  int segment(long day) {
    int found = Arrays.binarySearch(cuts, day);
    int segment = found >= 0 ? found : -found - 2;
    return segment < 0 || segment >= kept.length || !kept[segment] ? OUTSIDE : segment;
  }

  /** Returns the first segment of a kept period. */
  int first(Period period) {
    return Arrays.binarySearch(cuts, period.start().toEpochDay());
  }

  /** Returns the segment after the last one of a kept period. */
  int end(Period period) {
    return Arrays.binarySearch(cuts, period.end().toEpochDay());
  }
}
