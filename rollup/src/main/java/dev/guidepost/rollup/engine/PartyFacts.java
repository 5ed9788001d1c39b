package dev.guidepost.rollup.engine;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerChanges;
import java.util.Optional;

/**
 * The facts of a ledger by participant: those of an earlier state of it in order, and which came
 * and went since, which the ledger tells.
 *
 * <p>Immutable; it costs 12 bytes a fact of the earlier state, and nothing for what came and went.
 */
public final class PartyFacts {

  private static final int WORN = 4;

  private final Grouped base;
  private final Ledger then;
  private final Ledger now;

  private PartyFacts(Grouped base, Ledger then, Ledger now) {
    this.base = base;
    this.then = then;
    this.now = now;
  }

  /**
   * Puts the facts of a ledger in order.
   *
   * @param ledger the ledger, or a view of it
   * @param crew who does it
   * @param watch told twice of each position of the ledger
   * @return its facts
   */
  public static PartyFacts of(Ledger ledger, Crew crew, Watch watch) {
    return new PartyFacts(Grouped.of(ledger, crew, watch), ledger, ledger);
  }

  /**
   * Returns the facts of a later state of the ledger.
   *
   * @param later the later state
   * @return its facts, with what came and went since these were put in order
   */
  public PartyFacts at(Ledger later) {
    return new PartyFacts(base, then, later);
  }

  /**
   * Returns all facts in order.
   *
   * @return the facts, empty if some came or went since they were put in order
   */
  public Optional<Grouped> whole() {
    return changes().size() == 0 ? Optional.of(base) : Optional.empty();
  }

  /**
   * Tells whether so much came and went that it pays to put all facts in order again.
   *
   * @return true if it is more than a quarter
   */
  public boolean isWorn() {
    return changes().size() * WORN > base.size();
  }

  Grouped base() {
    return base;
  }

  /** Returns what came and went since the facts were put in order. */
  LedgerChanges changes() {
    return now.changesSince(then);
  }
}
