package dev.guidepost.targets.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.outlook.UnitOutlook;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.TeamPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The quarter planned for is 2025-Q4, reviewed on 2025-11-03. */
class GoalsTest {

  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PersonId LEO = PersonId.of("leo");
  private static final Evidence EVIDENCE = evidence();

  private static Evidence evidence() {
    Firm firm = new Firm();
    firm.seller("ana", Firm.EAST, 2, 3, 1000);
    firm.seller("ben", Firm.EAST, 2, 4, 1000);
    firm.person("leo", Firm.WEST);
    firm.organisation.leave(LEO, Firm.AS_OF.minusDays(60));
    return firm.evidence();
  }

  private static Target target(PartyId owner, String period, long amount) {
    Period days = FiscalCalendar.calendarYear().period(period);
    return Target.builder()
        .owner(owner)
        .metric(StandardMetrics.BOOKINGS)
        .period(days)
        .amount(Quantity.of(amount))
        .build();
  }

  private static Goals goals(Target... targets) {
    return Goals.of(EVIDENCE, List.of(targets));
  }

  private static Planner planner(Target... targets) {
    return Planner.of(EVIDENCE, List.of(targets), .8);
  }

  @Test
  void namesTargetsThatServeNobody() {
    Goals goals =
        goals(
            target(PersonId.of("bne"), "2025-Q4", 9000),
            target(LEO, "2025-Q4", 9000),
            target(ANA, "2025-Q4", 9000),
            target(ANA, "2025-Q3", 9000),
            target(ANA, "2026-Q1", 9000),
            target(ANA, "2025-11", 3000),
            target(Firm.EAST, "2025-Q4", 9000));
    assertEquals(
        List.of(
            "bookings of bne in 2025-Q4: 9,000: nobody has the id bne",
            "bookings of leo in 2025-Q4: 9,000: stands in no unit on 2025-11-03",
            "bookings of ana in 2025-Q3: 9,000: is of 2025-Q3, plans are for 2025-Q4"),
        goals.unused().stream().map(Goals.Unused::toString).toList());
    assertEquals("goals for 2025-Q4: 4 set; unused: 3 of 7 targets", goals.toString());
    assertEquals("goals for 2025-Q4: assumed, repeat the last full quarter", goals().toString());
    assertEquals(
        "No target of this person for bookings in 2025-Q4, so no goal", goals.statement(BEN));
    assertEquals(
        "No target of this unit for bookings in 2025-Q4, so no goal", goals.statement(Firm.WEST));
  }

  @Test
  void monthsThatFillTheQuarterAreItsGoal() {
    List<Target> months = new ArrayList<>();
    for (String month : List.of("2025-12", "2025-10", "2025-11")) {
      months.add(target(ANA, month, 3000));
    }
    Goals goals = Goals.of(EVIDENCE, months);
    Target sum = goals.of(ANA).orElseThrow();
    assertEquals(Quantity.of(9000), sum.amount());
    assertEquals(EVIDENCE.period(), sum.period());
    assertEquals(new Target.Derived("the sum of 3 targets of its parts"), sum.basis());
    assertEquals(List.of(), goals.unused());
    assertEquals("", goals.statement(ANA));
    months.add(target(ANA, "2025-Q4", 8000));
    assertEquals(
        Quantity.of(8000), Goals.of(EVIDENCE, months).of(ANA).orElseThrow().amount(), "its own");
  }

