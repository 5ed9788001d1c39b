package dev.guidepost.rollup.attainment;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.goal.Assignment;
import dev.guidepost.core.goal.Attainment;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.goal.TargetVersion;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Fraction;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AttainmentProperties {

  private static AttainmentTree tree(Chance chance, Optional<LocalDate> organisedOn) {
    Rollup rollup = Rollup.of(chance.ledger()).over(chance.organisation);
    Rollup view = organisedOn.map(rollup::organisedOn).orElse(rollup);
    return Attainments.of(view.periods(List.of(chance.period)), chance.book(), chance.known)
        .of(BOOKINGS, chance.period);
  }

  private static AttainmentModel model(Chance chance, Optional<LocalDate> organisedOn) {
    return new AttainmentModel(
        chance.organisation,
        organisedOn,
        chance.known,
        chance.period,
        chance.rows,
        chance.targets.stream()
            .filter(target -> target.period().start().isBefore(chance.period.end()))
            .filter(target -> chance.period.start().isBefore(target.period().end()))
            .toList());
  }

  private static Optional<LocalDate> date(Chance chance, boolean restated) {
    return restated
        ? Optional.of(Chance.START.plusDays(chance.random.nextInt(60)))
        : Optional.empty();
  }

  private static Quantity amounts(List<Target> targets) {
    return AttainmentModel.sum(targets.stream().map(Target::amount).toList());
  }

  private static Quantity rows(List<Chance.Row> rows) {
    return AttainmentModel.sum(rows.stream().map(Chance.Row::amount).toList());
  }

  @Property(tries = 500)
  void everyLineIsThatOfTheModel(@ForAll long seed, @ForAll boolean restated) {
    Chance chance = new Chance(seed);
    Optional<LocalDate> date = date(chance, restated);
    AttainmentTree tree = tree(chance, date);
    AttainmentModel model = model(chance, date);
    for (AttainmentLine line : tree.lines()) {
      PartyId party = line.party();
      List<Chance.Row> here = model.at(party);
      assertEquals(
          Optional.of(rows(here).toBigDecimal()),
          line.actual().value(2).map(Quantity::of).map(Quantity::toBigDecimal));
      List<Target> own = model.chosen(party);
      assertEquals(own.isEmpty(), line.own().isEmpty());
      assertEquals( // what does not count is named, all of it
          model.targets().stream()
              .filter(target -> target.owner().equals(party) && !own.contains(target))
              .collect(Collectors.toSet()),
          line.leftOut().stream()
              .map(Assignment.LeftOut::target)
              .filter(target -> target.owner().equals(party))
              .collect(Collectors.toSet()));
      line.own()
          .ifPresent(
              attained -> {
                assertEquals(amounts(own), attained.target().orElseThrow().amount());
                assertEquals(
                    rows(here.stream().filter(row -> model.has(party, row.on())).toList()),
                    attained.actual().orElseThrow());
              });
      if (party instanceof UnitId unit) {
        List<Target> below = model.below(unit);
        assertEquals(below.isEmpty(), line.assigned().isEmpty());
        assertEquals(
            new HashSet<>(below),
            line.assignment().stream()
                .flatMap(all -> all.parts().stream())
                .map(part -> part.child().target())
                .collect(Collectors.toSet()));
        line.assigned()
            .ifPresent(
                attained -> {
                  assertEquals(amounts(below), attained.target().orElseThrow().amount());
                  assertEquals(
                      rows(here.stream().filter(row -> model.counts(unit, row)).toList()),
                      attained.actual().orElseThrow());
                });
        assertEquals(
            rows(here.stream().filter(row -> model.without(unit, row)).toList()),
            line.withoutTarget().orElseThrow());
      } else {
        assertEquals(
            rows(here.stream().filter(row -> !model.has(party, row.on())).toList()),
            line.withoutTarget().orElseThrow());
      }
    }
  }

  @Property(tries = 300)
  void whatIsBelowAddsUpToTheUnit(@ForAll long seed, @ForAll boolean restated) {
    Chance chance = new Chance(seed);
    AttainmentTree tree = tree(chance, date(chance, restated));
    List<UnitId> units = new ArrayList<>(chance.organisation.units());
    units.add(Organisation.UNASSIGNED);
    for (UnitId unit : units) {
      AttainmentLine line = tree.at(unit);
      List<Contribution> brought = tree.contributions(unit);
      assertEquals(
          line.actual().exact().orElseThrow(),
          Fraction.of(AttainmentModel.sum(brought.stream().map(Contribution::amount).toList())));
      assertEquals(
          line.withoutTarget().orElseThrow(),
          AttainmentModel.sum(brought.stream().map(Contribution::withoutTarget).toList()));
      assertEquals(
          line.assignment().map(Assignment::assigned).orElse(Quantity.ZERO),
          AttainmentModel.sum(List.copyOf(tree.assigned(unit).values())));
    }
  }

  /** No target is lost: each counts or is left out at every unit up to one that stands for it. */
  @Property(tries = 300)
  void everyTargetCountsOrIsLeftOutOnce(@ForAll long seed, @ForAll boolean restated) {
    Chance chance = new Chance(seed);
    Optional<LocalDate> date = date(chance, restated);
    AttainmentTree tree = tree(chance, date);
    AttainmentModel model = model(chance, date);
    for (Target target : model.targets()) {
      List<UnitId> path = model.above(target);
      for (int i = path.size() - 1; i >= 0; i--) {
        Assignment at = tree.at(path.get(i)).assignment().orElseThrow();
        long counts = at.parts().stream().filter(p -> p.child().target().equals(target)).count();
        long left = at.leftOut().stream().filter(line -> line.target().equals(target)).count();
        assertEquals(1, counts + left, target + " at " + path.get(i));
        if (model.stands(path.get(i))) {
          break;
        }
      }
    }
  }

  /** What is recorded later, and targets that are set later, change nothing. */
  @Property(tries = 150)
  void whatWasNotKnownDoesNotLeak(@ForAll long seed, @ForAll boolean restated) {
    Chance chance = new Chance(seed);
    Optional<LocalDate> date = date(chance, restated);
    AttainmentTree then = tree(chance, date);
    LocalDate later = chance.known.plusDays(1);
    LedgerWriter writer = new LedgerWriter(Acme.CATALOG);
    Chance.write(writer, "first", chance.known, chance.rows);
    Chance.write(writer, "late", later, new Chance(seed + 1).rows);
    TargetBook book = chance.book();
    for (Target target : chance.targets) {
      Target changed = Target.builder().from(target).amount(Quantity.of(7_777)).build();
      LocalDate from = target.period().start();
      book =
          seed % 2 == 0
              ? book.withdraw(target.key(), from, later, PersonId.of("boss"), "gone")
              : book.with(
                  new TargetVersion(changed, from, later, PersonId.of("boss"), "no", false));
    }
    Rollup rollup = Rollup.of(writer.snapshot()).over(chance.organisation);
    Rollup view = date.map(rollup::organisedOn).orElse(rollup);
    AttainmentTree now =
        Attainments.of(view.periods(List.of(chance.period)), book, chance.known)
            .of(BOOKINGS, chance.period);
    assertEquals(then.lines(), now.lines());
    assertEquals(then.leftOut(), now.leftOut());
    assertEquals(then.print(), now.print());
  }

  @Property(tries = 150)
  void aDistributionIsOfThePeopleOfTheUnit(@ForAll long seed, @ForAll boolean restated) {
    Chance chance = new Chance(seed);
    AttainmentTree tree = tree(chance, date(chance, restated));
    for (UnitId unit : chance.organisation.units()) {
      List<AttainmentLine> people = tree.lines(tree.people(unit));
      Distribution spread = tree.distribution(unit);
      Set<AttainmentLine> targeted = new HashSet<>();
      people.stream().filter(line -> line.own().isPresent()).forEach(targeted::add);
      assertEquals(people.size(), spread.parties());
      assertEquals(targeted.size(), spread.withTarget());
      assertEquals(
          Quantity.of(
              targeted.stream()
                  .map(line -> line.own().orElseThrow())
                  .filter(Attainment::reached)
                  .count()),
          spread.reached().numerator());
      assertTrue(spread.quartiles().isEmpty() || targeted.size() >= Distribution.LEAST);
    }
  }
}
