package dev.guidepost.core.record;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The entry of a deal into a stage.
 *
 * @param stage the stage's name, as the process calls it
 * @param entered the day of entry
 */
public record StageVisit(String stage, LocalDate entered) {

  /**
   * Creates a visit.
   *
   * @param stage the stage's name
   * @param entered the day of entry
   * @throws IllegalArgumentException if the name is blank
   */
  public StageVisit {
    Objects.requireNonNull(entered, "entered");
    if (stage.isBlank()) {
      throw new IllegalArgumentException("stage must not be blank");
    }
  }
}