  @Test
  void namesWhatDoesNotFillTheQuarter() {
    Goals two = goals(target(ANA, "2025-10", 3000), target(ANA, "2025-11", 3000));
    assertTrue(two.assumed());
    assertEquals(
        "2 targets in this source, none for bookings in 2025-Q4. Assumed goal: repeat the last full"
            + " quarter. 2 targets for bookings in parts of 2025-Q4 are not used: give one for the"
            + " quarter",
        two.statement(ANA));
    Goals twice =
        goals(
            target(ANA, "2025-10", 3000),
            target(ANA, "2025-10", 3000),
            target(ANA, "2025-11", 3000),
            target(ANA, "2025-12", 3000));
    assertTrue(twice.assumed());
    assertTrue(
        goals(target(ANA, "2025", 9000))
            .statement(ANA)
            .endsWith(
                ". 1 target for bookings in more than 2025-Q4 is not used: give one for the quarter"));
    Goals beside = goals(target(BEN, "2025-Q4", 9000), target(ANA, "2025-12", 3000));
    assertEquals(
        "No target of this person for bookings in 2025-Q4, so no goal. 1 target for bookings in"
            + " parts of 2025-Q4 is not used: give one for the quarter",
        beside.statement(ANA));
  }

  @Test
  void saysWhereGoalsAreAssumed() {
    Planner assumed = planner();
    TeamPlan east = assumed.plan(Firm.EAST).orElseThrow();
    assertTrue(assumed.plan(ANA).print().contains("why      assumed goal "));
    assertTrue(east.print().contains(", assumed goals of its people "), east::print);
    assertTrue(east.print().contains("; own assumed goal "), east::print);
    assertTrue(east.outlook().print().contains(" likely to reach the assumed goal "));
    Planner set = planner(target(ANA, "2025-Q4", 9000), target(Firm.EAST, "2025-Q4", 20_000));
    assertFalse(set.plan(ANA).print().contains("assumed"));
    assertFalse(set.plan(Firm.EAST).orElseThrow().print().contains("assumed"));
    assertFalse(set.outlook(Firm.EAST).orElseThrow().print().contains("assumed"));
  }

  @Test
  void aTeamWithoutGoalsHasNoChanceOfThem() {
    TeamPlan east = planner(target(Firm.EAST, "2025-Q4", 20_000)).plan(Firm.EAST).orElseThrow();
    assertTrue(east.goals().isEmpty() && east.chance().isEmpty() && east.need().isEmpty());
    assertTrue(
        east.toString().contains(" with the plans, no goals of its people; own goal 20,000 "));
    assertFalse(east.toString().contains("together"), east::toString);
    assertTrue(east.print().contains("create+seed"), east::print);
  }

  @Test
  void callsWhatIsLeftOverBeyondTheGoal() {
    String why = planner(target(ANA, "2025-Q4", 100)).plan(ANA).explain().toString();
    assertTrue(why.contains(" + beyond the goal -"), why);
  }

  @Test
  void theNextPeriodHasItsOwnGoal() {
    Target now = target(ANA, "2025-Q4", 3000);
    Target unit = target(Firm.EAST, "2025-Q4", 20_000);
    Plan same = planner(now, unit).plan(ANA);
    Plan more = planner(now, unit, target(ANA, "2026-Q1", 5000)).plan(ANA);
    assertEquals(Optional.of(Quantity.of(3000)), same.next().orElseThrow().stays());
    assertTrue(same.next().toString().contains(" a week for 3,000: do not stop"));
    assertEquals(Optional.empty(), more.next().orElseThrow().stays());
    assertTrue(more.next().orElseThrow().perWeek() > same.next().orElseThrow().perWeek());
    assertEquals(same.chances().map(c -> c.recentRate()), more.chances().map(c -> c.recentRate()));
    UnitOutlook before = planner(now, unit).outlook(Firm.EAST).orElseThrow();
    UnitOutlook after =
        planner(
                now,
                unit,
                target(Firm.EAST, "2026-01", 10_000),
                target(Firm.EAST, "2026-02", 10_000),
                target(Firm.EAST, "2026-03", 10_000))
            .outlook(Firm.EAST)
            .orElseThrow();
    assertTrue(before.next().toString().contains(" if the goal stays 20,000"), before::print);
    assertFalse(after.next().toString().contains("stays"), after::print);
    assertTrue(
        after.next().orElseThrow().needed().orElseThrow()
            > before.next().orElseThrow().needed().orElseThrow());
    assertEquals(before.total(), after.total());
    assertEquals(before.chances(), after.chances());
  }
}
