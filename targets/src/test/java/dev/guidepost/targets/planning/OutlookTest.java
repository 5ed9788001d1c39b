package dev.guidepost.targets.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.HolidayTable;
import dev.guidepost.core.time.Period;
import dev.guidepost.core.time.WorkingDays;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.coverage.Cover;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.outlook.Chances;
import dev.guidepost.targets.outlook.UnitOutlook;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What stands beside the outlook of a unit. */
class OutlookTest {

  private static Firm firm() {
    Firm firm = new Firm();
    firm.seller("ana", Firm.EAST, 3, 3, 900);
    firm.seller("ben", Firm.EAST, 2, 4, 1_500);
    firm.seller("cai", Firm.WEST, 4, 5, 400);
    return firm;
  }

  private static UnitOutlook outlook(Firm firm, long goal) {
    Evidence evidence = firm.evidence();
    return Planner.of(
            evidence, Goals.of(evidence, List.of(Firm.target(evidence, Firm.EAST, goal))), .8)
        .outlook(Firm.EAST)
        .orElseThrow();
  }

  @Test
  void lastQuarterRepeatedStandsBesideIt() {
    Firm firm = firm();
    Evidence evidence = firm.evidence();
    UnitOutlook outlook = outlook(firm, 30_000);
    Period same = Period.custom(LocalDate.of(2025, 8, 1), LocalDate.of(2025, 10, 1));
    Quantity booked = firm.cube(same).sum(Firm.EAST, StandardMetrics.BOOKINGS, same);
    assertEquals(outlook.won().plus(booked), outlook.repeated().orElseThrow());
    assertTrue(outlook.print().contains("repeated: " + outlook.repeated().get().print()));
    firm.observedFrom = LocalDate.of(2025, 8, 15);
    assertTrue(outlook(firm, 30_000).repeated().isEmpty());
    assertTrue(outlook(firm, 30_000).print().contains("repeated: not observed"));
    assertTrue(evidence.windows().lastFullPeriodObserved());
  }

  @Test
  void threeNumbersAreInOrder() {
    UnitOutlook outlook = outlook(firm(), 60_000);
    assertTrue(outlook.nothingNew().compareTo(outlook.total()) < 0);
    assertTrue(outlook.total().compareTo(outlook.withPlan()) < 0, outlook::print);
    assertEquals(outlook.won().plus(outlook.live()).plus(outlook.planned()), outlook.withPlan());
  }

  @Test
  void saysWhatWasToBeExpectedByNow() {
    Firm firm = firm();
    assertTrue(outlook(firm, 30_000).pace().isEmpty(), "two quarters are too few");
    firm.asOf = LocalDate.of(2026, 2, 13);
    UnitOutlook.Pace pace = outlook(firm, 30_000).pace().orElseThrow();
    assertEquals(44, pace.day());
    assertEquals(3, pace.quarters());
    assertTrue(pace.low().compareTo(pace.expected()) < 0, pace::toString);
    assertTrue(pace.expected().compareTo(pace.high()) < 0, pace::toString);
    assertTrue(pace.high().compareTo(Quantity.of(30_000)) <= 0, pace::toString);
    assertTrue(pace.toString().endsWith("as in 3 quarters"));
    firm.asOf = LocalDate.of(2025, 12, 31);
    assertTrue(outlook(firm, 30_000).pace().isEmpty(), "nothing is expected before the first day");
  }

  @Test
  void saysWhatTheNextQuarterLacks() {
    UnitOutlook.Next short1 = outlook(firm(), 60_000).next().orElseThrow();
    assertEquals("2026-Q1", short1.period().label());
    assertTrue(short1.needed().orElseThrow() > short1.perWeek());
    assertTrue(short1.missing() > 0 && short1.toString().contains(" wins short from the week of "));
    UnitOutlook.Next enough = outlook(firm(), 5_000).next().orElseThrow();
    assertTrue(enough.needed().orElseThrow() < enough.perWeek());
    assertTrue(enough.toString().endsWith(": enough"), enough::toString);
  }

  @Test
  void coverIsWhatThereIsAndWhatItTakes() {
    Firm firm = firm();
    PersonId ana = PersonId.of("ana");
    firm.open("o1", ana, LocalDate.of(2025, 10, 20)).open("o2", ana, LocalDate.of(2025, 10, 13));
    Evidence evidence = firm.evidence();
    Planner planner =
        Planner.of(evidence, Goals.of(evidence, List.of(Firm.target(evidence, ana, 30_000))), .8);
    Cover cover = planner.cover(ana).orElseThrow();
    double won = planner.forecasts(evidence.period()).won(ana).toDouble();
    assertEquals(30_000 - won, cover.now().target(), 1e-9);
    double live = planner.pipeline(ana).value(DealOutlook.State.LIVE).toDouble();
    assertEquals(live, cover.now().pipeline(), 1e-9);
    assertTrue(cover.need().multiple().orElseThrow() > 1, cover::toString);
    assertTrue(planner.cover(PersonId.of("ben")).isEmpty(), "has no goal");
    Expect.rejected("stand in a unit", () -> planner.cover(PersonId.of("x")));
  }

