package dev.guidepost.core.goal;

import static dev.guidepost.core.goal.Sample.ANA;
import static dev.guidepost.core.goal.Sample.EAST;
import static dev.guidepost.core.goal.Sample.amount;
import static dev.guidepost.core.goal.Sample.bookings;
import static dev.guidepost.core.goal.Sample.day;
import static dev.guidepost.core.goal.Sample.period;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.GoalId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PriorityId;
import dev.guidepost.core.id.StrategyId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Grain;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** From the strategy down to what one person does. */
class GoalTreeTest {
  private static final PriorityId NEW = PriorityId.of("new");
  private static final Strategy GROW =
      new Strategy(
          StrategyId.of("grow"),
          "Grow",
          List.of(
              new Strategy.Priority(NEW, "Win new accounts", Quantity.of(2)),
              new Strategy.Priority(PriorityId.of("keep"), "Keep them", Quantity.of(1))));
  private static final Link LINK =
      Link.of(StandardMetrics.MEETINGS, StandardMetrics.BOOKINGS)
          .times("bookings a meeting", Quantity.of(1_500))
          .overTime("months in a quarter", Grain.MONTH, Grain.QUARTER, Quantity.of(3));

  private static Goal.Builder goal(String id, PartyId owner, MetricId metric) {
    return Goal.builder()
        .id(GoalId.of(id))
        .name("Goal " + id)
        .owner(owner)
        .metric(metric)
        .effectiveFrom(day("2026-01-01"));
  }

  private static final Goal TOP = goal("top", EAST, StandardMetrics.BOOKINGS).priority(NEW).build();
  private static final Goal MEET =
      goal("meet", ANA, StandardMetrics.MEETINGS).parent(TOP.id()).link(LINK).build();
  private static final Goal LOOSE = goal("loose", ANA, StandardMetrics.WINS).build();
  private static final GoalTree TREE = GoalTree.of(List.of(GROW), List.of(MEET, TOP, LOOSE));

  private static String refusal(Executable call) {
    return assertThrows(IllegalArgumentException.class, call).getMessage();
  }

  private static String refused(Goal... goals) {
    return refusal(() -> GoalTree.of(List.of(GROW), List.of(goals)));
  }

  @Test
  void tellsTheWayDown() {
    assertEquals(
        "Grow > Win new accounts > Goal top (east) > Goal meet (ana)", TREE.line(MEET.id()));
    assertEquals("Goal loose (ana)", TREE.line(LOOSE.id()));
    assertEquals("Win new accounts", TREE.priority(MEET.id()).orElseThrow().name());
    assertEquals(List.of(MEET), TREE.serving(TOP.id()));
    assertEquals(List.of(LOOSE), TREE.withoutStrategy(day("2026-05-01")));
    assertEquals(List.of(), TREE.withoutStrategy(day("2025-12-31")));
    assertEquals(List.of(GROW), TREE.strategies());
    assertEquals("1 strategies, 3 goals", TREE.toString());
    assertEquals("Grow (2 priorities)", GROW.toString());
    assertEquals(Optional.empty(), TREE.find(GoalId.of("none")));
    assertTrue(refusal(() -> TREE.goal(GoalId.of("none"))).contains("but was none"));
    assertEquals(4, TREE.with(goal("more", ANA, StandardMetrics.WINS).build()).goals().size());
  }

  @Test
  void stopsWithoutForgetting() {
    GoalTree later = TREE.retire(LOOSE.id(), day("2026-07-01"));
    assertEquals(
        List.of(LOOSE),
        later.withoutStrategy(day("2026-06-30")).stream()
            .map(goal -> TREE.goal(goal.id()))
            .toList());
    assertEquals(List.of(), later.withoutStrategy(day("2026-07-01")));
    assertEquals(
        List.of(LOOSE.id()), later.retired(day("2026-07-01")).stream().map(Goal::id).toList());
    assertEquals(List.of(), later.retired(day("2026-06-30")));
    Goal stopped = later.goal(LOOSE.id());
    assertTrue(stopped.pursuedOn(day("2026-06-30")));
    assertFalse(stopped.pursuedOn(day("2026-07-01")));
    assertFalse(stopped.pursuedOn(day("2025-07-01")));
    assertTrue(
        refusal(() -> later.retire(LOOSE.id(), day("2026-08-01")))
            .contains("was until 2026-07-01"));
    assertTrue(
        refusal(() -> TREE.retire(LOOSE.id(), day("2025-01-01"))).contains("must not end before"));
  }

