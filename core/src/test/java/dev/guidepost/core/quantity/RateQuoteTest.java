package dev.guidepost.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Published rates. */
class RateQuoteTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private static RateQuote of(String rate) {
    return new RateQuote(RateKind.PLAN, "EUR", "USD", new BigDecimal(rate), DAY);
  }

  @Test
  void readsWhatItWrites() {
    RateQuote quote = RateQuote.parse("1 EUR = 1.0800 USD from 2026-01-01 plan");
    assertEquals(of("1.08"), quote);
    assertEquals("1 EUR = 1.08 USD from 2026-01-01 plan", quote.toString());
    assertEquals(quote, RateQuote.parse(quote.toString()));
    assertEquals("1 EUR = 12000 USD from 2026-01-01 plan", of("12e3").toString());
    assertEquals(
        RateKind.AVERAGE, RateQuote.parse("1 EUR = 1e-18 USD from 2026-01-01 average").kind());
  }

  @Test
  void namesTheKindsThereAre() {
    for (String kind : List.of("spot", "PLAN")) {
      assertEquals(
          "kind of rate must be booking, plan or average, but was \"" + kind + "\"",
          refused(() -> RateQuote.parse("1 EUR = 1.08 USD from 2026-01-01 " + kind)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 EUR = 1.08 USD",
        "2 EUR = 1.08 USD from 2026-01-01 plan",
        "1 EUR = x USD from 2026-01-01 plan",
        "1 EUR = 1.08 USD from 2026-02-30 plan"
      })
  void refusesOtherTexts(String text) {
    assertEquals(
        "quote must look like \"1 USD = 1.39 AUD from 2026-01-01 booking\", but was \""
            + text
            + "\"",
        refused(() -> RateQuote.parse(text)));
  }

  @Test
  void refusesWhatIsNoRate() {
    assertEquals("rate of EUR in USD must be positive, but was 0.0", refused(() -> of("0.0")));
    assertEquals("rate of EUR in USD must be positive, but was -1", refused(() -> of("-1")));
    String digits =
        "rate of EUR in USD must have at most 18 digits on either side of the decimal mark, but"
            + " was ";
    assertEquals(digits + "1E-19", refused(() -> of("1e-19")));
    assertEquals(digits + "1E+18", refused(() -> of("1e18")));
    assertEquals(
        "quote must be of two currencies, but both are EUR",
        refused(() -> RateQuote.parse("1 EUR = 1 EUR from 2026-01-01 plan")));
    String currency = "currency must be three upper-case letters such as USD, but was ";
    assertEquals(
        currency + "\"euro\"",
        refused(() -> RateQuote.parse("1 euro = 1 EUR from 2026-01-01 plan")));
    assertEquals(
        currency + "\"E1R\"", refused(() -> RateQuote.parse("1 USD = 1 E1R from 2026-01-01 plan")));
    assertEquals(
        "kind of rate must be booking, plan or average, but was \"Plan\"",
        refused(() -> RateKind.parse("Plan")));
  }

  private static String refused(Executable what) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, what).getMessage());
  }

  @Test
  void refusesARateBeyondAllExponents() {
    for (String rate : List.of("100E+2147483647", "1E+2147483647", "1E-2147483647")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> RateQuote.parse("1 USD = " + rate + " AUD from 2026-01-01 booking"));
    }
  }
}
