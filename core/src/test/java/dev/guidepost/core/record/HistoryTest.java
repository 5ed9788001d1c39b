package dev.guidepost.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was known when. */
class HistoryTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Test
  void knowsFromTheEndOfADayOn() {
    History<String> history =
        History.of("a").with(DAY.plusDays(2), "c").with(DAY, "b").without(DAY.plusDays(4));
    assertEquals(Optional.of("a"), history.on(DAY.minusDays(1)));
    assertEquals(Optional.of("b"), history.on(DAY));
    assertEquals(Optional.of("c"), history.on(DAY.plusDays(3)));
    assertEquals(Optional.empty(), history.latest());
    assertEquals(List.of("a", "b", "c"), history.values().toList());
    assertEquals(List.of(DAY, DAY.plusDays(2), DAY.plusDays(4)), List.copyOf(history.days()));
    assertEquals(
        "a, b from 2026-03-02, c from 2026-03-04, none from 2026-03-06", history.toString());
    assertSame(history, history.asOf(DAY.plusDays(4)));
    assertEquals(History.of("a"), history.asOf(DAY.minusDays(1)));
  }

  @Test
  void rowsDecideWithinADay() {
    History<String> history = History.<String>none().with(DAY, 3, "c").with(DAY, 1, "a");
    assertEquals(Optional.of("c"), history.latest());
    assertEquals(history, History.<String>none().with(DAY, 1, "a").with(DAY, 3, "c"));
    assertEquals(Optional.of("z"), history.with(DAY, 3, "z").latest(), "the one given later");
    assertEquals("none", History.none().toString());
    assertEquals(Optional.empty(), History.none().latest());
  }

  @Test
  void aCorrectionHoldsFromItsDayToTheNextEntry() {
    History<String> history = History.of("a").with(DAY.plusDays(9), "c");
    History<String> corrected = history.corrected(DAY, DAY.plusDays(20), "b");
    assertEquals(Optional.of("a"), corrected.at(DAY.minusDays(1)));
    assertEquals(Optional.of("b"), corrected.at(DAY));
    assertEquals(Optional.of("b"), corrected.at(DAY.plusDays(8)));
    assertEquals(Optional.of("c"), corrected.at(DAY.plusDays(9)));
    assertEquals(Optional.of("c"), corrected.latest());
    assertEquals(history, corrected.asOf(DAY.plusDays(19)));
    assertEquals(Optional.of("a"), history.at(DAY));
    assertEquals(Optional.empty(), history.without(DAY.plusDays(12)).at(DAY.plusDays(12)));
    assertEquals("a, b from 2026-03-02 known 2026-03-22, c from 2026-03-11", corrected.toString());
    assertEquals(
        "value must not be known before it holds from 2026-03-02, but was on 2026-03-01",
        assertThrows(
                IllegalArgumentException.class, () -> history.corrected(DAY, DAY.minusDays(1), "b"))
            .getMessage());
  }

  @Test
  void refusesWhatIsMissing() {
    assertThrows(NullPointerException.class, () -> History.of(null));
    assertThrows(NullPointerException.class, () -> History.none().with(null, "a"));
    assertThrows(NullPointerException.class, () -> new History<>(null, List.of()));
  }
}
