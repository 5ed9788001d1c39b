package dev.guidepost.core.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.credit.Motion;
import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.BatchReport;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.measure.Measuring;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.ActivityOutcome;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Facts of what several people do together, and the published cases of shared credit. */
class TeamworkFactsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
  private static final Period YEAR = FiscalCalendar.calendarYear().period("2026");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PersonId CLEO = PersonId.of("cleo");
  private static final Set<PersonId> ALL = Set.of(ANA, BEN, CLEO);
  private static final Catalog CATALOG =
      TeamworkMetrics.addTo(StandardMetrics.fullCatalog("USD", 2));

  private static Deal won(String id, long amount, Credit credit) {
    return Deal.builder()
        .id(DealId.of(id))
        .owner(ANA)
        .stage("Won")
        .opened(DAY)
        .outcome(Outcome.WON)
        .closed(DAY.plusDays(7))
        .amount(Quantity.of(amount))
        .credit(credit)
        .build();
  }

  private static Ledger ledger(Catalog catalog, List<Deal> deals, List<Activity> activities) {
    LedgerWriter writer = new LedgerWriter(catalog);
    RecordFacts facts = new RecordFacts(YEAR.lastDay(), DAY);
    try (Batch batch = writer.batch("b", YEAR.lastDay())) {
      deals.forEach(deal -> facts.write(deal, batch));
      activities.forEach(activity -> facts.write(activity, batch));
      assertEquals(List.of(), batch.commit().rejects());
    }
    return writer.snapshot();
  }

  private static String measure(Ledger ledger, MetricId metric, Set<? extends PartyId> who) {
    Measurement found =
        Measuring.of(ledger, FiscalCalendar.calendarYear()).measure(metric, Set.copyOf(who), YEAR);
    return found.toString().split(" ", -1)[0];
  }

  private static Quantity achieved(Ledger ledger, Set<PersonId> who) {
    return Quantity.parse(measure(ledger, StandardMetrics.BOOKINGS, who));
  }

  /**
   * METHODS C4: 100 to one in full and half of it to an overlay are 150 of credit, but 100 sold.
   */
  @Test
  void creditAndBookingsAreTwoMeasures() {
    Credit credit = Credit.builder().share(ANA, "100").overlay(BEN, "50").build();
    Ledger ledger = ledger(CATALOG, List.of(won("d", 100, credit)), List.of());
    assertEquals("100", measure(ledger, StandardMetrics.BOOKINGS, ALL));
    assertEquals("50", measure(ledger, TeamworkMetrics.OVERLAY_BOOKINGS, ALL));
    assertEquals("1", measure(ledger, StandardMetrics.WINS, ALL));
    assertEquals("0", measure(ledger, StandardMetrics.BOOKINGS, Set.of(BEN)));
  }

  /**
   * CASES C-A10 to C-A12 (ERPNext): an order of 20 shared evenly gives each 10 of a target of 50; a
   * territory that sold 20 of 50 lacks 30; orders of 5 in full and 10 in half are 10, not 15.
   */
  @Test
  void sharedOrdersCountInPart() {
    Credit half = Credit.evenly(List.of(ANA, BEN));
    Ledger shared = ledger(CATALOG, List.of(won("o", 20, half)), List.of());
    Quantity target = Quantity.of(50);
    for (PersonId person : List.of(ANA, BEN)) {
      assertEquals(Quantity.of(-40), achieved(shared, Set.of(person)).minus(target));
    }
    assertEquals(Quantity.of(-30), achieved(shared, ALL).minus(target), "the territory");
    Ledger two =
        ledger(CATALOG, List.of(won("a", 5, Credit.to(ANA)), won("b", 10, half)), List.of());
    assertEquals(Quantity.of(10), achieved(two, Set.of(ANA)));
  }

  @Test
  void aSharedDealIsATrialForEachAndOneDealForAll() {
    Credit thirds = Credit.evenly(List.of(ANA, BEN, CLEO));
    Ledger ledger =
        ledger(
            CATALOG,
            List.of(won("d", 100, thirds), won("e", 50, Credit.to(BEN)).asOf(DAY).orElseThrow()),
            List.of());
    for (PersonId person : ALL) {
      assertEquals("1", measure(ledger, StandardMetrics.WINS, Set.of(person)));
      assertEquals("1", measure(ledger, TeamworkMetrics.DEALS_WON, Set.of(person)));
    }
    assertEquals("3", measure(ledger, StandardMetrics.WINS, ALL));
    assertEquals("1", measure(ledger, TeamworkMetrics.DEALS_WON, ALL));
    assertEquals("1", measure(ledger, TeamworkMetrics.DEALS_CLOSED, ALL));
    assertEquals("2", measure(ledger, TeamworkMetrics.DEALS_OPENED, ALL));
    assertEquals("33.34", measure(ledger, StandardMetrics.BOOKINGS, Set.of(ANA)));
    assertEquals("100", measure(ledger, StandardMetrics.BOOKINGS, ALL));
    assertTrue(
        measure(ledger, StandardMetrics.AVERAGE_DEAL_SIZE, ALL).startsWith("100"),
        "a deal has one size");
  }

  @Test
  void revenueAndCostsFollowTheDeal() {
    Deal deal =
        Deal.builder()
            .from(won("d", 100, Credit.evenly(List.of(ANA, BEN))))
            .motion(Motion.EXPANSION)
            .origin(Origin.INBOUND)
            .account(AccountId.of("Kelso"))
            .product("chair")
            .cost(Quantity.of(31))
            .build();
    Ledger ledger =
        ledger(
            CATALOG,
            List.of(
                deal,
                Deal.builder().from(won("r", 7, Credit.to(ANA))).motion(Motion.RENEWAL).build(),
                Deal.builder().from(won("n", 3, Credit.to(ANA))).motion(Motion.NEW).build()),
            List.of());
    assertEquals("50", measure(ledger, StandardMetrics.EXPANSION_REVENUE, Set.of(BEN)));
    assertEquals("7", measure(ledger, StandardMetrics.RENEWAL_REVENUE, ALL));
    assertEquals("3", measure(ledger, StandardMetrics.NEW_REVENUE, ALL));
    assertEquals("31", measure(ledger, StandardMetrics.COSTS_OF_GOODS, ALL));
    assertEquals("79", measure(ledger, StandardMetrics.GROSS_MARGIN, ALL));
    assertEquals("1", measure(ledger, StandardMetrics.ACCOUNTS_WON, ALL));
    Ledger inbound = ledger.where(TeamworkMetrics.ORIGIN, "inbound");
    assertEquals("100", measure(inbound, StandardMetrics.BOOKINGS, ALL));
    assertEquals(
        "100",
        measure(ledger.where(TeamworkMetrics.MOTION, "expansion"), StandardMetrics.BOOKINGS, ALL));
    assertEquals(
        "100",
        measure(ledger.where(StandardMetrics.ACCOUNT, "Kelso"), StandardMetrics.BOOKINGS, ALL));
  }

  @Test
  void anAmountThatCannotBeDividedRejectsTheDeal() {
    LedgerWriter writer = new LedgerWriter(CATALOG);
    Credit credit = Credit.builder().share(ANA, "50").share(BEN, "50").overlay(CLEO, "10").build();
    Deal deal = Deal.builder().from(won("d", 1, credit)).amount(Quantity.parse("0.005")).build();
    try (Batch batch = writer.batch("b", YEAR.lastDay())) {
      new RecordFacts(YEAR.lastDay(), DAY).write(deal, batch);
      new RecordFacts(YEAR.lastDay(), DAY).write(won("huge", Long.MAX_VALUE, credit), batch);
      List<BatchReport.Reject> rejects = batch.commit().rejects();
      assertEquals(
          new BatchReport.Reject(
              "deal d", "bookings: amount must have at most 2 decimals, but was 0.005"),
          rejects.get(0));
      assertEquals("deal huge", rejects.get(1).place());
      assertEquals(2, rejects.size());
    }
    assertEquals(0, writer.snapshot().size());
  }

  @Test
  void jointMeetingsCountForWhoLedThem() {
    Activity.Builder meeting =
        Activity.builder().person(ANA).metric(StandardMetrics.MEETINGS).on(DAY);
    Ledger ledger =
        ledger(
            CATALOG,
            List.of(),
            List.of(
                meeting.id("1").addCoaches(CLEO).addSupporters(BEN).build(),
                Activity.of("2", BEN, StandardMetrics.MEETINGS, DAY),
                Activity.builder()
                    .from(Activity.of("3", BEN, StandardMetrics.MEETINGS, DAY))
                    .outcome(ActivityOutcome.NOT_HELD)
                    .build(),
                Activity.builder()
                    .from(Activity.of("4", BEN, StandardMetrics.CALLS, DAY))
                    .addCoaches(CLEO)
                    .account(AccountId.of("Kelso"))
                    .build()));
    assertEquals("2", measure(ledger, StandardMetrics.MEETINGS, ALL));
    assertEquals("1", measure(ledger, StandardMetrics.JOINT_CALLS, ALL));
    assertEquals("1", measure(ledger, StandardMetrics.JOINT_CALLS, Set.of(ANA)));
    assertEquals("1", measure(ledger, TeamworkMetrics.COACHED_MEETINGS, Set.of(CLEO)));
    assertEquals("1", measure(ledger, TeamworkMetrics.SUPPORTED_MEETINGS, Set.of(BEN)));
    assertEquals(
        "1", measure(ledger.where(StandardMetrics.ACCOUNT, "Kelso"), StandardMetrics.CALLS, ALL));
  }

  @Test
  void aMeetingThatDidNotTakePlaceIsWithdrawn() {
    LedgerWriter writer = new LedgerWriter(CATALOG);
    Activity planned = Activity.of("1", ANA, StandardMetrics.MEETINGS, DAY);
    Activity missed = Activity.builder().from(planned).outcome(ActivityOutcome.NOT_HELD).build();
    for (Activity told : List.of(planned, missed)) {
      LocalDate day = DAY.plusDays(told.held() ? 0 : 1);
      try (Batch batch = writer.batch("b" + day, day)) {
        new RecordFacts(day, DAY).write(told, batch);
        batch.commit();
      }
    }
    assertEquals("1", measure(writer.snapshot().known(DAY), StandardMetrics.MEETINGS, ALL));
    assertEquals("0", measure(writer.snapshot(), StandardMetrics.MEETINGS, ALL));
  }

  @Test
  void metricsThatTheCatalogLacksAreLeftOut() {
    Deal deal =
        Deal.builder()
            .from(won("d", 100, Credit.builder().share(ANA, "100").overlay(BEN, "50").build()))
            .motion(Motion.NEW)
            .build();
    Ledger plain = ledger(StandardMetrics.catalog("USD", 2), List.of(deal), List.of());
    assertEquals("100", measure(plain, StandardMetrics.BOOKINGS, ALL));
    assertEquals(List.of(ANA), plain.parties());
    Catalog nothing = Catalog.of(List.of(), List.of());
    assertThrows(IllegalArgumentException.class, () -> TeamworkMetrics.addTo(nothing));
    assertEquals(CATALOG, TeamworkMetrics.addTo(CATALOG), "once is enough");
  }
}
