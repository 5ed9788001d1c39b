package dev.guidepost.core.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.record.BuyerEvent;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Versions of a process, and where deals go other ways. */
class SalesProcessTest {

  private static final LocalDate JAN = LocalDate.of(2026, 1, 1);
  private static final LocalDate JUL = LocalDate.of(2026, 7, 1);
  private static final Stage QUALIFY = Stage.open("Qualify", "names who decides");
  private static final Stage PROPOSE = Stage.open("Propose", "confirms the budget");
  private static final Stage AGREE = Stage.open("Agree", "agrees to the terms");
  private static final Stage WON = Stage.won("Won");
  private static final Stage LOST = Stage.lost("Lost");
  private static final SalesProcess FIRST =
      SalesProcess.of("field", JAN, QUALIFY, PROPOSE, AGREE, WON, LOST);
  private static final SalesProcess BOTH =
      FIRST.then(
          JUL,
          Map.of("Qualify", "Discover", "Agree", "Propose"),
          Stage.open("Discover", "names who decides"),
          Stage.open("Prove", "confirms the result"),
          PROPOSE,
          WON,
          LOST);

  private static Deal deal(String id, StageVisit... visits) {
    return Deal.builder()
        .id(DealId.of(id))
        .owner(PersonId.of("ana"))
        .visits(List.of(visits))
        .addEvents(new BuyerEvent("names who decides", JAN.plusDays(3)))
        .build();
  }

  private static StageVisit at(String stage, int day) {
    return at(stage, day, Outcome.OPEN);
  }

  private static StageVisit at(String stage, int day, Outcome outcome) {
    return new StageVisit(stage, JAN.plusDays(day), outcome);
  }

  private static List<String> found(SalesProcess process, int day, Deal... deals) {
    return process.conformance(List.of(deals), JAN.plusDays(day)).findings().stream()
        .map(finding -> finding.kind() + " " + finding)
        .toList();
  }

  @Test
  void stagesHaveExitEventsWhileDealsAreOpen() {
    assertEquals(
        "stage A must have an exit event, but had none",
        refusal(() -> new Stage("A", Outcome.OPEN, " ")));
    assertEquals(
        "stage A must not have an exit event, as it ends the deal, but had: signs",
        refusal(() -> new Stage("A", Outcome.WON, "signs")));
    assertEquals("stage must have a name, but it was blank", refusal(() -> Stage.won(" ")));
  }

  private static String refusal(org.junit.jupiter.api.function.Executable making) {
    return assertThrows(IllegalArgumentException.class, making).getMessage();
  }

  @Test
  void versionsFollowEachOther() {
    assertEquals(
        "process from 2026-07-01 must say which stage of deals that are OPEN Qualify became, but"
            + " did not",
        refusal(() -> FIRST.then(JUL, Map.of(), PROPOSE, AGREE, WON, LOST)));
    assertEquals(
        "process from 2026-07-01 must say which stage of deals that are OPEN Qualify became, but"
            + " that was Won",
        refusal(() -> FIRST.then(JUL, Map.of("Qualify", "Won"), PROPOSE, AGREE, WON, LOST)));
    assertEquals(
        "a stage that is no more must have become one of the new stages, but Qualify was said to"
            + " have become Discover",
        refusal(() -> FIRST.then(JUL, Map.of("Qualify", "Discover"), PROPOSE, AGREE, WON, LOST)));
    assertEquals(
        "a stage that is no more must have become one of the new stages, but Propose was said to"
            + " have become Won",
        refusal(() -> FIRST.then(JUL, Map.of("Propose", "Won"), PROPOSE, AGREE, WON, LOST)));
    assertEquals(
        "version must hold from a day after 2026-01-01, but was from 2026-01-01",
        refusal(() -> FIRST.then(JAN, Map.of(), QUALIFY, PROPOSE, AGREE, WON, LOST)));
    assertEquals(
        "stages must have different names, but two were Qualify",
        refusal(() -> SalesProcess.of("x", JAN, QUALIFY, QUALIFY, WON)));
    assertEquals(
        "process from 2026-01-01 must have a stage of deals that are WON, but had none",
        refusal(() -> SalesProcess.of("x", JAN, QUALIFY, LOST)));
    assertEquals(
        "process from 2026-01-01 must have a stage of deals that are OPEN, but had none",
        refusal(() -> SalesProcess.of("x", JAN, WON, LOST)));
    assertEquals(
        "the first version must have no stages before it, but had: {Old=Qualify}",
        refusal(
            () ->
                new SalesProcess(
                    "x",
                    List.of(
                        new ProcessVersion(
                            JAN,
                            List.of(QUALIFY, WON),
                            new TreeMap<>(Map.of("Old", "Qualify")))))));
    assertThrows(IllegalArgumentException.class, () -> SalesProcess.of(" ", JAN, QUALIFY, WON));
    assertThrows(IllegalArgumentException.class, () -> new SalesProcess("x", List.of()));
  }

