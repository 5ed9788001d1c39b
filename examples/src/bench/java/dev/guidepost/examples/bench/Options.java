package dev.guidepost.examples.bench;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.Properties;

/**
 * What is measured, and for how long.
 *
 * @param sizes how many facts, one after the other
 * @param slow the largest size at which those take part that need seconds a million facts
 * @param seconds how long all cases measure, roughly; loading and comparing come on top
 * @param profile whether to say where the time goes that the library needs beyond a goal
 */
record Options(ImmutableList<Integer> sizes, int slow, double seconds, boolean profile) {

  /** Largest size of cases whose figures hardly depend on it, so that they need not wait. */
  static final int ENOUGH = 1_000_000;

  /**
   * Reads {@code bench.sizes}, {@code bench.slow}, {@code bench.seconds}, {@code bench.profile}.
   */
  static Options of(Properties given) {
    ImmutableList<Integer> sizes =
        Splitter.on(',')
            .splitToStream(given.getProperty("bench.sizes", "1000000,10000000"))
            .map(Integer::valueOf)
            .collect(ImmutableList.toImmutableList());
    return new Options(
        sizes,
        Integer.parseInt(given.getProperty("bench.slow", String.valueOf(ENOUGH))),
        Double.parseDouble(given.getProperty("bench.seconds", "480")),
        Boolean.parseBoolean(given.getProperty("bench.profile", "false")));
  }

  /** Returns the largest size, cut to what is enough. */
  int enough() {
    return Math.min(ENOUGH, Collections.max(sizes));
  }
}
