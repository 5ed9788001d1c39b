package dev.guidepost.rollup.engine;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.rollup.org.Membership;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The leaves of a roll-up: a seat is a participant in a unit. Each fact is added up in one seat,
 * and {@link #at(int, int)} alone says in which.
 *
 * <p>Most participants have one seat for good. One who moves has a seat in each unit, so that a
 * move costs a seat and nothing else; who comes back sits in the same seat again. The seats of a
 * participant follow each other.
 */
public final class Seats {

  private final int[] first;
  private final @Nullable Stays[] moves;
  private final int[] units;
  private final int[] people;

  /** The seats of one participant, each from a day on. */
  private static final class Stays {
    private final long[] starts;
    private final int[] seats;

    Stays(long[] starts, int[] seats) {
      this.starts = starts;
      this.seats = seats;
    }

    int at(long day) {
      int found = Arrays.binarySearch(starts, day);
      return seats[found >= 0 ? found : -found - 2];
    }
  }

  Seats(Ledger ledger, Nodes nodes, Optional<LocalDate> organisedOn) {
    Organisation organisation = nodes.organisation();
    List<PartyId> parties = ledger.parties();
    first = new int[parties.size() + 1];
    moves = new Stays[parties.size()];
    List<Integer> unitsOfSeats = new ArrayList<>();
    for (int i = 0; i < moves.length; i++) {
      PartyId party = parties.get(i);
      first[i] = unitsOfSeats.size();
      List<Long> starts = new ArrayList<>(List.of(Long.MIN_VALUE));
      List<Integer> places = new ArrayList<>();
      if (party instanceof PersonId person
          && organisation.contains(person)
          && organisedOn.isEmpty()) {
        places.add(nodes.unassigned());
        addStays(organisation.memberships(person), nodes, starts, places);
      } else {
        places.add(always(party, nodes, organisedOn));
      }
      moves[i] = seat(starts, places, unitsOfSeats);
    }
    first[moves.length] = unitsOfSeats.size();
    units = unitsOfSeats.stream().mapToInt(Integer::intValue).toArray();
    people = new int[units.length];
    for (int i = 0; i < moves.length; i++) {
      Arrays.fill(people, first[i], first[i + 1], nodes.person(parties.get(i)));
    }
  }

  /** Returns the unit of a participant who does not move: a unit, a stranger, or on one date. */
  private static int always(PartyId party, Nodes nodes, Optional<LocalDate> organisedOn) {
    Organisation organisation = nodes.organisation();
    if (!organisation.contains(party)) {
      return nodes.unassigned();
    }
    return party instanceof UnitId
        ? nodes.code(party)
        : organisation
            .unitOf((PersonId) party, organisedOn.orElseThrow())
            .map(nodes::code)
            .orElse(nodes.unassigned());
  }

  private static void addStays(
      List<Membership> stays, Nodes nodes, List<Long> starts, List<Integer> places) {
    for (Membership stay : stays) {
      starts.add(stay.from().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE));
      places.add(nodes.code(stay.unit()));
      if (stay.until().isPresent()) {
        starts.add(stay.until().get().toEpochDay());
        places.add(nodes.unassigned());
      }
    }
  }

  /** Gives a seat to each different unit; drops steps that the next one replaces on its day. */
  private static @Nullable Stays seat(
      List<Long> starts, List<Integer> places, List<Integer> unitsOfSeats) {
    int base = unitsOfSeats.size();
    long[] days = new long[starts.size()];
    int[] seats = new int[starts.size()];
    int size = 0;
    for (int i = 0; i < seats.length; i++) {
      if (i + 1 == seats.length || starts.get(i) < starts.get(i + 1)) {
        int place = unitsOfSeats.subList(base, unitsOfSeats.size()).indexOf(places.get(i));
        if (place < 0) {
          place = unitsOfSeats.size() - base;
          unitsOfSeats.add(places.get(i));
        }
        days[size] = starts.get(i);
        seats[size++] = base + place;
      }
    }
    return unitsOfSeats.size() == base + 1
        ? null
        : new Stays(Arrays.copyOf(days, size), Arrays.copyOf(seats, size));
  }

  /**
   * Returns the seat in which a fact is added up: that of the unit in which its participant stood
   * on its day, or on the date on which all is organised. Facts of units sit in the unit, those of
   * strangers, and of people on a day without a unit, in {@link Organisation#UNASSIGNED}.
   *
   * @param party the code of the fact's participant
   * @param day the fact's epoch day
   * @return the seat
   */
  public int at(int party, int day) {
    Stays moved = moves[party];
    return moved == null ? first[party] : moved.at(day);
  }

  /** Returns the only seat of a participant, {@link Nodes#NONE} if there are several. */
  int only(int party) {
    return moves[party] == null ? first[party] : Nodes.NONE;
  }

  /** Returns the first seat of a participant; that of the participant after the last is the end. */
  int first(int party) {
    return first[party];
  }

  /** Returns the number of seats. */
  int count() {
    return units.length;
  }

  /** Returns the node of the unit that a seat is in. */
  int unit(int seat) {
    return units[seat];
  }

  /** Returns the node of the person who sits in a seat, {@link Nodes#NONE} without one. */
  int person(int seat) {
    return people[seat];
  }
}
