package dev.guidepost.core.practice;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * How long a deal was at a stage as its furthest one: from the first entry to the first entry into
 * a later stage of open deals, or to its closing.
 *
 * <p>A deal that steps back keeps the stage that it had reached; how often it stepped back is
 * counted. A stage that a deal passed over is a stay that was skipped, and ends on the day on which
 * it began.
 *
 * @param stage the stage's name in the version of the process of the day one looks from
 * @param entered the day of entry
 * @param left the day on which it ended; empty while the deal is there
 * @param exit how it ended
 * @param returns how often the deal stepped back to an earlier stage during the stay, 0 or more
 */
public record StageStay(
    String stage, LocalDate entered, Optional<LocalDate> left, Exit exit, int returns) {

  /** How a stay ends. */
  public enum Exit {
    /** The deal is there. */
    STILL_THERE,
    /** It went on to a later stage, or was won. */
    ADVANCED,
    /** It was lost. */
    LOST,
    /** It never was there: it went from an earlier stage to a later one. */
    SKIPPED
  }

  /**
   * Creates a stay.
   *
   * @param stage the stage's name
   * @param entered the day of entry
   * @param left the day on which it ended
   * @param exit how it ended
   * @param returns how often the deal stepped back
   * @throws IllegalArgumentException if it ended before it began, has a day of ending though the
   *     deal is there or the reverse, or the number of returns is negative
   */
  public StageStay {
    Objects.requireNonNull(stage, "stage");
    if (left.isPresent() == (exit == Exit.STILL_THERE)
        || left.filter(day -> day.isBefore(entered)).isPresent()) {
      throw new IllegalArgumentException(
          "stay must end on a day from " + entered + " on unless it lasts, but was " + left);
    }
    if (returns < 0) {
      throw new IllegalArgumentException("returns must not be negative, but was " + returns);
    }
  }

  /**
   * Returns how long it lasted by the end of a day.
   *
   * @param day the day, not before the entry
   * @return days from the entry to the end of the stay, or to the day while the deal is there
   */
  public int days(LocalDate day) {
    return Math.toIntExact(ChronoUnit.DAYS.between(entered, left.orElse(day)));
  }
}
