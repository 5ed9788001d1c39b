package dev.guidepost.core.fact;

import com.google.common.collect.ImmutableMap;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the ledger, as read by people and by drill-down.
 *
 * @param party whose it is
 * @param metric what is measured
 * @param on when it happened
 * @param amount how much
 * @param dimensions its values by dimension, in the catalog's order; unmodifiable
 * @param sourceKey the key of its row in the source, if it has one
 * @param known when it was recorded
 */
public record Fact(
    PartyId party,
    MetricId metric,
    LocalDate on,
    Quantity amount,
    Map<Dimension, String> dimensions,
    Optional<String> sourceKey,
    LocalDate known) {

  /**
   * Creates a fact.
   *
   * @param party whose it is
   * @param metric what is measured
   * @param on when it happened
   * @param amount how much
   * @param dimensions its values by dimension
   * @param sourceKey the key of its row in the source, if it has one
   * @param known when it was recorded
   */
  public Fact {
    dimensions = ImmutableMap.copyOf(dimensions);
  }

  /** Returns the fact on one line. */
  @Override
  public String toString() {
    return on
        + " "
        + party
        + " "
        + metric
        + " "
        + amount
        + (dimensions.isEmpty() ? "" : " " + dimensions)
        + sourceKey.map(key -> " (" + key + ")").orElse("");
  }
}
