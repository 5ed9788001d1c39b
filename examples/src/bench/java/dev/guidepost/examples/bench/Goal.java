package dev.guidepost.examples.bench;

import java.util.Locale;

/**
 * What a figure should come to.
 *
 * @param kind what it is held against
 * @param bound how much of that it may be at most, or for {@link Kind#DUCK} how many times as fast
 *     as DuckDB it should be at least
 * @param other the candidate it is held against, of {@link Kind#OTHER}
 */
record Goal(Kind kind, double bound, String other) {

  /** What a figure is held against. */
  enum Kind {
    /** A number of its own unit. */
    AMOUNT,
    /** The floor of the case. */
    FLOOR,
    /** DuckDB's best, or the DuckDB candidate that is named. */
    DUCK,
    /** Another candidate on as many threads. */
    OTHER
  }

  static Goal atMost(double amount) {
    return new Goal(Kind.AMOUNT, amount, "");
  }

  static Goal ofFloor(double times) {
    return new Goal(Kind.FLOOR, times, "");
  }

  static Goal fasterThanDuck(double times) {
    return new Goal(Kind.DUCK, times, "");
  }

  static Goal fasterThanDuck(String candidate, double times) {
    return new Goal(Kind.DUCK, times, candidate);
  }

  static Goal of(String candidate, double times) {
    return new Goal(Kind.OTHER, times, candidate);
  }

  /** Tells whether a figure that is so many times what it is held against reaches the goal. */
  boolean met(double times) {
    return kind == Kind.DUCK ? times >= bound : times <= bound;
  }

  /** Returns "met", or what it came to instead. */
  String verdict(double times) {
    return met(times) ? "met" : "missed: " + text(times);
  }

  @Override
  public String toString() {
    return (kind == Kind.DUCK ? ">= " : "<= ") + text(bound);
  }

  private String text(double number) {
    String digits = String.format(Locale.ROOT, number < 100 ? "%.3g" : "%,.0f", number);
    return switch (kind) {
      case AMOUNT -> digits;
      case FLOOR -> digits + " x floor";
      case DUCK -> digits + " x " + (other.isEmpty() ? "DuckDB" : other);
      case OTHER -> digits + " x " + other;
    };
  }
}
