package dev.guidepost.targets.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.practice.SalesProcess;
import dev.guidepost.core.practice.Stage;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.DealSizes;
import dev.guidepost.targets.funnel.WinCurve;
import dev.guidepost.targets.funnel.WinsForecast.Shock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StageFunnelTest {

  private static final LocalDate AS_OF = Walkers.AS_OF;
  private static final LocalDate END = AS_OF.plusDays(31);

  private static final Walkers BOTH =
      new Walkers(7).opens(Walkers.ANA, .7, 1, 0).opens(Walkers.BEN, .4, 1, 0);

  private static final StageFunnel FUNNEL = BOTH.funnel();

  /**
   * Curves within sampling error of what made the deals; people apart, pooled toward their team.
   */
  @Test
  void findsTheChainThatMadeTheDeals() {
    assertEquals(Map.of(), FUNNEL.lacking());
    StageModel company = FUNNEL.company().orElseThrow();
    StageModel truth = Walkers.truth(.55);
    for (int j = 0; j < 3; j++) {
      StageCurve fitted = company.curves().get(j);
      StageCurve made = truth.curves().get(j);
      long n = fitted.stays().advanced() + fitted.stays().lost();
      double error = Math.sqrt(made.advances() * (1 - made.advances()) / n);
      assertEquals(made.advances(), fitted.advances(), 3 * error, fitted.toString());
      assertEquals(made.staleAge(), fitted.staleAge());
      assertEquals(0, fitted.skipped());
      for (int age = 0; age < made.staleAge(); age++) {
        assertEquals(made.stillThere(age), fitted.stillThere(age), .07);
      }
    }
    StageModel ana = FUNNEL.of(Walkers.ANA).orElseThrow();
    StageModel ben = FUNNEL.of(Walkers.BEN).orElseThrow();
    assertEquals(.7, ana.curves().get(0).advances(), .06);
    assertEquals(.4, ben.curves().get(0).advances(), .06);
    for (String stage : List.of("Qualify", "Demo", "Proposal")) {
      for (int age = 0; age < 20; age += 4) {
        double chance = ana.until(AS_OF, END).of(stage, age);
        double known = Walkers.truth(.7).until(AS_OF, END).of(stage, age);
        assertEquals(known, chance, .10, stage + " " + age);
      }
    }
    assertEquals(company.winYield(), FUNNEL.of(Firm.COMPANY).orElseThrow().winYield(), 1e-9);
    assertTrue(FUNNEL.rate("Qualify", Walkers.ANA).orElseThrow().mean() > .6);
    assertTrue(FUNNEL.rate("Nowhere", Walkers.ANA).isEmpty());
    // What 620 stays leave uncertain is what a beta distribution of about that strength does.
    Shock unsure = Shock.ofRate(FUNNEL.rate("Qualify", Walkers.ANA).orElseThrow());
    assertEquals(620, unsure.strength(), 60);
    assertTrue(FUNNEL.toString().startsWith("Qualify 5"), FUNNEL.toString());
    assertEquals(4, FUNNEL.print().lines().count());
  }

  /** Somebody who came a month ago has the team's share, near the company's. */
  @Test
  void whoIsNewHasTheTeamsShares() {
    StageModel cai = FUNNEL.of(Walkers.CAI).orElseThrow();
    double company = FUNNEL.company().orElseThrow().curves().get(0).advances();
    assertEquals(company, cai.curves().get(0).advances(), .05);
  }

  @Test
  void aStageWithFewStaysIsNotEnoughData() {
    Walkers few = new Walkers(5).opens(Walkers.ANA, .9, 40, 0);
    StageFunnel funnel = few.funnel();
    assertTrue(funnel.lacking().containsKey("Proposal"), funnel.print());
    assertTrue(
        funnel.lacking().get("Proposal").matches("not enough data: \\d+ stays ended, 20 needed"));
    assertEquals(Optional.empty(), funnel.company());
    assertEquals(Optional.empty(), funnel.of(Walkers.ANA));
    assertTrue(funnel.toString().startsWith("no stage can be modelled; not enough data for ["));
    assertEquals(
        "not enough data: 0 stays ended, 20 needed (stages are written by StageFacts)",
        new Walkers(5).funnel().lacking().get("Proposal"));
    StageFunnel none = new Walkers(1).opens(Walkers.ANA, .5, 999_999, 0).funnel();
    assertEquals(3, none.lacking().size());
    assertEquals(List.of(), none.modelled());
  }

  @Test
  void laterStagesAreModelledWhereAnEarlierOneLacks() {
    SalesProcess longer =
        SalesProcess.of(
            "longer",
            Walkers.START.minusYears(1),
            Stage.open("Lead", "asks for a call"),
            Stage.open("Qualify", "names who decides"),
            Stage.open("Demo", "confirms the result"),
            Stage.open("Proposal", "confirms the budget"),
            Stage.won("Won"));
    StageFunnel funnel =
        StageFunnel.fit(
            BOTH.cube(), longer.on(AS_OF).orElseThrow(), Walkers.allDays(), Optional.empty(), .8);
    assertEquals(List.of("Qualify", "Demo", "Proposal"), funnel.modelled());
    assertEquals(Map.of("Lead", "not enough data: 0 stays ended, 20 needed"), funnel.lacking());
    assertEquals(
        FUNNEL.company().orElseThrow().winYield(),
        funnel.of(Walkers.ANA).orElseThrow().winYield(),
        1e-12,
        "without a cohort everybody has the company's shares");
  }

  private static Deal.Builder open(String id, LocalDate opened) {
    return Deal.builder()
        .id(DealId.of(id))
        .owner(Walkers.ANA)
        .opened(opened)
        .amount(Quantity.of(1_000));
  }

  private static StageVisit at(String stage, LocalDate day) {
    return new StageVisit(stage, day);
  }

  private static WinCurve curve(Cube cube) {
    return WinCurve.fit(cube, Firm.COMPANY, Walkers.allDays()).orElseThrow();
  }

  @Test
  void judgesDealsByStageAndSaysWhereItCannot() {
    List<Deal> deals =
        List.of(
            open("fresh", AS_OF.minusDays(30))
                .visits(
                    List.of(at("Qualify", AS_OF.minusDays(30)), at("Proposal", AS_OF.minusDays(2))))
                .build(),
            open("stuck", AS_OF.minusDays(70))
                .visits(List.of(at("Qualify", AS_OF.minusDays(70))))
                .build(),
            open("old", AS_OF.minusDays(400))
                .visits(List.of(at("Proposal", AS_OF.minusDays(3))))
                .build(),
            open("undated", AS_OF.minusDays(5)).stage("Demo").build(),
            open("elsewhere", AS_OF.minusDays(5)).stage("Nowhere").build(),
            Deal.builder().id(DealId.of("never")).owner(Walkers.ANA).stage("Demo").build());
    WinCurve curve = curve(BOTH.cube());
    DealSizes sizes = DealSizes.fit(BOTH.deals);
    StagePipeline judged =
        StagePipeline.of(
            deals, AS_OF, END, Walkers.PROCESS, FUNNEL, FUNNEL.of(Walkers.ANA), curve, sizes);
    Map<String, DealOutlook> by = new java.util.HashMap<>();
    judged.pipeline().deals().forEach(deal -> by.put(deal.deal().id().value(), deal));
    assertEquals(
        FUNNEL.of(Walkers.ANA).orElseThrow().until(AS_OF, END).of("Proposal", 2),
        by.get("fresh").chance());
    assertEquals(DealOutlook.State.STALE, by.get("stuck").state());
    assertEquals(0, by.get("stuck").chance());
    assertEquals(DealOutlook.State.STALE, by.get("old").state(), "older than any that was won");
    assertEquals(curve.chance(5, AS_OF, END), by.get("undated").chance());
    assertEquals(DealOutlook.State.UNDATED, by.get("never").state());
    assertEquals(2, judged.byAgeAlone());
    assertEquals(3, judged.chances().length);
    assertEquals(
        "age alone: no day of entry into Demo",
        judged.basis().get(DealId.of("undated")).toString());
    assertEquals("Proposal for 2 days", judged.basis().get(DealId.of("fresh")).toString());
    assertTrue(judged.toString().endsWith("; 3 by stage, 2 by age alone"), judged.toString());
    assertTrue(judged.print().contains("; Proposal for 2 days\n"), judged.print());
    PipelineCheck check =
        PipelineCheck.of(
            BenchmarkPipeline.steady(FUNNEL.company().orElseThrow(), 2, .8), judged, 1_000);
    assertEquals(1, check.lines().get(2).actual());
    assertEquals(2, check.stale());
    assertEquals(2, check.elsewhere());
    assertTrue(check.firstShort().isPresent());
    StagePipeline twice = StagePipeline.join(List.of(judged, judged));
    assertEquals(6, twice.pipeline().deals().size(), "each deal once");
    StagePipeline byAge =
        StagePipeline.of(
            deals,
            AS_OF,
            END,
            Walkers.PROCESS,
            new Walkers(5).opens(Walkers.ANA, .9, 40, 0).funnel(),
            Optional.empty(),
            curve,
            sizes);
    assertTrue(
        byAge.basis().get(DealId.of("fresh")).toString().startsWith("age alone: Proposal: not"));
  }

  /** Weeks of a person: days gone and holidays take their part, and a week off takes all. */
  @Test
  void weeksHoldWhatIsLeftOfThem() {
    LocalDate today = LocalDate.of(2026, 1, 7);
    FiscalCalendar calendar = FiscalCalendar.calendarYear();
    List<Period> weeks = calendar.periods(Grain.WEEK, today, today.plusDays(20));
    Availability availability =
        Availability.builder()
            .leave(
                Map.of(Walkers.ANA, List.of(Period.custom(today.plusDays(5), today.plusDays(12)))))
            .build();
    StageChances chances = Walkers.truth(.7).until(today, today.plusDays(60));
    List<CreationWeek> mine =
        CreationWeek.of(
            weeks,
            Walkers.ANA,
            availability,
            availability.exposure(Walkers.ANA).times("ramp", day -> .5),
            chances);
    assertEquals(.5 * 2 / 5, mine.get(0).exposure(), 1e-12, "Thursday and Friday");
    assertEquals(0, mine.get(1).exposure());
    assertEquals(.5, mine.get(2).exposure(), 1e-12);
    double thursday = chances.ofNew(today.plusDays(1));
    double friday = chances.ofNew(today.plusDays(2));
    assertEquals((thursday + friday) / 2, mine.get(0).chance(), 1e-12);
    assertTrue(mine.get(0).toString().startsWith("week of 2026-01-05: 0.20 of a full week"));
    List<CreationWeek> past =
        CreationWeek.of(
            calendar.periods(Grain.WEEK, today.minusDays(7), today.minusDays(7)),
            Walkers.ANA,
            availability,
            availability.exposure(Walkers.ANA),
            chances);
    assertEquals(0, past.get(0).chance());
    assertEquals(0, past.get(0).exposure());
  }

  /** The wins that were predicted come, over many companies with the same chain. */
  @Test
  void predictsTheWinsOfOpenDeals() {
    double expected = 0;
    double variance = 0;
    double known = 0;
    for (long seed = 20; seed < 24; seed++) {
      Walkers walkers = new Walkers(seed).opens(Walkers.ANA, .7, 1, 0).opens(Walkers.BEN, .4, 1, 0);
      StageFunnel funnel = walkers.funnel();
      StageChances truth = Walkers.truth(.7).until(AS_OF, END);
      StageChances fitted = funnel.of(Walkers.ANA).orElseThrow().until(AS_OF, END);
      List<Deal> anas = new ArrayList<>(walkers.deals);
      anas.removeIf(deal -> deal.outcome() != Outcome.OPEN || !deal.owner().equals(Walkers.ANA));
      for (Deal deal : anas) {
        var stays = Walkers.PROCESS.stays(deal, AS_OF);
        var last = stays.get(stays.size() - 1);
        double chance = truth.of(last.stage(), last.days(AS_OF));
        known += chance;
        variance += chance * (1 - chance);
        expected += fitted.of(last.stage(), last.days(AS_OF));
      }
    }
    assertEquals(known, expected, Math.sqrt(variance), "within the chance of the wins themselves");
  }
}
