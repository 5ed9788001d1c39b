package dev.guidepost.core.stat;

import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongPredicate;

/** Bracketed searches on monotone functions: a real root, a quantile, a smallest whole number. */
final class Roots {

  private static final int MAX_STEPS = 1200;

  private Roots() {}

  /**
   * Returns the root of a monotone function between two ends, to within a few units in the last
   * place, by Chandrupatla's method (Advances in Engineering Software 28, 1997). When the function
   * has the same sign at both ends the end nearer to zero is returned.
   */
  static double solve(DoubleUnaryOperator f, double lo, double hi) {
    return solve(f, lo, hi, 1e-17 * (hi - lo));
  }

  private static double solve(DoubleUnaryOperator f, double lo, double hi, double floor) {
    double a = lo;
    double b = hi;
    double fa = f.applyAsDouble(a);
    double fb = f.applyAsDouble(b);
    if (fa == 0 || fb == 0 || Math.signum(fa) == Math.signum(fb)) {
      return Math.abs(fa) <= Math.abs(fb) ? a : b;
    }
    double t = 0.5;
    for (int step = 0; step < MAX_STEPS; step++) {
      double x = a + t * (b - a);
      double fx = f.applyAsDouble(x);
      double c;
      double fc;
      if (Math.signum(fx) == Math.signum(fa)) {
        c = a;
        fc = fa;
      } else {
        c = b;
        fc = fb;
        b = a;
        fb = fa;
      }
      a = x;
      fa = fx;
      double best = Math.abs(fa) < Math.abs(fb) ? a : b;
      double tolerance = 2 * Math.ulp(best) + floor;
      double limit = tolerance / Math.abs(b - a);
      if (limit > 0.5 || fa == 0) {
        return fa == 0 ? a : best;
      }
      double xi = (a - b) / (c - b);
      double phi = (fa - fb) / (fc - fb);
      if (phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi) {
        t =
            fa / (fb - fa) * (fc / (fb - fc))
                + (c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb));
      } else {
        t = 0.5;
      }
      t = Math.min(1 - limit, Math.max(limit, t));
    }
    return Math.abs(fa) < Math.abs(fb) ? a : b;
  }

  /**
   * The x with {@code cdf(x) = p}, to a relative precision however near 0 it is, working in
   * whichever tail is smaller so that both are exact.
   */
  static double quantile(
      DoubleUnaryOperator cdf, DoubleUnaryOperator survival, double p, double lo, double hi) {
    return p <= 0.5
        ? solve(x -> cdf.applyAsDouble(x) - p, lo, hi, Double.MIN_NORMAL)
        : solve(x -> (1 - p) - survival.applyAsDouble(x), lo, hi, Double.MIN_NORMAL);
  }

  /**
   * The smallest whole number in {@code [from, cap]} for which a predicate holds that stays true
   * once it is true; empty when it does not hold at the cap. Doubles the step, then bisects.
   */
  static OptionalLong smallest(long from, long cap, LongPredicate holds) {
    if (from > cap) {
      return OptionalLong.empty();
    }
    if (holds.test(from)) {
      return OptionalLong.of(from);
    }
    long fails = from;
    long step = 1;
    long next;
    while (true) {
      if (fails == cap) {
        return OptionalLong.empty();
      }
      next = cap - fails <= step ? cap : fails + step;
      if (holds.test(next)) {
        break;
      }
      fails = next;
      step = step <= Long.MAX_VALUE / 2 ? 2 * step : step;
    }
    while (next - fails > 1) {
      long middle = fails + (next - fails) / 2;
      if (holds.test(middle)) {
        next = middle;
      } else {
        fails = middle;
      }
    }
    return OptionalLong.of(next);
  }

  /**
   * The place of the highest point of a smooth function over a grid's span: the best grid point,
   * the last of equals, refined by the root of the slope between its neighbours. The ends of the
   * grid are returned as they are when the function still climbs towards them.
   */
  static double maximise(DoubleUnaryOperator value, DoubleUnaryOperator slope, double[] grid) {
    int best = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < grid.length; i++) {
      double v = value.applyAsDouble(grid[i]);
      if (v >= highest) {
        highest = v;
        best = i;
      }
    }
    double lo = grid[Math.max(0, best - 1)];
    double hi = grid[Math.min(grid.length - 1, best + 1)];
    double atLow = slope.applyAsDouble(lo);
    double atHigh = slope.applyAsDouble(hi);
    if (best == grid.length - 1 && atHigh >= 0) {
      return hi;
    }
    if (best == 0 && atLow <= 0) {
      return lo;
    }
    return atLow > 0 && atHigh < 0 ? solve(slope, lo, hi) : grid[best];
  }

  /**
   * {@code digamma(a + n) - digamma(a)} for a positive {@code a}: the sum of {@code 1/(a+j)}, by
   * the asymptotic series (Abramowitz and Stegun 6.3.18) once the argument is large. Taking the
   * difference as one function avoids the cancellation of two large digammas.
   */
  static double digammaStep(double a, long n) {
    double sum = 0;
    double x = a;
    long left = n;
    while (left > 0 && (x < 12 || left < 24)) {
      sum += 1 / x;
      x += 1;
      left--;
    }
    return left == 0 ? sum : sum + Math.log1p(left / x) + series(x + left) - series(x);
  }

  private static double series(double x) {
    double r = 1 / (x * x);
    return -0.5 / x
        - r * (1.0 / 12 - r * (1.0 / 120 - r * (1.0 / 252 - r * (1.0 / 240 - r / 132))));
  }
}
