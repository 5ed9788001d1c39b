package dev.guidepost.rollup.org;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

class OrganisationTest {

  private static final UnitId COMPANY = UnitId.of("company");
  private static final UnitId EAST = UnitId.of("east");
  private static final UnitId WEST = UnitId.of("west");
  private static final UnitId TEAM = UnitId.of("team");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  private static Organisation.Builder base() {
    return Organisation.builder(COMPANY, "Acme")
        .unit(TEAM, "Team One", "team", EAST) // before its parent: order does not matter
        .unit(EAST, "East", "region", COMPANY)
        .unit(WEST, "West", "region", COMPANY)
        .person(ANA, "Ana Lopez")
        .person(BEN, "Ben Ode");
  }

  private static void refused(String message, Executable call) {
    String given = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(given.contains(message), given);
  }

  @Test
  void readsWhatWasDeclared() {
    Organisation org = base().member(ANA, TEAM).build();
    assertEquals(COMPANY, org.root());
    assertEquals("Acme", org.name(org.root()));
    assertEquals(List.of(COMPANY, TEAM, EAST, WEST), org.units());
    assertEquals(List.of(ANA, BEN), org.people());
    assertEquals("Team One", org.name(TEAM));
    assertEquals("Ana Lopez", org.name(ANA));
    assertEquals("team", org.level(TEAM));
    assertEquals("company", org.level(COMPANY));
    assertEquals(Optional.of(EAST), org.parent(TEAM, MARCH));
    assertEquals(Optional.empty(), org.parent(COMPANY, MARCH));
    assertEquals(List.of(COMPANY, EAST, TEAM), org.path(TEAM, MARCH));
    assertEquals(List.of(COMPANY, EAST, TEAM), org.path(ANA, LocalDate.MIN));
    assertEquals(List.of(EAST, WEST), org.subunits(COMPANY, LocalDate.MAX));
    assertEquals(List.of(ANA), org.members(TEAM, MARCH));
    assertEquals(List.of(), org.members(EAST, MARCH));
    assertEquals(List.of(), org.changes());
    assertEquals("Acme: 4 units, 2 people", org.toString());
  }

  @Test
  void aMoveEndsTheFormerStay() {
    Organisation org =
        base().member(ANA, EAST).member(ANA, WEST, JULY).member(BEN, WEST, MARCH, JULY).build();
    assertEquals(Optional.of(EAST), org.unitOf(ANA, JULY.minusDays(1)));
    assertEquals(Optional.of(WEST), org.unitOf(ANA, JULY));
    assertEquals(
        "[east [..., 2026-07-01), west [2026-07-01, ...)]", org.memberships(ANA).toString());
    assertEquals(Optional.empty(), org.unitOf(BEN, MARCH.minusDays(1)));
    assertEquals(Optional.of(WEST), org.unitOf(BEN, MARCH));
    assertEquals(Optional.empty(), org.unitOf(BEN, JULY));
    assertEquals(List.of(MARCH, JULY), org.changes());
    assertEquals(List.of(), org.treeChanges());
    assertEquals(List.of(BEN), org.members(Organisation.UNASSIGNED, JULY));
  }

  @Test
  void anEndedStayMayBeFollowedAtOnceOrLater() {
    LocalDate august = LocalDate.of(2026, 8, 1);
    Organisation org =
        base()
            .member(ANA, EAST, MARCH, JULY)
            .member(ANA, WEST, JULY, august)
            .member(BEN, WEST, august)
            .member(BEN, EAST, MARCH, JULY)
            .build();
    assertEquals(Optional.of(WEST), org.unitOf(ANA, JULY));
    assertEquals(Optional.empty(), org.unitOf(BEN, JULY));
    assertEquals(List.of(MARCH, JULY, august), org.changes());
    assertTrue(org.memberships(BEN).get(1).contains(august));
    assertFalse(org.memberships(BEN).get(0).contains(JULY));
    assertFalse(org.memberships(BEN).get(0).contains(MARCH.minusDays(1)));
  }

  @Test
  void aUnitGetsAnotherParentFromADayOn() {
    Organisation org = base().reparent(TEAM, WEST, JULY).reparent(EAST, WEST, MARCH).build();
    assertEquals(List.of(COMPANY, EAST, TEAM), org.path(TEAM, MARCH.minusDays(1)));
    assertEquals(List.of(COMPANY, WEST, EAST, TEAM), org.path(TEAM, MARCH));
    assertEquals(List.of(COMPANY, WEST, TEAM), org.path(TEAM, JULY));
    assertEquals(List.of(TEAM, EAST), org.subunits(WEST, JULY));
    assertEquals(List.of(MARCH, JULY), org.treeChanges());
  }

