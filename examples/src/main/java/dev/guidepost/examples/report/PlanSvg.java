package dev.guidepost.examples.report;

import dev.guidepost.core.time.FiscalCalendar;
import dev.guidepost.core.time.Grain;
import dev.guidepost.core.time.Period;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.plan.PlanLine;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A plan as bars: the opportunities of each week up to the horizon, against what is usual. */
final class PlanSvg {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
  private static final int MOST_COUNTS = 24;

  private final Plan plan;
  private final List<Period> weeks;
  private final double width;

  private PlanSvg(Plan plan, LocalDate horizon) {
    this.plan = plan;
    this.weeks =
        FiscalCalendar.calendarYear()
            .weeksFrom(plan.review().getDayOfWeek())
            .periods(Grain.WEEK, plan.review(), later(horizon, plan).minusDays(1));
    this.width = (double) (Svg.RIGHT - Svg.LEFT) / weeks.size();
  }

  private static LocalDate later(LocalDate horizon, Plan plan) {
    LocalDate least = plan.review().plusWeeks(1);
    return horizon.isBefore(least) ? least : horizon;
  }

  /**
   * Draws a plan.
   *
   * @param plan the plan
   * @param horizon the day after the last day planned for
   * @return SVG
   */
  static String draw(Plan plan, LocalDate horizon) {
    return new PlanSvg(plan, horizon).draw();
  }

  /** What the plan asks for, in a few words. */
  static String title(Plan plan) {
    return String.format(
        Locale.ROOT,
        "%s: %d opportunities this week, %s",
        plan.name(),
        plan.thisWeek(PlanLine.Kind.CREATE) + plan.thisWeek(PlanLine.Kind.SEED),
        plan.creation().pace());
  }

  /** How the plan is to be read. */
  static String caption(Plan plan) {
    return "Solid bars count for "
        + plan.period().label()
        + "; light bars are seeds for the period after it. A week without a bar asks for none.";
  }

  private String draw() {
    double usual = plan.creation().perWeek();
    double best = plan.creation().bestMonthPerWeek();
    double largest = Math.max(usual, best);
    for (Period week : weeks) {
      largest =
          Math.max(largest, count(week, PlanLine.Kind.CREATE) + count(week, PlanLine.Kind.SEED));
    }
    Svg svg = new Svg(largest);
    svg.grid("opportunities to create a week");
    svg.line("limit", Svg.LEFT, svg.y(best), Svg.RIGHT, svg.y(best));
    for (int i = 0; i < weeks.size(); i++) {
      bar(svg, i);
    }
    end(svg);
    svg.line("center", Svg.LEFT, svg.y(usual), Svg.RIGHT, svg.y(usual));
    Svg.Label high = new Svg.Label("tick", best, String.format(Locale.ROOT, "best %.1f", best));
    Svg.Label low = new Svg.Label("tick", usual, String.format(Locale.ROOT, "usual %.1f", usual));
    svg.labels(best >= usual ? new Svg.Label[] {high, low} : new Svg.Label[] {low, high});
    return svg.draw("plan", title(plan), caption(plan));
  }

  private double x(int i) {
    return Svg.LEFT + (i + 0.5) * width;
  }

  private void bar(Svg svg, int i) {
    Period week = weeks.get(i);
    double create = count(week, PlanLine.Kind.CREATE);
    double seed = count(week, PlanLine.Kind.SEED);
    double left = x(i) - width * 0.36;
    double top = svg.y(create + seed);
    if (create > 0) {
      svg.rect("create", left, svg.y(create), width * 0.72, Svg.BOTTOM - svg.y(create));
    }
    if (seed > 0) {
      svg.rect("seed", left, top, width * 0.72, svg.y(create) - top);
    }
    if (create + seed > 0 && weeks.size() <= MOST_COUNTS) {
      svg.text("count", "middle", x(i), top - 5, String.format(Locale.ROOT, "%.0f", create + seed));
    }
    if (i % labelEvery() == 0) {
      svg.line("axis", x(i), Svg.BOTTOM, x(i), Svg.BOTTOM + 5);
      svg.text("tick", "middle", x(i), Svg.BOTTOM + 22, DAY.format(week.start()));
    }
  }

  private int labelEvery() {
    return (int) Math.ceil(64 / width);
  }

  /** Where the period of the goal ends, if the plan goes on after it. */
  private void end(Svg svg) {
    for (int i = 1; i < weeks.size(); i++) {
      if (!weeks.get(i).start().isBefore(plan.period().end())) {
        double x = x(i) - width / 2;
        svg.line("end", x, Svg.TOP, x, Svg.BOTTOM);
        String text = plan.period().label() + " ends";
        boolean right = x > (Svg.LEFT + Svg.RIGHT) / 2.0;
        svg.text("tick", right ? "end" : "start", right ? x : x + 4, Svg.TOP - 8, text);
        return;
      }
    }
  }

  private double count(Period week, PlanLine.Kind kind) {
    return plan.lines().stream()
        .filter(line -> line.kind() == kind && line.weekStart().equals(week.start()))
        .mapToDouble(PlanLine::count)
        .sum();
  }
}
