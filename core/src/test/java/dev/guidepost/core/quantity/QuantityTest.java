package dev.guidepost.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts at the edges of 64 bits and of nine decimals. */
class QuantityTest {

  private static final Quantity MAX = Quantity.of(Long.MAX_VALUE);
  private static final Quantity MIN = Quantity.of(Long.MIN_VALUE);

  @Test
  void hasOneFormPerNumber() {
    assertEquals(Quantity.of(5), Quantity.parse("5.00"));
    assertEquals(Quantity.of(5), Quantity.ofUnscaled(5_000_000_000L, 9));
    assertEquals(Quantity.of(500), Quantity.parse("5E+2"));
    assertEquals(Quantity.ZERO, Quantity.parse("-0.000000000000"));
    assertEquals(Quantity.ZERO, Quantity.of(new BigDecimal(BigInteger.ZERO, Integer.MIN_VALUE)));
    assertEquals(0, Quantity.ofUnscaled(0, 9).scale());
  }

  @ParameterizedTest
  @CsvSource({
    "1054.50, 1054.5",
    "-0.000000001, -0.000000001",
    "1e18, 1000000000000000000",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808",
    "9223372036.854775807, 9223372036.854775807",
    "1.0000000000000000000000, 1",
    "+3, 3"
  })
  void readsAndShows(String text, String shown) {
    assertEquals(shown, Quantity.parse(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e20",
        "1e19",
        "9223372036854775808",
        "-9223372036854775809",
        "9223372037.000000001",
        "0.0000000001",
        "1E-1000000000",
        "1E+1000000000",
        "-1E+2147483647"
      })
  void refusesWhatDoesNotFit(String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Quantity.parse(text));
    assertTrue(e.getMessage().startsWith("amount must fit 64 bits with at most 9 decimals, but"));
    assertThrows(ArithmeticException.class, () -> Quantity.of(new BigDecimal(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "1,000", "NaN", "Infinity", "0x10", "1 ", "--1", "12 USD"})
  void refusesWhatIsNoNumber(String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Quantity.parse(text));
    assertEquals(
        "amount must be a decimal number such as 1054.5, but was \"" + text + "\"", e.getMessage());
  }

  @Test
  void refusesGiantNumbersSwiftly() {
    BigDecimal giant = new BigDecimal(BigInteger.ONE.shiftLeft(1_000_000));
    BigDecimal trailing = new BigDecimal("1" + "0".repeat(20_000) + "e-20000");
    BigDecimal deepest = new BigDecimal(BigInteger.TEN, Integer.MIN_VALUE);
    BigDecimal small = new BigDecimal("051e-99999997");
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThrows(ArithmeticException.class, () -> Quantity.of(giant));
          assertThrows(ArithmeticException.class, () -> Quantity.of(deepest));
          assertThrows(ArithmeticException.class, () -> Quantity.of(small));
          assertThrows(
              IllegalArgumentException.class,
              () -> new RateQuote(RateKind.PLAN, "EUR", "USD", small, LocalDate.of(2026, 1, 1)));
          assertEquals(Quantity.of(1), Quantity.of(trailing));
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void refusesScalesOutOfBounds(int scale) {
    for (IllegalArgumentException e :
        new IllegalArgumentException[] {
          assertThrows(IllegalArgumentException.class, () -> Quantity.ofUnscaled(1, scale)),
          assertThrows(IllegalArgumentException.class, () -> Quantity.ZERO.unscaledAt(scale)),
          assertThrows(IllegalArgumentException.class, () -> MAX.round(scale, RoundingMode.HALF_UP))
        }) {
      assertTrue(e.getMessage().endsWith(" must be 0 to 9, but was " + scale), e.getMessage());
    }
  }

  @Test
  void overflowsOnlyWhenTheResultDoes() {
    Quantity one = Quantity.of(1);
    assertThrows(ArithmeticException.class, () -> MAX.plus(one));
    assertThrows(ArithmeticException.class, () -> MIN.minus(one));
    assertThrows(ArithmeticException.class, () -> MAX.plus(Quantity.parse("0.5")));
    assertThrows(ArithmeticException.class, () -> Quantity.ZERO.minus(MIN));
    assertEquals(Quantity.ZERO, MIN.minus(MIN));
    // The larger amount does not fit at one decimal, the result does.
    assertEquals(
        "922337203685477580.1",
        Quantity.of(922337203685477581L).plus(Quantity.parse("-0.9")).toString());
    assertEquals(
        "922337203685477580.1",
        Quantity.of(922337203685477581L).minus(Quantity.parse("0.9")).toString());
    // The last decimals cancel.
    assertEquals(
        "922337203685477581",
        Quantity.parse("922337203685477580.7").plus(Quantity.parse("0.3")).toString());
  }

  @Test
  void givesDigitsAtAScale() {
    assertEquals(105450, Quantity.parse("1054.5").unscaledAt(2));
    assertEquals(-5_000_000_000L, Quantity.of(-5).unscaledAt(9));
    ArithmeticException lost =
        assertThrows(ArithmeticException.class, () -> Quantity.parse("1054.5").unscaledAt(0));
    assertEquals("amount must have at most 0 decimals, but was 1054.5", lost.getMessage());
    ArithmeticException wide = assertThrows(ArithmeticException.class, () -> MAX.unscaledAt(2));
    assertEquals("amount must fit 64 bits with 2 decimals, but was " + MAX, wide.getMessage());
  }

  @Test
  void roundsAsToldTo() {
    Quantity half = Quantity.parse("2.5");
    assertEquals(Quantity.of(3), half.round(0, RoundingMode.HALF_UP));
    assertEquals(Quantity.of(2), half.round(0, RoundingMode.HALF_EVEN));
    assertEquals(Quantity.of(-3), Quantity.parse("-2.5").round(0, RoundingMode.HALF_UP));
    assertEquals(half, half.round(1, RoundingMode.UNNECESSARY));
    assertEquals(half, half.round(9, RoundingMode.UNNECESSARY));
    assertThrows(ArithmeticException.class, () -> half.round(0, RoundingMode.UNNECESSARY));
    assertEquals(
        Quantity.of(922337203685477581L),
        Quantity.parse("922337203685477580.7").round(0, RoundingMode.UP));
  }

  @Test
  void printsForPeople() {
    assertEquals("10,005,534", Quantity.of(10_005_534).print());
    assertEquals("-1,054.5", Quantity.parse("-1054.50").print());
    assertEquals("0", Quantity.ZERO.print());
    assertEquals("-9,223,372,036,854,775,808", MIN.print());
    assertEquals("0.000000001", Quantity.ofUnscaled(1, 9).print());
  }

  @Test
  void comparesAcrossScales() {
    assertTrue(Quantity.parse("0.999999999").compareTo(Quantity.of(1)) < 0);
    assertTrue(MIN.compareTo(Quantity.parse("-0.1")) < 0);
    assertEquals(-1, MIN.signum());
    assertEquals(0.1, Quantity.parse("0.1").toDouble());
    assertEquals(-0x1p63, MIN.toDouble());
  }

  @Test
  void printsAtLeastSoManyDecimals() {
    assertEquals("5,633.80", Quantity.parse("5633.8").print(2));
    assertEquals("-5,633.8021", Quantity.parse("-5633.8021").print(2));
    assertEquals("9,223,372,036,854,775,807.00", Quantity.of(Long.MAX_VALUE).print(2));
    assertEquals("0", Quantity.ZERO.print(0));
    assertThrows(IllegalArgumentException.class, () -> Quantity.ZERO.print(-1));
    assertThrows(IllegalArgumentException.class, () -> Quantity.ZERO.print(10));
  }

  @Test
  void refusesToDivideByNothing() {
    assertEquals(
        "divisor must not be 0, but 5 was divided",
        assertThrows(
                IllegalArgumentException.class,
                () -> Quantity.of(5).dividedBy(Quantity.ZERO, 2, RoundingMode.UP))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> Quantity.of(5).times(Quantity.ZERO, 10, RoundingMode.UP));
  }

  @Test
  void refusesAnAmountBeyondAllExponents() {
    for (String text : List.of("100E+2147483647", "1E-2147483647")) {
      assertTrue(
          assertThrows(ArithmeticException.class, () -> Quantity.of(new BigDecimal(text)))
              .getMessage()
              .startsWith("amount must fit 64 bits"));
      assertThrows(IllegalArgumentException.class, () -> Quantity.parse(text));
    }
    assertEquals(Quantity.ZERO, Quantity.of(new BigDecimal("0E+2147483647")));
  }

  /** Zeros are cut at once, not one by one, which took seconds. */
  @Test
  void manyZerosAreCutQuickly() {
    BigDecimal one = new BigDecimal(BigInteger.TEN.pow(200_000), 200_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          assertEquals(Quantity.of(1), Quantity.of(one));
          assertEquals(Quantity.parse("1.5"), Quantity.of(one.add(new BigDecimal("0.5"))));
          assertEquals(
              BigDecimal.ONE,
              new RateQuote(RateKind.PLAN, "EUR", "USD", one, LocalDate.of(2026, 1, 1)).rate());
        });
    BigDecimal tiny = new BigDecimal(BigInteger.ONE, 400);
    assertThrows(ArithmeticException.class, () -> Quantity.of(tiny));
    assertThrows(
        IllegalArgumentException.class,
        () -> new RateQuote(RateKind.PLAN, "EUR", "USD", tiny, LocalDate.of(2026, 1, 1)));
  }
}
