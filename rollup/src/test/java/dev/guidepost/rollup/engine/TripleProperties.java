package dev.guidepost.rollup.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Triples are sorted, also when two are merged. */
class TripleProperties {

  private static List<Long> all(Triples triples) {
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < triples.size(); i++) {
      all.add(code(triples.value(i), triples.segment(i), triples.seat(i)));
    }
    return all;
  }

  private static long code(int value, int segment, int seat) {
    return (value * 10_000L + segment) * 100_000L + seat;
  }

  private static Triples sorted(Random random, int[] sizes, Set<Long> set) {
    Triples triples = new Triples(sizes[0], sizes[1], sizes[2]);
    for (int i = random.nextInt(3_000); i > 0; i--) {
      int value = random.nextInt(sizes[0]);
      int segment = random.nextInt(sizes[1]);
      int seat = random.nextInt(sizes[2]);
      triples.add(value, segment, seat);
      set.add(code(value, segment, seat));
    }
    triples.sortDifferent();
    return triples;
  }

  @Property(tries = 60)
  void areSortedOnceAndMerge(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 90_000) int values,
      @ForAll @IntRange(min = 1, max = 400) int segments,
      @ForAll @IntRange(min = 1, max = 20_000) int seats) {
    int[] sizes = {values, segments, seats};
    Random random = new Random(seed);
    TreeSet<Long> one = new TreeSet<>();
    TreeSet<Long> two = new TreeSet<>();
    Triples first = sorted(random, sizes, one);
    Triples second = sorted(random, sizes, two);
    assertEquals(new ArrayList<>(one), all(first));
    one.addAll(two);
    int both = first.size() + second.size();
    first.merge(second);
    assertEquals(both, first.size());
    assertEquals(all(first).stream().sorted().toList(), all(first));
    assertEquals(one, new TreeSet<>(all(first)));
    int value = first.size() == 0 ? 0 : first.value(random.nextInt(first.size()));
    int start = first.start(value);
    assertTrue(start == 0 || first.value(start - 1) < value);
    assertTrue(start == first.size() || first.value(start) == value);
  }

  @Example
  void mustFitANumber() {
    assertEquals(
        "values, segments and seats to count different values must fit 63 bits, but were"
            + " 2147483647, 1048576 and 1048576",
        assertThrows(
                IllegalStateException.class, () -> new Triples(Integer.MAX_VALUE, 1 << 20, 1 << 20))
            .getMessage());
    Triples one = new Triples(1, 1, 1);
    one.add(0, 0, 0);
    one.add(0, 0, 0);
    one.sort();
    assertEquals(2, one.size());
    one.sortDifferent();
    assertEquals(1, one.size());
    assertEquals(0, one.value(0) + one.segment(0) + one.seat(0));
  }
}
