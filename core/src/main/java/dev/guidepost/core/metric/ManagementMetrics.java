package dev.guidepost.core.metric;

import static dev.guidepost.core.metric.StandardMetrics.AVERAGE_HEAD_COUNT;
import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.COST_OF_SALES;
import static dev.guidepost.core.metric.StandardMetrics.CRM_COMPLETENESS;
import static dev.guidepost.core.metric.StandardMetrics.CRM_FIELDS;
import static dev.guidepost.core.metric.StandardMetrics.CRM_FIELDS_FILLED;
import static dev.guidepost.core.metric.StandardMetrics.JOINT_CALLS;
import static dev.guidepost.core.metric.StandardMetrics.JOINT_CALL_SHARE;
import static dev.guidepost.core.metric.StandardMetrics.LEAVERS;
import static dev.guidepost.core.metric.StandardMetrics.MEETINGS;
import static dev.guidepost.core.metric.StandardMetrics.MEETINGS_ADVANCED;
import static dev.guidepost.core.metric.StandardMetrics.MEETINGS_ARRANGED;
import static dev.guidepost.core.metric.StandardMetrics.MEETINGS_MISSED;
import static dev.guidepost.core.metric.StandardMetrics.MEETINGS_TOLD;
import static dev.guidepost.core.metric.StandardMetrics.MEETING_ADVANCE_RATE;
import static dev.guidepost.core.metric.StandardMetrics.MEETING_SHOW_RATE;
import static dev.guidepost.core.metric.StandardMetrics.RESPONSE_RATE;
import static dev.guidepost.core.metric.StandardMetrics.SALES_COSTS;
import static dev.guidepost.core.metric.StandardMetrics.SATISFACTION;
import static dev.guidepost.core.metric.StandardMetrics.SATISFACTION_ANSWERS;
import static dev.guidepost.core.metric.StandardMetrics.SATISFACTION_POINTS;
import static dev.guidepost.core.metric.StandardMetrics.SURVEYS_SENT;
import static dev.guidepost.core.metric.StandardMetrics.TRAININGS_ASSIGNED;
import static dev.guidepost.core.metric.StandardMetrics.TRAININGS_ATTENDED;
import static dev.guidepost.core.metric.StandardMetrics.TRAINING_HOURS;
import static dev.guidepost.core.metric.StandardMetrics.TRAINING_PARTICIPATION;
import static dev.guidepost.core.metric.StandardMetrics.TURNOVER;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.util.List;

/** Satisfaction, joint calls, care of the CRM, cost of sales, turnover, training. */
final class ManagementMetrics {

  private static final Aggregation LAST = new Aggregation.Snapshot(OverTime.LAST);

  private final Defining define;

  ManagementMetrics(UnitOfMeasure money, int moneyScale) {
    this.define = new Defining(money, moneyScale);
  }

  List<Metric> all() {
    return ImmutableList.<Metric>builder()
        .addAll(satisfaction())
        .addAll(jointCalls())
        .addAll(meetings())
        .addAll(crm())
        .addAll(costs())
        .addAll(training())
        .build();
  }

  private List<Metric> satisfaction() {
    return List.of(
        define
            .sum(SATISFACTION_POINTS, "Rating points", "points", MetricClass.RESULT, Timing.LAGGING)
            .definition("Ratings by customers, from 0 to 10, on the day of the answer.")
            .scale(2)
            .build(),
        define
            .sum(SATISFACTION_ANSWERS, "Ratings", "answers", MetricClass.RESULT, Timing.LAGGING)
            .definition("Customers who gave a rating, on the day of the answer.")
            .build(),
        define
            .result(
                SATISFACTION,
                "Satisfaction",
                new UnitOfMeasure.Score(0, 10),
                new Aggregation.WeightedMean(SATISFACTION_POINTS, SATISFACTION_ANSWERS))
            .definition("Mean rating by customers in the period, from 0 to 10.")
            .scale(2)
            .quality(RESPONSE_RATE)
            .build(),
        define
            .sum(SURVEYS_SENT, "Surveys sent", "surveys", MetricClass.ACTIVITY, Timing.LEADING)
            .definition("Customers asked for a rating, on the day they were asked.")
            .build(),
        define
            .ratio(RESPONSE_RATE, "Response rate", SATISFACTION_ANSWERS, SURVEYS_SENT)
            .definition("Customers who gave a rating of customers asked, in the period.")
            .metricClass(MetricClass.OBJECTIVE)
            .build());
  }

  private List<Metric> jointCalls() {
    return List.of(
        define
            .sum(JOINT_CALLS, "Joint calls", "calls", MetricClass.ACTIVITY, Timing.LEADING)
            .definition(
                "Meetings that a seller held together with a manager, recorded once, for the"
                    + " seller, on the day of the meeting.")
            .build(),
        define
            .ratio(JOINT_CALL_SHARE, "Share of joint calls", JOINT_CALLS, MEETINGS)
            .definition("Joint calls of meetings held in the period.")
            .metricClass(MetricClass.OBJECTIVE)
            .timing(Timing.LEADING)
            .build());
  }

