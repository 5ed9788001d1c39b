package dev.guidepost.targets.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.time.Period;
import dev.guidepost.targets.Expect;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HalfLifeTest {

  private static final LocalDate MAR1 = LocalDate.of(2026, 3, 1);

  @Test
  void halvesWithEachHalfLife() {
    HalfLife eight = HalfLife.ofWeeks(8);
    assertEquals(1, eight.weight(0));
    assertEquals(.5, eight.weight(56), 1e-12);
    assertEquals(.25, eight.weight(112), 1e-12);
    assertEquals(1, HalfLife.NONE.weight(5_000));
    assertTrue(eight.fades());
    assertFalse(HalfLife.NONE.fades());
    assertEquals("half-life 8 weeks", eight.toString());
    assertEquals("no half-life", HalfLife.NONE.toString());
  }

  @Test
  void weighsAPeriodByItsMiddle() {
    HalfLife two = HalfLife.ofWeeks(2);
    assertEquals(.5, two.weight(Period.custom(MAR1, MAR1.plusDays(29)), MAR1.plusDays(29)), 1e-12);
    assertEquals(.5, two.weight(Period.custom(MAR1, MAR1.plusDays(1)), MAR1.plusDays(15)), 1e-12);
  }

  /** Nothing is lost and nothing counts twice. */
  @Test
  void piecesTileThePeriod() {
    Period days = Period.custom(MAR1, MAR1.plusDays(65));
    List<Period> pieces = HalfLife.ofWeeks(8).pieces(days);
    assertEquals(3, pieces.size());
    assertEquals(9, pieces.get(0).days());
    LocalDate next = days.start();
    for (Period piece : pieces) {
      assertEquals(next, piece.start());
      next = piece.end();
    }
    assertEquals(days.end(), next);
    assertEquals(List.of(days), HalfLife.NONE.pieces(days));
  }

  @Test
  void refusesNonsense() {
    for (double weeks : new double[] {0, -8, .99, 1e-3, Double.NaN}) {
      Expect.rejected("half-life must be 1 week or more", () -> HalfLife.ofWeeks(weeks));
    }
    assertEquals(.5, HalfLife.ofWeeks(1).weight(7), 1e-12);
  }
}
