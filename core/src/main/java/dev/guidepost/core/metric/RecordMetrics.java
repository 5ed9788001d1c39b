package dev.guidepost.core.metric;

import dev.guidepost.core.quantity.UnitOfMeasure;
import java.util.List;

/** The metrics that are derived from deals and activities. */
final class RecordMetrics {

  private final Defining define;

  RecordMetrics(UnitOfMeasure money, int moneyScale) {
    this.define = new Defining(money, moneyScale);
  }

  List<Metric> all() {
    return List.of(
        define
            .sum(
                StandardMetrics.OPPORTUNITIES,
                "Opportunities opened",
                "deals",
                MetricClass.OBJECTIVE,
                Timing.LEADING)
            .definition("Deals opened, on the day; a shared one counts for everyone with a share.")
            .quality(StandardMetrics.WIN_YIELD)
            .build(),
        define
            .money(StandardMetrics.BOOKINGS, "Bookings", new Aggregation.Sum())
            .definition("Value of deals won, on the day they were won.")
            .build(),
        define
            .sum(StandardMetrics.WINS, "Wins", "deals", MetricClass.RESULT, Timing.LAGGING)
            .definition("Deals won, on the day they were won.")
            .build(),
        define
            .sum(StandardMetrics.LOSSES, "Losses", "deals", MetricClass.RESULT, Timing.LAGGING)
            .definition("Deals lost, on the day they were lost.")
            .direction(Direction.LOWER_IS_BETTER)
            .build(),
        define
            .sum(
                StandardMetrics.CLOSED, "Closed deals", "deals", MetricClass.RESULT, Timing.LAGGING)
            .definition("Deals won or lost, on the day they closed.")
            .build(),
        define
            .ratio(
                StandardMetrics.WIN_RATE, "Win rate", StandardMetrics.WINS, StandardMetrics.CLOSED)
            .definition("Deals won of deals closed in the period; moves with timing.")
            .build(),
        define
            .money(StandardMetrics.AVERAGE_DEAL_SIZE, "Average deal size", new Aggregation.Mean())
            .definition(
                "Mean value of deals won in the period, each once, for its owner; bookings over"
                    + " wins are less where deals are shared, as each who shares has a win.")
            .build(),
        define
            .days(StandardMetrics.WON_CYCLE_DAYS, "Cycle time of wins")
            .definition("Calendar days from opening to winning, on the day of winning.")
            .build(),
        define
            .days(StandardMetrics.LOST_CYCLE_DAYS, "Cycle time of losses")
            .definition("Calendar days from opening to losing, on the day of losing.")
            .build(),
        define
            .sum(
                StandardMetrics.COHORT_WINS,
                "Wins by cohort",
                "deals",
                MetricClass.RESULT,
                Timing.LAGGING)
            .definition("Deals won so far, on the day they were opened.")
            .build(),
        define
            .sum(
                StandardMetrics.COHORT_LOSSES,
                "Losses by cohort",
                "deals",
                MetricClass.RESULT,
                Timing.LAGGING)
            .definition("Deals lost so far, on the day they were opened.")
            .direction(Direction.LOWER_IS_BETTER)
            .build(),
        define
            .ratio(
                StandardMetrics.WIN_YIELD,
                "Win yield",
                StandardMetrics.COHORT_WINS,
                StandardMetrics.OPPORTUNITIES)
            .definition("Deals won so far of deals opened in the period.")
            .metricClass(MetricClass.OBJECTIVE)
            .build(),
        define
            .days(StandardMetrics.ENTRY_AGE_DAYS, "Age at entry")
            .definition(
                "Age at which a deal came under observation, on its day of opening; 0 unless the"
                    + " records start mid-life.")
            .build(),
        define
            .days(StandardMetrics.OPEN_AGE_DAYS, "Age of open deals")
            .definition("Age of deals that are still open, on their day of opening.")
            .build(),
        define
            .sum(StandardMetrics.CALLS, "Calls", "calls", MetricClass.ACTIVITY, Timing.LEADING)
            .definition("Calls made, on the day of the call.")
            .build(),
        define
            .sum(
                StandardMetrics.MEETINGS,
                "Meetings held",
                "meetings",
                MetricClass.ACTIVITY,
                Timing.LEADING)
            .definition("Meetings held, on the day of the meeting.")
            .quality(StandardMetrics.MEETING_CONVERSION)
            .build(),
        define
            .sum(
                StandardMetrics.MEETINGS_CONVERTED,
                "Meetings converted",
                "meetings",
                MetricClass.OBJECTIVE,
                Timing.LEADING)
            .definition(
                "Meetings that led to an opportunity, on the day of the meeting: for each deal at"
                    + " most one, the last that was held about it by the day it was opened.")
            .build(),
        define
            .ratio(
                StandardMetrics.MEETING_CONVERSION,
                "Meeting to opportunity",
                StandardMetrics.MEETINGS_CONVERTED,
                StandardMetrics.MEETINGS)
            .definition("Meetings that led to an opportunity of meetings held in the period.")
            .metricClass(MetricClass.OBJECTIVE)
            .timing(Timing.LEADING)
            .build());
  }
}
