package dev.guidepost.rollup.engine;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import java.util.ArrayList;
import java.util.List;

/** Where facts count: the seat of each, and the units above it in the tree of its day. */
public final class Placement {

  private final Nodes nodes;
  private final Seats seats;
  private final Forest forest;

  /**
   * Creates a placement.
   *
   * @param leaves the nodes, and the seats of facts
   * @param axis cut wherever the tree changes, unless all is organised on a date
   */
  public Placement(Leaves leaves, TimeAxis axis) {
    nodes = leaves.nodes();
    seats = leaves.seats();
    forest = new Forest(nodes, leaves.organisedOn(), axis);
  }

  /**
   * Returns all nodes.
   *
   * @return the root, other units, unassigned, then people, each at its code; unmodifiable
   */
  public List<PartyId> nodes() {
    return nodes.all();
  }

  Nodes codes() {
    return nodes;
  }

  Seats seats() {
    return seats;
  }

  Forest forest() {
    return forest;
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
   * @param party the code of the fact's participant, or other place
   * @param day the fact's epoch day
   * @param segment the segment of the day
   * @param node a node
   * @return true if the node is the person, or the unit of the fact's seat or one above it
   */
  public boolean counts(int party, int day, int segment, int node) {
    int seat = seats.at(party, day);
    return node < units()
        ? forest.tree(segment).within(seats.unit(seat), node)
        : seats.person(seat) == node;
  }

  /**
   * Returns the node of the unit in which a fact of a participant, or other place, is added up.
   *
   * @param party the code of the place
   * @param day an epoch day
   * @return the unit
   */
  public int unit(int party, int day) {
    return seats.unit(seats.at(party, day));
  }

  /**
   * Returns the unit right above one in a segment.
   *
   * @param unit a unit
   * @param segment a segment
   * @return the unit above, {@link Nodes#NONE} above the root
   */
  public int parent(int unit, int segment) {
    return forest.tree(segment).parent(unit);
  }

  /**
   * Tells whether a unit is a node or stands below it in a segment.
   *
   * @param unit a unit
   * @param node a node; nothing stands below a person
   * @param segment a segment
   * @return true if it does
   */
  public boolean within(int unit, int node, int segment) {
    return node < units() && forest.tree(segment).within(unit, node);
  }

  /**
   * Returns the unit right below another on the way up from one in a segment.
   *
   * @param above the unit to stop below
   * @param unit the unit to start from, below it or itself
   * @param segment a segment
   * @return the unit found, {@link Nodes#NONE} if both are one
   */
  public int below(int above, int unit, int segment) {
    int found = Nodes.NONE;
    for (int at = unit; at != Nodes.NONE && at != above; at = parent(at, segment)) {
      found = at;
    }
    return found;
  }

  /**
   * Returns the units from the root down to a unit in a segment.
   *
   * @param unit a unit
   * @param segment a segment
   * @return the units, the root first; unmodifiable
   */
  public List<UnitId> path(int unit, int segment) {
    List<UnitId> up = new ArrayList<>();
    for (int at = unit; at != Nodes.NONE; at = parent(at, segment)) {
      up.add((UnitId) nodes.all().get(at));
    }
    return ImmutableList.copyOf(up).reverse();
  }
}
