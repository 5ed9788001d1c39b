package dev.guidepost.core.stat;

import java.util.function.DoubleUnaryOperator;

/**
 * Hazards in proportion: what one factor at all ages does to the share that ends one way (Cox,
 * Journal of the Royal Statistical Society B 34, 1972).
 */
public final class Hazards {

  /** Every so many steps the middle is tried. */
  private static final int BISECT = 4;

  /** How closely a factor is found: to the last but few digits of a double. */
  private static final double EXACT = 1e-14;

  private static final double MOST = 1 << 20;

  /** What is nearer to the bound than that is at the bound. */
  private static final double NEAR = 1e-12;

  private Hazards() {}

  /**
   * Returns the factor with which a share is reached. What else happens to the others bounds the
   * share; beyond the bound it is the factor that reaches the bound, not any larger one, as that
   * would still change what becomes of those who are of age already.
   *
   * @param share the share wanted, 0 to 1
   * @param shareAt the share at a factor, which does not fall as the factor rises
   * @return the smallest factor that reaches the share or the bound, 0 to 1,048,576
   * @throws IllegalArgumentException if the share is not in [0, 1]
   */
  public static double factorFor(double share, DoubleUnaryOperator shareAt) {
    Checks.probability("share", share);
    double wanted = Math.min(share, shareAt.applyAsDouble(MOST) * (1 - NEAR));
    double low = 0;
    double high = 1;
    double below = shareAt.applyAsDouble(low) - wanted;
    if (below >= 0) {
      return low;
    }
    double above = shareAt.applyAsDouble(high) - wanted;
    while (high < MOST && above < 0) {
      low = high;
      below = above;
      high *= 2;
      above = shareAt.applyAsDouble(high) - wanted;
    }
    // False position, halving the weight of an end that stays (the Illinois method: Dowell and
    // Jarratt, BIT 11, 1971); now and then the middle, which bounds the steps.
    int side = 0;
    for (int i = 1; above > 0 && high - low > EXACT * high; i++) {
      double next = (low * above - high * below) / (above - below);
      if (i % BISECT == 0 || !(next > low && next < high)) {
        next = (low + high) / 2;
      }
      double missing = shareAt.applyAsDouble(next) - wanted;
      if (missing < 0) {
        low = next;
        below = missing;
        above = side < 0 ? above / 2 : above;
        side = -1;
      } else {
        high = next;
        above = missing;
        below = side > 0 ? below / 2 : below;
        side = 1;
      }
    }
    return high;
  }
}
