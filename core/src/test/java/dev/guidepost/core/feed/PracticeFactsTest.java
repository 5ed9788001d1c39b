package dev.guidepost.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.BatchReport;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.measure.Measuring;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.practice.SalesProcess;
import dev.guidepost.core.practice.Stage;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.ActivityOutcome;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.History;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.Rating;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.core.record.Term;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How meetings, stages and terms become ordinary metrics. */
class PracticeFactsTest {

  private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();
  private static final LocalDate MAR_2 = LocalDate.of(2026, 3, 2);
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final UnitOfMeasure.Score FIVE = new UnitOfMeasure.Score(1, 5);
  private static final Catalog CATALOG = PracticeMetrics.addTo(RecordFactsTest.TEAMWORK, FIVE);
  private static final SalesProcess PROCESS =
      SalesProcess.of(
          "field",
          LocalDate.of(2026, 1, 1),
          Stage.open("Qualify", "names who decides"),
          Stage.open("Propose", "confirms the budget"),
          Stage.open("Agree", "agrees to terms"),
          Stage.won("Won"),
          Stage.lost("Lost"));

  private static Activity.Builder meeting(String id, int day) {
    return Activity.builder()
        .id(id)
        .person(ANA)
        .metric(StandardMetrics.MEETINGS)
        .on(MAR_2.plusDays(day));
  }

  private static Ledger ledger(List<Deal> deals, Activity... activities) {
    LedgerWriter writer = new LedgerWriter(CATALOG);
    RecordFeed feed =
        RecordFeed.builder()
            .deals(deals)
            .activities(List.of(activities))
            .observedFrom(LocalDate.of(2026, 1, 1))
            .process(PROCESS)
            .build();
    feed.writeAll(writer).forEach(report -> assertEquals(List.of(), report.rejects()));
    return writer.snapshot();
  }

  private static String measure(Ledger ledger, MetricId metric) {
    return measure(ledger, metric, "2026");
  }

  private static String measure(Ledger ledger, MetricId metric, String period) {
    Period over = CALENDAR.period(period);
    return Measuring.of(ledger, CALENDAR).measure(metric, Set.of(ANA, BEN), over).toString();
  }

  private static Deal.Builder deal(String id, StageVisit... visits) {
    return Deal.builder().id(DealId.of(id)).owner(ANA).opened(MAR_2).visits(List.of(visits));
  }

  private static StageVisit at(String stage, int day) {
    return new StageVisit(stage, MAR_2.plusDays(day));
  }

  private static StageVisit at(String stage, int day, Outcome outcome) {
    return new StageVisit(stage, MAR_2.plusDays(day), outcome);
  }

  /** Three meetings before a deal and one after it: the last one before it led to it. */
  @Test
  void aDealComesOfOneMeeting() {
    DealId id = DealId.of("d");
    Deal deal = deal("d").opened(MAR_2.plusDays(10)).stage("Qualify").build();
    Activity missed =
        meeting("m4", 9).deal(id).person(BEN).outcome(ActivityOutcome.NOT_HELD).build();
    Ledger ledger =
        ledger(
            List.of(deal),
            meeting("m1", 2).deal(id).count(3).build(),
            meeting("m2", 5).deal(id).person(BEN).build(),
            meeting("m3", 5).deal(id).build(),
            missed,
            meeting("m5", 12).deal(id).build(),
            meeting("m6", 6).deal(DealId.of("other")).build(),
            meeting("m7", 7).deal(id).metric(StandardMetrics.CALLS).build(),
            meeting("m8", 8).build());
    assertEquals("1 meeting", measure(ledger, StandardMetrics.MEETINGS_CONVERTED));
    assertEquals(
        List.of("2026-03-07 ana meetings-converted 1"),
        RecordFactsTest.lines(ledger).stream()
            .filter(line -> line.contains("converted"))
            .map(line -> line.substring(0, line.indexOf(" {")))
            .toList());
    assertEquals("12.5 % (1 of 8)", measure(ledger, StandardMetrics.MEETING_CONVERSION));
    Ledger before = ledger.known(MAR_2.plusDays(9));
    assertEquals("0 meetings", measure(before, StandardMetrics.MEETINGS_CONVERTED));
    Ledger undated =
        ledger(
            List.of(deal("d").opened(Optional.empty()).stage("Qualify").build()),
            meeting("m1", 2).deal(id).build());
    assertEquals("0 meetings", measure(undated, StandardMetrics.MEETINGS_CONVERTED));
  }

