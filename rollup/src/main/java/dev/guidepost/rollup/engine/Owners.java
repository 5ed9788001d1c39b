package dev.guidepost.rollup.engine;

import dev.guidepost.core.fact.FactBlock;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.rollup.org.Organisation;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whose the facts of a ledger are when they are placed: their participants', or, over a tree of
 * products or the like, their values' in a dimension, for which the units of that id stand.
 */
public final class Owners {

  private final Ledger ledger;
  private final List<PartyId> all;

  /** From a position to the code of its value, null if facts are placed by participants. */
  private final @Nullable IntUnaryOperator values;

  private Owners(Ledger ledger, List<PartyId> all, @Nullable IntUnaryOperator values) {
    this.ledger = ledger;
    this.all = all;
    this.values = values;
  }

  /**
   * Returns the owners of a ledger's facts.
   *
   * @param ledger the ledger
   * @param placedBy the dimension whose values place facts, empty for participants
   * @return the owners
   * @throws IllegalArgumentException if the catalog lacks the dimension
   */
  public static Owners of(Ledger ledger, Optional<Dimension> placedBy) {
    return placedBy
        .map(
            dimension ->
                new Owners(
                    ledger,
                    ledger.values(dimension).stream().map(Owners::unit).toList(),
                    ledger.codes(dimension)))
        .orElseGet(() -> new Owners(ledger, ledger.parties(), null));
  }

  /** Returns the unit that stands for a value; nobody's for one that can be no id. */
  private static PartyId unit(String value) {
    try {
      return UnitId.of(value);
    } catch (IllegalArgumentException e) {
      return Organisation.UNASSIGNED;
    }
  }

  /**
   * Returns all owners.
   *
   * @return the participants, or the unit that stands for each value, each at its code;
   *     unmodifiable
   */
  public List<PartyId> all() {
    return all;
  }

  /** Returns the code of the owner of a fact in a block. */
  int of(FactBlock block, int index) {
    return values == null ? block.partyCode(index) : values.applyAsInt(block.position(index));
  }

  /**
   * Returns the code of the owner of a fact.
   *
   * @param position the fact's position in the ledger
   * @return the place of its owner in {@link #all()}
   */
  public int of(int position) {
    return values == null ? ledger.partyCode(position) : values.applyAsInt(position);
  }
}
