package dev.guidepost.examples.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TruthTest {

  private static final CompanySpec SPEC = CompanySpec.of(42);
  private static final GeneratedCompany COMPANY = GeneratedCompany.generate(SPEC);
  private static final Truth TRUTH = COMPANY.truth();
  private static final int DEALS = 20_000;

  private final Season season = new Season(SPEC);
  private final DealProcess process = new DealProcess(season);
  private final Staff staff = new Staff(SPEC, season, new Cast(SPEC));

  @Test
  void chanceIsTheFrequencyOfSimulatedDeals() {
    SplittableRandom random = new SplittableRandom(7);
    for (int index : new int[] {0, 1, 13}) {
      Seller seller = staff.sellers.get(index);
      LocalDate opened = LocalDate.of(2026, 1, 12).plusWeeks(index);
      int[] won = new int[DealProcess.DEADLINE + 1];
      for (int i = 0; i < DEALS; i++) {
        DealPath path = simulate(seller, opened, DealProcess.DEADLINE + 10, random);
        if (path.won) {
          won[path.closed - path.opened]++;
        }
      }
      for (int days : new int[] {30, 60, 100, 150}) {
        double sum = 0;
        for (int age = 0; age <= days; age++) {
          sum += won[age];
        }
        double chance = TRUTH.chanceToWinWithin(seller.id(), opened, days);
        double error = Math.sqrt(chance * (1 - chance) / DEALS);
        assertEquals(chance, sum / DEALS, 4 * error, seller.id() + " within " + days);
      }
    }
  }

  private DealPath simulate(Seller seller, LocalDate opened, int days, SplittableRandom random) {
    DealPath path = new DealPath(Season.day(opened));
    int hidden = DealProcess.hidden(random, seller);
    process.run(path, seller, hidden, path.opened + days, random);
    return path;
  }

  @Test
  void chanceOfAnOpenDealIsTheFrequencyAmongDealsThatLookLikeIt() {
    SplittableRandom random = new SplittableRandom(11);
    Seller seller = staff.sellers.get(0);
    LocalDate opened = LocalDate.of(2026, 2, 3);
    int known = Season.day(opened) + 40;
    int end = known + 45;
    double expected = 0;
    double variance = 0;
    int won = 0;
    int seen = 0;
    for (int i = 0; i < DEALS; i++) {
      DealPath path = simulate(seller, opened, 200, random);
      if (path.closed > known) {
        DealPath then = asOf(path, known);
        double chance = process.chance(then, seller, known, end);
        expected += chance;
        variance += chance * (1 - chance);
        won += path.won && path.closed <= end ? 1 : 0;
        seen++;
      }
    }
    assertTrue(seen > 3_000);
    assertEquals(expected, won, 4 * Math.sqrt(variance));
  }

  private static DealPath asOf(DealPath path, int known) {
    DealPath then = new DealPath(path.opened);
    for (int stage = 1; stage <= path.stage && path.entered[stage] <= known; stage++) {
      then.enter(path.entered[stage]);
    }
    return then;
  }

  @Test
  void recordsAgreeWithTheTruth() {
    GeneratedCompany clean = GeneratedCompany.generate(SPEC.withPlanted(Set.of()));
    Period cohort = Period.custom(LocalDate.of(2025, 4, 1), LocalDate.of(2026, 5, 1));
    double expected = 0;
    double opened = 0;
    double won = 0;
    for (Deal deal : clean.records().deals()) {
      if (cohort.contains(deal.opened().orElseThrow())) {
        opened++;
        won += deal.outcome() == Outcome.WON ? 1 : 0;
        expected += clean.truth().chanceToWinWithin(deal.owner(), deal.opened().orElseThrow(), 150);
      }
    }
    assertEquals(expected, won, 4 * Math.sqrt(opened * 0.34 * 0.66));
    assertTrue(expected / opened > 0.25 && expected / opened < 0.40);
  }

  @Test
  void creationAndDealSizeAgreeWithTheTruth() {
    GeneratedCompany clean = GeneratedCompany.generate(SPEC.withPlanted(Set.of()));
    Truth truth = clean.truth();
    PersonId person = truth.sellers().get(0);
    Seller seller = staff.sellers.get(0);
    List<Deal> deals =
        clean.records().deals().stream()
            .filter(deal -> deal.owner().equals(person))
            .filter(deal -> !deal.opened().orElseThrow().isBefore(clean.records().observedFrom()))
            .toList();
    double weeks = seller.workdays(season.observedFrom, season.asOf + 1) / 5.0;
    double expected = truth.usualWeeklyCreation(person) * weeks;
    assertEquals(expected, deals.size(), 4 * Math.sqrt(expected) + 0.02 * expected);
    double list =
        deals.stream().mapToDouble(d -> d.listAmount().get().toDouble()).average().getAsDouble();
    assertEquals(truth.meanDealSize(person), 0.9 * list, 0.2 * truth.meanDealSize(person));
    assertTrue(truth.usualWeeklyMeetings(person) * truth.conversion(person) < expected / weeks);
    assertEquals(Roles.INSIDE, truth.role(person));
    assertEquals(1, truth.ramp(person, SPEC.asOf()));
  }

  @Test
  void cohortsWithoutDealsAreAveragedOverWorkingDays() {
    PersonId person = TRUTH.sellers().get(0);
    Period ahead = Period.custom(SPEC.asOf().plusDays(3), SPEC.asOf().plusDays(60));
    double chance = TRUTH.chanceToWinWithin(person, ahead, 150);
    assertTrue(chance > 0.15 && chance < 0.6);
    Period sunday = Period.custom(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2));
    assertThrows(
        IllegalArgumentException.class, () -> TRUTH.chanceToWinWithin(person, sunday, 150));
  }

  @Test
  void closedDealsAreNoLongerWonAndStrangersRefused() {
    LocalDate end = COMPANY.quarter().lastDay();
    for (Deal deal : COMPANY.records().deals()) {
      double chance = TRUTH.chanceToWinBy(deal.id(), end);
      boolean live =
          deal.outcome() == Outcome.OPEN
              && deal.ageOn(SPEC.asOf()).orElseThrow() < DealProcess.DEADLINE;
      assertTrue(live ? chance >= 0 && chance < 1 : chance == 0, deal.toString());
    }
    PersonId person = TRUTH.sellers().get(0);
    LocalDate day = SPEC.asOf();
    assertThrows(IllegalArgumentException.class, () -> TRUTH.chanceToWinBy(DealId.of("no"), end));
    assertThrows(
        IllegalArgumentException.class,
        () -> TRUTH.usualWeeklyCreation(PersonId.of("manager-dana-ruiz")));
    assertThrows(IllegalArgumentException.class, () -> TRUTH.chanceToWinWithin(person, day, -1));
    assertThrows(
        IllegalArgumentException.class,
        () -> TRUTH.chanceToWinWithin(person, day.minusYears(9), 1));
    assertThrows(
        IllegalArgumentException.class, () -> TRUTH.chanceToWinWithin(person, day.plusYears(9), 1));
    assertTrue(TRUTH.chanceToWinWithin(person, 60) < TRUTH.chanceToWinWithin(person, 999));
  }
}