  @Test
  void anOldStageIsReadAsTheNewOne() {
    LocalDate march = LocalDate.of(2026, 3, 1);
    assertEquals(Optional.of(AGREE), BOTH.stage("Agree", march, march));
    assertEquals(Optional.of(PROPOSE), BOTH.stage("Agree", march, JUL));
    assertEquals("Discover", BOTH.stage("Qualify", march, JUL).orElseThrow().name());
    assertEquals(Optional.empty(), BOTH.stage("Agree", JUL, JUL), "it was gone by then");
    assertEquals(Optional.empty(), BOTH.stage("Agree", JAN.minusDays(1), JUL));
    assertEquals(Optional.empty(), BOTH.on(JAN.minusDays(1)));
    SalesProcess back =
        BOTH.then(
            JUL.plusDays(90),
            Map.of("Prove", "Propose"),
            Stage.open("Qualify", "calls back"),
            Stage.open("Discover", "names who decides"),
            PROPOSE,
            WON,
            LOST);
    assertEquals("Discover", back.stage("Qualify", march, JUL.plusDays(99)).orElseThrow().name());
    assertEquals(
        "Qualify",
        back.stage("Qualify", JUL.plusDays(95), JUL.plusDays(99)).orElseThrow().name(),
        "the name was given again");
    assertEquals(back, SalesProcess.of(back.state()));
  }

  @Test
  void findsStagesLeftWithoutTheEvent() {
    Deal deal = deal("d", at("Qualify", 0), at("Propose", 3), at("Agree", 9), at("Lost", 20));
    assertEquals(
        List.of("WITHOUT_EVENT 2026-01-10 d (ana): Propose left without \"confirms the budget\""),
        found(
            FIRST,
            99,
            deal(
                "d",
                at("Qualify", 0),
                at("Propose", 3),
                at("Agree", 9),
                at("Lost", 20, Outcome.LOST))));
    assertEquals(
        List.of("WITHOUT_EVENT 2026-01-03 e (ana): Qualify left without \"names who decides\""),
        found(FIRST, 99, deal("e", at("Qualify", 0), at("Propose", 2))),
        "the buyer did so only a day later");
    assertEquals(List.of(), found(FIRST, 8, deal), "as of a day before");
  }

  @Test
  void findsStagesSkippedAndGoneBackTo() {
    assertEquals(
        List.of(
            "SKIPPED 2026-01-05 d (ana): Qualify skipped on the way to Propose",
            "WITHOUT_EVENT 2026-01-08 d (ana): Propose left without \"confirms the budget\"",
            "SKIPPED 2026-01-08 d (ana): Agree skipped on the way to Won",
            "REVERSED 2026-01-10 d (ana): back from Won to Lost",
            "REVERSED 2026-01-12 d (ana): back from Lost to Qualify",
            "UNKNOWN_STAGE 2026-01-13 d (ana): no stage Nowhere",
            "REVERSED 2026-01-16 d (ana): back from Agree to Propose"),
        found(
                FIRST,
                99,
                deal(
                    "d",
                    at("Propose", 4),
                    at("Won", 7, Outcome.WON),
                    at("Won", 8, Outcome.WON),
                    at("Lost", 9, Outcome.LOST),
                    at("Qualify", 11),
                    at("Nowhere", 12),
                    at("Qualify", 13),
                    at("Agree", 14),
                    at("Propose", 15)))
            .stream()
            .filter(line -> !line.contains("2026-01-15"))
            .toList());
  }

