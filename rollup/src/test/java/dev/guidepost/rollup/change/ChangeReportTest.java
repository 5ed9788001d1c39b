package dev.guidepost.rollup.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.History;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each kind of change looks like, and that it is the only one. */
class ChangeReportTest {

  private static final LocalDate OPENED = LocalDate.of(2026, 10, 1);
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
  private static final LocalDate BETWEEN = LocalDate.of(2026, 11, 18);
  private static final LocalDate NEXT = LocalDate.of(2026, 11, 23);
  private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 10);
  private static final LocalDate JANUARY = LocalDate.of(2027, 1, 20);
  private static final Period Q4 = FiscalCalendar.calendarYear().period("2026-Q4");
  private static final UnitId ALL = UnitId.of("all");
  private static final UnitId EAST = UnitId.of("east");
  private static final UnitId WEST = UnitId.of("west");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final Catalog CATALOG = StandardMetrics.catalog("USD", 2);
  private static final Organisation ORGANISATION =
      Organisation.builder(ALL, "All")
          .unit(EAST, "East", "region", ALL)
          .unit(WEST, "West", "region", ALL)
          .person(ANA, "Ana")
          .person(BEN, "Ben")
          .member(ANA, EAST)
          .member(BEN, WEST)
          .build();

  private static Deal.Builder deal(String id) {
    return Deal.builder()
        .id(DealId.of(id))
        .opened(OPENED)
        .owners(History.of(ANA))
        .amounts(History.of(Quantity.of(100)))
        .expectedCloses(History.of(DECEMBER));
  }

  private static OutlookChange at(UnitId unit, Deal... deals) {
    return ChangeReport.of(List.of(deals), CATALOG.metric(StandardMetrics.BOOKINGS))
        .over(ORGANISATION)
        .between(MONDAY, NEXT, Q4)
        .at(unit);
  }

  private static void shows(String line, Deal.Builder deal) {
    assertEquals(line, at(EAST, deal.build()).toString());
  }

  private static StageVisit visit(LocalDate day, Outcome outcome) {
    return new StageVisit(outcome == Outcome.OPEN ? "Talks" : outcome.name(), day, outcome);
  }

  @Test
  void eachKindByItself() {
    shows("0 USD: nothing happened", deal("d"));
    shows("+100 USD: created +100 (1)", deal("d").opened(BETWEEN));
    shows("+100 USD: late +100 (1)", deal("d").recorded(BETWEEN));
    shows("0 USD: won 0 (1)", deal("d").addVisits(visit(BETWEEN, Outcome.WON)));
    shows("-100 USD: lost -100 (1)", deal("d").addVisits(visit(BETWEEN, Outcome.LOST)));
    shows(
        "+100 USD: reopened +100 (1)",
        deal("d").addVisits(visit(OPENED, Outcome.LOST), visit(BETWEEN, Outcome.OPEN)));
    shows(
        "+50 USD: amount up +50 (1)",
        deal("d").amounts(History.of(Quantity.of(100)).with(BETWEEN, Quantity.of(150))));
    shows(
        "-30 USD: amount down -30 (1)",
        deal("d").amounts(History.of(Quantity.of(100)).with(BETWEEN, Quantity.of(70))));
    shows(
        "-100 USD: pushed -100 (1)",
        deal("d").expectedCloses(History.of(DECEMBER).with(BETWEEN, JANUARY)));
    shows(
        "+100 USD: pulled in +100 (1)",
        deal("d").expectedCloses(History.of(JANUARY).with(BETWEEN, DECEMBER)));
    shows(
        "+100 USD: dated +100 (1)",
        deal("d").expectedCloses(History.<LocalDate>none().with(BETWEEN, DECEMBER)));
    shows(
        "-100 USD: undated -100 (1)",
        deal("d").expectedCloses(History.of(DECEMBER).without(BETWEEN)));
    shows("-100 USD: moved -100 (1)", deal("d").owners(History.of(ANA).with(BETWEEN, BEN)));
  }

  @Test
  void whoGetsADealAndWhoLosesItAreNoChangeAboveThem() {
    Deal deal =
        deal("d")
            .owners(History.of(ANA).with(BETWEEN, BEN))
            .amounts(History.of(Quantity.of(100)).with(BETWEEN, Quantity.of(150)))
            .build();
    assertEquals("-100 USD: amount up +50 (1), moved -150 (1)", at(EAST, deal).toString());
    assertEquals("+150 USD: moved +150 (1)", at(WEST, deal).toString());
    assertEquals("+50 USD: amount up +50 (1)", at(ALL, deal).toString());
  }

  @Test
  void sharesCountForThoseWhoHaveThem() {
    Credit credit = Credit.builder().share(ANA, "70").share(BEN, "30").build();
    Deal deal =
        deal("d").credits(History.of(credit)).addVisits(visit(BETWEEN, Outcome.LOST)).build();
    assertEquals("-70 USD: lost -70 (1)", at(EAST, deal).toString());
    assertEquals("-30 USD: lost -30 (1)", at(WEST, deal).toString());
    assertEquals("-100 USD: lost -100 (1)", at(ALL, deal).toString());
  }

  @Test
  void explainsDealByDealAndPrintsByKind() {
    OutlookChange change =
        at(
            ALL,
            deal("d1").expectedCloses(History.of(DECEMBER).with(BETWEEN, JANUARY)).build(),
            deal("d2").opened(BETWEEN).build(),
            deal("d3").build());
    assertEquals(Quantity.of(200), change.before());
    assertEquals(Quantity.of(200), change.after());
    assertEquals(Quantity.ZERO, change.difference());
    assertEquals("0 USD: created +100 (1), pushed -100 (1)", change.toString());
    assertEquals("200 = before 200 + created d2 100 + pushed d1 -100", change.explain().toString());
    assertTrue(change.explain().print().contains("to close 2027-01-20, was 2026-12-10"));
    assertEquals(
        """
        Outlook of All, 2026-Q4, as it was, known on 2026-11-16 and on 2026-11-23  deals  effect
        before                                                                               200
        created                                                                        1    +100
        pushed                                                                         1    -100
        after                                                                                200
        """,
        change.print());
    assertEquals("d1: pushed -100", change.of(ChangeKind.PUSHED).get(0).toString());
  }

  @Test
  void refusesWhatCannotBeCompared() {
    Deal deal = deal("d").build();
    assertEquals(
        "deal must occur once, but d is twice",
        assertThrows(IllegalArgumentException.class, () -> at(ALL, deal, deal)).getMessage());
    assertEquals(
        "metric must be money, but wins is in deals",
        assertThrows(
                IllegalArgumentException.class,
                () -> ChangeReport.of(List.of(), CATALOG.metric(StandardMetrics.WINS)))
            .getMessage());
    ChangeReport.Deals deals =
        ChangeReport.of(List.of(deal), CATALOG.metric(StandardMetrics.BOOKINGS));
    assertEquals(
        "last day must not be before the first, 2026-11-23, but was 2026-11-16",
        assertThrows(IllegalArgumentException.class, () -> deals.between(NEXT, MONDAY, Q4))
            .getMessage());
    assertEquals("1 deals over All: 1 units, 0 people", deals.toString());
    assertEquals(
        "+100 USD: created +100 (1)",
        ChangeReport.of(
                List.of(deal("n").opened(BETWEEN).build()),
                CATALOG.metric(StandardMetrics.BOOKINGS))
            .between(MONDAY, NEXT, Q4)
            .at(Organisation.UNASSIGNED)
            .toString());
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new OutlookChange(
                "x",
                CATALOG.metric(StandardMetrics.BOOKINGS).unit(),
                Quantity.ZERO,
                Quantity.of(1),
                List.of(),
                List.of(),
                List.of()));
  }

  @Test
  void dealsWithoutAnAmountAreCountedOnALineOfTheirOwn() {
    Deal.Builder none =
        Deal.builder().opened(OPENED).owners(History.of(ANA)).expectedCloses(History.of(DECEMBER));
    Deal stays = none.id(DealId.of("stays")).build();
    Deal lost = none.id(DealId.of("lost")).addVisits(visit(BETWEEN, Outcome.LOST)).build();
    Deal valued =
        deal("valued").amounts(History.of(Quantity.of(0)).with(BETWEEN, Quantity.of(5))).build();
    OutlookChange change = at(EAST, stays, lost, valued, deal("d").build());
    assertEquals("+5 USD: lost 0 (1), amount up +5 (1); 2 without amount", change.toString());
    assertEquals(
        "lost: no amount as known on 2026-11-16; stays: no amount as known on 2026-11-23",
        change.withoutAmount().get(0) + "; " + change.withoutAmount().get(1));
    assertTrue(
        change.print().endsWith("\nwithout amount  " + " ".repeat(64) + "2\n"), change.print());
    assertEquals(
        "105 = before 100 + lost lost 0 + amount up valued 5 + without amount lost 0 + without"
            + " amount stays 0",
        change.explain().toString());
    assertEquals(List.of(), at(WEST, stays).withoutAmount());
    ChangeReport report =
        ChangeReport.of(List.of(stays, lost), CATALOG.metric(StandardMetrics.BOOKINGS))
            .between(MONDAY, NEXT, Q4);
    assertEquals(2, report.withoutAmount().size());
    assertTrue(report.toString().contains(", 2 without amount, 2026-Q4"), report.toString());
  }

  @Test
  void aDealIsWithoutAmountOnlyWhereItHadNone() {
    Deal moved =
        deal("moved")
            .owners(History.of(ANA).with(BETWEEN, 1, BEN))
            .amounts(History.<Quantity>none().with(BETWEEN, 1, Quantity.of(100)))
            .build();
    assertEquals(1, at(EAST, moved).withoutAmount().size());
    assertEquals(List.of(), at(WEST, moved).withoutAmount());
    Deal bad =
        deal("bad")
            .amounts(History.<Quantity>none().with(BETWEEN, 1, Quantity.parse("1.23456789")))
            .build();
    assertEquals(1, at(EAST, bad).refused().size());
    assertEquals(List.of(), at(EAST, bad).withoutAmount());
  }
}