  @Test
  void saysHowMuchTheGoalsBelowComeTo() {
    Target east = bookings(ANA, 300_000).owner(EAST).goal(TOP.id()).build();
    Target month =
        Target.builder()
            .owner(ANA)
            .metric(StandardMetrics.MEETINGS)
            .period(period("2026-10"))
            .amount(amount("40"))
            .goal(MEET.id())
            .build();
    assertEquals(
        "180,000 of 300,000 assigned: 120,000 missing", assigned(TREE, east, month).toString());
    Target whole = Target.builder().from(month).period(Sample.Q4).build();
    assertEquals(
        "60,000 of 300,000 assigned: 240,000 missing", assigned(TREE, east, whole).toString());
    assertTrue(
        refusal(() -> assigned(TREE, bookings(ANA, 1).build())).contains("must be that of a goal"));
    GoalTree same = TREE.with(goal("part", ANA, StandardMetrics.BOOKINGS).parent(TOP.id()).build());
    assertEquals(
        "90 of 300,000 assigned: 299,910 missing",
        assigned(same, east, bookings(ANA, 90).goal(GoalId.of("part")).build()).toString());
  }

  private static Assignment assigned(GoalTree tree, Target parent, Target... targets) {
    return tree.assignment(Sample.CATALOG, parent, List.of(targets), 2, RoundingMode.UNNECESSARY);
  }

  private static Target meetings(PartyId owner, String period) {
    return Target.builder()
        .owner(owner)
        .metric(StandardMetrics.MEETINGS)
        .period(period(period))
        .amount(amount("1"))
        .goal(MEET.id())
        .build();
  }

  private static final Target EAST_QUOTA =
      bookings(ANA, 300_000).owner(EAST).goal(TOP.id()).build();

  private static String leftOut(GoalTree tree, Target target) {
    Assignment assignment = assigned(tree, EAST_QUOTA, target);
    assertEquals(List.of(), assignment.parts());
    assertEquals(target, assignment.leftOut().get(0).target());
    assertEquals("0 of 300,000 assigned: 300,000 missing; 1 left out", assignment.toString());
    return assignment.leftOut().get(0).toString();
  }

  @Test
  void saysOfEachTargetWhyItDoesNotCount() {
    assertEquals(
        "bookings of ana in 2026-Q4 must be linked to a goal to count, but is to none",
        leftOut(TREE, bookings(ANA, 100_000).build()));
    assertEquals(
        "bookings of ana in 2026-Q4 must be linked to a goal to count, but is to gone, which is not"
            + " there",
        leftOut(TREE, bookings(ANA, 100_000).goal(GoalId.of("gone")).build()));
    assertEquals(
        "goal of bookings of ana in 2026-Q4 must serve \"Goal top (east)\" to count, but is \"Goal"
            + " loose (ana)\"",
        leftOut(TREE, bookings(ANA, 1).goal(LOOSE.id()).build()));
    assertEquals(
        "goal of meetings of ana in 2026-10 must be pursued on 2026-10-31 to count, but \"Goal meet"
            + " (ana)\" was from 2026-01-01 until 2026-10-15",
        leftOut(TREE.retire(MEET.id(), day("2026-10-15")), meetings(ANA, "2026-10")));
    assertTrue(
        leftOut(TREE, meetings(ANA, "2025-10"))
            .endsWith("\"Goal meet (ana)\" was from 2026-01-01 on"));
    assertEquals(
        "meetings of ben in 2026-10 must be meetings of ana, as its goal \"Goal meet\" is",
        leftOut(TREE, meetings(Sample.BEN, "2026-10")));
    assertEquals(
        "wins of ana in 2026-10 must be meetings of ana, as its goal \"Goal meet\" is",
        leftOut(
            TREE,
            Target.builder().from(meetings(ANA, "2026-10")).metric(StandardMetrics.WINS).build()));
    assertTrue(leftOut(TREE, meetings(ANA, "2027-01")).contains("must lie in quarter 2026-Q4"));
    assertTrue(leftOut(TREE, meetings(ANA, "2026-W40")).contains("must lie in quarter 2026-Q4"));
  }

  @Test
  void everyTargetCountsOrIsLeftOut() {
    Target october = meetings(ANA, "2026-10");
    Target november = meetings(ANA, "2026-11");
    Target week = meetings(ANA, "2026-W45");
    Target loose = bookings(ANA, 5).build();
    Assignment all = assigned(TREE, EAST_QUOTA, week, november, loose, october, october);
    assertEquals(
        List.of(november, october),
        all.parts().stream().map(part -> part.child().target()).toList());
    assertEquals(
        List.of(week, loose, october),
        all.leftOut().stream().map(Assignment.LeftOut::target).toList());
    assertEquals("3,000 of 300,000 assigned: 297,000 missing; 3 left out", all.toString());
  }

  @Test
  void refusesAParentThatIsNoTargetOfItsGoal() {
    assertTrue(
        refusal(() -> assigned(TREE, bookings(ANA, 1).goal(GoalId.of("nope")).build()))
            .contains("goal must be one of"));
    assertEquals(
        "bookings of ana in 2026-Q4 must be bookings of east, as its goal \"Goal top\" is",
        refusal(() -> assigned(TREE, bookings(ANA, 1).goal(TOP.id()).build())));
  }

