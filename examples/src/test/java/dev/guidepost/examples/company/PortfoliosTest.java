package dev.guidepost.examples.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.feed.RecordFacts;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.measure.Measuring;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.territory.AccountFacts;
import dev.guidepost.core.territory.Purchases;
import dev.guidepost.core.territory.Survey;
import dev.guidepost.core.territory.Territories;
import dev.guidepost.core.territory.TerritoryProfile;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.source.Arrangements;
import dev.guidepost.examples.source.SalesRecords;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The customers of the generated company's account managers, and what the library makes of them.
 */
class PortfoliosTest {

  private static final GeneratedCompany COMPANY = GeneratedCompany.generate(CompanySpec.of(42));
  private static final SalesRecords RECORDS = COMPANY.records();
  private static final Arrangements ARRANGEMENTS = RECORDS.arrangements().orElseThrow();
  private static final Territories TERRITORIES = ARRANGEMENTS.territories();

  private static boolean manages(PersonId person) {
    return COMPANY.truth().role(person).equals(Roles.ACCOUNT_MANAGER);
  }

  @Test
  void accountManagersHaveTerritories() {
    assertEquals(List.of(), TERRITORIES.findings());
    assertEquals(List.of(), TERRITORIES.accounts().findings());
    Set<PersonId> holders = TERRITORIES.holdersUntil(RECORDS.asOf());
    assertEquals(
        COMPANY.truth().sellers().stream()
            .filter(PortfoliosTest::manages)
            .collect(Collectors.toSet()),
        holders);
    Set<String> segments =
        TERRITORIES.accounts().ids().stream()
            .map(account -> TERRITORIES.accounts().segment(account, RECORDS.asOf()).orElseThrow())
            .collect(Collectors.toSet());
    assertEquals(Set.of("mid", "large"), segments);
    Set<AccountId> known = TERRITORIES.accounts().ids();
    for (Deal deal : RECORDS.deals()) {
      assertTrue(
          !manages(deal.owner()) || known.contains(deal.account().orElseThrow()), deal.toString());
    }
  }

  @Test
  void whatTheyHaveIsMeasured() {
    LedgerWriter writer = new LedgerWriter(StandardMetrics.fullCatalog("USD", 2));
    LocalDate asOf = RECORDS.asOf();
    RecordFacts deals = new RecordFacts(asOf, RECORDS.observedFrom());
    try (Batch batch = writer.batch("deals", asOf)) {
      RECORDS.deals().forEach(deal -> deals.write(deal, batch));
      batch.commit();
    }
    Purchases bought = Purchases.of(writer.snapshot(), asOf);
    AccountFacts facts = new AccountFacts(asOf);
    try (Batch batch = writer.batch("accounts", asOf)) {
      ARRANGEMENTS.surveys().forEach(survey -> facts.write(survey, batch));
      facts.write(TERRITORIES, bought, batch);
      batch.commit();
    }
    for (TerritoryProfile profile : TERRITORIES.profiles(bought)) {
      if (!profile.id().equals(Territories.UNASSIGNED)) {
        assertTrue(profile.lines().size() > 60, profile.toString());
        assertTrue(profile.potential().signum() > 0, profile.toString());
        assertTrue(profile.won().signum() > 0, profile.toString());
        assertTrue(profile.won().compareTo(profile.potential()) < 0, profile.toString());
      }
    }
    Measuring measuring = Measuring.of(writer.snapshot(), FiscalCalendar.calendarYear());
    Period year = FiscalCalendar.calendarYear().period("2026");
    List<PersonId> managers = List.copyOf(TERRITORIES.holdersUntil(asOf));
    double score =
        measuring
            .measure(StandardMetrics.SATISFACTION, managers, year)
            .value(2)
            .orElseThrow()
            .doubleValue();
    assertEquals(7.7, score, 0.3);
    double rate =
        measuring
            .measure(StandardMetrics.RESPONSE_RATE, managers, year)
            .value(3)
            .orElseThrow()
            .doubleValue();
    assertEquals(0.6, rate, 0.06);
  }

  @Test
  void surveysAreOfThosePresent() {
    assertFalse(ARRANGEMENTS.surveys().isEmpty());
    for (Survey survey : ARRANGEMENTS.surveys()) {
      assertTrue(
          ARRANGEMENTS.roster().role(survey.owner(), survey.sent()).isPresent(), survey.toString());
      assertFalse(survey.sent().isBefore(RECORDS.observedFrom()));
      assertFalse(survey.sent().isAfter(RECORDS.asOf()));
      survey.answer().ifPresent(answer -> assertFalse(answer.on().isAfter(RECORDS.asOf())));
    }
    Set<String> ids = ARRANGEMENTS.surveys().stream().map(Survey::id).collect(Collectors.toSet());
    assertEquals(ARRANGEMENTS.surveys().size(), ids.size());
  }

  @Test
  void aCompanyWithoutAccountManagersHasNone() {
    Arrangements small =
        GeneratedCompany.generate(CompanySpec.of(7).withSellers(1)).records().arrangements().get();
    assertEquals(List.of(), small.surveys());
    assertEquals(Set.of(), small.territories().accounts().ids());
  }

  @Test
  void isTheSameForTheSameSeed() {
    Arrangements again =
        GeneratedCompany.generate(CompanySpec.of(42)).records().arrangements().get();
    assertEquals(TERRITORIES.state(), again.territories().state());
    assertEquals(ARRANGEMENTS.surveys(), again.surveys());
  }
}
