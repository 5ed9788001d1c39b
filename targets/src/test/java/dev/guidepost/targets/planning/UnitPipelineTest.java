package dev.guidepost.targets.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.rollup.org.Organisation;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.funnel.LivePipeline;
import dev.guidepost.targets.funnel.PipelineAtList;
import dev.guidepost.targets.rates.FewDeals;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class UnitPipelineTest {
  private static final Optional<LocalDate> LATELY = Optional.of(FewDeals.AS_OF.minusDays(10));
  private final FewDeals deals = new FewDeals();

  private Planner planner() {
    Evidence evidence = deals.evidence();
    return Planner.of(evidence, Goals.of(evidence, List.of()), 0.80);
  }

  @Test
  void aUnitHasTheDealsOfItsPeopleAndTheRootAll() {
    PersonId ana = deals.seller("ana", 6, 2, 3);
    PersonId ben = deals.seller("ben", 2, 6, 0);
    deals.open(ana, LATELY, 20_000);
    deals.open(ben, LATELY, 30_000);
    deals.open(PersonId.of("gone"), LATELY, 40_000);
    deals.open(ben, Optional.empty(), 70_000);
    Planner planner = planner();
    LivePipeline all = planner.pipeline(FewDeals.COMPANY);
    assertEquals(3, all.in(DealOutlook.State.LIVE).size());
    assertEquals(3, all.in(DealOutlook.State.STALE).size());
    assertEquals(1, all.in(DealOutlook.State.UNDATED).size());
    assertEquals(2, planner.pipeline(FewDeals.TEAM).in(DealOutlook.State.LIVE).size());
    assertEquals(2, planner.pipeline(ben).deals().size());
    assertEquals(1, planner.pipeline(Organisation.UNASSIGNED).deals().size());
    assertEquals(
        "3 of 6 dated open deals, 90k of 90k at list; the rest older than any deal that was won"
            + " (30 days): 0",
        all.atList().toString());
  }

  @Test
  void chancesAreThoseOfThePlans() {
    PersonId ana = deals.seller("ana", 12, 2, 3);
    PersonId ben = deals.seller("ben", 2, 12, 0);
    deals.open(ana, LATELY, 100);
    deals.open(ben, LATELY, 100);
    Planner planner = planner();
    LivePipeline all = planner.pipeline(FewDeals.COMPANY);
    for (PersonId person : List.of(ana, ben)) {
      DealOutlook planned = planner.plan(person).pipeline().in(DealOutlook.State.LIVE).get(0);
      assertTrue(all.deals().contains(planned), planned.toString());
    }
  }

  @Test
  void nothingIsKnownBeforeTheFirstWin() {
    deals.seller("ana", 0, 2, 3);
    assertEquals(List.of(), planner().pipeline(FewDeals.COMPANY).deals());
    assertEquals(OptionalInt.empty(), LivePipeline.join(List.of()).staleAge());
    Planner planner = planner();
    PersonId stranger = PersonId.of("stranger");
    assertThrows(IllegalArgumentException.class, () -> planner.pipeline(stranger));
  }

  @Test
  void dealsWithoutAPriceAreCounted() {
    PersonId ana = deals.seller("ana", 1, 0, 0);
    deals.open(ana, LATELY, 0);
    deals.open(ana, LATELY, 1_200);
    PipelineAtList atList = planner().pipeline(ana).atList();
    assertEquals(1, atList.unpriced());
    assertEquals(Quantity.of(1_200), atList.liveValue());
    assertEquals(
        "2 of 2 dated open deals, 1200 of 1200 at list (1 without a price); the rest older than"
            + " any deal that was won (30 days): 0",
        atList.toString());
  }

  @Test
  void printsMillionsAndDoesWithoutAnAge() {
    PipelineAtList atList =
        new PipelineAtList(
            298, 1_589, Quantity.of(687_000), Quantity.of(3_890_400), 0, OptionalInt.empty());
    assertEquals(
        "298 of 1,589 dated open deals, 0.69M of 3.89M at list; the rest older than any deal that"
            + " was won: 0",
        atList.toString());
    assertEquals(OptionalInt.empty(), new LivePipeline(List.of()).staleAge());
  }

  @Test
  void aPlannerSaysWhatItPlansFor() {
    deals.seller("ana", 6, 2, 3);
    assertEquals(
        "plans for 2026-Q3 at 80 %, from 2026-07-06 until 2026-10-31; assumed goals: repeat the"
            + " last full quarter",
        planner().toString());
  }
}
