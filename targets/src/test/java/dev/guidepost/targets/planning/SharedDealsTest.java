package dev.guidepost.targets.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.History;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.outlook.OutlookBridge.Kind;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanVersion;
import dev.guidepost.targets.plan.TeamPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedDealsTest {

  private static final DealId JOINT = DealId.of("joint");
  private static final LocalDate LATELY = Firm.AS_OF.minusDays(9);

  private final Firm firm = new Firm();
  private PersonId ana = PersonId.of("ana");
  private PersonId ben = PersonId.of("ben");
  private PersonId cai = PersonId.of("cai");

  @BeforeEach
  void sell() {
    ana = firm.seller("ana", Firm.EAST, 2, 3, 1_000);
    ben = firm.seller("ben", Firm.EAST, 2, 4, 1_000);
    cai = firm.seller("cai", Firm.WEST, 2, 3, 1_000);
    firm.deals.removeIf(deal -> deal.closed().filter(day -> day.isAfter(Firm.AS_OF)).isPresent());
  }

  private Deal.Builder joint(long amount) {
    return firm.deal("joint", ana).opened(LATELY).amount(Quantity.of(amount));
  }

  private Planner planner() {
    return firm.planner(0.80, Firm.target(firm.evidence(), cai, 9_000));
  }

  private static DealOutlook joint(Planner planner, PartyId party) {
    return planner.pipeline(party).deals().stream()
        .filter(deal -> deal.deal().id().equals(JOINT))
        .findFirst()
        .orElseThrow();
  }

  private static boolean names(Plan plan) {
    return plan.lines().stream().anyMatch(line -> line.deal().equals(Optional.of(JOINT)));
  }

  @Test
  void countsForEachByShareWithTheChanceOfTheOwner() {
    Credit credit =
        Credit.builder()
            .share(ana, "50")
            .share(ben, "30")
            .share(cai, "20")
            .overlay(ben, "10")
            .build();
    firm.deals.add(joint(10_000).credit(credit).build());
    Planner planner = planner();
    double chance = joint(planner, ana).chance();
    Map<PartyId, Long> parts =
        Map.of(ana, 5_000L, ben, 3_000L, cai, 2_000L, Firm.EAST, 8_000L, Firm.COMPANY, 10_000L);
    parts.forEach(
        (party, part) -> {
          assertEquals(Quantity.of(part), joint(planner, party).ifWon());
          assertEquals(chance, joint(planner, party).chance());
        });
    Forecasts forecasts = planner.forecasts(planner.plan(cai).period());
    assertEquals(
        2 * forecasts.nothingNew(ben).orElseThrow().wins().mean(),
        forecasts.nothingNew(Firm.EAST).orElseThrow().wins().mean(),
        1e-9);
    assertEquals(1, planner.pipeline(Firm.COMPANY).deals().size());
  }

  @Test
  void standsOnTheLinesOfItsOwnerAlone() {
    firm.deals.add(
        joint(10_000).credit(Credit.builder().share(ana, "60").share(cai, "40").build()).build());
    Planner planner = planner();
    Plan own = planner.plan(ana);
    assertTrue(names(own));
    assertTrue(
        own.lines().get(0).why().contains(" of 6,000 (the share in 10,000)"),
        own.lines().get(0).why());
    Plan sharing = planner.plan(cai);
    assertFalse(names(sharing));
    assertTrue(
        sharing.explain().print().contains("1 live deals, 1 of them shared, expected"),
        sharing.explain().print());
    assertEquals(
        Forecasts.Expected.whole(joint(planner, cai).expected()).toDouble(),
        sharing.version().live().toDouble(),
        0.06 * sharing.version().live().toDouble());
    assertTrue(planner.cover(cai).isPresent());
    assertTrue(planner.reach(cai, 3).isPresent());
    TeamPlan team = planner.plan(Firm.WEST).orElseThrow();
    assertEquals(1, team.plans().size());
  }

  /** The owner works a deal of which others are credited with all. */
  @Test
  void anOwnerWithoutAShareKeepsTheLine() {
    firm.deals.add(joint(10_000).credit(Credit.to(cai)).build());
    Planner planner = planner();
    assertTrue(names(planner.plan(ana)));
    assertEquals(Quantity.ZERO, joint(planner, ana).ifWon());
    Forecasts forecasts = planner.forecasts(planner.plan(cai).period());
    assertEquals(0, forecasts.nothingNew(ana).orElseThrow().wins().mean());
    assertTrue(forecasts.nothingNew(Firm.WEST).orElseThrow().wins().mean() > 0);
    assertEquals(Quantity.ZERO, forecasts.expected(Firm.EAST).live());
  }

  @Test
  void aUnitIsCreditedBesideItsPeople() {
    firm.deals.add(
        joint(10_000)
            .credit(Credit.builder().share(ana, "60").share(Firm.WEST, "40").build())
            .build());
    Planner planner = planner();
    assertEquals(Quantity.of(4_000), joint(planner, Firm.WEST).ifWon());
    assertEquals(Quantity.of(10_000), joint(planner, Firm.COMPANY).ifWon());
    Forecasts forecasts = planner.forecasts(planner.plan(cai).period());
    assertTrue(forecasts.expected(Firm.WEST).live().signum() > 0);
    assertEquals(Quantity.ZERO, forecasts.expected(cai).live());
    assertTrue(forecasts.countedForPeople(Firm.WEST).others().isEmpty());
    assertTrue(planner.outlook(Firm.WEST).orElseThrow().live().signum() > 0);
  }

  @Test
  void whatALeaverHasIsWarnedOf() {
    PersonId gone = firm.undeclared("gone");
    firm.deals.add(
        joint(10_000).credit(Credit.builder().share(gone, "30").share(ben, "70").build()).build());
    Planner planner = planner();
    assertEquals(Quantity.of(7_000), joint(planner, ben).ifWon());
    Forecasts forecasts = planner.forecasts(planner.plan(cai).period());
    List<DealOutlook> left = forecasts.leftOut(Firm.COMPANY).deals();
    assertEquals(List.of(Quantity.of(3_000)), left.stream().map(DealOutlook::ifWon).toList());
    assertEquals(forecasts.expected(ben).live(), forecasts.expected(Firm.COMPANY).live());
  }

  @Test
  void whatCannotBeDividedCountsForNobody() {
    firm.deals.add(
        joint(Long.MAX_VALUE / 10)
            .credit(Credit.builder().share(ana, "60").share(cai, "40").build())
            .build());
    Planner planner = planner();
    assertEquals(Quantity.ZERO, joint(planner, Firm.COMPANY).ifWon());
    assertEquals(0, planner.forecasts(planner.plan(cai).period()).expected(ana).live().signum());
  }

  @Test
  void newDealsAreAsLargeAsTheParts() {
    firm.deals.replaceAll(
        deal ->
            deal.owner().equals(ana) && deal.amount().isPresent()
                ? firm.deal(deal.id().value(), ana)
                    .opened(deal.opened())
                    .stage("Won")
                    .outcome(deal.outcome())
                    .closed(deal.closed())
                    .amount(deal.amount())
                    .credit(Credit.builder().share(ana, "75").share(cai, "25").build())
                    .build()
                : deal);
    Evidence evidence = firm.evidence();
    assertEquals(1_000, evidence.sizes().mean(), 1e-9);
    assertTrue(evidence.sizes().mean(ana) < 1_000);
    assertTrue(evidence.sizes().mean(ben) > evidence.sizes().mean(ana));
    Plan plan = Planner.of(evidence, Goals.of(evidence, List.of()), 0.80).plan(cai);
    Quantity booked = Quantity.ZERO;
    for (PlanVersion.PlannedDeal deal : plan.version().deals()) {
      booked = booked.plus(deal.expected());
    }
    assertEquals(plan.version().won(), booked, "what is booked, by deal");
  }

  @Test
  void aShareThatIsAgreedMovesAPart() {
    firm.deals.add(
        joint(10_000)
            .credits(
                History.<Credit>none()
                    .with(
                        Firm.AS_OF.minusDays(1),
                        Credit.builder().share(ana, "60").share(cai, "40").build()))
            .build());
    var bridge = Hindsight.of(firm.evidence()).since(Firm.AS_OF.minusDays(2), ana);
    assertTrue(
        bridge.steps().stream()
            .anyMatch(step -> step.kind() == Kind.MOVED && step.effect().signum() < 0),
        bridge.toString());
  }
}