  private List<Metric> meetings() {
    return List.of(
        define
            .sum(
                MEETINGS_MISSED,
                "Meetings missed",
                "meetings",
                MetricClass.OBJECTIVE,
                Timing.LEADING)
            .definition(
                "Meetings that were arranged and are known not to have taken place, on the day for"
                    + " which they were arranged.")
            .direction(Direction.LOWER_IS_BETTER)
            .build(),
        define
            .count(
                MEETINGS_ARRANGED,
                "Meetings arranged",
                "meetings",
                new Aggregation.Derived(Formula.of(MEETINGS).plus(Formula.of(MEETINGS_MISSED))))
            .definition("Meetings held and meetings missed in the period.")
            .metricClass(MetricClass.OBJECTIVE)
            .timing(Timing.LEADING)
            .build(),
        define
            .ratio(MEETING_SHOW_RATE, "Meetings held of arranged", MEETINGS, MEETINGS_ARRANGED)
            .definition("Meetings held of meetings arranged for the period.")
            .metricClass(MetricClass.OBJECTIVE)
            .timing(Timing.LEADING)
            .build(),
        define
            .sum(MEETINGS_TOLD, "Meetings told", "meetings", MetricClass.OBJECTIVE, Timing.LEADING)
            .definition("Meetings held whose outcome is on record, on the day of the meeting.")
            .build(),
        define
            .sum(
                MEETINGS_ADVANCED,
                "Meetings advanced",
                "meetings",
                MetricClass.OBJECTIVE,
                Timing.LEADING)
            .definition(
                "Meetings held at which the customer agreed to a next step, on the day of the"
                    + " meeting.")
            .build(),
        define
            .ratio(MEETING_ADVANCE_RATE, "Meeting to next step", MEETINGS_ADVANCED, MEETINGS_TOLD)
            .definition(
                "Meetings at which the customer agreed to a next step of the meetings held in the"
                    + " period whose outcome is on record.")
            .metricClass(MetricClass.OBJECTIVE)
            .timing(Timing.LEADING)
            .build());
  }

  private List<Metric> crm() {
    return List.of(
        define
            .count(CRM_FIELDS, "CRM fields", "fields", LAST)
            .definition(
                "Fields of the owner's open deals that are to be filled, at the end of the last day"
                    + " recorded in the period.")
            .metricClass(MetricClass.OBJECTIVE)
            .build(),
        define
            .count(CRM_FIELDS_FILLED, "CRM fields filled", "fields", LAST)
            .definition(
                "Those of the fields to be filled that are, at the end of the last day recorded in"
                    + " the period.")
            .metricClass(MetricClass.OBJECTIVE)
            .managed(true)
            .timing(Timing.LEADING)
            .build(),
        define
            .ratio(CRM_COMPLETENESS, "CRM completeness", CRM_FIELDS_FILLED, CRM_FIELDS)
            .definition("Fields filled of fields to be filled.")
            .metricClass(MetricClass.OBJECTIVE)
            .managed(true)
            .timing(Timing.LEADING)
            .build());
  }

  private List<Metric> costs() {
    return List.of(
        define
            .money(SALES_COSTS, "Sales costs", new Aggregation.Sum())
            .definition("Cost of selling (pay, travel, tools), on the day it arose.")
            .direction(Direction.LOWER_IS_BETTER)
            .build(),
        define
            .ratio(COST_OF_SALES, "Cost of sales", SALES_COSTS, BOOKINGS)
            .definition("Cost of selling of bookings in the period.")
            .direction(Direction.LOWER_IS_BETTER)
            .build(),
        define
            .count(
                AVERAGE_HEAD_COUNT,
                "Average head count",
                "people",
                new Aggregation.Snapshot(OverTime.AVERAGE))
            .definition(
                "People employed at the end of a day, recorded by unit; the mean of the days"
                    + " recorded in the period.")
            .scale(1)
            .reportedBy(Reporter.UNITS)
            .build(),
        define
            .sum(LEAVERS, "Leavers", "people", MetricClass.RESULT, Timing.LAGGING)
            .definition("People who left, recorded by unit, on their last day.")
            .direction(Direction.LOWER_IS_BETTER)
            .build(),
        define
            .result(
                TURNOVER,
                "Turnover",
                new UnitOfMeasure.Share(),
                new Aggregation.Derived(Formula.of(LEAVERS).over(Formula.of(AVERAGE_HEAD_COUNT))))
            .definition(
                "People who left in the period over the average head count; not brought to a year.")
            .direction(Direction.LOWER_IS_BETTER)
            .build());
  }

  private List<Metric> training() {
    return List.of(
        define
            .sum(
                TRAININGS_ASSIGNED,
                "Trainings assigned",
                "trainings",
                MetricClass.ACTIVITY,
                Timing.LEADING)
            .definition("Trainings that a person was to take part in, on the day they were held.")
            .managed(false)
            .build(),
        define
            .sum(
                TRAININGS_ATTENDED,
                "Trainings attended",
                "trainings",
                MetricClass.ACTIVITY,
                Timing.LEADING)
            .definition("Trainings that a person took part in, on the day they were held.")
            .build(),
        define
            .result(TRAINING_HOURS, "Training", new UnitOfMeasure.Hours(), new Aggregation.Sum())
            .definition("Hours a person spent in training, on the day.")
            .scale(2)
            .metricClass(MetricClass.ACTIVITY)
            .timing(Timing.LEADING)
            .build(),
        define
            .ratio(
                TRAINING_PARTICIPATION,
                "Training participation",
                TRAININGS_ATTENDED,
                TRAININGS_ASSIGNED)
            .definition("Trainings attended of trainings assigned in the period.")
            .metricClass(MetricClass.OBJECTIVE)
            .managed(true)
            .timing(Timing.LEADING)
            .build());
  }
}
