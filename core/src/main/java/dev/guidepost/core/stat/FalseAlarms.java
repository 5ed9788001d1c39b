package dev.guidepost.core.stat;

import java.util.random.RandomGenerator;

/**
 * How often a chart in perfect control raises an alarm, when its limits come from a baseline of a
 * given length: what the rules of {@link Xmr} really cost.
 *
 * <p>The run lengths in textbooks suppose that the limits are known. From a dozen or two weeks they
 * are themselves a guess, and false alarms are more frequent (Quesenberry, Journal of Quality
 * Technology 25, 1993). There is no formula, so it is simulated; the generator passed in makes it
 * repeatable.
 *
 * <pre>{@code
 * FalseAlarms cost = FalseAlarms.simulate(20, 26, 10_000, new SplittableRandom(1));
 * cost.runShare(); // share of charts with an alarm in half a year
 * }</pre>
 *
 * @param runShare the share of runs with at least one alarm in the test weeks
 * @param perLook the share of test weeks with an alarm
 */
public record FalseAlarms(double runShare, double perLook) {

  /**
   * Checks the parts.
   *
   * @param runShare the share of runs with at least one alarm in the test weeks
   * @param perLook the share of test weeks with an alarm
   * @throws IllegalArgumentException if a share is not in [0, 1]
   */
  public FalseAlarms {
    Checks.probability("runShare", runShare);
    Checks.probability("perLook", perLook);
  }

  /**
   * Returns the rate of false alarms of rule 1 together with two of three, on independent normal
   * values. Both rules look at the test weeks only, not back into the baseline.
   *
   * @param baselineWeeks the weeks the limits are made from, two or more
   * @param testWeeks the weeks looked at, one or more
   * @param runs the number of charts simulated, one or more; with 10,000 the standard error of the
   *     run share is below 0.005
   * @param random the source of randomness
   * @return the rates
   * @throws IllegalArgumentException if a number is too small
   */
  public static FalseAlarms simulate(
      int baselineWeeks, int testWeeks, int runs, RandomGenerator random) {
    Checks.atLeast("baselineWeeks", baselineWeeks, 2);
    Checks.atLeast("testWeeks", testWeeks, 1);
    Checks.atLeast("runs", runs, 1);
    long runsWithAlarm = 0;
    long alarms = 0;
    for (int run = 0; run < runs; run++) {
      XmrLimits limits = XmrLimits.of(values(baselineWeeks, random)).orElseThrow();
      double[] scores = limits.scores(values(testWeeks, random));
      long before = alarms;
      for (int i = 0; i < testWeeks; i++) {
        alarms += Xmr.beyondLimits(scores, i) || Xmr.twoOfThree(scores, i) ? 1 : 0;
      }
      runsWithAlarm += alarms > before ? 1 : 0;
    }
    return new FalseAlarms((double) runsWithAlarm / runs, alarms / ((double) runs * testWeeks));
  }

  private static double[] values(int count, RandomGenerator random) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }
}
