package dev.guidepost.examples.bench;

import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Rolls up the same facts in several ways that take turns in one process: by hand, and by the
 * library. Every cell of every way is compared first. Beside the time that passed stands the
 * processor time of the threads at work, which other load on the machine disturbs less.
 */
final class EngineBench {

  private static final int ROUNDS = 11;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final ExecutorService helper = Executors.newFixedThreadPool(1);
  private final long helperId = helperId();
  private final List<Way> ways = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  /** A way to roll up, and how long each round took, in ns a fact. */
  private static final class Way {
    private final String name;
    private final int threads;
    private final Supplier<?> run;
    private final double[] wall = new double[ROUNDS];
    private final double[] cpu = new double[ROUNDS];

    Way(String name, int threads, Supplier<?> run) {
      this.name = name;
      this.threads = threads;
      this.run = run;
    }
  }

  private long helperId() {
    try {
      return helper.submit(() -> Thread.currentThread().getId()).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Measures, and prints tables.
   *
   * @param sizes how many facts, one table each
   * @return lines of comma-separated values: what, figure, unit, goal
   */
  static List<String> run(int... sizes) {
    EngineBench bench = new EngineBench();
    try {
      for (int size : sizes) {
        bench.fullRollup(size);
        bench.kinds(size);
        bench.different(Math.min(size, 1_000_000));
      }
    } finally {
      bench.helper.shutdown();
    }
    return bench.lines;
  }

  private void add(String name, int threads, Supplier<?> run) {
    ways.add(new Way(name, threads, run));
  }

  private static List<Aggregation> sums() {
    return Collections.nCopies(EngineData.METRICS, new Aggregation.Sum());
  }

  private Rollup rollup(EngineData data, int threads) {
    return Rollup.of(data.ledger)
        .over(data.organisation)
        .periods(EngineData.periods())
        .on(helper, threads);
  }

  private void fullRollup(int size) {
    EngineData data = new EngineData(size, sums(), false);
    ByHand hand = new ByHand(data, helper);
    hand.group();
    long[][] expected = hand.unordered(1);
    Rollup grouped = rollup(data, 1).grouped();
    for (int i = 1; i <= 2; i++) {
      int threads = i;
      requireEqual(expected, hand.unordered(threads));
      requireEqual(expected, hand.grouped(threads));
      requireEqual(data, expected, rollup(data, threads).build());
      requireEqual(data, expected, grouped.on(helper, threads).build());
      add("scan of the columns", threads, () -> hand.scan(threads));
      add("by hand, grouped", threads, () -> hand.grouped(threads));
      add("library, grouped", threads, () -> grouped.on(helper, threads).build());
      add("by hand, unordered", threads, () -> hand.unordered(threads));
      add("library, unordered", threads, () -> rollup(data, threads).build());
      add("library, grouping itself", threads, () -> rollup(data, threads).grouped());
    }
    Organisation reorganised = data.reorganised();
    add("library, grouped, over another organisation", 1, () -> grouped.over(reorganised).build());
    measure("full roll-up", size);
    for (int i = 1; i <= 2; i++) {
      int threads = i;
      add("library, from plain columns to the first read", threads, () -> firstRead(data, threads));
    }
    measure("cold", size);
    printReads(rollup(data, 1).build());
  }

  private Quantity firstRead(EngineData data, int threads) {
    return Rollup.of(data.load())
        .over(data.organisation)
        .periods(EngineData.periods())
        .on(helper, threads)
        .build()
        .sum(EngineData.unit(0), IngestData.METRICS.get(0), EngineData.periods().get(0));
  }

  /** Sums beside means, which count their facts too, and ratios, which are read from sums. */
  private void kinds(int size) {
    EngineData plain = new EngineData(size, sums(), false);
    List<Aggregation> mixed = new ArrayList<>(sums());
    for (int i = 0; i < mixed.size(); i += 3) {
      mixed.set(i, new Aggregation.Mean());
    }
    mixed.add(new Aggregation.RatioOf(IngestData.METRICS.get(1), IngestData.METRICS.get(2)));
    EngineData all = new EngineData(size, mixed, false);
    Rollup sums = rollup(plain, 1).grouped();
    Rollup more = rollup(all, 1).grouped();
    add("sums, unordered", 1, () -> rollup(plain, 1).build());
    add("sums, means and ratios, unordered", 1, () -> rollup(all, 1).build());
    add("sums, grouped", 1, () -> sums.build());
    add("sums, means and ratios, grouped", 1, () -> more.build());
    measure("kinds of metrics", size);
  }

  private void different(int size) {
    List<Aggregation> metrics = new ArrayList<>(sums());
    EngineData without = new EngineData(size, metrics, true);
    for (int i = 0; i < EngineData.METRICS; i++) {
      metrics.add(new Aggregation.Distinct(IngestData.METRICS.get(i), EngineData.ACCOUNT));
    }
    EngineData data = new EngineData(size, metrics, true);
    for (int i = 1; i <= 2; i++) {
      int threads = i;
      add("sums", threads, () -> rollup(without, threads).build());
      add("sums and different accounts", threads, () -> rollup(data, threads).build());
    }
    measure("different accounts of each metric, every node, 17 periods", size);
  }

  private static void requireEqual(long[][] expected, long[][] given) {
    if (!Arrays.deepEquals(expected, given)) {
      throw new IllegalStateException("roll-ups by hand must agree, but do not");
    }
  }

  private static void requireEqual(EngineData data, long[][] expected, Cube cube) {
    List<Period> periods = EngineData.periods();
    for (int node = 0; node < expected.length; node++) {
      int unit = data.parents.length;
      var party = node < unit ? EngineData.unit(node) : IngestData.PEOPLE.get(node - unit);
      for (int metric = 0; metric < EngineData.METRICS; metric++) {
        for (int period = 0; period < periods.size(); period++) {
          long given =
              cube.sum(party, IngestData.METRICS.get(metric), periods.get(period)).unscaledAt(2);
          if (given != expected[node][ByHand.cell(metric, period)]) {
            throw new IllegalStateException("cell of " + party + " must be the same, but is not");
          }
        }
      }
    }
  }

  private void measure(String title, int size) {
    for (int round = 0; round < ROUNDS; round++) {
      for (Way way : ways) {
        long cpu = cpu();
        long start = System.nanoTime();
        Object made = way.run.get();
        way.wall[round] = (System.nanoTime() - start) / (double) size;
        way.cpu[round] = (cpu() - cpu) / (double) size;
        if (made == null) {
          throw new IllegalStateException(way.name + " must make something, but did not");
        }
      }
    }
    System.out.printf(Locale.ROOT, "%n%s, %,d facts, medians of %d rounds%n", title, size, ROUNDS);
    System.out.printf(
        "%-46s %7s %9s %9s %9s %9s%n", "", "threads", "ns/fact", "least", "cpu ns", "x first");
    for (Way way : ways) {
      print(title, size, way);
    }
    ways.clear();
  }

  private void print(String title, int size, Way way) {
    double floor =
        ways.stream()
            .filter(other -> other.threads == way.threads)
            .mapToDouble(other -> median(other.wall))
            .findFirst()
            .orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "%-46s %7d %9.2f %9.2f %9.2f %9.2f%n",
        way.name,
        way.threads,
        median(way.wall),
        Arrays.stream(way.wall).min().orElseThrow(),
        median(way.cpu),
        median(way.wall) / floor);
    lines.add(
        String.format(
            Locale.ROOT,
            "\"%s, %s, %d threads, %d facts\",%.3f,ns/fact,",
            title,
            way.name,
            way.threads,
            size,
            median(way.wall)));
  }

  private long cpu() {
    return THREADS.getCurrentThreadCpuTime() + THREADS.getThreadCpuTime(helperId);
  }

  private static double median(double[] rounds) {
    double[] sorted = rounds.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Reads every sum of every unit over every period, the period chosen once. */
  private static void printReads(Cube cube) {
    double best = Double.MAX_VALUE;
    long reads = 0;
    long check = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      reads = 0;
      for (var node : cube.nodes().subList(0, 1_000)) {
        for (Period period : cube.periods()) {
          var cells = cube.at(node).in(period);
          for (var metric : IngestData.METRICS) {
            check += cells.sum(metric).unscaledAt(2);
            reads++;
          }
        }
      }
      best = Math.min(best, (System.nanoTime() - start) / (double) reads);
    }
    System.out.printf(Locale.ROOT, "one read of a sum: %.0f ns (%d)%n", best, check & 1);
  }

  /**
   * Measures alone.
   *
   * @param args how many facts, one table each
   */
  public static void main(String[] args) {
    run(Arrays.stream(args).mapToInt(Integer::parseInt).toArray());
  }
}
