package dev.guidepost.rollup.cube;

import static dev.guidepost.core.metric.StandardMetrics.BOOKINGS;
import static dev.guidepost.core.metric.StandardMetrics.PRODUCT;
import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands on no unit, by whom and why. */
class UnassignedTest {

  private static final Period Q3 = FiscalCalendar.calendarYear().period("2026-Q3");
  private static final LocalDate JULY = LocalDate.of(2026, 7, 10);
  private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
  private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
  private static final UnitId COMPANY = UnitId.of("company");
  private static final UnitId EAST = UnitId.of("east");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId CEM = PersonId.of("cem");
  private static final PersonId EVE = PersonId.of("eve");
  private static final PersonId FAY = PersonId.of("fay");
  private static final PersonId GIL = PersonId.of("gil");
  private static final Organisation ORGANISATION =
      Organisation.builder(COMPANY, "Acme")
          .unit(EAST, "East", "region", COMPANY)
          .person(ANA, "Ana Lopez")
          .member(ANA, EAST)
          .person(CEM, "Cem Kaya")
          .member(CEM, EAST)
          .leave(CEM, AUGUST)
          .person(EVE, "Eve Moss")
          .member(EVE, EAST, SEPTEMBER)
          .person(FAY, "Fay Moreau")
          .person(GIL, "Gil Ode")
          .member(GIL, EAST, LocalDate.of(2026, 1, 1), JULY)
          .member(GIL, EAST, SEPTEMBER)
          .build();

  private final Rollup rollup =
      Rollup.of(writer().snapshot()).over(ORGANISATION).periods(List.of(Q3));

