package dev.guidepost.core.metric;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The metrics and dimensions of one tenant: what a ledger may record and a roll-up may show.
 *
 * <p>Immutable. The same id with another definition is refused, and so is a ratio of metrics that
 * do not add up.
 *
 * <pre>{@code
 * Catalog catalog = StandardMetrics.catalog("USD", 2).with(Dimension.of("series"));
 * catalog.metric(StandardMetrics.WIN_RATE).definition();
 * }</pre>
 */
public final class Catalog {

  private final ImmutableMap<MetricId, Metric> metrics;
  private final ImmutableList<Dimension> dimensions;

  private Catalog(Collection<Metric> metrics, Collection<Dimension> dimensions) {
    Map<MetricId, Metric> byId = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      Metric before = byId.putIfAbsent(metric.id(), metric);
      if (before != null && !before.equals(metric)) {
        throw new IllegalArgumentException(
            "metric "
                + metric.id()
                + " must have one definition, but had "
                + before
                + " and "
                + metric);
      }
    }
    for (Metric metric : byId.values()) {
      if (metric.aggregation() instanceof Aggregation.RatioOf ratio) {
        requireSum(metric.id(), ratio.numerator(), byId);
        requireSum(metric.id(), ratio.denominator(), byId);
      }
    }
    this.metrics = ImmutableMap.copyOf(byId);
    this.dimensions = ImmutableList.copyOf(new LinkedHashSet<>(dimensions));
  }

  private static void requireSum(MetricId ratio, MetricId part, Map<MetricId, Metric> byId) {
    Metric metric = byId.get(part);
    if (metric == null) {
      throw new IllegalArgumentException(
          "parts of ratio " + ratio + " must be in the catalog, but " + part + " is not");
    }
    if (!(metric.aggregation() instanceof Aggregation.Sum)) {
      throw new IllegalArgumentException(
          "parts of ratio "
              + ratio
              + " must be sums, as only sums add up over people and time, but "
              + part
              + " is a "
              + metric.aggregation());
    }
  }

  /**
   * Returns a catalog.
   *
   * @param metrics its metrics, in the order in which they are shown; repeats count once
   * @param dimensions its dimensions; repeats count once
   * @return the catalog
   * @throws IllegalArgumentException if two metrics share an id but not the definition, or a
   *     ratio's parts are missing or no sums
   */
  public static Catalog of(List<Metric> metrics, List<Dimension> dimensions) {
    return new Catalog(metrics, dimensions);
  }

  /**
   * Returns a catalog with one more metric.
   *
   * @param metric the metric; one that is there already, with the same definition, changes nothing
   * @return the extended catalog
   * @throws IllegalArgumentException if the id is there with another definition, or a ratio's parts
   *     are missing or no sums
   */
  public Catalog with(Metric metric) {
    List<Metric> more = new ArrayList<>(metrics.values());
    more.add(metric);
    return new Catalog(more, dimensions);
  }

  /**
   * Returns a catalog with one more dimension.
   *
   * @param dimension the dimension; one that is there already changes nothing
   * @return the extended catalog
   */
  public Catalog with(Dimension dimension) {
    List<Dimension> more = new ArrayList<>(dimensions);
    more.add(dimension);
    return new Catalog(metrics.values(), more);
  }

  /**
   * Returns the metric of an id.
   *
   * @param id the id
   * @return the metric
   * @throws IllegalArgumentException if the catalog has none, naming those it has
   */
  public Metric metric(MetricId id) {
    Metric metric = metrics.get(id);
    if (metric == null) {
      throw new IllegalArgumentException(
          "metric must be one of " + metrics.keySet() + ", but was " + id);
    }
    return metric;
  }

  /**
   * Returns the metric of an id, if there is one.
   *
   * @param id the id
   * @return the metric, or empty
   */
  public Optional<Metric> find(MetricId id) {
    return Optional.ofNullable(metrics.get(id));
  }

  /**
   * Returns all metrics.
   *
   * @return the metrics, in the order given; unmodifiable
   */
  public List<Metric> metrics() {
    return metrics.values().asList();
  }

  /**
   * Returns all dimensions.
   *
   * @return the dimensions, in the order given; unmodifiable
   */
  public List<Dimension> dimensions() {
    return dimensions;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Catalog that
        && metrics.equals(that.metrics)
        && dimensions.equals(that.dimensions);
  }

  @Override
  public int hashCode() {
    return 31 * metrics.hashCode() + dimensions.hashCode();
  }

  /** Returns the ids of metrics and dimensions on one line. */
  @Override
  public String toString() {
    return "metrics " + metrics.keySet() + ", dimensions " + dimensions;
  }
}
