package dev.guidepost.core.metric;

import dev.guidepost.core.quantity.UnitOfMeasure;
import java.util.List;

/**
 * Ready definitions of the usual sales metrics, and a catalog of them.
 *
 * <p>Win rate and win yield are two metrics. {@link #WIN_RATE} is won of closed: losses close
 * faster than wins, so it moves with timing and serves for tie-out. {@link #WIN_YIELD} is won of
 * opened, by the day of opening: plans, coverage and comparisons use it.
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

  /** Meetings that led to an opportunity, on the day of the meeting. */
  public static final MetricId MEETINGS_CONVERTED = MetricId.of("meetings-converted");

  /** Meetings that led to an opportunity of meetings held. */
  public static final MetricId MEETING_CONVERSION = MetricId.of("meeting-conversion");

  /** What was sold. */
  public static final Dimension PRODUCT = Dimension.of("product");

  private StandardMetrics() {}

  /**
   * Returns a catalog of all metrics of this class, with the dimension {@link #PRODUCT}.
   *
   * @param currency the code of the currency of bookings
   * @param moneyScale the number of decimals of bookings, 0 to 9
   * @return the catalog
   * @throws IllegalArgumentException if the code is not three upper-case letters, or the number of
   *     decimals out of bounds
   */
  public static Catalog catalog(String currency, int moneyScale) {
    UnitOfMeasure money = new UnitOfMeasure.Money(currency);
    return Catalog.of(
        List.of(
            sum(
                    OPPORTUNITIES,
                    "Opportunities opened",
                    "deals",
                    MetricClass.OBJECTIVE,
                    Timing.LEADING)
                .definition("Deals opened, each once, on the day it was opened.")
                .build(),
            result(BOOKINGS, "Bookings", money, new Aggregation.Sum())
                .definition("Value of deals won, on the day they were won.")
                .scale(moneyScale)
                .build(),
            sum(WINS, "Wins", "deals", MetricClass.RESULT, Timing.LAGGING)
                .definition("Deals won, on the day they were won.")
                .build(),
            sum(LOSSES, "Losses", "deals", MetricClass.RESULT, Timing.LAGGING)
                .definition("Deals lost, on the day they were lost.")
                .direction(Direction.LOWER_IS_BETTER)
                .build(),
            sum(CLOSED, "Closed deals", "deals", MetricClass.RESULT, Timing.LAGGING)
                .definition("Deals won or lost, on the day they closed.")
                .build(),
            ratio(WIN_RATE, "Win rate", WINS, CLOSED)
                .definition("Deals won of deals closed in the period; moves with timing.")
                .build(),
            result(AVERAGE_DEAL_SIZE, "Average deal size", money, new Aggregation.Mean())
                .definition("Mean value of deals won in the period.")
                .scale(moneyScale)
                .build(),
            days(WON_CYCLE_DAYS, "Cycle time of wins")
                .definition("Calendar days from opening to winning, on the day of winning.")
                .build(),
            days(LOST_CYCLE_DAYS, "Cycle time of losses")
                .definition("Calendar days from opening to losing, on the day of losing.")
                .build(),
            sum(COHORT_WINS, "Wins by cohort", "deals", MetricClass.RESULT, Timing.LAGGING)
                .definition("Deals won so far, on the day they were opened.")
                .build(),
            sum(COHORT_LOSSES, "Losses by cohort", "deals", MetricClass.RESULT, Timing.LAGGING)
                .definition("Deals lost so far, on the day they were opened.")
                .direction(Direction.LOWER_IS_BETTER)
                .build(),
            ratio(WIN_YIELD, "Win yield", COHORT_WINS, OPPORTUNITIES)
                .definition("Deals won so far of deals opened in the period.")
                .metricClass(MetricClass.OBJECTIVE)
                .build(),
            days(ENTRY_AGE_DAYS, "Age at entry")
                .definition(
                    "Age at which a deal came under observation, on its day of opening; 0 unless the"
                        + " records start mid-life.")
                .build(),
            days(OPEN_AGE_DAYS, "Age of open deals")
                .definition("Age of deals that are still open, on their day of opening.")
                .build(),
            sum(CALLS, "Calls", "calls", MetricClass.ACTIVITY, Timing.LEADING)
                .definition("Calls made, on the day of the call.")
                .build(),
            sum(MEETINGS, "Meetings held", "meetings", MetricClass.ACTIVITY, Timing.LEADING)
                .definition("Meetings held, on the day of the meeting.")
                .build(),
            sum(
                    MEETINGS_CONVERTED,
                    "Meetings converted",
                    "meetings",
                    MetricClass.OBJECTIVE,
                    Timing.LEADING)
                .definition("Meetings that led to an opportunity, on the day of the meeting.")
                .build(),
            ratio(MEETING_CONVERSION, "Meeting to opportunity", MEETINGS_CONVERTED, MEETINGS)
                .definition("Meetings that led to an opportunity of meetings held in the period.")
                .metricClass(MetricClass.OBJECTIVE)
                .timing(Timing.LEADING)
                .build()),
        List.of(PRODUCT));
  }

  private static Metric.Builder sum(
      MetricId id, String name, String noun, MetricClass metricClass, Timing timing) {
    return base(id, name)
        .aggregation(new Aggregation.Sum())
        .unit(new UnitOfMeasure.Count(noun))
        .metricClass(metricClass)
        .timing(timing);
  }

  private static Metric.Builder ratio(
      MetricId id, String name, MetricId numerator, MetricId denominator) {
    return result(
        id, name, new UnitOfMeasure.Share(), new Aggregation.RatioOf(numerator, denominator));
  }

  private static Metric.Builder days(MetricId id, String name) {
    return result(id, name, new UnitOfMeasure.Days(), new Aggregation.Distribution())
        .direction(Direction.LOWER_IS_BETTER);
  }

  private static Metric.Builder result(
      MetricId id, String name, UnitOfMeasure unit, Aggregation aggregation) {
    return base(id, name)
        .aggregation(aggregation)
        .unit(unit)
        .metricClass(MetricClass.RESULT)
        .timing(Timing.LAGGING);
  }

  private static Metric.Builder base(MetricId id, String name) {
    return Metric.builder().id(id).name(name).scale(0).direction(Direction.HIGHER_IS_BETTER);
  }
}
