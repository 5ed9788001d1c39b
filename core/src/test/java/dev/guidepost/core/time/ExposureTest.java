package dev.guidepost.core.time;

import static dev.guidepost.core.time.Us2026.DAYS;
import static dev.guidepost.core.time.Us2026.US;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.quantity.Apportionment;
import dev.guidepost.core.quantity.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days that count, and amounts spread over them. */
class ExposureTest {

  private static final Period Q1 = Us2026.quarter(1);
  private static final LocalDate HIRED = LocalDate.of(2026, 2, 17);
  private static final Period SINCE_HIRED = Period.custom(HIRED, Q1.end());
  private static final Quantity QUOTA = Quantity.of(90_000);
  private static final Exposure WORKDAYS = Exposure.of("workday", DAYS.at(US));

  private static DayFunction from(LocalDate first, double after) {
    return day -> day.isBefore(first) ? 0 : after;
  }

  /** A hire on 17 February: 31 of the 61 working days of the quarter are left. */
  @Test
  void proratesByWorkingDays() {
    assertEquals(31, WORKDAYS.over(SINCE_HIRED));
    assertEquals(61, WORKDAYS.over(Q1));
    assertEquals(
        Quantity.parse("45737.70"),
        WORKDAYS.prorate(QUOTA, Q1, SINCE_HIRED, 2, RoundingMode.HALF_EVEN));
    assertEquals(
        Quantity.parse("43000"),
        Exposure.CALENDAR_DAYS.prorate(QUOTA, Q1, SINCE_HIRED, 2, RoundingMode.UNNECESSARY));
    assertEquals(31 / 61., WORKDAYS.share(Q1, SINCE_HIRED));
    assertEquals(1, WORKDAYS.share(Q1, Q1));
  }

