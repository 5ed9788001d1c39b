package dev.guidepost.rollup.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.History;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.core.record.Withdrawal;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Wins and wins taken back, deals of one account, parts that are rounded, and bad amounts. */
class ChangeReportWinsTest {

  private static final LocalDate OPENED = LocalDate.of(2026, 9, 6);
  private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
  private static final LocalDate BETWEEN = LocalDate.of(2026, 10, 8);
  private static final LocalDate WON_ON = LocalDate.of(2026, 10, 9);
  private static final LocalDate NEXT = LocalDate.of(2026, 10, 12);
  private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
  private static final LocalDate FEBRUARY = LocalDate.of(2027, 2, 1);
  private static final Period Q4 = FiscalCalendar.calendarYear().period("2026-Q4");
  private static final UnitId ALL = UnitId.of("all");
  private static final UnitId EAST = UnitId.of("east");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final Organisation ORGANISATION =
      Organisation.builder(ALL, "All")
          .unit(EAST, "East", "region", ALL)
          .person(ANA, "Ana")
          .person(BEN, "Ben")
          .member(ANA, EAST)
          .member(BEN, ALL)
          .build();

  private static Deal.Builder deal(String id, long amount) {
    return Deal.builder()
        .id(DealId.of(id))
        .opened(OPENED)
        .owner(ANA)
        .amounts(History.of(Quantity.of(amount)));
  }

  private static ChangeReport report(int scale, List<Deal> deals) {
    return ChangeReport.of(
            deals, StandardMetrics.catalog("USD", scale).metric(StandardMetrics.BOOKINGS))
        .over(ORGANISATION)
        .between(MONDAY, NEXT, Q4);
  }

  private static OutlookChange at(PartyId node, Deal... deals) {
    return report(2, List.of(deals)).at(node);
  }

  private static Deal.Builder won(Deal.Builder deal) {
    return deal.outcome(Outcome.WON).stage("Won").closed(WON_ON);
  }

  @Test
  void everyDealWonIsListedAsWon() {
    OutlookChange change =
        at(
            EAST,
            won(deal("created", 1).opened(LocalDate.of(2026, 10, 6))).build(),
            won(deal("late", 2).recorded(LocalDate.of(2026, 10, 7))).build(),
            won(deal("early", 4).expectedClose(FEBRUARY)).build(),
            deal("lost", 8)
                .addVisits(
                    new StageVisit("Lost", LocalDate.of(2026, 10, 1), Outcome.LOST),
                    new StageVisit("Won", WON_ON, Outcome.WON))
                .build(),
            won(deal("due", 16).expectedClose(DECEMBER)).build(),
            won(deal("undated", 32)).build());
    assertEquals(
        "+47 USD: created +1 (1), late +2 (1), reopened +8 (1), won 0 (6), pulled in +4 (1),"
            + " dated +32 (1)",
        change.toString());
    assertTrue(change.explain().print().contains("won 2026-10-09, was 2026-12-01"));
  }

  @Test
  void aWinTakenBackIsNeitherPushedNorNothing() {
    StageVisit win = new StageVisit("Won", LocalDate.of(2026, 10, 1), Outcome.WON);
    Deal.Builder taken = deal("d", 100).addWithdrawals(new Withdrawal(win, BETWEEN));
    assertEquals(
        "-100 USD: win taken back -100 (1)",
        at(EAST, taken.expectedClose(FEBRUARY).build()).toString());
    OutlookChange due = at(EAST, taken.expectedClose(DECEMBER).build());
    assertEquals("0 USD: win taken back 0 (1)", due.toString());
    assertEquals("to close 2026-12-01, was 2026-10-01", due.explain().parts().get(1).note());
    assertEquals(
        "-100 USD: win taken back -100 (1)",
        at(EAST, taken.expectedCloses(History.none()).build()).toString());
  }

  @Test
  void aWinTakenBackThatIsDueNowComesIn() {
    StageVisit win = new StageVisit("Won", LocalDate.of(2026, 9, 20), Outcome.WON);
    Deal deal =
        deal("d", 100)
            .addWithdrawals(new Withdrawal(win, BETWEEN))
            .expectedClose(DECEMBER)
            .owners(History.of(ANA).with(BETWEEN, BEN))
            .build();
    assertEquals("+100 USD: win taken back +100 (1)", at(ALL, deal).toString());
    assertEquals("0 USD: nothing happened", at(EAST, deal).toString());
  }

