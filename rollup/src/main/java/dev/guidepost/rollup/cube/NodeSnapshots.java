package dev.guidepost.rollup.cube;

import dev.guidepost.core.measure.Measuring;
import dev.guidepost.core.measure.Partial;
import dev.guidepost.core.measure.PlacedSnapshots;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Snapshots at all nodes of a cube: facts are gone through once for each metric and period. */
final class NodeSnapshots {

  private final Cube cube;
  private final Measuring measuring;
  private final LocalDate latest;
  private final Map<Cell, AtNodes> done = new ConcurrentHashMap<>();

  private record Cell(MetricId metric, Period days) {}

  /** What is kept by the seats of facts, and which of these make a node. */
  private record AtNodes(
      PlacedSnapshots snapshots, Map<Integer, List<Integer>> seats, Staffing staffing) {}

  /**
   * Creates snapshots.
   *
   * @param latest the day after which nobody begins or ceases to be expected
   */
  NodeSnapshots(Cube cube, Measuring measuring, LocalDate latest) {
    this.cube = cube;
    this.measuring = measuring;
    this.latest = latest;
  }

  /** Returns what is kept of the snapshots at a node. */
  Partial partial(int node, MetricId metric, Period days) {
    AtNodes all = done.computeIfAbsent(new Cell(metric, days), this::choose);
    return all.snapshots().at(all.seats().getOrDefault(node, List.of()), all.staffing().at(node));
  }

  private AtNodes choose(Cell cell) {
    PlacedSnapshots snapshots =
        measuring.snapshots(cell.metric(), cell.days(), cube.standing()::seat);
    Map<Integer, List<Integer>> seats = new HashMap<>();
    for (int seat : snapshots.places()) {
      for (int node : cube.placement().nodes(seat)) {
        seats.computeIfAbsent(node, any -> new ArrayList<>()).add(seat);
      }
    }
    return new AtNodes(snapshots, seats, cube.standing().staffing(cell.days(), latest));
  }
}
