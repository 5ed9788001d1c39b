package dev.guidepost.core.explain;

import java.util.Locale;

/**
 * An estimated share with its evidence: a personal rate that says how much of it is the person's
 * own record.
 *
 * <pre>{@code
 * yields.of(ana).orElseThrow().estimate().toString(); // "35 % [28 %, 41 %] 80 %, 17 of 45 own, 52 % own record"
 * }</pre>
 *
 * @param value the estimate, 0 to 1
 * @param low the lower end of the interval, 0 to {@code high}; not tied to {@code value}, which may
 *     be a mean outside an interval of quantiles
 * @param high the upper end of the interval, {@code low} to 1
 * @param level the probability that the interval holds the truth, 0 to 1, such as .8
 * @param events how often it happened on the own record
 * @param trials out of how many on the own record
 * @param ownShare how much of the estimate is the own record, 0 to 1; the rest is that of the unit
 *     above
 */
public record Estimate(
    double value,
    double low,
    double high,
    double level,
    long events,
    long trials,
    double ownShare) {

  /**
   * Creates an estimate.
   *
   * @param value the estimate, 0 to 1
   * @param low the lower end of the interval
   * @param high the upper end of the interval
   * @param level the probability that the interval holds the truth
   * @param events how often it happened on the own record
   * @param trials out of how many on the own record
   * @param ownShare how much of the estimate is the own record
   * @throws IllegalArgumentException if a part is not a number or out of its bounds, low is above
   *     high, or there are more events than trials
   */
  public Estimate {
    value = share("value", value);
    low = share("low", low);
    high = share("high", high);
    level = share("level", level);
    ownShare = share("own share", ownShare);
    if (low > high) {
      throw new IllegalArgumentException(
          "low must not exceed high, but was " + low + " against " + high);
    }
    if (events < 0 || trials < events) {
      throw new IllegalArgumentException(
          "events must be 0 to the trials, but was " + events + " of " + trials);
    }
  }

  private static double share(String what, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(what + " must be 0 to 1, but was " + value);
    }
    return value == 0 ? 0 : value; // minus zero would print as "-0 %"
  }

  /**
   * Returns value, interval, level and evidence on one line, in whole percent, rounded half up.
   *
   * @return such as {@code "35 % [28 %, 41 %] 80 %, 17 of 45 own, 52 % own record"}
   */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.0f %% [%.0f %%, %.0f %%] %.0f %%, %,d of %,d own, %.0f %% own record",
        value * 100,
        low * 100,
        high * 100,
        level * 100,
        events,
        trials,
        ownShare * 100);
  }
}
