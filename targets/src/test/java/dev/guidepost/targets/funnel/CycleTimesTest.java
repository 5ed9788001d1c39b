package dev.guidepost.targets.funnel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.quantity.Histogram;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CycleTimesTest {

  private static CycleTimes of(int... days) {
    return CycleTimes.of(Histogram.of(days));
  }

  /** Ten within two weeks, fifteen after seven, nothing between. */
  @Test
  void tellsTwoPathsApart() {
    int[] days = new int[25];
    for (int i = 0; i < 25; i++) {
      days[i] = i < 10 ? 5 + i : 50 + i;
    }
    CycleTimes times = of(days);
    CycleTimes.Paths paths = times.paths().orElseThrow();
    assertEquals(.32, paths.quick(), 1e-12, "a tenth may lie between: two of them");
    assertEquals(.6, paths.slow(), 1e-12);
    assertEquals(
        "25 wins in 62 days in the middle, half of them in 11 to 68; two paths: 32 % within 12"
            + " days, 60 % after 59",
        times.toString());
    assertEquals(.4, times.within(30), 1e-12);
    assertEquals(0, times.within(-1));
    assertEquals(1, times.within(1_000));
  }

  @Test
  void oneLongTailIsOnePath() {
    int[] days = new int[40];
    for (int i = 0; i < 40; i++) {
      days[i] = 20 + i;
    }
    days[39] = 200;
    assertTrue(of(days).paths().isEmpty());
    assertEquals("40 wins in 39 days in the middle, half of them in 29 to 49", of(days).toString());
  }

  @Test
  void saysNothingOfFew() {
    assertEquals("not enough data: 2 wins with a day of opening, 20 needed", of(3, 90).toString());
    assertEquals(0, CycleTimes.of(Histogram.EMPTY).within(3));
    assertTrue(CycleTimes.of(Histogram.EMPTY).paths().isEmpty());
  }

  /** What lies between two paths is at most a tenth, and each holds a quarter. */
  @Property(tries = 200)
  void pathsAreWhatTheyAreSaidToBe(
      @ForAll @Size(min = 20, max = 60) java.util.List<@IntRange(max = 150) Integer> days) {
    Map<Integer, Long> counts = new HashMap<>();
    days.forEach(day -> counts.merge(day, 1L, Long::sum));
    CycleTimes times = CycleTimes.of(Histogram.of(counts));
    times
        .paths()
        .ifPresent(
            paths -> {
              double quick = days.stream().filter(day -> day <= paths.within()).count();
              double slow = days.stream().filter(day -> day > paths.after()).count();
              assertEquals(quick / days.size(), paths.quick(), 1e-12);
              assertEquals(slow / days.size(), paths.slow(), 1e-12);
              assertTrue(paths.quick() >= .25 && paths.slow() >= .25);
              assertTrue(paths.quick() + paths.slow() >= .9 - 1e-12);
              assertTrue(paths.after() - paths.within() >= 14);
            });
  }
}
