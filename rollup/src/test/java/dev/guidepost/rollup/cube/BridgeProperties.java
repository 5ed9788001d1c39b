package dev.guidepost.rollup.cube;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Any two cubes of one ledger are bridged, line by line, and up the tree. */
class BridgeProperties {

  /** One side: a model, the cube it is of, and the rows by their keys. */
  private record Side(Model model, Cube cube) {

    Optional<Scenario.Row> row(String key) {
      return model.rows().stream().filter(row -> row.key().equals(key)).findFirst();
    }

    Quantity sum(UnitId unit, Period period) {
      return model.organisation().contains(unit)
          ? Model.sum(model.facts(unit, BOOKINGS, period))
          : Quantity.ZERO;
    }
  }

  /** What one row adds to the line of a unit. */
  private record Share(Quantity in, Quantity out, Quantity changed) {
    static final Share NOTHING = new Share(Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);

    Share plus(Share other) {
      return new Share(in.plus(other.in), out.plus(other.out), changed.plus(other.changed));
    }
  }

  private static Side side(Scenario scenario, Ledger all, Random random) {
    boolean planned = random.nextBoolean();
    Organisation organisation =
        planned ? new Scenario(random.nextLong()).organisation : scenario.organisation;
    boolean corrected = random.nextBoolean();
    List<Scenario.Row> rows = new ArrayList<>(scenario.rows);
    if (corrected) {
      scenario.corrections.forEach(row -> rows.removeIf(old -> old.key().equals(row.key())));
      rows.addAll(scenario.corrections);
    }
    Ledger ledger = corrected ? all : all.known(Scenario.FIRST_KNOWN);
    Rollup rollup = Rollup.of(ledger).over(organisation).periods(scenario.periods);
    Optional<LocalDate> date =
        random.nextBoolean() ? Optional.of(scenario.organisedOn) : Optional.empty();
    return new Side(
        new Model(organisation, date, rows), date.map(rollup::organisedOn).orElse(rollup).build());
  }

  private static Optional<Scenario.Row> counting(Optional<Scenario.Row> row, Period period) {
    return row.filter(found -> found.metric().equals(BOOKINGS) && period.contains(found.on()));
  }

  private static Share share(Side left, Side right, String key, UnitId unit, Period period) {
    Optional<Scenario.Row> was = counting(left.row(key), period);
    Optional<Scenario.Row> is = counting(right.row(key), period);
    boolean wasHere = was.map(row -> left.model().path(row).contains(unit)).orElse(false);
    boolean isHere = is.map(row -> right.model().path(row).contains(unit)).orElse(false);
    Quantity before = was.map(Scenario.Row::amount).orElse(Quantity.ZERO);
    Quantity after = is.map(Scenario.Row::amount).orElse(Quantity.ZERO);
    boolean changedHere = was.isPresent() ? wasHere : isHere;
    boolean both = was.isPresent() && is.isPresent();
    return new Share(
        both && isHere && !wasHere ? after : Quantity.ZERO,
        both && wasHere && !isHere ? after : Quantity.ZERO,
        changedHere ? after.minus(before) : Quantity.ZERO);
  }

  @Property(tries = 300)
  void eachLineIsWhatItsRowsSay(@ForAll long seed) {
    Scenario scenario = new Scenario(seed);
    Ledger all = scenario.ledger(scenario.rows, scenario.corrections);
    Random random = new Random(seed);
    Side left = side(scenario, all, random);
    Side right = side(scenario, all, random);
    Set<String> keys = new LinkedHashSet<>();
    List.of(left, right).forEach(side -> side.model().rows().forEach(row -> keys.add(row.key())));
    for (Period period : scenario.periods) {
      Bridge bridge = Bridge.between(left.cube(), right.cube(), BOOKINGS, period);
      Set<UnitId> units = new LinkedHashSet<>(left.model().organisation().units());
      units.addAll(right.model().organisation().units());
      units.add(Organisation.UNASSIGNED);
      assertEquals(List.copyOf(units), bridge.lines().stream().map(Bridge.Line::unit).toList());
      for (Bridge.Line line : bridge.lines()) {
        Share share =
            keys.stream()
                .map(key -> share(left, right, key, line.unit(), period))
                .reduce(Share.NOTHING, Share::plus);
        assertEquals(
            new Bridge.Line(
                line.unit(),
                left.sum(line.unit(), period),
                share.in(),
                share.out(),
                share.changed(),
                right.sum(line.unit(), period)),
            line);
        assertEquals(line.right(), bridge.explain(line.unit()).total());
      }
      assertEquals(Quantity.ZERO, bridge.line(UnitId.of("root")).movedIn());
    }
  }

  /** Where both sides have one tree, what moved in less out, and what changed, add up in it. */
  @Property(tries = 200)
  void linesAddUpTheTree(@ForAll long seed) {
    Scenario scenario = new Scenario(seed);
    Organisation tree = scenario.organisation;
    LocalDate date = scenario.organisedOn;
    Ledger all = scenario.ledger(scenario.rows, scenario.corrections);
    Rollup rollup = Rollup.of(all.known(Scenario.FIRST_KNOWN)).over(tree).periods(scenario.periods);
    Cube left = rollup.organisedOn(date).build();
    Cube right = Rollup.of(all).over(tree).periods(scenario.periods).organisedOn(date).build();
    for (Period period : scenario.periods) {
      Bridge bridge = Bridge.between(left, right, BOOKINGS, period);
      Map<UnitId, Quantity> own = new HashMap<>();
      for (Bridge.Move move : bridge.moves()) {
        own.merge(last(move.from()), Quantity.ZERO.minus(move.amount()), Quantity::plus);
        own.merge(last(move.to()), move.amount(), Quantity::plus);
      }
      bridge.changes().forEach(each -> own.merge(last(each.at()), each.amount(), Quantity::plus));
      for (UnitId unit : tree.units()) {
        Quantity sum = own.getOrDefault(unit, Quantity.ZERO);
        List<UnitId> below = new ArrayList<>(tree.subunits(unit, date));
        if (unit.equals(tree.root())) {
          below.add(Organisation.UNASSIGNED);
        }
        for (UnitId child : below) {
          sum = sum.plus(net(bridge.line(child)));
        }
        assertEquals(sum, net(bridge.line(unit)));
      }
    }
  }

  private static UnitId last(List<UnitId> path) {
    return path.get(path.size() - 1);
  }

  private static Quantity net(Bridge.Line line) {
    return line.movedIn().minus(line.movedOut()).plus(line.changed());
  }

  /** There and back again is nothing, whatever lies between. */
  @Property(tries = 100)
  void bridgesMayFollowEachOther(@ForAll long seed) {
    Scenario scenario = new Scenario(seed);
    Ledger all = scenario.ledger(scenario.rows, scenario.corrections);
    Random random = new Random(seed);
    List<Side> sides = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sides.add(side(scenario, all, random));
    }
    for (Period period : scenario.periods) {
      Map<PartyId, Quantity> sums = new HashMap<>();
      for (int i = 0; i < 3; i++) {
        Cube from = sides.get(i).cube();
        Cube to = sides.get((i + 1) % 3).cube();
        for (Bridge.Line line : Bridge.between(from, to, BOOKINGS, period).lines()) {
          sums.merge(line.unit(), net(line), Quantity::plus);
        }
        assertEquals(List.of(), Bridge.between(from, from, BOOKINGS, period).moves());
        assertEquals(List.of(), Bridge.between(from, from, BOOKINGS, period).changes());
      }
      sums.values().forEach(sum -> assertEquals(Quantity.ZERO, sum));
    }
  }
}
