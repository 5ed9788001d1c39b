package dev.guidepost.core.feed;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** A row of a batch that takes what its catalog takes on the day, and leaves out the rest. */
final class FactRow {

  private final Batch.Row row;
  private final Catalog catalog;
  private LocalDate day = LocalDate.EPOCH;

  FactRow(Batch batch, String key) {
    row = batch.row(key);
    catalog = batch.catalog();
  }

  FactRow by(PartyId party) {
    row.by(party);
    return this;
  }

  FactRow on(LocalDate date) {
    row.on(date);
    day = date;
    return this;
  }

  FactRow dim(Dimension dimension, Optional<String> value) {
    if (value.isPresent() && catalog.dimensions().contains(dimension)) {
      row.dim(dimension, value.get());
    }
    return this;
  }

  FactRow put(MetricId metric, long amount) {
    return put(metric, Quantity.of(amount));
  }

  FactRow put(MetricId metric, Quantity amount) {
    if (taken(metric).isPresent()) {
      row.put(metric, amount);
    }
    return this;
  }

  /** Puts the parts of an amount; one that cannot be divided is put whole, to be rejected. */
  FactRow divide(MetricId metric, Quantity amount, Credit credit) {
    Optional<Metric> taken = taken(metric);
    if (taken.isPresent()) {
      try {
        putAll(metric, credit.divide(amount, taken.get().scale()));
      } catch (ArithmeticException e) {
        row.by(credit.shares().firstKey()).put(metric, amount);
      }
    }
    return this;
  }

  /** Puts overlay, outside of the total, rounded half to even. */
  FactRow overlay(MetricId metric, Quantity amount, Credit credit) {
    Optional<Metric> taken = taken(metric);
    if (taken.isPresent()) {
      try {
        putAll(metric, credit.overlay(amount, taken.get().scale(), RoundingMode.HALF_EVEN));
      } catch (ArithmeticException e) {
        row.put(metric, amount);
      }
    }
    return this;
  }

  private void putAll(MetricId metric, Map<PartyId, Quantity> parts) {
    parts.forEach((party, part) -> row.by(party).put(metric, part));
  }

  private Optional<Metric> taken(MetricId metric) {
    return catalog
        .find(metric)
        .filter(found -> found.aggregation().takesFacts() && found.effectiveOn(day));
  }
}
