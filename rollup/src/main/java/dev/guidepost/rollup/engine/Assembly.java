package dev.guidepost.rollup.engine;

import java.util.List;

/**
 * Makes the rows of nodes from those of seats: a person is the sum of the person's seats, a unit
 * the sum of the seats in it and then of the units below it, added to their parents in reverse
 * pre-order, over the segments of each version of the tree.
 */
final class Assembly {

  private final Rows from;
  private final Rows rows;
  private final Columns columns;
  private final Placement placement;
  private final Seats seats;

  private Assembly(Rows from, Placement placement) {
    this.from = from;
    this.columns = from.columns();
    this.placement = placement;
    this.seats = placement.seats();
    rows = new Rows(columns, placement.codes().size());
  }

  static Rows assemble(Rows seats, Placement placement, Crew crew) {
    Assembly assembly = new Assembly(seats, placement);
    assembly.makeUnits();
    int parts = crew.threads();
    crew.run(parts + 1, () -> assembly, (all, task) -> all.part(task, parts));
    return assembly.rows;
  }

  /** The first task is people; each other one is a part of the cells of all units. */
  private void part(int task, int parts) {
    if (task == 0) {
      addPeople();
      return;
    }
    int start = (int) ((long) columns.length() * (task - 1) / parts);
    int end = (int) ((long) columns.length() * task / parts);
    for (int seat = 0; seat < seats.count(); seat++) {
      if (from.get(seat) != null) {
        add(seats.unit(seat), from, seat, start, end);
      }
    }
    addUp(start, end);
  }

  private void add(int slot, Rows source, int other, int start, int end) {
    rows.add(slot, source, other, start, Math.min(end, columns.added()));
    rows.extend(slot, source, other, Math.max(start, columns.added()), end);
  }

  /** Makes the row of each unit to which something will be added, so that threads make none. */
  private void makeUnits() {
    for (int seat = 0; seat < seats.count(); seat++) {
      if (from.get(seat) != null) {
        rows.row(seats.unit(seat));
      }
    }
    for (Forest.Version version : placement.forest().versions()) {
      Tree tree = version.tree();
      for (int place = tree.size() - 1; place > 0; place--) {
        if (rows.get(tree.unit(place)) != null) {
          rows.row(tree.parent(tree.unit(place)));
        }
      }
    }
  }

  private void addPeople() {
    for (int seat = 0; seat < seats.count(); seat++) {
      int person = seats.person(seat);
      if (person != Nodes.NONE && from.get(seat) != null) {
        if (rows.get(person) == null) {
          shareOrCopy(person, seat);
        } else {
          add(person, from, seat, 0, columns.length());
        }
      }
    }
  }

  /** A person's only row is that of the seat; where more comes, it must be the person's own. */
  private void shareOrCopy(int person, int seat) {
    boolean more = false;
    for (int next = seat + 1; next < seats.count() && seats.person(next) == person; next++) {
      more |= from.get(next) != null;
    }
    if (more) {
      add(person, from, seat, 0, columns.length());
    } else {
      rows.share(person, from, seat);
    }
  }

  private void addUp(int start, int end) {
    List<Forest.Version> versions = placement.forest().versions();
    for (Forest.Version version : versions) {
      Tree tree = version.tree();
      for (int place = tree.size() - 1; place > 0; place--) {
        int unit = tree.unit(place);
        if (rows.get(unit) == null) {
          continue;
        }
        if (versions.size() == 1) {
          add(tree.parent(unit), rows, unit, start, end);
        } else {
          addSegments(tree.parent(unit), unit, version, start, end);
        }
      }
    }
  }

  /** Adds the segments of one version in each column. */
  private void addSegments(int parent, int unit, Forest.Version version, int start, int end) {
    int segments = columns.segments();
    for (int column = start / segments * segments; column < end; column += segments) {
      int first = Math.max(start, column + version.from());
      int last = Math.min(end, column + version.to());
      if (first < last) {
        add(parent, rows, unit, first, last);
      }
    }
  }
}
