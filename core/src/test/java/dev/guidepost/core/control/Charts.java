package dev.guidepost.core.control;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Weeks and series for charts. */
final class Charts {

  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);

  private Charts() {}

  static List<Period> weeks(int count) {
    return FiscalCalendar.calendarYear()
        .periods(Grain.WEEK, MONDAY, MONDAY.plusWeeks(count).minusDays(1));
  }

  static ControlChart counts(int baseline, double... values) {
    return assertInstanceOf(
        ControlChart.class, ControlChart.ofCounts(weeks(values.length), values, baseline));
  }

  static ControlChart shares(int baseline, long[] part, long[] whole, double... share) {
    return assertInstanceOf(
        ControlChart.class, ControlChart.ofShare(weeks(part.length), part, whole, share, baseline));
  }

  /** A pattern over and over, then what follows. */
  static double[] after(int baseline, double[] pattern, double... looks) {
    double[] values = new double[baseline + looks.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = i < baseline ? pattern[i % pattern.length] : looks[i - baseline];
    }
    return values;
  }

  static long[] longs(int baseline, long[] pattern, long... looks) {
    long[] values = new long[baseline + looks.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = i < baseline ? pattern[i % pattern.length] : looks[i - baseline];
    }
    return values;
  }

  static double[] all(int size, double value) {
    double[] values = new double[size];
    Arrays.fill(values, value);
    return values;
  }
}
