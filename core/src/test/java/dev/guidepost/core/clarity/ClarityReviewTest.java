package dev.guidepost.core.clarity;

import static dev.guidepost.core.clarity.ClaritySample.DEMOS;
import static dev.guidepost.core.clarity.ClaritySample.DEMO_QUALITY;
import static dev.guidepost.core.clarity.ClaritySample.NOVEMBER;
import static dev.guidepost.core.clarity.ClaritySample.SAME_DAYS;
import static dev.guidepost.core.clarity.ClaritySample.TODAY;
import static dev.guidepost.core.clarity.ClaritySample.WEEK;
import static dev.guidepost.core.clarity.ClaritySample.assertFound;
import static dev.guidepost.core.clarity.ClaritySample.book;
import static dev.guidepost.core.clarity.ClaritySample.committed;
import static dev.guidepost.core.clarity.ClaritySample.found;
import static dev.guidepost.core.clarity.ClaritySample.sheet;
import static dev.guidepost.core.clarity.ClaritySample.target;
import static dev.guidepost.core.goal.Sample.ANA;
import static dev.guidepost.core.goal.Sample.BEN;
import static dev.guidepost.core.goal.Sample.DANA;
import static dev.guidepost.core.goal.Sample.EAST;
import static dev.guidepost.core.goal.Sample.Q4;
import static dev.guidepost.core.goal.Sample.amount;
import static dev.guidepost.core.goal.Sample.bookings;
import static dev.guidepost.core.goal.Sample.day;
import static dev.guidepost.core.goal.Sample.period;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.agreement.Agreement;
import dev.guidepost.core.agreement.Agreements;
import dev.guidepost.core.agreement.Terms;
import dev.guidepost.core.goal.Goal;
import dev.guidepost.core.goal.GoalTree;
import dev.guidepost.core.goal.Link;
import dev.guidepost.core.goal.Strategy;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.goal.TargetVersion;
import dev.guidepost.core.id.GoalId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.id.PriorityId;
import dev.guidepost.core.id.StrategyId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.WorkingDays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule by what triggers it and by what does not. */
class ClarityReviewTest {
  @Test
  void tooManyResultGoals() {
    TargetBook three = book(target("a", 1).build(), target("b", 1).build(), target("c", 1).build());
    assertFound(ClarityRule.TOO_MANY_RESULT_GOALS, sheet().targets(three));
    TargetBook four =
        three.with(TargetVersion.of(target("bookings", 1).build(), day("2026-09-20"), DANA, ""));
    assertFound(
        ClarityRule.TOO_MANY_RESULT_GOALS,
        sheet().targets(four),
        "ana: 4 result goals: [a 2026-Q4, b 2026-Q4, bookings 2026-Q4, c 2026-Q4] -> keep the 3"
            + " that matter most [too-many-result-goals]");
    ClarityReview loose = ClarityReview.withDefaults().withResultGoals(4);
    assertEquals(
        List.of(),
        loose.review(sheet().targets(four).build(), TODAY).of(ClarityRule.TOO_MANY_RESULT_GOALS));
    TargetBook ofUnit =
        book(
            target("a", 1).owner(EAST).build(),
            target("b", 1).owner(EAST).build(),
            target("c", 1).owner(EAST).build(),
            target("bookings", 1).owner(EAST).build());
    assertFound(ClarityRule.TOO_MANY_RESULT_GOALS, sheet().targets(ofUnit));
  }

  @Test
  void tooManyWeeklyMetrics() {
    Set<MetricId> three = Set.of(MetricId.of("a"), MetricId.of("b"), MetricId.of("c"));
    ClaritySheet.Builder five =
        sheet().commitments(committed(DEMOS, MetricId.of("calls"))).putFollowed(ANA, three);
    assertFound(ClarityRule.TOO_MANY_WEEKLY_METRICS, five);
    TargetBook weekly = book(target("bookings", 1).period(WEEK).build());
    assertFound(
        ClarityRule.TOO_MANY_WEEKLY_METRICS,
        five.targets(weekly),
        "ana: 6 metrics to look at each week: [a, b, bookings, c, calls, demos] -> keep the 5 that"
            + " the person can act on [too-many-weekly-metrics]");
    assertTrue(
        ClarityReview.withDefaults()
            .withWeeklyMetrics(6)
            .review(five.build(), TODAY)
            .of(ClarityRule.TOO_MANY_WEEKLY_METRICS)
            .isEmpty());
  }

