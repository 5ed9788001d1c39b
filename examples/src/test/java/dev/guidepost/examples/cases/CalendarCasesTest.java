package dev.guidepost.examples.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.guidepost.core.id.PlaceId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.FiscalCalendar.YearName;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.HolidayTable;
import dev.guidepost.core.time.Period;
import dev.guidepost.core.time.WeekCalendar;
import dev.guidepost.core.time.WeekPattern;
import dev.guidepost.core.time.WorkingDays;
import java.io.IOException;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Calendars and working days against published years, months and counts. */
class CalendarCasesTest {

  private static final FiscalCalendar RETAIL = FiscalCalendar.retail454();
  private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
  private static final LocalDate END = LocalDate.of(2031, 1, 1);

  private static JsonNode reference() throws IOException {
    return new ObjectMapper().readTree(Shared.file("reference/a7_calendar.json").toFile());
  }

  private static void requireIs(String first, String last, int weeks, Period period) {
    assertEquals(LocalDate.parse(first), period.start(), period::label);
    assertEquals(LocalDate.parse(last), period.lastDay(), period::label);
    assertEquals(weeks * 7, period.days(), period::label);
  }

  @Test
  void retailYearsAreThoseOfTheFederation() throws IOException {
    List<NamedCsvRecord> rows = Shared.rows("data/calendars/nrf_454_years.csv");
    assertEquals(21, rows.size());
    for (NamedCsvRecord row : rows) {
      requireIs(
          row.getField("start_sunday"),
          row.getField("end_saturday"),
          Integer.parseInt(row.getField("weeks")),
          RETAIL.period(row.getField("retail_year")));
    }
  }

  @Test
  void retailMonthsAreThoseOfTheFederation() throws IOException {
    List<NamedCsvRecord> rows = Shared.rows("data/calendars/nrf_454_months.csv");
    assertEquals(252, rows.size());
    for (NamedCsvRecord row : rows) {
      int month = Integer.parseInt(row.getField("retail_month"));
      requireIs(
          row.getField("start"),
          row.getField("end"),
          Integer.parseInt(row.getField("weeks")),
          RETAIL.period(String.format("%s-P%02d", row.getField("retail_year"), month)));
    }
  }

  @Test
  void yearsOfAppleAreAsFiled() throws IOException {
    FiscalCalendar apple =
        calendar(YearName.OF_END).endingOnLast(DayOfWeek.SATURDAY, Month.SEPTEMBER).build();
    List<NamedCsvRecord> rows = Shared.rows("data/calendars/fiscal_52_53_week_apple.csv");
    assertEquals(17, rows.size());
    for (NamedCsvRecord row : rows) {
      Period year = apple.period(row.getField("fiscal_year"));
      int weeks = Integer.parseInt(row.getField("weeks"));
      requireIs(row.getField("start"), row.getField("end"), weeks, year);
      assertEquals(weeks - 39, apple.within(year, Grain.QUARTER).get(0).days() / 7);
    }
  }

  private static WeekCalendar.Builder calendar(YearName name) {
    return FiscalCalendar.weeks()
        .pattern(WeekPattern.WEEKS_4_4_5)
        .endingOnLast(DayOfWeek.SATURDAY, Month.JANUARY)
        .extraWeekIn(3)
        .yearName(name);
  }

  private static Map<String, FiscalCalendar> rules() {
    return Map.of(
        "NRF-like: Saturday nearest Jan 31 (label=year before)",
        RETAIL,
        "last Saturday of September",
        calendar(YearName.OF_END).endingOnLast(DayOfWeek.SATURDAY, Month.SEPTEMBER).build(),
        "last Saturday of January (label=year before)",
        calendar(YearName.OF_START).build(),
        "Saturday nearest Dec 31",
        calendar(YearName.OF_END).endingNearest(DayOfWeek.SATURDAY, Month.DECEMBER).build(),
        "last Sunday of June",
        calendar(YearName.OF_END).endingOnLast(DayOfWeek.SUNDAY, Month.JUNE).build());
  }

  @Test
  void yearsOfFiveRulesAreThoseOfTheReference() throws IOException {
    List<NamedCsvRecord> rows = Shared.rows("reference/a7_years.csv");
    assertEquals(160, rows.size());
    for (NamedCsvRecord row : rows) {
      requireIs(
          row.getField("start"),
          row.getField("end"),
          Integer.parseInt(row.getField("weeks")),
          rules().get(row.getField("rule")).period(row.getField("label")));
    }
    JsonNode longYears = reference().get("weeks53");
    assertEquals(5, longYears.size());
    rules()
        .forEach(
            (rule, calendar) ->
                assertEquals(
                    IntStream.rangeClosed(2004, 2035)
                        .filter(year -> calendar.period("" + year).days() == 371)
                        .boxed()
                        .toList(),
                    ints(longYears.get(rule)),
                    rule));
  }

