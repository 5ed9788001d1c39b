package dev.guidepost.core.record;

import static dev.guidepost.core.record.DealSamples.base;
import static dev.guidepost.core.record.DealSamples.open;
import static dev.guidepost.core.record.DealSamples.won;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.credit.CreditRule;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.credit.DealTeam;
import dev.guidepost.core.credit.Motion;
import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Deals, what they refuse and how they looked. */
class DealTest {

  private static final LocalDate MAY_1 = LocalDate.of(2026, 5, 1);
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final List<StageVisit> VISITS =
      List.of(
          new StageVisit("Engaging", MAY_1),
          new StageVisit("Proposal", MAY_1.plusDays(5)),
          new StageVisit("Signed", MAY_1.plusDays(9)));

  private static String refusal(Deal.Builder builder) {
    return assertThrows(IllegalArgumentException.class, builder::build).getMessage();
  }

  @Test
  void refusesClosingsThatCannotBe() {
    assertEquals(
        "deal d1 must have a day of closing if and only if it is closed, but was OPEN with"
            + " 2026-05-01",
        refusal(open().closed(MAY_1)));
    assertEquals(
        "deal d1 must have a day of closing if and only if it is closed, but was LOST without",
        refusal(open().outcome(Outcome.LOST)));
    assertEquals(
        "deal d1 must not close before it opens on 2026-05-01, but closed on 2026-04-30",
        refusal(won().closed(MAY_1.minusDays(1))));
    assertEquals(MAY_1, won().closed(MAY_1).build().closed().orElseThrow());
  }

  @Test
  void refusesNegativeAmounts() {
    String refusal = "amounts of deal d1 must not be negative, but one was -1";
    assertEquals(refusal, refusal(won().amount(Quantity.of(-1))));
    assertEquals(refusal, refusal(won().listAmount(Quantity.of(-1))));
    assertEquals(refusal, refusal(won().cost(Quantity.of(-1))));
    History<Quantity> later = History.of(Quantity.of(5)).with(MAY_1, Quantity.of(-1));
    assertEquals(refusal, refusal(won().amounts(later)));
    assertEquals(Quantity.ZERO, won().amount(Quantity.ZERO).build().amount().orElseThrow());
  }

  @Test
  void putsVisitsInOrder() {
    List<StageVisit> shuffled = List.of(VISITS.get(2), VISITS.get(0), VISITS.get(1));
    assertEquals(VISITS, open().stage("Signed").visits(shuffled).build().visits());
    StageVisit first = new StageVisit("A", MAY_1, Outcome.OPEN, MAY_1, 1);
    StageVisit second = new StageVisit("B", MAY_1, Outcome.OPEN, MAY_1, 2);
    assertEquals("B", open().stage("B").visits(List.of(second, first)).build().stage());
    assertThrows(IllegalArgumentException.class, () -> new StageVisit(" ", MAY_1));
    assertThrows(NullPointerException.class, () -> new StageVisit("Proposal", null));
    assertEquals(
        "stage A must not be known before its entry on 2026-05-01, but was on 2026-04-30",
        assertThrows(
                IllegalArgumentException.class,
                () -> new StageVisit("A", MAY_1, Outcome.OPEN, MAY_1.minusDays(1), 0))
            .getMessage());
  }

  @Test
  void refusesMissingParts() {
    assertThrows(IllegalStateException.class, () -> Deal.builder().build());
    assertThrows(
        IllegalStateException.class, () -> Deal.builder().id(DealId.of("d1")).build(), "no owner");
    assertEquals(
        "deal d1 must have an owner from the day on which it is on record, 2026-05-01, but had: ben"
            + " from 2026-05-02",
        refusal(open().owners(History.<PersonId>none().with(MAY_1.plusDays(1), BEN))));
    assertEquals(
        "deal d1 must have an owner from the day on which it is on record, 2026-05-01, but had:"
            + " ana, none from 2026-05-09",
        refusal(open().owners(History.of(ANA).without(MAY_1.plusDays(8)))));
    assertTrue(
        refusal(open().opened(Optional.empty()).owners(History.<PersonId>none().with(MAY_1, BEN)))
            .startsWith("deal d1 must have an owner from the day on which it is on record, but"));
    assertEquals("stage of deal d1 must not be blank", refusal(open().stage(" ")));
  }

