package dev.guidepost.rollup.engine;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** Tells how far a long piece of work has come, and stops it when it is cancelled. */
public final class Watch {

  private final DoubleConsumer listener;
  private final BooleanSupplier cancelled;
  private long total;
  private long done;

  /**
   * Creates a watch.
   *
   * @param listener takes the part that is done, from 0 to 1, never less than before
   * @param cancelled tells whether to stop
   */
  public Watch(DoubleConsumer listener, BooleanSupplier cancelled) {
    this.listener = listener;
    this.cancelled = cancelled;
  }

  /** Says how many steps there are. */
  synchronized void expect(long steps) {
    total = steps;
    check();
  }

  /** Throws if the work was cancelled. */
  void check() {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("roll-up was cancelled");
    }
  }

  /**
   * Notes that some more steps are done; one thread after the other.
   *
   * @param steps how many
   */
  public synchronized void done(long steps) {
    if (steps > 0) {
      done += steps;
      listener.accept(done / (double) total);
    }
  }
}
