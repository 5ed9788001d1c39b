package dev.guidepost.core.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.record.Rating;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How good people are at something, and where that goes. */
class SkillRatingsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);
  private static final PersonId ANA = PersonId.of("ana");
  private static final PersonId BEN = PersonId.of("ben");
  private static final PersonId LEA = PersonId.of("lea");
  private static final UnitOfMeasure.Score FIVE = new UnitOfMeasure.Score(1, 5);

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
  void aCorrectionIsNoTrend() {
    SkillRating wrong = rated("demo", 5, "5", LEA);
    SkillRating right =
        new SkillRating(ANA, "demo", wrong.on(), Rating.of(2, FIVE), LEA, wrong.on().plusDays(3));
    SkillRatings both = new SkillRatings(List.of(right, wrong, wrong));
    assertEquals(
        List.of("demo 2 (1..5) on 2026-05-06, nothing to compare with"),
        both.of(ANA).stream().map(SkillTrend::toString).toList());
    assertEquals(1, both.of(ANA).get(0).ratings());
    assertEquals(
        "demo 5 (1..5) on 2026-05-06, nothing to compare with",
        both.asOf(wrong.on()).of(ANA).get(0).toString());
    assertEquals(2, both.ratings().size(), "both are kept");
    assertEquals(
        "ratings of ana for demo by lea on 2026-05-06 must be known on different days, but two"
            + " were on 2026-05-06",
        assertThrows(
                IllegalArgumentException.class,
                () -> new SkillRatings(List.of(wrong, rated("demo", 5, "2", LEA))))
            .getMessage());
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