  @Test
  void keepsItsVisits() {
    List<StageVisit> visits = new ArrayList<>(VISITS);
    Deal deal = open().stage("Signed").visits(visits).build();
    visits.clear();
    assertEquals(VISITS, deal.visits());
    assertThrows(UnsupportedOperationException.class, () -> deal.visits().clear());
  }

  @Test
  void isCalledByNameThenAccountThenProduct() {
    Deal.Builder deal = open();
    assertEquals("d1", deal.build().label());
    assertEquals("d1", deal.product(" ").build().label());
    assertEquals("chair d1", deal.product("chair").build().label());
    assertEquals("Kelso", deal.account(AccountId.of("Kelso")).build().label());
    assertEquals("Kelso", deal.name("  ").build().label());
    assertEquals("Kelso renewal", deal.name("Kelso renewal").build().label());
  }

  @Test
  void hasAnAgeIfItsOpeningIsKnown() {
    assertEquals(OptionalInt.of(0), open().build().ageOn(MAY_1));
    assertEquals(OptionalInt.of(31), open().build().ageOn(LocalDate.of(2026, 6, 1)));
    assertEquals(OptionalInt.of(-1), open().build().ageOn(MAY_1.minusDays(1)));
    assertEquals(OptionalInt.empty(), open().opened(Optional.empty()).build().ageOn(MAY_1));
  }

  @Test
  void wasOtherBeforeItClosed() {
    Deal deal = won().visits(VISITS).build();
    assertEquals(Optional.empty(), deal.asOf(MAY_1.minusDays(1)));
    Deal first = deal.asOf(MAY_1).orElseThrow();
    assertEquals("Engaging", first.stage());
    assertEquals(VISITS.subList(0, 1), first.visits());
    assertEquals(Outcome.OPEN, first.outcome());
    assertEquals(Optional.empty(), first.closed());
    assertEquals(Optional.empty(), first.amount());
    assertEquals(Optional.of(Quantity.of(550)), first.listAmount());
    assertEquals("Proposal", deal.asOf(MAY_1.plusDays(8)).orElseThrow().stage());
    assertSame(deal, deal.asOf(MAY_1.plusDays(9)).orElseThrow());
  }

  @Test
  void showsNoStageItMayHaveReachedLater() {
    Deal undated = won().stage("Won").build();
    assertEquals(Deal.UNKNOWN_STAGE, undated.asOf(MAY_1.plusDays(8)).orElseThrow().stage());
    assertEquals("Won", undated.asOf(MAY_1.plusDays(9)).orElseThrow().stage());
    Deal later = open().visits(VISITS.subList(1, 2)).build();
    assertEquals(Deal.UNKNOWN_STAGE, later.asOf(MAY_1).orElseThrow().stage());
    assertEquals("Proposal", open().build().asOf(MAY_1).orElseThrow().stage());
  }

  @Test
  void endsWithItsClosing() {
    assertEquals(
        "visits of deal d1 must end with its closing on 2026-05-08, but were " + VISITS,
        refusal(won().closed(MAY_1.plusDays(7)).visits(VISITS)));
    assertTrue(
        refusal(Deal.builder().from(won().build()).outcome(Outcome.OPEN).closed(Optional.empty()))
            .startsWith("deal d1 must be closed, as its last visit has it, but was said to be"));
    assertEquals(
        "stage of deal d1 must have a day, as the deal is closed, but was undated: Signed",
        refusal(Deal.builder().from(won().build()).undatedStage("Signed")));
    Deal said = won().visits(VISITS).build();
    assertEquals(VISITS.subList(0, 2), said.visits().subList(0, 2));
    assertEquals(3, said.visits().size(), "the last visit is its closing");
    assertEquals(Outcome.WON, said.visits().get(2).outcome());
    assertEquals(said, won().visits(said.visits()).build());
    assertEquals(said, Deal.builder().from(said).build());
  }

