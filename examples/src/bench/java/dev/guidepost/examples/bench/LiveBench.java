package dev.guidepost.examples.bench;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.FactColumns;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cells;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.LiveCube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * What it costs to keep a cube up to date, to read a cell of it, and to ask for another
 * organisation; each outcome is compared with a roll-up from scratch first.
 */
final class LiveBench {

  private static final int ROUNDS = 41;

  /** Where a round takes little time, and code has to become warm. */
  private static final int MANY_ROUNDS = 601;

  private final EngineData data;
  private final List<Aggregation> aggregations;

  /**
   * One figure: what, how many facts, and the ns each took: the median of what passed, that of the
   * processor, and its least.
   */
  record Figure(String name, int facts, double ns, double cpu, double least) {}

  private LiveBench(int size, List<Aggregation> aggregations) {
    this.aggregations = aggregations;
    data = new EngineData(size, aggregations, false);
  }

  private static List<Aggregation> sums() {
    return Collections.nCopies(EngineData.METRICS, new Aggregation.Sum());
  }

  /**
   * Measures all.
   *
   * @param size how many facts
   * @return the figures
   */
  static List<Figure> run(int size) {
    LiveBench bench = new LiveBench(size, sums());
    List<Figure> figures = new ArrayList<>();
    for (int batch : new int[] {1_000, 5_000, 50_000}) {
      figures.addAll(bench.late(batch));
    }
    figures.addAll(bench.reads());
    figures.addAll(bench.reorganised());
    return figures;
  }

  private Rollup rollup(Ledger ledger) {
    return Rollup.of(ledger).over(data.organisation).periods(EngineData.periods());
  }

  /** Writes some facts, with a key each, so that the same may be corrected by the next batch. */
  static void write(LedgerWriter writer, int number, int count) {
    SplittableRandom random = new SplittableRandom(number);
    int[] party = new int[count];
    int[] metric = new int[count];
    int[] day = new int[count];
    long[] amount = new long[count];
    String[] keys = new String[count];
    for (int i = 0; i < count; i++) {
      party[i] = random.nextInt(EngineData.PEOPLE);
      metric[i] = random.nextInt(EngineData.METRICS);
      day[i] = (int) IngestData.FIRST.toEpochDay() + random.nextInt(EngineData.DAYS);
      amount[i] = random.nextLong(1, 1_000_000);
      keys[i] = "late " + i;
    }
    try (Batch batch = writer.batch("late " + number, IngestData.FIRST.plusYears(1))) {
      batch.columns(
          FactColumns.builder(count)
              .parties(IngestData.PEOPLE, party)
              .metrics(IngestData.METRICS, metric)
              .days(day)
              .amounts(amount)
              .keys(keys)
              .build());
      batch.commit();
    }
  }

  /** Late facts, and corrections of them: each takes an old fact off and adds a new one. */
  private List<Figure> late(int count) {
    LedgerWriter writer = LedgerWriter.of(data.ledger);
    LiveCube live = LiveCube.of(rollup(writer.snapshot()));
    int rounds = count > 10_000 ? ROUNDS : MANY_ROUNDS;
    Clock clock = new Clock(rounds, 2.0 * count);
    write(writer, 0, count);
    live.apply(writer.snapshot());
    for (int round = 0; round < rounds; round++) {
      write(writer, round + 1, count);
      apply(live, writer, clock);
    }
    requireSame(rollup(writer.snapshot()).build(), live.snapshot());
    return List.of(
        clock.figure("late fact, applied and published, batches of " + count, data.size()));
  }

  private static void apply(LiveCube live, LedgerWriter writer, Clock clock) {
    Ledger later = writer.snapshot();
    clock.start();
    live.apply(later);
    clock.stop();
  }

  /** What passed in each round, by the clock on the wall and by that of the processor. */
  private static final class Clock {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final double[] wall;
    private final double[] cpu;
    private final double each;
    private int round;

    /** Creates a clock that tells, over some rounds, how long one of so many things took. */
    Clock(int rounds, double each) {
      this.each = each;
      wall = new double[rounds];
      cpu = new double[rounds];
    }

    void start() {
      cpu[round] = THREADS.getCurrentThreadCpuTime();
      wall[round] = System.nanoTime();
    }

