package dev.guidepost.targets.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.people.Availability;
import dev.guidepost.core.record.Deal;
import dev.guidepost.core.time.DayFunction;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.HolidayTable;
import dev.guidepost.core.time.Period;
import dev.guidepost.core.time.UnknownHolidaysException;
import dev.guidepost.core.time.WorkingDays;
import dev.guidepost.targets.Firm;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DealAgeingTest {

  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PlaceId HERE = PlaceId.of("here");
  private static final PlaceId THERE = PlaceId.of("there");
  private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

  /** Two years that start on a Monday, with holidays here on some of their days. */
  private static Availability closed(LocalDate... holidays) {
    HolidayTable.Builder table =
        HolidayTable.builder()
            .covering(HERE, MONDAY, MONDAY.plusWeeks(104))
            .covering(THERE, MONDAY, MONDAY.plusWeeks(104));
    for (LocalDate day : holidays) {
      table.holiday(HERE, day, "closed");
    }
    return Availability.builder()
        .workingDays(WorkingDays.mondayToFriday().withHolidays(table.build()))
        .place(HERE)
        .place(BEN, THERE)
        .build();
  }

  private static Period weeks(int from, int until) {
    return Period.custom(MONDAY.plusWeeks(from), MONDAY.plusWeeks(until));
  }

  private static double over(DayFunction days, Period period) {
    return Exposure.of("older", days).over(period);
  }

  @Test
  void everyDayIsADayWithoutHolidays() {
    DealAgeing ageing = DealAgeing.of(Availability.ALWAYS, List.of(ANA), weeks(0, 52));
    for (int i = -5; i < 800; i++) {
      assertEquals(1, ageing.of(ANA).on(MONDAY.plusDays(i)));
    }
    assertEquals("0.0 % of days observed lost to holidays", ageing.toString());
  }

  @Test
  void aWeekWithAHolidayOfFiveDaysIsFourFifthsOfAWeek() {
    // Nothing observed is a holiday, so that a day that counts is exactly one day.
    LocalDate wednesday = MONDAY.plusWeeks(60).plusDays(2);
    DealAgeing ageing = DealAgeing.of(closed(wednesday), List.of(ANA), weeks(0, 52));
    DayFunction days = ageing.of(ANA);
    assertEquals(0, days.on(wednesday));
    assertEquals(1, days.on(wednesday.plusDays(1)));
    assertEquals(.8, days.on(wednesday.plusDays(3)), 1e-12, "the weekend as the days before it");
    assertEquals(.8 * 7, over(days, weeks(60, 61)), 1e-9);
    assertEquals(7, over(days, weeks(61, 62)), 1e-9);
    LocalDate[] five = MONDAY.datesUntil(MONDAY.plusDays(5)).toArray(LocalDate[]::new);
    assertEquals(
        0, over(DealAgeing.of(closed(five), List.of(ANA), weeks(0, 9)).of(ANA), weeks(0, 1)));
  }

  @Test
  void holidaysAreThoseOfTheOwnersPlace() {
    LocalDate day = MONDAY.plusWeeks(1);
    DealAgeing ageing = DealAgeing.of(closed(day), List.of(ANA, BEN), weeks(0, 2));
    assertEquals(0, ageing.of(ANA).on(day));
    assertTrue(ageing.of(BEN).on(day) > 1, "less than the usual share of holidays");
    // On average over both, observed days are calendar days.
    assertEquals(
        14, (over(ageing.of(ANA), weeks(0, 2)) + over(ageing.of(BEN), weeks(0, 2))) / 2, 1e-9);
    assertSame(ageing.of(ANA), ageing.of(PersonId.of("else")), "the place of most");
    assertEquals(1, DealAgeing.of(closed(), List.of(), weeks(0, 2)).of(BEN).on(day));
  }

  /** Ana is here for a week and then there; a holiday here counts while she is here. */
  @Test
  void anOwnerWhoMovesHasTheHolidaysOfBothPlaces() {
    LocalDate later = MONDAY.plusWeeks(1);
    HolidayTable table =
        HolidayTable.builder()
            .covering(HERE, MONDAY, MONDAY.plusWeeks(9))
            .covering(THERE, MONDAY, MONDAY.plusWeeks(9))
            .holiday(HERE, MONDAY, "closed")
            .holiday(HERE, later, "closed")
            .holiday(THERE, later.plusDays(1), "closed")
            .build();
    Availability moving =
        Availability.builder()
            .workingDays(WorkingDays.mondayToFriday().withHolidays(table))
            .place(HERE)
            .place(ANA, THERE, later)
            .build();
    DealAgeing ageing = DealAgeing.of(moving, List.of(ANA), weeks(0, 2));
    assertEquals(0, ageing.of(ANA).on(MONDAY));
    assertTrue(ageing.of(ANA).on(later) > 1);
    assertEquals(0, ageing.of(ANA).on(later.plusDays(1)));
    assertEquals(0, ageing.of(BEN).on(later), "who stays");
    assertEquals(14, over(ageing.of(ANA), weeks(0, 2)), 1e-9);
  }

  @Test
  void takesOtherWeekdaysAndDaysBeforeTheFirst() {
    Availability weekend =
        Availability.builder()
            .workingDays(WorkingDays.mondayToFriday().withWeekdays(EnumSet.of(DayOfWeek.SATURDAY)))
            .build();
    assertEquals(
        1, DealAgeing.of(weekend, List.of(ANA), weeks(0, 4)).of(ANA).on(MONDAY.plusDays(2)));
    DealAgeing ageing = DealAgeing.of(closed(MONDAY), List.of(ANA), weeks(0, 1));
    assertEquals(1, ageing.of(ANA).on(MONDAY.minusDays(3)), "not known, and not asked for");
    assertThrows(UnknownHolidaysException.class, () -> ageing.of(ANA).on(MONDAY.plusWeeks(104)));
  }

  @Property(tries = 100)
  void overTheDaysObservedAgesAreCalendarDays(
      @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 363) Integer> holidays) {
    LocalDate[] days = holidays.stream().map(MONDAY::plusDays).toArray(LocalDate[]::new);
    Period observed = weeks(0, 52);
    DayFunction older = DealAgeing.of(closed(days), List.of(ANA), observed).of(ANA);
    assertEquals(364, over(older, observed), 1e-6);
    for (LocalDate day : days) {
      boolean weekend = day.getDayOfWeek().getValue() > 5;
      assertTrue(weekend || older.on(day) == 0);
    }
  }

  /** A curve of two ages, over a quarter with a holiday. */
  @Test
  void nothingIsWonOnAHolidayAndTheRestTakesLonger() {
    Firm firm = WinCurveTest.thirty();
    Period all = Period.custom(Firm.START.minusYears(1), firm.asOf.plusDays(1));
    WinCurve curve = WinCurve.fit(firm.cube(all), Firm.COMPANY, all).orElseThrow();
    LocalDate today = LocalDate.of(2025, 10, 31);
    LocalDate end = today.plusDays(31);
    assertEquals(curve.chance(40, 30, 1), curve.chance(40, today, end), 1e-12);
    LocalDate off = today.plusDays(4);
    WinCurve resting = curve.withAgeing(day -> day.equals(off) ? 0 : 1);
    assertEquals(curve.chance(40, 29, 1), resting.chance(40, today, end), 1e-12, "a day less");
    assertEquals(0, curve.withAgeing(day -> 0).chance(40, today, end));
    WinCurve twice = curve.withAgeing(day -> 2);
    assertEquals(curve.chance(40, 60, 1), twice.chance(40, today, end), .01, "two days a day");
    WinCurve own = resting.withOdds(2).withPace(1.1);
    assertEquals(
        curve.withOdds(2).withPace(1.1).chance(40, today, end.minusDays(1)),
        own.chance(40, today, end),
        1e-12,
        "whoever's curve it is");
  }

  /**
   * Deals won on one working day in twenty, whatever the day, but for a place that is closed for
   * the last two weeks of each quarter: there is no season, and it would seem there is one.
   */
  @Test
  void theSeasonIsNetOfHolidays() {
    LocalDate first = LocalDate.of(2025, 4, 1);
    LocalDate asOf = LocalDate.of(2026, 9, 30);
    Period observed = Period.custom(first, asOf.plusDays(1));
    LocalDate[] off =
        first
            .datesUntil(asOf.plusDays(1))
            .filter(
                day ->
                    !day.isBefore(
                        FiscalCalendar.calendarYear()
                            .period(dev.guidepost.core.time.Grain.QUARTER, day)
                            .end()
                            .minusDays(14)))
            .filter(day -> day.getDayOfWeek().getValue() < 6)
            .toArray(LocalDate[]::new);
    Availability closed = closed(off);
    Firm firm = new Firm();
    firm.asOf = asOf;
    firm.observedFrom = first;
    firm.person("ana", Firm.EAST);
    SplittableRandom random = new SplittableRandom(7);
    for (LocalDate day = first; !day.isAfter(asOf); day = day.plusDays(1)) {
      for (int i = 0; i < 12 && closed.workingDays().isWorkday(HERE, day); i++) {
        LocalDate on = day;
        int fate = 0;
        while (fate == 0 && !on.isAfter(asOf)) {
          on = on.plusDays(1);
          double draw = closed.workingDays().isWorkday(HERE, on) ? random.nextDouble() : 1;
          fate = draw < .05 ? 1 : draw < .1 ? 2 : 0;
        }
        String id = day + "-" + i;
        if (on.isAfter(asOf)) {
          firm.open(id, ANA, day);
        } else {
          firm.closed(id, ANA, day, on, fate == 1, 100);
        }
      }
    }
    WinCurve curve = WinCurve.fit(firm.cube(observed), Firm.COMPANY, observed).orElseThrow();
    List<Deal> deals = firm.deals;
    QuarterSeason season = season(deals, curve, closed, first, asOf);
    QuarterSeason seeming = season(deals, curve, Availability.ALWAYS, first, asOf);
    LocalDate late = LocalDate.of(2026, 6, 25);
    assertTrue(seeming.factor(late) < .5, seeming.toString());
    for (int week = 0; week < 11; week++) {
      assertEquals(1, season.factor(LocalDate.of(2026, 4, 1).plusWeeks(week)), .15, "" + season);
    }
  }

  private static QuarterSeason season(
      List<Deal> deals, WinCurve curve, Availability closed, LocalDate from, LocalDate asOf) {
    Period observed = Period.custom(from, asOf.plusDays(1));
    DealAgeing ageing = DealAgeing.of(closed, List.of(ANA), observed);
    return QuarterSeason.fit(deals, curve, ageing, FiscalCalendar.calendarYear(), from, asOf);
  }
}
