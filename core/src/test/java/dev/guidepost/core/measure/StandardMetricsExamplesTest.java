package dev.guidepost.core.measure;

import static dev.guidepost.core.metric.StandardMetrics.ACCOUNT;
import static dev.guidepost.core.metric.StandardMetrics.ACCOUNTS_WON;
import static dev.guidepost.core.metric.StandardMetrics.ACCOUNT_SIZE;
import static dev.guidepost.core.metric.StandardMetrics.ACV_WON;
import static dev.guidepost.core.metric.StandardMetrics.AVERAGE_DEAL_SIZE;
import static dev.guidepost.core.metric.StandardMetrics.AVERAGE_HEAD_COUNT;
import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.CALLS;
import static dev.guidepost.core.metric.StandardMetrics.CLOSED;
import static dev.guidepost.core.metric.StandardMetrics.COHORT_LOSSES;
import static dev.guidepost.core.metric.StandardMetrics.COHORT_WINS;
import static dev.guidepost.core.metric.StandardMetrics.COSTS_OF_GOODS;
import static dev.guidepost.core.metric.StandardMetrics.COST_OF_SALES;
import static dev.guidepost.core.metric.StandardMetrics.COVERAGE_BY_COUNT;
import static dev.guidepost.core.metric.StandardMetrics.COVERAGE_OF_QUOTA;
import static dev.guidepost.core.metric.StandardMetrics.COVERAGE_OF_REMAINING;
import static dev.guidepost.core.metric.StandardMetrics.CRM_COMPLETENESS;
import static dev.guidepost.core.metric.StandardMetrics.CRM_FIELDS;
import static dev.guidepost.core.metric.StandardMetrics.CRM_FIELDS_FILLED;
import static dev.guidepost.core.metric.StandardMetrics.DUE_PIPELINE;
import static dev.guidepost.core.metric.StandardMetrics.DUE_PIPELINE_VALUE;
import static dev.guidepost.core.metric.StandardMetrics.ENTRY_AGE_DAYS;
import static dev.guidepost.core.metric.StandardMetrics.EXPANSION_REVENUE;
import static dev.guidepost.core.metric.StandardMetrics.GROSS_MARGIN;
import static dev.guidepost.core.metric.StandardMetrics.JOINT_CALLS;
import static dev.guidepost.core.metric.StandardMetrics.JOINT_CALL_SHARE;
import static dev.guidepost.core.metric.StandardMetrics.LEAVERS;
import static dev.guidepost.core.metric.StandardMetrics.LIVE_PIPELINE;
import static dev.guidepost.core.metric.StandardMetrics.LIVE_PIPELINE_VALUE;
import static dev.guidepost.core.metric.StandardMetrics.LOSSES;
import static dev.guidepost.core.metric.StandardMetrics.LOST_CYCLE_DAYS;
import static dev.guidepost.core.metric.StandardMetrics.MARGIN_RATE;
import static dev.guidepost.core.metric.StandardMetrics.MEETINGS;
import static dev.guidepost.core.metric.StandardMetrics.MEETINGS_ADVANCED;
import static dev.guidepost.core.metric.StandardMetrics.MEETINGS_ARRANGED;
import static dev.guidepost.core.metric.StandardMetrics.MEETINGS_CONVERTED;
import static dev.guidepost.core.metric.StandardMetrics.MEETINGS_MISSED;
import static dev.guidepost.core.metric.StandardMetrics.MEETINGS_TOLD;
import static dev.guidepost.core.metric.StandardMetrics.MEETING_ADVANCE_RATE;
import static dev.guidepost.core.metric.StandardMetrics.MEETING_CONVERSION;
import static dev.guidepost.core.metric.StandardMetrics.MEETING_SHOW_RATE;
import static dev.guidepost.core.metric.StandardMetrics.NEW_REVENUE;
import static dev.guidepost.core.metric.StandardMetrics.NEW_REVENUE_SHARE;
import static dev.guidepost.core.metric.StandardMetrics.OPEN_AGE_DAYS;
import static dev.guidepost.core.metric.StandardMetrics.OPPORTUNITIES;
import static dev.guidepost.core.metric.StandardMetrics.PENETRATION;
import static dev.guidepost.core.metric.StandardMetrics.POTENTIAL_PENETRATION;
import static dev.guidepost.core.metric.StandardMetrics.POTENTIAL_WON;
import static dev.guidepost.core.metric.StandardMetrics.QUOTA;
import static dev.guidepost.core.metric.StandardMetrics.REMAINING_QUOTA;
import static dev.guidepost.core.metric.StandardMetrics.REMAINING_WINS;
import static dev.guidepost.core.metric.StandardMetrics.RENEWAL_REVENUE;
import static dev.guidepost.core.metric.StandardMetrics.RESPONSE_RATE;
import static dev.guidepost.core.metric.StandardMetrics.SALES_COSTS;
import static dev.guidepost.core.metric.StandardMetrics.SATISFACTION;
import static dev.guidepost.core.metric.StandardMetrics.SATISFACTION_ANSWERS;
import static dev.guidepost.core.metric.StandardMetrics.SATISFACTION_POINTS;
import static dev.guidepost.core.metric.StandardMetrics.SURVEYS_SENT;
import static dev.guidepost.core.metric.StandardMetrics.TCV_WON;
import static dev.guidepost.core.metric.StandardMetrics.TERRITORY_ACCOUNTS;
import static dev.guidepost.core.metric.StandardMetrics.TERRITORY_POTENTIAL;
import static dev.guidepost.core.metric.StandardMetrics.TRAININGS_ASSIGNED;
import static dev.guidepost.core.metric.StandardMetrics.TRAININGS_ATTENDED;
import static dev.guidepost.core.metric.StandardMetrics.TRAINING_HOURS;
import static dev.guidepost.core.metric.StandardMetrics.TRAINING_PARTICIPATION;
import static dev.guidepost.core.metric.StandardMetrics.TURNOVER;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static dev.guidepost.core.metric.StandardMetrics.WINS_QUOTA;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static dev.guidepost.core.metric.StandardMetrics.WIN_YIELD;
import static dev.guidepost.core.metric.StandardMetrics.WON_CYCLE_DAYS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** One worked example for each standard metric: what is recorded, and what it comes to by hand. */
class StandardMetricsExamplesTest {

