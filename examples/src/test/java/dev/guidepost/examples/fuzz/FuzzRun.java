package dev.guidepost.examples.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;

/** One run of a target: the same inputs in the same order for one seed, until a finding. */
final class FuzzRun {
  /** An input that takes longer is a finding. */
  private static final long PATIENCE_MILLIS = 5_000;

  /** Inputs that were taken serve for further mutation, up to so many. */
  private static final int POOL = 400;

  private static final int KEPT_LENGTH = 2_000;

  private final FuzzTarget target;
  private final long seed;
  private final SplittableRandom random;
  private final List<String> pool;
  private long inputs;
  private long taken;
  private long slowest;
  private Optional<Finding> finding = Optional.empty();

  private FuzzRun(FuzzTarget target, long seed) {
    this.target = target;
    this.seed = seed;
    this.random = new SplittableRandom(seed ^ target.name().hashCode());
    this.pool = new ArrayList<>(target.valid());
  }

  /** Is told of each input before it is tried. */
  interface Watch {
    void starts(String target, String input);
  }

  /** Runs while a condition on the number of inputs so far holds; the valid ones come first. */
  static FuzzRun of(FuzzTarget target, long seed, LongPredicate goOn, Watch watch) {
    FuzzRun run = new FuzzRun(target, seed);
    Mutator mutator = new Mutator(run.random);
    while (run.finding.isEmpty() && goOn.test(run.inputs)) {
      boolean valid = run.inputs < target.valid().size();
      String input = valid ? target.valid().get((int) run.inputs) : mutator.mutated(run.pool);
      watch.starts(target.name(), input);
      run.tries(input, valid);
    }
    return run;
  }

  private void tries(String input, boolean valid) {
    inputs++;
    long start = System.nanoTime();
    try {
      boolean takes = target.subject().takes(input);
      FuzzTarget.require(takes || !valid, "a valid input must be taken", input);
      if (takes) {
        taken++;
        keep(input, valid);
      }
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      slowest = Math.max(slowest, millis);
      FuzzTarget.require(millis <= PATIENCE_MILLIS, "must be quick", millis + " ms");
    } catch (Throwable thrown) { // whatever it is, it is what we look for
      finding = Optional.of(new Finding(inputs, input, thrown).shrunk(target));
    }
  }

  private void keep(String input, boolean valid) {
    if (valid || input.length() > KEPT_LENGTH || random.nextInt(4) > 0) {
      return;
    }
    if (pool.size() < POOL) {
      pool.add(input);
    } else {
      int first = target.valid().size();
      pool.set(first + random.nextInt(pool.size() - first), input);
    }
  }

  Optional<Finding> finding() {
    return finding;
  }

  long taken() {
    return taken;
  }

  /** Returns the counts on one line, and the finding below. */
  String print() {
    long refused = inputs - taken - (finding.isPresent() ? 1 : 0);
    String line =
        String.format(
            Locale.ROOT,
            "%-18s %,11d inputs = %,11d taken + %,11d refused; slowest %,d ms",
            target.name(),
            inputs,
            taken,
            refused,
            slowest);
    return line + finding.map(found -> " + 1 FINDING, seed " + seed + found.print()).orElse("");
  }
}
