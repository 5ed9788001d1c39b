package dev.guidepost.rollup.engine;

import dev.guidepost.core.fact.FactBlock;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.MetricId;

/**
 * Adds facts to the rows of their seats: the one place where facts that are gone through change
 * cells. ({@link Draft} and {@link Shift} change those of facts that come, go or move later.) Each
 * thread has its own, which {@link #merge} makes one afterwards; in whatever parts facts were
 * added, the cells are the same.
 */
final class Adding {

  /** How many cells are touched before they are changed: few enough to stay at hand. */
  private static final int TOUCHED = 256;

  private final Columns columns;
  private final TimeAxis axis;
  private final Seats seats;
  private final Rows rows;
  private final Samples samples;
  private final FactBlock block = new FactBlock();

  /** The facts of the block that change a sum: where, and by how much. */
  private final int[] seatOf = new int[FactBlock.CAPACITY];

  private final int[] cellOf = new int[FactBlock.CAPACITY];
  private final int[] countOf = new int[FactBlock.CAPACITY];
  private final long[] amountOf = new long[FactBlock.CAPACITY];

  /** Nobody reads it; it keeps reads of cells from being left out. */
  @SuppressWarnings("UnusedVariable")
  private long touched;

  Adding(Columns columns, TimeAxis axis, Leaves leaves) {
    this.columns = columns;
    this.axis = axis;
    seats = leaves.seats();
    int slots = leaves.slots().size();
    rows = new Rows(columns, slots);
    samples = new Samples(Math.multiplyExact(slots, columns.spreads()));
  }

  Rows rows() {
    return rows;
  }

  Samples samples() {
    return samples;
  }

  /**
   * Adds the facts of some positions of a ledger, straight from its columns.
   *
   * <p>Each fact goes to a row somewhere in memory. So that the processor can wait for many rows at
   * once, facts are placed first, then their cells are touched, and only then changed.
   */
  void add(Ledger ledger, Owners owners, int from, int to) {
    for (int at = from; at < to; ) {
      at = ledger.read(at, to, block);
      int placed = place(owners);
      rows.make(seatOf, placed);
      for (int start = 0; start < placed; start += TOUCHED) {
        int end = Math.min(placed, start + TOUCHED);
        touched += rows.touch(seatOf, cellOf, start, end);
        rows.change(seatOf, cellOf, amountOf, start, end);
        if (columns.countsAny()) {
          rows.count(seatOf, countOf, start, end);
        }
      }
    }
  }

  /** Finds seat and cell of the facts in the block that have a sum; adds others at once. */
  private int place(Owners owners) {
    int placed = 0;
    for (int i = 0; i < block.size(); i++) {
      int day = block.epochDay(i);
      int segment = axis.segment(day);
      int metric = block.metricCode(i);
      int column = columns.sum(metric);
      int seat = seats.at(owners.of(block, i), day);
      if ((segment | column) < 0) {
        addRare(seat, metric, segment, block.unscaledAmount(i));
      } else {
        seatOf[placed] = seat;
        cellOf[placed] = column + segment;
        countOf[placed] = columns.count(metric) + segment;
        amountOf[placed++] = block.unscaledAmount(i);
      }
    }
    return placed;
  }

  /** Adds the facts of some places of a grouping. */
  void add(Grouped facts, int from, int to) {
    int at = from;
    for (int party = facts.partyAt(from); at < to; party++) {
      int end = Math.min(to, facts.end(party));
      int seat = seats.only(party);
      if (seat == Nodes.NONE) {
        addMoving(party, facts, at, end);
      } else if (columns.countsAny()) {
        addAny(seat, facts, at, end);
      } else {
        addSums(seat, facts, at, end);
      }
      at = end;
    }
  }

  /** Adds facts of who sits in one seat, with all that a metric may keep. */
  private void addAny(int seat, Grouped facts, int from, int to) {
    for (int i = from; i < to; i++) {
      int segment = axis.segment(facts.day(i));
      if (segment >= 0) {
        add(seat, facts.metric(i), segment, facts.amount(i));
      }
    }
  }

