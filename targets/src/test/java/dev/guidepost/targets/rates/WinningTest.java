package dev.guidepost.targets.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Ratio;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WinningTest {

  @Test
  void tellsWonOfClosedAndWonOfOpenedApart() {
    FewDeals deals = new FewDeals();
    PersonId ana = deals.seller("ana", 3, 1, 6);
    Winning winning = Winning.of(deals.cube(), ana, FewDeals.ALL, Optional.of(FewDeals.ALL));
    assertEquals(Ratio.of(3, 4), winning.closed());
    assertEquals(Ratio.of(3, 10), winning.cohort().orElseThrow().won());
    assertEquals(
        "75.0 % of closed (3 of 4); 30.0 % of opened 01-01 to 06-30 (3 of 10; 60.0 % undecided)",
        winning.toString());
  }

  @Test
  void saysWhereItDoesNotKnow() {
    FewDeals deals = new FewDeals();
    deals.seller("ana", 0, 0, 0);
    deals.seller("ben", 1, 0, 0);
    Winning winning = Winning.of(deals.cube(), PersonId.of("ana"), FewDeals.ALL, Optional.empty());
    assertEquals("- of closed (0 of 0); of opened: not enough data", winning.toString());
  }

  @Test
  void namesTheYearsOfCohortsOverNewYear() {
    Period opened = Period.custom(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 2, 1));
    assertEquals(
        "50.0 % of opened 2025-12-01 to 2026-01-31 (2,000 of 4,000; 10.0 % undecided)",
        new Winning.Cohort(opened, Ratio.of(2000, 4000), Ratio.of(400, 4000)).toString());
  }

  @Test
  void evidenceUsesTheCompleteCohort() {
    FewDeals deals = new FewDeals();
    deals.seller("ana", 3, 1, 6);
    assertEquals(
        "75.0 % of closed (3 of 4); 30.0 % of opened 01-01 to 05-31 (3 of 10; 60.0 % undecided)",
        deals.evidence().winning(FewDeals.COMPANY).toString());
  }
}
