package dev.guidepost.examples.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Finds the best words for DuckDB: it takes part with these, and the others are named. */
final class Tried {

  /** What is within this of the best one has a second try. */
  private static final double NEAR = 2;

  private Tried() {}

  /** Words, and what they are called. */
  record Way(String name, String query) {}

  /** Compares the result of a way. */
  interface Check {
    void require(String name, long[][] cells);
  }

  /** Tries all ways, prints how long each took, and returns the best. */
  static Way best(Map<String, String> ways, Function<String, long[][]> ask, Check check) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    ways.keySet().forEach(name -> seconds.put(name, seconds(name, ways, ask, check)));
    double near = NEAR * seconds.get(best(seconds));
    seconds.replaceAll(
        (name, took) -> took > near ? took : Math.min(took, seconds(name, ways, ask, check)));
    System.out.println();
    seconds.forEach(
        (name, took) -> System.out.printf(Locale.ROOT, "DuckDB tried: %6.2f s %s%n", took, name));
    String best = best(seconds);
    return new Way(Contest.DUCK + ", " + best, ways.get(best));
  }

  private static double seconds(
      String name, Map<String, String> ways, Function<String, long[][]> ask, Check check) {
    long start = System.nanoTime();
    long[][] cells = ask.apply(ways.get(name));
    double seconds = (System.nanoTime() - start) / 1e9;
    check.require(Contest.DUCK + ", " + name, cells);
    return seconds;
  }

  private static String best(Map<String, Double> seconds) {
    return seconds.entrySet().stream()
        .min(Comparator.comparingDouble(Map.Entry::getValue))
        .orElseThrow()
        .getKey();
  }
}
