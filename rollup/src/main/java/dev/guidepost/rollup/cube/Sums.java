package dev.guidepost.rollup.cube;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.metric.Kept;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Histogram;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sums of all nodes by metric and segment. A row, made when the first fact touches it, holds
 * one column of one node over all segments, so that a period is a run of it.
 *
 * <p>A sum has one column, a mean two (total, count); a distribution has histograms. What is read
 * from other metrics has none, and neither has what the facts themselves are asked for: snapshots,
 * different values and extremes.
 *
 * <p>Sums are exact, whatever the order of facts: what does not fit 64 bits on the way is carried,
 * and only a total that is asked for has to fit.
 */
final class Sums {

  private static final int NONE = -1;

  private final TimeAxis axis;
  private final Placement placement;
  private final List<Metric> metrics;
  private final int[] columns;
  private final int[] spreads;
  private final int columnCount;
  private final int spreadCount;
  private final long[] @Nullable [] rows;
  private final @Nullable Histogram[] @Nullable [] histograms;

  /** By row where a sum does not fit 64 bits: how often it went beyond them, with a sign. */
  private final Map<Integer, int[]> wraps = new HashMap<>();

  Sums(Ledger ledger, Placement placement, TimeAxis axis) {
    this.axis = axis;
    this.placement = placement;
    this.metrics = ledger.catalog().metrics();
    columns = new int[metrics.size()];
    spreads = new int[metrics.size()];
    Arrays.fill(columns, NONE);
    Arrays.fill(spreads, NONE);
    int nextColumn = 0;
    int nextSpread = 0;
    for (int i = 0; i < metrics.size(); i++) {
      Kept kept = metrics.get(i).aggregation().kept();
      if (kept == Kept.HISTOGRAM) {
        spreads[i] = nextSpread++;
      } else if (kept == Kept.SUM || kept == Kept.SUM_AND_COUNT) {
        columns[i] = nextColumn;
        nextColumn += kept == Kept.SUM ? 1 : 2;
      }
    }
    columnCount = nextColumn;
    spreadCount = nextSpread;
    int nodes = placement.nodes().size();
    rows = new long[Math.multiplyExact(nodes, columnCount)][];
    histograms = new Histogram[Math.multiplyExact(nodes, spreadCount)][];
    addFacts(ledger);
    for (int from = 0, to; from < axis.segments(); from = to) {
      to = from + 1;
      while (to < axis.segments() && placement.parents(to) == placement.parents(from)) {
        to++;
      }
      addUp(placement.parents(from), from, to);
    }
  }

  private void addFacts(Ledger ledger) {
    Samples samples = new Samples(histograms.length);
    for (int i = 0; i < ledger.size(); i++) {
      int day = ledger.epochDay(i);
      int segment = ledger.includes(i) ? axis.segment(day) : NONE;
      if (segment >= 0) {
        int metric = ledger.metricCode(i);
        int party = ledger.partyCode(i);
        long amount = ledger.unscaledAmount(i);
        addFact(placement.unit(party, day), metric, segment, amount, samples);
        if (placement.person(party) != Placement.NONE) {
          addFact(placement.person(party), metric, segment, amount, samples);
        }
      }
    }
    for (int i = 0; i < histograms.length; i++) {
      histograms[i] = samples.histograms(i, axis.segments());
    }
  }

  private void addFact(int node, int metric, int segment, long amount, Samples samples) {
    if (spreads[metric] != NONE) {
      samples.add(node * spreadCount + spreads[metric], segment, Math.toIntExact(amount));
      return;
    }
    if (columns[metric] == NONE) {
      return;
    }
    add(node, columns[metric], segment, amount);
    if (metrics.get(metric).aggregation().kept() == Kept.SUM_AND_COUNT) {
      row(node, columns[metric] + 1)[segment]++;
    }
  }

  private void add(int node, int column, int segment, long amount) {
    long[] row = row(node, column);
    long sum = row[segment] + amount;
    int wrapped = wrapped(row[segment], amount, sum);
    if (wrapped != 0) {
      wrap(node, column, segment, wrapped);
    }
    row[segment] = sum;
  }

  private void wrap(int node, int column, int segment, int times) {
    wraps.computeIfAbsent(node * columnCount + column, any -> new int[axis.segments()])[segment] +=
        times;
  }

  private long[] row(int node, int column) {
    int at = node * columnCount + column;
    long[] row = rows[at];
    if (row == null) {
      row = new long[axis.segments()];
      rows[at] = row;
    }
    return row;
  }

