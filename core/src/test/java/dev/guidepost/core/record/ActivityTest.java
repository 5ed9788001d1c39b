package dev.guidepost.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.AccountId;
import dev.guidepost.core.id.DealId;
import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Activities, who took part in them, and what came of them. */
class ActivityTest {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PersonId LEA = PersonId.of("lea");
  private static final UnitOfMeasure.Score FIVE = new UnitOfMeasure.Score(1, 5);

  private static Activity.Builder meeting() {
    return Activity.builder().id("m").person(ANA).metric(StandardMetrics.MEETINGS).on(DAY);
  }

  @Test
  void areCounted() {
    assertEquals(1, meeting().build().count());
    assertEquals(
        "count of activity m must be at least 1, but was 0",
        assertThrows(IllegalArgumentException.class, () -> meeting().count(0).build())
            .getMessage());
    assertEquals(
        "activity id must not be blank",
        assertThrows(IllegalArgumentException.class, () -> meeting().id(" ").build()).getMessage());
    assertEquals(meeting().build(), Activity.of("m", ANA, StandardMetrics.MEETINGS, DAY));
    assertThrows(IllegalStateException.class, () -> Activity.builder().build());
  }

  @Test
  void haveThoseWhoTookPart() {
    Activity joint = meeting().addCoaches(LEA).addSupporters(BEN).build();
    assertTrue(joint.joint());
    assertFalse(meeting().addSupporters(BEN).build().joint());
    assertEquals(List.of(ANA, BEN, LEA), List.copyOf(joint.people()));
    assertEquals(
        "each person must take part in activity m in one way, but they were ana, coached by [lea],"
            + " supported by [ana]",
        assertThrows(
                IllegalArgumentException.class,
                () -> meeting().addCoaches(LEA).addSupporters(ANA).build())
            .getMessage());
  }

  @Test
  void areKnownWhenRecorded() {
    assertEquals(DAY, meeting().build().known());
    assertEquals(DAY.plusDays(3), meeting().recorded(DAY.plusDays(3)).build().known());
    assertEquals(DAY, meeting().recorded(DAY.minusDays(3)).build().known(), "planned before");
    assertEquals(meeting().build(), meeting().recorded(DAY).build());
  }

  @Test
  void haveAnOutcomeAndAQuality() {
    Activity good = meeting().outcome(ActivityOutcome.ADVANCED).quality(Rating.of(4, FIVE)).build();
    assertTrue(good.held());
    assertTrue(meeting().outcome(ActivityOutcome.HELD).build().held());
    assertTrue(meeting().build().held());
    assertFalse(meeting().outcome(ActivityOutcome.NOT_HELD).build().held());
    for (ActivityOutcome outcome : ActivityOutcome.values()) {
      assertEquals(outcome, ActivityOutcome.parse(outcome.toString()));
    }
    assertEquals(Rating.of(4, FIVE), Rating.parse("4 (1..5)"));
    assertEquals(
        "score must be 1 to 5, but was 6",
        assertThrows(IllegalArgumentException.class, () -> Rating.of(6, FIVE)).getMessage());
    for (String text : List.of("4", "4 (1..5", " (1..5)", "x (1..5)", "4 (5..1)", "4 ()")) {
      assertThrows(IllegalArgumentException.class, () -> Rating.parse(text), text);
    }
  }

  @Test
  void areSeenAsTheyWereKnown() {
    Activity told =
        meeting()
            .outcomes(
                History.of(ActivityOutcome.HELD).with(DAY.plusDays(7), ActivityOutcome.NOT_HELD))
            .qualities(History.<Rating>none().with(DAY.plusDays(9), Rating.of(2, FIVE)))
            .build();
    assertEquals(Optional.empty(), told.asOf(DAY.minusDays(1)));
    assertTrue(told.asOf(DAY.plusDays(6)).orElseThrow().held());
    assertFalse(told.asOf(DAY.plusDays(7)).orElseThrow().held());
    assertEquals(Optional.empty(), told.asOf(DAY.plusDays(8)).orElseThrow().quality());
    assertEquals(Optional.of(told), told.asOf(DAY.plusDays(9)));
    assertEquals(List.of(DAY, DAY.plusDays(7), DAY.plusDays(9)), List.copyOf(told.knownDays()));
    assertEquals(told, Activity.of(told.state()));
  }

  @Test
  void comeBackFromTheirState() {
    Activity plain = meeting().build();
    Activity full =
        meeting()
            .addCoaches(LEA)
            .addSupporters(BEN)
            .recorded(DAY.plusDays(2))
            .count(3)
            .deal(DealId.of("d1"))
            .account(AccountId.of("a1"))
            .outcome(ActivityOutcome.NOT_HELD)
            .quality(Rating.parse("4.5 (1..5)"))
            .build();
    for (Activity activity : List.of(plain, full)) {
      assertEquals(activity, Activity.of(activity.state()));
    }
    ActivityState kept = full.state();
    ActivityState twice =
        new ActivityState(
            kept.id(),
            kept.person(),
            kept.coaches(),
            kept.supporters(),
            kept.metric(),
            kept.on(),
            kept.recorded(),
            kept.count(),
            List.of("d1", "d2"),
            kept.account(),
            kept.outcomes(),
            kept.qualities());
    assertEquals(
        "deal must be kept once at most, but was [d1, d2]",
        assertThrows(IllegalArgumentException.class, () -> Activity.of(twice)).getMessage());
  }
}
