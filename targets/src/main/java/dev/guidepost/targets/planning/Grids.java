package dev.guidepost.targets.planning;

import dev.guidepost.targets.funnel.AmountForecast.Grid;
import java.util.function.DoubleUnaryOperator;

/** How finely amounts are told apart. */
final class Grids {

  private static final double UNIT_REACH = 2.5;
  private static final int UNIT_CELLS = 2_400;
  private static final int OWN_CELLS = 600;
  private static final double OWN_SIZES = 4;
  private static final double STEPS_A_DEAL = 4;
  private static final int MOST_CELLS = 6_000;

  /** Which part of the reach a deal must be above to be a large one. */
  private static final double LARGE = 0.25;

  /** Which part of the reach there is beside the large ones, should all of them be won. */
  private static final double BESIDE = 0.6;

  private Grids() {}

  /**
   * A unit's grid, well beyond what is expected at most, and beyond its large deals.
   *
   * @param large what the live deals above an amount bring together
   */
  static Grid unit(double most, double size, DoubleUnaryOperator large) {
    double reach = UNIT_REACH * most;
    double beyond = beyond(reach, large);
    return Grid.holding(beyond, cells(UNIT_CELLS, reach > 0 ? beyond / reach : 1), size);
  }

  /**
   * A person's grid: well beyond the goal, what is expected, a few usual deals, and the large ones;
   * with some steps to a deal even where there are hundreds of deals.
   *
   * @param large what the live deals above an amount bring together
   */
  static Grid person(double goal, double expected, double size, DoubleUnaryOperator large) {
    double reach = 3 * Math.max(Math.max(goal, expected), OWN_SIZES * size);
    double fine = size > 0 ? Math.ceil(STEPS_A_DEAL * reach / size) : OWN_CELLS;
    double beyond = beyond(reach, large);
    return Grid.holding(
        beyond, cells(Math.max(OWN_CELLS, fine), reach > 0 ? beyond / reach : 1), size);
  }

  /** What is far from the mean may still be a single deal: all that are large fit beside others. */
  private static double beyond(double reach, DoubleUnaryOperator large) {
    return Math.max(reach, large.applyAsDouble(LARGE * reach) + BESIDE * reach);
  }

  private static int cells(double usual, double wider) {
    return (int) Math.min(MOST_CELLS, usual * wider);
  }
}
