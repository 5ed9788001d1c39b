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

  /** How many places a thread takes at once: each leads up the tree for each kept period. */
  private static final int CLAIM = 1 << 12;

  private final Ranges ranges;

  /** By node the counts of all kept periods, null where there are none. */
  private final int[] @Nullable [] counts;

  private Different(Ranges ranges, int[] @Nullable [] counts) {
    this.ranges = ranges;
    this.counts = counts;
  }

  static Different of(
      Triples triples, Ranges ranges, Leaves leaves, Crew crew, Watch watch, int steps) {
    int nodes = leaves.nodes().size();
    int tasks = 1 + triples.size() / CLAIM;
    List<Counter> parts =
        crew.run(
            tasks,
            () -> new Counter(ranges, leaves),
            (counter, task) -> {
              watch.check();
              counter.count(
                  triples,
                  start(triples, Crew.share(triples.size(), task, tasks)),
                  start(triples, Crew.share(triples.size(), task + 1, tasks)));
              watch.done(Crew.share(steps, task + 1, tasks) - Crew.share(steps, task, tasks));
            });
    Different all = new Different(ranges, new int[nodes][]);
    parts.forEach(all::take);
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

  /** Adds what was counted, and lets the counter start anew. */
  private void take(Counter counter) {
    for (int range = 0; range < counter.counts.length; range++) {
      int[] counted = counter.counts[range];
      for (int node = 0; node < counted.length; node++) {
        if (counted[node] != 0) {
          int[] row = counts[node];
          if (row == null) {
            row = new int[ranges.size()];
            counts[node] = row;
          }
          row[range] += counted[node];
          counted[node] = 0;
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
  Different plus(Counter counter) {
    Different more = new Different(ranges, new int[counts.length][]);
    more.take(counter);
    int[] @Nullable [] sums = counts.clone();
    for (int node = 0; node < sums.length; node++) {
      int[] differing = more.counts[node];
      int[] mine = counts[node];
      if (differing != null) {
        for (int range = 0; mine != null && range < mine.length; range++) {
          differing[range] += mine[range];
        }
        sums[node] = differing;
      }
    }
    return new Different(ranges, sums);
  }

  /** Counts some of the values; those of one in the order of their segments. */
  static final class Counter {
    private final Ranges ranges;
    private final int[] parents;
    private final int[] nodes;
    private final int[] sums;

    /** By period and node, where a period is at hand for many nodes. */
    private final int[][] counts;

    /** By lane and slot the number of the last way that led there; they only ever grow. */
    private final int[][] marks;

    private final int[] way;
    private final int[] range;

    Counter(Ranges ranges, Leaves leaves) {
      this.ranges = ranges;
      Slots slots = leaves.slots();
      parents = slots.parents();
      nodes = slots.nodes();
      sums = slots.sums();
      counts = new int[ranges.size()][leaves.nodes().size()];
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
      int[] counted = counts[range[lane]];
      int number = way[lane];
      for (int slot = seat; slot != Nodes.NONE && marked[slot] != number; slot = parents[slot]) {
        marked[slot] = number;
        int node = nodes[slot];
        int sum = sums[slot];
        if (sum == Nodes.NONE) {
          if (node != Nodes.NONE) {
            counted[node] += by;
          }
        } else if (marked[sum] != number) {
          marked[sum] = number; // the slots of one node count it once
          counted[node] += by;
        }
      }
    }
  }
}
