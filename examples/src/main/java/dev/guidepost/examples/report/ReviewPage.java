package dev.guidepost.examples.report;

import dev.guidepost.core.control.ControlChart;
import dev.guidepost.targets.plan.Plan;
import dev.guidepost.targets.review.ReviewSource;
import dev.guidepost.targets.review.WeeklyReview;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The review as a page of its own: one file without scripts or anything from elsewhere, for light
 * and dark, for wide and narrow screens.
 *
 * <p>Beside the text of the review stand two drawings: the control chart of the first finding that
 * concerns the unit, and the weeks of the plan that the review shows in full.
 */
public final class ReviewPage {

  private static final Set<String> LISTED =
      PlanHtml.NAMED.stream().map(Object::toString).collect(Collectors.toSet());

  private final WeeklyReview review;
  private final ReviewSource source;
  private final StringBuilder html = new StringBuilder();

  private ReviewPage(WeeklyReview review, ReviewSource source) {
    this.review = review;
    this.source = source;
  }

  /**
   * Returns the page of a review.
   *
   * @param review the review
   * @param source what it was written from
   * @return HTML, its lines ending in {@code \n}
   */
  public static String html(WeeklyReview review, ReviewSource source) {
    return new ReviewPage(review, source).write();
  }

  private String write() {
    List<String> heading = List.of(review.heading().split(" {2,}", -1));
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"color-scheme\" content=\"light dark\">\n")
        .append(Html.element("title", String.join(", ", heading)))
        .append("\n<style>\n")
        .append(PageStyle.CSS)
        .append("</style>\n</head>\n<body>\n<main>\n<header>\n");
    for (int i = 0; i < heading.size(); i++) {
      html.append(i == 1 ? Html.element("h1", heading.get(i)) : Html.element("p", heading.get(i)));
    }
    html.append("\n</header>\n");
    boolean charted = false;
    boolean planned = false;
    for (WeeklyReview.Section section : review.sections()) {
      boolean first = !charted && !section.title().isEmpty();
      boolean plan = !planned && review.focus().stream().anyMatch(focus -> isOf(section, focus));
      section(section, first ? chart() : plan ? plan() : "", plan);
      charted |= first;
      planned |= plan;
    }
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private static boolean isOf(WeeklyReview.Section section, Plan plan) {
    String title = section.title().toUpperCase(Locale.ROOT);
    return title.startsWith(plan.name().toUpperCase(Locale.ROOT));
  }

  private void section(WeeklyReview.Section section, String figure, boolean plan) {
    if (section.title().isEmpty()) {
      html.append("<section class=\"health\">\n");
      SectionHtml.unbroken(section.lines())
          .forEach(line -> html.append(Html.element("p", line.strip())).append('\n'));
      html.append("</section>\n");
      return;
    }
    html.append(figure.isEmpty() ? "<section>\n" : "<section class=\"beside\">\n<div>\n")
        .append(SectionHtml.title(section.title()));
    if (plan) {
      review.focus().ifPresent(focus -> html.append(PlanHtml.named(focus)));
    }
    html.append(SectionHtml.lines(section, plan ? LISTED : Set.of()))
        .append(figure.isEmpty() ? "" : "</div>\n" + figure)
        .append("</section>\n");
  }

  private String chart() {
    Optional<Finding> found = Finding.of(source, review.unit());
    if (found.isEmpty()) {
      return "";
    }
    Finding finding = found.get();
    return finding.chart() instanceof ControlChart chart && !chart.points().isEmpty()
        ? figure(finding.title(), ChartSvg.draw(finding, chart), ChartSvg.caption(finding, chart))
        : figure(finding.title(), "", "No chart until there is enough data.");
  }

  private String plan() {
    return review
        .focus()
        .map(
            plan ->
                figure(
                    PlanSvg.title(plan),
                    PlanSvg.draw(plan, source.planner().horizon()) + PlanHtml.chances(plan),
                    PlanSvg.caption(plan)))
        .orElse("");
  }

  private static String figure(String title, String content, String caption) {
    return "<figure>\n"
        + Html.element("h3", title)
        + "\n"
        + content
        + Html.element("figcaption", caption)
        + "\n</figure>\n";
  }
}
