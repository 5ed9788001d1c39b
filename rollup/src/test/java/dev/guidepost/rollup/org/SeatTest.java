package dev.guidepost.rollup.org;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.TerritoryId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.people.Dated;
import dev.guidepost.core.territory.Accounts;
import dev.guidepost.core.territory.Territories;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Positions that stay where they are, whoever has them or nobody. */
class SeatTest {

  private static final UnitId COMPANY = UnitId.of("company");
  private static final UnitId EAST = UnitId.of("east");
  private static final UnitId WEST = UnitId.of("west");
  private static final UnitId ONE = UnitId.of("east-1");
  private static final UnitId TWO = UnitId.of("east-2");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

  private static Organisation.Builder base() {
    return Organisation.builder(COMPANY, "Acme")
        .unit(EAST, "East", "region", COMPANY)
        .unit(WEST, "West", "region", COMPANY)
        .unit(ONE, "East 1", "seat", EAST)
        .unit(TWO, "East 2", "seat", EAST)
        .person(ANA, "Ana Lopez")
        .person(BEN, "Ben Ode");
  }

  private static void refused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  private static List<String> vacancies(Organisation organisation, LocalDate day) {
    return organisation.vacancies(day).stream().map(Vacancy::toString).toList();
  }

  @Test
  void aSeatIsVacantWhileItIsThereAndNobodyHasIt() {
    Organisation org =
        base()
            .seat(ONE)
            .seat(TWO, APRIL)
            .close(TWO, OCTOBER)
            .member(ANA, ONE)
            .leave(ANA, JUNE)
            .member(BEN, TWO, JUNE, JULY)
            .reparent(TWO, WEST, JULY)
            .build();
    assertEquals(List.of(), vacancies(org, MARCH));
    assertEquals(
        List.of("east-2 below east since 2026-04-01, until 2026-06-01"), vacancies(org, APRIL));
    assertEquals(List.of("east-1 below east since 2026-06-01"), vacancies(org, JUNE));
    assertEquals(
        List.of(
            "east-1 below east since 2026-06-01",
            "east-2 below west since 2026-07-01, until 2026-10-01"),
        vacancies(org, JULY));
    assertEquals(List.of("east-1 below east since 2026-06-01"), vacancies(org, OCTOBER));
    assertEquals(List.of(APRIL, JUNE, JULY, OCTOBER), org.changes());
    assertEquals(List.of(ANA), org.members(ONE, APRIL));
    assertEquals(List.of(), org.members(ONE, JUNE));
    assertEquals(List.of(ANA), org.members(Organisation.UNASSIGNED, JUNE).subList(0, 1));
    assertEquals(List.of(COMPANY, WEST, TWO), org.path(TWO, JULY));
    Seat two = org.seats().get(1);
    assertEquals("east-2 [2026-04-01, 2026-10-01): ben [2026-06-01, 2026-07-01)", two.toString());
    assertEquals(Optional.of(BEN), two.holder(JUNE));
    assertEquals(Optional.empty(), two.holder(JULY));
    assertTrue(two.contains(APRIL));
    assertFalse(two.contains(OCTOBER));
    assertEquals(
        "[east-1 below east from the beginning]",
        base().seat(ONE).build().vacancies(JULY).toString());
    assertEquals("east-1 [..., ...): nobody", base().seat(ONE).build().seats().get(0).toString());
  }

  @Test
  void comesBackFromItsStateAndCanBePlannedOn() {
    Organisation org =
        base().seat(ONE).seat(TWO, APRIL).member(ANA, ONE).member(BEN, TWO, JUNE).build();
    assertEquals(org, Organisation.of(org.state()));
    assertEquals(org.seats(), Organisation.of(org.state()).seats());
    assertEquals(
        List.of(
            new OrganisationState.SeatState("east-1", "", ""),
            new OrganisationState.SeatState("east-2", "2026-04-01", "")),
        org.state().seats());
    Organisation planned =
        org.toBuilder().leave(BEN, OCTOBER).close(TWO, OCTOBER).reparent(ONE, WEST, JULY).build();
    assertEquals(
        List.of(new OrganisationState.SeatState("east-2", "2026-04-01", "2026-10-01")),
        planned.state().seats().subList(1, 2));
    assertEquals(planned, Organisation.of(planned.state()));
    assertEquals(
        List.of("east-2 below east since 2026-04-01, until 2026-06-01"), vacancies(planned, APRIL));
    assertEquals(Optional.empty(), planned.unitOf(BEN, OCTOBER));
  }

  @Test
  void oneComesWhenTheOtherGoes() {
    Organisation org =
        base().seat(ONE).member(ANA, ONE).member(ANA, EAST, JULY).member(BEN, ONE, JULY).build();
    assertEquals(List.of(), org.vacancies(JULY));
    assertEquals(Optional.of(ANA), org.seats().get(0).holder(JULY.minusDays(1)));
    assertEquals(Optional.of(BEN), org.seats().get(0).holder(JULY));
  }