  /** A meeting counts until one learns that it did not take place. */
  @Test
  void anOutcomeCountsFromTheDayOnWhichItIsKnown() {
    History<ActivityOutcome> told =
        History.<ActivityOutcome>none().with(MAR_2.plusDays(7), ActivityOutcome.NOT_HELD);
    Ledger ledger = ledger(List.of(), meeting("m", 0).outcomes(told).build());
    Ledger then = ledger.known(MAR_2.plusDays(3));
    assertEquals("1 meeting", measure(then, StandardMetrics.MEETINGS));
    assertEquals("0 meetings", measure(then, StandardMetrics.MEETINGS_MISSED));
    assertEquals("0 meetings", measure(ledger, StandardMetrics.MEETINGS));
    assertEquals("1 meeting", measure(ledger, StandardMetrics.MEETINGS_MISSED));
  }

  @Test
  void whatComesOfMeetingsIsToldWhereItIsOnRecord() {
    Ledger ledger =
        ledger(
            List.of(),
            meeting("1", 0).outcome(ActivityOutcome.ADVANCED).count(2).build(),
            meeting("2", 0).outcome(ActivityOutcome.HELD).build(),
            meeting("3", 1).build(),
            meeting("4", 1).person(BEN).outcome(ActivityOutcome.NOT_HELD).build(),
            meeting("5", 1)
                .outcome(ActivityOutcome.NOT_HELD)
                .metric(StandardMetrics.CALLS)
                .build());
    assertEquals("80.0 % (4 of 5)", measure(ledger, StandardMetrics.MEETING_SHOW_RATE));
    assertEquals("66.7 % (2 of 3)", measure(ledger, StandardMetrics.MEETING_ADVANCE_RATE));
    assertEquals("0 calls", measure(ledger, StandardMetrics.CALLS));
  }

  /** Ratings of 5, 4 and 3: 4, however many meetings one of them was for. */
  @Test
  void qualityIsAMeanOnOneScale() {
    Ledger ledger =
        ledger(
            List.of(),
            meeting("1", 0).quality(Rating.of(5, FIVE)).count(3).build(),
            meeting("2", 0).quality(Rating.of(4, FIVE)).build(),
            meeting("3", 0).quality(Rating.of(3, FIVE)).metric(StandardMetrics.CALLS).build(),
            meeting("4", 0).quality(Rating.of(1, FIVE)).outcome(ActivityOutcome.NOT_HELD).build(),
            meeting("5", 0).build());
    assertEquals("4.00 (1..5) (12 over 3)", measure(ledger, PracticeMetrics.ACTIVITY_QUALITY));
    LedgerWriter writer = new LedgerWriter(CATALOG);
    try (Batch batch = writer.batch("b", MAR_2)) {
      Rating ofTen = Rating.of(9, new UnitOfMeasure.Score(0, 10));
      new RecordFacts(MAR_2, MAR_2).write(meeting("6", 0).quality(ofTen).build(), batch);
      assertEquals(
          List.of(
              new BatchReport.Reject(
                  "quality of activity 6", "rating must be of score 1..5, but was 9 (0..10)")),
          batch.commit().rejects());
    }
    assertEquals("1 meeting", measure(writer.snapshot(), StandardMetrics.MEETINGS));
  }

  @Test
  void coachingCountsAtCallsToo() {
    Ledger ledger =
        ledger(
            List.of(),
            meeting("1", 0).metric(StandardMetrics.CALLS).addCoaches(BEN).count(2).build(),
            meeting("2", 0).addCoaches(BEN).build());
    assertEquals("2 calls", measure(ledger, TeamworkMetrics.COACHED_CALLS));
    assertEquals("1 meeting", measure(ledger, TeamworkMetrics.COACHED_MEETINGS));
    assertEquals("1 call", measure(ledger, StandardMetrics.JOINT_CALLS), "of meetings only");
  }

  /** Of 4 deals that entered Qualify 3 went on; of 3 in Propose 1 is won. */
  @Test
  void stagesConvertByOpeningCohort() {
    Ledger ledger =
        ledger(
            List.of(
                deal("a", at("Qualify", 0), at("Propose", 40), at("Won", 60, Outcome.WON)).build(),
                deal("b", at("Qualify", 0), at("Propose", 9), at("Lost", 20, Outcome.LOST)).build(),
                deal("c", at("Qualify", 0), at("Agree", 3), at("Propose", 8)).build(),
                deal("d", at("Qualify", 5)).build(),
                deal("e", at("Qualify", 0), at("Won", 9, Outcome.WON), at("Lost", 12, Outcome.LOST))
                    .opened(MAR_2.minusDays(40))
                    .build()));
    assertEquals("75.0 % (3 of 4)", conversion(ledger, "Qualify"));
    assertEquals("33.3 % (1 of 3)", conversion(ledger, "Propose"));
    assertEquals("0.0 % (0 of 1)", conversion(ledger, "Agree"));
    Ledger early = ledger.known(MAR_2.plusDays(39));
    assertEquals("50.0 % (2 of 4)", conversion(early, "Qualify"), "so far");
    Ledger january = ledger.where(PracticeMetrics.STAGE, "Qualify");
    assertEquals("0.0 % (0 of 1)", measure(january, PracticeMetrics.STAGE_CONVERSION, "2026-01"));
    assertEquals(
        "100.0 % (1 of 1)",
        measure(january.known(MAR_2.plusDays(10)), PracticeMetrics.STAGE_CONVERSION, "2026-01"),
        "before the win was taken back");
  }

