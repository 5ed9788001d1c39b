package dev.guidepost.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ratios that roll up as sum over sum. */
class RatioTest {

  /** Published numbers of the Mosaic podcast: each half wins, the whole does too, but by less. */
  @Test
  void rollsUpAsSumOverSum() {
    Ratio ours = Ratio.of(183, 582).plus(Ratio.of(12, 48));
    assertEquals(Ratio.of(195, 630), ours);
    assertEquals("31 %", ours.percent(0));
    assertEquals("31.0 %", ours.percent(1));
    assertEquals("31.44 %", Ratio.of(183, 582).percent(2));
    assertEquals("25 %", Ratio.of(12, 48).percent(0));
    assertEquals("27 %", Ratio.of(45, 140).plus(Ratio.of(104, 411)).percent(0));
  }

  @Test
  void isNoMeanOfRatios() {
    Ratio both = Ratio.of(1, 1).plus(Ratio.of(2, 20));
    assertEquals(Ratio.of(3, 21), both);
    assertEquals("14.3 %", both.percent(1));
    assertEquals(Optional.of(new BigDecimal("0.143")), both.value(3));
  }

  @Test
  void hasNoValueOutOfNothing() {
    assertEquals(Optional.empty(), Ratio.of(0, 0).value(3));
    assertEquals("-", Ratio.of(1, 0).percent(1));
    assertEquals("0.0 %", Ratio.of(0, 7).percent(1));
    assertEquals(Ratio.of(3, 7), Ratio.of(0, 0).plus(Ratio.of(3, 7)));
  }

  @Test
  void roundsHalfAwayFromZero() {
    assertEquals("13 %", Ratio.of(1, 8).percent(0));
    assertEquals("-13 %", Ratio.of(-1, 8).percent(0));
    assertEquals("-50 %", Ratio.of(1, -2).percent(0));
    assertEquals("922337203685477580700 %", Ratio.of(Long.MAX_VALUE, 1).percent(0));
  }

  @Test
  void keepsItsEvidence() {
    assertNotEquals(Ratio.of(1, 2), Ratio.of(2, 4));
    assertEquals("1.5 of 3", new Ratio(Quantity.parse("1.50"), Quantity.of(3)).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "195", "195/630", "195of630", " of ", "1 of ", "1 of 2 of 3", "x of 2"})
  void refusesOtherForms(String text) {
    assertThrows(IllegalArgumentException.class, () -> Ratio.parse(text));
  }

  @Test
  void refusesNulls() {
    assertThrows(NullPointerException.class, () -> new Ratio(null, Quantity.ZERO));
    assertThrows(NullPointerException.class, () -> new Ratio(Quantity.ZERO, null));
  }

  /** A share reads 100 % only where there is all of it. */
  @Test
  void lessThanAllNeverReadsAsAll() {
    assertEquals("99.9 %", Ratio.of(239_999, 240_000).percent(1));
    assertEquals("99 %", Ratio.of(239_999, 240_000).percent(0));
    assertEquals("99.9996 %", Ratio.of(239_999, 240_000).percent(4));
    assertEquals("99.9 %", Ratio.of(9_994, 10_000).percent(1));
    assertEquals("100.0 %", Ratio.of(240_001, 240_000).percent(1));
    assertEquals("100.0 %", Ratio.of(-5, -5).percent(1));
    assertEquals("99.9 %", Ratio.of(-239_999, -240_000).percent(1));
  }
}
