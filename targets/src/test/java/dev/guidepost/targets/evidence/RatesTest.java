package dev.guidepost.targets.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.feed.TeamworkMetrics;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.rates.HalfLife;
import org.junit.jupiter.api.Test;

class RatesTest {

  @Test
  void aCardHasEachRateWithItsEvidence() {
    Firm firm = new Firm();
    PersonId ana = firm.seller("ana", Firm.EAST, 4, 3, 10_000);
    firm.seller("ben", Firm.EAST, 3, 4, 20_000);
    PersonId later = firm.person("new", Firm.EAST);
    Evidence evidence = firm.evidence();
    RateCard card = evidence.rates().card(ana);
    assertFalse(card.withoutRecord());
    String text = card.print();
    assertTrue(text.startsWith("Sam ana\n  win yield          "), text);
    assertTrue(text.contains("  calls              not recorded\n"), text);
    assertTrue(text.contains("  cycle time         "), text);
    assertEquals(text, card.toString());
    RateCard none = evidence.rates().card(later);
    assertTrue(none.withoutRecord());
    assertTrue(
        none.print()
            .startsWith(
                "Sam new: no record of one's own yet, so win yield is that of the others\n"));
    assertTrue(none.print().contains("the company's: "), none.print());
  }

  @Test
  void asksForDimensionsThatTheCatalogHas() {
    Firm firm = new Firm();
    firm.seller("ana", Firm.EAST, 4, 3, 10_000);
    Rates rates = firm.evidence().rates();
    Expect.rejected(
        "dimension must be one of", () -> rates.yieldsBy(TeamworkMetrics.MOTION).orElseThrow());
    assertTrue(rates.yieldsBy(StandardMetrics.PRODUCT).isPresent());
    Expect.rejected("person must stand in a unit", () -> rates.card(PersonId.of("stranger")));
  }

  @Test
  void aHalfLifeIsDeclared() {
    Firm firm = new Firm();
    PersonId ana = firm.seller("ana", Firm.EAST, 4, 3, 10_000);
    Evidence whole = firm.evidence();
    Evidence fading = firm.evidence(HalfLife.ofWeeks(8));
    assertTrue(fading.yields().orElseThrow().toString().endsWith("half-life 8 weeks"));
    assertTrue(
        fading.yields().orElseThrow().of(ana).orElseThrow().estimate().ownShare()
            < whole.yields().orElseThrow().of(ana).orElseThrow().estimate().ownShare());
  }
}
