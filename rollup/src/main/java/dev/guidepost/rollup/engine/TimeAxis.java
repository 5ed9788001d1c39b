package dev.guidepost.rollup.engine;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The time axis, cut wherever a period starts or ends, so that each period is a run of whole
 * segments.
 */
public final class TimeAxis {

  /** The segment of a day that is in no period. */
  public static final int OUTSIDE = -1;

  private final long[] cuts;
  private final boolean[] kept;
  final int firstDay;
  final int[] byDay;

  /**
   * Creates an axis.
   *
   * @param periods the periods to keep, at least one
   */
  public TimeAxis(List<Period> periods) {
    NavigableSet<Long> days = new TreeSet<>();
    for (Period period : periods) {
      days.add(period.start().toEpochDay());
      days.add(period.end().toEpochDay());
    }
    long first = days.first();
    long end = days.last();
    cuts = days.stream().mapToLong(Long::longValue).toArray();
    kept = new boolean[cuts.length - 1];
    for (Period period : periods) {
      Arrays.fill(kept, first(period), end(period), true);
    }
    firstDay = (int) Math.min(Math.max(first, Ledger.FIRST_DAY), Ledger.LAST_DAY + 1L);
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

  /** Returns the first day of a segment; that of the segment after the last is the end. */
  long start(int segment) {
    return cuts[segment];
  }

  /** Returns the first segment that starts on a day or later, the number of segments without. */
  int firstFrom(long day) {
    int found = Arrays.binarySearch(cuts, day);
    return Math.min(found >= 0 ? found : -found - 1, kept.length);
  }

  /** Returns the segment after the last that ends on a day or before, 0 without. */
  int lastUntil(long day) {
    int found = Arrays.binarySearch(cuts, day);
    return Math.max(0, found >= 0 ? found : -found - 2);
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
