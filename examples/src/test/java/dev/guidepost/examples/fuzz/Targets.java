package dev.guidepost.examples.fuzz;

import static dev.guidepost.examples.fuzz.FuzzTarget.require;
import static dev.guidepost.examples.fuzz.FuzzTarget.requireMessage;
import static dev.guidepost.examples.fuzz.FuzzTarget.scalar;

import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.time.BusinessZone;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.FiscalCalendar.YearName;
import dev.guidepost.core.time.Period;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;

/** Everything that reads text. */
final class Targets {
  private static final String[] LABELS = {
    "2026", "2026-H1", "2026-Q4", "2026-W45", "2026-11-02", "2024-02-29"
  };

  private Targets() {}

  static List<FuzzTarget> all() {
    return List.of(
        scalar("quantity", Quantity::parse, "1054.5", "-7", "0", "80487704.1832", "1e3"),
        scalar("ratio", Ratio::parse, "195 of 630", "0 of 0", "-1.5 of 0.25"),
        scalar("person-id", PersonId::of, "ana", "0057-A", "M\u00fcller & Co"),
        scalar("unit-id", UnitId::of, "east", "1001"),
        scalar("account-id", AccountId::of, "acme-0042", "1001"),
        scalar("deal-id", DealId::of, "006-7731", "d05-0270"),
        scalar("place-id", PlaceId::of, "US", "GB-ENG"),
        scalar("metric-id", MetricId::of, "win-rate", "meetings", "a1-b2"),
        scalar("dimension", Dimension::of, "product", "Stage 2"),
        scalar(
            "period",
            Period::parse,
            "quarter 2026-Q4 [2026-10-01, 2027-01-01)",
            "day 2026-11-02 [2026-11-02, 2026-11-03)",
            "custom 2017-03-01..2017-08-15 [2017-03-01, 2017-08-16)"),
        labels("labels-calendar", FiscalCalendar.calendarYear(), "2026-11", "2020-W53"),
        scalar(
            "calendar",
            FiscalCalendar::parse,
            FiscalCalendar.calendarYear().toString(),
            FiscalCalendar.retail454().toString(),
            "weeks 13x4 to the last friday of may, 53rd week in period 1, year named by end"),
        scalar("business-zone", BusinessZone::parse, "America/New_York", "UTC", "+05:30"),
        labels("labels-retail", FiscalCalendar.retail454(), "2024-P04", "2023-W53"),
        labels(
            "labels-april",
            FiscalCalendar.startingIn(Month.APRIL, YearName.OF_END),
            "2026-11",
            "2020-W53"),
        new FuzzTarget("batch", Feed.VALID, Feed::takes),
        new FuzzTarget("crm-export", List.of(ExportFiles.valid()), ExportFiles::takes));
  }

  /** The labels of a calendar: what is read has that label, and holds the day it starts on. */
  private static FuzzTarget labels(String name, FiscalCalendar calendar, String... more) {
    return new FuzzTarget(
        name,
        Stream.concat(Stream.of(LABELS), Stream.of(more)).toList(),
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