  @Test
  void aWinCanBeTakenBack() {
    LocalDate signed = MAY_1.plusDays(9);
    LocalDate cancelled = MAY_1.plusDays(20);
    Deal deal =
        base()
            .visits(VISITS.subList(0, 2))
            .addVisits(new StageVisit("Closed Won", signed, Outcome.WON))
            .addVisits(new StageVisit("Invoiced", signed.plusDays(2), Outcome.WON))
            .addVisits(new StageVisit("Closed Lost", cancelled, Outcome.LOST))
            .build();
    assertEquals(Outcome.LOST, deal.outcome());
    assertEquals(Optional.of(cancelled), deal.closed());
    Deal before = deal.asOf(cancelled.minusDays(1)).orElseThrow();
    assertEquals(Outcome.WON, before.outcome());
    assertEquals("Invoiced", before.stage());
    assertEquals(Optional.of(signed), before.closed(), "not when it was invoiced");
    assertEquals(Outcome.OPEN, deal.asOf(signed.minusDays(1)).orElseThrow().outcome());
  }

  @Test
  void canBeOpenedAgain() {
    Deal deal =
        base()
            .visits(VISITS.subList(0, 1))
            .addVisits(new StageVisit("Lost", MAY_1.plusDays(3), Outcome.LOST))
            .addVisits(new StageVisit("Engaging", MAY_1.plusDays(8)))
            .stage("Engaging")
            .build();
    assertEquals(Outcome.OPEN, deal.outcome());
    assertEquals(Optional.empty(), deal.closed());
    assertEquals(
        Optional.of(MAY_1.plusDays(3)), deal.asOf(MAY_1.plusDays(7)).orElseThrow().closed());
  }

  @Test
  void aLateEntryIsNotKnownBefore() {
    LocalDate known = MAY_1.plusDays(30);
    Deal deal =
        base()
            .addVisits(new StageVisit("Won", MAY_1.plusDays(9), Outcome.WON, known, 0))
            .recorded(MAY_1.plusDays(2))
            .build();
    assertEquals(Optional.empty(), deal.asOf(MAY_1.plusDays(1)), "opened, but not on record");
    assertEquals(Outcome.OPEN, deal.asOf(known.minusDays(1)).orElseThrow().outcome());
    assertEquals(Optional.of(MAY_1.plusDays(9)), deal.asOf(known).orElseThrow().closed());
    assertEquals(List.of(MAY_1.plusDays(2), known), List.copyOf(deal.knownDays()));
  }

