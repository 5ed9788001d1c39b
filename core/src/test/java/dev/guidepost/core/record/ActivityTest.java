package dev.guidepost.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.practice.SkillRating;
import dev.guidepost.core.practice.SkillRatings;
import dev.guidepost.core.practice.SkillTrend;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Activities, who took part in them, and how good people are at them. */
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

  private static SkillRating rated(String skill, int day, String score, PersonId by) {
    return new SkillRating(
        ANA, skill, DAY.plusDays(day), new Rating(Quantity.parse(score), FIVE), by);
  }

  @Test
  void skillsHaveATrend() {
    SkillRatings ratings =
        new SkillRatings(
            List.of(
                rated("discovery", 90, "4", LEA),
                rated("discovery", 0, "3", LEA),
                rated("discovery", 80, "5", ANA),
                rated("closing", 90, "2.5", LEA),
                rated("closing", 10, "3", LEA),
                rated("writing", 10, "3", LEA),
                rated("writing", 20, "3", LEA),
                rated("demo", 20, "3", LEA),
                new SkillRating(BEN, "demo", DAY, Rating.of(1, FIVE), LEA)));
    List<SkillTrend> trends = ratings.of(ANA);
    assertEquals(
        List.of(
            "closing 2.5 (1..5) on 2026-07-30, -0.5 since 2026-05-11",
            "demo 3 (1..5) on 2026-05-21, nothing to compare with",
            "discovery 4 (1..5) on 2026-07-30, +1 since 2026-05-01",
            "writing 3 (1..5) on 2026-05-21, 0 since 2026-05-11"),
        trends.stream().map(SkillTrend::toString).toList());
    assertEquals(
        List.of(
            SkillTrend.Way.FALLING,
            SkillTrend.Way.NOT_ENOUGH_DATA,
            SkillTrend.Way.RISING,
            SkillTrend.Way.STEADY),
        trends.stream().map(SkillTrend::way).toList());
    assertEquals(3, trends.get(2).ratings());
    assertEquals(ANA, trends.get(2).person());
    assertEquals(Optional.of(Quantity.of(1)), trends.get(2).change());
    assertEquals(
        "discovery 5 (1..5) on 2026-07-20, nothing to compare with",
        ratings.asOf(DAY.plusDays(85)).of(ANA).get(2).toString(),
        "another rater");
    assertEquals(ratings, SkillRatings.of(ratings.state()));
    assertEquals(List.of(), ratings.of(PersonId.of("nobody")));
  }

  @Test
  void refusesRatingsThatCannotBe() {
    SkillRating rating = rated("demo", 5, "3", LEA);
    assertThrows(
        IllegalArgumentException.class,
        () -> new SkillTrend(rating, Optional.of(rated("demo", 6, "3", LEA)), 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SkillTrend(rating, Optional.of(rated("demo", 4, "3", BEN)), 2));
    assertThrows(IllegalArgumentException.class, () -> new SkillTrend(rating, Optional.empty(), 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SkillTrend(rating, Optional.of(rated("demo", 4, "3", LEA)), 1));
    assertThrows(IllegalArgumentException.class, () -> rated(" ", 5, "3", LEA));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SkillRating(ANA, "demo", DAY, Rating.of(3, FIVE), LEA, DAY.minusDays(1)));
  }
}
