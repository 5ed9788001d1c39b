package dev.guidepost.examples.state;

import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.quantity.ExchangeRates;
import dev.guidepost.core.quantity.RateKind;
import dev.guidepost.core.time.HolidayTable;
import dev.guidepost.core.time.Holidays;
import dev.guidepost.core.time.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Something that a host keeps between runs.
 *
 * @param name what it is called
 * @param value one of it, with each of its parts
 * @param type the type of its state
 * @param state gives its state
 * @param of makes it of a state
 */
public record Kept<T, S>(
    String name, T value, Class<S> type, Function<T, S> state, Function<S, T> of) {

  /** Returns all that a host keeps as a state; scalars are kept as their text. */
  public static List<Kept<?, ?>> all() {
    return List.of(rates(), holidays(), workingDays());
  }

  private static Kept<?, ?> rates() {
    ExchangeRates rates =
        ExchangeRates.against("USD")
            .quote("1 USD = 1.39 AUD from 2026-01-01 booking")
            .quote("1 USD = 1.42 AUD from 2026-02-01 booking")
            .quote("1 EUR = 1.0825 USD from 2026-01-01 plan")
            .quote("1 JPY = 0.00662 USD from 2026-01-01 average")
            .quote("1 USD = 100 HUF from 2026-01-01 plan")
            .staleAfterDays(RateKind.BOOKING, 31)
            .build();
    return new Kept<>(
        "rates", rates, ExchangeRates.State.class, ExchangeRates::state, ExchangeRates::of);
  }

  private static Kept<?, ?> holidays() {
    PlaceId us = PlaceId.of("us");
    PlaceId bavaria = PlaceId.of("de-BY");
    HolidayTable table =
        HolidayTable.builder()
            .covering(us, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1))
            .holiday(us, LocalDate.of(2026, 7, 3), "Independence Day (observed)")
            .holiday(us, LocalDate.of(2026, 12, 25), "Christmas \"Day\"")
            .covering(bavaria, LocalDate.of(2026, 1, 1), LocalDate.of(2028, 1, 1))
            .holiday(bavaria, LocalDate.of(2026, 1, 6), "Heilige Drei K\u00f6nige")
            .build();
    return new Kept<>(
        "holidays", table, HolidayTable.State.class, HolidayTable::state, HolidayTable::of);
  }

  private static Kept<?, ?> workingDays() {
    WorkingDays days =
        WorkingDays.mondayToFriday()
            .withWeekdays(PlaceId.of("il"), Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY));
    return new Kept<>(
        "working-days",
        days,
        WorkingDays.State.class,
        WorkingDays::state,
        state -> WorkingDays.of(state, Holidays.NONE));
  }

  /** Returns the state of the value. */
  public S kept() {
    return state.apply(value);
  }
}
