package dev.guidepost.rollup.engine;

import dev.guidepost.core.quantity.Histogram;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The histograms of slots by distribution and segment. */
final class Spreads {

  private final int spreads;
  private final int segments;
  private final @Nullable Histogram[] @Nullable [] histograms;

  private Spreads(int spreads, int segments, @Nullable Histogram[] @Nullable [] histograms) {
    this.spreads = spreads;
    this.segments = segments;
    this.histograms = histograms;
  }

  /** Adds up the amounts of seats. */
  static Spreads of(Samples samples, int spreads, int segments, Slots slots) {
    @Nullable Histogram[][] all = new Histogram[Math.multiplyExact(slots.size(), spreads)][];
    Spreads made = new Spreads(spreads, segments, all);
    for (int slot = slots.size() - 1; slot >= 0 && spreads > 0; slot--) {
      for (int spread = 0; spread < spreads; spread++) {
        int at = slot * spreads + spread;
        @Nullable Histogram[] own = samples.histograms(at, segments);
        if (own != null) {
          all[at] = own;
        }
        @Nullable Histogram[] row = all[at];
        if (row != null) {
          made.add(slots.parent(slot), spread, row);
          made.add(slots.sum(slot), spread, row);
        }
      }
    }
    return made;
  }

  private void add(int slot, int spread, @Nullable Histogram[] more) {
    if (slot == Nodes.NONE) {
      return;
    }
    int at = slot * spreads + spread;
    @Nullable Histogram[] sums = histograms[at];
    if (sums == null) {
      sums = new Histogram[segments];
      histograms[at] = sums;
    }
    for (int i = 0; i < segments; i++) {
      Histogram mine = sums[i];
      Histogram added = more[i];
      if (added != null) {
        sums[i] = mine == null ? added : mine.plus(added);
      }
    }
  }

  /** Returns a copy for more slots that shares all histograms. */
  Spreads grown(int slots) {
    return new Spreads(spreads, segments, Arrays.copyOf(histograms, slots * spreads));
  }

  /** Lets a slot have what another has, in a copy. */
  void share(int slot, int other) {
    for (int spread = 0; spread < spreads; spread++) {
      histograms[slot * spreads + spread] = histograms[other * spreads + spread];
    }
  }

  /** Adds what came and takes off what went, in a copy; slots without either stay shared. */
  void change(Spreads came, Spreads went) {
    for (int at = 0; at < histograms.length; at++) {
      @Nullable Histogram[] more = came.histograms[at];
      @Nullable Histogram[] less = went.histograms[at];
      if (more == null && less == null) {
        continue;
      }
      @Nullable Histogram[] row = histograms[at];
      row = row == null ? new Histogram[segments] : row.clone();
      for (int i = 0; i < segments; i++) {
        Histogram sum = row[i] == null ? Histogram.EMPTY : row[i];
        Histogram added = more == null ? null : more[i];
        Histogram removed = less == null ? null : less[i];
        sum = added == null ? sum : sum.plus(added);
        sum = removed == null ? sum : sum.minus(removed);
        row[i] = sum.total() == 0 ? null : sum;
      }
      histograms[at] = row;
    }
  }

  /** Returns the histogram of a slot over a run of segments. */
  Histogram histogram(int slot, int spread, int from, int to) {
    @Nullable Histogram[] row = histograms[slot * spreads + spread];
    Histogram sum = Histogram.EMPTY;
    for (int i = from; row != null && i < to; i++) {
      Histogram part = row[i];
      sum = part == null ? sum : sum.plus(part);
    }
    return sum;
  }
}
