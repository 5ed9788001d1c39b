package dev.guidepost.core.feed;

import dev.guidepost.core.credit.Credit;
import dev.guidepost.core.fact.Batch;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Catalog;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.record.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row of a batch that takes what its catalog takes on the day, and leaves out the rest; one into
 * which nothing was put by its {@linkplain #end() end} withdraws what its key had before, if that
 * stands.
 */
final class FactRow {

  private final Batch batch;
  private final String key;
  private final Catalog catalog;
  private final Map<Dimension, String> values = new LinkedHashMap<>();
  private @Nullable PartyId party;
  private @Nullable LocalDate day;
  private Batch.@Nullable Row row;

  FactRow(Batch batch, String key) {
    this.batch = batch;
    this.key = key;
    this.catalog = batch.catalog();
  }

  FactRow by(PartyId participant) {
    party = participant;
    return this;
  }

  FactRow on(LocalDate date) {
    day = date;
    return this;
  }

  FactRow dim(Dimension dimension, Optional<String> value) {
    if (value.isPresent() && catalog.dimensions().contains(dimension)) {
      values.put(dimension, value.get());
    }
    return this;
  }

  /** Ends the row. */
  void end() {
    if (row == null) {
      withdraw(batch, key);
    }
  }

  /** Takes back what stands of a key, if anything does. */
  static void withdraw(Batch batch, String key) {
    if (batch.stands(key)) {
      batch.withdraw(key);
    }
  }

  private void add(MetricId metric, Quantity amount) {
    open().put(metric, amount);
  }

  private Batch.Row open() {
    Batch.Row open = row;
    if (open == null) {
      open = batch.row(key);
      values.forEach(open::dim);
      row = open;
    }
    return open.by(party).on(day);
  }

  FactRow put(MetricId metric, long amount) {
    return put(metric, Quantity.of(amount));
  }

  FactRow put(MetricId metric, Quantity amount) {
    if (taken(metric).isPresent()) {
      add(metric, amount);
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
        by(credit.shares().firstKey()).add(metric, amount);
      }
    }
    return this;
  }

  /** Puts the parts of what a term comes to in all, and a year, rounded half to even. */
  FactRow divide(MetricId total, MetricId annual, Term term, Credit credit) {
    divideAny(total, term.recurring().toBigDecimal().add(term.once().toBigDecimal()), credit);
    Optional<Metric> taken = taken(annual);
    if (taken.isPresent()) {
      try {
        divide(annual, term.acv(taken.get().scale(), RoundingMode.HALF_EVEN), credit);
      } catch (ArithmeticException e) {
        by(credit.shares().firstKey()).add(annual, term.recurring());
      }
    }
    return this;
  }

  /** Puts the parts of an amount of any size; one that does not fit is left to be rejected. */
  private void divideAny(MetricId metric, BigDecimal amount, Credit credit) {
    try {
      divide(metric, Quantity.of(amount), credit);
    } catch (ArithmeticException e) {
      if (taken(metric).isPresent()) {
        by(credit.shares().firstKey()).open().put(metric, amount);
      }
    }
  }

  /** Puts overlay, outside of the total, rounded half to even. */
  FactRow overlay(MetricId metric, Quantity amount, Credit credit) {
    Optional<Metric> taken = taken(metric);
    if (taken.isPresent()) {
      try {
        putAll(metric, credit.overlay(amount, taken.get().scale(), RoundingMode.HALF_EVEN));
      } catch (ArithmeticException e) {
        add(metric, amount);
      }
    }
    return this;
  }

  private void putAll(MetricId metric, Map<PartyId, Quantity> parts) {
    parts.forEach((participant, part) -> by(participant).add(metric, part));
  }

  private Optional<Metric> taken(MetricId metric) {
    LocalDate on = Objects.requireNonNull(day, "day");
    return catalog
        .find(metric)
        .filter(found -> found.aggregation().takesFacts() && found.effectiveOn(on));
  }
}
