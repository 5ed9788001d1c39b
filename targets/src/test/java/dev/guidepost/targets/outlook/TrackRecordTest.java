package dev.guidepost.targets.outlook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.targets.funnel.AmountForecast;
import dev.guidepost.targets.funnel.AmountForecast.Grid;
import dev.guidepost.targets.outlook.TrackRecord.Entry;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrackRecordTest {

  private static final AmountForecast HUNDREDS =
      AmountForecast.of(new Grid(100, 11), 0, 0, 0, 0, 0.25, 0.25, 0.25, 0.25);

  private static Forecast forecast(String unit, String quarter, LocalDate asOf) {
    return new Forecast(
        UnitId.of(unit),
        unit,
        asOf,
        FiscalCalendar.calendarYear().period(quarter),
        true,
        Considered.ALL.without(Considered.Part.AGE),
        0.2,
        AmountForecast.of(new Grid(1, 3), 0.5, 0.5),
        HUNDREDS);
  }

  private static Entry entry(String unit, String quarter, double actual, double repeated) {
    Forecast forecast = forecast(unit, quarter, LocalDate.of(2026, 8, 31));
    return Entry.of(forecast, actual, Optional.of(repeated), new SplittableRandom(1));
  }

  @Test
  void tellsHowGoodForecastsWere() {
    TrackRecord record =
        TrackRecord.EMPTY
            .with(entry("east", "2026-Q3", 500, 400))
            .with(entry("east", "2026-Q4", 600, 900))
            .with(entry("west", "2026-Q4", 1_500, 1_500));
    assertEquals(2, record.periods());
    assertEquals(2, record.held(0.8));
    assertEquals(1_650.0 / 2_600 - 1, record.bias().orElseThrow(), 1e-12);
    assertEquals(1_050.0 / 2_600, record.error().orElseThrow(), 1e-12);
    assertEquals(400.0 / 2_600, record.errorOfRepeated().orElseThrow(), 1e-12);
    assertEquals(
        "3 forecasts of 2 periods: 80 % held 2; off by 40 %, 37 % too low; last quarter repeated"
            + " off by 15 %",
        record.toString());
    assertEquals(2, record.of("east").entries().size());
    assertTrue(record.of("east").toString().contains("0 % too high"));
  }

  @Test
  void saysWhatItDoesNotKnow() {
    assertEquals("no forecast of a period that is over", TrackRecord.EMPTY.toString());
    Entry nothing =
        Entry.of(
            forecast("east", "2026-Q3", LocalDate.of(2026, 6, 30)),
            0,
            Optional.empty(),
            new SplittableRandom(1));
    TrackRecord record = TrackRecord.EMPTY.with(nothing);
    assertEquals(Optional.empty(), record.bias());
    assertEquals(Optional.empty(), record.error());
    assertEquals("1 forecast of 1 period: 80 % held 0; last quarter not known", record.toString());
  }

  @Test
  void refusesWhatIsNoNumber() {
    for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Entry("e", "q", "d", wrong, 1, Optional.empty(), 0.5, 1));
      assertThrows(
          IllegalArgumentException.class,
          () -> new Entry("e", "q", "d", 1, 1, Optional.empty(), wrong, 1));
    }
  }

  @Test
  void forecastsSayWhatTheyAreAbout() {
    Forecast rest = forecast("east", "2026-Q3", LocalDate.of(2026, 8, 31));
    assertEquals(LocalDate.of(2026, 9, 1), rest.days().start());
    assertEquals(LocalDate.of(2026, 10, 1), rest.days().end());
    assertEquals(
        "east, 2026-Q3 after 2026-08-31: 0.5 wins [0, 1], 550 [400, 700] 80 %; with new business,"
            + " considers all but age, a common shock of 20 %",
        rest.toString());
    Forecast next = forecast("east", "2026-Q4", LocalDate.of(2026, 8, 31));
    assertEquals(next.period(), next.days());
    assertEquals("all", Considered.ALL.toString());
    assertEquals(
        "all but censoring, own sizes",
        Considered.ALL
            .without(Considered.Part.OWN_SIZES)
            .without(Considered.Part.CENSORING)
            .toString());
  }
}
