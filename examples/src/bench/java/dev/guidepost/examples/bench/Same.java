package dev.guidepost.examples.bench;

import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cells;
import dev.guidepost.rollup.cube.Cube;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Compares the whole result of a candidate, node by node and cell by cell. */
final class Same {

  /** Stands for a cell that a candidate has no number of. */
  static final long NOT_KEPT = Long.MIN_VALUE;

  private Same() {}

  /** Refuses cells that differ from those expected, naming the first. */
  static void require(EngineData data, String candidate, long[][] expected, long[][] given) {
    for (int node = 0; node < expected.length; node++) {
      int at = mismatch(expected[node], given[node]);
      if (at >= 0) {
        throw new IllegalStateException(
            String.format(
                "%s: cell of %s, %s, %s must be %d, but was %s",
                candidate,
                data.node(node),
                IngestData.METRICS.get(at / ByHand.PERIODS),
                EngineData.periods().get(at % ByHand.PERIODS).label(),
                expected[node][at],
                at < given[node].length ? given[node][at] : "none"));
      }
    }
  }

  private static int mismatch(long[] expected, long[] given) {
    for (int at = 0; at < expected.length; at++) {
      if (at >= given.length || (given[at] != expected[at] && given[at] != NOT_KEPT)) {
        return at;
      }
    }
    return -1;
  }

  /** What is read of a cell. */
  interface Reading {
    long of(Cells cells, int metric);
  }

  /** Returns all cells of a cube. */
  static long[][] cells(EngineData data, Cube cube, Reading reading) {
    List<Period> periods = EngineData.periods();
    long[][] cells = new long[data.nodes()][EngineData.METRICS * ByHand.PERIODS];
    for (int node = 0; node < cells.length; node++) {
      var at = cube.at(data.node(node));
      for (int period = 0; period < ByHand.PERIODS; period++) {
        Cells in = at.in(periods.get(period));
        for (int metric = 0; metric < EngineData.METRICS; metric++) {
          cells[node][ByHand.cell(metric, period)] = reading.of(in, metric);
        }
      }
    }
    return cells;
  }

  static long sum(Cells cells, int metric) {
    return cells.sum(IngestData.METRICS.get(metric)).unscaledAt(2);
  }

  /** Returns the sum of a metric that may also be a mean. */
  static long total(Cells cells, int metric) {
    Measurement measured = cells.get(IngestData.METRICS.get(metric));
    return measured instanceof Measurement.Average mean
        ? mean.total().unscaledAt(2)
        : sum(cells, metric);
  }

  /** Returns how many facts a mean is of. */
  static long count(Cells cells, int metric) {
    return ((Measurement.Average) cells.get(IngestData.METRICS.get(metric))).weight().unscaledAt(0);
  }

  /** Returns how many different accounts a metric has. */
  static long different(Cells cells, int metric) {
    MetricId id = MetricId.of("derived-" + (EngineData.METRICS + metric));
    return ((Measurement.Distinct) cells.get(id)).count();
  }

  /**
   * Counts different accounts of every cell by sorting all that occur, node by node.
   *
   * <p>Slow, and plain enough to be right.
   */
  static long[][] differentBySorting(EngineData data) {
    long cellsOfNode = (long) EngineData.METRICS * ByHand.PERIODS;
    long[] occurs = new long[18 * data.size()];
    int size = 0;
    for (int i = 0; i < data.size(); i++) {
      int month = ByHand.MONTH_OF_DAY[data.day[i]];
      int[] periods = {month, ByHand.MONTHS + month / 3, ByHand.PERIODS - 1};
      for (int node = data.parents.length + data.party[i]; node >= 0; node = data.parent(node)) {
        for (int period : periods) {
          long cell = node * cellsOfNode + ByHand.cell(data.metric[i], period);
          occurs[size++] = cell * EngineData.ACCOUNTS + data.account[i];
        }
      }
    }
    Arrays.sort(occurs, 0, size);
    long[][] counts = new long[data.nodes()][(int) cellsOfNode];
    for (int i = 0; i < size; i++) {
      if (i == 0 || occurs[i] != occurs[i - 1]) {
        long cell = occurs[i] / EngineData.ACCOUNTS;
        counts[(int) (cell / cellsOfNode)][(int) (cell % cellsOfNode)]++;
      }
    }
    return counts;
  }

  /** Returns random numbers below some bound, the same for the same seed. */
  static int[] random(int seed, int size, int bound) {
    return new SplittableRandom(seed).ints(size, 0, bound).toArray();
  }
}
