package dev.guidepost.rollup.engine;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import java.util.ArrayList;
import java.util.List;

/** Where facts count: the seat of each, and the units above it on its day. */
public final class Placement {

  private final Nodes nodes;
  private final Slots slots;
  private final Places places;
  private final Seats seats;

  /**
   * Creates a placement.
   *
   * @param leaves the nodes, and the seats of facts
   */
  public Placement(Leaves leaves) {
    nodes = leaves.nodes();
    slots = leaves.slots();
    places = leaves.places();
    seats = leaves.seats();
  }

  /**
   * Returns all nodes.
   *
   * @return the root, other units, unassigned, then people, each at its code; unmodifiable
   */
  public List<PartyId> nodes() {
    return nodes.all();
  }

  /**
   * Returns how many nodes are units.
   *
   * @return the number of units, unassigned included; they come first
   */
  public int units() {
    return nodes.units();
  }

  /**
   * Returns the code of a party that is a node.
   *
   * @param party the party
   * @return its code
   */
  public int code(PartyId party) {
    return nodes.code(party);
  }

  /**
   * Returns the code of a party.
   *
   * @param party the party
   * @return its code, {@link Nodes#NONE} of one that is no node
   */
  public int codeOrNone(PartyId party) {
    return nodes.codeOrNone(party);
  }

  /**
   * Tells whether a fact counts at a node.
   *
   * @param party the code of the fact's participant, or other owner
   * @param day the fact's epoch day
   * @param node a node
   * @return true if the node is the person, or the unit of the fact's seat or one above it
   */
  public boolean counts(int party, int day, int node) {
    return slots.within(seats.at(party, day), node);
  }

  /**
   * Returns the node of the unit in which a fact of a participant, or other owner, is added up.
   *
   * @param party the code of the owner
   * @param day an epoch day
   * @return the unit
   */
  public int unit(int party, int day) {
    return slots.node(slots.parent(seats.at(party, day)));
  }

  /**
   * Returns the unit right above one on a day.
   *
   * @param unit a unit
   * @param day an epoch day
   * @return the unit above, {@link Nodes#NONE} above the root
   */
  public int parent(int unit, long day) {
    int above = slots.parent(places.at(unit, day));
    return above == Nodes.NONE ? Nodes.NONE : slots.node(above);
  }

  /**
   * Tells whether a unit is a node or stands below it on a day.
   *
   * @param unit a unit
   * @param node a node; nothing stands below a person
   * @param day an epoch day
   * @return true if it does
   */
  public boolean within(int unit, int node, long day) {
    return slots.within(places.at(unit, day), node);
  }

  /**
   * Returns the unit right below another on the way up from one on a day.
   *
   * @param above the unit to stop below
   * @param unit the unit to start from, below it or itself
   * @param day an epoch day
   * @return the unit found, {@link Nodes#NONE} if both are one
   */
  public int below(int above, int unit, long day) {
    int found = Nodes.NONE;
    for (int at = places.at(unit, day);
        at != Nodes.NONE && slots.node(at) != above;
        at = slots.parent(at)) {
      found = slots.node(at);
    }
    return found;
  }

  /**
   * Returns the seat in which a fact of a participant is added up.
   *
   * @param party the code of the participant
   * @param day an epoch day
   * @return the seat
   */
  public int seat(int party, int day) {
    return seats.at(party, day);
  }

  /**
   * Returns the nodes at which the facts of a seat count.
   *
   * @param seat a seat
   * @return the person if it is one's, then the units from that of the seat up to the root;
   *     unmodifiable
   */
  public List<Integer> nodes(int seat) {
    ImmutableList.Builder<Integer> up = ImmutableList.builder();
    for (int at = seat; at != Nodes.NONE; at = slots.parent(at)) {
      if (slots.node(at) != Nodes.NONE) {
        up.add(slots.node(at));
      }
    }
    return up.build();
  }

  /**
   * Returns the units from the root down to that of a seat.
   *
   * @param seat a seat
   * @return the units, the root first; unmodifiable
   */
  public List<UnitId> path(int seat) {
    List<UnitId> up = new ArrayList<>();
    for (int at = slots.parent(seat); at != Nodes.NONE; at = slots.parent(at)) {
      up.add((UnitId) nodes.all().get(slots.node(at)));
    }
    return ImmutableList.copyOf(up).reverse();
  }
}
