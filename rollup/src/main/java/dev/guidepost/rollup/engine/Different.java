package dev.guidepost.rollup.engine;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many different values each node has over each kept period, exactly: a value is counted once
 * at each node that is above any of its seats.
 *
 * <p>Values are taken one after the other. From each seat of a value the way leads up towards the
 * root, and stops at the first slot where the value was before: above it all have counted it.
 */
final class Different {

  private static final int TASKS_A_THREAD = 4;

  private final Ranges ranges;

  /** By node the counts of all kept periods, null where there are none. */
  private final int[] @Nullable [] counts;

  private Different(Ranges ranges, int[] @Nullable [] counts) {
    this.ranges = ranges;
    this.counts = counts;
  }

  static Different of(Triples triples, Ranges ranges, Leaves leaves, Crew crew) {
    int nodes = leaves.nodes().size();
    Different all = new Different(ranges, new int[nodes][]);
    int tasks = crew.threads() == 1 ? 1 : TASKS_A_THREAD * crew.threads();
    List<Counter> parts =
        crew.run(
            tasks,
            () -> new Counter(ranges, leaves.slots(), new int[nodes][]),
            (counter, task) ->
                counter.count(
                    triples,
                    start(triples, (int) ((long) triples.size() * task / tasks)),
                    start(triples, (int) ((long) triples.size() * (task + 1) / tasks))));
    parts.forEach(part -> all.add(part.counts));
    return all;
  }

  /** Returns the first place from one on at which a value starts. */
  private static int start(Triples triples, int from) {
    int at = from;
    while (at > 0 && at < triples.size() && triples.value(at) == triples.value(at - 1)) {
      at++;
    }
    return at;
  }

  private void add(int[] @Nullable [] more) {
    for (int node = 0; node < counts.length; node++) {
      int[] mine = counts[node];
      int[] theirs = more[node];
      if (mine == null) {
        counts[node] = theirs;
      } else if (theirs != null) {
        for (int range = 0; range < mine.length; range++) {
          mine[range] += theirs[range];
        }
      }
    }
  }

  /** Returns how many different values a node has over a kept period. */
  long count(int node, int from, int to) {
    int[] row = counts[node];
    return row == null ? 0 : row[ranges.code(from, to)];
  }

  /** Returns these counts with some that differ; rows of nodes where none does are the same. */
  Different plus(int[] @Nullable [] more) {
    int[] @Nullable [] sums = counts.clone();
    for (int node = 0; node < sums.length; node++) {
      int[] differing = more[node];
      int[] mine = counts[node];
      if (differing != null && Arrays.stream(differing).anyMatch(count -> count != 0)) {
        int[] row = mine == null ? new int[differing.length] : mine.clone();
        for (int range = 0; range < row.length; range++) {
          row[range] += differing[range];
        }
        sums[node] = row;
      }
    }
    return new Different(ranges, sums);
  }

  /** Counts some of the values; those of one in the order of their segments. */
  static final class Counter {
    private final Ranges ranges;
    private final Slots slots;
    private int[] @Nullable [] counts;

    /** By lane and slot the number of the last way that led there; they only ever grow. */
    private final int[][] marks;

    private final int[] way;
    private final int[] range;

    Counter(Ranges ranges, Slots slots, int[] @Nullable [] counts) {
      this.ranges = ranges;
      this.slots = slots;
      this.counts = counts;
      marks = new int[ranges.lanes()][slots.size()];
      way = new int[ranges.lanes()];
      range = new int[ranges.lanes()];
    }

    private void count(Triples triples, int from, int to) {
      int value = Nodes.NONE;
      for (int i = from; i < to; i++) {
        if (triples.value(i) != value) {
          value = triples.value(i);
          next();
        }
        add(triples.segment(i), triples.seat(i), 1);
      }
    }

    /** Counts into other rows from now on. */
    void into(int[] @Nullable [] other) {
      counts = other;
    }

    /** Starts with another value. */
    void next() {
      Arrays.fill(range, Nodes.NONE);
    }

    /** Counts the value in a segment and seat, by 1 or -1. */
    void add(int segment, int seat, int by) {
      for (int lane = 0; lane < range.length; lane++) {
        int now = ranges.range(lane, segment);
        if (now != Nodes.NONE) {
          if (range[lane] != now) {
            range[lane] = now;
            way[lane]++;
          }
          climb(lane, seat, by);
        }
      }
    }

    private void climb(int lane, int seat, int by) {
      int[] marked = marks[lane];
      int number = way[lane];
      for (int slot = seat; slot != Nodes.NONE && marked[slot] != number; ) {
        marked[slot] = number;
        int node = slots.node(slot);
        int sum = slots.sum(slot);
        if (node != Nodes.NONE && (sum == Nodes.NONE || marked[sum] != number)) {
          row(node)[range[lane]] += by;
        }
        if (sum != Nodes.NONE) {
          marked[sum] = number;
        }
        slot = slots.parent(slot);
      }
    }

    private int[] row(int node) {
      int[] row = counts[node];
      if (row == null) {
        row = new int[ranges.size()];
        counts[node] = row;
      }
      return row;
    }
  }
}
