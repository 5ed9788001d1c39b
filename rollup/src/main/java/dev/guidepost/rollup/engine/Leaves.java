package dev.guidepost.rollup.engine;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The nodes of an organisation and the seats of a ledger's participants in it, or of the values by
 * which its facts are placed; the same for all periods, so that they are made once for roll-ups
 * that differ in those only.
 */
public final class Leaves {

  private final List<PartyId> places;
  private final Nodes nodes;
  private final Seats seats;
  private final Optional<LocalDate> organisedOn;
  private final Optional<Dimension> placedBy;

  /**
   * Gives everybody their seats.
   *
   * @param ledger whose facts are placed
   * @param organisation where participants stand, or the tree of the values
   * @param organisedOn the date on which all is organised, empty for as it was
   * @param placedBy the dimension whose values place facts, empty for participants
   * @throws IllegalArgumentException if the ledger's catalog lacks the dimension
   */
  public Leaves(
      Ledger ledger,
      Organisation organisation,
      Optional<LocalDate> organisedOn,
      Optional<Dimension> placedBy) {
    this(Places.of(ledger, placedBy).all(), new Nodes(organisation), organisedOn, placedBy);
  }

  private Leaves(
      List<PartyId> places,
      Nodes nodes,
      Optional<LocalDate> organisedOn,
      Optional<Dimension> placedBy) {
    this.places = places;
    this.nodes = nodes;
    this.organisedOn = organisedOn;
    this.placedBy = placedBy;
    seats = new Seats(places, nodes, organisedOn);
  }

  /** Returns the seats of the places of both, in order of their ids. */
  Leaves with(Leaves other) {
    Set<PartyId> all = new TreeSet<>(places);
    all.addAll(other.places);
    return new Leaves(List.copyOf(all), nodes, organisedOn, placedBy);
  }

  /**
   * Returns what has seats.
   *
   * @return the participants, or the units that stand for values, each at the place of its code;
   *     unmodifiable
   */
  public List<PartyId> places() {
    return places;
  }

  Optional<Dimension> placedBy() {
    return placedBy;
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
