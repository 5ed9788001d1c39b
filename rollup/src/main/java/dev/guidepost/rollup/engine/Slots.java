package dev.guidepost.rollup.engine;

import java.util.Arrays;

/**
 * The tree in which facts are added up, whose nodes are slots: a unit has one below each unit that
 * it ever stands below, a participant one in each of these where facts are added up.
 *
 * <p>So one tree holds all versions of the organisation: the way up from a slot is the path of a
 * fact on its day, and never changes. A unit or person with several slots has one more that is
 * their sum; it stands beside the tree. Slots are only ever added, each after the one above it:
 * those of two organisations can be told by the same numbers.
 */
final class Slots {

  private int[] parents;
  private int[] nodes;
  private int[] sums;
  private int[] next;
  private int size;

  /** By node the slot that has all of it. */
  private final int[] byNode;

  /** Creates a tree without slots, for so many nodes. */
  Slots(int nodeCount) {
    parents = new int[nodeCount];
    nodes = new int[nodeCount];
    sums = new int[nodeCount];
    next = new int[nodeCount];
    byNode = new int[nodeCount];
    Arrays.fill(byNode, Nodes.NONE);
  }

  /**
   * Creates a copy that may get more slots.
   *
   * @param from what is copied
   * @param nodeCount the number of nodes of the copy
   * @param codes by node the code that it has in the copy, {@link Nodes#NONE} of one that is none
   */
  Slots(Slots from, int nodeCount, int[] codes) {
    parents = from.parents.clone();
    sums = from.sums.clone();
    next = from.next.clone();
    nodes = from.nodes.clone();
    size = from.size;
    byNode = new int[nodeCount];
    Arrays.fill(byNode, Nodes.NONE);
    for (int slot = 0; slot < size; slot++) {
      nodes[slot] = nodes[slot] == Nodes.NONE ? Nodes.NONE : codes[nodes[slot]];
      sums[slot] = nodes[slot] == Nodes.NONE ? Nodes.NONE : sums[slot]; // nobody reads it any more
    }
    for (int node = 0; node < codes.length; node++) {
      if (codes[node] != Nodes.NONE) {
        byNode[codes[node]] = from.byNode[node];
      }
    }
  }

  /** Returns a copy that may get more slots. */
  Slots copy() {
    int[] codes = new int[byNode.length];
    Arrays.setAll(codes, code -> code);
    return new Slots(this, codes.length, codes);
  }

  /**
   * Returns the slot below another of those of one participant or unit, made if there is none.
   *
   * @param parent the slot above
   * @param node whose it is, {@link Nodes#NONE} of who is no node
   * @param last the last that was made of the same, {@link Nodes#NONE} before the first
   */
  int below(int parent, int node, int last) {
    for (int slot = last; slot != Nodes.NONE; slot = next[slot]) {
      if (parents[slot] == parent) {
        return slot;
      }
    }
    int made = add(parent, node, last);
    if (node == Nodes.NONE) {
      return made;
    }
    if (last == Nodes.NONE) {
      byNode[node] = made;
      return made;
    }
    if (sums[last] == Nodes.NONE) {
      int sum = add(Nodes.NONE, node, Nodes.NONE);
      sums[last] = sum;
      byNode[node] = sum;
    }
    sums[made] = sums[last];
    return made;
  }

  private int add(int parent, int node, int before) {
    if (size == parents.length) {
      int room = Math.addExact(size, (size >> 1) + 16);
      parents = Arrays.copyOf(parents, room);
      nodes = Arrays.copyOf(nodes, room);
      sums = Arrays.copyOf(sums, room);
      next = Arrays.copyOf(next, room);
    }
    parents[size] = parent;
    nodes[size] = node;
    sums[size] = Nodes.NONE;
    next[size] = before;
    return size++;
  }

  /** Returns the number of slots. */
  int size() {
    return size;
  }

  /** Returns by slot the one above it. */
  int[] parents() {
    return Arrays.copyOf(parents, size);
  }

  /** Returns by slot its node. */
  int[] nodes() {
    return Arrays.copyOf(nodes, size);
  }

  /** Returns by slot the one that is its sum. */
  int[] sums() {
    return Arrays.copyOf(sums, size);
  }

  /** Returns the slot above one, {@link Nodes#NONE} above the root and sums. */
  int parent(int slot) {
    return parents[slot];
  }

  /** Returns the node of a slot, {@link Nodes#NONE} of a participant that is none. */
  int node(int slot) {
    return nodes[slot];
  }

  /** Returns the slot that is the sum of this one and others, {@link Nodes#NONE} without. */
  int sum(int slot) {
    return sums[slot];
  }

  /** Returns the slot of the same that was made before, {@link Nodes#NONE} of the first. */
  int before(int slot) {
    return next[slot];
  }

  /** Returns the slot that has all of a node, {@link Nodes#NONE} where there can be no facts. */
  int of(int node) {
    return byNode[node];
  }

  /** Tells whether a slot is one of a node or stands below one. */
  boolean within(int slot, int node) {
    for (int at = slot; at != Nodes.NONE; at = parents[at]) {
      if (nodes[at] == node) {
        return true;
      }
    }
    return false;
  }
}
