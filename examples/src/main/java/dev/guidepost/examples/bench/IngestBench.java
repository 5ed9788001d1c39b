package dev.guidepost.examples.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes a million facts in, in several ways, and weighs what a ledger keeps of them.
 *
 * <p>All ways take turns in one process; a round's blocks are made right before they are taken,
 * outside of the time measured. What each has taken is compared with the sums of the data. Beside
 * the time that passed stands the processor time of the thread, which other load on the machine
 * disturbs less.
 */
final class IngestBench {

  static final String LIST = "list of records, unchecked";
  static final String DUCK_CODES = "DuckDB appender, codes and numbers";
  static final String DUCK_ROWS = "DuckDB appender, objects";

  private static final int BLOCKS = 250;
  private static final int ROUNDS = 9;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** A way of taking facts in, and how long each round took, in ns a fact. */
  private static final class Way {
    private final String name;
    private final double goal;
    private final String peer;
    private final Ingest.Start start;
    private final double[] wall = new double[ROUNDS];
    private final double[] cpu = new double[ROUNDS];

    Way(String name, double goal, String peer, Ingest.Start start) {
      this.name = name;
      this.goal = goal;
      this.peer = peer;
      this.start = start;
    }

    double median() {
      return median(wall);
    }

    static double median(double[] rounds) {
      double[] sorted = rounds.clone();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }
  }

  private final List<Way> ways = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  IngestBench() {
    add("columns", 50, DUCK_CODES, () -> new Ingest.IntoLedger(0, false, true));
    add("columns, 4 dimensions", 0, DUCK_CODES, () -> new Ingest.IntoLedger(4, false, true));
    add("columns, source keys", 0, DUCK_CODES, () -> new Ingest.IntoLedger(0, true, true));
    add("rows", 80, DUCK_ROWS, () -> new Ingest.IntoLedger(0, false, false));
    add("rows, 4 dimensions", 0, DUCK_ROWS, () -> new Ingest.IntoLedger(4, false, false));
    add("rows, source keys", 0, DUCK_ROWS, () -> new Ingest.IntoLedger(0, true, false));
    add(LIST, 0, DUCK_ROWS, Ingest.IntoList::new);
  }

  /**
   * Adds a way to take facts in.
   *
   * @param name what it is called
   * @param goal how many ns a fact may take, 0 without a goal
   * @param peer the name of the way to divide it by
   * @param start makes one
   */
  void add(String name, double goal, String peer, Ingest.Start start) {
    ways.add(new Way(name, goal, peer, start));
  }

  /**
   * Measures, and prints the tables.
   *
   * @return lines of comma-separated values: what, figure, unit, goal
   */
  List<String> run() {
    IngestData data = new IngestData(1, BLOCKS);
    measure(data);
    System.out.printf(
        Locale.ROOT,
        "%n%,d facts of 10,000 people, 12 metrics, 365 days; 1 thread; medians of %d rounds%n",
        data.size(),
        ROUNDS);
    System.out.printf(
        "%-36s %8s %6s %8s %8s %9s%n",
        "taken in", "ns/fact", "goal", "cpu ns", "x list", "x DuckDB");
    ways.forEach(this::print);
    printKept();
    return lines;
  }

  private void measure(IngestData data) {
    long[] sums = data.sums();
    for (int round = 0; round < ROUNDS; round++) {
      for (Way way : ways) {
        Ingest ingest = way.start.start();
        long[] nanos = nanos(data, ingest);
        way.wall[round] = nanos[0] / (double) data.size();
        way.cpu[round] = nanos[1] / (double) data.size();
        if (!Arrays.equals(sums, ingest.sums())) {
          throw new IllegalStateException(
              way.name + " must hold " + Arrays.toString(sums) + ", but holds other sums");
        }
      }
    }
  }

  /** Returns how long it took, and how much processor time of this thread, in ns. */
  private static long[] nanos(IngestData data, Ingest ingest) {
    long[] nanos = new long[2];
    data.forEach(block -> time(nanos, () -> ingest.take(block)));
    time(nanos, ingest::end);
    return nanos;
  }

  private static void time(long[] nanos, Runnable work) {
    long cpu = THREADS.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    work.run();
    nanos[0] += System.nanoTime() - start;
    nanos[1] += THREADS.getCurrentThreadCpuTime() - cpu;
  }

  private void print(Way way) {
    double ns = way.median();
    System.out.printf(
        Locale.ROOT,
        "%-36s %8.1f %6s %8.1f %8s %9s%n",
        way.name,
        ns,
        way.goal == 0 ? "" : String.format(Locale.ROOT, "%.0f", way.goal),
        Way.median(way.cpu),
        median(LIST).map(list -> String.format(Locale.ROOT, "%.2f", ns / list)).orElse(""),
        median(way.peer).map(duck -> String.format(Locale.ROOT, "1/%.1f", duck / ns)).orElse(""));
    line("ingest, " + way.name, ns, "ns/fact", way.goal);
    line("ingest, processor time, " + way.name, Way.median(way.cpu), "ns/fact", way.goal);
  }

  private Optional<Double> median(String name) {
    return ways.stream().filter(way -> way.name.equals(name)).map(Way::median).findFirst();
  }

  private void line(String what, double figure, String unit, double goal) {
    lines.add(
        String.format(
            Locale.ROOT,
            "\"%s\",%.2f,%s,%s",
            what,
            figure,
            unit,
            goal == 0 ? "" : String.format(Locale.ROOT, "%.0f", goal)));
  }

  /** Weighs what a ledger retains: the heap in use with it, less that without it. */
  private void printKept() {
    IngestData data = new IngestData(2, 4 * BLOCKS);
    System.out.printf(
        Locale.ROOT,
        "%n%-36s %8s %6s   (%,d facts, retained heap; participants beside it)%n",
        "kept",
        "B/fact",
        "goal",
        data.size());
    for (boolean keys : new boolean[] {false, true}) {
      for (int dimensions : new int[] {0, IngestData.DIMENSIONS.size()}) {
        weigh(data, dimensions, keys);
      }
    }
  }

  private void weigh(IngestData data, int dimensions, boolean keys) {
    long before = used();
    Ingest.IntoLedger ingest = new Ingest.IntoLedger(dimensions, keys, true);
    data.forEach(ingest::take);
    ingest.end();
    Object ledger = ingest.ledger();
    long withWriter = used(ledger, ingest);
    ingest = null;
    long kept = used(ledger);
    // The text of a key is 13 bytes here.
    double goal = 16 + 4 * dimensions + (keys ? 8 + 13 : 0);
    String name = dimensions + " dimensions" + (keys ? ", source keys of 13 B" : "");
    double bytes = (kept - before) / (double) data.size();
    double scratch = (withWriter - kept) / (double) data.size();
    System.out.printf(
        Locale.ROOT, "%-36s %8.2f %6.0f   and %.2f by its writer%n", name, bytes, goal, scratch);
    line("kept, " + name, bytes, "B/fact", goal);
    line("kept by the writer beside it, " + name, scratch, "B/fact", 0);
  }

  /** Returns the heap in use while some things are held. */
  private static long used(Object... held) {
    try {
      Runtime runtime = Runtime.getRuntime();
      for (int i = 0; i < 4; i++) {
        System.gc();
      }
      return runtime.totalMemory() - runtime.freeMemory();
    } finally {
      Reference.reachabilityFence(held);
    }
  }
}
