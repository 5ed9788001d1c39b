package dev.guidepost.rollup.variance;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.CLOSED;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static dev.guidepost.rollup.variance.DriversTest.DEAL_SIZE;
import static dev.guidepost.rollup.variance.Sales.Q2;
import static dev.guidepost.rollup.variance.Sales.Q3;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.factor.Remainders;
import dev.guidepost.rollup.org.Organisation;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class VarianceProperties {

  private static final Drivers DRIVERS = Drivers.of(BOOKINGS, CLOSED, WIN_RATE, DEAL_SIZE);
  private static final LocalDate END = Q3.lastDay();

  private static Drivers drivers(int kind) {
    return switch (Math.floorMod(kind, 5)) {
      case 0 -> DRIVERS;
      case 1 -> DRIVERS.by(PRODUCT);
      case 2 -> DRIVERS.by(PRODUCT).with(Mix.NONE);
      case 3 -> DRIVERS.by(PRODUCT).with(Mix.ACROSS_ALL);
      default -> DRIVERS.with(Mix.ACROSS_ALL);
    };
  }

  private static Quantity sum(Stream<VarianceLine> lines) {
    return lines.map(VarianceLine::amount).reduce(Quantity.ZERO, Quantity::plus);
  }

  /** Also checks that parts add up, as an explanation whose parts do not cannot be made. */
  @Property(tries = 150)
  void linesAddUpAtEveryNodeToWhatTheCubeHas(
      @ForAll long seed, @ForAll int kind, @ForAll Decomposition by) {
    Company company = new Company(seed, true);
    for (Cube cube : List.of(company.asItWas, company.organised)) {
      VarianceTree tree = VarianceAnalysis.of(drivers(kind)).with(by).between(cube, Q2, Q3);
      for (PartyId node : tree.nodes()) {
        Variance variance = tree.at(node);
        assertEquals(cube.sum(node, BOOKINGS, Q2), variance.before());
        assertEquals(cube.sum(node, BOOKINGS, Q3), variance.after());
        assertEquals(variance.change(), sum(variance.lines().stream()));
        assertEquals(variance.change(), variance.explain().total());
        assertEquals(variance.change(), variance.explainByPart().total());
        for (MetricId factor : tree.drivers().factors()) {
          assertEquals(variance.line(factor).amount(), variance.explain(factor).total());
        }
        for (Cause cause : List.of(Cause.ENTERED, Cause.LEFT, Cause.MOVED, Cause.UNEXPLAINED)) {
          assertEquals(variance.line(cause).amount(), variance.explain(cause).total());
        }
        if (node instanceof PersonId || node.equals(company.organisation.root())) {
          assertEquals(Quantity.ZERO, variance.line(Cause.MOVED).amount());
        }
      }
      assertEquals(
          tree.at(company.organisation.root()).line(Cause.UNEXPLAINED).amount(),
          tree.unexplained().stream()
              .map(VarianceTree.Unexplained::change)
              .reduce(Quantity.ZERO, Quantity::plus));
    }
  }

  @Property(tries = 100)
  void everyLineOfAUnitIsThatOfItsPartsAdded(@ForAll long seed, @ForAll int kind) {
    Company company = new Company(seed, false);
    VarianceTree tree = VarianceAnalysis.of(drivers(kind)).between(company.asItWas, Q2, Q3);
    Organisation organisation = company.organisation;
    List<UnitId> units = new ArrayList<>(organisation.units());
    for (UnitId unit : units) {
      List<UnitId> below = new ArrayList<>(organisation.subunits(unit, END));
      if (unit.equals(organisation.root())) {
        below.add(Organisation.UNASSIGNED);
      }
      Variance variance = tree.at(unit);
      for (int i = 0; i < variance.lines().size(); i++) {
        int line = i;
        Quantity ofUnits = sum(below.stream().map(part -> tree.at(part).lines().get(line)));
        VarianceLine whole = variance.lines().get(line);
        List<String> labels = below.stream().map(part -> tree.at(part).label()).toList();
        Quantity ofOthers =
            (whole.factor().isPresent()
                    ? variance.explain(whole.factor().get())
                    : variance.explain(whole.cause()))
                .parts().stream()
                    .filter(part -> !labels.contains(part.label()))
                    .map(part -> part.amount())
                    .reduce(Quantity.ZERO, Quantity::plus);
        assertEquals(whole.amount(), ofUnits.plus(ofOthers));
      }
    }
  }

  /** Who is compared has at the own node what the definition gives for all that is theirs. */
  @Property(tries = 100)
  void aPersonIsComparedAsOne(@ForAll long seed) {
    Company company = new Company(seed, true);
    VarianceTree tree = VarianceAnalysis.of(DRIVERS).decimals(9).between(company.asItWas, Q2, Q3);
    for (PersonId person : company.organisation.people()) {
      Variance variance = tree.at(person);
      List<List<Fraction>> sides = new ArrayList<>();
      for (Period period : List.of(Q2, Q3)) {
        List<Fraction> factors = new ArrayList<>();
        for (MetricId factor : DRIVERS.factors()) {
          Measurement measured = company.asItWas.measurement(person, factor, period);
          measured.exact().ifPresent(factors::add);
        }
        sides.add(factors);
      }
      boolean whole = sides.get(0).size() == 3 && sides.get(1).size() == 3;
      if (whole && variance.line(CLOSED).amount().signum() != 0) {
        Optional<List<Fraction>> exact = Decomposition.SHAPLEY.effects(sides.get(0), sides.get(1));
        assertEquals(
            Remainders.round(exact.orElseThrow(), 9),
            variance.lines().subList(0, 3).stream()
                .map(line -> BigInteger.valueOf(line.amount().unscaledAt(9)))
                .toList());
      }
    }
  }

  @Property(tries = 100)
  void theWayBackIsTheWayThere(@ForAll long seed, @ForAll int kind, @ForAll Decomposition by) {
    Cube cube = new Company(seed, false).organised;
    VarianceAnalysis analysis = VarianceAnalysis.of(drivers(kind)).with(by);
    VarianceTree there = analysis.between(cube, Q2, Q3);
    VarianceTree back = analysis.between(cube, Q3, Q2);
    for (PartyId node : there.nodes()) {
      for (int i = 0; i < there.at(node).lines().size(); i++) {
        VarianceLine line = there.at(node).lines().get(i);
        Quantity opposite =
            switch (line.cause()) {
              case ENTERED -> back.at(node).line(Cause.LEFT).amount();
              case LEFT -> back.at(node).line(Cause.ENTERED).amount();
              default -> back.at(node).lines().get(i).amount();
            };
        assertEquals(line.amount(), opposite.negated());
      }
    }
  }

  /** Of a company where one factor changed, and by how much differs from person to person. */
  @Property(tries = 100)
  void onlyWhatChangedHasALine(@ForAll long seed, @ForAll Decomposition by) {
    Random random = new Random(seed);
    UnitId root = UnitId.of("root");
    Organisation.Builder builder = Organisation.builder(root, "Root");
    Sales sales = new Sales();
    int changed = random.nextInt(3);
    for (int i = 0; i < 4; i++) {
      PersonId person = PersonId.of("person" + i);
      builder.person(person, "Ana").member(person, root);
      int times = 2 + random.nextInt(3);
      int closed = 12 * (1 + random.nextInt(4));
      int wins = closed / 12;
      long size = 10L + random.nextInt(90);
      sales.row(person, Q2, "chair", closed, wins, Long.toString(wins * size));
      long moreClosed = changed == 0 ? (long) closed * times : closed;
      long moreWins = changed == 2 ? wins : (long) wins * times;
      long bookings = wins * size * times;
      sales.row(person, Q3, "chair", moreClosed, moreWins, Long.toString(bookings));
    }
    Variance why =
        VarianceAnalysis.of(DRIVERS).with(by).between(sales.over(builder.build()), Q2, Q3).at(root);
    for (int i = 0; i < why.lines().size(); i++) {
      Quantity expected = i == changed ? why.change() : Quantity.ZERO;
      assertEquals(expected, why.lines().get(i).amount());
    }
    assertTrue(why.change().signum() > 0);
  }

  /** Where everybody grows by the same factor, shares stay, and there is no mix. */
  @Example
  void sameGrowthIsNoMix() {
    Sales sales = new Sales();
    UnitId root = UnitId.of("root");
    Organisation.Builder builder = Organisation.builder(root, "Root");
    for (int i = 1; i < 5; i++) {
      PersonId person = PersonId.of("person" + i);
      builder.person(person, "Ana").member(person, root);
      sales.row(person, Q2, "chair", 10L * i, i, Long.toString(100L * i * i));
      sales.row(person, Q3, "chair", 30L * i, 3L * i, Long.toString(300L * i * i));
    }
    Variance why =
        VarianceAnalysis.of(DRIVERS.with(Mix.ACROSS_ALL))
            .between(sales.over(builder.build()), Q2, Q3)
            .at(root);
    assertEquals(Quantity.ZERO, why.line(Cause.MIX).amount());
    assertEquals(why.change(), why.line(CLOSED).amount());
  }

  @Property(tries = 150)
  void effectsOnARatioAddUp(@ForAll long seed, @ForAll boolean byProduct, @ForAll boolean size) {
    Company company = new Company(seed, true);
    MetricId rate = size ? DEAL_SIZE : WIN_RATE;
    RateAnalysis analysis = RateAnalysis.of(rate);
    RateAnalysis chosen = byProduct ? analysis.by(PRODUCT) : analysis;
    for (PartyId node : company.asItWas.nodes()) {
      Optional<Fraction> before = company.asItWas.measurement(node, rate, Q2).exact();
      Optional<Fraction> after = company.asItWas.measurement(node, rate, Q3).exact();
      Optional<RateVariance> why = chosen.between(node, company.asItWas, Q2, Q3);
      assertEquals(before.isPresent() && after.isPresent(), why.isPresent());
      if (why.isPresent()) {
        assertEquals(before.orElseThrow(), why.get().before());
        assertEquals(after.orElseThrow(), why.get().after());
        assertEquals(
            why.get().change(),
            Stream.of(Cause.values()).map(why.get()::of).reduce(Fraction.ZERO, Fraction::plus));
        assertTrue(why.get().explain().parts().size() >= 2);
      }
    }
  }
}
