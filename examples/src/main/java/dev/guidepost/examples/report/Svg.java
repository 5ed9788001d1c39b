package dev.guidepost.examples.report;

import java.util.Locale;

/**
 * A drawing under construction: shapes by class name, so that the page decides on colours. The
 * y-axis starts at 0 and ends at the first tick at or above the largest value.
 */
final class Svg {

  static final int WIDTH = 560;
  static final int HEIGHT = 340;
  static final int LEFT = 46;
  static final int RIGHT = WIDTH - 108;
  static final int TOP = 56;
  static final int BOTTOM = HEIGHT - 48;

  private final StringBuilder shapes = new StringBuilder();
  private final double step;
  private final double top;

  /** A drawing of values up to a largest one. */
  Svg(double largest) {
    this.step = niceStep(Math.max(1, largest) / 4);
    this.top = Math.ceil(Math.max(1, largest) / step - 1e-9) * step;
  }

  /** The least of 1, 2, 5, 10, 20, ... that is not below a number. */
  static double niceStep(double least) {
    double step = 1;
    for (int i = 0; step < least; i++) {
      step *= i % 3 == 1 ? 2.5 : 2;
    }
    return step;
  }

  double y(double value) {
    return BOTTOM - (BOTTOM - TOP) * value / top;
  }

  Svg line(String styleClass, double x1, double y1, double x2, double y2) {
    return shape(
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
        styleClass, x1, y1, x2, y2);
  }

  Svg rect(String styleClass, double x, double y, double width, double height) {
    return shape(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
        styleClass, x, y, width, height);
  }

  Svg circle(String styleClass, double x, double y, double radius) {
    return shape(
        "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", styleClass, x, y, radius);
  }

  /** A path; what it draws, as it stands in SVG. */
  Svg path(String styleClass, String drawn) {
    return shape("<path class=\"%s\" d=\"%s\"/>", styleClass, drawn);
  }

  /** A text; anchored at its {@code start}, {@code middle} or {@code end}. */
  Svg text(String styleClass, String anchor, double x, double y, String text) {
    return shape(
        "<text class=\"%s\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
        styleClass, anchor, x, y, Html.escape(text));
  }

  private Svg shape(String format, Object... values) {
    shapes.append(String.format(Locale.ROOT, format, values)).append('\n');
    return this;
  }

  /** The lines and numbers of the y-axis, and what is counted. */
  Svg grid(String counted) {
    for (double at = 0; at <= top + 1e-9; at += step) {
      line(at == 0 ? "axis" : "grid", LEFT, y(at), RIGHT, y(at));
      text("tick", "end", LEFT - 8, y(at) + 5, String.format(Locale.ROOT, "%.0f", at));
    }
    return text("tick", "start", 4, 18, counted);
  }

  /** Labels right of the plot, each at its height and at least a line apart. */
  Svg labels(Label... fromTopToBottom) {
    double free = TOP - 8.0;
    for (Label label : fromTopToBottom) {
      double at = Math.max(y(label.value()) + 5, free);
      text(label.styleClass(), "start", RIGHT + 8, at, label.text());
      free = at + 19;
    }
    return this;
  }

  /** A label of a line at its right end. */
  record Label(String styleClass, double value, String text) {}

  /** The drawing, named for those who cannot see it. */
  String draw(String id, String title, String description) {
    return "<svg role=\"img\" aria-labelledby=\""
        + id
        + "-title "
        + id
        + "-desc\" viewBox=\"0 0 "
        + WIDTH
        + " "
        + HEIGHT
        + "\" xmlns=\"http://www.w3.org/2000/svg\">\n"
        + "<title id=\""
        + id
        + "-title\">"
        + Html.escape(title)
        + "</title>\n<desc id=\""
        + id
        + "-desc\">"
        + Html.escape(description)
        + "</desc>\n"
        + shapes
        + "</svg>\n";
  }
}
