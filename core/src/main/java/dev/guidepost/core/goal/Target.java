package dev.guidepost.core.goal;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Iterables;
import dev.guidepost.core.id.GoalId;
import dev.guidepost.core.id.PartyId;
import dev.guidepost.core.metric.Dimension;
import dev.guidepost.core.metric.Direction;
import dev.guidepost.core.metric.Metric;
import dev.guidepost.core.metric.MetricId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.time.Exposure;
import dev.guidepost.core.time.Period;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An amount of a metric that an owner is to reach in a period.
 *
 * <pre>{@code
 * Target quota = Target.builder().owner(ana).metric(BOOKINGS).period(q4)
 *     .amount(Quantity.of(240_000)).stretch(Quantity.of(280_000)).build();
 * }</pre>
 *
 * <p>What changes over time are versions of it, kept by a {@link TargetBook}; what two people said
 * about it is an agreement of its {@link #key()}.
 *
 * @param owner whose target it is
 * @param metric the metric
 * @param period the period
 * @param scope the facts that count, by dimension; empty for all; unmodifiable, in order of names
 * @param amount how much is to be reached, in the metric's unit, of any sign; for a metric that is
 *     good within a band, the aim inside it
 * @param threshold the least that counts as something, if there is one
 * @param stretch what would be more than was asked for, if there is one
 * @param direction which way is better, where that differs from the metric's
 * @param weight how much it counts beside the owner's other targets; above 0, 1 unless set
 * @param course what is to be there on the way, if it is said
 * @param goal the goal whose target it is, if it is one's; a version may link it to another
 * @param basis where the amount comes from; declared unless set
 */
@Value.Builder
public record Target(
    PartyId owner,
    MetricId metric,
    Period period,
    Map<Dimension, String> scope,
    Quantity amount,
    Optional<Quantity> threshold,
    Optional<Quantity> stretch,
    Optional<Direction> direction,
    Quantity weight,
    Optional<Course> course,
    Optional<GoalId> goal,
    Basis basis) {

  /** Where a target's amount comes from. */
  public sealed interface Basis {}

  /**
   * Somebody set it, as a quota or together; whether owner and manager agreed is said by their
   * agreement.
   */
  public record Declared() implements Basis {}

  /**
   * It was computed from other numbers.
   *
   * @param how from which, such as {@code "the split of 300,000 by potential"}
   */
  public record Derived(String how) implements Basis {

    /**
     * Creates a basis.
     *
     * @param how from which numbers
     * @throws IllegalArgumentException if it is blank
     */
    public Derived {
      if (how.isBlank()) {
        throw new IllegalArgumentException("basis must say how it was computed, but was blank");
      }
    }
  }

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
   * What makes a target one and the same while its amount, its goal and all else change.
   *
   * @param owner whose it is
   * @param metric the metric
   * @param period the period
   * @param scope the facts that count; empty for all; unmodifiable, in order of names
   */
  public record Key(PartyId owner, MetricId metric, Period period, Map<Dimension, String> scope)
      implements Comparable<Key> {

    private static final Comparator<Iterable<String>> TEXTS =
        Comparators.<String, String>lexicographical(Comparator.naturalOrder());

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::owner)
            .thenComparing(Key::period)
            .thenComparing(Key::metric)
            .thenComparing(Key::names, TEXTS)
            .thenComparing(Key::values, TEXTS);

    /**
     * Creates a key.
     *
     * @param owner whose it is
     * @param metric the metric
     * @param period the period
     * @param scope the facts that count
     * @throws IllegalArgumentException if a value of the scope is blank
     */
    public Key {
      Objects.requireNonNull(owner, "owner");
      Objects.requireNonNull(metric, "metric");
      Objects.requireNonNull(period, "period");
      scope = sorted(scope);
      if (scope.values().stream().anyMatch(String::isBlank)) {
        throw new IllegalArgumentException(
            "scope of "
                + metric
                + " of "
                + owner
                + " in "
                + period.label()
                + " must have a value for each dimension, "
                + Dimension.NONE
                + " for facts without one, but was "
                + scope);
      }
    }

    private Iterable<String> names() {
      return Iterables.transform(scope.keySet(), Dimension::name);
    }

    private Iterable<String> values() {
      return scope.values();
    }

    /**
     * Compares by owner, period, metric and scope: its dimensions, then its values, one after the
     * other; consistent with {@code equals}.
     */
    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }

    /** Returns such as {@code "bookings {product=GTX} of ana in 2026-Q4"}. */
    @Override
    public String toString() {
      return metric
          + (scope.isEmpty() ? "" : " " + scope)
          + " of "
          + owner
          + " in "
          + period.label();
    }
  }

  private static Map<Dimension, String> sorted(Map<Dimension, String> scope) {
    return ImmutableSortedMap.copyOf(scope, Comparator.comparing(Dimension::name));
  }

  /**
   * Creates a target; see {@link #builder()}.
   *
   * @param owner whose target it is
   * @param metric the metric
   * @param period the period
   * @param scope the facts that count
   * @param amount how much is to be reached
   * @param threshold the least that counts as something
   * @param stretch what would be more than was asked for
   * @param direction which way is better
   * @param weight how much it counts
   * @param course what is to be there on the way
   * @param goal the goal whose target it is
   * @param basis where the amount comes from
   * @throws IllegalArgumentException if a value of the scope is blank, the amount does not lie
   *     between threshold and stretch, they contradict the direction, the amount is outside a band,
   *     the weight is not above 0, or the course leaves the period or ends with another amount than
   *     the target's
   */
  public Target {
    Objects.requireNonNull(goal, "goal");
    Objects.requireNonNull(basis, "basis");
    Key key = new Key(owner, metric, period, scope);
    scope = key.scope();
    if (weight.signum() <= 0) {
      throw new IllegalArgumentException(
          "weight of " + key + " must be above 0, but was " + weight);
    }
    if (threshold.isPresent()
        && stretch.isPresent()
        && threshold.get().compareTo(amount) * amount.compareTo(stretch.get()) < 0) {
      throw new IllegalArgumentException(
          key
              + " must lie between threshold and stretch, but was "
              + amount
              + " beside "
              + threshold.get()
              + " and "
              + stretch.get());
    }
    direction.ifPresent(way -> Scoring.requireFit(key, way, amount, threshold, stretch));
    if (course.isPresent()) {
      CourseRules.requireInside(key, course.get(), amount);
    }
  }

  /**
   * Returns what stays the same while the amount, the goal and all else change.
   *
   * @return the key
   */
  public Key key() {
    return new Key(owner, metric, period, scope);
  }

  /**
   * Returns which way is better.
   *
   * @param definition the definition of its metric
   * @return its own direction, or else the metric's
   * @throws IllegalArgumentException if it is the definition of another metric, or threshold and
   *     stretch contradict the direction
   */
  public Direction direction(Metric definition) {
    if (!definition.id().equals(metric)) {
      throw new IllegalArgumentException(
          "metric of " + key() + " must be " + metric + ", but was " + definition.id());
    }
    Direction way = direction.orElse(definition.direction());
    if (direction.isEmpty()) {
      Scoring.requireFit(key(), way, amount, threshold, stretch);
    }
    return way;
  }

  /**
   * Refuses a definition of the metric that the target contradicts.
   *
   * <p>Amount, threshold and stretch must follow the direction. A curve or a straight line must be
   * of a metric that climbs from 0 as time goes on: one that adds up over time, to date if its
   * longer period is the target's, or computed from such by adding, subtracting and multiplying by
   * numbers, unless lower is better and something is subtracted, as what is left of a quota falls.
   * Milestones of a metric that adds up over time must not go back on their way from 0 to the
   * amount.
   *
   * @param definition the definition of its metric
   * @throws IllegalArgumentException if it is the definition of another metric, or the target
   *     contradicts it
   */
  public void requireFit(Metric definition) {
    Direction way = direction(definition);
    course.ifPresent(given -> CourseRules.requireFit(this, given, definition, way));
  }

  /**
   * Returns what is to be there by the end of a day.
   *
   * @param day the day
   * @param days how much each day counts
   * @param decimals the number of decimals of the result, 0 to {@value Quantity#MAX_SCALE}
   * @param rounding how a curve or straight line is rounded, once
   * @return the amount; empty without a course, before the period, and before the first milestone
   * @throws IllegalArgumentException if no day of the period counts for a straight line, or the
   *     number of decimals is out of bounds
   */
  public Optional<Quantity> expected(
      LocalDate day, Exposure days, int decimals, RoundingMode rounding) {
    return course.flatMap(way -> way.expected(period, amount, day, days, decimals, rounding));
  }

  /**
   * Returns such as {@code "bookings of ana in 2026-Q4: 240,000"}, {@code "threshold 180,000, "}
   * before and {@code ", stretch 280,000"} after the amount where there are such.
   */
  @Override
  public String toString() {
    return key()
        + ": "
        + threshold.map(least -> "threshold " + least.print() + ", ").orElse("")
        + amount.print()
        + stretch.map(most -> ", stretch " + most.print()).orElse("")
        + (basis instanceof Assumed assumed ? " (assumed: " + assumed.assumption() + ")" : "");
  }

  /**
   * Returns a builder; owner, metric, period and amount must be set.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Target}. */
  public static final class Builder extends TargetBuilder {
    Builder() {
      weight(Quantity.of(1)).basis(new Declared());
    }
  }
}
