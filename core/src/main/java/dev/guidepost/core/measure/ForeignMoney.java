package dev.guidepost.core.measure;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import dev.guidepost.core.fact.Ledger;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Kept;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses to add up money of several currencies, or to call it by the wrong one.
 *
 * <p>The ledger is gone through when the first metric of money is asked for, and once more for each
 * metric of snapshots of money, as these are chosen among all facts, also those outside a slice.
 */
final class ForeignMoney {

  private final Ledger ledger;
  private final Unsliced unsliced;
  private final Supplier<Map<MetricId, Set<String>>> currencies;
  private final Map<MetricId, Set<String>> ofSnapshots = new ConcurrentHashMap<>();

  ForeignMoney(Ledger ledger, Unsliced unsliced) {
    this.ledger = ledger;
    this.unsliced = unsliced;
    this.currencies = Suppliers.memoize(ledger::currencies);
  }

  private static String currency(UnitOfMeasure unit) {
    if (unit instanceof UnitOfMeasure.Per rate) {
      return currency(rate.of());
    }
    return unit instanceof UnitOfMeasure.Money money ? money.currency() : "";
  }

  /** Refuses a metric whose facts are in another currency than the metric itself. */
  void requireNone(Metric metric) {
    Optional<String> why = of(metric);
    if (why.isPresent()) {
      throw new IllegalArgumentException(why.get());
    }
  }

  /** Returns why the facts of a metric cannot be added up, empty if they can. */
  Optional<String> of(Metric metric) {
    String own = currency(metric.unit());
    if (own.isEmpty() || !ledger.catalog().dimensions().contains(Dimension.CURRENCY)) {
      return Optional.empty();
    }
    Set<String> held =
        metric.aggregation().kept() == Kept.SNAPSHOTS
            ? ofSnapshots.computeIfAbsent(metric.id(), this::ofSnapshots)
            : Objects.requireNonNull(currencies.get()).getOrDefault(metric.id(), Set.of());
    return Set.of(own).containsAll(held)
        ? Optional.empty()
        : Optional.of(
            "facts of "
                + metric.id()
                + " must be in "
                + metric.unit()
                + ", as the metric is, but are in "
                + held
                + "; convert them first, by Ledger.in(Conversion)");
  }

  private Set<String> ofSnapshots(MetricId metric) {
    return unsliced.of(metric).currencies().getOrDefault(metric, Set.of());
  }
}
