package dev.guidepost.core.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import org.junit.jupiter.api.Test;

/** What a commitment refuses. */
class CommitmentTest {

  private static final Period Q4 = FiscalCalendar.calendarYear().period("2026-Q4");
  private static final Period WEEK = FiscalCalendar.calendarYear().period("2026-W45");
  private static final PersonId ANA = PersonId.of("ana");

  private static Commitment.Builder commitment() {
    return Commitment.builder()
        .person(ANA)
        .agreedWith(PersonId.of("bob"))
        .metric(StandardMetrics.MEETINGS)
        .week(WEEK)
        .count(6)
        .agreedOn(WEEK.start());
  }

  @Test
  void commitmentMayBeAgreedUntilItsWeekEnds() {
    assertEquals(6, commitment().agreedOn(WEEK.start().minusDays(30)).build().count());
    assertEquals(6, commitment().agreedOn(WEEK.lastDay()).build().count());
    assertEquals(
        "commitment of ana must be agreed by 2026-11-08, but was on 2026-11-09 with bob",
        assertThrows(
                IllegalArgumentException.class, () -> commitment().agreedOn(WEEK.end()).build())
            .getMessage());
  }

  @Test
  void commitmentRefusesWhatIsNone() {
    assertEquals(
        "commitment of ana must be at least 1, but was 0",
        assertThrows(IllegalArgumentException.class, () -> commitment().count(0).build())
            .getMessage());
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> commitment().week(Q4).build())
            .getMessage()
            .startsWith(
                "commitment of ana must be for a week of 7 days, but was for quarter 2026-Q4"));
    assertEquals(
        "commitment must be agreed by two people, but was only by ana",
        assertThrows(IllegalArgumentException.class, () -> commitment().agreedWith(ANA).build())
            .getMessage());
    assertThrows(IllegalStateException.class, () -> Commitment.builder().person(ANA).build());
    Commitment c = commitment().build();
    assertThrows(
        NullPointerException.class,
        () -> new Commitment(null, ANA, c.metric(), WEEK, 1, WEEK.start()));
    assertThrows(
        NullPointerException.class,
        () -> new Commitment(ANA, null, c.metric(), WEEK, 1, WEEK.start()));
  }
}
