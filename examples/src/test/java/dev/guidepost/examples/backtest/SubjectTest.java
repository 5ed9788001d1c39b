package dev.guidepost.examples.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.record.Outcome;
import dev.guidepost.core.time.Period;
import dev.guidepost.examples.company.CompanySpec;
import dev.guidepost.rollup.org.Membership;
import dev.guidepost.rollup.org.Organisation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What is looked at, and that nothing later is seen. */
class SubjectTest {

  private static final LocalDate DAY = LocalDate.of(2025, 11, 30);
  private static final Subject COMPANY = Subject.generated(CompanySpec.Mode.OBEYING, 1);

  @Test
  void noLaterDayIsSeen() {
    Known known = new Known(COMPANY, DAY);
    assertTrue(known.deals().size() < COMPANY.deals().size());
    for (Deal deal : known.deals()) {
      assertFalse(deal.opened().orElseThrow().isAfter(DAY));
      assertTrue(deal.closed().isEmpty() || !deal.closed().get().isAfter(DAY));
      assertTrue(deal.outcome() == Outcome.WON || deal.amount().isEmpty(), "amounts of wins only");
      assertTrue(deal.knownDays().last().compareTo(DAY) <= 0);
    }
  }

  @Test
  void whoComesGoesAndMovesLaterIsNotSeen() {
    Organisation whole = COMPANY.organisation();
    Organisation known = COMPANY.knownOn(DAY);
    Set<PersonId> joiners =
        whole.people().stream()
            .filter(
                person ->
                    whole.memberships(person).stream()
                        .allMatch(
                            stay -> stay.from().filter(from -> from.isAfter(DAY)).isPresent()))
            .collect(Collectors.toSet());
    assertFalse(joiners.isEmpty());
    joiners.forEach(person -> assertFalse(known.contains(person), person.toString()));
    for (PersonId person : known.people()) {
      for (Membership stay : known.memberships(person)) {
        assertTrue(stay.until().isEmpty() || !stay.until().get().isAfter(DAY.plusDays(1)));
      }
      assertEquals(whole.unitOf(person, DAY), known.unitOf(person, DAY));
    }
    assertTrue(known.treeChanges().stream().noneMatch(day -> day.isAfter(DAY)));
  }

  @Test
  void quartersAreThoseThatAreLeftAndThoseToCome() {
    List<Subject.Look> looks = COMPANY.looks();
    assertEquals(7, looks.size(), "at the end of a quarter nothing of it is left");
    assertEquals(
        Period.custom(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 1)), looks.get(2).days());
    assertEquals(looks.get(3).period(), looks.get(3).days());
    looks.forEach(look -> assertFalse(look.period().end().isAfter(LocalDate.of(2026, 10, 1))));
  }

  @Test
  void theSameDaysOfLastQuarterAreObserved() {
    Peers peers = new Peers(new Known(COMPANY, DAY));
    assertEquals(
        Optional.of(Period.custom(LocalDate.of(2025, 8, 31), LocalDate.of(2025, 10, 1))),
        peers.repeated(COMPANY.looks().get(2)));
    assertEquals(
        LocalDate.of(2025, 7, 1), peers.repeated(COMPANY.looks().get(3)).orElseThrow().start());
  }

  /** What is won in one month is not won in the next. */
  @Test
  void companyRatesAreThoseOfDaysOpen() {
    Peers peers = new Peers(new Known(COMPANY, DAY));
    Deal open = COMPANY.deals().get(0);
    Period month = Period.custom(DAY.plusDays(1), DAY.plusDays(31));
    Period second = Period.custom(DAY.plusDays(31), DAY.plusDays(61));
    Period both = Period.custom(DAY.plusDays(1), DAY.plusDays(61));
    double apart =
        peers.chance(Forecaster.COMPANY_RATE, open, month)
            + peers.chance(Forecaster.COMPANY_RATE, open, second);
    assertEquals(peers.chance(Forecaster.COMPANY_RATE, open, both), apart, 1e-12);
    assertEquals(1.0 / 3, peers.chance(Forecaster.OPEN_THIRD, open, both), 1e-12);
    double won = peers.chance(Forecaster.STAGE_WEIGHTED, open, both);
    assertTrue(won > 0 && won < 1);
    assertEquals(
        peers.newWins(Forecaster.COMPANY_RATE, both),
        peers.newWins(Forecaster.COMPANY_RATE, month)
            + peers.newWins(Forecaster.COMPANY_RATE, second),
        1e-9);
    assertEquals(0, peers.newWins(Forecaster.OPEN_THIRD, both));
  }

  @Test
  void nothingOfTheRealDataTellsHowItEnds() {
    Path folder =
        Path.of(System.getProperty("guidepost.shared", "none"))
            .resolve("data/crm-sales-opportunities");
    if (!Files.isDirectory(folder)) {
      Assumptions.abort("shared data absent: data/crm-sales-opportunities");
    }
    Subject real =
        Subject.crm(folder, Path.of("src/main/mappings/crm-sales-opportunities.properties"));
    assertEquals(500, real.undated());
    assertEquals(8_300, real.deals().size());
    assertEquals(6 + 7, real.looks().size());
    assertEquals(LocalDate.of(2017, 11, 30), real.looks().get(real.looks().size() - 1).asOf());
    Known known = new Known(real, LocalDate.of(2017, 8, 31));
    Set<String> stages = new TreeSet<>();
    for (Deal deal : known.deals()) {
      assertEquals(Optional.empty(), deal.account());
      if (deal.outcome() == Outcome.OPEN) {
        stages.add(deal.stage());
        assertEquals(Optional.empty(), deal.amount());
      }
    }
    assertEquals(Set.of("Engaging"), stages);
  }
}
