package dev.guidepost.core.metric;

import static dev.guidepost.core.metric.StandardMetrics.ACCOUNT;
import static dev.guidepost.core.metric.StandardMetrics.ACCOUNTS_WON;
import static dev.guidepost.core.metric.StandardMetrics.ACCOUNT_SIZE;
import static dev.guidepost.core.metric.StandardMetrics.ACV_WON;
import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.COSTS_OF_GOODS;
import static dev.guidepost.core.metric.StandardMetrics.COVERAGE_BY_COUNT;
import static dev.guidepost.core.metric.StandardMetrics.COVERAGE_OF_QUOTA;
import static dev.guidepost.core.metric.StandardMetrics.COVERAGE_OF_REMAINING;
import static dev.guidepost.core.metric.StandardMetrics.DUE_PIPELINE;
import static dev.guidepost.core.metric.StandardMetrics.DUE_PIPELINE_VALUE;
import static dev.guidepost.core.metric.StandardMetrics.EXPANSION_REVENUE;
import static dev.guidepost.core.metric.StandardMetrics.GROSS_MARGIN;
import static dev.guidepost.core.metric.StandardMetrics.LIVE_PIPELINE;
import static dev.guidepost.core.metric.StandardMetrics.LIVE_PIPELINE_VALUE;
import static dev.guidepost.core.metric.StandardMetrics.MARGIN_RATE;
import static dev.guidepost.core.metric.StandardMetrics.NEW_REVENUE;
import static dev.guidepost.core.metric.StandardMetrics.NEW_REVENUE_SHARE;
import static dev.guidepost.core.metric.StandardMetrics.PENETRATION;
import static dev.guidepost.core.metric.StandardMetrics.POTENTIAL_PENETRATION;
import static dev.guidepost.core.metric.StandardMetrics.POTENTIAL_WON;
import static dev.guidepost.core.metric.StandardMetrics.QUOTA;
import static dev.guidepost.core.metric.StandardMetrics.REMAINING_QUOTA;
import static dev.guidepost.core.metric.StandardMetrics.REMAINING_WINS;
import static dev.guidepost.core.metric.StandardMetrics.RENEWAL_REVENUE;
import static dev.guidepost.core.metric.StandardMetrics.TCV_WON;
import static dev.guidepost.core.metric.StandardMetrics.TERRITORY_ACCOUNTS;
import static dev.guidepost.core.metric.StandardMetrics.TERRITORY_POTENTIAL;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static dev.guidepost.core.metric.StandardMetrics.WINS_QUOTA;
import static dev.guidepost.core.metric.StandardMetrics.WIN_YIELD;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.util.List;

/** Margin, pipeline and coverage, kinds of revenue, accounts. */
final class RevenueMetrics {

  private static final Aggregation SUM = new Aggregation.Sum();
  private static final Aggregation LAST = new Aggregation.Snapshot(OverTime.LAST);

  private final Defining define;

  RevenueMetrics(UnitOfMeasure money, int moneyScale) {
    this.define = new Defining(money, moneyScale);
  }

  List<Metric> all() {
    return ImmutableList.<Metric>builder()
        .addAll(margin())
        .addAll(pipeline())
        .addAll(coverage())
        .addAll(kinds())
        .addAll(accounts())
        .build();
  }

  private List<Metric> margin() {
    return List.of(
        define
            .money(COSTS_OF_GOODS, "Cost of goods", SUM)
            .definition("Cost of what was sold, on the day the deal was won.")
            .direction(Direction.LOWER_IS_BETTER)
            .build(),
        define
            .money(
                GROSS_MARGIN,
                "Gross margin",
                new Aggregation.Derived(Formula.of(BOOKINGS).minus(Formula.of(COSTS_OF_GOODS))))
            .definition("Bookings less the cost of what was sold, in the period.")
            .build(),
        define
            .ratio(MARGIN_RATE, "Margin", GROSS_MARGIN, BOOKINGS)
            .definition("Gross margin of bookings in the period.")
            .build());
  }

  private List<Metric> pipeline() {
    return List.of(
        define
            .count(LIVE_PIPELINE, "Live pipeline", "deals", LAST)
            .definition(
                "Deals that are open and not older than the oldest age at which a deal was won, at"
                    + " the end of the last day recorded in the period; 0 is recorded too.")
            .metricClass(MetricClass.OBJECTIVE)
            .timing(Timing.LEADING)
            .quality(WIN_YIELD)
            .build(),
        define
            .money(LIVE_PIPELINE_VALUE, "Value of live pipeline", LAST)
            .definition(
                "Value of the deals in the live pipeline, at the end of the last day recorded in"
                    + " the period; 0 is recorded too.")
            .metricClass(MetricClass.OBJECTIVE)
            .timing(Timing.LEADING)
            .quality(WIN_YIELD)
            .build(),
        define
            .count(DUE_PIPELINE, "Pipeline due", "deals", LAST)
            .definition(
                "Live deals with a close date in the quarter of the day, at the end of the last day"
                    + " recorded in the period; 0 is recorded too.")
            .metricClass(MetricClass.OBJECTIVE)
            .timing(Timing.LEADING)
            .build(),
        define
            .money(DUE_PIPELINE_VALUE, "Value of pipeline due", LAST)
            .definition(
                "Value of live deals with a close date in the quarter of the day, at the end of the"
                    + " last day recorded in the period; 0 is recorded too.")
            .metricClass(MetricClass.OBJECTIVE)
            .timing(Timing.LEADING)
            .build());
  }

