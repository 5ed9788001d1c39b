package dev.guidepost.core.goal;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;

/** People, periods and metrics for tests of goals. */
public final class Sample {
  public static final PersonId ANA = PersonId.of("ana");
  public static final PersonId BEN = PersonId.of("ben");
  public static final PersonId DANA = PersonId.of("dana");
  public static final UnitId EAST = UnitId.of("east");
  public static final Period Q4 = period("2026-Q4");
  public static final Catalog CATALOG = StandardMetrics.catalog("USD", 2);
  public static final Metric BOOKINGS = CATALOG.metric(StandardMetrics.BOOKINGS);
  public static final Metric LOSSES = CATALOG.metric(StandardMetrics.LOSSES);
  public static final Metric WIN_RATE = CATALOG.metric(StandardMetrics.WIN_RATE);

  private Sample() {}

  /** Returns the period of a label. */
  public static Period period(String label) {
    return FiscalCalendar.calendarYear().period(label);
  }

  /** Returns the day of a text. */
  public static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  /** Returns the amount of a text. */
  public static Quantity amount(String text) {
    return Quantity.parse(text);
  }

  /** Returns a target of bookings in Q4. */
  public static Target.Builder bookings(PersonId owner, long amount) {
    return Target.builder()
        .owner(owner)
        .metric(StandardMetrics.BOOKINGS)
        .period(Q4)
        .amount(Quantity.of(amount));
  }

  /** Returns a copy of losses with another direction. */
  public static Metric with(Direction direction) {
    return Metric.builder()
        .id(MetricId.of("visits"))
        .name("Visits")
        .definition("Visits made.")
        .aggregation(LOSSES.aggregation())
        .unit(LOSSES.unit())
        .metricClass(LOSSES.metricClass())
        .timing(LOSSES.timing())
        .direction(direction)
        .build();
  }

  /** Returns a copy of losses that is made of its facts in another way. */
  public static Metric with(Aggregation aggregation) {
    return Metric.builder()
        .id(MetricId.of("visits"))
        .name("Visits")
        .definition("Visits made.")
        .aggregation(aggregation)
        .unit(LOSSES.unit())
        .metricClass(LOSSES.metricClass())
        .timing(LOSSES.timing())
        .build();
  }

  /** Returns a target of visits in Q4. */
  public static Target visits(String amount) {
    return Target.builder()
        .owner(ANA)
        .metric(MetricId.of("visits"))
        .period(Q4)
        .amount(Quantity.parse(amount))
        .build();
  }
}
