package dev.guidepost.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.credit.CreditRule;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.credit.DealTeam;
import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.BatchReport;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Measuring;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is open at the end of a day. */
class PipelineFactsTest {

  private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();
  private static final LocalDate DAY = LocalDate.of(2026, 5, 29);
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");

  private static Deal.Builder open(String id, int age) {
    return Deal.builder().id(DealId.of(id)).owner(ANA).stage("Proposal").opened(DAY.minusDays(age));
  }

  private static final Deal WON =
      open("won", 80)
          .outcome(Outcome.WON)
          .stage("Won")
          .closed(DAY.minusDays(30))
          .amount(Quantity.of(9))
          .build();

  private static final List<Deal> DEALS =
      List.of(
          WON,
          open("due", 10)
              .account(AccountId.of("Kelso"))
              .expectedClose(LocalDate.of(2026, 6, 30))
              .nextStep("call", DAY)
              .amount(Quantity.of(100))
              .credit(Credit.evenly(List.of(ANA, BEN)))
              .build(),
          open("later", 50)
              .expectedClose(LocalDate.of(2026, 7, 1))
              .listAmount(Quantity.of(40))
              .build(),
          open("worthless", 50)
              .expectedClose(DAY.minusDays(1))
              .nextStep("x", DAY.minusDays(1))
              .build(),
          open("stale", 51).amount(Quantity.of(1000)).build(),
          open("undated", 0).opened(Optional.empty()).build(),
          open("tomorrow", -1).build());