  private static final Catalog CATALOG = StandardMetrics.fullCatalog("USD", 2);
  private static final FiscalCalendar CALENDAR = FiscalCalendar.calendarYear();
  private static final Period Q3 = CALENDAR.period("2026-Q3");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final UnitId EAST = UnitId.of("east");
  private static final Set<MetricId> SHOWN = new HashSet<>();

  private final LedgerWriter writer = new LedgerWriter(CATALOG);
  private final Batch batch = writer.batch("one", LocalDate.of(2026, 10, 1));

  private StandardMetricsExamplesTest put(
      PartyId who, int month, int day, MetricId metric, String amount) {
    return put(who, month, day, metric, amount, "");
  }

  private StandardMetricsExamplesTest put(
      PartyId who, int month, int day, MetricId metric, String amount, String account) {
    batch
        .row()
        .by(who)
        .on(LocalDate.of(2026, month, day))
        .dim(ACCOUNT, account)
        .put(metric, new BigDecimal(amount));
    return this;
  }

  private Ledger ledger() {
    assertEquals(List.of(), batch.commit().rejects());
    return writer.snapshot();
  }

  private void comesTo(Ledger ledger, MetricId metric, String expected) {
    SHOWN.add(metric);
    assertEquals(expected, Measuring.of(ledger, CALENDAR).measure(metric, Q3).toString());
  }

  @AfterAll
  static void allWereShown() {
    for (Metric metric : CATALOG.metrics()) {
      assertTrue(SHOWN.contains(metric.id()), () -> metric.id() + " has no worked example");
    }
  }

  @Test
  void productionAndMargin() {
    put(ANA, 7, 1, BOOKINGS, "1000").put(ANA, 8, 1, BOOKINGS, "500.50");
    put(BEN, 9, 30, BOOKINGS, "499.50").put(BEN, 10, 1, BOOKINGS, "7777");
    put(ANA, 7, 1, COSTS_OF_GOODS, "600").put(BEN, 9, 30, COSTS_OF_GOODS, "900");
    Ledger ledger = ledger();
    comesTo(ledger, BOOKINGS, "2,000 USD");
    comesTo(ledger, COSTS_OF_GOODS, "1,500 USD");
    comesTo(ledger, GROSS_MARGIN, "500 USD");
    comesTo(ledger, MARGIN_RATE, "25.0 % (500 of 2,000)");
  }

  @Test
  void pipelineIsThatOfTheLastDayOfEach() {
    put(ANA, 7, 31, LIVE_PIPELINE, "9").put(ANA, 8, 31, LIVE_PIPELINE, "7");
    put(BEN, 7, 31, LIVE_PIPELINE, "5").put(BEN, 10, 31, LIVE_PIPELINE, "1");
    put(ANA, 7, 31, LIVE_PIPELINE_VALUE, "900").put(ANA, 8, 31, LIVE_PIPELINE_VALUE, "700");
    Ledger ledger = ledger();
    comesTo(ledger, LIVE_PIPELINE, "12 deals (2 of 2 reported)");
    comesTo(ledger, LIVE_PIPELINE_VALUE, "700 USD (1 of 2 reported)");
  }

