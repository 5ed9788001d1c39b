package dev.guidepost.targets.planning;

import dev.guidepost.targets.funnel.AmountForecast.Grid;

/** How finely amounts are told apart. */
final class Grids {

  private static final double UNIT_REACH = 2.5;
  private static final int UNIT_CELLS = 2_400;
  private static final int OWN_CELLS = 600;
  private static final double OWN_SIZES = 4;
  private static final double STEPS_A_DEAL = 4;
  private static final int MOST_CELLS = 6_000;

  private Grids() {}

  /** A unit's grid, of what is expected at most. */
  static Grid unit(double most, double size) {
    return Grid.holding(UNIT_REACH * most, UNIT_CELLS, size);
  }

  /**
   * A person's grid: well beyond the goal, what is expected, and a few large deals; with some steps
   * to a deal even where there are hundreds of deals.
   */
  static Grid person(double goal, double expected, double size) {
    double reach = 3 * Math.max(Math.max(goal, expected), OWN_SIZES * size);
    double fine = size > 0 ? Math.ceil(STEPS_A_DEAL * reach / size) : OWN_CELLS;
    return Grid.holding(reach, (int) Math.min(MOST_CELLS, Math.max(OWN_CELLS, fine)), size);
  }
}
