package dev.guidepost.core.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.time.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
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
