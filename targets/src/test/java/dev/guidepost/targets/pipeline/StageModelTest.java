package dev.guidepost.targets.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.quantity.Histogram;
import dev.guidepost.core.time.DayFunction;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.funnel.QuarterSeason;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StageModelTest {

  private static final StageModel MODEL = Reference.MODEL;

  /** METHODS A2.2: winCdfFromEntry, openDeals. */
  @Test
  void isTheSemiMarkovChainOfTheReference() {
    double[] cdf = {
      0, 0, 0, .00168, .01134, .03612, .07581, .12159, .1617, .18879, .20286, .20832, .20979, .21
    };
    for (int within = 0; within < cdf.length; within++) {
      assertEquals(cdf[within], MODEL.within(within).ofNew(0), 1e-12, "within " + within);
    }
    assertEquals(.21, MODEL.winYield(), 1e-12);
    assertEquals(.07581, MODEL.within(6).of("Qualify", 0), 1e-12);
    assertEquals(.1057, MODEL.within(6).of("Qualify", 2), 1e-12);
    assertEquals(.3885, MODEL.within(6).of("Demo", 1), 1e-12);
    assertEquals(.42, MODEL.within(6).of("Demo", 3), 1e-12);
    assertEquals(.28, MODEL.within(2).of("Proposal", 0), 1e-12);
    assertEquals(.7, MODEL.within(2).of("Proposal", 4), 1e-12);
    assertEquals(.7, MODEL.within(5).of("Proposal", 0), 1e-12);
    assertEquals(.20979, MODEL.within(12).of("Qualify", 0), 1e-12);
  }

  /** METHODS A2.3: 13 weeks. */
  @Test
  void expectsTheWinsOfTheReference() {
    assertEquals(6.3, Arrays.stream(Reference.open()).sum(), 1e-12);
    StageChances chances = MODEL.within(13);
    double perDeal = IntStream.range(0, 13).mapToDouble(chances::ofNew).sum();
    assertEquals(5.712, 4 * perDeal, 1e-12);
    assertEquals(9.593837535014009, (20 - 6.3) / perDeal, 1e-9);
    assertEquals(10, chances.lastUsefulStep(0));
    assertEquals(11, chances.lastUsefulStep(1));
    assertEquals(12, chances.lastUsefulStep(2));
    assertEquals(Optional.of(LocalDate.EPOCH.plusDays(11)), chances.lastUseful("Demo"));
    assertEquals(Optional.empty(), MODEL.within(0).lastUseful("Demo"));
    assertEquals(
        "opened today 21.0 %; of use until Qualify 1970-01-11, Demo 1970-01-12, Proposal"
            + " 1970-01-13",
        chances.toString());
  }

  @Test
  void staleDealsCountAsZeroAndNeverAsNothingAtAll() {
    StageChances chances = MODEL.within(20);
    assertEquals(0, chances.of("Qualify", 4));
    assertEquals(0, chances.of("Qualify", 5));
    assertEquals(0, chances.of("Proposal", Integer.MAX_VALUE));
    assertTrue(chances.of("Qualify", 3) > 0);
    assertEquals(0, chances.ofNew(21));
    assertEquals(0, chances.ofNew(LocalDate.EPOCH.plusDays(400)));
  }

  @Test
  void refusesNonsense() {
    Expect.rejected("steps must be 0 or more", () -> MODEL.within(-1));
    Expect.rejected("stage must be one of the model", () -> MODEL.within(1).of("Nowhere", 0));
    Expect.rejected("age must be 0 or more", () -> MODEL.within(1).of("Demo", -1));
    Expect.rejected(
        "steps must be 0 or more", () -> MODEL.within(1).ofNew(LocalDate.EPOCH.minusDays(1)));
    Expect.rejected("model must have a stage", () -> StageModel.of(List.of()));
    Expect.rejected(
        "different names",
        () -> StageModel.of(List.of(MODEL.curves().get(0), MODEL.curves().get(0))));
    Expect.rejected("above 0 to 1", () -> StageCurve.declared("a", 0, 1));
    Expect.rejected("add up to 1", () -> StageCurve.declared("a", .5, .3));
    Expect.rejected("0 or more", () -> StageCurve.declared("a", .5, 2, -1));
    Expect.rejected("odds ratio", () -> MODEL.curves().get(0).withOdds(Double.NaN));
  }

  /** Losses come late: an old deal is worse than a new one; times apart, weighed by Bayes. */
  @Test
  void theAgeOfADealTellsWhereLossesComeLater() {
    StageCurve curve =
        StageCurve.declared("a", .5, new double[] {0, .9, .1}, new double[] {0, .1, .9});
    assertEquals(.5, curve.advances(), 1e-12);
    StageModel model = StageModel.of(List.of(curve));
    assertEquals(.5, model.within(9).of("a", 0), 1e-12);
    assertEquals(.05 / (.05 + .45), model.within(9).of("a", 1), 1e-12);
    assertEquals("a: 50 % go on, half of them within 1, stale after 2; declared", curve.toString());
    assertEquals("a 50 % > won: 50.0 %", model.toString());
    assertTrue(model.print().endsWith("won: 50.0 %\n"));
  }

  /** 4 went on after 5, 5, 10 and 20 days, 2 were lost after 8 and 30, 2 are there for 7 and 40. */
  private static StageCurve fitted() {
    return StageCurve.fit(
        "Demo",
        Histogram.of(0, 0, 0, 0, 0, 0, 0, 6),
        Histogram.of(5, 5, 10, 20),
        Histogram.of(8, 30),
        Histogram.of(7, 40),
        7,
        3);
  }

  @Test
  void fitsCensoredStaysThatMayBeginLate() {
    StageCurve curve = fitted();
    // 7 watched from the start until day 5; with the late one 6 are left at 7, where one is
    // censored.
    double left = 5.0 / 7;
    assertEquals(2.0 / 7, curve.advancedBy(5), 1e-12);
    assertEquals(left, curve.stillThere(6), 1e-12);
    assertEquals(left * 4 / 5, curve.stillThere(8), 1e-12);
    assertEquals(20, curve.staleAge());
    assertEquals(.5, curve.skipped(), 1e-12);
    assertEquals(0, curve.stillThere(20));
    assertEquals(1, curve.stillThere(-1));
    assertEquals(0, curve.advancedBy(-1));
    assertEquals(8, curve.stays().all());
    assertTrue(
        curve
            .toString()
            .endsWith("8 stays: 4 went on, 2 lost, 2 still there; 7 skipped it; 3 steps back"),
        curve.toString());
    StageModel model = StageModel.of(List.of(curve));
    assertEquals(.5 + .5 * curve.advances(), model.winYield(), 1e-12);
    assertEquals(model.winYield(), model.within(50).ofNew(0), 1e-12);
    assertEquals(.5, model.reach(0), 1e-12);
  }

  @Property(tries = 200)
  void oddsMoveTheShareThatGoesOn(@ForAll @DoubleRange(min = .02, max = 30) double odds) {
    StageCurve curve = fitted();
    double base = curve.advances() / (1 - curve.advances());
    double moved = curve.withOdds(odds).advances();
    // A cap of the chance of a day at what losses leave may keep it below.
    assertTrue(moved / (1 - moved) <= odds * base * (1 + 1e-9));
    assertTrue(odds > 1 ? moved >= curve.advances() - 1e-12 : moved <= curve.advances() + 1e-12);
    if (odds <= 1) {
      assertEquals(odds * base, moved / (1 - moved), 1e-9);
    }
  }

  @Test
  void holidaysStandStillAndASeasonMovesTheLastStage() {
    LocalDate today = LocalDate.of(2026, 10, 4);
    LocalDate end = today.plusDays(14);
    assertEquals(
        MODEL.within(13).of("Qualify", 1), MODEL.until(today, end).of("Qualify", 1), 1e-12);
    DayFunction holiday = day -> day.equals(today.plusDays(3)) ? 0 : 1;
    StageChances fewer = MODEL.withAgeing(holiday).until(today, end);
    assertEquals(MODEL.within(12).of("Demo", 0), fewer.of("Demo", 0), 1e-12);
    StageChances quick = MODEL.withAgeing(day -> 1.5).until(today, today.plusDays(5));
    assertEquals(MODEL.within(6).of("Demo", 0), quick.of("Demo", 0), 1e-12, "4 days are 6");
    StageModel flat = MODEL.withSeason(QuarterSeason.none(FiscalCalendar.calendarYear()));
    assertEquals(
        MODEL.within(13).of("Proposal", 1), flat.until(today, end).of("Proposal", 1), 1e-12);
    assertEquals(0, MODEL.until(today, today).of("Proposal", 1));
    assertEquals(0, MODEL.until(today, today.minusDays(9)).of("Proposal", 1));
  }

  @Provide
  Arbitrary<StageModel> models() {
    Arbitrary<StageCurve> curve =
        Combinators.combine(
                Arbitraries.doubles().between(.01, 1),
                Arbitraries.integers().between(0, 9).array(int[].class).ofMinSize(1).ofMaxSize(9),
                Arbitraries.integers().between(0, 9).array(int[].class).ofMinSize(1).ofMaxSize(9))
            .as(
                (advances, toAdvance, toLoss) ->
                    StageCurve.declared("s", advances, shares(toAdvance), shares(toLoss)));
    return curve
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(
            curves ->
                StageModel.of(
                    IntStream.range(0, curves.size())
                        .mapToObj(i -> named(curves.get(i), "s" + i))
                        .toList()));
  }

  private static StageCurve named(StageCurve curve, String name) {
    return curve.named(name);
  }

  private static double[] shares(int[] weights) {
    double sum = Arrays.stream(weights).sum();
    return sum == 0
        ? new double[] {1}
        : Arrays.stream(weights).mapToDouble(weight -> weight / sum).toArray();
  }

  /** Never outside of 0 to 1, never falling with time, nothing lost against the yield. */
  @Property(tries = 500)
  void chancesAreBoundedAndMonotone(
      @ForAll("models") StageModel model,
      @ForAll @IntRange(max = 60) int within,
      @ForAll @IntRange(max = 12) int age) {
    StageChances sooner = model.within(within);
    StageChances later = model.within(within + 1);
    for (StageCurve curve : model.curves()) {
      double chance = sooner.of(curve.stage(), age);
      assertTrue(chance >= 0 && chance <= 1, () -> curve + ": " + chance);
      assertTrue(later.of(curve.stage(), age) >= chance - 1e-12);
    }
    for (int opened = 0; opened <= within; opened++) {
      assertTrue(sooner.ofNew(opened) >= sooner.ofNew(opened + 1) - 1e-12);
    }
    assertTrue(sooner.ofNew(0) <= model.winYield() + 1e-9);
    assertEquals(model.winYield(), model.within(60).ofNew(0), 1e-9);
  }
}
