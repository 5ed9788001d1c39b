package dev.guidepost.core.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.time.Period;
import org.junit.jupiter.api.Test;

class SignalTest {

  private static final Period WEEK = Charts.weeks(1).get(0);

  private static Signal signal(double value, String message) {
    return Signal.of(
        PersonId.of("ana"),
        StandardMetrics.MEETINGS,
        Rule.BEYOND_LIMITS,
        WEEK,
        value,
        4,
        9,
        message);
  }

  @Test
  void hasTheSameIdForTheSameFinding() {
    assertEquals(signal(2, "two").id(), signal(3, "three, worded anew").id());
    assertEquals("ana/meetings/beyond-limits/low/2026-W02", signal(2, "").id());
    assertEquals("ana/meetings/beyond-limits/high/2026-W02", signal(10, "").id());
    assertEquals("ana/meetings/beyond-limits/shift/2026-W02", signal(9, "").id());
    assertNotEquals(signal(2, "").id(), signal(12, "").id());
    assertEquals("two", signal(2, "two").toString());
  }

  @Test
  void statusHasFourWordsAndAReason() {
    assertEquals("in control", new Status(Status.Word.IN_CONTROL, "").toString());
    assertEquals("out: meetings", new Status(Status.Word.OUT, "meetings").toString());
    assertEquals("not enough data", Status.Word.NOT_ENOUGH_DATA.toString());
    assertEquals("watch", Status.Word.WATCH.toString());
    assertEquals(4, Status.Word.values().length);
    for (Status.Word word : Status.Word.values()) {
      if (word != Status.Word.IN_CONTROL) {
        assertThrows(IllegalArgumentException.class, () -> new Status(word, " "));
      }
    }
    assertEquals("exact-tail", Rule.EXACT_TAIL.toString());
    assertEquals("no-data", Rule.NO_DATA.toString());
  }
}
