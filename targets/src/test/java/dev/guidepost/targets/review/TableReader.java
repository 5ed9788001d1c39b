package dev.guidepost.targets.review;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the table of section 2 of a review back: cells end where their heading ends. */
final class TableReader {

  private static final Pattern WORD = Pattern.compile("\\S+");

  private final List<String> lines;

  TableReader(WeeklyReview review) {
    this.lines = review.sections().get(2).lines();
  }

  /** The titles of the groups of columns. */
  String titles() {
    return lines.get(0).strip();
  }

  /** The headings of the columns before what is proposed. */
  List<String> agreed() {
    String before = lines.get(1).substring(0, lines.get(1).indexOf(" mtg"));
    return WORD.matcher(before).results().map(found -> found.group()).toList();
  }

  /** The row of a name. */
  String row(String name) {
    return lines.stream()
        .filter(line -> line.startsWith(" " + name + " "))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in " + lines));
  }

  /** The cell of a name under a heading. */
  String cell(String name, String heading) {
    Matcher found = Pattern.compile(" " + Pattern.quote(heading) + "( |$)").matcher(lines.get(1));
    if (!found.find()) {
      throw new AssertionError(heading + " is not in " + lines.get(1));
    }
    int end = found.start() + 1 + heading.length();
    String row = row(name);
    String cell = row.substring(0, end);
    return cell.substring(cell.lastIndexOf(' ') + 1);
  }
}
