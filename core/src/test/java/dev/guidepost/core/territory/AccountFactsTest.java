package dev.guidepost.core.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.fact.LedgerWriter;
import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.TerritoryId;
import dev.guidepost.core.measure.Measuring;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.people.Dated;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountFactsTest {

  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final AccountId ACME = AccountId.of("acme");
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);

  private static String measured(LedgerWriter writer, MetricId metric, String period) {
    FiscalCalendar calendar = FiscalCalendar.calendarYear();
    return Measuring.of(writer.snapshot(), calendar)
        .measure(metric, List.of(ANA, BEN), calendar.period(period))
        .toString();
  }

  @Test
  void surveysCountThoseThatDidNotAnswer() {
    Survey nine = Survey.sent("1", ACME, ANA, JUNE.minusDays(20)).answered(JUNE, Quantity.of(9));
    Survey half =
        Survey.sent("2", ACME, ANA, JUNE.minusDays(20))
            .answered(JUNE.minusDays(20), Quantity.parse("5.5"));
    Survey none = Survey.sent("3", ACME, BEN, JUNE.minusDays(9));
    Survey later = Survey.sent("4", ACME, BEN, JUNE.plusDays(1));
    LedgerWriter writer = new LedgerWriter(StandardMetrics.fullCatalog("USD", 2));
    for (LocalDate asOf : List.of(JUNE.minusDays(1), JUNE)) {
      try (Batch batch = writer.batch("surveys " + asOf, asOf)) {
        AccountFacts facts = new AccountFacts(asOf);
        List.of(nine, half, none, later).forEach(survey -> facts.write(survey, batch));
        assertEquals(3, batch.commit().offered());
      }
      boolean answered = asOf.equals(JUNE);
      assertEquals(
          answered ? "7.25 (0..10) (14.5 over 2)" : "5.50 (0..10) (5.5 over 1)",
          measured(writer, StandardMetrics.SATISFACTION, "2026-06"));
      assertEquals(
          answered ? "66.7 % (2 of 3)" : "33.3 % (1 of 3)",
          measured(writer, StandardMetrics.RESPONSE_RATE, "2026-06"));
    }
  }

  /** East goes from Ana to Ben in the quarter; its account must not be counted for both. */
  @Test
  void aTerritoryThatChangesHandsIsCountedOnce() {
    TerritoryId east = TerritoryId.of("east");
    Territories territories =
        Territories.builder(Accounts.builder().build(), "USD")
            .account(ACME, Dated.always(east))
            .holder(east, Dated.always(ANA))
            .holder(east, Dated.from(BEN, JUNE))
            .potential(Potential.of(ACME, Quantity.of(1_000), "survey", JUNE.minusDays(99)))
            .build();
    LedgerWriter writer = new LedgerWriter(StandardMetrics.fullCatalog("USD", 2));
    for (LocalDate day : List.of(JUNE.minusDays(30), JUNE)) {
      Purchases bought = Purchases.builder(day, "USD").booked(ACME, JUNE, Quantity.of(250)).build();
      try (Batch batch = writer.batch("territories " + day, day)) {
        new AccountFacts(day).write(territories, bought, batch);
        batch.commit();
      }
    }
    assertEquals(
        "1 account (1 of 2 reported)",
        measured(writer, StandardMetrics.TERRITORY_ACCOUNTS, "2026-05"));
    assertEquals(
        "1 account (2 of 2 reported)",
        measured(writer, StandardMetrics.TERRITORY_ACCOUNTS, "2026-Q2"));
    assertEquals(
        "0.0 % (0 of 1,000; 1 of 2 reported)",
        measured(writer, StandardMetrics.POTENTIAL_PENETRATION, "2026-05"));
    assertEquals(
        "25.0 % (250 of 1,000)",
        measured(writer, StandardMetrics.POTENTIAL_PENETRATION, "2026-Q2"));
    assertEquals(
        "purchases must be of all products as of 2026-06-30, but were purchases of 0 accounts as of"
            + " 2026-06-29 in USD",
        assertThrows(
                IllegalArgumentException.class,
                () -> {
                  try (Batch batch = writer.batch("x", JUNE)) {
                    new AccountFacts(JUNE)
                        .write(
                            territories,
                            Purchases.builder(JUNE.minusDays(1), "USD").build(),
                            batch);
                  }
                })
            .getMessage());
  }

  private static final TerritoryId EAST = TerritoryId.of("east");
  private static final TerritoryId WEST = TerritoryId.of("west");

  private static Territories heldBy(PersonId holder) {
    return Territories.builder(Accounts.builder().build(), "USD")
        .account(ACME, Dated.always(EAST))
        .holder(EAST, Dated.from(holder, JUNE.minusDays(99)))
        .potential(Potential.of(ACME, Quantity.of(100), "survey", JUNE.minusDays(99)))
        .build();
  }

  private static void write(Territories territories, LocalDate day, LedgerWriter writer) {
    try (Batch batch = writer.batch("territories " + day, day)) {
      Purchases bought =
          Purchases.builder(day, "USD").booked(ACME, JUNE.minusDays(60), Quantity.of(50)).build();
      new AccountFacts(day).write(territories, bought, batch);
      assertEquals(List.of(), batch.commit().rejects());
    }
  }

  /** Ana never held East; that she did was a mistake, written down and put right the day after. */
  @Test
  void aHolderThatIsCorrectedIsNotCountedTwice() {
    for (int days = 0; days < 2; days++) {
      LedgerWriter writer = new LedgerWriter(StandardMetrics.fullCatalog("USD", 2));
      write(heldBy(ANA), JUNE.minusDays(days), writer);
      write(heldBy(BEN), JUNE, writer);
      assertEquals(
          "100 USD (2 of 2 reported)",
          measured(writer, StandardMetrics.TERRITORY_POTENTIAL, "2026-06"));
      assertEquals(
          "50.0 % (50 of 100)", measured(writer, StandardMetrics.POTENTIAL_PENETRATION, "2026-06"));
    }
  }

  /** West loses Ben; what is to win there is still to be won. */
  @Test
  void aVacantSeatKeepsItsPotential() {
    AccountId kelso = AccountId.of("kelso");
    Territories territories =
        Territories.builder(Accounts.builder().account(kelso, "Kelso").build(), "USD")
            .account(ACME, Dated.always(EAST))
            .account(kelso, Dated.always(WEST))
            .holder(EAST, Dated.always(ANA))
            .holder(WEST, Dated.between(BEN, JUNE.minusDays(99), LocalDate.of(2026, 6, 1)))
            .potential(Potential.of(ACME, Quantity.of(100), "survey", JUNE.minusDays(99)))
            .potential(Potential.of(kelso, Quantity.of(300), "survey", JUNE.minusDays(99)))
            .build();
    LedgerWriter writer = new LedgerWriter(StandardMetrics.fullCatalog("USD", 2));
    List<PartyId> all = List.of(ANA, BEN, AccountFacts.UNASSIGNED);
    FiscalCalendar calendar = FiscalCalendar.calendarYear();
    for (String month : List.of("2026-05", "2026-06")) {
      write(territories, calendar.period(month).end().minusDays(1), writer);
      assertEquals(
          "12.5 %",
          Measuring.of(writer.snapshot(), calendar)
              .measure(StandardMetrics.POTENTIAL_PENETRATION, all, calendar.period(month))
              .parts()
              .orElseThrow()
              .percent(1));
    }
    assertEquals(
        "300 USD (1 of 1 reported)",
        Measuring.of(writer.snapshot(), calendar)
            .measure(
                StandardMetrics.TERRITORY_POTENTIAL,
                List.of(AccountFacts.UNASSIGNED),
                calendar.period("2026-06"))
            .toString());
  }

  /** As known on a day: an answer that came to be on record later is none yet. */
  @Test
  void whatBecomesKnownLaterIsWrittenThen() {
    LocalDate tenth = LocalDate.of(2026, 6, 10);
    Survey survey =
        Survey.sent("s", ACME, ANA, tenth)
            .answered(new Survey.Answer(tenth.plusDays(2), Quantity.of(9), tenth.plusDays(9)))
            .knownOn(tenth.plusDays(1));
    LedgerWriter writer = new LedgerWriter(StandardMetrics.fullCatalog("USD", 2));
    for (int days : new int[] {0, 1, 8, 9}) {
      LocalDate asOf = tenth.plusDays(days);
      try (Batch batch = writer.batch("surveys " + asOf, asOf)) {
        new AccountFacts(asOf).write(survey, batch);
        assertEquals(days == 0 ? 0 : 1, batch.commit().offered());
      }
      assertEquals(
          days == 0 ? "- (0 of 0)" : days < 9 ? "0.0 % (0 of 1)" : "100.0 % (1 of 1)",
          measured(writer, StandardMetrics.RESPONSE_RATE, "2026-06"));
    }
    assertEquals(
        "survey s must not be known before 2026-06-10, but was on 2026-06-09",
        assertThrows(IllegalArgumentException.class, () -> survey.knownOn(tenth.minusDays(1)))
            .getMessage());
    assertEquals(
        "answer must not be known before 2026-06-10, but was on 2026-06-09",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Survey.Answer(tenth, Quantity.of(1), tenth.minusDays(1)))
            .getMessage());
  }

  @Test
  void refusesSurveysThatCannotBe() {
    Survey sent = Survey.sent("s", ACME, ANA, JUNE);
    assertEquals(Optional.empty(), sent.answer());
    assertEquals(
        "survey s must not be answered before it was sent on 2026-06-30, but was on 2026-06-29",
        assertThrows(
                IllegalArgumentException.class,
                () -> sent.answered(JUNE.minusDays(1), Quantity.of(5)))
            .getMessage());
    assertEquals(
        "score must be 0 to 10, but was 11",
        assertThrows(IllegalArgumentException.class, () -> sent.answered(JUNE, Quantity.of(11)))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> sent.answered(JUNE, Quantity.of(-1)));
    assertEquals(
        "survey id must not be blank",
        assertThrows(IllegalArgumentException.class, () -> Survey.sent(" ", ACME, ANA, JUNE))
            .getMessage());
  }
}
