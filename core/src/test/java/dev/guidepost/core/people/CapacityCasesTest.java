package dev.guidepost.core.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.DayFunction;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Published examples of selling capacity (CASES, capacity and ramp). */
class CapacityCasesTest {

  /**
   * CASES C-CP1: metrickittools.com, sales capacity guide: seven ramped people of 150k at 85 % and
   * three newcomers at 40 % make 1.0725M.
   */
  @Test
  void aTeamOfRampedPeopleAndNewcomers() {
    Quantity quota = Quantity.of(150_000);
    LocalDate start = LocalDate.of(2026, 1, 1);
    Ramp newcomer = Ramp.parse("0.40 at 0, 1 at 365 calendar days, in steps");
    Quantity ramped = quota.times(7).times(Quantity.parse("0.85"), 0, RoundingMode.UNNECESSARY);
    Quantity share = newcomer.points().get(0).share();
    Quantity ramping = quota.times(3).times(share, 0, RoundingMode.UNNECESSARY);
    assertEquals(Quantity.of(892_500), ramped);
    assertEquals(Quantity.of(180_000), ramping);
    assertEquals(Quantity.of(1_072_500), ramped.plus(ramping));
    DayFunction year = newcomer.from(start, DayFunction.ALWAYS);
    assertEquals(.4, year.on(LocalDate.of(2026, 12, 31)), "all year long");
    assertEquals(1, year.on(LocalDate.of(2027, 1, 1)));
  }

  /**
   * CASES C-CP3: kellblog, rep ramp chart: {0, 25, 50, 100 %} by quarter of tenure of $1,200K a
   * year once ramped, that is 300K a quarter.
   */
  @Test
  void aSeatFilledInTheFirstQuarter() {
    FiscalCalendar calendar = FiscalCalendar.calendarYear();
    LocalDate hired = LocalDate.of(2026, 1, 1);
    // The first days of the second, third and fourth quarter of tenure.
    Ramp norm = Ramp.parse("0 at 0, 0.25 at 90, 0.5 at 181, 1 at 273 calendar days, in steps");
    DayFunction share = norm.from(hired, DayFunction.ALWAYS);
    List<Quantity> capacity = new ArrayList<>();
    for (String label : List.of("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1")) {
      Period quarter = calendar.period(label);
      assertEquals(share.on(quarter.start()), share.on(quarter.lastDay()), "one share a quarter");
      capacity.add(
          Quantity.of(1_200_000)
              .dividedBy(Quantity.of(4), 0, RoundingMode.UNNECESSARY)
              .times(Quantity.parse("" + share.on(quarter.start())), 0, RoundingMode.UNNECESSARY));
    }
    assertEquals(
        List.of(
            Quantity.ZERO,
            Quantity.of(75_000),
            Quantity.of(150_000),
            Quantity.of(300_000),
            Quantity.of(300_000)),
        capacity);
  }
}
