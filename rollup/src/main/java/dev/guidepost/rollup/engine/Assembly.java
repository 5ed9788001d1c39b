package dev.guidepost.rollup.engine;

import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of all slots from those of seats: each is added to the one above it, from the last
 * slot to the first, as those above come first; then units and people that have several slots get
 * their sum.
 */
final class Assembly {

  private final Rows rows;
  private final Columns columns;
  private final Slots slots;

  /** By slot that is a sum of several whether only one of these has a row, which is also its. */
  private final boolean[] shared;

  private Assembly(Rows seats, Slots slots) {
    rows = new Rows(seats, slots.size());
    columns = seats.columns();
    this.slots = slots;
    shared = new boolean[slots.size()];
  }

  /** Returns the rows of all slots; those of seats are the same arrays. */
  static Rows assemble(Rows seats, Slots slots, Crew crew) {
    Assembly assembly = new Assembly(seats, slots);
    assembly.makeRows();
    int parts = crew.threads();
    crew.run(parts, () -> assembly, (all, task) -> all.part(task, parts));
    assembly.share();
    return assembly.rows;
  }

  /** Makes each row to which something will be added, so that threads make none. */
  private void makeRows() {
    int[] parts = new int[slots.size()];
    for (int slot = slots.size() - 1; slot >= 0; slot--) {
      if (rows.get(slot) != null) {
        if (slots.parent(slot) != Nodes.NONE) {
          rows.row(slots.parent(slot));
        }
        if (slots.sum(slot) != Nodes.NONE) {
          parts[slots.sum(slot)]++;
        }
      }
    }
    for (int slot = 0; slot < parts.length; slot++) {
      shared[slot] = parts[slot] == 1;
      if (parts[slot] > 1) {
        rows.row(slot);
      }
    }
  }

  /** Adds up a part of the cells of all slots. */
  private void part(int task, int parts) {
    int start = (int) ((long) columns.length() * task / parts);
    int end = (int) ((long) columns.length() * (task + 1) / parts);
    for (int slot = slots.size() - 1; slot >= 0; slot--) {
      int parent = slots.parent(slot);
      if (parent != Nodes.NONE && rows.get(slot) != null) {
        add(parent, slot, start, end);
      }
    }
    for (int slot = 0; slot < shared.length; slot++) {
      int sum = slots.sum(slot);
      if (sum != Nodes.NONE && !shared[sum] && rows.get(slot) != null) {
        add(sum, slot, start, end);
      }
    }
  }

  private void add(int slot, int other, int start, int end) {
    rows.add(slot, rows, other, start, Math.min(end, columns.added()));
    rows.extend(slot, rows, other, Math.max(start, columns.added()), end);
  }

  private void share() {
    for (int slot = 0; slot < shared.length; slot++) {
      int sum = slots.sum(slot);
      long @Nullable [] row = rows.get(slot);
      if (sum != Nodes.NONE && shared[sum] && row != null) {
        rows.share(sum, rows, slot);
      }
    }
  }
}
