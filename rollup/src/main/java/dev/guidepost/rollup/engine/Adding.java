package dev.guidepost.rollup.engine;

import dev.guidepost.core.fact.FactBlock;
import dev.guidepost.core.fact.Ledger;

/**
 * Adds facts to the rows of their seats: the one place where a fact changes cells. Each thread has
 * its own, which {@link #merge} makes one afterwards; in whatever parts facts were added, the cells
 * are the same.
 */
final class Adding {

  private final Columns columns;
  private final TimeAxis axis;
  private final Seats seats;
  private final Rows rows;
  private final Samples samples;
  private final FactBlock block = new FactBlock();

  Adding(Columns columns, TimeAxis axis, Seats seats) {
    this.columns = columns;
    this.axis = axis;
    this.seats = seats;
    rows = new Rows(columns, seats.count());
    samples = new Samples(seats.count() * columns.spreads());
  }

  Rows rows() {
    return rows;
  }

  Samples samples() {
    return samples;
  }

  /** Adds the facts of some positions of a ledger, straight from its columns. */
  void add(Ledger ledger, int from, int to) {
    for (int at = from; at < to; ) {
      at = ledger.read(at, to, block);
      for (int i = 0; i < block.size(); i++) {
        int day = block.epochDay(i);
        int segment = axis.segment(day);
        if (segment >= 0) {
          int seat = seats.at(block.partyCode(i), day);
          add(seat, block.metricCode(i), segment, block.unscaledAmount(i));
        }
      }
    }
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
    for (int i = from; i < to; i++) {
      int segment = axis.segment(facts.day(i));
      int column = columns.sum(facts.metric(i));
      if (segment < 0 || column < 0) {
        addRare(seat, facts.metric(i), segment, facts.amount(i));
        continue;
      }
      if (row == null) {
        row = rows.row(seat);
      }
      addTo(row, seat, column + segment, facts.amount(i));
    }
  }

  private void add(int seat, int metric, int segment, long amount) {
    int column = columns.sum(metric);
    if (column < 0) {
      addRare(seat, metric, segment, amount);
      return;
    }
    long[] row = rows.row(seat);
    addTo(row, seat, column + segment, amount);
    if (columns.countsAny()) {
      row[columns.count(metric) + segment]++;
    }
  }

  private void addTo(long[] row, int seat, int cell, long amount) {
    long before = row[cell];
    long sum = before + amount;
    if (((before ^ sum) & (amount ^ sum)) < 0) {
      rows.wrap(seat, cell, before < 0 ? -1 : 1);
    }
    row[cell] = sum;
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
        samples.merge(seat * columns.spreads() + spread, other.samples);
      }
    }
  }
}