  /** CASES C-PL6: quota 100,000, booked 65,000, pipeline 120,000: coverage 3.43. */
  @Test
  void coverageNamesItsVariant() {
    put(ANA, 7, 1, QUOTA, "100000").put(ANA, 8, 10, BOOKINGS, "65000");
    put(ANA, 8, 14, DUE_PIPELINE_VALUE, "120000").put(ANA, 8, 14, DUE_PIPELINE, "8");
    put(ANA, 7, 1, WINS_QUOTA, "7").put(ANA, 8, 10, WINS, "4").put(ANA, 8, 10, WINS, "1");
    Ledger ledger = ledger();
    comesTo(ledger, QUOTA, "100,000 USD");
    comesTo(ledger, DUE_PIPELINE_VALUE, "120,000 USD (1 of 1 reported)");
    comesTo(ledger, DUE_PIPELINE, "8 deals (1 of 1 reported)");
    comesTo(ledger, REMAINING_QUOTA, "35,000 USD");
    comesTo(ledger, COVERAGE_OF_QUOTA, "1.20 times (120,000 of 100,000)");
    comesTo(ledger, COVERAGE_OF_REMAINING, "3.43 times (120,000 of 35,000)");
    comesTo(ledger, WINS_QUOTA, "7 deals");
    comesTo(ledger, REMAINING_WINS, "2 deals");
    comesTo(ledger, COVERAGE_BY_COUNT, "4.00 times (8 of 2)");
  }

  /** CASES C-R1: 183 of 582 and 12 of 48 are 195 of 630, 31 %. */
  @Test
  void winningOfClosedAndOfOpened() {
    put(ANA, 7, 1, WINS, "183").put(BEN, 7, 1, WINS, "12");
    put(ANA, 7, 1, CLOSED, "582").put(BEN, 7, 1, CLOSED, "48");
    put(ANA, 7, 1, LOSSES, "399").put(BEN, 7, 1, LOSSES, "36");
    put(ANA, 7, 2, OPPORTUNITIES, "800").put(BEN, 7, 2, OPPORTUNITIES, "200");
    put(ANA, 7, 2, COHORT_WINS, "240").put(BEN, 7, 2, COHORT_WINS, "10");
    put(ANA, 7, 2, COHORT_LOSSES, "300");
    Ledger ledger = ledger();
    comesTo(ledger, WINS, "195 deals");
    comesTo(ledger, LOSSES, "435 deals");
    comesTo(ledger, CLOSED, "630 deals");
    comesTo(ledger, WIN_RATE, "31.0 % (195 of 630)");
    comesTo(ledger, OPPORTUNITIES, "1,000 deals");
    comesTo(ledger, COHORT_WINS, "250 deals");
    comesTo(ledger, COHORT_LOSSES, "300 deals");
    comesTo(ledger, WIN_YIELD, "25.0 % (250 of 1,000)");
  }

  /** CASES C-PL8: cycles of 20, 40 and 60 days: 40 days. */
  @Test
  void cycleTimesAreDistributions() {
    put(ANA, 7, 1, WON_CYCLE_DAYS, "20").put(ANA, 7, 2, WON_CYCLE_DAYS, "60");
    put(BEN, 7, 1, WON_CYCLE_DAYS, "40").put(BEN, 7, 1, LOST_CYCLE_DAYS, "14");
    put(BEN, 7, 1, ENTRY_AGE_DAYS, "0").put(ANA, 7, 1, ENTRY_AGE_DAYS, "5");
    put(BEN, 7, 1, OPEN_AGE_DAYS, "1");
    Ledger ledger = ledger();
    comesTo(ledger, WON_CYCLE_DAYS, "40 days median (3)");
    comesTo(ledger, LOST_CYCLE_DAYS, "14 days median (1)");
    comesTo(ledger, ENTRY_AGE_DAYS, "2.5 days median (2)");
    comesTo(ledger, OPEN_AGE_DAYS, "1 days median (1)");
  }