  private static LedgerWriter writer() {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 0));
    try (Batch batch = writer.batch("facts", SEPTEMBER)) {
      batch.row().by(ANA).on(JULY).dim(PRODUCT, "chair").put(BOOKINGS, 100);
      batch.row().by(CEM).on(JULY).dim(PRODUCT, "lamp").put(BOOKINGS, 30);
      batch.row().by(CEM).on(AUGUST).put(BOOKINGS, 4);
      batch.row().by(EVE).on(JULY).put(BOOKINGS, 7);
      batch.row().by(FAY).on(JULY).dim(PRODUCT, "lamp").put(BOOKINGS, 2);
      batch.row().by(GIL).on(JULY).dim(PRODUCT, "sofa").put(BOOKINGS, -1);
      batch.row().by(PersonId.of("former")).on(JULY).dim(PRODUCT, "chair").put(BOOKINGS, 10);
      batch.commit();
    }
    return writer;
  }

  @Test
  void tellsOfThoseWhoHadLeft() {
    Cube restated = rollup.organisedOn(AUGUST).build();
    Unassigned rest = restated.unassigned(BOOKINGS, Q3);
    assertEquals(Quantity.of(34), rest.amount(Unassigned.Reason.LEFT));
    assertEquals(2, rest.facts(Unassigned.Reason.LEFT));
    assertEquals(Quantity.of(7), rest.amount(Unassigned.Reason.TO_COME));
    assertEquals(restated.sum(Organisation.UNASSIGNED, BOOKINGS, Q3), rest.amount());
    String text =
        "52 = Cem Kaya (cem) 34 (left on 2026-08-01, 2 facts) + Eve Moss (eve) 7 (comes on"
            + " 2026-09-01, 1 fact) + Fay Moreau (fay) 2 (in no unit, 1 fact) + Gil Ode (gil) -1"
            + " (in no unit for a time, 1 fact) + former 10 (not in the organisation, 1 fact)";
    assertEquals(text, rest.toString());
    assertEquals(
        "52 = Cem Kaya (cem) 34 + Eve Moss (eve) 7 + Fay Moreau (fay) 2 + Gil Ode (gil) -1 + former"
            + " 10",
        rest.explain().toString());
    String line = "Bookings on unassigned: " + text + "\n";
    for (UnitId unit : List.of(COMPANY, Organisation.UNASSIGNED)) {
      String table = restated.at(unit).in(Q3).print();
      assertTrue(table.contains("\n" + line), table);
    }
    assertFalse(restated.at(EAST).in(Q3).print().contains("on unassigned"));
    Cube asItWas = rollup.build();
    String bridged = Bridge.between(asItWas, restated, BOOKINGS, Q3).print();
    assertTrue(bridged.contains("\norganised on 2026-08-01, " + line), bridged);
    Bridge back = Bridge.between(restated, asItWas, BOOKINGS, Q3).named("restated", "was");
    assertTrue(back.print().contains("\nrestated, " + line), back.print());
  }

  @Test
  void asItWasEachFactHasItsDay() {
    Cube asItWas = rollup.build();
    assertEquals(
        "22 = Cem Kaya (cem) 4 (left on 2026-08-01, 1 fact) + Eve Moss (eve) 7 (comes on"
            + " 2026-09-01, 1 fact) + Fay Moreau (fay) 2 (in no unit, 1 fact) + Gil Ode (gil) -1"
            + " (in no unit for a time, 1 fact) + former 10 (not in the organisation, 1 fact)",
        asItWas.unassigned(BOOKINGS, Q3).toString());
    assertFalse(asItWas.at(COMPANY).in(Q3).print().contains("on unassigned"));
    assertThrows(IllegalArgumentException.class, () -> asItWas.unassigned(WIN_RATE, Q3));
    CubePart part = rollup.organisedOn(AUGUST).part();
    assertThrows(IllegalStateException.class, () -> part.cube().unassigned(BOOKINGS, Q3));
    assertFalse(part.cube().at(COMPANY).in(Q3).print().contains("on unassigned"));
  }

  @Test
  void countsFactsWithoutAValueAndWithAnUnknownOneApart() {
    Organisation products =
        Organisation.builder(UnitId.of("all"), "All products")
            .unit(UnitId.of("chair"), "Chair", "product", UnitId.of("all"))
            .build();
    Cube cube = rollup.over(products, PRODUCT).build();
    Unassigned rest = cube.unassigned(BOOKINGS, Q3);
    assertEquals(2, rest.facts(Unassigned.Reason.WITHOUT_VALUE));
    assertEquals(Quantity.of(11), rest.amount(Unassigned.Reason.WITHOUT_VALUE));
    assertEquals(3, rest.facts(Unassigned.Reason.UNKNOWN_VALUE));
    assertEquals(Quantity.of(31), rest.amount(Unassigned.Reason.UNKNOWN_VALUE));
    String table = cube.at("All products").in(Q3).print();
    assertTrue(
        table.contains(
            "\nBookings on unassigned: 42 = without product 11 (2 facts) + lamp 32 (not in the tree,"
                + " 2 facts) + sofa -1 (not in the tree, 1 fact)\n"),
        table);
    Organisation all =
        products.toBuilder()
            .unit(UnitId.of("lamp"), "Lamp", "product", UnitId.of("all"))
            .unit(UnitId.of("sofa"), "Sofa", "product", UnitId.of("all"))
            .build();
    assertEquals(
        "11 = without product 11 (2 facts)",
        rollup.over(all, PRODUCT).build().unassigned(BOOKINGS, Q3).toString());
    assertEquals(
        "0",
        Rollup.of(writer().snapshot().where(PRODUCT, "chair"))
            .over(all, PRODUCT)
            .periods(List.of(Q3))
            .build()
            .unassigned(BOOKINGS, Q3)
            .toString());
  }

  @Test
  void showsTheFirstFew() {
    LedgerWriter writer = writer();
    try (Batch batch = writer.batch("more", SEPTEMBER)) {
      for (int i = 0; i < 6; i++) {
        batch.row().by(PersonId.of("former " + i)).on(JULY).put(BOOKINGS, i);
      }
      batch.commit();
    }
    Cube cube = Rollup.of(writer.snapshot()).over(ORGANISATION).periods(List.of(Q3)).build();
    String text = cube.unassigned(BOOKINGS, Q3).toString();
    assertTrue(text.endsWith(" + 6 more 15 (6 facts)"), text);
  }

  @Test
  void refusesWhatHasNoFactsOfItsOwn() {
    MetricId year = MetricId.of("bookings-this-year");
    Catalog catalog = StandardMetrics.catalog("USD", 0);
    Metric toDate =
        Metric.builder()
            .from(catalog.metric(BOOKINGS))
            .id(year)
            .name("Bookings this year")
            .aggregation(Aggregation.parse("year to date of bookings"))
            .build();
    LedgerWriter writer = new LedgerWriter(catalog.with(toDate));
    try (Batch batch = writer.batch("facts", SEPTEMBER)) {
      batch.row().by(PersonId.of("former")).on(JULY).put(BOOKINGS, 10);
      batch.row().by(PersonId.of("former")).on(JULY.minusMonths(3)).put(BOOKINGS, 5);
      batch.commit();
    }
    Cube cube =
        Rollup.of(writer.snapshot())
            .over(ORGANISATION)
            .by(FiscalCalendar.calendarYear())
            .periods(List.of(Q3))
            .build();
    assertEquals(Quantity.of(15), cube.sum(Organisation.UNASSIGNED, year, Q3));
    assertEquals(Quantity.of(10), cube.unassigned(BOOKINGS, Q3).amount());
    assertThrows(IllegalArgumentException.class, () -> cube.unassigned(year, Q3));
  }

  @Test
  void partsThatOnlyTogetherFitArePrinted() {
    long large = 9_000_000_000_000_000_000L;
    LedgerWriter writer = new LedgerWriter(StandardMetrics.catalog("USD", 0));
    try (Batch batch = writer.batch("facts", SEPTEMBER)) {
      for (int i = 0; i < 5; i++) {
        PersonId person = PersonId.of("a" + i);
        batch.row().by(person).on(JULY).put(BOOKINGS, i < 2 ? -large : 1);
        batch.row().by(person).on(JULY).put(BOOKINGS, 1);
      }
      batch.row().by(PersonId.of("x")).on(JULY).put(BOOKINGS, large);
      batch.row().by(PersonId.of("y")).on(JULY).put(BOOKINGS, large);
      batch.commit();
    }
    String text =
        Rollup.of(writer.snapshot())
            .over(ORGANISATION)
            .periods(List.of(Q3))
            .build()
            .unassigned(BOOKINGS, Q3)
            .toString();
    assertTrue(text.startsWith("8 = a0 "), text);
    assertTrue(text.endsWith(" + 2 more 18,000,000,000,000,000,000 (2 facts)"), text);
  }
}
