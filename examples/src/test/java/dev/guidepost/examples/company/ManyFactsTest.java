package dev.guidepost.examples.company;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ManyFactsTest {

  @Test
  void makesAsManyAsAskedFor() {
    ManyFacts facts = ManyFacts.ledger(1, 230, 4, 60_000);
    assertEquals(60_000, facts.ledger().size());
    assertEquals(230, facts.organisation().people().size());
    assertEquals(4, facts.ledger().catalog().metrics().size());
    LocalDate day = LocalDate.of(2026, 7, 1);
    assertTrue(facts.organisation().unitOf(PersonId.of("p230"), day).isPresent());
    assertEquals(
        facts.ledger().fact(59_999), ManyFacts.ledger(1, 230, 4, 60_000).ledger().fact(59_999));
  }

  @Test
  void refusesTooFew() {
    assertThrows(IllegalArgumentException.class, () -> ManyFacts.ledger(1, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> ManyFacts.ledger(1, 1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> ManyFacts.ledger(1, 1, 1, -1));
    assertEquals(0, ManyFacts.ledger(1, 1, 1, 0).ledger().size());
  }
}
