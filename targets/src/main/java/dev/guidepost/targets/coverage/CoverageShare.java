package dev.guidepost.targets.coverage;

import dev.guidepost.targets.pipeline.CreationSearch;
import java.util.Objects;

/**
 * What one person has to do with the coverage of a team.
 *
 * @param goal what is left of the team's target, the same for everybody on one grid, and from what
 *     the person wins: sizes, what will be created and won in time, and how uncertain the rate is;
 *     its open deals are what is asked for, and so are none
 * @param conversion the share of the person's live deals that is won in time, above 0 to 1
 * @param share which share of the team's live deals is the person's, by their number, 0 or more; of
 *     all people together 1
 */
public record CoverageShare(CreationSearch.Money goal, double conversion, double share) {

  /**
   * Creates a share.
   *
   * @param goal what is left of the team's target, and from what the person wins
   * @param conversion the share of the person's live deals that is won in time
   * @param share which share of the team's live deals is the person's
   * @throws IllegalArgumentException if open deals are given, or a share is out of bounds
   */
  public CoverageShare {
    Objects.requireNonNull(goal, "goal");
    if (!goal.open().isEmpty()) {
      throw new IllegalArgumentException(
          "open deals must be none, as they are asked for, but were " + goal.open().size());
    }
    CoverageNeed.requireConversion(conversion);
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be 0 to 1, but was " + share);
    }
  }

  /** The mean size of the person's deals. */
  double size() {
    return goal.sizes().mean(goal.person());
  }
}
