package dev.guidepost.core.time;

import java.time.LocalDate;

/**
 * How much a day counts, from one point of view: whether it is worked, how much of it a person is
 * there, how far a newcomer has ramped, what the season makes of it.
 *
 * <p>A day function must give the same value for the same day whenever it is asked, a finite one of
 * 0 or more; 1 is a day that counts in full. Where it is used ({@link Exposure}), any other value
 * is refused.
 *
 * <pre>{@code
 * DayFunction halfTime = day -> .5;
 * DayFunction december = day -> day.getMonth() == Month.DECEMBER ? 1.4 : 1;
 * }</pre>
 */
@FunctionalInterface
public interface DayFunction {

  /** Every day counts in full. */
  DayFunction ALWAYS = day -> 1;

  /**
   * Returns how much a day counts.
   *
   * @param day the day
   * @return a finite number, 0 or more; 1 is a day that counts in full
   */
  double on(LocalDate day);
}
