package dev.guidepost.core.metric;

import com.google.common.collect.ImmutableSortedSet;
import dev.guidepost.core.id.RoleId;
import dev.guidepost.core.quantity.Quantity;
import dev.guidepost.core.quantity.UnitOfMeasure;
import dev.guidepost.core.style.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
 *     .unit(new UnitOfMeasure.Count("meetings"))
 *     .metricClass(MetricClass.ACTIVITY)
 *     .timing(Timing.leading(45))
 *     .quality(MetricId.of("meeting-conversion"))
 *     .build();
 * }</pre>
 *
 * @param id its id, unique in a catalog
 * @param name what people call it
 * @param definition what counts, exactly, in a sentence
 * @param aggregation how facts become a measurement
 * @param scale the number of decimals of its facts, which may exceed its currency's; 0 to 9; for
 *     one without facts the number of decimals it is shown with, in percent two less: a share of
 *     scale 4 reads 42.86 %. 0 unless set; ratios and weighted means, which are seldom whole, have
 *     the usual number then: one in percent, else two
 * @param unit what an amount is an amount of
 * @param metricClass activity, objective or result
 * @param managed whether a person can decide on it, where that differs from {@link #manageable()}'s
 *     rule; normalised to empty where it does not
 * @param timing leading or lagging
 * @param direction which way is better; higher unless set
 * @param roles for whom it is meant; empty for all; unmodifiable, in order of ids
 * @param reportedBy who records its snapshots, and is missed without one; people unless set
 * @param quality the metric that shows whether it is done well, not only often; in the same catalog
 * @param effectiveFrom the first day on which facts of it count, if it has one
 * @param effectiveUntil the day from which on they no longer do, if it has one
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
    Optional<Boolean> managed,
    Timing timing,
    Direction direction,
    Set<RoleId> roles,
    Reporter reportedBy,
    Optional<MetricId> quality,
    Optional<LocalDate> effectiveFrom,
    Optional<LocalDate> effectiveUntil) {

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
   * @param managed whether a person can decide on it, where that differs from the rule
   * @param timing leading or lagging
   * @param direction which way is better
   * @param roles for whom it is meant; empty for all
   * @param reportedBy who records its snapshots
   * @param quality the metric that shows whether it is done well
   * @param effectiveFrom the first day on which facts of it count
   * @param effectiveUntil the day from which on they no longer do
   * @throws IllegalArgumentException if name or definition is blank, the scale is out of bounds,
   *     unit and aggregation do not go together (a sum or mean of shares or of rates such as USD
   *     per days, a distribution with decimals, a distinct count of money), a result is said to be
   *     manageable, the metric is its own quality, or it ends before it starts
   */
  public Metric {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(aggregation, "aggregation");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(metricClass, "metricClass");
    Objects.requireNonNull(timing, "timing");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(reportedBy, "reportedBy");
    roles = ImmutableSortedSet.copyOf(roles);
    if (name.isBlank() || definition.isBlank()) {
      throw new IllegalArgumentException("name and definition of " + id + " must not be blank");
    }
    if (scale < 0 || scale > Quantity.MAX_SCALE) {
      throw new IllegalArgumentException(
          "scale of " + id + " must be 0 to " + Quantity.MAX_SCALE + ", but was " + scale);
    }
    Units.requireFit(id, aggregation, unit, scale);
    if (metricClass == MetricClass.RESULT && managed.orElse(false)) {
      throw new IllegalArgumentException(
          id + " must not be manageable, as results can only be measured, but was said to be");
    }
    managed = managed.filter(said -> said != (metricClass == MetricClass.ACTIVITY));
    if (quality.isPresent() && quality.get().equals(id)) {
      throw new IllegalArgumentException(
          "quality of " + id + " must be another metric, but was itself");
    }
    if (effectiveFrom.isPresent()
        && effectiveUntil.isPresent()
        && !effectiveFrom.get().isBefore(effectiveUntil.get())) {
      throw new IllegalArgumentException(
          id
              + " must end after it starts, but was in effect from "
              + effectiveFrom.get()
              + " until "
              + effectiveUntil.get());
    }
  }

  /**
   * Tells whether a person can decide on it: an activity, unless said otherwise; an objective only
   * if said so; a result never.
   *
   * @return true if it can be managed, false if it can only be measured or influenced
   */
  public boolean manageable() {
    return managed.orElse(metricClass == MetricClass.ACTIVITY);
  }

  /**
   * Tells whether it is meant for a role.
   *
   * @param role the role
   * @return true if no roles were named, or this one among them
   */
  public boolean appliesTo(RoleId role) {
    return roles.isEmpty() || roles.contains(role);
  }

  /**
   * Tells whether facts of a day count.
   *
   * @param day the day
   * @return true from {@code effectiveFrom} up to the day before {@code effectiveUntil}
   */
  public boolean effectiveOn(LocalDate day) {
    return effectiveFrom.map(first -> !day.isBefore(first)).orElse(true)
        && effectiveUntil.map(day::isBefore).orElse(true);
  }

  /**
   * A metric as a host keeps it: text and numbers only, empty text for what is absent.
   *
   * @param id its id
   * @param name what people call it
   * @param definition what counts
   * @param aggregation such as {@code "wins / closed"}
   * @param scale the number of decimals
   * @param unit such as {@code "USD"}
   * @param metricClass {@code "activity"}, {@code "objective"} or {@code "result"}
   * @param manageable whether a person can decide on it
   * @param timing such as {@code "leading by 45 days"}
   * @param direction such as {@code "higher is better"}
   * @param roles for whom it is meant; unmodifiable
   * @param reportedBy {@code "people"} or {@code "units"}
   * @param quality the metric that shows whether it is done well, or empty text
   * @param effectiveFrom the first day on which facts of it count, or empty text
   * @param effectiveUntil the day from which on they no longer do, or empty text
   */
  public record State(
      String id,
      String name,
      String definition,
      String aggregation,
      int scale,
      String unit,
      String metricClass,
      boolean manageable,
      String timing,
      String direction,
      List<String> roles,
      String reportedBy,
      String quality,
      String effectiveFrom,
      String effectiveUntil) {
    /**
     * Creates a state.
     *
     * @param id its id
     * @param name what people call it
     * @param definition what counts
     * @param aggregation how facts become a measurement
     * @param scale the number of decimals
     * @param unit what an amount is an amount of
     * @param metricClass activity, objective or result
     * @param manageable whether a person can decide on it
     * @param timing leading or lagging
     * @param direction which way is better
     * @param roles for whom it is meant
     * @param reportedBy who records its snapshots
     * @param quality the metric that shows whether it is done well
     * @param effectiveFrom the first day on which facts of it count
     * @param effectiveUntil the day from which on they no longer do
     */
    public State {

      roles = Words.kept("roles", roles);
    }
  }

  /**
   * Returns the metric as a host keeps it.
   *
   * @return the state, from which {@link #of(State)} makes an equal metric
   */
  public State state() {
    return MetricState.of(this);
  }

  /**
   * Returns the metric of a state.
   *
   * @param state the state
   * @return the metric
   * @throws IllegalArgumentException if a part of the state is no text of its kind or the parts do
   *     not go together
   */
  public static Metric of(State state) {
    Words.requireWhole(state);
    return MetricState.metric(state);
  }

  /**
   * Returns a builder; id, name, definition, aggregation, unit, class and timing must be set.
   *
   * @return the builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Metric}. */
  public static final class Builder extends MetricBuilder {
    Builder() {
      scale(0).direction(Direction.HIGHER_IS_BETTER).reportedBy(Reporter.PEOPLE);
    }
  }
}
