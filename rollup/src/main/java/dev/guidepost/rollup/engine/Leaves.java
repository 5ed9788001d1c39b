package dev.guidepost.rollup.engine;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The nodes of an organisation and the seats of a ledger's participants in it; the same for all
 * periods, so that they are made once for roll-ups that differ in those only.
 */
public final class Leaves {

  private final Nodes nodes;
  private final Seats seats;
  private final Optional<LocalDate> organisedOn;

  /**
   * Gives everybody their seats.
   *
   * @param ledger whose participants are placed
   * @param organisation where they stand
   * @param organisedOn the date on which all is organised, empty for as it was
   */
  public Leaves(Ledger ledger, Organisation organisation, Optional<LocalDate> organisedOn) {
    this.organisedOn = organisedOn;
    nodes = new Nodes(organisation);
    seats = new Seats(ledger, nodes, organisedOn);
  }

  Nodes nodes() {
    return nodes;
  }

  Seats seats() {
    return seats;
  }

  Optional<LocalDate> organisedOn() {
    return organisedOn;
  }
}
