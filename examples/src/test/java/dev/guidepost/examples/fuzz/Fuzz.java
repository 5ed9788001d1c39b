package dev.guidepost.examples.fuzz;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Runs every target for {@code fuzz.seconds}, two at a time, and ends with status 1 if one has a
 * finding. {@code fuzz.seed} gives the same inputs again, {@code fuzz.only} takes the targets whose
 * names start so.
 */
final class Fuzz {
  private static final long STUCK_SECONDS = 60;
  private static final int AT_ONCE = Math.min(2, Runtime.getRuntime().availableProcessors());

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Map<String, Trial> trials = new ConcurrentHashMap<>();

  /** An input that is being tried. */
  private record Trial(String input, long start) {}

  private Fuzz() {}

  public static void main(String[] arguments) throws Exception {
    long seed = Long.getLong("fuzz.seed", System.nanoTime() & 0xffffffL);
    long seconds = Long.getLong("fuzz.seconds", 120);
    String only = System.getProperty("fuzz.only", "");
    System.exit(new Fuzz().run(seed, seconds, only) ? 0 : 1);
  }

  private boolean run(long seed, long seconds, String only) throws Exception {
    List<FuzzTarget> targets =
        Targets.all().stream().filter(target -> target.name().startsWith(only)).toList();
    out.printf(
        "fuzz: %d targets, %d s each, %d at once, seed %d, %d MiB of memory%n",
        targets.size(), seconds, AT_ONCE, seed, Runtime.getRuntime().maxMemory() >> 20);
    watchOver();
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    List<Future<FuzzRun>> runs = new ArrayList<>();
    for (FuzzTarget target : targets) {
      runs.add(pool.submit(() -> run(target, seed, seconds)));
    }
    long findings = 0;
    for (Future<FuzzRun> run : runs) {
      out.println(run.get().print());
      findings += run.get().finding().isPresent() ? 1 : 0;
    }
    pool.shutdown();
    out.printf("fuzz: %d findings in %d targets, seed %d%n", findings, targets.size(), seed);
    return findings == 0 && !targets.isEmpty();
  }

  private FuzzRun run(FuzzTarget target, long seed, long seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    FuzzRun run =
        FuzzRun.of(
            target,
            seed,
            inputs -> System.nanoTime() < end,
            (name, input) -> trials.put(name, new Trial(input, System.nanoTime())));
    trials.remove(target.name());
    return run;
  }

  /** Ends the process if an input never comes back. */
  private void watchOver() {
    Thread watch =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                try {
                  TimeUnit.SECONDS.sleep(1);
                } catch (InterruptedException e) {
                  return;
                }
                trials.forEach(this::requireMoving);
              }
            },
            "watch");
    watch.setDaemon(true);
    watch.start();
  }

  private void requireMoving(String target, Trial trial) {
    if (System.nanoTime() - trial.start() > TimeUnit.SECONDS.toNanos(STUCK_SECONDS)) {
      out.println(target + " FINDING: stuck at " + Finding.quoted(trial.input()));
      Runtime.getRuntime().halt(2);
    }
  }
}
