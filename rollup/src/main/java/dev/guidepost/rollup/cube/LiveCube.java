package dev.guidepost.rollup.cube;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.rollup.engine.Held;
import dev.guidepost.rollup.engine.PartyFacts;
import dev.guidepost.rollup.engine.Totals;
import dev.guidepost.rollup.engine.Upkeep;
import dev.guidepost.rollup.engine.Watch;
import dev.guidepost.rollup.org.Organisation;
import java.util.Objects;
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
 * live.apply(writer.snapshot(), reorganised); // somebody was hired, a team moved
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
    alone(() -> take(later, null));
  }

  /**
   * Takes another organisation as well: somebody was hired, moves or leaves, a unit has another
   * parent. Publishes the cube of the later ledger in that organisation, at once and with the same
   * guarantees as {@link #apply(Ledger)}; it equals, cell by cell, the one that a roll-up over the
   * other organisation would build. Snapshots that were taken stay in theirs.
   *
   * <pre>{@code
   * Organisation hired = organisation.toBuilder().person(eve, "Eve Moss").member(eve, east, june).build();
   * live.apply(writer.snapshot(), hired);
   * }</pre>
   *
   * <p>If the facts were {@linkplain Rollup#grouped() grouped}, it takes the time of {@link
   * Cube#over}: that of those who stand elsewhere, and of all facts where different values are
   * counted, which are then held anew. If they were not, and where a batch rolls up all facts, it
   * is a whole roll-up over the other organisation.
   *
   * @param later a later snapshot of the same writer's ledger, by the same view as the one before,
   *     or that one again
   * @param next the organisation from now on; units and people that it adds have cells, those that
   *     it lacks have none, and their facts stand on {@link Organisation#UNASSIGNED}
   * @throws IllegalArgumentException if it is a ledger of another writer, an earlier state, or
   *     another view; or facts are placed by a dimension and the organisation has people
   * @throws IllegalStateException if another call is under way, on another thread or from within a
   *     listener
   * @throws java.util.concurrent.CancellationException if it was cancelled
   */
  public void apply(Ledger later, Organisation next) {
    Objects.requireNonNull(next, "next");
    alone(() -> take(later, next));
  }

  private void alone(Runnable batch) {
    if (!applying.compareAndSet(false, true)) {
      throw new IllegalStateException(
          "one batch must be applied after the other, but another one is being applied");
    }
    try {
      batch.run();
    } finally {
      applying.set(false);
    }
  }

  /** Takes a later ledger, and another organisation unless that is null. */
  private void take(Ledger later, @Nullable Organisation next) {
    requireLater(later);
    long changes = later.changesSince(now.ledger()).size();
    Rollup following = rollup.at(later);
    Rollup there = next == null ? following : following.moved(next);
    boolean anew = halfKept || changes * 2 > later.size() || (next != null && !canMove());
    Upkeep.Next prepared = anew ? null : prepare(following);
    if (prepared == null) {
      publish(Start.of(there));
    } else if (next == null) {
      Cube cube = new Cube(frame, following, prepared.totals());
      halfKept = true; // should memory run out in the middle, the next time starts anew
      prepared.keep().run();
      halfKept = false;
      rollup = following;
      now = cube;
    } else {
      publish(moved(prepared.totals(), there, next));
    }
  }

  /** Refuses what is no later state of the ledger that is followed, saying what to do instead. */
  private void requireLater(Ledger later) {
    Ledger last = now.ledger();
    if (!later.sharesWriter(last)) {
      throw new IllegalArgumentException(
          "ledger to apply must be of the writer whose ledger the live cube follows, but was of"
              + " another one, or written anew by a merge or for another catalog: make a live cube"
              + " of it with LiveCube.of");
    }
    if (!later.sharesHistory(last)) {
      throw new IllegalArgumentException(
          "ledger to apply must be the view that the live cube was made of, but was another one of"
              + " the same ledger: take that view of the writer's snapshot, or make a live cube of"
              + " this one with LiveCube.of");
    }
    if (later.batches() < last.batches()) {
      throw new IllegalArgumentException(
          "ledger to apply must not be older than the last one, of "
              + last.batches()
              + " batches, "
              + Cube.known(last)
              + ", but was of "
              + later.batches()
              + ", "
              + Cube.known(later)
              + ": apply the writer's snapshot of now");
    }
  }

  private boolean canMove() {
    return rollup.facts().isPresent() && !now.totals().leaves().areWorn();
  }

  private Start moved(Totals totals, Rollup there, Organisation next) {
    PartyFacts facts = there.facts().orElseThrow();
    Upkeep.Moved moved =
        upkeep.over(totals, next, there.ledger(), facts, there.crew(), there.watch());
    Frame other = frame.over(next);
    return new Start(there, other, moved.upkeep(), new Cube(other, there, moved.totals()));
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

  private void publish(Start start) {
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
