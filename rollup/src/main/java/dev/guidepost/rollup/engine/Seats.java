package dev.guidepost.rollup.engine;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.rollup.org.Membership;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The leaves of a roll-up: a seat is the slot of a participant below that of a unit. Each fact is
 * added up in one seat, and {@link #at(int, int)} alone says in which.
 *
 * <p>Where facts are placed by the values of a dimension, the unit that stands for a value takes
 * the part of the participant; see {@link Owners}.
 *
 * <p>Most participants have one seat for good. One who moves has a seat in each unit, and so has
 * one whose unit moves, so that a move costs a seat and nothing else; who comes back sits in the
 * same seat again.
 */
public final class Seats {

  /** By participant the only seat, or the last that was made. */
  private final int[] last;

  /** By participant the seats by day, null if there is only one. */
  private final @Nullable Stays[] moves;

  private Seats(int parties) {
    last = new int[parties];
    Arrays.fill(last, Nodes.NONE);
    moves = new Stays[parties];
  }

  /** What seats are made from. */
  record Plan(Nodes nodes, Places places, Optional<LocalDate> organisedOn, Slots slots) {

    /** Returns the places in which the facts of a participant count. */
    Stays places(int node) {
      if (node == Nodes.NONE) {
        return places.of(nodes.unassigned());
      }
      if (!(nodes.all().get(node) instanceof PersonId person)) {
        return places.of(node);
      }
      Organisation organisation = nodes.organisation();
      if (organisedOn.isPresent()) {
        Optional<UnitId> unit = organisation.unitOf(person, organisedOn.get());
        return places.of(unit.map(nodes::code).orElse(nodes.unassigned()));
      }
      List<Membership> stays = organisation.memberships(person);
      return stays.size() == 1 && stays.get(0).from().isEmpty() && stays.get(0).until().isEmpty()
          ? places.of(nodes.code(stays.get(0).unit()))
          : places(stays);
    }

    /** Returns the places of stays and of the gaps between them. */
    private Stays places(List<Membership> stays) {
      Stays.Steps steps = new Stays.Steps();
      long next = Stays.ALWAYS;
      for (Membership stay : stays) {
        long from = stay.from().map(LocalDate::toEpochDay).orElse(Stays.ALWAYS);
        long until = stay.until().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
        add(steps, nodes.unassigned(), next, from);
        add(steps, nodes.code(stay.unit()), from, until);
        next = until;
      }
      add(steps, nodes.unassigned(), next, Long.MAX_VALUE);
      return steps.all();
    }

    /** Returns the places of a participant who stands in the same units as in some seats. */
    Stays places(Stays seats) {
      if (seats.size() == 1) {
        return places.of(unit(seats.place(0)));
      }
      Stays.Steps steps = new Stays.Steps();
      for (int i = 0; i < seats.size(); i++) {
        add(steps, unit(seats.place(i)), seats.start(i), seats.end(i));
      }
      return steps.all();
    }

    private int unit(int seat) {
      return slots.node(slots.parent(seat));
    }

    private void add(Stays.Steps steps, int unit, long from, long until) {
      Stays places = this.places.of(unit);
      for (int i = 0; i < places.size(); i++) {
        long start = Math.max(from, places.start(i));
        if (start < Math.min(until, places.end(i))) {
          steps.add(start, places.place(i));
        }
      }
    }
  }

  /** Gives all participants their seats. */
  static Seats of(List<PartyId> parties, Plan plan) {
    return new Seats(0).grown(parties, plan);
  }

  /** Returns these seats, and those of participants who come after the ones that have seats. */
  Seats grown(List<PartyId> parties, Plan plan) {
    Seats grown = new Seats(parties.size());
    System.arraycopy(last, 0, grown.last, 0, last.length);
    System.arraycopy(moves, 0, grown.moves, 0, moves.length);
    for (int party = last.length; party < parties.size(); party++) {
      grown.place(party, plan.nodes().codeOrNone(parties.get(party)), plan);
    }
    return grown;
  }

  /** Gives one participant other seats; those that stay the same are the same slots. */
  void place(int party, int node, Plan plan) {
    place(party, node, plan.places(node), plan);
  }

  /** Gives one participant seats that are in the same units. */
  void place(int party, Plan plan) {
    place(party, plan.slots().node(last[party]), plan.places(of(party)), plan);
  }

  private void place(int party, int node, Stays places, Plan plan) {
    Slots slots = plan.slots();
    int person = node < plan.nodes().units() ? Nodes.NONE : node;
    int before = last[party];
    if (before != Nodes.NONE && slots.node(before) != person) {
      before = Nodes.NONE; // was none of the organisation, or is none any more
    }
    Stays.Steps steps = new Stays.Steps();
    int seat = before;
    for (int i = 0; i < places.size(); i++) {
      seat = slots.below(places.place(i), person, before);
      before = Math.max(before, seat);
      steps.add(places.start(i), seat);
    }
    Stays all = steps.all();
    moves[party] = all.size() == 1 ? null : all;
    last[party] = all.size() == 1 ? seat : before;
  }

  /**
   * Returns the seat in which a fact is added up: that of the unit in which its participant stood
   * on its day, or on the date on which all is organised, below the units above that one. Facts of
   * units sit in the unit, those of strangers, and of people on a day without a unit, in {@link
   * Organisation#UNASSIGNED}.
   *
   * @param party the code of the fact's participant, or other owner
   * @param day the fact's epoch day
   * @return the seat
   */
  public int at(int party, int day) {
    Stays moved = moves[party];
    return moved == null ? last[party] : moved.at(day);
  }

  /** Returns the only seat of a participant, {@link Nodes#NONE} if there are several. */
  int only(int party) {
    return moves[party] == null ? last[party] : Nodes.NONE;
  }

  /** Returns the seats of a participant by day. */
  Stays of(int party) {
    Stays moved = moves[party];
    return moved == null ? Stays.always(last[party]) : moved;
  }

  /** Returns the seat of a participant that was made last, or the only one. */
  int last(int party) {
    return last[party];
  }

  /** Returns the number of participants. */
  int parties() {
    return last.length;
  }
}
