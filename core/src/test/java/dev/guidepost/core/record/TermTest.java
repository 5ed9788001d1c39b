package dev.guidepost.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.quantity.Quantity;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What terms come to, and steps and events with their days. */
class TermTest {

  private static final LocalDate MAY_10 = LocalDate.of(2026, 5, 10);

  @Test
  void termsAreOfYearsAndOfAll() {
    Term years = new Term(MAY_10, 36, Quantity.of(100), Quantity.of(7));
    assertEquals(Quantity.of(107), years.tcv());
    assertEquals(Quantity.parse("33.33"), years.acv(2, RoundingMode.HALF_EVEN));
    assertEquals(LocalDate.of(2029, 5, 10), years.ends());
    Term months = new Term(MAY_10, 3, Quantity.of(100), Quantity.of(7));
    assertEquals(Quantity.of(100), months.acv(0, RoundingMode.UNNECESSARY));
    assertEquals(years, Term.parse(years.toString()));
    assertEquals("36 months from 2026-05-10, 100 recurring, 7 once", years.toString());
    assertThrows(IllegalArgumentException.class, () -> years.acv(10, RoundingMode.HALF_EVEN));
    for (String text : new String[] {"", "36 months", "36 months from May, 1 recurring, 1 once"}) {
      assertThrows(IllegalArgumentException.class, () -> Term.parse(text), text);
    }
    assertEquals(
        "months must be at least 1, but were 0",
        assertThrows(
                IllegalArgumentException.class,
                () -> new Term(MAY_10, 0, Quantity.ZERO, Quantity.ZERO))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> new Term(MAY_10, 1, Quantity.of(-1), Quantity.ZERO));
    assertThrows(
        IllegalArgumentException.class, () -> new Term(MAY_10, 1, Quantity.ZERO, Quantity.of(-1)));
  }

  @Test
  void aTermOfAnyLengthIsReadBack() {
    for (int months : new int[] {1_000_000_000, Integer.MAX_VALUE}) {
      Term term = new Term(MAY_10, months, Quantity.of(1), Quantity.ZERO);
      assertEquals(term, Term.parse(term.toString()));
    }
    assertEquals(
        "months must be at most 2147483647, but were 2147483648",
        assertThrows(
                IllegalArgumentException.class,
                () -> Term.parse("2147483648 months from 2026-05-10, 1 recurring, 0 once"))
            .getMessage());
  }

  @Test
  void stepsAndEventsSayWhatAndWhen() {
    NextStep step = new NextStep("demo by the lake", MAY_10);
    assertEquals(step, NextStep.parse(step.toString()));
    assertEquals(false, step.overdueOn(MAY_10));
    assertEquals(true, step.overdueOn(MAY_10.plusDays(1)));
    assertThrows(IllegalArgumentException.class, () -> NextStep.parse("demo"));
    assertThrows(IllegalArgumentException.class, () -> NextStep.parse("demo by noon"));
    assertThrows(IllegalArgumentException.class, () -> new NextStep(" ", MAY_10));
    assertThrows(IllegalArgumentException.class, () -> new BuyerEvent(" ", MAY_10));
    assertThrows(
        IllegalArgumentException.class,
        () -> new BuyerEvent("budget", MAY_10, MAY_10.minusDays(1)));
  }
}
