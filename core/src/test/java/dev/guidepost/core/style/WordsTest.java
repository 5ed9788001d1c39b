package dev.guidepost.core.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days come back from the text that a host keeps of them. */
class WordsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  @Test
  void aDayIsItsIsoText() {
    assertEquals("2026-11-02", Words.text(Optional.of(DAY)));
    assertEquals(DAY, Words.day("day", "2026-11-02"));
    assertEquals(Optional.of(DAY), Words.dayIfAny("day", "2026-11-02"));
    for (LocalDate day : new LocalDate[] {LocalDate.MIN, LocalDate.MAX}) {
      assertEquals(Optional.of(day), Words.dayIfAny("day", Words.text(Optional.of(day))));
    }
  }

  @Test
  void noDayIsEmptyText() {
    assertEquals("", Words.text(Optional.empty()));
    assertEquals(Optional.empty(), Words.dayIfAny("end", ""));
    assertEquals(
        "end must look like \"2026-11-02\", but was \"\"",
        assertThrows(IllegalArgumentException.class, () -> Words.day("end", "")).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"May 4", "2026-13-01", "2026-02-29", " 2026-11-02", "20261102"})
  void anotherTextIsRefused(String text) {
    assertEquals(
        "end of goal more must look like \"2026-11-02\", but was \"" + text + "\"",
        assertThrows(IllegalArgumentException.class, () -> Words.dayIfAny("end of goal more", text))
            .getMessage());
  }
}
