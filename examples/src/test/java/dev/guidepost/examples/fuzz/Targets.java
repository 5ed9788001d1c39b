package dev.guidepost.examples.fuzz;

import static dev.guidepost.examples.fuzz.FuzzTarget.require;
import static dev.guidepost.examples.fuzz.FuzzTarget.requireMessage;
import static dev.guidepost.examples.fuzz.FuzzTarget.scalar;

import dev.guidepost.core.clarity.ClarityRule;
import dev.guidepost.core.credit.Motion;
import dev.guidepost.core.credit.Origin;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.GoalId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.id.PriorityId;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.id.StrategyId;
import dev.guidepost.core.id.TerritoryId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Formula;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.people.MetricWeight;
import dev.guidepost.core.people.Ramp;
import dev.guidepost.core.quantity.Amount;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.RateKind;
import dev.guidepost.core.quantity.RateQuote;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.record.ActivityOutcome;
import dev.guidepost.core.record.NextStep;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.Rating;
import dev.guidepost.core.record.Term;
import dev.guidepost.core.time.BusinessZone;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.FiscalCalendar.YearName;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.crm.Exports;
import dev.guidepost.examples.state.Kept;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Everything that reads text. */
final class Targets {
  private static final FiscalCalendar APRIL =
      FiscalCalendar.startingIn(Month.APRIL, YearName.OF_END);

  private Targets() {}

  static List<FuzzTarget> all() {
    List<FuzzTarget> all = new ArrayList<>(scalars());
    Kept.all().forEach(kept -> all.add(States.target(kept)));
    all.add(new FuzzTarget("batch", Feed.VALID, Feed::takes));
    all.add(new FuzzTarget("batch-money", MoneyFeed.VALID, MoneyFeed::takes));
    all.add(new FuzzTarget("columns", ColumnFeed.VALID, ColumnFeed::takes));
    all.add(new FuzzTarget("conversion", Conversions.VALID, Conversions::takes));
    all.add(new FuzzTarget("merge", Merges.VALID, Merges::takes));
    all.add(export("crm-export", Exports.SMALL));
    all.add(export("crm-history", Exports.CHANGES));
    return all;
  }

  private static FuzzTarget export(String name, Map<String, String> files) {
    return new FuzzTarget(
        name, List.of(ExportFiles.valid(files)), text -> ExportFiles.takes(files, text));
  }

  private static List<FuzzTarget> scalars() {
    return List.of(
        scalar("quantity", Quantity::parse, "1054.5", "-7", "0", "80487704.1832", "1e3"),
        scalar("ratio", Ratio::parse, "195 of 630", "0 of 0", "-1.5 of 0.25"),
        scalar("amount", Amount::parse, "1054.5 USD", "-3 deals", "0.25 share", "12 USD per days"),
        scalar(
            "unit-of-measure",
            UnitOfMeasure::parse,
            "USD",
            "deals",
            "new accounts",
            "days",
            "hours",
            "share",
            "score 0..10",
            "score -5..5",
            "USD per days"),
        scalar("rate-kind", RateKind::parse, "booking", "plan", "average"),
        scalar(
            "rate-quote",
            RateQuote::parse,
            "1 USD = 1.39 AUD from 2026-01-01 booking",
            "1 EUR = 0.000925 XAU from 2024-02-29 average"),
        scalar("person-id", PersonId::of, "ana", "0057-A", "M\u00fcller & Co"),
        scalar("unit-id", UnitId::of, "east", "1001"),
        scalar("account-id", AccountId::of, "acme-0042", "1001"),
        scalar("place-id", PlaceId::of, "us", "de-BY"),
        scalar("role-id", RoleId::of, "account-executive"),
        scalar("territory-id", TerritoryId::of, "emea-03"),
        scalar(
            "ramp",
            Ramp::parse,
            "0.25 at 0, 1 at 182 calendar days, linear",
            "0.25 at 0, 0.5 at 30, 1 at 90 days worked, in steps",
            "1 at 0 calendar days, in steps"),
        scalar(
            "metric-weight",
            MetricWeight::parse,
            "meetings 40 %",
            "win-rate 1/3",
            "wins 1",
            "a1-b2 12.5 %"),
        scalar("deal-id", DealId::of, "006-7731", "d05-0270"),
        scalar("strategy-id", StrategyId::of, "grow"),
        scalar("priority-id", PriorityId::of, "new accounts"),
        scalar("goal-id", GoalId::of, "east-new"),
        scalar("metric-id", MetricId::of, "win-rate", "meetings", "a1-b2"),
        scalar(
            "aggregation",
            Aggregation::parse,
            "sum",
            "last snapshot",
            "wins / closed",
            "mean",
            "mean of rating-points by ratings",
            "distinct account of meetings",
            "min",
            "max",
            "distribution",
            "= bookings - costs",
            "year to date of bookings"),
        scalar(
            "formula",
            Formula::parse,
            "bookings - costs",
            "(bookings - costs) / bookings",
            "2 * (a + b) - 0.5 / (c - (d - e))",
            "-1.25 * a"),
        scalar("direction", Direction::parse, "higher is better", "within 3 and 5"),
        scalar("timing", Timing::parse, "leading", "lagging", "leading by 45 days"),
        scalar("motion", Motion::parse, "new", "expansion", "renewal"),
        scalar("origin", Origin::parse, "inbound", "sdr", "partner", "own"),
        scalar("outcome", Outcome::parse, "open", "WON", "lost"),
        scalar("activity-outcome", ActivityOutcome::parse, "advanced", "held", "not_held"),
        scalar("rating", Rating::parse, "4 (1..5)", "-0.5 (-5..5)"),
        scalar("next-step", NextStep::parse, "demo by the lake by 2026-11-24"),
        scalar("term", Term::parse, "36 months from 2026-07-01, 90000.5 recurring, 0 once"),
        scalar("clarity-rule", ClarityRule::parse, "over-capacity", "retired-carried"),
        scalar("dimension", Dimension::of, "product", "Stage 2"),
        scalar(
            "period",
            Period::parse,
            "quarter 2026-Q4 [2026-10-01, 2027-01-01)",
            "day 2026-11-02 [2026-11-02, 2026-11-03)",
            "custom 2017-03-01..2017-08-15 [2017-03-01, 2017-08-16)"),
        scalar(
            "calendar",
            FiscalCalendar::parse,
            FiscalCalendar.calendarYear().toString(),
            APRIL.toString(),
            FiscalCalendar.retail454().toString(),
            "weeks 13x4 to the last friday of december, 53rd week in period 13, year named by end"),
        scalar("business-zone", BusinessZone::parse, "UTC", "Europe/Berlin", "+05:30"),
        labels("labels-january", FiscalCalendar.calendarYear(), "2026-11"),
        labels("labels-april", APRIL, "2026-11"),
        labels("labels-retail", FiscalCalendar.retail454(), "2026-P10"));
  }

  /** The labels of a calendar: what is read has that label, and holds the day it starts on. */
  private static FuzzTarget labels(String name, FiscalCalendar calendar, String month) {
    return new FuzzTarget(
        name,
        List.of("2026", "2026-H1", "2026-Q4", "2026-W45", "2026-11-02", "2024-02-29", month),
        label -> {
          Period period;
          try {
            period = calendar.period(label);
          } catch (IllegalArgumentException refused) {
            requireMessage(refused);
            return false;
          }
          require(period.label().equals(label), "must have its label", label, period);
          require(calendar.period(period.grain(), period.start()).equals(period), "own", period);
          require(calendar.previous(calendar.next(period)).equals(period), "must step", period);
          return true;
        });
  }
}
