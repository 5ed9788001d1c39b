package dev.guidepost.core.stat;

/**
 * A range of plausible values with the probability it is meant to hold.
 *
 * <p>Both ends belong to the interval; they may coincide and may be infinite, and {@code low} is
 * never above {@code high}. Whether the level is a credible or a confidence level is said by the
 * method that returned the interval.
 *
 * <pre>{@code
 * Interval rate = Binomials.jeffreys(7, 20, 0.90); // 0.197 to 0.533 at 90 %
 * rate.contains(0.25);                             // true
 * }</pre>
 *
 * @param low the lower end
 * @param high the upper end, not below {@code low}
 * @param level the probability the interval is meant to hold, in (0, 1)
 */
public record Interval(double low, double high, double level) {

  /**
   * Checks the parts.
   *
   * @param low the lower end
   * @param high the upper end, not below {@code low}
   * @param level the probability the interval is meant to hold, in (0, 1)
   * @throws IllegalArgumentException if an end is NaN, {@code low > high}, or the level is not
   *     inside (0, 1)
   */
  public Interval {
    Checks.notNaN("low", low);
    Checks.notNaN("high", high);
    if (low > high) {
      throw new IllegalArgumentException(
          "low must not be above high (" + high + "), but was " + low);
    }
    Checks.inside("level", level);
  }

  /**
   * Returns whether a value lies in the interval, ends included.
   *
   * @param value the value to look for
   * @return {@code true} if {@code low <= value <= high}; {@code false} for NaN
   */
  public boolean contains(double value) {
    return value >= low && value <= high;
  }

  /**
   * Returns the distance between the ends.
   *
   * @return {@code high - low}, zero or more
   */
  public double width() {
    return high - low;
  }
}