  @Test
  void sizesOfDealsAndAccounts() {
    put(ANA, 7, 1, AVERAGE_DEAL_SIZE, "100").put(ANA, 7, 2, AVERAGE_DEAL_SIZE, "200");
    put(BEN, 7, 3, AVERAGE_DEAL_SIZE, "600");
    put(ANA, 7, 1, BOOKINGS, "100", "Acme").put(ANA, 7, 2, BOOKINGS, "200", "Acme");
    put(BEN, 7, 3, BOOKINGS, "600", "Kelso").put(BEN, 7, 4, BOOKINGS, "100", "");
    put(ANA, 7, 1, TERRITORY_ACCOUNTS, "30").put(ANA, 9, 1, TERRITORY_ACCOUNTS, "5");
    put(BEN, 7, 1, TERRITORY_ACCOUNTS, "3");
    put(ANA, 7, 1, TERRITORY_POTENTIAL, "9000").put(ANA, 9, 1, TERRITORY_POTENTIAL, "3000");
    put(BEN, 7, 1, TERRITORY_POTENTIAL, "1000").put(BEN, 7, 1, POTENTIAL_WON, "500");
    put(ANA, 9, 1, POTENTIAL_WON, "100");
    Ledger ledger = ledger();
    comesTo(ledger, AVERAGE_DEAL_SIZE, "300.00 USD (900 over 3)");
    comesTo(ledger, ACCOUNTS_WON, "2 accounts");
    comesTo(ledger, ACCOUNT_SIZE, "500.00 USD (1,000 of 2)");
    comesTo(ledger, TERRITORY_ACCOUNTS, "8 accounts (2 of 2 reported)");
    comesTo(ledger, PENETRATION, "25.0 % (2 of 8)");
    comesTo(ledger, TERRITORY_POTENTIAL, "4,000 USD (2 of 2 reported)");
    comesTo(ledger, POTENTIAL_WON, "600 USD (2 of 2 reported)");
    comesTo(ledger, POTENTIAL_PENETRATION, "15.0 % (600 of 4,000)");
  }

  @Test
  void revenueByKind() {
    put(ANA, 7, 1, BOOKINGS, "1000").put(ANA, 7, 1, NEW_REVENUE, "400");
    put(ANA, 7, 1, EXPANSION_REVENUE, "250").put(BEN, 7, 1, RENEWAL_REVENUE, "350");
    put(ANA, 7, 1, TCV_WON, "95000").put(ANA, 7, 1, ACV_WON, "30000");
    put(BEN, 7, 2, TCV_WON, "9000").put(BEN, 7, 2, ACV_WON, "9000");
    Ledger ledger = ledger();
    comesTo(ledger, TCV_WON, "104,000 USD");
    comesTo(ledger, ACV_WON, "39,000 USD");
    comesTo(ledger, NEW_REVENUE, "400 USD");
    comesTo(ledger, EXPANSION_REVENUE, "250 USD");
    comesTo(ledger, RENEWAL_REVENUE, "350 USD");
    comesTo(ledger, NEW_REVENUE_SHARE, "40.0 % (400 of 1,000)");
  }

  /** A rating of 9 by 40 customers and one of 6 by 10 make 8.4, not 7.5. */
  @Test
  void satisfactionWithItsResponseRate() {
    put(ANA, 7, 1, SATISFACTION_POINTS, "360").put(ANA, 7, 1, SATISFACTION_ANSWERS, "40");
    put(BEN, 7, 1, SATISFACTION_POINTS, "60").put(BEN, 7, 1, SATISFACTION_ANSWERS, "10");
    put(ANA, 7, 1, SURVEYS_SENT, "150").put(BEN, 7, 1, SURVEYS_SENT, "50");
    Ledger ledger = ledger();
    comesTo(ledger, SATISFACTION_POINTS, "420 points");
    comesTo(ledger, SATISFACTION_ANSWERS, "50 answers");
    comesTo(ledger, SATISFACTION, "8.40 (0..10) (420 over 50)");
    comesTo(ledger, SURVEYS_SENT, "200 surveys");
    comesTo(ledger, RESPONSE_RATE, "25.0 % (50 of 200)");
    assertEquals(RESPONSE_RATE, CATALOG.metric(SATISFACTION).quality().orElseThrow());
  }

  @Test
  void activitiesAndJointCalls() {
    put(ANA, 7, 1, CALLS, "30").put(ANA, 7, 1, MEETINGS, "8").put(BEN, 7, 1, MEETINGS, "12");
    put(ANA, 7, 1, MEETINGS_CONVERTED, "5").put(BEN, 7, 2, JOINT_CALLS, "3");
    Ledger ledger = ledger();
    comesTo(ledger, CALLS, "30 calls");
    comesTo(ledger, MEETINGS, "20 meetings");
    comesTo(ledger, MEETINGS_CONVERTED, "5 meetings");
    comesTo(ledger, MEETING_CONVERSION, "25.0 % (5 of 20)");
    comesTo(ledger, JOINT_CALLS, "3 calls");
    comesTo(ledger, JOINT_CALL_SHARE, "15.0 % (3 of 20)");
  }

