package dev.guidepost.rollup.cube;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.explain.TextTable;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Amount;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The way from a sum as it was to the same sum organised on a date: per unit, what moved in and
 * what moved out.
 *
 * <p>Immutable. Each line adds up, and all come from one list of moves.
 *
 * <pre>{@code
 * Bridge bridge = Bridge.between(asItWas, restated, BOOKINGS, q3);
 * bridge.line(teamB).toString();   // "team-b: 40 + 60 - 0 = 100"
 * bridge.explain(teamB).print();   // the same, by who moved from where
 * }</pre>
 */
public final class Bridge {

  private final Organisation organisation;
  private final Metric metric;
  private final Period period;
  private final LocalDate organisedOn;
  private final ImmutableMap<UnitId, Line> lines;
  private final ImmutableList<Move> moves;

  /**
   * One unit in both views: {@code asItWas + movedIn - movedOut = restated}.
   *
   * @param unit the unit
   * @param asItWas the sum as it was
   * @param movedIn what counts here in the restated view only
   * @param movedOut what counted here as it was only
   * @param restated the sum organised on the date
   */
  public record Line(
      UnitId unit, Quantity asItWas, Quantity movedIn, Quantity movedOut, Quantity restated) {

    /**
     * Creates a line.
     *
     * @param unit the unit
     * @param asItWas the sum as it was
     * @param movedIn what counts here in the restated view only
     * @param movedOut what counted here as it was only
     * @param restated the sum organised on the date
     * @throws IllegalArgumentException if the line does not add up
     */
    public Line {
      if (!asItWas.plus(movedIn).minus(movedOut).equals(restated)) {
        throw new IllegalArgumentException(
            "line must add up, but was " + text(unit, asItWas, movedIn, movedOut, restated));
      }
    }

    /** Returns the line, such as {@code "team-b: 40 + 60 - 0 = 100"}. */
    @Override
    public String toString() {
      return text(unit, asItWas, movedIn, movedOut, restated);
    }

    private static String text(
        UnitId unit, Quantity asItWas, Quantity movedIn, Quantity movedOut, Quantity restated) {
      return unit
          + ": "
          + asItWas.print()
          + " + "
          + movedIn.print()
          + " - "
          + movedOut.print()
          + " = "
          + restated.print();
    }
  }

  /**
   * An amount of one participant that counts at another place in the restated view, because the
   * person moved or because a unit above got another parent.
   *
   * @param participant whose amount it is
   * @param from the units it counted in as it was, the root first; unmodifiable
   * @param to the units it counts in when restated, the root first; unmodifiable
   * @param amount how much
   */
  public record Move(PartyId participant, List<UnitId> from, List<UnitId> to, Quantity amount) {
    /**
     * Creates a move.
     *
     * @param participant whose amount it is
     * @param from the units it counted in as it was
     * @param to the units it counts in when restated
     * @param amount how much
     */
    public Move {
      from = ImmutableList.copyOf(from);
      to = ImmutableList.copyOf(to);
    }
  }

  private record Route(int participant, List<UnitId> from, List<UnitId> to) {}

  private record Step(int participant, int from, int to, int fromSegment, int toSegment) {}

  private Bridge(Cube asItWas, Cube restated, LocalDate organisedOn, Metric metric, Period period) {
    this.organisation = asItWas.organisation();
    this.metric = metric;
    this.period = period;
    this.organisedOn = organisedOn;
    this.moves = moves(asItWas, restated, metric, period);
    Map<UnitId, Quantity> in = moved(moves, Move::to, Move::from);
    Map<UnitId, Quantity> out = moved(moves, Move::from, Move::to);
    ImmutableMap.Builder<UnitId, Line> byUnit = ImmutableMap.builder();
    for (PartyId node : Iterables.limit(asItWas.nodes(), asItWas.placement().units())) {
      UnitId unit = (UnitId) node;
      byUnit.put(
          unit,
          new Line(
              unit,
              asItWas.sum(unit, metric.id(), period),
              in.getOrDefault(unit, Quantity.ZERO),
              out.getOrDefault(unit, Quantity.ZERO),
              restated.sum(unit, metric.id(), period)));
    }
    this.lines = byUnit.buildOrThrow();
  }