  @Test
  void unassignedStandsBelowTheRoot() {
    Organisation org = base().build();
    assertEquals("unassigned", org.name(Organisation.UNASSIGNED));
    assertEquals("unassigned", org.level(Organisation.UNASSIGNED));
    assertEquals(Optional.of(COMPANY), org.parent(Organisation.UNASSIGNED, JULY));
    assertEquals(List.of(COMPANY, Organisation.UNASSIGNED), org.path(ANA, JULY));
    assertEquals(List.of(), org.subunits(Organisation.UNASSIGNED, JULY));
    assertTrue(org.contains(Organisation.UNASSIGNED));
    assertEquals(List.of(Organisation.UNASSIGNED), org.find("unassigned"));
    refused("must not be unassigned", () -> Organisation.builder(Organisation.UNASSIGNED, "X"));
    refused(
        "must not be unassigned", () -> base().unit(Organisation.UNASSIGNED, "X", "team", EAST));
  }

  @Test
  void findsByIdElseByName() {
    PersonId other = PersonId.of("ana-2");
    Organisation org = base().person(other, "Ana Lopez").person(PersonId.of("east"), "E").build();
    assertEquals(List.of(ANA, other), org.find("Ana Lopez"));
    assertEquals(List.of(EAST, PersonId.of("east")), org.find("east"));
    assertEquals(List.of(), org.find("nobody"));
    assertTrue(org.contains(other));
    assertFalse(org.contains(UnitId.of("ana")));
  }

  @Test
  void refusesWhatIsNotDeclared() {
    UnitId south = UnitId.of("south");
    refused("the parent of south", () -> base().unit(south, "S", "team", UnitId.of("x")).build());
    refused("reparented, but south", () -> base().reparent(south, EAST, JULY).build());
    refused("the parent of east", () -> base().reparent(EAST, south, JULY).build());
    refused("root company", () -> base().reparent(COMPANY, EAST, JULY).build());
    refused("the unit of ana", () -> base().member(ANA, south).build());
    refused("but cid was not", () -> base().member(PersonId.of("cid"), EAST).build());
  }

  @Test
  void refusesWhatIsDeclaredTwiceOrBlank() {
    refused("\"Ana Lopez\" and \"Ana\"", () -> base().person(ANA, "Ana"));
    refused("unit must be declared once", () -> base().unit(EAST, "E", "region", COMPANY));
    refused("unit must be declared once", () -> base().unit(COMPANY, "E", "region", EAST));
    refused("name of person", () -> base().person(PersonId.of("x"), " "));
    refused("level of unit", () -> base().unit(UnitId.of("x"), "X", " ", EAST));
    refused(
        "on 2026-07-01 got west and company",
        () -> base().reparent(TEAM, WEST, JULY).reparent(TEAM, COMPANY, JULY));
  }

  @Test
  void refusesCyclesWithPathAndDate() {
    refused(
        "from the beginning there is a cycle: a -> b -> a",
        () ->
            base()
                .unit(UnitId.of("a"), "A", "team", UnitId.of("b"))
                .unit(UnitId.of("b"), "B", "team", UnitId.of("a"))
                .build());
    refused(
        "from 2026-07-01 there is a cycle: east -> team -> east",
        () -> base().reparent(EAST, TEAM, JULY).build());
    refused("cycle: west -> west", () -> base().reparent(WEST, WEST, JULY).build());
  }

  @Test
  void aStepToTheSameParentIsNone() {
    Organisation plain = base().build();
    Organisation repeated = base().reparent(TEAM, EAST, JULY).build();
    assertEquals(plain, repeated);
    assertEquals(List.of(), repeated.treeChanges());
    assertEquals(plain.changes(), repeated.changes());
    assertEquals(plain.state(), repeated.state());
  }

  /** Quadratic it would take minutes: each of 400 days walked from all of 20,000 units. */
  @Test
  @Timeout(20)
  void manyDaysOfChangeAreNoMatter() {
    Organisation.Builder builder = Organisation.builder(UnitId.of("root"), "Root");
    for (int i = 0; i < 20_000; i++) {
      UnitId above = UnitId.of(i < 10 ? "root" : "u" + i % 10);
      builder.unit(UnitId.of("u" + i), "Unit " + i, "team", above);
    }
    for (int i = 0; i < 400; i++) {
      UnitId unit = UnitId.of("u" + (1_000 + i));
      builder.reparent(unit, UnitId.of("u" + (i + 1) % 10), JULY.plusDays(i));
    }
    Organisation organisation = builder.build();
    assertEquals(organisation, Organisation.of(organisation.state()));
    assertEquals(400, organisation.treeChanges().size());
  }

