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
 * By what the facts of a ledger are placed: by their participants, or by their values in a
 * dimension, where a unit stands for the value that its id is.
 */
public final class Places {

  private final Ledger ledger;
  private final List<PartyId> all;

  /** From a position to the place of its value, null if facts are placed by participants. */
  private final @Nullable IntUnaryOperator values;

  private Places(Ledger ledger, List<PartyId> all, @Nullable IntUnaryOperator values) {
    this.ledger = ledger;
    this.all = all;
    this.values = values;
  }

  /**
   * Returns the places of a ledger's facts.
   *
   * @param ledger the ledger
   * @param placedBy the dimension whose values place facts, empty for participants
   * @return the places
   * @throws IllegalArgumentException if the catalog lacks the dimension
   */
  public static Places of(Ledger ledger, Optional<Dimension> placedBy) {
    return placedBy
        .map(
            dimension ->
                new Places(
                    ledger,
                    ledger.values(dimension).stream().map(Places::unit).toList(),
                    ledger.codes(dimension)))
        .orElseGet(() -> new Places(ledger, ledger.parties(), null));
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
   * Returns all places.
   *
   * @return the participants, or the unit that stands for each value, each at its code;
   *     unmodifiable
   */
  public List<PartyId> all() {
    return all;
  }

  /** Returns the code of the place of a fact in a block. */
  int of(FactBlock block, int index) {
    return values == null ? block.partyCode(index) : values.applyAsInt(block.position(index));
  }

  /**
   * Returns the code of the place of a fact.
   *
   * @param position the fact's position in the ledger
   * @return the place
   */
  public int of(int position) {
    return values == null ? ledger.partyCode(position) : values.applyAsInt(position);
  }
}