  private static String conversion(Ledger ledger, String stage) {
    return measure(
        ledger.where(PracticeMetrics.STAGE, stage), PracticeMetrics.STAGE_CONVERSION, "2026-03");
  }

  private static String days(Ledger ledger, String stage, MetricId metric) {
    return measure(ledger.where(PracticeMetrics.STAGE, stage), metric);
  }

  /** Stays are at the furthest stage: going on, lost, still there, skipped, and steps back. */
  @Test
  void staysEndInOneWay() {
    Ledger ledger =
        ledger(
            List.of(
                deal("a", at("Qualify", 0), at("Propose", 40), at("Won", 60, Outcome.WON)).build(),
                deal("b", at("Qualify", 0), at("Propose", 9), at("Lost", 20, Outcome.LOST)).build(),
                deal("c", at("Qualify", 0), at("Propose", 3), at("Qualify", 8), at("Propose", 9))
                    .build(),
                deal("d", at("Propose", 0), at("Agree", 5)).build(),
                deal("e", at("Propose", 4)).build(),
                deal("f", at("Qualify", 0), at("Won", 7, Outcome.WON)).build(),
                deal("g", at("Qualify", 1)).undatedStage("Agree").build()));
    assertEquals("8 days median (4)", days(ledger, "Qualify", PracticeMetrics.STAGE_ADVANCE_DAYS));
    assertEquals(
        "12.5 days median (2)", days(ledger, "Propose", PracticeMetrics.STAGE_ADVANCE_DAYS));
    assertEquals("11 days median (1)", days(ledger, "Propose", PracticeMetrics.STAGE_LOSS_DAYS));
    assertEquals("0 days median (5)", days(ledger, "Propose", PracticeMetrics.STAGE_ENTRY_DAYS));
    assertEquals("1 deal", days(ledger, "Qualify", PracticeMetrics.STAGE_SKIPS), "d began later");
    assertEquals(
        "1 deal", days(ledger, "Propose", PracticeMetrics.STAGE_SKIPS), "f was won before");
    assertEquals("2 deals", days(ledger, "Agree", PracticeMetrics.STAGE_SKIPS));
    assertEquals("1 deal", days(ledger, "Propose", PracticeMetrics.STAGE_RETURNS));
    assertEquals(
        "0 days median (4)", days(ledger, "Qualify", PracticeMetrics.STAGE_ENTRY_DAYS), "not g's");
  }

  /** A step forward counts on its day, for those with a share then: no return, no loss. */
  @Test
  void stepsForwardCountOnTheirDay() {
    Credit shared = Credit.evenly(List.of(ANA, BEN));
    Ledger ledger =
        ledger(
            List.of(
                deal("a", at("Qualify", 0), at("Propose", 8), at("Won", 15, Outcome.WON)).build(),
                deal("b", at("Qualify", 0), at("Propose", 9), at("Lost", 10, Outcome.LOST)).build(),
                deal("c", at("Qualify", 0), at("Propose", 8), at("Qualify", 9), at("Propose", 10))
                    .build(),
                deal("d", at("Qualify", 0), at("Agree", 8)).credit(shared).build(),
                deal("e", at("Propose", 8)).build(),
                deal("f", at("Qualify", 8)).undatedStage("Agree").build()));
    Period first = CALENDAR.period(Grain.WEEK, MAR_2);
    Period second = CALENDAR.next(first);
    Measuring measuring = Measuring.of(ledger, CALENDAR);
    MetricId advances = PracticeMetrics.ADVANCES;
    assertEquals("0 deals", measuring.measure(advances, List.of(ANA), first).toString());
    assertEquals("4 deals", measuring.measure(advances, List.of(ANA), second).toString());
    assertEquals("1 deal", measuring.measure(advances, List.of(BEN), second).toString());
    assertEquals("6 deals", measure(ledger, advances), "and the win of a");
    assertEquals(
        "4 deals",
        measure(ledger.known(MAR_2.plusDays(8)), advances),
        "what was known on the day: a and c once, d for both who share it");
    assertEquals("1 deal", days(ledger, "Propose", advances), "of the stage that was left");
  }

