package dev.guidepost.examples.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.time.BusinessZone;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.HolidayTable;
import dev.guidepost.core.time.WorkingDays;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a host keeps of calendars and working days, written and read by a plain JSON mapper. */
class TimeStateTest {

  private final ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());

  private <T> T copy(T state, Class<T> type) throws IOException {
    return mapper.readValue(mapper.writeValueAsString(state), type);
  }

  @Test
  void holidaysComeBackEqual() throws IOException {
    PlaceId us = PlaceId.of("US");
    LocalDate day = LocalDate.of(2026, 7, 3);
    HolidayTable table =
        HolidayTable.builder()
            .covering(us, day, day.plusDays(9))
            .covering(PlaceId.of("BR"), day, day.plusDays(1))
            .holiday(us, day, "Independence Day (observed)")
            .build();
    HolidayTable.State back = copy(table.state(), HolidayTable.State.class);
    assertEquals(table.state(), back);
    assertEquals(table, HolidayTable.of(back));
  }

  @Test
  void workingDaysComeBackEqual() throws IOException {
    WorkingDays.State state =
        WorkingDays.mondayToFriday()
            .withWeekdays(PlaceId.of("EG"), Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY))
            .state();
    assertEquals(state, copy(state, WorkingDays.State.class));
  }

  @Test
  void calendarsAndZonesComeBackAsTexts() throws IOException {
    for (FiscalCalendar calendar :
        new FiscalCalendar[] {FiscalCalendar.calendarYear(), FiscalCalendar.retail454()}) {
      assertEquals(calendar, FiscalCalendar.parse(copy(calendar.toString(), String.class)));
    }
    BusinessZone zone = BusinessZone.of("Asia/Tokyo");
    assertEquals(zone, BusinessZone.parse(copy(zone.toString(), String.class)));
  }
}
