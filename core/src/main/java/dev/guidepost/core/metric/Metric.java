package dev.guidepost.core.metric;

import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * The definition of a metric.
 *
 * <pre>{@code
 * Metric meetings = Metric.builder()
 *     .id(MetricId.of("meetings"))
 *     .name("Meetings held")
 *     .definition("Meetings that took place, on the day they were held.")
 *     .aggregation(new Aggregation.Sum())
 *     .scale(0)
 *     .unit(new UnitOfMeasure.Count("meetings"))
 *     .metricClass(MetricClass.ACTIVITY)
 *     .timing(Timing.LEADING)
 *     .direction(Direction.HIGHER_IS_BETTER)
 *     .build();
 * }</pre>
 *
 * @param id its id, unique in a catalog
 * @param name what people call it
 * @param definition what counts, exactly, in a sentence
 * @param aggregation how facts become a measurement
 * @param scale the number of decimals of its facts, which may exceed its currency's; 0 to 9
 * @param unit what an amount is an amount of
 * @param metricClass activity, objective or result
 * @param timing leading or lagging
 * @param direction which way is better
 */
@Value.Builder
public record Metric(
    MetricId id,
    String name,
    String definition,
    Aggregation aggregation,
    int scale,
    UnitOfMeasure unit,
    MetricClass metricClass,
    Timing timing,
    Direction direction) {

  /**
   * Creates a metric; see {@link #builder()}.
   *
   * @param id its id
   * @param name what people call it
   * @param definition what counts
   * @param aggregation how facts become a measurement
   * @param scale the number of decimals of its facts
   * @param unit what an amount is an amount of
   * @param metricClass activity, objective or result
   * @param timing leading or lagging
   * @param direction which way is better
   * @throws IllegalArgumentException if name or definition is blank, the scale is out of bounds, or
   *     a distribution has decimals
   */
  public Metric {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(aggregation, "aggregation");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(metricClass, "metricClass");
    Objects.requireNonNull(timing, "timing");
    Objects.requireNonNull(direction, "direction");
    if (name.isBlank() || definition.isBlank()) {
      throw new IllegalArgumentException("name and definition of " + id + " must not be blank");
    }
    if (scale < 0 || scale > Quantity.MAX_SCALE) {
      throw new IllegalArgumentException(
          "scale of " + id + " must be 0 to " + Quantity.MAX_SCALE + ", but was " + scale);
    }
    if (aggregation instanceof Aggregation.Distribution && scale != 0) {
      throw new IllegalArgumentException(
          "scale of "
              + id
              + " must be 0, as a distribution counts whole numbers, but was "
              + scale);
    }
  }

  /**
   * Returns a builder; every part must be set.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Metric}. */
  public static final class Builder extends MetricBuilder {
    Builder() {}
  }
}
