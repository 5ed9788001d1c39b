package dev.guidepost.examples.report;

import dev.guidepost.core.control.ControlChart;
import dev.guidepost.core.control.Rule;
import dev.guidepost.core.control.Signal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/**
 * A process behaviour chart: weekly points, what is expected and the limits at each of them, the
 * baseline apart from the weeks that are judged, and what stands out by shape as well as colour.
 */
final class ChartSvg {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
  private static final int LABEL_WEEKS = 5;

  private final Finding finding;
  private final ControlChart chart;
  private final List<ControlChart.Point> points;
  private final double width;

  private ChartSvg(Finding finding, ControlChart chart) {
    this.finding = finding;
    this.chart = chart;
    this.points = chart.points();
    this.width = (double) (Svg.RIGHT - Svg.LEFT) / points.size();
  }

  /** Draws a chart with at least one point. */
  static String draw(Finding finding, ControlChart chart) {
    return new ChartSvg(finding, chart).draw();
  }

  /** How a chart is to be read, with its limits where they end. */
  static String caption(Finding finding, ControlChart chart) {
    return "Each point is a week. The limits are three sigma, learnt from the "
        + chart.baseline()
        + " baseline weeks"
        + (variesByWeek(chart) ? "; they move with the weeks of the unit and those there" : "")
        + ". "
        + finding.signal().map(Signal::message).orElse("No point of the last weeks is beyond them");
  }

  private static boolean variesByWeek(ControlChart chart) {
    return chart.points().stream().mapToDouble(ControlChart.Point::center).distinct().count() > 1;
  }

  private String draw() {
    double largest =
        points.stream().mapToDouble(p -> Math.max(p.value(), p.upper())).max().orElse(1);
    Svg svg = new Svg(largest);
    judged(svg);
    svg.grid(finding.tree().metric() + " a week");
    steps(svg, "limit", ControlChart.Point::upper);
    steps(svg, "center", ControlChart.Point::center);
    steps(svg, "limit", ControlChart.Point::lower);
    weeks(svg);
    values(svg);
    ControlChart.Point last = points.get(points.size() - 1);
    svg.labels(
        new Svg.Label("tick", last.upper(), "upper " + number(last.upper())),
        new Svg.Label("tick", last.center(), "usual " + number(last.center())),
        new Svg.Label("tick", last.lower(), "lower " + number(last.lower())));
    return svg.draw("chart", finding.title(), caption(finding, chart));
  }

  private double x(int i) {
    return Svg.LEFT + (i + 0.5) * width;
  }

  /** The weeks that are judged stand on a ground of their own. */
  private void judged(Svg svg) {
    double from = Svg.LEFT + chart.baseline() * width;
    svg.rect("judged", from, Svg.TOP, Svg.RIGHT - from, Svg.BOTTOM - Svg.TOP);
    svg.text("tick", "start", Svg.LEFT, Svg.TOP - 8, "baseline: " + chart.baseline() + " weeks");
    svg.text("tick", "end", Svg.RIGHT, Svg.TOP - 8, "judged: last " + chart.looks().size());
  }

  private interface Level {
    double of(ControlChart.Point point);
  }

  /** A level that holds for each week and may step from one to the next. */
  private void steps(Svg svg, String styleClass, Level level) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      double y = svg.y(level.of(points.get(i)));
      path.append(
          String.format(
              Locale.ROOT,
              "%s%.1f %.1fH%.1f",
              i == 0 ? "M" : "L",
              x(i) - width / 2,
              y,
              x(i) + width / 2));
    }
    svg.path(styleClass, path.toString());
  }

  private void weeks(Svg svg) {
    for (int i = points.size() - 1; i >= 0; i -= LABEL_WEEKS) {
      LocalDate first = points.get(i).period().start();
      svg.line("axis", x(i), Svg.BOTTOM, x(i), Svg.BOTTOM + 5);
      svg.text("tick", "middle", x(i), Svg.BOTTOM + 22, DAY.format(first));
    }
    DayOfWeek first = points.get(0).period().start().getDayOfWeek();
    String weekday = first.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    svg.text("tick", "end", Svg.RIGHT, Svg.BOTTOM + 42, "week from " + weekday);
  }

  private void values(Svg svg) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      path.append(
          String.format(
              Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x(i), svg.y(points.get(i).value())));
    }
    svg.path("trace", path.toString());
    for (int i = 0; i < points.size(); i++) {
      mark(svg, i);
    }
  }

  /** Beyond the limits: a diamond; part of another finding: a square; else a dot. */
  private void mark(Svg svg, int i) {
    ControlChart.Point point = points.get(i);
    double x = x(i);
    double y = svg.y(point.value());
    boolean judged = i >= chart.baseline();
    if (Math.abs(point.sigmas()) > 3) {
      String diamond = String.format(Locale.ROOT, "M%.1f %.1fl7 7l-7 7l-7 -7Z", x, y - 7);
      svg.path(judged ? "beyond" : "past", diamond);
    } else if (judged && isWatched(point)) {
      svg.rect("watched", x - 5, y - 5, 10, 10);
    } else {
      svg.circle(judged ? "look" : "base", x, y, judged ? 4.5 : 3);
    }
    if (finding.signal().stream().anyMatch(found -> found.period().equals(point.period()))) {
      boolean below = point.sigmas() < 0 && y + 24 < Svg.BOTTOM;
      svg.text("value", "middle", x, below ? y + 24 : y - 12, number(point.value()));
    }
  }

  /** Whether a point within its limits is part of what was found. */
  private boolean isWatched(ControlChart.Point point) {
    return finding.signal().stream()
        .anyMatch(
            found ->
                found.rule() == Rule.ALL_LOOKS
                    || (found.rule() == Rule.TWO_OF_THREE && Math.abs(point.sigmas()) > 2));
  }

  private static String number(double value) {
    return value == Math.rint(value) || value >= 100
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
