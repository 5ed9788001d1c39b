package dev.guidepost.rollup.engine;

import java.util.Arrays;

/**
 * One version of the tree: its units in pre-order, each before all that is below it, so that what
 * is below a unit is a run of them and "stands below" is a comparison of two numbers.
 */
final class Tree {

  private final int[] parents;
  private final int[] order;
  private final int[] places;
  private final int[] ends;

  /**
   * Creates a version.
   *
   * @param parents by unit the unit right above it, {@link Nodes#NONE} for the root only
   */
  Tree(int[] parents) {
    this.parents = parents;
    int size = parents.length;
    order = new int[size];
    places = new int[size];
    ends = new int[size];
    int[] below = new int[size];
    Arrays.fill(below, Nodes.NONE);
    int[] beside = below.clone();
    int root = 0;
    for (int unit = size - 1; unit >= 0; unit--) {
      int parent = parents[unit];
      if (parent == Nodes.NONE) {
        root = unit;
      } else {
        beside[unit] = below[parent];
        below[parent] = unit;
      }
    }
    number(root, below, beside);
  }

  private void number(int root, int[] below, int[] beside) {
    int count = 0;
    int at = root;
    while (at != Nodes.NONE) {
      places[at] = count;
      order[count++] = at;
      int next = below[at];
      while (next == Nodes.NONE && at != Nodes.NONE) {
        ends[at] = count;
        next = beside[at];
        at = parents[at];
      }
      at = next;
    }
  }

  /** Returns the number of units. */
  int size() {
    return order.length;
  }

  /** Returns the unit at a place in pre-order; the root is at 0. */
  int unit(int place) {
    return order[place];
  }

  /** Returns the unit right above one, {@link Nodes#NONE} above the root. */
  int parent(int unit) {
    return parents[unit];
  }

  /** Tells whether a unit is another one or stands below it. */
  boolean within(int unit, int above) {
    return places[unit] >= places[above] && places[unit] < ends[above];
  }
}