  /**
   * Returns the bridge of a metric from one view to the other.
   *
   * @param asItWas the cube as it was
   * @param restated the cube organised on a date
   * @param metric a metric that is a sum
   * @param period a period that both cubes keep
   * @return the bridge
   * @throws IllegalArgumentException if the cubes are not these two views of the same ledger and
   *     organisation objects, the metric is unknown or no sum, or a cube lacks the period
   * @throws ArithmeticException if a sum does not fit 64 bits
   */
  @SuppressWarnings("ReferenceEquality") // equal ledgers may hold their facts in another order
  public static Bridge between(Cube asItWas, Cube restated, MetricId metric, Period period) {
    if (asItWas.ledger() != restated.ledger()
        || asItWas.organisation() != restated.organisation()) {
      throw new IllegalArgumentException(
          "cubes must be of one ledger and one organisation, but were "
              + asItWas
              + " and "
              + restated);
    }
    if (asItWas.organisedOn().isPresent()) {
      throw new IllegalArgumentException("first cube must be as it was, but was " + asItWas);
    }
    LocalDate date =
        restated
            .organisedOn()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "second cube must be organised on a date, but was " + restated));
    Metric definition = asItWas.ledger().catalog().metric(metric);
    if (!(definition.aggregation() instanceof Aggregation.Sum)) {
      throw new IllegalArgumentException(
          "metric must be a sum to be bridged, but "
              + metric
              + " is \""
              + definition.aggregation()
              + "\"");
    }
    asItWas.requirePeriod(period);
    restated.requirePeriod(period);
    return new Bridge(asItWas, restated, date, definition, period);
  }

  private static ImmutableList<Move> moves(
      Cube asItWas, Cube restated, Metric metric, Period period) {
    Ledger ledger = asItWas.ledger();
    int code = ledger.catalog().code(metric.id());
    Map<Step, Quantity> steps = new HashMap<>();
    for (int i = 0; i < ledger.size(); i++) {
      int day = ledger.epochDay(i);
      if (ledger.metricCode(i) == code
          && ledger.includes(i)
          && period.contains(LocalDate.ofEpochDay(day))) {
        int party = ledger.partyCode(i);
        Step step =
            new Step(
                party,
                asItWas.unit(i),
                restated.unit(i),
                asItWas.axis().segment(day),
                restated.axis().segment(day));
        steps.merge(
            step, Quantity.ofUnscaled(ledger.unscaledAmount(i), metric.scale()), Quantity::plus);
      }
    }
    Map<Route, Quantity> routes = new HashMap<>();
    steps.forEach(
        (step, amount) -> {
          List<UnitId> from = asItWas.placement().path(step.from(), step.fromSegment());
          List<UnitId> to = restated.placement().path(step.to(), step.toSegment());
          if (!from.equals(to)) {
            routes.merge(new Route(step.participant(), from, to), amount, Quantity::plus);
          }
        });
    List<Move> moves = new ArrayList<>();
    routes.forEach(
        (route, amount) ->
            moves.add(
                new Move(
                    ledger.parties().get(route.participant()), route.from(), route.to(), amount)));
    moves.sort(
        Comparator.comparing(Move::participant)
            .thenComparing(move -> move.from().toString())
            .thenComparing(move -> move.to().toString()));
    return ImmutableList.copyOf(moves);
  }

  /** The sums by unit of what counts in the units of one side of a move and not of the other. */
  private static Map<UnitId, Quantity> moved(
      List<Move> moves, Function<Move, List<UnitId>> here, Function<Move, List<UnitId>> there) {
    Map<UnitId, Quantity> sums = new HashMap<>();
    for (Move move : moves) {
      for (UnitId unit : here.apply(move)) {
        if (!there.apply(move).contains(unit)) {
          sums.merge(unit, move.amount(), Quantity::plus);
        }
      }
    }
    return sums;
  }

  private static boolean isIn(UnitId unit, Move move) {
    return move.to().contains(unit) && !move.from().contains(unit);
  }

  private static boolean isOut(UnitId unit, Move move) {
    return move.from().contains(unit) && !move.to().contains(unit);
  }

  /**
   * Returns the metric.
   *
   * @return the metric, a sum
   */
  public Metric metric() {
    return metric;
  }

  /**
   * Returns the period.
   *
   * @return the period
   */
  public Period period() {
    return period;
  }

  /**
   * Returns the date of the restated view.
   *
   * @return the date
   */
  public LocalDate organisedOn() {
    return organisedOn;
  }

  /**
   * Returns the lines of all units.
   *
   * @return the root, the other units in the order of their declaration, then {@link
   *     Organisation#UNASSIGNED}; unmodifiable
   */
  public List<Line> lines() {
    return lines.values().asList();
  }

  /**
   * Returns the line of one unit.
   *
   * @param unit a unit of the organisation
   * @return its line
   * @throws IllegalArgumentException if the organisation does not have the unit
   */
  public Line line(UnitId unit) {
    Line line = lines.get(unit);
    if (line == null) {
      throw new IllegalArgumentException(
          "unit must be one of " + organisation + ", but was " + unit);
    }
    return line;
  }

  /**
   * Returns all that counts at another place in the restated view.
   *
   * @return the moves by participant, then by where from and where to; unmodifiable
   */
  public List<Move> moves() {
    return moves;
  }

  /**
   * Explains the restated sum of a unit: the sum as it was, and each move in or out of it.
   *
   * @param unit a unit of the organisation
   * @return the explanation; what moved out is negative
   * @throws IllegalArgumentException if the organisation does not have the unit
   */
  public Explanation explain(UnitId unit) {
    Line line = line(unit);
    List<Explanation.Part> parts = new ArrayList<>();
    parts.add(new Explanation.Part("as it was", line.asItWas(), ""));
    for (Move move : moves) {
      String who = name(move.participant());
      if (isIn(unit, move)) {
        parts.add(new Explanation.Part(who + " in", move.amount(), "from " + names(move.from())));
      } else if (isOut(unit, move)) {
        Quantity less = Quantity.ZERO.minus(move.amount());
        parts.add(new Explanation.Part(who + " out", less, "to " + names(move.to())));
      }
    }
    return Explanation.of(
        metric.name()
            + " of "
            + name(unit)
            + ", "
            + period.label()
            + ", organised on "
            + organisedOn,
        parts);
  }

  private String name(PartyId party) {
    return organisation.name(party);
  }

  private String names(List<UnitId> path) {
    return String.join(" > ", path.stream().map(this::name).toList());
  }

  /**
   * Returns the lines as a table.
   *
   * @return the table, plain ASCII but for names, lines ending in {@code \n}
   */
  public String print() {
    TextTable.Builder table =
        TextTable.builder(
            metric.name() + ", " + period.label(),
            ">as it was",
            ">moved in",
            ">moved out",
            ">organised on " + organisedOn);
    for (Line line : lines.values()) {
      table.row(
          name(line.unit()),
          number(line.asItWas()),
          number(line.movedIn()),
          number(line.movedOut()),
          number(line.restated()));
    }
    return table.build().toString();
  }

  private String number(Quantity sum) {
    return new Amount(sum, metric.unit()).printNumber();
  }

  /** Returns metric, period, date and the number of moves on one line. */
  @Override
  public String toString() {
    return metric.name()
        + ", "
        + period.label()
        + ", organised on "
        + organisedOn
        + ": "
        + moves.size()
        + " moves between "
        + lines.size()
        + " units";
  }
}
