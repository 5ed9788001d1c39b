package dev.guidepost.targets.reach;

import dev.guidepost.core.credit.Origin;
import java.util.Locale;

/**
 * Which of a week's opportunities come from where, and so who owes them.
 *
 * @param origin where they come from
 * @param perWeek how many a full week came from there of late; for the person's own, what is left
 *     of the rate planned for the week, 0 or more
 * @param count how many are counted on this week, 0 or more
 */
public record Sourcing(Origin origin, double perWeek, long count) {

  /**
   * Creates a sourcing.
   *
   * @param origin where they come from
   * @param perWeek how many a week
   * @param count how many this week
   * @throws IllegalArgumentException if the count is negative
   */
  public Sourcing {
    if (count < 0) {
      throw new IllegalArgumentException("count must be 0 or more, but was " + count);
    }
  }

  /**
   * Returns who owes them.
   *
   * @return such as {@code "sales development"}
   */
  public String owedBy() {
    return switch (origin) {
      case INBOUND -> "marketing";
      case SDR -> "sales development";
      case PARTNER -> "partners";
      case OWN -> "the seller";
    };
  }

  /** Returns count and origin, such as {@code "2 inbound"}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d %s", count, origin == Origin.SDR ? "SDR" : origin);
  }
}