  private static Cover cover(Firm firm, PartyId owner, long goal) {
    Planner planner = firm.planner(.8, Firm.target(firm.evidence(), owner, goal));
    return owner instanceof PersonId person
        ? planner.cover(person).orElseThrow()
        : planner.cover((UnitId) owner).orElseThrow();
  }

  /** A unit of one person takes what the person takes. */
  @Test
  void aUnitOfOneIsCoveredAsItsOnlySeller() {
    Firm firm = new Firm();
    PersonId ana = firm.seller("ana", Firm.EAST, 3, 3, 1000);
    firm.seller("ben", Firm.WEST, 3, 4, 1000);
    firm.open("o1", ana, LocalDate.of(2025, 10, 20)).open("o2", ana, LocalDate.of(2025, 10, 13));
    Cover own = cover(firm, ana, 30_000);
    Cover unit = cover(firm, Firm.EAST, 30_000);
    assertEquals(own.now(), unit.now());
    assertEquals(own.need().multiple(), unit.need().multiple());
    assertEquals(own.need().chanceOf(3).orElseThrow(), unit.need().chanceOf(3).orElseThrow(), 1e-9);
    assertEquals("East", unit.need().who());
  }

  /** Chance evens out between people: together they need less than each for a part of the goal. */
  @Test
  void aUnitNeedsLessThanItsPeopleEach() {
    Firm firm = new Firm();
    for (int i = 0; i < 4; i++) {
      PersonId person = firm.seller("p" + i, Firm.EAST, 3, 3, 1000);
      firm.open("o" + i, person, LocalDate.of(2025, 10, 20));
      firm.open("q" + i, person, LocalDate.of(2025, 10, 6 + i));
    }
    Cover one = cover(firm, PersonId.of("p0"), 20_000);
    Cover all = cover(firm, Firm.EAST, 80_000);
    double each = one.need().multiple().orElseThrow();
    double together = all.need().multiple().orElseThrow();
    assertTrue(together < each, together + " against " + each);
    assertTrue(together > all.now().multiple().orElseThrow() / 10, all::toString);
    assertTrue(all.need().chanceOf(together).orElseThrow() >= .8);
    assertTrue(all.need().chanceOf(together * .9).orElseThrow() < .8);
  }

  @Test
  void aUnitIsCoveredByWhoStandsInIt() {
    Firm firm = firm();
    PersonId left = firm.undeclared("left");
    firm.organisation.member(left, Firm.EAST, Firm.START, LocalDate.of(2025, 10, 1));
    PersonId joiner = firm.undeclared("joiner");
    firm.organisation.member(joiner, Firm.EAST, LocalDate.of(2025, 10, 27));
    Cover before = cover(firm, Firm.EAST, 60_000);
    firm.open("of the leaver", left, LocalDate.of(2025, 9, 25));
    Cover same = cover(firm, Firm.EAST, 60_000);
    assertEquals(before.now().pipeline(), same.now().pipeline(), 1e-9, "in no forecast either");
    firm.open("of the joiner", joiner, LocalDate.of(2025, 10, 28));
    assertTrue(cover(firm, Firm.EAST, 60_000).now().pipeline() > before.now().pipeline());
    Target own = Firm.target(firm.evidence(), joiner, 9_000);
    assertEquals(Optional.empty(), firm.planner(.8, own).cover(Firm.EAST), "no goal");
    assertEquals(OptionalDouble.empty(), cover(firm, Firm.EAST, 1).now().multiple(), "reached");
    assertEquals(0, cover(firm, Firm.EAST, 1).need().multiple().orElseThrow());
    Expect.rejected("nowhere", () -> firm.planner(.8).cover(UnitId.of("nowhere")));
  }

  @Test
  void holidaysThatNobodyKnowsAreNotPassedOver() {
    Firm firm = firm();
    firm.workingDays =
        WorkingDays.mondayToFriday()
            .withHolidays(
                HolidayTable.builder()
                    .covering(firm.availability().place(), Firm.START, LocalDate.of(2026, 3, 1))
                    .build());
    assertTrue(outlook(firm, 30_000).next().isEmpty());
  }

  private static boolean warns(Firm firm, String of) {
    return outlook(firm, 30_000).warnings().stream().anyMatch(line -> line.contains(of));
  }

  @Test
  void warnsOfShortHistoryAndOfTrends() {
    Firm firm = firm();
    assertTrue(warns(firm, "under 4"));
    assertFalse(warns(firm, "creation is"));
    PersonId dee = firm.person("dee", Firm.EAST);
    firm.sells(dee, 39, 43, 9, 3, 900);
    assertTrue(warns(firm, "creation is rising"), () -> outlook(firm, 30_000).print());
    firm.deals.removeIf(deal -> !deal.opened().orElseThrow().isBefore(LocalDate.of(2025, 10, 6)));
    assertTrue(warns(firm, "creation is falling"));
  }

