package dev.guidepost.core.goal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Period;
import org.junit.jupiter.api.Test;

/** What targets and commitments refuse. */
class GoalTest {

  private static final Period Q4 = FiscalCalendar.calendarYear().period("2026-Q4");
  private static final Period WEEK = FiscalCalendar.calendarYear().period("2026-W45");
  private static final PersonId ANA = PersonId.of("ana");

  private static Target.Builder target() {
    return Target.builder()
        .owner(UnitId.of("east"))
        .metric(StandardMetrics.BOOKINGS)
        .period(Q4)
        .amount(Quantity.of(240_000))
        .basis(new Target.Agreed());
  }

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
  void targetIsAValue() {
    assertEquals(target().build(), target().build());
    assertEquals(Quantity.ZERO, target().amount(Quantity.ZERO).build().amount());
    assertEquals(
        "repeat",
        ((Target.Assumed) target().basis(new Target.Assumed("repeat")).build().basis())
            .assumption());
  }

  @Test
  void targetRefusesWhatIsNone() {
    assertEquals(
        "target of east must not be negative, but was -1",
        assertThrows(IllegalArgumentException.class, () -> target().amount(Quantity.of(-1)).build())
            .getMessage());
    assertEquals(
        "assumption must say what was assumed, but was blank",
        assertThrows(IllegalArgumentException.class, () -> new Target.Assumed(" ")).getMessage());
    assertThrows(IllegalStateException.class, () -> Target.builder().build());
    Target t = target().build();
    assertThrows(
        NullPointerException.class,
        () -> new Target(null, t.metric(), t.period(), t.amount(), t.basis()));
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
            .startsWith("commitment of ana must be for a week, but was for quarter 2026-Q4"));
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
