package dev.guidepost.rollup.engine;

import com.google.common.primitives.Ints;
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
 * and {@link #at(int, int)} alone says in which. Where facts are placed by the values of a
 * dimension, the unit that stands for a value takes the part of the participant; see {@link
 * Places}.
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

  /** A day, and the unit in which a participant's facts count from then on. */
  private record Step(long from, int unit) {}

  /** The seats of one participant, each from a day on. */
  private static final class Stays {
    private final long[] starts;
    private final int[] seats;

    Stays(List<Step> steps, int[] units, int firstSeat) {
      starts = steps.stream().mapToLong(Step::from).toArray();
      seats =
          steps.stream().mapToInt(step -> firstSeat + Ints.indexOf(units, step.unit())).toArray();
    }

    int at(long day) {
      int found = Arrays.binarySearch(starts, day);
      return seats[found >= 0 ? found : -found - 2];
    }
  }

  Seats(List<PartyId> parties, Nodes nodes, Optional<LocalDate> organisedOn) {
    first = new int[parties.size() + 1];
    moves = new Stays[parties.size()];
    int[] unitsOfSeats = new int[parties.size()];
    int[] peopleOfSeats = new int[parties.size()];
    int size = 0;
    for (int i = 0; i < moves.length; i++) {
      int node = nodes.codeOrNone(parties.get(i));
      List<Step> steps = steps(node, nodes, organisedOn);
      int[] units = units(steps);
      if (size + units.length > unitsOfSeats.length) {
        int room = Math.addExact(size + units.length, size >> 1);
        unitsOfSeats = Arrays.copyOf(unitsOfSeats, room);
        peopleOfSeats = Arrays.copyOf(peopleOfSeats, room);
      }
      first[i] = size;
      moves[i] = units.length == 1 ? null : new Stays(steps, units, size);
      System.arraycopy(units, 0, unitsOfSeats, size, units.length);
      Arrays.fill(
          peopleOfSeats, size, size + units.length, node < nodes.units() ? Nodes.NONE : node);
      size += units.length;
    }
    first[moves.length] = size;
    units = Arrays.copyOf(unitsOfSeats, size);
    people = Arrays.copyOf(peopleOfSeats, size);
  }

  /** Returns the different units of some steps; nearly always there is one. */
  private static int[] units(List<Step> steps) {
    return steps.size() == 1
        ? new int[] {steps.get(0).unit()}
        : steps.stream().mapToInt(Step::unit).distinct().toArray();
  }

  /** Returns where the facts of a participant sit, each step from its day on. */
  private static List<Step> steps(int node, Nodes nodes, Optional<LocalDate> organisedOn) {
    if (node == Nodes.NONE) {
      return List.of(new Step(Long.MIN_VALUE, nodes.unassigned()));
    }
    if (!(nodes.all().get(node) instanceof PersonId person)) {
      return List.of(new Step(Long.MIN_VALUE, node));
    }
    Organisation organisation = nodes.organisation();
    if (organisedOn.isPresent()) {
      Optional<UnitId> unit = organisation.unitOf(person, organisedOn.get());
      return List.of(new Step(Long.MIN_VALUE, unit.map(nodes::code).orElse(nodes.unassigned())));
    }
    return steps(organisation.memberships(person), nodes);
  }

  /** Returns stays and the gaps between them; of two steps on a day the later one counts. */
  private static List<Step> steps(List<Membership> stays, Nodes nodes) {
    List<Step> steps = new ArrayList<>();
    add(steps, new Step(Long.MIN_VALUE, nodes.unassigned()));
    for (Membership stay : stays) {
      long from = stay.from().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
      add(steps, new Step(from, nodes.code(stay.unit())));
      if (stay.until().isPresent()) {
        add(steps, new Step(stay.until().get().toEpochDay(), nodes.unassigned()));
      }
    }
    return steps;
  }

  private static void add(List<Step> steps, Step step) {
    if (!steps.isEmpty() && steps.get(steps.size() - 1).from() == step.from()) {
      steps.remove(steps.size() - 1);
    }
    steps.add(step);
  }

  /**
   * Returns the seat in which a fact is added up: that of the unit in which its participant stood
   * on its day, or on the date on which all is organised. Facts of units sit in the unit, those of
   * strangers, and of people on a day without a unit, in {@link Organisation#UNASSIGNED}.
   *
   * @param party the code of the fact's participant, or of the place of its value
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
