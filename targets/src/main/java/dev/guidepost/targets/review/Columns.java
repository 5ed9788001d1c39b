package dev.guidepost.targets.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A table of names with cells in columns as wide as what stands in them, which end where their
 * headings end, and a last column of any length. Columns stand in groups, each under its title.
 */
final class Columns {

  private static final int LEAST_NAME = 10;
  private static final int MOST_NAME = 18;
  private static final String BETWEEN = "  ";

  /** Some columns under one title. */
  private record Group(String title, String gap, int first, int count) {}

  private final List<Group> groups = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /** Adds columns on the right, apart by a gap; before any row. */
  void group(String title, String gap, List<String> names) {
    if (!names.isEmpty()) {
      groups.add(new Group(title, gap, labels.size(), names.size()));
      labels.addAll(names);
    }
  }

  /** Adds a row: the name, a cell for each column, and what stands at the end. */
  void row(String name, List<String> cells, String last) {
    List<String> row = new ArrayList<>(List.of(name));
    row.addAll(cells);
    row.add(last);
    rows.add(row);
  }

  /** A line that stands between rows, as it is. */
  void line(String text) {
    rows.add(List.of(text));
  }

  /** Two lines of headings, and the rows. */
  List<String> lines(String lastLabel) {
    int[] widths = widths();
    int name = LEAST_NAME;
    for (List<String> row : rows) {
      name = row.size() == 1 ? name : Math.max(name, Math.min(MOST_NAME, row.get(0).length()));
    }
    List<String> lines = new ArrayList<>();
    StringBuilder titles = new StringBuilder(" " + Text.column("", name));
    for (Group group : groups) {
      titles.append(BETWEEN).append(Text.column(group.title(), width(group, widths)));
    }
    lines.add(titles.toString().stripTrailing());
    List<String> heading = new ArrayList<>(labels);
    heading.add(0, "");
    heading.add(lastLabel);
    lines.add(line(heading, name, widths));
    for (List<String> row : rows) {
      lines.add(row.size() == 1 ? row.get(0) : line(row, name, widths));
    }
    return Collections.unmodifiableList(lines);
  }

  private int[] widths() {
    int[] widths = new int[labels.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = labels.get(i).length();
      for (List<String> row : rows) {
        widths[i] = row.size() == 1 ? widths[i] : Math.max(widths[i], row.get(i + 1).length());
      }
    }
    for (Group group : groups) {
      widths[group.first()] += Math.max(0, group.title().length() - width(group, widths));
    }
    return widths;
  }

  private static int width(Group group, int[] widths) {
    int width = group.gap().length() * (group.count() - 1);
    for (int i = 0; i < group.count(); i++) {
      width += widths[group.first() + i];
    }
    return width;
  }

  private String line(List<String> row, int name, int[] widths) {
    StringBuilder line = new StringBuilder(" " + Text.column(row.get(0), name));
    for (Group group : groups) {
      for (int i = group.first(); i < group.first() + group.count(); i++) {
        String cell = row.get(i + 1);
        line.append(i == group.first() ? BETWEEN : group.gap())
            .append(" ".repeat(widths[i] - cell.length()))
            .append(cell);
      }
    }
    line.append(BETWEEN).append(row.get(row.size() - 1));
    return Text.clip(line.toString().stripTrailing(), WeeklyReview.WIDTH);
  }
}