  private void addMoving(int party, Grouped facts, int from, int to) {
    for (int i = from; i < to; i++) {
      int day = facts.day(i);
      int segment = axis.segment(day);
      if (segment >= 0) {
        add(seats.at(party, day), facts.metric(i), segment, facts.amount(i));
      }
    }
  }

  /** Adds facts of who sits in one seat to sums alone; this is what takes the time. */
  private void addSums(int seat, Grouped facts, int from, int to) {
    long[] row = rows.get(seat);
    for (int at = from; at < to; ) {
      if (row != null) {
        at = addPlain(row, facts, at, to);
      }
      if (at < to) {
        add(seat, facts, at++);
        row = rows.get(seat);
      }
    }
  }

  /**
   * Adds facts to a row up to the first that is not just an addition, and returns its place.
   *
   * <p>All it needs is in local variables and no call is in the way: that is half the time.
   */
  private int addPlain(long[] row, Grouped facts, int from, int to) {
    int[] what = facts.what;
    long[] amounts = facts.amounts;
    int[] segments = axis.byDay;
    int[] sums = columns.sums;
    int shift = Ledger.FIRST_DAY - axis.firstDay;
    for (int i = from; i < to; i++) {
      int packed = what[i];
      int day = (packed & Grouped.DAY_MASK) + shift;
      int segment = day < 0 || day >= segments.length ? TimeAxis.OUTSIDE : segments[day];
      if (segment < 0) {
        continue;
      }
      int column = sums[packed >>> Grouped.DAY_BITS];
      if (column < 0) {
        return i;
      }
      long before = row[column + segment];
      long amount = amounts[i];
      long sum = before + amount;
      if (((before ^ sum) & (amount ^ sum)) < 0) {
        return i;
      }
      row[column + segment] = sum;
    }
    return to;
  }

  private void add(int seat, Grouped facts, int at) {
    int segment = axis.segment(facts.day(at));
    if (segment >= 0) {
      add(seat, facts.metric(at), segment, facts.amount(at));
    }
  }

  private void add(int seat, int metric, int segment, long amount) {
    int column = columns.sum(metric);
    if (column < 0) {
      addRare(seat, metric, segment, amount);
      return;
    }
    long[] row = rows.row(seat);
    rows.add(row, seat, column + segment, amount);
    if (columns.countsAny()) {
      row[columns.count(metric) + segment]++;
    }
  }

  /** Adds a fact of a metric that keeps something else than a sum, or nothing. */
  private void addRare(int seat, int metric, int segment, long amount) {
    if (segment < 0) {
      return;
    }
    int extreme = columns.extreme(metric);
    if (extreme >= 0) {
      long[] row = rows.row(seat);
      int cell = extreme + segment;
      row[cell] =
          columns.isLargest(metric) ? Math.max(row[cell], amount) : Math.min(row[cell], amount);
      row[columns.count(metric) + segment]++;
    }
    int spread = columns.spread(metric);
    if (spread >= 0) {
      samples.add(seat * columns.spreads() + spread, segment, (int) amount);
    }
  }

  /** Takes over what another one added in some seats. */
  void merge(Adding other, int from, int to) {
    for (int seat = from; seat < to; seat++) {
      rows.merge(seat, other.rows, seat);
      for (int spread = 0; spread < columns.spreads(); spread++) {
        int slot = seat * columns.spreads() + spread;
        samples.merge(slot, other.samples, slot);
      }
    }
  }

  /** Adds what another one with seats and columns of its own added in one seat. */
  void take(int seat, Adding other, int from, Catalog catalog) {
    if (other.rows.get(from) != null) {
      rows.take(seat, other.rows, from, catalog);
    }
    for (MetricId id : other.columns.present()) {
      int metric = catalog.code(id);
      if (columns.spread(metric) != Columns.NONE) {
        samples.merge(
            seat * columns.spreads() + columns.spread(metric),
            other.samples,
            from * other.columns.spreads() + other.columns.spread(metric));
      }
    }
  }
}
