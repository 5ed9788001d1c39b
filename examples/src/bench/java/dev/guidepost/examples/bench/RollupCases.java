package dev.guidepost.examples.bench;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.examples.bench.Tried.Way;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/** All facts rolled up: kept and grouped, as they come, from raw columns, with other metrics. */
final class RollupCases {

  static final String FLOOR = "scan of the columns";

  private static final String HAND = "by hand, grouped";
  private static final String HAND_UNORDERED = "by hand, unordered";
  private static final int[] THREADS = {1, 2};

  /** From where on time is that of facts, not of cells. */
  private static final int MANY = 10_000_000;

  private final EngineData data;
  private final ByHand hand;
  private final ExecutorService helper;
  private final Options options;
  private final long[][] expected;

  /** The best words of DuckDB, from the first case on. */
  private Way best = new Way("", "");

  RollupCases(EngineData data, ExecutorService helper, Options options) {
    this.data = data;
    this.helper = helper;
    this.options = options;
    hand = new ByHand(data, helper);
    hand.group();
    expected = hand.unordered(1);
  }

  static Rollup rollup(Ledger ledger, EngineData data) {
    return Rollup.of(ledger).over(data.organisation).periods(EngineData.periods());
  }

  private Contest contest(String name, double share) {
    Contest contest = new Contest(name, data.size(), share, options).floor(FLOOR);
    for (int threads : THREADS) {
      contest.add(FLOOR, threads, data.size(), () -> hand.scan(threads), sum -> {});
    }
    return contest;
  }

  private void requireSame(String candidate, long[][] given) {
    Same.require(data, candidate, expected, given);
  }

  private void requireSame(Cube cube) {
    requireSame(Contest.LIBRARY, Same.cells(data, cube, Same::sum));
  }

  /** Rolls up everything that peers can, and cold as well. */
  List<Figure> full() {
    Contest contest = contest("roll-up", 0.13);
    Rollup fresh = rollup(data.ledger, data);
    Rollup grouped = fresh.grouped();
    for (int threads : THREADS) {
      contest.add(
          HAND,
          threads,
          data.size(),
          () -> hand.grouped(threads),
          cells -> requireSame(HAND, cells));
      contest.add(
          "library, grouped",
          threads,
          data.size(),
          () -> grouped.on(helper, threads).build(),
          this::requireSame,
          data.size() < MANY
              ? new Goal[] {Goal.fasterThanDuck(50)}
              : new Goal[] {Goal.ofFloor(1.5), Goal.fasterThanDuck(threads == 1 ? 35 : 60)});
      contest.add(
          HAND_UNORDERED,
          threads,
          data.size(),
          () -> hand.unordered(threads),
          cells -> requireSame(HAND_UNORDERED, cells));
      contest.add(
          "library, unordered",
          threads,
          data.size(),
          () -> fresh.on(helper, threads).build(),
          this::requireSame,
          Goal.of(HAND_UNORDERED, 1.2));
      contest.add(
          "library, grouping alone",
          threads,
          data.size(),
          () -> fresh.on(helper, threads).grouped(),
          rollup -> requireSame(rollup.build()));
    }
    try (Duck duck = Duck.of(data)) {
      duck.execute(DuckQueries.DECIMALS);
      best =
          Tried.best(
              DuckQueries.sums(data.parents.length),
              query -> duck.cells(query, 1)[0],
              this::requireSame);
      contest.add(
          best.name(),
          2,
          data.size(),
          () -> duck.cells(best.query(), 1)[0],
          cells -> requireSame(best.name(), cells));
      return data.size() <= options.slow() ? withSlow(contest) : contest.run();
    }
  }

  private List<Figure> withSlow(Contest contest) {
    List<Others.Fact> facts = Others.facts(data);
    contest.add(
        "streams of records, leaf first, then merged",
        1,
        data.size(),
        () -> Others.stream(data, facts),
        sums -> requireSame("streams", Others.cells(data, sums)));
    try (Others.H2 database = new Others.H2(data)) {
      contest.add(
          "H2, cascade by level and period",
          1,
          data.size(),
          database::rollup,
          cells -> requireSame("H2", cells));
      return contest.run();
    }
  }

  /** From raw columns to the first read; whoever keeps the facts takes them in first. */
  List<Figure> cold() {
    Contest contest = contest("cold, columns to read", 0.08);
    for (int threads : THREADS) {
      contest.add(
          HAND_UNORDERED,
          threads,
          data.size(),
          () -> hand.unordered(threads),
          cells -> requireSame(HAND_UNORDERED, cells));
      contest.add(
          "library, ledger and cube",
          threads,
          data.size(),
          () -> firstRead(threads),
          this::requireSame,
          data.size() >= MANY && threads == 2 ? new Goal[] {Goal.atMost(60)} : new Goal[0]);
    }
    String name = Contest.DUCK + ", appender, then " + best.name().replace("DuckDB, ", "");
    contest.add(
        name,
        2,
        data.size(),
        () -> {
          try (Duck duck = Duck.of(data)) {
            if (DuckQueries.asksDecimals(best.query())) {
              duck.execute(DuckQueries.DECIMALS);
            }
            return duck.cells(best.query(), 1)[0];
          }
        },
        cells -> requireSame(name, cells));
    return contest.run();
  }

