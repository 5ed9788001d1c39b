package dev.guidepost.examples.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.goal.Target;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Activity;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.record.StageVisit;
import dev.guidepost.core.time.HolidayTable;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.company.Planted.Kind;
import dev.guidepost.examples.source.SalesRecords;
import dev.guidepost.rollup.org.Organisation;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedCompanyTest {

  private static final GeneratedCompany COMPANY = GeneratedCompany.generate(CompanySpec.of(42));
  private static final SalesRecords RECORDS = COMPANY.records();

  @Test
  void theSameSpecGivesTheSameCompany() {
    SalesRecords again = GeneratedCompany.generate(CompanySpec.of(42)).records();
    assertEquals(RECORDS.deals(), again.deals());
    assertEquals(RECORDS.activities(), again.activities());
    assertEquals(RECORDS.targets(), again.targets());
    assertEquals(RECORDS.commitments(), again.commitments());
    assertEquals(RECORDS.rejects(), again.rejects());
    assertNotEquals(
        RECORDS.deals(), GeneratedCompany.generate(CompanySpec.of(43)).records().deals());
  }

  @Test
  void whatIsPlantedOnOnePersonLeavesTheOthersAsTheyWere() {
    CompanySpec spec = CompanySpec.of(42).withPlanted(Set.of());
    GeneratedCompany clean = GeneratedCompany.generate(spec);
    GeneratedCompany odd = GeneratedCompany.generate(spec.withPlanted(Set.of(Kind.CREATION_FALL)));
    Set<Object> hit =
        odd.truth().planted().stream().map(Planted::owner).collect(Collectors.toSet());
    assertEquals(2, hit.size());
    assertTrue(clean.truth().planted().isEmpty());
    assertEquals(without(clean, hit), without(odd, hit));
    assertNotEquals(clean.records().deals(), odd.records().deals());
  }

  private static List<Deal> without(GeneratedCompany company, Set<Object> owners) {
    return company.records().deals().stream()
        .filter(deal -> !owners.contains(deal.owner()))
        .toList();
  }

  @Test
  void isOfThePlausibleSize() {
    long won = count(Outcome.WON);
    assertTrue(RECORDS.deals().size() > 8_000 && RECORDS.deals().size() < 12_000);
    assertTrue(won > 2_700 && won < 4_200, "won " + won);
    assertTrue(RECORDS.activities().size() > 25_000);
    assertEquals(40, COMPANY.truth().sellers().size());
    assertEquals(LocalDate.of(2026, 11, 2), COMPANY.review());
    assertEquals(LocalDate.of(2025, 3, 1), RECORDS.observedFrom());
    assertEquals("Generated company, seed 42", RECORDS.title());
  }

  private static long count(Outcome outcome) {
    return RECORDS.deals().stream().filter(deal -> deal.outcome() == outcome).count();
  }

  @Test
  void rowsAddUp() {
    assertEquals(3, RECORDS.rejects().size());
    assertEquals(
        (long) RECORDS.deals().size()
            + RECORDS.activities().size()
            + RECORDS.targets().size()
            + RECORDS.commitments().size(),
        RECORDS.accepted());
    assertEquals(RECORDS.offered(), RECORDS.accepted() + RECORDS.rejects().size());
    assertTrue(RECORDS.rejects().get(0).reason().contains("must not close before it opens"));
    assertTrue(RECORDS.rejects().get(1).reason().contains("must not be negative"));
    assertTrue(RECORDS.rejects().get(2).reason().contains("must be at least 1"));
  }

  @Test
  void dealsKeepTheRulesOfTheProcess() {
    Set<DealId> ids = new HashSet<>();
    for (Deal deal : RECORDS.deals()) {
      LocalDate opened = deal.opened().orElseThrow();
      assertTrue(ids.add(deal.id()));
      assertFalse(opened.isAfter(RECORDS.asOf()));
      List<String> stages = deal.visits().stream().map(StageVisit::stage).distinct().toList();
      assertEquals(List.of(DealProcess.STAGES).subList(0, stages.size()), stages);
      assertEquals(deal.stage(), stages.get(stages.size() - 1));
      assertEquals(opened, deal.visits().get(0).entered());
      assertTrue(deal.listAmount().orElseThrow().signum() > 0);
      assertEquals(deal.outcome() == Outcome.WON, deal.amount().isPresent());
      deal.closed()
          .ifPresent(
              closed -> {
                assertFalse(closed.isBefore(RECORDS.observedFrom()));
                assertFalse(closed.isAfter(RECORDS.asOf()));
                assertTrue(closed.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue());
              });
      if (deal.outcome() == Outcome.WON) {
        assertEquals("Decision", deal.stage());
        assertTrue(deal.ageOn(deal.closed().orElseThrow()).orElseThrow() < DealProcess.DEADLINE);
        assertTrue(deal.amount().orElseThrow().compareTo(deal.listAmount().orElseThrow()) <= 0);
      }
    }
  }

  @Test
  void meetingsComeBeforeTheirDeals() {
    Map<DealId, Deal> deals = new HashMap<>();
    RECORDS.deals().forEach(deal -> deals.put(deal.id(), deal));
    Set<String> ids = new HashSet<>();
    Set<DealId> met = new HashSet<>();
    for (Activity activity : RECORDS.activities()) {
      assertTrue(ids.add(activity.id()));
      assertFalse(activity.on().isBefore(RECORDS.observedFrom()));
      assertFalse(activity.on().isAfter(RECORDS.asOf()));
      activity
          .deal()
          .ifPresent(
              id -> {
                Deal deal = deals.get(id);
                assertEquals(StandardMetrics.MEETINGS, activity.metric());
                assertEquals(deal.owner(), activity.person());
                assertFalse(activity.on().isAfter(deal.opened().orElseThrow()));
                assertTrue(met.add(id), "one meeting a deal");
              });
    }
    assertTrue(met.size() > RECORDS.deals().size() / 2);
  }

  @Test
  void organisationHasLifeInIt() {
    Organisation organisation = RECORDS.organisation();
    assertEquals(46, organisation.people().size());
    assertEquals(9, organisation.units().stream().filter(u -> !isUnassigned(u)).count());
    Set<String> names = new HashSet<>();
    List<PersonId> namesakes =
        organisation.people().stream().filter(p -> !names.add(organisation.name(p))).toList();
    assertEquals(1, namesakes.size());
    LocalDate start = RECORDS.observedFrom();
    assertEquals(4, changed(organisation, start, RECORDS.asOf()), "3 joined, 1 left");
    long moved =
        COMPANY.truth().sellers().stream()
            .filter(person -> organisation.memberships(person).size() == 2)
            .count();
    assertEquals(1, moved);
    UnitId last = team(5);
    assertNotEquals(organisation.parent(last, start), organisation.parent(last, RECORDS.asOf()));
    for (Deal deal : RECORDS.deals()) {
      assertTrue(organisation.unitOf(deal.owner(), deal.opened().orElseThrow()).isPresent());
    }
  }

  private static boolean isUnassigned(UnitId unit) {
    return unit.equals(Organisation.UNASSIGNED);
  }

  private static UnitId team(int number) {
    return UnitId.of(Names.key(Names.team(number)));
  }

  private static long changed(Organisation organisation, LocalDate from, LocalDate to) {
    return COMPANY.truth().sellers().stream()
        .filter(
            person ->
                organisation.unitOf(person, from).isPresent()
                    != organisation.unitOf(person, to).isPresent())
        .count();
  }

  @Test
  void targetsOfUnitsFollowThoseOfTheirPeople() {
    Period quarter = COMPANY.quarter();
    List<Target> targets =
        RECORDS.targets().stream().filter(target -> target.period().equals(quarter)).toList();
    double people = sum(targets.stream().filter(t -> t.owner() instanceof PersonId).toList());
    double company =
        sum(targets.stream().filter(t -> t.owner().equals(UnitId.of("company"))).toList());
    assertEquals(0.93, company / people, 0.01);
    for (Target target : RECORDS.targets()) {
      assertEquals(0, target.amount().unscaled() % 1_000);
      assertTrue(target.amount().signum() > 0);
    }
    assertTrue(
        RECORDS.targets().stream()
            .anyMatch(target -> target.period().start().isAfter(RECORDS.asOf())));
  }

  private static double sum(List<Target> targets) {
    return targets.stream().map(Target::amount).reduce(Quantity.ZERO, Quantity::plus).toDouble();
  }

  @Test
  void commitmentsAreAgreedWithTheManagerAndHalfOfThemKept() {
    Map<PersonId, Integer> kept = new HashMap<>();
    for (var commitment : RECORDS.commitments()) {
      assertEquals(
          COMPANY.manager(commitment.person(), commitment.week().start()), commitment.agreedWith());
      long held = meetings(commitment.person(), commitment.week());
      kept.merge(commitment.person(), held >= commitment.count() ? 1 : 0, Integer::sum);
    }
    int all = kept.values().stream().mapToInt(Integer::intValue).sum();
    assertEquals(0.5, all / (double) RECORDS.commitments().size(), 0.12);
  }

  private static long meetings(PersonId person, Period week) {
    return RECORDS.activities().stream()
        .filter(a -> a.person().equals(person) && a.metric().equals(StandardMetrics.MEETINGS))
        .filter(a -> week.contains(a.on()))
        .count();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 12, 120})
  void isMadeInAnySize(int sellers) {
    CompanySpec spec = CompanySpec.of(7).withSellers(sellers).withMonths(8);
    GeneratedCompany company = GeneratedCompany.generate(spec);
    assertEquals(sellers, company.truth().sellers().size());
    assertEquals(sellers, company.leave().size());
    assertTrue(company.records().deals().size() > sellers * 20);
    assertTrue(company.truth().planted().size() <= 1 + sellers / 2);
  }

  @Test
  void otherSpecs() {
    CompanySpec spec =
        CompanySpec.of(7)
            .withSellers(9)
            .withUnits(1, 3)
            .withAsOf(LocalDate.of(2026, 3, 31))
            .withMoney("JPY", 0)
            .withMode(CompanySpec.Mode.BREAKING);
    GeneratedCompany company = GeneratedCompany.generate(spec);
    assertEquals(spec, company.spec());
    assertEquals(LocalDate.of(2026, 4, 6), company.review());
    assertEquals("JPY", company.records().currency());
    for (Deal deal : company.records().deals()) {
      assertEquals(0, deal.amount().orElse(Quantity.ZERO).scale());
    }
    HolidayTable.PlaceState us = company.holidays().state().places().get(0);
    assertEquals("US", us.place());
    assertFalse(us.holidays().isEmpty());
    for (HolidayTable.HolidayState holiday : us.holidays()) {
      LocalDate day = LocalDate.parse(holiday.day());
      assertTrue(
          company.records().deals().stream().noneMatch(deal -> deal.opened().get().equals(day)));
    }
    assertEquals(
        us.holidays().stream().filter(day -> day.day().startsWith("2025-")).count(),
        company.records().availability().workingDays().state().weekdays().size() * 52
            + 1
            - company
                .records()
                .availability()
                .workingDays()
                .count(
                    company.records().availability().place(),
                    LocalDate.of(2025, 1, 1),
                    LocalDate.of(2026, 1, 1)),
        "2025 has 261 weekdays");
    assertTrue(
        GeneratedCompany.generate(spec.withMoney("KWD", 3)).records().deals().stream()
            .flatMap(deal -> deal.amount().stream())
            .max(Comparator.comparing(Quantity::scale))
            .isPresent());
  }

  @Test
  void growthShowsWhenBreaking() {
    CompanySpec spec = CompanySpec.of(3).withPlanted(Set.of());
    double steady = laterToEarlier(spec);
    double growing = laterToEarlier(spec.withMode(CompanySpec.Mode.BREAKING));
    assertEquals(1, steady, 0.15);
    assertTrue(growing > 1.2, "grew by " + growing);
  }

  private static double laterToEarlier(CompanySpec spec) {
    SalesRecords records = GeneratedCompany.generate(spec).records();
    LocalDate middle = records.observedFrom().plusMonths(10);
    long later =
        records.deals().stream().filter(d -> !d.opened().orElseThrow().isBefore(middle)).count();
    long earlier =
        records.deals().stream()
            .filter(d -> d.opened().orElseThrow().isBefore(middle))
            .filter(d -> !d.opened().orElseThrow().isBefore(records.observedFrom()))
            .count();
    return later / (double) earlier;
  }

  @Test
  void specsAreChecked() {
    CompanySpec spec = CompanySpec.of(1);
    assertThrows(IllegalArgumentException.class, () -> spec.withSellers(0));
    assertThrows(IllegalArgumentException.class, () -> spec.withUnits(7, 6));
    assertThrows(IllegalArgumentException.class, () -> spec.withUnits(1, 41));
    assertThrows(IllegalArgumentException.class, () -> spec.withMonths(2));
    assertThrows(IllegalArgumentException.class, () -> spec.withMoney(" ", 2));
    assertThrows(IllegalArgumentException.class, () -> spec.withMoney("USD", 5));
    assertThrows(
        IllegalArgumentException.class,
        () -> COMPANY.manager(PersonId.of("nobody"), RECORDS.asOf()));
  }
}
