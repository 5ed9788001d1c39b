package dev.guidepost.core.time;

import static dev.guidepost.core.time.Us2026.HOLIDAYS;
import static dev.guidepost.core.time.Us2026.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.id.PlaceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Dated holidays, and what is not known of them. */
class HolidayTableTest {

  private static final PlaceId RIO = PlaceId.of("BR-RJ");
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate END = LocalDate.of(2027, 1, 1);

  @Test
  void tellsTheHolidayObservedOnADay() {
    assertEquals(
        Optional.of("Independence Day (observed)"), HOLIDAYS.on(US, LocalDate.of(2026, 7, 3)));
    assertEquals(Optional.empty(), HOLIDAYS.on(US, LocalDate.of(2026, 7, 6)));
    assertEquals(Optional.of("Christmas Day"), HOLIDAYS.on(US, LocalDate.of(2026, 12, 25)));
    assertEquals(Optional.empty(), HOLIDAYS.on(US, LocalDate.of(2026, 12, 31)));
  }

  @Test
  void neverTakesWhatIsNotKnownForNoHoliday() {
    UnknownHolidaysException late =
        assertThrows(UnknownHolidaysException.class, () -> HOLIDAYS.on(US, END));
    assertEquals(
        "day must lie where the holidays of US are known, in [2026-01-01, 2027-01-01), but was"
            + " 2027-01-01",
        late.getMessage());
    assertEquals(US, late.place());
    assertEquals(END, late.day());
    assertEquals(Optional.of(Period.custom(JANUARY, END)), late.covered());
    assertThrows(UnknownHolidaysException.class, () -> HOLIDAYS.on(US, JANUARY.minusDays(1)));
    UnknownHolidaysException elsewhere =
        assertThrows(UnknownHolidaysException.class, () -> HOLIDAYS.on(RIO, JANUARY));
    assertEquals(
        "place must be one whose holidays are known, but was BR-RJ, on 2026-01-01",
        elsewhere.getMessage());
    assertEquals(Optional.empty(), elsewhere.covered());
  }

  @Test
  void keepsAPlaceWithoutHolidaysAndTwoHolidaysOfADay() {
    HolidayTable table =
        HolidayTable.builder()
            .covering(US, JANUARY, END)
            .covering(RIO, JANUARY, END)
            .holiday(RIO, JANUARY, "Ano Novo")
            .holiday(RIO, JANUARY, "Ano Novo")
            .holiday(RIO, JANUARY, "Confraternizacao")
            .build();
    assertEquals(Optional.empty(), table.on(US, JANUARY));
    assertEquals(Optional.of("Ano Novo; Confraternizacao"), table.on(RIO, JANUARY));
    assertEquals("1 holidays of [BR-RJ, US]", table.toString());
  }

  @Test
  void noneKnowsEveryDayOfEveryPlace() {
    assertEquals(Optional.empty(), Holidays.NONE.on(RIO, LocalDate.MAX));
  }

  @Test
  void readsItsStateBack() {
    HolidayTable.State state = HOLIDAYS.state();
    assertEquals(HOLIDAYS, HolidayTable.of(state));
    assertEquals(HOLIDAYS.hashCode(), HolidayTable.of(state).hashCode());
    assertEquals(state, HolidayTable.of(state).state());
    assertEquals("US", state.places().get(0).place());
    assertEquals(12, state.places().get(0).holidays().size());
    assertNotEquals(HOLIDAYS, HolidayTable.builder().build());
    assertNotEquals((Object) HOLIDAYS, state);
    assertThrows(UnsupportedOperationException.class, () -> state.places().clear());
  }

  @Test
  void refusesHolidaysOutsideWhatIsCovered() {
    HolidayTable.Builder outside =
        HolidayTable.builder().covering(US, JANUARY, END).holiday(US, END, "New Year's Day");
    assertEquals(
        "holiday of US on 2027-01-01 must lie in the days covered, but these were"
            + " 2026-01-01..2026-12-31",
        assertThrows(IllegalArgumentException.class, outside::build).getMessage());
    HolidayTable.Builder uncovered = HolidayTable.builder().holiday(RIO, JANUARY, "Ano Novo");
    assertEquals(
        "holiday of BR-RJ on 2026-01-01 must lie in the days covered, but none were",
        assertThrows(IllegalArgumentException.class, uncovered::build).getMessage());
  }

  @Test
  void refusesBlanksRepeatsAndNoDays() {
    HolidayTable.Builder builder = HolidayTable.builder().covering(US, JANUARY, END);
    assertThrows(IllegalArgumentException.class, () -> builder.holiday(US, JANUARY, " "));
    assertThrows(IllegalArgumentException.class, () -> builder.covering(US, JANUARY, END));
    assertThrows(IllegalArgumentException.class, () -> builder.covering(RIO, END, JANUARY));
    HolidayTable.PlaceState place =
        new HolidayTable.PlaceState("US", "2026-01-01", "2027-01-01", List.of());
    assertThrows(
        IllegalArgumentException.class,
        () -> HolidayTable.of(new HolidayTable.State(List.of(place, place))));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            HolidayTable.of(
                new HolidayTable.State(
                    List.of(
                        new HolidayTable.PlaceState(" ", "2026-01-01", "2027-01-01", List.of())))));
    HolidayTable.State noDay =
        new HolidayTable.State(
            List.of(new HolidayTable.PlaceState("US", "2026-01-01", "2026-13-01", List.of())));
    assertEquals(
        "day of the holidays of US must look like \"2026-11-02\", but was \"2026-13-01\"",
        assertThrows(IllegalArgumentException.class, () -> HolidayTable.of(noDay)).getMessage());
  }

  @Test
  void eachNameOfADayIsKeptOnce() {
    HolidayTable table =
        HolidayTable.builder()
            .covering(US, JANUARY, END)
            .holiday(US, JANUARY, "A")
            .holiday(US, JANUARY, "B")
            .holiday(US, JANUARY, "A")
            .build();
    assertEquals("A; B", table.on(US, JANUARY).orElseThrow());
    assertEquals(table, HolidayTable.of(table.state()));
  }
}