  /** Adds each unit to its parent over a run of segments with one tree, the lowest first. */
  private void addUp(int[] parents, int from, int to) {
    for (int unit : childrenFirst(parents)) {
      int parent = parents[unit];
      for (int metric = 0; parent != Placement.NONE && metric < metrics.size(); metric++) {
        if (spreads[metric] != NONE) {
          addUpHistograms(unit, parent, spreads[metric], from, to);
        } else if (columns[metric] != NONE) {
          addUpColumn(unit, parent, columns[metric], from, to);
          if (metrics.get(metric).aggregation().kept() == Kept.SUM_AND_COUNT) {
            addUpColumn(unit, parent, columns[metric] + 1, from, to);
          }
        }
      }
    }
  }

  private void addUpColumn(int unit, int parent, int column, int from, int to) {
    long[] below = rows[unit * columnCount + column];
    if (below == null) {
      return;
    }
    long[] above = row(parent, column);
    int[] beyond = wraps.get(unit * columnCount + column);
    for (int i = from; i < to; i++) {
      long sum = above[i] + below[i];
      int wrapped = wrapped(above[i], below[i], sum) + (beyond == null ? 0 : beyond[i]);
      if (wrapped != 0) {
        wrap(parent, column, i, wrapped);
      }
      above[i] = sum;
    }
  }

  private void addUpHistograms(int unit, int parent, int spread, int from, int to) {
    @Nullable Histogram[] below = histograms[unit * spreadCount + spread];
    if (below == null) {
      return;
    }
    int at = parent * spreadCount + spread;
    @Nullable Histogram[] above = histograms[at];
    if (above == null) {
      above = new Histogram[axis.segments()];
      histograms[at] = above;
    }
    for (int i = from; i < to; i++) {
      Histogram mine = above[i];
      Histogram more = below[i];
      if (more != null) {
        above[i] = mine == null ? more : mine.plus(more);
      }
    }
  }

  private static int[] childrenFirst(int[] parents) {
    int[] open = new int[parents.length];
    for (int parent : parents) {
      if (parent != Placement.NONE) {
        open[parent]++;
      }
    }
    int[] order = new int[parents.length];
    int end = 0;
    for (int i = 0; i < parents.length; i++) {
      if (open[i] == 0) {
        order[end++] = i;
      }
    }
    for (int at = 0; at < end; at++) {
      int parent = parents[order[at]];
      if (parent != Placement.NONE && --open[parent] == 0) {
        order[end++] = parent;
      }
    }
    return order;
  }

  /**
   * Returns the sum of a metric of a node over a run of segments, at the metric's scale.
   *
   * @throws ArithmeticException if it does not fit 64 bits
   */
  long total(int node, int metric, int from, int to) {
    return sum(node, metric, columns[metric], from, to);
  }

  /** Returns the number of facts of a mean of a node over a run of segments. */
  long count(int node, int metric, int from, int to) {
    return sum(node, metric, columns[metric] + 1, from, to);
  }

  private long sum(int node, int metric, int column, int from, int to) {
    long[] row = rows[node * columnCount + column];
    int[] beyond = wraps.get(node * columnCount + column);
    long total = 0;
    long times = 0;
    for (int i = from; row != null && i < to; i++) {
      long sum = total + row[i];
      times += wrapped(total, row[i], sum) + (beyond == null ? 0 : beyond[i]);
      total = sum;
    }
    if (times != 0) {
      throw overflow(node, metric, from, to);
    }
    return total;
  }

  /** Returns the histogram of a distribution of a node over a run of segments. */
  Histogram histogram(int node, int metric, int from, int to) {
    @Nullable Histogram[] row = histograms[node * spreadCount + spreads[metric]];
    Histogram sum = Histogram.EMPTY;
    for (int i = from; row != null && i < to; i++) {
      Histogram part = row[i];
      if (part != null) {
        sum = sum.plus(part);
      }
    }
    return sum;
  }

  /** Returns 1 or -1 if the true sum is so many times 2^64 away from this one, else 0. */
  private static int wrapped(long left, long right, long sum) {
    return ((left ^ sum) & (right ^ sum)) < 0 ? (left < 0 ? -1 : 1) : 0;
  }

  private ArithmeticException overflow(int node, int metric, int from, int to) {
    return new ArithmeticException(
        metrics.get(metric).id()
            + " of "
            + placement.nodes().get(node)
            + " from "
            + axis.day(from)
            + " until "
            + axis.day(to)
            + " must fit 64 bits at scale "
            + metrics.get(metric).scale()
            + ", but does not");
  }
}
