package dev.guidepost.targets.planning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.Firm;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.DealOutlook;
import dev.guidepost.targets.outlook.Considered;
import dev.guidepost.targets.outlook.Considered.Part;
import dev.guidepost.targets.outlook.Forecast;
import dev.guidepost.targets.outlook.UnitOutlook;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ForecastsTest {

  private static final Firm FIRM = new Firm();
  private static final PersonId ANA = FIRM.seller("ana", Firm.EAST, 3, 3, 900);
  private static final PersonId BEN = FIRM.seller("ben", Firm.EAST, 2, 4, 1_500);
  private static final PersonId CAI = FIRM.seller("cai", Firm.WEST, 4, 5, 400);
  private static Evidence evidence;
  private static Planner planner;
  private static Forecasts rest;
  private static Period next;

  @BeforeAll
  static void learn() {
    FIRM.open("o1", ANA, LocalDate.of(2025, 10, 20));
    FIRM.open("o2", ANA, LocalDate.of(2025, 9, 20));
    FIRM.open("o3", CAI, LocalDate.of(2025, 10, 27));
    FIRM.open("o4", BEN, LocalDate.of(2025, 1, 8));
    evidence = FIRM.evidence();
    planner = Planner.of(evidence, Goals.of(evidence, List.of()), 0.80);
    rest = planner.forecasts(evidence.period());
    next =
        evidence
            .windows()
            .calendar()
            .period(dev.guidepost.core.time.Grain.QUARTER, evidence.period().end());
  }

  private static Forecast recent(Forecasts forecasts, UnitId unit) {
    return forecasts.atRecentRate(unit).orElseThrow();
  }

  @Test
  void areWhatTheOutlookSays() {
    UnitOutlook outlook = planner.outlook(Firm.COMPANY).orElseThrow();
    AmountForecast recent = recent(rest, Firm.COMPANY).bookings();
    double live = rest.nothingNew(Firm.COMPANY).orElseThrow().bookings().mean();
    assertEquals(outlook.live().toDouble(), live, 1);
    assertEquals(outlook.toCreate().toDouble(), recent.mean() - live, 1);
    double width = outlook.high().minus(outlook.low()).toDouble();
    double won = outlook.won().toDouble();
    assertEquals(outlook.low().toDouble() - won, recent.quantile(0.1), 0.05 * width);
    assertEquals(outlook.high().toDouble() - won, recent.quantile(0.9), 0.05 * width);
  }

  @Test
  void addUpOverPeople() {
    for (boolean newBusiness : new boolean[] {false, true}) {
      double wins = 0;
      double bookings = 0;
      for (PersonId person : List.of(ANA, BEN, CAI)) {
        Forecast one =
            (newBusiness ? rest.atRecentRate(person) : rest.nothingNew(person)).orElseThrow();
        assertEquals(newBusiness, one.newBusiness());
        wins += one.wins().mean();
        bookings += one.bookings().mean();
      }
      Forecast all =
          (newBusiness ? rest.atRecentRate(Firm.COMPANY) : rest.nothingNew(Firm.COMPANY))
              .orElseThrow();
      assertEquals(wins, all.wins().mean(), 1e-9);
      assertEquals(bookings, all.bookings().mean(), 1e-6);
      double[] cumulative = all.wins().cumulative();
      assertEquals(1, cumulative[cumulative.length - 1], 1e-6, "wins lie on the grid");
    }
  }

  @Test
  void newBusinessAdds() {
    assertTrue(
        rest.nothingNew(ANA).orElseThrow().wins().mean()
            < rest.atRecentRate(ANA).orElseThrow().wins().mean());
  }

  /** What is won in one quarter is not won in the next. */
  @Test
  void quartersAddUp() {
    Period both = Period.custom(evidence.period().start(), next.end());
    double apart =
        recent(rest, Firm.EAST).wins().mean()
            + recent(planner.forecasts(next), Firm.EAST).wins().mean();
    assertEquals(apart, recent(planner.forecasts(both), Firm.EAST).wins().mean(), 1e-9);
    assertEquals(next, recent(planner.forecasts(next), Firm.EAST).days());
  }

  /** Days between the as-of day and the review are worked too. */
  @Test
  void daysBeforeTheReviewCount() {
    Firm midweek = new Firm();
    PersonId dee = midweek.seller("dee", Firm.EAST, 3, 3, 900);
    midweek.asOf = LocalDate.of(2025, 10, 28);
    Evidence seen = midweek.evidence();
    Planner plans = Planner.of(seen, Goals.of(seen, List.of()), 0.80);
    assertEquals(LocalDate.of(2025, 11, 3), seen.review());
    Forecasts gap = plans.forecasts(Period.custom(seen.asOf(), LocalDate.of(2025, 11, 2)));
    assertTrue(
        gap.atRecentRate(dee).orElseThrow().wins().mean()
            >= gap.nothingNew(dee).orElseThrow().wins().mean());
  }

  @Test
  void aShockWidens() {
    Forecast alone = recent(rest, Firm.COMPANY);
    Forecast together = recent(rest.withShock(0.3), Firm.COMPANY);
    assertTrue(width(together.wins()) > width(alone.wins()));
    assertTrue(width(together.bookings()) > width(alone.bookings()));
    assertEquals(1, together.wins().mean() / alone.wins().mean(), 0.05);
    assertEquals(0.3, together.shock());
    assertTrue(together.toString().endsWith("a common shock of 30 %"));
    assertTrue(rest.withShock(0.3).toString().endsWith("a common shock of 30 %"));
    assertTrue(rest.toString().endsWith("considers all, deals independent"));
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> rest.withShock(wrong));
    }
  }

  private static double width(AmountForecast forecast) {
    return forecast.quantile(0.9) - forecast.quantile(0.1);
  }

  private static Forecasts without(Part part) {
    Evidence other = evidence.considering(Considered.ALL.without(part));
    assertEquals(Considered.ALL.without(part), other.considered());
    assertTrue(other.toString().contains("all but"), other.toString());
    return Planner.of(other, Goals.of(other, List.of()), 0.80).forecasts(evidence.period());
  }

  @Test
  void everyPartMatters() {
    Forecast whole = recent(rest, Firm.COMPANY);
    for (Part part : Part.values()) {
      if (part == Part.OWN_SIZES) {
        assertNotEquals(
            rest.atRecentRate(ANA).orElseThrow().bookings().mean(),
            without(part).atRecentRate(ANA).orElseThrow().bookings().mean());
        assertEquals(
            rest.atRecentRate(ANA).orElseThrow().wins().mean(),
            without(part).atRecentRate(ANA).orElseThrow().wins().mean());
      } else {
        Forecast one = recent(without(part), Firm.COMPANY);
        assertNotEquals(whole.wins().mean(), one.wins().mean(), part.name());
        assertTrue(one.toString().contains("considers all but"), one.toString());
      }
    }
    assertSame(evidence, evidence.considering(Considered.ALL));
    assertFalse(evidence.toString().contains("considers"));
  }

  @Test
  void withoutAgeNothingIsStale() {
    assertEquals(1, rest.pipeline(BEN).in(DealOutlook.State.STALE).size());
    assertEquals(0, without(Part.AGE).pipeline(BEN).in(DealOutlook.State.STALE).size());
  }

  @Test
  void withoutPoolingYieldsAreTheirOwn() {
    Evidence alone = evidence.considering(Considered.ALL.without(Part.POOLING));
    assertEquals(1, alone.yields().orElseThrow().of(ANA).orElseThrow().estimate().ownShare());
    assertEquals(
        evidence.creation(ANA).orElseThrow().count(), alone.creation(ANA).orElseThrow().count());
    assertTrue(evidence.yields().orElseThrow().of(ANA).orElseThrow().estimate().ownShare() < 1);
  }

  @Test
  void nobodyIsForecastWithoutData() {
    assertEquals(Optional.empty(), rest.atRecentRate(UnitId.of("unassigned")));
    assertThrows(IllegalArgumentException.class, () -> rest.atRecentRate(UnitId.of("nowhere")));
    Period over = evidence.windows().calendar().previous(evidence.period());
    assertThrows(IllegalArgumentException.class, () -> planner.forecasts(over));
    Firm fresh = new Firm();
    PersonId eve = fresh.person("eve", Firm.EAST);
    fresh.open("x", eve, LocalDate.of(2025, 9, 1));
    Evidence none = fresh.evidence();
    Forecasts empty = Planner.of(none, Goals.of(none, List.of()), 0.80).forecasts(none.period());
    assertEquals(Optional.empty(), empty.atRecentRate(eve));
    assertEquals(List.of(), empty.pipeline(eve).deals());
  }
}
