package dev.guidepost.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Half-open ranges of days. */
class PeriodTest {

  private static final LocalDate START = LocalDate.of(2026, 10, 1);
  private static final LocalDate END = LocalDate.of(2027, 1, 1);
  private static final Period Q4 = new Period(Grain.QUARTER, START, END, "2026-Q4");

  @Test
  void isHalfOpen() {
    assertTrue(Q4.contains(START));
    assertTrue(Q4.contains(Q4.lastDay()));
    assertFalse(Q4.contains(END));
    assertFalse(Q4.contains(START.minusDays(1)));
    assertEquals(LocalDate.of(2026, 12, 31), Q4.lastDay());
    assertEquals(92, Q4.days());
    assertEquals(1, Period.custom(START, START.plusDays(1)).days());
  }

  @Test
  void isEqualWhateverItsLabel() {
    Period other = new Period(Grain.QUARTER, START, END, "autumn");
    assertEquals(Q4, other);
    assertEquals(Q4.hashCode(), other.hashCode());
    assertEquals(0, Q4.compareTo(other));
    assertNotEquals(Q4, Period.custom(START, END));
    assertNotEquals(Q4, new Period(Grain.QUARTER, START.minusDays(1), END, "2026-Q4"));
    assertNotEquals(Q4, new Period(Grain.QUARTER, START, END.plusDays(1), "2026-Q4"));
    assertNotEquals((Object) Q4, "2026-Q4");
  }

  @Test
  void ordersByStartThenEndThenGrain() {
    assertTrue(Q4.compareTo(new Period(Grain.DAY, START.plusDays(1), END, "x")) < 0);
    assertTrue(Q4.compareTo(new Period(Grain.DAY, START, END.minusDays(1), "x")) > 0);
    assertTrue(Q4.compareTo(new Period(Grain.YEAR, START, END, "x")) < 0);
  }

  @Test
  void labelsCustomRangesByTheirDays() {
    Period window = Period.custom(LocalDate.of(2017, 3, 1), LocalDate.of(2017, 8, 16));
    assertEquals("2017-03-01..2017-08-15", window.label());
    assertEquals("custom 2017-03-01..2017-08-15 [2017-03-01, 2017-08-16)", window.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a [2020-01-01, 2020-02-01)",
        "[",
        " x ",
        "two\nlines",
        "H1 (new), [old)",
        "\u5c71"
      })
  void readsBackOddLabels(String label) {
    Period period = new Period(Grain.CUSTOM, START, END, label);
    assertEquals(period, Period.parse(period.toString()));
    assertEquals(label, Period.parse(period.toString()).label());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-Q4",
        "quarter 2026-Q4",
        "quarter 2026-Q4 [2026-10-01, 2027-01-01]",
        "quarter 2026-Q4 [2026-10-01,2027-01-01)",
        "Quarter 2026-Q4 [2026-10-01, 2027-01-01)",
        "fortnight 2026-Q4 [2026-10-01, 2027-01-01)",
        "quarter 2026-Q4 [2026-02-30, 2027-01-01)",
        "quarter 2026-Q4 [2027-01-01, 2026-10-01)",
        "quarter   [2026-10-01, 2027-01-01)"
      })
  void refusesOtherForms(String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Period.parse(text));
    assertEquals(
        "period must look like \"quarter 2026-Q4 [2026-10-01, 2027-01-01)\", but was \""
            + text
            + "\"",
        e.getMessage());
  }

  @Test
  void refusesWhatHoldsNoDay() {
    for (LocalDate end : new LocalDate[] {START, START.minusDays(1), LocalDate.MIN.plusDays(1)}) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> Period.custom(START, end));
      assertEquals(
          "period must end after it starts, but was [" + START + ", " + end + ")", e.getMessage());
    }
    assertThrows(IllegalArgumentException.class, () -> new Period(Grain.CUSTOM, START, END, " \t"));
    assertThrows(NullPointerException.class, () -> new Period(null, START, END, "x"));
    assertThrows(NullPointerException.class, () -> Period.custom(null, END));
    assertThrows(NullPointerException.class, () -> Period.custom(START, null));
  }

  @Test
  void saysWhenItsDaysCannotBeCounted() {
    Period ever = Period.custom(LocalDate.MIN, LocalDate.MAX);
    assertThrows(ArithmeticException.class, ever::days);
    assertEquals(ever, Period.parse(ever.toString()));
  }
}
