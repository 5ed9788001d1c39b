package dev.guidepost.targets.coverage;

import java.util.Objects;

/**
 * How much live pipeline a person has against what is left of the goal, and how much it takes at
 * the person's own rates.
 *
 * @param now what there is: all live deals by value, as the days on which deals are to close are
 *     wishes as often as not
 * @param need what it takes: with the share of the person's live deals that is won in time, and
 *     what is still created and won at the recent rate taken off
 */
public record Cover(Coverage now, CoverageNeed need) {

  /**
   * Creates a cover.
   *
   * @param now what there is
   * @param need what it takes
   */
  public Cover {
    Objects.requireNonNull(now, "now");
    Objects.requireNonNull(need, "need");
  }

  /** Returns what there is and what it takes on two lines. */
  @Override
  public String toString() {
    return now + "\n" + need;
  }
}
