package dev.guidepost.rollup.engine;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerChanges;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps totals up to date with their ledger: what must be known for that beyond the totals, which
 * is where different values occur. Belongs to one thread at a time.
 */
public final class Upkeep {

  private final List<Period> periods;
  private final Ranges ranges;
  private final List<Values.Counted> counted;
  private final List<Occurrences> occurrences;

  /** By metric whether there was a fact of it when the cells were made. */
  private final boolean[] present;

  /**
   * Starts with what is held of facts, with each occurrence of a value.
   *
   * @param held what is held
   * @param periods the periods kept, for which different values are counted
   */
  public Upkeep(Held held, List<Period> periods) {
    this(
        periods,
        new Ranges(periods, held.axis()),
        held.counted(),
        new boolean[held.catalog().metrics().size()]);
    held.sums().rows().columns().present().forEach(id -> present[held.catalog().code(id)] = true);
  }

  private Upkeep(
      List<Period> periods, Ranges ranges, List<Values.Counted> counted, boolean[] present) {
    this.periods = periods;
    this.ranges = ranges;
    this.counted = counted;
    this.present = present;
    occurrences = counted.stream().map(values -> new Occurrences(values.triples())).toList();
  }

  /**
   * Totals in another organisation.
   *
   * @param totals the totals
   * @param upkeep what keeps them up to date from then on
   */
  public record Moved(Totals totals, Upkeep upkeep) {}

  /**
   * Takes totals to another organisation. Leaves them, and this, as they are.
   *
   * @param totals the totals
   * @param other the other organisation
   * @param ledger the facts of which they are
   * @param facts the same by participant
   * @param crew who counts different values
   * @param watch told twice of each fact where different values are counted
   * @return the totals in the other organisation, and what keeps them up to date
   */
  public Moved over(
      Totals totals, Organisation other, Ledger ledger, PartyFacts facts, Crew crew, Watch watch) {
    Totals.Moved moved = totals.moved(other, ledger, facts, periods, true, crew, watch);
    return new Moved(moved.totals(), new Upkeep(periods, ranges, moved.counted(), present));
  }

  /**
   * Totals of a later ledger.
   *
   * @param totals the totals
   * @param keep to be called once they are published: goes on from them
   */
  public record Next(Totals totals, Runnable keep) {}

  /**
   * Takes what came and went since totals were made. Leaves them, and this, as they are.
   *
   * @param totals the totals
   * @param before the ledger of which they are
   * @param later the later ledger
   * @param facts the facts of the later one by participant, null if no extremes are kept
   * @param watch told once of each fact that came or went
   * @return the totals of the later ledger; empty if there is a first fact of a metric, so that
   *     there are no cells for it
   */
  public Optional<Next> next(
      Totals totals, Ledger before, Ledger later, @Nullable PartyFacts facts, Watch watch) {
    LedgerChanges changes = later.changesSince(before);
    if (hasFirst(changes)) {
      return Optional.empty();
    }
    long size = changes.size();
    watch.expect(size);
    Owners owners = Owners.of(later, totals.leaves().placedBy());
    Leaves leaves = totals.leaves().with(owners.all());
    Draft draft = new Draft(totals, leaves, owners);
    Values values = new Values(later, owners, List.of(), totals.axis(), leaves);
    List<Occurrences.Change> found = new ArrayList<>();
    occurrences.forEach(each -> found.add(each.new Change()));
    Progress progress = new Progress(watch, size);
    changes.added(
        block -> {
          draft.add(block);
          values.forEach(
              block, (source, value, in, seat) -> found.get(source).add(value, in, seat, true));
          progress.done(block.size());
        });
    changes.removed(
        block -> {
          draft.remove(block);
          values.forEach(
              block, (source, value, in, seat) -> found.get(source).add(value, in, seat, false));
          progress.done(block.size());
        });
    progress.end();
    return Optional.of(
        new Next(
            draft.end(facts, different(totals, leaves, found)),
            () -> found.forEach(Occurrences.Change::keep)));
  }

  /** Tells the watch of facts, and at the end of those that the view does not include. */
  private static final class Progress {
    private final Watch watch;
    private long left;

    Progress(Watch watch, long left) {
      this.watch = watch;
      this.left = left;
    }

    void done(int facts) {
      watch.check();
      watch.done(facts);
      left -= facts;
    }

    void end() {
      watch.check();
      if (left > 0) {
        watch.done(left);
      }
    }
  }

  /** Tells whether there is a first fact of a metric, which has no cells yet. */
  private boolean hasFirst(LedgerChanges changes) {
    boolean[] found = new boolean[1];
    changes.added(
        block -> {
          for (int i = 0; i < block.size(); i++) {
            found[0] |= !present[block.metricCode(i)];
          }
        });
    return found[0];
  }

  private @Nullable Different[] different(
      Totals totals, Leaves leaves, List<Occurrences.Change> found) {
    @Nullable Different[] all = totals.different().clone();
    if (found.isEmpty()) {
      return all;
    }
    Different.Counter counter = new Different.Counter(ranges, leaves);
    for (int i = 0; i < found.size(); i++) {
      int metric = counted.get(i).metric();
      all[metric] = found.get(i).count(Objects.requireNonNull(all[metric]), counter);
    }
    return all;
  }
}