  private static Ledger ledger(PipelineFacts facts, List<Deal> deals) {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.fullCatalog("USD", 2));
    try (Batch batch = writer.batch("p", facts.day())) {
      facts.write(deals, List.of(ANA, BEN, UnitId.of("ana")), batch);
      assertEquals(List.of(), batch.commit().rejects());
    }
    return writer.snapshot();
  }

  private static String value(Ledger ledger, MetricId metric, PersonId... who) {
    Period period = CALENDAR.period("2026-05");
    String found = Measuring.of(ledger, CALENDAR).measure(metric, Set.of(who), period).toString();
    return found.split(" ", -1)[0];
  }

  @Test
  void countsWhatIsLive() {
    PipelineFacts facts = PipelineFacts.of(DAY, CALENDAR);
    assertEquals(OptionalInt.of(50), facts.oldestWin(DEALS));
    Ledger ledger = ledger(facts, DEALS);
    assertEquals("3", value(ledger, StandardMetrics.LIVE_PIPELINE, ANA));
    assertEquals("90", value(ledger, StandardMetrics.LIVE_PIPELINE_VALUE, ANA));
    assertEquals("50", value(ledger, StandardMetrics.LIVE_PIPELINE_VALUE, BEN));
    assertEquals("0", value(ledger, StandardMetrics.LIVE_PIPELINE, BEN));
    assertEquals("2", value(ledger, StandardMetrics.DUE_PIPELINE, ANA));
    assertEquals("100", value(ledger, StandardMetrics.DUE_PIPELINE_VALUE, ANA, BEN));
  }

  @Test
  void countsWhatIsFilled() {
    Ledger ledger = ledger(PipelineFacts.of(DAY, CALENDAR), DEALS);
    assertEquals("20", value(ledger, StandardMetrics.CRM_FIELDS, ANA));
    assertEquals("7", value(ledger, StandardMetrics.CRM_FIELDS_FILLED, ANA));
    Deal deal = DEALS.get(1);
    for (CrmField field : CrmField.values()) {
      assertEquals(field != CrmField.ORIGIN, field.filled(deal, DAY), field.toString());
    }
    Deal bare = Deal.builder().id(DealId.of("d")).owner(ANA).origin(Origin.OWN).build();
    for (CrmField field : CrmField.values()) {
      assertEquals(field == CrmField.ORIGIN, field.filled(bare, DAY), field.toString());
    }
  }

  @Test
  void everyOpenDealIsLiveWhileNoneWasWon() {
    PipelineFacts facts = PipelineFacts.of(DAY, CALENDAR);
    List<Deal> open = DEALS.subList(1, DEALS.size());
    assertEquals(OptionalInt.empty(), facts.oldestWin(open));
    assertEquals("4", value(ledger(facts, open), StandardMetrics.LIVE_PIPELINE, ANA));
  }

  private static List<String> twice(List<Deal> first, List<Deal> again) {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.fullCatalog("USD", 2));
    for (List<Deal> deals : List.of(first, again)) {
      try (Batch batch = writer.batch("p", DAY)) {
        PipelineFacts facts = PipelineFacts.of(DAY, CALENDAR);
        facts.write(deals, List.of(ANA, BEN), batch);
        batch.commit();
      }
    }
    return RecordFactsTest.lines(writer.snapshot());
  }

  @Test
  void aDealThatWasLostAfterAllIsTakenBack() {
    Deal lost =
        open("due", 10).outcome(Outcome.LOST).stage("Lost").closed(DAY.minusDays(1)).build();
    Deal later = open("later", -3).build();
    List<Deal> now = List.of(WON, lost, later);
    assertEquals(twice(now, now), twice(DEALS.subList(0, 3), now));
  }

  @Test
  void aDealThatIsDeletedIsTakenBackByItsId() {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.fullCatalog("USD", 2));
    PipelineFacts facts = PipelineFacts.of(DAY, CALENDAR);
    for (String step : List.of("taken", "withdrawn")) {
      try (Batch batch = writer.batch(step, DAY)) {
        if (step.equals("taken")) {
          facts.write(DEALS.subList(1, 2), List.of(), batch);
        } else {
          facts.withdraw(DealId.of("due"), batch);
          facts.withdraw(DealId.of("never seen"), batch);
        }
        assertEquals(1, batch.commit().offered());
      }
    }
    assertEquals(List.of(), RecordFactsTest.lines(writer.snapshot()));
  }

  @Test
  void oneBadDealDoesNotSinkTheOthers() {
    Deal ancient = open("ancient", 0).opened(LocalDate.MIN).build();
    RoleId sdr = RoleId.of("sdr");
    CreditRules rules =
        CreditRules.of(
            CreditRule.builder()
                .id("r")
                .effectiveFrom(LocalDate.of(2026, 1, 1))
                .putShares(sdr, Ratio.of(1, Long.MAX_VALUE))
                .build());
    Deal shared =
        open("shared", 1)
            .team(DealTeam.NOBODY.with(sdr, ANA).with(sdr, BEN))
            .amount(Quantity.of(1))
            .build();
    PipelineFacts facts =
        new PipelineFacts(DAY, CALENDAR.period("2026-Q2"), rules, Set.of(CrmField.AMOUNT));
    LedgerWriter writer = new LedgerWriter(StandardMetrics.fullCatalog("USD", 2));
    try (Batch batch = writer.batch("p", DAY)) {
      facts.write(List.of(ancient, shared, DEALS.get(1), WON), List.of(), batch);
      List<BatchReport.Reject> rejects = batch.commit().rejects();
      assertEquals(1, rejects.size());
      assertEquals("pipeline 2026-05-29 deal shared", rejects.get(0).place());
    }
    assertEquals("1", value(writer.snapshot(), StandardMetrics.LIVE_PIPELINE, ANA));
  }

  @Test
  void isAsOfItsDay() {
    LocalDate before = WON.closed().orElseThrow().minusDays(1);
    PipelineFacts facts = PipelineFacts.of(before, CALENDAR);
    assertEquals(OptionalInt.empty(), facts.oldestWin(List.of(WON)));
    LedgerWriter writer = new LedgerWriter(StandardMetrics.fullCatalog("USD", 2));
    try (Batch batch = writer.batch("p", before)) {
      facts.write(List.of(WON), List.of(), batch);
      batch.commit();
    }
    assertFalse(writer.snapshot().parties().isEmpty(), "it was open then");
    assertThrows(
        IllegalArgumentException.class,
        () -> new PipelineFacts(DAY, CALENDAR.period("2026-Q1"), CreditRules.OWNER, Set.of()));
  }
}
