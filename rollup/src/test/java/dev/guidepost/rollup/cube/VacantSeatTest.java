package dev.guidepost.rollup.cube;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.LIVE_PIPELINE_VALUE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is done for a seat that nobody has stands on the seat. */
class VacantSeatTest {

  private static final UnitId COMPANY = UnitId.of("company");
  private static final UnitId EAST = UnitId.of("east");
  private static final UnitId SEAT = UnitId.of("east-2");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final Period Q1 = FiscalCalendar.calendarYear().period("2026-Q1");
  private static final Period Q2 = FiscalCalendar.calendarYear().period("2026-Q2");
  private static final Period MAY = FiscalCalendar.calendarYear().period("2026-05");

  private static Rollup rollup() {
    Organisation organisation =
        Organisation.builder(COMPANY, "Acme")
            .unit(EAST, "East", "region", COMPANY)
            .unit(SEAT, "East 2", "seat", EAST)
            .seat(SEAT)
            .person(ANA, "Ana")
            .member(ANA, SEAT)
            .leave(ANA, LocalDate.of(2026, 4, 1))
            .person(BEN, "Ben")
            .member(BEN, SEAT, JUNE)
            .build();
    LedgerWriter writer = new LedgerWriter(StandardMetrics.fullCatalog("USD", 0));
    try (Batch batch = writer.batch("one", LocalDate.of(2026, 7, 1))) {
      batch.row().by(ANA).on(Q1.lastDay()).put(BOOKINGS, 10).put(LIVE_PIPELINE_VALUE, 3);
      batch.row().by(SEAT).on(MAY.lastDay()).put(BOOKINGS, 5).put(LIVE_PIPELINE_VALUE, 2);
      batch.row().by(ANA).on(MAY.lastDay()).put(BOOKINGS, 1); // after she left
      batch.row().by(BEN).on(JUNE).put(BOOKINGS, 7).put(LIVE_PIPELINE_VALUE, 4);
      batch.row().by(SEAT).on(JUNE).put(LIVE_PIPELINE_VALUE, 0); // it is Ben's now
      batch.commit();
    }
    return Rollup.of(writer.snapshot()).over(organisation).periods(List.of(Q1, Q2, MAY));
  }

  @Test
  void whatComesWhileItIsVacantStandsOnTheSeat() {
    Cube cube = rollup().build();
    assertEquals(Quantity.of(5 + 7), cube.sum(SEAT, BOOKINGS, Q2));
    assertEquals(Quantity.of(5), cube.sum(SEAT, BOOKINGS, MAY));
    assertEquals(Quantity.of(7), cube.sum(BEN, BOOKINGS, Q2));
    assertEquals(Quantity.of(1), cube.sum(Organisation.UNASSIGNED, BOOKINGS, Q2));
    assertEquals(Quantity.of(5 + 7 + 1), cube.sum(COMPANY, BOOKINGS, Q2));
    assertEquals(
        "12 = East 2 (east-2) 5 + Ben (ben) 7", cube.at(SEAT).in(Q2).explain(BOOKINGS).toString());
    Cube restated = rollup().organisedOn(JUNE).build();
    assertEquals(Quantity.ZERO, restated.sum(SEAT, BOOKINGS, Q1));
    assertEquals(Quantity.of(5), restated.sum(SEAT, BOOKINGS, MAY));
  }

  @Test
  void aVacantSeatIsNotMissedAndCountsWhatIsRecordedForIt() {
    Cube cube = rollup().build();
    assertEquals("3 USD (1 of 1 reported)", pipeline(cube, SEAT, Q1));
    assertEquals("2 USD (1 of 1 reported)", pipeline(cube, SEAT, MAY));
    assertEquals("2 USD (1 of 1 reported)", pipeline(cube, COMPANY, MAY));
    assertEquals("4 USD (2 of 2 reported)", pipeline(cube, SEAT, Q2));
    assertEquals("4 USD (1 of 1 reported)", pipeline(cube, BEN, Q2));
  }

  private static String pipeline(Cube cube, PartyId party, Period period) {
    return cube.measurement(party, LIVE_PIPELINE_VALUE, period).toString();
  }
}