  @Test
  void aStayIsCorrectedByTakingItBackFirst() {
    Organisation left = base().member(ANA, EAST, MARCH).leave(ANA, JULY).build();
    LocalDate august = LocalDate.of(2026, 8, 1);
    refused(
        "ana must be in a unit to leave on 2026-08-01, but is in [east [2026-03-01, 2026-07-01)];"
            + " to correct a stay, removeStay first",
        () -> left.toBuilder().leave(ANA, august).build());
    assertEquals(
        "[east [2026-03-01, 2026-08-01)]",
        left.toBuilder()
            .removeStay(ANA, MARCH)
            .member(ANA, EAST, MARCH)
            .leave(ANA, august)
            .build()
            .memberships(ANA)
            .toString());
    assertEquals(List.of(), left.toBuilder().removeStay(ANA, MARCH).build().memberships(ANA));
    // In the builder of a first time, too, with the end that a move gave it.
    assertEquals(
        "[east [2026-03-01, 2026-08-01), west [2026-08-01, ...)]",
        base()
            .member(ANA, EAST, MARCH)
            .member(ANA, WEST, JULY)
            .removeStay(ANA, JULY)
            .removeStay(ANA, MARCH)
            .member(ANA, EAST, MARCH)
            .member(ANA, WEST, august)
            .build()
            .memberships(ANA)
            .toString());
    assertEquals(
        "[east [2026-03-01, 2026-07-01)]",
        base()
            .member(ANA, EAST, MARCH)
            .member(ANA, WEST, JULY)
            .removeStay(ANA, august)
            .build()
            .memberships(ANA)
            .toString());
    refused(
        "ana must be in a unit on 2026-07-01 to have that stay removed, but is in [east"
            + " [2026-03-01, 2026-07-01)]",
        () -> left.toBuilder().removeStay(ANA, JULY));
    refused(
        "ana must be in a unit on 2026-07-01 to have that stay removed, but is in none",
        () -> base().removeStay(ANA, JULY));
    refused(
        "memberships of ana must not overlap, but east [2026-03-01, 2026-07-01) and west"
            + " [2026-06-30, ...) do; to correct a stay, removeStay first",
        () -> left.toBuilder().member(ANA, WEST, JULY.minusDays(1)).build());
  }

  @Test
  void refusesOverlapsWithTheirDates() {
    refused(
        "memberships of ana must not overlap, but east [2026-03-01, 2026-07-01) and west"
            + " [2026-06-30, ...) do; to correct a stay, removeStay first",
        () -> base().member(ANA, EAST, MARCH, JULY).member(ANA, WEST, JULY.minusDays(1)).build());
    refused(
        "memberships of ana must not overlap, but east [2026-03-01, ...) and west [2026-03-01,"
            + " ...) do; to correct a stay, removeStay first",
        () -> base().member(ANA, EAST, MARCH).member(ANA, WEST, MARCH).build());
    refused(
        "memberships of ana must not overlap, but east [..., ...) and west [..., ...) do; to correct a stay, removeStay first",
        () -> base().member(ANA, EAST).member(ANA, WEST).build());
    refused(
        "membership of ana in east must end after it starts, but was [2026-07-01, 2026-03-01)",
        () -> base().member(ANA, EAST, JULY, MARCH));
    refused(
        "membership of ana in east must end after it starts, but was [2026-07-01, 2026-07-01)",
        () -> base().member(ANA, EAST, JULY, JULY));
    refused(
        "membership in east must end after it starts, but was [2026-07-01, 2026-03-01)",
        () -> new Membership(EAST, Optional.of(JULY), Optional.of(MARCH)));
    OrganisationState state = base().build().state();
    refused(
        "membership of ben in west must end after it starts, but was [2026-07-01, 2026-03-01)",
        () ->
            Organisation.of(
                new OrganisationState(
                    state.units(),
                    state.parents(),
                    state.people(),
                    List.of(
                        new OrganisationState.MemberState(
                            "ben", "west", "2026-07-01", "2026-03-01")),
                    List.of())));
  }

  @Test
  void refusesUnknownPartiesNamingWhatThereIs() {
    Organisation.Builder builder = base();
    IntStream.range(0, 20).forEach(i -> builder.unit(UnitId.of("u" + i), "U", "team", WEST));
    Organisation org = builder.build();
    UnitId nowhere = UnitId.of("nowhere");
    PersonId nobody = PersonId.of("nobody");
    refused("u5] and 14 more, but was nowhere", () -> org.name(nowhere));
    refused("but was nowhere", () -> org.level(nowhere));
    refused("but was nowhere", () -> org.parent(nowhere, JULY));
    refused("but was nowhere", () -> org.subunits(nowhere, JULY));
    refused("[ana, ben], but was nobody", () -> org.name(nobody));
    refused("[ana, ben], but was nobody", () -> org.unitOf(nobody, JULY));
  }

  @Test
  void aStateWithTwoParentsAtOnceIsRefused() {
    OrganisationState state = base().build().state();
    List<OrganisationState.ParentState> twice = new ArrayList<>(state.parents());
    twice.add(new OrganisationState.ParentState("west", "east", ""));
    refused(
        "west must have one parent on a day, but from the beginning got ",
        () ->
            Organisation.of(
                new OrganisationState(
                    state.units(), twice, state.people(), state.members(), List.of())));
    for (List<OrganisationState.ParentState> late :
        List.of(
            List.<OrganisationState.ParentState>of(),
            List.of(new OrganisationState.ParentState("east", "company", "2026-01-01")))) {
      refused(
          " must have a parent from the beginning, but has none",
          () ->
              Organisation.of(
                  new OrganisationState(
                      state.units(), late, state.people(), state.members(), List.of())));
    }
    refused(
        "organisation must have a root, but has no unit",
        () ->
            Organisation.of(
                new OrganisationState(List.of(), List.of(), List.of(), List.of(), List.of())));
  }
}
