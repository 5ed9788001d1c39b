package dev.guidepost.rollup.cube;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through the facts of two cubes of one history: what counts elsewhere, and what is there on
 * one side only or with another amount.
 */
final class Bridging {

  private final Side left;
  private final Side right;
  private final Period period;
  private final List<PartyId> parties;
  private final int scale;
  private final Map<Route, BigInteger> moved = new HashMap<>();
  private final Map<Spot, BigInteger> changed = new HashMap<>();

  private record Route(int owner, int newOwner, List<UnitId> from, List<UnitId> to) {}

  private record Spot(int participant, Bridge.Reason reason, List<UnitId> at) {}

  /** Facts of a participant that are added up in one seat on each side. */
  private record Stretch(int party, int from, int to) {}

  /** The facts of a row of the source that only one side has. */
  private record Row(List<Integer> left, List<Integer> right) {}

  /** One of the cubes. */
  private record Side(Cube cube, Ledger ledger, Metric of, int metric) {
    Side(Cube cube, Metric metric) {
      this(cube, cube.ledger(), metric, cube.ledger().catalog().code(metric.id()));
    }

    boolean has(int position) {
      return position < ledger.size()
          && ledger.metricCode(position) == metric
          && ledger.includes(position);
    }

    BigInteger amount(int position) {
      return BigInteger.valueOf(ledger.unscaledAmount(position));
    }

    /** Returns the units of its organisation, unassigned last. */
    List<UnitId> units() {
      return cube.nodes().subList(0, cube.placement().units()).stream()
          .map(UnitId.class::cast)
          .toList();
    }

    Quantity sum(UnitId unit, Period period) {
      return cube.organisation().contains(unit) ? cube.sum(unit, of.id(), period) : Quantity.ZERO;
    }

    List<UnitId> path(int position) {
      return cube.path(position);
    }
  }

  Bridging(Cube from, Cube to, Metric metric, Period period) {
    left = new Side(from, metric);
    right = new Side(to, metric);
    this.period = period;
    scale = metric.scale();
    int size = Math.max(left.ledger.size(), right.ledger.size());
    parties = (left.ledger.size() == size ? left : right).ledger.parties();
    Map<Stretch, BigInteger[]> both = new HashMap<>();
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

  private void add(int position, Map<Stretch, BigInteger[]> both) {
    if (counts(left, position)) {
      Stretch stretch =
          new Stretch(
              left.ledger.partyCode(position),
              left.cube.standing().seat(position),
              right.cube.standing().seat(position));
      BigInteger[] sums =
          both.computeIfAbsent(stretch, any -> new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO});
      sums[0] = sums[0].add(left.amount(position));
      sums[1] = sums[1].add(right.amount(position));
    }
  }

  private void stayed(Stretch stretch, BigInteger[] sums) {
    List<UnitId> from = left.cube.placement().path(stretch.from());
    List<UnitId> to = right.cube.placement().path(stretch.to());
    change(stretch.party(), Bridge.Reason.CORRECTED, from, sums[1].subtract(sums[0]));
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
      BigInteger amount = side.amount(position);
      change(
          side.ledger.partyCode(position),
          was ? Bridge.Reason.WENT : Bridge.Reason.CAME,
          side.path(position),
          was ? amount.negate() : amount);
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
    BigInteger before = counted ? left.amount(was) : BigInteger.ZERO;
    BigInteger after = counts ? right.amount(is) : BigInteger.ZERO;
    if (counted) {
      List<UnitId> from = left.path(was);
      change(owner, Bridge.Reason.CORRECTED, from, after.subtract(before));
      if (counts) {
        move(owner, newOwner, from, right.path(is), after);
      }
    } else if (counts) {
      change(newOwner, Bridge.Reason.CORRECTED, right.path(is), after);
    }
  }

  private void change(int participant, Bridge.Reason reason, List<UnitId> at, BigInteger amount) {
    if (amount.signum() != 0) {
      changed.merge(new Spot(participant, reason, at), amount, BigInteger::add);
    }
  }

  private void move(
      int owner, int newOwner, List<UnitId> from, List<UnitId> to, BigInteger amount) {
    if (!from.equals(to)) {
      moved.merge(new Route(owner, newOwner, from, to), amount, BigInteger::add);
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
                    fitting(amount))));
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
                    parties.get(spot.participant()), spot.reason(), spot.at(), fitting(amount))));
    changes.sort(
        Comparator.comparing(Bridge.Change::participant)
            .thenComparing(Bridge.Change::reason)
            .thenComparing(change -> change.at().toString()));
    return changes;
  }

  /** Returns the line of each unit of both organisations, unassigned last. */
  Map<UnitId, Bridge.Line> lines(List<Bridge.Move> moves, List<Bridge.Change> changes) {
    Map<UnitId, BigInteger> in = new HashMap<>();
    Map<UnitId, BigInteger> out = new HashMap<>();
    Map<UnitId, BigInteger> changed = new HashMap<>();
    for (Bridge.Move move : moves) {
      add(move.amount(), move.to(), move.from(), in);
      add(move.amount(), move.from(), move.to(), out);
    }
    changes.forEach(change -> add(change.amount(), change.at(), List.of(), changed));
    Set<UnitId> units = new LinkedHashSet<>(left.units());
    units.remove(Organisation.UNASSIGNED);
    units.addAll(right.units());
    units.remove(Organisation.UNASSIGNED);
    units.add(Organisation.UNASSIGNED);
    Map<UnitId, Bridge.Line> lines = new LinkedHashMap<>();
    for (UnitId unit : units) {
      lines.put(
          unit,
          new Bridge.Line(
              unit,
              left.sum(unit, period),
              fitting(in.getOrDefault(unit, BigInteger.ZERO)),
              fitting(out.getOrDefault(unit, BigInteger.ZERO)),
              fitting(changed.getOrDefault(unit, BigInteger.ZERO)),
              right.sum(unit, period)));
    }
    return lines;
  }

  /** Adds an amount to the units of one side that the other does not have. */
  private void add(
      Quantity amount, List<UnitId> here, List<UnitId> there, Map<UnitId, BigInteger> sums) {
    for (UnitId unit : here) {
      if (!there.contains(unit)) {
        sums.merge(unit, BigInteger.valueOf(amount.unscaledAt(scale)), BigInteger::add);
      }
    }
  }

  private Quantity fitting(BigInteger amount) {
    return Quantity.of(new BigDecimal(amount, scale));
  }
}
