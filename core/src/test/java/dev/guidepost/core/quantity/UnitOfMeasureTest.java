package dev.guidepost.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.quantity.UnitOfMeasure.Count;
import dev.guidepost.core.quantity.UnitOfMeasure.Days;
import dev.guidepost.core.quantity.UnitOfMeasure.Hours;
import dev.guidepost.core.quantity.UnitOfMeasure.Money;
import dev.guidepost.core.quantity.UnitOfMeasure.Per;
import dev.guidepost.core.quantity.UnitOfMeasure.Score;
import dev.guidepost.core.quantity.UnitOfMeasure.Share;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Units say what they count. */
class UnitOfMeasureTest {

  @Test
  void codesOfCurrenciesAreThreeUpperCaseLetters() {
    for (String code : List.of("USD", "XAU", "AAA", "ZZZ")) {
      assertTrue(UnitOfMeasure.Money.isCode(code), code);
    }
    for (String other :
        List.of("", "US", "USDT", "usd", "Usd", "U D", "US1", "US\u00c4", "@SD", "U[D")) {
      assertFalse(UnitOfMeasure.Money.isCode(other), other);
      assertThrows(IllegalArgumentException.class, () -> new UnitOfMeasure.Money(other));
    }
  }

  @Test
  void keepsCurrenciesApart() {
    assertNotEquals(new Money("USD"), new Money("EUR"));
    assertEquals(new Days(), new Days());
  }

  @Test
  void readsWhatItWrites() {
    assertEquals(new Count("open deals"), UnitOfMeasure.parse("open deals"));
    assertEquals(new Money("USD"), UnitOfMeasure.parse("USD"));
    assertEquals(new Days(), UnitOfMeasure.parse("days"));
    assertEquals(new Hours(), UnitOfMeasure.parse("hours"));
    assertEquals(new Share(), UnitOfMeasure.parse("share"));
    assertEquals(new Score(-100, 100), UnitOfMeasure.parse("score -100..100"));
    assertEquals(new Per(new Money("USD"), new Days()), UnitOfMeasure.parse("USD per days"));
    assertEquals("score 0..10", new Score(0, 10).toString());
    assertEquals("meetings per hours", new Per(new Count("meetings"), new Hours()).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Days",
        "HOURS",
        "share",
        "Score",
        "score 0.10",
        "score cards",
        "per",
        "per day",
        "calls per",
        "a per b"
      })
  void refusesNounsThatReadLikeAnotherUnit(String noun) {
    assertEquals(
        "noun must not read like another unit (days, hours, share, score, per), but was \""
            + noun
            + "\"",
        refused(() -> new Count(noun)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", " deals", "deals ", "de\nals"})
  void refusesNounsThatAreNoText(String noun) {
    assertEquals(
        "noun must be text without blanks at its ends or control characters, but was \""
            + noun
            + "\"",
        refused(() -> new Count(noun)));
  }

  @Test
  void refusesWhatIsNoUnit() {
    assertEquals(
        "noun must not be three upper-case letters, as those stand for money, but was \"SQL\"; a"
            + " plural such as \"SQLs\" is read as a count",
        refused(() -> new Count("SQL")));
    assertEquals(
        "currency must be three upper-case letters such as USD, but was \"usd\"",
        refused(() -> new Money("usd")));
    assertEquals(
        "highest score must be above the lowest, but was 5..5", refused(() -> new Score(5, 5)));
    assertEquals(
        "bounds of a score must fit 64 bits, but was \"score 0..9999999999999999999\"",
        refused(() -> UnitOfMeasure.parse("score 0..9999999999999999999")));
    assertEquals(
        "unit must say \"per\" at most once, but was \"USD per days per deals\"",
        refused(() -> UnitOfMeasure.parse("USD per days per deals")));
    String divided = "what it is for each of must be a count, money, days or hours, but was ";
    Money money = new Money("USD");
    assertEquals(divided + "share", refused(() -> new Per(money, new Share())));
    assertEquals(divided + "score 0..1", refused(() -> new Per(money, new Score(0, 1))));
    Per rate = new Per(money, new Days());
    assertEquals(divided + "USD per days", refused(() -> new Per(money, rate)));
    String counted = "what there is so much of must be neither a rate nor a score, but was ";
    assertEquals(counted + "USD per days", refused(() -> new Per(rate, new Days())));
    assertEquals(counted + "score 0..1", refused(() -> new Per(new Score(0, 1), new Days())));
  }

  @Test
  void tellsWhatAFactMayBe() {
    Quantity minus = Quantity.of(-1);
    Quantity more = Quantity.parse("1.01");
    assertFalse(new Count("deals").admits(minus));
    assertTrue(new Count("deals").admits(Quantity.ZERO));
    assertFalse(new Days().admits(minus));
    assertFalse(new Hours().admits(minus));
    assertTrue(new Hours().admits(more));
    assertTrue(new Money("USD").admits(minus));
    assertTrue(new Share().admits(Quantity.of(1)));
    assertTrue(new Share().admits(Quantity.ZERO));
    assertFalse(new Share().admits(more));
    assertFalse(new Share().admits(minus));
    assertTrue(new Score(-1, 1).admits(minus));
    assertFalse(new Score(-1, 1).admits(more));
    assertFalse(new Score(0, 1).admits(minus));
    assertTrue(new Per(new Money("USD"), new Days()).admits(minus));
    assertFalse(new Per(new Count("calls"), new Days()).admits(minus));
  }

  private static String refused(Executable what) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, what).getMessage());
  }

  @Test
  void printsAmountsOfAnySize() {
    BigDecimal large = new BigDecimal("9223372036854775807000.50");
    assertEquals("9,223,372,036,854,775,807,000.50 USD", UnitOfMeasure.parse("USD").print(large));
    assertEquals("1,000,000 days", UnitOfMeasure.parse("days").print(new BigDecimal("1E+6")));
    assertEquals("1 day", UnitOfMeasure.parse("days").print(new BigDecimal("1.00")));
    assertEquals("-1 hour", UnitOfMeasure.parse("hours").print(new BigDecimal("-1")));
    assertEquals("0 days", UnitOfMeasure.parse("days").print(new BigDecimal("0E+2147483647")));
    assertEquals("50 %", UnitOfMeasure.parse("share").print(new BigDecimal("0.50")));
  }
}