  private static List<Integer> ints(JsonNode numbers) {
    return IntStream.range(0, numbers.size()).map(i -> numbers.get(i).asInt()).boxed().toList();
  }

  @Test
  void periodsOfALongYearAreThoseOfTheReference() throws IOException {
    JsonNode expected = reference().get("periodsFY2023NRF");
    Map<String, WeekPattern> patterns =
        Map.of(
            "445", WeekPattern.WEEKS_4_4_5,
            "454", WeekPattern.WEEKS_4_5_4,
            "544", WeekPattern.WEEKS_5_4_4);
    patterns.forEach(
        (name, pattern) -> {
          FiscalCalendar calendar =
              calendar(YearName.OF_START)
                  .pattern(pattern)
                  .endingNearest(DayOfWeek.SATURDAY, Month.JANUARY)
                  .extraWeekIn(12)
                  .build();
          List<Period> periods = calendar.within(calendar.period("2023"), Grain.MONTH);
          assertEquals(expected.get(name).size(), periods.size());
          for (int i = 0; i < periods.size(); i++) {
            JsonNode period = expected.get(name).get(i);
            assertEquals(period.get(0).asText(), periods.get(i).start().toString());
            assertEquals(period.get(1).asInt(), periods.get(i).days() / 7);
          }
        });
  }

  private static HolidayTable holidays() throws IOException {
    HolidayTable.Builder table = HolidayTable.builder();
    for (String country : List.of("US", "GB-ENG", "BR")) {
      table.covering(PlaceId.of(country), FIRST, END);
    }
    for (NamedCsvRecord row : Shared.rows("data/calendars/holidays_2015_2030.csv")) {
      table.holiday(
          PlaceId.of(row.getField("country")),
          LocalDate.parse(row.getField("date")),
          row.getField("name"));
    }
    return table.build();
  }

  @Test
  void workingDaysOfMonthsAreThoseOfThreeCountries() throws IOException {
    WorkingDays days = WorkingDays.mondayToFriday().withHolidays(holidays());
    FiscalCalendar calendar = FiscalCalendar.calendarYear();
    List<NamedCsvRecord> rows = Shared.rows("data/calendars/business_days_per_month.csv");
    assertEquals(576, rows.size());
    for (NamedCsvRecord row : rows) {
      PlaceId place = PlaceId.of(row.getField("country"));
      Period month =
          calendar.period(
              String.format(
                  "%s-%02d", row.getField("year"), Integer.parseInt(row.getField("month"))));
      int expected = Integer.parseInt(row.getField("business_days_mon_fri_minus_holidays"));
      assertEquals(expected, days.count(place, month), () -> place + " " + month.label());
      assertEquals(expected, Exposure.of("workday", days.at(place)).over(month));
      LocalDate last = days.plus(place, month.start().minusDays(1), expected);
      assertTrue(month.contains(last) && days.isWorkday(place, last), last::toString);
    }
  }

  @Test
  void workingDaysOfQuartersAndAProrationAreThoseOfTheReference() throws IOException {
    PlaceId us = PlaceId.of("US");
    WorkingDays days = WorkingDays.mondayToFriday().withHolidays(holidays());
    FiscalCalendar calendar = FiscalCalendar.calendarYear();
    JsonNode quarters = reference().get("usFederalBusinessDaysPerQuarter");
    assertEquals(12, quarters.size());
    for (Map.Entry<String, JsonNode> quarter : quarters.properties()) {
      Period period = calendar.period(quarter.getKey().replace("Q", "-Q"));
      assertEquals(quarter.getValue().asInt(), days.count(us, period), period::label);
    }
    JsonNode proration = reference().get("proration");
    Period q1 = calendar.period("2026-Q1");
    Period rest = Period.custom(LocalDate.of(2026, 2, 17), q1.end());
    Exposure workdays = Exposure.of("workday", days.at(us));
    assertEquals(proration.get("elapsed").asInt(), days.count(us, rest));
    assertEquals(
        Quantity.of(proration.get("prorated").decimalValue().setScale(2, RoundingMode.HALF_EVEN)),
        workdays.prorate(Quantity.of(90_000), q1, rest, 2, RoundingMode.HALF_EVEN));
    assertEquals(
        Quantity.of(proration.get("calendarDayProration").decimalValue()),
        Exposure.CALENDAR_DAYS.prorate(Quantity.of(90_000), q1, rest, 2, RoundingMode.HALF_EVEN));
  }
}