  private List<Metric> coverage() {
    return List.of(
        define
            .money(QUOTA, "Quota", SUM)
            .definition("Target of bookings, on the first day of the period it is for.")
            .build(),
        define
            .money(
                REMAINING_QUOTA,
                "Remaining quota",
                new Aggregation.Derived(Formula.of(QUOTA).minus(Formula.of(BOOKINGS))))
            .definition("Quota less bookings of the period; negative once it is exceeded.")
            .direction(Direction.LOWER_IS_BETTER)
            .build(),
        define
            .sum(WINS_QUOTA, "Quota of wins", "deals", MetricClass.RESULT, Timing.LAGGING)
            .definition("Target of deals won, on the first day of the period it is for.")
            .build(),
        define
            .count(
                REMAINING_WINS,
                "Remaining wins",
                "deals",
                new Aggregation.Derived(Formula.of(WINS_QUOTA).minus(Formula.of(WINS))))
            .definition("Quota of wins less wins of the period; negative once it is exceeded.")
            .direction(Direction.LOWER_IS_BETTER)
            .build(),
        coverage(COVERAGE_OF_QUOTA, "Coverage of quota", DUE_PIPELINE_VALUE, QUOTA)
            .definition(
                "Value of live deals due in the quarter over the whole quota of the quarter, as of"
                    + " the last day recorded.")
            .build(),
        coverage(
                COVERAGE_OF_REMAINING,
                "Coverage of remaining quota",
                DUE_PIPELINE_VALUE,
                REMAINING_QUOTA)
            .definition(
                "Value of live deals due in the quarter over what is left of its quota, as of the"
                    + " last day recorded; says nothing once the quota is reached.")
            .build(),
        coverage(COVERAGE_BY_COUNT, "Coverage by count", DUE_PIPELINE, REMAINING_WINS)
            .definition(
                "Live deals due in the quarter over what is left of its quota of wins, as of the"
                    + " last day recorded; says nothing once the quota is reached.")
            .build());
  }

  private Metric.Builder coverage(
      MetricId id, String name, MetricId numerator, MetricId denominator) {
    return define
        .times(id, name, numerator, denominator)
        .metricClass(MetricClass.OBJECTIVE)
        .timing(Timing.LEADING)
        .quality(WIN_YIELD);
  }

  private List<Metric> kinds() {
    return List.of(
        define
            .money(TCV_WON, "Total contract value won", SUM)
            .definition(
                "Total contract value of deals won that have a term, what recurs over all of it and"
                    + " what is paid once, on the day they were won; beside bookings.")
            .build(),
        define
            .money(ACV_WON, "Annual contract value won", SUM)
            .definition(
                "Annual contract value of deals won that have a term: what recurs, times 12 over"
                    + " its months, or over 12 if it has fewer, rounded half to even, without what"
                    + " is paid once; on the day they were won; beside bookings.")
            .build(),
        define
            .money(NEW_REVENUE, "New revenue", SUM)
            .definition(
                "Value of deals won whose motion is new, as the deal says: a first deal with"
                    + " somebody who is no customer yet; on the day they were won.")
            .build(),
        define
            .money(EXPANSION_REVENUE, "Expansion revenue", SUM)
            .definition(
                "Value of deals won whose motion is expansion, as the deal says: more for somebody"
                    + " who is a customer; on the day they were won.")
            .build(),
        define
            .money(RENEWAL_REVENUE, "Renewal revenue", SUM)
            .definition(
                "Value of deals won whose motion is renewal, as the deal says: what the customer"
                    + " has is prolonged; on the day they were won.")
            .build(),
        define
            .ratio(NEW_REVENUE_SHARE, "Share of new revenue", NEW_REVENUE, BOOKINGS)
            .definition("New revenue of bookings in the period.")
            .build());
  }

  private List<Metric> accounts() {
    return List.of(
        define
            .count(
                ACCOUNTS_WON,
                "Accounts won",
                "accounts",
                new Aggregation.Distinct(BOOKINGS, ACCOUNT))
            .definition("Different accounts with a deal won in the period.")
            .build(),
        define
            .money(ACCOUNT_SIZE, "Account size", new Aggregation.RatioOf(BOOKINGS, ACCOUNTS_WON))
            .definition("Bookings in the period over the different accounts that made them.")
            .build(),
        define
            .count(TERRITORY_ACCOUNTS, "Accounts of the territory", "accounts", LAST)
            .definition(
                "Accounts assigned to the owner, customers or not, at the end of the last day"
                    + " recorded in the period.")
            .build(),
        define
            .ratio(PENETRATION, "Penetration", ACCOUNTS_WON, TERRITORY_ACCOUNTS)
            .definition(
                "Different accounts with a deal won in the period of the accounts of the"
                    + " territory.")
            .metricClass(MetricClass.OBJECTIVE)
            .build(),
        define
            .money(TERRITORY_POTENTIAL, "Potential of the territory", LAST)
            .definition(
                "What the accounts assigned to the owner could buy in 12 months, as estimated, at"
                    + " the end of the last day recorded in the period.")
            .metricClass(MetricClass.OBJECTIVE)
            .build(),
        define
            .money(POTENTIAL_WON, "Potential won", LAST)
            .definition(
                "How much of the potential of the territory its accounts bought in the 12 months up"
                    + " to the last day recorded in the period.")
            .metricClass(MetricClass.OBJECTIVE)
            .build(),
        define
            .ratio(
                POTENTIAL_PENETRATION,
                "Penetration by potential",
                POTENTIAL_WON,
                TERRITORY_POTENTIAL)
            .definition("Potential won of the potential of the territory.")
            .metricClass(MetricClass.OBJECTIVE)
            .build());
  }
}
