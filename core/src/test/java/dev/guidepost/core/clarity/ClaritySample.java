package dev.guidepost.core.clarity;

import static dev.guidepost.core.goal.Sample.ANA;
import static dev.guidepost.core.goal.Sample.DANA;
import static dev.guidepost.core.goal.Sample.amount;
import static dev.guidepost.core.goal.Sample.bookings;
import static dev.guidepost.core.goal.Sample.day;
import static dev.guidepost.core.goal.Sample.period;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.guidepost.core.agreement.Commitment;
import dev.guidepost.core.agreement.Commitments;
import dev.guidepost.core.goal.Target;
import dev.guidepost.core.goal.TargetBook;
import dev.guidepost.core.goal.TargetVersion;
import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricClass;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.metric.StandardMetrics;
import dev.guidepost.core.metric.Timing;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.time.Period;
import java.time.LocalDate;
import java.util.List;

/** A catalog, targets and sheets for tests of clarity. */
final class ClaritySample {
  static final LocalDate TODAY = day("2026-11-04");
  static final Period WEEK = period("2026-W45");
  static final MetricId DEMOS = MetricId.of("demos");
  static final MetricId DEMO_QUALITY = MetricId.of("demo-quality");
  static final Metric QUALITY = metric(DEMO_QUALITY, MetricClass.OBJECTIVE, Timing.LAGGING).build();
  static final Catalog CATALOG =
      Catalog.of(
          List.of(
              metric(MetricId.of("a"), MetricClass.RESULT, Timing.LAGGING).build(),
              metric(MetricId.of("b"), MetricClass.RESULT, Timing.LAGGING).build(),
              metric(MetricId.of("c"), MetricClass.RESULT, Timing.LAGGING).build(),
              metric(MetricId.of("old"), MetricClass.RESULT, Timing.LAGGING)
                  .effectiveUntil(day("2026-11-01"))
                  .build(),
              metric(StandardMetrics.BOOKINGS, MetricClass.RESULT, Timing.LAGGING).build(),
              metric(MetricId.of("calls"), MetricClass.ACTIVITY, Timing.LEADING).build(),
              metric(DEMOS, MetricClass.ACTIVITY, Timing.LEADING).quality(DEMO_QUALITY).build(),
              QUALITY),
          List.of(StandardMetrics.PRODUCT));

  static final Period NOVEMBER = period("2026-11");

  /** The days of the quarter by another grain: what differs by it alone stands beside it. */
  static final Period SAME_DAYS = Period.custom(day("2026-10-01"), day("2027-01-01"));

  static Metric.Builder metric(MetricId id, MetricClass metricClass, Timing timing) {
    return Metric.builder()
        .id(id)
        .name(id.value())
        .definition(id.value())
        .aggregation(new Aggregation.Sum())
        .unit(new UnitOfMeasure.Count("things"))
        .metricClass(metricClass)
        .timing(timing);
  }

  static Target.Builder target(String metric, long amount) {
    return bookings(ANA, amount).metric(MetricId.of(metric));
  }

  static TargetBook book(Target... targets) {
    TargetBook book = TargetBook.EMPTY;
    for (Target target : targets) {
      book = book.with(TargetVersion.of(target, day("2026-09-20"), DANA, ""));
    }
    return book;
  }

  static Commitments committed(MetricId... metrics) {
    Commitments all = Commitments.NONE;
    for (MetricId metric : metrics) {
      all = all.with(new Commitment(ANA, DANA, metric, WEEK, 10, WEEK.start()));
    }
    return all;
  }

  static ClaritySheet.Builder sheet() {
    return ClaritySheet.builder().catalog(CATALOG);
  }

  static List<String> found(ClarityRule rule, ClaritySheet sheet) {
    return ClarityReview.withDefaults().review(sheet, TODAY).of(rule).stream()
        .map(ClarityFinding::toString)
        .toList();
  }

  static void assertFound(ClarityRule rule, ClaritySheet.Builder sheet, String... texts) {
    assertEquals(List.of(texts), found(rule, sheet.build()));
  }

  private ClaritySample() {}
}
