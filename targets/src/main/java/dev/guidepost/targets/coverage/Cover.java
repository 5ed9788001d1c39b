package dev.guidepost.targets.coverage;

import java.util.Objects;

/**
 * How much live pipeline a person or unit has against what is left of the goal, and how much it
 * takes at the person's own rates.
 *
 * <p>A unit's is of the people who stand in it, as its outlook is: what it takes is shared among
 * them as the live pipeline is today, and reaches the goal with the confidence by the convolution
 * of what each of them wins of it. So it is not the sum of what each of them needs.
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
