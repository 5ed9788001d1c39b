package dev.guidepost.rollup.cube;

import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Scope;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.engine.Owners;
import dev.guidepost.rollup.engine.Placement;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Who stands where in a cube, and where its facts count. */
final class Standing {

  private final Frame frame;
  private final Ledger ledger;
  private final Placement placement;
  private final Owners owners;

  /** The codes of participants, or other owners, where there are no facts that tell them. */
  private final ImmutableMap<PartyId, Integer> parties;

  Standing(
      Frame frame, Ledger ledger, Placement placement, ImmutableMap<PartyId, Integer> parties) {
    this.frame = frame;
    this.ledger = ledger;
    this.placement = placement;
    this.parties = parties;
    owners = Owners.of(ledger, frame.placedBy);
  }

  /** Returns the codes of participants by their places in a list. */
  static ImmutableMap<PartyId, Integer> codes(List<PartyId> all) {
    ImmutableMap.Builder<PartyId, Integer> codes = ImmutableMap.builder();
    for (int i = 0; i < all.size(); i++) {
      codes.put(all.get(i), i);
    }
    return codes.buildKeepingLast();
  }

  /**
   * Returns what counts at a node; the people who stand there on the last day, and the units there
   * with somebody in or below them.
   */
  Scope scope(int node, Period days) {
    return scope(node, days, LocalDate.MAX);
  }

  /** Returns what counts at a node, and who stands there on the last day, or an earlier one. */
  Scope scope(int node, Period days, LocalDate latest) {
    return new Scope(position -> countsAt(node, position), staffing(days, latest).at(node));
  }

  /** Returns who stands at each node on the last day, or an earlier one, but on none before. */
  Staffing staffing(Period days, LocalDate latest) {
    LocalDate day = latest.isBefore(days.lastDay()) ? latest : days.lastDay();
    LocalDate within = day.isBefore(days.start()) ? days.start() : day;
    return new Staffing(this, frame.organisation, placement, frame.organisedOn.orElse(within));
  }

  /** Returns where a person stands; who has left or is still to come stands nowhere. */
  Optional<UnitId> unit(PersonId person, LocalDate day) {
    return frame.organisation.memberships(person).isEmpty()
        ? Optional.of(Organisation.UNASSIGNED)
        : frame.organisation.unitOf(person, day);
  }

  /** Tells whether the fact at a position counts at a node. */
  boolean countsAt(int node, int position) {
    return placement.counts(owners.of(position), ledger.epochDay(position), node);
  }

  /** Tells whether what a participant has on a day counts at a node. */
  boolean countsAt(int node, PartyId party, LocalDate on) {
    int code = Objects.requireNonNull(parties.get(party));
    return placement.counts(code, (int) on.toEpochDay(), node);
  }

  /** Returns the node of the unit in which the fact at a position is added up. */
  int unit(int position) {
    return placement.unit(owners.of(position), ledger.epochDay(position));
  }

  /** Returns where the fact at a position is added up. */
  int seat(int position) {
    return placement.seat(owners.of(position), ledger.epochDay(position));
  }
}
