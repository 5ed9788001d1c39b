package dev.guidepost.examples.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.record.Deal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FuturesTest {

  private static final CompanySpec SPEC = CompanySpec.of(42).withSellers(20).withPlanted(Set.of());
  private static final GeneratedCompany COMPANY = GeneratedCompany.generate(SPEC);
  private static final LocalDate END = COMPANY.quarter().lastDay();

  @Test
  void openDealsFollowTheirExactChances() {
    int draws = 500;
    double expected = 0;
    double variance = 0;
    double bookings = 0;
    for (Deal deal : COMPANY.records().deals()) {
      double chance = COMPANY.truth().chanceToWinBy(deal.id(), END);
      expected += chance;
      variance += chance * (1 - chance);
      bookings += chance * 0.9 * deal.listAmount().orElseThrow().toDouble();
    }
    SplittableRandom random = new SplittableRandom(1);
    double wins = 0;
    double won = 0;
    for (int i = 0; i < draws; i++) {
      Future future = COMPANY.future(random, new Creation.Nothing());
      wins += future.totalWins();
      won += future.totalBookings().toDouble();
      assertEquals(END, future.end());
      assertEquals(0, future.created().values().stream().mapToInt(n -> n).sum());
    }
    assertEquals(expected, wins / draws, 4 * Math.sqrt(variance / draws));
    assertEquals(1, won / draws / bookings, 0.03);
  }

  /** A company that is generated for longer must be one of the futures of its shorter self. */
  @Test
  void futuresAreWhatTheProcessWouldHaveDone() {
    checkAgainstRegenerated(CompanySpec.Mode.OBEYING);
  }

  @Test
  void futuresAreWhatTheProcessWouldHaveDoneWhenBreaking() {
    checkAgainstRegenerated(CompanySpec.Mode.BREAKING);
  }

  private static void checkAgainstRegenerated(CompanySpec.Mode mode) {
    double expectedCreated = 0;
    double expectedWins = 0;
    double created = 0;
    double wins = 0;
    for (long seed = 0; seed < 12; seed++) {
      CompanySpec spec =
          CompanySpec.of(seed).withSellers(10).withMode(mode).withMonths(7).withPlanted(Set.of());
      GeneratedCompany company = GeneratedCompany.generate(spec);
      Futures futures = company.futures(END, new Creation.AsUsual());
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < 40; i++) {
        Future future = futures.draw(random);
        created += future.created().values().stream().mapToInt(n -> n).sum() / 40.0;
        wins += future.totalWins() / 40.0;
      }
      GeneratedCompany later = longer(spec);
      for (Deal deal : later.records().deals()) {
        expectedCreated += deal.opened().orElseThrow().isAfter(spec.asOf()) ? 1 : 0;
        expectedWins +=
            deal.amount().isPresent() && deal.closed().orElseThrow().isAfter(spec.asOf()) ? 1 : 0;
      }
    }
    double overdispersed = mode == CompanySpec.Mode.BREAKING ? 2 : 1;
    assertEquals(expectedCreated, created, 4 * overdispersed * Math.sqrt(expectedCreated));
    assertEquals(expectedWins, wins, 4 * overdispersed * Math.sqrt(expectedWins));
  }

  /** The same people and the same calendar, but for more months. */
  private static GeneratedCompany longer(CompanySpec spec) {
    return GeneratedCompany.generateOn(spec, new Season(spec, Season.day(END)));
  }

  @Test
  void plansAreFollowed() {
    PersonId planner = COMPANY.truth().sellers().get(0);
    PersonId other = COMPANY.truth().sellers().get(1);
    LocalDate monday = COMPANY.review();
    Map<LocalDate, Integer> weeks = new HashMap<>();
    weeks.put(monday.minusWeeks(1), 3);
    weeks.put(monday, 6);
    weeks.put(monday.plusWeeks(1), 4);
    weeks.put(monday.plusWeeks(20), 9);
    Creation plan = new Creation.Plan(Map.of(planner, weeks));
    SplittableRandom random = new SplittableRandom(3);
    double usual = 0;
    for (int i = 0; i < 50; i++) {
      Future future = COMPANY.future(random, plan);
      assertEquals(10, future.created().get(planner), "none on days gone by or after the end");
      usual += future.created().get(other) / 50.0;
    }
    assertTrue(usual > 5);
  }

  @Test
  void plannedWeeksOfLeaveAreSpreadOverTheCompanysDays() {
    for (PersonId person : COMPANY.truth().sellers()) {
      LocalDate leave =
          COMPANY.leave().get(person).stream()
              .map(spell -> spell.start())
              .filter(day -> day.isAfter(SPEC.asOf()))
              .findFirst()
              .orElseThrow();
      Creation plan = new Creation.Plan(Map.of(person, Map.of(leave, 5)));
      Future future = COMPANY.futures(leave.plusDays(60), plan).draw(new SplittableRandom(1));
      assertEquals(5, future.created().get(person));
    }
  }

  @Test
  void drawsAreTheSameForTheSameRandom() {
    Creation creation = new Creation.AsUsual();
    assertEquals(
        COMPANY.future(new SplittableRandom(9), creation),
        COMPANY.future(new SplittableRandom(9), creation));
  }

  @Test
  void badArgumentsAreRefused() {
    PersonId person = COMPANY.truth().sellers().get(0);
    Creation nothing = new Creation.Nothing();
    assertThrows(IllegalArgumentException.class, () -> COMPANY.futures(SPEC.asOf(), nothing));
    assertThrows(
        IllegalArgumentException.class, () -> COMPANY.futures(SPEC.asOf().plusYears(3), nothing));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Creation.Plan(Map.of(person, Map.of(LocalDate.of(2026, 11, 3), 1))));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Creation.Plan(Map.of(person, Map.of(LocalDate.of(2026, 11, 2), -1))));
  }
}
