package dev.guidepost.core.record;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;

/**
 * The entry of a deal into a stage. Being won or lost is a stage too, and so is being open again.
 *
 * <p>Entries of one day stand by the day on which they were known, then by row; of two with the
 * same row the closing comes after the stage of open deals. A deal refuses others that have the
 * same days and row, as nothing says which of them came first.
 *
 * <pre>{@code
 * new StageVisit("Propose", LocalDate.of(2026, 2, 12));
 * new StageVisit("Won", LocalDate.of(2026, 3, 30), Outcome.WON, LocalDate.of(2026, 4, 2), 0);
 * }</pre>
 *
 * @param stage the stage's name, as the process calls it
 * @param entered the day of entry
 * @param outcome what the deal is while it is in that stage: open, won or lost
 * @param known the day from whose end on this is known, not before the entry
 * @param row its place among the entries of the same day
 */
public record StageVisit(
    String stage, LocalDate entered, Outcome outcome, LocalDate known, int row) {

  /** By the day of entry, then by the day it was known, then by row, then the open ones first. */
  static final Comparator<StageVisit> ORDER =
      Comparator.comparing(StageVisit::entered)
          .thenComparing(StageVisit::known)
          .thenComparingInt(StageVisit::row)
          .thenComparing(visit -> visit.outcome() != Outcome.OPEN);

  /**
   * Creates a visit.
   *
   * @param stage the stage's name
   * @param entered the day of entry
   * @param outcome what the deal is while it is in that stage
   * @param known the day from whose end on this is known
   * @param row its place among the entries of the same day
   * @throws IllegalArgumentException if the name is blank, or the entry known before it happened
   */
  public StageVisit {
    Objects.requireNonNull(outcome, "outcome");
    if (stage.isBlank()) {
      throw new IllegalArgumentException("stage must not be blank");
    }
    if (known.isBefore(entered)) {
      throw new IllegalArgumentException(
          "stage "
              + stage
              + " must not be known before its entry on "
              + entered
              + ", but was on "
              + known);
    }
  }

  /**
   * Creates a visit to a stage of open deals, known on the day of entry.
   *
   * @param stage the stage's name
   * @param entered the day of entry
   * @throws IllegalArgumentException if the name is blank
   */
  public StageVisit(String stage, LocalDate entered) {
    this(stage, entered, Outcome.OPEN);
  }

  /**
   * Creates a visit known on the day of entry.
   *
   * @param stage the stage's name
   * @param entered the day of entry
   * @param outcome what the deal is while it is in that stage
   * @throws IllegalArgumentException if the name is blank
   */
  public StageVisit(String stage, LocalDate entered, Outcome outcome) {
    this(stage, entered, outcome, entered, 0);
  }
}
