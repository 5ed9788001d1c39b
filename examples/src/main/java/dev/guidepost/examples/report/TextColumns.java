package dev.guidepost.examples.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table that stands in lines of text, its columns apart by blanks: a first column of names, then
 * columns that end where their heading ends, and a last one that starts where its heading starts.
 * Above the headings may be titles, each over one or more columns, apart by two blanks.
 *
 * @param head the rows of headings, each with a cell a column; unmodifiable
 * @param body the other rows; a row of one cell is a remark across all columns; unmodifiable
 */
record TextColumns(List<List<String>> head, List<List<String>> body) {

  private static final Pattern GAP = Pattern.compile("\\S {2,}(?=\\S)");
  private static final Pattern TITLE = Pattern.compile("\\S+(?: \\S+)*");
  private static final int LEAST_GAPS = 3;
  private static final String INDENT = " ".repeat(10);

  TextColumns {
    head = ImmutableList.copyOf(head);
    body = ImmutableList.copyOf(body);
  }

  /** Whether a line looks like a row: columns matter. */
  static boolean isRow(String line) {
    Matcher gaps = GAP.matcher(line);
    int count = 0;
    while (gaps.find()) {
      count++;
    }
    return count >= LEAST_GAPS;
  }

  /** Whether a table starts at a line: with a row, or with a heading right above one. */
  static boolean startsAt(List<String> lines, int at) {
    return isRow(lines.get(at))
        || (lines.get(at).startsWith(INDENT) && at + 1 < lines.size() && isRow(lines.get(at + 1)));
  }

  /** Reads lines that start with headings and end with a row; empty if they do not line up. */
  static Optional<TextColumns> read(List<String> lines) {
    List<String> heads = lines.stream().takeWhile(line -> line.startsWith(INDENT)).toList();
    List<String> others = lines.subList(heads.size(), lines.size());
    if (heads.isEmpty() || others.isEmpty()) {
      return Optional.empty();
    }
    List<String> rows = others.stream().filter(TextColumns::isRow).toList();
    List<Integer> ends = ends(heads.get(heads.size() - 1), rows);
    if (ends.size() < LEAST_GAPS) {
      return Optional.empty();
    }
    return Optional.of(
        new TextColumns(
            heads.stream()
                .map(
                    line ->
                        line.equals(heads.get(heads.size() - 1))
                            ? cells(line, ends)
                            : titles(line, ends))
                .toList(),
            others.stream()
                .map(line -> isRow(line) ? cells(line, ends) : List.of(line.strip()))
                .toList()));
  }

  /** Where columns end: where no row and no heading has a letter. Empty if names run into them. */
  private static List<Integer> ends(String heading, List<String> rows) {
    int first = heading.length() - heading.stripLeading().length();
    int last = heading.stripTrailing().lastIndexOf(' ') + 1;
    List<Integer> ends = new ArrayList<>();
    if (!isFree(rows, first - 1)) {
      return ends;
    }
    ends.add(first);
    for (int at = first + 1; at < last; at++) {
      int from = ends.get(ends.size() - 1);
      int to = at;
      if (isBlank(heading, at)
          && isFree(rows, at)
          && rows.stream().anyMatch(row -> !cell(row, from, to).isEmpty())) {
        ends.add(at);
      }
    }
    return ends;
  }

  private static boolean isFree(List<String> rows, int at) {
    return rows.stream().allMatch(row -> isBlank(row, at));
  }

  private static boolean isBlank(String line, int at) {
    return at < 0 || at >= line.length() || line.charAt(at) == ' ';
  }

  private static List<String> cells(String line, List<Integer> ends) {
    List<String> cells = new ArrayList<>();
    int from = 0;
    for (int end : ends) {
      cells.add(cell(line, from, end));
      from = end;
    }
    cells.add(cell(line, from, line.length()));
    return cells;
  }

  /** The titles of a line, each in the first of the columns that it stands over. */
  private static List<String> titles(String line, List<Integer> ends) {
    List<String> cells = new ArrayList<>(Collections.nCopies(ends.size() + 1, ""));
    Matcher title = TITLE.matcher(line);
    while (title.find()) {
      int column = 0;
      while (column < ends.size() && ends.get(column) <= title.start()) {
        column++;
      }
      cells.set(column, title.group());
    }
    return cells;
  }

  private static String cell(String line, int from, int to) {
    return from >= line.length() ? "" : line.substring(from, Math.min(to, line.length())).strip();
  }
}
