package dev.guidepost.targets.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.time.FiscalCalendar;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WeeksTest {

  @Test
  void holdsTheWeeksThatStartBeforeAnEnd() {
    LocalDate monday = LocalDate.of(2025, 11, 3);
    FiscalCalendar civil = FiscalCalendar.calendarYear();
    FiscalCalendar sundays = FiscalCalendar.retail454();
    assertEquals(1, Weeks.between(civil, monday, monday.plusDays(7)).size());
    assertEquals(2, Weeks.between(civil, monday, monday.plusDays(8)).size());
    assertEquals(monday, Weeks.between(civil, monday, monday.plusDays(1)).get(0).start());
    LocalDate sunday = monday.minusDays(1);
    assertEquals(1, Weeks.between(sundays, sunday, sunday.plusDays(7)).size());
    assertEquals(sunday, Weeks.between(sundays, sunday, monday).get(0).start());
  }
}