  private Cube firstRead(int threads) {
    Cube cube = rollup(data.load(), data).on(helper, threads).build();
    cube.sum(EngineData.unit(0), IngestData.METRICS.get(0), EngineData.periods().get(0));
    return cube;
  }

  /** Sums beside means, which count their facts too, and a ratio, which is read from sums. */
  List<Figure> kinds() {
    List<Aggregation> mixed =
        new ArrayList<>(Collections.nCopies(EngineData.METRICS, new Aggregation.Mean()));
    mixed.set(1, new Aggregation.Sum());
    mixed.set(2, new Aggregation.Sum());
    mixed.add(new Aggregation.RatioOf(IngestData.METRICS.get(1), IngestData.METRICS.get(2)));
    EngineData all = new EngineData(data, mixed);
    Rollup sums = rollup(data.ledger, data);
    Rollup more = rollup(all.ledger, data);
    Rollup sumsGrouped = sums.grouped();
    Rollup moreGrouped = more.grouped();
    long[] ones = new long[data.size()];
    Arrays.fill(ones, 1);
    long[][] counts = new ByHand(data, ones, helper).unordered(1);
    Contest contest = contest("sum, count, mean, ratio", 0.05);
    for (int threads : THREADS) {
      for (boolean kept : new boolean[] {true, false}) {
        String form = kept ? ", grouped" : ", unordered";
        String first = "library, sums only" + form;
        Rollup plain = kept ? sumsGrouped : sums;
        Rollup both = kept ? moreGrouped : more;
        contest.add(
            first,
            threads,
            data.size(),
            () -> plain.on(helper, threads).build(),
            this::requireSame);
        contest.add(
            "library, sums, counts, means, a ratio" + form,
            threads,
            data.size(),
            () -> both.on(helper, threads).build(),
            cube -> requireMeans(cube, counts),
            Goal.of(first, 1.8));
      }
    }
    try (Duck duck = Duck.of(data)) {
      String name = Contest.DUCK + ", sums and counts, months as columns";
      String query = DuckQueries.sumsAndCounts(data.parents.length);
      contest.add(
          name,
          2,
          data.size(),
          () -> duck.cells(query, 2),
          cells -> {
            requireSame(name, cells[0]);
            Same.require(data, name + " (counts)", counts, cells[1]);
          });
      return contest.run();
    }
  }

  private void requireMeans(Cube cube, long[][] counts) {
    requireSame("library, sums", Same.cells(data, cube, Same::total));
    long[][] given =
        Same.cells(
            data,
            cube,
            (cells, metric) ->
                metric == 1 || metric == 2 ? Same.NOT_KEPT : Same.count(cells, metric));
    Same.require(data, "library, counts", counts, given);
  }

  /** Exact numbers of different accounts of each metric, beside the sums. */
  static List<Figure> different(int size, ExecutorService helper, Options options) {
    EngineData data = new EngineData(size, true);
    List<Aggregation> metrics = new ArrayList<>(EngineData.sums());
    for (int i = 0; i < EngineData.METRICS; i++) {
      metrics.add(new Aggregation.Distinct(IngestData.METRICS.get(i), EngineData.ACCOUNT));
    }
    EngineData all = new EngineData(data, metrics);
    RollupCases cases = new RollupCases(data, helper, options);
    long[][] expected = Same.differentBySorting(data);
    Contest contest = cases.contest("distinct accounts", 0.08);
    String counted = Contest.DUCK + ", COUNT(DISTINCT)";
    for (int threads : THREADS) {
      contest.add(
          "library, sums alone",
          threads,
          size,
          () -> rollup(data.ledger, data).on(helper, threads).build(),
          cases::requireSame);
      contest.add(
          "library, sums and distinct accounts",
          threads,
          size,
          () -> rollup(all.ledger, data).on(helper, threads).build(),
          cube ->
              Same.require(
                  data, "library, distinct", expected, Same.cells(data, cube, Same::different)),
          Goal.atMost(90),
          Goal.fasterThanDuck(counted, 20));
    }
    try (Duck duck = Duck.of(data)) {
      for (Map.Entry<String, String> way : DuckQueries.different(data.parents.length).entrySet()) {
        String name = Contest.DUCK + ", " + way.getKey();
        contest.add(
            name,
            2,
            size,
            () -> duck.cells(way.getValue(), 1)[0],
            cells -> Same.require(data, name, expected, cells));
      }
      return contest.run();
    }
  }
}