  @Test
  void roundsOnceAndAsNamed() {
    Period day = Period.custom(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 3));
    assertEquals(
        Quantity.parse("1475.409836065"), WORKDAYS.prorate(QUOTA, Q1, day, 9, RoundingMode.DOWN));
    assertEquals(
        Quantity.parse("-1476"),
        WORKDAYS.prorate(Quantity.of(-90_000), Q1, day, 0, RoundingMode.UP));
    assertThrows(
        ArithmeticException.class,
        () -> WORKDAYS.prorate(QUOTA, Q1, day, 2, RoundingMode.UNNECESSARY));
    for (int scale : new int[] {-1, 10}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> WORKDAYS.prorate(QUOTA, Q1, day, scale, RoundingMode.UP));
    }
  }

  @Test
  void multipliesItsFactors() {
    Exposure exposure =
        WORKDAYS
            .times("availability", day -> .5)
            .times("season", day -> 1.2)
            .times("one", day -> 1);
    assertEquals(.6, exposure.on(LocalDate.of(2026, 3, 2)));
    assertEquals(0, exposure.on(LocalDate.of(2026, 3, 1)));
    assertEquals(36.6, exposure.over(Q1));
    assertEquals(36.6, exposure.over(Q1.start(), Q1.end()));
    assertEquals(0, exposure.over(Q1.end(), Q1.start()));
    assertEquals(0, new BigDecimal("36.6").compareTo(exposure.weight(Q1)));
    assertEquals(List.of("workday", "availability", "season", "one"), exposure.names());
    assertEquals("workday x availability x season x one", exposure.toString());
    assertEquals("calendar days", Exposure.CALENDAR_DAYS.toString());
    assertEquals(90, Exposure.of("always", DayFunction.ALWAYS).over(Q1));
  }

  /** Ten tenths are one, though ten times the double .1 is not. */
  @Test
  void takesValuesAsTheDecimalsTheyStandFor() {
    Exposure tenth = Exposure.of("tenth", day -> .1);
    assertEquals(1, tenth.over(HIRED, HIRED.plusDays(10)));
    assertEquals(
        0, BigDecimal.ONE.compareTo(tenth.weight(Period.custom(HIRED, HIRED.plusDays(10)))));
    double[] odd = {1 / 3., Math.PI, 1e-300, Double.MIN_VALUE, Double.MAX_VALUE, .1 + .2};
    for (double value : odd) {
      assertEquals(value, Exposure.of("odd", day -> value).on(HIRED));
    }
    assertEquals(
        0,
        new BigDecimal("0.30000000000000004")
            .compareTo(
                Exposure.of("odd", day -> .1 + .2)
                    .weight(Period.custom(HIRED, HIRED.plusDays(1)))));
  }

  @Test
  void explainsWhatEachFactorTakesAway() {
    Exposure exposure =
        WORKDAYS
            .times("there", from(HIRED, 1))
            .times("ramp", day -> day.getMonthValue() == 2 ? .125 : .5)
            .times("season", day -> 1.1);
    assertEquals(
        "13.34 = calendar days 90 + workday -29 + there -30 + ramp -18.87 + season 1.21",
        exposure.explain(Q1).toString());
    assertEquals("workday x there x ramp x season", exposure.explain(Q1).subject());
    assertEquals("61 remain", exposure.explain(Q1).parts().get(1).note());
    assertEquals("2026-Q1", exposure.explain(Q1).parts().get(0).note());
    assertEquals("90 = calendar days 90", Exposure.CALENDAR_DAYS.explain(Q1).toString());
    assertEquals("calendar days", Exposure.CALENDAR_DAYS.explain(Q1).subject());
  }

  @Test
  void asksNoFactorForADayThatDoesNotCountAnyway() {
    Exposure exposure =
        Exposure.of("there", from(HIRED, 1))
            .times(
                "ramp",
                day -> {
                  if (day.isBefore(HIRED)) {
                    throw new AssertionError(day);
                  }
                  return 1;
                });
    assertEquals(43, exposure.over(Q1));
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, -1e-300})
  void refusesValuesThatCountNothing(double value) {
    Exposure exposure = Exposure.of("ramp", day -> day.equals(HIRED) ? value : 1);
    String message =
        "factor \"ramp\" must be 0 or more and finite, but was " + value + " on 2026-02-17";
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> exposure.over(Q1)).getMessage());
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> exposure.on(HIRED)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> exposure.explain(Q1));
  }

  @Test
  void takesMinusZeroForZero() {
    assertEquals(0., Exposure.of("zero", day -> -0.).on(HIRED));
  }

  @Test
  void refusesPartsThatAreNoneAndPeriodsThatDoNotCount() {
    Period late = Period.custom(HIRED, Q1.end().plusDays(1));
    Period early = Period.custom(Q1.start().minusDays(1), HIRED);
    for (Period part : List.of(late, early, Us2026.quarter(2))) {
      assertThrows(IllegalArgumentException.class, () -> WORKDAYS.share(Q1, part));
      assertThrows(
          IllegalArgumentException.class,
          () -> WORKDAYS.prorate(QUOTA, Q1, part, 2, RoundingMode.UP));
    }
    Period weekend = Period.custom(LocalDate.of(2026, 3, 7), LocalDate.of(2026, 3, 9));
    assertEquals(0, WORKDAYS.over(weekend));
    assertEquals(
        "period must hold a day that counts, but none did of " + weekend + " by [workday]",
        assertThrows(IllegalArgumentException.class, () -> WORKDAYS.share(weekend, weekend))
            .getMessage());
  }

  @Test
  void refusesNamesThatTellNothingApart() {
    assertThrows(IllegalArgumentException.class, () -> WORKDAYS.times("workday", day -> 1));
    assertThrows(IllegalArgumentException.class, () -> WORKDAYS.times(" ", day -> 1));
    assertThrows(NullPointerException.class, () -> WORKDAYS.times("ramp", null));
  }

  @Test
  void weighsPeriodsInAnyOrder() {
    FiscalCalendar calendar = FiscalCalendar.calendarYear();
    List<Period> months = calendar.within(Q1, Grain.MONTH);
    List<Period> shuffled = List.of(months.get(2), months.get(0), months.get(1));
    Map<Period, BigDecimal> weights = WORKDAYS.weights(shuffled);
    assertEquals(months, List.copyOf(weights.keySet()));
    assertEquals(
        List.of(20, 19, 22), weights.values().stream().map(BigDecimal::intValueExact).toList());
    assertEquals(Map.of(), WORKDAYS.weights(List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> WORKDAYS.weights(List.of(months.get(1), Q1)));
    assertThrows(IllegalArgumentException.class, () -> WORKDAYS.weights(List.of(Q1, Q1)));
  }

  @Test
  void splitsAnAmountOverPeriodsWithNothingLost() {
    List<Period> months = FiscalCalendar.calendarYear().within(Q1, Grain.MONTH);
    Map<Period, Quantity> parts = WORKDAYS.split(QUOTA, months, 2, Apportionment.LARGEST_REMAINDER);
    assertEquals(
        List.of("29508.2", "28032.79", "32459.01"),
        parts.values().stream().map(Quantity::toString).toList());
    assertEquals(
        List.of(Quantity.of(3), Quantity.of(3), Quantity.of(4)),
        List.copyOf(WORKDAYS.split(Quantity.of(10), months, 0, Apportionment.WEBSTER).values()));
    assertThrows(
        ArithmeticException.class,
        () -> WORKDAYS.split(Quantity.parse("0.5"), months, 0, Apportionment.WEBSTER));
    Exposure never = Exposure.of("never", day -> 0);
    assertThrows(
        IllegalArgumentException.class,
        () -> never.split(QUOTA, months, 2, Apportionment.LARGEST_REMAINDER));
    assertThrows(
        IllegalArgumentException.class,
        () -> WORKDAYS.split(QUOTA, List.of(), 2, Apportionment.LARGEST_REMAINDER));
  }

  @Test
  void saysWhatItCannotHold() {
    Period january = FiscalCalendar.calendarYear().within(Q1, Grain.MONTH).get(0);
    Exposure huge = Exposure.of("huge", day -> 1e200).times("again", day -> 1e200);
    assertEquals(Double.POSITIVE_INFINITY, huge.over(Q1));
    assertThrows(ArithmeticException.class, () -> huge.explain(Q1));
    assertThrows(
        ArithmeticException.class,
        () ->
            WORKDAYS.prorate(Quantity.of(Long.MAX_VALUE), Q1, january, 9, RoundingMode.HALF_EVEN));
    Exposure tiny = huge.times("tiny", day -> 1e-300).times("less", day -> 1e-320);
    Exposure least = tiny.times("least", day -> 1e-320).times("last", day -> 1e-320);
    Exposure lost = least.times("gone", day -> 1e-320);
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> lost.split(QUOTA, List.of(Q1), 2, Apportionment.LARGEST_REMAINDER))
            .getMessage()
            .contains("must have at most 1100 digits"));
  }
}
