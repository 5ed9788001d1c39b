package dev.guidepost.targets.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.explain.Explanation;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.HolidayTable;
import dev.guidepost.core.time.Period;
import dev.guidepost.core.time.WorkingDays;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.outlook.Chances;
import dev.guidepost.targets.outlook.UnitOutlook;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanLine;
import dev.guidepost.targets.plan.PlanPage;
import dev.guidepost.targets.rates.CreationRate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final PersonId ANA = PersonId.of("ana");

  /** Two sellers in the east, two in the west; the day after the review is in 2025-Q4. */
  private static Firm firm() {
    Firm firm = new Firm();
    firm.seller("ana", Firm.EAST, 2, 3, 1000);
    firm.seller("ben", Firm.EAST, 2, 4, 1000);
    firm.seller("cem", Firm.WEST, 3, 3, 2000);
    firm.seller("dia", Firm.WEST, 2, 5, 500);
    return firm;
  }

  private static Planner planner(Firm firm, double confidence, PersonId person, long goal) {
    Evidence evidence = firm.evidence();
    return Planner.of(
        evidence, Goals.of(evidence, List.of(Firm.target(evidence, person, goal))), confidence);
  }

  private static long count(Plan plan, PlanLine.Kind kind) {
    return plan.lines().stream()
        .filter(line -> line.kind() == kind)
        .mapToLong(PlanLine::count)
        .sum();
  }

  /** What holds for every plan. */
  static void sound(Planner planner, Plan plan, Evidence evidence) {
    LocalDate review = evidence.review();
    for (PlanLine line : plan.lines()) {
      assertTrue(line.count() >= 1);
      assertFalse(line.weekStart().isBefore(review));
      assertTrue(line.weekStart().isBefore(planner.horizon()));
      assertEquals(1, line.weekStart().getDayOfWeek().getValue());
      LocalDate next = line.by().plusDays(1);
      assertFalse(line.by().isBefore(line.weekStart()));
      boolean ofItsOwn = line.deal().isPresent() || line.kind() == PlanLine.Kind.ACCOUNTS;
      assertTrue(
          ofItsOwn
              || evidence
                      .availability()
                      .workingDays()
                      .count(evidence.availability().place(), next, line.weekStart().plusWeeks(1))
                  == 0,
          "by the last working day of the week, unless that is leave");
      assertFalse(line.subject().isBlank());
    }
    List<PlanLine.Kind> thisWeek = plan.thisWeek().stream().map(PlanLine::kind).toList();
    int firstCount = thisWeek.indexOf(PlanLine.Kind.CREATE);
    if (firstCount >= 0) {
      assertTrue(thisWeek.lastIndexOf(PlanLine.Kind.ADVANCE) < firstCount);
      assertTrue(thisWeek.lastIndexOf(PlanLine.Kind.DECIDE) < firstCount);
    }
    plan.chances()
        .ifPresent(
            chances -> {
              for (double chance :
                  new double[] {chances.nothingNew(), chances.recentRate(), chances.withPlan()}) {
                assertTrue(chance >= 0 && chance <= 1);
              }
              assertTrue(chances.withPlan() >= chances.nothingNew() - 1e-9);
              assertTrue(chances.recentRate() >= chances.nothingNew() - 1e-9);
            });
    plan.why()
        .ifPresent(
            why -> {
              Quantity sum = Quantity.ZERO;
              for (Explanation.Part part : why.parts()) {
                sum = sum.plus(part.amount());
              }
              assertEquals(plan.target().orElseThrow().amount(), sum);
              assertEquals(sum, why.total());
            });
    double best = Math.max(plan.creation().bestMonthPerWeek(), plan.creation().perWeek());
    assertTrue(plan.plannedPerWeek() <= best + 1e-9);
    double running = 0;
    long asked = 0;
    for (Period week : evidence.windows().weeksUntil(planner.horizon())) {
      running += best;
      asked +=
          plan.lines().stream()
              .filter(line -> line.weekStart().equals(week.start()))
              .filter(
                  line -> line.kind() == PlanLine.Kind.CREATE || line.kind() == PlanLine.Kind.SEED)
              .mapToLong(PlanLine::count)
              .sum();
      assertTrue(asked <= Math.ceil(running - 1e-9) + 1, asked + " asked by " + week.label());
    }
    boolean beyond =
        plan.reason().isEmpty()
            && plan.neededPerWeek().map(rate -> rate > best + 1e-9).orElse(true);
    List<PlanLine> manager =
        plan.lines().stream().filter(line -> line.kind() == PlanLine.Kind.MANAGER).toList();
    assertTrue(manager.size() <= 1, "the manager owes one thing: " + manager);
    if (beyond && plan.target().isPresent()) {
      assertTrue(
          manager.stream()
              .anyMatch(
                  line ->
                      line.subject().equals("help or target")
                          || line.step().startsWith(PlanLine.AWAY)),
          "what goes beyond the best month is said, unless the person is away");
    }
  }

  @Test
  void planReachesTheConfidenceAskedFor() {
    Planner planner = planner(firm(), .8, ANA, 2000);
    Plan plan = planner.plan(ANA);
    Evidence evidence = firm().evidence();
    sound(planner, plan, evidence);
    assertEquals("", plan.reason());
    double needed = plan.neededPerWeek().orElseThrow();
    if (needed <= plan.plannedPerWeek() + 1e-9) {
      assertTrue(plan.chances().orElseThrow().withPlan() >= .8 - 1e-3, plan.toString());
    }
    assertEquals(evidence.review(), plan.review());
    assertEquals(evidence.period(), plan.period());
    assertEquals("Sam ana", plan.name());
    assertEquals(
        evidence.period().end().plusDays(evidence.curve().orElseThrow().medianWonAge()),
        planner.horizon());
    assertTrue(plan.toString().contains("% with plan"), plan.toString());
    assertTrue(count(plan, PlanLine.Kind.ADVANCE) <= 3);
    assertEquals(0, count(plan, PlanLine.Kind.MEET), "the data has no meetings");
    assertEquals(0, count(plan, PlanLine.Kind.CALL));
  }

  @Test
  void moreConfidenceOrALargerGoalNeverNeedsLess() {
    Firm firm = firm();
    for (PersonId person : firm.people) {
      double before = 0;
      for (double confidence : new double[] {.05, .2, .5, .7, .8, .9, .95}) {
        Planner planner = planner(firm, confidence, person, 5000);
        Plan plan = planner.plan(person);
        sound(planner, plan, firm.evidence());
        double needed = plan.neededPerWeek().orElse(Double.MAX_VALUE);
        assertTrue(needed >= before - 1e-9, person + " at " + confidence);
        before = needed;
      }
      before = 0;
      for (long goal = 1000; goal < 20_000; goal += 1000) {
        Planner planner = planner(firm, .8, person, goal);
        Plan plan = planner.plan(person);
        sound(planner, plan, firm.evidence());
        double needed = plan.neededPerWeek().orElse(Double.MAX_VALUE);
        assertTrue(needed >= before - 1e-9, person + " for " + goal);
        before = needed;
      }
    }
  }

  @Test
  void aGoalBeyondAnyNumberIsSaid() {
    Planner planner = planner(firm(), .8, ANA, 1_000_000);
    Plan plan = planner.plan(ANA);
    sound(planner, plan, firm().evidence());
    assertTrue(plan.neededPerWeek().isEmpty());
    assertEquals(1, plan.thisWeek(PlanLine.Kind.MANAGER));
    assertTrue(plan.chances().orElseThrow().withPlan() < .01);
  }

  @Test
  void nothingIsCreatedForAGoalThatIsReached() {
    Firm firm = firm();
    firm.closed("big", ANA, Firm.START, LocalDate.of(2025, 10, 15), true, 500_000);
    for (long goal : new long[] {0, 1000, 500_000}) {
      Planner planner = planner(firm, .9, ANA, goal);
      Plan plan = planner.plan(ANA);
      sound(planner, plan, firm.evidence());
      assertEquals(0, count(plan, PlanLine.Kind.CREATE));
      assertEquals(Optional.of(0.0), plan.neededPerWeek());
      assertEquals(1, plan.chances().orElseThrow().nothingNew());
      assertEquals(1, plan.chances().orElseThrow().withPlan());
      assertEquals(0, plan.plannedPerWeek());
    }
  }

  @Test
  void withoutAGoalNothingIsAssumedBesideGoalsOfOthers() {
    Firm firm = firm();
    Planner planner = planner(firm, .8, PersonId.of("ben"), 3000);
    assertFalse(planner.goals().assumed());
    Plan plan = planner.plan(ANA);
    sound(planner, plan, firm.evidence());
    assertTrue(plan.target().isEmpty());
    assertTrue(plan.chances().isEmpty());
    assertTrue(plan.why().isEmpty());
    assertEquals(plan.creation().perWeek(), plan.plannedPerWeek(), "as usual");
    List<Period> weeks = firm.evidence().windows().weeksUntil(planner.horizon());
    assertEquals(
        Math.ceil(plan.creation().perWeek() * weeks.size() - 1e-9),
        (double) (count(plan, PlanLine.Kind.CREATE) + count(plan, PlanLine.Kind.SEED)),
        "the usual rate goes on over all weeks planned");
    assertTrue(count(plan, PlanLine.Kind.CREATE) > 0);
    assertTrue(plan.lines().stream().noneMatch(line -> line.subject().equals("help or target")));
    assertTrue(plan.toString().startsWith("no goal"), plan.toString());
    assertTrue(planner.outlook(Firm.COMPANY).orElseThrow().chances().isEmpty());
  }

  @Test
  void assumesTheLastFullQuarterWhereNothingWasSet() {
    Firm firm = firm();
    Evidence evidence = firm.evidence();
    Goals goals = Goals.of(evidence, List.of());
    assertTrue(goals.assumed());
    long last = 0;
    for (var deal : firm.deals) {
      LocalDate closed = deal.closed().orElse(LocalDate.MAX);
      if (deal.owner().equals(ANA)
          && deal.outcome() == Outcome.WON
          && !closed.isBefore(LocalDate.of(2025, 7, 1))
          && closed.isBefore(LocalDate.of(2025, 10, 1))) {
        last += deal.amount().orElseThrow().unscaledAt(0);
      }
    }
    Target target = goals.of(ANA).orElseThrow();
    assertEquals(Quantity.of(last), target.amount());
    assertEquals(new Target.Assumed(Goals.ASSUMPTION), target.basis());
    assertEquals(evidence.period(), target.period());
    PersonId idle = PersonId.of("idle");
    firm.person("idle", Firm.EAST);
    Evidence again = firm.evidence();
    assertTrue(Goals.of(again, List.of()).of(idle).isEmpty(), "nothing to repeat");
    for (PersonId person : firm.people) {
      Planner planner = Planner.of(again, Goals.of(again, List.of()), .8);
      sound(planner, planner.plan(person), again);
    }
  }

  @Test
  void passesOverOtherTargetsAndRefusesTwo() {
    Firm firm = firm();
    Evidence evidence = firm.evidence();
    Target own = Firm.target(evidence, ANA, 5000);
    Target wins =
        Target.builder()
            .owner(ANA)
            .metric(StandardMetrics.WINS)
            .period(evidence.period())
            .amount(Quantity.of(7))
            .basis(new Target.Declared())
            .build();
    Target past =
        Target.builder()
            .owner(ANA)
            .metric(StandardMetrics.BOOKINGS)
            .period(evidence.windows().lastFullPeriod())
            .amount(Quantity.of(7))
            .basis(new Target.Declared())
            .build();
    assertEquals(Optional.of(own), Goals.of(evidence, List.of(wins, own, past)).of(ANA));
    assertTrue(Goals.of(evidence, List.of(wins, past)).assumed());
    Expect.rejected(
        "owner must have one target",
        () -> Goals.of(evidence, List.of(own, Firm.target(evidence, ANA, 6000))));
    Expect.rejected(
        "confidence must be", () -> Planner.of(evidence, Goals.of(evidence, List.of()), 1));
    Expect.rejected(
        "confidence must be", () -> Planner.of(evidence, Goals.of(evidence, List.of()), 0));
    Expect.rejected(
        "person must stand in a unit",
        () ->
            Planner.of(evidence, Goals.of(evidence, List.of()), .8).plan(PersonId.of("stranger")));
  }

  @Test
  void asksNothingInWeeksOfLeave() {
    Firm firm = firm();
    Evidence evidence = firm.evidence();
    Period leave = Period.custom(evidence.review().plusWeeks(1), evidence.review().plusWeeks(4));
    firm.leave.put(ANA, List.of(leave));
    Planner planner = planner(firm, .8, ANA, 9000);
    Plan plan = planner.plan(ANA);
    sound(planner, plan, evidence);
    assertTrue(count(plan, PlanLine.Kind.CREATE) + count(plan, PlanLine.Kind.SEED) > 0);
    assertTrue(plan.lines().stream().noneMatch(line -> leave.contains(line.weekStart())));
    firm.leave.put(ANA, List.of(Period.custom(evidence.review(), evidence.review().plusYears(1))));
    Planner away = planner(firm, .8, ANA, 9000);
    Plan none = away.plan(ANA);
    sound(away, none, evidence);
    assertTrue(none.print().contains("manager  away until "), none.print());
    assertTrue(none.gap().isPresent(), none.print());
    Plan easy = planner(firm, .2, ANA, 1000).plan(ANA);
    assertTrue(easy.print().contains("manager  away until "), easy.print());
    assertTrue(easy.print().contains(": looks after "), easy.print());
    for (PlanPage.Row row : easy.page().rows()) {
      assertTrue(
          row.kind() == PlanLine.Kind.MANAGER || row.kind() == PlanLine.Kind.ACCOUNTS,
          "nothing is asked in a week away: " + row);
    }
    Firm back = firm();
    LocalDate until = evidence.review().plusDays(9);
    back.leave.put(ANA, List.of(Period.custom(evidence.review(), until)));
    String page = planner(back, .2, ANA, 1000).plan(ANA).print();
    assertTrue(page.contains("away until " + until.minusDays(1) + ": looks after "), page);
    assertEquals(0, count(none, PlanLine.Kind.CREATE) + count(none, PlanLine.Kind.SEED));
  }

  /** A manager who never opened a deal is asked for none; above the best month is said. */
  @Test
  void asksNothingOfWhoDoesNotCreate() {
    Firm firm = firm();
    for (int i = 0; i < 3; i++) {
      firm.person("manager" + i, Firm.COMPANY);
    }
    Plan plan = firm.planner(.8).plan(PersonId.of("manager1"));
    assertFalse(plan.creation().creates(), plan.creation().toString());
    assertEquals(0, plan.creation().mostPerWeek());
    assertTrue(plan.lines().isEmpty(), plan.lines().toString());
    CreationRate low = new CreationRate(ANA, 3, 7.8, 1.2, 5, 4, .5);
    assertEquals("usual 1.2, above the best month 0.5", low.pace());
    assertEquals(1.2, low.mostPerWeek());
    assertEquals("usual 1.2, best month 2.0", new CreationRate(ANA, 3, 8, 1.2, 5, 4, 2).pace());
  }

  /** The Thursday and Friday of the fourth week ahead, and a week of the next year. */
  private static WorkingDays holidays(LocalDate review) {
    HolidayTable.Builder table =
        HolidayTable.builder()
            .covering(Availability.EVERYWHERE, Firm.START, Firm.START.plusYears(2));
    LocalDate thursday = review.plusWeeks(3).plusDays(3);
    return WorkingDays.mondayToFriday()
        .withHolidays(
            table
                .holiday(Availability.EVERYWHERE, thursday, "Thanksgiving")
                .holiday(Availability.EVERYWHERE, thursday.plusDays(1), "the day after")
                .build());
  }

  @Test
  void asksLessInAWeekOfHolidaysAndByItsLastWorkingDay() {
    Firm firm = firm();
    Evidence plain = firm.evidence();
    Planner before = planner(firm, .8, PersonId.of("ben"), 3000);
    LocalDate monday = plain.review().plusWeeks(3);
    firm.workingDays = holidays(plain.review());
    Evidence evidence = firm.evidence();
    Planner planner = planner(firm, .8, PersonId.of("ben"), 3000);
    Plan plan = planner.plan(ANA);
    sound(planner, plan, evidence);
    assertEquals(.6, evidence.availability().share(ANA, Period.custom(monday, monday.plusDays(7))));
    assertEquals(3, evidence.exposure(ANA).over(monday, monday.plusDays(7)));
    List<PlanLine> lines =
        plan.lines().stream().filter(line -> line.weekStart().equals(monday)).toList();
    assertFalse(lines.isEmpty());
    for (PlanLine line : lines) {
      assertEquals(monday.plusDays(2), line.by());
    }
    // Of equal weeks one is .6 of a week, the rate being that of full weeks.
    double rate = plan.creation().perWeek();
    int weeks = plain.windows().weeksUntil(planner.horizon()).size();
    assertEquals(
        Math.ceil(rate * (weeks - .4) - 1e-9),
        (double) (count(plan, PlanLine.Kind.CREATE) + count(plan, PlanLine.Kind.SEED)));
    // Nothing is won on the two days, and what is created by then is worth less by the end.
    for (Quantity[] both :
        List.of(
            new Quantity[] {outlook(planner).live(), outlook(before).live()},
            new Quantity[] {outlook(planner).toCreate(), outlook(before).toCreate()})) {
      assertTrue(both[0].compareTo(both[1]) < 0, both[0] + " of " + both[1]);
    }
  }

  private static UnitOutlook outlook(Planner planner) {
    return planner.outlook(Firm.COMPANY).orElseThrow();
  }

  @Test
  void whoLeavesIsNotPlannedWith() {
    Firm firm = firm();
    PersonId leaver = firm.undeclared("leaver");
    LocalDate review = firm.evidence().review();
    firm.organisation.member(leaver, Firm.EAST, Firm.START, review.plusWeeks(2));
    Planner planner = planner(firm, .8, ANA, 9000);
    Plan plan = planner.plan(leaver);
    assertTrue(count(plan, PlanLine.Kind.CREATE) > 0);
    assertTrue(
        plan.lines().stream().allMatch(line -> line.weekStart().isBefore(review.plusWeeks(2))));
  }

  @Test
  void plansForSomebodyWithoutARecordFromTheTeam() {
    Firm firm = firm();
    PersonId fresh = firm.undeclared("fresh");
    firm.organisation.member(fresh, Firm.EAST, LocalDate.of(2025, 11, 3));
    Planner planner = planner(firm, .8, fresh, 500);
    Plan plan = planner.plan(fresh);
    sound(planner, plan, firm.evidence());
    assertEquals("", plan.reason());
    assertTrue(plan.pipeline().deals().isEmpty());
    assertTrue(plan.creation().perWeek() > 1);
    assertTrue(count(plan, PlanLine.Kind.CREATE) > 0);
    assertTrue(plan.chances().orElseThrow().withPlan() > 0);
  }

  @Test
  void saysWhyThereIsNoPlan() {
    Firm undated = new Firm();
    PersonId ana = undated.person("ana", Firm.EAST);
    undated.deals.add(
        undated
            .deal("w", ana)
            .outcome(Outcome.WON)
            .closed(Firm.AS_OF.minusDays(9))
            .amount(Quantity.of(10))
            .build());
    undated.deals.add(undated.deal("o", ana).build());
    Planner planner = undated.planner(.8);
    Plan plan = planner.plan(ana);
    assertEquals("not enough data: no won deal has a day of opening", plan.reason());
    assertEquals(plan.reason(), plan.toString());
    assertTrue(plan.lines().isEmpty());
    assertTrue(plan.chances().isEmpty());
    assertTrue(planner.outlook(Firm.COMPANY).isEmpty());
    Firm unpriced = new Firm();
    unpriced.person("ana", Firm.EAST);
    unpriced.deals.add(
        unpriced
            .deal("w", ana)
            .outcome(Outcome.WON)
            .opened(Firm.START)
            .closed(Firm.AS_OF.minusDays(9))
            .build());
    assertEquals(
        "not enough data: no won deal has an amount", unpriced.planner(.8).plan(ana).reason());
    assertTrue(unpriced.planner(.8).outlook(Firm.COMPANY).isEmpty());
    Firm nobody = new Firm();
    nobody.open("o", PersonId.of("stranger"), Firm.START);
    assertTrue(nobody.evidence().people().isEmpty());
    assertTrue(nobody.planner(.8).outlook(Firm.COMPANY).isEmpty());
  }

  @Test
  void namesLateAndStaleDeals() {
    Firm firm = firm();
    int stale = firm.evidence().curve().orElseThrow().staleAge();
    int late = firm.evidence().curve().orElseThrow().lateAge();
    firm.open("old", ANA, firm.asOf.minusDays(stale + 1L));
    Plan one = planner(firm, .8, ANA, 5000).plan(ANA);
    assertTrue(
        one.thisWeek().stream().anyMatch(line -> line.subject().equals("1 stale deal")),
        one.lines().toString());
    firm.open("older", ANA, firm.asOf.minusDays(stale + 9L));
    firm.open("late", ANA, firm.asOf.minusDays(late + 1L));
    Plan plan = planner(firm, .8, ANA, 5000).plan(ANA);
    List<PlanLine> decide =
        plan.thisWeek().stream().filter(line -> line.kind() == PlanLine.Kind.DECIDE).toList();
    assertTrue(decide.stream().anyMatch(line -> line.subject().equals("late")));
    assertTrue(
        decide.stream()
            .anyMatch(line -> line.subject().equals("2 stale deals") && line.count() == 2));
    String page = plan.page().toString();
    assertTrue(page.contains("late and 2 stale deals, by "), page);
    assertEquals(2, plan.pipeline().in(DealOutlook.State.STALE).size());
    assertTrue(
        plan.lines().stream()
            .noneMatch(
                line -> line.kind() == PlanLine.Kind.ADVANCE && line.subject().equals("late")));
  }

  @Test
  void plansMeetingsAndCallsWhereTheDataHasThem() {
    Firm firm = firm();
    firm.meets(ANA, 0, 43, 8, 4).meets(PersonId.of("ben"), 0, 43, 8, 5);
    Planner planner = planner(firm, .8, ANA, 9000);
    Plan plan = planner.plan(ANA);
    sound(planner, plan, firm.evidence());
    for (PlanLine line : plan.lines()) {
      if (line.kind() == PlanLine.Kind.MEET) {
        long created =
            plan.lines().stream()
                .filter(other -> other.weekStart().equals(line.weekStart()))
                .filter(
                    other ->
                        other.kind() == PlanLine.Kind.CREATE || other.kind() == PlanLine.Kind.SEED)
                .mapToLong(PlanLine::count)
                .sum();
        assertTrue(line.count() >= created);
      }
    }
    assertTrue(count(plan, PlanLine.Kind.MEET) > 0);
    assertTrue(count(plan, PlanLine.Kind.CALL) >= 2 * count(plan, PlanLine.Kind.MEET));
  }

  @Test
  void outlookAddsUp() {
    Firm firm = firm();
    Planner planner = firm.planner(.8);
    for (UnitId unit : List.of(Firm.COMPANY, Firm.EAST, Firm.WEST)) {
      UnitOutlook outlook = planner.outlook(unit).orElseThrow();
      assertEquals(outlook.won().plus(outlook.live()).plus(outlook.toCreate()), outlook.total());
      assertTrue(outlook.low().compareTo(outlook.high()) <= 0);
      assertTrue(outlook.low().compareTo(outlook.total()) <= 0);
      assertTrue(outlook.high().compareTo(outlook.total()) >= 0);
      assertTrue(outlook.toString().contains(" to create"), outlook.toString());
    }
    UnitOutlook company = planner.outlook(Firm.COMPANY).orElseThrow();
    UnitOutlook east = planner.outlook(Firm.EAST).orElseThrow();
    UnitOutlook west = planner.outlook(Firm.WEST).orElseThrow();
    assertEquals(company.won(), east.won().plus(west.won()));
    assertEquals(
        company.live().toDouble(), east.live().plus(west.live()).toDouble(), 2, "rounded apart");
    Expect.rejected("unit must be one of", () -> planner.outlook(UnitId.of("nowhere")));
  }

  /** METHODS A4.2, D9: the team's chance is the convolution, not a person's and not their mean. */
  @Test
  void aTeamsChanceIsNotItsPeoples() {
    Firm firm = new Firm();
    List<Target> targets = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      firm.seller("p" + i, Firm.EAST, 2, 3, 1000);
    }
    Evidence evidence = firm.evidence();
    for (PersonId person : firm.people) {
      targets.add(Firm.target(evidence, person, 9000));
    }
    targets.add(Firm.target(evidence, Firm.EAST, 54_000));
    Planner planner = Planner.of(evidence, Goals.of(evidence, targets), .8);
    double team = planner.outlook(Firm.EAST).orElseThrow().chances().orElseThrow().recentRate();
    double own = planner.plan(firm.people.get(0)).chances().orElseThrow().recentRate();
    assertTrue(Math.abs(team - own) > .02, team + " and " + own);
  }

  @Test
  void aTeamOfOneHasThatPersonsChances() {
    Firm firm = new Firm();
    PersonId ana = firm.seller("ana", Firm.EAST, 3, 3, 1000);
    Evidence evidence = firm.evidence();
    Planner planner =
        Planner.of(
            evidence,
            Goals.of(
                evidence,
                List.of(
                    Firm.target(evidence, ana, 12_000), Firm.target(evidence, Firm.EAST, 12_000))),
            .8);
    Chances own = planner.plan(ana).chances().orElseThrow();
    Chances team = planner.outlook(Firm.EAST).orElseThrow().chances().orElseThrow();
    assertEquals(own.nothingNew(), team.nothingNew(), .01);
    assertEquals(own.recentRate(), team.recentRate(), .01);
    assertEquals(own.withPlan(), team.withPlan(), .01);
    assertTrue(own.toString().contains("nothing new"));
  }

  @Test
  void theOrderOfRecordsMakesNoDifference() {
    Firm firm = firm();
    firm.meets(ANA, 0, 43, 6, 3);
    for (int i = 0; i < firm.deals.size(); i++) {
      var deal = firm.deals.get(i);
      if (deal.amount().isPresent()) {
        firm.deals.set(
            i,
            firm.deal(deal.id().value(), deal.owner())
                .opened(deal.opened())
                .closed(deal.closed())
                .outcome(Outcome.WON)
                .amount(Quantity.ofUnscaled(100_000 + 37L * i, 2))
                .listAmount(Quantity.ofUnscaled(120_000 + 41L * (i % 7), 2))
                .build());
      }
    }
    List<String> first = null;
    for (long seed = 0; seed < 4; seed++) {
      Planner planner = firm.shuffled(seed).planner(.8);
      List<String> plans = new ArrayList<>();
      for (PersonId person : firm.people.stream().sorted(Comparator.naturalOrder()).toList()) {
        Plan plan = planner.plan(person);
        plans.add(
            plan.lines()
                + " "
                + plan.chances().map(Chances::nothingNew)
                + plan.chances().map(Chances::recentRate)
                + plan.chances().map(Chances::withPlan)
                + plan.neededPerWeek()
                + plan.pipeline()
                + plan.why());
      }
      plans.add(planner.outlook(Firm.COMPANY).orElseThrow().toString());
      if (first == null) {
        first = plans;
      }
      assertEquals(first, plans);
    }
    assertEquals(5, new HashSet<>(first).size());
  }

  private static PlanLine line(
      PlanLine.Kind kind, LocalDate week, long count, LocalDate by, String why) {
    return new PlanLine(kind, week, "x", Optional.empty(), "", count, by, why, "");
  }

  @Test
  void linesAndCountsAreChecked() {
    LocalDate monday = LocalDate.of(2025, 11, 3);
    Expect.rejected(
        "count must be at least 1", () -> line(PlanLine.Kind.CREATE, monday, 0, monday, ""));
    Expect.rejected(
        "last day must not be before",
        () -> line(PlanLine.Kind.CREATE, monday, 1, monday.minusDays(1), ""));
    assertEquals(
        "create 2 x by 2025-11-03: why",
        line(PlanLine.Kind.CREATE, monday, 2, monday, "why").toString());
    assertEquals(
        "seed x by 2025-11-03: why", line(PlanLine.Kind.SEED, monday, 1, monday, "why").toString());
  }

  /**
   * Hundreds of small deals: the interval holds what is expected, and more is never less likely.
   */
  @Test
  void manySmallDealsAreAsSureAsTheyAre() {
    Firm firm = new Firm();
    PersonId ana = firm.seller("ana", Firm.EAST, 60, 3, 100);
    firm.seller("ben", Firm.EAST, 2, 3, 9_000);
    Evidence evidence = firm.evidence();
    Forecasts rest =
        Planner.of(evidence, Goals.of(evidence, List.of()), .8).forecasts(evidence.period());
    dev.guidepost.targets.funnel.AmountForecast money =
        rest.atRecentRate(ana).orElseThrow().bookings();
    double[] sums = money.cumulative();
    double mean = 0;
    double before = 0;
    for (int k = 0; k < sums.length; k++) {
      mean += k * money.grid().step() * (sums[k] - before);
      before = sums[k];
    }
    assertEquals(money.mean(), mean, .01 * mean);
    assertTrue(money.quantile(.1) < money.mean() && money.mean() < money.quantile(.9));
    assertTrue(money.quantile(.9) - money.quantile(.1) < .6 * money.mean(), money.toString());
  }
}
