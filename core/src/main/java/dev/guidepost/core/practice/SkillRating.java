package dev.guidepost.core.practice;

import dev.guidepost.core.id.PersonId;
import dev.guidepost.core.record.Rating;
import java.time.LocalDate;
import java.util.Objects;

/**
 * How well a person does something, as somebody saw it on a day.
 *
 * @param person who was rated
 * @param skill what for, such as {@code "discovery"}
 * @param on the day
 * @param rating how well
 * @param by who rated; a person may rate themselves
 * @param known the day from whose end on it is on record, not before it was given
 */
public record SkillRating(
    PersonId person, String skill, LocalDate on, Rating rating, PersonId by, LocalDate known) {

  /**
   * Creates a rating.
   *
   * @param person who was rated
   * @param skill what for
   * @param on the day
   * @param rating how well
   * @param by who rated
   * @param known the day from whose end on it is on record
   * @throws IllegalArgumentException if the skill is blank, or it is known before it was given
   */
  public SkillRating {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(rating, "rating");
    Objects.requireNonNull(by, "by");
    if (skill.isBlank()) {
      throw new IllegalArgumentException("skill must not be blank");
    }
    if (known.isBefore(on)) {
      throw new IllegalArgumentException(
          "rating of " + person + " must not be known before " + on + ", but was on " + known);
    }
  }

  /**
   * Creates a rating known on its day.
   *
   * @param person who was rated
   * @param skill what for
   * @param on the day
   * @param rating how well
   * @param by who rated
   * @throws IllegalArgumentException if the skill is blank
   */
  public SkillRating(PersonId person, String skill, LocalDate on, Rating rating, PersonId by) {
    this(person, skill, on, rating, by, on);
  }
}
