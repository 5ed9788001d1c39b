package dev.guidepost.core.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every set of deals. */
class CompetingRisksProperties {

  /** One deal: entry age, days watched after it, and how it ended. */
  private record Deal(int entry, int days, int end) {}

  @Provide
  Arbitrary<CompetingRisks> deals() {
    Arbitrary<Integer> days = Arbitraries.integers().between(0, 40);
    return Combinators.combine(
            Arbitraries.integers().between(0, 15), days, Arbitraries.integers().between(0, 2))
        .as(Deal::new)
        .list()
        .ofMaxSize(40)
        .map(
            deals -> {
              CompetingRisks.Builder builder = CompetingRisks.builder();
              for (Deal deal : deals) {
                int age = deal.entry() + deal.days();
                switch (deal.end()) {
                  case 0 -> builder.won(deal.entry(), age);
                  case 1 -> builder.lost(deal.entry(), age);
                  default -> builder.open(deal.entry(), age);
                }
              }
              return builder.build();
            });
  }

  @Property
  void sharesAddUpAndRise(@ForAll("deals") CompetingRisks deals) {
    for (int age = 0; age <= 60; age++) {
      double won = deals.wonBy(age);
      double lost = deals.lostBy(age);
      assertEquals(1, won + lost + deals.survival(age), 1e-12);
      assertEquals(deals.survival(age), deals.undecided(age), 1e-12);
      if (age > 0) {
        assertTrue(won >= deals.wonBy(age - 1));
        assertTrue(lost >= deals.lostBy(age - 1));
        assertTrue(deals.survival(age) <= deals.survival(age - 1));
      }
      double later = deals.wonBetween(age, 60);
      assertTrue(later >= 0 && later <= 1);
      assertTrue(deals.wonBetween(age, age + 5) <= deals.wonBetween(age, age + 6));
    }
  }

  @Property
  void mergesInAnyGrouping(
      @ForAll("deals") CompetingRisks a,
      @ForAll("deals") CompetingRisks b,
      @ForAll("deals") CompetingRisks c) {
    CompetingRisks left = a.merge(b).merge(c);
    assertEquals(left, c.merge(b.merge(a)));
    assertEquals(left.wonBy(30), b.merge(c).merge(a).wonBy(30));
    assertEquals(a.atRisk(7) + b.atRisk(7), a.merge(b).atRisk(7));
  }
}
