package dev.guidepost.core.metric;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.util.List;

/**
 * Ready definitions of the usual sales metrics, and catalogs of them.
 *
 * <p>{@link #catalog(String, int)} has those that are derived from deals and activities; {@link
 * #fullCatalog(String, int)} adds what is expected of managers too: margin, pipeline and coverage,
 * contract value, kinds of revenue, penetration, satisfaction, joint calls, what comes of meetings,
 * care of the CRM, cost of sales, turnover and training. Every definition says what is recorded for
 * whom on which day.
 *
 * <p>Win rate and win yield are two metrics. {@link #WIN_RATE} is won of closed: losses close
 * faster than wins, so it moves with timing and serves for tie-out. {@link #WIN_YIELD} is won of
 * opened, by the day of opening: plans, coverage and comparisons use it.
 *
 * <p>Coverage names its variant: {@link #COVERAGE_OF_QUOTA} and {@link #COVERAGE_OF_REMAINING} are
 * of live deals due in the quarter, by value, over the whole target or over what is left of it;
 * {@link #COVERAGE_BY_COUNT} is of their number. The week of the quarter is that in which the
 * period measured ends.
 *
 * <p>How many days an activity leads its results is a company's own: {@code
 * Metric.builder().from(metric).timing(Timing.leading(45))} declares it for the catalog to come.
 */
public final class StandardMetrics {

  /** Opportunities opened, on the day of opening. */
  public static final MetricId OPPORTUNITIES = MetricId.of("opportunities");

  /** Value of won deals, on the day they were won. */
  public static final MetricId BOOKINGS = MetricId.of("bookings");

  /** Deals won, on the day they were won. */
  public static final MetricId WINS = MetricId.of("wins");

  /** Deals lost, on the day they were lost. */
  public static final MetricId LOSSES = MetricId.of("losses");

  /** Deals won or lost, on the day they closed. */
  public static final MetricId CLOSED = MetricId.of("closed");

  /** Won of closed. */
  public static final MetricId WIN_RATE = MetricId.of("win-rate");

  /** Mean value of won deals. */
  public static final MetricId AVERAGE_DEAL_SIZE = MetricId.of("average-deal-size");

  /** Days from opening to winning, on the day of winning. */
  public static final MetricId WON_CYCLE_DAYS = MetricId.of("won-cycle-days");

  /** Days from opening to losing, on the day of losing. */
  public static final MetricId LOST_CYCLE_DAYS = MetricId.of("lost-cycle-days");

  /** Deals won, on the day they were opened. */
  public static final MetricId COHORT_WINS = MetricId.of("cohort-wins");

  /** Deals lost, on the day they were opened. */
  public static final MetricId COHORT_LOSSES = MetricId.of("cohort-losses");

  /** Won of opened, by the day of opening. */
  public static final MetricId WIN_YIELD = MetricId.of("win-yield");

  /** Age at which a deal came under observation, on the day it was opened. */
  public static final MetricId ENTRY_AGE_DAYS = MetricId.of("entry-age-days");

  /** Age of deals that are still open, on the day they were opened. */
  public static final MetricId OPEN_AGE_DAYS = MetricId.of("open-age-days");

  /** Calls made. */
  public static final MetricId CALLS = MetricId.of("calls");

  /** Meetings held. */
  public static final MetricId MEETINGS = MetricId.of("meetings");

  /** Meetings that led to an opportunity, one for each at most, on the day of the meeting. */
  public static final MetricId MEETINGS_CONVERTED = MetricId.of("meetings-converted");

  /** Meetings that led to an opportunity of meetings held. */
  public static final MetricId MEETING_CONVERSION = MetricId.of("meeting-conversion");

  /** Cost of what was sold, on the day it was won. */
  public static final MetricId COSTS_OF_GOODS = MetricId.of("costs-of-goods");

  /** Bookings less the cost of what was sold. */
  public static final MetricId GROSS_MARGIN = MetricId.of("gross-margin");

  /** Gross margin of bookings. */
  public static final MetricId MARGIN_RATE = MetricId.of("margin-rate");

  /** Live deals at the end of a day. */
  public static final MetricId LIVE_PIPELINE = MetricId.of("live-pipeline");

