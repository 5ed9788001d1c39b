package dev.guidepost.targets.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanLine;
import dev.guidepost.targets.plan.TeamPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** METHODS D9: counts and expected values add up, chances do not; the surplus is a cushion. */
class TeamPlanTest {

  private static final Firm FIRM = firm();
  private static final Evidence EVIDENCE = FIRM.evidence();

  private static Firm firm() {
    Firm firm = new Firm();
    for (int i = 0; i < 5; i++) {
      firm.seller("p" + i, Firm.EAST, 2, 3 + i % 2, 1000);
    }
    firm.seller("w", Firm.WEST, 3, 3, 2000);
    return firm;
  }

  private static Planner planner(double confidence, long each) {
    List<Target> targets = new ArrayList<>();
    for (PersonId person : FIRM.people) {
      long won =
          (long)
              EVIDENCE
                  .today()
                  .sum(
                      person, dev.guidepost.core.metric.StandardMetrics.BOOKINGS, EVIDENCE.period())
                  .toDouble();
      targets.add(Firm.target(EVIDENCE, person, won + each));
    }
    targets.add(Firm.target(EVIDENCE, Firm.EAST, 40_000));
    return Planner.of(EVIDENCE, Goals.of(EVIDENCE, targets), confidence);
  }

  @Property(tries = 8)
  void countsAndExpectedValuesAddUp(@ForAll @IntRange(min = 1, max = 8) int thousands) {
    Planner planner = planner(.8, 1000L * thousands);
    TeamPlan company = planner.plan(Firm.COMPANY).orElseThrow();
    TeamPlan east = planner.plan(Firm.EAST).orElseThrow();
    TeamPlan west = planner.plan(Firm.WEST).orElseThrow();
    for (PlanLine.Kind kind : PlanLine.Kind.values()) {
      assertEquals(company.thisWeek(kind), east.thisWeek(kind) + west.thisWeek(kind));
      assertEquals(
          east.thisWeek(kind), east.plans().stream().mapToLong(plan -> plan.thisWeek(kind)).sum());
    }
    assertEquals(company.explain().total(), east.explain().total().plus(west.explain().total()));
    assertEquals(company.goals(), east.goals().map(sum -> sum.plus(west.goals().orElseThrow())));
    Quantity won = Quantity.ZERO;
    for (Plan plan : company.plans()) {
      won = won.plus(plan.version().won());
    }
    assertEquals(company.outlook().won(), won);
    assertEquals(company.ownNeeds(), east.ownNeeds() + west.ownNeeds(), 1e-9);
  }

  @Test
  void aTeamNeedsLessThanItsPeopleEach() {
    Planner planner = planner(.8, 3000);
    TeamPlan east = planner.plan(Firm.EAST).orElseThrow();
    assertTrue(east.chance().orElseThrow() > .8, "not everybody falls short at once: " + east);
    assertTrue(east.cushion().orElseThrow() > 0, east.toString());
    assertEquals(east.ownNeeds(), east.need().orElseThrow() + east.cushion().orElseThrow(), 1e-12);
    TeamPlan more = planner(.9, 3000).plan(Firm.EAST).orElseThrow();
    assertTrue(more.need().orElseThrow() >= east.need().orElseThrow(), "never less for more");
    assertTrue(east.toString().startsWith("East: "), east.toString());
    assertTrue(east.toString().contains("own goal 40,000 "), east.toString());
    String table = east.print();
    assertTrue(table.contains("together"), table);
    assertEquals(5, east.plans().size());
  }

  /** Who has no goal counts with all there is: won, live, and what is created as usual. */
  @Test
  void whatPeopleWithoutAGoalWonCounts() {
    Firm firm = new Firm();
    PersonId ana = firm.seller("ana", Firm.EAST, 2, 3, 9000);
    PersonId ben = firm.seller("ben", Firm.EAST, 2, 3, 9000);
    for (int i = 0; i < 10; i++) {
      LocalDate closed = firm.asOf.minusDays(3 + i);
      firm.closed("b" + i, ben, firm.asOf.minusDays(50), closed, true, 9000);
    }
    Evidence evidence = firm.evidence();
    Target goal = Firm.target(evidence, ana, 150_000);
    Planner without = Planner.of(evidence, Goals.of(evidence, List.of(goal)), .8);
    Planner with =
        Planner.of(evidence, Goals.of(evidence, List.of(goal, Firm.target(evidence, ben, 0))), .8);
    TeamPlan east = without.plan(Firm.EAST).orElseThrow();
    assertEquals(1, with.plan(Firm.EAST).orElseThrow().chance().orElseThrow(), .02);
    assertEquals(1, east.chance().orElseThrow(), .02, east.toString());
    Plan own = without.plan(ana);
    assertEquals(own.neededPerWeek().orElseThrow(), east.ownNeeds(), 1e-9, "of ana alone");
  }

  /** Of one person the team's need is that person's, so there is no cushion. */
  @Test
  void aTeamOfOneHasNoCushion() {
    TeamPlan west = planner(.8, 5000).plan(Firm.WEST).orElseThrow();
    assertEquals(1, west.plans().size());
    assertEquals(0, west.cushion().orElse(0), .02 * west.ownNeeds() + .11);
    assertTrue(west.chance().orElseThrow() >= .8 - .01, west.toString());
  }

  @Test
  void saysWhatIsOutOfReachAndWhatNobodyKnows() {
    TeamPlan far = planner(.8, 9_000_000).plan(Firm.EAST).orElseThrow();
    assertTrue(far.need().isEmpty() && far.cushion().isEmpty());
    assertTrue(far.toString().endsWith("not enough for the team"), far.toString());
    TeamPlan done = planner(.8, 0).plan(Firm.EAST).orElseThrow();
    assertEquals(0, done.need().orElseThrow());
    Firm nobody = new Firm();
    nobody.open("o", PersonId.of("stranger"), Firm.START);
    assertTrue(nobody.planner(.8).plan(Firm.COMPANY).isEmpty());
    Expect.rejected("unit must be one of", () -> planner(.8, 1).plan(UnitId.of("nowhere")));
  }
}
