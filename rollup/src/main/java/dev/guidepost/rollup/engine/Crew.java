package dev.guidepost.rollup.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share the tasks of a piece of work: that of the caller, and as many helpers as an
 * executor gives.
 *
 * <p>The caller always takes part and never waits for a helper to start, only for those that have
 * started to end. So it does not matter whether helpers run at once, on the caller's own thread,
 * later or never: whoever comes when no task is left goes home.
 */
public final class Crew {

  /** How many facts a thread claims at once, if nothing else is said: a millisecond of work. */
  public static final int CLAIM = 1 << 14;

  /** The most threads of a crew: more would only divide the work into crumbs. */
  public static final int MOST = 256;

  /** The caller alone. */
  public static final Crew ALONE = new Crew(Runnable::run, 1, CLAIM);

  private final Executor executor;
  private final int threads;
  private final int claim;

  /**
   * Creates a crew.
   *
   * @param executor runs helpers
   * @param threads how many threads there are with that of the caller, at least 1; more than
   *     {@value #MOST} count as so many
   * @param claim how many things a thread claims at once, at least 1
   */
  public Crew(Executor executor, int threads, int claim) {
    this.executor = executor;
    this.threads = Math.min(threads, MOST);
    this.claim = claim;
  }

  int threads() {
    return threads;
  }

  /** Does one task with what a worker has. */
  @FunctionalInterface
  interface Step<W> {
    void take(W worker, int task);
  }

  /** Takes a run of things with what a worker has. */
  @FunctionalInterface
  interface Run<W> {
    void take(W worker, int from, int to);
  }

  /** Returns the end of the first parts of so many things that are parted evenly. */
  static int share(int size, int parts, int of) {
    return (int) ((long) size * parts / of);
  }

  /** Goes through so many things, some at a time; otherwise as {@link #run}. */
  <W> List<W> through(int size, Supplier<W> start, Run<W> run) {
    int tasks = (int) (((long) size + claim - 1) / claim);
    return run(
        tasks,
        start,
        (worker, task) -> {
          int from = task * claim;
          run.take(worker, from, from + Math.min(claim, size - from));
        });
  }

  /**
   * Does all tasks.
   *
   * @param tasks how many there are, counted from 0
   * @param start makes what a thread needs to work, when it gets its first task
   * @param step does one task
   * @return what threads worked with, of those that had a task, in any order
   */
  <W> List<W> run(int tasks, Supplier<W> start, Step<W> step) {
    Job<W> job = new Job<>(tasks, start, step);
    Helper helper = new Helper(job);
    try {
      for (int i = 1; i < Math.min(threads, tasks); i++) {
        executor.execute(helper);
      }
    } catch (RejectedExecutionException e) {
      // Then the caller does it with those that were taken.
    } catch (Throwable e) { // also a checked one, which other languages throw undeclared
      job.fail(e);
    }
    job.work();
    helper.forget();
    return job.end();
  }

  /** What an executor gets; once the work is done it holds on to nothing. */
  private static final class Helper implements Runnable {
    private @Nullable Job<?> job;

    Helper(Job<?> job) {
      this.job = job;
    }

    @Override
    public void run() {
      Job<?> open = open();
      if (open != null) {
        open.work();
      }
    }

    private synchronized @Nullable Job<?> open() {
      return job;
    }

    synchronized void forget() {
      job = null;
    }
  }

  /** One piece of work. */
  private static final class Job<W> {
    private final Supplier<W> start;
    private final Step<W> step;
    private final List<W> workers = new ArrayList<>();
    private final int tasks;
    private int next;
    private int working;
    private @Nullable Throwable failure;

    Job(int tasks, Supplier<W> start, Step<W> step) {
      this.tasks = tasks;
      this.start = start;
      this.step = step;
    }

    void work() {
      int task = first();
      try {
        W worker = task < tasks ? start.get() : null;
        if (worker != null) {
          hire(worker);
          for (int at = task; at < tasks; at = claim()) {
            step.take(worker, at);
          }
        }
      } catch (Throwable e) {
        fail(e);
      } finally {
        leave();
      }
    }

    private synchronized int first() {
      working++;
      return claim();
    }

    private synchronized int claim() {
      return next < tasks ? next++ : tasks;
    }

    private synchronized void hire(W worker) {
      workers.add(worker);
    }

    private synchronized void leave() {
      working--;
      notifyAll();
    }

    /** Leaves no task to claim. */
    synchronized void fail(Throwable thrown) {
      failure = failure == null ? thrown : failure;
      next = tasks;
    }

    /** Waits for those who work, each on a task that it has claimed. */
    synchronized List<W> end() {
      boolean interrupted = false;
      while (working > 0) {
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      if (failure != null) {
        throw Job.<RuntimeException>asIs(failure);
      }
      return workers;
    }

    /** Throws what was thrown, whatever it is: the caller gets it as if it had done all itself. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T asIs(Throwable thrown) throws T {
      throw (T) thrown;
    }
  }
}
