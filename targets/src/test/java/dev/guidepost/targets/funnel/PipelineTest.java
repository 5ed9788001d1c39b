package dev.guidepost.targets.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.Firm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sizes of deals, and open deals told apart. */
class PipelineTest {

  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");

  private static Deal won(Firm firm, String id, PersonId owner, String amount, String list) {
    Deal.Builder deal =
        firm.deal(id, owner)
            .opened(Firm.START)
            .closed(Firm.START.plusDays(9))
            .outcome(Outcome.WON)
            .amount(Quantity.of(new BigDecimal(amount)));
    return (list.isEmpty() ? deal : deal.listAmount(Quantity.of(new BigDecimal(list)))).build();
  }

  @Test
  void learnsSizesAndTheDiscount() {
    Firm firm = new Firm();
    DealSizes sizes =
        DealSizes.fit(
            List.of(
                won(firm, "a", ANA, "90", "100"),
                won(firm, "b", ANA, "110", "100"),
                won(firm, "c", BEN, "160", "200"),
                won(firm, "d", BEN, "40", ""),
                won(firm, "e", BEN, "0", "0")));
    assertTrue(sizes.known());
    assertEquals(360.0 / 400, sizes.discount(), 1e-12);
    assertEquals(3, sizes.priced());
    assertEquals(80, sizes.mean(), 1e-12);
    double ana = sizes.mean(ANA);
    assertTrue(ana >= 80 && ana <= 100);
    assertEquals(80, sizes.mean(PersonId.of("new")), 1e-12);
    assertEquals(Quantity.of(77), sizes.ifWon(firm.deal("f", ANA).amount(Quantity.of(77)).build()));
    assertEquals(
        Quantity.of(new BigDecimal("45.00")),
        sizes.ifWon(firm.deal("g", ANA).listAmount(Quantity.of(50)).build()));
    assertEquals(
        Quantity.of(new BigDecimal("0.03")),
        sizes.ifWon(firm.deal("h", ANA).listAmount(Quantity.of(new BigDecimal("0.03"))).build()),
        "rounded half up to hundredths");
    assertEquals(sizes.mean(ANA), sizes.ifWon(firm.deal("i", ANA).build()).toDouble(), .005 + 1e-9);
  }

  @Test
  void knowsNothingWithoutAmounts() {
    Firm firm = new Firm();
    firm.closed("lost", ANA, Firm.START, Firm.START.plusDays(3), false, 0);
    firm.deals.add(
        firm.deal("won", ANA).outcome(Outcome.WON).closed(Firm.START.plusDays(3)).build());
    DealSizes sizes = DealSizes.fit(firm.deals);
    assertFalse(sizes.known());
    assertEquals(1, sizes.discount());
    assertEquals(0, sizes.priced());
    assertEquals(0, sizes.mean());
    assertEquals(0, sizes.mean(ANA));
    assertEquals(0, sizes.ifWon(firm.deal("o", ANA).build()).signum());
  }

  @Test
  void sizesDoNotDependOnTheOrderOfDeals() {
    Firm firm = new Firm();
    List<Deal> deals = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      String amount = random.nextInt(90_000) + "." + (10 + random.nextInt(90));
      deals.add(won(firm, "d" + i, i % 3 == 0 ? BEN : ANA, amount, "" + random.nextInt(90_000)));
    }
    DealSizes one = DealSizes.fit(deals);
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(deals, random);
      DealSizes two = DealSizes.fit(deals);
      assertEquals(one.mean(), two.mean());
      assertEquals(one.mean(ANA), two.mean(ANA));
      assertEquals(one.discount(), two.discount());
    }
  }

  /** METHODS D2: older than the oldest age at which a deal was won counts as 0. */
  @Test
  void tellsLiveStaleAndUndatedApart() {
    Firm firm = WinCurveTest.thirty();
    Period all = Period.custom(Firm.START.minusYears(1), firm.asOf.plusDays(1));
    WinCurve curve = WinCurve.fit(firm.cube(all), Firm.COMPANY, all).orElseThrow();
    LocalDate asOf = firm.asOf;
    List<Deal> open =
        List.of(
            firm.deal("undated", ANA).build(),
            firm.deal("stale", ANA).opened(asOf.minusDays(131)).build(),
            firm.deal("edge", ANA).opened(asOf.minusDays(130)).build(),
            firm.deal("late", ANA).opened(asOf.minusDays(129)).build(),
            firm.deal("fresh", ANA).opened(asOf).build(),
            won(firm, "won", ANA, "500", ""));
    DealSizes sizes = DealSizes.fit(open);
    LivePipeline pipeline = LivePipeline.of(open, asOf, asOf.plusDays(61), curve, sizes);
    assertEquals(
        List.of("late", "fresh", "edge", "stale", "undated"),
        pipeline.deals().stream().map(deal -> deal.deal().id().value()).toList());
    assertEquals(3, pipeline.in(DealOutlook.State.LIVE).size());
    DealOutlook edge = pipeline.deals().get(2);
    assertEquals(DealOutlook.State.LIVE, edge.state());
    assertEquals(0, edge.chance());
    DealOutlook fresh = pipeline.deals().get(1);
    assertEquals(curve.chance(0, 60, 1), fresh.chance(), 1e-12);
    assertEquals(500 * fresh.chance(), fresh.expected(), 1e-9);
    DealOutlook stale = pipeline.in(DealOutlook.State.STALE).get(0);
    assertEquals(0, stale.expected());
    assertTrue(stale.toString().contains("stale, counts as 0"), stale.toString());
    assertTrue(fresh.toString().contains("0 days"), fresh.toString());
    DealOutlook undated = pipeline.in(DealOutlook.State.UNDATED).get(0);
    assertTrue(undated.age().isEmpty());
    assertEquals(0, undated.chance());
    assertEquals("undated (Proposal): undated, counts as 0", undated.toString());
    assertEquals(Quantity.of(1500), pipeline.value(DealOutlook.State.LIVE));
    assertTrue(pipeline.toString().startsWith("3 live of 5 open deals, 1,500 if all won"));
    // Of a period that ends with the as-of day nothing is left.
    for (DealOutlook deal : LivePipeline.of(open, asOf, asOf.plusDays(1), curve, sizes).deals()) {
      assertEquals(0, deal.chance());
    }
    assertEquals(0, new LivePipeline(List.of()).value(DealOutlook.State.LIVE).signum());
  }
}