  /** Value of live deals at the end of a day. */
  public static final MetricId LIVE_PIPELINE_VALUE = MetricId.of("live-pipeline-value");

  /** Live deals due in the quarter, at the end of a day. */
  public static final MetricId DUE_PIPELINE = MetricId.of("due-pipeline");

  /** Value of live deals due in the quarter, at the end of a day. */
  public static final MetricId DUE_PIPELINE_VALUE = MetricId.of("due-pipeline-value");

  /** Target of bookings, on the first day of the period it is for. */
  public static final MetricId QUOTA = MetricId.of("quota");

  /** What is left of the quota. */
  public static final MetricId REMAINING_QUOTA = MetricId.of("remaining-quota");

  /** Value due in the quarter over the whole quota. */
  public static final MetricId COVERAGE_OF_QUOTA = MetricId.of("coverage-of-quota");

  /** Value due in the quarter over what is left of the quota. */
  public static final MetricId COVERAGE_OF_REMAINING = MetricId.of("coverage-of-remaining");

  /** Target of wins, on the first day of the period it is for. */
  public static final MetricId WINS_QUOTA = MetricId.of("wins-quota");

  /** What is left of the quota of wins. */
  public static final MetricId REMAINING_WINS = MetricId.of("remaining-wins");

  /** Deals due in the quarter over the wins that the quota leaves to be made. */
  public static final MetricId COVERAGE_BY_COUNT = MetricId.of("coverage-by-count");

  /** Contract value of deals won, over the whole term. */
  public static final MetricId TCV_WON = MetricId.of("tcv-won");

  /** Contract value of deals won, in twelve months. */
  public static final MetricId ACV_WON = MetricId.of("acv-won");

  /** Value of deals won whose motion is new. */
  public static final MetricId NEW_REVENUE = MetricId.of("new-revenue");

  /** Value of deals won whose motion is expansion. */
  public static final MetricId EXPANSION_REVENUE = MetricId.of("expansion-revenue");

  /** Value of deals won whose motion is renewal. */
  public static final MetricId RENEWAL_REVENUE = MetricId.of("renewal-revenue");

  /** New revenue of bookings. */
  public static final MetricId NEW_REVENUE_SHARE = MetricId.of("new-revenue-share");

  /** Different accounts with a deal won. */
  public static final MetricId ACCOUNTS_WON = MetricId.of("accounts-won");

  /** Bookings for each account with a deal won. */
  public static final MetricId ACCOUNT_SIZE = MetricId.of("account-size");

  /** Accounts of the territory, at the end of a day. */
  public static final MetricId TERRITORY_ACCOUNTS = MetricId.of("territory-accounts");

  /** Accounts with a deal won of accounts of the territory. */
  public static final MetricId PENETRATION = MetricId.of("penetration");

  /** What the accounts of a territory could buy in 12 months, at the end of a day. */
  public static final MetricId TERRITORY_POTENTIAL = MetricId.of("territory-potential");

  /** How much of the potential of a territory is bought, at the end of a day. */
  public static final MetricId POTENTIAL_WON = MetricId.of("potential-won");

  /** Potential that is bought of the potential. */
  public static final MetricId POTENTIAL_PENETRATION = MetricId.of("potential-penetration");

  /** Ratings by customers, from 0 to 10, added up. */
  public static final MetricId SATISFACTION_POINTS = MetricId.of("satisfaction-points");

  /** Ratings by customers, counted. */
  public static final MetricId SATISFACTION_ANSWERS = MetricId.of("satisfaction-answers");

  /** Mean rating by customers. */
  public static final MetricId SATISFACTION = MetricId.of("satisfaction");

  /** Customers asked for a rating. */
  public static final MetricId SURVEYS_SENT = MetricId.of("surveys-sent");

  /** Ratings of customers asked. */
  public static final MetricId RESPONSE_RATE = MetricId.of("response-rate");

  /** Meetings that a seller held together with a manager. */
  public static final MetricId JOINT_CALLS = MetricId.of("joint-calls");

  /** Joint calls of meetings held. */
  public static final MetricId JOINT_CALL_SHARE = MetricId.of("joint-call-share");

