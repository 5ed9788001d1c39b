package dev.guidepost.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.time.FiscalCalendar.YearName;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Laws of calendars: nothing between two periods, nothing twice, every label names its period. */
class FiscalCalendarProperties {

  private static final LocalDate FROM = LocalDate.of(1990, 1, 1);
  private static final LocalDate TO = LocalDate.of(2090, 12, 31);

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(1, 1, 1).toEpochDay(), LocalDate.of(9998, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<Grain> grains() {
    return Arbitraries.of(Grain.class).filter(grain -> grain != Grain.CUSTOM);
  }

  @ParameterizedTest
  @EnumSource(Month.class)
  void tilesACentury(Month first) {
    for (YearName naming : YearName.values()) {
      FiscalCalendar calendar = FiscalCalendar.startingIn(first, naming);
      for (Grain grain : Grain.values()) {
        if (grain != Grain.CUSTOM && (grain != Grain.DAY || first == Month.MAY)) {
          requireTiles(calendar, grain);
        }
      }
    }
  }

  private static void requireTiles(FiscalCalendar calendar, Grain grain) {
    List<Period> periods = calendar.periods(grain, FROM, TO);
    Set<String> labels = new HashSet<>();
    assertTrue(periods.get(0).contains(FROM));
    assertTrue(periods.get(periods.size() - 1).contains(TO));
    for (int i = 0; i < periods.size(); i++) {
      Period period = periods.get(i);
      assertEquals(grain, period.grain());
      assertTrue(labels.add(period.label()), period.label());
      assertEquals(period, calendar.period(period.label()));
      assertEquals(period.label(), calendar.period(period.label()).label());
      assertEquals(period, calendar.period(grain, period.start()));
      assertEquals(period, calendar.period(grain, period.lastDay()));
      if (i > 0) {
        assertEquals(periods.get(i - 1).end(), period.start());
        assertEquals(period, calendar.next(periods.get(i - 1)));
        assertEquals(periods.get(i - 1), calendar.previous(period));
      }
    }
  }

  @Property
  void labelNamesThePeriodOfADay(
      @ForAll("days") LocalDate day,
      @ForAll("grains") Grain grain,
      @ForAll Month first,
      @ForAll YearName naming,
      @ForAll DayOfWeek weekday) {
    FiscalCalendar calendar = FiscalCalendar.startingIn(first, naming).weeksFrom(weekday);
    assertEquals(calendar, FiscalCalendar.parse(calendar.toString()));
    Period period = calendar.period(grain, day);
    assertTrue(period.contains(day));
    assertEquals(period, calendar.period(period.label()));
    assertEquals(period, Period.parse(period.toString()));
    assertEquals(period, calendar.next(calendar.previous(period)));
  }

  @Property
  void eachGrainOfTheLadderFillsTheNext(
      @ForAll("days") LocalDate day, @ForAll Month first, @ForAll YearName naming) {
    FiscalCalendar calendar = FiscalCalendar.startingIn(first, naming);
    Grain[] ladder = {Grain.MONTH, Grain.QUARTER, Grain.HALF_YEAR, Grain.YEAR};
    int[] sizes = {3, 2, 2};
    for (int i = 0; i < sizes.length; i++) {
      Period large = calendar.period(ladder[i + 1], day);
      List<Period> small = calendar.periods(ladder[i], large.start(), large.lastDay());
      assertEquals(sizes[i], small.size());
      assertEquals(large.start(), small.get(0).start());
      assertEquals(large.end(), small.get(small.size() - 1).end());
    }
  }
}