  @Test
  void refusesTwoHoldersAndHoldersOfWhatIsNotThere() {
    refused(
        "seat east-1 must have one holder at a time, but on 2026-07-01 had ana and ben",
        () -> base().seat(ONE).member(ANA, ONE).member(BEN, ONE, JULY).build());
    refused(
        "seat east-1 must have one holder at a time, but from the beginning had ana and ben",
        () -> base().seat(ONE).member(ANA, ONE).member(BEN, ONE).build());
    refused(
        "seat east-2 must be there while somebody has it, but is [2026-04-01, ...) and had ana"
            + " [2026-03-01, ...)",
        () -> base().seat(TWO, APRIL).member(ANA, TWO, MARCH).build());
    refused(
        "seat east-2 must be there while somebody has it, but is [2026-04-01, 2026-10-01) and had"
            + " ana [2026-07-01, ...)",
        () -> base().seat(TWO, APRIL).close(TWO, OCTOBER).member(ANA, TWO, JULY).build());
    refused(
        "seat east-2 must be closed after it is opened, but was [2026-04-01, 2026-04-01)",
        () -> base().seat(TWO, APRIL).close(TWO, APRIL).build());
  }

  @Test
  void refusesWhatIsNoSeat() {
    refused(
        "unit must be declared to be a seat, but south was not",
        () -> base().seat(UnitId.of("south")).build());
    refused(
        "unit must be a seat to be closed, but east is none",
        () -> base().close(EAST, JULY).build());
    refused(
        "root company must not be a seat, but was made one", () -> base().seat(COMPANY).build());
    refused(
        "unit must be made a seat once, but east-1 was twice",
        () -> base().seat(ONE).seat(ONE, JULY));
    refused(
        "seat must be closed once, but east-1 was on 2026-06-01 and on 2026-07-01",
        () -> base().seat(ONE).close(ONE, JUNE).close(ONE, JULY));
  }

  @Test
  void refusesToLeaveWhereOneIsNot() {
    refused(
        "person must be a member to leave, but ana never was",
        () -> base().leave(ANA, JULY).build());
    refused(
        "ana must be in a unit to leave on 2026-07-01, but is in [east [2026-07-01, ...)];"
            + " to correct a stay, removeStay first",
        () -> base().member(ANA, EAST, JULY).leave(ANA, JULY).build());
    refused(
        "ana must be in a unit to leave on 2026-07-01, but is in [east [2026-03-01, 2026-06-01)];"
            + " to correct a stay, removeStay first",
        () -> base().member(ANA, EAST, MARCH, JUNE).leave(ANA, JULY).build());
    Organisation back =
        base().member(ANA, EAST, MARCH).leave(ANA, JUNE).member(ANA, WEST, JULY).build();
    assertEquals(
        "[east [2026-03-01, 2026-06-01), west [2026-07-01, ...)]",
        back.memberships(ANA).toString());
  }

  private static Territories.Builder territories() {
    return Territories.builder(Accounts.builder().build(), "USD")
        .territory(TerritoryId.of("t1"), "North Coast")
        .territory(TerritoryId.of("t2"), "South Coast")
        .holder(TerritoryId.of("t1"), Dated.between(ANA, MARCH, JUNE))
        .holder(TerritoryId.of("t2"), Dated.between(BEN, MARCH, JUNE));
  }

  @Test
  void territoriesAreSeats() {
    Territories swapped =
        territories()
            .holder(TerritoryId.of("t1"), Dated.from(BEN, JUNE))
            .holder(TerritoryId.of("t2"), Dated.from(ANA, JULY))
            .build();
    Organisation org = base().territories(swapped, id -> EAST).build();
    assertEquals("North Coast", org.name(UnitId.of("t1")));
    assertEquals("territory", org.level(UnitId.of("t1")));
    assertEquals(Optional.of(UnitId.of("t1")), org.unitOf(ANA, MARCH));
    assertEquals(Optional.of(UnitId.of("t1")), org.unitOf(BEN, JUNE));
    assertEquals(Optional.empty(), org.unitOf(ANA, JUNE));
    assertEquals(Optional.of(UnitId.of("t2")), org.unitOf(ANA, JULY));
    assertEquals(List.of("t2 below east since 2026-06-01, until 2026-07-01"), vacancies(org, JUNE));
    refused(
        "person must hold one territory at a time to stand in it, but on 2026-04-01 ana held t1"
            + " and t2",
        () ->
            base()
                .territories(
                    Territories.builder(Accounts.builder().build(), "USD")
                        .holder(TerritoryId.of("t1"), Dated.from(ANA, MARCH))
                        .holder(TerritoryId.of("t2"), Dated.from(ANA, APRIL))
                        .build(),
                    id -> EAST));
    refused(
        "person must be declared to be a member, but cid was not",
        () ->
            base()
                .territories(
                    territories()
                        .holder(TerritoryId.of("t1"), Dated.from(PersonId.of("cid"), JULY))
                        .build(),
                    id -> EAST)
                .build());
  }
}
