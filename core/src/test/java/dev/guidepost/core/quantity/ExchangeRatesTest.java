package dev.guidepost.core.quantity;

import static dev.guidepost.core.quantity.RateKind.BOOKING;
import static dev.guidepost.core.quantity.RateKind.PLAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Dated rates of exchange. */
class ExchangeRatesTest {

  /** Salesforce help, "dated exchange rates": 1.39 from January 1, 1.42 from February 1. */
  private static final ExchangeRates RATES =
      ExchangeRates.against("USD")
          .quote("1 USD = 1.42 AUD from 2026-02-01 booking")
          .quote("1 USD = 1.39 AUD from 2026-01-01 booking")
          .quote("1 EUR = 1.08 USD from 2026-01-01 booking")
          .quote("1 USD = 1.4 AUD from 2026-01-01 plan")
          .build();

  private static final LocalDate LAST_OF_JANUARY = LocalDate.of(2026, 1, 31);
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);

  private static Quantity convert(String amount, String from, String to, LocalDate on) {
    return RATES.convert(Quantity.parse(amount), from, to, BOOKING, on, 2, RoundingMode.HALF_EVEN);
  }

  @Test
  void holdsUntilTheDayBeforeTheNextStart() {
    assertEquals(Quantity.of(139), convert("100", "USD", "AUD", LocalDate.of(2026, 1, 1)));
    assertEquals(Quantity.of(139), convert("100", "USD", "AUD", LAST_OF_JANUARY));
    assertEquals(Quantity.of(142), convert("100", "USD", "AUD", FEBRUARY));
    assertEquals(Quantity.of(142), convert("100", "USD", "AUD", LocalDate.of(2036, 1, 1)));
    assertEquals(
        Quantity.of(140),
        RATES.convert(Quantity.of(100), "USD", "AUD", PLAN, FEBRUARY, 2, RoundingMode.UNNECESSARY));
  }

  @Test
  void dividesByWhatIsQuotedTheOtherWayRound() {
    assertEquals(Quantity.parse("71.94"), convert("100", "AUD", "USD", LAST_OF_JANUARY));
    assertEquals(Quantity.of(108), convert("100", "EUR", "USD", FEBRUARY));
    assertEquals(Quantity.parse("92.59"), convert("100", "USD", "EUR", FEBRUARY));
    assertEquals(Quantity.parse("-92.59"), convert("-100", "USD", "EUR", FEBRUARY));
  }

  @Test
  void goesAcrossTheBaseAndRoundsOnce() {
    // 100 EUR = 108 USD = 150.12 AUD; 100 AUD = 100 / (1.39 x 1.08) EUR = 66.613... EUR,
    // whereas rounding on the way (71.94 USD) would give 66.611...
    assertEquals(Quantity.parse("150.12"), convert("100", "EUR", "AUD", LAST_OF_JANUARY));
    ExchangeRate cross = RATES.rate("AUD", "EUR", BOOKING, LAST_OF_JANUARY);
    assertEquals("1 AUD = 1/1.5012 EUR", cross.toString());
    assertEquals(2, cross.quotes().size());
    assertEquals(
        Quantity.parse("66.6134"), cross.convert(Quantity.of(100), 4, RoundingMode.HALF_EVEN));
    assertEquals(
        "1 EUR = 1.5012 AUD", RATES.rate("EUR", "AUD", BOOKING, LAST_OF_JANUARY).toString());
  }

  @Test
  void needsNoRateWithinOneCurrency() {
    LocalDate before = LocalDate.of(1990, 1, 1);
    assertEquals(Quantity.parse("1.23456"), convert("1.23456", "JPY", "JPY", before));
    assertEquals("1 JPY = 1 JPY", RATES.rate("JPY", "JPY", PLAN, before).toString());
    assertEquals(
        "scale must be 0 to 9, but was 10",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    RATES
                        .rate("JPY", "JPY", PLAN, before)
                        .convert(Quantity.ZERO, 10, RoundingMode.UP))
            .getMessage());
  }

  @Test
  void saysWhatIsMissing() {
    LocalDate before = LocalDate.of(2025, 12, 31);
    MissingRateException missing =
        assertThrows(MissingRateException.class, () -> RATES.rate("EUR", "AUD", BOOKING, before));
    assertEquals(
        "booking rate of EUR must be known to convert EUR to AUD on 2025-12-31, but none was"
            + " published by then",
        missing.getMessage());
    assertEquals("EUR", missing.from());
    assertEquals("AUD", missing.to());
    assertEquals("EUR", missing.currency());
    assertEquals(BOOKING, missing.kind());
    assertEquals(before, missing.day());
    assertEquals(Optional.empty(), missing.lastPublished());
    assertEquals(1, missing.conversions());
    MissingRateException plan =
        assertThrows(MissingRateException.class, () -> RATES.rate("AUD", "EUR", PLAN, FEBRUARY));
    assertEquals("EUR", plan.currency());
    assertTrue(plan.forConversions(17).getMessage().endsWith("by then (17 conversions)"));
    assertEquals(17, plan.forConversions(17).conversions());
    assertThrows(IllegalArgumentException.class, () -> plan.forConversions(0));
  }

  @Test
  void saysWhatIsStale() {
    ExchangeRates strict = RATES.toBuilder().staleAfterDays(BOOKING, 10).build();
    LocalDate tenth = LocalDate.of(2026, 1, 11);
    assertEquals("1 USD = 1.39 AUD", strict.rate("USD", "AUD", BOOKING, tenth).toString());
    MissingRateException stale =
        assertThrows(
            MissingRateException.class,
            () -> strict.rate("USD", "AUD", BOOKING, tenth.plusDays(1)));
    assertEquals(Optional.of(LocalDate.of(2026, 1, 1)), stale.lastPublished());
    assertEquals(
        "booking rate of AUD must be known to convert USD to AUD on 2026-01-12, but the last one,"
            + " of 2026-01-01, is stale",
        stale.getMessage());
    assertEquals(OptionalInt.of(10), strict.staleAfterDays(BOOKING));
    assertEquals(OptionalInt.empty(), strict.staleAfterDays(PLAN));
    assertEquals("1 USD = 1.4 AUD", strict.rate("USD", "AUD", PLAN, tenth.plusYears(1)).toString());
  }

  @Test
  void refusesWhatIsNoRate() {
    assertEquals(
        "quote must name the base currency USD on one side, but was 1 EUR = 1.5 AUD from"
            + " 2026-01-01 plan",
        refused(() -> RATES.toBuilder().quote("1 EUR = 1.5 AUD from 2026-01-01 plan")));
    assertEquals(
        "quote must be the only one of its day, but was 1 USD = 1.41 AUD from 2026-01-01 plan"
            + " beside 1 USD = 1.4 AUD from 2026-01-01 plan",
        refused(() -> RATES.toBuilder().quote("1 USD = 1.41 AUD from 2026-01-01 plan")));
    assertEquals(RATES, RATES.toBuilder().quote("1 USD = 1.40 AUD from 2026-01-01 plan").build());
    assertEquals(
        "days must not be negative, but was -1",
        refused(() -> RATES.toBuilder().staleAfterDays(PLAN, -1)));
    assertEquals(
        "base currency must be three upper-case letters such as USD, but was \"usd\"",
        refused(() -> ExchangeRates.against("usd")));
    assertEquals(
        "currency must be three upper-case letters such as USD, but was \"dollars\"",
        refused(() -> RATES.rate("dollars", "USD", PLAN, FEBRUARY)));
    assertEquals(
        "rate must be positive, but was 0 / 1",
        refused(
            () ->
                new ExchangeRate(
                    "USD", "AUD", PLAN, FEBRUARY, BigDecimal.ZERO, BigDecimal.ONE, List.of())));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ExchangeRate(
                "USD", "AUD", PLAN, FEBRUARY, BigDecimal.ONE, BigDecimal.ZERO, List.of()));
  }

  @Test
  void keepsItsStateEqual() {
    ExchangeRates rates =
        RATES.toBuilder().staleAfterDays(BOOKING, 7).staleAfterDays(PLAN, 366).build();
    assertEquals(rates, ExchangeRates.of(rates.state()));
    assertEquals(rates.hashCode(), ExchangeRates.of(rates.state()).hashCode());
    assertEquals(rates.state(), ExchangeRates.of(rates.state()).state());
    assertEquals(4, rates.state().quotes().size());
    ExchangeRates.State.Quoted quoted = rates.state().quotes().get(0);
    ExchangeRates.State noDay =
        new ExchangeRates.State(
            "USD",
            List.of(
                new ExchangeRates.State.Quoted(
                    quoted.kind(), quoted.of(), quoted.in(), quoted.rate(), "1 May")),
            List.of());
    assertEquals(
        "day of a quote must look like \"2026-11-02\", but was \"1 May\"",
        assertThrows(IllegalArgumentException.class, () -> ExchangeRates.of(noDay)).getMessage());
    assertEquals(
        "[Limit[kind=booking, days=7], Limit[kind=plan, days=366]]",
        rates.state().limits().toString());
    assertNotEquals(RATES, rates);
    assertNotEquals(RATES, (Object) RATES.state());
    assertNotEquals(RATES, ExchangeRates.against("EUR").build());
    assertTrue(
        !RATES.equals(RATES.toBuilder().quote("1 GBP = 1.3 USD from 2026-01-01 plan").build()));
  }

  @Test
  void tellsWhatItHolds() {
    assertEquals("USD", RATES.base());
    assertEquals(Set.of("AUD", "EUR", "USD"), RATES.currencies());
    assertEquals("4 quotes of AUD, EUR against USD", RATES.toString());
    assertEquals("0 quotes against CHF", ExchangeRates.against("CHF").build().toString());
    assertEquals(
        "[1 EUR = 1.08 USD from 2026-01-01 booking, 1 USD = 1.39 AUD from 2026-01-01 booking,"
            + " 1 USD = 1.4 AUD from 2026-01-01 plan, 1 USD = 1.42 AUD from 2026-02-01 booking]",
        RATES.quotes().toString());
    assertEquals(
        "1 quote of AUD against USD",
        ExchangeRates.against("USD")
            .quote("1 USD = 1.39 AUD from 2026-01-01 booking")
            .build()
            .toString());
  }

  private static String refused(Executable what) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, what).getMessage());
  }
}
