package dev.guidepost.core.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.TerritoryId;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.people.Dated;
import dev.guidepost.core.people.Ramp;
import dev.guidepost.core.people.Role;
import dev.guidepost.core.people.Roster;
import dev.guidepost.core.people.StandardRoles;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerritoryComparisonTest {

  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PersonId CEM = PersonId.of("cem");
  private static final PersonId OTHER = PersonId.of("other");
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
  private static final Period Q3 = FiscalCalendar.calendarYear().period("2026-Q3");
  private static final Purchases BOUGHT =
      Purchases.builder(JUNE, "USD").booked(AccountId.of("ana0"), JUNE, Quantity.of(100)).build();

  /** Ana and Ben have like territories, Cem half as much and a ramp, North is vacant. */
  private static Territories.Builder territories() {
    Territories.Builder builder =
        Territories.builder(Accounts.builder().build(), "USD").territory(id("north"), "North");
    give(builder, "ana", 5, 1_000);
    give(builder, "ben", 4, 1_250);
    give(builder, "cem", 5, 500);
    return builder;
  }

  private static TerritoryId id(String of) {
    return TerritoryId.of("of-" + of);
  }

  private static void give(Territories.Builder builder, String person, int accounts, long each) {
    builder
        .holder(id(person), Dated.always(PersonId.of(person)))
        .leads(id(person), Dated.always(Quantity.of(accounts)));
    for (int i = 0; i < accounts; i++) {
      AccountId account = AccountId.of(person + i);
      builder
          .account(account, Dated.always(id(person)))
          .potential(Potential.of(account, Quantity.of(each), "survey", JUNE));
    }
  }

  private static Roster roster() {
    Role slow =
        Role.builder()
            .from(StandardRoles.inside())
            .ramp(Ramp.parse("0.5 at 0, 1 at 999 calendar days, in steps"))
            .build();
    return Roster.builder()
        .role(slow)
        .person(ANA, "Ana Brandt")
        .person(OTHER, "Ana Brandt")
        .person(BEN, "Ben Osei")
        .employed(ANA)
        .employed(BEN)
        .employed(CEM, JUNE)
        .inRole(CEM, slow.id())
        .build();
  }

  private static TerritoryComparison compare(
      Territories territories, Map<PersonId, Quantity> targets) {
    return TerritoryComparison.of(Q3, territories.profiles(BOUGHT), roster(), targets);
  }

  private static Map<PersonId, Quantity> targets(long ana, long ben, long cem) {
    return Map.of(ANA, Quantity.of(ana), BEN, Quantity.of(ben), CEM, Quantity.of(cem));
  }

  @Test
  void setsPeopleSideBySideByTheirIds() {
    TerritoryComparison side = compare(territories().build(), targets(1_000, 1_000, 1_000));
    assertEquals(
        """
        2026-Q3           territories on 2026-06-30  customers  potential  white space  leads/week  target  of potential  days  a day
        Ana Brandt (ana)  of-ana                        1 of 5      5,000        4,900           5   1,000        20.0 %    66     15
        Ben Osei          of-ben                        0 of 4      5,000        5,000           4   1,000        20.0 %    66     15
        cem               of-cem                        0 of 5      2,500        2,500           5   1,000        40.0 %    33     30
        (vacant)          of-north                      0 of 0          -            -           -       -             -     -      -
        (vacant): no accounts
        """,
        side.print());
    assertEquals(
        "2026-Q3: 3 people and 1 vacant territories in USD on 2026-06-30", side.toString());
    assertEquals("Ana Brandt (ana): [of-ana]", side.lines().get(0).toString());
    assertEquals("5,000 = of-ana 5,000", side.explain(ANA).toString());
    assertEquals(Optional.of(Ratio.of(1_000, 5_000)), side.line(ANA).targetOfPotential());
    assertEquals(Optional.of(Ratio.of(1_000, 66)), side.line(ANA).targetOfCapacity());
    assertEquals(
        "person must hold a territory or have a target, but other has none",
        assertThrows(IllegalArgumentException.class, () -> side.line(OTHER)).getMessage());
  }

  @Test
  void equalTargetsAreRightOnLikeTerritories() {
    TerritoryComparison side = compare(territories().build(), targets(1_000, 1_050, 1_000));
    TerritoryDifference alike = side.between(ANA, BEN);
    assertEquals("like targets on like territories", alike.verdict());
    assertEquals(Optional.of(true), alike.alike());
    assertEquals(
        "Ana Brandt (ana) and cem: like targets on unlike territories: potential 2.00 times,"
            + " capacity 2.00 times",
        side.between(ANA, CEM).toString());
    AccountId more = AccountId.of("more");
    Territories rich =
        territories()
            .account(more, Dated.always(id("cem")))
            .potential(Potential.of(more, Quantity.of(2_500), "survey", JUNE))
            .build();
    assertEquals(
        "like targets on unlike territories: potential 1.00 times, capacity 2.00 times",
        compare(rich, targets(9, 9, 9)).between(ANA, CEM).verdict());
    assertEquals(
        "targets differ, 2.00 times on like territories",
        compare(territories().build(), targets(2_000, 1_000, 1)).between(ANA, BEN).verdict());
    assertEquals(
        "targets differ, 2.00 times on unlike territories: potential 2.00 times, capacity 2.00"
            + " times",
        compare(territories().build(), targets(2_000, 1, 1_000)).between(ANA, CEM).verdict());
    assertEquals(
        """
                      cem  Ana Brandt (ana)  times
        target        500             1,000   0.50
        potential   2,500             5,000   0.50
        white space 2,500             4,900   0.51
        leads a week    5                 5   1.00
        days in full   33                66   0.50
        """
            .lines()
            .map(line -> line.replaceAll(" +", " "))
            .toList(),
        compare(territories().build(), targets(1_000, 1, 500))
            .between(CEM, ANA)
            .print()
            .lines()
            .limit(6)
            .map(line -> line.isBlank() ? "" : line.replaceAll(" +", " "))
            .toList());
  }

  @Test
  void saysWhereThereIsNotEnoughData() {
    AccountId unknown = AccountId.of("unknown");
    Territories some = territories().account(unknown, Dated.always(id("ben"))).build();
    assertEquals(
        "like targets on like territories",
        compare(some, targets(9, 9, 9)).between(ANA, BEN).verdict(),
        "4 of 5 are enough");
    Territories few =
        territories()
            .account(unknown, Dated.always(id("ben")))
            .account(AccountId.of("unknown-2"), Dated.always(id("ben")))
            .holder(id("ben-2"), Dated.always(BEN))
            .build();
    TerritoryComparison side =
        compare(
            few,
            Map.of(BEN, Quantity.of(9), OTHER, Quantity.of(9), PersonId.of("x"), Quantity.of(1)));
    TerritoryComparison.Line ben = side.line(BEN);
    assertEquals(Optional.empty(), ben.potential());
    assertEquals(Optional.empty(), ben.whiteSpace());
    assertEquals(Optional.empty(), ben.targetOfPotential());
    assertEquals(Optional.empty(), ben.leadsPerWeek(), "not known of the second territory");
    assertEquals(Ratio.of(4, 6), ben.estimated());
    assertEquals(Ratio.of(0, 6), ben.customers());
    assertEquals(
        "not enough data (Ben Osei: an estimate for 4 of 6 accounts only; Ana Brandt (other): no"
            + " territory)",
        side.between(BEN, OTHER).verdict());
    assertEquals(
        List.of("no territory", "not in the roster"), side.line(PersonId.of("x")).missing());
    assertEquals(List.of("no target"), side.line(ANA).missing());
    assertEquals(Optional.empty(), side.line(ANA).targetOfCapacity());
    assertEquals(
        "not enough data (Ana Brandt (ana): no target; cem: no target)",
        side.between(ANA, CEM).verdict());
    assertEquals(
        Optional.of(Quantity.ZERO), side.line(OTHER).capacity(), "in the roster, but not employed");
    assertEquals(Optional.empty(), side.line(OTHER).targetOfCapacity());
    assertEquals(Optional.empty(), side.line(OTHER).leadsPerWeek());
  }

  /** Whoever is named first, the verdict is the same. */
  @Test
  void nothingIsComparedAsWell() {
    TerritoryComparison none = compare(territories().build(), targets(1, 0, 1));
    assertEquals("targets differ, 1 to 0 on like territories", none.between(ANA, BEN).verdict());
    assertEquals("targets differ, 0 to 1 on like territories", none.between(BEN, ANA).verdict());
    Roster onLeave =
        Roster.builder()
            .availability(Availability.builder().leave(ANA, Q3).build())
            .employed(ANA)
            .employed(BEN)
            .build();
    TerritoryComparison side =
        TerritoryComparison.of(
            Q3, territories().build().profiles(BOUGHT), onLeave, targets(9, 9, 9));
    TerritoryDifference one = side.between(ANA, BEN);
    TerritoryDifference other = side.between(BEN, ANA);
    assertEquals(
        "like targets on unlike territories: potential 1.00 times, capacity 0 to 66",
        one.verdict());
    assertEquals(
        "like targets on unlike territories: potential 1.00 times, capacity 66 to 0",
        other.verdict());
    assertEquals(Optional.of(false), one.alike());
    assertEquals(one.alike(), other.alike());
    assertEquals(Optional.empty(), one.capacity());
    assertEquals(Optional.empty(), other.capacity());
  }

  private static TerritoryComparison.Line line(long potential, long capacity, long target) {
    AccountId account = AccountId.of("a");
    TerritoryProfile profile =
        Territories.builder(Accounts.builder().build(), "USD")
            .account(account, Dated.always(id("x")))
            .potential(Potential.of(account, Quantity.of(potential), "survey", JUNE))
            .build()
            .profile(id("x"), BOUGHT);
    return new TerritoryComparison.Line(
        Optional.of(ANA),
        "Ana",
        List.of(profile),
        Optional.of(Quantity.of(target)),
        Optional.of(Quantity.of(capacity)));
  }

  @Test
  void differencesAreTheSameBothWays() {
    long[] some = {0, 9, 10, 11, 12};
    for (long potential : some) {
      for (long capacity : some) {
        for (long target : new long[] {-5, 0, 10, 11, 12}) {
          TerritoryComparison.Line fixed = line(10, 11, 10);
          TerritoryComparison.Line varied = line(potential, capacity, target);
          TerritoryDifference one = new TerritoryDifference(fixed, varied);
          TerritoryDifference other = new TerritoryDifference(varied, fixed);
          assertEquals(one.alike(), other.alike());
          assertEquals(
              one.verdict().replaceAll("[-0-9,.]+ (to [-0-9]+|times)", "#"),
              other.verdict().replaceAll("[-0-9,.]+ (to [-0-9]+|times)", "#"));
          assertEquals(one.capacity().isPresent(), other.capacity().isPresent());
          assertEquals(one.target().isPresent(), other.target().isPresent());
        }
      }
    }
  }

  @Test
  void refusesProfilesOfSeveralDays() {
    Territories territories = territories().build();
    List<TerritoryProfile> mixed =
        List.of(
            territories.profile(id("ana"), BOUGHT),
            territories.profile(id("ben"), Purchases.builder(JUNE.plusDays(1), "USD").build()));
    assertEquals(
        "profiles must be of one day and currency, but were of [2026-06-30, 2026-07-01]",
        assertThrows(
                IllegalArgumentException.class,
                () -> TerritoryComparison.of(Q3, mixed, roster(), Map.of()))
            .getMessage());
    assertEquals(
        "2026-Q3: 0 people and 0 vacant territories in no currency",
        TerritoryComparison.of(Q3, List.of(), roster(), Map.of()).toString());
  }
}
