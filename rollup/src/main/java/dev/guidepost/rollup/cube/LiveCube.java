package dev.guidepost.rollup.cube;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.rollup.engine.Held;
import dev.guidepost.rollup.engine.PartyFacts;
import dev.guidepost.rollup.engine.Totals;
import dev.guidepost.rollup.engine.Upkeep;
import dev.guidepost.rollup.engine.Watch;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A cube that follows its ledger: each batch changes the cells that it touches, and no others.
 *
 * <p>{@link #snapshot()} is a {@link Cube} like any other, of the ledger of that moment: it equals,
 * cell by cell, the one that the roll-up of that ledger would build, and never changes. Any number
 * of threads may take snapshots at any time; they see the cube before a batch or after it, never a
 * mixture. There is one writer: a call of {@link #apply} is refused while another is under way.
 *
 * <pre>{@code
 * LiveCube live = LiveCube.of(Rollup.of(writer.snapshot()).over(organisation).periods(months));
 * // ... a batch is committed
 * live.apply(writer.snapshot());
 * Cube now = live.snapshot();
 * }</pre>
 *
 * <p>A row of cells is copied when a batch first changes it, so that a snapshot shares with the
 * next what the batch left alone, and costs what the batch did. If the catalog has a smallest or
 * largest amount, facts are kept in order of participants as {@link Rollup#grouped()} does, as one
 * that went makes another one the extreme; if it counts different values, each occurrence is kept,
 * 8 bytes.
 */
public final class LiveCube {

  private Rollup rollup;
  private Frame frame;
  private Upkeep upkeep;
  private volatile Cube now;

  private final AtomicBoolean applying = new AtomicBoolean();

  /** Whether taking over what was prepared has begun and not ended. */
  private boolean halfKept;

  private LiveCube(Start start) {
    rollup = start.rollup;
    frame = start.frame;
    upkeep = start.upkeep;
    now = start.cube;
  }

  /** A cube made from all facts, and what keeps it up to date. */
  private record Start(Rollup rollup, Frame frame, Upkeep upkeep, Cube cube) {
    static Start of(Rollup given) {
      Frame frame = given.frame("LiveCube.of(...)");
      boolean order = given.facts().isPresent() || frame.hasExtremes();
      boolean ordered = given.facts().flatMap(PartyFacts::whole).isPresent();
      Rollup rollup = order && !ordered ? given.grouped() : given;
      Watch watch = rollup.watch();
      Held held = rollup.held(frame, true, watch);
      Totals totals = new Totals(held, frame.counted, rollup.crew(), watch);
      Upkeep upkeep = new Upkeep(held, frame.counted);
      return new Start(rollup, frame, upkeep, new Cube(frame, rollup, totals));
    }
  }

  /**
   * Rolls up all facts, and makes the cube that follows their ledger.
   *
   * <p>Where facts are put in order for it, a listener is told of that first, from 0 to 1, and then
   * of the roll-up.
   *
   * @param rollup what is rolled up, by whom, and who is told of progress, now and with each batch
   * @return the live cube
   * @throws IllegalStateException if organisation or periods were not given, or no calendar though
   *     the catalog has a metric to date
   * @throws java.util.concurrent.CancellationException if it was cancelled
   */
  public static LiveCube of(Rollup rollup) {
    return new LiveCube(Start.of(rollup));
  }

  /**
   * Takes all facts that came and went since the last time, then publishes the cube of the later
   * ledger. If this fails or is cancelled, the cube stays as it is, and a later call catches up.
   *
   * <p>Takes time in proportion to what came and went, on the caller's thread, and a little for all
   * nodes. It rolls up all facts, with the threads of the roll-up, where that takes less time: if
   * more than half of the facts came or went at once, or, where facts are kept in order, more than
   * a quarter since they were put so; and where it must: with the first fact of a metric.
   *
   * @param later a later snapshot of the same writer's ledger, by the same view as the one before
   * @throws IllegalArgumentException if it is a ledger of another writer, an earlier state, or
   *     another view
   * @throws IllegalStateException if another call is under way, on another thread or from within a
   *     listener
   * @throws java.util.concurrent.CancellationException if it was cancelled
   */
  public void apply(Ledger later) {
    if (!applying.compareAndSet(false, true)) {
      throw new IllegalStateException(
          "one batch must be applied after the other, but another one is being applied");
    }
    try {
      take(later);
    } finally {
      applying.set(false);
    }
  }

  private void take(Ledger later) {
    long changes = later.changesSince(now.ledger()).size();
    Rollup next = rollup.at(later);
    Upkeep.Next prepared = halfKept || changes * 2 > later.size() ? null : prepare(next);
    if (prepared == null) {
      restart(next);
      return;
    }
    Cube cube = new Cube(frame, next, prepared.totals());
    halfKept = true; // should memory run out in the middle, the next time starts anew
    prepared.keep().run();
    halfKept = false;
    rollup = next;
    now = cube;
  }

  private Upkeep.@Nullable Next prepare(Rollup next) {
    Optional<PartyFacts> facts = next.facts();
    if (facts.isPresent() && facts.get().isWorn()) {
      return null;
    }
    return upkeep
        .next(now.totals(), now.ledger(), next.ledger(), facts.orElse(null), next.watch())
        .orElse(null);
  }

  private void restart(Rollup next) {
    Start start = Start.of(next);
    rollup = start.rollup;
    frame = start.frame;
    upkeep = start.upkeep;
    halfKept = false;
    now = start.cube;
  }

  /**
   * Returns the cube of the ledger that was applied last.
   *
   * @return the cube, which never changes
   */
  public Cube snapshot() {
    return now;
  }

  /** Returns what the cube is of on one line. */
  @Override
  public String toString() {
    return "live cube of " + now;
  }
}
