package dev.guidepost.core.metric;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.style.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The metrics and dimensions of one tenant: what a ledger may record and a roll-up may show.
 *
 * <p>Immutable. The same id with another definition is refused, and so is what makes no sense, such
 * as a ratio of ratios, a circle of derived metrics or a sum of dollars and days; the error says
 * why.
 *
 * <pre>{@code
 * Catalog catalog = StandardMetrics.catalog("USD", 2).with(Dimension.of("series"));
 * catalog.metric(StandardMetrics.WIN_RATE).definition();
 * catalog.dependencies(StandardMetrics.WIN_RATE); // [wins, closed]
 * }</pre>
 */
public final class Catalog {

  /**
   * A catalog as a host keeps it.
   *
   * @param metrics the metrics in order; unmodifiable
   * @param dimensions the names of dimensions in order; unmodifiable
   */
  public record State(List<Metric.State> metrics, List<String> dimensions) {
    /**
     * Creates a state.
     *
     * @param metrics the metrics in order
     * @param dimensions the names of dimensions in order
     */
    public State {
      metrics = Words.kept("metrics", metrics);
      dimensions = Words.kept("dimensions", dimensions);
    }
  }

  private final ImmutableMap<MetricId, Metric> metrics;
  private final ImmutableList<Dimension> dimensions;
  private final ImmutableMap<MetricId, Integer> codes;

  private Catalog(Collection<Metric> metrics, Collection<Dimension> dimensions) {
    Map<MetricId, Metric> byId = new LinkedHashMap<>();
    for (Metric metric : metrics) {
      Metric before = byId.putIfAbsent(metric.id(), metric);
      if (before != null && !before.equals(metric)) {
        throw new IllegalArgumentException(
            "metric "
                + metric.id()
                + " must have one definition, but had "
                + MetricState.difference(before, metric));
      }
    }
    this.metrics = ImmutableMap.copyOf(byId);
    this.dimensions = ImmutableList.copyOf(new LinkedHashSet<>(dimensions));
    new Definitions(this.metrics, this.dimensions).check();
    ImmutableMap.Builder<MetricId, Integer> places = ImmutableMap.builder();
    int next = 0;
    for (MetricId id : byId.keySet()) {
      places.put(id, next++);
    }
    this.codes = places.buildOrThrow();
  }

  /**
   * Returns a catalog.
   *
   * @param metrics its metrics, in the order in which they are shown; repeats count once
   * @param dimensions its dimensions; repeats count once
   * @return the catalog
   * @throws IllegalArgumentException if two metrics share an id but not the definition, or a
   *     metric's inputs are missing, make a circle or do not fit it
   */
  public static Catalog of(List<Metric> metrics, List<Dimension> dimensions) {
    return new Catalog(metrics, dimensions);
  }

  /**
   * Returns a catalog with more metrics, which may depend on one another.
   *
   * @param metric a metric; one that is there already, with the same definition, changes nothing
   * @param others more of them
   * @return the extended catalog
   * @throws IllegalArgumentException if an id is there with another definition, or a metric's
   *     inputs are missing, make a circle or do not fit it
   */
  public Catalog with(Metric metric, Metric... others) {
    List<Metric> more = new ArrayList<>(metrics.values());
    more.add(metric);
    more.addAll(List.of(others));
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
    return metrics().get(code(id));
  }

  /**
   * Returns the code of a metric: its place in {@link #metrics()}.
   *
   * @param id the id
   * @return the code, 0 or more
   * @throws IllegalArgumentException if the catalog has no such metric, naming those it has
   */
  public int code(MetricId id) {
    Integer code = codes.get(id);
    if (code == null) {
      throw new IllegalArgumentException(
          "metric must be one of " + metrics.keySet() + ", but was " + id);
    }
    return code;
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

  /**
   * Returns the metrics from which one is read, directly or through others.
   *
   * @param id a metric of this catalog
   * @return its inputs, those of an input right before it, each once; empty for one that has facts
   *     of its own; unmodifiable
   * @throws IllegalArgumentException if the catalog has no such metric
   */
  public List<MetricId> dependencies(MetricId id) {
    Set<MetricId> found = new LinkedHashSet<>();
    collect(id, found);
    found.remove(id);
    return ImmutableList.copyOf(found);
  }

  private void collect(MetricId id, Set<MetricId> found) {
    if (!found.contains(id)) {
      metric(id).aggregation().inputs().forEach(input -> collect(input, found));
      found.add(id);
    }
  }

  /**
   * Returns the metrics that are read from one, directly or through others: what else changes when
   * it does.
   *
   * @param id a metric of this catalog
   * @return the metrics in the order of the catalog; unmodifiable
   * @throws IllegalArgumentException if the catalog has no such metric
   */
  public List<MetricId> dependents(MetricId id) {
    code(id);
    return metrics.keySet().stream()
        .filter(other -> dependencies(other).contains(id))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the metrics that have facts and are therefore read from the ledger for one: itself, or
   * those at the end of its dependencies.
   *
   * @param id a metric of this catalog
   * @return metrics that take facts, each once; unmodifiable
   * @throws IllegalArgumentException if the catalog has no such metric
   */
  public List<MetricId> sources(MetricId id) {
    return ImmutableSet.<MetricId>builder().addAll(dependencies(id)).add(id).build().stream()
        .filter(part -> metric(part).aggregation().takesFacts())
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the metrics that are meant for a role on a day.
   *
   * @param role the role
   * @param day the day
   * @return the metrics in effect on that day that name the role or none, in the order of the
   *     catalog; unmodifiable
   */
  public List<Metric> applicableTo(RoleId role, LocalDate day) {
    return metrics.values().stream()
        .filter(metric -> metric.appliesTo(role) && metric.effectiveOn(day))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the catalog as a host keeps it.
   *
   * @return the state, from which {@link #of(State)} makes an equal catalog
   */
  public State state() {
    return new State(
        metrics().stream().map(Metric::state).toList(),
        dimensions.stream().map(Dimension::name).toList());
  }

  /**
   * Returns the catalog of a state.
   *
   * @param state the state
   * @return the catalog
   * @throws IllegalArgumentException if a part of the state is no text of its kind, or the metrics
   *     do not make a catalog, as {@link #of(List, List)} says
   */
  public static Catalog of(State state) {
    Words.requireWhole(state);
    return of(
        state.metrics().stream().map(Metric::of).toList(),
        state.dimensions().stream().map(Dimension::of).toList());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Catalog that
        && metrics().equals(that.metrics())
        && dimensions.equals(that.dimensions);
  }

  @Override
  public int hashCode() {
    return 31 * metrics().hashCode() + dimensions.hashCode();
  }

  /** Returns the ids of metrics and dimensions on one line. */
  @Override
  public String toString() {
    return "metrics " + metrics.keySet() + ", dimensions " + dimensions;
  }
}
