package dev.guidepost.core.explain;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A small table of text: columns as wide as their widest cell, two blanks apart.
 *
 * <p>Nothing but blanks and line ends is added to the cells, so that a table of plain ASCII is
 * plain ASCII. A heading that starts with {@code ">"} makes its column right-aligned. Control
 * characters in a cell, such as line ends, become blanks.
 */
public final class TextTable {

  private final List<List<String>> rows;
  private final boolean[] rightAligned;

  private TextTable(List<List<String>> rows, boolean[] rightAligned) {
    this.rows = rows;
    this.rightAligned = rightAligned;
  }

  /**
   * Returns a builder of a table.
   *
   * @param headings one per column; {@code ">amount"} is the right-aligned column {@code "amount"}
   * @return the builder
   */
  public static Builder builder(String... headings) {
    return new Builder(headings);
  }

  /** Returns the table, each line ending in {@code \n}, without blanks at line ends. */
  @Override
  public String toString() {
    int[] widths = new int[rightAligned.length];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String cell = row.get(i);
        String pad = " ".repeat(widths[i] - width(cell));
        line.append(i == 0 ? "" : "  ").append(rightAligned[i] ? pad + cell : cell + pad);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  /** Collects the rows of a table. */
  public static final class Builder {

    private final List<List<String>> rows = new ArrayList<>();
    private final boolean[] rightAligned;

    Builder(String... headings) {
      rightAligned = new boolean[headings.length];
      List<String> names = new ArrayList<>();
      for (int i = 0; i < headings.length; i++) {
        rightAligned[i] = headings[i].startsWith(">");
        names.add(rightAligned[i] ? headings[i].substring(1) : headings[i]);
      }
      add(names);
    }

    /**
     * Adds a row.
     *
     * @param cells one per column
     * @return this builder
     * @throws IllegalArgumentException if there are more or fewer cells than columns
     */
    public Builder row(String... cells) {
      if (cells.length != rightAligned.length) {
        throw new IllegalArgumentException(
            "row must have " + rightAligned.length + " cells, but had " + cells.length);
      }
      add(Arrays.asList(cells));
      return this;
    }

    private void add(List<String> cells) {
      rows.add(
          cells.stream()
              .map(cell -> CharMatcher.javaIsoControl().replaceFrom(cell, ' '))
              .collect(ImmutableList.toImmutableList()));
    }

    /**
     * Returns the table.
     *
     * @return the table
     */
    public TextTable build() {
      return new TextTable(ImmutableList.copyOf(rows), rightAligned.clone());
    }
  }
}