  @Test
  void refusesWhatDoesNotHangTogether() {
    assertTrue(refused(TOP, TOP).contains("two are top"));
    assertTrue(
        refused(goal("a", ANA, StandardMetrics.WINS).parent(TOP.id()).build())
            .contains("must be there, but was top"));
    assertTrue(
        refused(goal("a", ANA, StandardMetrics.WINS).priority(PriorityId.of("x")).build())
            .contains("must be there, but was x"));
    assertTrue(
        refused(TOP, goal("a", ANA, StandardMetrics.WINS).parent(TOP.id()).build())
            .contains("must say what wins is in bookings of top, but does not"));
    assertTrue(
        refused(
                TOP,
                goal("a", ANA, StandardMetrics.WINS)
                    .parent(TOP.id())
                    .link(Link.of(StandardMetrics.WINS, StandardMetrics.CALLS))
                    .build())
            .contains("but was \"calls = wins\""));
    Goal a = goal("a", ANA, StandardMetrics.WINS).parent(GoalId.of("b")).build();
    Goal b = goal("b", ANA, StandardMetrics.WINS).parent(GoalId.of("a")).build();
    assertTrue(refused(a, b).contains("must not serve one another in a circle"));
    assertTrue(refusal(() -> GoalTree.of(List.of(GROW, GROW), List.of())).contains("two are grow"));
    Strategy again = new Strategy(StrategyId.of("x"), "X", List.of(GROW.priorities().get(0)));
    assertTrue(refusal(() -> GoalTree.of(List.of(GROW, again), List.of())).contains("two are new"));
    assertTrue(
        refusal(() -> goal("a", ANA, StandardMetrics.WINS).name(" ").build()).contains("blank"));
    assertTrue(
        refusal(() -> goal("a", ANA, StandardMetrics.WINS).parent(GoalId.of("a")).build())
            .contains("serves itself"));
    assertTrue(
        refusal(() -> goal("a", ANA, StandardMetrics.WINS).link(LINK).build())
            .contains("serves none"));
    assertTrue(
        refusal(() -> goal("a", ANA, StandardMetrics.WINS).parent(TOP.id()).link(LINK).build())
            .contains("must convert wins"));
  }

  @Test
  void strategiesRefuseWhatIsNone() {
    StrategyId id = StrategyId.of("s");
    assertTrue(refusal(() -> new Strategy(id, " ", GROW.priorities())).contains("blank"));
    assertTrue(refusal(() -> new Strategy(id, "S", List.of())).contains("has none"));
    Strategy.Priority one = GROW.priorities().get(0);
    assertTrue(refusal(() -> new Strategy(id, "S", List.of(one, one))).contains("two are new"));
    assertTrue(refusal(() -> new Strategy.Priority(NEW, "", Quantity.of(1))).contains("blank"));
    assertTrue(refusal(() -> new Strategy.Priority(NEW, "N", Quantity.ZERO)).contains("above 0"));
  }

  @Test
  void takesNobodyForAUnit() {
    assertEquals(EAST, PartyState.of(EAST).read());
    assertEquals(ANA, PartyState.of(ANA).read());
    assertEquals(
        "kind of ana must be \"person\" or \"unit\", but was \"\"",
        refusal(() -> new PartyState("", "ana").read()));
  }

  @Test
  void comesBackFromItsState() {
    GoalTree tree = TREE.retire(LOOSE.id(), day("2026-07-01"));
    assertEquals(tree, GoalTree.of(tree.state()));
    assertEquals(tree.hashCode(), GoalTree.of(tree.state()).hashCode());
    assertNotEquals(TREE, tree);
    assertNotEquals(GoalTree.EMPTY, TREE);
    assertFalse(TREE.equals((Object) "tree"));
    GoalTreeState.GoalState kept = tree.state().goals().get(0);
    GoalTreeState.GoalState twice =
        new GoalTreeState.GoalState(
            kept.id(),
            kept.name(),
            kept.owner(),
            kept.metric(),
            List.of("new", "keep"),
            kept.parent(),
            kept.link(),
            kept.from(),
            kept.until());
    assertEquals(
        "priority must be kept at most once, but was 2 times",
        refusal(() -> GoalTree.of(new GoalTreeState(tree.state().strategies(), List.of(twice)))));
    GoalTreeState.GoalState endless =
        new GoalTreeState.GoalState(
            kept.id(),
            kept.name(),
            kept.owner(),
            kept.metric(),
            kept.priority(),
            kept.parent(),
            kept.link(),
            kept.from(),
            "never");
    assertEquals(
        "end of goal " + kept.id() + " must look like \"2026-11-02\", but was \"never\"",
        refusal(() -> GoalTree.of(new GoalTreeState(tree.state().strategies(), List.of(endless)))));
  }
}
