package dev.guidepost.rollup.engine;

import dev.guidepost.core.quantity.Histogram;
import org.jspecify.annotations.Nullable;

/** The histograms of nodes by distribution and segment. */
final class Spreads {

  private final int spreads;
  private final int segments;
  private final @Nullable Histogram[] @Nullable [] histograms;

  Spreads(Samples samples, int spreads, int segments, Placement placement) {
    this.spreads = spreads;
    this.segments = segments;
    int nodes = placement.codes().size();
    histograms = new Histogram[Math.multiplyExact(nodes, spreads)][];
    Seats seats = placement.seats();
    for (int seat = 0; seat < seats.count(); seat++) {
      for (int spread = 0; spread < spreads; spread++) {
        @Nullable Histogram[] own = samples.histograms(seat * spreads + spread, segments);
        if (own != null) {
          add(seats.unit(seat), spread, own, 0, segments);
          if (seats.person(seat) != Nodes.NONE) {
            add(seats.person(seat), spread, own, 0, segments);
          }
        }
      }
    }
    for (Forest.Version version : placement.forest().versions()) {
      addUp(version);
    }
  }

  private void addUp(Forest.Version version) {
    Tree tree = version.tree();
    for (int place = tree.size() - 1; place > 0; place--) {
      int unit = tree.unit(place);
      for (int spread = 0; spread < spreads; spread++) {
        @Nullable Histogram[] below = histograms[unit * spreads + spread];
        if (below != null) {
          add(tree.parent(unit), spread, below, version.from(), version.to());
        }
      }
    }
  }

  private void add(int node, int spread, @Nullable Histogram[] more, int from, int to) {
    int at = node * spreads + spread;
    @Nullable Histogram[] sums = histograms[at];
    if (sums == null) {
      sums = new Histogram[segments];
      histograms[at] = sums;
    }
    for (int i = from; i < to; i++) {
      Histogram mine = sums[i];
      Histogram added = more[i];
      if (added != null) {
        sums[i] = mine == null ? added : mine.plus(added);
      }
    }
  }

  /** Returns the histogram of a node over a run of segments. */
  Histogram histogram(int node, int spread, int from, int to) {
    @Nullable Histogram[] row = histograms[node * spreads + spread];
    Histogram sum = Histogram.EMPTY;
    for (int i = from; row != null && i < to; i++) {
      Histogram part = row[i];
      sum = part == null ? sum : sum.plus(part);
    }
    return sum;
  }
}
