package dev.guidepost.core.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.HolidayTable;
import dev.guidepost.core.time.Holidays;
import dev.guidepost.core.time.Period;
import dev.guidepost.core.time.UnknownHolidaysException;
import dev.guidepost.core.time.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);
  private static final Period WEEK = Period.custom(MONDAY, MONDAY.plusDays(7));

  private static Availability away(Map<PersonId, ? extends List<Period>> leave) {
    return Availability.builder().leave(leave).build();
  }

  private static Period days(int from, int until) {
    return Period.custom(MONDAY.plusDays(from), MONDAY.plusDays(until));
  }

  @Test
  void sharesWeekdaysWithoutLeave() {
    Availability some = away(Map.of(ANA, List.of(days(0, 2), days(1, 3))));
    assertEquals(0.4, some.share(ANA, WEEK));
    assertEquals(1, some.share(BEN, WEEK));
    assertEquals(1, some.share(ANA, days(7, 14)));
    assertEquals(0, some.share(ANA, days(0, 3)));
    assertTrue(some.onLeave(ANA, MONDAY));
    assertTrue(some.onLeave(ANA, MONDAY.plusDays(2)));
    assertFalse(some.onLeave(ANA, MONDAY.plusDays(3)), "the end is not included");
    assertFalse(some.onLeave(BEN, MONDAY));
    assertEquals(
        "works on [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY]; leave of 1 people",
        some.toString());
  }

  @Test
  void leaveOfAWeekendCostsNothing() {
    Availability weekend = away(Map.of(ANA, List.of(days(5, 7))));
    assertEquals(1, weekend.share(ANA, WEEK));
    assertEquals(1, weekend.share(ANA, days(5, 7)), "a period without days of work");
    assertEquals(1, Availability.ALWAYS.share(ANA, WEEK));
    assertEquals(0, away(Map.of(ANA, List.of(WEEK))).share(ANA, days(0, 7)));
    assertEquals(1, away(Map.of(ANA, List.of())).share(ANA, WEEK));
  }

  @Test
  void keepsWhatItWasGiven() {
    List<Period> leave = new ArrayList<>(List.of(WEEK));
    Map<PersonId, List<Period>> given = new HashMap<>(Map.of(ANA, leave));
    Availability availability = away(given);
    leave.clear();
    given.clear();
    assertEquals(0, availability.share(ANA, WEEK));
  }

  private static final PlaceId US = PlaceId.of("US");
  private static final PlaceId AE = PlaceId.of("AE");

  /** Thanksgiving and the day after it, where one works Monday to Friday; elsewhere to Thursday. */
  private static Availability abroad() {
    HolidayTable holidays =
        HolidayTable.builder()
            .covering(US, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1))
            .covering(AE, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1))
            .holiday(US, LocalDate.of(2026, 11, 26), "Thanksgiving")
            .holiday(US, LocalDate.of(2026, 11, 27), "Day after Thanksgiving")
            .build();
    return Availability.builder()
        .workingDays(
            WorkingDays.mondayToFriday()
                .withHolidays(holidays)
                .withWeekdays(AE, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY)))
        .place(US)
        .place(BEN, AE)
        .leave(ANA, Period.custom(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 24)))
        .build();
  }

  @Test
  void aWeekWithTwoHolidaysIsThreeFifthsOfAWeek() {
    Availability some = abroad();
    LocalDate monday = LocalDate.of(2026, 11, 23);
    Period week = Period.custom(monday, monday.plusDays(7));
    assertEquals(.6, some.share(PersonId.of("else"), week), 1e-12);
    assertEquals(.4, some.share(ANA, week), 1e-12, "and a day of leave");
    assertEquals(1, some.share(BEN, week), "no holidays at his place, and no Friday either");
    assertEquals(US, some.place(ANA, monday));
    assertEquals(AE, some.place(BEN, monday));
    assertEquals(US, some.place());
    assertEquals(2, some.exposure(ANA).over(week));
    assertEquals(
        "2 = calendar days 7 + workday -4 + leave -1", some.exposure(ANA).explain(week).toString());
    assertEquals(
        .2, some.share(ANA, some.exposure(ANA).times("half a day", day -> .5), week), 1e-12);
    assertTrue(some.workingDays().isWeekday(US, LocalDate.of(2026, 11, 26)));
    assertFalse(some.workingDays().isWeekday(AE, LocalDate.of(2026, 11, 27)));
  }

  @Test
  void neverTakesADayForWorkedWhoseHolidaysAreNotKnown() {
    Period later = Period.custom(LocalDate.of(2026, 12, 28), LocalDate.of(2027, 1, 4));
    assertThrows(UnknownHolidaysException.class, () -> abroad().share(ANA, later));
    assertEquals(1, Availability.ALWAYS.share(ANA, later));
    assertEquals(Availability.EVERYWHERE, Availability.ALWAYS.place());
  }

  @Test
  void comesBackFromItsState() {
    Availability some = abroad();
    Availability.State state = some.state();
    assertEquals("US", state.place());
    assertEquals(List.of(new Availability.PlaceState("ben", "AE", "")), state.places());
    assertEquals(
        List.of(new Availability.LeaveState("ana", "2026-11-23", "2026-11-24")), state.leave());
    Availability back = Availability.of(state, Holidays.NONE);
    assertEquals(state, back.state());
    assertTrue(back.onLeave(ANA, LocalDate.of(2026, 11, 23)));
    LocalDate monday = LocalDate.of(2026, 11, 23);
    assertEquals(AE, back.place(BEN, monday));
    Period week = Period.custom(monday, monday.plusDays(7));
    assertEquals(.8, back.share(ANA, week), 1e-12, "holidays are the host's");
  }

  @Test
  void isEqualToWhatWasToldTheSame() {
    Availability some = abroad();
    assertEquals(some, abroad());
    assertEquals(some.hashCode(), abroad().hashCode());
    Availability weeks =
        away(Map.of(ANA, List.of(new Period(Grain.WEEK, MONDAY, MONDAY.plusDays(7), "19"))));
    assertEquals(weeks, Availability.of(weeks.state(), Holidays.NONE));
    assertEquals(weeks.hashCode(), away(Map.of(ANA, List.of(WEEK))).hashCode());
    assertEquals(Availability.ALWAYS, Availability.builder().build());
    for (Availability other :
        List.of(
            Availability.ALWAYS,
            Availability.of(some.state(), Holidays.NONE),
            Availability.builder().workingDays(some.workingDays()).build(),
            Availability.builder().workingDays(some.workingDays()).place(US).build(),
            Availability.builder().workingDays(some.workingDays()).place(US).place(BEN, AE).build(),
            Availability.builder().place(US).build(),
            Availability.builder().place(BEN, AE).build(),
            away(Map.of(ANA, List.of(days(1, 2)))))) {
      assertNotEquals(some, other);
      assertNotEquals(other, some);
    }
    assertNotEquals(some, (Object) some.state());
  }

  @Test
  void refusesAStateWithLeaveThatHasNoDay() {
    Availability.State state =
        new Availability.State(
            Availability.ALWAYS.workingDays().state(),
            "US",
            List.of(),
            List.of(new Availability.LeaveState("ana", "2026-11-23", "tomorrow")));
    assertEquals(
        "day of the leave of ana must look like \"2026-11-02\", but was \"tomorrow\"",
        assertThrows(IllegalArgumentException.class, () -> Availability.of(state, Holidays.NONE))
            .getMessage());
  }

  @Test
  void refusesTwoPlacesOfOnePerson() {
    Availability.Builder builder = Availability.builder().place(ANA, US).place(ANA, US);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> builder.place(ANA, AE));
    assertEquals("person must have one place, but ana has US and AE", refused.getMessage());
  }

  @Test
  void placesHaveDays() {
    LocalDate thanksgiving = LocalDate.of(2026, 11, 26);
    Availability.Builder builder =
        Availability.builder()
            .workingDays(abroad().workingDays())
            .place(US)
            .place(BEN, AE, LocalDate.of(2026, 11, 25));
    Availability some = builder.place(BEN, US, LocalDate.of(2026, 11, 30)).build();
    assertEquals(US, some.place(BEN, LocalDate.of(2026, 11, 24)), "the usual place until then");
    assertEquals(AE, some.place(BEN, thanksgiving));
    assertEquals(1, some.workdays(BEN).on(thanksgiving), "no holiday where he is");
    assertEquals(0, some.workdays(ANA).on(thanksgiving));
    assertFalse(some.isWeekday(BEN, thanksgiving.plusDays(1)), "no Friday where he is");
    assertTrue(some.isWeekday(ANA, thanksgiving.plusDays(1)));
    LocalDate monday = LocalDate.of(2026, 11, 23);
    Period week = Period.custom(monday, monday.plusDays(7));
    assertEquals(4, some.exposure(BEN).over(week));
    assertEquals(1, some.share(BEN, week), "Monday to Thursday of four");
    assertEquals(
        "[AE [2026-11-25, 2026-11-30), US [2026-11-30, ...)]", some.places(BEN).toString());
    assertEquals("[]", some.places(ANA).toString());
    assertEquals(some.state(), Availability.of(some.state(), Holidays.NONE).state());
    assertEquals(
        "person must have one place, but ben has AE and US from 2026-11-25",
        assertThrows(
                IllegalArgumentException.class,
                () -> builder.place(BEN, US, LocalDate.of(2026, 11, 25)))
            .getMessage());
  }

  @Property(tries = 200)
  void shareCountsTheDays(
      @ForAll @IntRange(min = 0, max = 20) int from,
      @ForAll @IntRange(min = 1, max = 20) int length,
      @ForAll @IntRange(min = 0, max = 20) int start,
      @ForAll @IntRange(min = 1, max = 30) int size) {
    Availability availability = away(Map.of(ANA, List.of(days(from, from + length))));
    Period period = days(start, start + size);
    int work = 0;
    int there = 0;
    for (LocalDate day = period.start(); period.contains(day); day = day.plusDays(1)) {
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        work++;
        there += availability.onLeave(ANA, day) ? 0 : 1;
      }
    }
    assertEquals(work == 0 ? 1 : (double) there / work, availability.share(ANA, period), 1e-12);
  }
}
