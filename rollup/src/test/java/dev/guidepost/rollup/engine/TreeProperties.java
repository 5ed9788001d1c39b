package dev.guidepost.rollup.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Numbers in pre-order tell what a walk up the tree tells. */
class TreeProperties {

  private static int[] parents(Random random) {
    int size = 1 + random.nextInt(30);
    List<Integer> shuffled = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      shuffled.add(random.nextInt(i + 1), i);
    }
    int[] parents = new int[size];
    parents[shuffled.get(0)] = Nodes.NONE;
    for (int i = 1; i < size; i++) {
      parents[shuffled.get(i)] = shuffled.get(random.nextInt(i));
    }
    return parents;
  }

  @Property(tries = 200)
  void unitsComeBeforeThoseBelowThem(@ForAll long seed) {
    int[] parents = parents(new Random(seed));
    Tree tree = new Tree(parents);
    assertEquals(parents.length, tree.size());
    List<Integer> seen = new ArrayList<>();
    for (int place = 0; place < tree.size(); place++) {
      int unit = tree.unit(place);
      assertEquals(parents[unit], tree.parent(unit));
      assertTrue(place == 0 ? parents[unit] == Nodes.NONE : seen.contains(parents[unit]));
      seen.add(unit);
    }
    assertEquals(parents.length, seen.stream().distinct().count());
    for (int above = 0; above < parents.length; above++) {
      for (int unit = 0; unit < parents.length; unit++) {
        int at = unit;
        while (at != Nodes.NONE && at != above) {
          at = parents[at];
        }
        assertEquals(at == above, tree.within(unit, above));
      }
    }
  }
}
