package dev.guidepost.rollup.factor;

import dev.guidepost.core.metric.Aggregation;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Formula;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Fraction;

/** What the metrics of a catalog are made of, down to sums. */
public final class Reduction {

  private final Catalog catalog;

  /**
   * Creates a reduction.
   *
   * @param catalog what defines the metrics
   */
  public Reduction(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * Returns what a metric is made of.
   *
   * @param metric the metric
   * @return sums multiplied and divided
   * @throws IllegalArgumentException if the catalog lacks it, or it is not made of sums by
   *     multiplying and dividing, and adding up what adds up
   */
  public Product of(MetricId metric) {
    Aggregation aggregation = catalog.metric(metric).aggregation();
    if (aggregation instanceof Aggregation.Sum) {
      return Product.of(metric);
    }
    if (aggregation instanceof Aggregation.RatioOf ratio) {
      return of(ratio.numerator()).over(of(ratio.denominator()));
    }
    if (aggregation instanceof Aggregation.WeightedMean mean) {
      return of(mean.products()).over(of(mean.weights()));
    }
    if (aggregation instanceof Aggregation.Derived derived) {
      return of(metric, derived.formula());
    }
    throw new IllegalArgumentException(
        metric
            + " must be read from sums for its change to be explained, but is \""
            + aggregation
            + "\""
            + (aggregation instanceof Aggregation.Mean
                ? "; a metric that is one sum over another serves"
                : ""));
  }

  private Product of(MetricId metric, Formula formula) {
    if (formula instanceof Formula.Of term) {
      return of(term.metric());
    }
    if (formula instanceof Formula.Constant constant) {
      return Product.of(Fraction.of(constant.value()));
    }
    Formula.Combined both = (Formula.Combined) formula;
    Product left = of(metric, both.left());
    Product right = of(metric, both.right());
    return switch (both.operator()) {
      case TIMES -> left.times(right);
      case OVER -> left.over(right);
      case PLUS -> left.plus(right, 1).orElseThrow(() -> refused(metric, both));
      case MINUS -> left.plus(right, -1).orElseThrow(() -> refused(metric, both));
    };
  }

  private static IllegalArgumentException refused(MetricId metric, Formula formula) {
    return new IllegalArgumentException(
        metric
            + " must add up nothing but sums for its change to be explained, but has "
            + formula);
  }
}
