package dev.guidepost.targets.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.History;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.outlook.OutlookBridge;
import dev.guidepost.targets.outlook.OutlookBridge.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random companies in which everything happens at once. */
class HindsightProperties {

  private static final LocalDate THEN = Firm.AS_OF.minusDays(10);

  /** People who move, join and leave; deals that change hands, amount, day and outcome. */
  private static Firm company(Random random) {
    Firm firm = new Firm();
    List<PersonId> people = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      PersonId person = firm.undeclared("p" + i);
      LocalDate day = Firm.AS_OF.minusDays(random.nextInt(20));
      UnitId home = random.nextBoolean() ? Firm.EAST : Firm.WEST;
      switch (random.nextInt(4)) {
        case 0 -> firm.organisation.member(person, home, day);
        case 1 ->
            firm.organisation
                .member(person, Firm.EAST, Firm.START, day)
                .member(person, Firm.WEST, day);
        case 2 -> firm.organisation.member(person, home, Firm.START, day);
        default -> firm.organisation.member(person, home);
      }
      firm.sells(person, random.nextInt(20), 43, 2, 3, 500 + random.nextInt(5_000));
      people.add(person);
    }
    firm.deals.removeIf(deal -> deal.closed().filter(day -> day.isAfter(THEN)).isPresent());
    for (int i = 0; i < 25; i++) {
      firm.deals.add(deal("x" + i, random, people));
    }
    return firm;
  }

  private static Deal deal(String id, Random random, List<PersonId> people) {
    LocalDate opened = Firm.AS_OF.minusDays(random.nextInt(120));
    LocalDate later = opened.plusDays(random.nextInt(120));
    LocalDate close = LocalDate.of(2025, 11, 1).plusDays(random.nextInt(120));
    History<PersonId> owners = History.of(people.get(random.nextInt(4)));
    History<Quantity> amounts = History.of(Quantity.of(random.nextInt(9_000)));
    List<StageVisit> visits = new ArrayList<>();
    if (random.nextInt(3) > 0) {
      Outcome outcome = random.nextBoolean() ? Outcome.WON : Outcome.LOST;
      visits.add(new StageVisit("Closed", later, outcome, later, 1));
      if (random.nextInt(4) == 0) {
        LocalDate back = later.plusDays(3);
        visits.add(new StageVisit("Proposal", back, Outcome.OPEN, back, 2));
      }
    }
    return Deal.builder()
        .id(DealId.of(id))
        .opened(opened)
        .visits(visits)
        .owners(
            random.nextBoolean() ? owners : owners.with(later, 1, people.get(random.nextInt(4))))
        .amounts(random.nextBoolean() ? amounts : amounts.with(later, 1, Quantity.of(7_777)))
        .expectedCloses(History.of(close).with(later, 1, close.plusDays(random.nextInt(90) - 45)))
        .build();
  }

  /** The constructor checks that steps add up; here, to the totals that are printed elsewhere. */
  @Property(tries = 25)
  void stepsLeadFromOneOutlookToTheOther(@ForAll long seed) {
    Evidence evidence = company(new Random(seed)).evidence();
    Hindsight hindsight = Hindsight.of(evidence);
    Evidence then = hindsight.on(THEN);
    Planner now = Planner.of(evidence, Goals.of(evidence, List.of()), .8);
    Planner before = Planner.of(then, Goals.of(then, List.of()), .8);
    for (UnitId unit : List.of(Firm.COMPANY, Firm.EAST, Firm.WEST)) {
      OutlookBridge bridge = hindsight.since(THEN, unit);
      assertEquals(now.outlook(unit).orElseThrow().total(), bridge.after());
      assertEquals(before.outlook(unit).orElseThrow().total(), bridge.before());
      assertEquals(bridge.after(), bridge.explain().total());
      Quantity sum = Quantity.ZERO;
      for (Kind kind : Kind.values()) {
        sum = sum.plus(bridge.effect(kind));
      }
      assertEquals(bridge.difference(), sum);
      // Half a unit for each thing that is rounded, those that round to nothing among them.
      double most = 3 + evidence.deals().size() / 2.0 + evidence.people().size();
      assertTrue(Math.abs(bridge.effect(Kind.ROUNDING).toDouble()) <= most, bridge::print);
    }
  }
}
