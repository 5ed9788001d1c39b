package dev.guidepost.rollup.engine;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The nodes of an organisation and the seats of a ledger's participants in it; the same for all
 * periods, so that they are made once for roll-ups that differ in those only.
 */
public final class Leaves {

  private final List<PartyId> parties;
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
    this(ledger.parties(), new Nodes(organisation), organisedOn);
  }

  private Leaves(List<PartyId> parties, Nodes nodes, Optional<LocalDate> organisedOn) {
    this.parties = parties;
    this.nodes = nodes;
    this.organisedOn = organisedOn;
    seats = new Seats(parties, nodes, organisedOn);
  }

  /** Returns the seats of the participants of both, in order of their ids. */
  Leaves with(Leaves other) {
    Set<PartyId> all = new TreeSet<>(parties);
    all.addAll(other.parties);
    return new Leaves(List.copyOf(all), nodes, organisedOn);
  }

  /**
   * Returns the participants.
   *
   * @return who has seats, each at the place of its code; unmodifiable
   */
  public List<PartyId> parties() {
    return parties;
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
