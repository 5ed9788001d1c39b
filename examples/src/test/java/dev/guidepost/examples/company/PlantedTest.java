package dev.guidepost.examples.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.company.Planted.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planted is there to be found, in company after company. */
class PlantedTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 42, 43, 44})
  void problemsShow(long seed) {
    GeneratedCompany company = GeneratedCompany.generate(CompanySpec.of(seed));
    List<Planted> planted = company.truth().planted();
    assertEquals(6, planted.size());
    for (Planted one : planted) {
      assertEquals(company.review(), one.window().end());
      assertTrue(one.moves().contains(one.metric()));
      check(company, one);
    }
  }

  private static void check(GeneratedCompany company, Planted planted) {
    double weeks = planted.window().days() / 7.0;
    Period usual = Period.custom(planted.window().start().minusWeeks(12), planted.window().start());
    Optional<PersonId> who =
        planted.owner() instanceof PersonId person ? Optional.of(person) : Optional.empty();
    double before = opened(company, who, usual) / 12.0;
    double after = opened(company, who, planted.window()) / weeks;
    String said = planted + ": " + before + " to " + after;
    switch (planted.kind()) {
      case COMMON_FALL -> assertEquals(0.6, after / before, 0.12, said);
      case CREATION_FALL -> {
        // Even against 60 % of the usual, which is what the others do.
        double expected = 0.6 * before * weeks;
        double meetings = 0.6 * held(company, who.orElseThrow(), usual, false) * weeks / 12;
        double met = held(company, who.orElseThrow(), planted.window(), false);
        assertTrue(before > 4, said);
        assertTrue(after * weeks < expected - 2 * Math.sqrt(expected), said);
        assertTrue(met < meetings - 3 * Math.sqrt(meetings), said + ", meetings " + met);
      }
      case CONVERSION_FALL -> {
        double share = share(company, who.orElseThrow(), planted.window());
        assertTrue(share < 0.6 * share(company, who.orElseThrow(), usual), said + share);
      }
      case ACTIVITIES_MISSING -> {
        assertEquals(0, held(company, who.orElseThrow(), planted.window(), false), said);
        assertTrue(before > 1, said);
      }
      case WELL_DONE -> {
        assertTrue(after > before, said);
        company.records().commitments().stream()
            .filter(c -> c.person().equals(who.orElseThrow()))
            .filter(c -> planted.window().contains(c.week().start()))
            .forEach(c -> assertTrue(new Done(company.records()).of(c) >= c.count(), c.toString()));
      }
    }
  }

  private static long opened(GeneratedCompany company, Optional<PersonId> who, Period period) {
    return company.records().deals().stream()
        .filter(deal -> who.isEmpty() || deal.owner().equals(who.get()))
        .map(Deal::opened)
        .filter(day -> period.contains(day.orElseThrow()))
        .count();
  }

  private static double share(GeneratedCompany company, PersonId who, Period period) {
    return held(company, who, period, true) / (double) held(company, who, period, false);
  }

  private static long held(GeneratedCompany company, PersonId who, Period period, boolean led) {
    MetricId meetings = StandardMetrics.MEETINGS;
    return company.records().activities().stream()
        .filter(a -> a.person().equals(who) && a.metric().equals(meetings))
        .filter(a -> period.contains(a.on()) && (!led || a.deal().isPresent()))
        .mapToInt(Activity::count)
        .sum();
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 43})
  void someoneIsOnLeaveSoonAndSomeoneIsNew(long seed) {
    GeneratedCompany company = GeneratedCompany.generate(CompanySpec.of(seed));
    LocalDate soon = company.review().plusDays(7);
    assertTrue(
        company.leave().values().stream()
            .anyMatch(spells -> spells.stream().anyMatch(s -> s.start().equals(soon))));
    List<Double> ramps =
        company.truth().sellers().stream()
            .map(person -> company.truth().ramp(person, company.review()))
            .filter(ramp -> ramp < 1)
            .toList();
    assertEquals(1, ramps.size());
    assertEquals(0.25 + 0.75 * 8 / 26, ramps.get(0), 1e-12);
    assertTrue(company.spec().planted().contains(Kind.COMMON_FALL));
  }
}
