package dev.guidepost.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.closing.Closing;
import dev.guidepost.core.closing.Closings;
import dev.guidepost.core.credit.CreditRule;
import dev.guidepost.core.credit.CreditRules;
import dev.guidepost.core.credit.DealTeam;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.BatchReport;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.History;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.core.record.Withdrawal;
import dev.guidepost.core.time.FiscalCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose the facts of a deal are, and what becomes of them when more is known. */
class RecordFeedTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PersonId CLEO = PersonId.of("cleo");
  private static final RoleId SDR = RoleId.of("sdr");

  private static LocalDate day(String monthAndDay) {
    return LocalDate.parse("2026-" + monthAndDay);
  }

  private static Deal.Builder deal(String id) {
    return Deal.builder().id(DealId.of(id)).owner(ANA).opened(day("02-02"));
  }

  private static Deal.Builder won(String id, String closed) {
    return deal(id).stage("Won").outcome(Outcome.WON).closed(day(closed)).amount(Quantity.of(100));
  }

  private static CreditRule.Builder rule(String id, String percent) {
    return CreditRule.builder().id(id).effectiveFrom(START).share(SDR, percent);
  }

  private static RecordFeed feed(CreditRules rules, Deal... deals) {
    return new RecordFeed(List.of(deals), List.of(), rules, START);
  }

  private static Ledger fed(RecordFeed feed) {
    LedgerWriter writer = new LedgerWriter(RecordFactsTest.TEAMWORK);
    feed.writeAll(writer).forEach(report -> assertEquals(List.of(), report.rejects()));
    return writer.snapshot();
  }

  /** The facts of a metric as "day who amount", in order. */
  private static List<String> facts(Ledger ledger, MetricId metric) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < ledger.size(); i++) {
      if (ledger.includes(i) && ledger.fact(i).metric().equals(metric)) {
        found.add(
            ledger.fact(i).on().toString().substring(5)
                + " "
                + ledger.fact(i).party()
                + " "
                + ledger.fact(i).amount());
      }
    }
    Collections.sort(found);
    return found;
  }

  /** Closing a period freezes the rules of credit for what closed in it. */
  @Test
  void aRuleThatIsNotedAfterThePeriodWasClosedChangesNothingInIt() {
    Deal august =
        won("d", "08-15").team(DealTeam.NOBODY.with(SDR, BEN)).amount(Quantity.of(1000)).build();
    Deal october = Deal.builder().from(august).id(DealId.of("e")).build();
    Deal later =
        deal("e")
            .team(DealTeam.NOBODY.with(SDR, BEN))
            .addVisits(new StageVisit("Won", day("10-15"), Outcome.WON))
            .amounts(october.amounts())
            .build();
    CreditRules rules =
        CreditRules.of(
            rule("r1", "10").build(),
            CreditRule.builder()
                .id("r2")
                .effectiveFrom(day("07-01"))
                .noted(day("11-01"))
                .share(SDR, "90")
                .build());
    Closings closings =
        Closings.NONE.with(
            new Closing(FiscalCalendar.calendarYear().period("2026-Q3"), day("10-05"), CLEO));
    RecordFeed feed =
        RecordFeed.builder()
            .addDeals(august, later)
            .rules(rules)
            .closings(closings)
            .observedFrom(START)
            .build();
    assertEquals(
        List.of("08-15 ana 900", "08-15 ben 100", "10-15 ana 100", "10-15 ben 900"),
        facts(fed(feed), StandardMetrics.BOOKINGS));
    assertEquals(
        List.of("08-15 ana 100", "08-15 ben 900"),
        facts(fed(feed(rules, august)), StandardMetrics.BOOKINGS),
        "while it is not closed");
    assertEquals(
        "ana 90 %, ben 10 %",
        august.creditOn(day("08-15"), rules, closings, day("12-01")).toString());
  }

  @Test
  void aDayOnWhichARuleIsNotedIsOneOfTheDays() {
    Deal deal = won("d", "03-02").team(DealTeam.NOBODY.with(SDR, BEN)).build();
    CreditRules rules = CreditRules.of(rule("r", "30").noted(day("04-01")).build());
    RecordFeed feed = feed(rules, deal);
    assertEquals(
        List.of(START, day("02-02"), day("03-02"), day("04-01")),
        feed(CreditRules.of(rule("s", "1").build(), rules.rules().get(0)), deal).days().stream()
            .toList());
    Ledger ledger = fed(feed);
    assertEquals(
        List.of("03-02 ana 100"), facts(ledger.known(day("03-31")), StandardMetrics.BOOKINGS));
    assertEquals(List.of("03-02 ana 70", "03-02 ben 30"), facts(ledger, StandardMetrics.BOOKINGS));
  }

  @Test
  void aRuleFromALaterDayDoesNotReachBackToTheOpening() {
    Deal open = deal("d").stage("Propose").team(DealTeam.NOBODY.with(SDR, BEN)).build();
    CreditRules rules =
        CreditRules.of(
            CreditRule.builder().id("r").effectiveFrom(day("03-01")).share(SDR, "30").build());
    assertEquals(
        List.of("02-02 ana 1"), facts(fed(feed(rules, open)), StandardMetrics.OPPORTUNITIES));
  }

  /** Handing a deal over after it was won moves no figure of the past. */
  @Test
  void whatCountsOnADayIsTheOwnersOfThatDay() {
    Deal handed =
        won("d", "02-23")
            .owners(History.of(ANA).with(day("02-10"), BEN).with(day("05-01"), CLEO))
            .build();
    Ledger ledger = fed(feed(CreditRules.OWNER, handed));
    assertEquals(List.of("02-23 ben 100"), facts(ledger, StandardMetrics.BOOKINGS));
    assertEquals(List.of("02-23 ben 100"), facts(ledger, StandardMetrics.AVERAGE_DEAL_SIZE));
    assertEquals(List.of("02-02 ana 1"), facts(ledger, StandardMetrics.OPPORTUNITIES));
    assertEquals(List.of("02-02 ana 1"), facts(ledger, StandardMetrics.COHORT_WINS));
    assertEquals(CLEO, handed.owner());
    Deal corrected =
        Deal.builder()
            .from(handed)
            .owners(handed.owners().corrected(day("02-20"), day("06-01"), ANA))
            .build();
    Ledger after = fed(feed(CreditRules.OWNER, corrected));
    assertEquals(
        List.of("02-23 ben 100"), facts(after.known(day("05-31")), StandardMetrics.BOOKINGS));
    assertEquals(List.of("02-23 ana 100"), facts(after, StandardMetrics.BOOKINGS));
    assertEquals(CLEO, corrected.owner(), "the correction ends where the next one took over");
  }

  @Test
  void aTeamThatIsFormedAfterTheWinHasNoPartInIt() {
    DealTeam team = DealTeam.NOBODY.with(SDR, BEN);
    CreditRules rules = CreditRules.of(rule("r", "30").build());
    Deal late = won("d", "02-23").teams(History.<DealTeam>none().with(day("03-10"), team)).build();
    assertEquals(List.of("02-23 ana 100"), facts(fed(feed(rules, late)), StandardMetrics.BOOKINGS));
    Deal corrected =
        Deal.builder()
            .from(late)
            .teams(History.<DealTeam>none().corrected(day("02-20"), day("03-10"), team))
            .build();
    assertEquals(
        List.of("02-23 ana 70", "02-23 ben 30"),
        facts(fed(feed(rules, corrected)), StandardMetrics.BOOKINGS));
    Deal recordedLate = Deal.builder().from(late).recorded(day("03-10")).build();
    assertEquals(
        List.of("02-23 ana 70", "02-23 ben 30"),
        facts(fed(feed(rules, recordedLate)), StandardMetrics.BOOKINGS),
        "the team it had when it came on record");
  }

  private static LedgerWriter wrote(LedgerWriter writer, String day, RecordFeed feed) {
    assertEquals(List.of(), feed.write(day(day), writer).rejects());
    return writer;
  }

  @Test
  void aRecordCorrectedToALaterDayLeavesNoPhantom() {
    LedgerWriter writer = new LedgerWriter(RecordFactsTest.TEAMWORK);
    Activity meeting = Activity.of("v", ANA, StandardMetrics.MEETINGS, day("02-03"));
    Activity moved = Activity.builder().from(meeting).on(day("02-20")).build();
    Deal first = deal("d").stage("Q").build();
    Deal reopened = deal("d").stage("Q").opened(day("02-10")).build();
    wrote(
        writer,
        "02-05",
        new RecordFeed(List.of(first), List.of(meeting), CreditRules.OWNER, START));
    assertEquals(List.of("02-03 ana 1"), facts(writer.snapshot(), StandardMetrics.MEETINGS));
    wrote(
        writer,
        "02-06",
        new RecordFeed(List.of(reopened), List.of(moved), CreditRules.OWNER, START));
    assertEquals(List.of(), RecordFactsTest.lines(writer.snapshot()));
  }

  @Test
  void whatTheSourceHasDeletedIsWithdrawnByItsId() {
    LedgerWriter writer = new LedgerWriter(RecordFactsTest.TEAMWORK);
    Activity meeting =
        Activity.builder()
            .from(Activity.of("v", ANA, StandardMetrics.MEETINGS, day("02-02")))
            .deal(DealId.of("d"))
            .build();
    wrote(
        writer,
        "02-05",
        new RecordFeed(
            List.of(deal("d").stage("Q").build()), List.of(meeting), CreditRules.OWNER, START));
    assertEquals(
        List.of("02-02 ana 1"), facts(writer.snapshot(), StandardMetrics.MEETINGS_CONVERTED));
    try (Batch batch = writer.batch("deleted", day("02-06"))) {
      new RecordFacts(day("02-06"), START).withdraw(DealId.of("d"), batch);
      RecordFacts.withdraw("v", batch);
      RecordFacts.withdraw("never seen", batch);
      assertEquals(
          "deleted: 4 offered = 0 accepted + 4 replaced + 0 unchanged + 0 rejected",
          batch.commit().toString());
    }
    assertEquals(List.of(), RecordFactsTest.lines(writer.snapshot()));
  }

  @Test
  void aWinThatNeverWasIsTakenBack() {
    StageVisit wrong = new StageVisit("Won", day("03-10"), Outcome.WON);
    Deal before = deal("d").addVisits(wrong).amounts(History.of(Quantity.of(100))).build();
    Deal moved =
        Deal.builder()
            .from(before)
            .addWithdrawals(new Withdrawal(wrong, day("04-05")))
            .addVisits(new StageVisit("Won", day("04-02"), Outcome.WON, day("04-05"), 0))
            .build();
    Ledger ledger = fed(feed(CreditRules.OWNER, moved));
    assertEquals(
        List.of("03-10 ana 100"), facts(ledger.known(day("04-04")), StandardMetrics.BOOKINGS));
    assertEquals(List.of("04-02 ana 100"), facts(ledger, StandardMetrics.BOOKINGS));
  }

  @Test
  void onlyWhatIsNewIsOffered() {
    RecordFeed feed =
        feed(
            CreditRules.OWNER,
            won("a", "02-23").build(),
            won("b", "03-02").build(),
            deal("c").stage("Q").build());
    LedgerWriter writer = new LedgerWriter(RecordFactsTest.TEAMWORK);
    assertEquals(
        List.of(
            "records 2026-02-02: 6 offered = 6 accepted + 0 replaced + 0 unchanged + 0 rejected",
            "records 2026-02-23: 4 offered = 0 accepted + 4 replaced + 0 unchanged + 0 rejected",
            "records 2026-03-02: 3 offered = 0 accepted + 3 replaced + 0 unchanged + 0 rejected"),
        feed.writeAll(writer).stream().map(BatchReport::toString).toList());
    assertEquals(
        "records 2026-03-03: 1 offered = 0 accepted + 1 replaced + 0 unchanged + 0 rejected",
        feed.writeNews(day("03-02"), day("03-03"), writer).toString(),
        "the age of the open deal");
    assertEquals(
        "day must be after 2026-03-03, up to which records were written, but was 2026-03-03",
        assertThrows(
                IllegalArgumentException.class,
                () -> feed.writeNews(day("03-03"), day("03-03"), writer))
            .getMessage());
  }

  @Test
  void refusesTwoRecordsWithOneId() {
    assertEquals(
        "deals must have different ids, but two were d",
        assertThrows(
                IllegalArgumentException.class,
                () -> feed(CreditRules.OWNER, won("d", "02-23").build(), won("d", "03-02").build()))
            .getMessage());
    Activity call = Activity.of("c", ANA, StandardMetrics.CALLS, START);
    assertEquals(
        "activities must have different ids, but two were c",
        assertThrows(
                IllegalArgumentException.class,
                () -> new RecordFeed(List.of(), List.of(call, call), CreditRules.OWNER, START))
            .getMessage());
  }

  @Test
  void aDealWhoseCreditCannotBeToldIsRejectedAlone() {
    CreditRules rules =
        CreditRules.of(
            CreditRule.builder()
                .id("r")
                .effectiveFrom(START)
                .putShares(SDR, Ratio.of(1, Long.MAX_VALUE))
                .build());
    DealTeam two = DealTeam.NOBODY.with(SDR, BEN).with(SDR, CLEO);
    LedgerWriter writer = new LedgerWriter(RecordFactsTest.TEAMWORK);
    BatchReport report =
        feed(rules, won("d", "02-23").team(two).build(), won("e", "02-23").build())
            .write(day("03-01"), writer);
    assertEquals(
        List.of(
            new BatchReport.Reject(
                "deal d",
                "shares must be fractions of whole numbers of 64 bits, but one was 1 of"
                    + " 18446744073709551614")),
        report.rejects());
    assertEquals(List.of("02-23 ana 100"), facts(writer.snapshot(), StandardMetrics.BOOKINGS));
  }
}
