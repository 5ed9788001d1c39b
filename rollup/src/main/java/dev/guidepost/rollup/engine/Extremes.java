package dev.guidepost.rollup.engine;

import dev.guidepost.core.fact.FactBlock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The smallest and largest amounts of a draft. One that comes may be the new extreme; where the
 * extreme went, it is looked for again: in the seat among the facts of its participant, above it
 * among the slots right below.
 */
final class Extremes {

  private final Draft draft;
  private final Seats seats;
  private final Slots slots;
  private final Columns columns;
  private final TimeAxis axis;

  /** By slot, and by participant, whether extremes have to be looked for; null if nowhere. */
  private boolean @Nullable [] lost;

  private boolean @Nullable [] losers;

  /** By cell of a seat which amounts went of those that facts in order still have. */
  private final Map<Long, Map<Long, Integer>> gone = new HashMap<>();

  Extremes(Draft draft, Leaves leaves, Columns columns, TimeAxis axis) {
    this.draft = draft;
    this.columns = columns;
    this.axis = axis;
    seats = leaves.seats();
    slots = leaves.slots();
  }

  /** Takes a fact that came or went; those that came have to be first. */
  void take(int party, int seat, int metric, int segment, long amount, boolean coming) {
    int cell = columns.extreme(metric) + segment;
    int count = columns.count(metric) + segment;
    if (!coming && draft.own(seat)[cell] == amount) {
      lose(party, seat);
    }
    for (int slot = seat; slot != Nodes.NONE; slot = slots.parent(slot)) {
      change(slot, cell, count, amount, coming);
      if (slots.sum(slot) != Nodes.NONE) {
        change(slots.sum(slot), cell, count, amount, coming);
      }
    }
  }

  private void change(int slot, int cell, int count, long amount, boolean coming) {
    long[] row = draft.own(slot);
    row[count] += coming ? 1 : -1;
    if (coming) {
      extend(row, cell, amount);
    }
  }

  private void extend(long[] row, int cell, long amount) {
    row[cell] =
        cell < columns.smallest() ? Math.min(row[cell], amount) : Math.max(row[cell], amount);
  }

  /** Notes that the extremes of a seat, and of all above it, have to be looked for. */
  void lose(int party, int seat) {
    if (columns.added() == columns.length()) {
      return;
    }
    boolean[] lostSlots = lost == null ? new boolean[slots.size()] : lost;
    lost = lostSlots;
    losers = losers == null ? new boolean[seats.parties()] : losers;
    losers[party] = true;
    for (int slot = seat; slot != Nodes.NONE && !lostSlots[slot]; slot = slots.parent(slot)) {
      lostSlots[slot] = true;
      if (slots.sum(slot) != Nodes.NONE) {
        lostSlots[slots.sum(slot)] = true;
      }
    }
  }

  /** Looks for the extremes that were lost. */
  void find(@Nullable PartyFacts facts) {
    boolean[] lostSlots = lost;
    boolean[] parties = losers;
    if (lostSlots == null || parties == null) {
      return;
    }
    for (int slot = 0; slot < lostSlots.length; slot++) {
      if (lostSlots[slot]) {
        long[] row = draft.own(slot);
        Arrays.fill(row, columns.added(), columns.smallest(), Long.MAX_VALUE);
        Arrays.fill(row, columns.smallest(), columns.length(), Long.MIN_VALUE);
      }
    }
    findInSeats(Objects.requireNonNull(facts), lostSlots, parties);
    Rows rows = draft.rows();
    for (int slot = lostSlots.length - 1; slot >= 0; slot--) {
      int parent = slots.parent(slot);
      if (parent != Nodes.NONE && lostSlots[parent] && rows.get(slot) != null) {
        rows.extend(parent, rows, slot, columns.added(), columns.length());
      }
    }
    for (int slot = 0; slot < lostSlots.length; slot++) {
      int sum = slots.sum(slot);
      if (sum != Nodes.NONE && lostSlots[sum] && rows.get(slot) != null) {
        rows.extend(sum, rows, slot, columns.added(), columns.length());
      }
    }
  }

  private void findInSeats(PartyFacts facts, boolean[] lostSlots, boolean[] parties) {
    Owners owners = facts.owners();
    facts.changes().removed(block -> forEach(block, owners, parties, lostSlots, this::goes));
    Grouped base = facts.base();
    for (int party = 0; party < parties.length; party++) {
      if (parties[party]) {
        for (int i = base.start(party); i < base.end(party); i++) {
          if (columns.extreme(base.metric(i)) != Columns.NONE) {
            look(party, base.metric(i), base.day(i), base.amount(i), lostSlots, this::stays);
          }
        }
      }
    }
    facts.changes().added(block -> forEach(block, owners, parties, lostSlots, this::comes));
  }

  /** What to do with an amount at a cell of a seat. */
  private interface Visitor {
    void visit(int seat, int cell, long amount);
  }

  private void forEach(
      FactBlock block, Owners owners, boolean[] parties, boolean[] lostSlots, Visitor visitor) {
    for (int i = 0; i < block.size(); i++) {
      int metric = block.metricCode(i);
      int party = owners.of(block, i);
      if (parties[party] && columns.extreme(metric) != Columns.NONE) {
        look(party, metric, block.epochDay(i), block.unscaledAmount(i), lostSlots, visitor);
      }
    }
  }

  private void look(
      int party, int metric, int day, long amount, boolean[] lostSlots, Visitor visitor) {
    int segment = axis.segment(day);
    int seat = seats.at(party, day);
    if (segment >= 0 && lostSlots[seat]) {
      visitor.visit(seat, columns.extreme(metric) + segment, amount);
    }
  }

  private long key(int seat, int cell) {
    return (long) seat * columns.length() + cell;
  }

  private void goes(int seat, int cell, long amount) {
    gone.computeIfAbsent(key(seat, cell), any -> new HashMap<>()).merge(amount, 1, Integer::sum);
  }

  /** Passes over an amount that went as often as it did; which of those alike does not matter. */
  private void stays(int seat, int cell, long amount) {
    Map<Long, Integer> amounts = gone.isEmpty() ? null : gone.get(key(seat, cell));
    int left = amounts == null ? 0 : amounts.getOrDefault(amount, 0);
    if (amounts == null || left == 0) {
      comes(seat, cell, amount);
    } else {
      amounts.put(amount, left - 1);
    }
  }

  private void comes(int seat, int cell, long amount) {
    extend(draft.own(seat), cell, amount);
  }
}
