package dev.guidepost.targets.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.credit.Motion;
import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.practice.SalesProcess;
import dev.guidepost.core.practice.Stage;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.BuyerEvent;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanLine;
import dev.guidepost.targets.plan.PlanPage;
import dev.guidepost.targets.reach.ServedGoal;
import dev.guidepost.targets.reach.Sourcing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlanPageTest {

  private static final PersonId ANA = PersonId.of("ana");
  private static final SalesProcess PROCESS =
      SalesProcess.of(
          "field",
          LocalDate.of(2025, 1, 1),
          Stage.open("Qualify", "names who decides"),
          Stage.open("Proposal", "confirms the budget"),
          Stage.open("Decision", "signs"),
          Stage.won("Won"),
          Stage.lost("Lost"));

  private static Firm firm() {
    Firm firm = new Firm();
    firm.seller("ana", Firm.EAST, 2, 3, 1000);
    firm.seller("ben", Firm.EAST, 2, 4, 1000);
    firm.seller("cem", Firm.WEST, 3, 3, 2000);
    return firm;
  }

  /** Gives each deal an origin and a motion. */
  private static void mark(Firm firm, Origin[] origins, Motion[] motions) {
    for (int i = 0; i < firm.deals.size(); i++) {
      Deal deal = firm.deals.get(i);
      Deal.Builder marked =
          firm.deal(deal.id().value(), deal.owner())
              .account(deal.account())
              .opened(deal.opened())
              .closed(deal.closed())
              .outcome(deal.outcome())
              .amount(deal.amount())
              .origin(origins[i % origins.length])
              .motion(motions[i % motions.length]);
      firm.deals.set(i, marked.build());
    }
  }

  private static Planner planner(Firm firm, double confidence, long goal, Target... more) {
    Evidence evidence = firm.evidence();
    List<Target> targets = new ArrayList<>(List.of(more));
    targets.add(Firm.target(evidence, ANA, goal));
    return Planner.of(evidence, Goals.of(evidence, targets), confidence);
  }

  private static Target target(Period period, MetricId metric, long amount) {
    return Target.builder()
        .owner(ANA)
        .metric(metric)
        .period(period)
        .amount(Quantity.of(amount))
        .build();
  }

  private static List<PlanLine> of(Plan plan, PlanLine.Kind kind) {
    return plan.thisWeek().stream().filter(line -> line.kind() == kind).toList();
  }

  /**
   * At most seven lines, one of a kind, named deals first, everything of the week on one of them.
   */
  @Property(tries = 20)
  void aWeekIsAtMostSevenLines(
      @ForAll @IntRange(max = 1000) int seed, @ForAll @IntRange(max = 40) int thousands) {
    Random random = new Random(seed);
    Firm firm = firm();
    firm.meets(ANA, 0, 43, 8, 2 + random.nextInt(9)).meets(PersonId.of("ben"), 0, 43, 8, 3);
    for (int i = 0; i < random.nextInt(12); i++) {
      firm.open("open" + i, ANA, firm.asOf.minusDays(random.nextInt(150)));
    }
    mark(firm, Origin.values(), Motion.values());
    Planner planner = planner(firm, .8, 1000L * thousands).with(PROCESS);
    Plan plan = planner.plan(ANA);
    PlannerTest.sound(planner, plan, firm.evidence());
    Set<LocalDate> weeks = new HashSet<>();
    plan.lines().forEach(line -> weeks.add(line.weekStart()));
    for (LocalDate week : weeks) {
      PlanPage page = plan.page(week);
      assertTrue(page.rows().size() <= PlanPage.MOST);
      Set<PlanLine.Kind> kinds = EnumSet.noneOf(PlanLine.Kind.class);
      int lines = 0;
      for (PlanPage.Row row : page.rows()) {
        assertTrue(kinds.add(row.kind()));
        lines += row.lines().size();
      }
      List<PlanLine> all =
          plan.lines().stream().filter(line -> line.weekStart().equals(week)).toList();
      boolean seedsAlone =
          all.stream().noneMatch(line -> line.kind() == PlanLine.Kind.CREATE)
              && all.stream().anyMatch(line -> line.kind() == PlanLine.Kind.MEET);
      assertTrue(seedsAlone || lines == all.size(), page + "" + all);
    }
    long sources = plan.sourcing().stream().mapToLong(Sourcing::count).sum();
    assertEquals(
        plan.thisWeek(PlanLine.Kind.CREATE) + plan.thisWeek(PlanLine.Kind.SEED),
        sources,
        "each opportunity is owed by somebody");
    assertTrue(plan.print().lines().count() >= plan.page().rows().size() + 2);
  }

  @Test
  void namesTheBuyersStepAndADayForEachDeal() {
    Firm firm = firm();
    LocalDate opened = firm.asOf.minusDays(10);
    firm.deals.add(
        firm.deal("noted", ANA)
            .opened(opened)
            .amount(Quantity.of(9000))
            .nextStep("demo to the board", LocalDate.of(2025, 11, 5))
            .build());
    firm.deals.add(
        firm.deal("staged", ANA)
            .opened(opened)
            .amount(Quantity.of(8000))
            .addEvents(new BuyerEvent("confirms the budget", opened.plusDays(3)))
            .build());
    firm.deals.add(
        Deal.builder()
            .id(dev.guidepost.core.id.DealId.of("visits"))
            .owner(ANA)
            .opened(opened)
            .amount(Quantity.of(7000))
            .addVisits(new StageVisit("Qualify", opened))
            .nextStep("call", opened.plusDays(2))
            .build());
    Planner plain = planner(firm, .8, 5000);
    List<PlanLine> unknown = of(plain.plan(ANA), PlanLine.Kind.ADVANCE);
    assertEquals("", unknown.get(1).step(), "nothing is invented without a process");
    assertEquals("call, due since " + opened.plusDays(2), unknown.get(2).step());
    Plan plan = plain.with(PROCESS).plan(ANA);
    List<PlanLine> advance = of(plan, PlanLine.Kind.ADVANCE);
    assertEquals(
        List.of("demo to the board", "buyer signs", "buyer names who decides"),
        advance.stream().map(PlanLine::step).toList());
    assertEquals(
        List.of(LocalDate.of(2025, 11, 5), LocalDate.of(2025, 11, 6), LocalDate.of(2025, 11, 7)),
        advance.stream().map(PlanLine::by).toList());
    PlanPage.Row first = plan.page().rows().get(0);
    assertEquals(
        "noted: demo to the board, Wed. staged: buyer signs, Thu. visits: buyer names who"
            + " decides, Fri",
        first.text());
    assertTrue(plan.print().contains("manager  joins noted on Wed\n"), plan.print());
    assertTrue(first.toString().startsWith("advance  noted"), first.toString());
    Planner early =
        plain.with(
            SalesProcess.of(
                "later",
                LocalDate.of(2027, 1, 1),
                Stage.open("Qualify", "asks"),
                Stage.won("Won")));
    assertEquals("", of(early.plan(ANA), PlanLine.Kind.ADVANCE).get(1).step());
  }

  @Test
  void tellsWhoOwesTheRest() {
    Firm firm = firm();
    mark(firm, new Origin[] {Origin.INBOUND, Origin.OWN}, new Motion[] {Motion.NEW});
    firm.meets(ANA, 0, 43, 8, 4).meets(PersonId.of("ben"), 0, 43, 8, 5);
    Plan plan = planner(firm, .8, 9000).plan(ANA);
    long own = 0;
    long inbound = 0;
    for (Sourcing source : plan.sourcing()) {
      assertEquals(source.origin() == Origin.OWN ? "the seller" : "marketing", source.owedBy());
      own += source.origin() == Origin.OWN ? source.count() : 0;
      inbound += source.origin() == Origin.INBOUND ? source.count() : 0;
    }
    assertEquals(1, inbound, "as many as came in of late, not more: " + plan.sourcing());
    assertTrue(own > 0);
    assertTrue(of(plan, PlanLine.Kind.CREATE).get(0).step().startsWith("1 inbound, "));
    double conversion = firm.evidence().conversions().orElseThrow().of(ANA).orElseThrow().mean();
    assertEquals((long) Math.ceil(own / conversion - 1e-9), plan.thisWeek(PlanLine.Kind.MEET));
    Expect.rejected("count must be 0 or more", () -> new Sourcing(Origin.OWN, 1, -1));
    assertEquals("2 SDR", new Sourcing(Origin.SDR, 1, 2).toString());
    assertEquals("sales development", new Sourcing(Origin.SDR, 1, 2).owedBy());
    assertEquals("partners", new Sourcing(Origin.PARTNER, 1, 2).owedBy());
  }

  @Test
  void countsAccountsToWinByMotion() {
    Firm firm = firm();
    mark(firm, new Origin[] {Origin.OWN}, new Motion[] {Motion.NEW, Motion.NEW, Motion.EXPANSION});
    Plan plan = planner(firm, .8, 14_000).plan(ANA);
    var accounts = plan.accounts().orElseThrow();
    double left = 14_000 - plan.version().won().toDouble();
    assertTrue(accounts.total() >= left / 1000 - 1e-9, "at 1,000 a deal: " + accounts);
    assertEquals(accounts.total(), plan.thisWeek(PlanLine.Kind.ACCOUNTS));
    assertTrue(accounts.toString().contains("new account"), accounts.toString());
    assertTrue(plan.print().contains(" by 2025-12-31\n"), plan.print());
    assertTrue(planner(firm, .8, 100).plan(ANA).accounts().isEmpty(), "nothing is left");
    assertTrue(planner(firm(), .8, 14_000).plan(ANA).accounts().isEmpty(), "no motion is known");
  }

  @Test
  void namesARateThatDiffersBeyondChance() {
    Firm firm = firm();
    PersonId ben = PersonId.of("ben");
    firm.meets(ANA, 0, 43, 8, 12).meets(ben, 0, 43, 8, 2).meets(PersonId.of("cem"), 0, 43, 8, 2);
    Plan plan = planner(firm, .8, 9000).plan(ANA);
    List<PlanLine> focus = of(plan, PlanLine.Kind.FOCUS);
    assertEquals("meeting-conversion", focus.get(0).subject());
    assertTrue(focus.get(0).why().endsWith("beyond chance"), focus.get(0).why());
    Planner others = planner(firm, .8, 9000);
    assertTrue(of(others.plan(ben), PlanLine.Kind.FOCUS).isEmpty(), "a high rate needs no look");
    Firm alike = firm();
    alike.meets(ANA, 0, 43, 8, 3).meets(ben, 0, 43, 8, 3);
    assertTrue(of(planner(alike, .8, 9000).plan(ANA), PlanLine.Kind.FOCUS).isEmpty());
  }

  /** All goals in one plan: the one that takes most decides, and what is not served is said. */
  @Test
  void servesSeveralGoalsUnderOneCapacity() {
    Firm firm = firm();
    Evidence evidence = firm.evidence();
    Period period = evidence.period();
    Plan alone = planner(firm, .8, 8000).plan(ANA);
    for (MetricId metric :
        List.of(
            StandardMetrics.WINS, StandardMetrics.ACCOUNTS_WON, StandardMetrics.OPPORTUNITIES)) {
      double before = -1;
      for (long amount : new long[] {1, 8, 12, 40, 9000}) {
        Plan plan = planner(firm, .8, 8000, target(period, metric, amount)).plan(ANA);
        ServedGoal served = plan.besides().get(0);
        assertTrue(served.served(), served.toString());
        double needed = plan.neededPerWeek().orElse(Double.MAX_VALUE);
        assertTrue(needed >= alone.neededPerWeek().orElseThrow() - 1e-9);
        assertTrue(needed >= before - 1e-9, metric + " " + amount);
        before = needed;
        assertTrue(plan.plannedPerWeek() <= 2 + 1e-9 + alone.creation().bestMonthPerWeek());
        boolean reached = served.chance().orElseThrow() >= .8 - 1e-9;
        boolean within =
            served.neededPerWeek().orElse(Double.MAX_VALUE) <= plan.plannedPerWeek() + 1e-9;
        assertTrue(reached || !within, served.toString());
        if (amount == 9000) {
          assertTrue(served.toString().contains("no number of new deals"), served.toString());
          assertTrue(of(plan, PlanLine.Kind.MANAGER).get(0).subject().equals("help or target"));
        }
      }
    }
    Target scoped =
        Target.builder()
            .owner(ANA)
            .metric(StandardMetrics.BOOKINGS)
            .period(period)
            .scope(Map.of(Dimension.of("product"), "GTX"))
            .amount(Quantity.of(5))
            .build();
    Period year = Period.custom(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1));
    Plan listed =
        planner(
                firm,
                .8,
                8000,
                scoped,
                target(year, StandardMetrics.BOOKINGS, 70_000),
                target(period, StandardMetrics.MEETINGS, 90),
                target(evidence.windows().lastFullPeriod(), StandardMetrics.WINS, 9))
            .plan(ANA);
    assertEquals(3, listed.besides().size(), "what is over is no goal any more");
    assertTrue(listed.besides().stream().noneMatch(ServedGoal::served));
    assertTrue(
        listed.print().contains("goal     meetings 90 in 2025-Q4: not planned for, it is not told"),
        listed.print());
    assertEquals(alone.neededPerWeek(), listed.neededPerWeek());
  }

  /** A goal of wins alone is planned for as well. */
  @Test
  void plansForWinsWithoutBookings() {
    Firm firm = firm();
    Evidence evidence = firm.evidence();
    Planner planner =
        Planner.of(
            evidence,
            Goals.of(
                evidence,
                List.of(
                    Firm.target(evidence, PersonId.of("ben"), 5000),
                    target(evidence.period(), StandardMetrics.WINS, 12))),
            .8);
    Plan plan = planner.plan(ANA);
    assertTrue(plan.target().isEmpty());
    assertEquals(1, plan.besides().size());
    assertTrue(plan.neededPerWeek().orElse(9.0) > 0);
    assertEquals(plan.version().expected(), plan.explain().total());
    assertEquals(3, plan.explain().parts().size());
  }

  /** The horizon is the period plus one cycle: from some week on creation is for the next goal. */
  @Test
  void nobodyIsToldToStop() {
    Plan plan = planner(firm(), .8, 8000).plan(ANA);
    var next = plan.next().orElseThrow();
    assertEquals("2026-Q1", next.label());
    assertTrue(next.from().isAfter(plan.review()));
    assertTrue(next.perWeek() > 0);
    assertTrue(next.toString().endsWith(": do not stop"));
    assertTrue(plan.print().contains("seed     "), plan.print());
    assertTrue(
        plan.lines().stream()
            .anyMatch(
                line ->
                    line.kind() == PlanLine.Kind.SEED && !line.weekStart().isBefore(next.from())));
    assertFalse(plan.page(next.from()).rows().isEmpty());
    assertTrue(plan.page(plan.review().plusYears(1)).rows().isEmpty());
    assertEquals("", plan.page(plan.review().plusYears(1)).toString());
    Expect.rejected(
        "lines of a week must be 7 at most",
        () ->
            new PlanPage(
                plan.review(),
                java.util.Collections.nCopies(
                    8, new PlanPage.Row(PlanLine.Kind.CREATE, "", List.of()))));
  }

  @Test
  void aPlanWithoutDataSaysWhy() {
    Firm undated = new Firm();
    PersonId ana = undated.person("ana", Firm.EAST);
    undated.deals.add(
        undated
            .deal("w", ana)
            .outcome(Outcome.WON)
            .closed(Firm.AS_OF.minusDays(9))
            .amount(Quantity.of(10))
            .build());
    Plan plan = undated.planner(.8).plan(ana);
    assertTrue(plan.print().endsWith("not enough data: no won deal has a day of opening\n"));
    assertTrue(plan.page().rows().isEmpty());
    assertEquals(Quantity.of(10), plan.explain().total());
    assertEquals(Optional.empty(), plan.gap());
    assertTrue(plan.diff(plan).lines().isEmpty());
  }
}
