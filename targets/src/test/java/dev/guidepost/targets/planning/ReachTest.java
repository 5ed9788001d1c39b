package dev.guidepost.targets.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.HolidayTable;
import dev.guidepost.core.time.WorkingDays;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.funnel.NewDeals;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.reach.GapOption;
import dev.guidepost.targets.reach.GoalGap;
import dev.guidepost.targets.reach.Reach;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReachTest {

  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final Firm FIRM = firm();
  private static final Evidence EVIDENCE = FIRM.evidence();

  private static Firm firm() {
    Firm firm = new Firm();
    firm.seller("ana", Firm.EAST, 2, 3, 1000);
    firm.seller("ben", Firm.EAST, 2, 4, 1000);
    firm.seller("cem", Firm.WEST, 3, 3, 2000);
    for (int i = 0; i < 6; i++) {
      firm.open("open" + i, ANA, firm.asOf.minusDays(7L * i));
    }
    return firm;
  }

  private static Planner planner(long goal, double confidence) {
    return Planner.of(
        EVIDENCE, Goals.of(EVIDENCE, List.of(Firm.target(EVIDENCE, ANA, goal))), confidence);
  }

  private static <T extends GapOption> Optional<T> option(GoalGap gap, Class<T> kind) {
    return gap.options().stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** From the goal to the rate and back: the rate is good for the goal, a tenth less is not. */
  @Property(tries = 30)
  void whatAGoalTakesReachesIt(
      @ForAll @IntRange(min = 1, max = 14) int thousands,
      @ForAll @IntRange(min = 3, max = 9) int tenths) {
    long goal = 1000L * thousands;
    Planner planner = planner(goal, tenths / 10.0);
    double needed = planner.plan(ANA).neededPerWeek().orElse(-1.0);
    if (needed >= 0) {
      Reach reach = planner.reach(ANA, needed).orElseThrow();
      assertTrue(reach.amount().compareTo(Quantity.of(goal)) >= 0, reach + " for " + goal);
      assertTrue(reach.chance().getAsDouble() >= tenths / 10.0 - 1e-9);
      assertTrue(reach.neededYield().orElseThrow() <= reach.yield() + 1e-6, "no better yield");
    }
    if (needed > 0.05) {
      Reach less = planner.reach(ANA, needed - 0.1).orElseThrow();
      assertTrue(less.chance().getAsDouble() < tenths / 10.0);
      assertTrue(less.neededYield().orElse(1) > less.yield() - 1e-6, "a better yield");
    }
  }

  /** More opportunities never reach less, nor take a better yield. */
  @Property(tries = 20)
  void moreIsNeverLess(
      @ForAll @IntRange(min = 0, max = 40) int one,
      @ForAll @IntRange(min = 0, max = 40) int other) {
    Planner planner = planner(8000, .8);
    Reach less = planner.reach(ANA, Math.min(one, other) / 10.0).orElseThrow();
    Reach more = planner.reach(ANA, Math.max(one, other) / 10.0).orElseThrow();
    assertTrue(less.amount().compareTo(more.amount()) <= 0, less + " and " + more);
    assertTrue(less.opportunities() <= more.opportunities());
    assertTrue(less.neededYield().orElse(1) >= more.neededYield().orElse(1) - 1e-9);
  }

  /** Each option, taken alone, makes the goal feasible at the best month. */
  @Test
  void everyOptionClosesTheGap() {
    Planner planner = planner(14_000, .8);
    Plan plan = planner.plan(ANA);
    GoalGap gap = plan.gap().orElseThrow();
    assertTrue(gap.chance() < .8);
    GapOption.LowerTarget lower = option(gap, GapOption.LowerTarget.class).orElseThrow();
    assertEquals(Quantity.of(14_000), lower.target());
    long amount = (long) lower.amount().toDouble();
    assertTrue(planner(amount, .8).plan(ANA).gap().isEmpty(), "the confidence supports " + amount);
    GapOption.Help help = option(gap, GapOption.Help.class).orElseThrow();
    assertTrue(help.opportunities() > 0);
    assertEquals(gap.neededPerWeek().orElseThrow() - gap.bestPerWeek(), help.perWeek(), 1e-9);
    assertTrue(
        planner.reach(ANA, gap.bestPerWeek() + help.perWeek()).orElseThrow().chance().orElseThrow()
            >= .8);
    GapOption.BetterYield better = option(gap, GapOption.BetterYield.class).orElseThrow();
    assertTrue(better.needed() > better.now() && better.needed() <= 1);
    GapOption.LargerDeals larger = option(gap, GapOption.LargerDeals.class).orElseThrow();
    assertTrue(larger.needed() > larger.now());
    assertEquals(
        larger.needed() / larger.now(),
        (14_000 - plan.version().won().toDouble())
            / lower.amount().minus(plan.version().won()).toDouble(),
        1e-9,
        "all that is still to be won is larger");
    GapOption.MoreTime time = option(gap, GapOption.MoreTime.class).orElseThrow();
    assertEquals(EVIDENCE.period().lastDay().plusWeeks(time.weeks()), time.until());
    for (int i = 1; i < gap.options().size(); i++) {
      assertTrue(gap.options().get(i - 1).change() <= gap.options().get(i).change());
    }
    assertEquals(gap.options().get(0), gap.smallest().orElseThrow());
    assertTrue(gap.toString().startsWith("infeasible: 80 % would take "), gap.toString());
    assertTrue(gap.toString().contains("smallest change: "), gap.toString());
    assertTrue(gap.print().lines().count() == 1 + gap.options().size() + gap.ruledOut().size());
    assertTrue(plan.thisWeek().stream().anyMatch(line -> line.step().startsWith("least change ")));
    assertTrue(plan.print().contains("gap      infeasible"), plan.print());
    // A lower confidence takes less of everything.
    planner(14_000, .5)
        .plan(ANA)
        .gap()
        .flatMap(half -> option(half, GapOption.BetterYield.class))
        .ifPresent(half -> assertTrue(half.needed() <= better.needed()));
  }

  /** Planning again with what an option says is feasible, in money of all kinds of grids. */
  @Property(tries = 25)
  void optionsDoWhatTheySay(
      @ForAll @IntRange(min = 9_000, max = 40_000) int goal,
      @ForAll @IntRange(min = 5, max = 9) int tenths) {
    double confidence = tenths / 10.0;
    Planner planner = planner(goal, confidence);
    Plan plan = planner.plan(ANA);
    if (plan.gap().isEmpty()) {
      return;
    }
    GoalGap gap = plan.gap().get();
    option(gap, GapOption.LowerTarget.class)
        .ifPresent(
            lower -> {
              Plan again = planner((long) lower.amount().toDouble(), confidence).plan(ANA);
              assertTrue(again.gap().isEmpty(), lower + ": " + again.gap());
            });
    gap.neededPerWeek()
        .ifPresent(
            needed -> {
              double chance = planner.reach(ANA, needed).orElseThrow().chance().orElseThrow();
              assertTrue(chance >= confidence, needed + " gives " + chance);
            });
    option(gap, GapOption.BetterYield.class)
        .ifPresent(
            better -> {
              double chance = withYield(plan, better.now(), better.needed());
              assertTrue(chance >= confidence - .005, better + " gives " + chance);
              assertTrue(chance <= confidence + .005, better + " gives " + chance);
            });
  }

  /** The chance of the goal at the best month if another share of deals is won in the end. */
  private static double withYield(Plan plan, double now, double needed) {
    PersonForecast forecast = Forecasts.of(EVIDENCE, EVIDENCE.period()).person(ANA);
    double goal = plan.target().orElseThrow().amount().minus(plan.version().won()).toDouble();
    double best = plan.gap().orElseThrow().bestPerWeek();
    long[] counts = new long[forecast.usefulWeeks()];
    double full = 0;
    long before = 0;
    for (int w = 0; w < counts.length; w++) {
      full += best * forecast.available(w);
      counts[w] = (long) Math.ceil(full - 1e-9) - before;
      before += counts[w];
    }
    double factor = needed / (1 - needed) / (now / (1 - now));
    Grid grid = CreationPlan.grid(EVIDENCE, forecast, goal);
    return forecast
        .towardsByOdds(NewDeals.of(grid, EVIDENCE.sizes(), ANA), goal, counts)
        .applyAsDouble(factor);
  }

  @Test
  void saysWhatNoSingleChangeCanDo() {
    GoalGap gap = planner(5_000_000, .8).plan(ANA).gap().orElseThrow();
    assertEquals(OptionalDouble.empty(), gap.neededPerWeek());
    assertTrue(gap.toString().startsWith("infeasible: 80 % would take more than "), gap.toString());
    double tried = gap.mostPerWeek().orElseThrow();
    Planner far = planner(5_000_000, .8);
    assertTrue(far.reach(ANA, tried).orElseThrow().chance().orElseThrow() < .8);
    assertTrue(tried >= 9 * gap.bestPerWeek(), "ten best months, but for rounding: " + tried);
    assertTrue(option(gap, GapOption.Help.class).isEmpty());
    assertTrue(option(gap, GapOption.MoreTime.class).isEmpty());
    assertTrue(option(gap, GapOption.BetterYield.class).isEmpty());
    assertEquals(3, gap.ruledOut().size(), gap.ruledOut().toString());
    assertTrue(gap.ruledOut().contains("time: not within 26 weeks more"));
    assertTrue(gap.print().contains("  not yield: not even if 100 % were won\n"), gap.print());
  }

  @Test
  void noGapWithinTheBestMonthOrWithoutAGoal() {
    assertTrue(planner(100, .8).plan(ANA).gap().isEmpty());
    Plan none = planner(100, .8).plan(BEN);
    assertTrue(none.target().isEmpty() && none.gap().isEmpty());
    Reach reach = planner(100, .8).reach(BEN, 2).orElseThrow();
    assertTrue(reach.chance().isEmpty() && reach.neededYield().isEmpty());
    assertFalse(reach.toString().contains("goal"), reach.toString());
    assertTrue(reach.amount().signum() > 0);
    Reach nothing = planner(14_000, .99).reach(ANA, 0).orElseThrow();
    assertEquals(0, nothing.opportunities());
    assertTrue(nothing.toString().contains("it would take "), nothing.toString());
  }

  @Test
  void timeGoesNoFurtherThanHolidaysAreKnown() {
    Firm firm = firm();
    HolidayTable table =
        HolidayTable.builder()
            .covering(Availability.EVERYWHERE, Firm.START, EVIDENCE.period().end().plusDays(60))
            .build();
    firm.workingDays = WorkingDays.mondayToFriday().withHolidays(table);
    Evidence evidence = firm.evidence();
    Planner planner =
        Planner.of(evidence, Goals.of(evidence, List.of(Firm.target(evidence, ANA, 900_000))), .8);
    GoalGap gap = planner.plan(ANA).gap().orElseThrow();
    assertTrue(
        gap.ruledOut().stream().anyMatch(reason -> reason.equals("time: not within 6 weeks more")),
        gap.ruledOut().toString());
  }

  @Test
  void meetingsAreGoodForOpportunities() {
    Firm firm = firm();
    firm.meets(ANA, 0, 43, 8, 4).meets(BEN, 0, 43, 8, 5);
    Evidence evidence = firm.evidence();
    Planner planner =
        Planner.of(evidence, Goals.of(evidence, List.of(Firm.target(evidence, ANA, 9000))), .8);
    double conversion = evidence.conversions().orElseThrow().of(ANA).orElseThrow().mean();
    Reach reach = planner.reachWithMeetings(ANA, 8).orElseThrow();
    assertEquals(8 * conversion, reach.perWeek(), 1e-12);
    assertEquals(planner.reach(ANA, 8 * conversion).orElseThrow(), reach);
    assertTrue(planner(9000, .8).reachWithMeetings(ANA, 8).isEmpty(), "no meetings in the data");
    Expect.rejected("meetings a week must be", () -> planner.reachWithMeetings(ANA, -1));
    Expect.rejected("opportunities a week must be", () -> planner.reach(ANA, Double.NaN));
    Expect.rejected("person must stand in a unit", () -> planner.reach(PersonId.of("stranger"), 1));
    Firm empty = new Firm();
    PersonId idle = empty.person("idle", Firm.EAST);
    empty.open("o", idle, Firm.START);
    assertTrue(empty.planner(.8).reach(idle, 1).isEmpty());
  }
}