  @Test
  void metricsAgreedOnAreLookedAt() {
    Terms.Metrics chosen = new Terms.Metrics(ANA, Q4, Set.of(DEMOS, DEMO_QUALITY));
    Agreement agreed =
        Agreement.propose(ANA, DANA, day("2026-09-20"), chosen, "I can act on them")
            .agree(DANA, day("2026-09-21"));
    ClaritySheet.Builder sheet =
        sheet().commitments(committed(DEMOS)).agreements(Agreements.NONE.with(agreed));
    assertFound(ClarityRule.ACTIVITY_WITHOUT_QUALITY, sheet);
    Agreement next =
        Agreement.propose(
                ANA,
                DANA,
                day("2026-09-20"),
                new Terms.Metrics(ANA, period("2027-Q1"), Set.of(DEMO_QUALITY)),
                "later")
            .agree(DANA, day("2026-09-21"));
    assertEquals(
        1,
        found(
                ClarityRule.ACTIVITY_WITHOUT_QUALITY,
                sheet.agreements(Agreements.NONE.with(next)).build())
            .size());
  }

  @Test
  void overCapacity() {
    Exposure days = Exposure.of("workday", WorkingDays.mondayToFriday().at(PlaceId.of("us")));
    ClaritySheet.Builder sheet =
        sheet()
            .commitments(committed(DEMOS, MetricId.of("calls")))
            .putEffort(DEMOS, amount("1.5"))
            .putEffort(MetricId.of("calls"), amount("0.25"));
    assertFound(
        ClarityRule.OVER_CAPACITY, sheet.hours(WeeklyHours.of(person -> days, amount("3.5"))));
    assertFound(
        ClarityRule.OVER_CAPACITY,
        sheet.hours(WeeklyHours.of(person -> days, amount("3"))),
        "ana: 17.5 hours committed in 2026-W45, of 15 there are -> agree on 2.5 hours less from the"
            + " next week on [over-capacity]");
    ClarityReport unknown =
        ClarityReview.withDefaults()
            .review(sheet().commitments(committed(DEMOS)).build(), TODAY, ANA);
    assertEquals(List.of(), unknown.of(ClarityRule.OVER_CAPACITY));
    assertEquals(
        List.of(
            "over-capacity: nobody said how many hours demos take (ana)",
            "over-capacity: nobody said how many hours there are (ana)",
            "goal-without-strategy: nobody said what the goals are"),
        unknown.unchecked().stream().map(Object::toString).toList());
    assertThrows(
        IllegalArgumentException.class, () -> WeeklyHours.of(person -> days, amount("-1")));
    assertThrows(
        IllegalArgumentException.class, () -> sheet().putEffort(DEMOS, amount("-1")).build());
  }

  @Test
  void resultWithoutLeadingMetric() {
    TargetBook result = book(target("a", 1).build());
    assertFound(
        ClarityRule.NO_LEADING_METRIC,
        sheet().targets(result),
        "ana: [a 2026-Q4] and nothing to do for it -> agree on an activity that leads to it"
            + " [no-leading-metric]");
    assertFound(
        ClarityRule.NO_LEADING_METRIC, sheet().targets(result).commitments(committed(DEMOS)));
    assertFound(
        ClarityRule.NO_LEADING_METRIC, sheet().targets(result).putFollowed(ANA, Set.of(DEMOS)));
    assertFound(
        ClarityRule.NO_LEADING_METRIC, sheet().targets(book(target("demo-quality", 1).build())));
  }

  @Test
  void activityWithoutQuality() {
    assertFound(
        ClarityRule.ACTIVITY_WITHOUT_QUALITY,
        sheet().commitments(committed(DEMOS, MetricId.of("calls"))),
        "ana: calls is counted, and no metric shows how well it is done -> pair it with one in the"
            + " catalog [activity-without-quality]",
        "ana: demos is counted, and demo-quality not looked at -> look at both"
            + " [activity-without-quality]");
    assertFound(
        ClarityRule.ACTIVITY_WITHOUT_QUALITY,
        sheet().commitments(committed(DEMOS)).targets(book(target("demo-quality", 1).build())));
  }

  private static Goal.Builder goal(String id, PartyId owner) {
    return Goal.builder()
        .id(GoalId.of(id))
        .name("Goal " + id)
        .owner(owner)
        .metric(MetricId.of("a"))
        .effectiveFrom(day("2026-01-01"));
  }

