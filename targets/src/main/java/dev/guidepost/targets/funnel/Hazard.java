package dev.guidepost.targets.funnel;

/** The chance of something to happen to an open deal at an age, by day of age. */
final class Hazard {

  private final double[] daily;

  /** The running sums of the daily values: element {@code n} is that of the ages below n. */
  private final double[] sums;

  Hazard(double[] daily) {
    this.daily = daily;
    this.sums = new double[daily.length + 1];
    for (int age = 0; age < daily.length; age++) {
      sums[age + 1] = sums[age] + daily[age];
    }
  }

  /** The number of ages. */
  int length() {
    return daily.length;
  }

  /** The value at a whole age; 0 where there is none. */
  double at(int age) {
    return age < 0 || age >= daily.length ? 0 : daily[age];
  }

  /** What passes while a deal grows older by some days from an age on, 0 or more. */
  double over(double age, double days) {
    return days == 1 && age == Math.rint(age) ? at((int) age) : before(age + days) - before(age);
  }

  /** What passes before an age, 0 or more. */
  double before(double age) {
    int whole = (int) Math.min(daily.length, age);
    return whole < daily.length ? sums[whole] + daily[whole] * (age - whole) : sums[whole];
  }

  /** The same running sums at ages that are longer by a factor; cut off at the same age. */
  Hazard stretched(double factor) {
    double[] stretched = new double[daily.length];
    double before = 0;
    for (int age = 0; age < stretched.length; age++) {
      double sum = before((age + 1) / factor);
      stretched[age] = Math.min(1, sum - before);
      before = sum;
    }
    return new Hazard(stretched);
  }

  /** The values times a factor, as far as another hazard leaves room. */
  Hazard times(double factor, Hazard other) {
    double[] scaled = new double[daily.length];
    for (int age = 0; age < scaled.length; age++) {
      scaled[age] = Math.min(1 - other.daily[age], daily[age] * factor);
    }
    return new Hazard(scaled);
  }
}
