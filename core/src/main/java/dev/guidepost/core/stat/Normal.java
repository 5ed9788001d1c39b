package dev.guidepost.core.stat;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.InverseErfc;

/**
 * The standard normal distribution: probabilities from z-scores and back.
 *
 * <pre>{@code
 * Normal.cdf(1.96);       // 0.975
 * Normal.quantile(0.975); // 1.96
 * }</pre>
 */
public final class Normal {

  private static final double ROOT_OF_2 = Math.sqrt(2);

  private Normal() {}

  /**
   * Returns the probability of a value at or below {@code z}.
   *
   * @param z the z-score; infinite values are allowed
   * @return a probability in [0, 1]
   * @throws IllegalArgumentException if {@code z} is NaN
   */
  public static double cdf(double z) {
    return 0.5 * Erfc.value(-Checks.notNaN("z", z) / ROOT_OF_2);
  }

  /**
   * Returns the probability of a value above {@code z}, without the loss of digits of {@code 1 -
   * cdf(z)} far out.
   *
   * @param z the z-score; infinite values are allowed
   * @return a probability in [0, 1]
   * @throws IllegalArgumentException if {@code z} is NaN
   */
  public static double survival(double z) {
    return 0.5 * Erfc.value(Checks.notNaN("z", z) / ROOT_OF_2);
  }

  /**
   * Returns the z-score that a standard normal value stays at or below with probability {@code p}.
   *
   * @param p a probability in [0, 1]
   * @return the z-score; minus infinity at 0 and infinity at 1
   * @throws IllegalArgumentException if {@code p} is not in [0, 1]
   */
  public static double quantile(double p) {
    return 0 - ROOT_OF_2 * InverseErfc.value(2 * Checks.probability("p", p)); // 0, not -0, at 0.5
  }
}
