package dev.guidepost.examples.report;

import dev.guidepost.core.goal.Target;
import dev.guidepost.targets.outlook.Chances;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanLine;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The named parts of a plan as a list, and its chances as bars. */
final class PlanHtml {

  /** What is listed by name rather than counted. */
  static final Set<PlanLine.Kind> NAMED =
      EnumSet.of(PlanLine.Kind.ADVANCE, PlanLine.Kind.DECIDE, PlanLine.Kind.MANAGER);

  private PlanHtml() {}

  /** What to advance, to decide and what the manager owes this week; empty if nothing. */
  static String named(Plan plan) {
    List<PlanLine> lines =
        plan.thisWeek().stream().filter(line -> NAMED.contains(line.kind())).toList();
    if (lines.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<ol class=\"named\">\n");
    for (PlanLine line : lines) {
      html.append("<li><span class=\"kind ")
          .append(line.kind())
          .append("\">")
          .append(line.kind())
          .append("</span> ")
          .append(Html.element("strong", line.subject()))
          .append(Html.element("span", "by", "by " + line.by()))
          .append(Html.element("span", "why", line.why()))
          .append("</li>\n");
    }
    return html.append("</ol>\n").toString();
  }

  /** How likely the goal is, three times; empty without a goal. */
  static String chances(Plan plan) {
    if (plan.target().isEmpty() || plan.chances().isEmpty()) {
      return "";
    }
    Target target = plan.target().get();
    Chances chances = plan.chances().get();
    return "<div class=\"chances\">\n"
        + Html.element(
            "h3",
            "Chance of the "
                + (target.basis() instanceof Target.Assumed ? "assumed goal" : "goal")
                + ", "
                + target.amount().print()
                + " in "
                + plan.period().label())
        + "\n<ul>\n"
        + bar("nothing new", chances.nothingNew())
        + bar("at the recent rate", chances.recentRate())
        + bar("with the plan", chances.withPlan())
        + "</ul>\n</div>\n";
  }

  private static String bar(String name, double chance) {
    return String.format(
        Locale.ROOT,
        "<li>%s<span class=\"bar\"><span style=\"width:%.1f%%\"></span></span><b>%s</b></li>\n",
        Html.element("span", name),
        chance * 100,
        percent(chance));
  }

  /** Whole percent; what is neither never nor always is not said to be. */
  static String percent(double chance) {
    if (chance > 0 && chance < 0.005) {
      return "&lt;1 %";
    }
    return chance < 1 && chance >= 0.995
        ? "&gt;99 %"
        : String.format(Locale.ROOT, "%.0f %%", chance * 100);
  }
}
