package dev.guidepost.targets.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.time.FiscalCalendar;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WeeksTest {

  @Test
  void carriesFractions() {
    assertArrayEquals(new long[] {2, 1, 2, 1}, Weeks.carried(1.5, new double[] {1, 1, 1, 1}));
    assertArrayEquals(new long[] {1, 0, 0, 1}, Weeks.carried(.3, new double[] {1, 1, 1, 1}));
    assertArrayEquals(new long[] {3, 0, 3}, Weeks.carried(3, new double[] {1, 0, 1}));
    assertArrayEquals(new long[0], Weeks.carried(3, new double[0]));
    // Thirds add up to a whole.
    assertEquals(1, Arrays.stream(Weeks.carried(1.0 / 3, new double[] {1, 1, 1})).sum());
  }

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

  @Property(tries = 200)
  void runningTotalsAreTheRunningRateRoundedUp(
      @ForAll @DoubleRange(min = 0, max = 20) double perWeek,
      @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 5) Integer> days) {
    double[] available = days.stream().mapToDouble(day -> day / 5.0).toArray();
    long[] counts = Weeks.carried(perWeek, available);
    double rate = 0;
    long total = 0;
    for (int i = 0; i < counts.length; i++) {
      rate += perWeek * available[i];
      total += counts[i];
      assertTrue(counts[i] >= 0);
      assertTrue(total >= rate - 1e-6 && total < rate + 1);
      assertTrue(available[i] > 0 || counts[i] == 0);
    }
  }
}