  @Test
  void warnsOfAnEndThatLooksCutOff() {
    Firm firm = firm();
    assertFalse(warns(firm, "cut off"));
    firm.deals.removeIf(deal -> deal.knownDays().last().isAfter(LocalDate.of(2025, 10, 24)));
    assertTrue(warns(firm, "no deal has a record after"), () -> outlook(firm, 30_000).print());
    Firm thin = firm();
    for (int i = 0; i < 6; i++) {
      thin.seller("p" + i, Firm.WEST, 4, 3, 700);
    }
    LocalDate last = LocalDate.of(2025, 10, 27);
    thin.deals.removeIf(
        deal -> deal.opened().orElseThrow().isAfter(last) && !deal.owner().value().equals("ana"));
    assertTrue(warns(thin, "opened"), () -> outlook(thin, 30_000).print());
  }

  /** Four days without a record say nothing of a firm that makes a deal in two weeks. */
  @Test
  void aSmallFirmIsNotCutOff() {
    Firm firm = new Firm();
    PersonId solo = firm.person("solo", Firm.EAST);
    for (int i = 0; i < 22; i++) {
      LocalDate opened = Firm.START.plusDays(14L * i);
      firm.closed("s" + i, solo, opened, opened.plusDays(28), i % 3 == 0, 5_000);
    }
    firm.deals.removeIf(deal -> deal.knownDays().last().isAfter(LocalDate.of(2025, 10, 13)));
    firm.asOf = LocalDate.of(2025, 10, 17);
    assertFalse(warns(firm, "cut off"), () -> outlook(firm, 30_000).print());
    firm.asOf = Firm.AS_OF;
    assertTrue(warns(firm, "no deal has a record after"), () -> outlook(firm, 30_000).print());
  }

  @Test
  void warnsOfDealsThatNobodyOwnsAnyMore() {
    Firm firm = firm();
    assertFalse(warns(firm, "not counted"));
    PersonId gone = firm.undeclared("gone");
    firm.organisation.member(gone, Firm.EAST, Firm.START, LocalDate.of(2025, 10, 20));
    firm.sells(gone, 0, 40, 2, 3, 900).open("left", gone, LocalDate.of(2025, 10, 13));
    Evidence evidence = firm.evidence();
    Planner planner = Planner.of(evidence, Goals.of(evidence, List.of()), .8);
    List<DealOutlook> all =
        planner.forecasts(evidence.period()).pipeline(Firm.COMPANY).in(DealOutlook.State.LIVE);
    List<DealOutlook> left = all.stream().filter(deal -> deal.deal().owner().equals(gone)).toList();
    double expected = left.stream().mapToDouble(DealOutlook::expected).sum();
    UnitOutlook company = planner.outlook(Firm.COMPANY).orElseThrow();
    String warning =
        company.warnings().stream().filter(line -> line.contains("not counted")).findFirst().get();
    assertTrue(warning.startsWith(left.size() + " live deal"), warning);
    assertTrue(warning.contains(Forecasts.Expected.whole(expected).print()), warning);
    double counted = all.stream().mapToDouble(DealOutlook::expected).sum() - expected;
    assertEquals(counted, company.live().toDouble(), counted / 100);
    assertFalse(warns(firm, "not counted"), "east is not told of those who left");
  }

  /** A deal far above what is expected is as likely in the unit's total as it is itself. */
  @Test
  void oneLargeDealIsNotCutOff() {
    PersonId ana = PersonId.of("ana");
    for (long amount : new long[] {50_000, 300_000, 1_000_000}) {
      Firm firm = new Firm();
      firm.seller("ana", Firm.EAST, 2, 3, 1000);
      firm.seller("ben", Firm.EAST, 2, 4, 1000);
      firm.deals.add(
          firm.deal("large", ana)
              .opened(firm.asOf.minusDays(20))
              .amount(Quantity.of(amount))
              .build());
      Evidence evidence = firm.evidence();
      long goal = amount * 95 / 100;
      Planner planner =
          Planner.of(
              evidence, Goals.of(evidence, List.of(Firm.target(evidence, Firm.EAST, goal))), .8);
      double chance =
          planner.pipeline(ana).deals().stream()
              .filter(deal -> deal.deal().id().value().equals("large"))
              .findFirst()
              .orElseThrow()
              .chance();
      assertTrue(chance > .05, "chance " + chance);
      Chances three = planner.outlook(Firm.EAST).orElseThrow().chances().orElseThrow();
      assertEquals(chance, three.nothingNew(), .01, amount + "");
      assertEquals(chance, three.recentRate(), .02, amount + "");
      double all =
          planner
              .forecasts(evidence.period())
              .nothingNew(Firm.EAST)
              .orElseThrow()
              .bookings()
              .quantile(1 - chance / 2);
      assertTrue(all >= amount, all + " of " + amount);
    }
  }
}
