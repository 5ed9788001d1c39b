package dev.guidepost.rollup.attainment;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.goal.TargetVersion;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.cube.Rollup;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.Arrays;

/** A small company with an east and a west, who come, move and leave. */
final class Acme {

  static final Catalog CATALOG = StandardMetrics.fullCatalog("USD", 2);
  static final UnitId COMPANY = UnitId.of("acme");
  static final UnitId EAST = UnitId.of("east");
  static final UnitId WEST = UnitId.of("west");
  static final PersonId ANA = PersonId.of("ana");
  static final PersonId BEN = PersonId.of("ben");
  static final PersonId CEM = PersonId.of("cem");
  static final PersonId DOT = PersonId.of("dot");
  static final PersonId EVE = PersonId.of("eve");
  static final PersonId FAY = PersonId.of("fay");
  static final LocalDate JULY = LocalDate.of(2026, 7, 1);
  static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
  static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
  static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

  /** Cem leaves at the end of July, Dot moves in August, Eve joins then; Fay leads the west. */
  static final Organisation ORGANISATION =
      Organisation.builder(COMPANY, "Acme")
          .unit(EAST, "East", "region", COMPANY)
          .unit(WEST, "West", "region", COMPANY)
          .unit(UnitId.of("north"), "North", "region", COMPANY)
          .person(ANA, "Ana")
          .member(ANA, EAST)
          .person(BEN, "Ben")
          .member(BEN, EAST)
          .person(CEM, "Cem")
          .member(CEM, EAST, LocalDate.of(2020, 1, 1), AUGUST)
          .person(DOT, "Dot")
          .member(DOT, EAST)
          .member(DOT, WEST, AUGUST)
          .person(EVE, "Eve")
          .member(EVE, WEST, AUGUST)
          .person(FAY, "Fay")
          .member(FAY, WEST)
          .build();

  private Acme() {}

  static Period period(String label) {
    return FiscalCalendar.calendarYear().period(label);
  }

  static Target.Builder target(PartyId owner, MetricId metric, String period, long amount) {
    return Target.builder()
        .owner(owner)
        .metric(metric)
        .period(period(period))
        .amount(Quantity.of(amount));
  }

  static Target bookings(PartyId owner, String period, long amount) {
    return target(owner, StandardMetrics.BOOKINGS, period, amount).build();
  }

  /** Targets that were all set in June. */
  static TargetBook book(Target... targets) {
    return TargetBook.EMPTY.with(
        Arrays.stream(targets)
            .map(target -> TargetVersion.of(target, LocalDate.of(2026, 6, 15), FAY, "quota"))
            .toList());
  }

  /** Facts, and the day by the end of which all of them are known. */
  static final class Feed {
    private final LedgerWriter writer = new LedgerWriter(CATALOG);
    private int rows;

    Feed with(PartyId owner, LocalDate day, MetricId metric, long amount) {
      return with(owner, day, metric, Quantity.of(amount), "");
    }

    Feed with(PartyId owner, LocalDate day, MetricId metric, Quantity amount, String product) {
      return with(owner, day, metric, amount, product, OCTOBER);
    }

    Feed with(
        PartyId owner,
        LocalDate day,
        MetricId metric,
        Quantity amount,
        String product,
        LocalDate known) {
      try (Batch batch = writer.batch("batch " + rows, known)) {
        Batch.Row row = batch.row("row " + rows++).by(owner).on(day);
        if (!product.isEmpty()) {
          row.dim(StandardMetrics.PRODUCT, product);
        }
        row.put(metric, amount);
        if (!batch.commit().rejects().isEmpty()) {
          throw new AssertionError("rows must be right");
        }
      }
      return this;
    }

    Ledger ledger() {
      return writer.snapshot();
    }

    Rollup rollup() {
      return Rollup.of(ledger()).over(ORGANISATION);
    }
  }
}