  /** Meetings that were arranged and did not take place. */
  public static final MetricId MEETINGS_MISSED = MetricId.of("meetings-missed");

  /** Meetings that were arranged, held or not. */
  public static final MetricId MEETINGS_ARRANGED = MetricId.of("meetings-arranged");

  /** Meetings held of meetings arranged. */
  public static final MetricId MEETING_SHOW_RATE = MetricId.of("meeting-show-rate");

  /** Meetings held whose outcome is on record. */
  public static final MetricId MEETINGS_TOLD = MetricId.of("meetings-told");

  /** Meetings held at which the customer agreed to a next step. */
  public static final MetricId MEETINGS_ADVANCED = MetricId.of("meetings-advanced");

  /** Meetings at which the customer agreed to a next step of those whose outcome is on record. */
  public static final MetricId MEETING_ADVANCE_RATE = MetricId.of("meeting-advance-rate");

  /** Fields to be filled in the CRM, at the end of a day. */
  public static final MetricId CRM_FIELDS = MetricId.of("crm-fields");

  /** Fields that are filled in the CRM, at the end of a day. */
  public static final MetricId CRM_FIELDS_FILLED = MetricId.of("crm-fields-filled");

  /** Fields filled of fields to be filled. */
  public static final MetricId CRM_COMPLETENESS = MetricId.of("crm-completeness");

  /** Cost of selling. */
  public static final MetricId SALES_COSTS = MetricId.of("sales-costs");

  /** Cost of selling of bookings. */
  public static final MetricId COST_OF_SALES = MetricId.of("cost-of-sales");

  /** People employed, the mean of the days recorded. */
  public static final MetricId AVERAGE_HEAD_COUNT = MetricId.of("average-head-count");

  /** People who left. */
  public static final MetricId LEAVERS = MetricId.of("leavers");

  /** People who left over those employed. */
  public static final MetricId TURNOVER = MetricId.of("turnover");

  /** Trainings that people were to take part in. */
  public static final MetricId TRAININGS_ASSIGNED = MetricId.of("trainings-assigned");

  /** Trainings that people took part in. */
  public static final MetricId TRAININGS_ATTENDED = MetricId.of("trainings-attended");

  /** Hours spent in training. */
  public static final MetricId TRAINING_HOURS = MetricId.of("training-hours");

  /** Trainings attended of trainings assigned. */
  public static final MetricId TRAINING_PARTICIPATION = MetricId.of("training-participation");

  /** What was sold. */
  public static final Dimension PRODUCT = Dimension.of("product");

  /** The customer. */
  public static final Dimension ACCOUNT = Dimension.of("account");

  private StandardMetrics() {}

  /**
   * Returns a catalog of the metrics that are derived from deals and activities, with the dimension
   * {@link #PRODUCT}.
   *
   * @param currency the code of the currency of bookings
   * @param moneyScale the number of decimals of bookings, 0 to 9
   * @return the catalog
   * @throws IllegalArgumentException if the code is not three upper-case letters, or the number of
   *     decimals out of bounds
   */
  public static Catalog catalog(String currency, int moneyScale) {
    return Catalog.of(
        new RecordMetrics(new UnitOfMeasure.Money(currency), moneyScale).all(), List.of(PRODUCT));
  }

  /**
   * Returns a catalog of all metrics of this class, with the dimensions {@link #PRODUCT} and {@link
   * #ACCOUNT}.
   *
   * @param currency the code of the currency of all money
   * @param moneyScale the number of decimals of all money, 0 to 9
   * @return the catalog
   * @throws IllegalArgumentException if the code is not three upper-case letters, or the number of
   *     decimals out of bounds
   */
  public static Catalog fullCatalog(String currency, int moneyScale) {
    UnitOfMeasure money = new UnitOfMeasure.Money(currency);
    return Catalog.of(
        ImmutableList.<Metric>builder()
            .addAll(new RecordMetrics(money, moneyScale).all())
            .addAll(new RevenueMetrics(money, moneyScale).all())
            .addAll(new ManagementMetrics(money, moneyScale).all())
            .build(),
        List.of(PRODUCT, ACCOUNT));
  }
}
