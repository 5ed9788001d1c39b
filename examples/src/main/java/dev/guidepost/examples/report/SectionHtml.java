package dev.guidepost.examples.report;

import dev.guidepost.targets.review.WeeklyReview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A section of a review as HTML: rows as a table, a word and what it is about as a list of terms,
 * all else as a list.
 */
final class SectionHtml {

  private static final Pattern TERM = Pattern.compile(" (\\S+) {2,}(?=\\S)");
  private static final Pattern BROKEN = Pattern.compile(" {10}(?! )");
  private static final Pattern LEAD = Pattern.compile("([^:]{1,40}): (.+)");
  private static final Pattern STAGE =
      Pattern.compile(" (\\S.*?) +(\\d+) (\\[\\d+, \\d+\\]) +(\\d+(?: short)?)");
  private static final Pattern STAGES = Pattern.compile("(?:" + STAGE.pattern() + " *)+");
  private static final Pattern TITLE = Pattern.compile("(.*?)\\s*\\((.*)\\)\\s*");

  private final StringBuilder html = new StringBuilder();
  private final Set<String> passedOver;
  private int termWidth;
  private String open = "";

  private SectionHtml(Set<String> passedOver) {
    this.passedOver = passedOver;
  }

  /** The title as a heading, what stands in brackets as a remark below it. */
  static String title(String title) {
    Matcher matcher = TITLE.matcher(title);
    return matcher.matches()
        ? Html.element("h2", matcher.group(1)) + Html.element("p", "note", matcher.group(2)) + "\n"
        : Html.element("h2", title) + "\n";
  }

  /** The lines; those of a term to pass over are left out. */
  static String lines(WeeklyReview.Section section, Set<String> passedOver) {
    return new SectionHtml(passedOver).write(unbroken(section.lines()));
  }

  /** The lines with those that were broken for their width in one piece again. */
  static List<String> unbroken(List<String> lines) {
    List<String> whole = new ArrayList<>();
    for (String line : lines) {
      if (BROKEN.matcher(line).lookingAt() && !whole.isEmpty()) {
        whole.add(whole.remove(whole.size() - 1) + " " + line.strip());
      } else {
        whole.add(line);
      }
    }
    return whole;
  }

  private String write(List<String> lines) {
    termWidth =
        lines.stream()
            .filter(line -> !TextColumns.isRow(line))
            .map(TERM::matcher)
            .filter(Matcher::lookingAt)
            .findFirst()
            .map(Matcher::end)
            .orElse(0);
    int at = 0;
    while (at < lines.size()) {
      int stages = at;
      while (stages < lines.size() && STAGES.matcher(lines.get(stages)).matches()) {
        stages++;
      }
      if (stages > at) {
        stages(lines.subList(at, stages));
        at = stages;
      } else if (TextColumns.startsAt(lines, at)) {
        int end = lines.size();
        while (!TextColumns.isRow(lines.get(end - 1))) {
          end--;
        }
        table(lines.subList(at, end));
        at = end;
      } else {
        line(lines.get(at++));
      }
    }
    block("");
    return html.toString();
  }

  private void block(String tag) {
    if (!open.equals(tag)) {
      html.append(open.isEmpty() ? "" : "</" + open + ">\n");
      html.append(tag.isEmpty() ? "" : "<" + tag + ">\n");
      open = tag;
    }
  }

  private void line(String line) {
    Optional<String> term = term(line);
    if (term.isEmpty()) {
      block("ul");
      Matcher lead = LEAD.matcher(line.strip());
      html.append("<li>")
          .append(
              lead.matches()
                  ? Html.element("strong", lead.group(1) + ":") + " " + Html.escape(lead.group(2))
                  : Html.escape(line.strip()))
          .append("</li>\n");
    } else if (!passedOver.contains(term.get())) {
      block("dl");
      html.append(term.get().isEmpty() ? "" : Html.element("dt", term.get()))
          .append(Html.element("dd", line.substring(termWidth).strip()))
          .append('\n');
    }
  }

  /** The word before the text of a line; blank where the line goes on with the word before. */
  private Optional<String> term(String line) {
    if (termWidth == 0 || line.length() <= termWidth || line.charAt(termWidth - 1) != ' ') {
      return Optional.empty();
    }
    String word = line.substring(0, termWidth).strip();
    return word.contains(" ") || word.endsWith(":") ? Optional.empty() : Optional.of(word);
  }

  /** Several stages stand in one line of text; here each has a row. */
  private void stages(List<String> lines) {
    block("");
    List<String> labels = List.of("stage", "needed", "band", "live");
    html.append("<table>\n<thead>\n<tr>");
    labels.forEach(label -> html.append(Html.element("th", label)));
    html.append("</tr>\n</thead>\n<tbody class=\"plain\">\n");
    for (String line : lines) {
      Matcher stage = STAGE.matcher(line);
      while (stage.find()) {
        row(
            labels,
            List.of(stage.group(1).strip(), stage.group(2), stage.group(3), stage.group(4)));
      }
    }
    html.append("</tbody>\n</table>\n");
  }

  private void table(List<String> lines) {
    block("");
    Optional<TextColumns> columns = TextColumns.read(lines);
    if (columns.isEmpty()) {
      html.append("<div class=\"wide\" tabindex=\"0\">")
          .append(Html.element("pre", String.join("\n", lines)))
          .append("</div>\n");
      return;
    }
    html.append("<table>\n<thead>\n");
    List<List<String>> heads = columns.get().head();
    heads.subList(0, heads.size() - 1).forEach(this::titles);
    List<String> labels = heads.get(heads.size() - 1);
    html.append("<tr>");
    labels.forEach(cell -> html.append(Html.element(cell.isEmpty() ? "td" : "th", cell)));
    html.append("</tr>\n");
    html.append("</thead>\n<tbody>\n");
    for (List<String> row : columns.get().body()) {
      row(labels, row);
    }
    html.append("</tbody>\n</table>\n");
  }

  /** Each title over its column and those up to the next title, but for the last column. */
  private void titles(List<String> cells) {
    html.append("<tr>");
    int at = 0;
    while (at < cells.size()) {
      int next = at + 1;
      while (!cells.get(at).isEmpty() && next < cells.size() - 1 && cells.get(next).isEmpty()) {
        next++;
      }
      html.append(
          cells.get(at).isEmpty()
              ? Html.element("td", "")
              : "<th colspan=\"" + (next - at) + "\">" + Html.escape(cells.get(at)) + "</th>");
      at = next;
    }
    html.append("</tr>\n");
  }

  private void row(List<String> labels, List<String> row) {
    if (row.size() == 1) {
      html.append("<tr><td class=\"remark\" colspan=\"")
          .append(labels.size())
          .append("\">")
          .append(Html.escape(row.get(0)))
          .append("</td></tr>\n");
      return;
    }
    html.append("<tr>")
        .append("<th scope=\"row\">")
        .append(Html.escape(row.get(0)))
        .append("</th>");
    for (int i = 1; i < row.size(); i++) {
      html.append("<td data-label=\"")
          .append(Html.escape(labels.get(i)))
          .append("\">")
          .append(Html.escape(row.get(i)))
          .append("</td>");
    }
    html.append("</tr>\n");
  }
}
