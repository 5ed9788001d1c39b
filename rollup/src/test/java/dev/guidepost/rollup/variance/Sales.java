package dev.guidepost.rollup.variance;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.CLOSED;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WINS;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Cube;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;

/** A ledger of closed deals, wins and bookings in two quarters, written line by line. */
final class Sales {

  static final Period Q2 = FiscalCalendar.calendarYear().period("2026-Q2");
  static final Period Q3 = FiscalCalendar.calendarYear().period("2026-Q3");

  private final LedgerWriter writer;
  private final Batch batch;

  Sales() {
    this(DriversTest.CATALOG);
  }

  Sales(Catalog catalog) {
    writer = new LedgerWriter(catalog);
    batch = writer.batch("facts", LocalDate.of(2026, 10, 1));
  }

  Sales row(PartyId who, LocalDate on, String product, long closed, long wins, String bookings) {
    Batch.Row row = batch.row().by(who).on(on).dim(PRODUCT, product);
    row.put(CLOSED, closed).put(WINS, wins).put(BOOKINGS, Quantity.parse(bookings));
    return this;
  }

  /** Adds a row on the first day of the period's second month. */
  Sales row(PartyId who, Period period, String product, long closed, long wins, String bookings) {
    return row(who, period.start().plusMonths(1), product, closed, wins, bookings);
  }

  Ledger ledger() {
    if (!batch.commit().rejects().isEmpty()) {
      throw new AssertionError("rows must be right");
    }
    return writer.snapshot();
  }

  Cube over(Organisation organisation) {
    return cube(ledger(), organisation);
  }

  static Cube cube(Ledger ledger, Organisation organisation) {
    return Rollup.of(ledger).over(organisation).periods(List.of(Q2, Q3)).build();
  }
}
