package dev.guidepost.core.goal;

import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Period;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * An amount of a metric that an owner is to reach in a period.
 *
 * <pre>{@code
 * Target quota = Target.builder().owner(ana).metric(BOOKINGS).period(q4)
 *     .amount(Quantity.of(240_000)).basis(new Target.Agreed()).build();
 * }</pre>
 *
 * @param owner whose target it is
 * @param metric the metric
 * @param period the period
 * @param amount how much is to be reached, in the metric's unit; not negative
 * @param basis where the amount comes from
 */
@Value.Builder
public record Target(PartyId owner, MetricId metric, Period period, Quantity amount, Basis basis) {

  /** Where a target's amount comes from. */
  public sealed interface Basis {}

  /** Agreed by owner and manager, or assigned as a quota. */
  public record Agreed() implements Basis {}

  /**
   * Nobody set it: it was assumed, and each line that uses it says so.
   *
   * @param assumption what was assumed, such as {@code "repeat the last full quarter"}
   */
  public record Assumed(String assumption) implements Basis {

    /**
     * Creates a basis.
     *
     * @param assumption what was assumed
     * @throws IllegalArgumentException if it is blank
     */
    public Assumed {
      if (assumption.isBlank()) {
        throw new IllegalArgumentException("assumption must say what was assumed, but was blank");
      }
    }
  }

  /**
   * Creates a target; see {@link #builder()}.
   *
   * @param owner whose target it is
   * @param metric the metric
   * @param period the period
   * @param amount how much is to be reached
   * @param basis where the amount comes from
   * @throws IllegalArgumentException if the amount is negative
   */
  public Target {
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(basis, "basis");
    if (amount.signum() < 0) {
      throw new IllegalArgumentException(
          "target of " + owner + " must not be negative, but was " + amount);
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

  /** Builds a {@link Target}. */
  public static final class Builder extends TargetBuilder {
    Builder() {}
  }
}
