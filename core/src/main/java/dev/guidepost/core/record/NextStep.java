package dev.guidepost.core.record;

import dev.guidepost.core.style.Words;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What is to happen next with a deal, and by when.
 *
 * <pre>{@code
 * NextStep step = NextStep.parse("demo to the board by 2026-11-24");
 * step.overdueOn(LocalDate.of(2026, 11, 25));   // true
 * }</pre>
 *
 * @param what what is to happen, in words
 * @param due the day by which
 */
public record NextStep(String what, LocalDate due) {

  private static final String BY = " by ";

  /**
   * Creates a next step.
   *
   * @param what what is to happen
   * @param due the day by which
   * @throws IllegalArgumentException if it says nothing
   */
  public NextStep {
    Objects.requireNonNull(due, "due");
    if (what.isBlank()) {
      throw new IllegalArgumentException("next step must not be blank");
    }
  }

  /**
   * Tells whether it is overdue.
   *
   * @param day the day on which one asks
   * @return true if it was due before that day
   */
  public boolean overdueOn(LocalDate day) {
    return due.isBefore(day);
  }

  /**
   * Returns the next step of a text.
   *
   * @param text such as {@code "demo to the board by 2026-11-24"}
   * @return the next step
   * @throws IllegalArgumentException if it has another form
   */
  public static NextStep parse(String text) {
    int at = text.lastIndexOf(BY);
    if (at < 0) {
      throw new IllegalArgumentException(
          "next step must look like \"demo to the board by 2026-11-24\", but was \"" + text + "\"");
    }
    return new NextStep(
        text.substring(0, at), Words.day("day of the next step", text.substring(at + BY.length())));
  }

  /**
   * Returns such as {@code "demo to the board by 2026-11-24"}, which {@link #parse(String)} reads
   * back.
   */
  @Override
  public String toString() {
    return what + BY + due;
  }
}
