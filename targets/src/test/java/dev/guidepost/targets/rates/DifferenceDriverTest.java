package dev.guidepost.targets.rates;

import static dev.guidepost.core.metric.StandardMetrics.WIN_RATE;
import static dev.guidepost.core.metric.StandardMetrics.WIN_YIELD;
import static dev.guidepost.targets.rates.FewDeals.ALL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.MetricId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferenceDriverTest {
  private final FewDeals deals = new FewDeals();

  private Difference in(MetricId metric) {
    return Difference.between(deals.cube(), metric, ALL, deals.people());
  }

  @Test
  void tellsOpenDealsFromSkill() {
    PersonId tidy = deals.seller("tidy", 62, 38, 0);
    deals.seller("b", 45, 30, 25);
    deals.seller("c", 44, 30, 26);
    deals.seller("d", 46, 30, 24);
    deals.seller("idle", 0, 0, 0);
    Difference yield = in(WIN_YIELD);
    assertTrue(yield.beyondChance());
    Difference.Driver driver = yield.driver().orElseThrow();
    assertEquals(List.of(tidy), driver.decided());
    assertEquals(3, driver.others());
    assertEquals(
        "4 sellers, 44 % to 62 %: p = .033, wholly from 1 without a single undecided deal"
            + " (the other 3: p = .96): open deals, not skill; do not compare",
        yield.toString());
    assertFalse(in(WIN_RATE).beyondChance());
  }

  @Test
  void looksForNoDriverWherePeopleDoNotDiffer() {
    deals.seller("tidy", 50, 50, 0);
    deals.seller("b", 45, 30, 25);
    Difference yield = in(WIN_YIELD);
    assertFalse(yield.beyondChance());
    assertEquals(Optional.empty(), yield.driver());
    assertEquals(
        "2 sellers, 45 % to 50 %: no difference beyond chance (p = .48); do not compare",
        yield.toString());
  }

  @Test
  void leavesADifferenceAmongTheOthersStanding() {
    deals.seller("tidy", 60, 40, 0);
    deals.seller("b", 70, 5, 25);
    deals.seller("c", 20, 55, 25);
    assertEquals(Optional.empty(), in(WIN_YIELD).driver());
    assertEquals(
        "3 sellers, 20 % to 70 %: they differ beyond chance (p < .001); look at what drives it"
            + " first",
        in(WIN_YIELD).toString());
  }

  @Test
  void needsSomebodyWithoutAndTwoWithUndecidedDeals() {
    deals.seller("b", 70, 5, 25);
    deals.seller("c", 20, 55, 25);
    assertEquals(Optional.empty(), in(WIN_YIELD).driver());
    deals.seller("tidy", 90, 10, 0);
    assertEquals(Optional.empty(), in(WIN_YIELD).driver());
    assertEquals(3, in(WIN_YIELD).people());
  }

  @Test
  void aLoneOtherCannotBeCompared() {
    deals.seller("tidy", 90, 10, 0);
    deals.seller("b", 20, 55, 25);
    assertTrue(in(WIN_YIELD).beyondChance());
    assertEquals(Optional.empty(), in(WIN_YIELD).driver());
  }

  @Test
  void appliesToWinYieldAlone() {
    deals.seller("tidy", 90, 10, 0);
    deals.seller("b", 50, 30, 20);
    deals.seller("c", 50, 30, 20);
    assertTrue(in(WIN_RATE).beyondChance());
    assertEquals(Optional.empty(), in(WIN_RATE).driver());
  }

  @Test
  void saysAlmostSureAndTooLittle() {
    deals.seller("b", 50, 30, 20);
    assertEquals("1 seller: not enough data to compare", in(WIN_YIELD).toString());
    deals.seller("c", 50, 30, 20);
    assertEquals(
        "2 sellers, 50 % to 50 %: no difference beyond chance (p > .99); do not compare",
        in(WIN_YIELD).toString());
  }
}
