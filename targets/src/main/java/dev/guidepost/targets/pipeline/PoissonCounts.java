package dev.guidepost.targets.pipeline;

/** The Poisson distribution, term by term. */
final class PoissonCounts {

  private PoissonCounts() {}

  /** P(X at most k). */
  static double cdf(long k, double mean) {
    if (k < 0) {
      return 0;
    }
    double log = -mean;
    double sum = Math.exp(log);
    for (long i = 1; i <= k && mean > 0; i++) {
      log += Math.log(mean / i);
      sum += Math.exp(log);
    }
    return Math.min(1, sum);
  }

  /** The smallest k with a cdf of at least p. */
  static long quantile(double p, double mean) {
    double log = -mean;
    double sum = Math.exp(log);
    long k = 0;
    // Beyond that, what is missing to 1 is rounding.
    double most = mean + 40 * Math.sqrt(mean) + 40;
    while (sum < p && k < most && mean > 0) {
      k++;
      log += Math.log(mean / k);
      sum += Math.exp(log);
    }
    return k;
  }
}
