package dev.guidepost.examples.company;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Streams of randomness by key, and draws from them that are the same on every machine. */
final class Draws {

  /** What a stream is for; streams of different purposes are independent. */
  enum Purpose {
    CAST(1),
    PERSON(2),
    LEAVE(3),
    DAY(4),
    WEEK(5),
    COMMITMENT(6),
    CUSTOMER(7),
    TALK(8),
    NEXT_WEEK(9),
    MISS(10),
    ACCOUNT(11);

    private final long salt;

    Purpose(long salt) {
      this.salt = salt;
    }
  }

  private Draws() {}

  /** Returns the stream of a purpose and two keys; the same for the same arguments. */
  static SplittableRandom stream(long seed, Purpose purpose, long key, long subkey) {
    long mixed = mix(seed + 0x9E3779B97F4A7C15L);
    mixed = mix(mixed ^ (purpose.salt + 0x632BE59BD9B4E019L));
    mixed = mix(mixed ^ (key + 0xD1B54A32D192ED03L));
    return new SplittableRandom(mix(mixed ^ (subkey + 0x8CB92BA72F3D8DD7L)));
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Returns how many of {@code trials} succeed, by inversion of one uniform draw. */
  static int binomial(RandomGenerator random, int trials, double chance) {
    double left = random.nextDouble();
    if (chance <= 0) {
      return 0;
    }
    if (chance >= 1) {
      return trials;
    }
    double odds = chance / (1 - chance);
    double mass = power(1 - chance, trials);
    int count = 0;
    while (left >= mass && count < trials) {
      left -= mass;
      mass *= odds * (trials - count) / (count + 1);
      count++;
    }
    return count;
  }

  private static double power(double base, int exponent) {
    double result = 1;
    double square = base;
    for (int left = exponent; left > 0; left >>= 1) {
      if ((left & 1) != 0) {
        result *= square;
      }
      square *= square;
    }
    return result;
  }

  /** Returns {@code exp} of a normal draw with the given standard deviation, median 1. */
  static double around(RandomGenerator random, double deviation) {
    return StrictMath.exp(deviation * random.nextGaussian());
  }

  /** Returns a log-normal draw with mean 1. */
  static double shock(RandomGenerator random, double deviation) {
    return StrictMath.exp(deviation * random.nextGaussian() - deviation * deviation / 2);
  }

  /** Returns a uniform draw. */
  static double between(RandomGenerator random, double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /** Returns an index drawn by weights that add up to 1. */
  static int pick(RandomGenerator random, double[] weights) {
    double left = random.nextDouble();
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
