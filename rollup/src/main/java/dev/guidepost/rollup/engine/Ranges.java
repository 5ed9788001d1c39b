package dev.guidepost.rollup.engine;

import dev.guidepost.core.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The kept periods as runs of segments, laid in lanes so that no two of a lane overlap: months in
 * one, quarters in another. In each lane a segment then belongs to one run at most.
 */
final class Ranges {

  private final Map<Range, Integer> codes = new HashMap<>();
  private final int[][] lanes;

  private record Range(int from, int to) {}

  Ranges(List<Period> periods, TimeAxis axis) {
    for (Period period : periods) {
      codes.putIfAbsent(new Range(axis.first(period), axis.end(period)), codes.size());
    }
    List<Range> sorted = new ArrayList<>(codes.keySet());
    sorted.sort(Comparator.comparingInt(Range::from).thenComparingInt(Range::to));
    List<int[]> open = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (Range range : sorted) {
      int lane = 0;
      while (lane < open.size() && ends.get(lane) > range.from()) {
        lane++;
      }
      if (lane == open.size()) {
        int[] empty = new int[axis.segments()];
        Arrays.fill(empty, Nodes.NONE);
        open.add(empty);
        ends.add(0);
      }
      Arrays.fill(open.get(lane), range.from(), range.to(), code(range.from(), range.to()));
      ends.set(lane, range.to());
    }
    lanes = open.toArray(int[][]::new);
  }

  /** Returns the number of runs. */
  int size() {
    return codes.size();
  }

  /** Returns the code of a run of segments. */
  int code(int from, int to) {
    return codes.getOrDefault(new Range(from, to), Nodes.NONE);
  }

  /** Returns the number of lanes. */
  int lanes() {
    return lanes.length;
  }

  /** Returns the run of a lane in which a segment is, {@link Nodes#NONE} in none. */
  int range(int lane, int segment) {
    return lanes[lane][segment];
  }
}
