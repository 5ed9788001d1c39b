package dev.guidepost.rollup.engine;

import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.MetricId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of cells by slot, which is a seat or a node; a row is made when something is added to it.
 *
 * <p>A cell that is added up is exact: it holds the sum modulo 2^64, and beside the rows stands how
 * often the sum went beyond 64 bits, with a sign. Both are the same in whatever order the parts
 * came. Only a total that is asked for has to fit.
 */
final class Rows {

  private final Columns columns;
  private final long[] @Nullable [] rows;

  /** By slot where a sum does not fit 64 bits: by cell how often it went beyond them. */
  private final Map<Integer, int[]> wraps = new HashMap<>();

  private boolean wrapped;

  Rows(Columns columns, int slots) {
    this.columns = columns;
    rows = new long[slots][];
  }

  /**
   * Creates a copy for at least as many slots, whose rows are those of the other until made own.
   */
  Rows(Rows from, int slots) {
    columns = from.columns;
    rows = Arrays.copyOf(from.rows, slots);
    from.wraps.forEach((slot, times) -> wraps.put(slot, times.clone()));
    wrapped = from.wrapped;
  }

  Columns columns() {
    return columns;
  }

  int slots() {
    return rows.length;
  }

  /** Returns a row, null if nothing was added to it. */
  long @Nullable [] get(int slot) {
    return rows[slot];
  }

  /** Returns a row, made if it is not there. */
  long[] row(int slot) {
    long[] row = rows[slot];
    if (row == null) {
      row = columns.row();
      rows[slot] = row;
    }
    return row;
  }

  /** Returns a row that is not that of others, made if it is not there. */
  long[] own(int slot) {
    long[] row = rows[slot];
    row = row == null ? columns.row() : row.clone();
    rows[slot] = row;
    return row;
  }

  /** Makes the first rows of some slots that are not there. */
  void make(int[] slots, int count) {
    for (int i = 0; i < count; i++) {
      if (rows[slots[i]] == null) {
        rows[slots[i]] = columns.row();
      }
    }
  }

