package dev.guidepost.core.stat;

/** Argument checks of this package; every message reads "X must ..., but was Y". */
final class Checks {

  private Checks() {}

  static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be finite, but was " + value);
    }
    return value;
  }

  static double positive(String name, double value) {
    if (!(value > 0) || !Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be positive and finite, but was " + value);
    }
    return value;
  }

  static double nonNegative(String name, double value) {
    if (!(value >= 0) || !Double.isFinite(value)) {
      throw new IllegalArgumentException(
          name + " must be zero or more and finite, but was " + value);
    }
    return value;
  }

  static long nonNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must be zero or more, but was " + value);
    }
    return value;
  }

  static int atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be " + least + " or more, but was " + value);
    }
    return value;
  }

  /** A probability, both ends allowed. */
  static double probability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must lie in [0, 1], but was " + value);
    }
    return value;
  }

  /** A probability, neither end allowed. */
  static double inside(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must lie in (0, 1), but was " + value);
    }
    return value;
  }

  static double notNaN(String name, double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException(name + " must be a number, but was NaN");
    }
    return value;
  }

  /** Successes out of trials. */
  static void successes(long successes, long trials) {
    nonNegative("trials", trials);
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "successes must lie in [0, " + trials + "], but was " + successes);
    }
  }

  /** Successes out of trials of which some may count only in part. */
  static void successes(double successes, double trials) {
    nonNegative("trials", trials);
    if (!(successes >= 0 && successes <= trials)) {
      throw new IllegalArgumentException(
          "successes must lie in [0, " + trials + "], but was " + successes);
    }
  }

  static void successes(long[] successes, long[] trials) {
    sameLength("successes", successes.length, "trials", trials.length);
    for (int i = 0; i < trials.length; i++) {
      successes(successes[i], trials[i]);
    }
  }

  static void sameLength(String first, int firstLength, String second, int secondLength) {
    if (firstLength != secondLength) {
      throw new IllegalArgumentException(
          second
              + " must have as many entries as "
              + first
              + " ("
              + firstLength
              + "), but was "
              + secondLength);
    }
  }
}
