package dev.guidepost.rollup.org;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrganisationStateTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
  private static final UnitId ACME = UnitId.of("acme");
  private static final UnitId EAST = UnitId.of("east");
  private static final UnitId WEST = UnitId.of("west");
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PersonId CAI = PersonId.of("cai");

  private static Organisation organisation(LocalDate change) {
    return Organisation.builder(ACME, "Acme")
        .unit(EAST, "East", "team", ACME)
        .unit(WEST, "West", "team", ACME)
        .person(ANA, "Ana")
        .member(ANA, EAST, LocalDate.of(2025, 1, 1), change)
        .member(ANA, WEST, change)
        .person(BEN, "Ben")
        .member(BEN, EAST, change)
        .person(CAI, "Cai")
        .member(CAI, EAST)
        .reparent(WEST, EAST, change)
        .build();
  }

  private static Organisation known(LocalDate change) {
    return Organisation.of(organisation(change).state().knownOn(DAY));
  }

  @Test
  void whatComesLaterIsNotKnown() {
    Organisation known = known(DAY.plusDays(2));
    assertEquals(List.of(ANA, CAI), known.people());
    assertEquals(1, known.memberships(ANA).size());
    assertEquals(Optional.empty(), known.memberships(ANA).get(0).until(), "the end lies ahead");
    assertFalse(known.path(ANA, DAY.plusYears(1)).contains(WEST));
    assertEquals(List.of(), known.treeChanges());
  }

  @Test
  void whatHappensOnTheDayIsKnownAndAnEndOnTheNext() {
    assertEquals(organisation(DAY).state(), organisation(DAY).state().knownOn(DAY));
    Organisation known = known(DAY.plusDays(1));
    assertEquals(DAY.plusDays(1), known.memberships(ANA).get(0).until().orElseThrow());
    assertEquals(1, known.memberships(ANA).size(), "where Ana goes is not known");
  }
}
