package dev.guidepost.rollup.variance;

import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import java.util.Objects;
import java.util.Optional;

/**
 * One reason why a figure moved, and by how much.
 *
 * @param cause what kind of reason it is
 * @param factor the driver, of a {@link Cause#FACTOR} only
 * @param label what people call it, such as {@code "Win rate"}
 * @param amount by how much it moved the result, in the unit of the result
 */
public record VarianceLine(Cause cause, Optional<MetricId> factor, String label, Quantity amount) {

  /**
   * Creates a line.
   *
   * @param cause what kind of reason it is
   * @param factor the driver, of a {@link Cause#FACTOR} only
   * @param label what people call it
   * @param amount by how much it moved the result
   * @throws IllegalArgumentException if a factor is given for another cause, or is not for its own
   */
  public VarianceLine {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(amount, "amount");
    if (factor.isPresent() != (cause == Cause.FACTOR)) {
      throw new IllegalArgumentException(
          "factor must be given for the cause FACTOR only, but was " + factor + " for " + cause);
    }
  }

  /** Returns label and amount, such as {@code "Win rate -65,450"}. */
  @Override
  public String toString() {
    return label + " " + amount.print();
  }
}