  @Test
  void everythingIsKnownFromItsDay() {
    LocalDate later = MAY_1.plusDays(10);
    DealTeam team = DealTeam.NOBODY.with(RoleId.of("sdr"), BEN);
    Term term = new Term(later, 12, Quantity.of(100), Quantity.ZERO);
    NextStep call = new NextStep("call", later);
    Deal deal =
        open()
            .owners(History.of(ANA).with(later, BEN))
            .amounts(History.of(Quantity.of(9)).with(later, Quantity.of(7)))
            .expectedCloses(History.<LocalDate>none().with(later, later.plusDays(30)))
            .terms(History.<Term>none().with(later, term))
            .nextSteps(History.of(call).without(later))
            .teams(History.<DealTeam>none().with(later, team))
            .credits(History.<Credit>none().with(later, Credit.to(BEN)))
            .addEvents(new BuyerEvent("budget", MAY_1, later))
            .build();
    Deal before = deal.asOf(later.minusDays(1)).orElseThrow();
    assertEquals(ANA, before.owner());
    assertEquals(Optional.of(Quantity.of(9)), before.amount());
    assertEquals(Optional.empty(), before.expectedClose());
    assertEquals(Optional.empty(), before.term());
    assertEquals(Optional.of(call), before.nextStep());
    assertEquals(Optional.empty(), before.team());
    assertEquals(Optional.empty(), before.credit());
    assertEquals(List.of(), before.events());
    assertSame(deal, deal.asOf(later).orElseThrow());
    assertEquals(BEN, deal.owner());
    assertEquals(Optional.of(Quantity.of(7)), deal.amount());
    assertEquals(Optional.of(later.plusDays(30)), deal.expectedClose());
    assertEquals(Optional.of(term), deal.term());
    assertEquals(Optional.empty(), deal.nextStep(), "done");
    assertEquals(Optional.of(team), deal.team());
    assertEquals(Optional.of(Credit.to(BEN)), deal.credit());
    assertEquals(List.of(MAY_1, later), List.copyOf(deal.knownDays()));
  }

  @Test
  void aVisitThatNeverWasIsTakenBack() {
    StageVisit wrong = new StageVisit("Won", MAY_1.plusDays(9), Outcome.WON);
    LocalDate told = MAY_1.plusDays(20);
    Deal deal =
        base()
            .addVisits(wrong)
            .addVisits(new StageVisit("Propose", MAY_1.plusDays(7), Outcome.OPEN, told, 0))
            .addWithdrawals(new Withdrawal(wrong, told))
            .build();
    assertEquals(Outcome.OPEN, deal.outcome());
    assertEquals("Propose", deal.stage());
    assertEquals(1, deal.visits().size());
    Deal before = deal.asOf(told.minusDays(1)).orElseThrow();
    assertEquals(Optional.of(wrong.entered()), before.closed());
    assertEquals(List.of(), before.withdrawals());
    assertEquals(Deal.UNKNOWN_STAGE, deal.asOf(MAY_1).orElseThrow().stage());
    assertSame(deal, deal.asOf(told).orElseThrow());
    assertEquals(List.of(MAY_1, wrong.known(), told), List.copyOf(deal.knownDays()));
    assertEquals(deal, Deal.of(deal.state()));
    assertEquals(
        "visit must not be taken back before it was known, but was on 2026-05-09: " + wrong,
        assertThrows(
                IllegalArgumentException.class,
                () -> new Withdrawal(wrong, wrong.known().minusDays(1)))
            .getMessage());
  }

  @Test
  void visitsOfADayStandByTheirRowsOrAreRefused() {
    StageVisit won = new StageVisit("Won", MAY_1, Outcome.WON);
    StageVisit lost = new StageVisit("Lost", MAY_1, Outcome.LOST);
    StageVisit open = new StageVisit("Propose", MAY_1);
    assertEquals(
        Outcome.WON, base().addVisits(won, open).build().outcome(), "the closing comes last");
    assertEquals(1, base().addVisits(won, won).build().visits().size());
    for (List<StageVisit> both : List.of(List.of(won, lost), List.of(lost, won))) {
      assertEquals(
          "visits of deal d1 on one day must have different rows, but Lost and Won on 2026-05-01"
              + " had the same",
          refusal(base().visits(both)));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> base().addVisits(lost).addWithdrawals(new Withdrawal(won, MAY_1)).build(),
        "it would have been seen with both");
    Deal said = base().addVisits(lost).outcome(Outcome.WON).stage("Won").closed(MAY_1).build();
    assertEquals(List.of("Lost", "Won"), said.visits().stream().map(StageVisit::stage).toList());
  }

  @Test
  void refusesAStageBeforeItsOpening() {
    assertEquals(
        "deal d1 must not enter stage Propose before it opens on 2026-05-01, but did on"
            + " 2026-04-30",
        refusal(base().addVisits(new StageVisit("Propose", MAY_1.minusDays(1)))));
  }

