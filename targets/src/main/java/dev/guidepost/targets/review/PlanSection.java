package dev.guidepost.targets.review;

import dev.guidepost.core.goal.Target;
import dev.guidepost.targets.evidence.Evidence;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanLine;
import dev.guidepost.targets.plan.PlanPage;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The section that shows the page of one person's plan, and why it is so. */
final class PlanSection {

  private static final int WORD = 9;

  private final Evidence evidence;
  private final Plan plan;

  PlanSection(Evidence evidence, Plan plan) {
    this.evidence = evidence;
    this.plan = plan;
  }

  WeeklyReview.Section section() {
    List<String> lines = new ArrayList<>();
    plan.page().rows().forEach(row -> lines.add(line(row.kind().toString(), row.text())));
    lines.addAll(why());
    lines.addAll(likely());
    lines.addAll(winYield());
    return titled(lines);
  }

  /** All that is to be done, one line each; why as far as there is room. */
  WeeklyReview.Section brief(int room) {
    List<String> lines = new ArrayList<>();
    plan.page().rows().forEach(row -> lines.add(line(row.kind().toString(), brief(row))));
    List<String> reasons = new ArrayList<>(why());
    reasons.addAll(winYield());
    reasons.addAll(likely());
    lines.addAll(reasons.subList(0, Math.max(0, Math.min(reasons.size(), room - lines.size()))));
    return titled(lines.stream().map(line -> Text.clip(line, WeeklyReview.WIDTH)).toList());
  }

  /** A row of named deals cut deal by deal, so that each keeps its day. */
  private static String brief(PlanPage.Row row) {
    int width = WeeklyReview.WIDTH - 1 - WORD;
    int deals = row.lines().size();
    if (row.kind() != PlanLine.Kind.ADVANCE || row.text().length() <= width) {
      return row.text();
    }
    String between = ". ";
    int each = (width - between.length() * (deals - 1)) / deals;
    return row.lines().stream()
        .map(
            line -> {
              String day =
                  ", " + line.by().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
              String what =
                  line.step().isEmpty() ? line.subject() : line.subject() + ": " + line.step();
              return Text.clip(what, each - day.length()) + day;
            })
        .collect(Collectors.joining(between));
  }

  private WeeklyReview.Section titled(List<String> lines) {
    return new WeeklyReview.Section(
        plan.name().toUpperCase(Locale.ROOT)
            + ", THIS WEEK  (proposed; the plan once both agree, then fixed until "
            + plan.review().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
            + ")",
        lines);
  }

  private static String line(String word, String text) {
    return " " + Text.column(word, WORD) + text;
  }

  private List<String> why() {
    String assumed =
        plan.target().stream().anyMatch(set -> set.basis() instanceof Target.Assumed)
            ? "assumed goal "
            : "";
    return plan.why().stream().map(why -> line("why", assumed + why)).toList();
  }

  private List<String> likely() {
    return plan.chances().stream().map(chances -> line("", "likely: " + chances)).toList();
  }

  private List<String> winYield() {
    return evidence
        .yields()
        .flatMap(rates -> rates.of(plan.person()))
        .map(rate -> line("", "win yield " + rate))
        .stream()
        .toList();
  }
}
