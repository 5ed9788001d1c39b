package dev.guidepost.rollup.cube;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.CLOSED;
import static dev.guidepost.core.metric.StandardMetrics.LIVE_PIPELINE_VALUE;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WINS;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A roll-up over a tree of products. */
class PlacedByTest {

  private static final UnitId ALL = UnitId.of("all");
  private static final UnitId SEATING = UnitId.of("seating");
  private static final UnitId TABLES = UnitId.of("tables");
  private static final UnitId CHAIR = UnitId.of("chair");
  private static final UnitId DESK = UnitId.of("desk");
  private static final UnitId STOOL = UnitId.of("stool");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final LocalDate MAY = LocalDate.of(2026, 5, 4);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final Period Q2 = FiscalCalendar.calendarYear().period("2026-Q2");

  /** The stool, sold as a small table until May, is seating from June on. */
  private static Organisation products() {
    return Organisation.builder(ALL, "All products")
        .unit(SEATING, "Seating", "line", ALL)
        .unit(TABLES, "Tables", "line", ALL)
        .unit(CHAIR, "Chair", "product", SEATING)
        .unit(DESK, "Desk", "product", TABLES)
        .unit(STOOL, "Stool", "product", TABLES)
        .reparent(STOOL, SEATING, JUNE)
        .build();
  }

  private static Ledger ledger() {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.fullCatalog("USD", 0));
    try (Batch batch = writer.batch("one", LocalDate.of(2026, 7, 1))) {
      batch.row().by(ANA).on(MAY).dim(PRODUCT, "chair").put(BOOKINGS, 40).put(CLOSED, 2);
      batch.row().by(BEN).on(MAY).dim(PRODUCT, "chair").put(BOOKINGS, 60).put(WINS, 1);
      batch.row().by(BEN).on(MAY).dim(PRODUCT, "stool").put(BOOKINGS, 7);
      batch.row().by(BEN).on(JUNE).dim(PRODUCT, "stool").put(BOOKINGS, 9);
      batch.row().by(ANA).on(JUNE).dim(PRODUCT, "lamp").put(BOOKINGS, 5);
      batch.row().by(ANA).on(JUNE).put(BOOKINGS, 3);
      batch.row().by(ANA).on(JUNE).dim(PRODUCT, "desk").put(LIVE_PIPELINE_VALUE, 8);
      batch.row().by(ANA).on(MAY).dim(PRODUCT, "desk").put(LIVE_PIPELINE_VALUE, 6);
      batch.row().by(BEN).on(MAY).dim(PRODUCT, "desk").put(LIVE_PIPELINE_VALUE, 1);
      assertEquals(List.of(), batch.commit().rejects());
    }
    return writer.snapshot();
  }

  private static Rollup rollup() {
    return Rollup.of(ledger()).over(products(), PRODUCT).periods(List.of(Q2));
  }

  private static void refused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void eachFactCountsInTheUnitOfItsValue() {
    Cube cube = rollup().build();
    assertEquals(Quantity.of(124), cube.sum(ALL, BOOKINGS, Q2));
    assertEquals(Quantity.of(109), cube.sum(SEATING, BOOKINGS, Q2));
    assertEquals(Quantity.of(7), cube.sum(TABLES, BOOKINGS, Q2));
    assertEquals(Quantity.of(16), cube.sum(STOOL, BOOKINGS, Q2));
    assertEquals(Quantity.of(8), cube.sum(Organisation.UNASSIGNED, BOOKINGS, Q2));
    assertEquals("50.0 % (1 of 2)", cube.measurement(CHAIR, WIN_RATE, Q2).toString());
    assertEquals("100 = ana 40 + ben 60", cube.at(CHAIR).in(Q2).explain(BOOKINGS).toString());
    assertEquals(
        "109 = Chair (chair) 100 + Stool (stool) 9",
        cube.at(SEATING).in(Q2).explain(BOOKINGS).toString());
    assertEquals(2, cube.facts(Organisation.UNASSIGNED, BOOKINGS, Q2).size());
    assertEquals(Optional.of(PRODUCT), cube.placedBy());
    assertEquals(
        "All products: 6 units, 0 people, 45 metrics, 1 periods, as it was, placed by product, known on 2026-07-01"
            .replace("45", String.valueOf(cube.ledger().catalog().metrics().size())),
        cube.toString());
    Cube restated = rollup().organisedOn(JUNE).build();
    assertEquals(Quantity.of(116), restated.sum(SEATING, BOOKINGS, Q2));
    assertEquals(Quantity.ZERO, restated.sum(TABLES, BOOKINGS, Q2));
  }

  @Test
  void snapshotsAreChosenByWhoRecordedThem() {
    assertEquals(
        "9 USD (2 of 2 reported)",
        rollup().build().measurement(TABLES, LIVE_PIPELINE_VALUE, Q2).toString());
    refused(
        "facts must be kept to choose snapshots of live-pipeline-value placed by product, but a"
            + " cube of parts has none",
        () -> rollup().part().cube().measurement(TABLES, LIVE_PIPELINE_VALUE, Q2));
  }

  @Test
  void refusesWhatCannotBePlaced() {
    Dimension colour = Dimension.of("colour");
    refused(
        "dimension must be one of " + ledger().catalog().dimensions() + ", but was colour",
        () -> rollup().over(products(), colour));
    Organisation withPeople = products().toBuilder().person(ANA, "Ana").build();
    refused(
        "organisation must have no people to have facts placed by product, but was All products:"
            + " 6 units, 1 people",
        () -> rollup().over(withPeople, PRODUCT));
    refused(
        "parts must be of one date of organisation, but were of "
            + (rollup().build() + " and " + rollup().organisedOn(JUNE).build())
                .replace(", known on 2026-07-01", ""),
        () -> rollup().part().merge(rollup().organisedOn(JUNE).part()));
  }
}
