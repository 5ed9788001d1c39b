package dev.guidepost.core.stat;

import java.util.function.DoubleUnaryOperator;

/**
 * Hazards in proportion: what one factor at all ages does to the share that ends one way (Cox,
 * Journal of the Royal Statistical Society B 34, 1972).
 */
public final class Hazards {

  private static final int BISECTIONS = 50;
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
    while (high < MOST && shareAt.applyAsDouble(high) < wanted) {
      high *= 2;
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (shareAt.applyAsDouble(middle) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}
