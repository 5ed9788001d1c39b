package dev.guidepost.rollup.engine;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The time axis, cut wherever a period starts or ends or the tree changes, so that each period is a
 * run of whole segments and each segment has one tree.
 */
public final class TimeAxis {

  /** The segment of a day that is in no period. */
  public static final int OUTSIDE = -1;

  private final long[] cuts;
  private final boolean[] kept;
  private final int firstDay;
  private final int[] byDay;

  /**
   * Creates an axis.
   *
   * @param periods the periods to keep, at least one
   * @param treeChanges the days on which the tree changes
   */
  public TimeAxis(List<Period> periods, List<LocalDate> treeChanges) {
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
    firstDay = (int) Math.min(Math.max(first, Ledger.FIRST_DAY), Ledger.LAST_DAY);
    byDay = new int[(int) Math.max(0, Math.min(end, Ledger.LAST_DAY + 1L) - firstDay)];
    for (int i = 0; i < byDay.length; i++) {
      byDay[i] = search(firstDay + i);
    }
  }

  private int search(long day) {
    int found = Arrays.binarySearch(cuts, day);
    int segment = found >= 0 ? found : -found - 2;
    return kept[segment] ? segment : OUTSIDE;
  }

  /**
   * Returns the number of segments.
   *
   * @return how many there are, at least one
   */
  public int segments() {
    return kept.length;
  }

  /**
   * Returns the first day of a segment.
   *
   * @param segment 0 to {@link #segments()}, where the last is the end of the axis
   * @return its first day
   */
  public LocalDate day(int segment) {
    return LocalDate.ofEpochDay(cuts[segment]);
  }

  /**
   * Returns the segment of a day on which there can be a fact.
   *
   * @param day an epoch day from {@link Ledger#FIRST_DAY} to {@link Ledger#LAST_DAY}
   * @return its segment, {@link #OUTSIDE} in no period
   */
  public int segment(int day) {
    int at = day - firstDay;
    return at < 0 || at >= byDay.length ? OUTSIDE : byDay[at];
  }

  /**
   * Returns the segment of the last day of a kept period, however far away.
   *
   * @param period a kept period
   * @return its last segment
   */
  public int last(Period period) {
    return end(period) - 1;
  }

  /**
   * Returns the first segment of a kept period.
   *
   * @param period a kept period
   * @return the segment that starts with it
   */
  public int first(Period period) {
    return Arrays.binarySearch(cuts, period.start().toEpochDay());
  }

  /**
   * Returns the segment after the last one of a kept period.
   *
   * @param period a kept period
   * @return the segment that starts where it ends, or the number of segments
   */
  public int end(Period period) {
    return Arrays.binarySearch(cuts, period.end().toEpochDay());
  }
}