    void stop() {
      wall[round] = (System.nanoTime() - wall[round]) / each;
      cpu[round] = (THREADS.getCurrentThreadCpuTime() - cpu[round]) / each;
      round++;
    }

    Figure figure(String name, int facts) {
      double least = Arrays.stream(cpu).min().orElseThrow();
      return new Figure(name, facts, median(wall), median(cpu), least);
    }
  }

  private List<Figure> reads() {
    Cube cube = rollup(data.ledger).build();
    List<Period> periods = cube.periods();
    SplittableRandom random = new SplittableRandom(1);
    int count = 1 << 16;
    Cells[] cells = new Cells[count];
    MetricId[] metrics = new MetricId[count];
    for (int i = 0; i < count; i++) {
      cells[i] =
          cube.at(cube.nodes().get(random.nextInt(1_000)))
              .in(periods.get(random.nextInt(periods.size())));
      metrics[i] = IngestData.METRICS.get(random.nextInt(EngineData.METRICS));
    }
    Clock kept = new Clock(ROUNDS, count);
    Clock whole = new Clock(ROUNDS, count);
    long check = 0;
    for (int round = 0; round < ROUNDS; round++) {
      kept.start();
      for (int i = 0; i < count; i++) {
        check += cells[i].sum(metrics[i]).unscaledAt(2);
      }
      kept.stop();
      whole.start();
      for (int i = 0; i < count; i++) {
        check -= cube.sum(cells[i].node().party(), metrics[i], cells[i].period()).unscaledAt(2);
      }
      whole.stop();
    }
    if (check != 0) {
      throw new IllegalStateException("both reads must read the same, but do not");
    }
    return List.of(
        kept.figure("read of a sum, cells kept", data.size()),
        whole.figure("read of a sum by party, metric and period", data.size()));
  }

  private List<Figure> reorganised() {
    Rollup rollup = rollup(data.ledger).grouped();
    Cube cube = rollup.build();
    Organisation other = data.reorganised();
    requireSame(rollup(data.ledger).over(other).build(), cube.over(other));
    Clock difference = new Clock(MANY_ROUNDS, 1);
    Clock whole = new Clock(ROUNDS, 1);
    for (int round = 0; round < MANY_ROUNDS; round++) {
      requireOther(cube, cube.over(other)); // until the code is warm
    }
    for (int round = 0; round < MANY_ROUNDS; round++) {
      difference.start();
      Cube one = cube.over(other);
      difference.stop();
      requireOther(cube, one);
    }
    for (int round = 0; round < ROUNDS; round++) {
      whole.start();
      Cube one = rollup.over(other).build();
      whole.stop();
      requireOther(cube, one);
    }
    return List.of(
        difference.figure("re-organisation, the difference", data.size()),
        whole.figure("re-organisation, rolled up whole", data.size()));
  }

  private static void requireOther(Cube cube, Cube other) {
    if (cube == other) {
      throw new IllegalStateException("cubes must be two");
    }
  }

  private void requireSame(Cube expected, Cube cube) {
    for (var node : expected.nodes()) {
      for (Period period : expected.periods()) {
        for (MetricId metric : IngestData.METRICS.subList(0, aggregations.size())) {
          if (!expected.sum(node, metric, period).equals(cube.sum(node, metric, period))) {
            throw new IllegalStateException("cell of " + node + " must be the same, but is not");
          }
        }
      }
    }
  }

  private static double median(double[] rounds) {
    double[] sorted = rounds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /**
   * Measures alone.
   *
   * @param args how many facts, one table each
   */
  public static void main(String[] args) {
    for (String size : args) {
      System.out.printf(
          Locale.ROOT,
          "%n%-56s %14s %14s %14s%n",
          String.format(Locale.ROOT, "%,d facts", Integer.parseInt(size)),
          "ns",
          "cpu ns",
          "least cpu");
      for (Figure figure : run(Integer.parseInt(size))) {
        System.out.printf(
            Locale.ROOT,
            "%-56s %,14.1f %,14.1f %,14.1f%n",
            figure.name(),
            figure.ns(),
            figure.cpu(),
            figure.least());
      }
    }
  }
}
