package dev.guidepost.core.practice;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.quantity.Quantity;
import java.util.Optional;

/**
 * Where a person's skill went: the latest rating beside the one before by the same rater on the
 * same scale. Ratings of two raters, or on two scales, make no trend: they may only differ in how
 * strict they are.
 *
 * @param latest the latest rating
 * @param before the one to which it compares; empty if there is none
 * @param ratings how many ratings of the skill there are, by anybody
 */
public record SkillTrend(SkillRating latest, Optional<SkillRating> before, int ratings) {

  /** Which way a skill went. */
  public enum Way {
    /** The latest rating is higher. */
    RISING,
    /** Both are the same. */
    STEADY,
    /** The latest rating is lower. */
    FALLING,
    /** There is nothing to compare with. */
    NOT_ENOUGH_DATA
  }

  /**
   * Creates a trend.
   *
   * @param latest the latest rating
   * @param before the one to which it compares
   * @param ratings how many ratings of the skill there are
   * @throws IllegalArgumentException if the one before is of another person, skill, rater or scale,
   *     or is later, or there are fewer ratings than shown
   */
  public SkillTrend {
    before.ifPresent(
        earlier -> {
          if (!comparable(latest, earlier) || earlier.on().isAfter(latest.on())) {
            throw new IllegalArgumentException(
                "rating before must be an earlier one of the same person, skill, rater and scale,"
                    + " but was "
                    + earlier);
          }
        });
    if (ratings < (before.isPresent() ? 2 : 1)) {
      throw new IllegalArgumentException(
          "ratings must be at least those shown, but were " + ratings);
    }
  }

  static boolean comparable(SkillRating one, SkillRating other) {
    return one.person().equals(other.person())
        && one.skill().equals(other.skill())
        && one.by().equals(other.by())
        && one.rating().scale().equals(other.rating().scale());
  }

  /**
   * Returns whose skill it is.
   *
   * @return the person
   */
  public PersonId person() {
    return latest.person();
  }

  /**
   * Returns by how much the rating changed.
   *
   * @return the latest score less the one before; empty if there is nothing to compare with
   */
  public Optional<Quantity> change() {
    return before.map(earlier -> latest.rating().score().minus(earlier.rating().score()));
  }

  /**
   * Returns which way the skill went.
   *
   * @return the way
   */
  public Way way() {
    return change()
        .map(
            change ->
                change.signum() > 0 ? Way.RISING : change.signum() < 0 ? Way.FALLING : Way.STEADY)
        .orElse(Way.NOT_ENOUGH_DATA);
  }

  /** Returns such as {@code "discovery 4 (1..5) on 2026-10-01, +1 since 2026-04-01"}. */
  @Override
  public String toString() {
    String now = latest.skill() + " " + latest.rating() + " on " + latest.on();
    return now
        + before
            .map(
                earlier ->
                    ", "
                        + (way() == Way.RISING ? "+" : "")
                        + change().orElseThrow()
                        + " since "
                        + earlier.on())
            .orElse(", nothing to compare with");
  }
}