  @Test
  void aWinThatIsLostIsBoth() {
    Deal deal =
        deal("d", 100)
            .addVisits(
                new StageVisit("Won", LocalDate.of(2026, 10, 1), Outcome.WON),
                new StageVisit("Lost", BETWEEN, Outcome.LOST))
            .build();
    OutlookChange change = at(EAST, deal);
    assertEquals("-100 USD: win taken back 0 (1), lost -100 (1)", change.toString());
    assertEquals("lost 2026-10-08, was 2026-10-01", change.of(ChangeKind.LOST).get(0).course());
  }

  @Test
  void whoHasTheWinHasTheLine() {
    Deal deal =
        won(deal("d", 100)
                .expectedClose(DECEMBER)
                .credits(History.of(Credit.to(ANA)).with(BETWEEN, Credit.to(BEN))))
            .build();
    assertEquals("-100 USD: moved -100 (1)", at(EAST, deal).toString());
    assertEquals("+100 USD: won 0 (1), moved +100 (1)", at(BEN, deal).toString());
    assertEquals("0 USD: won 0 (1)", at(ALL, deal).toString());
  }

  @Test
  void dealsOfOneAccountAreToldApart() {
    History<LocalDate> pushed = History.of(DECEMBER).with(BETWEEN, FEBRUARY);
    Deal.Builder acme = deal("d1", 10).account(AccountId.of("acme")).expectedCloses(pushed);
    Deal other = Deal.builder().from(acme.build()).id(DealId.of("d2")).build();
    OutlookChange change =
        at(
            EAST,
            acme.build(),
            other,
            deal("d3", 5).product("chair").expectedCloses(pushed).build());
    assertEquals(
        "0 = before 25 + pushed acme (d1) -10 + pushed acme (d2) -10 + pushed chair d3 -5",
        change.explain().toString());
    assertEquals("acme (d2): pushed -10", change.changes().get(1).toString());
  }

  @Test
  void aPartThatIsRoundedDownIsOfADealThatIsWorthMore() {
    Credit credit =
        Credit.builder()
            .share(ANA, "1")
            .share(PersonId.of("zoe"), "3")
            .share(PersonId.of("zora"), "96")
            .build();
    Deal deal =
        deal("d", 0)
            .amounts(History.of(Quantity.of(50)).with(BETWEEN, Quantity.of(51)))
            .credit(credit)
            .expectedClose(DECEMBER)
            .build();
    assertEquals("-1 USD: amount up -1 (1)", report(0, List.of(deal)).at(ANA).toString());
    assertEquals("+1 USD: amount up +1 (1)", report(0, List.of(deal)).at(ALL).toString());
  }

  @Test
  void aDealThatCannotBeDividedIsRefusedAndTheRestGoesOn() {
    Deal good =
        deal("good", 10).expectedCloses(History.of(DECEMBER).with(BETWEEN, FEBRUARY)).build();
    Deal bad =
        deal("bad", 0)
            .name("Big one")
            .amounts(History.of(Quantity.parse("99.999")))
            .expectedClose(DECEMBER)
            .build();
    Deal later = Deal.builder().from(bad).id(DealId.of("later")).expectedClose(FEBRUARY).build();
    Deal huge = deal("huge", Long.MAX_VALUE).owner(BEN).expectedClose(DECEMBER).build();
    ChangeReport report = report(2, List.of(good, bad, later, huge));
    String reason =
        "bookings: amount must have at most 2 decimals, but was 99.999 as known on 2026-10-05";
    assertEquals("-10 USD: pushed -10 (1); 1 refused", report.at(EAST).toString());
    assertEquals(
        List.of(new UncountedDeal(DealId.of("bad"), "Big one", reason)), report.at(EAST).refused());
    assertEquals(
        "Big one (bad): "
            + reason
            + "; huge: bookings: amount must fit 64 bits with 2 decimals,"
            + " but was 9223372036854775807 as known on 2026-10-05",
        report.refused().get(0) + "; " + report.refused().get(1));
    assertEquals(
        """
        Outlook of East, 2026-Q4, as it was, known on 2026-10-05 and on 2026-10-12  deals  effect
        before                                                                                 10
        pushed                                                                          1     -10
        after                                                                                   0
        refused                                                                         1
        """,
        report.at(EAST).print());
    assertEquals(
        "0 = before 10 + pushed good -10 + refused Big one (bad) 0",
        report.at(EAST).explain().toString());
    assertEquals(reason, report.at(EAST).explain().parts().get(2).note());
    assertTrue(report.toString().startsWith("4 deals over "), report.toString());
    assertTrue(
        report
            .toString()
            .contains(", 2 refused, 2026-Q4, as it was, known on 2026-10-05 and on 2026-10-12"));
  }
}
