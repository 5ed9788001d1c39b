package dev.guidepost.examples.bench;

import com.sun.management.ThreadMXBean;
import dev.guidepost.rollup.cube.Rollup;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Bytes in place of nanoseconds: what is kept of a fact, and what a repeated roll-up allocates. */
final class MemoryCases {

  private static final String COLUMNS = "raw columns";
  private static final int COLLECTIONS = 3;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final EngineData data;
  private final ExecutorService helper;
  private final Options options;

  MemoryCases(EngineData data, ExecutorService helper, Options options) {
    this.data = data;
    this.helper = helper;
    this.options = options;
  }

  /** Measures both cases. */
  List<Figure> run() {
    return Stream.of(kept(), allocated()).flatMap(List::stream).toList();
  }

  /** The heap in use after collecting garbage, with something and without; DuckDB says itself. */
  private List<Figure> kept() {
    Contest contest = new Contest("bytes kept per fact", data.size(), 0.07, options).floor(COLUMNS);
    Goal[] goals = {Goal.atMost(16), Goal.fasterThanDuck(2)};
    Rollup fresh = RollupCases.rollup(data.ledger, data);
    weigh(
        contest,
        COLUMNS,
        () ->
            List.of(
                data.party.clone(), data.metric.clone(), data.day.clone(), data.amount.clone()));
    weigh(contest, "library, ledger", data::load, goals);
    weigh(contest, "library, grouped, beside the ledger", fresh::grouped);
    weigh(contest, "library, cube, beside the ledger", fresh::build);
    weigh(contest, "library, ledger, 4 dimensions", () -> ledger(4, false), Goal.atMost(32));
    weigh(contest, "library, ledger, source keys of 13 B", () -> ledger(0, true), Goal.atMost(37));
    weigh(contest, "list of records", () -> Others.facts(data));
    weigh(contest, "H2, facts", () -> new Others.H2(data));
    contest.addWeighed(
        Contest.DUCK + ", codes and numbers, by its own account",
        2,
        () -> {
          try (Duck duck = Duck.ofFacts(data)) {
            return duck.bytes() / (double) data.size();
          }
        });
    contest.addWeighed(
        Contest.DUCK + ", text, date, decimal, by its own account",
        2,
        () -> {
          IngestData rows = new IngestData(2, Math.max(1, data.size() / IngestData.BLOCK));
          try (IntoDuck duck = new IntoDuck(false)) {
            rows.forEach(duck::take);
            duck.end();
            return duck.bytes() / (double) rows.size();
          }
        });
    return contest.run();
  }

  private Object ledger(int dimensions, boolean keys) {
    Ingest.IntoLedger ingest = new Ingest.IntoLedger(dimensions, keys, true);
    new IngestData(2, Math.max(1, data.size() / IngestData.BLOCK)).forEach(ingest::take);
    ingest.end();
    return ingest.ledger();
  }

  private void weigh(Contest contest, String name, Supplier<?> made, Goal... goals) {
    contest.addWeighed(
        name,
        1,
        () -> {
          long before = used();
          Object held = made.get();
          try {
            return (used() - before) / (double) data.size();
          } finally {
            Reference.reachabilityFence(held);
            close(held);
          }
        },
        goals);
  }

  private static void close(Object held) {
    if (held instanceof Others.H2 database) {
      database.close();
    }
  }

  private static long used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** What the threads at work say they allocated while they rolled up once more. */
  private List<Figure> allocated() {
    Contest contest =
        new Contest("bytes allocated per fact", data.size(), 0.02, options).floor("by hand");
    ByHand hand = new ByHand(data, helper);
    hand.group();
    Rollup fresh = RollupCases.rollup(data.ledger, data);
    Rollup grouped = fresh.grouped();
    for (int i = 1; i <= 2; i++) {
      int threads = i;
      allocate(contest, "by hand, grouped", threads, () -> hand.grouped(threads));
      Goal none = Goal.atMost(0);
      allocate(
          contest, "library, grouped", threads, () -> grouped.on(helper, threads).build(), none);
      allocate(
          contest, "library, unordered", threads, () -> fresh.on(helper, threads).build(), none);
    }
    return contest.run();
  }

  private void allocate(
      Contest contest, String name, int threads, Supplier<?> made, Goal... goals) {
    long[] ids = {Thread.currentThread().getId(), helperId()};
    contest.addTimed(
        name,
        threads,
        () -> {
          long before = allocated(ids);
          Object held = made.get();
          try {
            return (allocated(ids) - before) / (double) data.size();
          } finally {
            Reference.reachabilityFence(held);
          }
        },
        () -> {},
        goals);
  }

  private static long allocated(long[] ids) {
    long[] bytes = THREADS.getThreadAllocatedBytes(ids);
    return bytes[0] + bytes[1];
  }

  private long helperId() {
    try {
      return helper.submit(() -> Thread.currentThread().getId()).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
