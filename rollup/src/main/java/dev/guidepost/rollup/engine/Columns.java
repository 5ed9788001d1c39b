package dev.guidepost.rollup.engine;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Kept;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import java.util.Arrays;
import java.util.List;

/**
 * What of each metric stands where in a row. A row has columns, one after the other, and a column
 * has a cell for each segment, so that a period is a run of cells.
 *
 * <p>First come the columns that are added up: a sum has one, a mean two (total and count), an
 * extreme one that counts its facts. Then come the extremes themselves, the smallest before the
 * largest. A metric has columns only if there is a fact of it. A new way to aggregate that fits
 * cells gets its columns here, and is told in {@link Adding}, {@link Draft} and {@link Shift} how a
 * fact changes them, and in {@link Rows} how two rows become one.
 */
final class Columns {

  /** No column. */
  static final int NONE = -1;

  private final ImmutableList<MetricId> present;
  private final int segments;
  final int[] sums;
  private final int[] counts;
  private final int[] extremes;
  private final int[] spreads;
  private final boolean[] largest;
  private final int added;
  private final int smallest;
  private final int length;
  private final boolean countsAny;
  private final int spreadCount;

  /**
   * Creates columns.
   *
   * @param catalog the metrics
   * @param present those of which there is a fact
   * @param segments the number of cells of a column
   */
  Columns(Catalog catalog, List<MetricId> present, int segments) {
    List<Metric> metrics = catalog.metrics();
    this.present = ImmutableList.copyOf(present);
    this.segments = segments;
    sums = none(metrics.size());
    counts = none(metrics.size());
    extremes = none(metrics.size());
    spreads = none(metrics.size());
    largest = new boolean[metrics.size()];
    int next = 0;
    int spread = 0;
    for (MetricId id : present) {
      int metric = catalog.code(id);
      Kept kept = metrics.get(metric).aggregation().kept();
      if (kept == Kept.SUM || kept == Kept.SUM_AND_COUNT) {
        sums[metric] = next;
        next = Math.addExact(next, segments);
      }
      if (kept == Kept.SUM_AND_COUNT || kept == Kept.EXTREME) {
        counts[metric] = next;
        next = Math.addExact(next, segments);
      }
      if (kept == Kept.HISTOGRAM) {
        spreads[metric] = spread++;
      }
    }
    spreadCount = spread;
    countsAny = Arrays.stream(counts).anyMatch(column -> column != NONE);
    added = next;
    smallest = addExtremes(catalog, false);
    length = addExtremes(catalog, true);
    giveScratch();
  }

  private static int[] none(int size) {
    int[] columns = new int[size];
    Arrays.fill(columns, NONE);
    return columns;
  }

  private int addExtremes(Catalog catalog, boolean ofLargest) {
    int next = ofLargest ? smallest : added;
    for (MetricId id : present) {
      int metric = catalog.code(id);
      Aggregation aggregation = catalog.metric(id).aggregation();
      if (aggregation.kept() == Kept.EXTREME
          && aggregation instanceof Aggregation.Max == ofLargest) {
        extremes[metric] = next;
        largest[metric] = ofLargest;
        next = Math.addExact(next, segments);
      }
    }
    return next;
  }

  /** Gives a sum a column to count in that nobody reads, so that all sums are added up alike. */
  private void giveScratch() {
    for (int metric = 0; countsAny && metric < sums.length; metric++) {
      if (sums[metric] != NONE && counts[metric] == NONE) {
        counts[metric] = length;
      }
    }
  }

  /** Returns the metrics of which there is a fact. */
  List<MetricId> present() {
    return present;
  }

  /** Returns the number of cells of a column. */
  int segments() {
    return segments;
  }

  /** Returns the first cell of a metric's sum, {@link #NONE} without. */
  int sum(int metric) {
    return sums[metric];
  }

  /** Returns the first cell of a metric's number of facts; of a plain sum that is of no use. */
  int count(int metric) {
    return counts[metric];
  }

  /** Tells whether a metric has a number of facts that is read. */
  boolean counts(int metric) {
    return counts[metric] != NONE && counts[metric] < added;
  }

  /** Returns the first cell of a metric's smallest or largest amount, {@link #NONE} without. */
  int extreme(int metric) {
    return extremes[metric];
  }

  /** Tells whether an extreme is the largest amount. */
  boolean isLargest(int metric) {
    return largest[metric];
  }

  /** Returns the place of a metric among distributions, {@link #NONE} if it is none. */
  int spread(int metric) {
    return spreads[metric];
  }

  /** Returns the number of distributions. */
  int spreads() {
    return spreadCount;
  }

  /** Tells whether any metric counts its facts. */
  boolean countsAny() {
    return countsAny;
  }

  /** Returns how many cells are added up; they come first. */
  int added() {
    return added;
  }

  /** Returns the cell after the last of those that hold smallest amounts. */
  int smallest() {
    return smallest;
  }

  /** Returns the cell after the last of those that hold largest amounts, and are read at all. */
  int length() {
    return length;
  }

  /** Returns a row to which nothing was added. */
  long[] row() {
    long[] row = new long[length + (countsAny ? segments : 0)];
    Arrays.fill(row, added, smallest, Long.MAX_VALUE);
    Arrays.fill(row, smallest, length, Long.MIN_VALUE);
    return row;
  }
}
