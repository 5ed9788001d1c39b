package dev.guidepost.rollup.engine;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The nodes of an organisation and the seats in it of a ledger's participants, or of other
 * {@linkplain Owners owners} of its facts; the same for all periods, so that they are made once for
 * roll-ups that differ in those only.
 */
public final class Leaves {

  private final List<PartyId> parties;
  private final Nodes nodes;
  private final Slots slots;
  private final Places places;
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
    this(Owners.of(ledger, placedBy).all(), new Nodes(organisation), organisedOn, placedBy);
  }

  private Leaves(
      List<PartyId> parties,
      Nodes nodes,
      Optional<LocalDate> organisedOn,
      Optional<Dimension> placedBy) {
    this.parties = parties;
    this.nodes = nodes;
    this.organisedOn = organisedOn;
    this.placedBy = placedBy;
    slots = new Slots(nodes.size());
    places = Places.of(nodes, organisedOn, slots);
    seats = Seats.of(parties, plan());
  }

  private Leaves(List<PartyId> parties, Leaves from, Slots slots) {
    this.parties = parties;
    this.nodes = from.nodes;
    this.organisedOn = from.organisedOn;
    this.placedBy = from.placedBy;
    this.slots = slots;
    places = from.places;
    seats = from.seats.grown(parties, plan());
  }

  private Leaves(Leaves from, Nodes nodes, Slots slots, Places places, Seats seats) {
    parties = from.parties;
    organisedOn = from.organisedOn;
    placedBy = from.placedBy;
    this.nodes = nodes;
    this.slots = slots;
    this.places = places;
    this.seats = seats;
  }

  private Seats.Plan plan() {
    return new Seats.Plan(nodes, places, organisedOn, slots);
  }

  /** Returns the seats of the participants of both, in order of their ids. */
  Leaves with(Leaves other) {
    Set<PartyId> all = new TreeSet<>(parties);
    all.addAll(other.parties);
    return new Leaves(List.copyOf(all), nodes, organisedOn, placedBy);
  }

  /** Returns these leaves, and seats of participants who came after those who have seats. */
  Leaves with(List<PartyId> more) {
    return more.size() == parties.size() ? this : new Leaves(more, this, slots.copy());
  }

  /**
   * Tells whether most slots may be of organisations that were left, so that it pays to start anew.
   *
   * @return true if there are many more slots than parties
   */
  public boolean areWorn() {
    return slots.size() / 8 > nodes.size() + parties.size();
  }

  /** Leaves in another organisation, and the participants who sit elsewhere on some day. */
  static final class Other {
    private final Leaves leaves;
    private final int[] moved;

    private Other(Leaves leaves, int[] moved) {
      this.leaves = leaves;
      this.moved = moved;
    }

    Leaves leaves() {
      return leaves;
    }

    /** Returns the participants who sit elsewhere on some day; not a copy. */
    int[] moved() {
      return moved;
    }
  }

  /**
   * Returns the leaves of another organisation; what stays the same has the same slots. Takes time
   * in proportion to who stands elsewhere, and a little for everybody.
   */
  Other over(Organisation other) {
    Nodes theirs = nodes.over(other);
    int[] codes = nodes.codes(theirs);
    Slots grown = new Slots(slots, theirs.size(), codes);
    boolean[] moved = new boolean[theirs.size()];
    for (PartyId party : other.differences(nodes.organisation())) {
      int code = theirs.codeOrNone(party);
      if (code != Nodes.NONE) {
        moved[code] = true;
      }
    }
    boolean[] movedSlots = movedSlots(grown, moved);
    boolean[] movedUnits = Arrays.copyOf(moved, theirs.units());
    for (int slot = 0; slot < movedSlots.length; slot++) {
      int node = grown.node(slot);
      if (movedSlots[slot] && node != Nodes.NONE && node < movedUnits.length) {
        movedUnits[node] = true;
      }
    }
    Places standing = places.over(theirs, organisedOn, grown, codes, movedUnits);
    Seats.Plan plan = new Seats.Plan(theirs, standing, organisedOn, grown);
    Seats sitting = seats.grown(parties, plan); // a copy: there are no more of them
    boolean sameNodes = theirs.all().equals(nodes.all());
    int[] changed = new int[parties.size()];
    int count = 0;
    for (int party = 0; party < changed.length; party++) {
      if (anyIn(movedSlots, party)
          || (!sameNodes && theirs.codeOrNone(parties.get(party)) != node(party, codes))) {
        Stays before = seats.of(party);
        int person = grown.node(seats.last(party));
        if (sameNodes && (person == Nodes.NONE || !moved[person])) {
          sitting.place(party, plan);
        } else {
          sitting.place(party, theirs.codeOrNone(parties.get(party)), plan);
        }
        if (!before.same(sitting.of(party))) {
          changed[count++] = party;
        }
      }
    }
    Leaves leaves = new Leaves(this, theirs, grown, standing, sitting);
    return new Other(leaves, Arrays.copyOf(changed, count));
  }

  private int node(int party, int[] codes) {
    int node = nodes.codeOrNone(parties.get(party));
    return node == Nodes.NONE ? Nodes.NONE : codes[node];
  }

  /** Tells of each slot whether it, or one above it, is of a party that moved or is not there. */
  private boolean[] movedSlots(Slots grown, boolean[] moved) {
    boolean[] slotMoved = new boolean[slots.size()];
    for (int slot = 0; slot < slotMoved.length; slot++) {
      int node = grown.node(slot);
      int parent = grown.parent(slot);
      slotMoved[slot] =
          (node == Nodes.NONE ? slots.node(slot) != Nodes.NONE : moved[node])
              || (parent != Nodes.NONE && slotMoved[parent]);
    }
    return slotMoved;
  }

  private boolean anyIn(boolean[] movedSlots, int party) {
    int only = seats.only(party);
    if (only != Nodes.NONE) {
      return movedSlots[only];
    }
    Stays all = seats.of(party);
    boolean any = false;
    for (int i = 0; i < all.size(); i++) {
      any |= movedSlots[all.place(i)];
    }
    return any;
  }

  /**
   * Returns whoever has seats.
   *
   * @return the participants, or the units that stand for values, each at the place of its code;
   *     unmodifiable
   */
  public List<PartyId> parties() {
    return parties;
  }

  Optional<Dimension> placedBy() {
    return placedBy;
  }

  Nodes nodes() {
    return nodes;
  }

  Slots slots() {
    return slots;
  }

  Places places() {
    return places;
  }

  Seats seats() {
    return seats;
  }
}