  private static GoalTree tree(Goal... goals) {
    Strategy.Priority priority =
        new Strategy.Priority(PriorityId.of("new"), "Win new", Quantity.of(1));
    return GoalTree.of(
        List.of(new Strategy(StrategyId.of("grow"), "Grow", List.of(priority))), List.of(goals));
  }

  @Test
  void goalWithoutStrategy() {
    Goal linked = goal("linked", ANA).priority(PriorityId.of("new")).build();
    Goal below = goal("below", BEN).parent(linked.id()).build();
    Target good = target("a", 1).goal(linked.id()).build();
    assertFound(
        ClarityRule.GOAL_WITHOUT_STRATEGY, sheet().goals(tree(linked, below)).targets(book(good)));
    assertFound(
        ClarityRule.GOAL_WITHOUT_STRATEGY,
        sheet()
            .goals(tree(goal("loose", ANA).build()))
            .targets(book(target("a", 1).build(), target("b", 1).goal(GoalId.of("gone")).build())),
        "ana: \"Goal loose\" serves no priority -> link it to one, or stop it"
            + " [goal-without-strategy]",
        "ana: a 2026-Q4 is of no goal -> link it to one, or withdraw it [goal-without-strategy]",
        "ana: b 2026-Q4 is of goal gone, which is not there -> link it to one, or withdraw it"
            + " [goal-without-strategy]");
    assertFound(
        ClarityRule.GOAL_WITHOUT_STRATEGY,
        sheet().goals(tree()).targets(book(target("a", 1).build())),
        "ana: a 2026-Q4 is of no goal -> link it to one, or withdraw it [goal-without-strategy]");
  }

  @Test
  void aTargetHangsOnAGoalThatCanBeItsOwn() {
    PriorityId reason = PriorityId.of("new");
    Goal own = goal("own", ANA).priority(reason).build();
    Goal bens = goal("bens", BEN).priority(reason).build();
    Goal east = goal("east", EAST).priority(reason).build();
    Goal calls =
        goal("calls", ANA)
            .metric(MetricId.of("calls"))
            .parent(own.id())
            .link(Link.of(MetricId.of("calls"), MetricId.of("a")))
            .build();
    Goal next = goal("next", ANA).priority(reason).effectiveFrom(day("2027-01-01")).build();
    GoalTree tree = tree(own, bens, east, calls, next);
    assertEquals(List.of(), unlinked(tree, target("a", 1).goal(own.id())));
    assertEquals(List.of(), unlinked(tree, target("a", 1).goal(east.id())));
    assertEquals(List.of(), unlinked(tree, target("calls", 1).goal(own.id())));
    assertEquals(List.of(), unlinked(tree, target("calls", 1).goal(calls.id())));
    assertEquals(List.of(), unlinked(tree, target("a", 1).goal(calls.id())));
    assertEquals(
        List.of("a 2026-Q4 is of \"Goal bens\", which is the goal of ben"),
        unlinked(tree, target("a", 1).goal(bens.id())));
    assertEquals(
        List.of("b 2026-Q4 is of \"Goal own\", which is of a, and no link leads there"),
        unlinked(tree, target("b", 1).goal(own.id())));
    assertEquals(
        List.of("a 2026-Q4 is of goal next, which is not there"),
        unlinked(tree, target("a", 1).goal(next.id())));
  }

  private static List<String> unlinked(GoalTree tree, Target.Builder target) {
    ClaritySheet sheet = sheet().goals(tree).targets(book(target.build())).build();
    return ClarityReview.withDefaults().review(sheet, TODAY).of(ANA).stream()
        .filter(finding -> finding.rule() == ClarityRule.GOAL_WITHOUT_STRATEGY)
        .map(ClarityFinding::what)
        .toList();
  }

  @Test
  void commitmentNotCountable() {
    assertFound(ClarityRule.COMMITMENT_NOT_COUNTABLE, sheet().commitments(committed(DEMOS)));
    assertFound(
        ClarityRule.COMMITMENT_NOT_COUNTABLE,
        sheet().commitments(committed(MetricId.of("a"), MetricId.of("unknown"))),
        "ana: 10 a agreed, but a is a result, and nothing to do -> agree on what the person does"
            + " for it, in whole numbers [commitment-not-countable]");
  }