  /** Of 25 meetings arranged 20 took place; of 12 whose outcome is told 9 led on. */
  @Test
  void whatComesOfMeetings() {
    put(ANA, 7, 1, MEETINGS, "8").put(ANA, 7, 1, MEETINGS_MISSED, "4");
    put(BEN, 7, 1, MEETINGS, "12").put(BEN, 7, 3, MEETINGS_MISSED, "1");
    put(ANA, 7, 1, MEETINGS_TOLD, "8").put(ANA, 7, 1, MEETINGS_ADVANCED, "6");
    put(BEN, 7, 1, MEETINGS_TOLD, "4").put(BEN, 7, 1, MEETINGS_ADVANCED, "3");
    Ledger ledger = ledger();
    comesTo(ledger, MEETINGS_MISSED, "5 meetings");
    comesTo(ledger, MEETINGS_ARRANGED, "25 meetings");
    comesTo(ledger, MEETING_SHOW_RATE, "80.0 % (20 of 25)");
    comesTo(ledger, MEETINGS_TOLD, "12 meetings");
    comesTo(ledger, MEETINGS_ADVANCED, "9 meetings");
    comesTo(ledger, MEETING_ADVANCE_RATE, "75.0 % (9 of 12)");
  }

  @Test
  void careOfTheCrm() {
    put(ANA, 7, 31, CRM_FIELDS, "100").put(ANA, 7, 31, CRM_FIELDS_FILLED, "10");
    put(ANA, 9, 30, CRM_FIELDS, "120").put(ANA, 9, 30, CRM_FIELDS_FILLED, "90");
    put(BEN, 9, 30, CRM_FIELDS, "80").put(BEN, 9, 30, CRM_FIELDS_FILLED, "80");
    Ledger ledger = ledger();
    comesTo(ledger, CRM_FIELDS, "200 fields (2 of 2 reported)");
    comesTo(ledger, CRM_FIELDS_FILLED, "170 fields (2 of 2 reported)");
    comesTo(ledger, CRM_COMPLETENESS, "85.0 % (170 of 200)");
  }

  @Test
  void costOfSalesAndTurnover() {
    put(ANA, 7, 1, BOOKINGS, "1000").put(EAST, 7, 31, SALES_COSTS, "150");
    put(EAST, 8, 31, SALES_COSTS, "100");
    put(EAST, 7, 31, AVERAGE_HEAD_COUNT, "10").put(EAST, 8, 31, AVERAGE_HEAD_COUNT, "9");
    put(EAST, 9, 30, AVERAGE_HEAD_COUNT, "8").put(EAST, 8, 15, LEAVERS, "2");
    Ledger ledger = ledger();
    comesTo(ledger, SALES_COSTS, "250 USD");
    comesTo(ledger, COST_OF_SALES, "25.0 % (250 of 1,000)");
    comesTo(ledger, AVERAGE_HEAD_COUNT, "9 people (1 of 1 reported)");
    comesTo(ledger, LEAVERS, "2 people");
    comesTo(ledger, TURNOVER, "22.2 %");
  }

  @Test
  void training() {
    put(ANA, 7, 1, TRAININGS_ASSIGNED, "3").put(BEN, 7, 1, TRAININGS_ASSIGNED, "1");
    put(ANA, 7, 1, TRAININGS_ATTENDED, "3").put(ANA, 7, 1, TRAINING_HOURS, "7.5");
    Ledger ledger = ledger();
    comesTo(ledger, TRAININGS_ASSIGNED, "4 trainings");
    comesTo(ledger, TRAININGS_ATTENDED, "3 trainings");
    comesTo(ledger, TRAINING_HOURS, "7.5 hours");
    comesTo(ledger, TRAINING_PARTICIPATION, "75.0 % (3 of 4)");
  }

  /** A quota that is exceeded has nothing left to be covered. */
  @Test
  void coverageSaysNothingOnceTheQuotaIsReached() {
    put(ANA, 7, 1, QUOTA, "100").put(ANA, 8, 1, BOOKINGS, "150");
    put(ANA, 8, 31, DUE_PIPELINE_VALUE, "200");
    Ledger ledger = ledger();
    comesTo(ledger, REMAINING_QUOTA, "-50 USD");
    comesTo(ledger, COVERAGE_OF_REMAINING, "- (200 of -50)");
  }
}