  /**
   * Under observation from a day on: what ended before is left out, what began before enters late.
   */
  @Test
  void staysAreObservedFromADayOn() {
    LocalDate from = MAR_2.plusDays(10);
    LocalDate asOf = MAR_2.plusDays(30);
    LedgerWriter writer = new LedgerWriter(CATALOG);
    Deal deal = deal("a", at("Qualify", 0), at("Propose", 6), at("Agree", 14)).build();
    try (Batch batch = writer.batch("b", asOf)) {
      new StageFacts(PROCESS, asOf, from, CreditRules.OWNER, Closings.NONE).write(deal, batch);
      batch.commit();
    }
    Ledger ledger = writer.snapshot();
    assertEquals("- (0)", days(ledger, "Qualify", PracticeMetrics.STAGE_ADVANCE_DAYS));
    assertEquals("4 days median (1)", days(ledger, "Propose", PracticeMetrics.STAGE_ENTRY_DAYS));
    assertEquals("8 days median (1)", days(ledger, "Propose", PracticeMetrics.STAGE_ADVANCE_DAYS));
    assertEquals("16 days median (1)", days(ledger, "Agree", PracticeMetrics.STAGE_OPEN_DAYS));
  }

  @Test
  void stagesAreThoseOfTheProcessOfTheDay() {
    LocalDate july = LocalDate.of(2026, 7, 1);
    SalesProcess both =
        PROCESS.then(
            july,
            Map.of("Qualify", "Discover", "Agree", "Propose"),
            Stage.open("Discover", "names who decides"),
            Stage.open("Propose", "confirms the budget"),
            Stage.won("Won"),
            Stage.lost("Lost"));
    Deal deal =
        deal("a", at("Qualify", 0), at("Propose", 2), at("Agree", 4))
            .undatedStage("Nowhere")
            .credit(Credit.evenly(List.of(ANA, BEN)))
            .build();
    LedgerWriter writer = new LedgerWriter(CATALOG);
    for (LocalDate day : List.of(july.minusDays(1), july)) {
      try (Batch batch = writer.batch("b" + day, day)) {
        new StageFacts(both, day, MAR_2, CreditRules.OWNER, Closings.NONE).write(deal, batch);
        batch.commit();
      }
    }
    Ledger june = writer.snapshot().known(july.minusDays(1));
    assertEquals("100.0 % (2 of 2)", conversion(june, "Qualify"), "a trial for each");
    assertEquals("100.0 % (2 of 2)", conversion(june, "Propose"));
    assertEquals("0.0 % (0 of 2)", conversion(june, "Agree"));
    assertEquals("100.0 % (2 of 2)", conversion(writer.snapshot(), "Discover"));
    assertEquals("0.0 % (0 of 2)", conversion(writer.snapshot(), "Propose"), "they are one now");
    assertEquals(
        List.of(),
        RecordFactsTest.lines(writer.snapshot()).stream()
            .filter(line -> line.contains("Qualify") || line.contains("Agree"))
            .toList());
  }

  /** 90,000 over 36 months and 20,000 once: TCV 110,000, ACV 30,000, and nothing booked. */
  @Test
  void termsCountBesideBookings() {
    Term term = new Term(MAR_2, 36, Quantity.of(90_000), Quantity.of(20_000));
    Deal won =
        deal("a", at("Won", 9, Outcome.WON))
            .term(term)
            .credit(Credit.builder().share(ANA, "75").share(BEN, "25").build())
            .build();
    Ledger ledger = ledger(List.of(won));
    assertEquals("110,000 USD", measure(ledger, StandardMetrics.TCV_WON));
    assertEquals("30,000 USD", measure(ledger, StandardMetrics.ACV_WON));
    assertEquals("0 USD", measure(ledger, StandardMetrics.BOOKINGS));
    assertEquals(
        "27,500 USD",
        Measuring.of(ledger, CALENDAR)
            .measure(StandardMetrics.TCV_WON, Set.of(BEN), CALENDAR.period("2026-03"))
            .toString());
  }

  @Test
  void aTermThatDoesNotFitRejectsTheDeal() {
    for (Quantity much : List.of(Quantity.of(Long.MAX_VALUE), Quantity.parse("0.001"))) {
      Term term = new Term(MAR_2, 36, much, much);
      LedgerWriter writer = new LedgerWriter(CATALOG);
      try (Batch batch = writer.batch("b", MAR_2.plusDays(9))) {
        new RecordFacts(MAR_2.plusDays(9), MAR_2)
            .write(deal("a", at("Won", 9, Outcome.WON)).term(term).build(), batch);
        assertEquals("deal a", batch.commit().rejects().get(0).place());
      }
      assertEquals(0, writer.snapshot().size());
    }
  }

  @Test
  void aDealAdvancesOnceADay() {
    Ledger ledger =
        ledger(
            List.of(
                deal("b", at("Qualify", 0), at("Agree", 8), at("Won", 8, Outcome.WON)).build(),
                deal("c", at("Qualify", 0), at("Propose", 8), at("Agree", 9)).build()));
    assertEquals("3 deals", measure(ledger, PracticeMetrics.ADVANCES), "c on two days");
  }
}
