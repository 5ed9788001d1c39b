package dev.guidepost.rollup.engine;

import java.util.Arrays;
import java.util.List;

/**
 * How many different values each node has over each kept period, exactly: a value is counted once
 * at each node that is above any of its seats.
 *
 * <p>Values are taken one after the other. From each seat of a value the way leads up towards the
 * root, and stops at the first unit where the value was before: above it all have counted it. Where
 * the tree changes within a period the way of each version is gone, and a unit counts on the first.
 */
final class Different {

  private static final int TASKS_A_THREAD = 4;

  private final Ranges ranges;
  private final int[][] counts;

  private Different(Ranges ranges, int nodes) {
    this.ranges = ranges;
    counts = new int[ranges.size()][nodes];
  }

  static Different of(Triples triples, Ranges ranges, Placement placement, Crew crew) {
    Different all = new Different(ranges, placement.codes().size());
    int tasks = crew.threads() == 1 ? 1 : TASKS_A_THREAD * crew.threads();
    List<Counter> parts =
        crew.run(
            tasks,
            () -> new Counter(triples, ranges, placement),
            (counter, task) ->
                counter.count(
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

  private void add(Different part) {
    for (int range = 0; range < counts.length; range++) {
      for (int node = 0; node < counts[range].length; node++) {
        counts[range][node] += part.counts[range][node];
      }
    }
  }

  /** Returns how many different values a node has over a kept period. */
  long count(int node, int from, int to) {
    return counts[ranges.code(from, to)][node];
  }

  /** Counts some of the values. */
  private static final class Counter {
    private final Triples triples;
    private final Ranges ranges;
    private final Seats seats;
    private final Forest forest;
    private final Different counts;

    /** By lane and node the number of the last way that led there; they only ever grow. */
    private final int[][] marks;

    private final int[] way;
    private final int[] firstWay;
    private final int[] range;
    private final int[] version;

    Counter(Triples triples, Ranges ranges, Placement placement) {
      this.triples = triples;
      this.ranges = ranges;
      seats = placement.seats();
      forest = placement.forest();
      counts = new Different(ranges, placement.codes().size());
      marks = new int[ranges.lanes()][placement.codes().size()];
      way = new int[ranges.lanes()];
      firstWay = new int[ranges.lanes()];
      range = new int[ranges.lanes()];
      version = new int[ranges.lanes()];
    }

    void count(int from, int to) {
      int value = Nodes.NONE;
      for (int i = from; i < to; i++) {
        if (triples.value(i) != value) {
          value = triples.value(i);
          Arrays.fill(range, Nodes.NONE);
        }
        int segment = triples.segment(i);
        for (int lane = 0; lane < range.length; lane++) {
          int now = ranges.range(lane, segment);
          if (now != Nodes.NONE) {
            enter(lane, now, forest.version(segment));
            climb(lane, triples.seat(i), forest.tree(segment));
          }
        }
      }
    }

    /** Starts a new way where another period or another version of the tree begins. */
    private void enter(int lane, int now, int tree) {
      if (range[lane] != now) {
        range[lane] = now;
        version[lane] = tree;
        firstWay[lane] = ++way[lane];
      } else if (version[lane] != tree) {
        version[lane] = tree;
        way[lane]++;
      }
    }

    private void climb(int lane, int seat, Tree tree) {
      int[] marked = marks[lane];
      int[] counted = counts.counts[range[lane]];
      int number = way[lane];
      int first = firstWay[lane];
      int person = seats.person(seat);
      if (person != Nodes.NONE && marked[person] < first) {
        marked[person] = number;
        counted[person]++;
      }
      for (int unit = seats.unit(seat);
          unit != Nodes.NONE && marked[unit] != number;
          unit = tree.parent(unit)) {
        if (marked[unit] < first) {
          counted[unit]++;
        }
        marked[unit] = number;
      }
    }
  }
}
