package dev.guidepost.core.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Units say what they count. */
class UnitOfMeasureTest {

  @Test
  void keepsCurrenciesApart() {
    assertNotEquals(new UnitOfMeasure.Money("USD"), new UnitOfMeasure.Money("EUR"));
    assertEquals(new UnitOfMeasure.Days(), new UnitOfMeasure.Days());
  }

  @Test
  void refusesBlankNames() {
    assertEquals(
        "currency must be three upper-case letters such as USD, but was \" \"",
        assertThrows(IllegalArgumentException.class, () -> new UnitOfMeasure.Money(" "))
            .getMessage());
    assertEquals(
        "noun must be text without blanks at its ends or control characters, but was \"\"",
        assertThrows(IllegalArgumentException.class, () -> new UnitOfMeasure.Count(""))
            .getMessage());
  }
}
