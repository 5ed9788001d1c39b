package dev.guidepost.core.time;

import static dev.guidepost.core.time.Us2026.DAYS;
import static dev.guidepost.core.time.Us2026.HOLIDAYS;
import static dev.guidepost.core.time.Us2026.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PlaceId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days worked, by place. */
class WorkingDaysTest {

  private static final PlaceId DUBAI = PlaceId.of("AE");
  private static final Set<DayOfWeek> SUNDAY_TO_THURSDAY =
      EnumSet.complementOf(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY));

  /** Federal holidays as observed, by an independent program. */
  @ParameterizedTest
  @CsvSource({"1, 61", "2, 63", "3, 64", "4, 62"})
  void countsTheWorkdaysOfAQuarter(int quarter, int workdays) {
    assertEquals(workdays, DAYS.count(US, Us2026.quarter(quarter)));
  }

  @Test
  void takesTheDayOnWhichAHolidayIsObserved() {
    assertFalse(DAYS.isWorkday(US, LocalDate.of(2026, 7, 3)));
    assertFalse(DAYS.isWorkday(US, LocalDate.of(2026, 7, 4)));
    assertTrue(DAYS.isWorkday(US, LocalDate.of(2026, 7, 6)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-02, 1, 2026-07-06",
    "2026-07-02, 0, 2026-07-02",
    "2026-07-04, 0, 2026-07-04",
    "2026-07-04, 1, 2026-07-06",
    "2026-07-06, -1, 2026-07-02",
    "2026-12-31, -61, 2026-10-01",
    "2026-03-31, 63, 2026-06-30",
    "2026-03-31, 5, 2026-04-07"
  })
  void stepsOverDaysOfRest(LocalDate day, int n, LocalDate reached) {
    assertEquals(reached, DAYS.plus(US, day, n));
  }

  @Test
  void worksOnOtherWeekdaysElsewhere() {
    WorkingDays days = WorkingDays.mondayToFriday().withWeekdays(DUBAI, SUNDAY_TO_THURSDAY);
    LocalDate friday = LocalDate.of(2026, 7, 10);
    assertFalse(days.isWorkday(DUBAI, friday));
    assertTrue(days.isWorkday(US, friday));
    assertTrue(days.isWorkday(DUBAI, friday.plusDays(2)));
    assertFalse(days.isWorkday(US, friday.plusDays(2)));
    assertEquals(
        "works on [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY], but at places on {AE=[MONDAY,"
            + " TUESDAY, WEDNESDAY, THURSDAY, SUNDAY]}",
        days.toString());
    assertEquals(
        "works on [SATURDAY]",
        WorkingDays.mondayToFriday().withWeekdays(Set.of(DayOfWeek.SATURDAY)).toString());
  }

  @Test
  void asksForHolidaysOfWorkingWeekdaysOnly() {
    LocalDate friday = LocalDate.of(2027, 1, 1);
    assertThrows(UnknownHolidaysException.class, () -> DAYS.isWorkday(US, friday));
    assertThrows(UnknownHolidaysException.class, () -> DAYS.isWorkday(DUBAI, friday));
    assertThrows(UnknownHolidaysException.class, () -> DAYS.plus(US, friday, -1 * 262));
    assertThrows(
        UnknownHolidaysException.class,
        () -> DAYS.count(US, Period.custom(friday, friday.plusDays(1))));
    assertFalse(DAYS.isWorkday(US, friday.plusDays(1)));
    assertEquals(0, DAYS.count(US, friday, friday));
    assertEquals(0, DAYS.count(US, friday, friday.minusDays(9)));
  }

  @Test
  void isADayFunction() {
    DayFunction workday = DAYS.at(US);
    assertEquals(1, workday.on(LocalDate.of(2026, 7, 6)));
    assertEquals(0, workday.on(LocalDate.of(2026, 7, 3)));
    assertThrows(UnknownHolidaysException.class, () -> workday.on(LocalDate.of(2027, 1, 1)));
  }

  @Test
  void readsItsStateBack() {
    WorkingDays days = DAYS.withWeekdays(DUBAI, SUNDAY_TO_THURSDAY);
    WorkingDays.State state = days.state();
    assertEquals(
        new WorkingDays.State(
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"),
            List.of(
                new WorkingDays.PlaceState(
                    "AE", List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "SUNDAY")))),
        state);
    WorkingDays back = WorkingDays.of(state, HOLIDAYS);
    assertEquals(state, back.state());
    assertEquals(61, back.count(US, Us2026.quarter(1)));
    assertTrue(WorkingDays.of(state, Holidays.NONE).isWorkday(DUBAI, LocalDate.of(2026, 7, 5)));
  }

  @Test
  void refusesStatesThatAreNone() {
    WorkingDays.PlaceState place = new WorkingDays.PlaceState("AE", List.of("MONDAY"));
    List<String> monday = List.of("MONDAY");
    refuse(new WorkingDays.State(List.of(), List.of()));
    refuse(new WorkingDays.State(List.of("Monday"), List.of()));
    refuse(new WorkingDays.State(monday, List.of(place, place)));
    refuse(new WorkingDays.State(monday, List.of(new WorkingDays.PlaceState("AE", List.of()))));
    refuse(new WorkingDays.State(monday, List.of(new WorkingDays.PlaceState("", monday))));
  }

  private static void refuse(WorkingDays.State state) {
    assertThrows(IllegalArgumentException.class, () -> WorkingDays.of(state, Holidays.NONE));
  }

  @Test
  void givesUpWhereNothingIsEverWorked() {
    WorkingDays never =
        WorkingDays.mondayToFriday().withHolidays((place, day) -> Optional.of("rest"));
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> never.plus(US, LocalDate.of(2026, 1, 1), 1));
    assertEquals("place must work one day in 1000, but US did not to 2028-09-27", e.getMessage());
    assertThrows(
        IllegalStateException.class,
        () -> never.plus(US, LocalDate.of(2026, 1, 1), Integer.MIN_VALUE));
  }

  @Test
  void equalWhatTheirStateMakes() {
    WorkingDays days =
        WorkingDays.mondayToFriday().withWeekdays(US, Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY));
    WorkingDays again = WorkingDays.of(days.state(), Holidays.NONE);
    assertEquals(days, again);
    assertEquals(days.hashCode(), again.hashCode());
    assertNotEquals(days, WorkingDays.mondayToFriday());
    assertNotEquals(days, days.withWeekdays(Set.of(DayOfWeek.MONDAY)));
    assertNotEquals(days, days.withHolidays((place, day) -> Optional.empty()));
  }
}
