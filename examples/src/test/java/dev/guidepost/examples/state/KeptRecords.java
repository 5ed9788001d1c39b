package dev.guidepost.examples.state;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.credit.CreditRule;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.credit.CreditRulesState;
import dev.guidepost.core.credit.DealTeam;
import dev.guidepost.core.credit.Motion;
import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.practice.SalesProcess;
import dev.guidepost.core.practice.SalesProcessState;
import dev.guidepost.core.practice.SkillRating;
import dev.guidepost.core.practice.SkillRatings;
import dev.guidepost.core.practice.Stage;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.ActivityOutcome;
import dev.guidepost.core.record.ActivityState;
import dev.guidepost.core.record.BuyerEvent;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.DealState;
import dev.guidepost.core.record.History;
import dev.guidepost.core.record.NextStep;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.Rating;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.core.record.Term;
import dev.guidepost.core.record.Withdrawal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a host keeps of records and of the rules for them. */
final class KeptRecords {
  private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId LEA = PersonId.of("lea");
  private static final RoleId SDR = RoleId.of("sdr");

  private KeptRecords() {}

  static List<Kept<?, ?>> all() {
    return List.of(credit(), creditRules(), deal(), activity(), process(), skills());
  }

  private static Credit thirds() {
    return Credit.builder()
        .share(ANA, Ratio.of(2, 3))
        .share(UnitId.of("east"), Ratio.of(1, 3))
        .overlay(LEA, "12.5")
        .build();
  }

  private static Kept<?, ?> credit() {
    return new Kept<>("credit", thirds(), Credit.State.class, Credit::state, Credit::of);
  }

  private static Kept<?, ?> creditRules() {
    CreditRules rules =
        CreditRules.of(
            CreditRule.builder()
                .id("partners \"2026\"")
                .effectiveFrom(DAY)
                .effectiveUntil(DAY.plusYears(1))
                .noted(DAY.plusDays(3))
                .motion(Motion.RENEWAL)
                .origin(Origin.PARTNER)
                .share(SDR, "12.5")
                .overlay(RoleId.of("specialist"), "5")
                .build(),
            CreditRule.builder().id("all").effectiveFrom(DAY).build());
    return new Kept<>(
        "credit-rules", rules, CreditRulesState.class, CreditRules::state, CreditRules::of);
  }

  private static Kept<?, ?> deal() {
    Deal deal =
        Deal.builder()
            .id(DealId.of("d1"))
            .name("Müller \"renewal\"")
            .account(AccountId.of("a1"))
            .product("chair")
            .motion(Motion.EXPANSION)
            .origin(Origin.SDR)
            .opened(DAY)
            .recorded(DAY.plusDays(1))
            .addVisits(new StageVisit("Propose", DAY))
            .addVisits(new StageVisit("Won", DAY.plusDays(5), Outcome.WON, DAY.plusDays(7), 3))
            .addVisits(new StageVisit("Propose", DAY.plusDays(9)))
            .addWithdrawals(
                new Withdrawal(
                    new StageVisit("Lost", DAY.plusDays(2), Outcome.LOST), DAY.plusDays(3)))
            .stage("Agree")
            .addEvents(new BuyerEvent("confirms the budget", DAY, DAY.plusDays(2)))
            .owners(History.of(ANA).corrected(DAY.plusDays(4), DAY.plusDays(6), LEA))
            .amounts(History.<Quantity>none().with(DAY, Quantity.parse("1054.5")))
            .listAmount(Quantity.of(1_200))
            .cost(Quantity.of(300))
            .expectedCloses(History.of(DAY.plusDays(60)).with(DAY, DAY.plusDays(90)))
            .term(Term.parse("36 months from 2026-07-01, 90000 recurring, 5000 once"))
            .nextSteps(History.of(new NextStep("demo", DAY)).without(DAY.plusDays(1)))
            .team(DealTeam.NOBODY.with(SDR, UnitId.of("sdr team")))
            .credits(History.<Credit>none().with(DAY, thirds()))
            .build();
    return new Kept<>("deal", deal, DealState.class, Deal::state, Deal::of);
  }

  private static Kept<?, ?> activity() {
    Activity activity =
        Activity.builder()
            .id("v1 \"joint\"")
            .person(ANA)
            .addCoaches(LEA)
            .addSupporters(PersonId.of("cleo"))
            .metric(StandardMetrics.MEETINGS)
            .on(DAY)
            .recorded(DAY.plusDays(3))
            .count(2)
            .deal(DealId.of("d1"))
            .account(AccountId.of("a1"))
            .outcomes(
                History.of(ActivityOutcome.HELD).with(DAY.plusDays(4), ActivityOutcome.ADVANCED))
            .quality(Rating.parse("4 (1..5)"))
            .build();
    return new Kept<>("activity", activity, ActivityState.class, Activity::state, Activity::of);
  }

  private static Kept<?, ?> process() {
    SalesProcess process =
        SalesProcess.of(
                "field",
                DAY,
                Stage.open("Qualify", "names who decides"),
                Stage.open("Propose", "confirms the budget"),
                Stage.won("Won"),
                Stage.lost("Lost"))
            .then(
                DAY.plusYears(1),
                Map.of("Qualify", "Propose"),
                Stage.open("Propose", "confirms the budget"),
                Stage.won("Won"),
                Stage.lost("Lost"));
    return new Kept<>(
        "sales-process", process, SalesProcessState.class, SalesProcess::state, SalesProcess::of);
  }

  private static Kept<?, ?> skills() {
    SkillRatings ratings =
        new SkillRatings(
            List.of(
                new SkillRating(ANA, "discovery", DAY, Rating.parse("3 (1..5)"), LEA),
                new SkillRating(
                    ANA, "discovery", DAY, Rating.parse("3.5 (1..5)"), ANA, DAY.plusDays(2))));
    return new Kept<>(
        "skills", ratings, SkillRatings.State.class, SkillRatings::state, SkillRatings::of);
  }
}
