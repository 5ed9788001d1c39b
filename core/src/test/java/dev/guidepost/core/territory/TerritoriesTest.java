package dev.guidepost.core.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.TerritoryId;
import dev.guidepost.core.people.Dated;
import dev.guidepost.core.people.Finding;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TerritoriesTest {

  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final TerritoryId EAST = TerritoryId.of("east");
  private static final TerritoryId WEST = TerritoryId.of("west");
  private static final AccountId ACME = AccountId.of("acme");
  private static final AccountId UK = AccountId.of("acme-uk");
  private static final AccountId LONDON = AccountId.of("acme-london");
  private static final AccountId KELSO = AccountId.of("kelso");
  private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  private static Accounts acme() {
    return Accounts.builder()
        .parent(UK, Dated.always(ACME))
        .parent(LONDON, Dated.always(UK))
        .account(KELSO, "Kelso")
        .build();
  }

  private static Potential alone(AccountId account, long amount) {
    return Potential.of(account, Quantity.of(amount), "survey", NEW_YEAR);
  }

  private static Potential group(AccountId account, long amount) {
    return Potential.ofGroup(account, Quantity.of(amount), "survey", NEW_YEAR);
  }

  private static Territories.Builder east() {
    return Territories.builder(acme(), "USD")
        .territory(EAST, "East")
        .holder(EAST, Dated.from(ANA, NEW_YEAR))
        .account(ACME, Dated.always(EAST))
        .account(UK, Dated.always(EAST));
  }

  private static Purchases bought(LocalDate day) {
    return Purchases.builder(day, "USD").build();
  }

  private static String potentials(Territories territories, Purchases purchases) {
    return territories.profiles(purchases).stream()
        .map(profile -> profile.id() + " " + profile.potential())
        .toList()
        .toString();
  }

  @Test
  void estimatesOfAGroupAreNotCountedTwice() {
    // 500 for the group, of which 200 are known to be of the UK; London is within the rest.
    Territories territories =
        east()
            .account(UK, Dated.from(WEST, NEW_YEAR))
            .potential(group(ACME, 500))
            .potential(alone(UK, 200))
            .build();
    assertEquals("[east 300, west 200, unassigned 0]", potentials(territories, bought(JUNE)));
    TerritoryProfile none = territories.profile(Territories.UNASSIGNED, bought(JUNE));
    assertEquals(
        "0 = acme-london 0 + Kelso 0", none.explain().toString(), "London has no territory");
    assertEquals(Ratio.of(1, 2), none.estimated(), "London is in the estimate of Acme");
    assertEquals("in the estimate of acme", none.explain().parts().get(0).note());
    assertEquals("no estimate", none.explain().parts().get(1).note());
  }

  @Test
  void groupsMayLieInGroups() {
    Territories nested =
        east()
            .account(LONDON, Dated.always(WEST))
            .potential(group(ACME, 500))
            .potential(group(UK, 200))
            .potential(alone(LONDON, 150))
            .build();
    assertEquals("[east 350, west 150, unassigned 0]", potentials(nested, bought(JUNE)));
    Territories alone =
        east()
            .account(LONDON, Dated.always(WEST))
            .potential(group(ACME, 500))
            .potential(alone(UK, 200))
            .potential(alone(LONDON, 150))
            .build();
    assertEquals("[east 350, west 150, unassigned 0]", potentials(alone, bought(JUNE)));
  }

  @Test
  void membersEstimatedAboveTheirGroupCountAsTheyAre() {
    Territories territories =
        east()
            .potential(group(ACME, 100))
            .potential(group(UK, 50))
            .potential(alone(LONDON, 300))
            .build();
    assertEquals("[east 0, unassigned 300]", potentials(territories, bought(JUNE)));
  }

  @Test
  void estimatesOfOneAccountAloneLeaveThoseBelowAlone() {
    Territories territories = east().potential(alone(ACME, 100)).potential(alone(UK, 300)).build();
    assertEquals("[east 400, unassigned 0]", potentials(territories, bought(JUNE)));
    assertEquals(
        Ratio.of(0, 2), territories.profile(Territories.UNASSIGNED, bought(JUNE)).estimated());
  }

  @Test
  void theLastEstimateCountsAndOnlyFromItsDay() {
    Territories territories =
        east()
            .potential(Potential.of(ACME, Quantity.of(900), "visit", JULY))
            .potential(alone(ACME, 100))
            .build();
    assertEquals("[east 100, unassigned 0]", potentials(territories, bought(JUNE)));
    assertEquals("[east 900, unassigned 0]", potentials(territories, bought(JULY)));
    assertEquals("[east 0, unassigned 0]", potentials(territories, bought(NEW_YEAR.minusDays(1))));
    assertEquals("[acme: 900 by visit, 2026-07-01]", territories.estimates(ACME, JULY).toString());
    TerritoryProfile east = territories.profile(EAST, bought(JULY));
    assertEquals(
        "visit, 2026-07-01; instead of 100, survey, 2026-01-01",
        east.explain().parts().get(0).note());
    assertEquals(List.of(alone(ACME, 100)), east.lines().get(0).superseded());
    assertEquals("acme with those below: 5 by survey, 2026-01-01", group(ACME, 5).toString());
    assertEquals(List.of(), territories.estimates(KELSO, JULY));
  }

  @Test
  void anEstimateForAnAccountAloneIsNoneForItsGroup() {
    Potential group = Potential.ofGroup(ACME, Quantity.of(500_000), "survey", NEW_YEAR);
    Potential alone = Potential.of(ACME, Quantity.of(50_000), "visit", NEW_YEAR.plusMonths(1));
    Territories territories =
        Territories.builder(acme(), "USD")
            .account(ACME, Dated.always(EAST))
            .potential(group)
            .potential(alone)
            .build();
    Purchases bought =
        Purchases.builder(JUNE, "USD")
            .booked(ACME, JUNE, Quantity.of(60_000))
            .booked(LONDON, JUNE, Quantity.of(7_000))
            .build();
    TerritoryProfile east = territories.profile(EAST, bought);
    assertEquals(Quantity.of(500_000), east.potential());
    assertEquals(Quantity.of(57_000), east.won(), "50,000 alone and 7,000 of the rest");
    assertEquals(List.of(alone, group), territories.estimates(ACME, JUNE));
    assertEquals(
        "visit, 2026-02-01; survey, 2026-01-01, rest of its group",
        east.explain().parts().get(0).note());
    assertEquals(List.of(), territories.findings());
  }

  @Test
  void anEstimateCountsFromWhenItIsKnown() {
    Potential late = alone(ACME, 900).knownOn(JULY);
    Territories territories = east().potential(alone(ACME, 100)).potential(late).build();
    assertEquals("acme: 900 by survey, 2026-01-01, known 2026-07-01", late.toString());
    assertEquals("[east 900, unassigned 0]", potentials(territories, bought(JUNE)));
    assertEquals("[east 100, unassigned 0]", potentials(territories.known(JUNE), bought(JUNE)));
    assertEquals(territories, territories.known(JULY));
    assertEquals(List.of(), territories.findings(), "a correction, no contradiction");
    assertEquals(
        "potential of acme must not be known before 2026-01-01, but was on 2025-12-31",
        assertThrows(
                IllegalArgumentException.class, () -> alone(ACME, 1).knownOn(NEW_YEAR.minusDays(1)))
            .getMessage());
  }

  @Test
  void whatIsBoughtOfAProductIsHeldAgainstTheEstimateForIt() {
    Potential desks = alone(ACME, 40).forProduct("desk");
    Territories territories = east().potential(alone(ACME, 100)).potential(desks).build();
    Purchases all = Purchases.builder(JUNE, "USD").booked(ACME, JUNE, Quantity.of(70)).build();
    Purchases ofDesks =
        Purchases.builder(JUNE, "USD").product("desk").booked(ACME, JUNE, Quantity.of(25)).build();
    assertEquals(Quantity.of(30), territories.profile(EAST, all).whiteSpace());
    assertEquals(Quantity.of(15), territories.profile(EAST, ofDesks).whiteSpace());
    assertEquals("acme, desk: 40 by survey, 2026-01-01", desks.toString());
    assertEquals("purchases of desk of 1 accounts as of 2026-06-30 in USD", ofDesks.toString());
    assertEquals(territories, Territories.of(territories.state(), acme()));
    assertEquals(
        "product of the potential of acme must not be blank",
        assertThrows(IllegalArgumentException.class, () -> desks.forProduct(" ")).getMessage());
  }

  /** A typing mistake in an id moves potential: somebody should be told. */
  @Test
  void accountsThatNobodyNamedAreFindings() {
    AccountId typo = AccountId.of("kelsoo");
    Territories territories =
        east().account(typo, Dated.between(EAST, NEW_YEAR, JUNE)).potential(alone(typo, 5)).build();
    assertEquals(
        List.of(
            "kelsoo: has a territory, but is not among the accounts [2026-01-01, 2026-06-30)",
            "kelsoo: has an estimate, but is not among the accounts [2026-01-01, ...)"),
        territories.findings().stream().map(Finding::toString).toList());
    assertEquals(
        List.of("kelsoo: has a territory, but is not among the accounts [2026-01-01, ...)"),
        east().account(typo, Dated.from(EAST, NEW_YEAR)).build().findings().stream()
            .map(Finding::toString)
            .toList());
    assertEquals(
        List.of(),
        Territories.builder(Accounts.builder().build(), "USD")
            .account(typo, Dated.always(EAST))
            .build()
            .findings(),
        "no accounts are named here at all");
  }

  /** Nested groups to any depth, and one territory without a walk through all accounts. */
  @Test
  void manyAccountsAreReadInNoTime() {
    int many = 20_000;
    Accounts.Builder chain = Accounts.builder();
    for (int i = 1; i < many; i++) {
      chain.parent(numbered(i), Dated.always(numbered(i - 1)));
    }
    Territories.Builder builder = Territories.builder(chain.build(), "USD");
    for (int i = 0; i < many; i++) {
      builder
          .account(numbered(i), Dated.always(TerritoryId.of("t" + i % 1_000)))
          .potential(group(numbered(i), many - i));
    }
    Territories territories = builder.build();
    assertEquals(
        many,
        territories.profiles(bought(JUNE)).stream()
            .map(TerritoryProfile::potential)
            .reduce(Quantity.ZERO, Quantity::plus)
            .toDouble());
    assertTimeout(
        Duration.ofSeconds(5),
        () ->
            territories
                .ids()
                .forEach(id -> assertEquals(20, territories.accounts(id, JUNE).size())));
  }

  private static AccountId numbered(int number) {
    return AccountId.of("a" + number);
  }

  @Test
  void whiteSpaceIsWhatIsNotWon() {
    Purchases bought =
        Purchases.builder(JUNE, "USD")
            .booked(LONDON, JUNE, Quantity.of(40))
            .booked(ACME, JUNE, Quantity.of(10))
            .booked(UK, JUNE, Quantity.of(260))
            .booked(KELSO, JUNE, Quantity.of(7))
            .booked(AccountId.of("stranger"), JUNE, Quantity.of(1))
            .build();
    Territories territories = east().potential(group(ACME, 500)).potential(alone(UK, 200)).build();
    TerritoryProfile east = territories.profile(EAST, bought);
    // Acme and London bought 50 of the group's rest of 300; the UK bought more than its 200.
    assertEquals(Quantity.of(500), east.potential());
    assertEquals(Quantity.of(250), east.won());
    assertEquals(Quantity.of(250), east.whiteSpace());
    assertEquals(Quantity.of(270), east.installedBase());
    assertEquals("250 of 500", east.penetration().toString());
    assertEquals(Ratio.of(2, 2), east.customers());
    assertEquals(
        "East (ana): 2 of 2 accounts customers, potential 500 USD (estimates for 2 of 2), won 50.0 %",
        east.toString());
    TerritoryProfile none = territories.profile(Territories.UNASSIGNED, bought);
    assertEquals(Quantity.of(48), none.installedBase(), "London, Kelso and a stranger");
    assertEquals(
        "unassigned (vacant): 3 of 3 accounts customers, potential 0 USD (estimates for 1 of 3),"
            + " won -",
        none.toString());
  }

  @Test
  void aCreditIsNothingWon() {
    Purchases bought = Purchases.builder(JUNE, "USD").booked(ACME, JUNE, Quantity.of(-40)).build();
    TerritoryProfile east = east().potential(alone(ACME, 100)).build().profile(EAST, bought);
    assertEquals(Quantity.ZERO, east.won());
    assertEquals(Quantity.of(-40), east.installedBase());
  }

  @Test
  void movesKeepTheirHistory() {
    Territories territories =
        east()
            .account(UK, Dated.from(WEST, JULY))
            .holder(WEST, Dated.between(BEN, JULY, JULY.plusDays(31)))
            .leads(EAST, Dated.always(Quantity.parse("4.5")))
            .build();
    assertEquals(Optional.of(EAST), territories.territory(UK, JUNE));
    assertEquals(Optional.of(WEST), territories.territory(UK, JULY));
    assertEquals(Optional.empty(), territories.territory(KELSO, JULY));
    assertEquals(List.of(ACME, UK), territories.accounts(EAST, JUNE));
    assertEquals(List.of(ACME), territories.accounts(EAST, JULY));
    assertEquals(
        "[east [..., 2026-07-01), west [2026-07-01, ...)]", territories.history(UK).toString());
    assertEquals(Optional.empty(), territories.holder(WEST, JUNE));
    assertEquals(Optional.of(BEN), territories.holder(WEST, JULY));
    assertEquals(List.of(WEST), territories.heldBy(BEN, JULY));
    assertEquals(List.of(), territories.heldBy(BEN, JULY.plusDays(31)));
    assertEquals(Optional.empty(), territories.holder(TerritoryId.of("x"), JULY));
    assertEquals(Set.of(ANA), territories.holdersUntil(JUNE));
    assertEquals(Set.of(ANA, BEN), territories.holdersUntil(JULY.plusDays(99)));
    assertEquals(Set.of(), territories.holdersUntil(NEW_YEAR.minusDays(1)));
    assertEquals(
        Optional.of(Quantity.parse("4.5")), territories.profile(EAST, bought(JUNE)).leadsPerWeek());
    assertEquals(Optional.empty(), territories.profile(WEST, bought(JUNE)).leadsPerWeek());
    assertEquals("2 territories, 2 accounts in them", territories.toString());
    assertEquals(Set.of(EAST, WEST), territories.ids());
    assertEquals("USD", territories.currency());
    assertEquals(acme(), territories.accounts());
  }

  @Test
  void contradictionsAreReportedWithTheirDays() {
    Territories territories =
        east()
            .account(UK, Dated.always(WEST))
            .holder(EAST, Dated.from(BEN, NEW_YEAR))
            .potential(alone(ACME, 1))
            .potential(alone(ACME, 2))
            .leads(EAST, Dated.always(Quantity.of(1)))
            .leads(EAST, Dated.always(Quantity.of(2)))
            .build();
    assertEquals(
        List.of(
            "acme-uk: territory is claimed to be east and west [..., ...)",
            "east: holder is claimed to be ana and ben [2026-01-01, ...)",
            "acme: potential is claimed to be acme: 1 by survey, 2026-01-01 and acme: 2 by survey,"
                + " 2026-01-01 [2026-01-01, ...)",
            "east: leads a week is claimed to be 1 and 2 [..., ...)"),
        territories.findings().stream().map(Finding::toString).toList());
    assertEquals(
        List.of(UK, LONDON, KELSO).stream().sorted().toList(),
        territories.profile(Territories.UNASSIGNED, bought(JUNE)).lines().stream()
            .map(line -> line.account().id())
            .toList());
    assertEquals(Optional.empty(), territories.profile(EAST, bought(JUNE)).leadsPerWeek());
  }

  @Test
  void refusesMistakes() {
    Territories.Builder builder = east();
    assertEquals(
        "territory must not be \"unassigned\", which stands for none",
        assertThrows(
                IllegalArgumentException.class,
                () -> builder.account(KELSO, Dated.always(Territories.UNASSIGNED)))
            .getMessage());
    assertEquals(
        "territory must have one label, but east has East and Far East",
        assertThrows(IllegalArgumentException.class, () -> builder.territory(EAST, "Far East"))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> builder.territory(WEST, " "));
    assertEquals(
        "leads a week of east must not be negative, but were -1",
        assertThrows(
                IllegalArgumentException.class,
                () -> builder.leads(EAST, Dated.always(Quantity.of(-1))))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Territories.builder(acme(), "usd"));
    assertEquals(
        "potential of acme must not be negative, but was -1",
        assertThrows(IllegalArgumentException.class, () -> alone(ACME, -1)).getMessage());
    assertEquals(
        "source of the potential of acme must be said",
        assertThrows(
                IllegalArgumentException.class, () -> Potential.of(ACME, Quantity.of(1), " ", JUNE))
            .getMessage());
    Territories territories = builder.territory(EAST, "East").build();
    assertEquals(
        "territory must be one of [east], but was west",
        assertThrows(IllegalArgumentException.class, () -> territories.profile(WEST, bought(JUNE)))
            .getMessage());
    assertEquals(
        "purchases must be in USD, but were in EUR",
        assertThrows(
                IllegalArgumentException.class,
                () -> territories.profiles(Purchases.builder(JUNE, "EUR").build()))
            .getMessage());
    TerritoryProfile.Line line = territories.profile(EAST, bought(JUNE)).lines().get(0);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new TerritoryProfile.Line(
                line.account(),
                List.of(),
                List.of(),
                Optional.empty(),
                Quantity.ZERO,
                Quantity.of(1)));
  }

  @Test
  void comesBackFromItsState() {
    Territories territories =
        east()
            .potential(group(ACME, 500))
            .leads(EAST, Dated.between(Quantity.of(3), NEW_YEAR, JUNE))
            .build();
    Territories back = Territories.of(territories.state(), Accounts.of(acme().state()));
    assertEquals(territories, back);
    assertEquals(territories.hashCode(), back.hashCode());
    assertNotEquals(territories, east().build());
    assertNotEquals(territories, Territories.of(territories.state(), Accounts.builder().build()));
    assertFalse(territories.equals((Object) "territories"));
  }
}