  @Test
  void judgesByTheVersionOfTheDay() {
    Deal before = deal("b", at("Qualify", -9), at("Agree", 5));
    assertEquals(List.of(), found(FIRST, 99, before), "it began before the process did");
    Deal moved = deal("m", at("Agree", 100), at("Propose", 190), at("Won", 200, Outcome.WON));
    Conformance report = BOTH.conformance(List.of(moved), JAN.plusDays(300));
    assertEquals(
        List.of(
            "2026-04-11 m (ana): Qualify skipped on the way to Agree",
            "2026-04-11 m (ana): Propose skipped on the way to Agree",
            "2026-07-20 m (ana): Propose left without \"confirms the budget\""),
        report.findings().stream().map(Conformance.Finding::toString).toList());
    assertEquals(1, report.of(Conformance.Kind.WITHOUT_EVENT).size());
    assertEquals(
        List.of(
            new Conformance.Line("Discover", Ratio.of(0, 0), 1, 0),
            new Conformance.Line("Prove", Ratio.of(0, 0), 0, 0),
            new Conformance.Line("Propose", Ratio.of(0, 1), 0, 0)),
        report.stages());
    assertEquals(Ratio.of(0, 1), report.withEvent());
    assertEquals(
        """
        stage     left with event  skipped  reversed
        Discover           0 of 0        1         0
        Prove              0 of 0        0         0
        Propose            0 of 1        0         0
        """,
        report.toString());
  }

  @Test
  void aDealClosedInAStageOfOpenOnesHasLeftIt() {
    Deal won = deal("d", at("Propose", 4), at("Propose", 9, Outcome.WON), at("Agree", 12));
    assertEquals(
        List.of(
            "SKIPPED 2026-01-05 d (ana): Qualify skipped on the way to Propose",
            "WITHOUT_EVENT 2026-01-10 d (ana): Propose left without \"confirms the budget\"",
            "SKIPPED 2026-01-10 d (ana): Agree skipped on the way to Won",
            "REVERSED 2026-01-13 d (ana): back from Won to Agree"),
        found(FIRST, 99, won));
    SalesProcess unlost = SalesProcess.of("x", JAN, QUALIFY, WON);
    assertEquals(
        List.of(),
        found(unlost, 99, deal("e", at("Qualify", 4), at("Qualify", 9, Outcome.LOST))),
        "it has no stage of lost deals");
  }

  @Test
  void doesNotJudgeWhatIsNotOnRecord() {
    Deal bare = deal("bare", at("Won", 9, Outcome.WON), at("Propose", 12));
    Deal opened = Deal.builder().from(bare).opened(JAN.plusDays(2)).build();
    Deal earlier = deal("earlier", at("Won", -9, Outcome.WON));
    Conformance report = FIRST.conformance(List.of(bare, opened, earlier), JAN.plusDays(99));
    assertEquals(2, report.untold());
    assertEquals(
        List.of(
            "2026-01-13 bare (ana): back from Won to Propose",
            "2026-01-13 bare (ana): back from Won to Propose"),
        report.findings().stream().map(Conformance.Finding::toString).toList());
    assertTrue(
        report
            .toString()
            .endsWith("2 closed with no stage on record before, and are not judged\n"));
    Deal atOnce = Deal.builder().from(bare).opened(JAN.plusDays(9)).build();
    assertEquals(
        3,
        FIRST.conformance(List.of(atOnce), JAN.plusDays(99)).of(Conformance.Kind.SKIPPED).size(),
        "won on the day on which it was opened");
  }

  @Test
  void nothingIsFoundBeforeTheFirstVersion() {
    Deal deal = deal("d", at("Agree", -5), at("Won", -2, Outcome.WON));
    Conformance report = FIRST.conformance(List.of(deal), JAN.minusDays(1));
    assertEquals(List.of(), report.findings());
    assertEquals(List.of(), report.stages());
    assertEquals(Ratio.of(0, 0), report.withEvent());
    List<Deal> none = new ArrayList<>();
    assertEquals(List.of(), FIRST.conformance(none, JAN).findings());
  }

  @Test
  void refusesAMappingFromAStageThatNeverWas() {
    LocalDate day = LocalDate.of(2026, 6, 30);
    SalesProcess process =
        SalesProcess.of("p", day, Stage.open("A", "signs"), Stage.won("W"), Stage.lost("L"));
    assertEquals(
        "process from 2026-07-01 must say what became of stages before it, [A, W, L], but said it of"
            + " Typo",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    process.then(
                        day.plusDays(1),
                        Map.of("Typo", "A"),
                        Stage.open("A", "signs"),
                        Stage.won("W"),
                        Stage.lost("L")))
            .getMessage());
  }
}
