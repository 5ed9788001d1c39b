package dev.guidepost.core.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
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

  /** A state of two floors. */
  public record House(String name, List<Floor> floors) {
    /** A floor of it. */
    public record Floor(int rooms, String use) {}
  }

  @Test
  void whatAStateLacksIsNamedByItsPlace() {
    House.Floor shop = new House.Floor(2, "shop");
    Words.requireWhole(new House("corner", List.of(shop)));
    Words.requireWhole(new House("", List.of()));
    assertEquals("name of WordsTest.House must be kept, but is missing", missing(null, List.of()));
    assertEquals("floors of WordsTest.House must be kept, but is missing", missing("corner", null));
    assertEquals(
        "floors[1].use of WordsTest.House must be kept, but is missing",
        missing("corner", List.of(shop, new House.Floor(2, null))));
    assertEquals(
        "floors[1] must be kept, but is missing",
        assertThrows(
                IllegalArgumentException.class,
                () -> Words.kept("floors", Arrays.asList(shop, null)))
            .getMessage());
    assertEquals(List.of(shop), Words.kept("floors", List.of(shop)));
  }

  private static String missing(String name, List<House.Floor> floors) {
    return assertThrows(
            IllegalArgumentException.class, () -> Words.requireWhole(new House(name, floors)))
        .getMessage();
  }
}
