package dev.guidepost.examples.bench;

import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cells;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;

/** One cell read, and one unit moved; the floor of both is what is written by hand. */
final class ChangeCases {

  static final String HAND = "by hand";

  private static final int READS = 4_096;
  private static final int PASSES = 16;
  private static final int FEW_READS = 40;
  private static final int FAST_RE_ORGANISATION = 1_000_000;

  private final EngineData data;
  private final ByHand hand;
  private final ExecutorService helper;
  private final Options options;
  private final long[][] expected;

  ChangeCases(EngineData data, ExecutorService helper, Options options) {
    this.data = data;
    this.helper = helper;
    this.options = options;
    hand = new ByHand(data, helper);
    hand.group();
    expected = hand.unordered(1);
  }

  /** Measures all cases. */
  List<Figure> run() {
    try (Duck duck = Duck.of(data)) {
      DuckCells kept = new DuckCells(duck, data);
      return Stream.of(
              pointRead(kept), reorganisation(kept), new LateCase(data, hand, options).run(kept))
          .flatMap(List::stream)
          .toList();
    }
  }

  private List<Figure> pointRead(DuckCells kept) {
    Cube cube = RollupCases.rollup(data.ledger, data).build();
    int[] nodes = Same.random(1, READS, data.nodes());
    int[] metrics = Same.random(2, READS, EngineData.METRICS);
    int[] periods = Same.random(3, READS, ByHand.PERIODS);
    List<Period> all = EngineData.periods();
    var parties = Arrays.stream(nodes).mapToObj(data::node).toList();
    List<MetricId> ids = Arrays.stream(metrics).mapToObj(IngestData.METRICS::get).toList();
    List<Period> asked = Arrays.stream(periods).mapToObj(all::get).toList();
    Cells[] cells = new Cells[READS];
    for (int i = 0; i < READS; i++) {
      cells[i] = cube.at(parties.get(i)).in(asked.get(i));
    }
    Contest contest = new Contest("point read", data.size(), 0.02, options).floor(HAND);
    Read read = i -> expected[nodes[i]][ByHand.cell(metrics[i], periods[i])];
    reads(contest, HAND, READS, read, read);
    Goal[] goals = {Goal.atMost(50), Goal.fasterThanDuck(4_000)};
    reads(
        contest,
        "library, cells.sum(metric), cells kept",
        READS,
        i -> cells[i].sum(ids.get(i)).unscaledAt(2),
        read,
        goals);
    reads(
        contest,
        "library, cube.sum(party, metric, period)",
        READS,
        i -> cube.sum(parties.get(i), ids.get(i), asked.get(i)).unscaledAt(2),
        read,
        goals);
    reads(
        contest,
        "DuckDB, row of a kept table by its key",
        FEW_READS,
        i -> kept.read(nodes[i], metrics[i], periods[i]),
        read);
    reads(
        contest,
        "DuckDB, sum of the facts of the node",
        FEW_READS,
        i -> kept.sum(nodes[i], metrics[i], periods[i]),
        read);
    return contest.run();
  }

  /** Reads the cell with a number. */
  private interface Read {
    long of(int number);
  }

  private static void reads(
      Contest contest, String name, int units, Read read, Read right, Goal... goals) {
    int passes = units == READS ? PASSES : 1;
    contest.add(
        name,
        name.startsWith(Contest.DUCK) ? 2 : 1,
        (long) passes * units,
        () -> {
          long sum = 0;
          for (int pass = 0; pass < passes; pass++) {
            for (int i = 0; i < units; i++) {
              sum += read.of(i);
            }
          }
          return sum;
        },
        ignored -> {
          for (int i = 0; i < units; i++) {
            if (read.of(i) != right.of(i)) {
              throw new IllegalStateException(
                  name + ": read " + i + " must be " + right.of(i) + ", but was " + read.of(i));
            }
          }
        },
        goals);
  }

  /** A unit of 512 people moves on day 200; what was before stays with the old parent. */
  private List<Figure> reorganisation(DuckCells kept) {
    String again = "DuckDB, all cells again, tree by date";
    String difference = "DuckDB, difference to kept rows";
    int parent = data.parents[EngineData.MOVED];
    long[][] moved = copy(expected);
    move(moved, 1);
    Contest contest = new Contest("re-organisation", data.size(), 0.03, options).floor(HAND);
    long[][] cells = copy(expected);
    int[] sign = {1, 1};
    contest.add(
        HAND,
        1,
        1,
        () -> {
          long[][] made = move(cells, sign[0]);
          sign[0] = -sign[0];
          return made;
        },
        given -> Same.require(data, HAND, moved, given));
    Rollup grouped = RollupCases.rollup(data.ledger, data).grouped();
    Goal[] goals = {
      Goal.atMost(data.size() <= FAST_RE_ORGANISATION ? 1e6 : 4e6), Goal.fasterThanDuck(again, 300)
    };
    Cube cube = grouped.build();
    Organisation other = data.reorganised();
    contest.add(
        "library, cube over the other organisation",
        1,
        1,
        () -> cube.over(other),
        made -> Same.require(data, Contest.LIBRARY, moved, Same.cells(data, made, Same::sum)),
        goals);
    Rollup rolledUp = grouped.over(other);
    contest.add(
        "library, grouped, all cells again",
        2,
        1,
        () -> rolledUp.on(helper, 2).build(),
        made -> Same.require(data, Contest.LIBRARY, moved, Same.cells(data, made, Same::sum)));
    contest.add(
        again,
        2,
        1,
        () ->
            kept.duck
                .cells(
                    DuckQueries.reorganised(
                        data.parents.length, EngineData.MOVED, EngineData.TO, EngineData.MOVE),
                    1)[0],
        given -> Same.require(data, again, moved, given));
    contest.add(
        difference,
        2,
        1,
        () -> {
          int changed =
              kept.move(EngineData.MOVED, parent, EngineData.TO, EngineData.MOVE, sign[1]);
          sign[1] = -sign[1];
          return changed;
        },
        changed -> Same.require(data, difference, moved, kept.cells()));
    List<Figure> figures = contest.run();
    if (sign[1] < 0) {
      kept.move(EngineData.MOVED, parent, EngineData.TO, EngineData.MOVE, -1);
    }
    return figures;
  }

  private long[][] move(long[][] cells, int sign) {
    return hand.move(cells, EngineData.MOVED, EngineData.TO, EngineData.MOVE, sign);
  }

  static long[][] copy(long[][] cells) {
    return Arrays.stream(cells).map(long[]::clone).toArray(long[][]::new);
  }
}