  @Test
  void phasesOfOneGoalCountOnce() {
    TargetBook three =
        book(
            target("a", 3).build(),
            target("a", 1).period(NOVEMBER).build(),
            target("b", 1).build(),
            target("c", 1).build());
    assertFound(ClarityRule.TOO_MANY_RESULT_GOALS, sheet().targets(three));
    Target product = target("a", 1).putScope(StandardMetrics.PRODUCT, "GTX").build();
    assertFound(
        ClarityRule.TOO_MANY_RESULT_GOALS,
        sheet().targets(three.with(TargetVersion.of(product, day("2026-09-20"), DANA, ""))),
        "ana: 4 result goals: [a 2026-Q4, a {product=GTX} 2026-Q4, b 2026-Q4, c 2026-Q4] -> keep"
            + " the 3 that matter most [too-many-result-goals]");
  }

  @Test
  void whoOnlyAgreedOnMetricsIsReadToo() {
    Set<MetricId> six =
        Set.of(
            DEMOS,
            DEMO_QUALITY,
            MetricId.of("a"),
            MetricId.of("b"),
            MetricId.of("c"),
            MetricId.of("calls"));
    Agreement agreed =
        Agreement.propose(ANA, DANA, day("2026-09-20"), new Terms.Metrics(ANA, Q4, six), "all")
            .agree(DANA, day("2026-09-21"));
    ClaritySheet sheet = sheet().agreements(Agreements.NONE.with(agreed)).build();
    assertEquals(1, found(ClarityRule.TOO_MANY_WEEKLY_METRICS, sheet).size());
  }

  @Test
  void allThatATargetAsksForIsToBeAgreed() {
    Target target = target("a", 240).build();
    Target more =
        Target.builder().from(target).threshold(Quantity.of(99)).stretch(Quantity.of(500)).build();
    Agreement agreed =
        Agreement.propose(DANA, ANA, day("2026-09-20"), new Terms.Amount(target), "growth")
            .agree(ANA, day("2026-09-21"));
    ClaritySheet.Builder sheet = sheet().agreements(Agreements.NONE.with(agreed));
    assertFound(ClarityRule.TARGET_WITHOUT_AGREEMENT, sheet.targets(book(target)));
    assertFound(
        ClarityRule.TARGET_WITHOUT_AGREEMENT,
        sheet.targets(book(more)),
        "ana: "
            + more
            + " holds with threshold 99, stretch 500, but was agreed 240 by ana on 2026-09-21 ->"
            + " propose it, and say why [target-without-agreement]");
  }

