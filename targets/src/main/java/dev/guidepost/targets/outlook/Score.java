package dev.guidepost.targets.outlook;

import dev.guidepost.targets.funnel.AmountForecast;

/**
 * How good a forecast was, once it is known what happened.
 *
 * <p>All scores are proper or serve to check calibration: nobody gets a better one on average by
 * forecasting what they do not believe.
 */
public final class Score {

  private Score() {}

  /**
   * Returns the continuous ranked probability score: the integral of the squared difference between
   * the distribution function and the step at what happened. It is an amount, 0 for a forecast that
   * was certain and right, and the absolute error of one that was certain and wrong. Computed
   * without sampling, as the distribution function is a step function.
   *
   * <p>Source: Matheson and Winkler, Management Science 22 (1976); Gneiting and Raftery, Journal of
   * the American Statistical Association 102 (2007), equation 20.
   *
   * @param forecast the forecast; what lies beyond its grid counts one step beyond its end
   * @param actual what happened, 0 or more
   * @return the score, 0 or more; less is better
   * @throws IllegalArgumentException if what happened is below 0 or not finite
   */
  public static double crps(AmountForecast forecast, double actual) {
    requireActual(actual);
    double step = forecast.grid().step();
    double[] below = forecast.cumulative();
    double score = 0;
    for (int cell = 0; cell < below.length; cell++) {
      double from = cell * step;
      double to = from + step;
      double p = below[cell];
      double before = Math.min(step, Math.max(0, actual - from));
      double after = to <= actual ? 0 : Math.min(step, to - Math.max(from, actual));
      score += p * p * before + (1 - p) * (1 - p) * after;
    }
    return score + Math.max(0, actual - below.length * step);
  }

  /**
   * Returns the continuous ranked probability score of a single number, which is certain of itself.
   *
   * @param forecast the number
   * @param actual what happened, 0 or more
   * @return the absolute error
   * @throws IllegalArgumentException if what happened is below 0 or not finite
   */
  public static double crps(double forecast, double actual) {
    requireActual(actual);
    return Math.abs(forecast - actual);
  }

  /**
   * Returns the randomised probability integral transform: where what happened lies in the
   * forecast, spread evenly over the chance of that very value. It is uniform on 0 to 1 if the
   * forecast is right, also for counts, so an 80 % interval covers where it lies in .1 to .9.
   *
   * <p>Source: Smith, Journal of Forecasting 4 (1985); Czado, Gneiting and Held, Biometrics 65
   * (2009).
   *
   * @param forecast the forecast
   * @param actual what happened, 0 or more; the multiple of the grid nearest to it counts
   * @param uniform a random number, 0 to 1
   * @return 0 to 1
   * @throws IllegalArgumentException if an argument is out of bounds
   */
  public static double pit(AmountForecast forecast, double actual, double uniform) {
    requireActual(actual);
    if (!(uniform >= 0 && uniform <= 1)) {
      throw new IllegalArgumentException("uniform must be in 0 to 1, but was " + uniform);
    }
    double[] below = forecast.cumulative();
    long cell = Math.round(actual / forecast.grid().step());
    double from = cell == 0 ? 0 : below[(int) Math.min(cell - 1, below.length - 1)];
    double to = cell < below.length ? below[(int) cell] : 1;
    return from + uniform * (to - from);
  }

  /**
   * Tells whether the middle interval of a level held what happened.
   *
   * @param pit where what happened lies, by {@link #pit}
   * @param level the level, such as .8
   * @return true from (1 - level) / 2 to (1 + level) / 2
   */
  public static boolean covers(double pit, double level) {
    return Math.abs(pit - 0.5) <= level / 2;
  }

  /**
   * Returns the score of Brier (Monthly Weather Review 78, 1950) of one chance.
   *
   * @param chance the chance, 0 to 1
   * @param happened whether it happened
   * @return the squared difference, 0 to 1; less is better
   * @throws IllegalArgumentException if the chance is not in 0 to 1
   */
  public static double brier(double chance, boolean happened) {
    if (!(chance >= 0 && chance <= 1)) {
      throw new IllegalArgumentException("chance must be in 0 to 1, but was " + chance);
    }
    double error = chance - (happened ? 1 : 0);
    return error * error;
  }

  private static void requireActual(double actual) {
    if (!(actual >= 0 && actual < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("actual must be 0 or more and finite, but was " + actual);
    }
  }
}
