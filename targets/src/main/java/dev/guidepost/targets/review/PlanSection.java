package dev.guidepost.targets.review;

import dev.guidepost.core.goal.Target;
import dev.guidepost.targets.plan.Evidence;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanLine;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The section that shows one person's plan in at most seven lines. */
final class PlanSection {

  private final Evidence evidence;
  private final Plan plan;

  PlanSection(Evidence evidence, Plan plan) {
    this.evidence = evidence;
    this.plan = plan;
  }

  WeeklyReview.Section section() {
    List<String> lines = new ArrayList<>();
    named(lines, PlanLine.Kind.ADVANCE, "advance");
    named(lines, PlanLine.Kind.DECIDE, "decide");
    create(lines);
    first(PlanLine.Kind.MANAGER)
        .forEach(line -> lines.add(line("manager", line.subject() + ": " + line.why())));
    why(lines);
    return new WeeklyReview.Section(
        plan.name().toUpperCase(Locale.ROOT)
            + ", THIS WEEK  (proposed; the plan once both agree, then fixed until "
            + plan.review().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
            + ")",
        lines);
  }

  private static String line(String word, String text) {
    return " " + Text.column(word, 8) + text;
  }

  private List<PlanLine> first(PlanLine.Kind kind) {
    return plan.thisWeek().stream().filter(line -> line.kind() == kind).toList();
  }

  private void named(List<String> lines, PlanLine.Kind kind, String word) {
    List<PlanLine> named = first(kind);
    if (!named.isEmpty()) {
      String why = named.get(0).why();
      lines.add(
          line(
              word,
              named.stream().map(PlanLine::subject).collect(Collectors.joining(", "))
                  + String.format(Locale.ROOT, ", by %s; the first: %s", named.get(0).by(), why)));
    }
  }

  private void create(List<String> lines) {
    long now = plan.thisWeek(PlanLine.Kind.CREATE);
    long seeds = plan.thisWeek(PlanLine.Kind.SEED);
    long meetings = plan.thisWeek(PlanLine.Kind.MEET);
    long calls = plan.thisWeek(PlanLine.Kind.CALL);
    if (now + seeds == 0) {
      return;
    }
    lines.add(
        line(
            "create",
            String.format(
                Locale.ROOT,
                "%d opportunities%s%s; %s",
                now + seeds,
                seeds == 0
                    ? ""
                    : now == 0
                        ? " for " + "the next period"
                        : " (" + seeds + " of them for the next period)",
                meetings == 0
                    ? ""
                    : String.format(Locale.ROOT, " from %d meetings (%d calls)", meetings, calls),
                plan.creation().pace())));
  }

  private void why(List<String> lines) {
    plan.why()
        .ifPresent(
            why ->
                lines.add(
                    line(
                        "why",
                        (plan.target().stream()
                                    .anyMatch(set -> set.basis() instanceof Target.Assumed)
                                ? "assumed goal "
                                : "")
                            + why)));
    plan.chances().ifPresent(chances -> lines.add(line("", "likely: " + chances)));
    evidence
        .yields()
        .flatMap(rates -> rates.of(plan.person()))
        .ifPresent(rate -> lines.add(line("", "win yield " + rate)));
  }
}