  /** Reads some cells of rows that are there; what comes of it means nothing. */
  long touch(int[] slots, int[] cells, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += rows[slots[i]][cells[i]];
    }
    return sum;
  }

  /** Adds amounts to some cells of rows that are there. */
  void change(int[] slots, int[] cells, long[] amounts, int from, int to) {
    for (int i = from; i < to; i++) {
      add(rows[slots[i]], slots[i], cells[i], amounts[i]);
    }
  }

  /** Adds 1 to some cells of rows that are there. */
  void count(int[] slots, int[] cells, int from, int to) {
    for (int i = from; i < to; i++) {
      rows[slots[i]][cells[i]]++;
    }
  }

  /** Adds an amount to a cell of a slot's row. */
  void add(long[] row, int slot, int cell, long amount) {
    long before = row[cell];
    long sum = before + amount;
    if (((before ^ sum) & (amount ^ sum)) < 0) {
      wrap(slot, cell, before < 0 ? -1 : 1);
    }
    row[cell] = sum;
  }

  /** Takes an amount off a cell of a slot's row. */
  void subtract(long[] row, int slot, int cell, long amount) {
    long before = row[cell];
    long rest = before - amount;
    if (((before ^ amount) & (before ^ rest)) < 0) {
      wrap(slot, cell, before < 0 ? -1 : 1);
    }
    row[cell] = rest;
  }

  /** Returns 1 or -1 if the true sum is so many times 2^64 away from this one, else 0. */
  static int wrapped(long left, long right, long sum) {
    return ((left ^ sum) & (right ^ sum)) < 0 ? (left < 0 ? -1 : 1) : 0;
  }

  /** Notes that a sum went beyond 64 bits; cells of one row may be noted by several threads. */
  synchronized void wrap(int slot, int cell, int times) {
    wrapped = true;
    wraps.computeIfAbsent(slot, any -> new int[columns.added()])[cell] += times;
  }

  /** Returns by cell how often the sums of a slot went beyond 64 bits, null if none did. */
  private int @Nullable [] beyond(int slot) {
    if (!wrapped) {
      return null; // another thread may be noting one, but none of this thread's cells
    }
    synchronized (this) {
      return wraps.get(slot);
    }
  }

  /** Returns how often a sum went beyond 64 bits. */
  int beyond(int slot, int cell) {
    int[] times = beyond(slot);
    return times == null ? 0 : times[cell];
  }

  /** Lets a slot have the row of another's, which is not added to any more. */
  void share(int slot, Rows from, int other) {
    rows[slot] = from.rows[other];
    int[] times = from.beyond(other);
    if (times != null) {
      for (int cell = 0; cell < times.length; cell++) {
        wrap(slot, cell, times[cell]);
      }
    }
  }

  /** Adds a row of others, all of its cells; takes it over where there is none yet. */
  void merge(int slot, Rows from, int other) {
    if (rows[slot] == null) {
      share(slot, from, other);
    } else if (from.rows[other] != null) {
      add(slot, from, other, 0, columns.added());
      extend(slot, from, other, columns.added(), columns.length());
    }
  }

  /** Adds a run of cells of a row that is there to one that is there, of those added up. */
  void add(int slot, Rows from, int other, int start, int end) {
    long[] above = row(slot);
    long[] below = from.row(other);
    long signs = 0;
    for (int i = start; i < end; i++) {
      long mine = above[i];
      long more = below[i];
      long sum = mine + more;
      signs |= (mine ^ sum) & (more ^ sum);
      above[i] = sum;
    }
    if (signs < 0) {
      noteWraps(slot, above, below, start, end);
    }
    int[] times = from.beyond(other);
    for (int i = start; times != null && i < end; i++) {
      if (times[i] != 0) {
        wrap(slot, i, times[i]);
      }
    }
  }

  /** Takes the cells of a row that are added up off a row that is there. */
  void subtract(int slot, Rows from, int other) {
    long[] above = row(slot);
    long[] below = from.row(other);
    int[] times = from.beyond(other);
    for (int i = 0; i < columns.added(); i++) {
      subtract(above, slot, i, below[i]);
      if (times != null && times[i] != 0) {
        wrap(slot, i, -times[i]);
      }
    }
  }

  /** Tells whether all cells of a slot that are added up are 0. */
  boolean isZero(int slot) {
    long[] row = rows[slot];
    int[] times = beyond(slot);
    long any = 0;
    for (int i = 0; row != null && i < columns.added(); i++) {
      any |= row[i] | (times == null ? 0 : times[i]);
    }
    return any == 0;
  }

  /** Notes which sums went beyond 64 bits when a row was added; what was there before follows. */
  private void noteWraps(int slot, long[] above, long[] below, int start, int end) {
    for (int i = start; i < end; i++) {
      int times = wrapped(above[i] - below[i], below[i], above[i]);
      if (times != 0) {
        wrap(slot, i, times);
      }
    }
  }

  /** Lets a run of cells hold the smaller or the larger of two rows, of those that hold such. */
  void extend(int slot, Rows from, int other, int start, int end) {
    long[] above = row(slot);
    long[] below = from.row(other);
    for (int i = start; i < end; i++) {
      above[i] =
          i < columns.smallest() ? Math.min(above[i], below[i]) : Math.max(above[i], below[i]);
    }
  }

  /** Adds a row that has columns of its own, of some of the metrics of these. */
  void take(int slot, Rows from, int other, Catalog catalog) {
    for (MetricId id : from.columns.present()) {
      int metric = catalog.code(id);
      if (columns.sum(metric) != Columns.NONE) {
        addColumn(slot, columns.sum(metric), from, other, from.columns.sum(metric));
      }
      if (columns.counts(metric)) {
        addColumn(slot, columns.count(metric), from, other, from.columns.count(metric));
      }
      if (columns.extreme(metric) != Columns.NONE) {
        extendColumn(slot, metric, from, other);
      }
    }
  }

  private void addColumn(int slot, int column, Rows from, int other, int otherColumn) {
    for (int i = 0; i < columns.segments(); i++) {
      add(row(slot), slot, column + i, from.row(other)[otherColumn + i]);
      int times = from.beyond(other, otherColumn + i);
      if (times != 0) {
        wrap(slot, column + i, times);
      }
    }
  }

  private void extendColumn(int slot, int metric, Rows from, int other) {
    long[] row = row(slot);
    long[] more = from.row(other);
    int column = columns.extreme(metric);
    int otherColumn = from.columns.extreme(metric);
    for (int i = 0; i < columns.segments(); i++) {
      row[column + i] =
          columns.isLargest(metric)
              ? Math.max(row[column + i], more[otherColumn + i])
              : Math.min(row[column + i], more[otherColumn + i]);
    }
  }
}
