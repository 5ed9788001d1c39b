package dev.guidepost.rollup.cube;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.CALLS;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static dev.guidepost.core.metric.StandardMetrics.WON_CYCLE_DAYS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.measure.Measurement;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One million facts of 2,000 people in four levels, kept by week, month, quarter and year. */
class LargeRollupTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final int FACTS = 1_000_000;
  private static final int PEOPLE = 2_000;
  private static final int TEAMS = 200;

  private final Random random = new Random(20261121);

  private Organisation organisation() {
    UnitId company = UnitId.of("company");
    Organisation.Builder builder = Organisation.builder(company, "Company");
    for (int i = 0; i < 5; i++) {
      builder.unit(UnitId.of("region" + i), "Region", "region", company);
    }
    for (int i = 0; i < 25; i++) {
      builder.unit(UnitId.of("district" + i), "District", "district", UnitId.of("region" + i % 5));
    }
    for (int i = 0; i < TEAMS; i++) {
      builder.unit(UnitId.of("team" + i), "Team", "team", UnitId.of("district" + i % 25));
    }
    for (int i = 0; i < PEOPLE; i++) {
      PersonId person = PersonId.of("person" + i);
      builder.person(person, "Person").member(person, UnitId.of("team" + i % TEAMS));
      if (i % 5 == 0) {
        builder.member(person, UnitId.of("team" + random.nextInt(TEAMS)), day());
      }
    }
    for (int i = 0; i < 10; i++) {
      builder.reparent(
          UnitId.of("team" + i),
          UnitId.of("district" + random.nextInt(25)),
          START.plusDays(20L * i));
    }
    return builder.build();
  }

  private LocalDate day() {
    return START.plusDays(random.nextInt(365));
  }

  @Test
  void rollsUpAMillionFacts() {
    List<MetricId> metrics = List.of(BOOKINGS, WINS, CALLS, WON_CYCLE_DAYS);
    LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 2));
    long bookings = 0;
    try (Batch batch = writer.batch("year", START.plusYears(1))) {
      for (int i = 0; i < FACTS; i++) {
        MetricId metric = metrics.get(random.nextInt(metrics.size()));
        int amount = random.nextInt(200);
        bookings += metric.equals(BOOKINGS) ? amount : 0;
        batch
            .row()
            .by(PersonId.of("person" + random.nextInt(PEOPLE)))
            .on(day())
            .put(metric, amount);
      }
      assertEquals(FACTS, batch.commit().accepted());
    }
    Ledger ledger = writer.snapshot();
    FiscalCalendar calendar = FiscalCalendar.calendarYear();
    List<Period> periods = new ArrayList<>();
    for (Grain grain : List.of(Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR)) {
      periods.addAll(calendar.periods(grain, START, START.plusDays(364)));
    }
    Organisation organisation = organisation();
    Rollup rollup = Rollup.of(ledger).over(organisation).periods(periods);
    Cube cube = assertTimeout(Duration.ofSeconds(30), rollup::build);
    Period year = calendar.period("2026");
    assertEquals(
        new Measurement.Total(ledger.catalog().metric(BOOKINGS), Quantity.of(bookings)),
        cube.measurement(organisation.root(), BOOKINGS, year));
    UnitId team = UnitId.of("team3");
    var days = (Measurement.Spread) cube.measurement(team, WON_CYCLE_DAYS, year);
    assertEquals(cube.facts(team, WON_CYCLE_DAYS, year).size(), days.histogram().total());
  }
}
