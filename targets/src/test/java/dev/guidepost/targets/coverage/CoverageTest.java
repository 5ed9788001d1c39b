package dev.guidepost.targets.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.DealSizes;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.funnel.WinsForecast;
import dev.guidepost.targets.funnel.WinsForecast.Shock;
import dev.guidepost.targets.pipeline.CreationSearch;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final PersonId ANA = PersonId.of("ana");
  private static final Period Q4 = FiscalCalendar.calendarYear().period("2026-Q4");
  private static final CoverageVariant USUAL = CoverageVariant.on(LocalDate.of(2026, 11, 2), Q4);
  private static final CoverageVariant COUNT = USUAL.byCount();
  private static final WinsForecast NOTHING = WinsForecast.none(Shock.NONE);

  private static CoverageNeed average(double target, double rate) {
    return CoverageNeed.onAverage("Ana", USUAL, target, target, 0, rate);
  }

  /** CASES C-PL1: ryanconsulting.ai, what coverage ratio measures. */
  @Test
  void oneOverTheRateIsTheNeedOnAverage() {
    assertEquals(4.0, average(1_000_000, .25).multiple().getAsDouble(), .05);
    assertEquals(3.0, average(1_000_000, .33).multiple().getAsDouble(), .05);
    assertEquals(2.0, average(1_000_000, .50).multiple().getAsDouble(), .05);
    Coverage coverage = new Coverage(USUAL, 3_200_000, 1_000_000);
    assertEquals(3.2, coverage.multiple().getAsDouble(), 1e-12);
    assertEquals(
        "3.2x: 3,200,000 / 1,000,000; live deals due in 2026-Q4 / remaining target, by value,"
            + " week 5",
        coverage.toString());
  }

  /** CASES C-PL2: winsabove.pages.dev, pipeline coverage ratio. */
  @Test
  void coverageNeededAndExpected() {
    Coverage coverage = new Coverage(USUAL, 4_800_000, 1_600_000);
    assertEquals(3.0, coverage.multiple().getAsDouble(), 1e-12);
    assertEquals(1_056_000, coverage.expected(.22), 1e-6);
    assertEquals(.66, coverage.expected(.22) / 1_600_000, 1e-12);
    assertEquals(4.545, average(1_600_000, .22).multiple().getAsDouble(), .001);
    assertEquals(5.6, average(1_600_000, .18).multiple().getAsDouble(), .05);
    assertEquals(8.3, average(1_600_000, .12).multiple().getAsDouble(), .05);
    assertEquals(
        "a flat 3x asks 1.5x too little of Ana", average(1_600_000, .22).against(3).toString());
  }

  /** CASES C-PL5: 70 % needs 1.43 times. */
  @Test
  void threeTimesIsTooMuchForWhoWinsSevenOfTen() {
    CoverageNeed need = average(10, .7);
    assertEquals(1.43, need.multiple().getAsDouble(), .005);
    assertEquals(OptionalDouble.empty(), need.deals()); // of no known size
    assertEquals("a flat 3x asks 1.6x too much of Ana", need.against(3).toString());
    assertEquals("a flat 1.4x asks as much of Ana as it takes", need.against(1.4).toString());
    // METHODS A2.6, seed case: 30 deals for 10 wins give .99999 at 70 %, .0611 at 20 %.
    CoverageNeed closer = CoverageNeed.forWins("Eli", COUNT, 10, 10, NOTHING, .7, .9);
    assertEquals(.999992722164625, closer.against(3).chance().getAsDouble(), 1e-9);
    assertEquals(1.8, closer.multiple().getAsDouble(), 1e-12);
    CoverageNeed other = CoverageNeed.forWins("Cai", COUNT, 10, 10, NOTHING, .2, .9);
    assertEquals(.0610871482886557, other.against(3).chance().getAsDouble(), 1e-9);
    assertTrue(other.against(3).toString().endsWith("too little of Cai and gives 6 %"));
  }

  /** METHODS A2.6: coverage by count at confidences; and D6: create-and-close is taken off. */
  @Test
  void fewDealsAndConfidenceTakeMore() {
    double[][] table = {
      {3, .7, 1.33, 1.67, 2.00}, {10, .7, 1.4, 1.6, 1.8}, {100, .7, 1.43, 1.49, 1.53},
      {3, .25, 3.67, 5.33, 6.67}, {10, .25, 3.9, 4.9, 5.5}, {100, .25, 3.99, 4.29, 4.45},
      {10, .1, 9.7, 12.4, 14.0}
    };
    double[] confidences = {.5, .8, .9};
    for (double[] row : table) {
      for (int c = 0; c < 3; c++) {
        CoverageNeed need =
            CoverageNeed.forWins(
                "Ana", COUNT, (long) row[0], (long) row[0], NOTHING, row[1], confidences[c]);
        assertEquals(row[2 + c], need.multiple().getAsDouble(), .005);
        assertEquals(need.deals(), need.pipeline());
      }
    }
    assertEquals(4, CoverageNeed.onAverage("A", USUAL, 10, 10, 8, .5).pipeline().getAsDouble());
    assertEquals(0, CoverageNeed.onAverage("A", USUAL, 10, 10, 12, .5).pipeline().getAsDouble());
    WinsForecast coming = WinsForecast.of(Shock.NONE, .9, .9, .9);
    assertTrue(
        CoverageNeed.forWins("A", COUNT, 10, 10, coming, .25, .9).multiple().getAsDouble() < 5.5);
    CoverageNeed explained = CoverageNeed.forWins("A", COUNT, 10, 10, coming, .25, .9);
    assertEquals(Quantity.of(10), explained.explain().orElseThrow().total());
    assertEquals("2.7", explained.explain().orElseThrow().parts().get(1).amount().print());
    assertTrue(explained.explain().orElseThrow().parts().get(2).amount().signum() < 0);
    CoverageNeed plain = CoverageNeed.onAverage("A", USUAL, 10, 10, 8, .5);
    assertEquals(Quantity.of(10), plain.explain().orElseThrow().total());
    assertEquals(0, plain.explain().orElseThrow().parts().get(2).amount().signum());
    CoverageNeed reached = CoverageNeed.forWins("A", COUNT, 10, 0, NOTHING, .25, .9);
    assertEquals(0, reached.multiple().getAsDouble());
    CoverageNeed never = CoverageNeed.forWins("Gus", COUNT, 10, 10, NOTHING, 1e-5, .9);
    assertEquals(OptionalDouble.empty(), never.multiple());
    assertEquals(OptionalDouble.empty(), never.deals());
    assertTrue(never.explain().isEmpty());
    assertEquals(
        "a flat 3x is not enough for Gus and gives under 1 %: no credible multiple is",
        never.against(3).toString());
    assertTrue(never.toString().startsWith("Gus needs no credible multiple for 90 %: 10 left"));
  }

  private static Deal deal(String id, long amount, LocalDate expected) {
    return Deal.builder()
        .id(DealId.of(id))
        .owner(ANA)
        .stage("Proposal")
        .opened(LocalDate.of(2026, 10, 1))
        .amount(Quantity.of(amount))
        .expectedClose(expected)
        .build();
  }

  @Test
  void readsThePipelineByVariant() {
    List<DealOutlook> deals =
        List.of(
            outlook(deal("a", 100, LocalDate.of(2026, 12, 1)), DealOutlook.State.LIVE),
            outlook(deal("b", 50, LocalDate.of(2027, 1, 1)), DealOutlook.State.LIVE),
            outlook(deal("c", 900, LocalDate.of(2026, 12, 1)), DealOutlook.State.STALE));
    LivePipeline pipeline = new LivePipeline(deals);
    assertEquals(2.0, Coverage.of(USUAL, pipeline, 80, 30).multiple().getAsDouble());
    assertEquals(3.0, Coverage.of(USUAL.ofAllLive(), pipeline, 80, 30).multiple().getAsDouble());
    assertEquals(
        1.25, Coverage.of(USUAL.ofWholeTarget(), pipeline, 80, 30).multiple().getAsDouble());
    assertEquals(.5, Coverage.of(COUNT, pipeline, 2, 0).multiple().getAsDouble());
    Coverage reached = Coverage.of(USUAL, pipeline, 80, 90);
    assertEquals(OptionalDouble.empty(), reached.multiple());
    assertTrue(reached.toString().startsWith("reached: 100 / 0;"));
    assertEquals(
        "all live deals / whole target, by count, week 5",
        COUNT.ofAllLive().ofWholeTarget().toString());
    assertEquals(1, CoverageVariant.on(LocalDate.of(2026, 9, 1), Q4).week());
  }

  private static DealOutlook outlook(Deal deal, DealOutlook.State state) {
    return new DealOutlook(deal, state, OptionalInt.of(30), .5, deal.amount().orElseThrow());
  }

  @Test
  void byValueSizesCount() {
    Deal won =
        Deal.builder()
            .id(DealId.of("w"))
            .owner(ANA)
            .stage("Won")
            .outcome(Outcome.WON)
            .closed(LocalDate.of(2026, 9, 1))
            .amount(Quantity.of(10_000))
            .build();
    AmountForecast.Grid grid = new AmountForecast.Grid(1_000, 201);
    CreationSearch.Money goal =
        new CreationSearch.Money(
            100_000,
            grid,
            List.of(),
            DealSizes.fit(List.of(won)),
            ANA,
            AmountForecast.nothing(grid),
            Shock.NONE);
    CoverageNeed need = CoverageNeed.forAmount("Ana", USUAL, 100_000, goal, .25, .9);
    assertEquals(5.5, need.multiple().getAsDouble(), 1e-9, "all deals of one size: as by count");
    assertEquals(55, need.deals().getAsDouble(), 1e-9);
    assertEquals(.196593363050489, need.chanceOf(3).getAsDouble(), 1e-9);
    assertEquals(1, need.chanceOf(1e6).getAsDouble(), 1e-9);
    assertEquals(OptionalDouble.of(.9), need.confidence());
    assertEquals(
        "Ana needs 5.5x for 90 %: 100,000 left, 25 % of live deals won in time; live deals due in"
            + " 2026-Q4 / remaining target, by value, week 5",
        need.toString());
    CoverageShare most = new CoverageShare(goal, .25, .8);
    CoverageShare some = new CoverageShare(goal, .25, .2);
    CoverageNeed team = CoverageNeed.forTeam("East", USUAL, 100_000, List.of(most, some), .9);
    assertEquals(need.deals(), team.deals(), "people alike need what one of them would");
    assertEquals(.196593363050489, team.chanceOf(3).getAsDouble(), 1e-9);
    CoverageShare weaker = new CoverageShare(goal, .10, .2);
    double mixed =
        CoverageNeed.forTeam("East", USUAL, 100_000, List.of(most, weaker), .9)
            .deals()
            .getAsDouble();
    assertTrue(mixed > 55 && mixed < 14 * 10, "between those of the two: " + mixed);
    CoverageShare nobody = new CoverageShare(goal, .25, 0);
    CoverageShare whole = new CoverageShare(goal, .25, 1);
    assertEquals(
        need.deals(),
        CoverageNeed.forTeam("E", USUAL, 100_000, List.of(nobody, whole), .9).deals());
    Expect.rejected(
        "shares must add up to 1",
        () -> CoverageNeed.forTeam("E", USUAL, 100_000, List.of(most), .9));
    Expect.rejected(
        "shares must add up to 1", () -> CoverageNeed.forTeam("E", USUAL, 1, List.of(), .9));
    CoverageShare other = new CoverageShare(left(goal, 90_000), .25, .2);
    Expect.rejected(
        "what is left must be the same",
        () -> CoverageNeed.forTeam("E", USUAL, 100_000, List.of(most, other), .9));
    Expect.rejected("share must be", () -> new CoverageShare(goal, .25, 1.5));
    Expect.rejected("conversion must be", () -> new CoverageShare(goal, 0, .5));
    Expect.rejected("by COUNT", () -> CoverageNeed.forWins("Ana", USUAL, 1, 1, NOTHING, .25, .9));
    Expect.rejected("by VALUE", () -> CoverageNeed.forAmount("Ana", COUNT, 1, goal, .25, .9));
  }

  private static CreationSearch.Money left(CreationSearch.Money goal, double amount) {
    return new CreationSearch.Money(
        amount, goal.grid(), List.of(), goal.sizes(), ANA, goal.besides(), goal.shock());
  }

  @Test
  void refusesNonsense() {
    Expect.rejected("pipeline must be", () -> new Coverage(USUAL, -1, 1));
    Expect.rejected("pipeline must be", () -> new Coverage(USUAL, 1, Double.NaN));
    Expect.rejected("conversion must be", () -> new Coverage(USUAL, 1, 1).expected(2));
    Expect.rejected("conversion must be", () -> average(1, 0));
    Expect.rejected(
        "amounts must be", () -> CoverageNeed.onAverage("A", USUAL, 1, 1, Double.NaN, .5));
    Expect.rejected("multiple must be", () -> average(1, .5).against(0));
    Expect.rejected("multiple must be", () -> average(1, .5).chanceOf(-1));
    Expect.rejected(
        "week must be",
        () ->
            new CoverageVariant(
                Q4,
                0,
                CoverageVariant.Deals.DUE,
                CoverageVariant.Target.WHOLE,
                CoverageVariant.By.COUNT));
    assertEquals(OptionalDouble.empty(), average(1, .5).chanceOf(2));
  }

  /** More confidence never needs less, better rates never more, and the verdict agrees. */
  @Property(tries = 200)
  void needsAreMonotone(
      @ForAll @IntRange(min = 1, max = 15) int wins,
      @ForAll @DoubleRange(min = .05, max = .8) double rate,
      @ForAll @DoubleRange(min = .1, max = .9) double confidence) {
    CoverageNeed need = CoverageNeed.forWins("A", COUNT, wins, wins, NOTHING, rate, confidence);
    double multiple = need.multiple().getAsDouble();
    assertTrue(
        CoverageNeed.forWins("A", COUNT, wins, wins, NOTHING, rate, confidence + .05)
                .multiple()
                .getAsDouble()
            >= multiple);
    assertTrue(
        CoverageNeed.forWins("A", COUNT, wins, wins, NOTHING, rate + .05, confidence)
                .multiple()
                .getAsDouble()
            <= multiple);
    assertTrue(need.chanceOf(multiple).getAsDouble() >= confidence);
    assertTrue(need.against(multiple + 1).excess().getAsDouble() > 0);
  }
}
