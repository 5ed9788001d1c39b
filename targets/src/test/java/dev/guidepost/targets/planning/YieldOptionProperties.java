package dev.guidepost.targets.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.NewDeals;
import dev.guidepost.targets.pipeline.WholeCounts;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.reach.GapOption.BetterYield;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/**
 * The yield that a plan names to close its gap is enough, the next lower step is not, and there is
 * little between them.
 */
class YieldOptionProperties {

  private static final PersonId ANA = PersonId.of("ana");
  private static final Evidence EVIDENCE = evidence();

  /** Into how many steps a doubling of the odds is cut. */
  private static final int STEPS = 512;

  private static Evidence evidence() {
    Firm firm = new Firm();
    firm.seller("ana", Firm.EAST, 2, 3, 1000);
    firm.seller("ben", Firm.EAST, 2, 4, 1000);
    firm.seller("cem", Firm.WEST, 3, 3, 2000);
    for (int i = 0; i < 14; i++) {
      firm.open("open" + i, ANA, firm.asOf.minusDays(7L * i));
    }
    return firm.evidence();
  }

  @Property(tries = 60)
  void theYieldNamedIsTheLeastThatIsEnough(
      @ForAll @IntRange(min = 9_000, max = 48_000) int goal,
      @ForAll @DoubleRange(min = .3, max = .97) double confidence) {
    Goals goals = Goals.of(EVIDENCE, List.of(Firm.target(EVIDENCE, ANA, goal)));
    Plan plan = Planner.of(EVIDENCE, goals, confidence).plan(ANA);
    Optional<BetterYield> option =
        plan.gap().stream()
            .flatMap(gap -> gap.options().stream())
            .filter(BetterYield.class::isInstance)
            .map(BetterYield.class::cast)
            .findFirst();
    if (option.isPresent()) {
      BetterYield better = option.get();
      double factor = better.needed() / (1 - better.needed()) / (better.now() / (1 - better.now()));
      double steps = STEPS * Math.log(factor) / Math.log(2);
      long step = Math.round(steps);
      assertEquals((double) step, steps, 1e-4, "a whole number of steps");
      double chance = chance(plan, step);
      double lower = chance(plan, step - 1);
      assertTrue(chance >= confidence, better + " gives " + chance);
      assertTrue(lower < confidence, "a step less than " + better + " gives " + lower);
      assertTrue(chance - lower < .005, "a step to " + better + " gives " + (chance - lower));
    }
  }

  /** At 98.2 %, where what others lose leaves no room to win more, the chance once rose by .05. */
  @Example
  void nothingJumpsWhereNoMoreCanBeWon() {
    theYieldNamedIsTheLeastThatIsEnough(45_500, .57);
    theYieldNamedIsTheLeastThatIsEnough(45_100, .37);
  }

  /** The chance of the goal at the best month if the odds of all deals are better. */
  private static double chance(Plan plan, long step) {
    PersonForecast forecast = Forecasts.of(EVIDENCE, EVIDENCE.period()).person(ANA);
    double goal = plan.target().orElseThrow().amount().minus(plan.version().won()).toDouble();
    double best = plan.gap().orElseThrow().bestPerWeek();
    double[] available = new double[forecast.usefulWeeks()];
    for (int w = 0; w < available.length; w++) {
      available[w] = forecast.available(w);
    }
    long[] counts = WholeCounts.carried(best, available);
    double factor = Math.pow(2, (double) step / STEPS);
    NewDeals deals = forecast.newDeals(CreationPlan.grid(EVIDENCE, forecast, goal), goal);
    return forecast.towardsByOdds(deals, goal, counts).applyAsDouble(factor);
  }
}
