package dev.guidepost.rollup.engine;

import com.google.common.collect.ImmutableList;
import dev.guidepost.core.id.UnitId;
import dev.guidepost.rollup.org.Organisation;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The versions of the tree over time: each holds for a run of segments. */
final class Forest {

  private final ImmutableList<Version> versions;
  private final int[] bySegment;

  /** A version of the tree, and the segments from one up to, but not including, another. */
  record Version(Tree tree, int from, int to) {}

  Forest(Nodes nodes, Optional<LocalDate> organisedOn, TimeAxis axis) {
    Set<LocalDate> changes = new HashSet<>(nodes.organisation().treeChanges());
    ImmutableList.Builder<Version> all = ImmutableList.builder();
    bySegment = new int[axis.segments()];
    int number = 0;
    for (int from = 0, to; from < axis.segments(); from = to, number++) {
      bySegment[from] = number;
      to = from + 1;
      while (to < axis.segments() && (organisedOn.isPresent() || !changes.contains(axis.day(to)))) {
        bySegment[to++] = number;
      }
      all.add(new Version(tree(nodes, organisedOn.orElse(axis.day(from))), from, to));
    }
    versions = all.build();
  }

  private static Tree tree(Nodes nodes, LocalDate date) {
    Organisation organisation = nodes.organisation();
    int[] parents = new int[nodes.units()];
    for (int i = 0; i < parents.length; i++) {
      UnitId unit = (UnitId) nodes.all().get(i);
      parents[i] = organisation.parent(unit, date).map(nodes::code).orElse(Nodes.NONE);
    }
    return new Tree(parents);
  }

  /** Returns the versions in the order of their segments. */
  List<Version> versions() {
    return versions;
  }

  /** Returns the number of the version in a segment. */
  int version(int segment) {
    return bySegment[segment];
  }

  /** Returns the tree in a segment. */
  Tree tree(int segment) {
    return versions.get(bySegment[segment]).tree();
  }
}