  @Test
  void anAgeOfAnySizeIsANumber() {
    Deal deal = base().opened(LocalDate.MIN).stage("Propose").build();
    assertEquals(OptionalInt.of(Integer.MAX_VALUE), deal.ageOn(MAY_1));
    assertEquals(
        OptionalInt.of(Integer.MIN_VALUE),
        base().opened(LocalDate.MAX).stage("Propose").build().ageOn(MAY_1));
  }

  @Test
  void ownersAreThoseOfTheDay() {
    Deal deal =
        base()
            .opened(MAY_1)
            .recorded(MAY_1.plusDays(5))
            .owners(
                History.<PersonId>none().with(MAY_1.plusDays(5), ANA).with(MAY_1.plusDays(9), BEN))
            .build();
    assertEquals(ANA, deal.ownerOn(MAY_1), "the first one on record");
    assertEquals(ANA, deal.ownerOn(MAY_1.plusDays(8)));
    assertEquals(BEN, deal.ownerOn(MAY_1.plusDays(9)));
  }

  @Test
  void countsAsOpenedWhenItsOpeningIsUnknown() {
    Deal deal = won().opened(Optional.empty()).build();
    assertEquals(Outcome.OPEN, deal.asOf(MAY_1.minusDays(99)).orElseThrow().outcome());
  }

  @Test
  void undatedValuesAreGivenAsTheyAre() {
    Term term = new Term(MAY_1, 12, Quantity.of(100), Quantity.ZERO);
    Deal deal =
        open()
            .amount(Quantity.of(9))
            .expectedClose(MAY_1.plusDays(60))
            .term(term)
            .nextStep("call", MAY_1.plusDays(3))
            .team(DealTeam.NOBODY)
            .credit(Credit.to(BEN))
            .motion(Motion.RENEWAL)
            .origin(Origin.PARTNER)
            .build();
    assertSame(deal, deal.asOf(MAY_1).orElseThrow());
    assertEquals(Optional.of(Quantity.of(9)), deal.amount());
    assertEquals(Optional.of(term), deal.term());
    assertEquals("call by 2026-05-04", deal.nextStep().orElseThrow().toString());
    Deal signed = Deal.builder().from(deal).outcome(Outcome.WON).closed(MAY_1.plusDays(5)).build();
    assertEquals("Proposal", signed.stage(), "the stage it was in");
    assertEquals(deal.amounts(), signed.amounts());
    assertEquals(deal.nextSteps(), Deal.builder().from(deal).stage("New").build().nextSteps());
  }

