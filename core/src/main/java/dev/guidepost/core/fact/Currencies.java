package dev.guidepost.core.fact;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which metrics are of money, and what a catalog is in another currency. */
final class Currencies {

  private Currencies() {}

  /** Returns the currency of the money that a fact of this unit is, null if it is none. */
  static @Nullable String of(UnitOfMeasure unit) {
    if (unit instanceof UnitOfMeasure.Money money) {
      return money.currency();
    }
    return unit instanceof UnitOfMeasure.Per rate ? of(rate.of()) : null;
  }

  /** Returns the place of {@link Dimension#CURRENCY} in a catalog, -1 if it is not declared. */
  static int dimension(Catalog catalog) {
    return catalog.dimensions().indexOf(Dimension.CURRENCY);
  }

  /**
   * Returns the currencies of the facts of a view.
   *
   * @param ledger the view
   * @param facts its facts
   * @param exchange what brings all money of it into one currency, if something does
   */
  static ImmutableMap<MetricId, Set<String>> of(
      Ledger ledger, Facts facts, @Nullable Exchange exchange) {
    List<Metric> metrics = ledger.catalog().metrics();
    List<Set<String>> found = new ArrayList<>();
    metrics.forEach(metric -> found.add(new TreeSet<>()));
    @Nullable String[] last = new String[metrics.size()];
    for (int i = 0; i < ledger.size(); i++) {
      String code = ledger.includes(i) ? facts.currency(i) : null;
      if (code != null && exchange != null) {
        code = exchange.conversion().currency();
      }
      int metric = ledger.metricCode(i);
      if (code != null && !code.equals(last[metric])) {
        found.get(metric).add(code);
        last[metric] = code;
      }
    }
    ImmutableMap.Builder<MetricId, Set<String>> byMetric = ImmutableMap.builder();
    for (int i = 0; i < metrics.size(); i++) {
      if (!found.get(i).isEmpty()) {
        byMetric.put(metrics.get(i).id(), ImmutableSortedSet.copyOf(found.get(i)));
      }
    }
    return byMetric.buildOrThrow();
  }

  /**
   * Returns a catalog with all money in one currency, but for the bounds of bands, as no one rate
   * converts them.
   *
   * @throws IllegalArgumentException if facts of a metric are so much of something per money
   */
  static Catalog in(String currency, Catalog catalog) {
    List<Metric> metrics = catalog.metrics().stream().map(metric -> in(currency, metric)).toList();
    return metrics.equals(catalog.metrics()) ? catalog : Catalog.of(metrics, catalog.dimensions());
  }

  private static Metric in(String currency, Metric metric) {
    UnitOfMeasure unit = in(currency, metric.unit());
    if (unit.equals(metric.unit())) {
      return metric;
    }
    if (metric.aggregation().takesFacts()
        && metric.unit() instanceof UnitOfMeasure.Per rate
        && of(rate.per()) != null) {
      throw new IllegalArgumentException(
          "facts of "
              + metric.id()
              + " must not be an amount per money to be converted, but are "
              + metric.unit());
    }
    return new Metric(
        metric.id(),
        metric.name(),
        metric.definition(),
        metric.aggregation(),
        metric.scale(),
        unit,
        metric.metricClass(),
        metric.managed(),
        metric.timing(),
        metric.direction(),
        metric.roles(),
        metric.reportedBy(),
        metric.quality(),
        metric.effectiveFrom(),
        metric.effectiveUntil());
  }

  /** Returns why a metric cannot be measured in another currency than its own, empty if it can. */
  static Optional<String> refusal(Metric own, Metric converted) {
    return own.direction() instanceof Direction.Within && !own.unit().equals(converted.unit())
        ? Optional.of(
            own.id()
                + " must have no band to be measured in "
                + converted.unit()
                + ", as its bounds are in "
                + own.unit()
                + ", but is good "
                + own.direction())
        : Optional.empty();
  }

  private static UnitOfMeasure in(String currency, UnitOfMeasure unit) {
    if (unit instanceof UnitOfMeasure.Money) {
      return new UnitOfMeasure.Money(currency);
    }
    return unit instanceof UnitOfMeasure.Per rate
        ? new UnitOfMeasure.Per(in(currency, rate.of()), in(currency, rate.per()))
        : unit;
  }
}
