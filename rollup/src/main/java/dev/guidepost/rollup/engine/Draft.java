package dev.guidepost.rollup.engine;

import dev.guidepost.core.fact.FactBlock;
import org.jspecify.annotations.Nullable;

/**
 * Totals on their way to the next ones: a row is copied when it is first changed, all others are
 * shared. Those it was made from stay what they are. Belongs to one thread.
 *
 * <p>A fact that comes or goes changes the row of its seat and of each slot above it. What adds up
 * is added or taken off; an extreme is widened, or looked for again where a fact that had it went.
 */
final class Draft {

  private final Totals from;
  private final Leaves leaves;
  private final Owners owners;
  private final Slots slots;
  private final Seats seats;
  private final Columns columns;
  private final TimeAxis axis;
  private final Rows rows;
  private final boolean[] own;
  private final Spreads spreads;
  private final Extremes extremes;
  private @Nullable Samples came;
  private @Nullable Samples went;

  /** The facts of a block that change a sum: where they are on the way up, and by how much. */
  private final int[] slotOf = new int[FactBlock.CAPACITY];

  private final int[] cellOf = new int[FactBlock.CAPACITY];
  private final int[] countOf = new int[FactBlock.CAPACITY];
  private final long[] amountOf = new long[FactBlock.CAPACITY];

  /**
   * Starts from totals.
   *
   * @param from the totals
   * @param leaves theirs, or others that have the same slots and more
   * @param owners whose the facts are that come and go
   */
  Draft(Totals from, Leaves leaves, Owners owners) {
    this.from = from;
    this.leaves = leaves;
    this.owners = owners;
    slots = leaves.slots();
    seats = leaves.seats();
    columns = from.columns();
    axis = from.axis();
    rows = new Rows(from.rows(), slots.size());
    own = new boolean[slots.size()];
    spreads = from.spreads().grown(slots.size());
    extremes = new Extremes(this, leaves, columns, axis);
    Slots before = from.leaves().slots();
    for (int slot = 0; slot < before.size(); slot++) {
      int sum = slots.sum(slot);
      if (sum != Nodes.NONE && sum != before.sum(slot)) {
        rows.share(sum, rows, slot); // so far it has all that the sum has
        spreads.share(sum, slot);
      }
    }
  }

  Rows rows() {
    return rows;
  }

  Extremes extremes() {
    return extremes;
  }

  /** Returns a row that may be changed. */
  long[] own(int slot) {
    if (own[slot]) {
      return rows.row(slot);
    }
    own[slot] = true;
    return rows.own(slot);
  }

  /** Adds the only row of others to a slot, which takes it over if it has none. */
  void give(int slot, Rows sums) {
    if (rows.get(slot) == null) {
      rows.share(slot, sums, 0);
      own[slot] = true;
    } else {
      own(slot);
      rows.add(slot, sums, 0, 0, columns.added());
    }
  }

  /** Takes facts that came. */
  void add(FactBlock block) {
    take(block, true);
  }

  /** Takes facts that went. */
  void remove(FactBlock block) {
    take(block, false);
  }

  private void take(FactBlock block, boolean coming) {
    int placed = 0;
    for (int i = 0; i < block.size(); i++) {
      int segment = axis.segment(block.epochDay(i));
      int metric = block.metricCode(i);
      int column = columns.sum(metric);
      int party = owners.of(block, i);
      int seat = seats.at(party, block.epochDay(i));
      if ((segment | column) >= 0) {
        slotOf[placed] = seat;
        cellOf[placed] = column + segment;
        countOf[placed] = columns.counts(metric) ? columns.count(metric) + segment : Columns.NONE;
        amountOf[placed++] = block.unscaledAmount(i);
      } else if (segment >= 0 && columns.extreme(metric) != Columns.NONE) {
        extremes.take(party, seat, metric, segment, block.unscaledAmount(i), coming);
      } else if (segment >= 0 && columns.spread(metric) != Columns.NONE) {
        sample(seat, metric, segment, block.unscaledAmount(i), coming);
      }
    }
    climb(placed, coming);
  }

  /** Goes up with all facts at once, level by level, so that the processor waits for many rows. */
  private void climb(int placed, boolean coming) {
    for (int left = placed; left > 0; ) {
      int next = 0;
      for (int i = 0; i < left; i++) {
        int slot = slotOf[i];
        change(slot, cellOf[i], countOf[i], amountOf[i], coming);
        if (slots.sum(slot) != Nodes.NONE) {
          change(slots.sum(slot), cellOf[i], countOf[i], amountOf[i], coming);
        }
        slotOf[next] = slots.parent(slot);
        cellOf[next] = cellOf[i];
        countOf[next] = countOf[i];
        amountOf[next] = amountOf[i];
        next += slotOf[next] == Nodes.NONE ? 0 : 1;
      }
      left = next;
    }
  }

  private void change(int slot, int cell, int count, long amount, boolean coming) {
    long[] row = own(slot);
    if (coming) {
      rows.add(row, slot, cell, amount);
    } else {
      rows.subtract(row, slot, cell, amount);
    }
    if (count != Columns.NONE) {
      row[count] += coming ? 1 : -1;
    }
  }

  /** Notes an amount that comes to, or goes from, the histogram of a seat. */
  void sample(int seat, int metric, int segment, long amount, boolean coming) {
    Samples samples = coming ? came : went;
    if (samples == null) {
      samples = new Samples(Math.multiplyExact(slots.size(), columns.spreads()));
      came = coming ? samples : came;
      went = coming ? went : samples;
    }
    samples.add(seat * columns.spreads() + columns.spread(metric), segment, (int) amount);
  }

  private Spreads spreads(@Nullable Samples samples) {
    int size = Math.multiplyExact(slots.size(), columns.spreads());
    return Spreads.of(
        samples == null ? new Samples(size) : samples, columns.spreads(), axis.segments(), slots);
  }

  /**
   * Ends the draft.
   *
   * @param facts where extremes are looked for, needed if a fact of such went or moved
   * @param different how many different values there are
   * @return the totals; the draft must not be used any more
   */
  Totals end(@Nullable PartyFacts facts, @Nullable Different[] different) {
    if (came != null || went != null) {
      spreads.change(spreads(came), spreads(went));
    }
    extremes.find(facts);
    return new Totals(from, leaves, rows, spreads, different);
  }
}
