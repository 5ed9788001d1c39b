package dev.guidepost.examples.company;

import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.id.PersonId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/** What is created after as-of. */
public sealed interface Creation {

  /** Nothing new: only what is open may be won. */
  record Nothing() implements Creation {}

  /**
   * The process goes on: calls, meetings that are agreed already, season, leave, ramp, and what is
   * wrong stays wrong.
   */
  record AsUsual() implements Creation {}

  /**
   * Some create what is planned, the others as usual. The opportunities of a week are spread over
   * the person's working days after as-of, or over the company's if the person has none.
   *
   * @param weekly for each person who follows the plan, opportunities by Monday of the week; a week
   *     that is not there brings none; unmodifiable
   */
  record Plan(Map<PersonId, Map<LocalDate, Integer>> weekly) implements Creation {

    /**
     * Copies the plan.
     *
     * @throws IllegalArgumentException if a week does not start on a Monday or a number is negative
     */
    public Plan {
      ImmutableMap.Builder<PersonId, Map<LocalDate, Integer>> copy = ImmutableMap.builder();
      weekly.forEach((person, weeks) -> copy.put(person, ImmutableMap.copyOf(weeks)));
      weekly = copy.build();
      weekly.forEach((person, weeks) -> weeks.forEach((week, count) -> check(person, week, count)));
    }

    private static void check(PersonId person, LocalDate week, int count) {
      if (week.getDayOfWeek() != DayOfWeek.MONDAY) {
        throw new IllegalArgumentException(
            "week of " + person + " must start on a Monday, but was " + week);
      }
      if (count < 0) {
        throw new IllegalArgumentException(
            "plan of " + person + " must not be negative, but was " + count + " on " + week);
      }
    }
  }
}
