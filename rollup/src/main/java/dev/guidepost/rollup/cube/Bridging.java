package dev.guidepost.rollup.cube;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goes through the facts of two cubes of one history: what counts elsewhere, and what is there on
 * one side only or with another amount.
 */
final class Bridging {

  private final Side left;
  private final Side right;
  private final Period period;
  private final List<PartyId> parties;
  private final Map<Route, Quantity> moved = new HashMap<>();
  private final Map<Spot, Quantity> changed = new HashMap<>();

  private record Route(int owner, int newOwner, List<UnitId> from, List<UnitId> to) {}

  private record Spot(int participant, Bridge.Reason reason, List<UnitId> at) {}

  /** Facts of a participant that are added up in one seat on each side. */
  private record Stretch(int party, int from, int to) {}

  /** The facts of a row of the source that only one side has. */
  private record Row(List<Integer> left, List<Integer> right) {}

  /** One of the cubes. */
  private record Side(Cube cube, Ledger ledger, int metric, int scale) {
    Side(Cube cube, Metric metric) {
      this(cube, cube.ledger(), cube.ledger().catalog().code(metric.id()), metric.scale());
    }

    boolean has(int position) {
      return position < ledger.size()
          && ledger.metricCode(position) == metric
          && ledger.includes(position);
    }

    Quantity amount(int position) {
      return Quantity.ofUnscaled(ledger.unscaledAmount(position), scale);
    }

    List<UnitId> path(int position) {
      return cube.path(position);
    }
  }

  Bridging(Cube from, Cube to, Metric metric, Period period) {
    left = new Side(from, metric);
    right = new Side(to, metric);
    this.period = period;
    int size = Math.max(left.ledger.size(), right.ledger.size());
    parties = (left.ledger.size() == size ? left : right).ledger.parties();
    Map<Stretch, Quantity[]> both = new HashMap<>();
    Map<String, Row> rows = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      boolean was = left.has(i);
      boolean is = right.has(i);
      if (was && is) {
        add(i, both);
      } else if (was || is) {
        addOne(i, was, rows);
      }
    }
    both.forEach(this::stayed);
    rows.values().forEach(this::replaced);
  }

  private boolean counts(Side side, int position) {
    return period.contains(LocalDate.ofEpochDay(side.ledger.epochDay(position)));
  }

  private void add(int position, Map<Stretch, Quantity[]> both) {
    if (counts(left, position)) {
      Stretch stretch =
          new Stretch(
              left.ledger.partyCode(position), left.cube.seat(position), right.cube.seat(position));
      Quantity[] sums =
          both.computeIfAbsent(stretch, any -> new Quantity[] {Quantity.ZERO, Quantity.ZERO});
      sums[0] = sums[0].plus(left.amount(position));
      sums[1] = sums[1].plus(right.amount(position));
    }
  }

  private void stayed(Stretch stretch, Quantity[] sums) {
    List<UnitId> from = left.cube.placement().path(stretch.from());
    List<UnitId> to = right.cube.placement().path(stretch.to());
    change(stretch.party(), Bridge.Reason.CORRECTED, from, sums[1].minus(sums[0]));
    move(stretch.party(), stretch.party(), from, to, sums[1]);
  }

  /** Takes a fact that only one side has, one of a row with a key to be paired later. */
  private void addOne(int position, boolean was, Map<String, Row> rows) {
    Side side = was ? left : right;
    Optional<String> key = side.ledger.fact(position).sourceKey();
    if (key.isPresent()) {
      Row row =
          rows.computeIfAbsent(key.get(), any -> new Row(new ArrayList<>(), new ArrayList<>()));
      (was ? row.left() : row.right()).add(position);
    } else {
      alone(position, was);
    }
  }

  private void alone(int position, boolean was) {
    Side side = was ? left : right;
    if (counts(side, position)) {
      Quantity amount = side.amount(position);
      change(
          side.ledger.partyCode(position),
          was ? Bridge.Reason.WENT : Bridge.Reason.CAME,
          side.path(position),
          was ? Quantity.ZERO.minus(amount) : amount);
    }
  }

  /** Pairs what a row had with what it has: by participants, the others in their order. */
  private void replaced(Row row) {
    List<Integer> before = new ArrayList<>(row.left());
    List<Integer> after = new ArrayList<>(row.right());
    for (Integer was : row.left()) {
      after.stream()
          .filter(is -> right.ledger.partyCode(is) == left.ledger.partyCode(was))
          .findFirst()
          .ifPresent(
              is -> {
                before.remove(was);
                after.remove(is);
                corrected(was, is);
              });
    }
    int pairs = Math.min(before.size(), after.size());
    for (int i = 0; i < pairs; i++) {
      corrected(before.get(i), after.get(i));
    }
    before.subList(pairs, before.size()).forEach(was -> alone(was, true));
    after.subList(pairs, after.size()).forEach(is -> alone(is, false));
  }

  /** First the new amount where the old one counted, then from there to where it counts now. */
  private void corrected(int was, int is) {
    boolean counted = counts(left, was);
    boolean counts = counts(right, is);
    int owner = left.ledger.partyCode(was);
    int newOwner = right.ledger.partyCode(is);
    Quantity before = counted ? left.amount(was) : Quantity.ZERO;
    Quantity after = counts ? right.amount(is) : Quantity.ZERO;
    if (counted) {
      List<UnitId> from = left.path(was);
      change(owner, Bridge.Reason.CORRECTED, from, after.minus(before));
      if (counts) {
        move(owner, newOwner, from, right.path(is), after);
      }
    } else if (counts) {
      change(newOwner, Bridge.Reason.CORRECTED, right.path(is), after);
    }
  }

  private void change(int participant, Bridge.Reason reason, List<UnitId> at, Quantity amount) {
    if (amount.signum() != 0) {
      changed.merge(new Spot(participant, reason, at), amount, Quantity::plus);
    }
  }

  private void move(int owner, int newOwner, List<UnitId> from, List<UnitId> to, Quantity amount) {
    if (!from.equals(to)) {
      moved.merge(new Route(owner, newOwner, from, to), amount, Quantity::plus);
    }
  }

  List<Bridge.Move> moves() {
    List<Bridge.Move> moves = new ArrayList<>();
    moved.forEach(
        (route, amount) ->
            moves.add(
                new Bridge.Move(
                    parties.get(route.owner()),
                    parties.get(route.newOwner()),
                    route.from(),
                    route.to(),
                    amount)));
    moves.sort(
        Comparator.comparing(Bridge.Move::participant)
            .thenComparing(Bridge.Move::newParticipant)
            .thenComparing(move -> move.from().toString())
            .thenComparing(move -> move.to().toString()));
    return moves;
  }

  List<Bridge.Change> changes() {
    List<Bridge.Change> changes = new ArrayList<>();
    changed.forEach(
        (spot, amount) ->
            changes.add(
                new Bridge.Change(
                    parties.get(spot.participant()), spot.reason(), spot.at(), amount)));
    changes.sort(
        Comparator.comparing(Bridge.Change::participant)
            .thenComparing(Bridge.Change::reason)
            .thenComparing(change -> change.at().toString()));
    return changes;
  }
}