  @Test
  void thousandsAreReadInNoTime() {
    List<Agreement> trails = new ArrayList<>();
    TargetBook book = TargetBook.EMPTY;
    for (int i = 0; i < 3_000; i++) {
      PersonId person = PersonId.of("p" + i);
      Target target = bookings(person, 1).build();
      book = book.with(TargetVersion.of(target, day("2026-09-20"), DANA, ""));
      trails.add(Agreement.propose(DANA, person, day("2026-09-01"), new Terms.Amount(target), "w"));
    }
    ClaritySheet sheet = sheet().targets(book).agreements(Agreements.NONE.with(trails)).build();
    ClarityReport report =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5), () -> ClarityReview.withDefaults().review(sheet, TODAY));
    assertEquals(3_000, report.of(ClarityRule.TARGET_WITHOUT_AGREEMENT).size());
  }

  @Test
  void retiredButCarried() {
    Goal top = goal("top", EAST).priority(PriorityId.of("new")).build();
    Goal below = goal("below", ANA).parent(top.id()).build();
    ClaritySheet.Builder sheet =
        sheet()
            .goals(tree(top, below))
            .targets(
                book(
                    target("a", 1).goal(below.id()).build(),
                    target("a", 2).period(SAME_DAYS).build()));
    assertFound(ClarityRule.RETIRED_CARRIED, sheet);
    assertFound(
        ClarityRule.RETIRED_CARRIED,
        sheet.goals(tree(top, below).retire(below.id(), day("2026-11-01"))),
        "ana: a 2026-Q4 is still carried, but \"Goal below\" was stopped -> withdraw the target"
            + " [retired-carried]");
    assertFound(
        ClarityRule.RETIRED_CARRIED,
        sheet.goals(tree(top, below).retire(top.id(), day("2026-11-01"))),
        "ana: \"Goal below\" is still carried, but \"Goal top\", which it serves, was stopped ->"
            + " stop it, or let it serve another [retired-carried]");
    assertFound(
        ClarityRule.RETIRED_CARRIED,
        sheet()
            .goals(tree(goal("stale", ANA).metric(MetricId.of("old")).build()))
            .targets(book(target("old", 1).build(), target("unknown", 1).build())),
        "ana: \"Goal stale\" is still carried, but old does not count on 2026-11-04 -> stop it, or"
            + " measure it anew [retired-carried]",
        "ana: a target or commitment of old is still carried, but old does not count on 2026-11-04"
            + " -> withdraw it [retired-carried]",
        "ana: a target or commitment of unknown is still carried, but unknown is not in the catalog"
            + " -> withdraw it [retired-carried]");
  }

  @Test
  void targetWithoutAgreement() {
    Target target = target("a", 240).build();
    Terms more = new Terms.Amount(target.key(), Quantity.of(260));
    Terms as = new Terms.Amount(target.key(), Quantity.of(240));
    ClaritySheet.Builder sheet = sheet().targets(book(target));
    assertFound(
        ClarityRule.TARGET_WITHOUT_AGREEMENT,
        sheet,
        "ana: a of ana in 2026-Q4: 240 was never agreed on -> propose it, and say why"
            + " [target-without-agreement]");
    Agreement open = Agreement.propose(DANA, ANA, day("2026-09-20"), more, "growth");
    assertFound(
        ClarityRule.TARGET_WITHOUT_AGREEMENT,
        sheet.agreements(Agreements.NONE.with(open)),
        "ana: a of ana in 2026-Q4: 240 holds, but was proposed 260 by dana on 2026-09-20: growth ->"
            + " ana answers [target-without-agreement]");
    Agreement agreed =
        open.counter(ANA, day("2026-09-22"), as, "two accounts moved")
            .agree(DANA, day("2026-09-23"));
    assertFound(
        ClarityRule.TARGET_WITHOUT_AGREEMENT, sheet.agreements(Agreements.NONE.with(agreed)));
    Agreement later = open.agree(ANA, day("2026-11-05"));
    assertEquals(
        1,
        found(
                ClarityRule.TARGET_WITHOUT_AGREEMENT,
                sheet.agreements(Agreements.NONE.with(later)).build())
            .size());
  }

  @Test
  void readsEverybodyOrOne() {
    ClaritySheet sheet =
        sheet()
            .targets(book(target("a", 1).build(), bookings(BEN, 1).build()))
            .putFollowed(DANA, Set.of(MetricId.of("a")))
            .build();
    ClarityReview review = ClarityReview.withDefaults();
    ClarityReport all = review.review(sheet, TODAY);
    ClarityReport anas = review.review(sheet, TODAY, ANA);
    assertEquals(all.of(ANA), anas.findings());
    assertEquals(2, anas.findings().size());
    assertFalse(all.clear());
    assertEquals(
        "findings on 2026-11-04: 4, of 2 owners; not checked: goal-without-strategy: nobody said"
            + " what the goals are",
        all.toString());
    assertTrue(all.print().endsWith("\nnot checked: " + all.unchecked().get(0) + "\n"));
    ClarityReview fewer =
        review
            .without(ClarityRule.TARGET_WITHOUT_AGREEMENT)
            .without(ClarityRule.NO_LEADING_METRIC)
            .without(ClarityRule.GOAL_WITHOUT_STRATEGY);
    assertTrue(fewer.review(sheet, TODAY).clear());
    assertEquals("findings on 2026-11-04: 0", fewer.review(sheet, TODAY).toString());
    assertEquals("at most 3 result goals and 5 weekly metrics a person, 9 rules", fewer.toString());
    assertTrue(review.review(sheet, day("2027-05-01"), ANA).clear());
    assertThrows(IllegalArgumentException.class, () -> review.withResultGoals(-1));
    assertThrows(IllegalArgumentException.class, () -> review.withWeeklyMetrics(-1));
    assertEquals(Optional.empty(), WeeklyHours.UNKNOWN.of(ANA, WEEK));
    assertEquals(Map.of(), sheet.effort());
  }

  @Test
  void idsAreStable() {
    assertEquals(
        List.of(
            "too-many-result-goals",
            "too-many-weekly-metrics",
            "overlapping-scopes",
            "conflicting-directions",
            "over-capacity",
            "no-leading-metric",
            "activity-without-quality",
            "goal-without-strategy",
            "retired-carried",
            "target-without-agreement",
            "target-contradicts-metric",
            "commitment-not-countable"),
        List.of(ClarityRule.values()).stream().map(ClarityRule::id).toList());
    for (ClarityRule rule : ClarityRule.values()) {
      assertEquals(rule, ClarityRule.parse(rule.toString()));
    }
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> ClarityRule.parse("x"))
            .getMessage()
            .startsWith("rule must be one of [too-many-result-goals"));
  }
}
