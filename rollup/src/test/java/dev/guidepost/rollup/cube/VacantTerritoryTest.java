package dev.guidepost.rollup.cube;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.TerritoryId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.people.Dated;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.territory.AccountFacts;
import dev.guidepost.core.territory.Accounts;
import dev.guidepost.core.territory.Potential;
import dev.guidepost.core.territory.Purchases;
import dev.guidepost.core.territory.Territories;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A territory that nobody holds stays in the figures of the company. */
class VacantTerritoryTest {

  private static final UnitId COMPANY = UnitId.of("company");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final AccountId ACME = AccountId.of("acme");
  private static final AccountId KELSO = AccountId.of("kelso");
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

  private final Period may = FiscalCalendar.calendarYear().period("2026-05");
  private final Period june = FiscalCalendar.calendarYear().period("2026-06");

  private Cube cube() {
    TerritoryId east = TerritoryId.of("east");
    TerritoryId west = TerritoryId.of("west");
    Territories territories =
        Territories.builder(
                Accounts.builder().account(ACME, "Acme").account(KELSO, "Kelso").build(), "USD")
            .account(ACME, Dated.always(east))
            .account(KELSO, Dated.always(west))
            .holder(east, Dated.always(ANA))
            .holder(west, Dated.between(BEN, JANUARY, june.start()))
            .potential(Potential.of(ACME, Quantity.of(100), "survey", JANUARY))
            .potential(Potential.of(KELSO, Quantity.of(300), "survey", JANUARY))
            .build();
    LedgerWriter writer = new LedgerWriter(StandardMetrics.fullCatalog("USD", 2));
    for (Period month : List.of(may, june)) {
      LocalDate last = month.end().minusDays(1);
      Purchases bought =
          Purchases.builder(last, "USD").booked(ACME, JANUARY, Quantity.of(50)).build();
      try (Batch batch = writer.batch("territories " + last, last)) {
        new AccountFacts(last).write(territories, bought, batch);
        batch.commit();
      }
    }
    Organisation organisation =
        Organisation.builder(COMPANY, "Company")
            .person(ANA, "Ana")
            .member(ANA, COMPANY)
            .person(BEN, "Ben")
            .member(BEN, COMPANY, JANUARY, june.start())
            .build();
    return Rollup.of(writer.snapshot()).over(organisation).periods(List.of(may, june)).build();
  }

  @Test
  void theCompanyKeepsWhatIsVacant() {
    assertEquals(Organisation.UNASSIGNED, AccountFacts.UNASSIGNED);
    Cube cube = cube();
    for (Period month : List.of(may, june)) {
      assertEquals("12.5 %", penetration(cube, COMPANY, month));
    }
    assertEquals("50.0 %", penetration(cube, ANA, june));
    assertEquals("0.0 %", penetration(cube, Organisation.UNASSIGNED, june));
  }

  private static String penetration(Cube cube, PartyId node, Period month) {
    return cube.measurement(node, StandardMetrics.POTENTIAL_PENETRATION, month)
        .parts()
        .orElseThrow()
        .percent(1);
  }
}