  @Test
  void comesBackFromItsState() {
    Deal deal =
        won()
            .name("Kelso \"renewal\"")
            .account(AccountId.of("Kelso"))
            .product("chair")
            .motion(Motion.RENEWAL)
            .origin(Origin.SDR)
            .recorded(MAY_1.plusDays(1))
            .visits(VISITS)
            .addEvents(new BuyerEvent("budget", MAY_1, MAY_1.plusDays(1)))
            .owners(History.of(ANA).with(MAY_1.plusDays(3), 7, BEN))
            .cost(Quantity.of(40))
            .expectedClose(MAY_1.plusDays(60))
            .terms(
                History.<Term>none()
                    .with(MAY_1, new Term(MAY_1, 12, Quantity.of(90), Quantity.of(5)))
                    .without(MAY_1.plusDays(2)))
            .nextStep("call by phone by noon", MAY_1.plusDays(3))
            .team(DealTeam.NOBODY.with(RoleId.of("sdr"), UnitId.of("sdr team")))
            .credits(History.<Credit>none().with(MAY_1, Credit.evenly(List.of(ANA, BEN))))
            .build();
    assertEquals(deal, Deal.of(deal.state()));
    assertEquals(deal.state(), Deal.of(deal.state()).state());
    Deal undated = open().build();
    assertEquals(undated, Deal.of(undated.state()));
    DealState state = undated.state();
    DealState.Noted note = new DealState.Noted("", "", 0, List.of("ben"));
    assertEquals(
        "history must have one undated value at most, but had: "
            + "[Note[from=Optional.empty, known=Optional.empty, row=0, value=Optional[ben]],"
            + " Note[from=Optional.empty, known=Optional.empty, row=0, value=Optional[ben]]]",
        assertThrows(
                IllegalArgumentException.class,
                () -> Deal.of(withOwners(state, List.of(note, note))))
            .getMessage());
    DealState.Noted two = new DealState.Noted("", "", 0, List.of("ben", "ana"));
    assertEquals(
        "value must be kept once at most, but was [ben, ana]",
        assertThrows(IllegalArgumentException.class, () -> Deal.of(withOwners(state, List.of(two))))
            .getMessage());
    DealState.Noted may = new DealState.Noted("", "May 4", 0, List.of("ben"));
    assertEquals(
        "known day of a note of deal "
            + state.id()
            + " must look like \"2026-11-02\", but was \"May 4\"",
        assertThrows(IllegalArgumentException.class, () -> Deal.of(withOwners(state, List.of(may))))
            .getMessage());
  }

  private static DealState withOwners(DealState s, List<DealState.Noted> owners) {
    return new DealState(
        s.id(),
        s.name(),
        s.account(),
        s.product(),
        s.motion(),
        s.origin(),
        s.opened(),
        s.recorded(),
        s.undatedStage(),
        s.visits(),
        s.withdrawals(),
        s.events(),
        owners,
        s.amounts(),
        s.listAmount(),
        s.cost(),
        s.expectedCloses(),
        s.terms(),
        s.nextSteps(),
        s.teams(),
        s.credits());
  }

  @Test
  void isCreditedAsAgreedOrByTheRulesOfItsDay() {
    RoleId sdr = RoleId.of("sdr");
    PersonId kim = PersonId.of("kim");
    LocalDate june = LocalDate.of(2026, 6, 1);
    CreditRules rules =
        CreditRules.of(
            rule("first", LocalDate.of(2026, 1, 1)).share(sdr, "10").build(),
            rule("partners", LocalDate.of(2026, 1, 1)).origin(Origin.PARTNER).build(),
            rule("renewals", LocalDate.of(2026, 1, 1))
                .motion(Motion.RENEWAL)
                .share(sdr, "30")
                .build(),
            rule("in arrears", LocalDate.of(2026, 2, 1)).noted(june).share(sdr, "20").build(),
            rule("after", june).share(sdr, "50").build());
    Deal.Builder deal = won().team(DealTeam.NOBODY.with(sdr, kim));
    assertEquals("ana 90 %, kim 10 %", credit(deal, rules, june.minusDays(1)));
    assertEquals("ana 80 %, kim 20 %", credit(deal, rules, june), "of the day on which it closed");
    assertEquals("ana 100 %", credit(deal.origin(Origin.PARTNER), rules, june));
    assertEquals(
        "ana 70 %, kim 30 %",
        credit(deal.origin(Optional.empty()).motion(Motion.RENEWAL), rules, june));
    assertEquals("kim 100 %", credit(deal.credit(Credit.to(kim)), rules, june), "it was agreed");
    assertEquals("ana 100 %", credit(won(), rules, june), "nobody in the role");
    assertEquals(
        "ana 50 %, kim 50 %", credit(open().team(DealTeam.NOBODY.with(sdr, kim)), rules, june));
  }

  private static CreditRule.Builder rule(String id, LocalDate from) {
    return CreditRule.builder().id(id).effectiveFrom(from);
  }

  private static String credit(Deal.Builder deal, CreditRules rules, LocalDate day) {
    return deal.build().creditBy(rules, day).toString();
  }
}
