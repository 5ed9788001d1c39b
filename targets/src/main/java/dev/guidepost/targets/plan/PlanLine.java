package dev.guidepost.targets.plan;

import dev.guidepost.core.id.DealId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing to do.
 *
 * @param kind what kind of thing
 * @param weekStart the first day of the week in which to do it
 * @param subject the deal, the metric or the person it is about
 * @param deal the deal, if it is about one
 * @param step what exactly, such as what the buyer does next; may be empty
 * @param count how many, at least 1
 * @param by the last day to do it
 * @param why why it is asked
 * @param evidence what the number stands on; may be empty
 */
public record PlanLine(
    Kind kind,
    LocalDate weekStart,
    String subject,
    Optional<DealId> deal,
    String step,
    long count,
    LocalDate by,
    String why,
    String evidence) {

  /** How the step of a line begins that says until when somebody is away: {@value}. */
  public static final String AWAY = "away until ";

  /** What kind of thing to do; in the order in which plans are read. */
  public enum Kind {
    /** Bring a live deal to its next step. */
    ADVANCE,
    /** Get a next step on an old deal, or close it. */
    DECIDE,
    /** Open opportunities that can still count in the period. */
    CREATE,
    /** Hold meetings. */
    MEET,
    /** Make calls. */
    CALL,
    /** Win so many accounts, or growth in existing ones, by the end of the period. */
    ACCOUNTS,
    /** Open opportunities that count for the next period. */
    SEED,
    /** Look at the one rate that is lower than that of others beyond chance. */
    FOCUS,
    /** What the manager owes. */
    MANAGER;

    /**
     * Tells whether lines of this kind are counted week by week.
     *
     * @return false for what is named
     */
    public boolean counted() {
      return this == CREATE || this == MEET || this == CALL || this == SEED;
    }

    /** Returns the name in lower case. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Creates a line.
   *
   * @param kind what kind of thing
   * @param weekStart the first day of the week in which to do it
   * @param subject what it is about
   * @param deal the deal, if it is about one
   * @param step what exactly
   * @param count how many
   * @param by the last day to do it
   * @param why why it is asked
   * @param evidence what the number stands on
   * @throws IllegalArgumentException if the count is below 1 or the last day before the week
   */
  public PlanLine {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(deal, "deal");
    Objects.requireNonNull(step, "step");
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, but was " + count);
    }
    if (by.isBefore(weekStart)) {
      throw new IllegalArgumentException(
          "last day must not be before the week of " + weekStart + ", but was " + by);
    }
  }

  /** Returns kind, count unless the subject tells it, subject, step and day on one line. */
  @Override
  public String toString() {
    return kind
        + " "
        + (count == 1 || !kind.counted() ? "" : count + " ")
        + subject
        + (step.isEmpty() ? "" : " (" + step + ")")
        + " by "
        + by
        + ": "
        + why;
  }
}
