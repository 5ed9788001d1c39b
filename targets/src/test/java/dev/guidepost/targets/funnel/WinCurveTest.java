package dev.guidepost.targets.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.Expect;
import dev.guidepost.targets.Firm;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WinCurveTest {

  /** METHODS A1.5, from a1_rates.json: 30 deals; 1 won, 2 lost, 0 open. */
  private static final int[] TIME = {
    12, 20, 25, 33, 33, 40, 47, 52, 58, 61, 70, 75, 80, 88, 95, 101, 110, 120, 130, 150, 15, 30, 45,
    60, 90, 35, 65, 85, 105, 140
  };

  private static final int[] STATUS = {
    1, 2, 1, 1, 2, 0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 0, 0, 0, 2, 0, 0, 1, 2, 1, 0, 0
  };

  private static final WinCurve THIRTY = curve(thirty());

  static Firm thirty() {
    Firm firm = new Firm();
    PersonId ana = firm.person("ana", Firm.EAST);
    for (int i = 0; i < TIME.length; i++) {
      LocalDate opened = Firm.START.plusDays(i);
      if (STATUS[i] == 0) {
        firm.open("d" + i, ana, firm.asOf.minusDays(TIME[i]));
      } else {
        firm.closed("d" + i, ana, opened, opened.plusDays(TIME[i]), STATUS[i] == 1, 1000);
      }
    }
    return firm;
  }

  private static WinCurve curve(Firm firm) {
    Period all = Period.custom(Firm.START.minusYears(1), firm.asOf.plusDays(1));
    return WinCurve.fit(firm.cube(all), Firm.COMPANY, all).orElseThrow();
  }

  @Test
  void isTheAalenJohansenCurveOfTheReference() {
    assertEquals(0, THIRTY.wonBy(11));
    assertEquals(0.0333333333333333, THIRTY.wonBy(12), 1e-12);
    assertEquals(0.103761904761905, THIRTY.wonBy(33), 1e-12);
    assertEquals(0.214895691609977, THIRTY.wonBy(60), 1e-12);
    assertEquals(0.396072260015117, THIRTY.wonBy(101), 1e-12);
    assertEquals(0.54527649281935, THIRTY.wonBy(130), 1e-12);
    assertEquals(0.54527649281935, THIRTY.wonBy(1000), 1e-12);
    assertEquals(0, THIRTY.wonBy(-1));
    assertEquals(130, THIRTY.staleAge());
    assertEquals(12, THIRTY.wins());
    assertEquals(58, THIRTY.medianWonAge());
    assertEquals(110, THIRTY.lateAge());
    assertEquals("54.5 % won by day 130 (12 wins)", THIRTY.toString());
  }

  @Test
  void conditionsOnAge() {
    // P(won by 130 | open after 60), both from the reference.
    assertEquals(
        (0.54527649281935 - 0.214895691609977) / 0.639446712018141,
        THIRTY.chance(60, 70, 1),
        1e-12);
    assertEquals(0.54527649281935, THIRTY.chance(-1, 131, 1), 1e-12);
    assertEquals(0.54527649281935, THIRTY.chance(-1, Integer.MAX_VALUE, 1), 1e-12);
    assertEquals(THIRTY.chance(60, 70, 1), THIRTY.chance(60, Integer.MAX_VALUE, 1), 1e-12);
    assertEquals(0.0333333333333333, THIRTY.chance(-1, 13, 1), 1e-12);
    assertEquals(0, THIRTY.chance(-1, 12, 1));
    assertEquals(0, THIRTY.chance(130, 30, 1), "no chance left at the oldest age");
    assertEquals(0, THIRTY.chance(131, 30, 5));
    assertTrue(THIRTY.chance(129, 1, 1) > 0);
    assertEquals(0, THIRTY.chance(50, 0, 1));
    assertEquals(0, THIRTY.chance(50, -5, 1));
  }

  @Test
  void refusesNonsense() {
    Expect.rejected("odds ratio must be", () -> THIRTY.chance(5, 5, 0));
    Expect.rejected("odds ratio must be", () -> THIRTY.chance(5, 5, Double.NaN));
    Expect.rejected("odds ratio must be", () -> THIRTY.chance(5, 5, Double.POSITIVE_INFINITY));
    Expect.rejected("age must be -1 or more", () -> THIRTY.chance(-2, 5, 1));
  }

  @Test
  void needsAWinWithADayOfOpening() {
    Firm firm = new Firm();
    PersonId ana = firm.person("ana", Firm.EAST);
    firm.closed("d", ana, Firm.START, Firm.START.plusDays(5), false, 0).open("o", ana, Firm.START);
    Period all = Period.custom(Firm.START, firm.asOf.plusDays(1));
    assertTrue(WinCurve.fit(firm.cube(all), Firm.COMPANY, all).isEmpty());
  }

  @Test
  void takesDealsThatAllAreWonAtOnce() {
    Firm firm = new Firm();
    PersonId ana = firm.person("ana", Firm.EAST);
    firm.closed("d", ana, Firm.START, Firm.START, true, 10);
    WinCurve curve = curve(firm);
    assertEquals(0, curve.staleAge());
    assertEquals(1, curve.chance(-1, 1, 1), 1e-9);
    assertEquals(0, curve.chance(0, 9, 1));
    assertEquals(1, curve.wonBy(0));
  }

  @Property(tries = 300)
  void chancesAreBoundedAndMonotone(
      @ForAll @IntRange(min = -1, max = 140) int age,
      @ForAll @IntRange(min = 0, max = 200) int within,
      @ForAll @DoubleRange(min = .01, max = 20) double odds) {
    double chance = THIRTY.chance(age, within, odds);
    assertTrue(chance >= 0 && chance <= 1);
    assertTrue(THIRTY.chance(age, within + 1, odds) >= chance - 1e-12);
    assertTrue(THIRTY.chance(age, within, odds + .5) >= chance - 1e-12);
  }

  @Property(tries = 100)
  void oddsMoveTheEventualYieldOfANewDeal(@ForAll @DoubleRange(min = .01, max = 20) double odds) {
    double company = 0.54527649281935 / (1 - 0.54527649281935);
    double chance = THIRTY.chance(-1, 200, odds);
    assertEquals(odds * company, chance / (1 - chance), 1e-9 * (1 + odds));
  }
}
