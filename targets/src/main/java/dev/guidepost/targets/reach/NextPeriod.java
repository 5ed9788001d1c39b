package dev.guidepost.targets.reach;

import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * From when on new opportunities mostly count for the next goal, so that nobody stops creating.
 *
 * @param from the first day of the week from which on most of those opened that are won at all are
 *     won in the next period
 * @param label the next period's label, such as {@code "2027-Q1"}
 * @param perWeek opportunities a week that the next period needs for its goal; 0 if none is known
 * @param stays the goal of this period, which is taken for the next as well; empty if the next has
 *     one of its own, or neither has
 */
public record NextPeriod(LocalDate from, String label, double perWeek, Optional<Quantity> stays) {

  /**
   * Returns the day, the period and what it needs, and for which goal if not its own, on one line.
   */
  @Override
  public String toString() {
    return "from "
        + from
        + " most new opportunities win in "
        + label
        + (perWeek <= 0
            ? ""
            : stays
                .map(
                    goal ->
                        String.format(Locale.ROOT, ", %.1f a week for %s", perWeek, goal.print()))
                .orElseGet(() -> String.format(Locale.ROOT, ", which needs %.1f a week", perWeek)))
        + ": do not stop";
  }
}
